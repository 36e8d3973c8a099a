//! The effective description, as the sandbox reads it: the operations, and what their requests and responses are like.

use std::sync::LazyLock;

use http::{Method, StatusCode};
use serde_json::{Map, Value, json};

use super::{
    SandboxError,
    schema::{self, Checked},
};

/// Written by `cargo xtask generate`: `openapi.yaml` with `overlay.yaml`.
pub(super) const TEXT: &str = include_str!("openapi.json");

const METHODS: [Method; 7] =
    [Method::GET, Method::PUT, Method::POST, Method::DELETE, Method::OPTIONS, Method::HEAD, Method::PATCH];

/// All operations.
pub(super) struct Description {
    /// What references lead into.
    pub(super) root: Value,
    pub(super) operations: Vec<Operation>,
}

/// One operation.
pub(super) struct Operation {
    pub(super) id: String,
    pub(super) method: Method,
    /// The path template, for example `/v1/things/{id}`.
    pub(super) path: String,
    pub(super) query: Vec<Parameter>,
    pub(super) body: Option<Body>,
    pub(super) success: Success,
}

/// A parameter of the query.
pub(super) struct Parameter {
    pub(super) name: String,
    pub(super) is_required: bool,
    pub(super) schema: Checked,
}

/// The JSON that a request holds.
pub(super) struct Body {
    pub(super) is_required: bool,
    pub(super) schema: Checked,
}

/// The first success that is described.
pub(super) struct Success {
    pub(super) status: StatusCode,
    /// Nothing where no body is described.
    pub(super) schema: Option<Checked>,
}

impl Description {
    /// The description that is compiled in. It is read once for all sandboxes.
    pub(super) fn embedded() -> Result<&'static Self, SandboxError> {
        static READ: LazyLock<Result<Description, String>> = LazyLock::new(|| {
            let root = serde_json::from_str(TEXT).map_err(|_| "it is not JSON".to_owned())?;
            Description::from_document(root)
        });
        READ.as_ref().map_err(|error| SandboxError::Description(error.clone()))
    }

    fn from_document(mut root: Value) -> Result<Self, String> {
        schema::upgrade(&mut root);
        let mut operations = Vec::new();
        let paths = root.get("paths").and_then(Value::as_object).cloned().unwrap_or_default();
        for (path, item) in paths {
            for method in METHODS {
                let name = method.as_str().to_ascii_lowercase();
                let Some(operation) = item.get(&name).and_then(Value::as_object) else { continue };
                operations.push(Operation::read(&root, method, &path, &item, operation)?);
            }
        }
        Ok(Self { root, operations })
    }

    /// The operation with this id.
    pub(super) fn operation(&self, id: &str) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.id == id)
    }
}

impl Operation {
    fn read(
        root: &Value,
        method: Method,
        path: &str,
        item: &Value,
        operation: &Map<String, Value>,
    ) -> Result<Self, String> {
        let id = operation
            .get("operationId")
            .and_then(Value::as_str)
            .map_or_else(|| format!("{method} {path}"), str::to_owned);
        let checked = |schema: &Value| Checked::new(root, schema).map_err(|error| format!("{id}: {error}"));
        let own = operation.get("parameters").and_then(Value::as_array);
        let shared = item.get("parameters").and_then(Value::as_array);
        let mut query: Vec<Parameter> = Vec::new();
        for parameter in own.into_iter().chain(shared).flatten() {
            let parameter = schema::resolve(root, parameter);
            let name = text(parameter, "name").unwrap_or_default();
            if text(parameter, "in") != Some("query") || query.iter().any(|known| known.name == name) {
                continue;
            }
            query.push(Parameter {
                name: name.to_owned(),
                is_required: flag(parameter, "required"),
                schema: checked(parameter.get("schema").unwrap_or(&Value::Bool(true)))?,
            });
        }
        let request = operation.get("requestBody").map(|body| schema::resolve(root, body));
        let body = match request.and_then(|body| Some((body, json_schema(body)?))) {
            Some((body, schema)) => Some(Body { is_required: flag(body, "required"), schema: checked(schema)? }),
            None => None,
        };
        let responses = operation.get("responses").and_then(Value::as_object);
        let first = responses.into_iter().flatten().find(|(status, _)| status.starts_with('2'));
        let success = match first {
            Some((status, response)) => Success {
                status: status.parse().unwrap_or(StatusCode::OK),
                schema: json_schema(schema::resolve(root, response)).map(checked).transpose()?,
            },
            None => Success { status: StatusCode::OK, schema: None },
        };
        Ok(Self { method, path: path.to_owned(), query, body, success, id })
    }

    /// The path as axum takes it. The names of parameters differ between operations with the same path, so they are counted.
    pub(super) fn route(&self) -> String {
        let segments = self.path.split('/').enumerate().map(|(index, segment)| {
            let is_parameter = segment.starts_with('{') && segment.ends_with('}');
            if is_parameter { format!("{{p{index}}}") } else { segment.to_owned() }
        });
        segments.collect::<Vec<_>>().join("/")
    }
}

/// The schema of the JSON that a request or response holds.
fn json_schema(content: &Value) -> Option<&Value> {
    let media = content.get("content")?.as_object()?;
    let (_, json) = media.iter().find(|(name, _)| name.contains("json"))?;
    json.get("schema")
}

fn text<'a>(object: &'a Value, name: &str) -> Option<&'a str> {
    object.get(name)?.as_str()
}

fn flag(object: &Value, name: &str) -> bool {
    object.get(name) == Some(&json!(true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_of_the_table_is_described() {
        let description = Description::embedded().unwrap();
        let table = hero_api::operations::ALL;
        assert_eq!(description.operations.len(), table.len());
        for info in table {
            let operation = description.operation(info.id).unwrap_or_else(|| panic!("{info} is missing"));
            assert_eq!((&operation.method, operation.path.as_str()), (&info.method, info.path));
        }
    }

    #[test]
    fn description_of_openapi_3_0_is_read() {
        let schema = json!({ "type": "object", "properties": { "at": { "type": "string", "nullable": true } } });
        let media = json!({ "application/json": { "schema": schema } });
        let operation = json!({ "operationId": "things", "requestBody": { "content": media }, "responses": {} });
        let root = json!({ "openapi": "3.0.3", "paths": { "/v1/things/{id}": { "post": operation } } });
        let description = Description::from_document(root).unwrap();
        let things = description.operation("things").unwrap();
        assert_eq!(things.route(), "/v1/things/{p3}");
        let body = things.body.as_ref().unwrap();
        assert!(body.schema.issues(&json!({ "at": null })).is_empty());
        assert!(!body.schema.issues(&json!({ "at": 7 })).is_empty());
    }
}
