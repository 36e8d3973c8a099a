//! `cargo xtask update` against servers on this machine, good and bad, and killed at every step.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the helpers of tests stop at what must not happen, as tests do")]

#[path = "../../../tests/support/built.rs"]
#[allow(dead_code, unreachable_pub, reason = "every test program compiles this module and uses a part of it")]
mod built;
mod calling;
mod end_to_end;
mod fetching;
mod kills;
mod refusals;
mod server;
mod workspace;
