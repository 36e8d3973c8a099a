//! References to parameters, request bodies and responses, and those from schemas to places that are no components.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Log, Pass, State, free_name::first_free, local_refs};
use document::{
    error::{Error, Result},
    reference::{self, LONGEST_CHAIN},
    schema::{self, component_of},
};

pub(super) const PASS: Pass = Pass {
    name: "references",
    reason: "later passes look at each operation as a whole, and progenitor refuses some references; those to schemas stay",
    run,
    holds,
};

/// Kinds of components that nothing refers to once this pass has run.
const RESOLVED: [&str; 8] =
    ["callbacks", "examples", "headers", "links", "parameters", "pathItems", "requestBodies", "responses"];

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    targets_become_components(state, log)?;
    let source = state.document.clone();
    if let Some(Value::Object(paths)) = state.document.get_mut("paths") {
        for (path, item) in paths {
            let item_pointer = format!("/paths/{}", schema::escape(path));
            resolve(&source, &item_pointer, item, log)?;
            let shared = item.as_object_mut().and_then(|item| item.shift_remove("parameters"));
            for method in schema::METHODS {
                let Some(operation) = item.get_mut(method) else { continue };
                let pointer = format!("{item_pointer}/{method}");
                if let Some(Value::Array(shared)) = &shared {
                    add_shared_parameters(&source, &pointer, operation, shared, log)?;
                }
                resolve_operation(&source, &pointer, operation, log)?;
            }
        }
    }
    if let Some(Value::Object(components)) = state.document.get_mut("components") {
        for name in RESOLVED {
            components.shift_remove(name);
        }
    }
    Ok(())
}

/// A schema that another schema refers to, anywhere outside of the components for schemas, becomes one of them: once
/// parameters and responses are in place, such a reference would lead to nothing, or to another parameter.
fn targets_become_components(state: &mut State, log: &mut Log) -> Result<()> {
    // A target may hold references to further targets.
    for _ in 0..LONGEST_CHAIN {
        let mut targets: BTreeMap<String, String> = BTreeMap::new();
        let mut users: Vec<(String, String)> = Vec::new();
        for (pointer, reference) in reference::schema_references(&state.document) {
            let place = match reference::follow(&state.document, &reference) {
                Ok((place, _)) => place,
                // What is not bound may refer to what it likes.
                Err(_) if !is_bound(&pointer) => continue,
                Err(error) => return Err(error.at_pointer(pointer)),
            };
            if let Some(other) = reference::other_than_schema(&place) {
                return Err(Error::new(format!("`$ref: {reference}` leads to {other}, not to a schema"))
                    .at_pointer(pointer)
                    .remedy("refer to its schema instead, by an overlay"));
            }
            if place.starts_with("/components/schemas/") {
                let components = schema::components(&state.document);
                let is_direct = |name| components.is_some_and(|all| all.contains_key(&schema::unescape(name)));
                if component_of(&reference).is_some_and(is_direct) || reference == format!("#{place}") {
                    continue;
                }
                // It leads there through another reference.
                users.push((pointer, format!("#{place}")));
            } else {
                let is_taken = |name: &str| {
                    schema::components(&state.document).is_some_and(|components| components.contains_key(name))
                        || targets.values().any(|taken| taken == name)
                };
                if !targets.contains_key(&place) {
                    let plain = local_refs::name_of(&place);
                    let name = if is_taken(&plain) {
                        first_free(local_refs::whole_path(&place), |name| !is_taken(name))
                    } else {
                        plain
                    };
                    targets.insert(place.clone(), name);
                }
                let name = targets.get(&place).cloned().unwrap_or_default();
                log.changed(pointer.clone(), format!("{reference} became the component {name}"));
                users.push((pointer, format!("#/components/schemas/{name}")));
            }
        }
        if users.is_empty() {
            return Ok(());
        }
        for (pointer, reference) in users {
            if let Some(Value::Object(keywords)) = state.document.pointer_mut(&pointer) {
                keywords.insert("$ref".to_owned(), Value::from(reference));
            }
        }
        // What is inside of another target goes first.
        for (place, name) in targets.into_iter().rev() {
            let Some(target) = state.document.pointer_mut(&place) else { continue };
            let schema = std::mem::replace(target, schema::reference_to(&name));
            if let Some(components) = schema::components_mut(&mut state.document) {
                components.insert(name, schema);
            }
        }
    }
    Err(Error::new("references lead from schema to schema without an end").remedy("break the chain by an overlay"))
}

/// Whether a place is in an operation of the client, or in what such an operation may refer to.
fn is_bound(pointer: &str) -> bool {
    let mut tokens = pointer.split('/').skip(1);
    match (tokens.next(), tokens.next()) {
        (Some("paths"), _) => !pointer.contains("/callbacks/"),
        (_, Some(kind)) => ["parameters", "requestBodies", "responses", "schemas"].contains(&kind),
        _ => false,
    }
}

