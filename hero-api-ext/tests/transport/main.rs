//! What the client does on the wire, against servers that behave and servers that do not.

mod alone;
mod any;
mod credentials;
mod errors;
mod manners;
mod quickstart;
mod repeats;
mod server;
#[cfg(feature = "tracing")]
mod spans;
mod waits;
