//! Discriminators: the field that says which of several shapes a value has.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{Log, Pass, State, inheritance::BASE, intersections::component_name, no_schema, rewrite_with_components};
use document::{all_of::flattened, error::Result, schema};

pub(super) const PASS: Pass = Pass {
    name: "discriminators",
    reason: "typify ignores them and takes the first shape that fits, which loses the fields of the others",
    run,
    holds,
};

/// On a member of a union: field → the values that choose the member.
pub(super) const TAGS: &str = "x-tags";

/// The values of a field that choose a member of a union.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Tag {
    /// The values.
    pub values: Vec<String>,
    /// Whether a value without the field is none of this member.
    pub required: bool,
}

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    // Component → field → values by which it is chosen.
    let mut chosen: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    rewrite_with_components(&mut state.document, log, &mut |components, schema| {
        let Value::Object(keywords) = schema else { return Ok(Vec::new()) };
        let mut changes = Vec::new();
        let discriminator = keywords.shift_remove("discriminator");
        let discriminator = discriminator.as_ref().and_then(Discriminator::of);
        for name in ["oneOf", "anyOf"] {
            let Some(Value::Array(members)) = keywords.get_mut(name) else { continue };
            let mut tags = telling_values(components, members);
            if let Some(discriminator) = &discriminator {
                let chosen_by = discriminator.values(components, members);
                for ((member, values), tags) in members.iter().zip(chosen_by).zip(&mut tags) {
                    let (Some(values), Some(name)) = (values, component_name(member)) else { continue };
                    // A member that is a union itself is told apart further by its own members.
                    if !is_union(components, &name) {
                        let known = chosen.entry(name).or_default().entry(discriminator.field.to_owned()).or_default();
                        known.extend(values.iter().filter(|value| !known.contains(value)).cloned().collect::<Vec<_>>());
                    }
                    tags.insert(discriminator.field.to_owned(), Tag { values, required: true });
                }
                changes.push(format!("the values of {} choose the shape", discriminator.field));
            }
            for (member, tags) in members.iter_mut().zip(tags).filter(|(_, tags)| !tags.is_empty()) {
                changes.push(format!("the values of {} tell a shape apart", list(tags.keys())));
                member[TAGS] = serde_json::to_value(tags).unwrap_or_default();
            }
        }
        Ok(changes)
    })?;
    let Some(components) = schema::components_mut(&mut state.document) else { return Ok(()) };
    for (name, fields) in chosen {
        let Some(component) = components.get_mut(&name) else { continue };
        for (field, values) in fields {
            state_values(component, &field, &values);
        }
    }
    Ok(())
}

fn list<'a>(names: impl Iterator<Item = &'a String>) -> String {
    names.map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// A shape says which values of the field choose it, so that a caller can only send those.
fn state_values(component: &mut Value, field: &str, values: &[String]) {
    let Some(keywords) = own_properties(component) else { return };
    let listed = keywords
        .get("properties")
        .and_then(|properties| properties.pointer(&format!("/{}/enum", schema::escape(field))))
        .is_some();
    if !listed {
        let properties = keywords.entry("properties").or_insert_with(|| json!({}));
        properties[field] = json!({ "type": "string", "enum": values });
    }
    let required = keywords.entry("required").or_insert_with(|| json!([]));
    if let Value::Array(list) = required
        && !list.contains(&json!(field))
    {
        list.push(json!(field));
    }
}

/// What a schema says of the field that decides between its members.
struct Discriminator<'a> {
    field: &'a str,
    mapping: Option<&'a Map<String, Value>>,
}

impl<'a> Discriminator<'a> {
    fn of(value: &'a Value) -> Option<Self> {
        let field = value.get("propertyName")?.as_str()?;
        Some(Self { field, mapping: value.get("mapping").and_then(Value::as_object) })
    }

    /// For each member the values that choose it; nothing for a member that takes values with any tag.
    fn values(&self, components: &Map<String, Value>, members: &[Value]) -> Vec<Option<Vec<String>>> {
        let stated: Vec<Option<Vec<String>>> = members
            .iter()
            .map(|member| {
                let name = component_name(member).filter(|_| member.get(BASE).is_none())?;
                let mapped = self.mapped(&name);
                Some(if mapped.is_empty() { names(components, &name) } else { mapped })
            })
            .collect();
        let of_members = members.iter().zip(&stated).enumerate();
        of_members
            .map(|(index, (member, values))| {
                let mut values = values.clone()?;
                // A mapping that leads elsewhere says nothing of this shape; its own list of values does.
                if listed_elsewhere(components, member, self.field, &values) {
                    return None;
                }
                let others = stated.iter().enumerate().filter(|(other, _)| *other != index);
                let of_others: BTreeSet<&String> = others.filter_map(|(_, values)| values.as_ref()).flatten().collect();
                let own = properties(components, member).and_then(|own| own.get(self.field)?.get("enum")?.as_array());
                let own: Vec<&str> = own.into_iter().flatten().filter_map(Value::as_str).collect();
                if !own.iter().any(|value| of_others.contains(&(*value).to_owned())) {
                    let further = own.into_iter().filter(|value| !values.iter().any(|known| known == value));
                    values.extend(further.map(str::to_owned).collect::<Vec<_>>());
                }
                Some(values)
            })
            .collect()
    }

