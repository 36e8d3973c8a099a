//! Keywords that typify refuses or misreads.

use serde_json::{Map, Value, json};

use super::{Log, Pass, State, Steps, no_schema, rewrite_schemas};
use document::error::Result;

pub(super) const PASS: Pass = Pass {
    name: "keywords",
    reason: "typify panics on unknown types, on keywords of another type and on patterns that it cannot compile, and honours x-rust-type",
    run,
    holds,
};

/// Keywords that mean something for one type only.
const OF_STRINGS: [&str; 3] = ["pattern", "minLength", "maxLength"];
const OF_NUMBERS: [&str; 5] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
const OF_LISTS: [&str; 5] = ["items", "minItems", "maxItems", "uniqueItems", "contains"];
const OF_OBJECTS: [&str; 5] = ["properties", "required", "additionalProperties", "minProperties", "maxProperties"];

/// Keywords that no generated type can check, or that name Rust types.
const UNUSABLE: [&str; 9] = [
    "not",
    "x-rust-type",
    "patternProperties",
    "dependentSchemas",
    "dependentRequired",
    "contains",
    "minContains",
    "maxContains",
    "$defs",
];

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    rewrite_schemas(&mut state.document, log, &mut |_, schema| {
        let mut changes = Steps::default();
        let Value::Object(keywords) = schema else { return Ok(changes) };
        for name in UNUSABLE {
            if keywords.shift_remove(name).is_some() {
                changes.push(format!("dropped {name}"));
            }
        }
        misshapen(keywords, &mut changes);
        misnamed_type(keywords, &mut changes);
        required_flags(keywords, &mut changes);
        implied_type(keywords, &mut changes);
        foreign_keywords(keywords, &mut changes);
        if is(keywords, "array") && !keywords.contains_key("items") {
            keywords.insert("items".to_owned(), json!({}));
            changes.push("items of any kind".to_owned());
        }
        tuples(keywords, &mut changes);
        if let Some(pattern) =
            keywords.get("pattern").and_then(Value::as_str).filter(|pattern| regress::Regex::new(pattern).is_err())
        {
            changes.push(format!("dropped the pattern {pattern}, which does not compile"));
            keywords.shift_remove("pattern");
        }
        values(keywords, &mut changes);
        Ok(changes)
    })
}

fn is(keywords: &Map<String, Value>, name: &str) -> bool {
    keywords.get("type").and_then(Value::as_str) == Some(name)
}

/// Keywords whose value is of another kind than JSON Schema says: `maxLength: "200"`.
fn misshapen(keywords: &mut Map<String, Value>, changes: &mut Steps) {
    const COUNTS: [&str; 6] = ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"];
    const BOUNDS: [&str; 3] = ["minimum", "maximum", "multipleOf"];
    const FLAGS: [&str; 4] = ["nullable", "uniqueItems", "readOnly", "writeOnly"];
    const TEXTS: [&str; 4] = ["format", "pattern", "description", "title"];
    for name in COUNTS.iter().chain(&BOUNDS) {
        if let Some(meant) =
            keywords.get(*name).and_then(Value::as_str).and_then(|text| text.trim().parse::<serde_json::Number>().ok())
        {
            keywords.insert((*name).to_owned(), Value::Number(meant));
            changes.push(format!("{name} becomes a number"));
        }
    }
    let is_fit = |name: &str, value: &Value| match name {
        name if COUNTS.contains(&name) => value.is_u64(),
        name if BOUNDS.contains(&name) => value.is_number(),
        name if FLAGS.contains(&name) => value.is_boolean(),
        name if TEXTS.contains(&name) => value.is_string(),
        "properties" => value.is_object(),
        "enum" | "allOf" | "oneOf" | "anyOf" => value.as_array().is_some_and(|list| !list.is_empty()),
        "additionalProperties" => value.is_object() || value.is_boolean(),
        _ => true,
    };
    let unfit: Vec<String> =
        keywords.iter().filter(|(name, value)| !is_fit(name, value)).map(|(name, _)| name.clone()).collect();
    for name in unfit {
        keywords.shift_remove(&name);
        changes.push(format!("dropped {name}, whose value is of another kind"));
    }
    // rustc warns of a length that is compared with less than nothing.
    if keywords.get("minLength").and_then(Value::as_u64) == Some(0) {
        keywords.shift_remove("minLength");
        changes.push("dropped minLength, which is that of any text".to_owned());
    }
}

