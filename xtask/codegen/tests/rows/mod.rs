//! Every row of sections 2.1 to 2.5 of `docs/progenitor.md`, each as a small description: what progenitor refuses, merges or gets
//! wrong comes out right, or is refused with place and remedy.
//!
//! What only shows in a running program is shown by `tests/fixtures/wire`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to fail its test")]

mod behaviour;
mod compiling;
mod description;
mod merging;
mod refusals;
mod version_31;

use std::panic::catch_unwind;

/// A row of a table, under the name that it has there, and what is to hold.
type Row = (&'static str, fn());

/// Checks the rows of a section: all of them are there, in order, and each holds.
fn check(section: &[&str], rows: &[Row]) {
    let names: Vec<&str> = rows.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, section, "the rows of the section and those that are tested");
    let failed: Vec<&str> =
        rows.iter().filter(|(_, holds)| catch_unwind(holds).is_err()).map(|(name, _)| *name).collect();
    assert!(failed.is_empty(), "these rows do not hold, for the reasons above: {failed:#?}");
}

#[test]
fn what_progenitor_merges_stays_apart() {
    check(&merging::SECTION, &merging::ROWS);
}

#[test]
fn what_progenitor_refuses_is_mended_or_refused() {
    check(&refusals::SECTION, &refusals::ROWS);
}

#[test]
fn what_does_not_compile_is_mended() {
    check(&compiling::SECTION, &compiling::ROWS);
}

#[test]
fn what_behaves_wrongly_gets_types_that_behave() {
    check(&behaviour::SECTION, &behaviour::ROWS);
}

#[test]
fn what_openapi_31_says_survives_the_way_to_30() {
    check(&version_31::SECTION, &version_31::ROWS);
}
