//! The corrections that make a description true.

use std::collections::{BTreeMap, BTreeSet};

use codegen::shapes::{Shapes, types};
use document::error::Result;
use serde_json::{Map, Value, json};

use super::{
    ENOUGH_MESSAGES,
    judge::Judged,
    overlay::{self, Action, json_path, quoted},
    read::Traffic,
};

/// How a difference would be corrected.
#[derive(Clone, Debug)]
pub(super) enum Fix {
    /// It cannot be, for this reason.
    None(&'static str),
    /// Objects have another field.
    Field { holders: Vec<String>, name: String, found: String, always: bool },
    /// A field of objects is optional, which these schemas require.
    Optional { lists: Vec<String>, name: String },
    /// A field of objects is required.
    Required { holders: Vec<String>, name: String },
    /// A value may have another type, or has it instead.
    Type { sites: Vec<String>, found: String, instead: bool },
    /// A text has no format, or another one.
    Format { places: Vec<String>, found: Option<String> },
    /// An enum has another value.
    Value { places: Vec<String>, value: String },
    /// An operation responds with another status.
    Status { operation: String, status: u16 },
    /// A response has a body of another media type.
    Content { response: String, media: String, body: Option<String> },
    /// A response has another header.
    Header { response: String, name: String, found: String },
    /// A parameter has no effect.
    Ignored { parameter: String },
}

/// Corrections, and what cannot be corrected.
#[derive(Clone, Debug, Default)]
pub struct Proposal {
    /// In the order in which they have to be applied.
    pub actions: Vec<Action>,
    /// How many differences have none.
    pub without: usize,
    /// Why not.
    pub reasons: BTreeSet<String>,
}

impl Proposal {
    pub(super) fn new(document: &Value, shapes: &Shapes, traffic: &Traffic, judged: &[Judged]) -> Self {
        let mut proposal = Self::default();
        let is_30 = document.get("openapi").and_then(Value::as_str).is_some_and(|version| version.starts_with("3.0"));
        let mut writer = Writer { document, is_30, actions: Vec::new(), proposal: &mut proposal };
        writer.all(judged);
        let mut actions = writer.actions;
        actions.extend(provenance(document, shapes, traffic, judged));
        proposal.actions = actions;
        proposal
    }

    /// The overlay with these corrections after those that it has; a new one when there is none.
    ///
    /// # Errors
    ///
    /// When the overlay has no list of actions at its end.
    pub fn overlay(&self, name: &str, existing: Option<&[u8]>) -> Result<String> {
        overlay::text(name, existing, &self.actions)
    }
}

/// Marks the operations of which enough was seen, and nothing that has no correction.
fn provenance(document: &Value, shapes: &Shapes, traffic: &Traffic, judged: &[Judged]) -> Vec<Action> {
    let open: BTreeSet<&str> = judged
        .iter()
        .filter(|one| matches!(one.fix, Fix::None(_)))
        .flat_map(|one| one.change.operation_ids.iter().map(String::as_str))
        .collect();
    let mut seen: BTreeMap<&str, u64> = BTreeMap::new();
    for ((operation, is_request, status), messages) in &traffic.messages {
        if !is_request && (200..300).contains(status) {
            *seen.entry(operation).or_default() += messages;
        }
    }
    let enough = seen.into_iter().filter(|(id, messages)| *messages >= ENOUGH_MESSAGES && !open.contains(id));
    enough
        .filter_map(|(id, messages)| {
            let pointer = &shapes.operations.get(id)?.pointer;
            let is_known =
                document.pointer(&format!("{pointer}/x-provenance")).is_some_and(|known| known == "observed");
            (!is_known).then(|| Action {
                description: format!("{messages} responses of {id} were held against the description."),
                target: json_path(document, pointer),
                update: Some(json!({"x-provenance": "observed"})),
            })
        })
        .collect()
}

struct Writer<'a> {
    document: &'a Value,
    is_30: bool,
    actions: Vec<Action>,
    proposal: &'a mut Proposal,
}

/// A field that is to be added: its types, whether it is always there, and the reasons.
#[derive(Default)]
struct NewField {
    types: BTreeSet<String>,
    always: Option<bool>,
    reasons: Vec<String>,
}

/// A value that may have other types.
#[derive(Default)]
struct NewType {
    types: BTreeSet<String>,
    instead: Option<bool>,
    reasons: Vec<String>,
}

