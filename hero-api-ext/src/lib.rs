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
mod patient_id;
pub mod practice;
pub mod random;
pub mod retry;
mod send;
#[allow(unused, reason = "most of it is for inputs of other flows")]
mod sensitive;
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
pub use patient_id::PatientId;
pub use secrecy::SecretString;
pub use send::{SendWith, WithOptions};
