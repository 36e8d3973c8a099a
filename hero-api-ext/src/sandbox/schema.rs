//! Schemas of the description: what they refer to, and whether a value fits.

use std::fmt;

use jsonschema::{Draft, ValidationError, Validator, error::TypeKind, error::ValidationErrorKind};
use serde_json::{Map, Value, json};

use super::refusal::Issue;

/// References to references are followed this far.
const HOPS: usize = 32;

/// A schema, with the validator for it.
pub(super) struct Checked {
    /// As it is written, for values to be made from.
    pub(super) schema: Value,
    validator: Validator,
}

impl Checked {
    /// Compiles a schema. The error says what is wrong with it.
    pub(super) fn new(root: &Value, schema: &Value) -> Result<Self, String> {
        let mut whole = json!({ "allOf": [schema] });
        // Copied only where it is needed: it is large, and most schemas refer to nothing.
        if refers(schema) {
            whole["components"] = root.get("components").cloned().unwrap_or_default();
        }
        open_enums(&mut whole);
        let validator = jsonschema::options()
            .with_draft(Draft::Draft202012)
            .should_validate_formats(true)
            // Samples send dates in fields that are typed as times.
            .with_format("date-time", |text: &str| is_date_time(text) || is_date(text))
            .with_format("date", is_date)
            .should_ignore_unknown_formats(true)
            .build(&whole)
            .map_err(|error| error.to_string())?;
        Ok(Self { schema: schema.clone(), validator })
    }

    /// What is wrong with a value, in the words of the API.
    pub(super) fn issues(&self, value: &Value) -> Vec<Issue> {
        self.validator.iter_errors(value).flat_map(|error| issues_of(&error)).collect()
    }

    /// Whether a value fits.
    pub(super) fn fits(&self, value: &Value) -> bool {
        self.validator.is_valid(value)
    }
}

impl fmt::Debug for Checked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Checked").finish_non_exhaustive()
    }
}

fn is_date(text: &str) -> bool {
    text.parse::<chrono::NaiveDate>().is_ok()
}

fn is_date_time(text: &str) -> bool {
    chrono::DateTime::parse_from_rfc3339(text).is_ok()
}

/// The schema, response or parameter that a reference leads to; the value itself when it is none.
pub(super) fn resolve<'a>(root: &'a Value, value: &'a Value) -> &'a Value {
    let mut value = value;
    for _ in 0..HOPS {
        let Some(reference) = value.get("$ref").and_then(Value::as_str) else { break };
        let Some(target) = reference.strip_prefix('#').and_then(|pointer| root.pointer(pointer)) else { break };
        value = target;
    }
    value
}

/// Whether a schema refers to another.
fn refers(schema: &Value) -> bool {
    match schema {
        Value::Array(items) => items.iter().any(refers),
        Value::Object(object) => object.contains_key("$ref") || object.values().any(refers),
        _ => false,
    }
}

/// Writes the keywords of OpenAPI 3.0 as those of JSON Schema, which 3.1 has.
pub(super) fn upgrade(root: &mut Value) {
    if root.get("openapi").and_then(Value::as_str).is_some_and(|version| version.starts_with("3.0")) {
        upgrade_within(root);
    }
}

