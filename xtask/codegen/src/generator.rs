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
/// Names the operation that progenitor cannot take, its JSON pointer, and what progenitor said of it.
pub fn generate(document: &Value) -> Result<syn::File> {
    match attempt(document) {
        Ok(tokens) => {
            syn::parse2(tokens).map_err(|error| Error::new("progenitor's output is not valid Rust").because(error))
        }
        Err(reason) => Err(blame(document, &reason)),
    }
}

/// One run; a panic comes back as its message.
fn attempt(document: &Value) -> std::result::Result<proc_macro2::TokenStream, String> {
    let outcome = document::panics::catch(|| {
        let document: openapiv3::OpenAPI =
            serde_json::from_value(document.clone()).map_err(|error| error.to_string())?;
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

/// Finds the operation that progenitor does not take, by generating from each alone.
fn blame(document: &Value, reason: &str) -> Error {
    let remedy = "correct the description by an overlay, or leave the operation out with an overlay's `remove`";
    let mut copy = document.clone();
    let mut operations = Vec::new();
    let listed = schema::for_each_operation(&mut copy, &mut |pointer, operation| {
        let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default().to_owned();
        operations.push((pointer.to_owned(), id));
        Ok(())
    });
    if listed.is_ok() {
        for (pointer, id) in operations {
            if let Err(reason) = attempt(&alone(document, &pointer)) {
                return Error::new(format!("progenitor cannot generate this operation: {reason}"))
                    .at_pointer(pointer)
                    .operation(id)
                    .remedy(remedy);
            }
        }
    }
    for name in schema::components(document).into_iter().flat_map(serde_json::Map::keys) {
        if let Err(reason) = attempt(&with_components(document, &serde_json::Map::new(), std::slice::from_ref(name))) {
            return Error::new(format!("progenitor cannot generate this schema: {reason}"))
                .at_pointer(format!("/components/schemas/{}", schema::escape(name)))
                .remedy(remedy);
        }
    }
    Error::new(format!("progenitor cannot generate the description as a whole: {reason}")).remedy(remedy)
}

/// The document with one operation and the components that it reaches.
fn alone(document: &Value, pointer: &str) -> Value {
    let mut tokens = pointer.trim_start_matches("/paths/").rsplitn(2, '/');
    let method = tokens.next().unwrap_or_default();
    let path = schema::unescape(tokens.next().unwrap_or_default());
    let operation = document.pointer(pointer).cloned().unwrap_or_default();
    let wanted = schema::references(&operation);
    let mut paths = serde_json::Map::new();
    paths.insert(path, serde_json::json!({ method: operation }));
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
        let answer = json!({"200": {"description": "ok"}});
        json!({
            "openapi": "3.0.3", "info": {"title": "t", "version": "1"},
            "paths": {
                "/good": {"get": {"operationId": "good", "responses": answer}},
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
        let error = generate(&document(two_errors)).err().unwrap().to_string();
        assert!(error.contains("twoErrors") && error.contains("/paths/~1bad/get"), "{error}");
        assert!(error.contains("response_types.len() <= 1") && error.contains("overlay"), "{error}");
    }

    #[test]
    fn an_error_of_the_generator_names_the_operation() {
        let error =
            generate(&document(json!({"responses": {"200": {"description": "ok"}}}))).err().unwrap().to_string();
        assert!(error.contains("/paths/~1bad/get") && error.contains("operation ID"), "{error}");
    }

    #[test]
    fn two_runs_generate_the_same_tokens() {
        let document = document(json!({"operationId": "other", "responses": {"200": {"description": "ok"}}}));
        assert_eq!(attempt(&document).unwrap().to_string(), attempt(&document).unwrap().to_string());
    }
}
