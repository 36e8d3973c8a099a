//! When a call is sent again, and how long it waits before: three small traits, each settable on the client and, for one
//! call, on the request.
//!
//! Most programs need none of them. The defaults: at most 3 attempts; full jitter from 50 ms for failures that pass, from
//! 1 s when the server says that it is too much, up to 20 s; `Retry-After` obeyed up to 120 s; a budget of 500 tokens a
//! client, so that a server in trouble is not asked three times as often.
//!
//! # What no policy can change
//!
//! A request is repeated only where that is safe: the operation table calls the operation idempotent (GET, PUT, DELETE), or
//! the connection failed before the request was sent, or the server said 429, or the handle of the call says that it may be
//! repeated ([`Hero::with_idempotency`](crate::Hero::with_idempotency)). A policy is asked only then.
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
