//! Fields that one part of a schema requires and another describes.

use serde_json::{Map, Value, json};

use super::{
    Log, Pass, State, intersections::is_reference, merge_all_of::is_plain, rewrite_with_components,
    unions::union_branches,
};
use document::{
    all_of::{Parts, flattened},
    error::Result,
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "required_in_all_of",
    reason: "a name that a part requires and does not describe would be dropped, though another part describes it",
    run,
    holds,
};

/// Where a field is described.
enum Place {
    /// In a part of the schema itself, by a pointer in it.
    Here(String),
    /// In a component, with what is said there.
    Component(String, Value),
}

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    rewrite_with_components(&mut state.document, log, &mut |components, schema| {
        let names = misplaced(components, schema);
        for name in &names {
            match place(components, schema, name) {
                Some(Place::Here(pointer)) => {
                    if let Some(part) = schema.pointer_mut(&pointer) {
                        require(part, name);
                    }
                }
                Some(Place::Component(pointer, property)) => {
                    describe(schema, name, &pointer, &property);
                    require(schema, name);
                }
                None => {}
            }
        }
        Ok(names.into_iter().map(|name| format!("{name} is required where it is described")).collect::<Vec<_>>())
    })
}

fn require(part: &mut Value, name: &str) {
    let Value::Object(keywords) = part else { return };
    match keywords.get_mut("required") {
        Some(Value::Array(required)) if required.iter().any(|known| known == name) => {}
        Some(Value::Array(required)) => required.push(json!(name)),
        _ => {
            keywords.insert("required".to_owned(), json!([name]));
        }
    }
}

/// Describes a field of a component once more.
fn describe(schema: &mut Value, name: &str, component: &str, property: &Value) {
    let Value::Object(keywords) = schema else { return };
    let pointer = format!("{component}/properties/{}", schema::escape(name));
    if let Value::Object(properties) = keywords.entry("properties").or_insert_with(|| json!({})) {
        properties.insert(name.to_owned(), once_more(property, &pointer));
    }
}

/// What is said at `pointer`, by reference where it is a shape that would become a second type.
fn once_more(said: &Value, pointer: &str) -> Value {
    if !is_plain(said) && ["properties", "enum", "oneOf", "anyOf", "allOf"].iter().any(|word| said.get(word).is_some())
    {
        return json!({ "$ref": format!("#{pointer}").replace('%', "%25") });
    }
    let mut copy = said.clone();
    if let Some(items) = copy.get_mut("items") {
        *items = once_more(items, &format!("{pointer}/items"));
    }
    copy
}

/// The first part that describes a field.
fn place(components: &Map<String, Value>, schema: &Value, name: &str) -> Option<Place> {
    Parts::new(components, [schema]).find_map(|part| {
        let property = part.schema.get("properties")?.get(name)?;
        let pointer = part.pointer("");
        Some(if part.reference.is_some() { Place::Component(pointer, property.clone()) } else { Place::Here(pointer) })
    })
}

/// The names that a part of `schema` requires and another part describes, which does not require them, as the whole does not.
/// Alternatives may describe a field too: where a part has some, everything is left.
fn misplaced(components: &Map<String, Value>, schema: &Value) -> Vec<String> {
    if schema.get("allOf").is_none() || is_reference(schema) {
        return Vec::new();
    }
    let parts = flattened(components, vec![schema]);
    if parts.iter().any(|part| union_branches(part).next().is_some()) {
        return Vec::new();
    }
    let requires = |part: &Value, name: &str| required(part).any(|known| known == name);
    let mut names: Vec<String> = Vec::new();
    for name in parts.iter().flat_map(|part| required(part)) {
        let mut describing = parts.iter().filter(|part| describes(part, name)).peekable();
        let is_described = describing.peek().is_some();
        let is_settled = describing.any(|part| requires(part, name)) || names.iter().any(|known| known == name);
        if is_described && !is_settled {
            names.push(name.to_owned());
        }
    }
    names
}

/// A file counts as described by nobody: the generator knows it by the one place where it is described.
fn describes(part: &Value, name: &str) -> bool {
    let property = part.get("properties").and_then(|fields| fields.get(name));
    property.is_some_and(|property| property.get("format").and_then(Value::as_str) != Some("binary"))
}

/// The names that a schema requires in its own words.
pub(super) fn required(part: &Value) -> impl Iterator<Item = &str> {
    part.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

/// Later passes make wholes of alternatives, which this one leaves alone, so there is nothing to hold to the end: a name that comes
/// up again stays optional.
#[expect(clippy::unnecessary_wraps, reason = "every pass may fail")]
fn holds(_document: &Value) -> Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    fn run_on(whole: &Value) -> Value {
        let status = json!({"type": "string", "enum": ["x", "y"]});
        let base = json!({"required": ["b"], "properties": {"a": {"type": "string"}, "b": {}, "status": status, "file": {"format": "binary"}}});
        let rule = json!({"required": ["a"]});
        let middle = json!({"allOf": [base, rule]});
        let choice = json!({"oneOf": [{"properties": {"c": {}}}, {"properties": {"d": {}}}]});
        let schemas = json!({"Base": base, "Rule": rule, "Middle": middle, "Choice": choice, "Whole": whole});
        run_alone(PASS, json!({"components": {"schemas": schemas}})).unwrap().0["components"]["schemas"]["Whole"]
            .clone()
    }

    #[test]
    fn a_required_field_of_a_part_is_described() {
        let [base, rule] = ["Base", "Rule"].map(schema::reference_to);
        for part in [rule, json!({"required": ["a"]}), json!({"allOf": [{"required": ["a"]}]})] {
            let whole = run_on(&json!({"allOf": [base, part]}));
            assert_eq!((&whole["required"], &whole["properties"]), (&json!(["a"]), &json!({"a": {"type": "string"}})));
        }
        let whole = run_on(&json!({"allOf": [base], "required": ["status", "b"]}));
        assert_eq!(whole["required"], json!(["status", "b"]));
        let status = json!({"$ref": "#/components/schemas/Base/properties/status"});
        assert_eq!(whole["properties"], json!({ "status": status }), "one type, and not two");
    }

    #[test]
    fn an_inline_part_requires_its_own_field() {
        let fields = json!({"properties": {"a": {}, "c": {}}, "required": ["c"]});
        let whole = run_on(&json!({"allOf": [{"allOf": [fields]}, {"required": ["a"]}]}));
        assert_eq!(whole["allOf"][0]["allOf"][0]["required"], json!(["c", "a"]));
        assert!(whole.get("properties").is_none());
    }

    #[test]
    fn what_a_part_requires_stays_where_it_is() {
        let base = schema::reference_to("Base");
        for whole in [
            json!({"allOf": [base, {"required": ["b", "unknown", "file"]}]}),
            json!({"allOf": [base, {"properties": {"a": {}}, "required": ["a"]}]}),
            json!({"allOf": [schema::reference_to("Middle")], "description": "It requires by itself."}),
            base,
        ] {
            assert_eq!(run_on(&whole), whole);
        }
    }

    #[test]
    fn beside_alternatives_everything_is_left() {
        let whole =
            json!({"allOf": [schema::reference_to("Base"), schema::reference_to("Choice"), {"required": ["a"]}]});
        assert_eq!(run_on(&whole), whole);
    }
}
