//! Lists that come in pages: read them as one stream of items, or page by page.
//!
//! When to use it: for every operation whose response is one page of many. [`PagedExt`] gives each of them `items` and
//! `pages`, also those that a later description adds.
//!
//! ```no_run
//! use hero_api_ext::{Hero, PagedExt};
//!
//! # async fn links(hero: &Hero) -> Result<(), hero_api_ext::Error> {
//! let mut links = hero.api().list_short_links().items().page_size(100);
//! while let Some(link) = links.next().await {
//!     println!("{:?}", link?.get("status"));
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Options of a handle hold for the request of each page:
//!
//! ```no_run
//! use std::time::Duration;
//!
//! use hero_api_ext::{Error, Hero, PagedExt};
//!
//! # async fn episodes(hero: &Hero) -> Result<(), Error> {
//! let quick = hero.with_timeout(Duration::from_secs(10));
//! let episodes = quick.api().list_episodes().items().limit(50).into_vec().await?;
//! # Ok(())
//! # }
//! ```
//!
//! # What is guaranteed
//!
//! * Items come in the order of the server. An error of a page comes after all items of the page before it.
//! * While you work on a page, the next one is fetched; see [`Items::without_prefetch`].
//! * Dropping the stream stops the work: no further page is asked for, and the one under way is given up.
//! * The stream ends for every server. An empty page ends it. A page that was there before is an error, since the
//!   server then ignores which page is asked for. After [`max_pages`](Items::max_pages) pages it is an error too.
//! * After an error the stream is over. [`resume_from`](Items::resume_from) says where to start the next one.
//!
//! # What is not
//!
//! A list that changes while it is read can lose or repeat items: the API pages by number, and has no cursor. Sort by
//! the time of creation where the operation can.

mod fetch;
mod pager_state;
mod shape;
mod stream;

use std::{fmt, vec};

use hero_api::Paged;

pub use self::stream::{Items, Pages};

/// Reads all pages of an operation. Every operation that returns pages has these methods.
pub trait PagedExt: Paged + 'static {
    /// All items, as one stream.
    ///
    /// Nothing is sent before the first [`next`](Items::next). A page number or size that was set on the operation
    /// itself counts, unless one is set here.
    fn items(self) -> Items<Self> {
        Items::new(self.pages())
    }

    /// All pages, as a stream of lists. Use it to keep a mark of how far you came, page by page.
    ///
    /// Otherwise as [`items`](Self::items).
    fn pages(self) -> Pages<Self> {
        Pages::new(self)
    }
}

impl<P: Paged + 'static> PagedExt for P {}

/// A list, ready to be read: by [`items`](Self::items) or by [`pages`](Self::pages).
#[derive(Clone)]
#[must_use = "a list is not read until its items are asked for"]
pub struct List<P> {
    operation: P,
}

impl<P: Paged + 'static> List<P> {
    pub(crate) fn new(operation: P) -> Self {
        Self { operation }
    }

    /// As [`PagedExt::items`].
    pub fn items(self) -> Items<P> {
        self.operation.items()
    }

    /// As [`PagedExt::pages`].
    pub fn pages(self) -> Pages<P> {
        self.operation.pages()
    }
}

impl<P: Paged> fmt::Debug for List<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("List").field("operation", &P::INFO.id).finish_non_exhaustive()
    }
}

/// One page of a list.
#[derive(Clone)]
pub struct Page<T> {
    number: u64,
    count: Option<u64>,
    items: Vec<T>,
}

impl<T> Page<T> {
    #[allow(dead_code, reason = "only some tags make pages themselves")]
    pub(crate) fn new(number: u64, count: Option<u64>, items: Vec<T>) -> Self {
        Self { number, count, items }
    }

    /// The number that the page was asked for with; most lists begin with page 0.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }

    /// What the server says is the count. The reference does not say whether that is the number of items on all pages
    /// or on this one.
    #[must_use]
    pub fn count(&self) -> Option<u64> {
        self.count
    }

    /// The items, in the order of the server. There is at least one.
    #[must_use]
    pub fn items(&self) -> &[T] {
        &self.items
    }

    /// The items themselves.
    #[must_use]
    pub fn into_items(self) -> Vec<T> {
        self.items
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<T> fmt::Debug for Page<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page")
            .field("number", &self.number)
            .field("count", &self.count)
            .field("items", &self.items.len())
            .finish()
    }
}
