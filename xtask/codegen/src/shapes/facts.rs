//! What one schema says, with `allOf` merged into it and one set of facts for each alternative.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::types;
use document::schema::{escape, percent_decoded};

/// More alternatives than this are not told apart: the value may then be anything.
const MOST: usize = 64;

/// Deeper than this, schemas are taken to contain themselves.
const DEEPEST: usize = 32;

/// What may come beside the fields of an object.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Additional {
    /// The description does not say.
    Unsaid,
    /// It says that there may be more.
    Open,
    /// It says that there is nothing else.
    Closed,
    /// Keys are data, and each value fits these parts.
    Map(Vec<String>),
}

/// What a value of one alternative looks like.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    pub(super) types: u8,
    /// Field → the schemas that it has to fit.
    pub(super) properties: BTreeMap<String, Vec<String>>,
    pub(super) required: BTreeSet<String>,
    pub(super) additional: Additional,
    pub(super) items: Vec<String>,
    pub(super) values: Option<BTreeSet<String>>,
    pub(super) technical: bool,
    pub(super) format: Option<String>,
    pub(super) places: Vec<String>,
}

impl Facts {
    pub(super) fn any() -> Self {
        Self {
            types: types::ANY,
            properties: BTreeMap::new(),
            required: BTreeSet::new(),
            additional: Additional::Unsaid,
            items: Vec::new(),
            values: None,
            technical: false,
            format: None,
            places: Vec::new(),
        }
    }

    /// What fits both.
    fn and(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.types &= other.types;
        for (name, parts) in &other.properties {
            both.properties.entry(name.clone()).or_default().extend(parts.iter().cloned());
        }
        both.required.extend(other.required.iter().cloned());
        both.additional = match (&self.additional, &other.additional) {
            (Additional::Map(one), Additional::Map(two)) => Additional::Map([&one[..], &two[..]].concat()),
            (Additional::Closed, _) | (_, Additional::Closed) => Additional::Closed,
            (Additional::Map(parts), _) | (_, Additional::Map(parts)) => Additional::Map(parts.clone()),
            (Additional::Open, _) | (_, Additional::Open) => Additional::Open,
            (Additional::Unsaid, Additional::Unsaid) => Additional::Unsaid,
        };
        both.items.extend(other.items.iter().cloned());
        both.values = match (&self.values, &other.values) {
            (Some(one), Some(two)) => Some(one.intersection(two).cloned().collect()),
            (one, two) => one.clone().or_else(|| two.clone()),
        };
        both.technical |= other.technical;
        both.format = both.format.or_else(|| other.format.clone());
        both.places.extend(other.places.iter().cloned());
        both
    }
}

/// What fits all the schemas at these pointers: one set of facts for each combination of alternatives. Too many are none.
pub(super) fn of_all(document: &Value, pointers: &[String]) -> Option<Vec<Facts>> {
    pointers.iter().try_fold(vec![Facts::any()], |facts, pointer| product(&facts, &of(document, pointer, 0)?))
}

fn product(one: &[Facts], two: &[Facts]) -> Option<Vec<Facts>> {
    (one.len() * two.len() <= MOST).then(|| one.iter().flat_map(|one| two.iter().map(|two| one.and(two))).collect())
}

/// What fits the schema at a pointer. Alternatives multiply the sets and each part keeps its pointer, so this is more than a
/// list of parts.
fn of(document: &Value, pointer: &str, depth: usize) -> Option<Vec<Facts>> {
    let any = || Some(vec![Facts { places: vec![pointer.to_owned()], ..Facts::any() }]);
    let Some(Value::Object(schema)) = document.pointer(pointer) else { return any() };
    if depth > DEEPEST {
        return any();
    }
    let mut facts = vec![own(document, schema, pointer)];
    if let Some(target) = schema.get("$ref").and_then(Value::as_str).and_then(target) {
        facts = product(&facts, &of(document, &target, depth + 1)?)?;
    }
    for (index, _) in list(schema, "allOf") {
        facts = product(&facts, &of(document, &format!("{pointer}/allOf/{index}"), depth + 1)?)?;
    }
    for keyword in ["oneOf", "anyOf"] {
        let mut alternatives = Vec::new();
        for (index, _) in list(schema, keyword) {
            alternatives.extend(of(document, &format!("{pointer}/{keyword}/{index}"), depth + 1)?);
        }
        if !alternatives.is_empty() {
            facts = product(&facts, &alternatives)?;
        }
    }
    // OpenAPI 3.0 writes it beside the alternatives that it is about.
    if schema.get("nullable") == Some(&Value::Bool(true)) {
        for one in &mut facts {
            one.types |= types::NULL;
        }
    }
    Some(facts)
}

