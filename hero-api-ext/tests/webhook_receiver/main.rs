//! What a program that receives webhooks can rely on.
#![cfg(feature = "webhook-receiver")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to fail its test")]

mod hostile;
mod once;
mod property;
mod resolve;
#[cfg(feature = "axum")]
mod serve;
mod setup;
mod vectors;
