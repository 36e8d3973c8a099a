//! Values that may have one of several shapes.

use heck::ToPascalCase;
use serde_json::{Value, json};

use super::{Pass, State, directions::is_request, no_schema};
use crate::{
    error::Result,
    schema::{self, Use},
};

pub(super) const PASS: Pass = Pass {
    name: "alternatives",
    reason: "anyOf becomes flattened options that do not decode, members get numbers for names, and a shape that the server adds would fail the whole answer",
    run,
    holds,
};

/// The member of an answer's alternatives that takes every other shape.
const OTHER: &str = "Other";
const OTHER_IF_TAKEN: &str = "OtherJson";

fn run(state: &mut State) -> Result<()> {
    let mut changes = Vec::new();
    schema::visit_operations(&mut state.document, &mut |pointer, usage, schema| {
        rewrite(pointer, usage == Use::Request, schema, &mut changes);
        Ok(())
    })?;
    for (name, component) in schema::components_mut(&mut state.document).into_iter().flatten() {
        let request = is_request(Use::Component, Some(component));
        schema::visit_below(
            &format!("/components/schemas/{}", schema::escape(name)),
            Use::Component,
            component,
            &mut |pointer, _, schema| {
                rewrite(pointer, request, schema, &mut changes);
                Ok(())
            },
        )?;
    }
    for (pointer, what) in changes {
        state.changed(pointer, what);
    }
    Ok(())
}

fn rewrite(pointer: &str, request: bool, schema: &mut Value, changes: &mut Vec<(String, String)>) {
    let Value::Object(keywords) = schema else { return };
    for name in ["anyOf", "oneOf"] {
        let only_required =
            |member: &Value| member.as_object().is_some_and(|member| member.keys().all(|key| key == "required"));
        if keywords.get(name).and_then(Value::as_array).is_some_and(|members| members.iter().all(only_required)) {
            keywords.shift_remove(name);
            changes.push((pointer.to_owned(), format!("dropped {name}, which only says what is required")));
        }
    }
    if let Some(members) = keywords.shift_remove("anyOf") {
        keywords.insert("oneOf".to_owned(), members);
        changes.push((pointer.to_owned(), "anyOf becomes oneOf".to_owned()));
    }
    let Some(Value::Array(members)) = keywords.get_mut("oneOf") else { return };
    for (index, member) in members.iter_mut().enumerate() {
        if let Value::Object(keywords) = member {
            let title = keywords
                .get("title")
                .and_then(Value::as_str)
                .or_else(|| keywords.get("$ref").and_then(Value::as_str).and_then(schema::component_of))
                .or_else(|| keywords.get("type").and_then(Value::as_str))
                .map_or_else(|| format!("Variant{index}"), ToPascalCase::to_pascal_case);
            // A reference takes no neighbours.
            if keywords.contains_key("$ref") {
                let reference = Value::Object(std::mem::take(keywords));
                keywords.insert("allOf".to_owned(), json!([reference]));
            }
            keywords.insert("title".to_owned(), Value::from(title));
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
        changes.push((pointer.to_owned(), "an unknown shape is kept as JSON".to_owned()));
    }
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
    fn an_answer_of_an_unknown_shape_is_kept() {
        assert_eq!(
            rewritten("response", json!({"oneOf": [{"$ref": "#/components/schemas/cat"}, {"type": "string"}]})),
            json!([{"allOf": [{"$ref": "#/components/schemas/cat"}], "title": "Cat"}, {"type": "string", "title": "String"}, {"title": "Other"}])
        );
    }

    #[test]
    fn an_open_object_does_not_take_every_shape_and_a_value_without_rules_does() {
        let open = json!({"title": "Other", "type": "object", "additionalProperties": true});
        assert_eq!(rewritten("response", json!({"oneOf": [open]})), json!([open, {"title": "OtherJson"}]));
        let any = json!([{"title": "Card", "type": "object"}, {"title": "Rest", "description": "Anything."}]);
        assert_eq!(rewritten("response", json!({ "oneOf": any })), any);
    }

    #[test]
    fn a_request_offers_the_described_shapes_only_and_any_of_is_one_of() {
        assert_eq!(
            rewritten("request", json!({"anyOf": [{"title": "by name", "properties": {}}, {"properties": {}}]})),
            json!([{"title": "ByName", "properties": {}}, {"properties": {}, "title": "Variant1"}])
        );
    }

    #[test]
    fn a_list_of_required_fields_only_leaves_the_object_whole() {
        let schema = json!({"x-direction": "request", "type": "object", "properties": {"a": {}, "b": {}}, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]});
        let (document, _) = run_alone(PASS, json!({"components": {"schemas": {"T": schema}}})).unwrap();
        assert!(document["components"]["schemas"]["T"].get("oneOf").is_none());
        assert!(document["components"]["schemas"]["T"]["properties"].get("b").is_some());
    }
}
