//! The comfortable layer over [`hero_api`]: the client that programs import first.

pub mod booking;
mod builder;
/// The time, as the client gets it.
pub mod clock;
mod credentials;
mod environment;
mod error;
mod hero;
pub mod links;
mod options;
pub mod pages;
pub mod practice;
/// Randomness, as the client gets it.
pub mod random;
pub mod retry;
mod send;
pub mod subscriptions;
mod transport;
mod view;

pub use builder::HeroBuilder;
pub use credentials::{Credentials, CredentialsProvider};
pub use environment::Environment;
pub use error::{Effect, Error, ErrorKind, Limit, ValidationIssue};
pub use hero::Hero;
pub use hero_api;
pub use pages::{Items, Page, PagedExt, Pages};
pub use secrecy::SecretString;
pub use send::{SendWith, WithOptions};
