//! The types that only operations of the tag ShortLinks use.

mod list_short_links;

pub use self::list_short_links::{
    ListShortLinksItem, ListShortLinksOrderBy, ListShortLinksResponse,
    ListShortLinksStatus, ListShortLinksType,
};
