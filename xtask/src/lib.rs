//! The command behind `cargo xtask`: reads and writes the files of the workspace.
//!
//! What it runs is in four libraries: [`document`] reads a description, [`codegen`] makes bindings of it, [`drift`](::drift)
//! compares two, and [`files`] writes what came out.

pub mod apply;
pub mod bench;
pub mod build;
mod cargo;
pub mod cli;
pub mod clock;
pub mod download;
pub mod drift;
pub mod effective;
pub mod generate;
pub mod inspect;
pub mod journal;
pub mod lock;
pub mod output;
pub mod paths;
pub mod run;
pub mod source;
pub mod standalone;
pub mod traffic;
pub mod update;
mod user_crates;
pub mod verify;
pub mod workspace;
