//! The command behind `cargo xtask`: reads and writes the files of the workspace.
//!
//! What it runs is in three libraries: [`document`] reads a description, [`codegen`] makes bindings of it, [`drift`](::drift)
//! compares two.

pub mod cli;
pub mod clock;
pub mod command;
pub mod drift;
pub mod fetch;
pub mod files;
pub mod inspect;
pub mod journal;
pub mod lock;
pub mod progress;
pub mod source;
pub mod standalone;
pub mod update;
pub mod workspace;
