//! From a description to the files of its bindings.
//!
//! Use it where the generated code of a description is needed: to write it (`generate`), to compare it with the committed
//! files (`verify`), or to compare it with the code of another description (`drift`). [`pipeline`] is the entry.
//!
//! A description flows one way: [`overlay`] → [`normalise`] → [`generator`] → [`bindings`] → [`passes`] → [`layout`].
//! Each step is one module with one entry function on plain values. [`standalone`] adds the other files of a crate of
//! `generate --spec`. Nothing here reads or writes a file.

mod ascii;
pub mod bindings;
pub mod calls;
pub mod coverage;
pub mod generator;
pub mod layout;
pub mod model;
pub mod normalise;
pub mod overlay;
pub mod passes;
pub mod pipeline;
mod request_facts;
mod reserved;
pub mod shapes;
pub mod standalone;
pub mod syntax;
