//! The client for the Hero Health Public API that programs import first. It sends every operation of the bindings below it,
//! [`hero_api`], and adds what calls to a remote service need.
//!
//! # A first call
//!
//! ```no_run
//! use hero_api_ext::{Credentials, Environment, Hero};
//!
//! # async fn first_call() -> Result<(), hero_api_ext::Error> {
//! let hero = Hero::builder()
//!     .environment(Environment::Staging)
//!     .credentials(Credentials::new("key-from-the-portal", "practice-group-id"))
//!     .build()?;
//!
//! let practice = hero.api().get_practice_group_by_id().send().await?;
//! println!("{practice:?}");
//! # Ok(())
//! # }
//! ```
//!
//! # One way to call
//!
//! * [`Hero::api`] has a method for every operation. Its builder takes the parameters, and `send()` sends it. `?` turns the error
//!   into [`Error`]; [`ResponseExt`] tells the attempts and the elapsed time of a success.
//! * A handle such as [`Hero::patients`] has a method for every task. What it returns is sent by `send()` too, or by awaiting it.
//!   Lists are read by `items()` or `pages()`.
//! * Options hold for a handle: `hero.with_timeout(d).api()…` and `hero.with_timeout(d).patients()…`. See [`Hero`].
//! * Handles, builders and calls own a cheap clone of the client: keep them, and send them from tasks of their own.
//! * Arguments are checked when a call is sent. The error names the argument.
//! * A setter takes a `bool` where it sets a field or an option with two sides. What only turns something off is a method of its
//!   own, such as [`without_prefetch`](Items::without_prefetch).
//!
//! # What is where
//!
//! * [`Hero`], [`HeroBuilder`], [`Environment`], [`Credentials`], [`CredentialsProvider`]: how to start.
//! * [`Call`]: one call of a handle, ready to be sent.
//! * [`Error`]: one type for all calls, safe to log; its predicates say what to do.
//! * [`Effect`]: what a call that failed did at the server.
//! * [`Hero::request`]: an operation that the description lacks.
//! * `patients`: find, register, merge. `messages`: send one, or a batch; `bulk`: many at once, with a message each.
//! * [`NhsNumber`], [`PatientId`], [`PhoneNumber`], [`EmailAddress`], [`SnomedCode`]: inputs that are checked where they are
//!   made, and do not print what identifies a person.
//! * [`pages`]: lists as streams. `booking`: slots, reservations, appointments. `links`: what patients open. `practice`: what it
//!   is and offers. `webhooks`: which events Hero posts where.
//! * `forms`, `tasks`, `episodes`, `prescriptions`, `invoicing`, `patient_subscriptions`, `admins`, `partners`, `consultants`:
//!   the smaller parts of the API.
//! * [`retry`]: when a call is sent again; [`RateLimit`]: how many requests a client sends.
//! * `webhook_receiver`: the receiving side of webhooks, for the program that Hero posts to.
//! * `redis`: what the replicas of a program share, deliveries seen, a rate limit and access tokens. [`limit`]: the trait for
//!   other engines. `testing`: what such an engine has to keep to, checked.
//! * `observe`: what the server does beside what the description says, without a value.
//! * `clock`, [`random`]: time and chance, for tests. `sandbox`: a whole practice for them, without a key.
//! * [`hero_api`]: the bindings, with the types of all requests and responses.
//!
//! # Types that follow the description
//!
//! Some results are aliases of the bindings' types, such as `patients::PatientRecord`: each is the output of the operation that
//! its documentation names. Such a type has the fields that the description has, so an update of the description can change it;
//! `cargo xtask drift` says how. Every other type is this crate's own and changes only with its version.
//!
//! # What every call keeps to
//!
//! * A request is sent again only where that is safe, and a POST that may have arrived never is unless its handle says so: see
//!   [`retry`].
//! * A connection, an attempt and a call have a time limit each, decompressing and decoding included. A response has a size limit,
//!   after decompression.
//! * Names are looked up on threads of their own, so a name server that does not respond does not hold up the end of a program.
//! * Redirects are not followed, no `Referer` is sent; http is for loopback only, where no proxy is used.
//! * Errors, `Debug`, spans and events hold no key, URL path, header, body or input. Two things of a URL are shown: `Debug` of
//!   [`Hero`] prints the base URL, and the cause of an error ([`source`](std::error::Error::source), which `Debug` of [`Error`]
//!   prints too) may name the host, its address and port.
//!
//! # Features
//!
//! | feature | default | what it does |
//! | --- | --- | --- |
//! | `rustls` | yes | TLS in Rust |
//! | `native-tls` | | TLS of the system |
//! | `all-tags` | yes | every operation and every handle; pick tags instead (`patients`, `messages`, …) to compile less |
//! | `gzip` | yes | ask for compressed responses, and read them within the limits of size and time |
//! | `rate-limit` | yes | a limit of this process on how many requests it sends |
//! | `tracing` | | spans and events under the names of OpenTelemetry |
//! | `observe` | | what the server does beside what the description says |
//! | `webhook-receiver` | yes | receive what Hero posts to a webhook |
//! | `tower` | | a layer that lets only signed deliveries through |
//! | `axum` | | a route and an extractor for webhooks in axum |
//! | `redis` | | deliveries seen, a rate limit and access tokens in Redis, for several replicas |
//! | `postgres` | | a journal of bulks that workers on many machines share |
//! | `sqlite` | | a journal of bulks that the processes of one machine share; compiles C |
//! | `test-util` | | a clock that stands still, fixed randomness and signed deliveries, for your tests |
//! | `sandbox` | | a local Hero with invented patients, for your tests and for a first try |
//!
//! A tag is a feature of its own, with the handle that it is for: `patients`, `messages` (with `bulk`), `booking`, `links` and
//! `short-links`, `practice-group`, `webhooks`, `form` and `form-response`, `task`, `episode`, `prescription`, `invoicing`,
//! `subscriptions`, `admin`, `partners`, `booking-hca`.
//!
//! # What this crate does not do
//!
//! * It does not check inputs beyond what the description says, except where a type of its own names a rule.
//! * It does not cache responses.
//! * It does not keep bodies and headers out of your hands: [`Error::sensitive_body`] and [`Error::headers`] return them, and
//!   what you print is yours.

