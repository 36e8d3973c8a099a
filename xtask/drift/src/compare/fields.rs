//! The fields of two objects.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Comparison, Scope, Sides, schema::Two};
use crate::{
    change::Direction,
    resolve::{Description, flag, items, reference},
    rules::Kind,
    shape::{Additional, Shape},
};

/// Deepest chain of references and `allOf` that is searched for flags.
const DEPTH: usize = 8;

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
            let kind = if two.old.required.contains_key(name) {
                Kind::PropertyRemovedRequired
            } else {
                Kind::PropertyRemovedOptional
            };
            let at = said(two.old, name, two.at.0);
            self.record(two.scope, kind, Sides::removed(at, two.at.1), name, Some(at), None);
        }
        for name in new.difference(&old) {
            let kind = match (two.new.required.contains_key(name), two.old.closed()) {
                (false, false) => Kind::PropertyAddedOptional,
                (true, false) => Kind::PropertyAddedRequired,
                (false, true) => Kind::PropertyAddedOptionalToClosed,
                (true, true) => Kind::PropertyAddedRequiredToClosed,
            };
            let at = said(two.new, name, two.at.1);
            // What is read-only is no part of a request, so it need not be sent.
            let read_only = marks(self.new, two.new, name).read_only && two.scope.direction == Direction::Request;
            let kind = match kind {
                Kind::PropertyAddedRequired if read_only => Kind::PropertyAddedOptional,
                Kind::PropertyAddedRequiredToClosed if read_only => Kind::PropertyAddedOptionalToClosed,
                kind => kind,
            };
            self.record(two.scope, kind, Sides::added(two.at.0, at), name, None, Some(at));
        }
        self.other_fields(two);
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
        // A field that never goes this way is no part of what goes this way.
        let absent = match two.scope.direction {
            Direction::Request => before.read_only && after.read_only,
            Direction::Response => before.write_only && after.write_only,
            Direction::Unused => false,
        };
        let scope = if absent { Scope { direction: Direction::Unused, ..two.scope } } else { two.scope };
        if required.0 != required.1 && !(before.read_only && !after.read_only && required.1) {
            let kind = if required.1 { Kind::PropertyBecameRequired } else { Kind::PropertyBecameOptional };
            self.record(scope, kind, sides, name, None, None);
        }
        self.pair(scope, old, new, at);
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
                self.pair(two.scope, &schema(&two.old.additional), &schema(&two.new.additional), at);
            }
        }
        for (pattern, old) in &two.old.patterns {
            let at = old.first().copied().unwrap_or(two.at.0);
            if let Some(new) = two.new.patterns.get(pattern) {
                self.pair(two.scope, old, new, two.at);
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

fn marks(description: Description<'_>, shape: &Shape<'_>, name: &str) -> Marks {
    let mut marks = Marks::default();
    for schema in shape.properties.get(name).into_iter().flatten() {
        search(description, schema, DEPTH, &mut marks);
    }
    marks
}

fn search(description: Description<'_>, schema: &Value, depth: usize, marks: &mut Marks) {
    if depth == 0 {
        return;
    }
    marks.read_only |= flag(schema, "readOnly");
    marks.write_only |= flag(schema, "writeOnly");
    marks.deprecated |= flag(schema, "deprecated");
    if let Some(target) = reference(schema).and_then(|reference| description.target(reference)) {
        search(description, target, depth - 1, marks);
    }
    for part in items(schema.get("allOf")) {
        search(description, part, depth - 1, marks);
    }
}
