//! Receives what Hero posts to a webhook, safely.
//!
//! Use it in the program whose URL a webhook was created with. Creating webhooks is a call like any other.
//!
//! # A server
//!
//! With the feature `axum`:
//!
#![cfg_attr(feature = "axum", doc = "```no_run")]
#![cfg_attr(not(feature = "axum"), doc = "```ignore")]
//! use axum::Router;
//! use hero_api_ext::webhook_receiver::{Delivery, Event, Receiver, Verifier, axum::webhook};
//! use http::StatusCode;
//!
//! async fn on_delivery(delivery: Delivery) -> StatusCode {
//!     match delivery.event() {
//!         Event::AppointmentConfirmed { id, practice_group_id, .. } => {
//!             println!("appointment {id} of practice group {practice_group_id} was confirmed");
//!         }
//!         other => println!("nothing to do for {other:?}"),
//!     }
//!     StatusCode::NO_CONTENT
//! }
//!
//! # async fn serve() -> Result<(), Box<dyn std::error::Error>> {
//! let verifier = Verifier::new(std::env::var("HERO_SIGNING_KEY")?)?;
//! let app: Router = Router::new().route("/webhooks/hero", webhook(Receiver::new(verifier), on_delivery));
//! # Ok(())
//! # }
//! ```
//!
//! [`Receiver::handle`] does the same in any other framework, and `tower::WebhookLayer` in those that are built on
//! tower.
//!
//! # What is checked
//!
//! 1. The body is no larger than a limit (64 KiB). Nothing beyond the limit is held.
//! 2. It is signed with one of your keys: HMAC-SHA256 over the timestamp header, a full stop and the body as it came.
//! 3. It was signed at most five minutes ago, or ahead.
//! 4. It is an event, of a known kind or not.
//! 5. It was not handled before.
//!
//! Whatever is wrong with the first three, the sender gets 401 and no detail. [`Rejection`] tells you what it was: see
//! [`Receiver::with_observer`] and [`Receiver::counts`].
//!
//! # What Hero does not document
//!
//! | open question | what is taken |
//! | --- | --- |
//! | how the signature is written | hex, base64 of either alphabet; `sha256=` or `v1=` before it; several in a header |
//! | how the time is written | seconds or milliseconds since 1970, ISO 8601 with or without an offset, an HTTP date |
//! | how old it may be | five minutes, see [`Verifier::with_tolerance`] |
//! | whether it is repeated, and signed anew then | both: 200 for what was handled, again what failed |
//! | what some events hold | [`Event::Unknown`] holds all that came |
//!
//! # When the guard is full
//!
//! [`MemoryGuard`] holds 100,000 deliveries unless told otherwise. A new delivery that finds it full gets 503, so that Hero
//! can repeat it, and is counted as [`Outcome::GuardFull`]; deliveries that were handled are still known.
//!
//! # At least once
//!
//! A delivery whose handler failed, was stopped or took too long is handled when Hero repeats it, and one that Hero signs
//! anew cannot be told from a new one. So a handler may see the same event twice: make it harmless to handle it twice.
//! [`Delivery::is_taken_over`] tells a handler that one before it did not end and may have acted.
//!
//! # What this module does not do
//!
//! * It does not take deliveries that are not signed. Create webhooks with a `signing_key`.
//! * It does not wait for slow senders or limit how many there are: that is the server's task.
//! * It does not queue. A handler that takes long should put the event in a queue and respond.

#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "tower")]
mod body;
mod delivery;
mod error;
mod event;
mod fields;
mod headers;
mod key;
mod memory_guard;
mod outcome;
mod receiver;
mod rejection;
mod replay;
#[cfg(all(feature = "booking", feature = "form-response", feature = "messages", feature = "patients"))]
mod resource;
mod signature;
#[cfg(any(test, feature = "test-util"))]
pub mod testing;
mod timestamp;
#[cfg(feature = "tower")]
pub mod tower;
mod verifier;

pub use delivery::{Delivery, DeliveryId, Receipt};
pub use error::{KeyError, ParseError, VerifyError};
pub use event::Event;
pub use fields::Fields;
pub use headers::{SIGNATURE as SIGNATURE_HEADER, SignatureHeaders, TIMESTAMP as TIMESTAMP_HEADER};
pub use memory_guard::{GuardFull, MemoryGuard};
pub use outcome::{Counts, Outcome};
pub use receiver::Receiver;
pub use rejection::Rejection;
pub use replay::{Claim, GuardError, ReplayGuard};
#[cfg(all(feature = "booking", feature = "form-response", feature = "messages", feature = "patients"))]
pub use resource::Resource;
pub use verifier::{Verified, Verifier};
