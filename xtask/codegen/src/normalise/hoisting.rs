//! Every inline shape becomes a component with a name of its own.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToPascalCase;
use serde_json::{Map, Value, json};

use super::{
    BY_STATUS, Log, PART_TYPES, Pass, State, WIRE_VALUES, directions::DIRECTION, free_name::first_free, limits::LIMITS,
};
use crate::ascii::ascii;
use document::{
    error::{Error, Result},
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "hoisting",
    reason: "typify merges inline shapes that get the same name, first one wins, without a word; a component has one name",
    run,
    holds,
};

/// Keywords that say something of the use of a shape, not of the shape: they stay where it is used.
const OF_THE_USE: [&str; 3] = ["nullable", "description", "default"];

/// Marks that say something of the shape itself, and go with it.
const OF_THE_SHAPE: [&str; 7] = ["description", "x-provenance", OPEN_ENUM, WIRE_VALUES, BY_STATUS, PART_TYPES, LIMITS];

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    let mut hoister = Hoister::new(&state.known.places);
    let mut components = schema::components_mut(&mut state.document).map(std::mem::take).unwrap_or_default();
    hoister.taken.extend(components.keys().map(|name| name.to_lowercase()));
    // Names depend on places, not on their order in the file.
    let mut sorted: Vec<_> = components.iter_mut().collect();
    sorted.sort_by_key(|(name, _)| *name);
    for (name, component) in sorted {
        let direction = component.get(DIRECTION).cloned();
        hoister.direction = direction.unwrap_or_default();
        hoister.inside(&format!("/components/schemas/{}", schema::escape(name)), &name.to_pascal_case(), component);
        if let Value::Object(keywords) = component {
            keywords.shift_remove("title");
        }
    }
    let mut pointers: Vec<String> = schema::operations(&state.document).map(|(pointer, _)| pointer).collect();
    pointers.sort();
    for pointer in pointers {
        if let Some(operation) = state.document.pointer_mut(&pointer) {
            hoister.operation(&pointer, operation);
        }
    }
    for Hoisted { name, schema, pointer } in hoister.hoisted {
        state.places.insert(name.clone(), pointer.clone());
        if components.insert(name.clone(), schema).is_some() {
            return Err(Error::new(format!("two shapes would both be called `{name}`"))
                .at_pointer(pointer)
                .remedy("give the shape here a `title`-free component name of its own by an overlay"));
        }
        log.changed(pointer, format!("became {name}"));
    }
    if let Some(target) = schema::components_mut(&mut state.document) {
        *target = components;
    }
    Ok(())
}

struct Hoisted {
    name: String,
    schema: Value,
    pointer: String,
}

struct Hoister<'a> {
    hoisted: Vec<Hoisted>,
    /// In lower case: types that differ in case only would want one file.
    taken: BTreeSet<String>,
    direction: Value,
    /// The names that places have had so far.
    known: &'a BTreeMap<String, String>,
    /// Those names, in lower case.
    reserved: BTreeSet<String>,
    /// What the pointer of the parameter begins with, and what its place does.
    parameter: Option<(String, String)>,
}

impl<'a> Hoister<'a> {
    fn new(known: &'a BTreeMap<String, String>) -> Self {
        Self {
            hoisted: Vec::new(),
            taken: BTreeSet::new(),
            direction: Value::Null,
            known,
            reserved: known.values().map(|name| name.to_lowercase()).collect(),
            parameter: None,
        }
    }

    fn operation(&mut self, pointer: &str, operation: &mut Value) {
        let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default().to_owned();
        let name = id.to_pascal_case();
        self.direction = json!("request");
        for (index, parameter) in
            operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten().enumerate()
        {
            let parameter_name = parameter.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
            if let Some(schema) = parameter.get_mut("schema") {
                let prefix = format!("{pointer}/parameters");
                self.parameter = Some((format!("{prefix}/{index}"), format!("{prefix}/{parameter_name}")));
                let origin = format!("Parameter `{parameter_name}` of `{id}`.");
                let hint = format!("{name}{}", parameter_name.to_pascal_case());
                self.place(&format!("{pointer}/parameters/{index}/schema"), &hint, &origin, schema, false);
            }
        }
        self.parameter = None;
        if let Some(schema) = operation.pointer_mut("/requestBody/content/application~1json/schema") {
            let pointer = format!("{pointer}/requestBody/content/application~1json/schema");
            self.place(&pointer, &format!("{name}Body"), &format!("Request body of `{id}`."), schema, true);
        }
        self.direction = json!("response");
        for (status, response) in operation.get_mut("responses").and_then(Value::as_object_mut).into_iter().flatten() {
            if let Some(schema) = response.pointer_mut("/content/application~1json/schema") {
                let pointer = format!("{pointer}/responses/{status}/content/application~1json/schema");
                self.place(&pointer, &format!("{name}Response"), &format!("Response of `{id}`."), schema, true);
            }
        }
    }

