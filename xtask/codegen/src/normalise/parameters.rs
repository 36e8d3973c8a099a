//! Parameters in the forms that the client can send.

use heck::ToSnakeCase;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{Log, Pass, State, for_each_operation};
use document::{
    all_of::only_member,
    error::{Error, Result},
    reference::{self, LONGEST_CHAIN},
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

/// The style of a list, map or plain value whose text OpenAPI describes in another way than that of plain values.
pub(super) const STYLE: &str = "x-style";

/// The object that a parameter is a property of, when all of its properties are sent as one text.
pub(super) const MEMBER_OF: &str = "x-member-of";

/// Says of a header that it is a cookie.
pub(super) const COOKIE: &str = "x-cookie";

/// Headers that the transport or the body decides.
const OF_THE_TRANSPORT: [&str; 3] = ["authorization", "accept", "content-type"];

/// How OpenAPI writes a value into a path, a header or the names of query pairs.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct ParameterStyle {
    /// What is put between values, and in front of them.
    pub kind: StyleKind,
    /// Whether each value of a list or map is written by itself.
    pub explode: bool,
}

/// The kind of a [`ParameterStyle`].
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub enum StyleKind {
    /// `a,b`
    Simple,
    /// `.a,b`
    Label,
    /// `;name=a,b`
    Matrix,
    /// `name[key]=value`, one pair per key.
    DeepObject,
}

/// The object whose properties, as parameters of their own, are sent as one text.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct MemberOf {
    /// The parameter on the wire.
    pub name: String,
    /// The property that the parameter is.
    pub property: String,
    /// What stands between names and values.
    pub delimiter: String,
}

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    let State { document, credential_names, .. } = state;
    for_each_operation(document, &mut |components, pointer, operation| {
        let path = path_of(pointer);
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
            for parameter in sendable(components, credential_names, parameter, &at, log)? {
                if kept
                    .iter()
                    .any(|other| other.get("name") == parameter.get("name") && other.get("in") == parameter.get("in"))
                {
                    let (location, name) = (text(&parameter, "in"), text(&parameter, "name"));
                    log.noted(
                        &at,
                        format!("the {location} parameter `{name}` is declared twice: the first one counts"),
                    );
                } else {
                    kept.push(parameter);
                }
            }
        }
        agree_with_path(&path, pointer, &mut kept, log);
        tell_apart(pointer, &mut kept, log);
        for cookie in kept.iter_mut().filter(|parameter| text(parameter, "in") == "cookie") {
            cookie.insert("in".to_owned(), json!("header"));
            cookie.insert(COOKIE.to_owned(), json!(true));
        }
        if !kept.is_empty() {
            members.insert("parameters".to_owned(), Value::Array(kept.into_iter().map(Value::Object).collect()));
        }
        Ok(())
    })
}

fn path_of(pointer: &str) -> String {
    let rest = pointer.strip_prefix("/paths/").unwrap_or(pointer);
    schema::unescape(rest.rsplit_once('/').map_or(rest, |(path, _)| path))
}

fn text<'a>(parameter: &'a Map<String, Value>, name: &str) -> &'a str {
    parameter.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The parameter as the client can send it: none, itself, or one for each property of an object.
