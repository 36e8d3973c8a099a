//! The one response of an operation that succeeds.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{Log, Pass, State};
use document::{
    error::{Error, Result},
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "success",
    reason: "progenitor takes one success type an operation; a body that the description leaves open must not be refused when it is no object",
    run,
    holds,
};

/// The statuses of the alternatives of a response, in their order: the status decides, not the content.
pub(super) const BY_STATUS: &str = "x-by-status";

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    let components = schema::components(&state.document).into_iter().flatten();
    let open: BTreeSet<String> =
        components.filter(|(_, component)| is_open_object(component)).map(|(name, _)| name.clone()).collect();
    let leads_to_open = |body: &Value| {
        let name = body.get("$ref").and_then(Value::as_str).and_then(schema::component_of);
        name.is_some_and(|name| open.contains(name))
    };
    let mut successes = BTreeMap::new();
    schema::for_each_operation(&mut state.document, &mut |pointer, operation| {
        let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default().to_owned();
        let at = format!("{pointer}/responses");
        let Some(Value::Object(responses)) = operation.get_mut("responses") else {
            return Err(Error::new("an operation has no responses").operation(id).at_pointer(pointer));
        };
        let mut statuses: Vec<String> = responses.keys().filter(|status| status.starts_with('2')).cloned().collect();
        if statuses.is_empty() {
            // What a description leaves unsaid: `default` stands for success where nothing else does.
            let fallback = responses.shift_remove("default").unwrap_or_else(|| json!({ "description": "" }));
            responses.insert("200".to_owned(), fallback);
            log.changed(&at, "taken for 200: no success is described");
            statuses.push("200".to_owned());
        }
        let described: Vec<Response> =
            statuses.iter().filter_map(|status| Some((status.clone(), responses.shift_remove(status)?))).collect();
        let (kept, what) = merged(&described).map_err(|error| error.operation(&id).at_pointer(&at))?;
        let (status, mut response) = kept;
        if let Some(body) = response
            .pointer_mut("/content/application~1json/schema")
            .filter(|body| is_open_object(body) || leads_to_open(body))
        {
            let description = body.get("description").cloned();
            *body = json!({});
            if let Some(description) = description {
                body["description"] = description;
            }
            log.changed(
                format!("{at}/{status}/content/application~1json/schema"),
                "an object without fields becomes any JSON",
            );
        }
        responses.insert(status, response);
        if let Some(what) = what {
            log.changed(at, what);
        }
        successes.insert(id, statuses);
        Ok(())
    })?;
    state.successes = successes;
    Ok(())
}

type Response = (String, Value);

/// One response for all, and what became of the others.
fn merged(responses: &[Response]) -> Result<(Response, Option<String>)> {
    let schema_of = |response: &Value| response.pointer("/content/application~1json/schema").cloned();
    let is_raw = |response: &Value| response.pointer("/content/application~1octet-stream").is_some();
    let Some(first) = responses.first() else { return Err(Error::new("an operation has no success response")) };
    if responses.len() == 1 {
        return Ok((first.clone(), None));
    }
    if let Some(raw) = responses.iter().find(|(_, response)| is_raw(response)) {
        return Ok((raw.clone(), Some("read as bytes, whatever the status".to_owned())));
    }
    let mut distinct: Vec<(Vec<&str>, Value)> = Vec::new();
    let mut has_empty = false;
    for (status, response) in responses {
        match schema_of(response) {
            None => has_empty = true,
            Some(schema) => match distinct.iter_mut().find(|(_, known)| differ_in_text_only(known, &schema)) {
                Some((statuses, _)) => statuses.push(status),
                None => distinct.push((vec![status], schema)),
            },
        }
    }
    let mut response = json!({ "description": "" });
    let (schema, what) = match distinct.as_slice() {
        [] => return Ok((first.clone(), Some("no success has a body".to_owned()))),
        [(_, schema)] if has_empty => {
            (json!({ "allOf": [schema], "nullable": true }), "a response without a body is none")
        }
        [(_, schema)] => (schema.clone(), "all successes have one body"),
        several => {
            let members: Vec<Value> = several
                .iter()
                .map(|(statuses, schema)| {
                    let title = statuses.first().map_or("", |status| reason_phrase(status));
                    if schema.get("$ref").is_some() {
                        json!({ "title": title, "allOf": [schema] })
                    } else {
                        let mut schema = schema.clone();
                        schema["title"] = json!(title);
                        schema
                    }
                })
                .collect();
            let statuses: Vec<&Vec<&str>> = several.iter().map(|(statuses, _)| statuses).collect();
            let mut union = json!({ "oneOf": members, BY_STATUS: statuses });
            if has_empty {
                union["nullable"] = json!(true);
            }
            (union, "the status decides between the bodies")
        }
    };
    response["content"] = json!({ "application/json": { "schema": schema } });
    let status = distinct
        .first()
        .and_then(|(statuses, _)| statuses.first())
        .map_or_else(|| first.0.clone(), |status| (*status).to_owned());
    Ok(((status, response), Some(what.to_owned())))
}

