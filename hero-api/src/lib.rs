//! Rust bindings for the Hero Health Public API, generated from its OpenAPI description and locked to it.
//!
//! Hero Health lets partners work with NHS GP practices: message patients, book appointments, find and register patients, make
//! booking and form links, take webhooks. This crate has one method for each operation of the API and one type for each shape
//! in it, and sends each call once.
//!
//! # A first call
//!
//! ```no_run
//! use hero_api::{Client, Credentials};
//!
//! # async fn first_call(api_key: &str, practice_group_id: &str) -> Result<(), hero_api::Error> {
//! let credentials = Credentials::new(api_key, practice_group_id)?;
//! let client = Client::new("https://api.example.com", credentials)?;
//!
//! # #[cfg(feature = "practice-group")]
//! let practice_group = client.get_practice_group_by_id().send().await?;
//! # #[cfg(feature = "practice-group")]
//! println!("{practice_group:?}");
//! # Ok(())
//! # }
//! ```
//!
//! Every operation works like that: a method of [`Client`] returns a builder, its setters take parameters and body, `send` makes
//! the call and returns a [`ResponseValue`] or an [`Error`]. Printing either is safe: personal data does not reach `Debug` or
//! `Display`.
//!
//! # When to use `hero-api-ext` instead
//!
//! Most programs should. It is built on this crate, works with all its operations, and adds what calls to a remote service need
//! sooner or later: environments, retries that do not send a message twice, deadlines, a cap on response sizes, tracing,
//! streams over pages, validation issues as a list, webhooks, and the common flows in one call. Use this crate alone for the bare
//! bindings, or to build such a layer of your own with [`Client::with_transport`].
//!
//! # What is where
//!
//! * [`Client`], [`Credentials`]: how to start.
//! * [`builder`]: the builders of all operations; [`types`]: the shapes they take and return.
//! * [`operations`]: the operation table, one [`OperationInfo`] for each.
//! * [`Operation`], [`Paged`]: for code that is to work with every operation.
//! * [`RawBody`], [`Upload`]: what comes or goes as bytes.
//! * [`Patch`]: a field of an update, which can be left alone, cleared or set.
//! * [`Error`]: one type for all calls, safe to log, with status, headers and body behind accessors.
//! * [`Transport`]: the one seam to the network.
//!
//! # How well the bindings are founded
//!
//! [`SPEC_ORIGIN`] says whether the description is the published file or a transcript of the reference pages, and
//! [`OperationInfo::provenance`] says for each operation how much of it was read, seen in a sample, or inferred.
//!
//! Servers change before descriptions do, so decoding is lenient: a new value of an enum, a new field, `null` for a list or a
//! time without an offset does not fail a response. What a request carries is checked strictly, before it is sent.
//!
//! # Features
//!
//! | feature | default | what it does |
//! | --- | --- | --- |
//! | `rustls` | yes | TLS in Rust |
//! | `native-tls` | | TLS of the system |
//! | `all-tags` | yes | all operations; or pick tags of the reference, such as `practice-group`, to compile less |
//! | `schemars` | | `schemars::JsonSchema` on every type |
//! | `httpmock` | | typed mock servers, for your tests |
//! | `debug-shows-personal-data` | | `Debug` shows personal data; for local work with invented patients, never for a service |
//!
//! # What this crate does not do
//!
//! * It does not retry, page, follow redirects, cap response sizes or trace.
//! * It does not keep response headers or bodies out of your hands: [`Error::sensitive_body`] and [`ResponseValue::headers`]
//!   return them, and what you print is yours.
//! * It does not zero the memory that secrets were in.

#[allow(dead_code, reason = "a description may have no value of several shapes")]
mod alternatives;
mod base_url;
mod client;
mod conversion;
mod credentials;
mod error;
mod fault;
mod form;
mod json;
mod mismatch;
#[allow(dead_code, reason = "a description may have no body in parts")]
mod multipart;
mod open_enum;
mod operation;
mod paging;
mod patch;
mod path;
mod query;
mod raw_body;
mod reason;
mod response;
mod transport;
mod upload;

#[cfg(feature = "httpmock")]
pub mod mock;

// Public for the code that macros and serde attributes of generated types expand to.
#[doc(hidden)]
pub mod lenient;
#[doc(hidden)]
pub mod redacted;

#[allow(missing_docs, unreachable_pub, unused_imports, reason = "the description decides what there is to say")]
#[allow(clippy::all, clippy::pedantic, reason = "the generator writes for every description, and says more than some need")]
#[allow(clippy::unwrap_used, reason = "the generator has compiled each pattern before")]
#[rustfmt::skip]
mod generated;

#[allow(unused_imports, reason = "some tags reach no open enum")]
pub(crate) use open_enum::open_enum;

pub use client::Client;
pub use conversion::ConversionError;
pub use credentials::Credentials;
pub use error::Error;
pub use fault::ErrorKind;
pub use generated::{SPEC_ORIGIN, SPEC_SHA256, SPEC_VERSION, builder, operations, types};
pub use json::Json;
pub use operation::{ErrorSchema, Operation, OperationInfo, Paged, Provenance, StatusPattern};
pub use patch::Patch;
pub use raw_body::RawBody;
pub use response::ResponseValue;
pub use transport::{BoxFuture, Transport, TransportError};
pub use upload::Upload;

/// Compiles what the README shows.
#[cfg(all(doctest, feature = "practice-group", feature = "patients"))]
#[doc = include_str!("../README.md")]
mod readme {}
