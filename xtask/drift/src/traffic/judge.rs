//! Which observations still differ from the description, and what each does.

use std::collections::BTreeSet;

use codegen::shapes::{OperationShapes, Shapes, types};
use document::schema::{escape, unescape};
use serde_json::{Value, json};

use super::{
    ENOUGH_TO_DROP,
    evidence::{evidence, word},
    propose::Fix,
    read::{Key, Seen, Traffic},
    response::{content_type, header, ignored, status},
    schema::{holders, reach, with_keyword},
};
use crate::{
    Class, Direction, Kind, ParsedDescription, Place, WireChange,
    fingerprint::{fingerprint, stable},
    location::location,
};

/// A difference, and how the description would be made true.
pub(super) struct Judged {
    pub(super) change: WireChange,
    pub(super) fix: Fix,
}

pub(super) struct Judge<'a> {
    pub(super) base: &'a ParsedDescription,
    pub(super) document: &'a Value,
    pub(super) shapes: &'a Shapes,
    pub(super) traffic: &'a Traffic,
}

/// What differs: where the description says it, what it says, what was found, and the correction.
pub(super) struct Differs {
    pub(super) kind: Kind,
    pub(super) pointer: String,
    pub(super) before: Option<Value>,
    pub(super) after: Option<Value>,
    pub(super) what: String,
    pub(super) fix: Fix,
}

