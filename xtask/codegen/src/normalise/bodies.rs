//! Bodies in the media types that the client can write and read.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Log, Pass, State, for_each_operation};
use document::{
    error::{Error, Result},
    reference::LONGEST_CHAIN,
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "bodies",
    reason: "progenitor takes one media type a body, knows few of them, and refuses JSON without a schema",
    run,
    holds,
};

const JSON: &str = "application/json";
const RAW: &str = "application/octet-stream";
const MULTIPART: &str = "multipart/form-data";

/// The format of a string that is a file of a body in parts.
pub(crate) const UPLOAD: &str = "upload";
/// The media types that the description wants for parts, by the name of the part.
pub(super) const PART_TYPES: &str = "x-part-types";

/// How a request body is written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Encoding {
    /// JSON under another name than `application/json`.
    Json {
        /// The media type that is sent.
        content_type: String,
    },
    /// `application/x-www-form-urlencoded`.
    Form {
        /// Field → how it is written, where the description says so.
        fields: BTreeMap<String, FormField>,
    },
    /// `multipart/form-data`.
    Multipart,
    /// Bytes that the caller makes.
    Raw {
        /// The media type that is sent.
        content_type: String,
    },
}

/// How a field of a form is written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum FormField {
    /// A list or an object as one text, with this between its values.
    Delimited(String),
    /// The fields of an object as fields of the form.
    Exploded,
    /// As JSON.
    Json,
}

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    let mut encodings = BTreeMap::new();
    for_each_operation(&mut state.document, &mut |components, pointer, operation| {
        let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default().to_owned();
        let Value::Object(members) = operation else { return Ok(()) };
        let at = format!("{pointer}/requestBody");
        if let Some(body) = members.get_mut("requestBody") {
            match request(body, components).map_err(|error| error.operation(&id).at_pointer(&at))? {
                Request::None => {
                    members.shift_remove("requestBody");
                    log.changed(at, "left out: it has no content");
                }
                Request::PlainJson => {}
                Request::Encoded(encoding) => {
                    log.changed(at, format!("sent as {encoding:?}"));
                    encodings.insert(id.clone(), encoding);
                }
            }
        }
        let responses = members.entry("responses").or_insert_with(|| json!({}));
        for (status, response) in responses.as_object_mut().into_iter().flatten() {
            if has_no_body(pointer, status)
                && response.as_object_mut().is_some_and(|response| response.shift_remove("content").is_some())
            {
                let at = format!("{pointer}/responses/{}", schema::escape(status));
                log.changed(at, "its content is left out: such a response has none");
            }
            if let Some(what) = keep_one_body(response) {
                log.changed(format!("{pointer}/responses/{}", schema::escape(status)), what);
            }
        }
        Ok(())
    })?;
    state.encodings = encodings;
    Ok(())
}

/// Whether HTTP allows no content in a response, whatever a description says.
fn has_no_body(operation: &str, status: &str) -> bool {
    status.starts_with('1') || ["204", "205", "304"].contains(&status) || operation.ends_with("/head")
}

/// `application/json; charset=utf-8` → `application/json`.
fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence == JSON || essence == "text/json" || essence.ends_with("+json")
}

enum Request {
    None,
    PlainJson,
    Encoded(Encoding),
}

