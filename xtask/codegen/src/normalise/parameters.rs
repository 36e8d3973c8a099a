//! Parameters in the forms that the client can send.

use heck::ToSnakeCase;
use serde_json::{Map, Value, json};

use super::{Pass, State};
use document::{
    error::{Error, Result},
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "parameters",
    reason: "progenitor refuses some forms of parameters, sends others wrongly, and names two of one operation alike",
    run,
    holds,
};

/// The name on the wire of a parameter or property that goes by another name in Rust.
pub(super) const WIRE_NAME: &str = "x-wire-name";

/// What stands between the values of a list that is sent as one text.
pub(super) const DELIMITER: &str = "x-delimiter";

/// Headers that the transport or the body decides.
const OF_THE_TRANSPORT: [&str; 3] = ["authorization", "accept", "content-type"];

fn run(state: &mut State) -> Result<()> {
    let source = state.document.clone();
    let credentials = state.credential_names.clone();
    let mut changes = Vec::new();
    let mut note = |pointer: &str, what: String| changes.push((pointer.to_owned(), what));
    schema::for_each_operation(&mut state.document, &mut |pointer, operation| {
        let path = path_of(pointer);
        let has_body = operation.get("requestBody").is_some();
        let Value::Object(members) = operation else { return Ok(()) };
        let given = match members.shift_remove("parameters") {
            None => Vec::new(),
            Some(Value::Array(list)) => list,
            Some(_) => return Err(Error::new("`parameters` is not a list").at_pointer(format!("{pointer}/parameters"))),
        };
        let mut kept: Vec<Map<String, Value>> = Vec::new();
        for (index, parameter) in given.into_iter().enumerate() {
            let at = format!("{pointer}/parameters/{index}");
            let Value::Object(parameter) = parameter else {
                return Err(Error::new("a parameter is not an object").at_pointer(at));
            };
            for parameter in sendable(&source, &credentials, parameter, &at, &mut note)? {
                if kept
                    .iter()
                    .any(|other| other.get("name") == parameter.get("name") && other.get("in") == parameter.get("in"))
                {
                    note(&at, "left out: it is declared twice".to_owned());
                } else {
                    kept.push(parameter);
                }
            }
        }
        agree_with_path(&path, pointer, &mut kept, &mut note);
        tell_apart(has_body, pointer, &mut kept, &mut note);
        if !kept.is_empty() {
            members.insert("parameters".to_owned(), Value::Array(kept.into_iter().map(Value::Object).collect()));
        }
        Ok(())
    })?;
    for (pointer, what) in changes {
        state.changed(pointer, what);
    }
    Ok(())
}

fn path_of(pointer: &str) -> String {
    let rest = pointer.strip_prefix("/paths/").unwrap_or(pointer);
    schema::unescape(rest.rsplit_once('/').map_or(rest, |(path, _)| path))
}

fn text<'a>(parameter: &'a Map<String, Value>, name: &str) -> &'a str {
    parameter.get(name).and_then(Value::as_str).unwrap_or_default()
}

type Note<'a> = dyn FnMut(&str, String) + 'a;

