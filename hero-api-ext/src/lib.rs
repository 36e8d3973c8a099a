//! The comfortable layer over [`hero_api`]: the client that programs import first.

mod answer;
pub mod booking;
mod builder;
pub mod bulk;
/// The time, as the client gets it.
pub mod clock;
mod credentials;
mod email_address;
mod environment;
mod error;
mod hero;
mod input;
pub mod messages;
mod nhs_number;
mod options;
pub mod pages;
mod patient_id;
pub mod patients;
mod phone_number;
/// Randomness, as the client gets it.
pub mod random;
pub mod retry;
mod send;
mod sensitive;
mod snomed_code;
mod transport;
mod view;
mod wait;

pub use builder::HeroBuilder;
pub use credentials::{Credentials, CredentialsProvider};
pub use email_address::EmailAddress;
pub use environment::Environment;
pub use error::{Effect, Error, ErrorKind, Limit, ValidationIssue};
pub use hero::Hero;
pub use hero_api;
pub use nhs_number::NhsNumber;
pub use pages::{Items, Page, PagedExt, Pages};
pub use patient_id::PatientId;
pub use phone_number::PhoneNumber;
pub use secrecy::SecretString;
pub use send::{SendWith, WithOptions};
pub use snomed_code::SnomedCode;
