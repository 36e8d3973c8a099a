//! What responses and request bodies look like, in a form that a message can be held against while it is read.
//!
//! `allOf` is merged, and the alternatives of `oneOf` and `anyOf` become one shape that allows what any of them allows. So a
//! message that the description allows never differs from its shape. What remains is small: types, fields, required fields,
//! items, values of enums, and the formats of dates.
//!
//! [`Shapes::compile`] reads a corrected description. [`Shapes::render`] is the text that `hero-api` compiles in for observers.
//! `drift --traffic` uses the same shapes, with the places in the description that they come from.

mod facts;
mod merge;
mod operations;
mod render;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

/// The types of JSON, as bits. A number may be an integer, so `NUMBER` has both bits.
pub mod types {
    /// `null`.
    pub const NULL: u8 = 1;
    /// `true` or `false`.
    pub const BOOLEAN: u8 = 2;
    /// A number without a fraction.
    pub const INTEGER: u8 = 4;
    /// Any number.
    pub const NUMBER: u8 = 8 | INTEGER;
    /// A text.
    pub const STRING: u8 = 16;
    /// A list.
    pub const ARRAY: u8 = 32;
    /// An object.
    pub const OBJECT: u8 = 64;
    /// Every type.
    pub const ANY: u8 = NULL | BOOLEAN | NUMBER | STRING | ARRAY | OBJECT;

    /// The bits of a name of JSON Schema.
    #[must_use]
    pub fn of(name: &str) -> u8 {
        match name {
            "null" => NULL,
            "boolean" => BOOLEAN,
            "integer" => INTEGER,
            "number" => NUMBER,
            "string" => STRING,
            "array" => ARRAY,
            "object" => OBJECT,
            _ => ANY,
        }
    }

    /// The names of the types, in the order of JSON Schema's list; `number` alone where a number may be an integer.
    #[must_use]
    pub fn names(mask: u8) -> Vec<&'static str> {
        let all = [
            (STRING, "string"),
            (NUMBER, "number"),
            (INTEGER, "integer"),
            (BOOLEAN, "boolean"),
            (ARRAY, "array"),
            (OBJECT, "object"),
            (NULL, "null"),
        ];
        let is_number = mask & NUMBER == NUMBER;
        let named = all.into_iter().filter(|(bits, name)| mask & bits == *bits && !(is_number && *name == "integer"));
        named.map(|(_, name)| name).collect()
    }
}

/// The shapes of all operations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shapes {
    /// Every shape; others refer to it by its index.
    pub shapes: Vec<Shape>,
    /// By `operationId`.
    pub operations: BTreeMap<String, OperationShapes>,
}

/// What one operation sends and receives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OperationShapes {
    /// JSON pointer of the operation.
    pub pointer: String,
    /// Media type → shape of the request body.
    pub request: BTreeMap<String, usize>,
    /// Status (`200`, `4XX`, `default`) → response.
    pub responses: BTreeMap<String, ResponseShape>,
    /// The query parameter that asks for a page, and its JSON pointer.
    pub page_index: Option<(String, String)>,
    /// The query parameter that asks for a number of items, and its JSON pointer.
    pub page_size: Option<(String, String)>,
}

/// One response of an operation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResponseShape {
    /// JSON pointer of the response, after references.
    pub pointer: String,
    /// Media type → shape of the body.
    pub content: BTreeMap<String, usize>,
    /// The headers that are described, in lower case.
    pub headers: BTreeSet<String>,
}

/// What a value may be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// The types that it may have: bits of [`types`].
    pub types: u8,
    /// The fields of an object.
    pub properties: BTreeMap<String, Property>,
    /// Whether the description says that the object may have other fields.
    pub open: bool,
    /// The shape of each value, where keys are data.
    pub map: Option<usize>,
    /// The shape of the items of a list.
    pub items: Option<usize>,
    /// The texts that are known.
    pub values: Option<BTreeSet<String>>,
    /// Whether the description says by `x-technical: true` that the texts are technical.
    pub technical: bool,
    /// `date` or `date-time`.
    pub format: Option<String>,
    /// The schemas that it was made of: a list for each alternative, with one pointer for each part of an `allOf`.
    pub places: Vec<Vec<String>>,
}

/// A field.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Property {
    /// Its shape.
    pub shape: usize,
    /// Whether it is always there.
    pub required: bool,
}

