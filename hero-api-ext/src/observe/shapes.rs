use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use super::field_set::FieldSet;

/// The types of JSON, as bits: those of `xtask/codegen/src/shapes.rs`.
pub(super) mod types {
    pub(crate) const NULL: u8 = 1;
    pub(crate) const BOOLEAN: u8 = 2;
    pub(crate) const INTEGER: u8 = 4;
    pub(crate) const FRACTION: u8 = 8;
    pub(crate) const STRING: u8 = 16;
    pub(crate) const ARRAY: u8 = 32;
    pub(crate) const OBJECT: u8 = 64;
    pub(crate) const ANY: u8 = 127;

    /// The names of the types, for people and for `drift`: `string|null`.
    pub(crate) fn text(mask: u8) -> String {
        if mask & ANY == ANY {
            return "any".to_owned();
        }
        let number = if mask & FRACTION == 0 { "integer" } else { "number" };
        let all = [
            (STRING, "string"),
            (INTEGER | FRACTION, number),
            (BOOLEAN, "boolean"),
            (ARRAY, "array"),
            (OBJECT, "object"),
            (NULL, "null"),
        ];
        let names: Vec<&str> = all.iter().filter(|(bits, _)| mask & bits != 0).map(|(_, name)| *name).collect();
        names.join("|")
    }

    /// The name of one type.
    pub(crate) fn name(bit: u8) -> &'static str {
        match bit {
            NULL => "null",
            BOOLEAN => "boolean",
            INTEGER => "integer",
            FRACTION => "number",
            STRING => "string",
            ARRAY => "array",
            _ => "object",
        }
    }
}

/// The shapes of a description, as `hero-api` has them compiled in.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Shapes {
    shapes: Vec<Shape>,
    operations: HashMap<String, OperationShapes>,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct OperationShapes {
    #[serde(default)]
    pub(super) request: HashMap<String, u32>,
    #[serde(default)]
    pub(super) responses: HashMap<String, ResponseShape>,
    /// The query parameter that asks for a page.
    pub(super) index: Option<String>,
    /// The query parameter that asks for a number of items.
    pub(super) size: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct ResponseShape {
    #[serde(default, rename = "c")]
    pub(super) content: HashMap<String, u32>,
    #[serde(default, rename = "h")]
    pub(super) headers: Vec<String>,
}

/// What a value may be.
#[derive(Debug, Deserialize)]
#[serde(from = "ShapeText")]
pub(super) struct Shape {
    pub(super) types: u8,
    /// In the order of their names, so that a name is found by bisection.
    pub(super) properties: Vec<Property>,
    /// Those that the description promises, by index.
    pub(super) required: FieldSet,
    pub(super) open: bool,
    pub(super) map: Option<u32>,
    pub(super) items: Option<u32>,
    /// In order.
    pub(super) values: Option<Vec<String>>,
    pub(super) technical: bool,
    pub(super) format: Option<Format>,
    /// Whether any value fits, whatever is inside it.
    pub(super) is_any: bool,
}

#[derive(Debug)]
pub(super) struct Property {
    pub(super) name: String,
    pub(super) shape: u32,
    /// How a member of this name begins in JSON without spaces: `,"name":`. Empty when the name needs escapes.
    pub(super) start: String,
}

/// A shape as the generator writes it.
#[derive(Deserialize)]
struct ShapeText {
    #[serde(rename = "t")]
    types: u8,
    /// By name: the shape, and 1 where it is required.
    #[serde(default, rename = "p")]
    properties: BTreeMap<String, Vec<u32>>,
    #[serde(default, rename = "o")]
    open: bool,
    #[serde(rename = "m")]
    map: Option<u32>,
    #[serde(rename = "i")]
    items: Option<u32>,
    #[serde(rename = "v")]
    values: Option<Vec<String>>,
    #[serde(default, rename = "k")]
    technical: bool,
    #[serde(rename = "f")]
    format: Option<Format>,
}

impl From<ShapeText> for Shape {
    fn from(text: ShapeText) -> Self {
        let ShapeText { types, properties, open, map, items, values, technical, format } = text;
        let is_any = types & types::ANY == types::ANY
            && properties.is_empty()
            && map.is_none()
            && items.is_none()
            && values.is_none()
            && format.is_none();
        let numbers = properties.values().enumerate();
        let required = numbers.filter(|(_, numbers)| numbers.get(1) == Some(&1)).map(|(index, _)| index).collect();
        let property = |(name, numbers): (String, Vec<u32>)| Property {
            start: if name.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"\\".contains(&byte)) {
                format!(",\"{name}\":")
            } else {
                String::new()
            },
            name,
            shape: numbers.first().copied().unwrap_or(u32::MAX),
        };
        let properties = properties.into_iter().map(property).collect();
        Self { types, properties, required, open, map, items, values, technical, format, is_any }
    }
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Format {
    Date,
    DateTime,
}

static ANY: Shape = Shape {
    types: types::ANY,
    properties: Vec::new(),
    required: FieldSet::new(),
    open: true,
    map: None,
    items: None,
    values: None,
    technical: false,
    format: None,
    is_any: true,
};

impl Shapes {
    /// Reads the text that the generator wrote. A text that is none has no shapes, so that nothing differs from it.
    pub(super) fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    pub(super) fn get(&self, index: u32) -> &Shape {
        usize::try_from(index).ok().and_then(|index| self.shapes.get(index)).unwrap_or(&ANY)
    }

    pub(super) fn operation(&self, id: &str) -> Option<&OperationShapes> {
        self.operations.get(id)
    }
}

impl OperationShapes {
    /// An exact status wins over a class, a class over `default`.
    pub(super) fn response(&self, status: u16) -> Option<&ResponseShape> {
        let responses = self.responses.iter().filter_map(|(key, response)| Some((rank(key, status)?, response)));
        responses.min_by_key(|(rank, _)| *rank).map(|(_, response)| response)
    }
}

/// How closely a key of `responses` fits a status: 0 is best, `None` not at all.
fn rank(key: &str, status: u16) -> Option<u8> {
    if key.parse() == Ok(status) {
        return Some(0);
    }
    if key == "default" {
        return Some(2);
    }
    let (class, rest) = key.split_at_checked(1)?;
    (rest.eq_ignore_ascii_case("XX") && class.parse() == Ok(status / 100)).then_some(1)
}

impl Shape {
    pub(super) fn property(&self, name: &str) -> Option<usize> {
        self.properties.binary_search_by(|property| property.name.as_str().cmp(name)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_status_wins_over_class_and_default() {
        let shapes = |keys: &[&str]| {
            let response = |key: &&str| {
                ((*key).to_owned(), ResponseShape { headers: vec![(*key).to_owned()], ..Default::default() })
            };
            OperationShapes { responses: keys.iter().map(response).collect(), ..Default::default() }
        };
        for (keys, status, found) in [
            (&["default", "4XX", "404"][..], 404, Some("404")),
            (&["default", "4xx", "404"], 409, Some("4xx")),
            (&["default", "4XX"], 500, Some("default")),
            (&["4XX", "200"], 204, None),
        ] {
            let operation = shapes(keys);
            assert_eq!(operation.response(status).map(|response| response.headers[0].as_str()), found, "{status}");
        }
    }
}
