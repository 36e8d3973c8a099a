//! `cargo xtask drift`: the reports, the waivers, and the command as a process.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the helpers of tests stop at what must not happen, as tests do")]

mod browser;
mod process;
mod reports;
mod user_crates;
mod waivers;

#[path = "../../../tests/support/mod.rs"]
mod support;
