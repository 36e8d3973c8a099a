//! What the passes found out about schemas and parameters and OpenAPI has no word for.
//!
//! While the passes run, such a fact is an `x-` member, so that it moves with its schema. `extensions` removes the
//! members of that kind that the file has, and [`Facts::take`] moves them out of the finished document: the model and
//! the passes over the generated code read values, and never a member that a file could carry.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::{
    bodies::PART_TYPES,
    directions::DIRECTION,
    discriminators::{TAGS, Tag},
    enums::WIRE_VALUES,
    extras::OF_PATTERN,
    hoisting::OPEN_ENUM,
    inheritance::BASE,
    limits::{LIMITS, Limits},
    parameters::{COOKIE, DELIMITER, MEMBER_OF, MemberOf, ParameterStyle, STYLE, WIRE_NAME},
    strict_requests::THREE_STATES,
    success::BY_STATUS,
    unions::DERIVED_TITLE,
};
use document::{error::Result, schema};

/// All facts, beside the document.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Component → its facts.
    pub schemas: BTreeMap<String, SchemaFacts>,
    /// JSON pointer of a parameter → its facts.
    pub parameters: BTreeMap<String, ParameterFacts>,
}

/// The facts about a component.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SchemaFacts {
    /// Whether requests do not carry it.
    pub response_only: bool,
    /// Whether responses do not carry it.
    pub request_only: bool,
    /// The values on the wire of an enum whose values were renamed, in the same order.
    pub wire_values: Option<Vec<String>>,
    /// Whether an enum takes values that it does not list, in requests too.
    pub open_enum: bool,
    /// For a union between which the status decides: the statuses of each member.
    pub statuses: Option<Vec<Vec<String>>>,
    /// For a union: for each of its members, the values of fields that choose it.
    pub tags: Vec<BTreeMap<String, Tag>>,
    /// What a value in a request is held to, for a component that is one number or list.
    pub limits: Option<Limits>,
    /// Property → the media type of its part in a multipart body.
    pub part_types: BTreeMap<String, String>,
    /// Property → its facts.
    pub properties: BTreeMap<String, PropertyFacts>,
}

/// The facts about a property.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PropertyFacts {
    /// The name on the wire of a property that was renamed.
    pub wire_name: Option<String>,
    /// Whether absent, null and a value mean three things.
    pub three_states: bool,
    /// What its value in a request is held to.
    pub limits: Option<Limits>,
}

/// The facts about a parameter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParameterFacts {
    /// The name on the wire of a parameter that was renamed.
    pub wire_name: Option<String>,
    /// The separator of a list that is sent as one text.
    pub delimiter: Option<String>,
    /// The style of a value that is not written as plain values are.
    pub style: Option<ParameterStyle>,
    /// The object that it is a property of, when all of its properties are sent as one text.
    pub member_of: Option<MemberOf>,
    /// Whether it is a cookie, though it is a header in the document.
    pub is_cookie: bool,
    /// What its value is held to.
    pub limits: Option<Limits>,
}

/// The members that carry facts while the passes run.
const MEMBERS: [&str; 16] = [
    OF_PATTERN,
    PART_TYPES,
    DIRECTION,
    BASE,
    LIMITS,
    TAGS,
    WIRE_VALUES,
    OPEN_ENUM,
    DELIMITER,
    STYLE,
    MEMBER_OF,
    COOKIE,
    WIRE_NAME,
    THREE_STATES,
    BY_STATUS,
    DERIVED_TITLE,
];

impl Facts {
    /// Moves the facts out of a document to which all passes were applied.
    ///
    /// # Errors
    ///
    /// None of its own.
    pub(super) fn take(document: &mut Value) -> Result<Self> {
        let mut facts = Self::default();
        for (name, component) in schema::components(document).into_iter().flatten() {
            facts.schemas.insert(name.clone(), SchemaFacts::read(component));
        }
        schema::for_each_operation(document, &mut |pointer, operation| {
            let parameters = operation.get_mut("parameters").and_then(Value::as_array_mut);
            for (index, parameter) in parameters.into_iter().flatten().enumerate() {
                let found = ParameterFacts::read(parameter);
                facts.parameters.insert(format!("{pointer}/parameters/{index}"), found);
                remove_members(parameter);
            }
            Ok(())
        })?;
        schema::visit(document, &mut |_, _, schema| {
            remove_members(schema);
            Ok(())
        })?;
        Ok(facts)
    }
}

