//! Fields that several parts of one schema describe.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{
    Log, Pass, State,
    intersections::{component_name, enum_conflict, is_reference, is_remark, says_nothing},
    no_schema, rewrite_with_components,
    unions::union_branches,
};
use document::{
    all_of::{flattened, is_made_of, only_member},
    error::Result,
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "merge_all_of",
    reason: "typify merges two descriptions of a field into a type that no component describes, or into two types of one name",
    run,
    holds,
};

/// Deeper than this, the parts contain themselves: the last one, which is the most special, stands.
const DEEPEST: usize = 8;

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    rewrite_with_components(&mut state.document, log, &mut |components, schema| {
        let Some(merged) = merged(components, schema) else { return Ok(Vec::new()) };
        *schema = merged;
        Ok(vec!["merged parts that describe the same".to_owned()])
    })
}

/// The parts of an `allOf` in one, when two of them describe the same field or the items of the same list.
fn merged(components: &Map<String, Value>, schema: &Value) -> Option<Value> {
    if schema.get("allOf").is_none() || is_reference(schema) {
        return None;
    }
    let parts = flattened(components, vec![schema]);
    if !overlap(&parts) {
        return None;
    }
    let mut whole = in_one(components, &parts, 0)?;
    for (keyword, value) in schema.as_object()? {
        if is_remark(keyword) || keyword == "nullable" {
            whole.insert(keyword.clone(), value.clone());
        }
    }
    Some(Value::Object(whole))
}

/// Whether two parts describe a field, or the items of a list, so that typify would have to merge them.
fn overlap(parts: &[&Value]) -> bool {
    let merges = |schemas: &[&Value]| match distinct(schemas).as_slice() {
        [] => false,
        // The same shape twice would get two names.
        [(only, _)] => schemas.len() > 1 && !is_plain(only),
        _ => true,
    };
    let items: Vec<&Value> = parts.iter().filter_map(|part| part.get("items")).collect();
    // What says nothing of the items gets a name of its own as an item.
    let unsaid = items.len() > 1 && items.iter().any(|item| says_nothing(item));
    unsaid || merges(&items) || described(parts).values().any(|schemas| merges(schemas)) || map_beside_fields(parts)
}

/// Whether a part says what all other fields hold, and another part has some: typify holds them to it.
fn map_beside_fields(parts: &[&Value]) -> bool {
    let is_map =
        |part: &&Value| part.get("additionalProperties").and_then(Value::as_object).is_some_and(|of| !of.is_empty());
    let has_fields = |part: &Value| part.get("properties").is_some();
    let mut maps = parts.iter().filter(|part| is_map(part));
    maps.any(|map| parts.iter().any(|part| !std::ptr::eq(*part, *map) && has_fields(part)))
}

/// Whether a schema is a reference or a type without a name.
pub(super) fn is_plain(schema: &Value) -> bool {
    let bare = without_remarks(schema);
    bare.as_object().is_some_and(|keywords| {
        keywords.keys().all(|word| ["$ref", "type", "format", "nullable"].contains(&word.as_str()))
    })
}

/// Field → what the parts say of it.
fn described<'a>(parts: &[&'a Value]) -> BTreeMap<&'a str, Vec<&'a Value>> {
    let mut properties: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for (name, property) in parts.iter().filter_map(|part| part.get("properties")?.as_object()).flatten() {
        properties.entry(name).or_default().push(property);
    }
    properties
}

/// The schemas that say something, the last of equal ones, each with what it is without remarks.
fn distinct<'a>(schemas: &[&'a Value]) -> Vec<(&'a Value, Value)> {
    let mut left: Vec<(&Value, Value)> = Vec::new();
    for &schema in schemas {
        let bare = without_remarks(schema);
        if bare.as_object().is_some_and(Map::is_empty) {
            continue;
        }
        left.retain(|(_, known)| *known != bare);
        left.push((schema, bare));
    }
    left
}

/// The schemas that say something the others do not.
fn differing<'a>(components: &Map<String, Value>, schemas: &[&'a Value]) -> Vec<&'a Value> {
    let mut left = distinct(schemas);
    // Whoever says more of the values than a type says the type too: what contradicts itself has been refused.
    if left.iter().any(|(_, bare)| !is_mere_type(bare) && !is_mere_flag(bare)) {
        left.retain(|(_, bare)| !is_mere_type(bare));
    }
    // Whoever is made of another schema says all that the other says.
    let inherited: BTreeSet<usize> = (0..left.len())
        .filter(|&index| {
            let Some(name) = left.get(index).and_then(|(_, bare)| component_name(bare)) else { return false };
            let makes = |(_, other): &(&Value, Value)| {
                component_name(other).is_some_and(|other| {
                    other != name && components.get(&other).is_some_and(|other| is_made_of(components, other, &name))
                })
            };
            left.iter().any(makes)
        })
        .collect();
    left.iter().enumerate().filter(|(index, _)| !inherited.contains(index)).map(|(_, (schema, _))| *schema).collect()
}

