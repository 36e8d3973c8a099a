//! The comfortable layer over [`hero_api`]: the client that programs import first.

pub mod booking;
mod builder;
pub mod clock;
mod credentials;
mod environment;
mod error;
mod hero;
mod limit;
pub mod links;
mod options;
pub mod pages;
pub mod practice;
pub mod random;
pub mod retry;
mod send;
pub mod subscriptions;
mod trace;
mod transport;
mod view;

pub use builder::HeroBuilder;
pub use credentials::{Credentials, CredentialsProvider};
pub use environment::Environment;
pub use error::{Effect, Error, ErrorKind, TimeoutKind, ValidationIssue};
pub use hero::Hero;
pub use hero_api;
pub use limit::RateLimit;
pub use pages::{Items, Page, PagedExt, Pages};
pub use secrecy::SecretString;
pub use send::{SendWith, WithOptions};
