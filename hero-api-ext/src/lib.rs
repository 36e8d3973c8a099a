//! The client for the Hero Health Public API that programs import first. It sends every operation of the bindings below it,
//! [`hero_api`], and adds what calls to a remote service need.
//!
//! # A first call
//!
//! ```no_run
//! use hero_api_ext::{Credentials, Environment, Hero, SendWith};
//!
//! # async fn first_call() -> Result<(), hero_api_ext::Error> {
//! let hero = Hero::builder()
//!     .environment(Environment::Staging)
//!     .credentials(Credentials::new("key-from-the-portal", "practice-group-id"))
//!     .build()?;
//!
//! let practice = hero.api().get_practice_group_by_id().send_with(&hero).await?;
//! println!("{}", practice.name.unwrap_or_default());
//! # Ok(())
//! # }
//! ```
//!
//! Every operation works like that: [`Hero::api`] has a method for each, whose builder takes the parameters, and
//! [`SendWith::send_with`] sends it. Options for one call are the `with_…` of [`SendWith`], those for some calls, flows
//! included, the `with_…` of [`Hero`].
//!
//! # What is where
//!
//! * [`Hero`], [`HeroBuilder`], [`Environment`], [`Credentials`], [`CredentialsProvider`]: how to start.
//! * [`SendWith`]: how a request is sent, and its options.
//! * [`Error`]: one type for all calls, safe to log; its predicates say what to do.
//! * [`Effect`]: what a call that failed did at the server.
//! * [`patients`]: find, register, merge. [`messages`]: send one, or a batch; [`bulk`]: many at once, with a message each.
//! * [`NhsNumber`], [`PatientId`], [`PhoneNumber`], [`EmailAddress`], [`SnomedCode`]: inputs that are checked where they are
//!   made, and do not print what identifies a person.
//! * [`pages`]: lists as streams. [`booking`]: slots, reservations, appointments. [`links`]: what patients open. [`practice`]: what it
//!   is and offers. [`webhooks`]: which events Hero posts where.
//! * [`forms`], [`tasks`], [`episodes`], [`prescriptions`], [`invoicing`], [`patient_subscriptions`], [`admins`], [`partners`],
//!   [`consultants`]: the smaller parts of the API.
//! * [`retry`]: when a call is sent again; [`RateLimit`]: how many requests a client sends.
//! * `webhook_receiver`: the receiving side of webhooks, for the program that Hero posts to.
//! * [`clock`], [`random`]: time and chance, for tests.
//! * [`hero_api`]: the bindings, with the types of all requests and responses.
//!
//! # What every call keeps to
//!
//! * A request is sent again only where that is safe, and a POST that may have arrived never is unless its call says so: see
//!   [`retry`].
//! * A connection, an attempt and a call have a time limit each, a response has a size limit, after decompression.
//! * Redirects are not followed, no `Referer` is sent; http is for loopback only, where no proxy is used.
//! * Errors, `Debug`, spans and events hold no key, URL, header, body or input.
//!
//! # Features
//!
//! | feature | default | what it does |
//! | --- | --- | --- |
//! | `rustls` | yes | TLS in Rust |
//! | `native-tls` | | TLS of the system |
//! | `tracing` | | spans and events under the names of OpenTelemetry |
//! | `webhook-receiver` | yes | receive what Hero posts to a webhook |
//! | `tower` | | a layer that lets only signed deliveries through |
//! | `axum` | | a route and an extractor for webhooks in axum |
//!
//! All operations are compiled in.
//!
//! # What this crate does not do
//!
//! * It does not check inputs beyond what the description says, except where a type of its own names a rule.
//! * It does not cache responses.
//! * It does not keep bodies and headers out of your hands: [`Error::sensitive_body`] and [`Error::headers`] return them, and
//!   what you print is yours.

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod admins;
pub mod booking;
mod builder;
pub mod bulk;
pub mod clock;
pub mod consultants;
mod credentials;
mod email_address;
mod environment;
pub mod episodes;
mod error;
pub mod forms;
mod hero;
mod input;
pub mod invoicing;
mod limit;
pub mod links;
pub mod messages;
mod nhs_number;
mod options;
pub mod pages;
pub mod partners;
mod patient_id;
pub mod patient_subscriptions;
pub mod patients;
mod phone_number;
mod poller;
pub mod practice;
pub mod prescriptions;
pub mod random;
mod response_fields;
pub mod retry;
mod send;
mod sensitive;
mod snomed_code;
pub mod tasks;
mod trace;
mod transport;
mod view;
#[cfg(feature = "webhook-receiver")]
pub mod webhook_receiver;
pub mod webhooks;

pub use builder::HeroBuilder;
pub use credentials::{Credentials, CredentialsProvider};
pub use email_address::EmailAddress;
pub use environment::Environment;
pub use error::{Effect, Error, ErrorKind, TimeoutKind, ValidationIssue};
pub use hero::Hero;
pub use hero_api;
pub use limit::RateLimit;
pub use nhs_number::NhsNumber;
pub use pages::{Items, Page, PagedExt, Pages};
pub use patient_id::PatientId;
pub use phone_number::PhoneNumber;
pub use secrecy::SecretString;
pub use send::{SendWith, WithOptions};
pub use snomed_code::SnomedCode;

/// Compiles what the READMEs show.
#[cfg(doctest)]
mod readme {
    #[doc = include_str!("../README.md")]
    mod of_the_crate {}
    #[doc = include_str!("../../README.md")]
    mod of_the_workspace {}
}
