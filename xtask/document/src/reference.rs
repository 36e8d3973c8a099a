//! Where a `$ref` leads: any place of the document, through other references on the way.
//!
//! Use [`follow`] for one reference, and [`schema_references`] for every reference that is to lead to a schema.

use serde_json::Value;

use crate::{
    error::{Error, Result},
    schema::{self, METHODS, escape, percent_decoded, unescape},
};

/// A chain of references longer than this is a circle. No real description has one of half this length.
pub const LONGEST_CHAIN: usize = 32;

/// The place that a reference of this document leads to, as a JSON pointer without references on the way, and what is there.
///
/// The value may be a reference itself.
///
/// # Errors
///
/// When the reference leaves the file, leads to nothing, or leads in a circle. The error names the nearest name that exists,
/// and has no place: only the caller knows where the reference is.
pub fn follow<'a>(document: &'a Value, reference: &str) -> Result<(String, &'a Value)> {
    follow_within(document, reference, LONGEST_CHAIN)
}

/// What a schema leads to, step by step: the last one that has no `next`, or the one where a circle is given up.
pub fn behind<'a>(start: &'a Value, mut next: impl FnMut(&'a Value) -> Option<&'a Value>) -> &'a Value {
    std::iter::successors(Some(start), |value| next(value)).take(LONGEST_CHAIN + 1).last().unwrap_or(start)
}

fn follow_within<'a>(document: &'a Value, reference: &str, left: usize) -> Result<(String, &'a Value)> {
    let Some(pointer) = reference.strip_prefix('#') else {
        return Err(Error::new(format!("`$ref: {reference}` leaves the file"))
            .remedy("bundle the description into one file first"));
    };
    let Some(left) = left.checked_sub(1) else {
        return Err(Error::new("`$ref`s run in a circle").remedy("break the circle by an overlay"));
    };
    let pointer = percent_decoded(pointer);
    let (mut place, mut value) = (String::new(), document);
    for token in pointer.split('/').skip(1) {
        let name = unescape(token);
        if member(value, &name).is_none()
            && let Some(other) = value.get("$ref").and_then(Value::as_str)
        {
            (place, value) = follow_within(document, other, left)?;
        }
        let Some(next) = member(value, &name) else {
            return Err(Error::new(format!("`$ref: {reference}` points to nothing"))
                .remedy(remedy(document, value, &place, &pointer, &name)));
        };
        (place, value) = (format!("{place}/{token}"), next);
    }
    Ok((place, value))
}

fn member<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    match value {
        Value::Object(members) => members.get(name),
        Value::Array(items) => items.get(name.parse::<usize>().ok()?),
        _ => None,
    }
}

/// What to do about a pointer that has no `name` at `place`.
fn remedy(document: &Value, parent: &Value, place: &str, pointer: &str, name: &str) -> String {
    let last = unescape(pointer.rsplit('/').next().unwrap_or_default());
    let component = schema::components(document).is_some_and(|components| components.contains_key(&last));
    let names = parent.as_object().into_iter().flat_map(serde_json::Map::keys);
    let meant = nearest(name, names).map(|near| format!("#{place}/{}", escape(near)));
    // The components of Swagger, and of documents that were put together by hand, are elsewhere.
    let meant = meant.or_else(|| component.then(|| format!("#/components/schemas/{}", escape(&last))));
    match meant {
        Some(meant) => {
            format!("correct the reference, in the description or by an overlay; the nearest name is `{meant}`")
        }
        None => "correct the reference, in the description or by an overlay".to_owned(),
    }
}

/// The name that is most like one, if one is like it at all.
#[must_use]
pub fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a String>) -> Option<&'a str> {
    let wanted = name.to_lowercase();
    let distance = |other: &str| edits(&wanted, &other.to_lowercase());
    let best =
        names.map(|other| (distance(other), other)).min_by_key(|(distance, other)| (*distance, (*other).clone()))?;
    let limit = (name.chars().count() / 3).max(1);
    (best.0 <= limit).then_some(best.1.as_str())
}

