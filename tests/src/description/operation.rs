//! An operation as it is described.

use serde_json::{Value, json};

use super::Description;

/// One operation as it is described.
#[derive(Clone, Debug)]
pub struct Operation {
    /// `operationId`; empty without one.
    pub id: String,
    /// Upper case.
    pub method: String,
    /// Path template.
    pub path: String,
    /// The first tag.
    pub tag: Option<String>,
    /// Parameters, those of the path included.
    pub parameters: Vec<Parameter>,
    /// The request body.
    pub body: Option<Body>,
    /// The responses of success, at least one.
    pub successes: Vec<Success>,
    /// Every other status, with the schema of its body.
    pub errors: Vec<(String, Option<Value>)>,
}

/// One parameter as it is described.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// `path`, `query` or `header`.
    pub location: String,
    /// Name on the wire.
    pub name: String,
    /// Its schema.
    pub schema: Value,
    /// What stands between the items of a list that is sent as one text; nothing when each item is sent on its own.
    pub delimiter: Option<char>,
}

/// A request body as it is described.
#[derive(Clone, Debug)]
pub struct Body {
    /// Its schema.
    pub schema: Value,
    /// Its media type.
    pub media_type: String,
}

impl Body {
    /// Whether it is written as JSON.
    #[must_use]
    pub fn is_json(&self) -> bool {
        is_json(&self.media_type)
    }

    /// Whether it is written as a form.
    #[must_use]
    pub fn is_form(&self) -> bool {
        essence(&self.media_type) == FORM
    }
}

/// A response of success as it is described.
#[derive(Clone, Debug)]
pub struct Success {
    /// Its status.
    pub status: u16,
    /// What it holds.
    pub content: Content,
}

/// What a response holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// Nothing is described.
    Undocumented,
    /// JSON of this schema.
    Json(Value),
    /// Something else.
    Bytes,
}

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

/// `application/json; charset=utf-8` → `application/json`.
fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence == JSON || essence == "text/json" || essence.ends_with("+json") || essence == "*/*"
}

impl Description {
    pub(super) fn operation(
        &self,
        method: &str,
        path: &str,
        item: &Value,
        operation: &Value,
    ) -> Result<Operation, String> {
        let body = operation.get("requestBody").map(|body| self.follow(body)).transpose()?;
        let (mut successes, mut errors) = (Vec::new(), Vec::new());
        for (code, response) in operation["responses"].as_object().into_iter().flatten() {
            let response = self.follow(response)?;
            if code.starts_with('2') {
                successes.push(Success { status: code.parse().unwrap_or(200), content: content(response) });
            } else {
                errors.push((code.clone(), json_schema(response)));
            }
        }
        if successes.is_empty() {
            // `default` stands for success where nothing else does.
            let fallback = errors.iter().position(|(code, _)| code == "default").map(|place| errors.remove(place));
            let schema = fallback.and_then(|(_, schema)| schema);
            let content = schema.map_or(Content::Undocumented, Content::Json);
            successes.push(Success { status: 200, content });
        }
        Ok(Operation {
            id: operation["operationId"].as_str().unwrap_or_default().to_owned(),
            method: method.to_uppercase(),
            path: path.to_owned(),
            tag: operation["tags"][0].as_str().map(str::to_owned),
            parameters: self.parameters(item, operation)?,
            body: body.and_then(request_body),
            successes,
            errors,
        })
    }

    fn parameters(&self, item: &Value, operation: &Value) -> Result<Vec<Parameter>, String> {
        let mut parameters: Vec<Parameter> = Vec::new();
        for list in [&item["parameters"], &operation["parameters"]] {
            for parameter in list.as_array().into_iter().flatten() {
                let parameter = self.follow(parameter)?;
                for parameter in self.sent_for(parameter)? {
                    // What the operation says of a parameter replaces what its path says.
                    parameters.retain(|other| (&other.location, &other.name) != (&parameter.location, &parameter.name));
                    parameters.push(parameter);
                }
            }
        }
        Ok(parameters)
    }

    /// What is sent for a parameter: itself, one pair a property for an object in a query, nothing for what is not the caller's.
    fn sent_for(&self, parameter: &Value) -> Result<Vec<Parameter>, String> {
        let text = |name: &str| parameter[name].as_str().unwrap_or_default();
        let (location, name) = (text("in"), text("name"));
        let of_transport = ["accept", "authorization", "content-type"].contains(&name.to_ascii_lowercase().as_str());
        let is_key = self.key_headers().iter().any(|header| header.eq_ignore_ascii_case(name));
        if location == "cookie" || location == "header" && (of_transport || is_key) {
            return Ok(Vec::new());
        }
        let style = parameter["style"].as_str();
        let explode = parameter["explode"].as_bool().unwrap_or(style.is_none_or(|style| style == "form"));
        let delimiter = match style {
            Some("spaceDelimited") => ' ',
            Some("pipeDelimited") => '|',
            _ => ',',
        };
        let delimiter = (!explode && location == "query").then_some(delimiter);
        let sent = |name: String, schema: Value| Parameter { location: location.to_owned(), name, schema, delimiter };
        let plain_text = json!({ "type": "string" });
        let Some(schema) = parameter.get("schema") else { return Ok(vec![sent(name.to_owned(), plain_text)]) };
        let keywords = self.keywords(schema)?;
        if let Some(properties) = keywords.properties().filter(|_| location == "query") {
            let full_name = |property: &str| {
                if style == Some("deepObject") { format!("{name}[{property}]") } else { property.to_owned() }
            };
            return Ok(properties.iter().map(|(property, schema)| sent(full_name(property), schema.clone())).collect());
        }
        let is_plain =
            matches!(keywords.types().as_slice(), ["string" | "integer" | "number" | "boolean"]) && !keywords.nullable;
        let schema = if is_plain || location == "query" { schema.clone() } else { plain_text };
        Ok(vec![sent(name.to_owned(), schema)])
    }
}

fn request_body(body: &Value) -> Option<Body> {
    let content = body["content"].as_object()?;
    let described = |wanted: &dyn Fn(&str) -> bool| content.iter().find(|(name, _)| wanted(name));
    let (media_type, media) = described(&|name| essence(name) == JSON)
        .or_else(|| described(&is_json))
        .or_else(|| described(&|name| essence(name) == FORM))
        .or_else(|| described(&|_| true))?;
    let media_type = if media_type == "*/*" { JSON.to_owned() } else { essence(media_type) };
    Some(Body { schema: media["schema"].clone(), media_type })
}

fn content(response: &Value) -> Content {
    match (json_schema(response), response["content"].as_object()) {
        (Some(schema), _) => Content::Json(schema),
        (None, Some(content)) if !content.is_empty() => Content::Bytes,
        _ => Content::Undocumented,
    }
}

fn json_schema(holder: &Value) -> Option<Value> {
    let content = holder["content"].as_object()?;
    let plain = content.iter().find(|(name, _)| essence(name) == JSON);
    let (_, media) = plain.or_else(|| content.iter().find(|(name, _)| is_json(name)))?;
    Some(media["schema"].clone())
}
