//! Names belong to schemas: whatever a publisher does to a description that means the same, and whatever is added to one,
//! renames nothing; and a name never passes to another schema.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a helper that fails has to fail its test")]

mod passing;
#[allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the rehearsal of the first update shares it, and uses the rest"
)]
#[path = "../../../../tests/src/publisher/mod.rs"]
mod publisher;
mod stable;

use std::collections::{BTreeMap, BTreeSet};

use codegen::normalise::{Names, Normalised, normalise};
use serde_json::Value;

/// Names everything in a description, as the lock knows it.
pub(crate) fn run(description: &Value, known: &Names) -> Normalised {
    normalise(description.clone(), known).unwrap_or_else(|error| panic!("{error:#}"))
}

/// Type → what it consists of: its fields with the types that they lead to, its values, its variants.
pub(crate) fn types(normalised: &Normalised) -> BTreeMap<String, BTreeSet<String>> {
    let mut types: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, record) in &normalised.names.types {
        let parts = types.entry(name.clone()).or_default();
        let shape: Vec<String> = record.shape.clone().into();
        parts.extend(shape.into_iter().filter(|part| !part.contains(' ')));
        // What has no type of its own may become one.
        let named = |target: &&String| target.starts_with(char::is_uppercase);
        parts.extend(record.variants.iter().map(|(variant, target)| {
            Some(target).filter(named).map_or_else(|| format!("|{variant}"), |target| format!("|{variant}: {target}"))
        }));
        for line in &record.uses {
            // The other way round: what a type leads to, by name.
            let inside = line.find(['.', '[', '{', '|']).filter(|_| !line.contains([' ', '|']));
            if let Some((owner, way)) = inside.map(|end| line.split_at(end)) {
                types.entry(owner.to_owned()).or_default().insert(format!("{way}: {name}"));
            }
        }
    }
    types
}

/// The methods of the client.
pub(crate) fn methods(normalised: &Normalised) -> BTreeSet<String> {
    normalised.names.operations.values().cloned().collect()
}
