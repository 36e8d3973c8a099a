//! Types: what came and went, and what code can do with those that stayed.

use std::collections::BTreeSet;

use super::{
    RustRule,
    compare::{Comparison, Finding, Names, listed_short},
    enumeration, field,
    item::{Shape, TypeItem},
};

/// Compares all types.
pub(super) fn compare(comparison: &mut Comparison<'_>) {
    comparison.types();
}

impl Comparison<'_> {
    fn types(&mut self) {
        let old: Vec<String> = self.old.surface.types.keys().cloned().collect();
        let mut paired = BTreeSet::new();
        let is_gone = |name: &&String| !self.new.surface.types.contains_key(self.renames.ty(name));
        let removed: BTreeSet<String> = old.iter().filter(is_gone).cloned().collect();
        for before in &old {
            let after = self.renames.ty(before).to_owned();
            if self.new.surface.types.contains_key(&after) {
                paired.insert(after.clone());
                self.ty(Names { old: before, new: &after });
            } else {
                self.removed_type(before, &removed);
            }
        }
        let new: Vec<String> = self.new.surface.types.keys().filter(|name| !paired.contains(*name)).cloned().collect();
        for name in new {
            self.added_type(&name);
        }
    }

    fn removed_type(&mut self, name: &str, removed: &BTreeSet<String>) {
        let origin = self.of_type(Some(name), None);
        // The change of the operation names it.
        if self.old.causes.reaching(name).is_subset(&self.removed) {
            return;
        }
        let uses = self.old.surface.uses(name);
        // What held it names it.
        let is_part =
            !uses.is_empty() && uses.iter().all(|(owner, _)| owner.is_some_and(|owner| removed.contains(owner)));
        if is_part {
            return;
        }
        let stood = match uses.as_slice() {
            [] => String::new(),
            uses => format!(
                " It stood in {}: see what stands there now.",
                listed_short(uses.iter().map(|(_, place)| place.as_str()))
            ),
        };
        let parts = self.parts_of(name, removed);
        let with_it = match parts.len() {
            0 => String::new(),
            1 => format!(" {} goes with it.", listed_short(parts.iter().map(String::as_str))),
            _ => format!(" {} go with it.", listed_short(parts.iter().map(String::as_str))),
        };
        let kind = self.old.surface.types.get(name).map_or("type", TypeItem::kind);
        let finding = Finding {
            rule: RustRule::TypeRemoved,
            item: format!("types::{name}"),
            before: Some(kind.to_owned()),
            after: None,
            sentence: format!(
                "Code that names `types::{name}` no longer compiles: nothing that the API sends or takes has this shape \
                 any more.{stood}{with_it}"
            ),
        };
        self.note(finding, origin);
    }

    /// The removed types that only this one led to.
    fn parts_of(&self, name: &str, removed: &BTreeSet<String>) -> BTreeSet<String> {
        let mut parts = BTreeSet::new();
        let mut waiting = vec![name.to_owned()];
        while let Some(owner) = waiting.pop() {
            for part in removed {
                let uses = self.old.surface.uses(part);
                let is_held = uses.iter().any(|(holder, _)| *holder == Some(owner.as_str()));
                let is_only_held = uses.iter().all(|(holder, _)| holder.is_some_and(|holder| removed.contains(holder)));
                if part != name && is_held && is_only_held && parts.insert(part.clone()) {
                    waiting.push(part.clone());
                }
            }
        }
        parts
    }

    fn added_type(&mut self, name: &str) {
        if self.new.causes.reaching(name).is_subset(&self.added) {
            return;
        }
        let origin = self.of_type(None, Some(name));
        let kind = self.new.surface.types.get(name).map_or("type", TypeItem::kind);
        let finding = Finding {
            rule: RustRule::TypeAdded,
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
                rule: RustRule::TypeRenamed,
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
                    rule: RustRule::TypeKindChanged,
                    item: format!("types::{}", names.old),
                    before: Some(before.kind().to_owned()),
                    after: Some(after.kind().to_owned()),
                    sentence: format!(
                        "`{}` was {} and is now {}: code that reads or makes one no longer compiles. Write it anew for \
                         what the type holds now.",
                        names.old,
                        with_article(before.kind()),
                        with_article(after.kind())
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
                rule: RustRule::ContentRetyped,
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
                rule: RustRule::ContentGuarded,
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
        let gone = self.payloads_of_changed(names, before);
        let mut lost: Vec<String> = (&old - &after.traits).into_iter().filter(|name| !gone.contains(name)).collect();
        let changed = |(name, signature): (&String, &String)| {
            let same = after.methods.get(name) == Some(&self.renames.applied(signature));
            (!same && name != "builder").then(|| format!("fn {name}"))
        };
        lost.extend(before.methods.iter().filter_map(changed));
        if lost.is_empty() {
            return;
        }
        let finding = Finding {
            rule: RustRule::TraitLost,
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

    /// `From<Payload>` of each variant that has a change of its own.
    fn payloads_of_changed(&self, names: Names<'_>, before: &TypeItem) -> BTreeSet<String> {
        let Shape::Enum(variants) = &before.shape else { return BTreeSet::new() };
        let changed =
            variants.iter().filter(|variant| self.is_broken(&format!("types::{}::{}", names.old, variant.name)));
        changed
            .filter_map(|variant| Some(format!("From<{}>", self.renames.applied(variant.payload.as_deref()?))))
            .collect()
    }

    /// A builder that went or came, and methods of it that no field explains.
    fn builder(&mut self, names: Names<'_>, before: &TypeItem, after: &TypeItem) {
        let item = format!("types::builder::{}", names.old);
        match (&before.builder, &after.builder) {
            (Some(_), None) => {
                let finding = Finding {
                    rule: RustRule::BuilderLost,
                    item,
                    before: Some("builder".to_owned()),
                    after: None,
                    sentence: format!(
                        "`{}` is only in responses now, so it has no builder: requests take another type in its place.",
                        names.old
                    ),
                };
                self.note(finding, self.of_type(Some(names.old), Some(names.new)));
            }
            (None, Some(_)) => {
                let finding = Finding {
                    rule: RustRule::BuilderGained,
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
                        rule: RustRule::BuilderMethodChanged,
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

fn with_article(kind: &str) -> String {
    let article = if kind.starts_with('e') { "an" } else { "a" };
    format!("{article} {kind}")
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
