//! The comparison, part by part: what it knows at each place, and how it tells a difference.

use std::collections::BTreeMap;

use document::schema::METHODS;
use serde_json::Value;

use super::{Facts, difference::Difference, fact::Fact, provenance::Provenance, references::show};

/// Everything in which the description departs from the facts.
#[must_use]
pub fn differences(facts: &Facts, description: &Value) -> Vec<Difference> {
    let mut walk = Walk { facts, description, operation: String::new(), own: Provenance::Read, found: Vec::new() };
    let mut described = walk.described_operations();
    for operation in &facts.operations {
        walk.operation.clone_from(&operation.id);
        match described.remove(operation.id.as_str()) {
            Some(entry) => walk.operation(operation, &entry),
            None => walk.differs("operation", format!("{} {}", operation.method, operation.path), "nothing"),
        }
    }
    for (id, entry) in described {
        walk.operation = id;
        walk.differs("operation", "nothing", format!("{} {}", entry.method, entry.path));
    }
    walk.operation = "document".into();
    walk.not_bound();
    walk.tags();
    walk.components();
    walk.found
}

pub(super) struct Described<'a> {
    pub(super) method: String,
    pub(super) path: &'a str,
    pub(super) item: &'a Value,
    pub(super) operation: &'a Value,
}

pub(super) struct Walk<'a> {
    pub(super) facts: &'a Facts,
    pub(super) description: &'a Value,
    /// The operation under comparison and its provenance, which its fields have unless they say otherwise.
    pub(super) operation: String,
    pub(super) own: Provenance,
    pub(super) found: Vec<Difference>,
}

/// Where a fact stands, which decides what its flags mean.
#[derive(Clone, Copy)]
pub(super) struct Context {
    /// In a response: what is not read there may be absent or null.
    pub(super) response: bool,
    /// In a component of the description, where `read` goes without saying.
    pub(super) component: bool,
    /// The `data` or `count` of a list: not null for being inferred.
    pub(super) wrapper: bool,
    pub(super) inherited: Option<Provenance>,
}

impl Context {
    pub(super) const REQUEST: Self = Self { response: false, component: false, wrapper: false, inherited: None };
    pub(super) const RESPONSE: Self = Self { response: true, ..Self::REQUEST };

    pub(super) fn provenance(self, fact: &Fact) -> Provenance {
        fact.own_provenance().or(self.inherited).unwrap_or(Provenance::Read)
    }

    pub(super) fn inside(self, fact: &Fact) -> Self {
        Self { inherited: fact.own_provenance().or(self.inherited), ..self }
    }
}

impl<'a> Walk<'a> {
    pub(super) fn differs(
        &mut self,
        place: impl Into<String>,
        facts: impl Into<String>,
        description: impl Into<String>,
    ) {
        let difference = Difference {
            operation: self.operation.clone(),
            place: place.into(),
            facts: facts.into(),
            description: description.into(),
        };
        // Components are walked once for each use: the same place of the same operation is told once.
        if !self.found.contains(&difference) {
            self.found.push(difference);
        }
    }

    pub(super) fn same(&mut self, place: impl Into<String>, facts: Option<&Value>, description: Option<&Value>) {
        if facts != description {
            self.differs(place, show(facts), show(description));
        }
    }

    pub(super) fn extra_keys(&mut self, place: &str, seen: &Value, known: &[&str]) {
        for (key, value) in seen.as_object().into_iter().flatten() {
            if !known.contains(&key.as_str()) {
                self.differs(format!("{place} {key}").trim_start(), "nothing", value.to_string());
            }
        }
    }

    /// The operations of the description by id; one without an id of its own stands under its request line.
    pub(super) fn described_operations(&mut self) -> BTreeMap<String, Described<'a>> {
        let mut all = BTreeMap::new();
        let description = self.description;
        for (path, item) in description["paths"].as_object().into_iter().flatten() {
            for (key, operation) in item.as_object().into_iter().flatten() {
                let line = format!("{} {path}", key.to_uppercase());
                if METHODS.contains(&key.as_str()) {
                    let id = operation["operationId"].as_str().map_or(line.clone(), str::to_owned);
                    let entry = Described { method: key.to_uppercase(), path, item, operation };
                    if let Some(first) = all.insert(id.clone(), entry) {
                        self.operation = id;
                        self.differs(
                            "operation",
                            "one of this id",
                            format!("{} {} and {line}", first.method, first.path),
                        );
                    }
                } else if key != "parameters" {
                    self.operation = line;
                    self.differs("path", "nothing", operation.to_string());
                }
            }
        }
        all
    }

    pub(super) fn flag(&mut self, place: &str, flag: &str, facts: bool, description: bool) {
        if facts != description {
            self.differs(format!("{place} {flag}"), facts.to_string(), description.to_string());
        }
    }
}
