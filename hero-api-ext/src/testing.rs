//! What an engine behind a trait of this crate has to keep to, as checks to run against your own.
//!
//! Each check takes a clock and a function that makes the engine, as one replica of a program has it: what it makes in two calls
//! has to share what it stores. Give a [`TestClock`](crate::clock::TestClock) to an engine that lives by the time that it is
//! told, and a [`SystemClock`](crate::clock::SystemClock) to one with a time of its own; a check then takes some seconds.
//!
//! ```
//! use std::sync::Arc;
//!
//! use hero_api_ext::{clock::TestClock, testing, webhook_receiver::MemoryGuard};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), testing::Violations> {
//! let guard = Arc::new(MemoryGuard::new());
//! testing::replay_guard_conformance(&TestClock::default(), async || Ok(Arc::clone(&guard))).await?;
//! # Ok(())
//! # }
//! ```

#[cfg(feature = "messages")]
mod journal;
mod limiter;
#[cfg(feature = "webhook-receiver")]
mod replay_guard;
#[cfg(feature = "practice-group")]
mod token_cache;
mod violations;

#[cfg(feature = "messages")]
pub use journal::{Sharing, journal_conformance};
pub use limiter::limiter_conformance;
#[cfg(feature = "webhook-receiver")]
pub use replay_guard::replay_guard_conformance;
#[cfg(feature = "practice-group")]
pub use token_cache::token_cache_conformance;
pub use violations::Violations;