/// The parameter as the client can send it: none, itself, or one for each property of an object.
fn sendable(
    source: &Value,
    credentials: &[String],
    mut parameter: Map<String, Value>,
    at: &str,
    note: &mut Note<'_>,
) -> Result<Vec<Map<String, Value>>> {
    let (name, location) = (text(&parameter, "name").to_owned(), text(&parameter, "in").to_owned());
    let lower = name.to_ascii_lowercase();
    let of_transport = location == "header" && OF_THE_TRANSPORT.contains(&lower.as_str());
    if location == "cookie" {
        note(at, "left out: the client keeps no cookies".to_owned());
        return Ok(Vec::new());
    }
    if of_transport || credentials.contains(&format!("{location} {lower}")) {
        note(at, "left out: credentials and transport set it".to_owned());
        return Ok(Vec::new());
    }
    if name.is_empty() && ["query", "header"].contains(&location.as_str()) {
        note(at, "left out: it has no name".to_owned());
        return Ok(Vec::new());
    }
    if name.is_empty() || !["path", "query", "header"].contains(&location.as_str()) {
        return Err(Error::new("a parameter has no name or no place")
            .at_pointer(at)
            .remedy("correct it by an overlay"));
    }
    let style = text(&parameter, "style").to_owned();
    let explode = parameter.get("explode").and_then(Value::as_bool);
    for keyword in ["style", "explode", "allowReserved", "allowEmptyValue", "example", "examples", "deprecated"] {
        parameter.shift_remove(keyword);
    }
    if parameter.shift_remove("content").is_some() {
        parameter.insert("schema".to_owned(), json!({ "type": "string" }));
        note(at, "sent as text that the caller writes".to_owned());
    }
    let schema = parameter.entry("schema").or_insert_with(|| json!({ "type": "string" })).clone();
    let shape = followed(source, &schema);
    let kind = text(&shape, "type").to_owned();
    if location == "query" {
        if let Some(Value::Object(properties)) = shape.get("properties") {
            note(at, "its properties become parameters".to_owned());
            return Ok(expanded(&parameter, properties, &shape, &name, style == "deepObject"));
        }
        let delimiter = match (kind.as_str(), style.as_str(), explode) {
            ("array", "pipeDelimited", _) => Some("|"),
            ("array", "spaceDelimited", _) => Some(" "),
            ("array", _, Some(false)) => Some(","),
            _ => None,
        };
        if let Some(delimiter) = delimiter {
            parameter.insert(DELIMITER.to_owned(), json!(delimiter));
            note(at, "its values are sent as one text".to_owned());
        }
        if style == "deepObject" {
            parameter.insert("schema".to_owned(), json!({ "type": "string" }));
        }
        return Ok(vec![parameter]);
    }
    if location == "path" {
        parameter.insert("required".to_owned(), json!(true));
    }
    let is_plain = ["string", "integer", "number", "boolean"].contains(&kind.as_str());
    let is_time = ["date-time", "date", "binary", "byte"].contains(&text(&shape, "format"));
    if !is_plain
        || is_time
        || shape.contains_key("oneOf")
        || shape.contains_key("anyOf")
        || shape.contains_key("nullable")
    {
        parameter.insert("schema".to_owned(), json!({ "type": "string" }));
        note(at, "sent as plain text".to_owned());
    }
    Ok(vec![parameter])
}

/// The schema behind references and lone `allOf`s.
fn followed(source: &Value, schema: &Value) -> Map<String, Value> {
    let mut current = schema.clone();
    for _ in 0..16 {
        let target = match (current.get("$ref").and_then(Value::as_str), current.get("allOf").and_then(Value::as_array))
        {
            (Some(reference), _) => {
                schema::component_of(reference).and_then(|name| schema::components(source)?.get(name)).cloned()
            }
            (None, Some(parts)) if parts.len() == 1 => parts.first().cloned(),
            _ => break,
        };
        match target {
            Some(target) => current = target,
            None => break,
        }
    }
    current.as_object().cloned().unwrap_or_default()
}

fn expanded(
    parent: &Map<String, Value>,
    properties: &Map<String, Value>,
    shape: &Map<String, Value>,
    name: &str,
    deep: bool,
) -> Vec<Map<String, Value>> {
    let required = shape.get("required").and_then(Value::as_array);
    properties
        .iter()
        .map(|(property, schema)| {
            let is_required = parent.get("required") == Some(&json!(true))
                && required.is_some_and(|list| list.contains(&json!(property)));
            let mut parameter = Map::new();
            parameter
                .insert("name".to_owned(), json!(if deep { format!("{name}[{property}]") } else { property.clone() }));
            parameter.insert("in".to_owned(), json!("query"));
            if is_required {
                parameter.insert("required".to_owned(), json!(true));
            }
            let is_object =
                schema.get("properties").is_some() || schema.get("type").and_then(Value::as_str) == Some("object");
            if let Some(description) = schema.get("description") {
                parameter.insert("description".to_owned(), description.clone());
            }
            parameter.insert("schema".to_owned(), if is_object { json!({ "type": "string" }) } else { schema.clone() });
            parameter
        })
        .collect()
}