fn upgrade_within(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(upgrade_within),
        Value::Object(object) => {
            object.values_mut().for_each(upgrade_within);
            if object.get("nullable") == Some(&json!(true)) {
                object.remove("nullable");
                admit_null(object);
            }
            for (keyword, limit) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
                match object.get(keyword) {
                    Some(Value::Bool(true)) => {
                        if let Some(limit) = object.remove(limit) {
                            object.insert(keyword.to_owned(), limit);
                        }
                    }
                    Some(Value::Bool(false)) => drop(object.remove(keyword)),
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

fn admit_null(schema: &mut Map<String, Value>) {
    if let Some(Value::String(name)) = schema.get("type") {
        let types = json!([name, "null"]);
        schema.insert("type".to_owned(), types);
        if let Some(Value::Array(values)) = schema.get_mut("enum")
            && !values.contains(&Value::Null)
        {
            values.push(Value::Null);
        }
    } else {
        let other = Value::Object(std::mem::take(schema));
        schema.insert("anyOf".to_owned(), json!([other, { "type": "null" }]));
    }
}

/// Lets any value into an enum whose further values the reference does not show.
fn open_enums(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(open_enums),
        Value::Object(object) => {
            if object.get("x-enum-open") == Some(&json!(true)) {
                object.remove("enum");
            }
            object.values_mut().for_each(open_enums);
        }
        _ => {}
    }
}

/// An error of the validator as the API writes it. Of alternatives it is the one that fits best.
fn issues_of(error: &ValidationError<'_>) -> Vec<Issue> {
    let mut path: Vec<Value> = error.instance_path().as_str().split('/').skip(1).map(segment).collect();
    let (code, expected) = match error.kind() {
        ValidationErrorKind::OneOfNotValid { context } | ValidationErrorKind::AnyOf { context } => {
            let best = context.iter().filter(|branch| !branch.is_empty()).min_by_key(|branch| branch.len());
            return best.into_iter().flatten().flat_map(issues_of).collect();
        }
        ValidationErrorKind::Required { property } => {
            path.push(property.clone());
            ("invalid_type", "a value".to_owned())
        }
        ValidationErrorKind::Type { kind } => ("invalid_type", type_names(kind)),
        ValidationErrorKind::Enum { options } => {
            let options = options.as_array().into_iter().flatten();
            let options = options.map(|option| option.as_str().map_or_else(|| option.to_string(), str::to_owned));
            ("invalid_enum_value", options.collect::<Vec<_>>().join(" | "))
        }
        ValidationErrorKind::Constant { expected_value } => ("invalid_literal", expected_value.to_string()),
        ValidationErrorKind::Format { format } => ("invalid_string", format.clone()),
        ValidationErrorKind::Pattern { pattern } => ("invalid_string", pattern.clone()),
        ValidationErrorKind::MinLength { limit } => ("too_small", format!("at least {limit} characters")),
        ValidationErrorKind::MaxLength { limit } => ("too_big", format!("at most {limit} characters")),
        ValidationErrorKind::Minimum { limit } => ("too_small", format!("at least {limit}")),
        ValidationErrorKind::Maximum { limit } => ("too_big", format!("at most {limit}")),
        ValidationErrorKind::MinItems { limit } => ("too_small", format!("at least {limit} items")),
        ValidationErrorKind::MaxItems { limit } => ("too_big", format!("at most {limit} items")),
        ValidationErrorKind::AdditionalProperties { .. } => ("unrecognized_keys", "described keys only".to_owned()),
        other => ("custom", other.keyword().to_owned()),
    };
    vec![Issue { code: code.to_owned(), expected, path }]
}

fn segment(token: &str) -> Value {
    token.parse::<u64>().map_or_else(|_| json!(token.replace("~1", "/").replace("~0", "~")), |index| json!(index))
}

fn type_names(kind: &TypeKind) -> String {
    match kind {
        TypeKind::Single(name) => name.to_string(),
        TypeKind::Multiple(names) => names.iter().map(|name| name.to_string()).collect::<Vec<_>>().join(" | "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issues(schema: Value, value: Value) -> Vec<(String, String, Value)> {
        let checked = Checked::new(&json!({}), &schema).unwrap();
        checked.issues(&value).into_iter().map(|issue| (issue.code, issue.expected, json!(issue.path))).collect()
    }

    #[test]
    fn issue_says_where_and_what_is_expected() {
        let schema = json!({
            "type": "object",
            "required": ["name"],
            "properties": {
                "name": { "type": "string" },
                "kind": { "enum": ["a", "b"] },
                "at": { "type": "array", "items": { "type": ["string", "null"], "format": "date-time" } },
            },
        });
        let found = issues(schema.clone(), json!({ "kind": "c", "at": ["1989-04-11", "soon"] }));
        let expected = [
            ("invalid_string", "date-time", json!(["at", 1])),
            ("invalid_enum_value", "a | b", json!(["kind"])),
            ("invalid_type", "a value", json!(["name"])),
        ];
        for (code, what, path) in expected {
            assert!(found.contains(&(code.to_owned(), what.to_owned(), path)), "{code} in {found:?}");
        }
        assert!(issues(schema, json!({ "name": "x", "at": [null] })).is_empty());
    }

    #[test]
    fn alternatives_report_the_one_that_fits_best() {
        let alternative = |fields: &[&str]| json!({ "type": "object", "required": fields });
        let schema = json!({ "oneOf": [alternative(&["a", "b", "c"]), alternative(&["d", "e"])] });
        let found = issues(schema, json!({ "d": 1 }));
        assert_eq!(found, [("invalid_type".to_owned(), "a value".to_owned(), json!(["e"]))]);
    }

    #[test]
    fn open_enum_takes_other_values() {
        assert!(issues(json!({ "enum": ["unused"], "x-enum-open": true }), json!("used")).is_empty());
        assert!(!issues(json!({ "enum": ["unused"] }), json!("used")).is_empty());
    }
}
