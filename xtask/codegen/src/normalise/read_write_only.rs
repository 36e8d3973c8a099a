//! Fields that only one side sets.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{Log, Pass, State, directions, intersections::drop_empty_parts, required_in_all_of};
use document::{
    all_of::{Inline, Parts, flattened, write_inline},
    error::{Error, Result},
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "one-way",
    reason: "a request would demand a field that only the server sets, and a response fail for want of one that only the caller sets",
    run,
    holds,
};

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    let components = schema::components(&state.document).cloned().unwrap_or_default();
    directions::visit(&mut state.document, &mut |is_request, pointer, schema| {
        let names = needless(&components, is_request, schema);
        if !names.is_empty() {
            not_required(schema, &names);
            let side = if is_request { "readOnly" } else { "writeOnly" };
            for name in names {
                log.changed(pointer, format!("{name} is {side}: not required"));
            }
        }
    })?;
    // A part that had nothing but such names has nothing now.
    drop_empty_parts(&mut state.document, log)
}

/// The fields that a schema requires though this side does not set them. OpenAPI holds the other side to them only.
fn needless(components: &Map<String, Value>, is_request: bool, schema: &Value) -> BTreeSet<String> {
    let mut names = required(schema);
    if names.is_empty() {
        return names;
    }
    let keyword = if is_request { "readOnly" } else { "writeOnly" };
    let parts = flattened(components, vec![schema]);
    names.retain(|name| {
        let mut properties = parts.iter().filter_map(|part| part.get("properties")?.get(name));
        properties.any(|property| {
            let said = flattened(components, vec![property]);
            let is_one_way = said.iter().any(|part| part.get(keyword) == Some(&json!(true)));
            // A constant costs the caller nothing, and may be what tells one shape from another.
            is_one_way
                && !said.iter().any(|part| part.get("enum").and_then(Value::as_array).is_some_and(|one| one.len() == 1))
        })
    });
    names
}

/// What a schema requires in its own words, those of its inline parts included.
fn required(schema: &Value) -> BTreeSet<String> {
    let parts = Parts::new(Inline, [schema]);
    parts.flat_map(|part| required_in_all_of::required(part.schema).map(str::to_owned)).collect()
}

fn not_required(schema: &mut Value, names: &BTreeSet<String>) {
    write_inline(schema, &mut |part| {
        let Some(Value::Array(required)) = part.get_mut("required") else { return };
        required.retain(|name| name.as_str().is_none_or(|name| !names.contains(name)));
        if let (true, Value::Object(keywords)) = (required.is_empty(), part) {
            keywords.shift_remove("required");
        }
    });
}

fn holds(document: &Value) -> Result<()> {
    let empty = Map::new();
    let components = schema::components(document).unwrap_or(&empty);
    let mut left = None;
    directions::read(document, &mut |is_request, pointer, schema| {
        if left.is_none() && !needless(components, is_request, schema).is_empty() {
            left = Some(pointer.to_owned());
        }
    });
    match left {
        Some(pointer) => Err(Error::new("a field that this side does not set is still required").at_pointer(pointer)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    fn rewritten(direction: &str, mut schema: Value) -> Value {
        schema["x-direction"] = json!(direction);
        let id = json!({"x-direction": "response", "type": "string", "readOnly": true});
        let document = json!({"components": {"schemas": {"Id": id, "T": schema}}});
        run_alone(PASS, document).unwrap().0["components"]["schemas"]["T"].clone()
    }

    fn account() -> Value {
        json!({"required": ["id", "name", "password", "kind"], "properties": {
            "id": schema::reference_to("Id"),
            "name": {"type": "string"},
            "password": {"type": "string", "writeOnly": true},
            "kind": {"type": "string", "enum": ["account"], "readOnly": true},
        }})
    }

    #[test]
    fn requests_do_not_demand_read_only_fields() {
        assert_eq!(rewritten("request", account())["required"], json!(["name", "password", "kind"]));
    }

    #[test]
    fn responses_do_not_demand_write_only_fields() {
        assert_eq!(rewritten("response", account())["required"], json!(["id", "name", "kind"]));
    }

    #[test]
    fn one_part_may_require_what_another_describes() {
        let [fields, rule] = [json!({"properties": {"id": {"readOnly": true}}}), json!({"required": ["id"]})];
        let schema = rewritten("request", json!({"allOf": [fields, rule, {"required": ["id", "name"]}]}));
        assert_eq!(schema["allOf"], json!([fields, {"required": ["name"]}]));
    }

    #[test]
    fn the_other_flag_makes_no_difference() {
        let schema = json!({"required": ["a"], "properties": {"a": {"writeOnly": true, "readOnly": false}}});
        assert_eq!(rewritten("request", schema.clone())["required"], json!(["a"]));
    }
}
