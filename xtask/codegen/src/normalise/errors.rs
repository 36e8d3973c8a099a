//! Responses that are no success.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToPascalCase;
use serde_json::Value;

use super::{ErrorResponse, Log, Pass, State, free_name::first_free};
use document::{
    error::{Error, Result},
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "errors",
    reason: "progenitor panics on a second error type and loses the status of a body that it cannot decode; as rows of a table every status, header and body survives",
    run,
    holds,
};

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    let mut errors: BTreeMap<String, Vec<ErrorResponse>> = BTreeMap::new();
    let mut hoisted: Vec<(String, Value)> = Vec::new();
    let components = schema::components(&state.document).into_iter().flatten();
    let mut taken: BTreeSet<String> = components.map(|(name, _)| name.to_lowercase()).collect();
    schema::for_each_operation(&mut state.document, &mut |pointer, operation| {
        let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default().to_owned();
        let Some(Value::Object(responses)) = operation.get_mut("responses") else { return Ok(()) };
        let statuses: Vec<String> = responses.keys().filter(|status| !status.starts_with('2')).cloned().collect();
        let rows = errors.entry(id.clone()).or_default();
        for status in statuses {
            let Some(response) = responses.shift_remove(&status) else { continue };
            // An informational response comes before the one that a call waits for.
            if status.starts_with('1') {
                log.changed(format!("{pointer}/responses/{status}"), "left out: it ends no call");
                continue;
            }
            let body = response.pointer("/content/application~1json/schema");
            let component = body.map(|body| {
                if let Some(name) = body.get("$ref").and_then(Value::as_str).and_then(schema::component_of) {
                    name.to_owned()
                } else {
                    let plain = format!("{}Error{}", id.to_pascal_case(), status.to_pascal_case());
                    let name = first_free(plain, |name| !taken.contains(&name.to_lowercase()));
                    taken.insert(name.to_lowercase());
                    let mut body = body.clone();
                    // A component is never null, and whoever reads an error asks for what it has.
                    if let Value::Object(keywords) = &mut body {
                        keywords.shift_remove("nullable");
                    }
                    hoisted.push((name.clone(), body));
                    name
                }
            });
            log.changed(format!("{pointer}/responses/{status}"), "moved to the error table");
            rows.push(ErrorResponse { status, schema: component });
        }
        Ok(())
    })?;
    if let Some(components) = schema::components_mut(&mut state.document) {
        components.extend(hoisted);
    }
    state.errors = errors;
    Ok(())
}

fn holds(document: &Value) -> Result<()> {
    schema::operations(document).try_for_each(|(pointer, operation)| {
        let left = operation
            .get("responses")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .any(|(status, _)| !status.starts_with('2'));
        if left { Err(Error::new("an error response is left").at_pointer(pointer)) } else { Ok(()) }
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn errors_become_rows_with_their_types() {
        let document = json!({
            "paths": {"/a": {"get": {"operationId": "getA", "responses": {
                "200": {},
                "400": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Bad"}}}},
                "4XX": {"content": {"application/json": {"schema": {"type": "object"}}}},
                "default": {},
            }}}},
            "components": {"schemas": {"Bad": {}}},
        });
        let mut state = State::new(document);
        run(&mut state, &mut Log::default()).unwrap();
        holds(&state.document).unwrap();
        let row = |status: &str, schema: Option<&str>| ErrorResponse {
            status: status.to_owned(),
            schema: schema.map(str::to_owned),
        };
        assert_eq!(
            state.errors["getA"],
            [row("400", Some("Bad")), row("4XX", Some("GetAError4xx")), row("default", None)]
        );
        assert_eq!(state.document["components"]["schemas"], json!({"Bad": {}, "GetAError4xx": {"type": "object"}}));
    }
}