fn request(body: &mut Value, components: &Map<String, Value>) -> Result<Request> {
    let Some(Value::Object(content)) = body.get_mut("content") else { return Ok(Request::None) };
    let pick = |wanted: &dyn Fn(&str) -> bool| {
        content.iter().find(|(name, _)| wanted(name)).map(|(name, media)| (name.clone(), media.clone()))
    };
    let plain = pick(&|name| essence(name) == JSON);
    let (kept, media, outcome) = if let Some((_, media)) = plain {
        (JSON, media, Request::PlainJson)
    } else if let Some((name, media)) = pick(&|name| is_json(name)) {
        (JSON, media, Request::Encoded(Encoding::Json { content_type: essence(&name) }))
    } else if let Some((_, media)) = pick(&|name| essence(name) == "application/x-www-form-urlencoded") {
        let fields = form_fields(&media, components);
        (JSON, media, Request::Encoded(Encoding::Form { fields }))
    } else if let Some((_, media)) = pick(&|name| name == "*/*" || name == "application/*") {
        (JSON, media, Request::PlainJson)
    } else if let Some((_, media)) = pick(&|name| essence(name) == MULTIPART) {
        let encoding = media.get("encoding").cloned().unwrap_or_default();
        let mut schema = media.get("schema").cloned().unwrap_or_else(|| json!({}));
        in_parts(&mut schema, components, &encoding);
        (JSON, json!({ "schema": schema }), Request::Encoded(Encoding::Multipart))
    } else if let Some((name, media)) = pick(&|name| !essence(name).starts_with("multipart/")) {
        (RAW, media, Request::Encoded(Encoding::Raw { content_type: essence(&name) }))
    } else if content.is_empty() {
        return Ok(Request::None);
    } else {
        let names: Vec<&str> = content.keys().map(String::as_str).collect();
        return Err(Error::new(format!(
            "a body in parts can be sent as {MULTIPART} only, not as {}",
            names.join(", ")
        ))
        .remedy("leave the operation out, or describe another media type, by an overlay"));
    };
    *content = one(kept, media);
    Ok(outcome)
}

/// How the description wants fields of a form to be written; those that it says nothing of are left out.
fn form_fields(media: &Value, components: &Map<String, Value>) -> BTreeMap<String, FormField> {
    let shape = media.get("schema").map(|schema| component(schema, components).unwrap_or(schema));
    let is_object = |name: &str| {
        let property = shape.and_then(|shape| shape.get("properties")?.get(name));
        let property = property.map(|property| component(property, components).unwrap_or(property));
        property.is_some_and(|property| property.get("type").is_some_and(|kind| kind == "object"))
    };
    let encoding = media.get("encoding").and_then(Value::as_object).into_iter().flatten();
    let field = |(name, encoding): (&String, &Value)| {
        let text = |keyword: &str| encoding.get(keyword).and_then(Value::as_str);
        let explode = encoding.get("explode").and_then(Value::as_bool);
        let delimited = |delimiter: &str| Some(FormField::Delimited(delimiter.to_owned()));
        let field = match (text("style"), explode) {
            (Some("spaceDelimited"), _) => delimited(" "),
            (Some("pipeDelimited"), _) => delimited("|"),
            (Some("form") | None, Some(false)) => delimited(","),
            (Some("form"), _) if is_object(name) => Some(FormField::Exploded),
            // A style wins over a media type.
            (None, None) if text("contentType").is_some_and(is_json) => Some(FormField::Json),
            _ => None,
        };
        Some((name.clone(), field?))
    };
    encoding.filter_map(field).collect()
}

/// Marks the files among the fields of a body that is sent in parts, and the media types that the description wants. A shape
/// that such a body refers to may be sent as JSON elsewhere, so this one gets a copy. This walk through `allOf` puts the copies in
/// place of the references, so that it can write into them.
fn in_parts(schema: &mut Value, components: &Map<String, Value>, encoding: &Value) {
    let mut depth = 0;
    while let Some(component) = component(schema, components).filter(|_| depth < LONGEST_CHAIN) {
        *schema = component.clone();
        depth += 1;
    }
    for part in schema.get_mut("allOf").and_then(Value::as_array_mut).into_iter().flatten() {
        if depth < LONGEST_CHAIN && !refers_to_itself(part, components) {
            in_parts(part, components, encoding);
        }
    }
    let mut part_types = Map::new();
    for (name, property) in schema.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
        let is_file = |schema: &Value| {
            let schema = component(schema, components).unwrap_or(schema);
            schema.get("type").and_then(Value::as_str) == Some("string")
                && schema.get("format").and_then(Value::as_str) == Some("binary")
        };
        if is_file(property) {
            *property = as_upload(component(property, components).unwrap_or(property));
        } else if let Some(items) = property.get_mut("items").filter(|items| is_file(items)) {
            *items = as_upload(component(items, components).unwrap_or(items));
        }
        // Of a list of types, the caller's file is one: which, only the caller knows.
        let content_type = encoding.pointer(&format!("/{}/contentType", schema::escape(name))).and_then(Value::as_str);
        if let Some(content_type) = content_type.filter(|text| !text.contains([',', '*'])) {
            part_types.insert(name.clone(), json!(content_type));
        }
    }
    if let (false, Value::Object(keywords)) = (part_types.is_empty(), schema) {
        keywords.insert(PART_TYPES.to_owned(), Value::Object(part_types));
    }
}

