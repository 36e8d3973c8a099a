//! Compares a transcribed `OpenAPI` description with the facts it was transcribed from, in both directions.
//!
//! The facts (`tests/facts`) hold what the public reference pages show, and how well each part is known. The rules that turn
//! a fact into a part of the description are in [`differences`] and below; each is stated once, where it is applied.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt, fs,
    path::Path,
};

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};
use xtask::document::Document;

/// What the reference pages show: the operations, the shapes they share, and the operations of which only a name is known.
#[derive(Debug, Default)]
pub struct Facts {
    operations: Vec<Operation>,
    shapes: Shapes,
    not_bound: Vec<NotBound>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Operation {
    tag: String,
    #[serde(rename = "operation_id")]
    id: String,
    method: String,
    path: String,
    request_line: RequestLine,
    #[serde(default)]
    gaps: bool,
    #[serde(default)]
    params: Params,
    body: Option<Fact>,
    #[serde(default)]
    responses: BTreeMap<String, Fact>,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum RequestLine {
    Read,
    Inferred,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Params {
    path: BTreeMap<String, Fact>,
    query: BTreeMap<String, Fact>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Shapes {
    enums: BTreeMap<String, Vec<Value>>,
    shapes: BTreeMap<String, Fact>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NotBound {
    tag: String,
    operation_id: String,
}

/// What is known of one parameter, body, field or list item.
#[expect(clippy::struct_excessive_bools, reason = "the flags of the facts files, each under its own name")]
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Fact {
    #[serde(rename = "type")]
    kind: Option<String>,
    any_of: Vec<String>,
    one_of: Vec<Fact>,
    same_as: Option<String>,
    fields: BTreeMap<String, Fact>,
    items: Option<Box<Fact>>,
    additional_properties: Option<Box<Fact>>,
    format: Option<String>,
    pattern: Option<String>,
    #[serde(rename = "enum")]
    values: Option<Vec<Value>>,
    enum_of: Option<String>,
    enum_cut: bool,
    enum_partial: Vec<String>,
    default: Option<Value>,
    min_length: Option<u64>,
    minimum: Option<u64>,
    nullable: bool,
    required: bool,
    from: Option<Source>,
    guess: bool,
    example: Option<Value>,
    // Flags that are inferred are kept as they are stated: these three say so and change nothing here.
    required_guess: bool,
    default_guess: bool,
    minimum_guess: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Source {
    Sample,
}

/// How well a part is known, as `x-provenance` says it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Provenance {
    Read,
    Sample,
    Inferred,
}

impl Provenance {
    fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Sample => "sample",
            Self::Inferred => "inferred",
        }
    }
}

impl Fact {
    fn own_provenance(&self) -> Option<Provenance> {
        if self.guess { Some(Provenance::Inferred) } else { self.from.map(|Source::Sample| Provenance::Sample) }
    }

    /// Nothing is known but that it is an object: the description has an open object.
    fn is_unknown_object(&self) -> bool {
        self.fields.is_empty()
            && self.additional_properties.is_none()
            && self.one_of.is_empty()
            && self.same_as.is_none()
    }
}

impl Facts {
    /// Reads `operations/*.yaml`, `shapes.yaml` and `not-bound.yaml` of a folder.
    pub fn load(folder: &Path) -> Result<Self, String> {
        let read = |path: &Path| fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
        let listed =
            fs::read_dir(folder.join("operations")).map_err(|error| format!("{}: {error}", folder.display()))?;
        let mut operations = listed
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| error.to_string())?;
        operations.sort();
        let operations = operations.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
        let operations: Vec<_> = operations.iter().map(String::as_str).collect();
        Self::parse(&operations, &read(&folder.join("shapes.yaml"))?, &read(&folder.join("not-bound.yaml"))?)
    }

    /// Reads the facts from the text of their files. A key that this module does not know is an error: it would be a fact
    /// that is not compared.
    pub fn parse(operations: &[&str], shapes: &str, not_bound: &str) -> Result<Self, String> {
        let mut facts = Self { operations: Vec::new(), shapes: from_yaml(shapes)?, not_bound: from_yaml(not_bound)? };
        for text in operations {
            facts.operations.extend(from_yaml::<Vec<Operation>>(text)?);
        }
        Ok(facts)
    }
}

fn from_yaml<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let start = text.lines().find(|line| !line.starts_with('#')).unwrap_or_default();
    let document = Document::parse(text).map_err(|error| format!("facts at `{start}`: {error:#}"))?;
    serde_json::from_value(document.value).map_err(|error| format!("facts at `{start}`: {error}"))
}

/// A place where the facts and the description do not agree.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    operation: String,
    place: String,
    facts: String,
    description: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, place, facts, description } = self;
        write!(formatter, "{operation}: {place}: facts say {facts}, description says {description}")
    }
}

