//! Responses are read leniently: a rule of the description that the server breaks must not cost the caller the response.

use serde_json::{Map, Value, json};

use super::{Log, Pass, State, directions, extras::OF_PATTERN, intersections::drop_empty_parts};
use document::error::Result;

pub(super) const PASS: Pass = Pass {
    name: "lenient_responses",
    reason: "a pattern, a bound, a format or a new field in one value would fail the whole response",
    run,
    holds,
};

/// Rules that a value in a response may break.
const RULES: [&str; 15] = [
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "not",
    "contains",
];

/// Formats that typify turns into a type that refuses some strings or numbers. Times stay: hand-written readers take all their
/// forms; and so does `uint64`, which is more than any other integer.
const STRICT_FORMATS: [&str; 16] = [
    "uuid", "ip", "ipv4", "ipv6", "byte", "binary", "int8", "uint8", "int16", "uint16", "int", "int32", "uint",
    "uint32", "int64", "float",
];

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    directions::visit(&mut state.document, &mut |is_request, pointer, schema| {
        if let (false, Value::Object(keywords)) = (is_request, schema) {
            for what in rewrite(keywords) {
                log.changed(pointer, what);
            }
        }
    })?;
    // A part that had nothing but rules has nothing now.
    drop_empty_parts(&mut state.document, log)
}

fn rewrite(keywords: &mut Map<String, Value>) -> Vec<String> {
    let mut changes: Vec<String> = RULES
        .iter()
        .filter(|rule| keywords.shift_remove(**rule).is_some())
        .map(|rule| format!("dropped {rule}"))
        .collect();
    if keywords.get("additionalProperties") == Some(&json!(false)) {
        keywords.shift_remove("additionalProperties");
        changes.push("dropped additionalProperties: false".to_owned());
    }
    if keywords.get("additionalProperties").is_some_and(|values| values.get(OF_PATTERN).is_some()) {
        keywords.insert("additionalProperties".to_owned(), json!({}));
        changes.push("a field of another name may be anything".to_owned());
    }
    if keywords.get("format").and_then(Value::as_str).is_some_and(|format| STRICT_FORMATS.contains(&format)) {
        keywords.shift_remove("format");
        changes.push("dropped format".to_owned());
    }
    if keywords.get("type").and_then(Value::as_str) == Some("array") && keywords.shift_remove("nullable").is_some() {
        changes.push("null is read as an empty list".to_owned());
    }
    // Only the default that Rust has anyway can stand for an absent value; any other would be a value nobody sent.
    let is_rusts =
        matches!(keywords.get("default"), Some(Value::Bool(false))) || keywords.get("default") == Some(&json!([]));
    let nullable = keywords.get("nullable") == Some(&json!(true));
    if (!is_rusts || nullable) && keywords.shift_remove("default").is_some() {
        changes.push("dropped default".to_owned());
    }
    changes
}

fn holds(document: &Value) -> Result<()> {
    let mut left = None;
    directions::read(document, &mut |is_request, _, schema| {
        let rule = RULES.iter().find(|rule| !is_request && schema.get(**rule).is_some());
        left = left.take().or(rule);
    });
    match left {
        Some(rule) => Err(document::error::Error::new(format!("a response still carries `{rule}`"))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    #[test]
    fn rules_leave_responses_and_stay_in_requests() {
        let strict = json!({"type": "string", "pattern": "^a$", "minLength": 1, "default": "a"});
        let content = |schema: &Value| json!({"content": {"application/json": {"schema": schema}}});
        let document = json!({
            "paths": {"/a": {"post": {"requestBody": content(&strict), "responses": {"200": content(&strict)}}}},
            "components": {"schemas": {
                "In": {"x-direction": "request", "properties": {"a": strict.clone()}},
                "Out": {"x-direction": "response", "properties": {"a": strict.clone()}, "additionalProperties": false},
            }},
        });
        let (document, _) = run_alone(PASS, document).unwrap();
        let operation = &document["paths"]["/a"]["post"];
        assert_eq!(operation["requestBody"], content(&strict));
        assert_eq!(operation["responses"]["200"], content(&json!({"type": "string"})));
        let schemas = &document["components"]["schemas"];
        assert_eq!(schemas["In"]["properties"]["a"], strict);
        assert_eq!(schemas["Out"], json!({"x-direction": "response", "properties": {"a": {"type": "string"}}}));
    }

    #[test]
    fn integers_of_responses_have_no_width() {
        for (format, expected) in
            [("int32", json!({"type": "integer"})), ("uint64", json!({"type": "integer", "format": "uint64"}))]
        {
            let out = json!({"x-direction": "response", "properties": {"n": {"type": "integer", "format": format}}});
            let (document, _) = run_alone(PASS, json!({"components": {"schemas": {"Out": out}}})).unwrap();
            assert_eq!(document["components"]["schemas"]["Out"]["properties"]["n"], expected);
        }
    }

    #[test]
    fn only_rusts_own_defaults_replace_absence() {
        let flag = |schema: Value| {
            let out = json!({"x-direction": "response", "properties": {"flag": schema}});
            let (document, _) = run_alone(PASS, json!({"components": {"schemas": {"Out": out}}})).unwrap();
            document["components"]["schemas"]["Out"]["properties"]["flag"].get("default").cloned()
        };
        assert_eq!(flag(json!({"type": "boolean", "default": false})), Some(json!(false)));
        assert_eq!(flag(json!({"type": "boolean", "default": true})), None);
        assert_eq!(flag(json!({"type": "boolean", "nullable": true, "default": false})), None);
        assert_eq!(flag(json!({"type": "string", "default": "a"})), None);
    }
}