/// Every `{parameter}` of the path is declared, and no other is.
fn agree_with_path(path: &str, pointer: &str, parameters: &mut Vec<Map<String, Value>>, note: &mut Note<'_>) {
    let named: Vec<&str> =
        path.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect();
    parameters.retain(|parameter| {
        let kept = text(parameter, "in") != "path" || named.contains(&text(parameter, "name"));
        if !kept {
            note(
                pointer,
                format!("left out the path parameter {}, which the path does not have", text(parameter, "name")),
            );
        }
        kept
    });
    for name in named {
        let declared =
            parameters.iter().any(|parameter| text(parameter, "in") == "path" && text(parameter, "name") == name);
        if !declared {
            note(pointer, format!("declared the path parameter {name}"));
            let parameter = json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } });
            parameters.extend(parameter.as_object().cloned());
        }
    }
}

/// Two parameters that Rust would call alike get names of their own, and keep those on the wire.
fn tell_apart(has_body: bool, pointer: &str, parameters: &mut [Map<String, Value>], note: &mut Note<'_>) {
    let mut taken: Vec<String> = if has_body { vec!["body".to_owned(), "body_map".to_owned()] } else { Vec::new() };
    taken.extend(["new", "send"].map(str::to_owned));
    // The name of a path parameter stands in the path as well: it is not changed.
    parameters.sort_by_key(|parameter| text(parameter, "in") != "path");
    for parameter in parameters.iter_mut() {
        let (wire, location) = (text(parameter, "name").to_owned(), text(parameter, "in").to_owned());
        let mut name = wire.clone();
        let mut number = 1;
        while location != "path" && (taken.contains(&name.to_snake_case()) || name.to_snake_case().is_empty()) {
            name = if number == 1 { format!("{wire}_{location}") } else { format!("{wire}_{location}_{number}") };
            number += 1;
        }
        taken.push(name.to_snake_case());
        if name != wire {
            note(pointer, format!("called the {location} parameter {wire} {name}"));
            parameter.insert("name".to_owned(), json!(name));
            parameter.insert(WIRE_NAME.to_owned(), json!(wire));
        }
    }
}