/// A difference that is meant to be there, and why.
#[derive(Debug, Clone, Copy)]
pub struct Exception {
    /// The operation's id.
    pub operation: &'static str,
    /// The place, as [`Difference`] prints it.
    pub place: &'static str,
    /// What the description says there.
    pub description: &'static str,
    /// Why it departs from the facts.
    pub reason: &'static str,
}

/// Takes the exceptions away; one that meets no difference is a difference itself.
#[must_use]
pub fn without_exceptions(mut differences: Vec<Difference>, exceptions: &[Exception]) -> Vec<Difference> {
    for exception in exceptions {
        let before = differences.len();
        differences.retain(|difference| {
            (difference.operation.as_str(), difference.place.as_str(), difference.description.as_str())
                != (exception.operation, exception.place, exception.description)
        });
        if differences.len() == before {
            differences.push(Difference {
                operation: exception.operation.into(),
                place: exception.place.into(),
                facts: "the same as the description".into(),
                description: format!(
                    "the same, so the exception for {} ({}) is to be removed",
                    exception.description, exception.reason
                ),
            });
        }
    }
    differences
}

const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// Error statuses and the shared response each of them refers to.
const ERRORS: [(&str, &str); 6] = [
    ("400", "BadRequest"),
    ("401", "Unauthorised"),
    ("403", "Forbidden"),
    ("404", "NotFound"),
    ("429", "TooManyRequests"),
    ("500", "ServerError"),
];

/// Everything in which the description departs from the facts.
#[must_use]
pub fn differences(facts: &Facts, description: &Value) -> Vec<Difference> {
    let mut walk = Walk { facts, description, operation: String::new(), own: Provenance::Read, found: Vec::new() };
    let mut described = walk.described_operations();
    for operation in &facts.operations {
        walk.operation.clone_from(&operation.id);
        match described.remove(operation.id.as_str()) {
            Some(entry) => walk.operation(operation, &entry),
            None => walk.differs("operation", format!("{} {}", operation.method, operation.path), "nothing"),
        }
    }
    for (id, entry) in described {
        walk.operation = id;
        walk.differs("operation", "nothing", format!("{} {}", entry.method, entry.path));
    }
    walk.operation = "document".into();
    walk.not_bound();
    walk.tags();
    walk.components();
    walk.found
}

struct Described<'a> {
    method: String,
    path: &'a str,
    item: &'a Value,
    operation: &'a Value,
}

struct Walk<'a> {
    facts: &'a Facts,
    description: &'a Value,
    /// The operation under comparison and its provenance, which its fields have unless they say otherwise.
    operation: String,
    own: Provenance,
    found: Vec<Difference>,
}

/// Where a fact stands, which decides what its flags mean.
#[derive(Clone, Copy)]
struct Context {
    /// In a response: what is not read there may be absent or null.
    response: bool,
    /// In a component of the description, where `read` goes without saying.
    component: bool,
    /// The `data` or `count` of a list: not null for being inferred.
    wrapper: bool,
    inherited: Option<Provenance>,
}

impl Context {
    const REQUEST: Self = Self { response: false, component: false, wrapper: false, inherited: None };
    const RESPONSE: Self = Self { response: true, ..Self::REQUEST };