/// Whether two bodies have the same shape, whatever their descriptions say.
fn differ_in_text_only(one: &Value, other: &Value) -> bool {
    let without_text = |schema: &Value| {
        let mut schema = schema.clone();
        let visited = schema::visit_below("", schema::Use::Response, &mut schema, &mut |_, _, schema| {
            if let Value::Object(keywords) = schema {
                keywords.shift_remove("description");
            }
            Ok(())
        });
        visited.map(|()| schema)
    };
    one == other || matches!((without_text(one), without_text(other)), (Ok(one), Ok(other)) if one == other)
}

/// What HTTP calls a status, as the name of a variant.
fn reason_phrase(status: &str) -> &str {
    match status {
        "200" => "Ok",
        "201" => "Created",
        "202" => "Accepted",
        "203" => "NonAuthoritative",
        "206" => "PartialContent",
        "207" => "MultiStatus",
        "2XX" | "2xx" => "Success",
        _ => "OtherSuccess",
    }
}

/// Whether nothing is known of the body but that it is an object: no field, no rule.
fn is_open_object(body: &Value) -> bool {
    body.get("type").and_then(Value::as_str) == Some("object")
        && body.as_object().is_some_and(|keywords| {
            keywords.iter().all(|(name, value)| match name.as_str() {
                "type" | "description" | "title" => true,
                "additionalProperties" => value == &json!(true) || value == &json!({}),
                name => name.starts_with("x-"),
            })
        })
}

fn holds(document: &Value) -> Result<()> {
    schema::operations(document).try_for_each(|(pointer, operation)| {
        let bodies = operation
            .get("responses")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .filter(|(status, response)| status.starts_with('2') && response.get("content").is_some())
            .count();
        if bodies > 1 {
            return Err(Error::new("several success responses are left").at_pointer(pointer));
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    #[allow(clippy::needless_pass_by_value, reason = "`json!(…)` reads better at the call than a reference to it")]
    fn operation(responses: Value) -> Value {
        json!({"paths": {"/a": {"get": {"operationId": "a", "responses": responses}}}})
    }

    #[test]
    fn a_body_without_known_fields_may_be_any_json() {
        let open = json!({"200": {"content": {"application/json": {"schema": {"type": "object", "additionalProperties": true}}}}});
        let (document, changes) = run_alone(PASS, operation(open)).unwrap();
        assert_eq!(
            document["paths"]["/a"]["get"]["responses"]["200"]["content"]["application/json"]["schema"],
            json!({})
        );
        assert_eq!(changes.len(), 1);
        let closed =
            json!({"200": {"content": {"application/json": {"schema": {"type": "object", "properties": {"a": {}}}}}}});
        let (document, changes) = run_alone(PASS, operation(closed.clone())).unwrap();
        assert_eq!(document, operation(closed));
        assert!(changes.is_empty());
    }

    #[test]
    fn several_bodies_become_alternatives() {
        let body = |name: &str| json!({"content": {"application/json": {"schema": {"$ref": format!("#/components/schemas/{name}")}}}});
        let (document, _) =
            run_alone(PASS, operation(json!({"200": body("A"), "201": body("B"), "202": body("A"), "404": {}})))
                .unwrap();
        let responses = &document["paths"]["/a"]["get"]["responses"];
        let union = &responses["200"]["content"]["application/json"]["schema"];
        assert_eq!(union[BY_STATUS], json!([["200", "202"], ["201"]]));
        assert_eq!(union["oneOf"][1], json!({"title": "Created", "allOf": [{"$ref": "#/components/schemas/B"}]}));
        assert_eq!(responses.as_object().unwrap().len(), 2);
    }

    #[test]
    fn no_body_beside_a_body_is_none() {
        let body = json!({"content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}});
        let (document, _) = run_alone(PASS, operation(json!({"200": body, "204": {}}))).unwrap();
        assert_eq!(
            document["paths"]["/a"]["get"]["responses"],
            json!({"200": {"description": "", "content": {"application/json": {"schema": {"allOf": [{"$ref": "#/components/schemas/A"}], "nullable": true}}}}})
        );
    }

    #[test]
    fn an_undescribed_success_is_200() {
        let (document, _) = run_alone(PASS, operation(json!({"404": {"description": "gone"}}))).unwrap();
        assert!(document["paths"]["/a"]["get"]["responses"].get("200").is_some());
        let (document, _) = run_alone(PASS, operation(json!({"default": {"description": "all"}}))).unwrap();
        assert_eq!(document["paths"]["/a"]["get"]["responses"], json!({"200": {"description": "all"}}));
    }
}
