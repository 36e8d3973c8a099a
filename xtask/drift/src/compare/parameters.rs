//! Parameters of operations, and headers of responses.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Comparison, Scope, Sides, operations::Operation};
use crate::{
    class::Direction,
    resolve::{Description, flag, items, members, text},
    rules::Kind,
    shape::{Shape, shape},
    types::Types,
};

const KNOWN: [&str; 13] = [
    "name",
    "in",
    "description",
    "required",
    "deprecated",
    "allowEmptyValue",
    "style",
    "explode",
    "allowReserved",
    "schema",
    "content",
    "example",
    "examples",
];

/// The levels of a parameter that are written as text: the value, and its items or fields.
const LEVELS: u8 = 2;

/// Header parameters and headers that OpenAPI tells everybody to leave aside.
const IGNORED: [&str; 3] = ["accept", "content-type", "authorization"];

/// By place and name: the parameter as it is listed, and as it is described.
type Parameters<'a> = BTreeMap<(String, String), (&'a Value, &'a Value)>;

impl<'a> Comparison<'a> {
    pub(super) fn parameters(
        &mut self,
        scope: Scope,
        old: &Operation<'a>,
        new: &Operation<'a>,
        renamed: &BTreeMap<&str, &str>,
    ) {
        // A renamed part of the path is the same parameter. All get their new names at once: two may swap them.
        let before: Parameters<'a> = effective(self.old, old)
            .into_iter()
            .map(|((place, name), parameter)| {
                let renamed = renamed.get(name.as_str()).filter(|_| place == "path");
                ((place, renamed.map_or(name, |name| (*name).to_owned())), parameter)
            })
            .collect();
        let mut after = effective(self.new, new);
        // A parameter that is described in another file could be any of those that only one side has.
        let listed = |parameters: &Parameters<'a>| parameters.values().map(|(listed, _)| *listed).collect::<Vec<_>>();
        let is_known = !listed(&before).into_iter().any(|parameter| self.old.is_unresolved(parameter))
            && !listed(&after).into_iter().any(|parameter| self.new.is_unresolved(parameter));
        let mut gone: Parameters<'a> = BTreeMap::new();
        for (key, parameter) in before {
            match after.remove(&key) {
                Some(other) => self.parameter(scope_of(scope, &key), parameter.1, other.1),
                None => drop(gone.insert(key, parameter)),
            }
        }
        if !is_known {
            return;
        }
        for (key, (listed, parameter)) in gone {
            let elsewhere = after.keys().find(|(_, name)| *name == key.1).cloned();
            if let Some((place, (_, other))) = elsewhere.and_then(|place| after.remove_entry(&place)) {
                let (before, after) = (Value::from(key.0.as_str()), Value::from(place.0.as_str()));
                self.record(
                    scope,
                    Kind::ParameterMoved,
                    Sides::both(parameter, other),
                    "",
                    Some(&before),
                    Some(&after),
                );
                self.parameter(scope, parameter, other);
            } else {
                let holder = new.value.get("parameters").unwrap_or(new.value);
                let scope = scope_of(scope, &key);
                self.record(scope, Kind::ParameterRemoved, Sides::removed(listed, holder), "", Some(parameter), None);
            }
        }
        for (key, (listed, parameter)) in after {
            let kind = if required(parameter) { Kind::ParameterAddedRequired } else { Kind::ParameterAddedOptional };
            let holder = old.value.get("parameters").unwrap_or(old.value);
            self.record(scope_of(scope, &key), kind, Sides::added(holder, listed), "", None, Some(parameter));
        }
    }

    pub(super) fn parameter(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        let levels = if old.get("content").is_some() { 0 } else { LEVELS };
        if self.written_alike(Scope { text: levels, ..scope }, old, new) {
            return;
        }
        let sides = Sides::both(old, new);
        match (required(old), required(new)) {
            (false, true) => self.record(scope, Kind::ParameterBecameRequired, sides, "", None, None),
            (true, false) => self.record(scope, Kind::ParameterBecameOptional, sides, "", None, None),
            _ => {}
        }
        for (key, set, dropped) in [
            ("deprecated", Kind::ParameterDeprecated, Kind::ParameterUndeprecated),
            ("allowReserved", Kind::ParameterReservedAllowed, Kind::ParameterReservedForbidden),
            ("allowEmptyValue", Kind::ParameterEmptyAllowed, Kind::ParameterEmptyForbidden),
        ] {
            match (flag(old, key), flag(new, key)) {
                (false, true) => self.record(scope, set, sides, "", None, None),
                (true, false) => self.record(scope, dropped, sides, "", None, None),
                _ => {}
            }
        }
        // What moved is written another way of course.
        if text(old, "in") == text(new, "in") {
            self.style(scope, old, new);
        }
        self.written_value(scope, old, new);
    }