fn sendable(
    components: &Map<String, Value>,
    credentials: &[String],
    mut parameter: Map<String, Value>,
    at: &str,
    log: &mut Log,
) -> Result<Vec<Map<String, Value>>> {
    let (name, location) = (text(&parameter, "name").to_owned(), text(&parameter, "in").to_owned());
    let lower = name.to_ascii_lowercase();
    let of_transport = location == "header" && OF_THE_TRANSPORT.contains(&lower.as_str());
    if of_transport || credentials.contains(&format!("{location} {lower}")) {
        log.changed(at, "left out: credentials and transport set it");
        return Ok(Vec::new());
    }
    if location == "cookie" && parameter.get("required") != Some(&json!(true)) {
        log.noted(at, format!("the cookie `{name}` is left out: the client sends required cookies only"));
        return Ok(Vec::new());
    }
    if name.is_empty() && ["query", "header", "cookie"].contains(&location.as_str()) {
        log.noted(at, format!("a {location} parameter is left out: it has no name"));
        return Ok(Vec::new());
    }
    if name.is_empty() || !["path", "query", "header", "cookie"].contains(&location.as_str()) {
        return Err(Error::new("a parameter has no name or no place")
            .at_pointer(at)
            .remedy("correct it by an overlay"));
    }
    if location != "query" && location != "path" && !is_token(&name) {
        return Err(Error::new(format!("`{name}` cannot be the name of a {location}"))
            .at_pointer(at)
            .remedy("correct it by an overlay: letters, digits and signs such as `-` and `_`"));
    }
    let style = text(&parameter, "style").to_owned();
    let explode = parameter.get("explode").and_then(Value::as_bool);
    for keyword in ["style", "explode", "allowReserved", "allowEmptyValue", "example", "examples", "deprecated"] {
        parameter.shift_remove(keyword);
    }
    if parameter.shift_remove("content").is_some() {
        parameter.insert("schema".to_owned(), json!({ "type": "string" }));
        log.changed(at, "sent as text that the caller writes");
    }
    let schema = parameter.entry("schema").or_insert_with(|| json!({ "type": "string" })).clone();
    let shape = followed(components, &schema);
    if location == "query" {
        return Ok(query(components, parameter, &shape, (&style, explode), at, log));
    }
    if location == "path" {
        parameter.insert("required".to_owned(), json!(true));
    }
    let kind = match (location.as_str(), style.as_str()) {
        ("path", "label") => StyleKind::Label,
        ("path", "matrix") => StyleKind::Matrix,
        _ => StyleKind::Simple,
    };
    let style = ParameterStyle { kind, explode: explode.unwrap_or(location == "cookie") };
    let is_list = text(&shape, "type") == "array"
        && shape.get("items").is_some_and(|items| is_plain(&followed(components, items)));
    if is_list || is_object(&shape) {
        if is_object(&shape) {
            let texts = json!({ "type": "object", "additionalProperties": { "type": "string" } });
            parameter.insert("schema".to_owned(), texts);
        }
        set_style(&mut parameter, style);
        log.changed(at, "its values are sent as one text");
        return Ok(vec![parameter]);
    }
    if kind != StyleKind::Simple {
        set_style(&mut parameter, style);
    }
    let is_time = ["date-time", "date", "binary", "byte"].contains(&text(&shape, "format"));
    if !is_plain(&shape) || is_time {
        parameter.insert("schema".to_owned(), json!({ "type": "string" }));
        log.changed(at, "sent as plain text");
    }
    Ok(vec![parameter])
}

