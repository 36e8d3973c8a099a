//! Requests say what the caller said, and nothing else.

use serde_json::{Value, json};

use super::{Log, Pass, State, directions};
use document::{error::Result, schema};

pub(super) const PASS: Pass = Pass {
    name: "strict_requests",
    reason: "a default would always be sent, an empty list never, and null could not be told from a field that is left out",
    run,
    holds,
};

/// The mark of an optional field that may also be null: it becomes a `Patch`, with three states.
pub(super) const THREE_STATES: &str = "x-three-states";

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    directions::visit(&mut state.document, &mut |is_request, pointer, schema| {
        if is_request {
            rewrite(pointer, schema, log);
        }
    })?;
    Ok(())
}

fn rewrite(pointer: &str, schema: &mut Value, log: &mut Log) {
    if schema.as_object_mut().is_some_and(|keywords| keywords.shift_remove("default").is_some()) {
        log.changed(pointer, "dropped default");
    }
    let required: Vec<String> = schema
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect();
    let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
    for (name, property) in properties.iter_mut().filter(|(name, _)| !required.contains(name)) {
        let at = format!("{pointer}/properties/{}", schema::escape(name));
        if property.get("nullable") == Some(&json!(true)) {
            property[THREE_STATES] = json!(true);
            log.changed(at, "absent, null and a value are told apart");
        } else if is_collection(property) {
            property["nullable"] = json!(true);
            log.changed(at, "an empty collection can be sent");
        }
    }
}

fn is_collection(property: &Value) -> bool {
    property.get("type").and_then(Value::as_str) == Some("array")
        || (property.get("type").and_then(Value::as_str) == Some("object") && property.get("properties").is_none())
}

fn holds(document: &Value) -> Result<()> {
    let mut left = None;
    directions::read(document, &mut |is_request, pointer, schema| {
        if is_request && schema.get("default").is_some() {
            left = Some(pointer.to_owned());
        }
    });
    match left {
        Some(pointer) => Err(document::error::Error::new("a request still carries a default").at_pointer(pointer)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    #[allow(clippy::needless_pass_by_value, reason = "`json!(…)` reads better at the call than a reference to it")]
    fn rewritten(body: Value) -> Value {
        let document = json!({"components": {"schemas": {"In": body}}});
        run_alone(PASS, document).unwrap().0["components"]["schemas"]["In"].clone()
    }

    #[test]
    fn optional_nullable_fields_get_three_states() {
        let body = rewritten(json!({"x-direction": "request", "required": ["b"], "properties": {
            "a": {"type": "string", "nullable": true},
            "b": {"type": "string", "nullable": true},
            "c": {"type": "string"},
        }}));
        assert_eq!(body["properties"]["a"][THREE_STATES], true);
        assert!(body["properties"]["b"].get(THREE_STATES).is_none());
        assert!(body["properties"]["c"].get(THREE_STATES).is_none());
    }

    #[test]
    fn defaults_are_not_sent_and_empty_lists_can_be() {
        let body = rewritten(json!({"x-direction": "request", "properties": {
            "a": {"type": "boolean", "default": false},
            "b": {"type": "array", "items": {}},
        }}));
        assert_eq!(body["properties"]["a"], json!({"type": "boolean"}));
        assert_eq!(body["properties"]["b"], json!({"type": "array", "items": {}, "nullable": true}));
    }

    #[test]
    fn responses_are_left_alone() {
        let body = json!({"x-direction": "response", "properties": {"a": {"type": "boolean", "default": false}}});
        assert_eq!(rewritten(body.clone()), body);
    }
}