    fn provenance(self, fact: &Fact) -> Provenance {
        fact.own_provenance().or(self.inherited).unwrap_or(Provenance::Read)
    }

    fn inside(self, fact: &Fact) -> Self {
        Self { inherited: fact.own_provenance().or(self.inherited), ..self }
    }
}

/// A schema of the description with `$ref` followed and the ways to write nullability taken out.
struct Seen {
    keywords: Map<String, Value>,
    nullable: bool,
    component: bool,
}

impl<'a> Walk<'a> {
    fn differs(&mut self, place: impl Into<String>, facts: impl Into<String>, description: impl Into<String>) {
        let difference = Difference {
            operation: self.operation.clone(),
            place: place.into(),
            facts: facts.into(),
            description: description.into(),
        };
        // Components are walked once for each use: the same place of the same operation is told once.
        if !self.found.contains(&difference) {
            self.found.push(difference);
        }
    }

    fn same(&mut self, place: impl Into<String>, facts: Option<&Value>, description: Option<&Value>) {
        if facts != description {
            self.differs(place, show(facts), show(description));
        }
    }

    fn extra_keys(&mut self, place: &str, seen: &Value, known: &[&str]) {
        for (key, value) in seen.as_object().into_iter().flatten() {
            if !known.contains(&key.as_str()) {
                self.differs(format!("{place} {key}").trim_start(), "nothing", value.to_string());
            }
        }
    }

