//! Refuses a description whose parts are not what OpenAPI says they are: nothing could be told of them.

use serde_json::Value;

use super::resolve::members;
use document::Document;
use document::error::{Error, Result};
use document::schema::{METHODS, escape};

/// Checks that paths, operations and what they hold are objects and lists where they have to be.
pub(super) fn check(name: &str, document: &Document) -> Result<()> {
    let refuse = |pointer: String, wanted: &str| {
        let line = document.lines.nearest(&pointer);
        let error = Error::new(format!("this has to be {wanted}")).file(name).line(line).at_pointer(pointer);
        Err(error.remedy("correct the description, or ask its publisher to"))
    };
    let root = &document.value;
    for key in ["info", "paths", "webhooks", "components"] {
        if root.get(key).is_some_and(|part| !part.is_object()) {
            return refuse(format!("/{key}"), "an object");
        }
    }
    for key in ["servers", "security", "tags"] {
        if root.get(key).is_some_and(|part| !part.is_array()) {
            return refuse(format!("/{key}"), "a list");
        }
    }
    for (section, parts) in members(root.get("components")).filter(|(section, _)| !section.starts_with("x-")) {
        if !parts.is_object() {
            return refuse(format!("/components/{}", escape(section)), "an object");
        }
        for (part, value) in members(Some(parts)) {
            let is_schema = section == "schemas" && value.is_boolean();
            if !value.is_object() && !is_schema && section != "examples" {
                return refuse(format!("/components/{}/{}", escape(section), escape(part)), "an object");
            }
        }
    }
    for key in ["paths", "webhooks"] {
        for (path, item) in members(root.get(key)).filter(|(path, _)| !path.starts_with("x-")) {
            let pointer = format!("/{key}/{}", escape(path));
            if let Err((below, wanted)) = path_item(item) {
                return refuse(format!("{pointer}{below}"), wanted);
            }
        }
    }
    for (name, item) in members(root.pointer("/components/pathItems")) {
        if let Err((below, wanted)) = path_item(item) {
            return refuse(format!("/components/pathItems/{}{below}", escape(name)), wanted);
        }
    }
    Ok(())
}

type Refused = (String, &'static str);

fn path_item(item: &Value) -> std::result::Result<(), Refused> {
    if !item.is_object() {
        return Err((String::new(), "an object"));
    }
    parameters(item, "")?;
    for method in METHODS {
        if let Some(value) = item.get(method) {
            operation(value).map_err(|(below, wanted)| (format!("/{method}{below}"), wanted))?;
        }
    }
    Ok(())
}

fn operation(operation: &Value) -> std::result::Result<(), Refused> {
    if !operation.is_object() {
        return Err((String::new(), "an object"));
    }
    parameters(operation, "")?;
    for key in ["requestBody", "responses", "callbacks"] {
        if operation.get(key).is_some_and(|part| !part.is_object()) {
            return Err((format!("/{key}"), "an object"));
        }
    }
    for key in ["tags", "security", "servers"] {
        if operation.get(key).is_some_and(|part| !part.is_array()) {
            return Err((format!("/{key}"), "a list"));
        }
    }
    if let Some(body) = operation.get("requestBody") {
        content(body).map_err(|(below, wanted)| (format!("/requestBody{below}"), wanted))?;
    }
    for (status, response) in members(operation.get("responses")).filter(|(status, _)| !status.starts_with("x-")) {
        let place = format!("/responses/{}", escape(status));
        if !response.is_object() {
            return Err((place, "an object"));
        }
        content(response).map_err(|(below, wanted)| (format!("{place}{below}"), wanted))?;
    }
    Ok(())
}

fn parameters(holder: &Value, place: &str) -> std::result::Result<(), Refused> {
    let Some(list) = holder.get("parameters") else { return Ok(()) };
    let Some(list) = list.as_array() else { return Err((format!("{place}/parameters"), "a list")) };
    for (index, parameter) in list.iter().enumerate() {
        if !parameter.is_object() {
            return Err((format!("{place}/parameters/{index}"), "an object"));
        }
        schema(parameter).map_err(|(below, wanted)| (format!("{place}/parameters/{index}{below}"), wanted))?;
    }
    Ok(())
}

fn content(holder: &Value) -> std::result::Result<(), Refused> {
    if holder.get("content").is_some_and(|content| !content.is_object()) {
        return Err(("/content".to_owned(), "an object"));
    }
    for (name, media) in members(holder.get("content")) {
        let place = format!("/content/{}", escape(name));
        if !media.is_object() {
            return Err((place, "an object"));
        }
        schema(media).map_err(|(below, wanted)| (format!("{place}{below}"), wanted))?;
    }
    Ok(())
}

fn schema(holder: &Value) -> std::result::Result<(), Refused> {
    match holder.get("schema") {
        Some(schema) if !schema.is_object() && !schema.is_boolean() => Err(("/schema".to_owned(), "an object")),
        _ => Ok(()),
    }
}
