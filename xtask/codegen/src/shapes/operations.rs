//! Where the shapes of an operation start: its request body, its responses, and the parameters that ask for a page.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Compiler, OperationShapes, ResponseShape, facts::target};
use document::schema::{METHODS, escape};

/// References that lead on to references are followed so far.
const MOST_REFERENCES: usize = 16;

pub(super) fn read(compiler: &mut Compiler<'_>) -> BTreeMap<String, OperationShapes> {
    let document = compiler.document;
    let mut operations = BTreeMap::new();
    for path in document.get("paths").and_then(Value::as_object).into_iter().flatten().map(|(path, _)| path) {
        let item = follow(document, format!("/paths/{}", escape(path)));
        for method in METHODS {
            let pointer = format!("{item}/{method}");
            let Some(id) = document.pointer(&format!("{pointer}/operationId")).and_then(Value::as_str) else {
                continue;
            };
            let mut shapes = OperationShapes {
                request: content(compiler, &follow(document, format!("{pointer}/requestBody"))),
                page_index: parameter(document, [&pointer, &item], "page_index"),
                page_size: parameter(document, [&pointer, &item], "page_size"),
                ..OperationShapes::default()
            };
            let responses = format!("{pointer}/responses");
            let statuses = document.pointer(&responses).and_then(Value::as_object);
            for status in
                statuses.into_iter().flatten().map(|(status, _)| status).filter(|name| !name.starts_with("x-"))
            {
                let at = follow(document, format!("{responses}/{}", escape(status)));
                let headers = document.pointer(&format!("{at}/headers")).and_then(Value::as_object);
                let headers = headers.into_iter().flatten().map(|(name, _)| name.to_ascii_lowercase()).collect();
                let content = content(compiler, &at);
                shapes.responses.insert(status.clone(), ResponseShape { pointer: at, content, headers });
            }
            shapes.pointer = pointer;
            operations.insert(id.to_owned(), shapes);
        }
    }
    operations
}

/// The pointer of a node, after references.
fn follow(document: &Value, mut pointer: String) -> String {
    for _ in 0..MOST_REFERENCES {
        let reference = document.pointer(&pointer).and_then(|node| node.get("$ref")).and_then(Value::as_str);
        match reference.and_then(target) {
            Some(next) => pointer = next,
            None => break,
        }
    }
    pointer
}

fn content(compiler: &mut Compiler<'_>, holder: &str) -> BTreeMap<String, usize> {
    let content = compiler.document.pointer(&format!("{holder}/content")).and_then(Value::as_object);
    let types: Vec<&String> = content.into_iter().flatten().map(|(name, _)| name).collect();
    let shape = |name: &String| {
        let essence = name.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        (essence, compiler.shape(vec![vec![format!("{holder}/content/{}/schema", escape(name))]]))
    };
    types.into_iter().map(shape).collect()
}

/// The query parameter with this name and its pointer, unless it is known that the server takes no notice of it.
fn parameter(document: &Value, holders: [&str; 2], name: &str) -> Option<(String, String)> {
    holders.into_iter().find_map(|holder| {
        let list = document.pointer(&format!("{holder}/parameters"))?.as_array()?;
        (0..list.len()).find_map(|index| {
            let pointer = follow(document, format!("{holder}/parameters/{index}"));
            let parameter = document.pointer(&pointer)?;
            let is_wanted = parameter.get("name")?.as_str()? == name && parameter.get("in")?.as_str()? == "query";
            let is_heeded = parameter.get("x-ignored") != Some(&Value::Bool(true));
            (is_wanted && is_heeded).then(|| (name.to_owned(), pointer))
        })
    })
}