/// Whether a name is a token of HTTP, as names of headers and cookies have to be.
fn is_token(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

fn set_style(parameter: &mut Map<String, Value>, ParameterStyle { kind, explode }: ParameterStyle) {
    let style = serde_json::to_value(ParameterStyle { kind, explode }).unwrap_or_default();
    parameter.insert(STYLE.to_owned(), style);
}

/// Whether a schema is one text, number or flag.
fn is_plain(shape: &Map<String, Value>) -> bool {
    ["string", "integer", "number", "boolean"].contains(&text(shape, "type"))
        && !["oneOf", "anyOf", "nullable"].iter().any(|keyword| shape.contains_key(*keyword))
}

/// Whether a schema is an object: with properties, or with any names.
fn is_object(shape: &Map<String, Value>) -> bool {
    (text(shape, "type") == "object" || shape.contains_key("properties"))
        && !["oneOf", "anyOf"].iter().any(|keyword| shape.contains_key(*keyword))
}

/// A query parameter as the client can send it.
fn query(
    components: &Map<String, Value>,
    mut parameter: Map<String, Value>,
    shape: &Map<String, Value>,
    (style, explode): (&str, Option<bool>),
    at: &str,
    log: &mut Log,
) -> Vec<Map<String, Value>> {
    let delimiter = match (style, explode) {
        ("pipeDelimited", _) => Some("|"),
        ("spaceDelimited", _) => Some(" "),
        ("deepObject", _) => None,
        (_, Some(false)) => Some(","),
        _ => None,
    };
    let properties = shape.get("properties").and_then(Value::as_object);
    if let Some(properties) = properties.filter(|properties| !properties.is_empty()) {
        log.changed(at, "its properties become parameters");
        if let Some(delimiter) = delimiter {
            return members(&parameter, properties, shape, delimiter);
        }
        return expanded(components, &parameter, properties, shape, style == "deepObject", 0);
    }
    let is_list = text(shape, "type") == "array";
    if let Some(delimiter) = delimiter.filter(|_| is_list || is_object(shape)) {
        parameter.insert(DELIMITER.to_owned(), json!(delimiter));
        log.changed(at, "its values are sent as one text");
    }
    if style == "deepObject" {
        if is_object(shape) {
            set_style(&mut parameter, ParameterStyle { kind: StyleKind::DeepObject, explode: true });
        } else {
            parameter.insert("schema".to_owned(), json!({ "type": "string" }));
        }
    }
    vec![parameter]
}

/// The schema behind references and lone `allOf`s.
fn followed<'a>(components: &'a Map<String, Value>, schema: &'a Value) -> Map<String, Value> {
    let shape = reference::behind(schema, |schema| match schema.get("$ref").and_then(Value::as_str) {
        Some(reference) => components.get(schema::component_of(reference)?),
        None => only_member(schema, |_| true),
    });
    shape.as_object().cloned().unwrap_or_default()
}

/// One parameter for each property, each sent by itself: by its own name, or as `name[property]` at any depth.
fn expanded(
    components: &Map<String, Value>,
    parent: &Map<String, Value>,
    properties: &Map<String, Value>,
    shape: &Map<String, Value>,
    deep: bool,
    depth: usize,
) -> Vec<Map<String, Value>> {
    let name = text(parent, "name");
    let mut parameters = Vec::new();
    for (property, schema) in properties {
        let own_name = if deep { format!("{name}[{property}]") } else { property.clone() };
        let mut parameter = property_parameter(parent, own_name, shape, (property, schema));
        let inner = followed(components, schema);
        let inside = inner.get("properties").and_then(Value::as_object).filter(|inside| !inside.is_empty());
        if let Some(inside) = inside.filter(|_| deep && depth < LONGEST_CHAIN) {
            parameters.extend(expanded(components, &parameter, inside, &inner, deep, depth + 1));
            continue;
        }
        if is_object(&inner) {
            if deep {
                set_style(&mut parameter, ParameterStyle { kind: StyleKind::DeepObject, explode: true });
            } else {
                parameter.insert("schema".to_owned(), json!({ "type": "string" }));
            }
        }
        parameters.push(parameter);
    }
    // Names beside those that are described.
    if let Some(values) = shape.get("additionalProperties").filter(|values| **values != json!(false)) {
        let values = if values.is_object() { values.clone() } else { json!({}) };
        let mut parameter = parent.clone();
        parameter.shift_remove("required");
        parameter.insert("schema".to_owned(), json!({ "type": "object", "additionalProperties": values }));
        if deep {
            set_style(&mut parameter, ParameterStyle { kind: StyleKind::DeepObject, explode: true });
        }
        parameters.push(parameter);
    }
    parameters
}