    /// Handles the schema at a place, and hoists it when it is a shape or when the place wants a named type.
    fn place(&mut self, pointer: &str, hint: &str, origin: &str, schema: &mut Value, named: bool) {
        self.inside(pointer, hint, schema);
        let is_list = schema.get("type").and_then(Value::as_str) == Some("array");
        let is_reference = schema.get("$ref").is_some();
        // `nullable` around a reference is an Option of a type that has a name already.
        let is_reference = is_reference || is_wrapped_reference(schema);
        if is_shape(schema) || (named && !is_list && !is_reference) {
            self.hoist(pointer, hint, origin, schema);
        }
    }

    /// Handles everything inside `schema`, whose own name is `name`.
    fn inside(&mut self, pointer: &str, name: &str, schema: &mut Value) {
        let mut children = schema::children_mut(schema);
        children.sort_by(|(a, _), (b, _)| a.cmp(b));
        for (token, child) in children {
            let pointer = format!("{pointer}/{token}");
            let (keyword, member) = token.split_once('/').unwrap_or((token.as_str(), ""));
            let (hint, origin) = match keyword {
                "properties" => {
                    let property = schema::unescape(member);
                    (format!("{name}{}", property.to_pascal_case()), format!("Field `{property}` of `{name}`."))
                }
                "items" => match name.strip_suffix("ResponseData") {
                    Some(operation) => {
                        (format!("{operation}Item"), format!("Item of `data` in `{operation}Response`."))
                    }
                    None => (format!("{name}Item"), format!("Item of the list `{name}`.")),
                },
                "additionalProperties" => (format!("{name}Value"), format!("Value in the map `{name}`.")),
                "oneOf" => {
                    let title = child.get("title").and_then(Value::as_str).unwrap_or(member).to_pascal_case();
                    (format!("{name}{title}"), format!("One form of `{name}`."))
                }
                _ => (format!("{name}{}{member}", keyword.to_pascal_case()), format!("Part of `{name}`.")),
            };
            // An item of a list stands for itself in the caller's hands, so that it too must redact itself.
            let named = keyword == "items"
                && matches!(child.get("type").and_then(Value::as_str), None | Some("object"))
                && child.get("allOf").is_none();
            self.place(&pointer, &hint, &origin, child, named);
        }
    }

    fn hoist(&mut self, pointer: &str, hint: &str, origin: &str, schema: &mut Value) {
        let Value::Object(keywords) = schema else { return };
        let place = match &self.parameter {
            Some((prefix, place)) => pointer.replacen(prefix, place, 1),
            None => pointer.to_owned(),
        };
        let name = match self.known.get(&place).filter(|name| !self.taken.contains(&name.to_lowercase())) {
            Some(name) => name.clone(),
            None => self.new_name(hint),
        };
        self.taken.insert(name.to_lowercase());
        let title = keywords.shift_remove("title");
        let mut shape = std::mem::take(keywords);
        let mut at_use = Map::new();
        for keyword in shape
            .keys()
            .filter(|keyword| OF_THE_USE.contains(&keyword.as_str()) || keyword.starts_with("x-"))
            .cloned()
            .collect::<Vec<_>>()
        {
            if let Some(value) = shape.get(&keyword) {
                at_use.insert(keyword.clone(), value.clone());
            }
            if !OF_THE_SHAPE.contains(&keyword.as_str()) {
                shape.shift_remove(&keyword);
            }
        }
        shape.entry("description").or_insert_with(|| Value::from(origin));
        shape.insert(DIRECTION.to_owned(), self.direction.clone());
        self.hoisted.push(Hoisted { name: name.clone(), schema: Value::Object(shape), pointer: pointer.to_owned() });
        *schema = if at_use.is_empty() && title.is_none() {
            schema::reference_to(&name)
        } else {
            at_use.insert("allOf".to_owned(), json!([schema::reference_to(&name)]));
            if let Some(title) = title {
                at_use.insert("title".to_owned(), title);
            }
            Value::Object(at_use)
        };
    }

    fn new_name(&self, hint: &str) -> String {
        let is_free = |name: &str| {
            let name = name.to_lowercase();
            !self.taken.contains(&name) && !self.reserved.contains(&name)
        };
        let mut name = ascii(hint).to_pascal_case();
        if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
            name.insert_str(0, "Schema");
        }
        if !is_free(&name) {
            name.push_str("Inline");
        }
        first_free(name, is_free)
    }
}