fn list<'a>(schema: &'a Map<String, Value>, keyword: &str) -> impl Iterator<Item = (usize, &'a Value)> + use<'a> {
    schema.get(keyword).and_then(Value::as_array).into_iter().flatten().enumerate()
}

/// The pointer that a reference inside the file names.
pub(super) fn target(reference: &str) -> Option<String> {
    reference.strip_prefix('#').map(percent_decoded)
}

/// What the keywords of a schema say themselves.
fn own(document: &Value, schema: &Map<String, Value>, pointer: &str) -> Facts {
    let mut facts = Facts { places: vec![pointer.to_owned()], ..Facts::any() };
    let constants = schema.get("const").map(|value| vec![value]);
    let values = constants.or_else(|| schema.get("enum")?.as_array().map(|values| values.iter().collect()));
    facts.types = match schema.get("type") {
        Some(Value::String(name)) => types::of(name),
        Some(Value::Array(names)) => {
            names.iter().filter_map(Value::as_str).map(types::of).fold(0, |all, one| all | one)
        }
        _ => match &values {
            Some(values) => values.iter().map(|value| type_of(value)).fold(0, |all, one| all | one),
            None if ["properties", "required", "additionalProperties"]
                .iter()
                .any(|name| schema.contains_key(*name)) =>
            {
                types::OBJECT
            }
            None if schema.contains_key("items") => types::ARRAY,
            None => types::ANY,
        },
    };
    if let Some(values) = values
        && values.iter().all(|value| value.is_string() || value.is_null())
    {
        facts.values = Some(values.iter().filter_map(|value| value.as_str()).map(str::to_owned).collect());
    }
    facts.technical = schema.get("x-technical") == Some(&Value::Bool(true));
    let format = schema.get("format").and_then(Value::as_str).filter(|format| ["date", "date-time"].contains(format));
    facts.format = format.map(str::to_owned);
    for (name, _) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
        facts.properties.insert(name.clone(), vec![format!("{pointer}/properties/{}", escape(name))]);
    }
    let required = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    facts.required = required.filter(|name| !is_one_way(document, schema, name)).map(str::to_owned).collect();
    facts.additional = match schema.get("additionalProperties") {
        None => Additional::Unsaid,
        Some(Value::Bool(false)) => Additional::Closed,
        Some(Value::Object(map)) if !map.is_empty() => Additional::Map(vec![format!("{pointer}/additionalProperties")]),
        Some(_) => Additional::Open,
    };
    // Keys that follow a pattern are data.
    if schema.contains_key("patternProperties") && facts.additional == Additional::Unsaid {
        facts.additional = Additional::Open;
    }
    if schema.get("items").is_some_and(Value::is_object) {
        facts.items = vec![format!("{pointer}/items")];
    }
    facts
}

fn type_of(value: &Value) -> u8 {
    match value {
        Value::Null => types::NULL,
        Value::Bool(_) => types::BOOLEAN,
        Value::Number(_) => types::NUMBER,
        Value::String(_) => types::STRING,
        Value::Array(_) => types::ARRAY,
        Value::Object(_) => types::OBJECT,
    }
}

/// Whether a field is in one direction only, so that it may be absent in the other.
fn is_one_way(document: &Value, schema: &Map<String, Value>, name: &str) -> bool {
    let Some(mut field) = schema.get("properties").and_then(|properties| properties.get(name)) else { return false };
    let says =
        |field: &Value| ["readOnly", "writeOnly"].iter().any(|word| field.get(*word) == Some(&Value::Bool(true)));
    for _ in 0..DEEPEST {
        if says(field) {
            return true;
        }
        let target = field.get("$ref").and_then(Value::as_str).and_then(target);
        match target.and_then(|target| document.pointer(&target)) {
            Some(next) => field = next,
            None => return false,
        }
    }
    false
}
