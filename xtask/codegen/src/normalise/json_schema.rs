//! JSON Schema 2020-12, as OpenAPI 3.1 uses it, in the words of OpenAPI 3.0.

use serde_json::{Map, Value, json};

use super::{Log, Pass, State, no_schema, rewrite_schemas};
use document::error::{Error, Result};

pub(super) const PASS: Pass = Pass {
    name: "json-schema",
    reason: "openapiv3 reads the schemas of OpenAPI 3.0: it refuses type lists and silently ignores `const` and siblings of `$ref`",
    run,
    holds,
};

/// Keywords of 2020-12 that only comment or that no generator can use.
const UNUSED: [&str; 15] = [
    "$schema",
    "$id",
    "$anchor",
    "$comment",
    "examples",
    "example",
    "externalDocs",
    "xml",
    "deprecated",
    "if",
    "then",
    "else",
    "unevaluatedProperties",
    "unevaluatedItems",
    "propertyNames",
];

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    rewrite_schemas(&mut state.document, log, &mut |pointer, schema| {
        let mut changes = Vec::new();
        if let Value::Bool(allowed) = schema {
            *schema = if *allowed { json!({}) } else { json!({ "not": {} }) };
        }
        let Value::Object(keywords) = schema else {
            return Err(Error::new("a schema is neither an object nor a boolean").at_pointer(pointer));
        };
        for name in UNUSED {
            if keywords.shift_remove(name).is_some() {
                changes.push(format!("dropped {name}"));
            }
        }
        constants(keywords, &mut changes);
        null_in_enum(keywords, &mut changes);
        type_list(keywords, &mut changes);
        null_alternative(keywords, &mut changes);
        reference_siblings(pointer, keywords, &mut changes);
        exclusive_bounds(keywords, &mut changes);
        content_encoding(keywords, &mut changes);
        Ok(changes)
    })
}

fn nullable(keywords: &mut Map<String, Value>) {
    keywords.insert("nullable".to_owned(), json!(true));
}

fn constants(keywords: &mut Map<String, Value>, changes: &mut Vec<String>) {
    if let Some(value) = keywords.shift_remove("const") {
        if let (Value::String(_), None) = (&value, keywords.get("type")) {
            keywords.insert("type".to_owned(), json!("string"));
        }
        keywords.insert("enum".to_owned(), json!([value]));
        changes.push("const becomes an enum of one value".to_owned());
    }
}

fn null_in_enum(keywords: &mut Map<String, Value>, changes: &mut Vec<String>) {
    if let Some(Value::Array(values)) = keywords.get_mut("enum") {
        let before = values.len();
        values.retain(|value| !value.is_null());
        if values.len() != before {
            nullable(keywords);
            changes.push("null in enum becomes nullable".to_owned());
        }
    }
}

fn type_list(keywords: &mut Map<String, Value>, changes: &mut Vec<String>) {
    let Some(Value::Array(types)) = keywords.get("type") else { return };
    let mut types = types.clone();
    let before = types.len();
    types.retain(|name| name != "null");
    if types.len() != before {
        nullable(keywords);
    }
    match types.as_slice() {
        [] => {
            keywords.shift_remove("type");
        }
        [only] => {
            keywords.insert("type".to_owned(), only.clone());
        }
        several => {
            let alternatives = several.iter().map(|name| json!({ "type": name })).collect();
            keywords.shift_remove("type");
            keywords.insert("oneOf".to_owned(), Value::Array(alternatives));
        }
    }
    changes.push("type list becomes nullable or oneOf".to_owned());
}

fn null_alternative(keywords: &mut Map<String, Value>, changes: &mut Vec<String>) {
    for name in ["oneOf", "anyOf"] {
        let Some(Value::Array(members)) = keywords.get_mut(name) else { continue };
        let before = members.len();
        members.retain(|member| member.get("type").and_then(Value::as_str) != Some("null"));
        if members.len() == before {
            continue;
        }
        if let [only] = members.as_slice() {
            let only = only.clone();
            keywords.shift_remove(name);
            match only {
                // A list stays a list, so that null can be read as an empty one.
                Value::Object(list) if list.get("type").is_some_and(|kind| kind == "array") => {
                    for (keyword, value) in list {
                        keywords.entry(keyword).or_insert(value);
                    }
                }
                other => {
                    keywords.insert("allOf".to_owned(), json!([other]));
                }
            }
        }
        nullable(keywords);
        changes.push(format!("null in {name} becomes nullable"));
    }
}

fn reference_siblings(pointer: &str, keywords: &mut Map<String, Value>, changes: &mut Vec<String>) {
    // Text beside a reference documents a field. Elsewhere it must not make another schema of the reference.
    let is_text = |name: &str| ["description", "title", "summary"].contains(&name) || name.starts_with("x-");
    if keywords.contains_key("$ref")
        && !is_property(pointer)
        && keywords.keys().all(|name| name == "$ref" || is_text(name))
    {
        keywords.retain(|name, _| name == "$ref");
    }
    if keywords.len() > 1
        && keywords.contains_key("$ref")
        && let Some(reference) = keywords.shift_remove("$ref")
    {
        let target = json!({ "$ref": reference });
        match keywords.get_mut("allOf") {
            Some(Value::Array(members)) => members.insert(0, target),
            _ => {
                keywords.insert("allOf".to_owned(), json!([target]));
            }
        }
        changes.push("siblings of $ref kept by allOf".to_owned());
    }
}