    /// The operations of the description by id; one without an id of its own stands under its request line.
    fn described_operations(&mut self) -> BTreeMap<String, Described<'a>> {
        let mut all = BTreeMap::new();
        let description = self.description;
        for (path, item) in description["paths"].as_object().into_iter().flatten() {
            for (key, operation) in item.as_object().into_iter().flatten() {
                let line = format!("{} {path}", key.to_uppercase());
                if METHODS.contains(&key.as_str()) {
                    let id = operation["operationId"].as_str().map_or(line.clone(), str::to_owned);
                    let entry = Described { method: key.to_uppercase(), path, item, operation };
                    if let Some(first) = all.insert(id.clone(), entry) {
                        self.operation = id;
                        self.differs(
                            "operation",
                            "one of this id",
                            format!("{} {} and {line}", first.method, first.path),
                        );
                    }
                } else if key != "parameters" {
                    self.operation = line;
                    self.differs("path", "nothing", operation.to_string());
                }
            }
        }
        all
    }

    fn operation(&mut self, facts: &Operation, described: &Described) {
        let Described { method, path, item, operation } = described;
        self.own = operation_provenance(facts);
        self.same("method", Some(&json!(facts.method)), Some(&json!(method)));
        self.same("path", Some(&json!(facts.path)), Some(&json!(path)));
        self.same("tags", Some(&json!([facts.tag])), operation.get("tags"));
        self.same("x-provenance", Some(&json!(self.own.name())), operation.get("x-provenance"));
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

    fn parameters(&mut self, facts: &Operation, item: &Value, operation: &Value) {
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

    fn parameter(&mut self, place: &str, fact: &Fact, parameter: &Value, component: bool, location: &str) {
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

    fn body(&mut self, fact: Option<&Fact>, body: Option<&Value>) {
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

    fn responses(&mut self, facts: &Operation, responses: &Value) {
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
            let reference = format!("a $ref to {name}");
            match (expected, described.remove(status)) {
                (true, None) => self.differs(status, reference, "nothing"),
                (false, Some(_)) => self.differs(status, "nothing", "a response"),
                (true, Some(response)) => {
                    let target = format!("#/components/responses/{name}");
                    if *response == json!({ "$ref": target }) {
                        self.error(status, response);
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

    fn success(&mut self, status: &str, fact: &Fact, response: &Value) {
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
    fn error(&mut self, status: &str, response: &Value) {
        let (response, _) = self.follow("responses", response);
        self.extra_keys(status, &response, &["description", "content"]);
        if status != "400" {
            return self.same(format!("{status} content"), None, response.get("content"));
        }
        let Some(schema) = self.json_schema(status, &response) else { return };
        let fact = Fact { same_as: Some("validation_error".into()), ..Fact::default() };
        self.value(status, &fact, &schema, Context { component: true, ..Context::RESPONSE });
    }

    fn json_schema(&mut self, place: &str, holder: &Value) -> Option<Value> {
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

    /// A field of an object: its flags follow from the facts and from how well they are known.
    fn field(&mut self, place: &str, fact: &Fact, schema: &Value, required: bool, context: Context) {
        let provenance = context.provenance(fact);
        let uncertain = context.response && provenance != Provenance::Read;
        let never_null = context.wrapper && provenance == Provenance::Inferred;
        let seen = self.see(place, schema);
        self.provenance(place, provenance, seen.keywords.get("x-provenance"), context.component);
        self.flag(place, "required", fact.required && !uncertain, required);
        self.flag(place, "nullable", fact.nullable || (uncertain && !never_null), seen.nullable);
        self.compare(place, fact, &seen, context.inside(fact));
    }

    /// A body, a list item or an alternative: not a field, so it need not state its provenance.
    fn value(&mut self, place: &str, fact: &Fact, schema: &Value, context: Context) {
        let seen = self.see(place, schema);
        if let Some(stated) = seen.keywords.get("x-provenance") {
            self.same(format!("{place} x-provenance"), Some(&json!(context.provenance(fact).name())), Some(stated));
        }
        self.flag(place, "nullable", fact.nullable, seen.nullable);
        self.compare(place, fact, &seen, context.inside(fact));
    }

    /// Stated only where it differs from what goes without saying: the operation's, or `read` in a component.
    fn provenance(&mut self, place: &str, expected: Provenance, stated: Option<&Value>, component: bool) {
        let silent = if component { Provenance::Read } else { self.own };
        let place = format!("{place} x-provenance");
        match stated {
            None if expected != silent => {
                self.differs(place, expected.name(), format!("nothing, so {}", silent.name()));
            }
            Some(stated) if *stated != expected.name() => self.differs(place, expected.name(), stated.to_string()),
            Some(_) if expected == silent => {
                self.differs(
                    place,
                    format!("nothing beside the {} that holds already", silent.name()),
                    expected.name(),
                );
            }
            _ => {}
        }
    }

    fn flag(&mut self, place: &str, flag: &str, facts: bool, description: bool) {
        if facts != description {
            self.differs(format!("{place} {flag}"), facts.to_string(), description.to_string());
        }
    }

    fn compare(&mut self, place: &str, fact: &Fact, seen: &Seen, context: Context) {
        let context = Context { component: context.component || seen.component, ..context };
        if let Some(name) = &fact.same_as {
            let Some(shape) = self.facts.shapes.shapes.get(name) else {
                return self.differs(place, format!("the same as {name}, which shapes.yaml does not have"), "?");
            };
            return self.compare(place, shape, seen, Context { inherited: None, ..context });
        }
        let keywords = &seen.keywords;
        if fact.one_of.is_empty() {
            self.types(place, fact, keywords);
        } else {
            self.alternatives(place, fact, keywords, context);
        }
        self.same(
            format!("{place} format"),
            fact.format.as_ref().map(|text| json!(text)).as_ref(),
            keywords.get("format"),
        );
        self.same(
            format!("{place} pattern"),
            fact.pattern.as_ref().map(|text| json!(text)).as_ref(),
            keywords.get("pattern"),
        );
        self.same(format!("{place} default"), fact.default.as_ref(), keywords.get("default"));
        self.same(
            format!("{place} minLength"),
            fact.min_length.map(|number| json!(number)).as_ref(),
            keywords.get("minLength"),
        );
        self.same(
            format!("{place} minimum"),
            fact.minimum.map(|number| json!(number)).as_ref(),
            keywords.get("minimum"),
        );
        self.values(place, fact, keywords);
        match fact.kind.as_deref() {
            Some("array") => self.items(place, fact, keywords, context),
            Some("object") => self.object(place, fact, keywords, context),
            _ => {}
        }
        let mut known = vec![
            "type",
            "title",
            "description",
            "format",
            "pattern",
            "default",
            "minLength",
            "minimum",
            "enum",
            "x-enum-open",
            "x-provenance",
        ];
        match fact.kind.as_deref() {
            Some("array") => known.push("items"),
            Some("object") => known.extend(["properties", "required", "additionalProperties"]),
            _ => {}
        }
        known.extend((!fact.one_of.is_empty()).then_some("oneOf"));
        known.extend(fact.example.is_some().then_some("examples"));
        self.extra_keys(place, &Value::Object(keywords.clone()), &known);
    }

    fn types(&mut self, place: &str, fact: &Fact, keywords: &Map<String, Value>) {
        let expected: Vec<_> = fact.kind.iter().chain(&fact.any_of).map(String::as_str).collect();
        let stated = stated_types(keywords);
        if expected != stated {
            self.differs(
                format!("{place} type"),
                expected.join(" or "),
                if stated.is_empty() { "nothing".into() } else { stated.join(" or ") },
            );
        }
    }

    fn alternatives(&mut self, place: &str, fact: &Fact, keywords: &Map<String, Value>, context: Context) {
        let Some(members) = keywords.get("oneOf").and_then(Value::as_array) else {
            return self.differs(format!("{place} oneOf"), format!("{} alternatives", fact.one_of.len()), "nothing");
        };
        if keywords.get("type").is_some_and(|kind| kind != "object") {
            self.differs(format!("{place} type"), "alternatives", show(keywords.get("type")));
        }
        if members.len() != fact.one_of.len() {
            return self.differs(
                format!("{place} oneOf"),
                format!("{} alternatives", fact.one_of.len()),
                members.len().to_string(),
            );
        }
        for (number, (fact, schema)) in fact.one_of.iter().zip(members).enumerate() {
            let place = format!("{place}({})", number + 1);
            if !self.see(&place, schema).keywords.contains_key("title") {
                self.differs(format!("{place} title"), "an alternative, which needs a title", "nothing");
            }
            self.value(&place, fact, schema, context);
        }
    }

    fn values(&mut self, place: &str, fact: &Fact, keywords: &Map<String, Value>) {
        let shared = fact
            .enum_of
            .as_ref()
            .map(|name| self.facts.shapes.enums.get(name).cloned().unwrap_or_else(|| vec![json!(name)]));
        let expected = fact.values.clone().or(shared).map(Value::Array);
        self.same(format!("{place} enum"), expected.as_ref(), keywords.get("enum"));
        self.flag(place, "x-enum-open", fact.enum_cut, keywords.get("x-enum-open") == Some(&json!(true)));
        let text = keywords.get("description").and_then(Value::as_str).unwrap_or_default();
        for value in fact.enum_partial.iter().filter(|value| !text.contains(value.as_str())) {
            self.differs(
                format!("{place} description"),
                format!("the value {value}"),
                show(keywords.get("description")),
            );
        }
    }

    fn items(&mut self, place: &str, fact: &Fact, keywords: &Map<String, Value>, context: Context) {
        let inside = format!("{place}[]");
        match (&fact.items, keywords.get("items")) {
            (_, None) if !stated_types(keywords).contains(&"array") => {} // told as a wrong type
            (_, None) => self.differs(inside, "an item type", "nothing"),
            (None, Some(items)) => self.same(inside, Some(&json!({})), Some(items)),
            (Some(fact), Some(items)) => self.value(&inside, fact, items, context),
        }
    }

    fn object(&mut self, place: &str, fact: &Fact, keywords: &Map<String, Value>, context: Context) {
        let more = keywords.get("additionalProperties");
        let more_place = format!("{place} additionalProperties");
        match (&fact.additional_properties, more) {
            (Some(fact), Some(schema)) => self.value(&format!("{place}{{}}"), fact, schema, context),
            (Some(_), None) => self.differs(more_place, "a schema", "nothing"),
            (None, _) => self.same(more_place, fact.is_unknown_object().then_some(&json!(true)), more),
        }
        let is_body = !place.contains('.');
        let list = is_body && fact.fields.get("data").is_some_and(|data| data.kind.as_deref() == Some("array"));
        let none = Map::new();
        let properties = keywords.get("properties").and_then(Value::as_object).unwrap_or(&none);
        let required: Vec<_> = keywords
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        for (name, fact) in &fact.fields {
            let place = format!("{place}.{name}");
            let context = Context { wrapper: list && matches!(name.as_str(), "data" | "count"), ..context };
            match properties.get(name) {
                Some(schema) => self.field(&place, fact, schema, required.contains(&name.as_str()), context),
                None => self.differs(place, "a field", "nothing"),
            }
        }
        for name in properties.keys().filter(|name| !fact.fields.contains_key(*name)) {
            self.differs(format!("{place}.{name}"), "nothing", "a field");
        }
        for name in required.iter().filter(|name| !properties.contains_key(**name)) {
            self.differs(format!("{place}.{name} required"), "nothing", "required, without a property of this name");
        }
    }

    /// Follows the `$ref` of a parameter, body or response; says whether there was one.
    fn follow(&mut self, section: &str, value: &Value) -> (Value, bool) {
        let description = self.description;
        let Some(reference) = value["$ref"].as_str() else { return (value.clone(), false) };
        let target = reference.strip_prefix('#').and_then(|pointer| description.pointer(pointer));
        if target.is_none() || !reference.starts_with(&format!("#/components/{section}/")) {
            self.differs(reference, format!("one of the {section} of the document"), "nothing");
        }
        (target.cloned().unwrap_or_default(), true)
    }

    fn see(&mut self, place: &str, schema: &Value) -> Seen {
        let mut seen =
            Seen { keywords: schema.as_object().cloned().unwrap_or_default(), nullable: false, component: false };
        if !schema.is_object() {
            self.differs(place, "a schema", schema.to_string());
        }
        for _ in 0..16 {
            let inner = if let Some(reference) = seen.keywords.remove("$ref") {
                seen.component = true;
                self.follow("schemas", &json!({ "$ref": reference })).0
            } else if let Some(member) = nullable_member(&seen.keywords) {
                seen.nullable = true;
                seen.keywords.remove("oneOf");
                member
            } else {
                break;
            };
            // What stands beside a `$ref` holds over what it points to.
            for (key, value) in inner.as_object().into_iter().flatten() {
                seen.keywords.entry(key.clone()).or_insert_with(|| value.clone());
            }
        }
        let null_listed = seen.keywords.get_mut("enum").and_then(Value::as_array_mut).map(|values| {
            let before = values.len();
            values.retain(|value| !value.is_null());
            values.len() < before
        });
        let mut null_typed = false;
        if let Some(Value::Array(types)) = seen.keywords.get_mut("type") {
            let before = types.len();
            types.retain(|kind| kind != "null");
            null_typed = types.len() < before;
            seen.nullable |= null_typed;
        }
        if null_listed.is_some_and(|listed| listed != null_typed) {
            let (facts, description) = if null_typed { ("null", "nothing") } else { ("no null", "null") };
            self.differs(format!("{place} enum"), format!("{facts} among the values"), description);
        }
        seen
    }

    fn not_bound(&mut self) {
        let description = self.description;
        let listed = description["x-not-bound"].as_array().map(Vec::as_slice).unwrap_or_default();
        let name = |entry: &Value| {
            format!("{} {}", entry["tag"].as_str().unwrap_or("?"), entry["operationId"].as_str().unwrap_or("?"))
        };
        let described: Vec<_> = listed.iter().map(name).collect();
        let expected: Vec<_> =
            self.facts.not_bound.iter().map(|entry| format!("{} {}", entry.tag, entry.operation_id)).collect();
        self.same("x-not-bound", Some(&json!(expected)), Some(&json!(described)));
        for (entry, name) in listed.iter().zip(described) {
            if entry["known"].as_str().is_none_or(str::is_empty) {
                self.differs(format!("x-not-bound {name} known"), "a sentence", "nothing");
            }
            self.extra_keys(&format!("x-not-bound {name}"), entry, &["tag", "operationId", "known"]);
        }
    }

    fn tags(&mut self) {
        let description = self.description;
        let expected: BTreeSet<_> = self.facts.operations.iter().map(|operation| operation.tag.as_str()).collect();
        let described: BTreeSet<_> =
            description["tags"].as_array().into_iter().flatten().filter_map(|tag| tag["name"].as_str()).collect();
        self.same("tags", Some(&json!(expected)), Some(&json!(described)));
    }

    /// A component that no operation leads to would be in the description without a fact behind it.
    fn components(&mut self) {
        let description = self.description;
        let mut used = BTreeSet::new();
        references(&description["paths"], description, &mut used);
        for (section, members) in description["components"].as_object().into_iter().flatten() {
            for name in members.as_object().into_iter().flatten().map(|(name, _)| name) {
                let reference = format!("#/components/{section}/{name}");
                if section != "securitySchemes" && !used.contains(reference.as_str()) {
                    self.differs(reference, "nothing", "a component that no operation uses");
                }
            }
        }
    }
}

/// Collects every `$ref` that a value leads to.
fn references<'a>(value: &'a Value, description: &'a Value, used: &mut BTreeSet<&'a str>) {
    match value {
        Value::Object(members) => {
            if let Some(reference) = members.get("$ref").and_then(Value::as_str)
                && used.insert(reference)
                && let Some(target) = reference.strip_prefix('#').and_then(|pointer| description.pointer(pointer))
            {
                references(target, description, used);
            }
            members.values().for_each(|member| references(member, description, used));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, description, used)),
        _ => {}
    }
}

/// A parameter that is known to exist, its name being unknown; it is left out of the description.
fn is_unnamed(name: &str) -> bool {
    name.starts_with("UNKNOWN")
}

fn show(value: Option<&Value>) -> String {
    value.map_or_else(|| "nothing".into(), ToString::to_string)
}

fn stated_types(keywords: &Map<String, Value>) -> Vec<&str> {
    match keywords.get("type") {
        Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
        other => other.and_then(Value::as_str).into_iter().collect(),
    }
}

/// The other member of a `oneOf` of something and null.
fn nullable_member(keywords: &Map<String, Value>) -> Option<Value> {
    let null = json!({ "type": "null" });
    match keywords.get("oneOf")?.as_array()?.as_slice() {
        [member, other] | [other, member] if *other == null => Some(member.clone()),
        _ => None,
    }
}

/// `inferred` when the request line is; `sample` when nothing but samples and inference stands behind the fields; else `read`.
fn operation_provenance(operation: &Operation) -> Provenance {
    if operation.request_line == RequestLine::Inferred {
        return Provenance::Inferred;
    }
    let mut known = Known::default();
    for fact in operation.params.query.values() {
        known.field(fact, None);
    }
    let successes = operation.responses.iter().filter(|(status, _)| status.starts_with('2')).map(|(_, fact)| fact);
    for fact in operation.body.iter().chain(successes) {
        known.value(fact, None);
    }
    if known.sample && !known.read { Provenance::Sample } else { Provenance::Read }
}

#[derive(Default)]
struct Known {
    read: bool,
    sample: bool,
}

impl Known {
    fn field(&mut self, fact: &Fact, inherited: Option<Provenance>) {
        self.read |= fact.own_provenance().or(inherited).is_none();
        self.sample |= fact.from.is_some();
        self.value(fact, inherited);
    }

    fn value(&mut self, fact: &Fact, inherited: Option<Provenance>) {
        let inherited = fact.own_provenance().or(inherited);
        self.read |= fact.same_as.is_some() && inherited.is_none();
        for field in fact.fields.values() {
            self.field(field, inherited);
        }
        for part in fact.items.iter().chain(&fact.additional_properties).map(|part| &**part).chain(&fact.one_of) {
            self.value(part, inherited);
        }
    }
}
