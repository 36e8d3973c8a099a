//! Two crates, item by item.

use std::{cmp::Reverse, collections::BTreeSet};

use super::{
    Moved, RustChange, RustRule, RustVerdict, cause::Causes, feature, operation, rename::Renames, rule, shape,
    spelling::listed, surface::Surface,
};
use codegen::{
    model::{Operation, Schema},
    pipeline::Output,
};

/// The name by which users know the generated crate.
pub(super) const CRATE: &str = "hero_api";

/// Names in one sentence, at most.
const LONGEST_LIST: usize = 6;

/// One of the two crates.
pub(super) struct Side<'a> {
    pub(super) output: &'a Output,
    pub(super) surface: Surface,
    pub(super) causes: Causes<'a>,
}

/// The comparison on its way.
pub(super) struct Comparison<'a> {
    pub(super) old: Side<'a>,
    pub(super) new: Side<'a>,
    pub(super) renames: Renames,
    /// Ids of operations that are in the old crate only.
    pub(super) removed: BTreeSet<String>,
    /// Ids of operations that are in the new crate only.
    pub(super) added: BTreeSet<String>,
    /// Old ids of operations that have another one now.
    pub(super) renamed: BTreeSet<String>,
    changes: Vec<RustChange>,
}

/// What a change says of an item.
pub(super) struct Finding {
    pub(super) rule: RustRule,
    /// Below the crate: `types::Patient::email`, or `/booking` for a feature.
    pub(super) item: String,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
    pub(super) sentence: String,
}

/// Where a change comes from.
#[derive(Debug, Default)]
pub(super) struct Origin {
    pub(super) operations: BTreeSet<String>,
    pub(super) pointers: Vec<String>,
    /// The value on the wire that the change is about.
    pub(super) value: Option<String>,
}

/// A type of both crates, with its names.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) old: &'a str,
    pub(super) new: &'a str,
}

/// Compares the crates of two descriptions.
pub(super) fn compare(old: &Output, new: &Output, moved: &Moved) -> Vec<RustChange> {
    let mut comparison = Comparison::new(old, new, moved);
    operation::compare(&mut comparison);
    shape::compare(&mut comparison);
    feature::compare(&mut comparison);
    rule::compare(&mut comparison);
    let mut changes = comparison.changes;
    changes.sort_by(|one, other| {
        (Reverse(one.verdict), &one.item, &one.sentence).cmp(&(Reverse(other.verdict), &other.item, &other.sentence))
    });
    changes
}

impl<'a> Side<'a> {
    fn new(output: &'a Output) -> Self {
        Self { output, surface: Surface::read(output), causes: Causes::new(output) }
    }

    pub(super) fn schema(&self, ty: &str) -> Option<&'a Schema> {
        self.output.model.schemas.get(ty)
    }

    /// The types that only these operations reach, of which `id` is one.
    pub(super) fn types_of(&self, id: &str, operations: &BTreeSet<String>) -> Vec<&str> {
        let is_own = |name: &&String| {
            let reaching = self.causes.reaching(name);
            reaching.contains(id) && reaching.is_subset(operations)
        };
        self.surface.types.keys().filter(is_own).map(String::as_str).collect()
    }
}

impl<'a> Comparison<'a> {
    fn new(old: &'a Output, new: &'a Output, moved: &Moved) -> Self {
        let (old, new) = (Side::new(old), Side::new(new));
        let renames = Renames::between((&old.surface, &old.output.model), (&new.surface, &new.output.model), moved);
        let ids = |side: &Side<'_>| -> BTreeSet<String> {
            side.output.model.operations.iter().map(|operation| operation.id.clone()).collect()
        };
        let kept: BTreeSet<String> = renames.operations.keys().cloned().collect();
        let still: BTreeSet<String> = renames.operations.values().cloned().collect();
        Self {
            removed: &ids(&old) - &kept,
            added: &ids(&new) - &still,
            renamed: renames
                .operations
                .iter()
                .filter(|(one, other)| one != other)
                .map(|(one, _)| one.clone())
                .collect(),
            old,
            new,
            renames,
            changes: Vec::new(),
        }
    }

    /// How many changes were found so far.
    pub(super) fn count(&self) -> usize {
        self.changes.len()
    }

    /// Whether a break of this item was found.
    pub(super) fn is_broken(&self, item: &str) -> bool {
        let item = format!("{CRATE}::{item}");
        self.changes.iter().any(|change| change.verdict > RustVerdict::Additive && change.item == item)
    }

    /// Whether a change was found that came from this place, or from one that holds it.
    pub(super) fn has_change_at(&self, pointer: &str) -> bool {
        let holds = |place: &String| {
            pointer.strip_prefix(place.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.changes.iter().any(|change| change.pointers.iter().any(holds))
    }

    pub(super) fn note(&mut self, finding: Finding, origin: Origin) {
        let Finding { rule, item, before, after, sentence } = finding;
        let mut pointers = origin.pointers;
        pointers.dedup();
        self.changes.push(RustChange {
            rule,
            verdict: rule.verdict(),
            // Cargo writes features like this: `crate/feature`.
            item: if item.starts_with('/') { format!("{CRATE}{item}") } else { format!("{CRATE}::{item}") },
            before,
            after,
            sentence,
            operations: origin.operations.into_iter().collect(),
            pointers,
            value: origin.value,
        });
    }

    /// Ids as the new description has them.
    fn in_new_ids(&self, ids: BTreeSet<String>) -> BTreeSet<String> {
        ids.into_iter().map(|id| self.renames.operations.get(&id).cloned().unwrap_or(id)).collect()
    }

    /// The origin of an operation.
    pub(super) fn of_operation(&self, operation: &Operation) -> Origin {
        Origin {
            operations: self.in_new_ids([operation.id.clone()].into()),
            pointers: vec![Causes::operation(operation)],
            value: None,
        }
    }

    /// The origin of a type.
    pub(super) fn of_type(&self, old: Option<&str>, new: Option<&str>) -> Origin {
        let mut operations = new.map(|name| self.new.causes.reaching(name)).unwrap_or_default();
        operations.extend(self.in_new_ids(old.map(|name| self.old.causes.reaching(name)).unwrap_or_default()));
        let now = new.and_then(|name| self.new.causes.ty(name));
        let pointer = now.or_else(|| old.and_then(|name| self.old.causes.ty(name)));
        Origin { operations, pointers: pointer.into_iter().collect(), value: None }
    }

    /// The origin of a field, by its names on the wire.
    pub(super) fn of_field(&self, names: Names<'_>, old: Option<&str>, new: Option<&str>) -> Origin {
        let mut origin = self.of_type(Some(names.old), Some(names.new));
        let now = new.and_then(|wire| self.new.causes.property(names.new, wire));
        let pointer = now.or_else(|| old.and_then(|wire| self.old.causes.property(names.old, wire)));
        origin.pointers = pointer.into_iter().collect();
        origin
    }
}

/// Names in back quotes; of many the first ones.
pub(super) fn listed_short<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    match names.get(..LONGEST_LIST) {
        Some(first) if names.len() > LONGEST_LIST => {
            let quoted: Vec<String> = first.iter().map(|name| format!("`{name}`")).collect();
            format!("{} and {} more", quoted.join(", "), names.len() - LONGEST_LIST)
        }
        _ => listed(names),
    }
}