fn is_mere_type(bare: &Value) -> bool {
    bare.as_object().is_some_and(|keywords| keywords.keys().all(|word| ["type", "nullable"].contains(&word.as_str())))
}

/// Whether all that is said is who may set the field, and other things that leave its type open.
fn is_mere_flag(bare: &Value) -> bool {
    const OF_TYPES: [&str; 9] =
        ["$ref", "type", "allOf", "oneOf", "anyOf", "enum", "properties", "items", "additionalProperties"];
    bare.as_object().is_some_and(|keywords| !keywords.keys().any(|word| OF_TYPES.contains(&word.as_str())))
}

fn without_remarks(schema: &Value) -> Value {
    let mut bare = schema.clone();
    if let Value::Object(keywords) = &mut bare {
        keywords.retain(|keyword, _| !is_remark(keyword));
    }
    // `allOf` of one reference is the reference.
    only_member(&bare, |_| false).filter(|only| only.get("$ref").is_some()).cloned().unwrap_or(bare)
}

/// One schema that says what all parts say; nothing when one of them has alternatives.
fn in_one(components: &Map<String, Value>, parts: &[&Value], depth: usize) -> Option<Map<String, Value>> {
    let mut whole = Map::new();
    let mut required: Vec<Value> = Vec::new();
    for part in parts {
        if union_branches(part).next().is_some() {
            return None;
        }
        for (keyword, value) in part.as_object()? {
            match keyword.as_str() {
                "properties" | "items" | "allOf" | "oneOf" | "anyOf" | "nullable" | "discriminator" => {}
                "required" => {
                    let names = value.as_array().into_iter().flatten();
                    required.extend(names.filter(|name| !required.contains(name)).cloned().collect::<Vec<_>>());
                }
                remark if is_remark(remark) => {}
                "not" => return None,
                // What any value fits limits no other part. `extras` has seen no fields beside it, so it is still `true`.
                "additionalProperties" if *value == json!(true) => {
                    whole.entry(keyword.clone()).or_insert_with(|| json!({}));
                }
                "enum" if whole.contains_key("enum") => {
                    if let Some(Value::Array(values)) = whole.get_mut("enum") {
                        values.retain(|known| value.as_array().is_some_and(|list| list.contains(known)));
                    }
                }
                _ => {
                    whole.insert(keyword.clone(), value.clone());
                }
            }
        }
    }
    if parts.iter().all(|part| part.get("nullable") == Some(&json!(true)) || part.get("allOf").is_some()) {
        whole.insert("nullable".to_owned(), json!(true));
    }
    let items: Vec<&Value> = parts.iter().filter_map(|part| part.get("items")).collect();
    if !items.is_empty() {
        whole.insert("items".to_owned(), combined(components, &items, depth));
    }
    let properties: Map<String, Value> = described(parts)
        .into_iter()
        .map(|(name, schemas)| (name.to_owned(), combined(components, &schemas, depth)))
        .collect();
    if !properties.is_empty() {
        whole.insert("type".to_owned(), json!("object"));
        whole.insert("properties".to_owned(), Value::Object(properties));
    }
    if !required.is_empty() {
        whole.insert("required".to_owned(), Value::Array(required));
    }
    Some(whole)
}

/// What one field has to be when several schemas describe it.
fn combined(components: &Map<String, Value>, schemas: &[&Value], depth: usize) -> Value {
    let (Some(last), differing) = (schemas.last(), differing(components, schemas)) else { return json!({}) };
    let special = match differing.as_slice() {
        [] => return (*last).clone(),
        [only] => return (*only).clone(),
        [.., special] => *special,
    };
    if depth >= DEEPEST {
        return special.clone();
    }
    let parts = flattened(components, differing.clone());
    // Only the tag of a shape that is made of another tagged shape: what contradicts itself has been refused.
    if enum_conflict(&parts).is_some() {
        return special.clone();
    }
    let has_fields = parts.iter().any(|part| part.get("properties").is_some());
    let whole = if !has_fields || overlap(&parts) { in_one(components, &parts, depth + 1) } else { None };
    let mut whole = whole.unwrap_or_else(|| {
        let parts = differing.iter().map(|&schema| not_null(schema.clone())).filter(|part| !says_nothing(part));
        Map::from_iter([("allOf".to_owned(), parts.collect())])
    });
    if differing.iter().all(|schema| schema.get("nullable") == Some(&json!(true))) {
        whole.insert("nullable".to_owned(), json!(true));
    }
    if let Some(description) = schemas.iter().rev().find_map(|schema| schema.get("description")) {
        whole.insert("description".to_owned(), description.clone());
    }
    Value::Object(whole)
}

