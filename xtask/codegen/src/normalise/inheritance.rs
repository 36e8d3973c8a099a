//! Shapes that a field of the shape that they are made of tells apart.
//!
//! `Pet` has a discriminator, and `Dog` is made of `Pet` by `allOf`: where a `Pet` is read or sent, it may be a `Dog`. So `Pet`
//! becomes a union, and what all pets have becomes a component of its own, `PetBase`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{
    Log, Pass, State,
    free_name::first_free,
    intersections::{component_name, is_reference, is_remark},
};
use document::{
    all_of::{is_made_of, write_inline},
    error::{Error, Result},
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "inheritance",
    reason: "a discriminator on the shape that others are made of names no alternatives, so their fields would be lost",
    run,
    holds,
};

/// Marks the member of a union that is what all other members are made of: it takes values with any tag.
pub(super) const BASE: &str = "x-base";

/// A component with a discriminator that others are made of.
struct Base {
    /// What it is called as a part of the others.
    name: String,
    /// The members of the union, in order.
    members: Vec<String>,
    /// Value of the discriminator → component.
    mapping: Map<String, Value>,
    /// The components that are made of it, at any depth.
    made_of_it: BTreeSet<String>,
    /// Whether it lists its alternatives itself.
    is_union: bool,
}

#[expect(clippy::unnecessary_wraps, reason = "every pass may fail")]
fn run(state: &mut State, log: &mut Log) -> Result<()> {
    let Some(components) = schema::components_mut(&mut state.document) else { return Ok(()) };
    let bases = bases(components);
    for base in &bases {
        for child in &base.1.made_of_it {
            if let Some(child) = components.get_mut(child) {
                refer_to_base(child, base.0, &base.1.name);
            }
        }
    }
    for (name, base) in &bases {
        let Some(Value::Object(keywords)) = components.get_mut(name) else { continue };
        let mut own = std::mem::take(keywords);
        let discriminator = own.shift_remove("discriminator");
        let mut union: Map<String, Value> =
            own.iter().filter(|(word, _)| is_remark(word)).map(|(word, value)| (word.clone(), value.clone())).collect();
        if let Some(nullable) = own.shift_remove("nullable") {
            union.insert("nullable".to_owned(), nullable);
        }
        if base.is_union {
            for word in ["oneOf", "anyOf"] {
                if let Some(members) = own.shift_remove(word) {
                    union.insert(word.to_owned(), members);
                }
            }
            if let Some(discriminator) = discriminator {
                union.insert("discriminator".to_owned(), discriminator);
            }
        } else {
            let referred = |name: &String| json!({ "$ref": format!("#/components/schemas/{}", schema::escape(name)) });
            let mut members: Vec<Value> = base.members.iter().map(referred).collect();
            let mut last = referred(&base.name);
            last[BASE] = json!(true);
            members.push(last);
            union.insert("oneOf".to_owned(), Value::Array(members));
            let field = discriminator.and_then(|discriminator| discriminator.get("propertyName").cloned());
            union.insert("discriminator".to_owned(), json!({ "propertyName": field, "mapping": base.mapping }));
        }
        *keywords = union;
        let what =
            format!("becomes a union of {}, and {} what they have in common", base.members.join(", "), base.name);
        log.changed(format!("/components/schemas/{}", schema::escape(name)), what);
        components.insert(base.name.clone(), Value::Object(own));
    }
    Ok(())
}

