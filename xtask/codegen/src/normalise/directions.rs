//! Which components requests carry, which only responses do, and the two copies of what both carry.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Log, Pass, State, free_name::first_free};
use document::{
    error::{Error, Result},
    schema::{self, Use},
};

pub(super) const PASS: Pass = Pass {
    name: "directions",
    reason: "responses are read leniently and requests are written strictly, so a shape that both carry needs two types",
    run,
    holds,
};

/// What the copy for requests is called.
const REQUEST_SUFFIX: &str = "Input";

/// What stands behind the place of a component for the place of its copy.
const REQUEST_COPY: &str = "x-request";

/// The components that requests and responses reach, by name.
#[derive(Debug, Default)]
pub(crate) struct Reach {
    pub(crate) request: BTreeSet<String>,
    pub(crate) response: BTreeSet<String>,
}

/// Follows the references of all operations through the components.
pub(crate) fn reach(document: &Value) -> Reach {
    let (mut request, mut response) = (Vec::new(), Vec::new());
    schema::read_operations(document, &mut |_, usage, schema| {
        if let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(schema::component_of) {
            let roots = if usage == Use::Request { &mut request } else { &mut response };
            roots.push(name.to_owned());
        }
    });
    Reach { request: schema::reachable(document, request), response: schema::reachable(document, response) }
}

/// Whether a schema is a plain list of strings: one open enum serves both directions.
fn is_enum(schema: &Value) -> bool {
    schema.get("enum").is_some() && schema.get("properties").is_none()
}

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    let Reach { request, mut response } = reach(&state.document);
    // Error bodies left the operations, and are read like any other response.
    let errors = state.errors.values().flatten().filter_map(|response| response.schema.clone()).collect();
    response.extend(schema::reachable(&state.document, errors));
    let Some(components) = schema::components_mut(&mut state.document) else { return Ok(()) };
    let unused: Vec<String> =
        components.keys().filter(|name| !request.contains(*name) && !response.contains(*name)).cloned().collect();
    let known = &state.known.places;
    let shared: BTreeSet<String> = request
        .intersection(&response)
        .filter(|name| components.get(*name).is_some_and(|component| !is_enum(component)))
        .cloned()
        .collect();
    for name in unused {
        components.shift_remove(&name);
        log.changed(place_of(&name), "left out: no operation uses it");
    }
    let mut copies = BTreeMap::new();
    for name in shared {
        let place = format!("/components/schemas/{}/{REQUEST_COPY}", schema::escape(&name));
        let is_free = |copy: &str| !components.contains_key(copy) && !known.values().any(|known| known == copy);
        let copy_name = match known.get(&place).filter(|known| !components.contains_key(*known)) {
            Some(known) => known.clone(),
            None => first_free(format!("{name}{REQUEST_SUFFIX}"), is_free),
        };
        let copy = components.get(&name).cloned().unwrap_or_default();
        components.insert(copy_name.clone(), copy);
        log.changed(place_of(&name), format!("requests use their own copy, {copy_name}"));
        let component = state.vendor.get(&name).unwrap_or(&name);
        state.vendor.insert(copy_name.clone(), format!("{component} (request)"));
        state.places.insert(copy_name.clone(), place_of(&name));
        copies.insert(name, copy_name);
    }
    let for_requests: BTreeSet<String> = copies.values().cloned().collect();
    for (name, component) in components.iter_mut() {
        let is_request = request.contains(name) && !copies.contains_key(name);
        let is_copy = for_requests.contains(name);
        if is_request || is_copy {
            point_to_copies(component, &copies);
        }
        let direction = if is_request && !response.contains(name) || is_copy {
            "request"
        } else if is_request {
            "both"
        } else {
            "response"
        };
        if let Value::Object(keywords) = component {
            keywords.insert(DIRECTION.to_owned(), Value::from(direction));
        }
    }
    schema::visit_operations(&mut state.document, &mut |_, usage, schema| {
        if usage == Use::Request {
            point_to_copies(schema, &copies);
        }
        Ok(())
    })?;
    Ok(())
}

fn place_of(name: &str) -> String {
    format!("/components/schemas/{}", schema::escape(name))
}

/// The mark that this pass leaves on each component: `request`, `response` or `both` (enums only).
pub(super) const DIRECTION: &str = "x-direction";

/// The direction of a schema that a walk meets at `usage`, in a component of direction `component`.
pub(super) fn is_request(usage: Use, component: Option<&Value>) -> bool {
    match usage {
        Use::Request => true,
        Use::Response => false,
        Use::Component => {
            component.and_then(|component| component.get(DIRECTION)).is_some_and(|direction| direction == "request")
        }
    }
}

/// Calls `f` with each schema, and whether requests carry it. Components that are plain lists of strings are left out unless
/// requests alone carry them: one type serves both directions.
pub(super) fn visit(document: &mut Value, f: &mut dyn FnMut(bool, &str, &mut Value)) -> Result<()> {
    schema::visit_operations(document, &mut |pointer, usage, schema| {
        f(usage == Use::Request, pointer, schema);
        Ok(())
    })?;
    for (name, component) in schema::components_mut(document).into_iter().flatten() {
        if let Some(is_request) = direction(component) {
            let pointer = format!("/components/schemas/{}", schema::escape(name));
            schema::visit_below(&pointer, Use::Component, component, &mut |pointer, _, schema| {
                f(is_request, pointer, schema);
                Ok(())
            })?;
        }
    }
    Ok(())
}