/// `type: file`, `type: date` and other names that JSON Schema does not know.
fn misnamed_type(keywords: &mut Map<String, Value>, changes: &mut Steps) {
    let Some(name) = keywords.get("type").cloned() else { return };
    let text = name.as_str().unwrap_or_default();
    let (kind, format) = match text {
        "string" | "number" | "integer" | "boolean" | "array" | "object" => return,
        "date" | "date-time" | "uuid" => (Some("string"), Some(text)),
        "file" | "binary" => (Some("string"), Some("binary")),
        "str" | "text" | "char" | "enum" => (Some("string"), None),
        "int" | "int32" | "int64" | "long" | "short" => (Some("integer"), None),
        "float" | "double" | "decimal" => (Some("number"), None),
        "bool" => (Some("boolean"), None),
        "list" => (Some("array"), None),
        "dict" | "map" | "hash" => (Some("object"), None),
        _ => (None, None),
    };
    match kind {
        Some(kind) => keywords.insert("type".to_owned(), json!(kind)),
        None => keywords.shift_remove("type"),
    };
    if let Some(format) = format {
        keywords.insert("format".to_owned(), json!(format));
    }
    if text == "null" {
        keywords.insert("nullable".to_owned(), json!(true));
    }
    changes.note(format!(
        "the type `{}` is none of JSON Schema: it is taken for {}",
        text_of(&name),
        kind.unwrap_or("any value")
    ));
}

/// `required: true` on a property belongs into the list of its object.
fn required_flags(keywords: &mut Map<String, Value>, changes: &mut Steps) {
    let mut flagged = Vec::new();
    if let Some(Value::Object(properties)) = keywords.get_mut("properties") {
        for (name, property) in properties {
            if let Some(flag @ Value::Bool(_)) = property.get("required").cloned() {
                if let Value::Object(property) = property {
                    property.shift_remove("required");
                }
                if flag == json!(true) {
                    flagged.push(json!(name));
                }
            }
        }
    }
    if keywords.get("required").is_some_and(|list| !list.is_array()) {
        keywords.shift_remove("required");
        changes.push("dropped required, which is no list".to_owned());
    }
    if !flagged.is_empty() {
        changes.push("required flags become a list".to_owned());
        if let Value::Array(list) = keywords.entry("required").or_insert_with(|| json!([])) {
            for name in flagged {
                if !list.contains(&name) {
                    list.push(name);
                }
            }
        }
    }
    if !["properties", "allOf", "oneOf", "anyOf", "$ref"].iter().any(|name| keywords.contains_key(*name))
        && keywords.shift_remove("required").is_some()
    {
        changes.push("dropped required names without properties".to_owned());
    }
    // A name that no property has would have to be sent without a type.
    if let (Some(Value::Array(list)), Some(Value::Object(properties))) =
        (keywords.get("required"), keywords.get("properties"))
    {
        let known: Vec<Value> = list
            .iter()
            .filter(|name| name.as_str().is_some_and(|name| properties.contains_key(name)))
            .cloned()
            .collect();
        if known.len() != list.len() && !keywords.contains_key("allOf") {
            let unknown: Vec<String> =
                list.iter().filter(|name| !known.contains(name)).map(|name| format!("`{}`", text_of(name))).collect();
            changes.note(format!("{} is required and described nowhere: left out", unknown.join(", ")));
            keywords.insert("required".to_owned(), Value::Array(known));
        }
    }
}