impl ParameterFacts {
    fn read(parameter: &Value) -> Self {
        let text = |name: &str| parameter.get(name).and_then(Value::as_str).map(str::to_owned);
        Self {
            wire_name: text(WIRE_NAME),
            delimiter: text(DELIMITER),
            style: parameter.get(STYLE).and_then(|style| ParameterStyle::deserialize(style).ok()),
            member_of: parameter.get(MEMBER_OF).and_then(|owner| MemberOf::deserialize(owner).ok()),
            is_cookie: parameter.get(COOKIE).is_some(),
            limits: parameter.get("schema").and_then(Limits::read),
        }
    }
}

fn remove_members(holder: &mut Value) {
    if let Value::Object(members) = holder {
        members.retain(|name, _| !MEMBERS.contains(&name.as_str()));
    }
}

impl SchemaFacts {
    fn read(component: &Value) -> Self {
        let is_set = |name: &str| component.get(name) == Some(&Value::Bool(true));
        let direction = component.get(DIRECTION).and_then(Value::as_str);
        let statuses = component.get(BY_STATUS).and_then(Value::as_array);
        let part_types = component.get(PART_TYPES).and_then(Value::as_object);
        let properties = component.get("properties").and_then(Value::as_object);
        Self {
            response_only: direction == Some("response"),
            request_only: direction == Some("request"),
            wire_values: component.get(WIRE_VALUES).map(texts),
            open_enum: is_set(OPEN_ENUM),
            statuses: statuses.map(|statuses| statuses.iter().map(texts).collect()),
            tags: tags(component),
            limits: Limits::read(component),
            part_types: part_types.into_iter().flatten().filter_map(text_member).collect(),
            properties: properties.into_iter().flatten().filter_map(PropertyFacts::read).collect(),
        }
    }
}

impl PropertyFacts {
    fn read((name, property): (&String, &Value)) -> Option<(String, Self)> {
        let found = Self {
            wire_name: property.get(WIRE_NAME).and_then(Value::as_str).map(str::to_owned),
            three_states: property.get(THREE_STATES).is_some(),
            limits: Limits::read(property),
        };
        (found != Self::default()).then(|| (name.clone(), found))
    }
}

fn tags(component: &Value) -> Vec<BTreeMap<String, Tag>> {
    let members = component.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    let tags = members.map(|member| member.get(TAGS).and_then(|tags| BTreeMap::deserialize(tags).ok()));
    tags.map(Option::unwrap_or_default).collect()
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

fn text_member((name, value): (&String, &Value)) -> Option<(String, String)> {
    Some((name.clone(), value.as_str()?.to_owned()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn facts_leave_the_document_for_the_table() {
        let mut document = json!({
            "paths": {"/a": {"get": {"parameters": [{"name": "id_query", WIRE_NAME: "id", DELIMITER: "|", "schema": {}}]}}},
            "components": {"schemas": {
                "Body": {DIRECTION: "request", PART_TYPES: {"scan": "application/pdf"}, "properties": {
                    "note": {"type": "string", THREE_STATES: true}, "kind": {"allOf": [{"$ref": "#/components/schemas/Kind"}], WIRE_NAME: "Kind"},
                    "plain": {},
                }},
                "Kind": {DIRECTION: "both", "enum": ["A"], WIRE_VALUES: ["a"], OPEN_ENUM: true},
            }},
        });
        let facts = Facts::take(&mut document).unwrap();
        let parameter = ParameterFacts {
            wire_name: Some("id".to_owned()),
            delimiter: Some("|".to_owned()),
            ..ParameterFacts::default()
        };
        assert_eq!(facts.parameters["/paths/~1a/get/parameters/0"], parameter);
        let note = PropertyFacts { three_states: true, ..PropertyFacts::default() };
        let kind = PropertyFacts { wire_name: Some("Kind".to_owned()), ..PropertyFacts::default() };
        let body = SchemaFacts {
            request_only: true,
            part_types: BTreeMap::from([("scan".to_owned(), "application/pdf".to_owned())]),
            properties: BTreeMap::from([("note".to_owned(), note), ("kind".to_owned(), kind)]),
            ..SchemaFacts::default()
        };
        assert_eq!(facts.schemas["Body"], body);
        let kind = SchemaFacts { wire_values: Some(vec!["a".to_owned()]), open_enum: true, ..SchemaFacts::default() };
        assert_eq!(facts.schemas["Kind"], kind);
        let expected = json!({
            "paths": {"/a": {"get": {"parameters": [{"name": "id_query", "schema": {}}]}}},
            "components": {"schemas": {
                "Body": {"properties": {
                    "note": {"type": "string"}, "kind": {"allOf": [{"$ref": "#/components/schemas/Kind"}]}, "plain": {},
                }},
                "Kind": {"enum": ["A"]},
            }},
        });
        assert_eq!(document, expected);
    }
}