impl Writer<'_> {
    fn all(&mut self, judged: &[Judged]) {
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
                Fix::None(reason) => {
                    self.proposal.without += 1;
                    self.proposal.reasons.insert((*reason).to_owned());
                }
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

    fn other_type(&mut self, site: &str, other: &NewType) {
        let why = joined(&other.reasons);
        let Some(Value::Object(node)) = self.document.pointer(site) else { return };
        let alternatives = ["oneOf", "anyOf"].into_iter().find(|keyword| node.contains_key(*keyword));
        if let Some(keyword) = alternatives {
            for found in &other.types {
                self.update(&format!("{site}/{keyword}"), self.schema(&BTreeSet::from([found.clone()])), &why);
            }
        } else if node.contains_key("$ref") {
            self.beside_reference(site, node, other, &why);
        } else if node.contains_key("allOf") {
            self.proposal.without += 1;
            self.proposal.reasons.insert("a schema with `allOf` has another type".to_owned());
        } else if other.instead == Some(true) {
            // What was said of the texts or numbers of the old type holds no more.
            for keyword in ["format", "pattern", "enum", "minLength", "maxLength", "minimum", "maximum", "nullable"] {
                if node.contains_key(keyword) {
                    let target = self.path(&format!("{site}/{keyword}"));
                    self.push(Action { description: why.clone(), target, update: None });
                }
            }
            let mut schema = self.schema(&other.types);
            if let Value::Object(schema) = &mut schema {
                schema.insert("x-provenance".to_owned(), "observed".into());
            }
            self.update(site, schema, &why);
        } else {
            self.more_types(site, node, other, &why);
        }
    }

    /// A schema with a type of its own, which may have others too.
    fn more_types(&mut self, site: &str, node: &Map<String, Value>, other: &NewType, why: &str) {
        let only_null = other.types.iter().all(|found| found == "null");
        if node.contains_key("enum") && !only_null {
            self.proposal.without += 1;
            self.proposal.reasons.insert("an enum has values of another type".to_owned());
            return;
        }
        if only_null && node.get("enum").and_then(Value::as_array).is_some_and(|values| !values.contains(&Value::Null))
        {
            self.update(&format!("{site}/enum"), Value::Null, why);
        }
        let old: BTreeSet<String> = match node.get("type") {
            Some(Value::String(name)) => BTreeSet::from([name.clone()]),
            Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            _ => BTreeSet::new(),
        };
        let all: BTreeSet<String> = old.iter().chain(&other.types).cloned().collect();
        if old.is_empty() {
            // It has fields and no type; in an object, null stands beside it.
            self.proposal.without += 1;
            self.proposal.reasons.insert("a schema without a type has another type".to_owned());
        } else if !self.is_30 {
            self.update(site, json!({"type": all, "x-provenance": "observed"}), why);
        } else if only_null {
            self.update(site, json!({"nullable": true, "x-provenance": "observed"}), why);
        } else {
            let target = self.path(&format!("{site}/type"));
            self.push(Action { description: why.to_owned(), target, update: None });
            let mut alternatives = self.schema(&all);
            if let Value::Object(schema) = &mut alternatives {
                schema.insert("x-provenance".to_owned(), "observed".into());
            }
            self.update(site, alternatives, why);
        }
    }

    /// A reference, which may be something else too: the component itself stays as it is.
    fn beside_reference(&mut self, site: &str, node: &Map<String, Value>, other: &NewType, why: &str) {
        let Some(reference) = node.get("$ref").cloned() else { return };
        let target = self.path(&format!("{site}/$ref"));
        self.push(Action { description: why.to_owned(), target, update: None });
        let only_null = other.types.iter().all(|found| found == "null");
        let update = if self.is_30 && only_null {
            json!({"nullable": true, "allOf": [{"$ref": reference}], "x-provenance": "observed"})
        } else {
            json!({"anyOf": [{"$ref": reference}, self.schema(&other.types)], "x-provenance": "observed"})
        };
        self.update(site, update, why);
    }

    /// A schema for values of these types.
    fn schema(&self, found: &BTreeSet<String>) -> Value {
        let mask = found.iter().map(|name| types::of(name)).fold(0, |all, one| all | one);
        let names = types::names(mask & !types::NULL);
        let is_nullable = mask & types::NULL != 0;
        let one = |name: &str| match name {
            "array" => json!({"type": "array", "items": {}}),
            "object" => json!({"type": "object", "additionalProperties": true}),
            name => json!({"type": name}),
        };
        match (names.as_slice(), is_nullable, self.is_30) {
            // Only null was seen, so what else it may be is not known.
            ([], true, true) => json!({"nullable": true}),
            ([], ..) => json!({}),
            ([name], false, _) => one(name),
            ([name], true, true) => with(one(name), "nullable", json!(true)),
            ([name], true, false) => with(one(name), "type", json!([name, "null"])),
            (names, _, true) => {
                let alternatives = json!({"anyOf": names.iter().map(|name| one(name)).collect::<Vec<_>>()});
                if is_nullable { with(alternatives, "nullable", json!(true)) } else { alternatives }
            }
            (names, ..) => {
                let null = is_nullable.then_some("null");
                json!({"type": names.iter().copied().chain(null).collect::<Vec<_>>()})
            }
        }
    }

    fn path(&self, pointer: &str) -> String {
        json_path(self.document, pointer)
    }

    fn update(&mut self, pointer: &str, update: Value, why: &str) {
        let target = self.path(pointer);
        self.push(Action { description: why.to_owned(), target, update: Some(update) });
    }

    /// Adds an action; one that another operation asks for too gets its reason.
    fn push(&mut self, action: Action) {
        let known =
            self.actions.iter_mut().find(|known| known.target == action.target && known.update == action.update);
        match known {
            Some(known) if known.description.contains(&action.description) => {}
            Some(known) => known.description = format!("{} {}", known.description, action.description),
            None => self.actions.push(action),
        }
    }
}

fn with(mut schema: Value, keyword: &str, value: Value) -> Value {
    if let Value::Object(schema) = &mut schema {
        schema.insert(keyword.to_owned(), value);
    }
    schema
}

fn joined(reasons: &[String]) -> String {
    let mut all: Vec<&str> = Vec::new();
    for reason in reasons {
        if !all.contains(&reason.as_str()) {
            all.push(reason);
        }
    }
    all.join(" ")
}
