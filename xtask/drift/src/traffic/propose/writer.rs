//! Writes the actions of an overlay: one for each place, whatever asks for it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{Fix, Proposal, other_type::NewType};
use crate::traffic::{
    judge::Judged,
    overlay::{Action, json_path, quoted},
};

pub(super) struct Writer<'a> {
    pub(super) document: &'a Value,
    /// Whether it is OpenAPI 3.0, where a type is one name and null is `nullable`.
    pub(super) is_30: bool,
    proposal: Proposal,
}

/// A field that is to be added: its types, whether it is always there, and the reasons.
#[derive(Default)]
struct NewField {
    types: BTreeSet<String>,
    always: Option<bool>,
    reasons: Vec<String>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(document: &'a Value) -> Self {
        let is_30 = document.get("openapi").and_then(Value::as_str).is_some_and(|version| version.starts_with("3.0"));
        Self { document, is_30, proposal: Proposal::default() }
    }

    /// What corrects all differences that can be corrected.
    pub(super) fn all(mut self, judged: &[Judged]) -> Proposal {
        let mut fields: BTreeMap<(String, String), NewField> = BTreeMap::new();
        let mut others: BTreeMap<String, NewType> = BTreeMap::new();
        let mut required: BTreeMap<String, (BTreeSet<String>, Vec<String>)> = BTreeMap::new();
        let mut formats: BTreeMap<String, (BTreeSet<Option<String>>, Vec<String>)> = BTreeMap::new();
        // Statuses come first: contents and headers go into their responses.
        let is_status = |one: &&Judged| matches!(one.fix, Fix::Status { .. });
        let (statuses, rest): (Vec<&Judged>, Vec<&Judged>) = judged.iter().partition(is_status);
        for one in statuses.into_iter().chain(rest) {
            let why = format!("{}.", one.change.sentence);
            match &one.fix {
                Fix::None(reason) => self.leave(reason),
                Fix::Field { holders, name, found, always } => {
                    for holder in holders {
                        let field = fields.entry((holder.clone(), name.clone())).or_default();
                        field.types.insert(found.clone());
                        field.always = Some(field.always.unwrap_or(true) && *always);
                        field.reasons.push(why.clone());
                    }
                }
                Fix::Type { sites, found, instead } => {
                    for site in sites {
                        let other = others.entry(site.clone()).or_default();
                        other.types.insert(found.clone());
                        other.instead = Some(other.instead.unwrap_or(true) && *instead);
                        other.reasons.push(why.clone());
                    }
                }
                Fix::Required { holders, name } => {
                    for holder in holders {
                        let (names, reasons) = required.entry(holder.clone()).or_default();
                        names.insert(name.clone());
                        reasons.push(why.clone());
                    }
                }
                Fix::Format { places, found } => {
                    for place in places {
                        let (found_formats, reasons) = formats.entry(place.clone()).or_default();
                        found_formats.insert(found.clone());
                        reasons.push(why.clone());
                    }
                }
                Fix::Optional { lists, name } => {
                    for list in lists {
                        let target = format!("{}[?@ == '{}']", self.path(&format!("{list}/required")), quoted(name));
                        self.push(Action { description: why.clone(), target, update: None });
                    }
                }
                Fix::Value { places, value } => {
                    for place in places {
                        self.update(&format!("{place}/enum"), json!(value), &why);
                    }
                }
                Fix::Status { operation, status } => {
                    let response = json!({"description": "Seen in traffic.", "x-provenance": "observed"});
                    self.update(&format!("{operation}/responses"), json!({ status.to_string(): response }), &why);
                }
                Fix::Content { response, media, body } => {
                    let schema = match body.as_deref() {
                        Some(body) => self.schema(&BTreeSet::from([body.to_owned()])),
                        None => json!({"type": "string"}),
                    };
                    self.update(response, json!({"content": { media: {"schema": schema} }}), &why);
                }
                Fix::Header { response, name, found } => {
                    let header = json!({"schema": {"type": found}, "x-provenance": "observed"});
                    self.update(response, json!({"headers": { name: header }}), &why);
                }
                Fix::Ignored { parameter } => {
                    let described = self.document.pointer(&format!("{parameter}/description")).and_then(Value::as_str);
                    let text =
                        format!("{} The server was seen to take no notice of it.", described.unwrap_or_default());
                    self.update(parameter, json!({"description": text.trim(), "x-ignored": true}), &why);
                }
            }
        }
        self.fields(fields, &mut required);
        for (site, other) in others {
            self.other_type(&site, &other);
        }
        for (place, (found, reasons)) in formats {
            self.format(&place, &found, &joined(&reasons));
        }
        for (holder, (names, reasons)) in required {
            self.required(&holder, &names, &joined(&reasons));
        }
        self.proposal
    }

    fn fields(
        &mut self,
        fields: BTreeMap<(String, String), NewField>,
        required: &mut BTreeMap<String, (BTreeSet<String>, Vec<String>)>,
    ) {
        for ((holder, name), field) in fields {
            let mut schema = self.schema(&field.types);
            if let Value::Object(schema) = &mut schema {
                schema.insert("x-provenance".to_owned(), "observed".into());
            }
            let why = joined(&field.reasons);
            self.update(&holder, json!({"properties": { name.as_str(): schema }}), &why);
            // Seen with one type in each object; with two, neither was in all of them.
            if field.always == Some(true) && field.types.len() == 1 {
                let (names, reasons) = required.entry(holder).or_default();
                names.insert(name);
                reasons.extend(field.reasons);
            }
        }
    }

    fn required(&mut self, holder: &str, names: &BTreeSet<String>, why: &str) {
        let has_list = self.document.pointer(&format!("{holder}/required")).is_some_and(Value::is_array);
        if !has_list {
            self.update(holder, json!({ "required": names }), why);
            return;
        }
        for name in names {
            self.update(&format!("{holder}/required"), json!(name), why);
        }
    }

    fn format(&mut self, place: &str, found: &BTreeSet<Option<String>>, why: &str) {
        if let [Some(format)] = found.iter().collect::<Vec<_>>()[..] {
            self.update(place, json!({"format": format, "x-provenance": "observed"}), why);
        } else {
            let target = self.path(&format!("{place}/format"));
            self.push(Action { description: why.to_owned(), target, update: None });
        }
    }

    /// Counts a difference that has no correction.
    pub(super) fn leave(&mut self, reason: &str) {
        self.proposal.without += 1;
        self.proposal.reasons.insert(reason.to_owned());
    }

    pub(super) fn path(&self, pointer: &str) -> String {
        json_path(self.document, pointer)
    }

    pub(super) fn update(&mut self, pointer: &str, update: Value, why: &str) {
        let target = self.path(pointer);
        self.push(Action { description: why.to_owned(), target, update: Some(update) });
    }

    /// Adds an action; one that another operation asks for too gets its reason.
    pub(super) fn push(&mut self, action: Action) {
        let known = self
            .proposal
            .actions
            .iter_mut()
            .find(|known| known.target == action.target && known.update == action.update);
        match known {
            Some(known) if known.description.contains(&action.description) => {}
            Some(known) => known.description = format!("{} {}", known.description, action.description),
            None => self.proposal.actions.push(action),
        }
    }
}

pub(super) fn joined(reasons: &[String]) -> String {
    let mut all: Vec<&str> = Vec::new();
    for reason in reasons {
        if !all.contains(&reason.as_str()) {
            all.push(reason);
        }
    }
    all.join(" ")
}
