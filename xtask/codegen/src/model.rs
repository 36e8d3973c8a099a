//! What the generator has to know of a description beyond what progenitor reads: tags, provenance, pages, errors, reach.

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToKebabCase, ToPascalCase, ToSnakeCase};
use serde_json::Value;

use crate::{
    ascii::ascii,
    normalise::{
        Encoding, ErrorResponse, Facts, Limits, MemberOf, Normalised, ParameterFacts, ParameterStyle, PropertyFacts,
        SchemaFacts,
    },
    reserved,
};
use document::{
    all_of::{self, Parts, Reference, References},
    error::Result,
    schema,
};

/// The tag of operations that name none.
const NO_TAG: &str = "Other";

/// A description in the terms of the bindings.
#[derive(Debug)]
pub struct Model {
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub version: String,
    /// Tags that have an operation, in the order of the description.
    pub tags: Vec<Tag>,
    /// Operations in the order of the description.
    pub operations: Vec<Operation>,
    /// Rust type name → component.
    pub schemas: BTreeMap<String, Schema>,
}

/// A tag: one cargo feature and one module.
#[derive(Clone, Debug)]
pub struct Tag {
    /// As the description writes it.
    pub name: String,
    /// Its description, escaped.
    pub description: String,
    /// Cargo feature.
    pub feature: String,
    /// Rust module.
    pub module: String,
}

/// One operation.
#[derive(Debug)]
pub struct Operation {
    /// `operationId`.
    pub id: String,
    /// Method of the client and module: snake case.
    pub name: String,
    /// Request builder: Pascal case.
    pub type_name: String,
    /// Upper case.
    pub method: String,
    /// Path template.
    pub path: String,
    /// Index into [`Model::tags`].
    pub tag: usize,
    /// Escaped summary.
    pub summary: String,
    /// Escaped description.
    pub description: String,
    /// `read`, `sample`, `inferred`, or nothing when the description says nothing.
    pub provenance: Option<String>,
    /// Parameters in the order of the description.
    pub parameters: Vec<Parameter>,
    /// Statuses of success.
    pub successes: Vec<String>,
    /// The media types of success, as the header `accept` names them.
    pub accept: String,
    /// Error responses.
    pub errors: Vec<ErrorResponse>,
    /// Whether a request body may be left out.
    pub body_is_optional: bool,
    /// How the request body is written, where that is not `application/json`.
    pub encoding: Option<Encoding>,
    /// How the operation is paged.
    pub paging: Option<Paging>,
    /// Types that the operation reaches, errors included.
    pub reaches: BTreeSet<String>,
}

/// One parameter.
#[derive(Debug)]
pub struct Parameter {
    /// Name on the wire.
    pub name: String,
    /// The name that its setter is made of, where it differs from that on the wire.
    pub rust_name: String,
    /// What stands between the values of a list that is sent as one text.
    pub delimiter: Option<String>,
    /// The style of a value that is not written as plain values are.
    pub style: Option<ParameterStyle>,
    /// The object that it is a property of, when all of its properties are sent as one text.
    pub member_of: Option<MemberOf>,
    /// `path`, `query`, `header` or `cookie`.
    pub location: String,
    /// Escaped description.
    pub description: String,
    /// What its value is held to.
    pub limits: Option<Limits>,
}

/// How to walk the pages of an operation.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Paging {
    /// Wire type of `page_index` and `page_size`: `string` or `integer`.
    pub parameter_type: String,
    /// Where the items are.
    pub items: PageItems,
}

/// Where a response keeps the items of a page.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum PageItems {
    /// In the list `data`; `counted` when `count` stands beside it.
    Data {
        /// Whether the response has a `count`.
        counted: bool,
    },
    /// The response is described as one object, and taken for an item.
    Single,
    /// The response is open: its items are found when it arrives.
    Open,
}

/// One component.
#[derive(Debug)]
pub struct Schema {
    /// The component after normalisation.
    pub value: Value,
    /// Whether requests carry it.
    pub request: bool,
    /// Whether responses carry it.
    pub response: bool,
    /// Indices of the tags whose operations reach it.
    pub tags: BTreeSet<usize>,
    /// Ids of the operations that reach it.
    pub operations: BTreeSet<String>,
    /// What the document does not say.
    pub facts: SchemaFacts,
}

impl Schema {
    /// The schema of a property, by its name on the wire.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&Value> {
        self.value.get("properties")?.get(name)
    }

    /// The facts about a property, by its name in the normalised document.
    #[must_use]
    pub fn property_facts(&self, name: &str) -> Option<&PropertyFacts> {
        self.facts.properties.get(name)
    }
}

impl Model {
    /// One feature per tag, and `all-tags` for all of them, as lines of a manifest.
    #[must_use]
    pub fn features(&self) -> String {
        let names: Vec<String> = self.tags.iter().map(|tag| format!("    \"{}\",\n", tag.feature)).collect();
        let features: Vec<String> = self.tags.iter().map(|tag| format!("{} = []\n", tag.feature)).collect();
        format!("all-tags = [\n{}]\n{}", names.concat(), features.concat())
    }

