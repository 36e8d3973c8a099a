use std::{
    fmt,
    pin::Pin,
    task::{Context, Poll, ready},
    vec,
};

use futures_util::Stream;
use hero_api::{BoxFuture, Paged};

use super::{
    Page,
    fetch::{self, PageSource},
    pager_state::{PagerState, PagingError, Step},
    shape::ParsedPage,
};
use crate::Error;

/// So many pages no list of a practice has; a server that never ends is left then.
const MAX_PAGES: u64 = 10_000;

/// All pages of a list. Made by [`PagedExt::pages`](super::PagedExt::pages); [the module](super) says what holds for
/// it.
///
/// Settings count as long as nothing was read.
#[must_use = "a stream does nothing until it is asked for the next page"]
pub struct Pages<P: Paged> {
    source: PageSource,
    operation: P,
    options: PageOptions,
    state: StreamState<P::Item>,
    /// The page that is asked for next, once the run has begun.
    number: Option<u64>,
}

#[derive(Clone, Copy, Debug)]
struct PageOptions {
    page_size: Option<u64>,
    start_page: Option<u64>,
    /// How many items may still be given out.
    limit: Option<u64>,
    prefetch: bool,
    max_pages: u64,
}

enum StreamState<T> {
    New,
    Idle(PagerState),
    Waiting(PagerState, BoxFuture<'static, Result<ParsedPage<T>, Error>>),
    Over,
}

impl<P: Paged + 'static> Pages<P> {
    pub(super) fn new(operation: P) -> Self {
        let source = PageSource { client: operation.client().clone() };
        let options =
            PageOptions { page_size: None, start_page: None, limit: None, prefetch: true, max_pages: MAX_PAGES };
        Self { source, operation, options, state: StreamState::New, number: None }
    }

    /// How many items to ask for with each page. The server may give fewer; neither its default nor its maximum is
    /// documented.
    ///
    /// Zero is refused by the first [`next`](Self::next).
    pub fn page_size(mut self, size: u64) -> Self {
        self.options.page_size = Some(size);
        self
    }

    /// The page to start with: 0 unless set, as the samples of the reference count. Set 1 for a list that counts from
    /// one.
    pub fn start_page(mut self, number: u64) -> Self {
        self.options.start_page = Some(number);
        self
    }

    /// The most items to give out, over all pages. The last page is cut to fit, and no page is asked for that is not
    /// needed.
    pub fn limit(mut self, items: u64) -> Self {
        self.options.limit = Some(items);
        self
    }

    /// Fetches each page when it is asked for. Otherwise the next page is fetched while you work on the one before, at most
    /// one ahead.
    ///
    /// It is fetched by a task on the Tokio runtime, which the network needs anyway: a slow caller does not make a
    /// request time out. The task ends with the stream.
    pub fn without_prefetch(mut self) -> Self {
        self.options.prefetch = false;
        self
    }

    /// How many pages may be read before the run is given up with an error: 10,000 unless set.
    ///
    /// It is there for a server that makes up new pages for ever.
    pub fn max_pages(mut self, pages: u64) -> Self {
        self.options.max_pages = pages;
        self
    }

    /// The page to [start](Self::start_page) another run with, to get what this one has not given out: the next page
    /// or, after an error, the page that failed. A page that the [limit](Self::limit) cut comes again whole.
    #[must_use]
    pub fn resume_from(&self) -> u64 {
        self.number.unwrap_or_else(|| self.first())
    }

    /// The next page; `None` when there is no other.
    ///
    /// # Errors
    ///
    /// As the operation; also `is_protocol`, when the server repeats a page or does not end. It can be dropped and
    /// called again without losing a page.
    pub async fn next(&mut self) -> Option<Result<Page<P::Item>, Error>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    fn first(&self) -> u64 {
        self.options.start_page.or_else(|| fetch::page_set_on(&self.operation)).unwrap_or(0)
    }

    fn begin(&mut self) -> Result<PagerState, Error> {
        if self.options.page_size == Some(0) {
            return Err(Error::invalid_input("the page size", "is zero"));
        }
        self.number = Some(self.first());
        let page_size = self.options.page_size.or_else(|| fetch::size_set_on(&self.operation));
        Ok(PagerState::new(page_size, self.options.max_pages))
    }

    /// The request for a page.
    fn ask(&self, number: u64) -> P {
        let operation = self.operation.clone().page_index(number);
        match self.options.page_size {
            Some(size) => operation.page_size(size),
            None => operation,
        }
    }

    /// Takes a page in, and says what the stream gives out for it.
    fn take(&mut self, mut pager: PagerState, parsed: ParsedPage<P::Item>) -> Option<Result<Page<P::Item>, Error>> {
        let number = self.resume_from();
        let step = match pager.take(number, parsed.summary) {
            Ok(step) => step,
            Err(error) => return Some(Err(self.paging_error(error))),
        };
        if step == Step::End {
            return None;
        }
        let mut items = parsed.items;
        let next = number.checked_add(1);
        let is_whole = self.cut(&mut items);
        // What the limit cut off is still to be had, from the same page.
        self.number = next.filter(|_| is_whole).or(Some(number));
        let is_enough = self.options.limit == Some(0);
        if let (Step::More, Some(next), false) = (step, next, is_enough) {
            let ahead = self.options.prefetch && pager.may_ask().is_ok();
            let fetched = if ahead { self.source.ahead(self.ask(next)) } else { None };
            self.state = match fetched {
                Some(fetched) => StreamState::Waiting(pager, fetched),
                None => StreamState::Idle(pager),
            };
        }
        Some(Ok(Page { number, count: parsed.summary.count, items }))
    }

