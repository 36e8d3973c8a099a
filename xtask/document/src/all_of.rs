//! The parts of a schema: what its references lead to and the members of its `allOf`, at any depth.
//!
//! Use [`flattened`] where all references lead to components, and [`Parts`] to search, to learn where a part is, or with other
//! references.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::schema;

/// A schema that a value has to fit.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    /// What the value has to fit; its own `allOf` comes as parts too.
    pub schema: &'a Value,
    /// The last `$ref` on the way to it; `None` inside the schema where the walk began.
    pub reference: Option<&'a str>,
    /// The way from there: the index of a member of `allOf` for each step.
    pub way: Vec<usize>,
}

impl Part<'_> {
    /// The JSON pointer of the part, where `start` is that of the schema where the walk began.
    #[must_use]
    pub fn pointer(&self, start: &str) -> String {
        let reference = self.reference.map(|text| schema::percent_decoded(text.trim_start_matches('#')));
        let mut pointer = reference.unwrap_or_else(|| start.to_owned());
        for index in &self.way {
            pointer.push_str("/allOf/");
            pointer.push_str(&index.to_string());
        }
        pointer
    }
}

/// What the `$ref` of a schema means.
#[derive(Clone, Copy, Debug)]
pub struct Reference<'a> {
    /// The text of `$ref`.
    pub text: &'a str,
    /// Where it leads; `None` when nothing is there, so that the schema has no parts.
    pub target: Option<&'a Value>,
    /// Whether the keywords beside `$ref` hold too, as in OpenAPI 3.1.
    pub has_siblings: bool,
}

/// Resolves the references of one document.
pub trait References<'a> {
    /// The reference that a schema is. `None` makes the schema a part as it is written.
    fn reference(&self, schema: &'a Value) -> Option<Reference<'a>>;
}

/// References to the components of a document. Keywords beside such a reference mean nothing.
impl<'a> References<'a> for &'a Map<String, Value> {
    fn reference(&self, schema: &'a Value) -> Option<Reference<'a>> {
        let text = schema.get("$ref")?.as_str()?;
        let target = self.get(&schema::unescape(schema::component_of(text)?));
        Some(Reference { text, target, has_siblings: false })
    }
}

/// No reference is followed.
#[derive(Clone, Copy, Debug)]
pub struct Inline;

impl<'a> References<'a> for Inline {
    fn reference(&self, _schema: &'a Value) -> Option<Reference<'a>> {
        None
    }
}

/// All parts of some schemas, the schemas included: a whole before its parts, in the order in which they are written.
///
/// The target of a reference comes once, so schemas that contain themselves have an end.
#[derive(Clone, Debug)]
pub struct Parts<'a, R> {
    references: R,
    /// The next part is the last one.
    waiting: Vec<Part<'a>>,
    /// The targets of references that were met, by address.
    followed: BTreeSet<usize>,
}

impl<'a, R: References<'a>> Parts<'a, R> {
    /// The parts of `schemas`.
    pub fn new(references: R, schemas: impl IntoIterator<Item = &'a Value>) -> Self {
        let starts = schemas.into_iter().map(|schema| Part { schema, reference: None, way: Vec::new() });
        let mut waiting: Vec<Part<'a>> = starts.collect();
        waiting.reverse();
        Self { references, waiting, followed: BTreeSet::new() }
    }
}

impl<'a, R: References<'a>> Iterator for Parts<'a, R> {
    type Item = Part<'a>;

    fn next(&mut self) -> Option<Part<'a>> {
        while let Some(part) = self.waiting.pop() {
            let reference = self.references.reference(part.schema);
            if reference.is_none_or(|reference| reference.has_siblings) {
                let members = members(part.schema).enumerate().map(|(index, member)| {
                    let way = part.way.iter().copied().chain([index]).collect();
                    Part { schema: member, reference: part.reference, way }
                });
                let first = self.waiting.len();
                self.waiting.extend(members);
                if let Some(members) = self.waiting.get_mut(first..) {
                    members.reverse();
                }
            }
            if let Some(Reference { text, target: Some(target), .. }) = reference
                && self.followed.insert(std::ptr::from_ref(target).addr())
            {
                self.waiting.push(Part { schema: target, reference: Some(text), way: Vec::new() });
            }
            if reference.is_none_or(|reference| reference.has_siblings) {
                return Some(part);
            }
        }
        None
    }
}

/// The schemas of all parts, where references lead to components.
#[must_use]
pub fn flattened<'a>(components: &'a Map<String, Value>, schemas: Vec<&'a Value>) -> Vec<&'a Value> {
    Parts::new(components, schemas).map(|part| part.schema).collect()
}

/// Whether a schema is, or is made of, the component `name`.
#[must_use]
pub fn is_made_of(components: &Map<String, Value>, schema: &Value, name: &str) -> bool {
    let wanted = components.get(name);
    wanted.is_some_and(|wanted| Parts::new(components, [schema]).any(|part| std::ptr::eq(part.schema, wanted)))
}

