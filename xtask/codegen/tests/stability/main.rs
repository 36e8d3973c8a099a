//! Names belong to schemas: whatever a publisher does to a description that means the same, and whatever is added to one,
//! renames nothing; and a name never passes to another schema.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a helper that fails has to fail its test")]

mod passing;
#[expect(dead_code, reason = "the rehearsal of the first update uses the rest")]
#[path = "../../../../tests/src/publisher/mod.rs"]
mod publisher;
mod stable;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use codegen::{
    normalise::Names,
    pipeline::{self, Input, Output},
};

/// Generates from a description with these names.
pub(crate) fn run(description: &Value, known: Names) -> Output {
    let bytes = description.to_string();
    let input = Input { known, skip_unsupported: true, ..Input::new(bytes.as_bytes(), &[], "file") };
    pipeline::run(input).unwrap_or_else(|error| panic!("{error:#}"))
}

/// Type → what it consists of: its fields with the types that they lead to, its values, its variants.
pub(crate) fn types(output: &Output) -> BTreeMap<String, BTreeSet<String>> {
    let mut types: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, record) in &output.names.types {
        let parts = types.entry(name.clone()).or_default();
        let shape: Vec<String> = record.shape.clone().into();
        parts.extend(shape.into_iter().filter(|part| !part.contains(' ')));
        parts.extend(record.variants.iter().map(|(variant, target)| format!("|{variant}: {target}")));
        for line in &record.uses {
            // The other way round: what a type leads to, by name.
            if let Some((owner, way)) = line.find(['.', '[', '{']).filter(|_| !line.contains(' ')).map(|end| line.split_at(end)) {
                types.entry(owner.to_owned()).or_default().insert(format!("{way}: {name}"));
            }
        }
    }
    types
}

/// `GET /path` → method of the client.
pub(crate) fn methods(output: &Output) -> BTreeSet<String> {
    output.model.operations.iter().map(|operation| operation.name.clone()).collect()
}
