//! What the client does on the wire, against servers that behave and servers that do not.

mod alone;
mod any;
mod credentials;
mod errors;
mod manners;
mod observe;
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