    fn mapped(&self, name: &str) -> Vec<String> {
        let leads_there = |target: &Value| {
            target.as_str().is_some_and(|target| schema::component_of(target).unwrap_or(target) == name)
        };
        let mapping = self.mapping.into_iter().flatten();
        mapping.filter(|(_, target)| leads_there(target)).map(|(value, _)| value.clone()).collect()
    }
}

fn is_union(components: &Map<String, Value>, name: &str) -> bool {
    let component = components.get(name);
    component.is_some_and(|component| component.get("oneOf").is_some() || component.get("anyOf").is_some())
}

/// The names that choose a component where no mapping does: its own, and those of what it may be.
fn names(components: &Map<String, Value>, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = vec![name.to_owned()];
    while let Some(name) = waiting.pop() {
        if found.contains(&name) {
            continue;
        }
        let component = components.get(&name);
        found.push(name);
        let Some(component) = component else { continue };
        let discriminator = component.get("discriminator").and_then(Discriminator::of);
        let lists = ["oneOf", "anyOf"].iter().filter_map(|word| component.get(*word)?.as_array());
        for inner in lists.flatten().filter_map(component_name) {
            match discriminator.as_ref().map(|discriminator| discriminator.mapped(&inner)) {
                Some(mapped) if !mapped.is_empty() => {
                    found.extend(mapped.into_iter().filter(|value| !found.contains(value)).collect::<Vec<_>>());
                }
                _ => waiting.insert(0, inner),
            }
        }
    }
    found
}

/// Whether a shape or a part of it has a list of values for the field, and none of these is in it.
fn listed_elsewhere(components: &Map<String, Value>, shape: &Value, field: &str, values: &[String]) -> bool {
    let parts = flattened(components, vec![shape]);
    let mut lists = parts.iter().filter_map(|part| part.get("properties")?.get(field)?.get("enum")?.as_array());
    lists.any(|list| !values.iter().any(|value| list.iter().any(|known| known.as_str() == Some(value))))
}

/// For each member the fields that have a list of values in every member, and no value in two of them.
fn telling_values(components: &Map<String, Value>, members: &[Value]) -> Vec<BTreeMap<String, Tag>> {
    let nothing = || vec![BTreeMap::new(); members.len()];
    let shapes: Option<Vec<&Map<String, Value>>> =
        members.iter().map(|member| properties(components, member)).collect();
    let Some([first, others @ ..]) = shapes.as_deref() else { return nothing() };
    if others.is_empty() {
        return nothing();
    }
    let listed = |shape: &Map<String, Value>, field: &str| -> Option<Vec<String>> {
        let values = shape.get(field)?.get("enum")?.as_array()?;
        values.iter().map(|value| value.as_str().map(str::to_owned)).collect()
    };
    let mut tags = nothing();
    for field in first.keys() {
        let lists: Option<Vec<Vec<String>>> = shapes.iter().flatten().map(|shape| listed(shape, field)).collect();
        let mut taken = BTreeSet::new();
        let Some(lists) = lists.filter(|lists| lists.iter().flatten().all(|value| taken.insert(value.clone()))) else {
            continue;
        };
        for (tags, values) in tags.iter_mut().zip(lists) {
            tags.insert(field.clone(), Tag { values, required: false });
        }
    }
    tags
}

/// The properties that a shape has of its own, behind a reference too.
fn properties<'a>(components: &'a Map<String, Value>, shape: &'a Value) -> Option<&'a Map<String, Value>> {
    let shape = match shape.get("$ref").and_then(Value::as_str) {
        Some(reference) => components.get(schema::component_of(reference)?)?,
        None => shape,
    };
    let own = match shape.get("allOf").and_then(Value::as_array) {
        Some(parts) => parts.iter().rfind(|part| part.get("$ref").is_none())?,
        None => shape,
    };
    own.get("properties")?.as_object()
}

/// Where a shape keeps its own properties: itself, or a part of its `allOf` that is no reference.
fn own_properties(component: &mut Value) -> Option<&mut Map<String, Value>> {
    let Some(Value::Array(parts)) = component.get_mut("allOf") else { return component.as_object_mut() };
    let index = if let Some(index) = parts.iter().rposition(|part| part.get("$ref").is_none()) {
        index
    } else {
        parts.push(json!({ "type": "object" }));
        parts.len() - 1
    };
    component.get_mut("allOf")?.get_mut(index)?.as_object_mut()
}