fn bases(components: &Map<String, Value>) -> BTreeMap<String, Base> {
    let mut bases = BTreeMap::new();
    let mut names: BTreeSet<String> = components.keys().cloned().collect();
    for (name, component) in components {
        let listed: Vec<&Value> =
            ["oneOf", "anyOf"].iter().filter_map(|word| component.get(*word)?.as_array()).flatten().collect();
        let is_union = !listed.is_empty();
        let discriminator = component.get("discriminator");
        let is_told_apart =
            discriminator.and_then(|discriminator| discriminator.get("propertyName")).is_some_and(Value::is_string);
        if !is_told_apart && !is_union {
            continue;
        }
        let made_of_it = made_of(components, name);
        let lists_a_child =
            || listed.iter().filter_map(|member| component_name(member)).any(|name| made_of_it.contains(&name));
        if is_union && !lists_a_child() {
            continue;
        }
        let mapped = discriminator.map(|discriminator| mapping(components, discriminator)).unwrap_or_default();
        let mut members: Vec<String> = Vec::new();
        for target in mapped.values().filter(|target| *target != name) {
            if !members.contains(target) {
                members.push(target.clone());
            }
        }
        if members.is_empty() {
            members.extend(made_of_it.iter().cloned());
        }
        if members.is_empty() {
            continue;
        }
        let base_name = first_free(format!("{name}Base"), |free| !names.contains(free));
        names.insert(base_name.clone());
        let values = mapped.into_iter().map(|(value, target)| {
            let target = if target == *name { base_name.clone() } else { target };
            (value, json!(format!("#/components/schemas/{}", schema::escape(&target))))
        });
        let base = Base { mapping: values.collect(), name: base_name, members, made_of_it, is_union };
        bases.insert(name.clone(), base);
    }
    let own_shapes: BTreeMap<String, (String, Vec<String>)> =
        bases.iter().map(|(name, base)| (name.clone(), (base.name.clone(), base.members.clone()))).collect();
    // A shape between base and others: the union already lists the others.
    for base in bases.values_mut() {
        let listed = base.members.clone();
        for member in &mut base.members {
            let Some((own_shape, below)) = own_shapes.get(member) else { continue };
            if below.iter().any(|name| listed.contains(name)) {
                let (old, new) = (member.clone(), own_shape.clone());
                for target in base.mapping.values_mut() {
                    if target.as_str().and_then(schema::component_of).map(schema::unescape).as_ref() == Some(&old) {
                        *target = json!(format!("#/components/schemas/{}", schema::escape(&new)));
                    }
                }
                if !base.mapping.values().any(|target| {
                    target.as_str().and_then(schema::component_of).map(schema::unescape).as_ref() == Some(&new)
                }) {
                    base.mapping.insert(old, json!(format!("#/components/schemas/{}", schema::escape(&new))));
                }
                *member = new;
            }
        }
    }
    bases
}

/// The components that are made of `name`. Another name for it is one only when others are made of that name: then it is a part
/// of theirs, and would lead from them back into the union that lists them.
fn made_of(components: &Map<String, Value>, name: &str) -> BTreeSet<String> {
    let is_part =
        |name: &str| components.values().any(|whole| !is_reference(whole) && is_made_of(components, whole, name));
    let children = components.iter().filter(|(other, child)| *other != name && is_made_of(components, child, name));
    children.filter(|(other, child)| !is_reference(child) || is_part(other)).map(|(other, _)| other.clone()).collect()
}

/// The values of a discriminator that lead to a component, and that component.
fn mapping(components: &Map<String, Value>, discriminator: &Value) -> BTreeMap<String, String> {
    let mapping = discriminator.get("mapping").and_then(Value::as_object).into_iter().flatten();
    let targets = mapping.filter_map(|(value, target)| {
        let target = target.as_str()?;
        let target = schema::unescape(schema::component_of(target).unwrap_or(target));
        components.contains_key(&target).then(|| (value.clone(), target))
    });
    targets.collect()
}

/// The inline parts of a schema that are the component `base` become what all of its kind have.
fn refer_to_base(schema: &mut Value, base: &str, name: &str) {
    write_inline(schema, &mut |part| {
        for member in part.get_mut("allOf").and_then(Value::as_array_mut).into_iter().flatten() {
            if component_name(member).is_some_and(|member| member == base) {
                *member = json!({ "$ref": format!("#/components/schemas/{}", schema::escape(name)) });
            }
        }
    });
}

