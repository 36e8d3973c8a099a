//! Values that may have one of several shapes.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToPascalCase;
use serde_json::{Value, json};

use super::{Log, Pass, State, directions::is_request, free_name::first_free, no_schema};
use document::{
    error::Result,
    schema::{self, Use},
};

pub(super) const PASS: Pass = Pass {
    name: "unions",
    reason: "anyOf becomes flattened options that do not decode, members get numbers for names, and a shape that the server adds would fail the whole response",
    run,
    holds,
};

/// The mark of an alternative whose title is not the vendor's: it depends on the other alternatives.
pub(super) const DERIVED_TITLE: &str = "x-title-derived";

/// The member of a response's alternatives that takes every other shape.
const OTHER: &str = "Other";
const OTHER_IF_TAKEN: &str = "OtherJson";

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    schema::visit_operations(&mut state.document, &mut |pointer, usage, schema| {
        rewrite(pointer, usage == Use::Request, schema, log);
        Ok(())
    })?;
    for (name, component) in schema::components_mut(&mut state.document).into_iter().flatten() {
        let request = is_request(Use::Component, Some(component));
        schema::visit_below(
            &format!("/components/schemas/{}", schema::escape(name)),
            Use::Component,
            component,
            &mut |pointer, _, schema| {
                rewrite(pointer, request, schema, log);
                Ok(())
            },
        )?;
    }
    Ok(())
}

fn rewrite(pointer: &str, request: bool, schema: &mut Value, log: &mut Log) {
    for what in drop_lists_of_required(schema) {
        log.changed(pointer, what);
    }
    let Value::Object(keywords) = schema else { return };
    if let Some(members) = keywords.shift_remove("anyOf") {
        keywords.insert("oneOf".to_owned(), members);
        log.changed(pointer, "anyOf becomes oneOf");
    }
    let Some(Value::Array(members)) = keywords.get_mut("oneOf") else { return };
    let titles = titles(members);
    for (member, title) in members.iter_mut().zip(titles) {
        if let Value::Object(keywords) = member {
            let is_derived = !keywords.contains_key("title");
            // A reference takes no neighbours.
            if let Some(reference) = keywords.shift_remove("$ref") {
                keywords.insert("allOf".to_owned(), json!([{ "$ref": reference }]));
            }
            keywords.insert("title".to_owned(), Value::from(title));
            if is_derived {
                keywords.insert(DERIVED_TITLE.to_owned(), json!(true));
            }
        }
    }
    // An open object takes every object, but no text.
    let takes_all = members.last().is_some_and(|last| {
        last.as_object()
            .is_some_and(|keywords| keywords.keys().all(|word| ["title", "description"].contains(&word.as_str())))
    });
    if !request && !takes_all {
        let taken = members.iter().any(|member| member.get("title").is_some_and(|title| title == OTHER));
        members.push(json!({ "title": if taken { OTHER_IF_TAKEN } else { OTHER } }));
        log.changed(pointer, "an unknown shape is kept as JSON");
    }
}

/// Drops lists of alternatives that only say which fields are there; tells what it dropped.
pub(super) fn drop_lists_of_required(schema: &mut Value) -> Vec<String> {
    let has_fields = has_fields(schema);
    let Value::Object(keywords) = schema else { return Vec::new() };
    let mut changes = Vec::new();
    for name in ["anyOf", "oneOf"] {
        let members = keywords.get(name).and_then(Value::as_array);
        if members.is_some_and(|members| only_says_what_is_required(members, has_fields)) {
            keywords.shift_remove(name);
            changes.push(format!("dropped {name}, which only says what is required"));
        }
    }
    changes
}

/// The lists of alternatives that a schema has.
pub(super) fn union_branches(schema: &Value) -> impl Iterator<Item = &Vec<Value>> {
    let lists = ["oneOf", "anyOf"].into_iter().filter_map(|name| schema.get(name)?.as_array());
    let has_fields = has_fields(schema);
    lists.filter(move |members| !only_says_what_is_required(members, has_fields))
}

