//! Regenerates and checks the `hero-api` bindings: `cargo xtask --help`.
//!
//! A description flows one way: [`document`] → [`overlay`] → [`normalise`] → [`generator`] → [`bindings`] →
//! [`passes`] → [`layout`] → [`files`]. Each arrow is one module with one entry function on plain values.

pub mod bindings;
pub mod calls;
pub mod cli;
pub mod command;
pub mod coverage;
pub mod document;
pub mod error;
pub mod files;
pub mod generator;
pub mod inspect;
pub mod layout;
pub mod lock;
pub mod model;
pub mod normalise;
pub mod overlay;
pub mod passes;
pub mod pipeline;
pub mod schema;
pub mod standalone;
pub mod workspace;
