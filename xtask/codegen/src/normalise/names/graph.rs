//! Which types there are, and where each is used.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::shape::Shape;
use document::{all_of::only_member, schema};

/// A place that leads to a type.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Use {
    /// An operation and the role of the type in it: `listThings` and `response`.
    Operation(String, String),
    /// A type and the way from it: `Thing` and `.owner[]`.
    Inside(String, String),
    /// A union, the name of its variant, and the way from there.
    Variant(String, String, String),
}

impl Use {
    /// The line of the lock.
    pub(super) fn line(&self) -> String {
        match self {
            Self::Operation(id, role) => format!("{id} {role}"),
            Self::Inside(owner, way) => format!("{owner}{way}"),
            Self::Variant(owner, variant, way) => format!("{owner}|{variant}{way}"),
        }
    }
}

/// The type that a line of the lock leads from; nothing when it leads from an operation.
pub(super) fn owner_of(line: &str) -> Option<&str> {
    let end = line.find(|c: char| !c.is_alphanumeric() && c != '_')?;
    let (owner, rest) = line.split_at(end);
    (!rest.starts_with(' ')).then_some(owner)
}

/// The operation that a line of the lock leads from.
pub(super) fn operation_of(line: &str) -> Option<&str> {
    if owner_of(line).is_some() { None } else { line.split(' ').next() }
}

#[derive(Debug)]
pub(super) struct Node<'a> {
    pub(super) schema: &'a Value,
    pub(super) uses: BTreeSet<Use>,
    pub(super) shape: Shape,
}

/// The types of a normalised document.
#[derive(Debug)]
pub(super) struct Graph<'a> {
    pub(super) components: &'a Map<String, Value>,
    pub(super) nodes: BTreeMap<String, Node<'a>>,
}

impl<'a> Graph<'a> {
    /// `errors` are the error bodies, which have left the operations: operation, status, component.
    pub(super) fn new(document: &'a Value, components: &'a Map<String, Value>, errors: &[[String; 3]]) -> Self {
        let node = |schema: &'a Value| Node { schema, uses: BTreeSet::new(), shape: Shape::of(components, schema) };
        let nodes = components.iter().map(|(name, schema)| (name.clone(), node(schema))).collect();
        let mut graph = Self { components, nodes };
        for (pointer, operation) in schema::operations(document) {
            graph.operation(&pointer, operation);
        }
        for [operation, status, name] in errors {
            graph.add(name, Use::Operation(operation.clone(), format!("error {status}")));
        }
        for (name, schema) in components {
            let members = schema.get("oneOf").and_then(Value::as_array);
            for member in members.into_iter().flatten() {
                let title = member.get("title").and_then(Value::as_str).unwrap_or_default();
                graph.schema(member, "", &|way| Use::Variant(name.clone(), title.to_owned(), way.to_owned()));
            }
            graph.inside(schema, "", &|way| Use::Inside(name.clone(), way.to_owned()));
        }
        graph
    }

    fn operation(&mut self, pointer: &str, operation: &Value) {
        let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default();
        for parameter in operation.get("parameters").and_then(Value::as_array).into_iter().flatten() {
            let text = |name: &str| parameter.get(name).and_then(Value::as_str).unwrap_or_default();
            // The place in the path, and not the name there, which is the server's own affair.
            let name = match text("in") {
                "path" => schema::unescape(pointer)
                    .split('{')
                    .position(|part| part.split('}').next() == Some(text("name")))
                    .map_or_else(|| text("name").to_owned(), |index| index.to_string()),
                _ => text("name").to_owned(),
            };
            let role = format!("{} {name}", text("in"));
            if let Some(schema) = parameter.get("schema") {
                self.schema(schema, "", &|way| Use::Operation(id.to_owned(), format!("{role}{way}")));
            }
        }
        let json = "content/application~1json/schema";
        if let Some(schema) = operation.pointer(&format!("/requestBody/{json}")) {
            self.schema(schema, "", &|way| Use::Operation(id.to_owned(), format!("request{way}")));
        }
        for response in operation.get("responses").and_then(Value::as_object).into_iter().flat_map(Map::values) {
            if let Some(schema) = response.pointer(&format!("/{json}")) {
                self.schema(schema, "", &|way| Use::Operation(id.to_owned(), format!("response{way}")));
            }
        }
    }

    fn schema(&mut self, schema: &Value, way: &str, of: &dyn Fn(&str) -> Use) {
        match target_of(schema) {
            Some(target) => self.add(target, of(way)),
            None => self.inside(schema, way, of),
        }
    }

    fn inside(&mut self, schema: &Value, way: &str, of: &dyn Fn(&str) -> Use) {
        for (token, child) in schema::children(schema) {
            match token.split_once('/').unwrap_or((&token, "")) {
                ("properties", name) => self.schema(child, &format!("{way}.{}", schema::unescape(name)), of),
                ("items", _) => self.schema(child, &format!("{way}[]"), of),
                ("additionalProperties", _) => self.schema(child, &format!("{way}{{}}"), of),
                ("allOf", _) => self.schema(child, &format!("{way}&"), of),
                _ => {}
            }
        }
    }

    fn add(&mut self, name: &str, place: Use) {
        if let Some(node) = self.nodes.get_mut(name) {
            node.uses.insert(place);
        }
    }
}

/// The component that a schema refers to, with or without remarks.
pub(super) fn target_of(mut schema: &Value) -> Option<&str> {
    loop {
        if let Some(reference) = schema.get("$ref") {
            return reference.as_str().and_then(schema::component_of);
        }
        schema = only_member(schema, |keyword| keyword != "properties")?;
    }
}
