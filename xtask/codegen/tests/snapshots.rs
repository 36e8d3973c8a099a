//! What small descriptions become, for people to read: a change of the generator shows here as a person would see it.
//!
//! `INSTA_UPDATE=always cargo test -p xtask-codegen --test codegen snapshots` accepts what is generated now; review the difference.

#![allow(clippy::panic, reason = "a helper that fails has to fail its test")]

use std::collections::BTreeMap;

use codegen::pipeline::{self, Input};

/// The generated files of a description in `tests/descriptions`.
fn generated(description: &str) -> BTreeMap<String, String> {
    pipeline::run(Input::new(description.as_bytes(), &[], "transcribed"))
        .unwrap_or_else(|error| panic!("{error:#}"))
        .files
}

/// Lines of one file, without those of its builders: they say the same again.
fn file(files: &BTreeMap<String, String>, path: &str) -> String {
    let text = files.get(path).unwrap_or_else(|| panic!("{path} is not among {:?}", files.keys()));
    match text.find("\n/// Builders of the types in this file.") {
        Some(end) => text[..end].to_owned() + "\n",
        None => text.clone(),
    }
}

#[test]
fn an_open_enum_keeps_what_it_does_not_know() {
    let files = generated(include_str!("descriptions/open_enum.yaml"));
    insta::assert_snapshot!(file(&files, "pets/types/list_pets.rs"));
}

#[test]
fn a_patch_body_tells_absent_null_and_value_apart() {
    let files = generated(include_str!("descriptions/patch_body.yaml"));
    insta::assert_snapshot!(file(&files, "pets/types/update_pet.rs"));
}

#[test]
fn alternatives_become_an_enum_of_named_shapes() {
    let files = generated(include_str!("descriptions/alternatives.yaml"));
    insta::assert_snapshot!(file(&files, "pets/types/add_pet.rs"));
}

#[test]
fn a_paged_operation_has_pages_and_errors() {
    let files = generated(include_str!("descriptions/paged.yaml"));
    insta::assert_snapshot!(file(&files, "owners/list_owned_pets.rs"));
}

#[test]
fn debug_redacts_free_text_and_shows_the_rest() {
    let files = generated(include_str!("descriptions/redaction.yaml"));
    let debug: String = file(&files, "pets/types/get_pet.rs");
    let start = debug.find("impl ::std::fmt::Debug").or_else(|| debug.find("Debug for")).unwrap_or(0);
    insta::assert_snapshot!(&debug[start..]);
}

#[test]
fn the_root_has_a_gate_for_each_tag() {
    let files = generated(include_str!("descriptions/two_tags.yaml"));
    insta::assert_snapshot!(file(&files, "mod.rs"));
}