fn add_shared_parameters(
    source: &Value,
    pointer: &str,
    operation: &mut Value,
    shared: &[Value],
    log: &mut Log,
) -> Result<()> {
    let Some(operation) = operation.as_object_mut() else { return Ok(()) };
    let own = operation.entry("parameters").or_insert_with(|| Value::Array(Vec::new()));
    let Value::Array(own) = own else {
        return Err(Error::new("`parameters` is not a list").at_pointer(format!("{pointer}/parameters")));
    };
    let mut resolved_own = own.clone();
    for parameter in &mut resolved_own {
        resolve(source, pointer, parameter, &mut Log::default())?;
    }
    for parameter in shared.iter().rev() {
        let mut parameter = parameter.clone();
        resolve(source, pointer, &mut parameter, &mut Log::default())?;
        let same = |other: &Value| other.get("name") == parameter.get("name") && other.get("in") == parameter.get("in");
        if !resolved_own.iter().any(same) {
            own.insert(0, parameter);
            log.changed(format!("{pointer}/parameters"), "took over a parameter of the path");
        }
    }
    Ok(())
}

fn resolve_operation(source: &Value, pointer: &str, operation: &mut Value, log: &mut Log) -> Result<()> {
    if let Some(Value::Array(parameters)) = operation.get_mut("parameters") {
        for (index, parameter) in parameters.iter_mut().enumerate() {
            resolve(source, &format!("{pointer}/parameters/{index}"), parameter, log)?;
        }
    }
    if let Some(body) = operation.get_mut("requestBody") {
        resolve(source, &format!("{pointer}/requestBody"), body, log)?;
    }
    if let Some(Value::Object(responses)) = operation.get_mut("responses") {
        for (status, response) in responses {
            resolve(source, &format!("{pointer}/responses/{}", schema::escape(status)), response, log)?;
        }
    }
    Ok(())
}

/// Replaces `value` by what it refers to, as often as it takes.
fn resolve(source: &Value, pointer: &str, value: &mut Value, log: &mut Log) -> Result<()> {
    for _ in 0..LONGEST_CHAIN {
        let Some(reference) = value.get("$ref").and_then(Value::as_str).map(str::to_owned) else { return Ok(()) };
        let (_, target) = reference::follow(source, &reference).map_err(|error| error.at_pointer(pointer))?;
        log.changed(pointer, format!("put {reference} in place"));
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
    fn references_that_do_not_resolve_are_refused() {
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

    #[test]
    fn schemas_anywhere_become_components() {
        let content = |schema: Value| json!({"content": {"application/json": {"schema": schema}}});
        let refer = |place: &str| json!({ "$ref": place });
        let object = json!({"type": "object", "properties": {"m": {"type": "string"}}});
        let bad = "#/components/responses/Bad/content/application~1json/schema";
        let document = json!({
            "paths": {"/a/{id}": {
                "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}}],
                "get": {
                    "parameters": [{"name": "q", "in": "query", "schema": {"type": "boolean"}}],
                    "responses": {
                        "200": content(json!({"properties": {
                            "q": refer("#/paths/~1a~1{id}/get/parameters/0/schema"),
                            "id": refer("#/paths/~1a~1{id}/parameters/0/schema"),
                            "kind": refer("#/components/parameters/Kind/schema"),
                            "inside": refer(&format!("{bad}/properties/m")),
                        }})),
                        "400": {"$ref": "#/components/responses/Bad"},
                        "500": content(refer("#/paths/~1a~1{id}/get/responses/400/content/application~1json/schema")),
                    },
                },
            }},
            "components": {
                "parameters": {"Kind": {"name": "kind", "in": "query", "schema": {"type": "string", "enum": ["a"]}}},
                "responses": {"Bad": content(object.clone())},
            },
        });
        let (document, _) = run_alone(PASS, document).unwrap();
        let schemas = &document["components"]["schemas"];
        let responses = &document["paths"]["/a/{id}"]["get"]["responses"];
        let fields = &responses["200"]["content"]["application/json"]["schema"]["properties"];
        let target = |field: &str| &schemas[component_of(fields[field]["$ref"].as_str().unwrap()).unwrap()];
        // The path's own parameter is put in front of the operation's, and changes no place.
        assert_eq!((target("q"), target("id")), (&json!({"type": "boolean"}), &json!({"type": "integer"})));
        assert_eq!(fields["kind"], schema::reference_to("Kind"));
        assert_eq!(target("kind"), &json!({"type": "string", "enum": ["a"]}));
        assert_eq!(target("inside"), &json!({"type": "string"}));
        assert_eq!(schemas["Bad"]["properties"]["m"], fields["inside"]);
        for status in ["400", "500"] {
            assert_eq!(responses[status]["content"]["application/json"]["schema"], schema::reference_to("Bad"));
        }
    }

    #[test]
    fn a_parameter_is_no_schema() {
        let document = json!({"components": {
            "parameters": {"Id": {"name": "id", "in": "query", "schema": {"type": "string"}}},
            "schemas": {"A": {"properties": {"id": {"$ref": "#/components/parameters/Id"}}}},
        }});
        let error = run_alone(PASS, document).unwrap_err().to_string();
        assert!(error.contains("leads to a parameter, not to a schema"), "{error}");
        assert!(error.contains("/components/schemas/A/properties/id"), "{error}");
    }
}
