//! The rehearsal of the first update: files that the publisher might publish, in place of the transcription.
//!
//! What is cheap runs with every test: each file is generated from with the committed overlay and the names of the committed
//! lock, and every operation and type keeps its name. What is slow updates a copy of the workspace with each file, and runs the
//! tests of `hero-api-ext` there, untouched:
//!
//! ```text
//! cargo test -p hero-tests --test rehearsal -- --ignored --nocapture
//! ```
//!
//! To add a file, add a row to [`FILES`].

#![allow(clippy::panic, clippy::unwrap_used, reason = "a helper that fails has to fail its test")]

mod names;
mod update;

use std::path::PathBuf;

use document::Document;
use hero_tests::publisher;
use serde_json::Value;

/// A name, and what the publisher does to the description.
pub(crate) type File = (&'static str, fn(Value) -> Value);

/// Each starts from the transcription without its marks.
pub(crate) const FILES: [File; 3] = [
    ("everything-inline-in-3.0", |description| publisher::as_openapi_30(publisher::inlined(&description))),
    ("components-for-all-in-3.1", |description| {
        let required = publisher::with_more_required(publisher::with_more_fields(description));
        let created = publisher::with_created(required);
        publisher::with_more_operations(publisher::componentised(created))
    }),
    ("another-order-and-more-values", |description| {
        publisher::shuffled(&publisher::with_other_scheme_names(&publisher::with_more_values(description)), 5)
    }),
];

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files, as they would be published. There is nothing to rehearse once the description is the published one.
pub(crate) fn files() -> Vec<(&'static str, Value)> {
    let description = std::fs::read(root().join("openapi.yaml")).unwrap();
    let description = Document::read("openapi.yaml", &description).unwrap().value;
    let transcribed = publisher::published(description);
    FILES.iter().map(|(name, change)| (*name, change(transcribed.clone()))).collect()
}
