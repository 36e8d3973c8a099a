//! Fields beside alternatives.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{
    Log, Pass, State,
    discriminators::TAGS,
    intersections::{component_name, conflict, is_reference, is_remark},
    no_schema, rewrite_with_components,
    unions::{DERIVED_TITLE, drop_lists_of_required, titles, union_branches},
};
use document::{
    all_of::{flattened, members},
    error::{Error, Result},
    reference::LONGEST_CHAIN,
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "distribute_one_of",
    reason: "typify makes variants without a type of their own when fields stand beside alternatives; each alternative has them all",
    run,
    holds,
};

/// Keywords that say nothing of the fields that all alternatives have.
const OF_ALTERNATIVES: [&str; 6] = ["oneOf", "anyOf", "allOf", "type", "nullable", "discriminator"];

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    rewrite_with_components(&mut state.document, log, &mut |components, schema| {
        // Now, as later passes add to the members of such a list.
        let mut changes = drop_lists_of_required(schema);
        if let Some(distributed) = distributed(components, schema) {
            if is_circle(components, schema) {
                return Err(Error::new("the alternatives are made of the schema that lists them")
                    .remedy("describe by an overlay what they have in common as a schema of its own"));
            }
            *schema = distributed;
            changes.push("gave each alternative the fields that stand beside it".to_owned());
        }
        Ok(changes)
    })
}

/// Whether an alternative, or one of its own alternatives, is made of what lists the alternatives. Nothing is left to go down to.
fn is_circle(components: &Map<String, Value>, schema: &Value) -> bool {
    let lists = |schema| flattened(components, vec![schema]).into_iter().flat_map(union_branches).flatten();
    let mut waiting: Vec<&Value> = lists(schema).collect();
    let first: BTreeSet<usize> = waiting.iter().map(|member| std::ptr::from_ref(*member).addr()).collect();
    let mut seen = BTreeSet::new();
    while let Some(member) = waiting.pop() {
        if seen.insert(std::ptr::from_ref(member).addr()) {
            let below: Vec<&Value> = lists(member).collect();
            if below.iter().any(|member| first.contains(&std::ptr::from_ref(*member).addr())) {
                return true;
            }
            waiting.extend(below);
        }
    }
    false
}

/// A schema with alternatives and something else, as alternatives that have it all; nothing when it is none, or has several lists
/// of alternatives.
fn distributed(components: &Map<String, Value>, schema: &Value) -> Option<Value> {
    if is_reference(schema) {
        return None;
    }
    let parts = flattened(components, vec![schema]);
    let mut lists = parts.iter().flat_map(|part| union_branches(part).map(move |members| (*part, members)));
    let (owner, members) = lists.next()?;
    if lists.next().is_some() {
        return None;
    }
    let beside = beside(components, schema, owner, 0);
    if beside.is_empty() {
        return None;
    }
    // What stands beside the alternatives may rule some of them out, though not all.
    let fits = |member: &Value| conflict(components, parts.iter().copied().chain([member]).collect()).is_none();
    let any_fits = members.iter().any(fits);
    let possible = members.iter().zip(titles(members)).filter(|(member, _)| !any_fits || fits(member));
    let distributed = possible.map(|(member, title)| {
        let mut own = member.clone();
        let is_derived = own.get("title").is_none();
        let mut tags = None;
        if let Value::Object(keywords) = &mut own {
            keywords.shift_remove("title");
            tags = keywords.shift_remove(TAGS);
        }
        let parts: Vec<Value> = beside.iter().cloned().chain(std::iter::once(own)).collect();
        let mut whole = json!({ "title": title, "allOf": parts });
        if is_derived {
            whole[DERIVED_TITLE] = json!(true);
        }
        if let Some(tags) = tags {
            whole[TAGS] = tags;
        }
        whole
    });
    let mut whole: Map<String, Value> = schema
        .as_object()?
        .iter()
        .filter(|(keyword, _)| is_remark(keyword) || keyword.as_str() == "nullable")
        .map(|(keyword, value)| (keyword.clone(), value.clone()))
        .collect();
    whole.insert("oneOf".to_owned(), distributed.collect());
    Some(Value::Object(whole))
}

/// The parts of a schema but for the alternatives of `owner`; those that do not lead to it as they are.
///
/// This builds a schema and does not flatten one: a part that does not lead to `owner` stays a reference.
fn beside(components: &Map<String, Value>, schema: &Value, owner: &Value, depth: usize) -> Vec<Value> {
    let leads_there = flattened(components, vec![schema]).into_iter().any(|part| std::ptr::eq(part, owner));
    if !leads_there || depth > LONGEST_CHAIN {
        return vec![schema.clone()];
    }
    let schema = component_name(schema).and_then(|name| components.get(&name)).unwrap_or(schema);
    let own: Map<String, Value> = schema
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(keyword, _)| !OF_ALTERNATIVES.contains(&keyword.as_str()) && !is_remark(keyword))
        .map(|(keyword, value)| (keyword.clone(), value.clone()))
        .collect();
    let mut parts = Vec::new();
    if !own.is_empty() {
        parts.push(Value::Object(own));
    }
    for part in members(schema) {
        parts.extend(beside(components, part, owner, depth + 1));
    }
    parts
}

