//! References that lead to nothing in the file: what they stand for cannot be compared.

use serde_json::Value;

use super::{
    address::{Addresses, address},
    compare::children,
    resolve::{Description, items, members, reference},
};
use document::{
    keywords::{Content, content},
    schema::escape,
};

/// A reference that leads to nothing in its file.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Unresolved {
    /// The JSON pointer of what holds it.
    pub(super) pointer: String,
    /// What it says.
    pub(super) reference: String,
}

/// The references to nothing or to other files that operations and webhooks reach.
pub(super) fn unresolved(root: &Value) -> Vec<Unresolved> {
    let description = Description::new(root);
    let children = children(description);
    let mut search = Search { description, waiting: Vec::new(), seen: Addresses::default(), found: Vec::new() };
    for key in ["paths", "webhooks"] {
        if let Some(part) = root.get(key) {
            search.waiting.push((format!("/{key}"), part, true));
        }
    }
    while let Some((pointer, node, is_named)) = search.waiting.pop() {
        if let Value::Object(_) = node
            && !search.seen.insert(address(node))
        {
            continue;
        }
        search.visit(&pointer, node, is_named);
        for (name, (_, child)) in
            node.get("discriminator").and_then(|own| children.get(&address(own))).into_iter().flatten()
        {
            search.waiting.push((format!("/components/schemas/{}", escape(name)), child, false));
        }
    }
    search.found.sort();
    search.found
}

struct Search<'a> {
    description: Description<'a>,
    /// Pointer and node, and whether people name its members.
    waiting: Vec<(String, &'a Value, bool)>,
    seen: Addresses,
    found: Vec<Unresolved>,
}

impl<'a> Search<'a> {
    fn visit(&mut self, pointer: &str, node: &'a Value, is_named: bool) {
        match node {
            Value::Object(_) => {
                if let Some(text) = reference(node) {
                    self.follow(pointer, text, node);
                    if self.description.sole_reference(node).is_some() {
                        return;
                    }
                }
                for (key, member) in members(Some(node)) {
                    let below = format!("{pointer}/{}", escape(key));
                    match (key, member) {
                        _ if is_named => self.waiting.push((below, member, false)),
                        // Examples are not compared, also where they are named.
                        ("$ref", Value::String(_)) | ("examples", _) => {}
                        ("$dynamicRef" | "$recursiveRef", Value::String(text)) => self.report(pointer, text),
                        ("mapping", Value::Object(_)) => self.mapping(pointer, member),
                        _ => match content(key, member) {
                            Content::Data => {}
                            content => self.waiting.push((below, member, content == Content::Named)),
                        },
                    }
                }
            }
            Value::Array(_) => {
                let list = items(Some(node)).enumerate();
                self.waiting.extend(list.map(|(index, item)| (format!("{pointer}/{index}"), item, false)));
            }
            _ => {}
        }
    }

    fn follow(&mut self, pointer: &str, text: &str, node: &'a Value) {
        match self.description.target(text).filter(|_| !self.description.is_unresolved(node)) {
            Some(target) => self.waiting.push((text.trim_start_matches('#').to_owned(), target, false)),
            None => self.report(pointer, text),
        }
    }

    fn mapping(&mut self, pointer: &str, mapping: &'a Value) {
        for (name, value) in members(Some(mapping)) {
            let Some(text) = value.as_str() else { continue };
            match self.description.mapped(text) {
                Some(target) => {
                    let place = if text.starts_with('#') {
                        text.trim_start_matches('#').to_owned()
                    } else {
                        format!("/components/schemas/{}", escape(text))
                    };
                    self.waiting.push((place, target, false));
                }
                None => self.report(&format!("{pointer}/mapping/{}", escape(name)), text),
            }
        }
    }

    fn report(&mut self, pointer: &str, reference: &str) {
        self.found.push(Unresolved { pointer: pointer.to_owned(), reference: reference.to_owned() });
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_is_reached_and_no_data_is_searched() {
        let root = json!({
            "paths": {"/a": {"get": {
                "parameters": [{"$ref": "#/components/parameters/Gone"}],
                "responses": {"200": {"content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/A"},
                    "example": {"$ref": "#/data"},
                    "examples": {"one": {"$ref": "#/components/examples/Gone"}},
                }}}},
            }}},
            "components": {"schemas": {
                "A": {"properties": {"$ref": {"type": "string"}, "b": {"$ref": "other.yaml#/B"}, "example": {"$ref": "#/no"}}},
                "Unused": {"$ref": "#/nothing"},
                "Self": {"$ref": "#/components/schemas/Self"},
            }},
        });
        let found: Vec<_> = unresolved(&root).into_iter().map(|one| (one.pointer, one.reference)).collect();
        let expected = [
            ("/components/schemas/A/properties/b", "other.yaml#/B"),
            ("/components/schemas/A/properties/example", "#/no"),
            ("/paths/~1a/get/parameters/0", "#/components/parameters/Gone"),
        ];
        assert_eq!(found, expected.map(|(pointer, reference)| (pointer.to_owned(), reference.to_owned())));
    }

    #[test]
    fn a_reference_to_itself_leads_to_nothing() {
        let root = json!({
            "paths": {"/a": {"$ref": "#/components/pathItems/P"}},
            "components": {"pathItems": {"P": {"$ref": "#/components/pathItems/P"}}},
        });
        assert_eq!(unresolved(&root).len(), 1);
    }
}