    /// Reads the model out of the raw description (tags) and its normalised form (everything else).
    pub fn new(raw: &Value, normalised: &Normalised) -> Result<Self> {
        let document = &normalised.document;
        let text = |pointer: &str| document.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
        let mut model = Self {
            title: text("/info/title"),
            version: text("/info/version"),
            tags: Vec::new(),
            operations: Vec::new(),
            schemas: BTreeMap::new(),
        };
        let mut used: Vec<String> = Vec::new();
        for (_, operation) in schema::operations(document) {
            let tag = tag_of(operation);
            if !used.contains(&tag) {
                used.push(tag);
            }
        }
        model.tags = tags(raw, &used);
        model.read_operations(raw, normalised);
        model.read_schemas(normalised);
        Ok(model)
    }

    fn read_operations(&mut self, raw: &Value, normalised: &Normalised) {
        let document = &normalised.document;
        for (path, item) in document.get("paths").and_then(Value::as_object).into_iter().flatten() {
            for method in schema::METHODS {
                let Some(operation) = item.get(method) else { continue };
                let text = |name: &str| operation.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
                let id = text("operationId");
                let tag = tag_of(operation);
                let errors = normalised.errors.get(&id).cloned().unwrap_or_default();
                let mut roots = schema::references(operation);
                roots.extend(errors.iter().filter_map(|response| response.schema.clone()));
                let reaches =
                    schema::reachable(document, roots).into_iter().map(|name| name.to_pascal_case()).collect();
                self.operations.push(Operation {
                    name: id.to_snake_case(),
                    type_name: id.to_pascal_case(),
                    method: method.to_uppercase(),
                    path: path.clone(),
                    tag: self.tags.iter().position(|known| known.is_called(&tag)).unwrap_or_default(),
                    summary: text("summary"),
                    description: text("description"),
                    provenance: operation.get("x-provenance").and_then(Value::as_str).map(str::to_owned),
                    parameters: parameters(
                        &normalised.facts,
                        &format!("/paths/{}/{method}", schema::escape(path)),
                        operation,
                    ),
                    successes: normalised.successes.get(&id).cloned().unwrap_or_default(),
                    accept: accept(raw, path, method),
                    errors,
                    body_is_optional: operation
                        .get("requestBody")
                        .is_some_and(|body| body.get("required") != Some(&Value::Bool(true))),
                    encoding: normalised.encodings.get(&id).cloned(),
                    paging: paging(document, operation),
                    reaches,
                    id,
                });
            }
        }
    }

    fn read_schemas(&mut self, normalised: &Normalised) {
        for (name, value) in schema::components(&normalised.document).into_iter().flatten() {
            let rust = name.to_pascal_case();
            let facts = normalised.facts.schemas.get(name).cloned().unwrap_or_default();
            let reaching: Vec<&Operation> =
                self.operations.iter().filter(|operation| operation.reaches.contains(&rust)).collect();
            let schema = Schema {
                request: !facts.response_only,
                response: !facts.request_only,
                tags: reaching.iter().map(|operation| operation.tag).collect(),
                operations: reaching.iter().map(|operation| operation.id.clone()).collect(),
                value: value.clone(),
                facts,
            };
            self.schemas.insert(rust, schema);
        }
    }

    /// A component and all components that it is made of by `allOf`, each once.
    #[must_use]
    pub fn parts<'a>(&'a self, schema: &'a Schema) -> Vec<&'a Schema> {
        let parts = Parts::new(self, all_of::members(&schema.value)).filter(|part| part.way.is_empty());
        let components = parts.filter_map(|part| self.component(part.reference?));
        std::iter::once(schema).chain(components).collect()
    }

    /// The component that a reference names.
    fn component(&self, reference: &str) -> Option<&Schema> {
        self.schemas.get(schema::component_of(reference)?)
    }

    /// The operation with this id.
    #[must_use]
    pub fn operation(&self, id: &str) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.id == id)
    }
}

impl<'a> References<'a> for &'a Model {
    fn reference(&self, schema: &'a Value) -> Option<Reference<'a>> {
        let text = schema.get("$ref")?.as_str()?;
        let target = self.component(text).map(|component| &component.value);
        Some(Reference { text, target, has_siblings: false })
    }
}

fn tag_of(operation: &Value) -> String {
    let tag = operation.pointer("/tags/0").and_then(Value::as_str);
    // A name without a letter or digit gives nothing to call it by.
    tag.filter(|tag| !ascii(tag).to_kebab_case().is_empty()).unwrap_or(NO_TAG).to_owned()
}

impl Tag {
    fn new(name: String, description: String) -> Self {
        let mut feature = ascii(&name).to_kebab_case();
        if reserved::FEATURES.contains(&feature.as_str()) {
            feature.push_str("-tag");
        }
        let mut module = ascii(&name).to_snake_case();
        if reserved::MODULES.iter().chain(&reserved::BESIDE_TAGS).any(|name| *name == module) {
            module.push_str("_tag");
        } else if module.starts_with(|first: char| first.is_numeric()) {
            module.insert_str(0, "tag_");
        }
        Self { name, description, feature, module }
    }

