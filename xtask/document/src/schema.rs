//! Walking the schemas of an OpenAPI document: where they stand, what is inside them, who refers to whom.

use std::{borrow::Cow, collections::BTreeSet};

use serde_json::{Map, Value};

use crate::{
    error::Result,
    keywords::{Subschemas, subschemas},
};

/// The HTTP methods that a path item may carry, in the order in which documents list them.
pub const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// Where a schema is used: what the caller sends, what the server returns, or a component that either may use.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Use {
    /// Below a parameter or a request body.
    Request,
    /// Below a response.
    Response,
    /// Below `#/components/schemas`.
    Component,
}

/// Escapes one reference token of a JSON pointer (RFC 6901).
#[must_use]
pub fn escape(token: &str) -> Cow<'_, str> {
    // Few tokens need it, and every walk over a description asks for all of them.
    if token.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        token.replace('~', "~0").replace('/', "~1").into()
    } else {
        token.into()
    }
}

/// A pointer in a URI fragment may be percent-encoded: `%7Bid%7D`.
#[must_use]
pub fn percent_decoded(pointer: &str) -> String {
    let mut bytes = Vec::with_capacity(pointer.len());
    let mut rest = pointer.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let hex = (first == b'%').then(|| tail.get(..2)).flatten().and_then(|digits| std::str::from_utf8(digits).ok());
        if let Some(byte) = hex.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            rest = tail.get(2..).unwrap_or_default();
        } else {
            bytes.push(first);
            rest = tail;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A reference token of a JSON pointer as it was before [`escape`].
#[must_use]
pub fn unescape(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

/// The component that `$ref` names, when it is of the form `#/components/schemas/NAME`.
#[must_use]
pub fn component_of(reference: &str) -> Option<&str> {
    reference.strip_prefix("#/components/schemas/").filter(|name| !name.contains('/'))
}

/// A schema that refers to the component `name`.
#[must_use]
pub fn reference_to(name: &str) -> Value {
    serde_json::json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// A visitor of schemas: gets the JSON pointer, the use, and the schema itself.
pub type Visitor<'a> = dyn FnMut(&str, Use, &mut Value) -> Result<()> + 'a;

/// Visits every schema of `document`, parents before children.
pub fn visit(document: &mut Value, visitor: &mut Visitor<'_>) -> Result<()> {
    visit_operations(document, visitor)?;
    if let Some(Value::Object(schemas)) = document.pointer_mut("/components/schemas") {
        for (name, schema) in schemas {
            let pointer = format!("/components/schemas/{}", escape(name));
            visit_below(&pointer, Use::Component, schema, visitor)?;
        }
    }
    Ok(())
}

/// Visits the schemas of operations only, not those of components.
pub fn visit_operations(document: &mut Value, visitor: &mut Visitor<'_>) -> Result<()> {
    for_each_operation(document, &mut |pointer, operation| {
        if let Some(Value::Array(parameters)) = operation.get_mut("parameters") {
            for (index, parameter) in parameters.iter_mut().enumerate() {
                if let Some(schema) = parameter.get_mut("schema") {
                    visit_below(&format!("{pointer}/parameters/{index}/schema"), Use::Request, schema, visitor)?;
                }
            }
        }
        if let Some(body) = operation.get_mut("requestBody") {
            visit_content(&format!("{pointer}/requestBody"), Use::Request, body, visitor)?;
        }
        if let Some(Value::Object(responses)) = operation.get_mut("responses") {
            for (status, response) in responses {
                visit_content(&format!("{pointer}/responses/{}", escape(status)), Use::Response, response, visitor)?;
            }
        }
        Ok(())
    })
}

fn visit_content(pointer: &str, usage: Use, holder: &mut Value, visitor: &mut Visitor<'_>) -> Result<()> {
    if let Some(Value::Object(content)) = holder.get_mut("content") {
        for (media_type, media) in content {
            if let Some(schema) = media.get_mut("schema") {
                visit_below(&format!("{pointer}/content/{}/schema", escape(media_type)), usage, schema, visitor)?;
            }
        }
    }
    Ok(())
}

/// Visits `schema` and all schemas inside it, parents before children.
pub fn visit_below(pointer: &str, usage: Use, schema: &mut Value, visitor: &mut Visitor<'_>) -> Result<()> {
    visitor(pointer, usage, schema)?;
    for (token, child) in children_mut(schema) {
        visit_below(&format!("{pointer}/{token}"), usage, child, visitor)?;
    }
    Ok(())
}

/// The direct sub-schemas of `schema`, each with its pointer relative to it.
pub fn children_mut(schema: &mut Value) -> Vec<(String, &mut Value)> {
    let mut children = Vec::new();
    let Value::Object(keywords) = schema else { return children };
    for (keyword, value) in keywords {
        match (subschemas(keyword), value) {
            (Some(Subschemas::Named), Value::Object(named)) => {
                children.extend(named.iter_mut().map(|(name, child)| (format!("{keyword}/{}", escape(name)), child)));
            }
            (Some(Subschemas::List), Value::Array(list)) => {
                children
                    .extend(list.iter_mut().enumerate().map(|(index, child)| (format!("{keyword}/{index}"), child)));
            }
            (Some(Subschemas::One), child @ Value::Object(_)) => children.push((keyword.clone(), child)),
            _ => {}
        }
    }
    children
}

/// Calls `f` with the JSON pointer of each operation and the operation.
pub fn for_each_operation(document: &mut Value, f: &mut dyn FnMut(&str, &mut Value) -> Result<()>) -> Result<()> {
    let Some(Value::Object(paths)) = document.get_mut("paths") else { return Ok(()) };
    for (path, item) in paths {
        for method in METHODS {
            if let Some(operation) = item.get_mut(method) {
                f(&format!("/paths/{}/{method}", escape(path)), operation)?;
            }
        }
    }
    Ok(())
}

/// A reader of schemas: gets the JSON pointer, the use, and the schema itself.
pub type Reader<'r, 'a> = dyn FnMut(&str, Use, &'a Value) + 'r;

/// Reads every schema of `document`, parents before children, in the order of [`visit`].
pub fn read<'a>(document: &'a Value, reader: &mut Reader<'_, 'a>) {
    for (pointer, usage, schema) in roots(document) {
        read_below(&pointer, usage, schema, reader);
    }
}

/// Reads the schemas of operations only, not those of components.
pub fn read_operations<'a>(document: &'a Value, reader: &mut Reader<'_, 'a>) {
    for (pointer, usage, schema) in roots_of_operations(document) {
        read_below(&pointer, usage, schema, reader);
    }
}

/// Reads `schema` and all schemas inside it, parents before children.
pub fn read_below<'a>(pointer: &str, usage: Use, schema: &'a Value, reader: &mut Reader<'_, 'a>) {
    reader(pointer, usage, schema);
    for (token, child) in children(schema) {
        read_below(&format!("{pointer}/{token}"), usage, child, reader);
    }
}

/// The first schema of `document` that `offends`, as its JSON pointer and what `offends` says of it.
pub fn find<T>(document: &Value, offends: &dyn Fn(&Value) -> Option<T>) -> Option<(String, T)> {
    roots(document).find_map(|(pointer, _, schema)| {
        let (below, found) = find_below(schema, offends)?;
        Some((pointer + &below, found))
    })
}

/// The schemas that are in no other schema.
fn roots(document: &Value) -> impl Iterator<Item = (String, Use, &Value)> {
    let components = components(document).into_iter().flatten();
    roots_of_operations(document).chain(
        components.map(|(name, schema)| (format!("/components/schemas/{}", escape(name)), Use::Component, schema)),
    )
}

fn roots_of_operations(document: &Value) -> impl Iterator<Item = (String, Use, &Value)> {
    operations(document).flat_map(|(pointer, operation)| {
        let mut roots = Vec::new();
        let parameters = operation.get("parameters").and_then(Value::as_array).into_iter().flatten();
        for (index, parameter) in parameters.enumerate() {
            let schema = parameter.get("schema");
            roots.extend(schema.map(|schema| (format!("{pointer}/parameters/{index}/schema"), Use::Request, schema)));
        }
        if let Some(body) = operation.get("requestBody") {
            roots.extend(roots_of_content(&format!("{pointer}/requestBody"), Use::Request, body));
        }
        for (status, response) in operation.get("responses").and_then(Value::as_object).into_iter().flatten() {
            let pointer = format!("{pointer}/responses/{}", escape(status));
            roots.extend(roots_of_content(&pointer, Use::Response, response));
        }
        roots
    })
}

fn roots_of_content<'a>(
    pointer: &str,
    usage: Use,
    holder: &'a Value,
) -> impl Iterator<Item = (String, Use, &'a Value)> {
    let content = holder.get("content").and_then(Value::as_object).into_iter().flatten();
    content.filter_map(move |(media_type, media)| {
        Some((format!("{pointer}/content/{}/schema", escape(media_type)), usage, media.get("schema")?))
    })
}

