//! Two schemas at the same place.

use serde_json::Value;

use super::{Comparison, Owner, Scope, Sides, rest::same};
use crate::{
    rules::Kind,
    shape::{Shape, shape},
    types::Types,
};

/// Two schemas that are being compared, and where a difference of them goes.
#[derive(Clone, Copy)]
pub(super) struct Two<'s, 'a> {
    pub(super) scope: Scope,
    pub(super) old: &'s Shape<'a>,
    pub(super) new: &'s Shape<'a>,
    /// Where the schemas stand as a whole.
    pub(super) at: (&'a Value, &'a Value),
    /// Whether each is one schema, and not several that hold together.
    pub(super) whole: (bool, bool),
}

impl<'a> Comparison<'a> {
    pub(super) fn schema(&mut self, index: usize) {
        let pair = &self.pairs[index];
        let scope = Scope { owner: Owner::Pair(index), direction: pair.direction, careful: pair.careful, bare: false };
        let (at, bare) = ((pair.old.anchor, pair.new.anchor), pair.bare);
        if let ([old], [new]) = (&pair.old.all[..], &pair.new.all[..]) {
            let mut references = Vec::new();
            if alike(old, new, &mut references) {
                for (old, new) in references {
                    self.pair(scope, &[old], &[new], (old, new));
                }
                return;
            }
        }
        let pair = &self.pairs[index];
        let (old, new) = (shape(self.old, &pair.old.all), shape(self.new, &pair.new.all));
        let whole = (pair.old.all.len() == 1, pair.new.all.len() == 1);
        let two = Two { scope, old: &old, new: &new, at, whole };
        if !bare {
            self.schema_text(two);
        }
        self.other_keywords(two);
        if self.one_among_several(two) || self.types(two) {
            return;
        }
        self.listed_values(two);
        self.limits(two);
        self.fields(two);
        self.list_items(two);
        self.conditions(two);
        self.unions(two);
    }

    /// Whether two things that hold schemas are written alike, which most are: then only what their schemas refer to
    /// can differ, and is compared from here.
    pub(super) fn written_alike(&mut self, scope: Scope, old: &'a Value, new: &'a Value) -> bool {
        let mut references = Vec::new();
        let is_alike = holders_alike(old, new, &mut references);
        for (old, new) in references.into_iter().filter(|_| is_alike) {
            self.pair(scope, &[old], &[new], (old, new));
        }
        is_alike
    }

    fn plain(&mut self, two: Two<'_, 'a>, kind: Kind, keyword: &str) {
        self.values(
            two.scope,
            kind,
            "",
            (two.old.plain.get(keyword).copied(), two.new.plain.get(keyword).copied()),
            two.at,
        );
    }

