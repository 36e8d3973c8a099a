//! What the client promises, in one program: it is linked once, and its tests run side by side.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a helper that fails has to fail its test")]

mod booking;
mod examples;
mod journal;
mod patients_messages;
mod sandbox;
mod scale;
mod support;
mod transport;
mod webhook_receiver;