/// Says of an enum that the description does not list all of its values.
pub(super) const OPEN_ENUM: &str = "x-enum-open";

/// Whether a schema is a reference with remarks: `{allOf: [{$ref}], nullable, …}`.
fn is_wrapped_reference(schema: &Value) -> bool {
    let lone = schema
        .get("allOf")
        .and_then(Value::as_array)
        .is_some_and(|parts| matches!(parts.as_slice(), [part] if part.get("$ref").is_some()));
    lone && !is_shape(schema)
}

/// Whether typify makes a named type of this schema.
fn is_shape(schema: &Value) -> bool {
    let has = |keyword: &str| schema.get(keyword).is_some();
    let is = |name: &str| schema.get("type").and_then(Value::as_str) == Some(name);
    let several_parts = schema.get("allOf").and_then(Value::as_array).is_some_and(|parts| {
        parts.len() > 1 || ["properties", "required", "additionalProperties", "items"].into_iter().any(has)
    });
    has("properties")
        || has("oneOf")
        || has("enum")
        || several_parts
        || (is("string") && ["pattern", "minLength", "maxLength"].into_iter().any(has))
        || schema.get("additionalProperties") == Some(&json!(false))
}

fn holds(document: &Value) -> Result<()> {
    let mut left = None;
    schema::read(document, &mut |pointer, _, schema| {
        // A component is where a shape belongs: only what is inside it counts.
        let is_component = pointer.strip_prefix("/components/schemas/").is_some_and(|name| !name.contains('/'));
        if left.is_none() && !is_component && is_shape(schema) {
            left = Some(pointer.to_owned());
        }
    });
    match left {
        Some(pointer) => Err(Error::new("an inline shape is left").at_pointer(pointer)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    #[allow(clippy::needless_pass_by_value, reason = "`json!(…)` reads better at the call than a reference to it")]
    fn operation(responses: Value) -> Value {
        json!({
            "paths": {"/things": {"get": {
                "operationId": "listThings",
                "parameters": [{"name": "order_by", "in": "query", "schema": {"type": "string", "enum": ["a"]}}],
                "responses": {"200": {"content": {"application/json": {"schema": responses}}}},
            }}},
            "components": {"schemas": {}},
        })
    }

    #[test]
    fn inline_shapes_are_named_after_their_place() {
        let (document, _) = run_alone(
            PASS,
            operation(json!({"type": "object", "properties": {
                "data": {"type": "array", "items": {"type": "object", "properties": {
                    "owner": {"type": "object", "nullable": true, "description": "who", "properties": {"id": {"type": "string"}}},
                }}},
            }})),
        )
        .unwrap();
        let components = document["components"]["schemas"].as_object().unwrap();
        let names: Vec<&String> = components.keys().collect();
        assert_eq!(names, ["ListThingsOrderBy", "ListThingsItemOwner", "ListThingsItem", "ListThingsResponse"]);
        assert_eq!(
            components["ListThingsItem"]["properties"]["owner"],
            json!({"nullable": true, "description": "who", "allOf": [{"$ref": "#/components/schemas/ListThingsItemOwner"}]})
        );
        assert_eq!(components["ListThingsItemOwner"]["description"], "who");
        assert!(components["ListThingsItemOwner"].get("nullable").is_none());
    }

    #[test]
    fn a_taken_name_never_merges() {
        let mut document = operation(json!({"properties": {"a": {"type": "string"}}}));
        document["components"]["schemas"]["ListThingsResponse"] = json!({"properties": {"b": {"type": "string"}}});
        let (document, _) = run_alone(PASS, document).unwrap();
        let components = document["components"]["schemas"].as_object().unwrap();
        assert!(components["ListThingsResponse"]["properties"].get("b").is_some());
        assert!(components["ListThingsResponseInline"]["properties"].get("a").is_some());
    }

    #[test]
    fn inline_shapes_that_want_one_name_get_three() {
        let thrice =
            json!({"properties": {"a_b": {"properties": {}}, "aB": {"properties": {}}, "a-b": {"properties": {}}}});
        let (document, _) = run_alone(PASS, operation(thrice)).unwrap();
        let names: Vec<&String> = document["components"]["schemas"].as_object().unwrap().keys().collect();
        assert_eq!(names[1..4], ["ListThingsResponseAb", "ListThingsResponseAbInline", "ListThingsResponseAbInline2"]);
    }
}
