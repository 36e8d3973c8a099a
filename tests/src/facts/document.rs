//! What the document says beside its operations.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{references::references, walk::Walk};

/// An operation of which not even the id is known.
const UNNAMED: &str = "(unnamed)";

impl Walk<'_> {
    pub(super) fn not_bound(&mut self) {
        let description = self.description;
        let listed = description["x-not-bound"].as_array().map(Vec::as_slice).unwrap_or_default();
        let name = |entry: &Value| {
            format!("{} {}", entry["tag"].as_str().unwrap_or("?"), entry["operationId"].as_str().unwrap_or(UNNAMED))
        };
        let described: Vec<_> = listed.iter().map(name).collect();
        let expected = self.facts.not_bound.operations.iter();
        let expected: Vec<_> = expected
            .map(|entry| format!("{} {}", entry.tag, entry.operation_id.as_deref().unwrap_or(UNNAMED)))
            .collect();
        self.same("x-not-bound", Some(&json!(expected)), Some(&json!(described)));
        for (entry, name) in listed.iter().zip(described) {
            if entry["known"].as_str().is_none_or(str::is_empty) {
                self.differs(format!("x-not-bound {name} known"), "a sentence", "nothing");
            }
            self.extra_keys(&format!("x-not-bound {name}"), entry, &["tag", "operationId", "known"]);
        }
        let tags = &self.facts.not_bound.tags;
        let expected = (!tags.is_empty()).then(|| json!(tags));
        self.same("x-unread-tags", expected.as_ref(), description.get("x-unread-tags"));
    }

    pub(super) fn tags(&mut self) {
        let description = self.description;
        let expected: BTreeSet<_> = self.facts.operations.iter().map(|operation| operation.tag.as_str()).collect();
        let described: BTreeSet<_> =
            description["tags"].as_array().into_iter().flatten().filter_map(|tag| tag["name"].as_str()).collect();
        self.same("tags", Some(&json!(expected)), Some(&json!(described)));
    }

    /// A component that no operation leads to would be in the description without a fact behind it.
    pub(super) fn components(&mut self) {
        let description = self.description;
        let mut used = BTreeSet::new();
        references(&description["paths"], description, &mut used);
        for (section, members) in description["components"].as_object().into_iter().flatten() {
            for name in members.as_object().into_iter().flatten().map(|(name, _)| name) {
                let reference = format!("#/components/{section}/{name}");
                if section != "securitySchemes" && !used.contains(reference.as_str()) {
                    self.differs(reference, "nothing", "a component that no operation uses");
                }
            }
        }
    }
}
