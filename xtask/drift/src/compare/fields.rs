//! The fields of two objects.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Comparison, Scope, Sides, schema::Two};
use crate::{
    class::Direction,
    pattern::matches,
    resolve::{Description, flag},
    rules::Kind,
    shape::{Additional, Shape},
};
use document::all_of::Parts;

/// Schemas that are searched for the flags of one field.
const SEARCHED: usize = 64;

/// What is said of a field as a field.
#[derive(Clone, Copy, Default)]
struct Marks {
    read_only: bool,
    write_only: bool,
    deprecated: bool,
}

impl<'a> Comparison<'a> {
    pub(super) fn fields(&mut self, two: Two<'_, 'a>) {
        let names = |shape: &Shape<'a>| {
            shape.properties.keys().chain(shape.required.keys()).copied().collect::<BTreeSet<&str>>()
        };
        let (old, new) = (names(two.old), names(two.new));
        for name in old.intersection(&new) {
            self.field(two, name);
        }
        for name in old.difference(&new) {
            self.removed_field(two, name);
        }
        for name in new.difference(&old) {
            self.added_field(two, name);
        }
        self.other_fields(two);
        self.dependents(two);
    }

    fn removed_field(&mut self, two: Two<'_, 'a>, name: &str) {
        let at = said(two.old, name, two.at.0);
        let is_required = two.old.required.contains_key(name);
        let scope = scope_of_field(two.scope, marks(self.old, two.old, name));
        let sides = Sides::removed(at, two.at.1);
        let Some(schemas) = two.old.properties.get(name) else {
            return self.record(scope, Kind::PropertyBecameOptional, sides, name, None, None);
        };
        // What other fields may be is what this one may be now.
        if let Some(others) = covering(two.new, name) {
            if is_required {
                self.record(scope, Kind::PropertyBecameOptional, sides, name, None, None);
            }
            self.record(scope, Kind::PropertyUnlisted, sides, name, Some(at), None);
            return self.pair(scope.below(), schemas, &others, (at, two.at.1));
        }
        let kind = if is_required { Kind::PropertyRemovedRequired } else { Kind::PropertyRemovedOptional };
        self.record(scope, kind, sides, name, Some(at), None);
    }

    fn added_field(&mut self, two: Two<'_, 'a>, name: &str) {
        let at = said(two.new, name, two.at.1);
        let is_required = two.new.required.contains_key(name);
        let sides = Sides::added(two.at.0, at);
        let Some(schemas) = two.new.properties.get(name) else {
            return self.record(two.scope, Kind::PropertyBecameRequired, sides, name, None, None);
        };
        let marks = marks(self.new, two.new, name);
        // What is read-only is no part of a request, so it need not be sent.
        let is_sent = !(marks.read_only && two.scope.direction == Direction::Request);
        let others = covering(two.old, name);
        let was_closed = two.old.closed() && others.is_none();
        let kind = match (is_required && is_sent, was_closed) {
            (false, false) => Kind::PropertyAddedOptional,
            (true, false) => Kind::PropertyAddedRequired,
            (false, true) => Kind::PropertyAddedOptionalToClosed,
            (true, true) => Kind::PropertyAddedRequiredToClosed,
        };
        self.record(two.scope, kind, sides, name, None, Some(at));
        // It could be there before, as one of the other fields.
        if let Some(others) = others {
            let scope = scope_of_field(two.scope, marks);
            self.pair(scope.below(), &others, schemas, (two.at.0, at));
        }
    }

    fn dependents(&mut self, two: Two<'_, 'a>) {
        for ((name, needed), at) in &two.old.dependent {
            if !two.new.dependent.contains_key(&(*name, *needed)) && !two.new.required.contains_key(needed) {
                let sides = Sides::removed(at, two.at.1);
                self.record(two.scope, Kind::DependentRequiredRemoved, sides, name, Some(at), None);
            }
        }
        for ((name, needed), at) in &two.new.dependent {
            // Nobody sent a field that is new.
            let is_known =
                two.old.properties.contains_key(name) || two.old.additional.is_some() || two.old.properties.is_empty();
            if is_known && !two.old.dependent.contains_key(&(*name, *needed)) && !two.old.required.contains_key(needed)
            {
                let sides = Sides::added(two.at.0, at);
                self.record(two.scope, Kind::DependentRequiredAdded, sides, name, None, Some(at));
            }
        }
    }

    fn field(&mut self, two: Two<'_, 'a>, name: &str) {
        let none = Vec::new();
        let old = two.old.properties.get(name).unwrap_or(&none);
        let new = two.new.properties.get(name).unwrap_or(&none);
        let at = (said(two.old, name, two.at.0), said(two.new, name, two.at.1));
        let (before, after) = (marks(self.old, two.old, name), marks(self.new, two.new, name));
        let sides = Sides::both(at.0, at.1);
        let mut mark = |kind| self.record(two.scope, kind, sides, name, None, None);
        let required = (two.old.required.contains_key(name), two.new.required.contains_key(name));
        match (before.read_only, after.read_only) {
            (false, true) => mark(Kind::PropertyBecameReadOnly),
            (true, false) if required.1 => mark(Kind::RequiredNoLongerReadOnly),
            (true, false) => mark(Kind::PropertyNoLongerReadOnly),
            _ => {}
        }
        match (before.write_only, after.write_only) {
            (false, true) => mark(Kind::PropertyBecameWriteOnly),
            (true, false) => mark(Kind::PropertyNoLongerWriteOnly),
            _ => {}
        }
        match (before.deprecated, after.deprecated) {
            (false, true) => mark(Kind::PropertyDeprecated),
            (true, false) => mark(Kind::PropertyUndeprecated),
            _ => {}
        }
        let both = Marks {
            read_only: before.read_only && after.read_only,
            write_only: before.write_only && after.write_only,
            deprecated: false,
        };
        let scope = scope_of_field(two.scope, both);
        if required.0 != required.1 && !(before.read_only && !after.read_only && required.1) {
            let kind = if required.1 { Kind::PropertyBecameRequired } else { Kind::PropertyBecameOptional };
            self.record(scope, kind, sides, name, None, None);
        }
        self.pair(scope.below(), old, new, at);
    }

    fn other_fields(&mut self, two: Two<'_, 'a>) {
        match (two.old.closed(), two.new.closed()) {
            (false, true) => {
                let at = two.new.additional.as_ref().map_or(two.at.1, |additional| additional.at);
                self.record(two.scope, Kind::ObjectClosed, Sides::added(two.at.0, at), "", None, None);
            }
            (true, false) => {
                let at = two.old.additional.as_ref().map_or(two.at.0, |additional| additional.at);
                self.record(two.scope, Kind::ObjectOpened, Sides::removed(at, two.at.1), "", None, None);
            }
            (true, true) => {}
            (false, false) => {
                let none = Vec::new();
                let schema = |shape: &'_ Option<Additional<'a>>| {
                    shape.as_ref().map_or_else(|| none.clone(), |a| a.schema.clone())
                };
                let at = (additional_at(two.old, two.at.0), additional_at(two.new, two.at.1));
                self.pair(two.scope.below(), &schema(&two.old.additional), &schema(&two.new.additional), at);
            }
        }
        for (pattern, old) in &two.old.patterns {
            let at = old.first().copied().unwrap_or(two.at.0);
            if let Some(new) = two.new.patterns.get(pattern) {
                self.pair(two.scope.below(), old, new, two.at);
            } else {
                let before = Value::from(*pattern);
                let sides = Sides::removed(at, two.at.1);
                self.record(two.scope, Kind::PatternPropertiesRemoved, sides, pattern, Some(&before), None);
            }
        }
        for (pattern, new) in &two.new.patterns {
            if !two.old.patterns.contains_key(pattern) {
                let at = new.first().copied().unwrap_or(two.at.1);
                let after = Value::from(*pattern);
                let sides = Sides::added(two.at.0, at);
                self.record(two.scope, Kind::PatternPropertiesAdded, sides, pattern, None, Some(&after));
            }
        }
    }
}

