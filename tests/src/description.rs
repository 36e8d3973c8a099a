//! The locked description as the tests read it: through xtask's reader and overlay, and through none of its rewriting, so that
//! what the generator does is checked against what was written.

mod schema;

use std::{error::Error, fs, path::Path};

use serde_json::Value;
use xtask::{document::Document, overlay};

pub use self::schema::Keywords;

const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// The description with its corrections.
#[derive(Debug)]
pub struct Description {
    document: Value,
    published: bool,
}

/// One operation as it is described.
#[derive(Clone, Debug)]
pub struct Operation {
    /// `operationId`.
    pub id: String,
    /// Upper case.
    pub method: String,
    /// Path template.
    pub path: String,
    /// The first tag.
    pub tag: Option<String>,
    /// Parameters, those of the path included.
    pub parameters: Vec<Parameter>,
    /// The schema of the request body.
    pub body: Option<Value>,
    /// The first status of success.
    pub status: u16,
    /// The schema of the answer.
    pub answer: Option<Value>,
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

impl Description {
    /// Reads the description of this workspace.
    ///
    /// # Errors
    ///
    /// When a file is missing or cannot be read.
    pub fn locked() -> Result<Self, Box<dyn Error>> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let read = |name: &str| fs::read_to_string(root.join(name)).map_err(|error| format!("{name}: {error}"));
        let mut document = Document::parse(&read("openapi.yaml")?)?.value;
        if let Ok(text) = read("overlay.yaml") {
            overlay::apply(&mut document, &[("overlay.yaml".to_owned(), Document::parse(&text)?.value)])?;
        }
        let lock: toml::Table = read("openapi.lock")?.parse()?;
        let published = lock.get("origin").and_then(toml::Value::as_str) == Some("published");
        Ok(Self { document, published })
    }

    /// A description that is given, for the tests of what reads it.
    #[must_use]
    pub fn of(document: Value) -> Self {
        Self { document, published: true }
    }

    /// Whether the vendor published it. What holds for the transcription only stands aside then.
    #[must_use]
    pub fn is_published(&self) -> bool {
        self.published
    }

    /// Every operation, in the order of the description.
    ///
    /// # Errors
    ///
    /// When a reference leads nowhere.
    pub fn operations(&self) -> Result<Vec<Operation>, String> {
        let mut operations = Vec::new();
        for (path, item) in self.document["paths"].as_object().into_iter().flatten() {
            let item = self.follow(item)?;
            for method in METHODS {
                if let Some(operation) = item.get(method) {
                    operations.push(
                        self.operation(method, path, item, operation)
                            .map_err(|error| format!("{method} {path}: {error}"))?,
                    );
                }
            }
        }
        Ok(operations)
    }

    /// The headers that carry the keys.
    #[must_use]
    pub fn key_headers(&self) -> Vec<&str> {
        let schemes = self.document.pointer("/components/securitySchemes").and_then(Value::as_object);
        let headers = schemes.into_iter().flatten().filter(|(_, scheme)| scheme["in"] == "header");
        headers.filter_map(|(_, scheme)| scheme["name"].as_str()).collect()
    }

    fn operation(&self, method: &str, path: &str, item: &Value, operation: &Value) -> Result<Operation, String> {
        let mut parameters: Vec<Parameter> = Vec::new();
        for list in [&item["parameters"], &operation["parameters"]] {
            for parameter in list.as_array().into_iter().flatten() {
                let parameter = self.follow(parameter)?;
                let text = |name: &str| parameter[name].as_str().unwrap_or_default().to_owned();
                let (location, name) = (text("in"), text("name"));
                // What the operation says of a parameter replaces what its path says.
                parameters.retain(|other| (&other.location, &other.name) != (&location, &name));
                let style = parameter["style"].as_str();
                let explode = parameter["explode"].as_bool().unwrap_or(style.is_none_or(|style| style == "form"));
                let delimiter = match style {
                    Some("spaceDelimited") => ' ',
                    Some("pipeDelimited") => '|',
                    _ => ',',
                };
                let delimiter = (!explode || location != "query").then_some(delimiter);
                parameters.push(Parameter { location, name, schema: parameter["schema"].clone(), delimiter });
            }
        }
        let body = operation.get("requestBody").map(|body| self.follow(body)).transpose()?.and_then(json_schema);
        let (mut status, mut answer, mut errors) = (None, None, Vec::new());
        for (code, response) in operation["responses"].as_object().into_iter().flatten() {
            let schema = json_schema(self.follow(response)?);
            if code.starts_with('2') {
                status = status.or_else(|| Some(code.parse().unwrap_or(200)));
                answer = answer.or(schema);
            } else {
                errors.push((code.clone(), schema));
            }
        }
        Ok(Operation {
            id: operation["operationId"].as_str().ok_or("it has no operationId")?.to_owned(),
            method: method.to_uppercase(),
            path: path.to_owned(),
            tag: operation["tags"][0].as_str().map(str::to_owned),
            parameters,
            body,
            status: status.ok_or("it has no success")?,
            answer,
            errors,
        })
    }

    /// What `value` is, or refers to.
    pub(crate) fn follow<'a>(&'a self, mut value: &'a Value) -> Result<&'a Value, String> {
        for _ in 0..16 {
            let Some(reference) = value["$ref"].as_str() else { return Ok(value) };
            value = reference
                .strip_prefix('#')
                .and_then(|pointer| self.document.pointer(pointer))
                .ok_or_else(|| format!("{reference} leads nowhere"))?;
        }
        Err("references run in a circle".to_owned())
    }
}

fn json_schema(holder: &Value) -> Option<Value> {
    holder.pointer("/content/application~1json/schema").cloned()
}
