//! progenitor and typify, with every panic and error of theirs turned into an error of ours that names the place.

use std::collections::BTreeMap;

use progenitor_impl::{GenerationSettings, Generator, InterfaceStyle, TagStyle};
use serde_json::Value;

use crate::normalise::UPLOAD;
use document::{
    error::{Error, Result},
    schema,
};

/// The crates whose versions decide what is generated.
const TOOLS: [&str; 4] = ["prettyplease", "progenitor-impl", "syn", "typify-impl"];

/// The tools with the versions that this xtask was built with.
///
/// # Errors
///
/// When the workspace's `Cargo.lock` does not name one of them.
pub fn tools() -> Result<BTreeMap<String, String>> {
    let lock: toml::Table = include_str!("../../../Cargo.lock")
        .parse()
        .map_err(|error: toml::de::Error| Error::new("cannot read Cargo.lock").because(error))?;
    let packages = lock.get("package").and_then(toml::Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut versions = BTreeMap::new();
    for name in TOOLS {
        // The newest of several is the one that the workspace's own manifests ask for.
        let version = packages
            .iter()
            .filter(|package| package.get("name").and_then(toml::Value::as_str) == Some(name))
            .filter_map(|package| package.get("version").and_then(toml::Value::as_str))
            .next_back();
        let Some(version) = version else {
            return Err(Error::new(format!("Cargo.lock does not name {name}")).remedy("run `cargo update --workspace`"));
        };
        versions.insert(name.to_owned(), version.to_owned());
    }
    Ok(versions)
}

/// Generates the bindings of a normalised description, as progenitor writes them.
///
/// # Errors
///
/// Names each operation that progenitor cannot take, its JSON pointer, and what progenitor said of it; only the first one
/// unless `all` are wanted.
pub fn generate(document: &Value, all: bool) -> Result<syn::File, Vec<Error>> {
    match attempt(document) {
        Ok(tokens) => syn::parse2(tokens)
            .map_err(|error| vec![Error::new("progenitor's output is not valid Rust").because(error)]),
        Err(reason) => Err(blame(document, &reason, all)),
    }
}

/// One run; a panic comes back as its message.
fn attempt(document: &Value) -> std::result::Result<proc_macro2::TokenStream, String> {
    let outcome = document::panics::catch(|| {
        let document: openapiv3::OpenAPI =
            serde::Deserialize::deserialize(document).map_err(|error| error.to_string())?;
        let mut settings = GenerationSettings::default();
        settings
            .with_interface(InterfaceStyle::Builder)
            .with_tag(TagStyle::Merged)
            .with_map_type("::std::collections::BTreeMap".to_owned())
            .with_derive("PartialEq".to_owned());
        // A schema that is not matched would stay a string: the pass `multipart` looks for the fields.
        let upload = schemars08::schema::SchemaObject {
            instance_type: Some(schemars08::schema::InstanceType::String.into()),
            format: Some(UPLOAD.to_owned()),
            ..Default::default()
        };
        settings.with_conversion(upload, "crate::Upload", std::iter::empty());
        Generator::new(&settings).generate_tokens(&document).map_err(|error| error.to_string())
    });
    outcome.and_then(|tokens| tokens)
}

/// Finds the operations that progenitor does not take, by generating from ever smaller parts of the description.
fn blame(document: &Value, reason: &str, all: bool) -> Vec<Error> {
    let remedy = "correct the description by an overlay, or leave the operation out with an overlay's `remove`";
    let operations: Vec<(String, &Value)> = schema::operations(document).collect();
    let mut refused = Vec::new();
    search(document, &operations, all, true, &mut refused);
    if !refused.is_empty() {
        let error = |(pointer, operation, reason): (String, &Value, String)| {
            Error::new(format!("progenitor cannot generate this operation: {reason}"))
                .at_pointer(pointer)
                .operation(operation.get("operationId").and_then(Value::as_str).unwrap_or_default())
                .remedy(remedy)
        };
        return refused.into_iter().map(error).collect();
    }
    for name in schema::components(document).into_iter().flat_map(serde_json::Map::keys) {
        if let Err(reason) = attempt(&with_components(document, &serde_json::Map::new(), std::slice::from_ref(name))) {
            return vec![
                Error::new(format!("progenitor cannot generate this schema: {reason}"))
                    .at_pointer(format!("/components/schemas/{}", schema::escape(name)))
                    .remedy(remedy),
            ];
        }
    }
    vec![Error::new(format!("progenitor cannot generate the description as a whole: {reason}")).remedy(remedy)]
}

/// Halves a list of operations until only those are left that progenitor does not take. Trying each alone would take as many
/// runs as there are operations, and each would read much of the description again.
fn search<'a>(
    document: &Value,
    operations: &[(String, &'a Value)],
    all: bool,
    is_tried: bool,
    refused: &mut Vec<(String, &'a Value, String)>,
) {
    if operations.is_empty() || (!all && !refused.is_empty()) {
        return;
    }
    // The whole was tried before, and alone an operation is tried for its reason.
    if !is_tried || operations.len() == 1 {
        let Err(reason) = attempt(&only(document, operations)) else { return };
        if let [(pointer, operation)] = operations {
            refused.push((pointer.clone(), operation, reason));
            return;
        }
    }
    let (first, second) = operations.split_at(operations.len() / 2);
    search(document, first, all, false, refused);
    search(document, second, all, false, refused);
}

/// The document with some operations and the components that they reach.
fn only(document: &Value, operations: &[(String, &Value)]) -> Value {
    let mut paths = serde_json::Map::new();
    let mut wanted = Vec::new();
    for (pointer, operation) in operations {
        let mut tokens = pointer.trim_start_matches("/paths/").rsplitn(2, '/');
        let method = tokens.next().unwrap_or_default();
        let path = schema::unescape(tokens.next().unwrap_or_default());
        wanted.extend(schema::references(operation));
        let item = paths.entry(path).or_insert_with(|| serde_json::json!({}));
        item[method] = (*operation).clone();
    }
    with_components(document, &paths, &wanted)
}

fn with_components(document: &Value, paths: &serde_json::Map<String, Value>, wanted: &[String]) -> Value {
    let reached = schema::reachable(document, wanted.to_vec());
    let kept: serde_json::Map<String, Value> = schema::components(document)
        .into_iter()
        .flatten()
        .filter(|(name, _)| reached.contains(*name))
        .map(|(name, component)| (name.clone(), component.clone()))
        .collect();
    serde_json::json!({
        "openapi": document.get("openapi"),
        "info": document.get("info"),
        "paths": paths,
        "components": { "schemas": kept },
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[allow(clippy::needless_pass_by_value, reason = "`json!(…)` reads better at the call than a reference to it")]
    fn document(second: Value) -> Value {
        let response = json!({"200": {"description": "ok"}});
        json!({
            "openapi": "3.0.3", "info": {"title": "t", "version": "1"},
            "paths": {
                "/good": {"get": {"operationId": "good", "responses": response}},
                "/bad": {"get": second},
            },
        })
    }

    #[test]
    fn a_panic_inside_the_generator_names_the_operation() {
        let json = json!({"application/json": {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}});
        let two_errors = json!({"operationId": "twoErrors", "responses": {
            "200": {"description": "ok"},
            "400": {"description": "bad", "content": json},
            "404": {"description": "gone", "content": {"application/json": {"schema": {"type": "string"}}}},
        }});
        let error = generate(&document(two_errors), false).err().unwrap()[0].to_string();
        assert!(error.contains("twoErrors") && error.contains("/paths/~1bad/get"), "{error}");
        assert!(error.contains("response_types.len() <= 1") && error.contains("overlay"), "{error}");
    }

    #[test]
    fn an_error_of_the_generator_names_the_operation() {
        let error = generate(&document(json!({"responses": {"200": {"description": "ok"}}})), false).err().unwrap()[0]
            .to_string();
        assert!(error.contains("/paths/~1bad/get") && error.contains("operation ID"), "{error}");
    }

    #[test]
    fn all_refused_operations_are_found_at_once() {
        let response = json!({"200": {"description": "ok"}});
        let paths = (0..9).map(|index| {
            let mut operation = json!({"operationId": format!("op{index}"), "responses": response});
            if [2, 7].contains(&index) {
                operation.as_object_mut().unwrap().shift_remove("operationId");
            }
            (format!("/p{index}"), json!({ "get": operation }))
        });
        let paths: serde_json::Map<String, Value> = paths.collect();
        let document = json!({"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": paths});
        let refused = |all| -> Vec<String> {
            let errors = generate(&document, all).err().unwrap();
            errors.iter().map(|error| error.pointer().unwrap().to_owned()).collect()
        };
        assert_eq!(refused(true), ["/paths/~1p2/get", "/paths/~1p7/get"]);
        assert_eq!(refused(false), ["/paths/~1p2/get"]);
    }

    #[test]
    fn two_runs_generate_the_same_tokens() {
        let document = document(json!({"operationId": "other", "responses": {"200": {"description": "ok"}}}));
        assert_eq!(attempt(&document).unwrap().to_string(), attempt(&document).unwrap().to_string());
    }
}
