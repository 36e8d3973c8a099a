//! References to parameters, request bodies and responses.

use serde_json::Value;

use super::{Pass, State};
use document::{
    error::{Error, Result},
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "references",
    reason: "later passes look at each operation as a whole, and progenitor refuses some references; those to schemas stay",
    run,
    holds,
};

/// A chain of references longer than this is a circle.
const LONGEST_CHAIN: usize = 16;

fn run(state: &mut State) -> Result<()> {
    let mut changes = Vec::new();
    let source = state.document.clone();
    if let Some(Value::Object(paths)) = state.document.get_mut("paths") {
        for (path, item) in paths {
            let item_pointer = format!("/paths/{}", schema::escape(path));
            resolve(&source, &item_pointer, item, &mut changes)?;
            let shared = item.as_object_mut().and_then(|item| item.shift_remove("parameters"));
            for method in schema::METHODS {
                let Some(operation) = item.get_mut(method) else { continue };
                let pointer = format!("{item_pointer}/{method}");
                if let Some(Value::Array(shared)) = &shared {
                    add_shared_parameters(&source, &pointer, operation, shared, &mut changes)?;
                }
                resolve_operation(&source, &pointer, operation, &mut changes)?;
            }
        }
    }
    for (pointer, what) in changes {
        state.changed(pointer, what);
    }
    if let Some(Value::Object(components)) = state.document.get_mut("components") {
        for name in ["parameters", "requestBodies", "responses", "pathItems"] {
            components.shift_remove(name);
        }
    }
    Ok(())
}

fn add_shared_parameters(
    source: &Value,
    pointer: &str,
    operation: &mut Value,
    shared: &[Value],
    changes: &mut Vec<(String, String)>,
) -> Result<()> {
    let Some(operation) = operation.as_object_mut() else { return Ok(()) };
    let own = operation.entry("parameters").or_insert_with(|| Value::Array(Vec::new()));
    let Value::Array(own) = own else {
        return Err(Error::new("`parameters` is not a list").at_pointer(format!("{pointer}/parameters")));
    };
    let mut resolved_own = own.clone();
    for parameter in &mut resolved_own {
        resolve(source, pointer, parameter, &mut Vec::new())?;
    }
    for parameter in shared.iter().rev() {
        let mut parameter = parameter.clone();
        resolve(source, pointer, &mut parameter, &mut Vec::new())?;
        let same = |other: &Value| other.get("name") == parameter.get("name") && other.get("in") == parameter.get("in");
        if !resolved_own.iter().any(same) {
            own.insert(0, parameter);
            changes.push((format!("{pointer}/parameters"), "took over a parameter of the path".to_owned()));
        }
    }
    Ok(())
}

fn resolve_operation(
    source: &Value,
    pointer: &str,
    operation: &mut Value,
    changes: &mut Vec<(String, String)>,
) -> Result<()> {
    if let Some(Value::Array(parameters)) = operation.get_mut("parameters") {
        for (index, parameter) in parameters.iter_mut().enumerate() {
            resolve(source, &format!("{pointer}/parameters/{index}"), parameter, changes)?;
        }
    }
    if let Some(body) = operation.get_mut("requestBody") {
        resolve(source, &format!("{pointer}/requestBody"), body, changes)?;
    }
    if let Some(Value::Object(responses)) = operation.get_mut("responses") {
        for (status, response) in responses {
            resolve(source, &format!("{pointer}/responses/{}", schema::escape(status)), response, changes)?;
        }
    }
    Ok(())
}

/// Replaces `value` by what it refers to, as often as it takes.
fn resolve(source: &Value, pointer: &str, value: &mut Value, changes: &mut Vec<(String, String)>) -> Result<()> {
    for _ in 0..LONGEST_CHAIN {
        let Some(reference) = value.get("$ref").and_then(Value::as_str).map(str::to_owned) else { return Ok(()) };
        let Some(local) = reference.strip_prefix('#') else {
            return Err(Error::new(format!("`$ref: {reference}` leaves the file"))
                .at_pointer(pointer)
                .remedy("bundle the description into one file first"));
        };
        let Some(target) = source.pointer(&schema::percent_decoded(local)) else {
            return Err(Error::new(format!("`$ref: {reference}` points to nothing"))
                .at_pointer(pointer)
                .remedy("correct the reference, in the description or by an overlay"));
        };
        changes.push((pointer.to_owned(), format!("put {reference} in place")));
        *value = target.clone();
    }
    Err(Error::new("`$ref`s run in a circle").at_pointer(pointer).remedy("break the circle by an overlay"))
}

fn holds(document: &Value) -> Result<()> {
    schema::operations(document).try_for_each(|(pointer, operation)| {
        let lists = ["parameters", "responses"].into_iter().filter_map(|name| operation.get(name));
        let referring = lists
            .flat_map(|list| match list {
                Value::Array(items) => items.iter().collect::<Vec<_>>(),
                Value::Object(members) => members.values().collect(),
                _ => Vec::new(),
            })
            .chain(operation.get("requestBody"))
            .any(|value| value.get("$ref").is_some());
        if referring {
            return Err(Error::new("a reference to a parameter, body or response is left").at_pointer(pointer));
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::normalise::run_alone;

    #[test]
    fn references_outside_schemas_are_put_in_place() {
        let document = json!({
            "paths": {"/a/{id}": {
                "parameters": [{"$ref": "#/components/parameters/Id"}, {"name": "x", "in": "query"}],
                "get": {
                    "parameters": [{"name": "x", "in": "query", "required": true}],
                    "responses": {"200": {"$ref": "#/components/responses/Ok"}},
                },
            }},
            "components": {
                "parameters": {"Id": {"name": "id", "in": "path"}},
                "responses": {"Ok": {"$ref": "#/components/responses/Fine"}, "Fine": {"description": "fine"}},
            },
        });
        let (document, _) = run_alone(PASS, document).unwrap();
        assert_eq!(
            document,
            json!({
                "paths": {"/a/{id}": {"get": {
                    "parameters": [{"name": "id", "in": "path"}, {"name": "x", "in": "query", "required": true}],
                    "responses": {"200": {"description": "fine"}},
                }}},
                "components": {},
            })
        );
    }

    #[test]
    fn references_to_nothing_circles_and_other_files_are_refused_with_the_place() {
        for (reference, complaint) in [
            ("#/components/responses/Missing", "points to nothing"),
            ("#/components/responses/Round", "circle"),
            ("other.yaml#/x", "leaves the file"),
        ] {
            let document = json!({
                "paths": {"/a": {"get": {"responses": {"200": {"$ref": reference}}}}},
                "components": {"responses": {"Round": {"$ref": "#/components/responses/Round"}}},
            });
            let error = run_alone(PASS, document).unwrap_err().to_string();
            assert!(error.contains(complaint) && error.contains("/paths/~1a/get/responses/200"), "{error}");
        }
    }
}
