//! Schemas that are the sum of several parts.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{Log, Pass, State, no_schema, rewrite_schemas};
use document::{
    all_of::{flattened, members, only_member},
    error::{Error, Result},
    keywords::is_for_people,
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "intersections",
    reason: "typify makes an enum without variants of parts that contradict each other, and of parts that are closed, without a word",
    run,
    holds,
};

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    drop_empty_parts(&mut state.document, log)?;
    open_parts(&mut state.document, log)?;
    if let Some((pointer, conflict)) = schema::find(&state.document, &|schema| conflict_in(&state.document, schema)) {
        return Err(Error::new(format!("no value fits all parts of this allOf: {conflict}"))
            .at_pointer(pointer)
            .remedy("correct one of the parts by an overlay"));
    }
    Ok(())
}

/// A part that only tells people something makes typify merge the others with nothing.
pub(super) fn drop_empty_parts(document: &mut Value, log: &mut Log) -> Result<()> {
    rewrite_schemas(document, log, &mut |_, schema| {
        let Value::Object(keywords) = schema else { return Ok(Vec::new()) };
        let Some(Value::Array(parts)) = keywords.get_mut("allOf") else { return Ok(Vec::new()) };
        let (empty, rest): (Vec<Value>, Vec<Value>) = std::mem::take(parts).into_iter().partition(says_nothing);
        *parts = rest;
        if parts.is_empty() {
            keywords.shift_remove("allOf");
        }
        let changes = vec!["dropped a part that says nothing".to_owned(); empty.len()];
        for (keyword, remark) in empty.into_iter().filter_map(into_object).flatten() {
            keywords.entry(keyword).or_insert(remark);
        }
        Ok(changes)
    })
}

pub(super) fn says_nothing(part: &Value) -> bool {
    part.as_object().is_some_and(|keywords| keywords.keys().all(|word| is_remark(word)))
}

/// Whether a keyword leaves the values as they are.
pub(super) fn is_remark(keyword: &str) -> bool {
    is_for_people(keyword) || keyword == "deprecated" || keyword.starts_with("x-")
}

fn into_object(value: Value) -> Option<Map<String, Value>> {
    if let Value::Object(object) = value { Some(object) } else { None }
}

/// A part that is closed forbids the fields of the other parts, which nobody means.
fn open_parts(document: &mut Value, log: &mut Log) -> Result<()> {
    let mut parts = BTreeSet::new();
    rewrite_schemas(document, log, &mut |_, schema| {
        parts.extend(part_names(schema));
        let Some(members) = schema.get_mut("allOf").and_then(Value::as_array_mut) else { return Ok(Vec::new()) };
        let mut opened = members.iter_mut().map(open).filter(|opened| *opened).count();
        opened += usize::from(open(schema));
        Ok(vec!["opened a closed part".to_owned(); opened])
    })?;
    let mut waiting: Vec<String> = parts.into_iter().collect();
    let mut seen = BTreeSet::new();
    while let Some(name) = waiting.pop() {
        let Some(component) = schema::components_mut(document).and_then(|all| all.get_mut(&name)) else {
            continue;
        };
        let opened = open(component);
        if seen.insert(name.clone()) {
            waiting.extend(part_names(component));
        }
        if opened {
            log.changed(place_of(&name), "opened: it is a part of another schema");
        }
    }
    Ok(())
}

fn open(schema: &mut Value) -> bool {
    let closed = schema.get("additionalProperties") == Some(&json!(false));
    closed && schema.as_object_mut().is_some_and(|keywords| keywords.shift_remove("additionalProperties").is_some())
}

fn part_names(schema: &Value) -> Vec<String> {
    members(schema).filter_map(component_name).collect()
}

pub(super) fn component_name(schema: &Value) -> Option<String> {
    schema.get("$ref").and_then(Value::as_str).and_then(schema::component_of).map(schema::unescape)
}

