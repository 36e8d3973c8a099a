//! What a program that receives webhooks can rely on.
#![cfg(feature = "webhooks")]

mod hostile;
mod once;
mod property;
mod resolve;
#[cfg(feature = "axum")]
mod serve;
mod setup;
mod vectors;
