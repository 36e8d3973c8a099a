//! When a call is sent again, and how long it waits before: three small traits, each settable on the client and, for one
//! call, on the request.
//!
//! Most programs need none of them. The defaults: at most 3 attempts; full jitter from 50 ms for failures that pass, from
//! 1 s when the server says that it is too much, up to 20 s; `Retry-After` obeyed as said below; a budget of 500 tokens for each
//! client, so that a server in trouble is not asked three times as often.
//!
//! # What becomes of `Retry-After`
//!
//! A call waits as long as the server asks, or as its own backoff says if that is longer, when the wait is at most 120 seconds
//! **and** ends before the deadline of the call. Otherwise it does not wait at all: it fails at once with the response that it has,
//! and [`Error::retry_after`](crate::Error::retry_after) tells what was asked. So with the default deadline of 90 seconds,
//! `Retry-After: 120` ends the call, and with [`timeout`](crate::HeroBuilder::timeout) at 150 seconds it is obeyed.
//!
//! # What no policy can change
//!
//! A request is repeated only where that is safe: the operation table calls the operation idempotent (GET, PUT, DELETE), or
//! the connection failed before the request was sent, or the server said 429, or the handle of the call says that it may be
//! repeated ([`Hero::with_idempotency`](crate::Hero::with_idempotency)). A policy is asked only then, and not when the certificate
//! of the server was refused ([`Error::is_certificate`](crate::Error::is_certificate)): another attempt would find the same.
//!
//! Repeating is not the same as not having acted: a DELETE whose first response was lost can find nothing any more and fail with
//! 404, which then means that it was done.

mod backoff;
mod budget;
mod policy;
mod retry_after;

pub use backoff::{Backoff, FullJitter};
pub use budget::{RetryBudget, TokenBucket, Unlimited};
pub use policy::{AttemptError, Decision, Never, RetryPolicy, RetryReason, RetryState, Standard};
pub(crate) use retry_after::RetryAfter;
