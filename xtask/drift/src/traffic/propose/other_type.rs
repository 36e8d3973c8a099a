//! A value that has another type than the description says.

use std::collections::BTreeSet;

use codegen::shapes::types;
use serde_json::{Map, Value, json};

use super::writer::{Writer, joined};
use crate::traffic::overlay::Action;

/// A value that may have other types.
#[derive(Default)]
pub(super) struct NewType {
    pub(super) types: BTreeSet<String>,
    pub(super) instead: Option<bool>,
    pub(super) reasons: Vec<String>,
}

impl Writer<'_> {
    pub(super) fn other_type(&mut self, site: &str, other: &NewType) {
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
            self.leave("a schema with `allOf` has another type");
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
            self.leave("an enum has values of another type");
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
            self.leave("a schema without a type has another type");
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
    pub(super) fn schema(&self, found: &BTreeSet<String>) -> Value {
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
}

fn with(mut schema: Value, keyword: &str, value: Value) -> Value {
    if let Value::Object(schema) = &mut schema {
        schema.insert(keyword.to_owned(), value);
    }
    schema
}
