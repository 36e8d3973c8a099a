use std::{
    fmt,
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_util::{Stream, StreamExt};
use hero_api::{Client, Operation, PageShape, Paged, builder::ListSlots};
use reqwest::Request;
use serde::{Deserialize, de::IgnoredAny};

use super::Slot;
use crate::{Error, Items, Page, Pages};

/// What each slot that a search found must have.
#[expect(clippy::struct_field_names, reason = "these are the names of the parameters")]
pub(super) struct Filters {
    pub(super) appointment_type_id: Option<String>,
    pub(super) location_id: Option<String>,
    pub(super) practitioner_id: Option<String>,
}

impl Filters {
    /// A slot that does not say what it is for passes: [`Booking::reserve`](super::Booking::reserve) refuses it.
    fn check(&self, slot: &Slot) -> Result<(), Error> {
        let differs = |asked: &Option<String>, found: Option<&str>| {
            asked.as_deref().zip(found).is_some_and(|(asked, found)| asked != found)
        };
        let what = if differs(&self.appointment_type_id, slot.appointment_type_id()) {
            "a slot has another appointment type than was asked for"
        } else if differs(&self.location_id, slot.location_id()) {
            "a slot has another location than was asked for"
        } else if differs(&self.practitioner_id, slot.practitioner_id()) {
            "a slot has another practitioner than was asked for"
        } else {
            return Ok(());
        };
        Err(Error::protocol(<Query as Operation>::INFO, what))
    }
}

/// What a search reads from.
enum Source<S> {
    /// The search was refused, or is over after an error: with the error until it is given out.
    Ended(Option<Error>),
    Reading(Box<(S, Filters)>),
}

impl<S> Source<S> {
    fn new(reading: Result<(S, Filters), Error>) -> Self {
        reading.map_or_else(|error| Self::Ended(Some(error)), |reading| Self::Reading(Box::new(reading)))
    }

    /// The next result, if the filters let it pass.
    fn poll_next<T>(
        &mut self,
        context: &mut Context<'_>,
        check: impl FnOnce(&Filters, &T) -> Result<(), Error>,
    ) -> Poll<Option<Result<T, Error>>>
    where
        S: Stream<Item = Result<T, Error>> + Unpin,
    {
        let result = match self {
            Self::Ended(error) => return Poll::Ready(error.take().map(Err)),
            Self::Reading(reading) => {
                let (stream, filters) = &mut **reading;
                match ready!(stream.poll_next_unpin(context)) {
                    Some(result) => result.and_then(|found| check(filters, &found).map(|()| found)),
                    None => return Poll::Ready(None),
                }
            }
        };
        if result.is_err() {
            *self = Self::Ended(None);
        }
        Poll::Ready(Some(result))
    }
}

/// The slots that a search found, in the order of the server. What [the module on pages](crate::pages) guarantees,
/// holds.
#[must_use = "a stream does nothing until it is asked for the next slot"]
pub struct Slots(Source<Items<Query>>);

impl Slots {
    pub(super) fn new(reading: Result<(Items<Query>, Filters), Error>) -> Self {
        Self(Source::new(reading))
    }

    /// The next slot; `None` when there is no other.
    ///
    /// # Errors
    ///
    /// As [`SlotSearch::items`](super::SlotSearch::items); also what [`Items::next`] adds.
    pub async fn next(&mut self) -> Option<Result<Slot, Error>> {
        StreamExt::next(self).await
    }

    /// All slots. Set a [`limit`](super::SlotSearch::limit) or a window.
    ///
    /// # Errors
    ///
    /// The first error.
    pub async fn into_vec(mut self) -> Result<Vec<Slot>, Error> {
        let mut slots = Vec::new();
        while let Some(slot) = self.next().await {
            slots.push(slot?);
        }
        Ok(slots)
    }
}

impl Stream for Slots {
    type Item = Result<Slot, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().0.poll_next(context, Filters::check)
    }
}

impl fmt::Debug for Slots {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Slots").finish_non_exhaustive()
    }
}

/// The pages of slots that a search found. What [the module on pages](crate::pages) guarantees, holds.
#[must_use = "a stream does nothing until it is asked for the next page"]
pub struct SlotPages(Source<Pages<Query>>);

impl SlotPages {
    pub(super) fn new(reading: Result<(Pages<Query>, Filters), Error>) -> Self {
        Self(Source::new(reading))
    }

    /// The next page; `None` when there is no other.
    ///
    /// # Errors
    ///
    /// As [`SlotSearch::items`](super::SlotSearch::items); also what [`Pages::next`] adds. One slot that is not what was asked
    /// for is an error for its page.
    pub async fn next(&mut self) -> Option<Result<Page<Slot>, Error>> {
        StreamExt::next(self).await
    }
}

impl Stream for SlotPages {
    type Item = Result<Page<Slot>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let check = |filters: &Filters, page: &Page<Slot>| page.items().iter().try_for_each(|slot| filters.check(slot));
        self.get_mut().0.poll_next(context, check)
    }
}

impl fmt::Debug for SlotPages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SlotPages").finish_non_exhaustive()
    }
}

/// `listSlots`, whose items the description leaves open, with slots as its items.
#[derive(Clone)]
pub(super) struct Query(pub(super) ListSlots);

#[derive(Deserialize)]
pub(super) struct Found {
    #[serde(default)]
    data: Option<Vec<Slot>>,
    /// Described as well: a response that has only this is a response of the operation.
    #[serde(default, rename = "count")]
    _count: IgnoredAny,
}

impl Operation for Query {
    type Output = Found;
    const INFO: &'static hero_api::OperationInfo = <ListSlots as Operation>::INFO;

    fn client(&self) -> &Client {
        self.0.client()
    }

    fn into_request(self) -> Result<Request, hero_api::Error> {
        self.0.into_request()
    }
}

impl Paged for Query {
    type Item = Slot;
    const PAGE_SHAPE: PageShape = PageShape::Envelope;
    const PAGE_INDEX_PARAMETER: &'static str = <ListSlots as Paged>::PAGE_INDEX_PARAMETER;
    const PAGE_SIZE_PARAMETER: &'static str = <ListSlots as Paged>::PAGE_SIZE_PARAMETER;

    fn page_index(self, index: u64) -> Self {
        Self(Paged::page_index(self.0, index))
    }

    fn page_size(self, size: u64) -> Self {
        Self(Paged::page_size(self.0, size))
    }

    fn into_items(output: Found) -> Vec<Slot> {
        output.data.unwrap_or_default()
    }

    // A stream reads the member `count` itself where this says nothing, whatever type it has.
    fn count(_: &Found) -> Option<u64> {
        None
    }
}