fn holds(document: &Value) -> Result<()> {
    schema::operations(document).try_for_each(|(pointer, operation)| {
        let parameters = operation.get("parameters").and_then(Value::as_array);
        for parameter in parameters.into_iter().flatten().filter_map(Value::as_object) {
            let optional_in_path = text(parameter, "in") == "path" && parameter.get("required") != Some(&json!(true));
            if optional_in_path || !parameter.contains_key("schema") || text(parameter, "in") == "cookie" {
                return Err(Error::new(format!("the parameter `{}` cannot be sent", text(parameter, "name")))
                    .at_pointer(pointer));
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    fn rewritten(path: &str, operation: Value) -> Vec<Value> {
        let mut state = State::new(json!({"paths": {path: {"post": operation}}, "components": {"schemas": {
            "Filter": {"type": "object", "required": ["from"], "properties": {"from": {"type": "string"}, "to": {"type": "integer"}}},
        }}}));
        state.credential_names = vec!["header x-key".to_owned()];
        run(&mut state).unwrap();
        holds(&state.document).unwrap();
        state.document["paths"][path]["post"]["parameters"].as_array().cloned().unwrap_or_default()
    }

    fn names(parameters: &[Value]) -> Vec<&str> {
        parameters.iter().map(|parameter| parameter["name"].as_str().unwrap()).collect()
    }

    #[test]
    fn what_credentials_and_transport_set_is_no_parameter() {
        let parameters = rewritten(
            "/a",
            json!({"parameters": [
                {"name": "Authorization", "in": "header"}, {"name": "X-Key", "in": "header"}, {"name": "c", "in": "cookie"}, {"name": "q", "in": "query"},
            ]}),
        );
        assert_eq!(parameters, [json!({"name": "q", "in": "query", "schema": {"type": "string"}})]);
    }

    #[test]
    fn a_parameter_without_a_name_is_left_out() {
        let document = json!({"paths": {"/a": {"get": {"operationId": "a", "responses": {}, "parameters": [
            {"in": "query", "name": "", "schema": {"type": "string"}},
            {"in": "query", "name": "b", "schema": {"type": "string"}},
        ]}}}});
        let (document, changes) = run_alone(PASS, document).unwrap();
        let left = document["paths"]["/a"]["get"]["parameters"].as_array().unwrap();
        assert_eq!(left.iter().map(|parameter| &parameter["name"]).collect::<Vec<_>>(), ["b"]);
        assert!(changes.iter().any(|change| change.what.contains("no name")));
    }

    #[test]
    fn path_parameters_are_those_of_the_path_and_required() {
        let parameters = rewritten(
            "/a/{b}/{c}",
            json!({"parameters": [{"name": "b", "in": "path", "schema": {"type": "integer"}}, {"name": "z", "in": "path"}]}),
        );
        assert_eq!(names(&parameters), ["b", "c"]);
        assert!(parameters.iter().all(|parameter| parameter["required"] == true));
    }

    #[test]
    fn an_object_becomes_a_parameter_a_property() {
        let filter = json!({"$ref": "#/components/schemas/Filter"});
        let deep = rewritten(
            "/a",
            json!({"parameters": [{"name": "filter", "in": "query", "required": true, "style": "deepObject", "schema": filter}]}),
        );
        assert_eq!(names(&deep), ["filter[from]", "filter[to]"]);
        assert_eq!((&deep[0]["required"], deep[1].get("required")), (&json!(true), None));
        let form = rewritten("/a", json!({"parameters": [{"name": "filter", "in": "query", "schema": filter}]}));
        assert_eq!(names(&form), ["from", "to"]);
    }

    #[test]
    fn lists_in_one_text_know_their_delimiter() {
        let list = json!({"type": "array", "items": {"type": "string"}});
        for (style, explode, delimiter) in
            [("form", false, ","), ("pipeDelimited", false, "|"), ("spaceDelimited", true, " ")]
        {
            let parameters = rewritten(
                "/a",
                json!({"parameters": [{"name": "l", "in": "query", "style": style, "explode": explode, "schema": list}]}),
            );
            assert_eq!(parameters[0][DELIMITER], delimiter, "{style}");
            assert_eq!(parameters[0]["schema"], list);
        }
    }

    #[test]
    fn headers_and_paths_take_plain_values_only() {
        for schema in [
            json!({"type": "array", "items": {}}),
            json!({"type": "string", "format": "date-time"}),
            json!({"oneOf": []}),
            json!({"type": "string", "nullable": true}),
        ] {
            let parameters = rewritten("/a", json!({"parameters": [{"name": "h", "in": "header", "schema": schema}]}));
            assert_eq!(parameters[0]["schema"], json!({"type": "string"}), "{schema}");
        }
    }

    #[test]
    fn parameters_that_rust_would_call_alike_keep_their_wire_names() {
        let parameters = rewritten(
            "/a/{id}",
            json!({"requestBody": {}, "parameters": [
                {"name": "id", "in": "query"}, {"name": "id", "in": "path"}, {"name": "body", "in": "query"}, {"name": "xY", "in": "query"}, {"name": "x_y", "in": "query"},
            ]}),
        );
        assert_eq!(names(&parameters), ["id", "id_query", "body_query", "xY", "x_y_query"]);
        assert_eq!(parameters[1][WIRE_NAME], "id");
    }
}
