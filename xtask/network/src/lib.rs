//! The network half of `cargo xtask`: downloads what `update` and `drift` ask for.
//!
//! It is a program of its own so that `cargo xtask generate` builds neither TLS nor a C library. `cargo xtask update` starts it
//! by itself.

pub mod fetch;
pub mod progress;