    /// Whether this is the tag of that name: those that differ in case or punctuation only are one.
    fn is_called(&self, name: &str) -> bool {
        ascii(&self.name).to_kebab_case() == ascii(name).to_kebab_case()
    }
}

fn tags(raw: &Value, used: &[String]) -> Vec<Tag> {
    let described: Vec<(&str, &str)> = raw
        .get("tags")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|tag| {
            Some((tag.get("name")?.as_str()?, tag.get("description").and_then(Value::as_str).unwrap_or_default()))
        })
        .collect();
    let in_order = described
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .filter(|name| used.contains(name))
        .chain(used.iter().filter(|name| !described.iter().any(|(known, _)| known == name)).cloned());
    let mut tags: Vec<Tag> = Vec::new();
    for name in in_order {
        if tags.iter().any(|known| known.is_called(&name)) {
            continue;
        }
        let description = described.iter().find(|(known, _)| *known == name);
        let description = description.map(|(_, text)| crate::normalise::escape(text)).unwrap_or_default();
        tags.push(Tag::new(name, description));
    }
    tags
}

/// The media types of success that an operation describes, as the header `accept` names them.
fn accept(raw: &Value, path: &str, method: &str) -> String {
    let operation = raw.get("paths").and_then(|paths| paths.get(path)?.get(method));
    let responses = operation.and_then(|operation| operation.get("responses")?.as_object());
    let mut types: Vec<&str> = Vec::new();
    for (_, response) in responses.into_iter().flatten().filter(|(status, _)| status.starts_with('2')) {
        let shared =
            response.get("$ref").and_then(Value::as_str).and_then(|place| raw.pointer(place.strip_prefix('#')?));
        let content = shared.unwrap_or(response).get("content").and_then(Value::as_object);
        types.extend(content.into_iter().flat_map(|content| content.keys()).map(String::as_str));
    }
    types.retain(|name| name.contains('/') && name.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()));
    types.dedup();
    if types.is_empty() { "*/*".to_owned() } else { types.join(", ") }
}

fn parameters(facts: &Facts, pointer: &str, operation: &Value) -> Vec<Parameter> {
    operation
        .get("parameters")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .enumerate()
        .map(|(index, parameter)| {
            let text = |name: &str| parameter.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            let ParameterFacts { wire_name, delimiter, style, member_of, is_cookie, limits } =
                facts.parameters.get(&format!("{pointer}/parameters/{index}")).cloned().unwrap_or_default();
            Parameter {
                name: wire_name.unwrap_or_else(|| text("name")),
                rust_name: text("name"),
                delimiter,
                style,
                member_of,
                location: if is_cookie { "cookie".to_owned() } else { text("in") },
                description: text("description"),
                limits,
            }
        })
        .collect()
}

/// The component that a schema refers to, with or without remarks: `{description, allOf: [{$ref}]}`.
fn referenced(schema: &Value) -> Option<&str> {
    let reference = all_of::only_member(schema, |_| true).unwrap_or(schema);
    schema::component_of(reference.get("$ref")?.as_str()?)
}

fn paging(document: &Value, operation: &Value) -> Option<Paging> {
    let parameter_type = |wanted: &str| {
        operation.get("parameters")?.as_array()?.iter().find_map(|parameter| {
            (parameter.get("name")?.as_str()? == wanted && parameter.get("in")?.as_str()? == "query")
                .then(|| parameter.pointer("/schema/type").and_then(Value::as_str))
                .flatten()
        })
    };
    let parameter_type = parameter_type("page_index").filter(|index| Some(*index) == parameter_type("page_size"))?;
    if !["string", "integer"].contains(&parameter_type) {
        return None;
    }
    let responses = operation.get("responses")?.as_object()?;
    let body = responses.values().find_map(|response| response.pointer("/content/application~1json/schema"))?;
    let name = referenced(body)?;
    let component = schema::components(document)?.get(name)?;
    let items = match component.get("properties") {
        None => PageItems::Open,
        Some(properties) => match properties.pointer("/data/type").and_then(Value::as_str) {
            Some("array") => PageItems::Data {
                counted: properties
                    .pointer("/count/type")
                    .and_then(Value::as_str)
                    .is_some_and(|kind| kind == "integer"),
            },
            _ => PageItems::Single,
        },
    };
    Some(Paging { parameter_type: parameter_type.to_owned(), items })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_has_its_own_module_and_feature() {
        for (name, feature, module) in [
            ("Booking HCA", "booking-hca", "booking_hca"),
            ("2FA", "2fa", "tag_2fa"),
            ("Default", "default-tag", "default"),
            ("Operations", "operations", "operations_tag"),
            ("crate", "crate", "crate_tag"),
            ("Кошки", "koshki", "koshki"),
        ] {
            let tag = Tag::new(name.to_owned(), String::new());
            assert_eq!((tag.feature.as_str(), tag.module.as_str()), (feature, module), "{name}");
        }
        assert_eq!(tag_of(&serde_json::json!({"tags": ["*"]})), NO_TAG);
    }
}