fn find_below<T>(schema: &Value, offends: &dyn Fn(&Value) -> Option<T>) -> Option<(String, T)> {
    if let Some(found) = offends(schema) {
        return Some((String::new(), found));
    }
    children(schema).find_map(|(token, child)| {
        let (below, found) = find_below(child, offends)?;
        Some((format!("/{token}{below}"), found))
    })
}

/// The direct sub-schemas of `schema`, each with its pointer relative to it.
pub fn children(schema: &Value) -> impl Iterator<Item = (String, &Value)> {
    schema.as_object().into_iter().flatten().flat_map(|(keyword, value)| match (subschemas(keyword), value) {
        (Some(Subschemas::Named), Value::Object(named)) => {
            named.iter().map(|(name, child)| (format!("{keyword}/{}", escape(name)), child)).collect()
        }
        (Some(Subschemas::List), Value::Array(list)) => {
            list.iter().enumerate().map(|(index, child)| (format!("{keyword}/{index}"), child)).collect()
        }
        (Some(Subschemas::One), child @ Value::Object(_)) => vec![(keyword.clone(), child)],
        _ => Vec::new(),
    })
}

/// Each operation with its JSON pointer.
pub fn operations(document: &Value) -> impl Iterator<Item = (String, &Value)> {
    document.get("paths").and_then(Value::as_object).into_iter().flatten().flat_map(|(path, item)| {
        METHODS.iter().filter_map(move |method| {
            let operation = item.get(*method)?;
            Some((format!("/paths/{}/{method}", escape(path)), operation))
        })
    })
}