/// Whether a pointer leads to a member of `properties`.
fn is_property(pointer: &str) -> bool {
    pointer.rsplit('/').nth(1) == Some("properties")
}

fn exclusive_bounds(keywords: &mut Map<String, Value>, changes: &mut Vec<String>) {
    for (exclusive, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
        if let Some(value @ Value::Number(_)) = keywords.get(exclusive).cloned() {
            keywords.insert(exclusive.to_owned(), json!(true));
            keywords.insert(bound.to_owned(), value);
            changes.push(format!("{exclusive} becomes {bound} and a flag"));
        }
    }
}

fn content_encoding(keywords: &mut Map<String, Value>, changes: &mut Vec<String>) {
    let media_type = keywords.shift_remove("contentMediaType");
    let is_text = matches!(keywords.get("type").and_then(Value::as_str), None | Some("string"));
    if media_type.is_some() && is_text && !keywords.contains_key("contentEncoding") && !keywords.contains_key("format")
    {
        keywords.insert("type".to_owned(), json!("string"));
        keywords.insert("format".to_owned(), json!("binary"));
        changes.push("contentMediaType becomes binary".to_owned());
    }
    if let Some(encoding) = keywords.shift_remove("contentEncoding") {
        if encoding == "base64" {
            keywords.insert("format".to_owned(), json!("byte"));
        }
        changes.push("contentEncoding becomes a format".to_owned());
    }
}

fn holds(document: &Value) -> Result<()> {
    no_schema(document, &|schema| {
        let keywords = schema.as_object()?;
        if keywords.get("type").is_some_and(Value::is_array) {
            return Some("a list of types is left".to_owned());
        }
        if keywords.contains_key("const") {
            return Some("`const` is left".to_owned());
        }
        if keywords.contains_key("$ref") && keywords.len() > 1 {
            return Some("siblings of `$ref` are left".to_owned());
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    #[allow(clippy::needless_pass_by_value, reason = "`json!(…)` reads better at the call than a reference to it")]
    fn rewritten(schema: Value) -> Value {
        let document = json!({"components": {"schemas": {"T": schema}}});
        let (document, _) = run_alone(PASS, document).unwrap();
        document["components"]["schemas"]["T"].clone()
    }

    #[test]
    fn a_type_list_with_null_becomes_nullable() {
        assert_eq!(rewritten(json!({"type": ["string", "null"]})), json!({"type": "string", "nullable": true}));
    }

    #[test]
    fn several_types_become_alternatives() {
        assert_eq!(
            rewritten(json!({"type": ["boolean", "string"]})),
            json!({"oneOf": [{"type": "boolean"}, {"type": "string"}]})
        );
    }

    #[test]
    fn a_constant_becomes_an_enum_of_one() {
        assert_eq!(rewritten(json!({"const": "a"})), json!({"type": "string", "enum": ["a"]}));
    }

    #[test]
    fn null_among_enum_values_becomes_nullable() {
        assert_eq!(
            rewritten(json!({"type": ["string", "null"], "enum": ["a", null]})),
            json!({"type": "string", "enum": ["a"], "nullable": true})
        );
    }

    #[test]
    fn an_alternative_of_null_becomes_nullable() {
        assert_eq!(
            rewritten(json!({"oneOf": [{"$ref": "#/components/schemas/U"}, {"type": "null"}]})),
            json!({"allOf": [{"$ref": "#/components/schemas/U"}], "nullable": true})
        );
        assert_eq!(
            rewritten(
                json!({"title": "Tags", "anyOf": [{"type": "array", "items": {"type": "string"}, "title": "L"}, {"type": "null"}]})
            ),
            json!({"title": "Tags", "type": "array", "items": {"type": "string"}, "nullable": true})
        );
        assert_eq!(
            rewritten(json!({"oneOf": [{"type": "string"}, {"type": "number"}, {"type": "null"}]})),
            json!({"oneOf": [{"type": "string"}, {"type": "number"}], "nullable": true})
        );
    }

    #[test]
    fn keywords_beside_a_reference_are_kept() {
        let reference = json!({"$ref": "#/components/schemas/U"});
        let sibling = json!({"$ref": "#/components/schemas/U", "nullable": true, "description": "d"});
        assert_eq!(rewritten(sibling), json!({"nullable": true, "description": "d", "allOf": [reference]}));
    }

    #[test]
    fn text_beside_a_reference_documents_fields_only() {
        let reference = json!({"$ref": "#/components/schemas/U"});
        let described = json!({"$ref": "#/components/schemas/U", "description": "d"});
        assert_eq!(rewritten(described.clone()), reference);
        let field = json!({"description": "d", "allOf": [reference]});
        assert_eq!(rewritten(json!({"properties": {"a": described}})), json!({"properties": {"a": field}}));
    }

    #[test]
    fn numeric_exclusive_bounds_become_flags() {
        assert_eq!(
            rewritten(json!({"type": "integer", "exclusiveMinimum": 0})),
            json!({"type": "integer", "minimum": 0, "exclusiveMinimum": true})
        );
    }

    #[test]
    fn base64_content_becomes_a_format_and_examples_go() {
        assert_eq!(
            rewritten(json!({"type": "string", "contentEncoding": "base64", "examples": ["x"]})),
            json!({"type": "string", "format": "byte"})
        );
    }
}
