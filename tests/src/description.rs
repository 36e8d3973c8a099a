//! The locked description as the tests read it: through xtask's reader and overlay, and through none of its rewriting, so that
//! what the generator does is checked against what was written.

mod operation;
mod schema;

use std::{error::Error, fs, path::Path};

use codegen::overlay;
use document::Document;
use serde_json::Value;

pub use self::{
    operation::{Body, Content, Operation, Parameter, Success},
    schema::Keywords,
};

/// Those that the HTTP client has a word for.
const METHODS: [&str; 6] = ["get", "put", "post", "delete", "head", "patch"];

/// The description with its corrections.
#[derive(Debug)]
pub struct Description {
    document: Value,
    published: bool,
    /// `METHOD /path` of each operation that goes by another name than its `operationId`.
    renamed: Vec<String>,
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
        let published = lock.get("origin").and_then(toml::Value::as_str) != Some("transcribed");
        let renamed = lock.get("operations").and_then(toml::Value::as_table);
        let renamed = renamed.into_iter().flat_map(toml::Table::keys).cloned().collect();
        Ok(Self { document, published, renamed })
    }

    /// A description that is given, for the tests of what reads it.
    #[must_use]
    pub fn of(document: Value) -> Self {
        Self { document, published: true, renamed: Vec::new() }
    }

    /// Whether the vendor published it. What holds for the transcription only stands aside then.
    #[must_use]
    pub fn is_published(&self) -> bool {
        self.published
    }

    /// Whether the operation goes by another name than its `operationId`, as the lock says.
    #[must_use]
    pub fn is_renamed(&self, operation: &Operation) -> bool {
        let key = format!("{} {}", operation.method, operation.path);
        operation.id.is_empty() || self.renamed.contains(&key)
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