fn holds(document: &Value) -> Result<()> {
    let empty = Map::new();
    let components = schema::components(document).unwrap_or(&empty);
    no_schema(document, &|schema| {
        distributed(components, schema).map(|_| "something stands beside alternatives".to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    /// The schemas after the pass, without the note that a title is derived.
    fn run_on(schemas: Value) -> Value {
        let (mut document, _) = run_alone(PASS, json!({"components": {"schemas": schemas}})).unwrap();
        let visited = schema::visit(&mut document, &mut |_, _, schema| {
            schema.as_object_mut().map(|keywords| keywords.shift_remove(DERIVED_TITLE));
            Ok(())
        });
        visited.unwrap();
        document["components"]["schemas"].clone()
    }

    #[test]
    fn alternatives_in_a_circle_are_refused() {
        let [pet, tame, dog] = ["Pet", "Tame", "Dog"].map(schema::reference_to);
        let schemas = json!({
            "Pet": {"oneOf": [tame]}, "Tame": {"oneOf": [dog]}, "Dog": {"allOf": [pet, {"properties": {"bark": {}}}]},
        });
        let error = run_alone(PASS, json!({"components": {"schemas": schemas}})).unwrap_err().to_string();
        assert!(error.contains("made of the schema that lists them"), "{error}");
    }

    #[test]
    fn each_alternative_gets_the_fields_beside_it() {
        let [cat, dog] = ["Cat", "Dog"].map(schema::reference_to);
        let fields = json!({"properties": {"id": {"type": "string"}}, "required": ["id"]});
        let mut pet = fields.clone();
        pet["description"] = json!("A pet.");
        pet["oneOf"] = json!([cat, dog]);
        let schemas = run_on(json!({"Cat": {"properties": {}}, "Dog": {"properties": {}}, "Pet": pet}));
        assert_eq!(
            schemas["Pet"],
            json!({"description": "A pet.", "oneOf": [
                {"title": "Cat", "allOf": [fields, cat]},
                {"title": "Dog", "allOf": [fields, dog]},
            ]})
        );
    }

    #[test]
    fn alternatives_behind_a_reference_are_found() {
        let [base, check, cat, dog] = ["Base", "Check", "Cat", "Dog"].map(schema::reference_to);
        let schemas = run_on(json!({
            "Base": {"properties": {"id": {"type": "string"}}},
            "Check": {"anyOf": [cat, dog], "discriminator": {"propertyName": "kind"}},
            "Cat": {"properties": {}}, "Dog": {"properties": {}},
            "Whole": {"allOf": [base, check]},
        }));
        assert_eq!(schemas["Whole"]["oneOf"][1], json!({"title": "Dog", "allOf": [base, dog]}));
        assert!(schemas["Check"]["anyOf"].is_array());
    }

    #[test]
    fn a_contradicting_alternative_is_dropped() {
        let known = json!({"type": "string", "enum": ["a", "b"]});
        let mut either = known.clone();
        either["anyOf"] = json!([known, {"type": "object", "properties": {"c": {}}}]);
        let schemas = run_on(json!({"Either": either}));
        assert_eq!(schemas["Either"], json!({"oneOf": [{"title": "Known", "allOf": [{"enum": ["a", "b"]}, known]}]}));
    }

    #[test]
    fn a_mere_reference_stays_one() {
        let [cat, pet] = ["Cat", "Pet"].map(schema::reference_to);
        let schemas = run_on(json!({
            "Cat": {"properties": {}},
            "Pet": {"properties": {"id": {"type": "string"}}, "oneOf": [cat, {"type": "string"}]},
            "Alias": pet,
            "Owner": {"properties": {"first": {"allOf": [pet], "nullable": true, "readOnly": true}}},
            "Pets": {"type": "array", "items": pet},
        }));
        assert!(schemas["Pet"].get("properties").is_none() && schemas["Pet"]["oneOf"][0].get("allOf").is_some());
        assert_eq!(schemas["Alias"], pet);
        assert_eq!(schemas["Pets"]["items"], pet);
        assert_eq!(schemas["Owner"]["properties"]["first"]["allOf"], json!([pet]));
    }

    #[test]
    fn alternatives_without_siblings_are_left() {
        let schemas = json!({
            "Alone": {"type": "object", "nullable": true, "oneOf": [{"properties": {}}, {"type": "string"}]},
            "Wrapped": {"allOf": [schema::reference_to("Alone")], "description": "the same"},
        });
        assert_eq!(run_on(schemas.clone()), schemas);
    }

    #[test]
    fn lists_of_required_fields_go() {
        let fields = json!({"properties": {"a": {}, "b": {}}});
        let mut schema = fields.clone();
        schema["anyOf"] = json!([{"required": ["a"]}, {"type": "object", "maxProperties": 0}]);
        assert_eq!(run_on(json!({"Required": schema})), json!({"Required": fields}));
    }
}
