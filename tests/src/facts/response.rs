//! The responses of an operation.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    fact::{Fact, Operation},
    provenance::Provenance,
    walk::{Context, Walk},
};

/// Error statuses and the shared response of each; `Inferred` comes before its name where no page lists the status.
const ERRORS: [(&str, &str); 6] = [
    ("400", "BadRequest"),
    ("401", "Unauthorised"),
    ("403", "Forbidden"),
    ("404", "NotFound"),
    ("429", "TooManyRequests"),
    ("500", "ServerError"),
];
impl Walk<'_> {
    pub(super) fn responses(&mut self, facts: &Operation, responses: &Value) {
        let mut described: BTreeMap<&str, &Value> =
            responses.as_object().into_iter().flatten().map(|(status, response)| (status.as_str(), response)).collect();
        let unknown = Fact { kind: Some("object".into()), ..Fact::default() };
        let mut successes: Vec<_> = facts.responses.iter().filter(|(status, _)| status.starts_with('2')).collect();
        let status_200 = "200".to_owned();
        if successes.is_empty() {
            successes.push((&status_200, &unknown));
        }
        for (status, fact) in successes {
            let status = status.to_uppercase();
            match described.remove(status.as_str()) {
                Some(response) => self.success(&status, fact, response),
                None => self.differs(status, "a response", "nothing"),
            }
        }
        // 400 wherever a request can be wrong in more than its path (a parameter of unknown name counts), 404 wherever the
        // path names something.
        for (status, name) in ERRORS {
            let expected = match status {
                "400" => !facts.params.query.is_empty() || facts.body.is_some(),
                "404" => !facts.params.path.is_empty(),
                _ => true,
            } || facts.responses.contains_key(status);
            let provenance = if facts.responses.contains_key(status) { Provenance::Read } else { Provenance::Inferred };
            let name = if provenance == Provenance::Read { name.to_owned() } else { format!("Inferred{name}") };
            let reference = format!("a $ref to {name}");
            match (expected, described.remove(status)) {
                (true, None) => self.differs(status, reference, "nothing"),
                (false, Some(_)) => self.differs(status, "nothing", "a response"),
                (true, Some(response)) => {
                    let target = format!("#/components/responses/{name}");
                    if *response == json!({ "$ref": target }) {
                        self.error(status, response, provenance);
                    } else {
                        self.differs(status, reference, response.to_string());
                    }
                }
                (false, None) => {}
            }
        }
        for status in facts.responses.keys().filter(|status| !status.starts_with('2')) {
            if !ERRORS.iter().any(|(common, _)| common == status) {
                self.differs(status, "a status that this check has no rule for", "?");
            }
        }
        for status in described.into_keys() {
            self.differs(status, "nothing", "a response");
        }
    }

    pub(super) fn success(&mut self, status: &str, fact: &Fact, response: &Value) {
        let (response, component) = self.follow("responses", response);
        self.extra_keys(status, &response, &["description", "content"]);
        let Some(schema) = self.json_schema(status, &response) else { return };
        // A body of which nothing is known says so itself.
        if fact.is_unknown_object() {
            self.same(format!("{status} x-provenance"), Some(&json!("inferred")), schema.get("x-provenance"));
            let seen = self.see(status, &schema);
            self.compare(status, fact, &seen, Context::RESPONSE);
        } else {
            self.value(status, fact, &schema, Context { component, ..Context::RESPONSE });
        }
    }

    /// Of the errors, only the 400 has a known body.
    pub(super) fn error(&mut self, status: &str, response: &Value, provenance: Provenance) {
        let (response, _) = self.follow("responses", response);
        self.extra_keys(status, &response, &["description", "content", "x-provenance"]);
        let stated = response.get("x-provenance");
        self.same(format!("{status} x-provenance"), Some(&json!(provenance.name())), stated);
        if status != "400" {
            return self.same(format!("{status} content"), None, response.get("content"));
        }
        let Some(schema) = self.json_schema(status, &response) else { return };
        let fact = Fact { same_as: Some("validation_error".into()), ..Fact::default() };
        self.value(status, &fact, &schema, Context { component: true, ..Context::RESPONSE });
    }

    pub(super) fn json_schema(&mut self, place: &str, holder: &Value) -> Option<Value> {
        let content = &holder["content"];
        let types: Vec<_> = content.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        if types != ["application/json"] {
            self.differs(format!("{place} content"), "[\"application/json\"]", json!(types).to_string());
        }
        let media = content.get("application/json")?;
        self.extra_keys(place, media, &["schema"]);
        let schema = media.get("schema").cloned();
        if schema.is_none() {
            self.differs(place, "a schema", "nothing");
        }
        schema
    }
}
