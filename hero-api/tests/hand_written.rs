//! The unit tests of what is written by hand, compiled without the generated code: it depends on none of it, and that is five times
//! as long.
#![allow(dead_code, unreachable_pub, reason = "the crate uses and exports what these tests do not")]

#[path = "../src/credentials.rs"]
mod credentials;
#[path = "../src/runtime/mod.rs"]
mod runtime;
