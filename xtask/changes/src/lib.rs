//! The commands about changes of the description: `cargo xtask update` and `cargo xtask drift`.
//!
//! They are apart from [`xtask`], which generates: who only generates does not build the comparison.

pub mod cli;
pub mod clock;
mod context;
pub mod download;
pub mod drift;
mod metadata;
pub mod run;
pub mod source;
pub mod traffic;
pub mod update;
mod user_crates;
