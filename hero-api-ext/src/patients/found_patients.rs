use std::{
    fmt,
    pin::Pin,
    task::{Context, Poll, ready},
    vec,
};

use futures_util::Stream;
use hero_api::{Client, Operation, OperationInfo, PageShape, Paged};
use reqwest::Request;

use super::FoundPatient;
use crate::{Error, Page, Pages, response_fields::ResponseList};

/// The patients that a search found, in the order of the server.
///
/// It is a stream over all pages of the list; what [the module on pages](crate::pages) guarantees, holds, but nothing is
/// fetched ahead. The first page came with the response to the search.
#[must_use = "a stream does nothing until it is asked for the next patient"]
pub struct FoundPatients {
    version: SearchVersion,
    count: Option<u64>,
    /// What is left of the page at hand.
    page: Option<(u64, vec::IntoIter<FoundPatient>)>,
    /// The pages after it.
    rest: Option<PageStream>,
}

type PageStream = Pin<Box<dyn Stream<Item = Result<Page<FoundPatient>, Error>> + Send>>;

impl FoundPatients {
    /// Waits for the first page.
    pub(super) async fn begin<O>(mut pages: Pages<PageOf<O>>, version: SearchVersion) -> Result<Self, Error>
    where
        O: Operation + Clone + 'static,
    {
        let Some(first) = pages.next().await.transpose()? else {
            return Ok(Self { version, count: Some(0), page: None, rest: None });
        };
        let (number, count) = (first.number(), first.count());
        // The older versions are not known to have pages: a second one is asked for only where one was announced.
        let has_more = version == SearchVersion::V3
            || count.is_some_and(|count| usize::try_from(count).is_ok_and(|count| count > first.items().len()));
        let rest = has_more.then(|| Box::pin(pages) as PageStream);
        Ok(Self { version, count, page: Some((number, first.into_iter())), rest })
    }

    /// Which version of the search responded.
    #[must_use]
    pub fn version(&self) -> SearchVersion {
        self.version
    }

    /// What the server says is the count. The reference does not say whether that is the number of patients on all pages
    /// or on the first one.
    #[must_use]
    pub fn count(&self) -> Option<u64> {
        self.count
    }

    /// The next patient; `None` when there is no other.
    ///
    /// # Errors
    ///
    /// As the search; also what [`Pages::next`] adds.
    pub async fn next(&mut self) -> Option<Result<FoundPatient, Error>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The next page, or what is left of the one at hand; `None` when there is no other.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next).
    pub async fn next_page(&mut self) -> Option<Result<Page<FoundPatient>, Error>> {
        if let Some((number, items)) = self.page.take().filter(|(_, items)| !items.as_slice().is_empty()) {
            return Some(Ok(Page::new(number, self.count, items.collect())));
        }
        std::future::poll_fn(|context| self.poll_page(context)).await
    }

    /// All patients, once the last has come. Set a [`limit`](super::PatientSearch::limit) for a common name.
    ///
    /// # Errors
    ///
    /// The first error. The patients before it are lost then; use [`next`](Self::next) to keep them.
    pub async fn into_vec(mut self) -> Result<Vec<FoundPatient>, Error> {
        let mut patients = Vec::new();
        while let Some(patient) = self.next().await {
            patients.push(patient?);
        }
        Ok(patients)
    }

    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Page<FoundPatient>, Error>>> {
        match &mut self.rest {
            Some(rest) => rest.as_mut().poll_next(context),
            None => Poll::Ready(None),
        }
    }
}

impl Stream for FoundPatients {
    type Item = Result<FoundPatient, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some((_, items)) = &mut this.page
                && let Some(patient) = items.next()
            {
                return Poll::Ready(Some(Ok(patient)));
            }
            match ready!(this.poll_page(context)) {
                Some(Ok(page)) => this.page = Some((page.number(), page.into_iter())),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl fmt::Debug for FoundPatients {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FoundPatients")
            .field("version", &self.version)
            .field("count", &self.count)
            .finish_non_exhaustive()
    }
}

/// The versions of the search for patients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SearchVersion {
    /// `GET /v1/patients`: one named field.
    V1,
    /// `GET /v2/patients`: one named field.
    V2,
    /// `GET /v3/patients`: several filters at once.
    V3,
}

/// A search as an operation with pages, whether or not the description gives it any.
#[derive(Clone)]
pub(super) struct PageOf<O> {
    operation: O,
    query: Vec<(&'static str, String)>,
}

impl<O> PageOf<O> {
    pub(super) fn new(operation: O) -> Self {
        Self { operation, query: Vec::new() }
    }

    /// Sends this query parameter, and no other of its name.
    pub(super) fn with_query(mut self, name: &'static str, value: Option<String>) -> Self {
        self.query.retain(|(other, _)| *other != name);
        self.query.extend(value.map(|value| (name, value)));
        self
    }
}

impl<O: Operation> Operation for PageOf<O> {
    type Output = ResponseList;
    const INFO: &'static OperationInfo = O::INFO;

    fn client(&self) -> &Client {
        self.operation.client()
    }

    fn into_request(self) -> Result<Request, hero_api::Error> {
        let mut request = self.operation.into_request()?;
        if !self.query.is_empty() {
            request.url_mut().query_pairs_mut().extend_pairs(self.query);
        }
        Ok(request)
    }
}

impl<O: Operation + Clone> Paged for PageOf<O> {
    type Item = FoundPatient;
    const PAGE_SHAPE: PageShape = PageShape::Open;
    const PAGE_INDEX_PARAMETER: &'static str = "page_index";
    const PAGE_SIZE_PARAMETER: &'static str = "page_size";

    /// The first page is what comes unless another one is asked for.
    fn page_index(self, index: u64) -> Self {
        self.with_query(Self::PAGE_INDEX_PARAMETER, (index > 0).then(|| index.to_string()))
    }

    fn page_size(self, size: u64) -> Self {
        self.with_query(Self::PAGE_SIZE_PARAMETER, Some(size.to_string()))
    }

    fn into_items(ResponseList(found): ResponseList) -> Vec<FoundPatient> {
        found.into_iter().map(FoundPatient::new).collect()
    }

    // A stream reads the member `count` itself where this says nothing.
    fn count(_: &ResponseList) -> Option<u64> {
        None
    }
}