fn has_fields(schema: &Value) -> bool {
    schema.get("properties").and_then(Value::as_object).is_some_and(|fields| !fields.is_empty())
}

/// Whether alternatives are about which fields are there, and not about what they hold. Beside fields, each may repeat that it
/// is an object, and count them.
fn only_says_what_is_required(members: &[Value], has_fields: bool) -> bool {
    let keeps_the_object = |(keyword, value): (&String, &Value)| match keyword.as_str() {
        "required" | "title" | "description" => true,
        "type" => has_fields && value == "object",
        "minProperties" | "maxProperties" => has_fields,
        _ => false,
    };
    members.iter().all(|member| member.as_object().is_some_and(|member| member.iter().all(keeps_the_object)))
}

/// A name for each member, no two alike: its own, or what tells it from the others.
pub(super) fn titles(members: &[Value]) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    for (index, member) in members.iter().enumerate() {
        let others = || members.iter().enumerate().filter(move |(other, _)| *other != index).map(|(_, other)| other);
        let plain = own_name(member)
            .or_else(|| distinguishing_property(member, &others().collect::<Vec<_>>()))
            .or_else(|| kind(member))
            .map(|name| name.to_pascal_case())
            .filter(|name| name.starts_with(|first: char| first.is_ascii_alphabetic()))
            .unwrap_or_else(|| format!("Variant{index}"));
        let free = first_free(plain, |name| !taken.iter().any(|other| other == name));
        taken.push(free);
    }
    taken
}

fn own_name(member: &Value) -> Option<String> {
    let title = member.get("title").and_then(Value::as_str);
    let component = || member.get("$ref").and_then(Value::as_str).and_then(schema::component_of);
    title.or_else(component).map(schema::unescape)
}

/// The only value of a field that has just one, or the name of a field that no other member has, or that none requires.
fn distinguishing_property(member: &Value, others: &[&Value]) -> Option<String> {
    // In an order of their own: that of the file must not decide a name.
    let properties: BTreeMap<&String, &Value> =
        member.get("properties").and_then(Value::as_object).into_iter().flatten().collect();
    let only_value = |property: &Value| match property.get("enum")?.as_array()?.as_slice() {
        [Value::String(only)] if !only.is_empty() => Some(only.clone()),
        _ => None,
    };
    if let Some(value) = properties.values().find_map(|property| only_value(property)) {
        return Some(value);
    }
    let required = required_of(member);
    let is_required = |name: &str| required.contains(name);
    let has = |other: &Value, name: &str| other.get("properties").is_some_and(|others| others.get(name).is_some());
    let own: Vec<&String> =
        properties.into_keys().filter(|name| !others.iter().any(|other| has(other, name))).collect();
    let demanded =
        || required.iter().copied().find(|name| !others.iter().any(|other| required_of(other).contains(name)));
    own.iter()
        .find(|name| is_required(name))
        .or(own.first())
        .map(|name| name.as_str())
        .or_else(demanded)
        .map(str::to_owned)
}