impl Shapes {
    /// Reads the shapes of a corrected description.
    #[must_use]
    pub fn compile(document: &Value) -> Self {
        let mut compiler = Compiler { document, shapes: Vec::new(), known: HashMap::new() };
        let operations = operations::read(&mut compiler);
        Self { shapes: compiler.shapes, operations }
    }

    /// The shape at a path such as `$.data[].name` or `$.by_id.*` below a shape.
    #[must_use]
    pub fn at(&self, root: usize, path: &str) -> Option<usize> {
        steps(path).try_fold(root, |shape, step| {
            let shape = self.shapes.get(shape)?;
            match step {
                Step::Items => shape.items,
                Step::Field("*") => shape.map,
                Step::Field(name) => shape.properties.get(name).map(|property| property.shape),
            }
        })
    }
}

impl OperationShapes {
    /// The response for a status: an exact one wins over a class, a class over `default`.
    #[must_use]
    pub fn response(&self, status: u16) -> Option<(&str, &ResponseShape)> {
        let keys =
            [status.to_string(), format!("{}XX", status / 100), format!("{}xx", status / 100), "default".to_owned()];
        keys.iter().find_map(|key| self.responses.get_key_value(key)).map(|(key, response)| (key.as_str(), response))
    }
}

/// A step of a path.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Step<'a> {
    /// `[]`.
    Items,
    /// `.name`, or `.*` for each key of a map.
    Field(&'a str),
}

/// The steps of a path such as `$.data[].name`.
pub fn steps(path: &str) -> impl Iterator<Item = Step<'_>> {
    path.strip_prefix('$').unwrap_or(path).split('.').skip_while(|part| part.is_empty()).flat_map(|part| {
        let lists = part.matches("[]").count();
        let name = part.trim_end_matches("[]");
        let field = (!name.is_empty()).then_some(Step::Field(name));
        field.into_iter().chain(std::iter::repeat_n(Step::Items, lists))
    })
}

/// The schemas of a shape: alternatives, each a list of parts that hold together.
type Key = Vec<Vec<String>>;

struct Compiler<'a> {
    document: &'a Value,
    shapes: Vec<Shape>,
    known: HashMap<Key, usize>,
}

