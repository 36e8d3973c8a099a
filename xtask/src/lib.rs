//! Regenerates and checks the `hero-api` bindings: `cargo xtask --help`.
//!
//! A description flows one way: [`document`] → [`overlay`] → [`normalise`] → [`generator`] → [`bindings`] →
//! [`passes`] → [`layout`] → [`files`]. Each arrow is one module with one entry function on plain values. Before all of
//! them stands [`fetch`], for [`update`].

pub mod bindings;
pub mod calls;
pub mod cli;
pub mod clock;
pub mod command;
pub mod coverage;
pub mod document;
pub mod drift;
pub mod error;
pub mod fetch;
pub mod files;
pub mod generator;
pub mod inspect;
pub mod journal;
pub mod layout;
pub mod lock;
pub mod model;
pub mod normalise;
pub mod overlay;
pub mod passes;
pub mod pipeline;
pub mod printable;
pub mod progress;
mod reserved;
pub mod schema;
pub mod standalone;
pub mod update;
pub mod workspace;