/// The discriminator of a component is beside alternatives, or leads to no other component.
fn holds(document: &Value) -> Result<()> {
    let empty = Map::new();
    let components = schema::components(document).unwrap_or(&empty);
    for (name, component) in components {
        let has_alternatives = component.get("oneOf").is_some() || component.get("anyOf").is_some();
        let Some(discriminator) = component.get("discriminator").filter(|_| !has_alternatives) else { continue };
        let is_read = discriminator.get("propertyName").is_some_and(Value::is_string);
        if is_read && mapping(components, discriminator).values().any(|target| target != name) {
            return Err(Error::new("a discriminator without alternatives is left")
                .at_pointer(format!("/components/schemas/{}", schema::escape(name))));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    fn run_on(schemas: Value) -> Value {
        run_alone(PASS, json!({"components": {"schemas": schemas}})).unwrap().0["components"]["schemas"].clone()
    }

    fn base(mapping: Option<Value>) -> Value {
        let mut base = json!({
            "type": "object", "description": "A pet.", "required": ["kind"], "properties": {"kind": {"type": "string"}},
            "discriminator": {"propertyName": "kind"},
        });
        if let Some(mapping) = mapping {
            base["discriminator"]["mapping"] = mapping;
        }
        base
    }

    fn child(of: &str, field: &str) -> Value {
        json!({"allOf": [schema::reference_to(of), {"properties": {field: {"type": "integer"}}}]})
    }

    #[test]
    fn a_base_is_a_union_of_what_is_made_of_it() {
        let owner = json!({"properties": {"pet": {"allOf": [schema::reference_to("Pet")], "nullable": true}}});
        let dog = json!({"dog": "#/components/schemas/Dog"});
        for mapping in [None, Some(dog)] {
            let schemas = run_on(json!({"Pet": base(mapping.clone()), "Dog": child("Pet", "bark"), "Owner": owner}));
            assert_eq!(schemas["Pet"]["description"], "A pet.");
            let referred = json!({"$ref": "#/components/schemas/PetBase", BASE: true});
            assert_eq!(schemas["Pet"]["oneOf"], json!([schema::reference_to("Dog"), referred]));
            assert_eq!(schemas["Pet"]["discriminator"]["mapping"], mapping.unwrap_or_else(|| json!({})));
            assert_eq!(schemas["Dog"]["allOf"][0], schema::reference_to("PetBase"));
            assert!(schemas["PetBase"].get("discriminator").is_none());
            assert_eq!(schemas["PetBase"]["properties"], json!({"kind": {"type": "string"}}));
            assert_eq!(schemas["Owner"], owner);
        }
    }

    #[test]
    fn members_made_of_their_union_are_no_circle() {
        let mut pet = base(None);
        pet["oneOf"] = json!([schema::reference_to("Dog"), schema::reference_to("Cat")]);
        let schemas = run_on(json!({"Pet": pet, "Dog": child("Pet", "bark"), "Cat": child("Pet", "lives")}));
        assert_eq!(schemas["Pet"]["oneOf"], pet["oneOf"]);
        assert!(schemas["Pet"].get("properties").is_none());
        assert_eq!(schemas["Cat"]["allOf"][0], schema::reference_to("PetBase"));
        assert!(schemas["PetBase"].get("oneOf").is_none());
    }

    #[test]
    fn a_shape_between_is_a_member_too() {
        let mut dog = child("Pet", "bark");
        dog["discriminator"] = json!({"propertyName": "kind"});
        let schemas = run_on(json!({"Pet": base(None), "Dog": dog, "Puppy": child("Dog", "age")}));
        let names = |union: &str| -> Vec<String> {
            schemas[union]["oneOf"].as_array().unwrap().iter().filter_map(component_name).collect()
        };
        assert_eq!(names("Pet"), ["DogBase", "Puppy", "PetBase"]);
        assert_eq!(names("Dog"), ["Puppy", "DogBase"]);
        assert_eq!(schemas["Pet"]["discriminator"]["mapping"], json!({"Dog": "#/components/schemas/DogBase"}));
        assert_eq!(schemas["DogBase"]["allOf"][0], schema::reference_to("PetBase"));
        assert_eq!(schemas["Puppy"]["allOf"][0], schema::reference_to("DogBase"));
    }

    #[test]
    fn a_union_without_discriminator_is_no_circle() {
        let pet = json!({
            "properties": {"kind": {"type": "string"}},
            "anyOf": [schema::reference_to("Dog"), schema::reference_to("Cat")],
        });
        let schemas = run_on(json!({"Pet": pet, "Dog": child("Pet", "bark"), "Cat": child("Pet", "lives")}));
        assert_eq!(schemas["Pet"], json!({"anyOf": pet["anyOf"]}));
        assert_eq!(schemas["PetBase"], json!({"properties": pet["properties"]}));
        assert_eq!(schemas["Dog"]["allOf"][0], schema::reference_to("PetBase"));
    }

    #[test]
    fn a_name_that_others_are_made_of_is_a_shape() {
        let other_name = |of: &str| json!({"allOf": [schema::reference_to(of)]});
        let schemas = run_on(json!({
            "Pet": base(None), "Tame": other_name("Pet"), "Kept": other_name("Tame"), "Dog": child("Kept", "bark"),
            "Alias": other_name("Pet"),
        }));
        assert_eq!(schemas["Tame"]["allOf"][0], schema::reference_to("PetBase"));
        assert_eq!(schemas["Kept"]["allOf"][0], schema::reference_to("Tame"));
        assert_eq!(schemas["Alias"]["allOf"][0], schema::reference_to("Pet"), "nothing is made of it");
        let names: Vec<String> =
            schemas["Pet"]["oneOf"].as_array().unwrap().iter().filter_map(component_name).collect();
        assert_eq!(names, ["Dog", "Kept", "Tame", "PetBase"]);
    }

    #[test]
    fn a_discriminator_of_nothing_is_left() {
        let schemas = json!({"Pet": base(None), "Alias": {"allOf": [schema::reference_to("Pet")]}});
        assert_eq!(run_on(schemas.clone()), schemas);
    }
}