fn additional_at<'a>(shape: &Shape<'a>, holder: &'a Value) -> &'a Value {
    shape.additional.as_ref().map_or(holder, |additional| additional.at)
}

/// Where a field is described, or at least demanded.
fn said<'a>(shape: &Shape<'a>, name: &str, holder: &'a Value) -> &'a Value {
    let described = shape.properties.get(name).and_then(|schemas| schemas.first());
    described.or_else(|| shape.required.get(name)).copied().unwrap_or(holder)
}

/// A field that never goes this way is no part of what goes this way.
fn scope_of_field(scope: Scope, marks: Marks) -> Scope {
    let absent = match scope.direction {
        Direction::Request => marks.read_only,
        Direction::Response => marks.write_only,
        Direction::Unused => false,
    };
    if absent { Scope { direction: Direction::Unused, ..scope } } else { scope }
}

/// What a field that is not listed has to be, where something is said of it.
fn covering<'a>(shape: &Shape<'a>, name: &str) -> Option<Vec<&'a Value>> {
    let by_pattern = shape.patterns.iter().filter(|(pattern, _)| matches(pattern, name) == Some(true));
    let schemas: Vec<&Value> = by_pattern.flat_map(|(_, schemas)| schemas.iter().copied()).collect();
    if !schemas.is_empty() {
        return Some(schemas);
    }
    let additional = shape.additional.as_ref().filter(|additional| !additional.closed)?;
    (!additional.schema.is_empty()).then(|| additional.schema.clone())
}

fn marks(description: Description<'_>, shape: &Shape<'_>, name: &str) -> Marks {
    let mut marks = Marks::default();
    let schemas = shape.properties.get(name).into_iter().flatten().copied();
    for part in Parts::new(description, schemas).take(SEARCHED) {
        marks.read_only |= flag(part.schema, "readOnly");
        marks.write_only |= flag(part.schema, "writeOnly");
        marks.deprecated |= flag(part.schema, "deprecated");
    }
    marks
}
