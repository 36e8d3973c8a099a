//! The command behind `cargo xtask`: reads and writes the files of the workspace.
//!
//! What it runs is in three libraries: [`document`] reads a description, [`codegen`] makes bindings of it, and [`files`] writes
//! what came out. `update` and `drift` are in a package of their own, `xtask-changes`.

pub mod apply;
pub mod bench;
pub mod build;
pub mod cargo;
pub mod cli;
pub mod effective;
pub mod generate;
pub mod inspect;
pub mod journal;
pub mod lock;
pub mod output;
pub mod paths;
pub mod run;
pub mod standalone;
pub mod test;
pub mod verify;
pub mod workspace;