/// One parameter for each property, all sent as one text: `name=property,value,property,value`.
fn members(
    parent: &Map<String, Value>,
    properties: &Map<String, Value>,
    shape: &Map<String, Value>,
    delimiter: &str,
) -> Vec<Map<String, Value>> {
    let name = text(parent, "name");
    let member = |(property, schema): (&String, &Value)| {
        let mut parameter = property_parameter(parent, format!("{name}[{property}]"), shape, (property, schema));
        let member_of = MemberOf { name: name.to_owned(), property: property.clone(), delimiter: delimiter.to_owned() };
        parameter.insert(MEMBER_OF.to_owned(), serde_json::to_value(member_of).unwrap_or_default());
        parameter
    };
    properties.iter().map(member).collect()
}

/// A query parameter that is a property of another parameter.
fn property_parameter(
    parent: &Map<String, Value>,
    name: String,
    shape: &Map<String, Value>,
    (property, schema): (&String, &Value),
) -> Map<String, Value> {
    let required = shape.get("required").and_then(Value::as_array);
    let is_required =
        parent.get("required") == Some(&json!(true)) && required.is_some_and(|list| list.contains(&json!(property)));
    let mut parameter = Map::new();
    parameter.insert("name".to_owned(), json!(name));
    parameter.insert("in".to_owned(), json!("query"));
    if is_required {
        parameter.insert("required".to_owned(), json!(true));
    }
    if let Some(description) = schema.get("description") {
        parameter.insert("description".to_owned(), description.clone());
    }
    parameter.insert("schema".to_owned(), schema.clone());
    parameter
}

/// Every `{parameter}` of the path is declared, and no other is.
fn agree_with_path(path: &str, pointer: &str, parameters: &mut Vec<Map<String, Value>>, log: &mut Log) {
    let named: Vec<&str> =
        path.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect();
    parameters.retain(|parameter| {
        let kept = text(parameter, "in") != "path" || named.contains(&text(parameter, "name"));
        if !kept {
            log.noted(
                pointer,
                format!("the path parameter `{}` is left out: the path does not have it", text(parameter, "name")),
            );
        }
        kept
    });
    for name in named {
        let declared =
            parameters.iter().any(|parameter| text(parameter, "in") == "path" && text(parameter, "name") == name);
        if !declared {
            log.noted(pointer, format!("the path parameter `{name}` is declared nowhere: it is taken for a text"));
            let parameter = json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } });
            parameters.extend(parameter.as_object().cloned());
        }
    }
}