fn component<'a>(schema: &Value, components: &'a Map<String, Value>) -> Option<&'a Value> {
    components.get(schema.get("$ref").and_then(Value::as_str).and_then(schema::component_of)?)
}

fn refers_to_itself(part: &Value, components: &Map<String, Value>) -> bool {
    let Some(name) = part.get("$ref").and_then(Value::as_str).and_then(schema::component_of) else { return false };
    let document = json!({"components": {"schemas": components}});
    let inside = components.get(name).map(schema::references).unwrap_or_default();
    schema::reachable(&document, inside).contains(name)
}

fn as_upload(schema: &Value) -> Value {
    let mut upload = json!({"type": "string", "format": UPLOAD});
    if let Some(description) = schema.get("description") {
        upload["description"] = description.clone();
    }
    upload
}

/// Keeps one body of a response; says what it did, if it did anything.
fn keep_one_body(response: &mut Value) -> Option<String> {
    let Value::Object(response) = response else { return None };
    for name in ["headers", "links"] {
        response.shift_remove(name);
    }
    if !response.get("description").is_some_and(Value::is_string) {
        response.insert("description".to_owned(), json!(""));
    }
    let Some(Value::Object(content)) = response.get_mut("content") else { return None };
    if content.is_empty() {
        response.shift_remove("content");
        return None;
    }
    let first = |wanted: &dyn Fn(&str) -> bool| {
        content.iter().find(|(name, _)| wanted(name)).map(|(name, media)| (name.clone(), media.clone()))
    };
    let json = first(&|name| essence(name) == JSON).or_else(|| first(&is_json)).or_else(|| {
        first(&|name| name == "*/*" || name == "application/*").filter(|(_, media)| {
            media.get("schema").is_some_and(|schema| schema.get("format").and_then(Value::as_str) != Some("binary"))
        })
    });
    let before = content.clone();
    *content = match json {
        Some((_, media)) => one(JSON, media),
        None => one(RAW, json!({})),
    };
    (*content != before).then(|| format!("read as {}", content.keys().next().map_or("", String::as_str)))
}

/// A content of one media type; raw bytes have the one schema that progenitor takes.
fn one(media_type: &str, media: Value) -> Map<String, Value> {
    let mut kept = Map::new();
    let schema = if media_type == RAW {
        json!({ "type": "string", "format": "binary" })
    } else {
        media.get("schema").cloned().unwrap_or_else(|| json!({}))
    };
    kept.insert(media_type.to_owned(), json!({ "schema": schema }));
    kept
}