/// How many characters have to be added, left out or changed to make `other` of `one` (Levenshtein).
fn edits(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, a) in one.chars().enumerate() {
        let mut next = vec![index + 1];
        for (column, b) in other.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX - 1);
            let changed = at(&row, column) + usize::from(a != *b);
            next.push(changed.min(at(&row, column + 1) + 1).min(at(&next, column) + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// What is at a place of a document other than a schema; `None` for a schema, and for what has no rule.
#[must_use]
pub fn other_than_schema(pointer: &str) -> Option<&'static str> {
    let tokens: Vec<&str> = pointer.split('/').skip(1).collect();
    match tokens.as_slice() {
        [] => Some("the whole document"),
        [_] | ["components", _] => Some("a list"),
        ["components", "parameters", _] | ["paths", _, "parameters", _] | ["paths", _, _, "parameters", _] => {
            Some("a parameter")
        }
        ["components", "responses", _] | ["paths", _, _, "responses", _] => Some("a response"),
        ["components", "requestBodies", _] | ["paths", _, _, "requestBody"] => Some("a request body"),
        ["components", "headers", _] => Some("a header"),
        ["components", "examples", _] => Some("an example"),
        ["paths", _] => Some("a path"),
        ["paths", _, method] if METHODS.contains(method) => Some("an operation"),
        [.., "content", _] if tokens.len() > 3 && !tokens.contains(&"properties") => Some("a media type"),
        _ => None,
    }
}

/// Every reference that is to lead to a schema, with the JSON pointer of the schema that it is: in operations, and in all
/// kinds of components.
#[must_use]
pub fn schema_references(document: &Value) -> Vec<(String, String)> {
    let mut found = Found::default();
    for (path, item) in members(document, "paths") {
        found.path_item(&format!("/paths/{}", escape(path)), item);
    }
    let components = document.get("components").unwrap_or(&Value::Null);
    for (kind, members) in components.as_object().into_iter().flatten() {
        for (name, value) in members.as_object().into_iter().flatten() {
            let pointer = format!("/components/{kind}/{}", escape(name));
            match kind.as_str() {
                "schemas" => found.schema(&pointer, value),
                "parameters" | "headers" => found.parameter(&pointer, value),
                "requestBodies" | "responses" => found.body(&pointer, value),
                "pathItems" => found.path_item(&pointer, value),
                "callbacks" => found.callback(&pointer, value),
                _ => {}
            }
        }
    }
    found.0
}

/// Every `$ref` inside a value, in order of appearance.
#[must_use]
pub fn all(value: &Value) -> Vec<&str> {
    let mut found = Vec::new();
    let mut waiting = vec![value];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Object(members) => {
                found.extend(members.get("$ref").and_then(Value::as_str));
                waiting.extend(members.values().rev());
            }
            Value::Array(items) => waiting.extend(items.iter().rev()),
            _ => {}
        }
    }
    found
}

fn members<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    value.get(name).and_then(Value::as_object).into_iter().flatten()
}

#[derive(Default)]
struct Found(Vec<(String, String)>);

impl Found {
    fn path_item(&mut self, pointer: &str, item: &Value) {
        self.parameters(pointer, item);
        for method in METHODS {
            let Some(operation) = item.get(method) else { continue };
            let pointer = format!("{pointer}/{method}");
            self.parameters(&pointer, operation);
            if let Some(body) = operation.get("requestBody") {
                self.body(&format!("{pointer}/requestBody"), body);
            }
            for (status, response) in members(operation, "responses") {
                self.body(&format!("{pointer}/responses/{}", escape(status)), response);
            }
            for (name, callback) in members(operation, "callbacks") {
                self.callback(&format!("{pointer}/callbacks/{}", escape(name)), callback);
            }
        }
    }

    fn callback(&mut self, pointer: &str, callback: &Value) {
        for (url, item) in callback.as_object().into_iter().flatten() {
            self.path_item(&format!("{pointer}/{}", escape(url)), item);
        }
    }

    fn parameters(&mut self, pointer: &str, holder: &Value) {
        let parameters = holder.get("parameters").and_then(Value::as_array).into_iter().flatten();
        for (index, parameter) in parameters.enumerate() {
            self.parameter(&format!("{pointer}/parameters/{index}"), parameter);
        }
    }

    fn parameter(&mut self, pointer: &str, parameter: &Value) {
        if let Some(schema) = parameter.get("schema") {
            self.schema(&format!("{pointer}/schema"), schema);
        }
        self.content(pointer, parameter);
    }