/// As [`visit`], for a document that stays as it is.
pub(super) fn read<'a>(document: &'a Value, f: &mut dyn FnMut(bool, &str, &'a Value)) {
    schema::read_operations(document, &mut |pointer, usage, schema| f(usage == Use::Request, pointer, schema));
    for (name, component) in schema::components(document).into_iter().flatten() {
        if let Some(is_request) = direction(component) {
            let pointer = format!("/components/schemas/{}", schema::escape(name));
            schema::read_below(&pointer, Use::Component, component, &mut |pointer, _, schema| {
                f(is_request, pointer, schema);
            });
        }
    }
}

/// Whether requests carry a component; nothing for a plain list of strings that both directions carry.
fn direction(component: &Value) -> Option<bool> {
    let is_request = is_request(Use::Component, Some(component));
    (is_request || !is_enum(component)).then_some(is_request)
}

fn point_to_copies(value: &mut Value, copies: &BTreeMap<String, String>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                match member {
                    Value::String(reference) if key == "$ref" => {
                        if let Some(copy) = schema::component_of(reference).and_then(|name| copies.get(name)) {
                            *reference = format!("#/components/schemas/{copy}");
                        }
                    }
                    member => point_to_copies(member, copies),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| point_to_copies(item, copies)),
        _ => {}
    }
}

fn holds(document: &Value) -> Result<()> {
    let reach = reach(document);
    for name in reach.request.intersection(&reach.response) {
        let pointer = format!("/components/schemas/{}", schema::escape(name));
        if document.pointer(&pointer).is_some_and(|component| !is_enum(component)) {
            return Err(Error::new("requests and responses still share a component").at_pointer(pointer));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::normalise::run_alone;

    fn document() -> Value {
        let body = |name: &str| json!({"content": {"application/json": {"schema": {"$ref": format!("#/components/schemas/{name}")}}}});
        json!({
            "paths": {"/a": {"post": {"operationId": "a", "requestBody": body("Shared"), "responses": {"200": body("Response")}}}},
            "components": {"schemas": {
                "Shared": {"properties": {"inner": {"$ref": "#/components/schemas/Inner"}, "kind": {"$ref": "#/components/schemas/Kind"}}},
                "Inner": {"properties": {"again": {"$ref": "#/components/schemas/Inner"}}},
                "Kind": {"type": "string", "enum": ["x"]},
                "Response": {"properties": {"shared": {"$ref": "#/components/schemas/Shared"}}},
                "Lonely": {},
            }},
        })
    }

    #[test]
    fn shared_shapes_get_a_copy_for_requests() {
        let (document, _) = run_alone(PASS, document()).unwrap();
        let schemas = &document["components"]["schemas"];
        assert_eq!(
            document["paths"]["/a"]["post"]["requestBody"]["content"]["application/json"]["schema"],
            schema::reference_to("SharedInput")
        );
        assert_eq!(schemas["SharedInput"]["properties"]["inner"], schema::reference_to("InnerInput"));
        assert_eq!(schemas["InnerInput"]["properties"]["again"], schema::reference_to("InnerInput"));
        assert_eq!(schemas["Shared"]["properties"]["inner"], schema::reference_to("Inner"));
        assert_eq!(schemas["SharedInput"]["x-direction"], "request");
        assert_eq!(schemas["Shared"]["x-direction"], "response");
    }

    #[test]
    fn a_copy_keeps_the_name_that_the_lock_knows() {
        let mut taken = document();
        taken["components"]["schemas"]["Inner"]["properties"]["other"] = schema::reference_to("SharedInput");
        taken["components"]["schemas"]["SharedInput"] = json!({"properties": {}});
        let run_with = |known: &[(&str, &str)]| {
            let mut state = State::new(taken.clone());
            state.known.places = known.iter().map(|(place, name)| ((*place).to_owned(), (*name).to_owned())).collect();
            run(&mut state, &mut Log::default()).unwrap();
            let body = "/paths/~1a/post/requestBody/content/application~1json/schema/$ref";
            state.document.pointer(body).and_then(Value::as_str).map(str::to_owned)
        };
        assert_eq!(run_with(&[]).as_deref(), Some("#/components/schemas/SharedInput2"));
        let known = [("/components/schemas/Shared/x-request", "SharedSent")];
        assert_eq!(run_with(&known).as_deref(), Some("#/components/schemas/SharedSent"));
    }

    #[test]
    fn enums_are_shared_and_unused_components_left_out() {
        let (document, _) = run_alone(PASS, document()).unwrap();
        let schemas = document["components"]["schemas"].as_object().unwrap();
        assert_eq!(schemas["Kind"]["x-direction"], "both");
        assert!(!schemas.contains_key("KindInput") && !schemas.contains_key("Lonely"));
    }
}