/// Whether a schema has the shape of the one that it refers to, whatever is remarked beside the reference.
pub(super) fn is_reference(schema: &Value) -> bool {
    let is_around = |keyword: &str| is_remark(keyword) || ["nullable", "readOnly", "writeOnly"].contains(&keyword);
    let refers = |schema: &Value| schema.get("$ref").is_some();
    let mut keywords = schema.as_object().into_iter().flat_map(Map::keys);
    (refers(schema) && keywords.all(|keyword| keyword == "$ref" || is_around(keyword)))
        || only_member(schema, is_around).is_some_and(refers)
}

fn place_of(name: &str) -> String {
    format!("/components/schemas/{}", schema::escape(name))
}

/// What two parts of `schema` say against each other.
fn conflict_in(document: &Value, schema: &Value) -> Option<String> {
    schema.get("allOf")?;
    let components = schema::components(document);
    let empty = Map::new();
    conflict(components.unwrap_or(&empty), vec![schema])
}

/// What schemas that one value has to fit say against each other.
pub(super) fn conflict(components: &Map<String, Value>, schemas: Vec<&Value>) -> Option<String> {
    conflict_at(components, schemas, &mut Vec::new(), &mut BTreeSet::new())
}

/// The same, where `path` leads to the value. The parts that were compared before, by where they are, have been `seen`:
/// schemas that contain themselves lead to them again.
fn conflict_at<'a>(
    components: &'a Map<String, Value>,
    schemas: Vec<&'a Value>,
    path: &mut Vec<String>,
    seen: &mut BTreeSet<Vec<*const Value>>,
) -> Option<String> {
    let parts = flattened(components, schemas);
    if parts.len() < 2 || !seen.insert(parts.iter().map(|part| std::ptr::from_ref(*part)).collect()) {
        return None;
    }
    let at = |what: String| {
        if path.is_empty() { what } else { format!("in {}, {what}", path.join(".")) }
    };
    if let Some(what) = type_conflict(&parts).or_else(|| enum_conflict(&parts)).or_else(|| format_conflict(&parts)) {
        return Some(at(what));
    }
    let mut properties: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for (name, property) in parts.iter().filter_map(|part| part.get("properties").and_then(Value::as_object)).flatten()
    {
        properties.entry(name).or_default().push(property);
    }
    for (name, schemas) in properties.into_iter().filter(|(_, schemas)| schemas.len() > 1) {
        path.push(format!("`{name}`"));
        let found = conflict_at(components, schemas, path, seen);
        path.pop();
        if found.is_some() {
            return found;
        }
    }
    let items: Vec<&Value> = parts.iter().filter_map(|part| part.get("items")).collect();
    path.push("its items".to_owned());
    let found = conflict_at(components, items, path, seen);
    path.pop();
    found
}

fn type_conflict(parts: &[&Value]) -> Option<String> {
    let types: Vec<&str> = parts.iter().filter_map(|part| part.get("type")?.as_str()).collect();
    let broad = |name: &str| if name == "integer" { "number" } else { name }.to_owned();
    let first = types.first()?;
    let other = types.iter().find(|other| broad(other) != broad(first))?;
    Some(format!("one part wants the type {first}, another {other}"))
}

pub(super) fn enum_conflict(parts: &[&Value]) -> Option<String> {
    let mut lists = parts.iter().filter_map(|part| part.get("enum")?.as_array());
    let first = lists.next()?;
    let mut left: Vec<&Value> = first.iter().collect();
    for list in lists {
        left.retain(|value| list.contains(value));
        if left.is_empty() {
            return Some("the parts have lists of values with none in common".to_owned());
        }
    }
    None
}

fn format_conflict(parts: &[&Value]) -> Option<String> {
    let formats: Vec<&str> = parts.iter().filter_map(|part| part.get("format")?.as_str()).collect();
    let first = formats.first()?;
    let other = formats.iter().find(|other| other != &first)?;
    Some(format!("one part wants the format {first}, another {other}"))
}

