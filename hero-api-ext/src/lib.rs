//! The comfortable layer over [`hero_api`]: the client that programs import first.

mod builder;
/// The time, as the client gets it.
pub mod clock;
mod credentials;
mod environment;
mod error;
mod hero;
mod options;
/// Randomness, as the client gets it.
pub mod random;
pub mod retry;
mod send;
mod transport;
#[cfg(feature = "webhooks")]
pub mod webhooks;

pub use builder::HeroBuilder;
pub use credentials::{Credentials, CredentialsProvider};
pub use environment::Environment;
pub use error::{Effect, Error, ErrorKind, Limit, ValidationIssue};
pub use hero::Hero;
pub use hero_api;
pub use secrecy::SecretString;
pub use send::{SendWith, WithOptions};