    /// Cuts a page to the limit, and says whether it is still whole.
    fn cut(&mut self, items: &mut Vec<P::Item>) -> bool {
        let Some(limit) = &mut self.options.limit else { return true };
        let came = items.len();
        items.truncate(usize::try_from(*limit).unwrap_or(usize::MAX));
        *limit = limit.saturating_sub(u64::try_from(items.len()).unwrap_or(u64::MAX));
        items.len() == came
    }

    fn paging_error(&self, error: PagingError) -> Error {
        let number = self.resume_from();
        let why = match error {
            PagingError::Repeats(earlier) if number == earlier + 1 && earlier == 0 => format!(
                "page {number} is page {earlier} again: the server ignores which page is asked for, or counts from one"
            ),
            PagingError::Repeats(earlier) => {
                format!("page {number} is page {earlier} again: the server ignores which page is asked for")
            }
            PagingError::TooMany(pages) => format!("no end after {pages} pages, the most allowed"),
        };
        Error::protocol(P::INFO, why)
    }
}

impl<P: Paged + 'static> Stream for Pages<P> {
    type Item = Result<Page<P::Item>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            match std::mem::replace(&mut this.state, StreamState::Over) {
                StreamState::Over => return Poll::Ready(None),
                StreamState::New if this.options.limit == Some(0) => return Poll::Ready(None),
                StreamState::New => match this.begin() {
                    Ok(pager) => this.state = StreamState::Idle(pager),
                    Err(error) => return Poll::Ready(Some(Err(error))),
                },
                StreamState::Idle(pager) => {
                    if let Err(error) = pager.may_ask() {
                        return Poll::Ready(Some(Err(this.paging_error(error))));
                    }
                    let fetched = this.source.now(this.ask(this.resume_from()));
                    this.state = StreamState::Waiting(pager, fetched);
                }
                StreamState::Waiting(pager, mut fetched) => match fetched.as_mut().poll(context) {
                    Poll::Pending => {
                        this.state = StreamState::Waiting(pager, fetched);
                        return Poll::Pending;
                    }
                    Poll::Ready(Err(error)) => return Poll::Ready(Some(Err(error))),
                    Poll::Ready(Ok(parsed)) => return Poll::Ready(this.take(pager, parsed)),
                },
            }
        }
    }
}

// Nothing in it is pinned in place: the future of a page is in a box.
impl<P: Paged> Unpin for Pages<P> {}

impl<P: Paged> fmt::Debug for Pages<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("operation", &P::INFO.id)
            .field("options", &self.options)
            .field("number", &self.number)
            .finish_non_exhaustive()
    }
}

/// All items of a list, over all its pages. Made by [`PagedExt::items`](super::PagedExt::items); [the module](super)
/// says what holds for it.
///
/// Settings count as long as nothing was read.
#[must_use = "a stream does nothing until it is asked for the next item"]
pub struct Items<P: Paged> {
    pages: Pages<P>,
    /// The number of the page that the items at hand are from, and what is left of it.
    page: Option<(u64, vec::IntoIter<P::Item>)>,
}

impl<P: Paged + 'static> Items<P> {
    pub(super) fn new(pages: Pages<P>) -> Self {
        Self { pages, page: None }
    }

    /// As [`Pages::page_size`].
    pub fn page_size(mut self, size: u64) -> Self {
        self.pages = self.pages.page_size(size);
        self
    }

    /// As [`Pages::start_page`].
    pub fn start_page(mut self, number: u64) -> Self {
        self.pages = self.pages.start_page(number);
        self
    }

    /// The most items to give out. No page is asked for that is not needed.
    pub fn limit(mut self, items: u64) -> Self {
        self.pages = self.pages.limit(items);
        self
    }

    /// As [`Pages::without_prefetch`].
    pub fn without_prefetch(mut self) -> Self {
        self.pages = self.pages.without_prefetch();
        self
    }

    /// As [`Pages::max_pages`].
    pub fn max_pages(mut self, pages: u64) -> Self {
        self.pages = self.pages.max_pages(pages);
        self
    }

    /// The page to [start](Self::start_page) another run with. It holds the next item; those before it on that page
    /// come again.
    #[must_use]
    pub fn resume_from(&self) -> u64 {
        match &self.page {
            Some((number, items)) if !items.as_slice().is_empty() => *number,
            _ => self.pages.resume_from(),
        }
    }

    /// The next item; `None` when there is no other.
    ///
    /// # Errors
    ///
    /// As [`Pages::next`].
    pub async fn next(&mut self) -> Option<Result<P::Item, Error>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// All items, once the last has come. Set a [`limit`](Self::limit) unless the list is known to be short.
    ///
    /// # Errors
    ///
    /// The first error. The items before it are lost then; use [`next`](Self::next) to keep them.
    pub async fn into_vec(mut self) -> Result<Vec<P::Item>, Error> {
        let mut items = Vec::new();
        while let Some(item) = self.next().await {
            items.push(item?);
        }
        Ok(items)
    }
}

impl<P: Paged + 'static> Stream for Items<P> {
    type Item = Result<P::Item, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some((_, items)) = &mut this.page
                && let Some(item) = items.next()
            {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut this.pages).poll_next(context)) {
                Some(Ok(page)) => this.page = Some((page.number(), page.into_iter())),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<P: Paged> Unpin for Items<P> {}

impl<P: Paged> fmt::Debug for Items<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Items").field(&self.pages).finish()
    }
}