/// All component names that `value` refers to, in order of appearance.
#[must_use]
pub fn references(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect_references(value, &mut found);
    found
}

fn collect_references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                match (key.as_str(), member) {
                    ("$ref", Value::String(reference)) => found.extend(component_of(reference).map(str::to_owned)),
                    _ => collect_references(member, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect_references(item, found)),
        _ => {}
    }
}

/// The components that `roots` lead to, themselves included; names that no component has lead nowhere.
#[must_use]
pub fn reachable(document: &Value, roots: Vec<String>) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut waiting = roots;
    while let Some(name) = waiting.pop() {
        if let Some(component) = components(document).and_then(|components| components.get(&name))
            && reached.insert(name)
        {
            waiting.extend(references(component));
        }
    }
    reached
}

/// The components of `document`, empty when there are none.
#[must_use]
pub fn components(document: &Value) -> Option<&Map<String, Value>> {
    document.pointer("/components/schemas")?.as_object()
}

/// The components of `document`, made when there are none.
pub fn components_mut(document: &mut Value) -> Option<&mut Map<String, Value>> {
    document
        .as_object_mut()?
        .entry("components")
        .or_insert_with(|| Value::Object(Map::new()))
        .as_object_mut()?
        .entry("schemas")
        .or_insert_with(|| Value::Object(Map::new()))
        .as_object_mut()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_schema_is_visited_once() {
        let mut document = json!({
            "paths": {"/a/{b}": {"post": {
                "parameters": [{"name": "b", "in": "path", "schema": {"type": "string"}}],
                "requestBody": {"content": {"application/json": {"schema": {"items": {"type": "number"}}}}},
                "responses": {"200": {"content": {"application/json": {"schema": {"properties": {"x/y": {}}}}}}},
            }}},
            "components": {"schemas": {"T": {"oneOf": [{"$ref": "#/components/schemas/U"}]}, "U": {}}},
        });
        let mut seen = Vec::new();
        visit(&mut document, &mut |pointer, usage, _| {
            seen.push((pointer.to_owned(), usage));
            Ok(())
        })
        .unwrap();
        let operation = "/paths/~1a~1{b}/post";
        assert_eq!(
            seen,
            [
                (format!("{operation}/parameters/0/schema"), Use::Request),
                (format!("{operation}/requestBody/content/application~1json/schema"), Use::Request),
                (format!("{operation}/requestBody/content/application~1json/schema/items"), Use::Request),
                (format!("{operation}/responses/200/content/application~1json/schema"), Use::Response),
                (format!("{operation}/responses/200/content/application~1json/schema/properties/x~1y"), Use::Response),
                ("/components/schemas/T".to_owned(), Use::Component),
                ("/components/schemas/T/oneOf/0".to_owned(), Use::Component),
                ("/components/schemas/U".to_owned(), Use::Component),
            ]
        );
        let mut read_places = Vec::new();
        read(&document, &mut |pointer, usage, _| read_places.push((pointer.to_owned(), usage)));
        assert_eq!(read_places, seen);
        for (pointer, _) in &seen {
            assert!(document.pointer(pointer).is_some(), "{pointer} is no pointer into the document");
        }
        assert_eq!(references(&document), ["U"]);
    }

    #[test]
    fn circles_of_components_are_visited_once() {
        let reference = |name: &str| json!({ "items": reference_to(name) });
        let document = json!({"components": {"schemas": {"A": reference("B"), "B": reference("A"), "C": reference("Gone"), "D": {}}}});
        let reached = reachable(&document, vec!["A".to_owned(), "C".to_owned(), "Missing".to_owned()]);
        assert_eq!(reached.into_iter().collect::<Vec<_>>(), ["A", "B", "C"]);
    }

    #[test]
    fn a_token_comes_back_from_its_escaped_form() {
        for token in ["a/b", "a~b", "~1", "/~0"] {
            assert_eq!(unescape(&escape(token)), token);
        }
    }
}
