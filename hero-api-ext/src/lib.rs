//! The comfortable layer over [`hero_api`]: the client that programs import first.

mod builder;
pub mod clock;
mod credentials;
mod environment;
mod error;
mod hero;
mod limit;
mod options;
pub mod random;
pub mod retry;
mod send;
mod trace;
mod transport;
#[cfg(feature = "webhooks")]
pub mod webhooks;

pub use builder::HeroBuilder;
pub use credentials::{Credentials, CredentialsProvider};
pub use environment::Environment;
pub use error::{Effect, Error, ErrorKind, TimeoutKind, ValidationIssue};
pub use hero::Hero;
pub use hero_api;
pub use limit::RateLimit;
pub use secrecy::SecretString;
pub use send::{SendWith, WithOptions};