impl Compiler<'_> {
    /// The shape of a value that fits one of the alternatives.
    fn shape(&mut self, mut key: Key) -> usize {
        for parts in &mut key {
            parts.sort_unstable();
            parts.dedup();
        }
        key.sort_unstable();
        key.dedup();
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        // Known before its parts are read: a schema may contain itself.
        let index = self.shapes.len();
        self.shapes.push(Shape { types: types::ANY, ..Shape::default() });
        self.known.insert(key.clone(), index);
        let shape = merge::merge(self, &key);
        if let Some(place) = self.shapes.get_mut(index) {
            *place = shape;
        }
        index
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn compiled(schema: Value, components: Value) -> (Shapes, usize) {
        let document = json!({
            "paths": {"/a": {"get": {"operationId": "getA", "responses": {"200": {"content": {"application/json": {"schema": schema}}}}}}},
            "components": {"schemas": components},
        });
        let shapes = Shapes::compile(&document);
        let root = shapes.operations["getA"].responses["200"].content["application/json"];
        (shapes, root)
    }

    fn at<'a>((shapes, root): &'a (Shapes, usize), path: &str) -> &'a Shape {
        &shapes.shapes[shapes.at(*root, path).unwrap_or_else(|| panic!("{path}"))]
    }

    #[test]
    fn shapes_merge_all_of_and_alternatives() {
        let compiled = compiled(
            json!({"allOf": [
                {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}},
                {"oneOf": [
                    {"required": ["b", "c"], "properties": {"b": {"type": "integer"}, "c": {}}},
                    {"required": ["b"], "properties": {"b": {"type": "string", "enum": ["x"]}}},
                ]},
            ]}),
            json!({}),
        );
        let root = at(&compiled, "$");
        assert_eq!(root.types, types::OBJECT);
        let required: Vec<_> = root.properties.iter().map(|(name, field)| (name.as_str(), field.required)).collect();
        assert_eq!(required, [("a", true), ("b", true), ("c", false)]);
        assert_eq!(at(&compiled, "$.b").types, types::INTEGER | types::STRING);
        assert_eq!(at(&compiled, "$.b").values, Some(BTreeSet::from(["x".to_owned()])));
        assert_eq!(at(&compiled, "$.c").types, types::ANY);
    }

    #[test]
    fn null_is_read_in_both_versions_of_openapi() {
        for schema in [
            json!({"type": ["string", "null"]}),
            json!({"type": "string", "nullable": true}),
            json!({"anyOf": [{"type": "string"}, {"type": "null"}]}),
            json!({"nullable": true, "allOf": [{"$ref": "#/components/schemas/T"}]}),
            json!({"type": ["string", "null"], "enum": ["a", null]}),
        ] {
            let compiled = compiled(json!({"properties": {"a": schema}}), json!({"T": {"type": "string"}}));
            assert_eq!(at(&compiled, "$.a").types, types::STRING | types::NULL, "{schema}");
        }
    }

    #[test]
    fn a_schema_that_contains_itself_is_one_shape() {
        let list = json!({"type": "object", "properties": {"next": {"$ref": "#/components/schemas/L"}, "all": {"type": "array", "items": {"$ref": "#/components/schemas/L"}}}});
        let compiled = compiled(
            json!({"$ref": "#/components/schemas/L"}),
            json!({"L": list, "M": {"$ref": "#/components/schemas/M"}}),
        );
        let (shapes, root) = &compiled;
        assert_eq!(shapes.at(*root, "$.next.all[].next"), shapes.at(*root, "$.next"));
        assert!(shapes.shapes.len() < 6, "{:?}", shapes.shapes);
    }

    #[test]
    fn maps_open_objects_and_fields_are_told_apart() {
        let compiled = compiled(
            json!({"properties": {
                "map": {"type": "object", "additionalProperties": {"type": "integer"}},
                "free": {"type": "object"},
                "open": {"type": "object", "properties": {"a": {}}, "additionalProperties": true},
                "fields": {"type": "object", "properties": {"a": {}}},
            }}),
            json!({}),
        );
        assert_eq!(at(&compiled, "$.map.*").types, types::INTEGER);
        assert!(at(&compiled, "$.free").open && at(&compiled, "$.open").open);
        assert!(!at(&compiled, "$.fields").open && !at(&compiled, "$.map").open);
    }

    #[test]
    fn what_only_one_direction_carries_is_not_required() {
        let compiled = compiled(
            json!({"required": ["a", "b", "c"], "properties": {"a": {"readOnly": true}, "b": {"$ref": "#/components/schemas/W"}, "c": {}}}),
            json!({"W": {"writeOnly": true}}),
        );
        let required: Vec<bool> = at(&compiled, "$").properties.values().map(|field| field.required).collect();
        assert_eq!(required, [false, false, true]);
    }

    #[test]
    fn a_status_is_found_by_itself_its_class_or_default() {
        let document = json!({
            "paths": {"/a": {"parameters": [{"$ref": "#/components/parameters/Size"}], "get": {
                "operationId": "getA",
                "parameters": [{"name": "page_index", "in": "query"}],
                "responses": {"200": {"$ref": "#/components/responses/Ok"}, "4XX": {"description": "c"}, "default": {"description": "d"}},
            }}},
            "components": {
                "parameters": {"Size": {"name": "page_size", "in": "query"}},
                "responses": {"Ok": {"headers": {"X-Request-Id": {}}, "content": {"Application/JSON; charset=utf-8": {"schema": {}}}}},
            },
        });
        let shapes = Shapes::compile(&document);
        let operation = &shapes.operations["getA"];
        let found: Vec<&str> =
            [200, 404, 500].map(|status| operation.response(status).map_or("", |(key, _)| key)).into();
        assert_eq!(found, ["200", "4XX", "default"]);
        let (_, ok) = operation.response(200).unwrap_or_else(|| panic!("200"));
        assert_eq!(ok.pointer, "/components/responses/Ok");
        assert!(ok.headers.contains("x-request-id") && ok.content.contains_key("application/json"), "{ok:?}");
        assert_eq!(operation.page_index.as_ref().map(|(_, at)| at.as_str()), Some("/paths/~1a/get/parameters/0"));
        assert_eq!(operation.page_size.as_ref().map(|(_, at)| at.as_str()), Some("/components/parameters/Size"));
    }

    #[test]
    fn a_path_has_a_step_for_each_part() {
        let read: Vec<Step<'_>> = steps("$.data[][].by_id.*.x").collect();
        let field = Step::Field;
        assert_eq!(read, [field("data"), Step::Items, Step::Items, field("by_id"), field("*"), field("x")]);
        assert_eq!(steps("$[].a").collect::<Vec<_>>(), [Step::Items, field("a")]);
        assert_eq!(steps("$").count(), 0);
    }
}