fn holds(document: &Value) -> Result<()> {
    no_schema(document, &|schema| schema.get("discriminator").map(|_| "a discriminator is left".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    #[test]
    fn lists_of_values_tell_shapes_apart() {
        let shape = |kinds: Value| json!({"properties": {"kind": {"enum": kinds}, "state": {"enum": ["on"]}}});
        let union = |other: Value| {
            let schemas =
                json!({"T": {"oneOf": [shape(json!(["cat"])), {"$ref": "#/components/schemas/O"}]}, "O": other});
            run_alone(PASS, json!({"components": {"schemas": schemas}})).unwrap().0["components"]["schemas"].clone()
        };
        let schemas = union(shape(json!(["dog"])));
        assert_eq!(schemas["T"]["oneOf"][0][TAGS], json!({"kind": {"values": ["cat"], "required": false}}));
        assert_eq!(schemas["T"]["oneOf"][1][TAGS], json!({"kind": {"values": ["dog"], "required": false}}));
        // The component may be used alone, where the field may hold anything.
        assert_eq!(schemas["O"], shape(json!(["dog"])));
        for other in [shape(json!(["dog", "cat"])), shape(json!([1])), json!({"type": "string"})] {
            assert!(union(other)["T"]["oneOf"][0].get(TAGS).is_none());
        }
    }

    #[test]
    fn a_foreign_mapping_leaves_listed_values() {
        let base = json!({"properties": {"kind": {"type": "string", "enum": ["on", "off"]}}});
        let document = json!({"components": {"schemas": {
            "Action": {
                "anyOf": [schema::reference_to("Base"), schema::reference_to("Named")],
                "discriminator": {"propertyName": "kind", "mapping": {"on": "other.yml#/Base"}},
            },
            "Base": base,
            "Named": {"allOf": [schema::reference_to("Base"), {"properties": {"name": {"type": "string"}}}]},
        }}});
        let (document, _) = run_alone(PASS, document).unwrap();
        let schemas = &document["components"]["schemas"];
        assert_eq!(schemas["Base"], base);
        assert!(schemas["Named"]["allOf"][1]["properties"].get("kind").is_none());
    }

    fn values(member: &Value, field: &str) -> Value {
        member[TAGS][field]["values"].clone()
    }

    #[test]
    fn each_shape_states_the_values_that_choose_it() {
        let document = json!({"components": {"schemas": {
            "Auth": {
                "oneOf": [{"$ref": "#/components/schemas/Basic"}, {"$ref": "#/components/schemas/Hmac"}],
                "discriminator": {"propertyName": "kind", "mapping": {"basic": "#/components/schemas/Basic", "old": "Basic"}},
            },
            "Basic": {"type": "object", "properties": {"user": {"type": "string"}, "kind": {"type": "string"}}},
            "Hmac": {"allOf": [{"$ref": "#/components/schemas/Basic"}]},
        }}});
        let (document, _) = run_alone(PASS, document).unwrap();
        let schemas = &document["components"]["schemas"];
        assert!(schemas["Auth"].get("discriminator").is_none());
        assert_eq!(values(&schemas["Auth"]["oneOf"][0], "kind"), json!(["basic", "old"]));
        assert_eq!(values(&schemas["Auth"]["oneOf"][1], "kind"), json!(["Hmac"]));
        assert_eq!(schemas["Basic"]["properties"]["kind"], json!({"type": "string", "enum": ["basic", "old"]}));
        assert_eq!(schemas["Basic"]["required"], json!(["kind"]));
        assert_eq!(schemas["Hmac"]["allOf"][1]["properties"]["kind"]["enum"], json!(["Hmac"]));
    }

    #[test]
    fn an_inner_union_is_chosen_by_its_members() {
        let shape = json!({"type": "object", "properties": {"t": {"type": "string"}}});
        let [inner, one, two, three] = ["Inner", "One", "Two", "Three"].map(schema::reference_to);
        let document = json!({"components": {"schemas": {
            "Outer": {"oneOf": [inner, three], "discriminator": {"propertyName": "t"}},
            "Inner": {
                "oneOf": [one, two],
                "discriminator": {"propertyName": "t", "mapping": {"1": "#/components/schemas/One"}},
            },
            "One": shape, "Two": shape, "Three": shape,
        }}});
        let (document, _) = run_alone(PASS, document).unwrap();
        let schemas = &document["components"]["schemas"];
        assert_eq!(values(&schemas["Outer"]["oneOf"][0], "t"), json!(["Inner", "1", "Two"]));
        assert!(schemas["Inner"].get("properties").is_none());
        assert_eq!(schemas["One"]["properties"]["t"]["enum"], json!(["1"]));
    }

    #[test]
    fn what_all_shapes_are_made_of_takes_any_value() {
        let mut base = schema::reference_to("PetBase");
        base[BASE] = json!(true);
        let document = json!({"components": {"schemas": {
            "Pet": {"oneOf": [schema::reference_to("Dog"), base], "discriminator": {"propertyName": "kind"}},
            "Dog": {"allOf": [schema::reference_to("PetBase")]},
            "PetBase": {"properties": {"kind": {"type": "string"}}},
        }}});
        let (document, _) = run_alone(PASS, document).unwrap();
        let schemas = &document["components"]["schemas"];
        assert_eq!(values(&schemas["Pet"]["oneOf"][0], "kind"), json!(["Dog"]));
        assert!(schemas["Pet"]["oneOf"][1].get(TAGS).is_none());
        assert!(schemas["PetBase"]["properties"]["kind"].get("enum").is_none());
    }
}
