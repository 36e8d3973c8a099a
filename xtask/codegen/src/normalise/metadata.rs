//! What the generator does not read: portal data, servers, security, webhooks.

use serde_json::{Value, json};

use super::{Log, Pass, State};
use document::error::{Error, Result};

pub(super) const PASS: Pass = Pass {
    name: "metadata",
    reason: "progenitor reads OpenAPI 3.0.x only and refuses documents over parts that it does not use",
    run,
    holds,
};

/// Members that carry nothing for the bindings.
const UNUSED: [&str; 7] =
    ["servers", "security", "tags", "webhooks", "externalDocs", "jsonSchemaDialect", "x-not-bound"];

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    let Some(root) = state.document.as_object_mut() else {
        return Err(Error::new("the description is not an object"));
    };
    let Some(version) = root.get("openapi").and_then(Value::as_str).map(str::to_owned) else {
        return Err(Error::new("the document does not state its OpenAPI version, so it is none or older than 3.0")
            .at_pointer("")
            .remedy("check that the file is an OpenAPI description, and convert it to OpenAPI 3.0 or 3.1"));
    };
    if !(version.starts_with("3.0") || version.starts_with("3.1")) {
        return Err(Error::new(format!("OpenAPI version `{version}` is not supported"))
            .at_pointer("/openapi")
            .remedy("convert the description to OpenAPI 3.0 or 3.1"));
    }
    root.insert("openapi".to_owned(), json!("3.0.3"));
    let schemes =
        root.get("components").and_then(|components| components.get("securitySchemes")).and_then(Value::as_object);
    let credential_names = schemes
        .into_iter()
        .flatten()
        .filter_map(|(_, scheme)| {
            Some(format!("{} {}", scheme.get("in")?.as_str()?, scheme.get("name")?.as_str()?.to_ascii_lowercase()))
        })
        .collect();
    complete_info(root);
    let mut dropped: Vec<String> =
        UNUSED.iter().filter(|name| root.shift_remove(**name).is_some()).map(|name| format!("/{name}")).collect();
    if let Some(components) = root.get_mut("components").and_then(Value::as_object_mut)
        && components.shift_remove("securitySchemes").is_some()
    {
        dropped.push("/components/securitySchemes".to_owned());
    }
    state.credential_names = credential_names;
    if version != "3.0.3" {
        log.changed("/openapi", format!("{version} becomes 3.0.3"));
    }
    for pointer in dropped {
        log.changed(pointer, "left out");
    }
    Ok(())
}

/// openapiv3 wants a title and a version as text, and paths; descriptions are careless with them.
fn complete_info(root: &mut serde_json::Map<String, Value>) {
    let info = root.entry("info").or_insert_with(|| json!({}));
    if let Value::Object(info) = info {
        for (name, fallback) in [("title", "API"), ("version", "0")] {
            let text = match info.get(name) {
                Some(Value::String(text)) => text.chars().filter(|c| !c.is_control()).collect(),
                Some(Value::Number(number)) => number.to_string(),
                _ => fallback.to_owned(),
            };
            info.insert(name.to_owned(), json!(text));
        }
        info.retain(|name, _| ["title", "version", "description"].contains(&name.as_str()));
    } else {
        *info = json!({ "title": "API", "version": "0" });
    }
    root.entry("paths").or_insert_with(|| json!({}));
}

fn holds(document: &Value) -> Result<()> {
    match document.get("openapi").and_then(Value::as_str) {
        Some("3.0.3") if UNUSED.iter().all(|name| document.get(name).is_none()) => Ok(()),
        _ => Err(Error::new("the document still says more than progenitor reads")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    #[test]
    fn unused_parts_are_left_out() {
        let document = json!({
            "openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {}, "servers": [], "webhooks": {},
            "components": {"securitySchemes": {"m": {"type": "mutualTLS"}}, "schemas": {}},
        });
        let (document, changes) = run_alone(PASS, document).unwrap();
        assert_eq!(
            document,
            json!({"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {}, "components": {"schemas": {}}})
        );
        assert_eq!(changes.len(), 4);
    }

    #[test]
    fn title_and_version_lose_control_characters() {
        let info = |info: Value| run_alone(PASS, json!({"openapi": "3.0.0", "info": info})).unwrap().0["info"].clone();
        assert_eq!(info(json!({"title": "t", "version": 1.5, "license": {}})), json!({"title": "t", "version": "1.5"}));
        assert_eq!(info(json!({"title": "a\u{7}b", "version": "2"})), json!({"title": "ab", "version": "2"}));
        assert_eq!(info(json!([])), json!({"title": "API", "version": "0"}));
    }

    #[test]
    fn what_credentials_set_is_remembered() {
        let mut state = State::new(
            json!({"openapi": "3.0.0", "components": {"securitySchemes": {"k": {"type": "apiKey", "in": "header", "name": "X-Key"}, "b": {"type": "http"}}}}),
        );
        run(&mut state, &mut Log::default()).unwrap();
        assert_eq!(state.credential_names, ["header x-key"]);
    }

    #[test]
    fn other_openapi_versions_are_refused_with_a_remedy() {
        let error = run_alone(PASS, json!({"openapi": "2.0"})).unwrap_err().to_string();
        assert!(error.contains("`2.0`") && error.contains("convert"), "{error}");
    }
}