fn holds(document: &Value) -> Result<()> {
    no_schema(document, &|schema| {
        let members = schema.get("allOf")?.as_array()?;
        let closed = |member: &Value| member.get("additionalProperties") == Some(&json!(false));
        let complaint = if members.iter().any(closed) {
            "a part of an allOf is closed"
        } else if members.len() > 1 && members.iter().any(says_nothing) {
            "a part of an allOf says nothing"
        } else {
            return None;
        };
        Some(complaint.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    fn run_on(schemas: Value) -> Result<Value> {
        run_alone(PASS, json!({"components": {"schemas": schemas}}))
            .map(|(document, _)| document["components"]["schemas"].clone())
    }

    #[test]
    fn contradicting_parts_are_refused() {
        let base =
            json!({"properties": {"id": {"type": "integer"}, "list": {"type": "array", "items": {"type": "string"}}}});
        for (schema, reason) in [
            (json!({"allOf": [{"type": "string"}, {"type": "integer"}]}), "the type string, another integer"),
            (json!({"allOf": [{"enum": ["a"]}, {"enum": ["b"]}]}), "none in common"),
            (
                json!({"allOf": [{"$ref": "#/components/schemas/Base"}, {"properties": {"id": {"type": "string"}}}]}),
                "in `id`, one part wants",
            ),
            (
                json!({"allOf": [{"$ref": "#/components/schemas/Base"}, {"properties": {"list": {"items": {"type": "object"}}}}]}),
                "in `list`.its items",
            ),
            (json!({"allOf": [{"format": "date"}, {"format": "date-time"}]}), "the format date, another date-time"),
        ] {
            let outcome = run_on(json!({"Base": base, "T": {"properties": {"x": schema}}}));
            let error = outcome.unwrap_err().to_string();
            assert!(error.contains(reason) && error.contains("/components/schemas/T/properties/x"), "{error}");
        }
    }

    #[test]
    fn parts_that_agree_or_contain_themselves_are_taken() {
        let schemas = json!({
            "Node": {"allOf": [{"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Node"}}},
                               {"properties": {"next": {"$ref": "#/components/schemas/Node"}}}]},
            "Number": {"allOf": [{"type": "number"}, {"type": "integer"}, {"enum": [1, 2]}, {"enum": [2, 3]}]},
            "Self": {"allOf": [{"$ref": "#/components/schemas/Self"}, {"type": "object"}]},
        });
        assert_eq!(run_on(schemas.clone()).unwrap(), schemas);
    }

    #[test]
    fn annotations_of_a_part_go_to_the_whole() {
        let schemas = run_on(json!({
            "T": {"description": "kept", "allOf": [{"type": "string"}, {"description": "lost", "example": "e"}]},
            "U": {"allOf": [{"description": "all"}]},
        }))
        .unwrap();
        assert_eq!(schemas["T"], json!({"description": "kept", "allOf": [{"type": "string"}], "example": "e"}));
        assert_eq!(schemas["U"], json!({"description": "all"}));
    }

    #[test]
    fn a_closed_part_opens_a_closed_whole_stays() {
        let schemas = run_on(json!({
            "Base": {"allOf": [{"$ref": "#/components/schemas/Deep"}], "additionalProperties": false},
            "Deep": {"properties": {"d": {}}, "additionalProperties": false},
            "Alone": {"properties": {"d": {}}, "additionalProperties": false},
            "T": {"allOf": [{"$ref": "#/components/schemas/Base"}, {"properties": {"a": {}}, "additionalProperties": false}]},
        }))
        .unwrap();
        for name in ["Base", "Deep"] {
            assert!(schemas[name].get("additionalProperties").is_none(), "{name}");
        }
        assert!(schemas["T"]["allOf"][1].get("additionalProperties").is_none());
        assert_eq!(schemas["Alone"]["additionalProperties"], false);
    }
}