/// The members of the `allOf` of a schema.
pub fn members(schema: &Value) -> impl Iterator<Item = &Value> {
    schema.get("allOf").and_then(Value::as_array).into_iter().flatten()
}

/// The only member of the `allOf` of a schema, if every other keyword of the schema fits `is_around`.
pub fn only_member(schema: &Value, is_around: impl Fn(&str) -> bool) -> Option<&Value> {
    let [only] = schema.get("allOf")?.as_array()?.as_slice() else { return None };
    let mut keywords = schema.as_object()?.keys();
    keywords.all(|keyword| keyword == "allOf" || is_around(keyword)).then_some(only)
}

/// Calls `write` with a schema and with the members of its `allOf` at any depth, as far as they are inline: a whole before
/// its parts.
pub fn write_inline(schema: &mut Value, write: &mut dyn FnMut(&mut Value)) {
    write(schema);
    for member in schema.get_mut("allOf").and_then(Value::as_array_mut).into_iter().flatten() {
        write_inline(member, write);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn components() -> Value {
        let reference = schema::reference_to;
        json!({
            "Pet": {"title": "pet", "allOf": [{"title": "named"}, reference("Kept"), {"title": "last"}]},
            "Kept": {"title": "kept", "allOf": [{"allOf": [reference("Pet"), {"title": "deep"}], "title": "middle"}]},
            "Gone": {"allOf": [reference("Nothing"), {"title": "rest"}]},
        })
    }

    fn titles<'a>(parts: impl IntoIterator<Item = &'a Value>) -> Vec<&'a str> {
        parts.into_iter().map(|part| part["title"].as_str().unwrap_or_default()).collect()
    }

    #[test]
    fn parts_come_in_the_order_of_the_text() {
        let components = components();
        let components = components.as_object().unwrap();
        let start = json!({"title": "start", "allOf": [schema::reference_to("Pet"), {"title": "end"}]});
        let parts = flattened(components, vec![&start]);
        assert_eq!(titles(parts), ["start", "pet", "named", "kept", "middle", "deep", "last", "end"]);
        assert_eq!(titles(flattened(components, vec![&components["Gone"]])), ["", "rest"]);
    }

    #[test]
    fn the_pointer_of_a_part_leads_to_it() {
        let document = json!({ "components": {"schemas": components()}, "start": {"allOf": [{"allOf": [
            {"$ref": "#/components/schemas/Kept"},
        ]}]}});
        let components = schema::components(&document).unwrap();
        let parts: Vec<Part<'_>> = Parts::new(components, [&document["start"]]).collect();
        assert_eq!(parts.len(), 8);
        for part in parts {
            assert!(std::ptr::eq(document.pointer(&part.pointer("/start")).unwrap(), part.schema), "{part:?}");
        }
    }

    #[test]
    fn keywords_beside_a_reference_are_parts_if_they_hold() {
        struct Both<'a>(&'a Map<String, Value>);
        impl<'a> References<'a> for Both<'a> {
            fn reference(&self, schema: &'a Value) -> Option<Reference<'a>> {
                Some(Reference { has_siblings: true, ..self.0.reference(schema)? })
            }
        }
        let components = components();
        let components = components.as_object().unwrap();
        let start = json!({"title": "start", "$ref": "#/components/schemas/Gone", "allOf": [{"title": "own"}]});
        assert_eq!(titles(flattened(components, vec![&start])), ["", "rest"]);
        let both = Parts::new(Both(components), [&start]).map(|part| part.schema);
        assert_eq!(titles(both), ["start", "", "", "rest", "own"]);
        assert_eq!(titles(Parts::new(Inline, [&start]).map(|part| part.schema)), ["start", "own"]);
    }

    #[test]
    fn a_schema_is_made_of_its_parts_at_any_depth() {
        let components = components();
        let components = components.as_object().unwrap();
        for (whole, part, is_part) in [("Pet", "Kept", true), ("Kept", "Pet", true), ("Gone", "Pet", false)] {
            assert_eq!(is_made_of(components, &components[whole], part), is_part, "{whole} of {part}");
        }
        assert!(!is_made_of(components, &components["Gone"], "Nothing"));
    }

    #[test]
    fn an_only_member_stands_beside_what_is_allowed() {
        let member = json!({"type": "string"});
        let schema = json!({"description": "d", "allOf": [member]});
        assert_eq!(only_member(&schema, |keyword| keyword == "description"), Some(&member));
        assert_eq!(only_member(&schema, |_| false), None);
        assert_eq!(only_member(&json!({"allOf": [member, member]}), |_| true), None);
        assert_eq!(only_member(&member, |_| true), None);
    }

    #[test]
    fn inline_parts_are_written_and_references_are_not() {
        let mut schema = json!({"allOf": [{"allOf": [{"title": "a"}]}, {"$ref": "#/components/schemas/Pet"}]});
        let mut seen = 0;
        write_inline(&mut schema, &mut |part| {
            seen += 1;
            if let Some(title) = part.get_mut("title") {
                *title = json!("b");
            }
        });
        assert_eq!((seen, &schema["allOf"][0]["allOf"][0]["title"]), (4, &json!("b")));
    }
}