    fn style(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        let (before, after) = (style(old), style(new));
        let by_content = (old.get("content"), new.get("content"));
        if by_content.0.is_some() != by_content.1.is_some() {
            let shown = |content: Option<&Value>| {
                let names: Vec<&str> = members(content).map(|(name, _)| name).collect();
                Value::from(if names.is_empty() { "plain text".to_owned() } else { names.join(", ") })
            };
            if !self.is_written_alike(old, new) {
                let values = (shown(by_content.0), shown(by_content.1));
                let sides = Sides::both(old, new);
                self.record(scope, Kind::ParameterStyleChanged, sides, "", Some(&values.0), Some(&values.1));
            }
            return;
        }
        let by_schema = by_content == (None, None);
        // A single value is written the same way whether lists are taken apart or not.
        let matters = || before.0 != after.0 || takes_apart(self.old, old) && takes_apart(self.new, new);
        if by_schema && before != after && matters() {
            let shown =
                |style: (&str, bool)| Value::from(format!("{}{}", style.0, if style.1 { ", exploded" } else { "" }));
            let sides = Sides::both(old, new);
            self.record(scope, Kind::ParameterStyleChanged, sides, "", Some(&shown(before)), Some(&shown(after)));
        }
    }

    /// What parameters and headers have in common: text, and the schema of the value.
    fn written_value(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        self.text(scope, Kind::DescriptionChanged, "description", old, new);
        self.examples(scope, old, new);
        match (old.get("content"), new.get("content")) {
            (None, None) if self.list_or_scalar(scope, old, new) => {}
            (None, None) => self.optional_schema(Scope { text: LEVELS, ..scope }, "schema", old, new),
            (Some(_), Some(_)) => self.content(scope, old, new),
            _ => {
                let sides = (value_schema(old), value_schema(new));
                self.pair(scope, sides.0.as_slice(), sides.1.as_slice(), (old, new));
            }
        }
        self.metadata(scope, &KNOWN, old, new);
    }

    /// Whether a value has the same text by its schema as by its content.
    fn is_written_alike(&self, old: &'a Value, new: &'a Value) -> bool {
        let content = old.get("content").or_else(|| new.get("content"));
        let media = members(content).next().map(|(name, _)| name);
        let kinds = |description, parameter| {
            value_schema(parameter).map_or(Types::ANY, |schema| shape(description, &[schema]).kinds())
        };
        let types = kinds(self.old, old).or(kinds(self.new, new));
        let unquoted = Types::BOOLEAN.or(Types::NUMBER);
        match media {
            Some("text/plain") => unquoted.or(Types::STRING).has(types),
            // JSON puts quotes around a text.
            Some("application/json") => unquoted.has(types),
            _ => false,
        }
    }

