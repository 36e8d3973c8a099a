//! `cargo xtask drift`: what changed in the published description, and what it does to its users.

mod change;
mod compare;
mod fingerprint;
mod locate;
mod resolve;
mod rules;
mod shape;
mod subject;
mod types;

pub use change::{Change, Class, Direction, Place, Waived};
pub use compare::{Side, compare};
pub use rules::{Kind, Rule, render as rules_page};
