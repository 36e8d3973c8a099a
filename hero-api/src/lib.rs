//! Rust bindings for the Hero Health Public API, generated from its OpenAPI description and locked to it.
//!
//! Hero Health lets partners work with NHS GP practices: message patients, book appointments, find and register patients, make
//! booking and form links, take webhooks. This crate has one method for each operation of the API and one type for each shape
//! in it. It sends each call once.
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
//! Every operation works like this. A method of [`Client`] returns a builder, its setters take the parameters and the body, and
//! `send` makes the call and returns a [`ResponseValue`] or an [`Error`]. Both are safe to print: `Debug` and `Display` show no
//! personal data.
//!
//! # When to use `hero-api-ext` instead
//!
//! Most programs should use `hero-api-ext`. It is built on this crate, works with all its operations, and adds what a program that
//! calls a remote service needs: environments, retries that do not send a message twice, deadlines, a cap on response sizes, tracing,
//! streams over pages, validation issues as a list, webhooks, and the common flows in one call. Use this crate alone for the bare
//! bindings, or to build your own layer with [`Client::with_transport`].
//!
//! # What is where
//!
//! * [`Client`], [`Credentials`]: how to start.
//! * [`builder`]: the builders of all operations; [`types`]: the shapes they take and return.
//! * [`operations`]: the operation table, one [`OperationInfo`] for each.
//! * [`Operation`], [`Paged`], [`WithBody`]: for code that is to work with every operation.
//! * [`RawBody`], [`Upload`]: what comes or goes as bytes.
//! * [`Patch`]: a field of an update, which can be left alone, cleared or set.
//! * [`Error`]: one type for all calls, safe to log, with status, headers and body behind accessors.
//! * [`Transport`]: the only connection to the network.
//!
//! # Where the description comes from
//!
//! [`SPEC_ORIGIN`] says whether the description is the published file or a transcript of the reference pages, and
//! [`OperationInfo::provenance`] says for each operation how much of it was read, seen in a sample, or inferred.
//!
//! Servers change before descriptions do, so decoding is lenient: a new value of an enum, a new field, `null` for a list or a
//! time without an offset does not fail a response. What a request carries is checked before it is sent: the setters of builders hold
//! values to the limits of the description (the least and the largest number, the length of a list).
//!
//! Only setters check these limits. A value that you decode from JSON, or assign to a public field of a type, is sent as it is, and
//! the server decides. In a request, a text with a pattern or a length has a type of its own, which checks every value.
//!
//! # Features
//!
//! | feature | default | what it does |
//! | --- | --- | --- |
//! | `rustls` | yes | TLS in Rust |
//! | `native-tls` | | TLS of the system |
//! | `all-tags` | yes | all operations; or pick tags of the reference, such as `practice-group`, to compile less |
//! | `schemars` | | `schemars::JsonSchema` on every type |
//! | `observe` | | the shapes of all messages as data: `hero-api-ext` holds traffic against them |
//! | `httpmock` | | typed mock servers, for your tests |
//!
//! `RUSTFLAGS="--cfg debug_shows_personal_data"` makes `Debug` show personal data. Use it for local work with invented patients
//! only, never for a service. It is not a feature, because features unify: any crate of a program could turn it on.
//!
//! # What this crate does not do
//!
//! * It does not retry, page, follow redirects, cap response sizes or trace.
//! * It does not hide response headers and bodies: [`Error::sensitive_body`] and [`ResponseValue::headers`] return them, so be
//!   careful with what you print.
//! * It does not zero the memory that held secrets.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod client;
mod credentials;
mod runtime;

#[allow(missing_docs, unreachable_pub, unused_imports, reason = "the description decides what there is to say")]
#[allow(clippy::all, clippy::pedantic, reason = "the generator writes for every description, and says more than some need")]
#[allow(clippy::unwrap_used, reason = "the generator has compiled each pattern before")]
#[rustfmt::skip]
mod generated;

pub use credentials::Credentials;
/// What messages look like, as JSON: see `xtask/codegen/src/shapes/render.rs`. `hero-api-ext` reads it when it observes.
#[cfg(feature = "observe")]
#[doc(hidden)]
pub const SHAPES: &str = include_str!("generated/shapes.json");

pub use generated::{SPEC_ORIGIN, SPEC_SHA256, SPEC_VERSION, builder, operations, types};
pub use runtime::*;

/// Typed mock servers for the tests of crates that use this one. Needs the feature `httpmock`.
///
/// [`MockServerExt`](mock::MockServerExt) adds a method per operation to [`httpmock::MockServer`]. An expected value is compared
/// in the form in which the client sends it, so a list, a time or a value with spaces matches.
///
/// # Examples
///
/// ```
/// # #[cfg(feature = "practice-group")]
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use hero_api::{Client, Credentials, mock::MockServerExt};
/// use serde_json::json;
///
/// let server = httpmock::MockServer::start();
/// let mock = server.get_practice_group_by_id(|_when, then| {
///     then.ok_json(json!({ "id": "12" }));
/// });
///
/// let client = Client::new(&server.base_url(), Credentials::new("key", "12")?)?;
/// let practice_group = client.get_practice_group_by_id().send().await?;
/// mock.assert();
/// # let _ = practice_group;
/// # Ok(())
/// # }
/// # #[cfg(not(feature = "practice-group"))]
/// # fn main() {}
/// ```
#[cfg(feature = "httpmock")]
pub mod mock {
    pub use crate::{
        generated::mock::MockServerExt,
        runtime::mock::{MockOperation, Then, When},
    };
}

/// Compiles what the README shows.
#[cfg(all(doctest, feature = "practice-group", feature = "patients"))]
#[doc = include_str!("../README.md")]
mod readme {}
