//! Descriptions that tests and examples make up.

pub mod synthetic;