fn text_of(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A schema with properties and no type is an object.
fn implied_type(keywords: &mut Map<String, Value>, changes: &mut Steps) {
    let is_composed = ["type", "allOf", "oneOf", "anyOf", "$ref"].iter().any(|keyword| keywords.contains_key(*keyword));
    if is_composed {
        return;
    }
    let kind = if keywords.contains_key("properties") || keywords.contains_key("additionalProperties") {
        "object"
    } else if keywords.contains_key("items") {
        "array"
    } else if keywords
        .get("enum")
        .and_then(Value::as_array)
        .is_some_and(|values| !values.is_empty() && values.iter().all(Value::is_string))
    {
        "string"
    } else {
        return;
    };
    keywords.insert("type".to_owned(), json!(kind));
    changes.push(format!("type {kind} is implied"));
}

fn foreign_keywords(keywords: &mut Map<String, Value>, changes: &mut Steps) {
    let kind = keywords.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
    let composed = kind.is_empty() && ["allOf", "oneOf", "anyOf"].iter().any(|keyword| keywords.contains_key(*keyword));
    for (kinds, names) in [
        (&["string"][..], &OF_STRINGS[..]),
        (&["number", "integer"], &OF_NUMBERS),
        (&["array"], &OF_LISTS),
        (&["object"], &OF_OBJECTS),
    ] {
        if kinds.contains(&kind.as_str()) || (composed && kinds == ["object"]) {
            continue;
        }
        for name in names {
            if keywords.shift_remove(*name).is_some() {
                changes.push(format!(
                    "dropped {name}, which means nothing for {}",
                    if kind.is_empty() { "any type" } else { &kind }
                ));
            }
        }
    }
    // A UUID is sent and read as text: a type for it would be a dependency for everyone.
    if keywords.get("format").and_then(Value::as_str) == Some("uuid") {
        keywords.shift_remove("format");
        changes.push("a UUID is text".to_owned());
    }
    if !["string", "number", "integer"].contains(&kind.as_str()) && keywords.shift_remove("format").is_some() {
        changes.push("dropped format of what is no string or number".to_owned());
    }
    // One exclusive flag alone bounds nothing.
    for (flag, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
        if keywords.get(flag).is_some_and(Value::is_boolean) && !keywords.contains_key(bound) {
            keywords.shift_remove(flag);
            changes.push(format!("dropped {flag} without {bound}"));
        }
    }
    if kind == "string"
        && !["byte", "binary"].contains(&keywords.get("format").and_then(Value::as_str).unwrap_or_default())
    {
        return;
    }
    if kind == "string" && OF_STRINGS.iter().any(|name| keywords.contains_key(*name)) {
        keywords.shift_remove("format");
        changes.push("dropped the format of a constrained string".to_owned());
    }
}

/// A list whose items have a schema each is a list of anything.
fn tuples(keywords: &mut Map<String, Value>, changes: &mut Steps) {
    let is_tuple = keywords.get("items").is_some_and(Value::is_array) || keywords.contains_key("prefixItems");
    if is_tuple {
        keywords.shift_remove("prefixItems");
        keywords.insert("items".to_owned(), json!({}));
        changes.push("a tuple becomes a list of anything".to_owned());
    }
    if keywords.get("items").is_some_and(Value::is_boolean) {
        keywords.insert("items".to_owned(), json!({}));
    }
}

/// Enum values and defaults that are not of the type.
fn values(keywords: &mut Map<String, Value>, changes: &mut Steps) {
    let kind = keywords.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
    if let Some(Value::Array(values)) = keywords.get("enum").cloned() {
        let mut kept: Vec<Value> = Vec::new();
        for value in &values {
            let value = match (kind.as_str(), value) {
                ("string", Value::Number(_) | Value::Bool(_)) => json!(value.to_string()),
                _ => value.clone(),
            };
            if !kept.contains(&value) {
                kept.push(value);
            }
        }
        let usable = kind == "string" && kept.iter().all(Value::is_string) && !kept.is_empty();
        if !usable {
            keywords.shift_remove("enum");
            changes.push("dropped an enum of what is no string".to_owned());
        } else if kept != values {
            keywords.insert("enum".to_owned(), Value::Array(kept));
            changes.push("enum values are strings, each once".to_owned());
        }
        // A pattern or length beside a list of values says nothing more.
        if keywords.contains_key("enum") {
            for name in OF_STRINGS.iter().chain(&["format"]) {
                keywords.shift_remove(*name);
            }
        }
    }
    let fits = match (kind.as_str(), keywords.get("default")) {
        (_, None)
        | ("boolean", Some(Value::Bool(_)))
        | ("integer" | "number", Some(Value::Number(_)))
        | ("array", Some(Value::Array(_))) => true,
        ("string", Some(Value::String(_))) => !keywords.contains_key("format") && !keywords.contains_key("enum"),
        _ => false,
    };
    if !fits {
        keywords.shift_remove("default");
        changes.push("dropped a default that typify may refuse".to_owned());
    }
}

fn holds(document: &Value) -> Result<()> {
    no_schema(document, &|schema| {
        let keywords = schema.as_object()?;
        UNUSABLE.iter().find(|name| keywords.contains_key(**name)).map(|name| format!("`{name}` is left"))
    })?;
    no_schema(document, &|schema| {
        let kind = schema.get("type")?.as_str().unwrap_or_default();
        let known = ["string", "number", "integer", "boolean", "array", "object"].contains(&kind);
        (!known).then(|| format!("type `{kind}` is left"))
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    fn rewritten(schema: Value) -> Value {
        let document = json!({"components": {"schemas": {"T": schema}}});
        run_alone(PASS, document).unwrap().0["components"]["schemas"]["T"].clone()
    }

    #[test]
    fn misspelt_types_get_the_one_meant() {
        for (given, expected) in [
            (json!({"type": "date-time"}), json!({"type": "string", "format": "date-time"})),
            (json!({"type": "file"}), json!({"type": "string", "format": "binary"})),
            (json!({"type": "int"}), json!({"type": "integer"})),
            (json!({"type": "any"}), json!({})),
            (json!({"type": "null"}), json!({"nullable": true})),
        ] {
            assert_eq!(rewritten(given.clone()), expected, "{given}");
        }
    }

    #[test]
    fn keywords_of_another_type_are_dropped() {
        for (given, expected) in [
            (json!({"type": "object", "format": "date"}), json!({"type": "object"})),
            (json!({"type": "boolean", "pattern": "a", "minimum": 1}), json!({"type": "boolean"})),
            (json!({"type": "string", "minimum": 1}), json!({"type": "string"})),
            (json!({"type": "string", "not": {"enum": ["x"]}}), json!({"type": "string"})),
            (json!({"type": "integer", "exclusiveMinimum": true}), json!({"type": "integer"})),
            (json!({"x-rust-type": {"crate": "evil"}}), json!({})),
        ] {
            assert_eq!(rewritten(given.clone()), expected, "{given}");
        }
    }

    #[test]
    fn tuples_are_lists_of_anything() {
        assert_eq!(rewritten(json!({"type": "array"})), json!({"type": "array", "items": {}}));
        assert_eq!(
            rewritten(json!({"type": "array", "prefixItems": [{"type": "string"}]})),
            json!({"type": "array", "items": {}})
        );
    }

    #[test]
    fn required_is_a_list_of_properties_that_exist() {
        assert_eq!(
            rewritten(
                json!({"type": "object", "properties": {"a": {"type": "string", "required": true}, "b": {"type": "string", "required": false}}})
            ),
            json!({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "required": ["a"]})
        );
        assert_eq!(
            rewritten(json!({"type": "object", "required": ["a", "z"], "properties": {"a": {"type": "string"}}})),
            json!({"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}})
        );
    }

    #[test]
    fn patterns_that_do_not_compile_are_dropped() {
        assert_eq!(rewritten(json!({"type": "string", "pattern": "(?i)["})), json!({"type": "string"}));
        assert_eq!(rewritten(json!({"type": "string", "pattern": "^a$"})), json!({"type": "string", "pattern": "^a$"}));
    }

    #[test]
    fn enum_values_are_strings_each_once() {
        assert_eq!(
            rewritten(json!({"type": "string", "enum": [1, "1", true]})),
            json!({"type": "string", "enum": ["1", "true"]})
        );
        assert_eq!(rewritten(json!({"type": "integer", "enum": [1, 2]})), json!({"type": "integer"}));
        assert_eq!(rewritten(json!({"enum": ["a"]})), json!({"enum": ["a"], "type": "string"}));
    }

    #[test]
    fn defaults_that_are_not_of_the_type_are_dropped() {
        for given in [
            json!({"type": "string", "format": "date", "default": "today"}),
            json!({"type": "integer", "default": "1"}),
        ] {
            assert!(rewritten(given).get("default").is_none());
        }
        assert_eq!(rewritten(json!({"type": "boolean", "default": false}))["default"], false);
    }

    #[test]
    fn values_of_another_kind_are_mended() {
        assert_eq!(
            rewritten(json!({"type": "string", "maxLength": "200", "minLength": -1})),
            json!({"type": "string", "maxLength": 200})
        );
        assert_eq!(rewritten(json!({"type": "string", "minLength": 0})), json!({"type": "string"}));
        assert_eq!(
            rewritten(json!({"type": "integer", "minimum": "1", "nullable": "yes"})),
            json!({"type": "integer", "minimum": 1})
        );
        assert_eq!(
            rewritten(json!({"type": "object", "required": ["a"], "additionalProperties": {"type": "string"}})),
            json!({"type": "object", "additionalProperties": {"type": "string"}})
        );
    }
}
