//! The types that only operations of the tag ShortLinks use.
mod r#list_short_links;
pub use self::r#list_short_links::{
    ListShortLinksItem, ListShortLinksOrderBy, ListShortLinksResponse,
    ListShortLinksStatus, ListShortLinksType,
};
