//! An operation: its own words, its parameters, its body.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    fact::{Fact, Operation},
    provenance::operation_provenance,
    references::is_unnamed,
    walk::{Context, Described, Walk},
};

/// What an operation says whose page shows no error status.
const NO_ERRORS: &str = "The error responses are not shown.";

impl Walk<'_> {
    pub(super) fn operation(&mut self, facts: &Operation, described: &Described) {
        let Described { method, path, item, operation } = described;
        self.own = operation_provenance(facts);
        self.same("method", Some(&json!(facts.method)), Some(&json!(method)));
        self.same("path", Some(&json!(facts.path)), Some(&json!(path)));
        self.same("tags", Some(&json!([facts.tag])), operation.get("tags"));
        self.same("x-provenance", Some(&json!(self.own.name())), operation.get("x-provenance"));
        if facts.responses.keys().all(|status| status.starts_with('2')) {
            let notes = operation["x-unknown"].as_array();
            if !notes.is_some_and(|notes| notes.iter().any(|note| note == NO_ERRORS)) {
                self.differs("x-unknown", NO_ERRORS, "nothing");
            }
        }
        let unknown = facts.gaps || facts.params.query.keys().any(|name| is_unnamed(name));
        if unknown && operation["x-unknown"].as_array().is_none_or(Vec::is_empty) {
            self.differs("x-unknown", "that something is unknown", "nothing");
        }
        self.extra_keys(
            "",
            operation,
            &[
                "tags",
                "operationId",
                "summary",
                "description",
                "parameters",
                "requestBody",
                "responses",
                "x-provenance",
                "x-unknown",
            ],
        );
        self.parameters(facts, item, operation);
        self.body(facts.body.as_ref(), operation.get("requestBody"));
        self.responses(facts, &operation["responses"]);
    }

    pub(super) fn parameters(&mut self, facts: &Operation, item: &Value, operation: &Value) {
        let mut described = BTreeMap::new();
        for list in [&item["parameters"], &operation["parameters"]] {
            for parameter in list.as_array().into_iter().flatten() {
                let (seen, component) = self.follow("parameters", parameter);
                let place = format!("{} {}", seen["in"].as_str().unwrap_or("?"), seen["name"].as_str().unwrap_or("?"));
                if described.insert(place.clone(), (seen, component)).is_some() {
                    self.differs(place, "one parameter", "two of this name");
                }
            }
        }
        let known = [("path", &facts.params.path), ("query", &facts.params.query)];
        for (location, facts) in known {
            for (name, fact) in facts.iter().filter(|(name, _)| !is_unnamed(name)) {
                let place = format!("{location} {name}");
                match described.remove(&place) {
                    Some((parameter, component)) => self.parameter(&place, fact, &parameter, component, location),
                    None => self.differs(place, "a parameter", "nothing"),
                }
            }
        }
        for place in described.into_keys() {
            self.differs(place, "nothing", "a parameter");
        }
    }

    pub(super) fn parameter(&mut self, place: &str, fact: &Fact, parameter: &Value, component: bool, location: &str) {
        let context = Context { component, ..Context::REQUEST };
        self.flag(place, "required", fact.required || location == "path", parameter["required"] == true);
        self.provenance(place, context.provenance(fact), parameter.get("x-provenance"), component);
        let mut known = vec!["name", "in", "required", "schema", "description", "x-provenance"];
        if fact.example.is_some() {
            known.extend(["example", "examples"]);
        }
        // The defaults of a query parameter may be spelt out.
        known.extend((parameter["style"] == "form").then_some("style"));
        known.extend((parameter["explode"] == true).then_some("explode"));
        self.extra_keys(place, parameter, &known);
        let mut seen = self.see(place, &parameter["schema"]);
        if let Some(stated) = seen.keywords.remove("x-provenance") {
            self.differs(format!("{place} schema x-provenance"), "nothing: it is the parameter's", stated.to_string());
        }
        if let Some(text) = parameter.get("description") {
            seen.keywords.insert("description".into(), text.clone());
        }
        self.flag(place, "nullable", fact.nullable, seen.nullable);
        self.compare(place, fact, &seen, context.inside(fact));
    }

    pub(super) fn body(&mut self, fact: Option<&Fact>, body: Option<&Value>) {
        let (fact, body) = match (fact, body) {
            (None, None) => return,
            (Some(_), None) => return self.differs("body", "a body", "nothing"),
            (None, Some(_)) => return self.differs("body", "nothing", "a body"),
            (Some(fact), Some(body)) => (fact, body),
        };
        let (body, component) = self.follow("requestBodies", body);
        self.flag("body", "required", fact.required, body["required"] == true);
        self.extra_keys("body", &body, &["required", "content", "description"]);
        if let Some(schema) = self.json_schema("body", &body) {
            self.value("body", fact, &schema, Context { component, ..Context::REQUEST });
        }
    }
}
