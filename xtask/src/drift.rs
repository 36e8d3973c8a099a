//! What changed between two descriptions, and what it does to those who use the API.

pub mod rust;