fn holds(document: &Value) -> Result<()> {
    schema::operations(document).try_for_each(|(pointer, operation)| {
        let bodies = operation
            .get("requestBody")
            .into_iter()
            .chain(operation.get("responses").and_then(Value::as_object).into_iter().flat_map(Map::values));
        for content in bodies.filter_map(|body| body.get("content")?.as_object()) {
            let known = content.len() == 1
                && content
                    .iter()
                    .all(|(name, media)| [JSON, RAW].contains(&name.as_str()) && media.get("schema").is_some());
            if !known {
                return Err(Error::new("a body has a media type that the client does not know").at_pointer(pointer));
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(operation: Value) -> Result<(Value, Option<Encoding>)> {
        let mut operation = operation;
        operation["operationId"] = json!("a");
        let mut state = State::new(json!({"paths": {"/a": {"post": operation}}}));
        run(&mut state, &mut Log::default())?;
        holds(&state.document)?;
        Ok((state.document["paths"]["/a"]["post"].clone(), state.encodings.remove("a")))
    }

    fn body(content: Value) -> Result<(Value, Option<Encoding>)> {
        rewritten(json!({"requestBody": {"content": content}}))
            .map(|(operation, encoding)| (operation["requestBody"]["content"].clone(), encoding))
    }

    #[test]
    fn json_is_preferred_and_keeps_its_schema() {
        let schema = json!({"type": "string"});
        let (content, encoding) = body(
            json!({"multipart/form-data": {}, "application/json; charset=utf-8": {"schema": schema, "example": "x"}}),
        )
        .unwrap();
        assert_eq!((content, encoding), (json!({"application/json": {"schema": schema}}), None));
        let (content, encoding) = body(json!({"application/merge-patch+json": {}})).unwrap();
        assert_eq!(content, json!({"application/json": {"schema": {}}}));
        assert_eq!(encoding, Some(Encoding::Json { content_type: "application/merge-patch+json".to_owned() }));
    }

    #[test]
    fn forms_and_bytes_are_sent_under_their_own_names() {
        assert_eq!(
            body(json!({"application/x-www-form-urlencoded": {"schema": {}}})).unwrap().1,
            Some(Encoding::Form { fields: BTreeMap::new() })
        );
        let (content, encoding) = body(json!({"text/csv": {"schema": {"type": "string", "maxLength": 3}}})).unwrap();
        assert_eq!(content, json!({"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}));
        assert_eq!(encoding, Some(Encoding::Raw { content_type: "text/csv".to_owned() }));
    }

    #[test]
    fn fields_of_a_form_are_written_as_described() {
        let schema = json!({"properties": {"o": {"type": "object"}, "l": {"type": "array"}}});
        let encoding = json!({
            "o": {"style": "form"}, "l": {"explode": false}, "p": {"style": "pipeDelimited"},
            "j": {"contentType": "application/json"}, "d": {"style": "deepObject"}, "plain": {"style": "form", "explode": true},
        });
        let media = json!({"schema": schema, "encoding": encoding});
        let delimited = |text: &str| FormField::Delimited(text.to_owned());
        let expected =
            [("j", FormField::Json), ("l", delimited(",")), ("o", FormField::Exploded), ("p", delimited("|"))];
        let fields = form_fields(&media, &Map::new());
        assert_eq!(fields, expected.map(|(name, field)| (name.to_owned(), field)).into());
    }

    #[test]
    fn an_unwritable_body_names_its_operation() {
        let error = body(json!({"multipart/mixed": {}})).unwrap_err().to_string();
        assert!(
            error.contains("not as multipart/mixed")
                && error.contains("/paths/~1a/post/requestBody")
                && error.contains("operation a"),
            "{error}"
        );
    }

    #[test]
    fn files_in_parts_are_marked_in_a_copy() {
        let file = json!({"type": "string", "format": "binary", "maxLength": 3, "description": "The scan."});
        let letter = json!({"type": "object", "properties": {
            "scan": file, "pages": {"type": "array", "items": schema::reference_to("Page")}, "notes": {"type": "object"}, "title": {"type": "string"},
        }});
        let content = json!({"multipart/form-data": {
            "schema": schema::reference_to("Letter"),
            "encoding": {"notes": {"contentType": "application/xml"}, "scan": {"contentType": "image/png, image/gif"}},
        }});
        let mut state = State::new(json!({
            "paths": {"/a": {"post": {"operationId": "a", "requestBody": {"content": content}}}},
            "components": {"schemas": {"Letter": letter, "Page": file}},
        }));
        run(&mut state, &mut Log::default()).unwrap();
        let schema = &state.document["paths"]["/a"]["post"]["requestBody"]["content"]["application/json"]["schema"];
        let upload = json!({"type": "string", "format": "upload", "description": "The scan."});
        assert_eq!(schema["properties"]["scan"], upload);
        assert_eq!(schema["properties"]["pages"]["items"], upload);
        assert_eq!(schema["x-part-types"], json!({"notes": "application/xml"}));
        assert_eq!(state.document["components"]["schemas"]["Letter"], letter);
        assert_eq!(state.encodings["a"], Encoding::Multipart);
    }

    #[test]
    fn responses_are_json_or_bytes() {
        let responses = json!({"responses": {
            "200": {"content": {"application/pdf": {}, "application/fhir+json": {"schema": {"type": "object"}}}, "headers": {"X": {}}},
            "201": {"content": {"text/csv": {"schema": {"type": "string"}}}},
            "202": {"content": {}},
            "204": {"content": {"application/json": {"schema": {"type": "object"}}}},
        }});
        let (operation, _) = rewritten(responses).unwrap();
        assert_eq!(
            operation["responses"],
            json!({
                "200": {"content": {"application/json": {"schema": {"type": "object"}}}, "description": ""},
                "201": {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}, "description": ""},
                "202": {"description": ""},
                "204": {"description": ""},
            })
        );
    }
}