impl Judge<'_> {
    /// The differences, and the operations that the description does not have.
    pub(super) fn all(&self) -> (Vec<Judged>, BTreeSet<String>) {
        let mut judged = Vec::new();
        let mut unknown = BTreeSet::new();
        for (key, seen) in &self.traffic.seen {
            match self.shapes.operations.get(&key.operation) {
                Some(operation) => {
                    judged.extend(
                        self.differs(operation, key, seen).map(|differs| self.judged(operation, key, seen, differs)),
                    );
                }
                None => {
                    unknown.insert(key.operation.clone());
                }
            }
        }
        for (((operation, is_request, status), path), seen) in &self.traffic.optional {
            let key = Key {
                operation: operation.clone(),
                is_request: *is_request,
                status: *status,
                path: path.clone(),
                kind: "always-there".to_owned(),
                found: String::new(),
                value: None,
            };
            if !is_request
                && seen.is_enough_to_raise()
                && let Some(operation) = self.shapes.operations.get(operation)
                && let Some(differs) = self.always_there(operation, &key)
            {
                judged.push(self.judged(operation, &key, seen, differs));
            }
        }
        (judged, unknown)
    }

    fn differs(&self, operation: &OperationShapes, key: &Key, seen: &Seen) -> Option<Differs> {
        match key.kind.as_str() {
            "unknown-field" => self.unknown_field(operation, key, seen),
            "missing" => self.missing(operation, key, seen),
            "null" | "other-type" => self.other_type(operation, key, seen),
            "other-format" => self.other_format(operation, key, seen),
            "unknown-value" => self.unknown_value(operation, key),
            "status" => status(operation, key),
            "content-type" => content_type(operation, key),
            "header" => header(operation, key),
            "page-size-ignored" => {
                Some(ignored(operation.page_size.as_ref()?, "a page can have more items than were asked for"))
            }
            "page-index-ignored" => {
                Some(ignored(operation.page_index.as_ref()?, "pages with another index are the same"))
            }
            _ => None,
        }
    }

    fn unknown_field(&self, operation: &OperationShapes, key: &Key, seen: &Seen) -> Option<Differs> {
        if reach(self.document, self.shapes, operation, key, &key.path).is_some() {
            return self.other_type(operation, key, seen);
        }
        let (above, name) = split(&key.path)?;
        let object = reach(self.document, self.shapes, operation, key, above)?.shape;
        if object.map.is_some() {
            return None;
        }
        let holders = holders(self.document, object);
        let pointer = format!("{}/properties/{}", holders.first()?, escape(name));
        let is_closed = !with_keyword(self.document, object, "additionalProperties").is_empty() && !object.open;
        let kind = if is_closed { Kind::PropertyAddedOptionalToClosed } else { Kind::PropertyAddedOptional };
        let fix = if name == "*" {
            Fix::None("the name of a field was not kept, since it may be data")
        } else {
            Fix::Field { holders, name: name.to_owned(), found: key.found.clone(), always: seen.is_enough_to_raise() }
        };
        let what = format!("{{location}} is not described; it is {}", word(&key.found));
        Some(Differs { kind, pointer, before: None, after: Some(json!(key.found)), what, fix })
    }

    fn missing(&self, operation: &OperationShapes, key: &Key, seen: &Seen) -> Option<Differs> {
        let (above, name) = split(&key.path)?;
        let object = reach(self.document, self.shapes, operation, key, above)?.shape;
        if !object.properties.get(name)?.required {
            return None;
        }
        let lists = |place: &String| {
            let required = self.document.pointer(&format!("{place}/required")).and_then(Value::as_array);
            required.is_some_and(|required| required.iter().any(|known| known == name))
        };
        let lists: Vec<String> = with_keyword(self.document, object, "required").into_iter().filter(lists).collect();
        let holder = holders(self.document, object).into_iter().next()?;
        let fix = if seen.messages >= ENOUGH_TO_DROP {
            Fix::Optional { lists, name: name.to_owned() }
        } else {
            Fix::None("a required field was missing in too few messages")
        };
        Some(Differs {
            kind: Kind::PropertyBecameOptional,
            pointer: format!("{holder}/properties/{}", escape(name)),
            before: Some(json!("required")),
            after: Some(json!("missing")),
            what: "{location} is required, and was missing".to_owned(),
            fix,
        })
    }

    fn always_there(&self, operation: &OperationShapes, key: &Key) -> Option<Differs> {
        let (above, name) = split(&key.path)?;
        let object = reach(self.document, self.shapes, operation, key, above)?.shape;
        if object.properties.get(name)?.required {
            return None;
        }
        let holders = holders(self.document, object);
        Some(Differs {
            kind: Kind::PropertyBecameRequired,
            pointer: format!("{}/properties/{}", holders.first()?, escape(name)),
            before: Some(json!("optional")),
            after: Some(json!("always there")),
            what: "{location} is optional, and was always there".to_owned(),
            fix: Fix::Required { holders, name: name.to_owned() },
        })
    }

    fn other_type(&self, operation: &OperationShapes, key: &Key, seen: &Seen) -> Option<Differs> {
        let reached = reach(self.document, self.shapes, operation, key, &key.path)?;
        let found = types::of(&key.found);
        if reached.shape.types & found == found {
            return None;
        }
        let before = types::names(reached.shape.types).join("|");
        let is_null = found == types::NULL;
        let kind = if is_null { Kind::BecameNullable } else { Kind::TypeWidened };
        let what = if is_null {
            format!("{{location}} is {}, and was null", word(&before))
        } else {
            format!("{{location}} is {}, and was {}", word(&before), word(&key.found))
        };
        let pointer = reached.sites.first()?.clone();
        let instead = !is_null && seen.is_always() && seen.messages >= ENOUGH_TO_DROP;
        let fix = Fix::Type { sites: reached.sites, found: key.found.clone(), instead };
        Some(Differs { kind, pointer, before: Some(json!(before)), after: Some(json!(key.found)), what, fix })
    }

    fn other_format(&self, operation: &OperationShapes, key: &Key, seen: &Seen) -> Option<Differs> {
        let reached = reach(self.document, self.shapes, operation, key, &key.path)?;
        let format = reached.shape.format.as_deref().filter(|format| *format != key.found)?;
        let places = with_keyword(self.document, reached.shape, "format");
        let always = seen.is_always() && seen.messages >= ENOUGH_TO_DROP && key.found != "string";
        Some(Differs {
            kind: if always { Kind::FormatChanged } else { Kind::FormatDropped },
            pointer: reached.sites.first()?.clone(),
            before: Some(json!(format)),
            after: Some(json!(key.found)),
            what: format!("{{location}} has the format {}, and looked like {}", word(format), word(&key.found)),
            fix: Fix::Format { places, found: always.then(|| key.found.clone()) },
        })
    }

    fn unknown_value(&self, operation: &OperationShapes, key: &Key) -> Option<Differs> {
        let reached = reach(self.document, self.shapes, operation, key, &key.path)?;
        let values = reached.shape.values.as_ref()?;
        if key.value.as_ref().is_some_and(|value| values.contains(value)) {
            return None;
        }
        let (what, fix) = match &key.value {
            Some(value) => {
                let places = with_keyword(self.document, reached.shape, "enum");
                let what = format!("{{location}} was {}, which is not among its values", word(value));
                (what, Fix::Value { places, value: value.clone() })
            }
            None => (
                "{location} was a text that is not among its values".to_owned(),
                Fix::None(
                    "a value of an enum was not kept: mark the enum by `x-technical: true`, and allow technical values",
                ),
            ),
        };
        let after = Some(key.value.as_deref().map_or_else(|| json!("another value"), |value| json!(value)));
        let pointer = reached.sites.first()?.clone();
        Some(Differs { kind: Kind::EnumValueAdded, pointer, before: None, after, what, fix })
    }

    fn judged(&self, operation: &OperationShapes, key: &Key, seen: &Seen, differs: Differs) -> Judged {
        let direction = if key.is_request { Direction::Request } else { Direction::Response };
        let Differs { kind, pointer, before, after, what, fix } = differs;
        // That a page parameter does nothing breaks the request that it is in.
        let class = if kind == Kind::ParameterRemoved { Class::RequestBreak } else { kind.rule().class(direction) };
        let place = location(self.document, &pointer);
        let what = what.replace("{location}", &place.name).replace("{owner}", &place.owner);
        let line = self.base.document.lines.nearest(&pointer);
        let at = stable(self.document, &pointer);
        let (_, number) = seen.place;
        let change = WireChange {
            fingerprint: fingerprint(kind, &key.operation, [&at, &at], [before.as_ref(), after.as_ref()]),
            kind,
            class,
            classes: vec![class],
            directions: vec![direction],
            operations: vec![name_of(&operation.pointer)],
            operation_ids: vec![key.operation.clone()],
            location: place.name,
            sentence: format!("{what}: {}", evidence(key, seen)),
            old: Place { pointer: pointer.clone(), line },
            new: Place { pointer, line: number },
            before,
            after,
            rust: Vec::new(),
            waived: None,
        };
        Judged { change, fix }
    }
}

/// The path of the object around a field, and the name of the field.
fn split(path: &str) -> Option<(&str, &str)> {
    path.rsplit_once('.').filter(|(_, name)| !name.is_empty() && !name.ends_with("[]"))
}

/// `GET /v1/me`, from a pointer.
fn name_of(pointer: &str) -> String {
    let mut tokens = pointer.split('/').skip(2);
    let path = tokens.next().map(unescape).unwrap_or_default();
    format!("{} {path}", tokens.next().unwrap_or_default().to_uppercase())
}