    fn schema_text(&mut self, two: Two<'_, 'a>) {
        for (kind, keyword) in [
            (Kind::TitleChanged, "title"),
            (Kind::DescriptionChanged, "description"),
            (Kind::ExternalDocsChanged, "externalDocs"),
            (Kind::CommentChanged, "$comment"),
            (Kind::XmlChanged, "xml"),
            (Kind::DependentRequiredChanged, "dependentRequired"),
            (Kind::MediaChanged, "contentEncoding"),
            (Kind::MediaChanged, "contentMediaType"),
        ] {
            self.plain(two, kind, keyword);
        }
        // `examples: [x]` of OpenAPI 3.1 is `example: x` of 3.0.
        let example = |shape: &Shape<'a>| {
            let listed = shape.plain.get("examples").copied();
            let single = listed.and_then(Value::as_array).filter(|list| list.len() == 1).and_then(|list| list.first());
            shape.plain.get("example").copied().or(single).or(listed)
        };
        self.values(two.scope, Kind::ExampleChanged, "", (example(two.old), example(two.new)), two.at);
        let (old, new) = (two.old.plain.get("default").copied(), two.new.plain.get("default").copied());
        let kind = match (old, new) {
            (None, _) => Kind::DefaultSet,
            (_, None) => Kind::DefaultDropped,
            _ => Kind::DefaultChanged,
        };
        self.values(two.scope, kind, "", (old, new), two.at);
    }

    fn other_keywords(&mut self, two: Two<'_, 'a>) {
        for (key, value) in &two.old.others {
            self.other(two.scope, key, (Some(*value), two.new.others.get(key).copied()), two.at);
        }
        for (key, value) in &two.new.others {
            if !two.old.others.contains_key(key) {
                self.other(two.scope, key, (None, Some(*value)), two.at);
            }
        }
    }

    /// Compares types; tells whether they have nothing in common, so that the rest need not be compared.
    fn types(&mut self, two: Two<'_, 'a>) -> bool {
        let alternatives = |shape: &Shape<'_>| shape.types.is_none() && !shape.unions.is_empty();
        // Where one side is alternatives, these are compared with the other side as one more.
        let (old, new) = if alternatives(two.old) == alternatives(two.new) {
            (two.old.kinds(), two.new.kinds())
        } else {
            (Types::ANY, Types::ANY)
        };
        let sides = Sides::either(two.old.types_at, two.new.types_at, two.at);
        let shown = |shape: &Shape<'_>, types: Types| {
            let format = shape.limits.get("format").and_then(|format| format.at.as_str());
            Value::from(match format {
                Some(format) => format!("{types} ({format})"),
                None => types.to_string(),
            })
        };
        let kind = match () {
            () if old == new => None,
            () if new.has(old) => Some(Kind::TypeWidened),
            () if old.has(new) && !new.is_empty() => Some(Kind::TypeNarrowed),
            () => Some(Kind::TypeChanged),
        };
        let apart = kind == Some(Kind::TypeChanged) && old.and(new).is_empty();
        if let Some(kind) = kind {
            let (before, after) = if apart {
                (shown(two.old, old), shown(two.new, new))
            } else {
                (old.to_string().into(), new.to_string().into())
            };
            self.record(two.scope, kind, sides, "", Some(&before), Some(&after));
        }
        // A schema that says nothing of types allows null; that it says more now is told by the types.
        let untyped = |shape: &Shape<'_>| shape.types.is_none() && shape.unions.is_empty();
        if two.old.nullable() != two.new.nullable() && !untyped(two.old) && !untyped(two.new) {
            let kind = if two.new.nullable() { Kind::BecameNullable } else { Kind::NoLongerNullable };
            let sides = match (two.old.types_at, two.new.types_at) {
                (Some(old), Some(new)) => Sides::both(old, new),
                _ if two.new.nullable() => Sides::added(two.at.0, two.new.null_at().unwrap_or(two.at.1)),
                _ => Sides::removed(two.old.null_at().unwrap_or(two.at.0), two.at.1),
            };
            self.record(two.scope, kind, sides, "", None, None);
        }
        apart
    }

    fn listed_values(&mut self, two: Two<'_, 'a>) {
        let (old, new) = match (&two.old.values, &two.new.values) {
            (None, None) => return,
            (None, Some(_)) => {
                let sides = Sides::added(two.at.0, two.new.values_at.unwrap_or(two.at.1));
                return self.record(two.scope, Kind::EnumIntroduced, sides, "", None, two.new.values_at);
            }
            (Some(_), None) => {
                let sides = Sides::removed(two.old.values_at.unwrap_or(two.at.0), two.at.1);
                return self.record(two.scope, Kind::EnumDropped, sides, "", two.old.values_at, None);
            }
            (Some(old), Some(new)) => (old, new),
        };
        let lists = (two.old.values_at.unwrap_or(two.at.0), two.new.values_at.unwrap_or(two.at.1));
        let lacks = |list: &[&Value], value: &Value| !list.iter().any(|known| same(Some(known), Some(value)));
        if let ([before], [after]) = (&old[..], &new[..])
            && lacks(old, after)
        {
            let sides = Sides::both(lists.0, lists.1);
            return self.record(two.scope, Kind::ConstChanged, sides, "", Some(before), Some(after));
        }
        let texts = |list: &[&'a Value]| {
            list.iter().filter_map(|value| value.as_str()).collect::<std::collections::HashSet<_>>()
        };
        let (old_texts, new_texts) = (texts(old), texts(new));
        for value in old {
            let gone = value.as_str().map_or_else(|| lacks(new, value), |text| !new_texts.contains(text));
            if gone {
                self.record(two.scope, Kind::EnumValueRemoved, Sides::removed(value, lists.1), "", Some(value), None);
            }
        }
        for value in new {
            let fresh = value.as_str().map_or_else(|| lacks(old, value), |text| !old_texts.contains(text));
            if fresh {
                self.record(two.scope, Kind::EnumValueAdded, Sides::added(lists.0, value), "", None, Some(value));
            }
        }
    }

    fn list_items(&mut self, two: Two<'_, 'a>) {
        let none = Vec::new();
        let (old_items, new_items) = (two.old.items.as_ref().unwrap_or(&none), two.new.items.as_ref().unwrap_or(&none));
        for index in 0..two.old.prefix.len().max(two.new.prefix.len()) {
            let old = two.old.prefix.get(index).unwrap_or(old_items);
            let new = two.new.prefix.get(index).unwrap_or(new_items);
            self.pair(two.scope, old, new, two.at);
        }
        self.pair(two.scope, old_items, new_items, two.at);
    }

    fn conditions(&mut self, two: Two<'_, 'a>) {
        let careful = Scope { careful: true, ..two.scope };
        for (name, (at, old)) in &two.old.conditions {
            match two.new.conditions.get(name) {
                Some((_, new)) => self.pair(careful, old, new, two.at),
                None => {
                    self.record(two.scope, Kind::ConditionRemoved, Sides::removed(at, two.at.1), name, Some(at), None);
                }
            }
        }
        for (name, (at, _)) in &two.new.conditions {
            if !two.old.conditions.contains_key(name) {
                self.record(two.scope, Kind::ConditionAdded, Sides::added(two.at.0, at), name, None, Some(at));
            }
        }
    }
}