    /// A request body or a response.
    fn body(&mut self, pointer: &str, body: &Value) {
        self.content(pointer, body);
        for (name, header) in members(body, "headers") {
            self.parameter(&format!("{pointer}/headers/{}", escape(name)), header);
        }
    }

    fn content(&mut self, pointer: &str, holder: &Value) {
        for (media_type, media) in members(holder, "content") {
            if let Some(schema) = media.get("schema") {
                self.schema(&format!("{pointer}/content/{}/schema", escape(media_type)), schema);
            }
        }
    }

    fn schema(&mut self, pointer: &str, schema: &Value) {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            self.0.push((pointer.to_owned(), reference.to_owned()));
        }
        for (token, child) in schema::children(schema) {
            self.schema(&format!("{pointer}/{token}"), child);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document() -> Value {
        let content = json!({"application/json": {"schema": {"type": "string"}}});
        json!({
            "paths": {"/a/{id}": {"get": {
                "parameters": [{"name": "q", "schema": {"$ref": "#/components/schemas/Pet"}}],
                "responses": {"200": {"$ref": "#/components/responses/Ok"}},
            }}},
            "components": {
                "responses": {"Ok": {"content": content}, "Round": {"$ref": "#/components/responses/Round/x"}},
                "schemas": {"Pet": {"properties": {"tag": {"$ref": "#/components/parameters/Tag/schema"}}}},
                "parameters": {"Tag": {"schema": {"type": "integer"}}},
            },
        })
    }

    #[test]
    fn a_reference_leads_through_other_references() {
        let document = document();
        for (reference, place, value) in [
            ("#/paths/~1a~1%7Bid%7D/get/parameters/0/name", "/paths/~1a~1{id}/get/parameters/0/name", json!("q")),
            (
                "#/paths/~1a~1{id}/get/responses/200/content/application~1json/schema/type",
                "/components/responses/Ok/content/application~1json/schema/type",
                json!("string"),
            ),
            (
                "#/components/schemas/Pet/properties/tag/type",
                "/components/parameters/Tag/schema/type",
                json!("integer"),
            ),
        ] {
            assert_eq!(follow(&document, reference).unwrap(), (place.to_owned(), &value), "{reference}");
        }
    }

    #[test]
    fn a_reference_to_nothing_names_the_nearest_name() {
        let document = document();
        for (reference, meant) in [
            ("#/components/schemas/Pett", Some("`#/components/schemas/Pet`")),
            ("#/component/schemas/Pet", Some("`#/components`")),
            ("#/definitions/Pet", Some("`#/components/schemas/Pet`")),
            ("#/components/schemas/Invoice", None),
        ] {
            let error = follow(&document, reference).unwrap_err().to_string();
            assert!(error.contains("points to nothing"), "{error}");
            assert_eq!(error.contains("the nearest name is"), meant.is_some(), "{error}");
            assert!(meant.is_none_or(|meant| error.contains(meant)), "{error}");
        }
        assert!(follow(&document, "other.yaml#/a").unwrap_err().to_string().contains("leaves the file"));
        let round = follow(&document, "#/components/responses/Round/y").unwrap_err().to_string();
        assert!(round.contains("circle"), "{round}");
    }

    #[test]
    fn references_are_found_in_all_components() {
        let found = schema_references(&document());
        let places: Vec<&str> = found.iter().map(|(place, _)| place.as_str()).collect();
        assert_eq!(places, ["/paths/~1a~1{id}/get/parameters/0/schema", "/components/schemas/Pet/properties/tag"]);
    }

    #[test]
    fn a_place_that_is_no_schema_has_a_name() {
        for (pointer, name) in [
            ("/components/parameters/Id", Some("a parameter")),
            ("/paths/~1a/get/parameters/0", Some("a parameter")),
            ("/components/parameters/Id/schema", None),
            ("/paths/~1a/get", Some("an operation")),
            ("/components/responses/Bad/content/application~1json", Some("a media type")),
            ("/components/schemas/A/properties/content/x", None),
            ("", Some("the whole document")),
            ("/paths", Some("a list")),
        ] {
            assert_eq!(other_than_schema(pointer), name, "{pointer}");
        }
    }
}
