//! Two crates, item by item.

use std::{cmp::Reverse, collections::BTreeSet};

use super::{
    RustChange, RustVerdict,
    cause::Causes,
    enumeration, feature, field,
    item::{Shape, TypeItem},
    operation,
    rename::Renames,
    rule,
    spelling::listed,
    surface::Surface,
};
use crate::{
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
    pub(super) verdict: RustVerdict,
    /// Below the crate: `types::Patient::email`.
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
}

/// A type of both crates, with its names.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) old: &'a str,
    pub(super) new: &'a str,
}

/// Compares the crates of two descriptions.
pub(super) fn compare(old: &Output, new: &Output) -> Vec<RustChange> {
    let mut comparison = Comparison::new(old, new);
    comparison.unreadable();
    operation::compare(&mut comparison);
    comparison.types();
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
    fn new(old: &'a Output, new: &'a Output) -> Self {
        let (old, new) = (Side::new(old), Side::new(new));
        let renames = Renames::between((&old.surface, &old.output.model), (&new.surface, &new.output.model));
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

    pub(super) fn note(&mut self, finding: Finding, origin: Origin) {
        let Finding { verdict, item, before, after, sentence } = finding;
        let mut pointers = origin.pointers;
        pointers.dedup();
        self.changes.push(RustChange {
            verdict,
            item: format!("{CRATE}::{item}"),
            before,
            after,
            sentence,
            operations: origin.operations.into_iter().collect(),
            pointers,
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
        }
    }

    /// The origin of a type.
    pub(super) fn of_type(&self, old: Option<&str>, new: Option<&str>) -> Origin {
        let mut operations = new.map(|name| self.new.causes.reaching(name)).unwrap_or_default();
        operations.extend(self.in_new_ids(old.map(|name| self.old.causes.reaching(name)).unwrap_or_default()));
        let now = new.and_then(|name| self.new.causes.ty(name));
        let pointer = now.or_else(|| old.and_then(|name| self.old.causes.ty(name)));
        Origin { operations, pointers: pointer.into_iter().collect() }
    }

    /// The origin of a field, by its names on the wire.
    pub(super) fn of_field(&self, names: Names<'_>, old: Option<&str>, new: Option<&str>) -> Origin {
        let mut origin = self.of_type(Some(names.old), Some(names.new));
        let now = new.and_then(|wire| self.new.causes.property(names.new, wire));
        let pointer = now.or_else(|| old.and_then(|wire| self.old.causes.property(names.old, wire)));
        origin.pointers = pointer.into_iter().collect();
        origin
    }

    fn unreadable(&mut self) {
        let files: BTreeSet<String> =
            self.old.surface.unreadable.iter().chain(&self.new.surface.unreadable).cloned().collect();
        for file in files {
            let finding = Finding {
                verdict: RustVerdict::SourceBreak,
                item: format!("(file {file})"),
                before: None,
                after: None,
                sentence:
                    "This generated file is no Rust that can be read, so what stands in it could not be compared. \
                           Report the description as a defect of the generator."
                        .to_owned(),
            };
            self.note(finding, Origin::default());
        }
    }

    fn types(&mut self) {
        let old: Vec<String> = self.old.surface.types.keys().cloned().collect();
        let mut paired = BTreeSet::new();
        for before in &old {
            let after = self.renames.ty(before).to_owned();
            if self.new.surface.types.contains_key(&after) {
                paired.insert(after.clone());
                self.ty(Names { old: before, new: &after });
            } else {
                self.removed_type(before);
            }
        }
        let new: Vec<String> = self.new.surface.types.keys().filter(|name| !paired.contains(*name)).cloned().collect();
        for name in new {
            self.added_type(&name);
        }
    }

    fn removed_type(&mut self, name: &str) {
        let origin = self.of_type(Some(name), None);
        // The change of the operation names it.
        if self.old.causes.reaching(name).is_subset(&self.removed) {
            return;
        }
        let kind = self.old.surface.types.get(name).map_or("type", TypeItem::kind);
        let finding = Finding {
            verdict: RustVerdict::SourceBreak,
            item: format!("types::{name}"),
            before: Some(kind.to_owned()),
            after: None,
            sentence: format!(
                "Code that names `types::{name}` no longer compiles: nothing that the API sends or takes has this shape \
                 any more. See the changes of {} for what stands in its place.",
                listed_short(origin.operations.iter().map(String::as_str)),
            ),
        };
        self.note(finding, origin);
    }

    fn added_type(&mut self, name: &str) {
        if self.new.causes.reaching(name).is_subset(&self.added) {
            return;
        }
        let origin = self.of_type(None, Some(name));
        let kind = self.new.surface.types.get(name).map_or("type", TypeItem::kind);
        let finding = Finding {
            verdict: RustVerdict::Additive,
            item: format!("types::{name}"),
            before: None,
            after: Some(kind.to_owned()),
            sentence: format!("`types::{name}` is new, and no code has to change for it."),
        };
        self.note(finding, origin);
    }

    fn ty(&mut self, names: Names<'_>) {
        let (Some(before), Some(after)) =
            (self.old.surface.types.remove(names.old), self.new.surface.types.remove(names.new))
        else {
            return;
        };
        // The change of an operation that was renamed names its own types.
        if names.old != names.new && !self.old.causes.reaching(names.old).is_subset(&self.renamed) {
            let finding = Finding {
                verdict: RustVerdict::SourceBreak,
                item: format!("types::{}", names.old),
                before: Some(names.old.to_owned()),
                after: Some(names.new.to_owned()),
                sentence: format!(
                    "`{}` is now called `{}`; on the wire nothing changed for it. Replace the name, that of its builder \
                     too.",
                    names.old, names.new
                ),
            };
            self.note(finding, self.of_type(Some(names.old), Some(names.new)));
        }
        match (&before.shape, &after.shape) {
            (Shape::Struct(one), Shape::Struct(other)) => {
                field::compare(self, names, (&before, one), (&after, other));
                self.traits(names, &before, &after);
                self.builder(names, &before, &after);
            }
            (Shape::Enum(one), Shape::Enum(other)) => {
                enumeration::compare(self, names, one, other);
                self.traits(names, &before, &after);
            }
            (Shape::Wrapper { .. }, Shape::Wrapper { .. }) => self.wrapper(names, &before, &after),
            (Shape::Unknown, Shape::Unknown) => self.traits(names, &before, &after),
            _ => {
                let finding = Finding {
                    verdict: RustVerdict::SourceBreak,
                    item: format!("types::{}", names.old),
                    before: Some(before.kind().to_owned()),
                    after: Some(after.kind().to_owned()),
                    sentence: format!(
                        "`{}` is now a {} where it was a {}: code that reads or makes one no longer compiles. Write it \
                         anew for what the type holds now.",
                        names.old,
                        after.kind(),
                        before.kind()
                    ),
                };
                self.note(finding, self.of_type(Some(names.old), Some(names.new)));
            }
        }
        self.old.surface.types.insert(names.old.to_owned(), before);
        self.new.surface.types.insert(names.new.to_owned(), after);
    }

    fn wrapper(&mut self, names: Names<'_>, before: &TypeItem, after: &TypeItem) {
        let (Shape::Wrapper { inner: one, is_public: was_public }, Shape::Wrapper { inner: other, is_public }) =
            (&before.shape, &after.shape)
        else {
            return;
        };
        if self.renames.applied(one) != *other {
            let finding = Finding {
                verdict: RustVerdict::SourceBreak,
                item: format!("types::{}::0", names.old),
                before: Some(one.clone()),
                after: Some(other.clone()),
                sentence: format!(
                    "`{}` now holds `{other}` where it held `{one}`: code that takes the value out, or puts one in, no \
                     longer compiles.",
                    names.old
                ),
            };
            self.note(finding, self.of_type(Some(names.old), Some(names.new)));
            return;
        }
        if *was_public && !is_public {
            let finding = Finding {
                verdict: RustVerdict::SourceBreak,
                item: format!("types::{}::0", names.old),
                before: Some(format!("pub {one}")),
                after: Some(other.clone()),
                sentence: format!(
                    "`{}` now has rules that a value must keep, so it is made by `parse` or `try_from`, no longer by \
                     `{0}(…)`.",
                    names.old
                ),
            };
            self.note(finding, self.of_type(Some(names.old), Some(names.new)));
            return;
        }
        self.traits(names, before, after);
    }

    /// Traits and methods that a type lost.
    fn traits(&mut self, names: Names<'_>, before: &TypeItem, after: &TypeItem) {
        let translated = |text: &String| self.renames.applied(text);
        let old: BTreeSet<String> = before.traits.iter().map(translated).collect();
        let mut lost: Vec<String> = (&old - &after.traits).into_iter().collect();
        let changed = |(name, signature): (&String, &String)| {
            let same = after.methods.get(name) == Some(&self.renames.applied(signature));
            (!same && name != "builder").then(|| format!("fn {name}"))
        };
        lost.extend(before.methods.iter().filter_map(changed));
        if lost.is_empty() {
            return;
        }
        let finding = Finding {
            verdict: RustVerdict::SourceBreak,
            item: format!("types::{}", names.old),
            before: Some(lost.join(" + ")),
            after: None,
            sentence: format!(
                "`{}` no longer has {}: code that relies on {} no longer compiles.{}",
                names.old,
                listed_short(lost.iter().map(String::as_str)),
                if lost.len() == 1 { "it" } else { "them" },
                remedy_for(&lost, after)
            ),
        };
        self.note(finding, self.of_type(Some(names.old), Some(names.new)));
    }

    /// A builder that went or came, and methods of it that no field explains.
    fn builder(&mut self, names: Names<'_>, before: &TypeItem, after: &TypeItem) {
        let item = format!("types::builder::{}", names.old);
        match (&before.builder, &after.builder) {
            (Some(_), None) => {
                let finding = Finding {
                    verdict: RustVerdict::SourceBreak,
                    item,
                    before: Some("builder".to_owned()),
                    after: None,
                    sentence: format!(
                        "`{}` is only in answers now, so it has no builder: requests take another type in its place.",
                        names.old
                    ),
                };
                self.note(finding, self.of_type(Some(names.old), Some(names.new)));
            }
            (None, Some(_)) => {
                let finding = Finding {
                    verdict: RustVerdict::Additive,
                    item,
                    before: None,
                    after: Some("builder".to_owned()),
                    sentence: format!("Requests take `{}` now, so it has a builder.", names.new),
                };
                self.note(finding, self.of_type(Some(names.old), Some(names.new)));
            }
            (Some(one), Some(other)) => {
                for (name, signature) in &one.methods {
                    let stem = name.trim_start_matches("maybe_").trim_start_matches("clear_");
                    let explained = [name.as_str(), stem]
                        .iter()
                        .any(|field| self.is_broken(&format!("types::{}::{field}", names.old)));
                    let now = other.methods.get(name);
                    if explained || now == Some(&self.renames.applied(signature)) {
                        continue;
                    }
                    let finding = Finding {
                        verdict: RustVerdict::SourceBreak,
                        item: format!("{item}::{name}"),
                        before: Some(signature.clone()),
                        after: now.cloned(),
                        sentence: match now {
                            Some(_) => format!("`{name}` of the builder takes something else now: change its calls."),
                            None => format!("The builder has no `{name}` any more: remove its calls."),
                        },
                    };
                    self.note(finding, self.of_type(Some(names.old), Some(names.new)));
                }
            }
            (None, None) => {}
        }
    }
}

/// What to write in place of a trait that is gone.
fn remedy_for(lost: &[String], after: &TypeItem) -> &'static str {
    let is_lost = |name: &str| lost.iter().any(|lost| lost.starts_with(name));
    if is_lost("Default") {
        " It has a field now that has no value of its own: make it from JSON, or by its builder."
    } else if is_lost("Copy") {
        " It can hold any text now: clone it where it was copied."
    } else if is_lost("FromStr") && after.traits.contains("From<&str>") {
        " Texts turn into it by `from`, without an error."
    } else {
        ""
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
