//! Decides after each page whether there is another, whatever the server does.

use std::collections::HashMap;

/// What a page looked like, without its items.
#[derive(Clone, Copy, Debug)]
pub(super) struct PageSummary {
    /// The number of items on the page.
    pub(super) items: u64,
    /// What the response calls `count`.
    pub(super) count: Option<u64>,
    /// The same for two pages with the same items.
    pub(super) fingerprint: u64,
    /// Whether the response was one object and no list.
    pub(super) is_single: bool,
}

/// What follows a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The page has items, and there may be another page.
    More,
    /// The page has items and is the last.
    Last,
    /// The page has nothing new, and there is no other.
    End,
}

/// Why asking for more pages would not end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PagingError {
    /// The page holds what this earlier page held.
    Repeats(u64),
    /// This many pages were read, the most allowed.
    TooMany(u64),
}

/// How far a run over pages has come.
#[derive(Debug)]
pub(super) struct PagerState {
    /// What each request asks for as the size of a page, if it does.
    page_size: Option<u64>,
    max_pages: u64,
    received: u64,
    /// The number of each page by its fingerprint: eight bytes and a number a page, however large the pages are.
    seen: HashMap<u64, u64>,
}

impl PagerState {
    pub(super) fn new(page_size: Option<u64>, max_pages: u64) -> Self {
        Self { page_size, max_pages, received: 0, seen: HashMap::new() }
    }

    /// Whether another page may be asked for.
    pub(super) fn may_ask(&self) -> Result<(), PagingError> {
        if self.pages() < self.max_pages { Ok(()) } else { Err(PagingError::TooMany(self.max_pages)) }
    }

    /// Takes note of the page with this number.
    pub(super) fn take(&mut self, number: u64, page: PageSummary) -> Result<Step, PagingError> {
        if page.items == 0 {
            return Ok(Step::End);
        }
        if let Some(&earlier) = self.seen.get(&page.fingerprint) {
            // A response that is no list has no pages to tell apart.
            return if page.is_single { Ok(Step::End) } else { Err(PagingError::Repeats(earlier)) };
        }
        self.seen.insert(page.fingerprint, number);
        self.received = self.received.saturating_add(page.items);
        let is_complete = self.total(page).is_some_and(|total| self.received >= total);
        Ok(if is_complete { Step::Last } else { Step::More })
    }

    fn pages(&self) -> u64 {
        u64::try_from(self.seen.len()).unwrap_or(u64::MAX)
    }

    /// `count`, where it can only be the number of items on all pages.
    ///
    /// It may also be the size of the page that came (then it equals the number of its items) or of the page that was
    /// asked for (then it equals that). To stop for either would lose items, and to ask once more costs an empty page.
    fn total(&self, page: PageSummary) -> Option<u64> {
        page.count.filter(|&count| count > page.items && Some(count) != self.page_size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(items: u64, count: Option<u64>, fingerprint: u64) -> PageSummary {
        PageSummary { items, count, fingerprint, is_single: false }
    }

    #[test]
    fn an_empty_page_ends_the_run() {
        let mut pager = PagerState::new(None, 10);
        assert_eq!(pager.take(0, page(2, None, 1)), Ok(Step::More));
        assert_eq!(pager.take(1, page(0, Some(9), 2)), Ok(Step::End));
    }

    #[test]
    fn total_count_saves_the_empty_page() {
        let mut pager = PagerState::new(Some(2), 10);
        assert_eq!(pager.take(0, page(2, Some(5), 1)), Ok(Step::More));
        assert_eq!(pager.take(1, page(2, Some(5), 2)), Ok(Step::More));
        assert_eq!(pager.take(2, page(1, Some(5), 3)), Ok(Step::Last));
    }

    #[test]
    fn count_equal_to_page_size_ends_nothing() {
        for page_size in [None, Some(2), Some(50)] {
            let mut pager = PagerState::new(page_size, 10);
            for number in 0..3 {
                assert_eq!(pager.take(number, page(2, Some(2), number)), Ok(Step::More));
            }
        }
    }

    #[test]
    fn count_equal_to_asked_size_ends_nothing() {
        let mut pager = PagerState::new(Some(50), 10);
        for number in 0..5 {
            assert_eq!(pager.take(number, page(20, Some(50), number)), Ok(Step::More));
        }
    }

    #[test]
    fn a_run_that_starts_later_does_not_end_early() {
        let mut pager = PagerState::new(Some(10), 10);
        assert_eq!(pager.take(3, page(10, Some(42), 1)), Ok(Step::More));
        assert_eq!(pager.take(4, page(2, Some(42), 2)), Ok(Step::More));
    }

    #[test]
    fn a_page_that_came_before_is_not_taken_again() {
        let mut pager = PagerState::new(None, 10);
        assert_eq!(pager.take(0, page(2, None, 1)), Ok(Step::More));
        assert_eq!(pager.take(1, page(2, None, 2)), Ok(Step::More));
        assert_eq!(pager.take(2, page(2, None, 2)), Err(PagingError::Repeats(1)));
        assert_eq!(pager.take(2, page(2, None, 1)), Err(PagingError::Repeats(0)), "a server that goes round");
    }

    #[test]
    fn repeated_single_object_ends_the_list() {
        let single = PageSummary { is_single: true, ..page(1, None, 1) };
        let mut pager = PagerState::new(None, 10);
        assert_eq!(pager.take(0, single), Ok(Step::More));
        assert_eq!(pager.take(1, single), Ok(Step::End));
    }

    #[test]
    fn endless_server_stops_at_max_pages() {
        let mut pager = PagerState::new(None, 3);
        let mut number = 0;
        while pager.may_ask().is_ok() {
            assert_eq!(pager.take(number, page(1, None, number)), Ok(Step::More));
            number += 1;
        }
        assert_eq!((number, pager.may_ask()), (3, Err(PagingError::TooMany(3))));
    }
}