fn required_of(member: &Value) -> BTreeSet<&str> {
    member.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

/// What a value without fields is called: `Known` where it is one of a list, its format, its type.
fn kind(member: &Value) -> Option<String> {
    let text = |name: &str| member.get(name).and_then(Value::as_str);
    if text("type") == Some("array") {
        let items = member.get("items").and_then(own_name).or_else(|| kind(member.get("items")?));
        return Some(format!("{}List", items.unwrap_or_default().to_pascal_case()));
    }
    if member.get("enum").is_some() {
        return Some("Known".to_owned());
    }
    text("format").or_else(|| text("type")).map(str::to_owned)
}

fn holds(document: &Value) -> Result<()> {
    no_schema(document, &|schema| {
        if schema.get("anyOf").is_some() {
            return Some("anyOf is left".to_owned());
        }
        let members = schema.get("oneOf")?.as_array()?;
        members.iter().any(|member| member.get("title").is_none()).then(|| "an alternative has no title".to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    fn rewritten(direction: &str, mut schema: Value) -> Value {
        schema["x-direction"] = json!(direction);
        let document = json!({"components": {"schemas": {"T": schema}}});
        run_alone(PASS, document).unwrap().0["components"]["schemas"]["T"]["oneOf"].clone()
    }

    #[test]
    fn a_response_of_an_unknown_shape_is_kept() {
        assert_eq!(
            rewritten("response", json!({"oneOf": [{"$ref": "#/components/schemas/cat"}, {"type": "string"}]})),
            json!([
                {"allOf": [{"$ref": "#/components/schemas/cat"}], "title": "Cat", DERIVED_TITLE: true},
                {"type": "string", "title": "String", DERIVED_TITLE: true},
                {"title": "Other"},
            ])
        );
    }

    #[test]
    fn an_open_object_does_not_take_every_shape() {
        let open = json!({"title": "Other", "type": "object", "additionalProperties": true});
        assert_eq!(rewritten("response", json!({"oneOf": [open]})), json!([open, {"title": "OtherJson"}]));
        let any = json!([{"title": "Card", "type": "object"}, {"title": "Rest", "description": "Anything."}]);
        assert_eq!(rewritten("response", json!({ "oneOf": any })), any);
    }

    #[test]
    fn a_request_offers_described_shapes_only() {
        assert_eq!(
            rewritten("request", json!({"anyOf": [{"title": "by name", "properties": {}}, {"properties": {}}]})),
            json!([{"title": "ByName", "properties": {}}, {"properties": {}, "title": "Variant1", DERIVED_TITLE: true}])
        );
    }

    #[test]
    fn an_untitled_member_is_named_by_its_difference() {
        let fields = |required: &[&str], names: &[&str]| {
            let properties: serde_json::Map<_, _> = names.iter().map(|name| ((*name).to_owned(), json!({}))).collect();
            json!({"type": "object", "required": required, "properties": properties})
        };
        let card = json!({"properties": {"kind": {"enum": ["debit_card"]}}});
        assert_eq!(
            titles(&[card, fields(&["id", "iban"], &["id", "note", "iban"]), fields(&[], &["id", "phone"])]),
            ["DebitCard", "Iban", "Phone"]
        );
        assert_eq!(titles(&[fields(&["a"], &["a", "b"]), fields(&["b"], &["a", "b"])]), ["A", "B"]);
        let (text, list) = (json!({"type": "string"}), json!({"type": "array", "items": {"type": "string"}}));
        let time = json!({"type": "string", "format": "date-time"});
        assert_eq!(
            titles(&[json!({"type": "string", "enum": ["a"]}), text.clone(), time, list, text, json!({"title": "1"})]),
            ["Known", "String", "DateTime", "StringList", "String2", "Variant5"]
        );
    }

    #[test]
    fn alternatives_of_required_leave_the_object() {
        for members in [
            json!([{"required": ["a"]}, {"required": ["b"]}]),
            json!([{"required": ["a"]}, {"type": "object", "maxProperties": 0}]),
        ] {
            let schema =
                json!({"x-direction": "request", "type": "object", "properties": {"a": {}, "b": {}}, "anyOf": members});
            let (document, _) = run_alone(PASS, json!({"components": {"schemas": {"T": schema}}})).unwrap();
            assert!(document["components"]["schemas"]["T"].get("oneOf").is_none());
            assert!(document["components"]["schemas"]["T"]["properties"].get("b").is_some());
        }
        let objects = json!({"x-direction": "request", "anyOf": [{"type": "object"}, {"type": "string"}]});
        let (document, _) = run_alone(PASS, json!({"components": {"schemas": {"T": objects}}})).unwrap();
        assert!(document["components"]["schemas"]["T"].get("oneOf").is_some(), "a shape without fields");
    }
}