/// Whether the whole may be null is said around it.
fn not_null(mut schema: Value) -> Value {
    if let Value::Object(keywords) = &mut schema {
        keywords.shift_remove("nullable");
    }
    schema
}

fn holds(document: &Value) -> Result<()> {
    let empty = Map::new();
    let components = schema::components(document).unwrap_or(&empty);
    no_schema(document, &|schema| {
        merged(components, schema).map(|_| "two parts of an allOf describe the same field".to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    fn run_on(schemas: Value) -> Value {
        run_alone(PASS, json!({"components": {"schemas": schemas}})).unwrap().0["components"]["schemas"].clone()
    }

    #[test]
    fn a_field_of_two_parts_says_what_both_say() {
        let reference = schema::reference_to("Base");
        let schemas = run_on(json!({
            "Base": {"type": "object", "required": ["id"], "properties": {
                "id": {"type": "string"},
                "info": {"type": "object", "description": "Whatever there is.", "properties": {"a": {"type": "string"}}},
                "list": {"type": "array", "items": {"properties": {"a": {"type": "string"}}}},
            }},
            "T": {"title": "The T", "allOf": [reference, {"required": ["info"], "properties": {
                "info": {"type": "object", "properties": {"b": {"type": "string"}, "a": {"type": "string", "enum": ["x"]}}},
                "list": {"type": "array", "minItems": 1, "items": {"properties": {"b": {"type": "string"}}}},
            }}]},
        }));
        assert_eq!(schemas["T"]["title"], "The T");
        assert_eq!(schemas["T"]["required"], json!(["id", "info"]));
        let fields = &schemas["T"]["properties"];
        assert_eq!(fields["id"], json!({"type": "string"}));
        assert_eq!(fields["info"]["description"], "Whatever there is.");
        assert_eq!(
            fields["info"]["properties"],
            json!({"a": {"type": "string", "enum": ["x"]}, "b": {"type": "string"}})
        );
        assert_eq!(fields["list"]["minItems"], 1);
        assert_eq!(
            fields["list"]["items"]["allOf"],
            json!([{"properties": {"a": {"type": "string"}}}, {"properties": {"b": {"type": "string"}}}])
        );
    }

    #[test]
    fn parts_that_say_the_same_of_a_field_stay_parts() {
        let field = |description: &str| json!({"type": "string", "description": description});
        let schemas = json!({"T": {"allOf": [{"properties": {"a": field("one")}}, {"properties": {"a": field("two"), "b": {}}}]}});
        assert_eq!(run_on(schemas.clone()), schemas);
    }

    #[test]
    fn values_of_two_parts_become_one_type() {
        let status = json!({"type": "string", "enum": ["open", "closed"]});
        let part = json!({ "properties": { "status": status } });
        let schemas = run_on(json!({"T": {"allOf": [part, part, {"properties": {"a": {}}}]}}));
        assert_eq!(schemas["T"]["properties"], json!({"a": {}, "status": status}));
    }

    #[test]
    fn two_lists_of_values_leave_what_both_have() {
        let part = |keywords: Value| json!({ "properties": { "status": keywords } });
        let schemas = run_on(json!({"T": {"allOf": [
            part(json!({"type": "string", "enum": ["open", "closed"]})),
            part(json!({"type": "string", "enum": ["closed", "gone"], "maxLength": 9})),
        ]}}));
        assert_eq!(schemas["T"]["properties"]["status"], json!({"type": "string", "enum": ["closed"], "maxLength": 9}));
    }

    #[test]
    fn the_more_special_shape_stays() {
        let [account, team, links] = ["Account", "Team", "TeamLinks"].map(schema::reference_to);
        let schemas = run_on(json!({
            "Links": {"properties": {"self": {"type": "string"}}},
            "TeamLinks": {"allOf": [schema::reference_to("Links"), {"properties": {"members": {"type": "string"}}}]},
            "Account": {"properties": {"links": schema::reference_to("Links"), "child": account}},
            "Team": {"allOf": [account, {"properties": {"links": links, "child": team}}]},
        }));
        assert_eq!(schemas["Team"]["properties"], json!({"links": links, "child": team}));
    }

    #[test]
    fn a_map_beside_fields_holds_the_other_fields() {
        let map = json!({"type": "object", "additionalProperties": {"type": "string"}});
        let fields = json!({"properties": {"id": {"type": "integer"}}});
        let schemas = run_on(json!({"T": {"allOf": [map, fields]}, "U": {"allOf": [map, {"required": ["id"]}]}}));
        assert_eq!(
            schemas["T"],
            json!({"type": "object", "additionalProperties": {"type": "string"}, "properties": {"id": {"type": "integer"}}})
        );
        assert!(schemas["U"]["allOf"].is_array());
    }

    #[test]
    fn an_open_part_keeps_undescribed_fields() {
        let tagged = json!({"properties": {"type": {"type": "string"}}, "additionalProperties": {}});
        let open =
            json!({"type": "object", "additionalProperties": true, "properties": {"type": {"enum": ["report"]}}});
        let only_open = json!({"type": "object", "additionalProperties": true});
        let schemas = run_on(json!({"T": {"allOf": [tagged, only_open, open]}}));
        assert_eq!(schemas["T"]["additionalProperties"], json!({}));
    }

    #[test]
    fn parts_that_contain_themselves_come_to_an_end() {
        let [a, b] = ["A", "B"].map(schema::reference_to);
        let schemas = run_on(json!({
            "A": {"properties": {"next": a, "x": {"type": "string"}}},
            "B": {"properties": {"next": b, "y": {"type": "string"}}},
            "T": {"allOf": [a, b]},
        }));
        assert!(schemas["T"]["properties"]["next"]["properties"]["x"].is_object());
    }

    #[test]
    fn a_shape_of_a_tagged_shape_has_its_own_tag() {
        let tag = |value: &str| json!({"properties": {"kind": {"type": "string", "enum": [value]}}});
        let schemas =
            run_on(json!({"Basic": tag("basic"), "Hmac": {"allOf": [schema::reference_to("Basic"), tag("hmac")]}}));
        assert_eq!(schemas["Hmac"]["properties"]["kind"]["enum"], json!(["hmac"]));
    }

    #[test]
    fn a_flag_does_not_cost_a_field_its_type() {
        let schemas = run_on(json!({
            "Base": {"properties": {"id": {"type": "string"}}},
            "T": {"allOf": [schema::reference_to("Base"), {"properties": {"id": {"readOnly": true}}}]},
        }));
        assert_eq!(schemas["T"]["properties"]["id"], json!({"type": "string", "readOnly": true}));
    }

    #[test]
    fn a_mere_reference_stays_one() {
        let status = |keywords: Value| json!({ "properties": { "status": keywords } });
        let task = schema::reference_to("Task");
        let schemas = run_on(json!({
            "Task": {"allOf": [status(json!({"type": "string"})), status(json!({"type": "string", "enum": ["open"]}))]},
            "Alias": {"description": "A task.", "allOf": [task]},
            "Owner": {"properties": {"task": {"allOf": [task], "nullable": true, "readOnly": true}}},
        }));
        assert_eq!(schemas["Task"]["properties"]["status"], json!({"type": "string", "enum": ["open"]}));
        assert_eq!(schemas["Alias"]["allOf"], json!([task]));
        assert_eq!(schemas["Owner"]["properties"]["task"]["allOf"], json!([task]));
    }

    #[test]
    fn alternatives_of_required_merge_parts() {
        let schemas = run_on(json!({"T": {"anyOf": [{"required": ["a"]}, {"required": ["b"]}], "allOf": [
            {"properties": {"a": {"type": "string"}, "b": {}}},
            {"properties": {"a": {"type": "string", "enum": ["x"]}}},
        ]}}));
        assert_eq!(schemas["T"]["properties"]["a"], json!({"type": "string", "enum": ["x"]}));
    }

    #[test]
    fn parts_with_alternatives_are_left_alone() {
        let schemas = json!({"T": {"allOf": [
            {"properties": {"a": {"type": "string"}}, "oneOf": [{"properties": {"b": {}}}]},
            {"properties": {"a": {"type": "string", "enum": ["x"]}}},
        ]}});
        assert_eq!(run_on(schemas.clone()), schemas);
    }
}
