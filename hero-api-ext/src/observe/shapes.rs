use std::collections::HashMap;

use serde::Deserialize;

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
#[derive(Debug, Default, Deserialize)]
pub(super) struct Shape {
    #[serde(rename = "t")]
    pub(super) types: u8,
    #[serde(default, rename = "p", deserialize_with = "properties")]
    pub(super) properties: Vec<Property>,
    #[serde(default, rename = "o")]
    pub(super) open: bool,
    #[serde(rename = "m")]
    pub(super) map: Option<u32>,
    #[serde(rename = "i")]
    pub(super) items: Option<u32>,
    /// In order.
    #[serde(rename = "v")]
    pub(super) values: Option<Vec<String>>,
    #[serde(default, rename = "k")]
    pub(super) technical: bool,
    #[serde(rename = "f")]
    pub(super) format: Option<Format>,
}

#[derive(Debug)]
pub(super) struct Property {
    pub(super) name: String,
    pub(super) shape: u32,
    pub(super) required: bool,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Format {
    Date,
    DateTime,
}

/// Fields in the order of their names, so that a name is found by bisection.
fn properties<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<Property>, D::Error> {
    let fields = std::collections::BTreeMap::<String, Vec<u32>>::deserialize(deserializer)?;
    let property = |(name, numbers): (String, Vec<u32>)| Property {
        name,
        shape: numbers.first().copied().unwrap_or(u32::MAX),
        required: numbers.get(1) == Some(&1),
    };
    Ok(fields.into_iter().map(property).collect())
}

static ANY: Shape = Shape {
    types: types::ANY,
    properties: Vec::new(),
    open: true,
    map: None,
    items: None,
    values: None,
    technical: false,
    format: None,
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
        let class = status / 100;
        [status.to_string(), format!("{class}XX"), format!("{class}xx"), "default".to_owned()]
            .iter()
            .find_map(|key| self.responses.get(key))
    }
}

impl Shape {
    /// Whether any value fits, whatever is inside it.
    pub(super) fn is_any(&self) -> bool {
        self.types & types::ANY == types::ANY
            && self.properties.is_empty()
            && self.map.is_none()
            && self.items.is_none()
            && self.values.is_none()
            && self.format.is_none()
    }

    pub(super) fn property(&self, name: &str) -> Option<usize> {
        self.properties.binary_search_by(|property| property.name.as_str().cmp(name)).ok()
    }
}
