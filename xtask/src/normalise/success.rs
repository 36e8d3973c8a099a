//! The one answer that an operation gives when it succeeds.

use serde_json::{Value, json};

use super::{Pass, State};
use crate::{
    error::{Error, Result},
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "success",
    reason: "progenitor takes one success type an operation; a body that the description leaves open must not be refused when it is no object",
    run,
    holds,
};

fn run(state: &mut State) -> Result<()> {
    let mut successes = std::collections::BTreeMap::new();
    let mut changes = Vec::new();
    schema::for_each_operation(&mut state.document, &mut |pointer, operation| {
        let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default().to_owned();
        let Some(Value::Object(responses)) = operation.get_mut("responses") else {
            return Err(Error::new("an operation has no responses").operation(id).at_pointer(pointer));
        };
        let mut statuses = Vec::new();
        let mut bodies = 0;
        for (status, response) in responses.iter_mut().filter(|(status, _)| status.starts_with('2')) {
            let at = format!("{pointer}/responses/{status}");
            statuses.push(status.clone());
            if let Some(Value::Object(content)) = response.get_mut("content") {
                if content.keys().any(|media_type| media_type != "application/json") || content.len() > 1 {
                    return Err(Error::new("a success body is not application/json alone")
                        .operation(id)
                        .at_pointer(format!("{at}/content"))
                        .remedy("keep one media type by an overlay"));
                }
                for (media_type, media) in content.iter_mut() {
                    bodies += 1;
                    if let Some(body) = media.get_mut("schema").filter(|body| is_open_object(body)) {
                        let description = body.get("description").cloned();
                        *body = json!({});
                        if let Some(description) = description {
                            body["description"] = description;
                        }
                        changes.push((
                            format!("{at}/content/{}/schema", schema::escape(media_type)),
                            "an object without fields becomes any JSON",
                        ));
                    }
                }
            }
        }
        if statuses.is_empty() {
            return Err(Error::new("an operation has no success response")
                .operation(id)
                .at_pointer(format!("{pointer}/responses"))
                .remedy("add one by an overlay"));
        }
        if bodies > 1 || (bodies == 1 && statuses.len() > 1) {
            return Err(Error::new("an operation has several success answers")
                .operation(id)
                .at_pointer(format!("{pointer}/responses"))
                .remedy("keep one by an overlay"));
        }
        successes.insert(id, statuses);
        Ok(())
    })?;
    state.successes = successes;
    for (pointer, what) in changes {
        state.changed(pointer, what);
    }
    Ok(())
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
    let mut copy = document.clone();
    schema::for_each_operation(&mut copy, &mut |pointer, operation| {
        let bodies = operation
            .get("responses")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .filter(|(status, response)| status.starts_with('2') && response.get("content").is_some())
            .count();
        if bodies > 1 {
            return Err(Error::new("several success answers are left").at_pointer(pointer));
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

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
    fn answers_that_one_type_cannot_hold_are_refused_with_the_operation() {
        let json = json!({"content": {"application/json": {"schema": {}}}});
        for responses in [
            json!({}),
            json!({"404": {}}),
            json!({"200": json, "201": json}),
            json!({"2XX": json, "200": json}),
            json!({"200": {"content": {"text/csv": {}}}}),
        ] {
            let error = run_alone(PASS, operation(responses)).err().unwrap().to_string();
            assert!(error.contains("/paths/~1a/get"), "{error}");
        }
    }
}
