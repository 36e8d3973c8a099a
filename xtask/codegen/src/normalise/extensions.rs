//! Members of the description that must not decide what code is generated: `x-` members, examples, titles.

use serde_json::{Map, Value};

use super::{Log, Pass, State, UPLOAD, hoisting::OPEN_ENUM, no_schema};
use document::{
    error::{Error, Result},
    keywords::ILLUSTRATIONS,
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "extensions",
    reason: "later passes leave `x-` members as notes to each other and progenitor obeys some of its own, so none from the file may be taken for one",
    run,
    holds,
};

/// The `x-` members that the description or an overlay may carry.
const PUBLIC: [&str; 3] = ["x-provenance", "x-sensitive", OPEN_ENUM];

/// What the pass says of everything that it removes.
const LEFT_OUT: &str = "left out";

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    if let Value::Object(root) = &mut state.document {
        clean(root, "", log);
        for (name, pointer) in [("info", "/info"), ("components", "/components"), ("paths", "/paths")] {
            clean_member(root, name, pointer, log);
        }
    }
    for (path, item) in state.document.get_mut("paths").and_then(Value::as_object_mut).into_iter().flatten() {
        if let Value::Object(item) = item {
            clean(item, &format!("/paths/{}", schema::escape(path)), log);
        }
    }
    schema::for_each_operation(&mut state.document, &mut |pointer, operation| {
        if let Value::Object(operation) = operation {
            clean_operation(operation, pointer, log);
        }
        Ok(())
    })?;
    schema::visit(&mut state.document, &mut |pointer, _, schema| {
        if let Value::Object(keywords) = schema {
            clean(keywords, pointer, log);
            // The title of a member of a union is its name.
            if !is_union_member(pointer) && keywords.shift_remove("title").is_some() {
                log.changed(format!("{pointer}/title"), LEFT_OUT);
            }
            // The upload format is a note of the pass `bodies`.
            if keywords.get("format").is_some_and(|format| format == UPLOAD) {
                keywords.shift_remove("format");
                log.changed(format!("{pointer}/format"), LEFT_OUT);
            }
        }
        Ok(())
    })?;
    Ok(())
}

fn clean_operation(operation: &mut Map<String, Value>, pointer: &str, log: &mut Log) {
    clean(operation, pointer, log);
    for (index, parameter) in
        operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten().enumerate()
    {
        if let Value::Object(parameter) = parameter {
            let pointer = format!("{pointer}/parameters/{index}");
            clean(parameter, &pointer, log);
            clean_content(parameter, &pointer, log);
        }
    }
    if let Some(Value::Object(body)) = operation.get_mut("requestBody") {
        let pointer = format!("{pointer}/requestBody");
        clean(body, &pointer, log);
        clean_content(body, &pointer, log);
    }
    clean_member(operation, "responses", &format!("{pointer}/responses"), log);
    for (status, response) in operation.get_mut("responses").and_then(Value::as_object_mut).into_iter().flatten() {
        if let Value::Object(response) = response {
            let pointer = format!("{pointer}/responses/{}", schema::escape(status));
            clean(response, &pointer, log);
            clean_content(response, &pointer, log);
        }
    }
}

fn clean_content(holder: &mut Map<String, Value>, pointer: &str, log: &mut Log) {
    for (media_type, media) in holder.get_mut("content").and_then(Value::as_object_mut).into_iter().flatten() {
        if let Value::Object(media) = media {
            clean(media, &format!("{pointer}/content/{}", schema::escape(media_type)), log);
        }
    }
}

fn clean_member(holder: &mut Map<String, Value>, name: &str, pointer: &str, log: &mut Log) {
    if let Some(Value::Object(member)) = holder.get_mut(name) {
        clean(member, pointer, log);
    }
}

/// Removes what means nothing, and texts that are not text.
fn clean(holder: &mut Map<String, Value>, pointer: &str, log: &mut Log) {
    holder.retain(|name, value| {
        let is_text = ["summary", "description"].contains(&name.as_str());
        let goes = is_foreign(name)
            || ILLUSTRATIONS.contains(&name.as_str())
            || is_text && !(value.is_string() || value.is_object());
        if goes {
            log.changed(format!("{pointer}/{}", schema::escape(name)), LEFT_OUT);
        }
        !goes
    });
}

fn is_foreign(name: &str) -> bool {
    name.starts_with("x-") && !PUBLIC.contains(&name)
}

/// Whether a pointer leads to a member of `oneOf` or `anyOf`.
fn is_union_member(pointer: &str) -> bool {
    let mut tokens = pointer.rsplit('/');
    let is_index = tokens.next().is_some_and(|token| token.bytes().all(|byte| byte.is_ascii_digit()));
    is_index && matches!(tokens.next(), Some("oneOf" | "anyOf"))
}

/// Later passes leave notes, so only what no pass leaves can be checked at the end too.
fn holds(document: &Value) -> Result<()> {
    for (pointer, operation) in schema::operations(document) {
        if let Some(name) = operation.as_object().into_iter().flat_map(Map::keys).find(|name| is_foreign(name)) {
            return Err(Error::new(format!("the operation still has `{name}`")).at_pointer(pointer));
        }
    }
    no_schema(document, &|schema| schema.get("example").map(|_| "a schema still has an example".to_owned()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::normalise::run_alone;

    #[test]
    fn only_public_marks_of_the_file_are_left() {
        let document = json!({
            "x-root": 1,
            "paths": {"x-path": 1, "/a": {"x-item": 1, "get": {
                "x-dropshot-websocket": {}, "x-provenance": "read", "externalDocs": 5, "description": 5, "summary": "kept",
                "parameters": [{"name": "x-id", "in": "header", "x-wire-name": "other", "x-delimiter": ";", "example": 1}],
                "responses": {"x-response": 1, "200": {"content": {"application/json": {"example": {}, "schema": {
                    "title": "Thing", "x-three-states": true, "x-enum-open": true, "format": "upload",
                    "properties": {"x-wire-name": {"type": "string"}, "example": {"x-sensitive": true, "default": {"x-a": 1}}},
                    "oneOf": [{"title": "Name", "x-direction": "request"}],
                }}}}},
            }}},
        });
        let (document, _) = run_alone(PASS, document).unwrap();
        let expected = json!({
            "paths": {"/a": {"get": {
                "x-provenance": "read", "summary": "kept",
                "parameters": [{"name": "x-id", "in": "header"}],
                "responses": {"200": {"content": {"application/json": {"schema": {
                    "x-enum-open": true,
                    "properties": {"x-wire-name": {"type": "string"}, "example": {"x-sensitive": true, "default": {"x-a": 1}}},
                    "oneOf": [{"title": "Name"}],
                }}}}},
            }}},
        });
        assert_eq!(document, expected);
    }

    #[test]
    fn a_title_names_a_union_member_only() {
        for (pointer, is_member) in [
            ("/components/schemas/A/oneOf/0", true),
            ("/components/schemas/A/anyOf/12", true),
            ("/components/schemas/A/properties/oneOf", false),
            ("/components/schemas/A/allOf/0", false),
            ("/components/schemas/A/properties/0", false),
        ] {
            assert_eq!(is_union_member(pointer), is_member, "{pointer}");
        }
    }
}