/// Whether two things that hold schemas are written alike: a parameter, a body, an answer.
fn holders_alike<'a>(old: &'a Value, new: &'a Value, references: &mut Vec<(&'a Value, &'a Value)>) -> bool {
    let (Value::Object(old), Value::Object(new)) = (old, new) else { return false };
    old.len() == new.len()
        && old.iter().zip(new).all(|((key, before), (new_key, after))| {
            key == new_key
                && match key.as_str() {
                    "schema" => alike(before, after, references),
                    "content" => media_alike(before, after, references),
                    // What is behind these is no schema.
                    "$ref" | "headers" | "links" => false,
                    _ => alike_without_references(before, after),
                }
        })
}

fn media_alike<'a>(old: &'a Value, new: &'a Value, references: &mut Vec<(&'a Value, &'a Value)>) -> bool {
    let (Value::Object(old), Value::Object(new)) = (old, new) else { return false };
    old.len() == new.len()
        && old
            .iter()
            .zip(new)
            .all(|((name, before), (new_name, after))| name == new_name && holders_alike(before, after, references))
}

/// Whether two schemas are written alike, which most are: then only what they refer to can differ.
///
/// Gives up where a reference means more than the schema at its place, and where keys stand in another order.
fn alike<'a>(old: &'a Value, new: &'a Value, references: &mut Vec<(&'a Value, &'a Value)>) -> bool {
    match (old, new) {
        (Value::Object(old_members), Value::Object(new_members)) if old_members.len() == new_members.len() => {
            old_members.iter().zip(new_members).all(|((key, before), (new_key, after))| {
                if key != new_key {
                    return false;
                }
                match key.as_str() {
                    "$ref" if before.is_string() => {
                        references.push((old, new));
                        old_members.len() == 1 && before == after
                    }
                    // Data, in which a reference is text.
                    "example" | "examples" | "default" | "enum" | "const" => before == after,
                    // These say which way a field goes, so what is below has to be looked at.
                    "readOnly" | "writeOnly" => false,
                    "items" | "additionalProperties" => alike(before, after, references),
                    "properties" => fields_alike(before, after, references),
                    _ => alike_without_references(before, after),
                }
            })
        }
        (Value::Array(old_items), Value::Array(new_items)) if old_items.len() == new_items.len() => {
            old_items.iter().zip(new_items).all(|(before, after)| alike(before, after, references))
        }
        (old, new) => old == new,
    }
}

fn alike_without_references(old: &Value, new: &Value) -> bool {
    let mut references = Vec::new();
    alike(old, new, &mut references) && references.is_empty()
}

/// The same for schemas by the names of fields, which may be the names of keywords.
fn fields_alike<'a>(old: &'a Value, new: &'a Value, references: &mut Vec<(&'a Value, &'a Value)>) -> bool {
    let (Some(old), Some(new)) = (old.as_object(), new.as_object()) else { return false };
    let pairs = || old.iter().zip(new);
    old.len() == new.len()
        && pairs().all(|((name, before), (other, after))| name == other && alike(before, after, references))
}
