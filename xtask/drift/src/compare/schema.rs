//! Two schemas at the same place.

use std::cmp::Ordering;

use serde_json::Value;

use super::{
    Comparison, Owner, Scope, Sides,
    alike::{alike, holders_alike},
};
use crate::{
    resolve::same,
    rules::Kind,
    shape::{Contains, Shape, shape},
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
        let scope = Scope {
            owner: Owner::Pair(index),
            direction: pair.direction,
            careful: pair.careful,
            bare: false,
            text: pair.text,
        };
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
        // What a missing part would say is not known: the report names the reference.
        if old.unresolved.is_some() || new.unresolved.is_some() {
            return;
        }
        if old.incomplete.is_some() || new.incomplete.is_some() {
            let sides = Sides::both(old.incomplete.unwrap_or(at.0), new.incomplete.unwrap_or(at.1));
            self.record(scope, Kind::ComparisonIncomplete, sides, "", None, None);
        }
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
        self.contains(two);
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
        if two.scope.text > 0 && two.old.values.is_some() && two.new.values.is_some() {
            // Listed values are compared as they are written.
            return false;
        }
        let sides = Sides::either(two.old.types_at, two.new.types_at, two.at);
        let shown = |shape: &Shape<'_>, types: Types| {
            let format = shape.limits.get("format").and_then(|format| format.value.as_str());
            Value::from(match format {
                Some(format) => format!("{types} ({format})"),
                None => types.to_string(),
            })
        };
        let (old_texts, new_texts) = (written_types(two, two.old, old), written_types(two, two.new, new));
        let kind = match () {
            () if old == new => None,
            () if new_texts.has(old_texts) => Some(Kind::TypeWidened),
            () if old_texts.has(new_texts) && !new.is_empty() => Some(Kind::TypeNarrowed),
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
        let is_text = two.scope.text > 0;
        let equal = |one: &Value, other: &Value| {
            same(Some(one), Some(other)) || is_text && written(one).is_some_and(|text| written(other) == Some(text))
        };
        let lacks = |list: &[&Value], value: &Value| !list.iter().any(|known| equal(known, value));
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
            let known = value.as_str().is_some_and(|text| new_texts.contains(text));
            let gone = !known && (value.is_string() && !is_text || lacks(new, value));
            if gone {
                self.record(two.scope, Kind::EnumValueRemoved, Sides::removed(value, lists.1), "", Some(value), None);
            }
        }
        for value in new {
            let known = value.as_str().is_some_and(|text| old_texts.contains(text));
            let fresh = !known && (value.is_string() && !is_text || lacks(old, value));
            if fresh {
                self.record(two.scope, Kind::EnumValueAdded, Sides::added(lists.0, value), "", None, Some(value));
            }
        }
    }

    fn list_items(&mut self, two: Two<'_, 'a>) {
        let two = Two { scope: two.scope.below(), ..two };
        let none = Vec::new();
        let (old_items, new_items) = (two.old.items.as_ref().unwrap_or(&none), two.new.items.as_ref().unwrap_or(&none));
        for index in 0..two.old.prefix.len().max(two.new.prefix.len()) {
            let old = two.old.prefix.get(index).unwrap_or(old_items);
            let new = two.new.prefix.get(index).unwrap_or(new_items);
            self.pair(two.scope, old, new, two.at);
        }
        self.pair(two.scope, old_items, new_items, two.at);
    }

    /// Compares how many items of a kind there have to be, and what they are.
    fn contains(&mut self, two: Two<'_, 'a>) {
        let sides = |old: &Option<Contains<'a>>, new: &Option<Contains<'a>>| {
            Sides::either(old.as_ref().map(|one| one.at), new.as_ref().map(|one| one.at), two.at)
        };
        let both = sides(&two.old.contains, &two.new.contains);
        let (old, new) = match (&two.old.contains, &two.new.contains) {
            (None, None) => return,
            (None, Some(new)) => {
                return self.record(two.scope, Kind::ConditionAdded, both, "contains", None, Some(new.at));
            }
            (Some(old), None) => {
                return self.record(two.scope, Kind::ConditionRemoved, both, "contains", Some(old.at), None);
            }
            (Some(old), Some(new)) => (old, new),
        };
        let kind = match old.least.0.cmp(&new.least.0) {
            Ordering::Less => Some(Kind::MinContainsRaised),
            Ordering::Greater => Some(Kind::MinContainsLowered),
            Ordering::Equal => None,
        };
        if let Some(kind) = kind {
            let sides = Sides::both(old.least.1, new.least.1);
            let values = (Value::from(old.least.0), Value::from(new.least.0));
            self.record(two.scope, kind, sides, "", Some(&values.0), Some(&values.1));
        }
        let kind = match (old.most, new.most) {
            (None, Some(_)) => Some(Kind::MaxContainsSet),
            (Some(_), None) => Some(Kind::MaxContainsDropped),
            (Some((old, _)), Some((new, _))) if new < old => Some(Kind::MaxContainsLowered),
            (Some((old, _)), Some((new, _))) if new > old => Some(Kind::MaxContainsRaised),
            _ => None,
        };
        if let Some(kind) = kind {
            let places = (old.most.map(|(_, at)| at), new.most.map(|(_, at)| at));
            let sides = Sides::either(places.0, places.1, two.at);
            self.record(two.scope, kind, sides, "", places.0, places.1);
        }
        // Where items may be too many, more items that count mean fewer lists.
        let careful = two.scope.careful || old.most.is_some() || new.most.is_some();
        self.pair(Scope { careful, text: 0, ..two.scope }, &old.schema, &new.schema, two.at);
    }

    fn conditions(&mut self, two: Two<'_, 'a>) {
        for (name, (at, old)) in &two.old.conditions {
            // Every name has to follow the schema, so that a narrower one means fewer objects.
            let careful = Scope { careful: two.scope.careful || name != "propertyNames", text: 0, ..two.scope };
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

/// The types of a value that is written as text: every number and boolean is a text too.
fn written_types(two: Two<'_, '_>, shape: &Shape<'_>, types: Types) -> Types {
    let free = shape.values.is_none()
        && shape.text_patterns.is_empty()
        && !["minLength", "maxLength"].iter().any(|keyword| shape.limits.contains_key(keyword))
        && !shape.limits.get("format").is_some_and(|format| crate::format::format_restricts(&format.value));
    let scalars = Types::BOOLEAN.or(Types::NUMBER);
    if two.scope.text > 0 && types.has(Types::STRING) && free { types.or(scalars) } else { types }
}

/// A scalar as it is written in an address or a header.
fn written(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}
