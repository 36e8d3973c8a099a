//! The journals of bulks that are in a database, against the contract of all: `testing::journal_conformance`.
//!
//! They need their features: `cargo test -p hero-api-ext --features postgres,sqlite --test databases`. Those in PostgreSQL need a
//! server too, in `HERO_TEST_POSTGRES`; `.ci/postgres run` starts one.
#![allow(clippy::unwrap_used, reason = "a helper that fails has to fail its test")]

#[cfg(feature = "postgres")]
mod postgres;
#[cfg(feature = "sqlite")]
mod sqlite;
