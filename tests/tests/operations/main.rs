//! Every operation of the locked description through the bindings, end to end.
//!
//! The description says what is to be tested, and `hero_tests::generated` gives each operation a form that can be called without
//! knowing its name. So nothing here depends on which description is locked; what does says so where it stands.

#![allow(clippy::panic, clippy::unwrap_used, reason = "helpers of tests: there is nobody to hand an error to")]

mod departures;
mod errors;
mod mismatches;
mod pages;
mod paths;
mod prism;
mod readings;
mod redaction;
mod requests;
mod responses;
mod sandbox;
mod stage;
mod table;
mod traffic;
mod undescribed;