#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "admin")]
pub mod admins;
#[cfg(any(feature = "messages", feature = "task"))]
mod assignee;
#[cfg(feature = "booking")]
pub mod booking;
mod builder;
#[cfg(feature = "messages")]
pub mod bulk;
mod call;
#[cfg(feature = "test-util")]
pub mod clock;
#[cfg(not(feature = "test-util"))]
#[allow(unreachable_pub, reason = "only tests name a clock")]
mod clock;
#[cfg(feature = "booking-hca")]
pub mod consultants;
mod credentials;
mod email_address;
mod environment;
#[cfg(feature = "episode")]
pub mod episodes;
mod error;
#[cfg(all(feature = "form", feature = "form-response"))]
pub mod forms;
mod hero;
#[allow(dead_code, reason = "a build with few tags has few ids")]
mod id;
#[allow(dead_code, reason = "a build with few tags checks few inputs")]
mod input;
#[cfg(feature = "invoicing")]
pub mod invoicing;
pub mod limit;
#[cfg(all(feature = "links", feature = "short-links"))]
pub mod links;
#[cfg(feature = "messages")]
pub mod messages;
mod nhs_number;
#[cfg(feature = "observe")]
pub mod observe;
mod options;
pub mod pages;
#[cfg(feature = "partners")]
pub mod partners;
mod patient_id;
#[cfg(feature = "subscriptions")]
pub mod patient_subscriptions;
#[cfg(feature = "patients")]
pub mod patients;
mod phone_number;
#[allow(dead_code, reason = "a build with few tags has no flow that polls")]
mod poller;
#[cfg(feature = "practice-group")]
pub mod practice;
#[cfg(feature = "prescription")]
pub mod prescriptions;
pub mod random;
#[cfg(feature = "redis")]
pub mod redis;
mod request;
mod response;
#[allow(dead_code, reason = "a build with few tags reads few responses by field")]
mod response_fields;
pub mod retry;
#[cfg(feature = "sandbox")]
pub mod sandbox;
mod sensitive;
#[allow(dead_code, reason = "a build with few tags shows few ids")]
mod shown;
mod snomed_code;
#[cfg(feature = "task")]
pub mod tasks;
#[cfg(feature = "test-util")]
pub mod testing;
mod trace;
mod transport;
#[allow(dead_code, reason = "a build with few tags reads few responses as types of this crate")]
mod view;
#[cfg(feature = "webhook-receiver")]
pub mod webhook_receiver;
#[cfg(feature = "webhooks")]
pub mod webhooks;

