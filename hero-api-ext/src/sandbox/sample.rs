//! Values made from schemas: what the sandbox responds where the guide tells no flow.

use serde_json::{Map, Value, json};

use super::schema::{Checked, resolve};

/// Nested deeper, optional fields are left out and lists empty, since a schema may hold itself.
const DEPTH: usize = 8;

/// Texts of which one fits the patterns that the reference prints.
const CANDIDATES: [&str; 6] = ["1", "1234567890", "text", "A", "2026-03-15", "sample-1"];

/// A value that fits the schema: its example, or else one by its keywords.
pub(super) fn sample(root: &Value, schema: &Value) -> Value {
    Sampler { root }.value("", schema, 0)
}

/// A sample with the fields of the request that the response has too, as far as it still fits.
pub(super) fn echo(root: &Value, schema: &Checked, id: Option<&str>, body: &Value) -> Value {
    let mut response = sample(root, &schema.schema);
    let given = body.as_object().cloned().unwrap_or_default();
    // An id is a text in most responses, and a number in some.
    let ids = id.into_iter().flat_map(|id| [json!(id), id.parse::<u64>().map_or(Value::Null, Value::from)]);
    let ids = ids.filter(|id| !id.is_null()).map(|id| ("id".to_owned(), id));
    for (name, value) in given.into_iter().chain(ids) {
        let Some(field) = response.get_mut(&name) else { continue };
        let before = std::mem::replace(field, value);
        if !schema.fits(&response) {
            response[&name] = before;
        }
    }
    response
}

struct Sampler<'a> {
    root: &'a Value,
}

impl Sampler<'_> {
    fn value(&self, name: &str, schema: &Value, depth: usize) -> Value {
        let schema = resolve(self.root, schema);
        if let Some(given) = given(schema) {
            return given.clone();
        }
        if let Some(parts) = schema.get("allOf").and_then(Value::as_array) {
            return self.merged(parts, schema, depth);
        }
        if let Some(options) = alternatives(schema) {
            let option = options.iter().find(|option| !is_null(resolve(self.root, option)));
            return option.map_or(Value::Null, |option| self.value(name, option, depth + 1));
        }
        match type_of(schema) {
            Some("string") => Value::String(string(name, schema)),
            Some("integer" | "number") => json!(limit(schema)),
            Some("boolean") => json!(false),
            Some("array") if depth > DEPTH => json!([]),
            Some("array") => match schema.get("items") {
                Some(items) => json!([self.value(name, items, depth + 1)]),
                None => json!([]),
            },
            Some("null") => Value::Null,
            _ => Value::Object(self.object(schema, depth)),
        }
    }

    fn object(&self, schema: &Value, depth: usize) -> Map<String, Value> {
        let properties = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
        properties
            .filter(|(name, _)| depth <= DEPTH || requires(schema, name))
            .map(|(name, property)| (name.clone(), self.value(name, property, depth + 1)))
            .collect()
    }

    fn merged(&self, parts: &[Value], schema: &Value, depth: usize) -> Value {
        let mut whole = self.object(schema, depth);
        for part in parts {
            match self.value("", part, depth + 1) {
                Value::Object(fields) => whole.extend(fields),
                other => return other,
            }
        }
        Value::Object(whole)
    }
}

/// What the schema itself gives as a value.
fn given(schema: &Value) -> Option<&Value> {
    let first = |keyword: &str| schema.get(keyword)?.as_array()?.iter().find(|value| !value.is_null());
    schema.get("const").or_else(|| schema.get("example")).or_else(|| first("examples")).or_else(|| first("enum"))
}

fn alternatives(schema: &Value) -> Option<&Vec<Value>> {
    schema.get("oneOf").or_else(|| schema.get("anyOf"))?.as_array()
}

fn is_null(schema: &Value) -> bool {
    schema.get("type") == Some(&json!("null"))
}

/// The first type that is not null.
pub(super) fn type_of(schema: &Value) -> Option<&str> {
    match schema.get("type")? {
        Value::String(name) => Some(name),
        Value::Array(names) => names.iter().filter_map(Value::as_str).find(|name| *name != "null"),
        _ => None,
    }
}

fn requires(schema: &Value, name: &str) -> bool {
    let required = schema.get("required").and_then(Value::as_array);
    required.into_iter().flatten().any(|required| required == name)
}

/// A number within the bounds.
pub(super) fn limit(schema: &Value) -> i64 {
    let bound = schema.get("minimum").or_else(|| schema.get("exclusiveMinimum")).and_then(Value::as_f64);
    #[expect(clippy::cast_possible_truncation, reason = "a bound of the description is small")]
    bound.map_or(1, |bound| bound.floor() as i64 + 1)
}

/// A text of the pattern and format.
pub(super) fn string(name: &str, schema: &Value) -> String {
    let keyword = |keyword: &str| schema.get(keyword).and_then(Value::as_str);
    if let Some(pattern) = keyword("pattern") {
        let fits = |text: &&&str| jsonschema::is_valid(&json!({ "pattern": pattern }), &json!(text));
        return CANDIDATES.iter().find(fits).copied().unwrap_or_default().to_owned();
    }
    match keyword("format") {
        Some("date-time") => "2026-03-15T09:30:00Z",
        Some("date") => "2026-03-15",
        Some("email") => "practice@example.test",
        Some("uri" | "url") => "https://example.test/sample",
        Some("uuid") => "67e55044-10b1-426f-9247-bb680e5fe0c8",
        _ if name == "id" || name.ends_with("_id") => "1",
        _ if name.ends_with("_at") => "2026-03-15T09:30:00Z",
        _ => "sample",
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sandbox::description::Description;

    #[test]
    fn sample_of_every_response_fits_its_schema() {
        let description = Description::embedded().unwrap();
        let mut checked = 0;
        for operation in &description.operations {
            let Some(schema) = &operation.success.schema else { continue };
            let response = sample(&description.root, &schema.schema);
            assert_eq!(schema.issues(&response), [], "{}: {response}", operation.id);
            checked += 1;
        }
        assert!(checked > 50, "{checked}");
    }

    #[test]
    fn echo_keeps_what_still_fits() {
        let schema = json!({
            "type": "object",
            "properties": { "id": { "type": "string", "pattern": r"^\d+$" }, "name": { "type": "string" } },
        });
        let checked = Checked::new(&json!({}), &schema).unwrap();
        let body = json!({ "name": "Mill Lane Pharmacy", "other": 1 });
        assert_eq!(echo(&json!({}), &checked, Some("x"), &body), json!({ "id": "1", "name": "Mill Lane Pharmacy" }));
    }
}
