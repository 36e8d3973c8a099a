//! Schemas that inherit from a base with a discriminator: whoever takes the base takes them too.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Comparison, Sides, schema::Two};
use crate::{
    address::{Addresses, ByAddress, address},
    resolve::{Description, members},
    rules::Kind,
    shape::Shape,
};
use document::{
    all_of::{self, Parts},
    keywords::is_for_people,
    reference::behind,
};

/// For each discriminator, by address: the names of the schemas that inherit from it, where they are said, and the schemas.
pub(crate) type Children<'a> = ByAddress<usize, BTreeMap<&'a str, (&'a Value, &'a Value)>>;

/// The schemas that inherit from a schema with a discriminator, by the value that names them.
pub(crate) fn children<'a>(description: Description<'a>) -> Children<'a> {
    let mut children: Children<'a> = ByAddress::default();
    for (name, schema) in description.members("/components/schemas") {
        for discriminator in inherited(description, schema) {
            children.entry(address(discriminator)).or_default().insert(name, (schema, schema));
        }
    }
    children
}

/// The discriminators of the bases that a schema inherits from.
fn inherited<'a>(description: Description<'a>, schema: &'a Value) -> impl Iterator<Item = &'a Value> {
    let bases = Parts::new(description, all_of::members(schema)).filter(move |part| !std::ptr::eq(part.schema, schema));
    let has_alternatives = |part: &Value| ["oneOf", "anyOf"].iter().any(|key| part.get(key).is_some());
    bases.filter(move |part| !has_alternatives(part.schema)).filter_map(|part| part.schema.get("discriminator"))
}

/// The part that is meant where an `allOf` with one part only adds a text.
fn unwrapped<'a>(description: Description<'a>, schema: &'a Value) -> &'a Value {
    // Such keywords change nothing of what the only part means.
    let is_around = |keyword: &str| is_for_people(keyword) || ["nullable", "readOnly", "writeOnly"].contains(&keyword);
    let only = |schema| all_of::only_member(schema, is_around);
    behind(description.follow(schema), |schema| Some(description.follow(only(schema)?)))
}

impl<'a> Comparison<'a> {
    /// Compares the schemas that inherit from the base that is compared, by the values that name them.
    pub(super) fn inheritance(&mut self, two: Two<'_, 'a>) {
        if !two.old.unions.is_empty() || !two.new.unions.is_empty() {
            return;
        }
        let (Some(old), Some(new)) = (two.old.discriminator, two.new.discriminator) else { return };
        let is_own = |description: Description<'a>, schema: &'a Value, discriminator: &Value| {
            let own = unwrapped(description, schema).get("discriminator");
            own.is_some_and(|own| std::ptr::eq(own, discriminator))
        };
        // A schema that inherits stands for itself alone.
        if !is_own(self.old, two.at.0, old) || !is_own(self.new, two.at.1, new) {
            return;
        }
        let before = named(self.old, old, &self.children.0, two.old);
        let after = named(self.new, new, &self.children.1, two.new);
        for (name, (at, schema)) in &before {
            if let Some((_, other)) = after.get(name) {
                self.pair(two.scope, &[schema], &[other], (schema, other));
            } else {
                let value = Value::from(*name);
                self.record(
                    two.scope,
                    Kind::DiscriminatorValueRemoved,
                    Sides::removed(at, new),
                    name,
                    Some(&value),
                    None,
                );
            }
        }
        for (name, (at, _)) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
            let value = Value::from(*name);
            self.record(two.scope, Kind::DiscriminatorValueAdded, Sides::added(old, at), name, None, Some(&value));
        }
    }
}

/// The schemas that a discriminator names: those of its mapping, and those that inherit and are not in it.
fn named<'a>(
    description: Description<'a>,
    discriminator: &'a Value,
    children: &Children<'a>,
    base: &Shape<'a>,
) -> BTreeMap<&'a str, (&'a Value, &'a Value)> {
    let mut named = BTreeMap::new();
    let mut mapped = Addresses::default();
    for (name, value) in members(discriminator.get("mapping")) {
        if let Some(target) = value.as_str().and_then(|reference| description.mapped(reference)) {
            mapped.insert(address(target));
            let is_base = target.get("discriminator").is_some_and(|own| std::ptr::eq(own, discriminator));
            if !is_base {
                named.insert(name, (value, target));
            }
        }
    }
    // Where the field can hold listed values alone, a schema of another name is not meant.
    let field = discriminator.get("propertyName").and_then(Value::as_str);
    let listed = field
        .and_then(|name| base.properties.get(name))
        .and_then(|schemas| crate::shape::shape(description, schemas).values);
    for (name, (at, schema)) in children.get(&address(discriminator)).into_iter().flatten() {
        let is_possible = listed.as_ref().is_none_or(|values| values.iter().any(|value| value.as_str() == Some(name)));
        if is_possible && !mapped.contains(&address(schema)) {
            named.entry(*name).or_insert((*at, *schema));
        }
    }
    named
}
