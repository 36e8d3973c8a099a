//! What an engine behind a trait of this crate has to keep to, as checks to run against your own.

#[cfg(feature = "messages")]
mod journal;
mod violations;

#[cfg(feature = "messages")]
pub use journal::{Sharing, journal_conformance};
pub use violations::Violations;