#[cfg(any(feature = "messages", feature = "task"))]
pub use assignee::Assignee;
pub use builder::HeroBuilder;
pub use call::Call;
pub use credentials::{Credentials, CredentialsProvider};
pub use email_address::EmailAddress;
pub use environment::Environment;
pub use error::{Effect, Error, ErrorKind, TimeoutKind, ValidationIssue};
pub use hero::Hero;
pub use hero_api::{self, ResponseValue};
pub use id::Id;
pub use limit::RateLimit;
pub use nhs_number::NhsNumber;
pub use pages::{Items, List, Page, PagedExt, Pages};
pub use patient_id::PatientId;
pub use phone_number::PhoneNumber;
pub use request::UnboundRequest;
pub use response::ResponseExt;
pub use secrecy::SecretString;
pub use snomed_code::SnomedCode;

/// Compiles what the READMEs show.
#[cfg(doctest)]
mod readme {
    #[doc = include_str!("../README.md")]
    mod of_the_crate {}
    #[doc = include_str!("../../README.md")]
    mod of_the_workspace {}
}

/// What must not compile. Each says by its error code why it does not.
///
/// An option belongs to a handle, not to a request:
/// ```compile_fail,E0599
/// # async fn f(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
/// hero.api().get_patient_by_id().id("7").with_timeout(std::time::Duration::from_secs(5)).send().await?;
/// # Ok(())
/// # }
/// ```
/// The client is named once:
/// ```compile_fail,E0599
/// # async fn f(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
/// hero.api().get_patient_by_id().id("7").send_with(&hero).await?;
/// # Ok(())
/// # }
/// ```
/// A call is sent once:
/// ```compile_fail,E0382
/// # async fn f(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
/// let forms = hero.forms().list();
/// forms.send().await?;
/// forms.send().await?;
/// # Ok(())
/// # }
/// ```
/// A list is read by `items` or `pages`, not awaited:
/// ```compile_fail,E0277
/// # async fn f(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
/// let admins = hero.admins().list().await;
/// # Ok(())
/// # }
/// ```
/// A slot is reserved for a patient:
/// ```compile_fail,E0599
/// # async fn f(hero: hero_api_ext::Hero, slot: hero_api_ext::booking::Slot) -> Result<(), hero_api_ext::Error> {
/// hero.booking().reserve(&slot).send().await?;
/// # Ok(())
/// # }
/// ```
/// A response has no methods of its own, which could hide those of the value:
/// ```compile_fail,E0599
/// # async fn f(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
/// let patient = hero.api().get_patient_by_id().id("7").send().await?.into_inner();
/// # Ok(())
/// # }
/// ```
/// Only a message in the NHS App falls back to another channel:
/// ```compile_fail,E0599
/// # async fn f(hero: hero_api_ext::Hero, patient: hero_api_ext::PatientId) -> Result<(), hero_api_ext::Error> {
/// hero.messages().email(patient, "text").fallback_sms().send().await?;
/// # Ok(())
/// # }
/// ```
/// No environment is the default:
/// ```compile_fail,E0277
/// let environment: hero_api_ext::Environment = Default::default();
/// ```
///
/// And what has to: builders, calls and lists are kept, and sent by tasks of their own.
/// ```no_run
/// use hero_api_ext::{Call, Hero, forms::FormList, hero_api::builder::GetPatientById, pages::List};
///
/// struct Kept {
///     request: GetPatientById,
///     call: Call<FormList>,
///     list: List<hero_api_ext::hero_api::builder::ListAdmins>,
/// }
///
/// async fn keep(hero: Hero) {
///     let request = hero.with_timeout(std::time::Duration::from_secs(5)).api().get_patient_by_id().id("7");
///     let kept = Kept { request, call: hero.forms().list(), list: hero.admins().list() };
///     drop(hero);
///     tokio::spawn(kept.request.send());
///     tokio::spawn(kept.call.send());
///     tokio::spawn(kept.list.items().into_vec());
/// }
/// ```
#[cfg(all(doctest, feature = "all-tags"))]
mod must_not_compile {}