    /// Compares a parameter that is a list on one side alone: one value is written as a list of one.
    fn list_or_scalar(&mut self, scope: Scope, old: &'a Value, new: &'a Value) -> bool {
        let (Some(old_schema), Some(new_schema)) = (old.get("schema"), new.get("schema")) else { return false };
        let (before, after) = (shape(self.old, &[old_schema]), shape(self.new, &[new_schema]));
        let scalar = |shape: &Shape<'a>| {
            let scalars = Types::BOOLEAN.or(Types::NUMBER).or(Types::STRING);
            shape.unions.is_empty() && shape.types.is_some() && scalars.has(shape.kinds())
        };
        let list = |shape: &Shape<'a>| shape.unions.is_empty() && shape.kinds() == Types::ARRAY;
        let becomes_list = match (scalar(&before), list(&after), list(&before), scalar(&after)) {
            (true, true, ..) => true,
            (.., true, true) => false,
            _ => return false,
        };
        let (one, many) = if becomes_list { (&before, &after) } else { (&after, &before) };
        let list_style = if becomes_list { style(new) } else { style(old) };
        // Where a comma separates items, a text with a comma becomes two of them.
        let splits = list_style != ("form", true);
        let has_comma = one.kinds().has(Types::STRING) && one.values.is_none();
        if style(old).0 != style(new).0 || !["form", "simple"].contains(&list_style.0) || splits && has_comma {
            return false;
        }
        let kind = if becomes_list { Kind::ParameterBecameList } else { Kind::ParameterNoLongerList };
        self.record(scope, kind, Sides::both(old_schema, new_schema), "", None, None);
        if let Some(least) = many.limits.get("minItems").filter(|limit| limit.value.as_u64() > Some(1) && becomes_list)
        {
            let sides = Sides::added(old_schema, least.at);
            self.record(scope, Kind::MinItemsSet, sides, "", None, Some(least.at));
        }
        let items = many.items.clone().unwrap_or_default();
        let below = Scope { text: LEVELS, ..scope }.below();
        if becomes_list {
            self.pair(below, &[old_schema], &items, (old_schema, new_schema));
        } else {
            self.pair(below, &items, &[new_schema], (old_schema, new_schema));
        }
        true
    }

    /// Compares the schema below a key; none allows everything.
    pub(super) fn optional_schema(&mut self, scope: Scope, key: &str, old: &'a Value, new: &'a Value) {
        let (before, after) = (old.get(key), new.get(key));
        self.pair(scope, before.as_slice(), after.as_slice(), (old, new));
    }

    /// Compares `example` and `examples`, of which one is enough.
    pub(super) fn examples(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        let said = |node: &'a Value| node.get("example").or_else(|| node.get("examples"));
        self.values(scope, Kind::ExampleChanged, "", (said(old), said(new)), (old, new));
    }

    pub(super) fn header(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        let sides = Sides::both(old, new);
        match (flag(old, "required"), flag(new, "required")) {
            (false, true) => self.record(scope, Kind::HeaderBecameRequired, sides, "", None, None),
            (true, false) => self.record(scope, Kind::HeaderBecameOptional, sides, "", None, None),
            _ => {}
        }
        match (flag(old, "deprecated"), flag(new, "deprecated")) {
            (false, true) => self.record(scope, Kind::ParameterDeprecated, sides, "", None, None),
            (true, false) => self.record(scope, Kind::ParameterUndeprecated, sides, "", None, None),
            _ => {}
        }
        self.style(scope, old, new);
        self.written_value(scope, old, new);
    }

    pub(super) fn headers(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        let named = |holder: &'a Value| -> BTreeMap<String, &'a Value> {
            members(holder.get("headers"))
                .map(|(name, header)| (name.to_lowercase(), header))
                .filter(|(name, _)| name != "content-type")
                .collect()
        };
        let (before, after) = (named(old), named(new));
        for (name, header) in &before {
            let Some(other) = after.get(name) else {
                let always = flag(self.old.follow(header), "required");
                let kind = if always { Kind::HeaderRemovedRequired } else { Kind::HeaderRemovedOptional };
                self.record(scope, kind, Sides::removed(header, new), name, Some(header), None);
                continue;
            };
            if !self.is_blind(header, other) {
                self.header(scope, self.old.follow(header), self.new.follow(other));
            }
        }
        for (name, header) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
            self.record(scope, Kind::HeaderAdded, Sides::added(old, header), name, None, Some(header));
        }
    }
}

/// The parameters of an operation with those of its path, by place and name.
fn effective<'a>(description: Description<'a>, operation: &Operation<'a>) -> Parameters<'a> {
    let mut parameters = BTreeMap::new();
    for listed in items(operation.item.get("parameters")).chain(items(operation.value.get("parameters"))) {
        let parameter = description.follow(listed);
        let place = text(parameter, "in").unwrap_or_default();
        let name = text(parameter, "name").unwrap_or_default();
        let name = if place == "header" { name.to_lowercase() } else { name.to_owned() };
        parameters.insert((place.to_owned(), name), (listed, parameter));
    }
    parameters
}

fn scope_of(scope: Scope, (place, name): &(String, String)) -> Scope {
    let ignored = place == "header" && IGNORED.contains(&name.as_str());
    if ignored { Scope { direction: Direction::Unused, ..scope } } else { scope }
}

fn required(parameter: &Value) -> bool {
    flag(parameter, "required") || text(parameter, "in") == Some("path")
}

/// The schema of a value, wherever it is said.
fn value_schema(parameter: &Value) -> Option<&Value> {
    let content = || members(parameter.get("content")).next().and_then(|(_, media)| media.get("schema"));
    parameter.get("schema").or_else(content)
}

/// Style and explode, with what OpenAPI says where they are left out.
fn style(parameter: &Value) -> (&str, bool) {
    let usual = match text(parameter, "in") {
        Some("query" | "cookie") => "form",
        _ => "simple",
    };
    let style = text(parameter, "style").unwrap_or(usual);
    (style, parameter.get("explode").and_then(Value::as_bool).unwrap_or(style == "form"))
}

/// Whether the value may be a list or an object, which `explode` takes apart.
fn takes_apart(description: Description<'_>, parameter: &Value) -> bool {
    let Some(schema) = parameter.get("schema") else { return false };
    !shape(description, &[schema]).kinds().and(Types::ARRAY.or(Types::OBJECT)).is_empty()
}
