//! The description as a whole: its root, what it says of itself, and components that nothing uses.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Children, Comparison, Owner, Scope, Sides};
use crate::{
    address::{Addresses, address},
    class::Direction,
    resolve::{Description, items, members, text},
    rules::Kind,
};

const ROOT: [&str; 11] = [
    "openapi",
    "info",
    "servers",
    "paths",
    "webhooks",
    "components",
    "security",
    "tags",
    "externalDocs",
    "jsonSchemaDialect",
    "$self",
];

/// The sections of components with what they hold, as people call it.
const SECTIONS: [&str; 10] = [
    "schemas",
    "responses",
    "parameters",
    "examples",
    "requestBodies",
    "headers",
    "securitySchemes",
    "links",
    "callbacks",
    "pathItems",
];

impl<'a> Comparison<'a> {
    pub(super) fn document(&mut self) {
        let (old, new) = (self.old.root, self.new.root);
        let scope = Scope::of(Owner::Document, Direction::Request);
        self.info(scope);
        self.keyword(scope, Kind::ExternalDocsChanged, "externalDocs", old, new);
        // Saying which dialect is usual anyway changes nothing.
        let dialect = |root: &'a Value| {
            root.get("jsonSchemaDialect")
                .filter(|dialect| !dialect.as_str().is_some_and(|url| url.contains("oas/3.1/dialect/base")))
        };
        self.values(scope, Kind::DialectChanged, "", (dialect(old), dialect(new)), (old, new));
        self.metadata(scope, &ROOT, old, new);
        self.tag_texts(scope);
        let section = |root: &'a Value, key: &str| root.get(key).unwrap_or(&Value::Null);
        self.path_items(None, Direction::Request, "", (section(old, "paths"), section(new, "paths")));
        self.path_items(None, Direction::Response, "webhook ", (section(old, "webhooks"), section(new, "webhooks")));
        self.security_schemes();
    }

    fn info(&mut self, scope: Scope) {
        let (old, new) = (self.old.root.get("info"), self.new.root.get("info"));
        let (Some(old), Some(new)) = (old, new) else {
            return self.values(scope, Kind::InfoChanged, "info", (old, new), (self.old.root, self.new.root));
        };
        self.keyword(scope, Kind::ApiVersionChanged, "version", old, new);
        for key in ["title", "summary", "description", "termsOfService", "contact", "license"] {
            self.values(scope, Kind::InfoChanged, key, (old.get(key), new.get(key)), (old, new));
        }
        self.metadata(
            scope,
            &["version", "title", "summary", "description", "termsOfService", "contact", "license"],
            old,
            new,
        );
    }

    fn tag_texts(&mut self, scope: Scope) {
        let named = |root: &'a Value| -> BTreeMap<&'a str, &'a Value> {
            items(root.get("tags")).filter_map(|tag| Some((text(tag, "name")?, tag))).collect()
        };
        let (before, after) = (named(self.old.root), named(self.new.root));
        for (name, tag) in &before {
            let other = after.get(name).copied();
            self.values(scope, Kind::TagDescribed, name, (Some(*tag), other), (self.old.root, self.new.root));
        }
        for (name, tag) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
            self.values(scope, Kind::TagDescribed, name, (None, Some(*tag)), (self.old.root, self.new.root));
        }
    }

    /// Compares the components that no operation leads to, and names those that came and went.
    pub(super) fn unused_components(&mut self) {
        let (old_used, new_used) = (used(self.old, &self.children.0), used(self.new, &self.children.1));
        let scope = Scope::of(Owner::Document, Direction::Unused);
        let root = (self.old.root, self.new.root);
        let sections = (root.0.get("components"), root.1.get("components"));
        if let (Some(old), Some(new)) = sections {
            self.metadata(scope, &SECTIONS, old, new);
        }
        for section in SECTIONS.into_iter().filter(|section| *section != "securitySchemes") {
            let pointer = format!("/components/{section}");
            let (old, new): (BTreeMap<_, _>, BTreeMap<_, _>) =
                (self.old.members(&pointer).collect(), self.new.members(&pointer).collect());
            let is_used = |used: &Addresses, component: &Value| used.contains(&address(component));
            for (name, component) in &old {
                match new.get(name) {
                    // A schema that is only used as a part of others may say what those hide.
                    Some(other) if is_used(&old_used, component) && is_used(&new_used, other) => {
                        let hides = section == "schemas" && !self.is_paired(component, other);
                        self.pair_if(hides, scope, component, other, root);
                    }
                    Some(other) => self.component(scope, section, component, other, root),
                    None if !is_used(&old_used, component) => {
                        let holder = root.1.pointer(&pointer).unwrap_or(root.1);
                        let sides = Sides::removed(component, holder);
                        self.record(scope, Kind::ComponentRemoved, sides, name, Some(component), None);
                    }
                    None => {}
                }
            }
            for (name, component) in new.iter().filter(|(name, _)| !old.contains_key(*name)) {
                if !is_used(&new_used, component) {
                    let holder = root.0.pointer(&pointer).unwrap_or(root.0);
                    let sides = Sides::added(holder, component);
                    self.record(scope, Kind::ComponentAdded, sides, name, None, Some(component));
                }
            }
        }
    }

    fn pair_if(&mut self, wanted: bool, scope: Scope, old: &'a Value, new: &'a Value, root: (&'a Value, &'a Value)) {
        if wanted {
            self.pair(scope, &[old], &[new], root);
        }
    }

    /// Compares a component that nothing uses, at least on one side.
    fn component(&mut self, scope: Scope, section: &str, old: &'a Value, new: &'a Value, root: (&'a Value, &'a Value)) {
        match section {
            "schemas" => self.pair(scope, &[old], &[new], root),
            "parameters" => self.parameter(scope, old, new),
            "headers" => self.header(scope, old, new),
            "requestBodies" => self.body(scope, old, new),
            "responses" => self.response(scope, old, new),
            "links" => self.values(scope, Kind::LinkChanged, "", (Some(old), Some(new)), root),
            "examples" => self.values(scope, Kind::ExampleChanged, "", (Some(old), Some(new)), root),
            "callbacks" => self.path_items(Some(scope), Direction::Unused, "callback ", (old, new)),
            _ => self.values(scope, Kind::UnknownKeyword, section, (Some(old), Some(new)), root),
        }
    }
}

/// The addresses of components that operations and webhooks lead to.
fn used<'a>(description: Description<'a>, children: &Children<'a>) -> Addresses {
    let mut used = Addresses::default();
    let mut waiting: Vec<&Value> = ["paths", "webhooks"].iter().filter_map(|key| description.root.get(key)).collect();
    while let Some(node) = waiting.pop() {
        match node {
            Value::Object(object) => {
                for (key, value) in object {
                    match (key.as_str(), value) {
                        ("$ref", Value::String(reference)) => {
                            if let Some(target) = description.target(reference)
                                && used.insert(address(target))
                            {
                                waiting.push(target);
                            }
                        }
                        ("discriminator", Value::Object(_)) => {
                            let mapped = members(value.get("mapping"))
                                .filter_map(|(_, name)| name.as_str().and_then(|name| description.mapped(name)));
                            let inherited =
                                children.get(&address(value)).into_iter().flatten().map(|(_, (_, child))| *child);
                            waiting.extend(mapped.chain(inherited).filter(|target| used.insert(address(target))));
                        }
                        _ => waiting.push(value),
                    }
                }
            }
            Value::Array(list) => waiting.extend(list),
            _ => {}
        }
    }
    used
}
