//! What the client does on the wire, against servers that behave and servers that do not.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to fail its test")]

mod alone;
mod any;
mod credentials;
mod errors;
mod manners;
#[cfg(feature = "observe")]
mod observe;
#[cfg(feature = "observe")]
mod observers;
mod quickstart;
mod repeats;
mod server;
#[cfg(feature = "tracing")]
mod spans;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
mod tls;
mod unbound;
mod waits;