/// Two parameters that Rust would call alike get names of their own, and keep those on the wire.
fn tell_apart(pointer: &str, parameters: &mut [Map<String, Value>], log: &mut Log) {
    // The setter of the body has its name where there is a body, and keeps it free for a later one elsewhere.
    let mut taken: Vec<String> = ["body", "body_map", "new", "send"].map(str::to_owned).into();
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
            log.changed(pointer, format!("called the {location} parameter {wire} {name}"));
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
        run(&mut state, &mut Log::default()).unwrap();
        holds(&state.document).unwrap();
        state.document["paths"][path]["post"]["parameters"].as_array().cloned().unwrap_or_default()
    }

    fn names(parameters: &[Value]) -> Vec<&str> {
        parameters.iter().map(|parameter| parameter["name"].as_str().unwrap()).collect()
    }

    #[test]
    fn what_the_client_sets_is_no_parameter() {
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
    fn path_parameters_come_from_the_path() {
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
            json!({"type": "array", "items": {"type": "object"}}),
            json!({"type": "string", "format": "date-time"}),
            json!({"oneOf": []}),
            json!({"type": "string", "nullable": true}),
        ] {
            let parameters = rewritten("/a", json!({"parameters": [{"name": "h", "in": "header", "schema": schema}]}));
            assert_eq!(parameters[0]["schema"], json!({"type": "string"}), "{schema}");
        }
    }

    #[test]
    fn parameters_alike_keep_their_wire_names() {
        let parameters = rewritten(
            "/a/{id}",
            json!({"parameters": [
                {"name": "id", "in": "query"}, {"name": "id", "in": "path"}, {"name": "body", "in": "query"}, {"name": "xY", "in": "query"}, {"name": "x_y", "in": "query"},
            ]}),
        );
        assert_eq!(names(&parameters), ["id", "id_query", "body_query", "xY", "x_y_query"]);
        assert_eq!(parameters[1][WIRE_NAME], "id");
    }

    fn style(kind: StyleKind, explode: bool) -> Value {
        serde_json::to_value(ParameterStyle { kind, explode }).unwrap()
    }

    #[test]
    fn values_in_paths_and_headers_know_their_style() {
        let list = json!({"type": "array", "items": {"type": "integer"}});
        let parameters = rewritten(
            "/a/{l}/{m}/{o}",
            json!({"parameters": [
                {"name": "l", "in": "path", "style": "label", "schema": {"type": "integer"}},
                {"name": "m", "in": "path", "style": "matrix", "explode": true, "schema": list},
                {"name": "o", "in": "path", "schema": {"$ref": "#/components/schemas/Filter"}},
                {"name": "h", "in": "header", "schema": list},
            ]}),
        );
        let styles: Vec<&Value> = parameters.iter().map(|parameter| &parameter[STYLE]).collect();
        let expected = [
            style(StyleKind::Label, false),
            style(StyleKind::Matrix, true),
            style(StyleKind::Simple, false),
            style(StyleKind::Simple, false),
        ];
        assert_eq!(styles, expected.iter().collect::<Vec<_>>());
        assert_eq!(parameters[1]["schema"], list);
        assert_eq!(parameters[2]["schema"], json!({"type": "object", "additionalProperties": {"type": "string"}}));
    }

    #[test]
    fn nested_objects_and_maps_are_deep_objects() {
        let map = json!({"type": "object", "additionalProperties": {"type": "string"}});
        let filter = json!({"type": "object", "properties": {"size": {"type": "object", "properties": {"min": {"type": "integer"}}}, "tags": map}});
        let parameters = rewritten(
            "/a",
            json!({"parameters": [
                {"name": "filter", "in": "query", "style": "deepObject", "schema": filter},
                {"name": "meta", "in": "query", "style": "deepObject", "schema": map},
            ]}),
        );
        assert_eq!(names(&parameters), ["filter[size][min]", "filter[tags]", "meta"]);
        assert_eq!(parameters[0]["schema"], json!({"type": "integer"}));
        assert!(parameters[0].get(STYLE).is_none());
        for parameter in &parameters[1..] {
            assert_eq!((&parameter[STYLE], &parameter["schema"]), (&style(StyleKind::DeepObject, true), &map));
        }
    }

    #[test]
    fn an_object_in_one_text_is_its_properties() {
        let filter = json!({"$ref": "#/components/schemas/Filter"});
        let parameters =
            rewritten("/a", json!({"parameters": [{"name": "f", "in": "query", "explode": false, "schema": filter}]}));
        assert_eq!(names(&parameters), ["f[from]", "f[to]"]);
        assert_eq!(parameters[1][MEMBER_OF], json!({"name": "f", "property": "to", "delimiter": ","}));
    }

    #[test]
    fn required_cookies_go_and_names_are_tokens() {
        let cookie =
            |required: bool| json!({"name": "c", "in": "cookie", "required": required, "schema": {"type": "string"}});
        let parameters = rewritten("/a", json!({"parameters": [cookie(true)]}));
        assert_eq!((&parameters[0]["in"], &parameters[0][COOKIE]), (&json!("header"), &json!(true)));
        assert!(rewritten("/a", json!({"parameters": [cookie(false)]})).is_empty());
        for location in ["header", "cookie"] {
            let operation = json!({"parameters": [{"name": "a b", "in": location, "required": true}]});
            let error = run_alone(PASS, json!({"paths": {"/a": {"get": operation}}})).unwrap_err().to_string();
            assert!(error.contains("`a b`") && error.contains("/paths/~1a/get/parameters/0"), "{error}");
        }
    }
}
