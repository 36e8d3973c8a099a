//! Names of components.

use std::collections::BTreeMap;

use heck::ToPascalCase;
use serde_json::{Map, Value};

use super::{Log, Pass, State, free_name::first_free};
use crate::ascii::ascii;
use document::{
    error::{Error, Result},
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "components",
    reason: "typify merges two components whose names become one Rust name, first one wins, without a word",
    run,
    holds,
};

/// Names that generated code already uses for something else.
const TAKEN: [&str; 12] =
    ["Box", "Default", "Err", "From", "None", "Ok", "Option", "Result", "Self", "Some", "String", "Vec"];

#[expect(clippy::unnecessary_wraps, reason = "every pass may fail")]
fn run(state: &mut State, log: &mut Log) -> Result<()> {
    let Some(components) = schema::components_mut(&mut state.document) else { return Ok(()) };
    let names = rust_names(components.keys(), &state.known.places);
    let mut renamed = Map::new();
    for (name, component) in std::mem::take(components) {
        let rust = names.get(&name).cloned().unwrap_or_else(|| name.clone());
        state.vendor.insert(rust.clone(), name.clone());
        state.places.insert(rust.clone(), place_of(&name));
        if rust != name {
            log.changed(place_of(&name), format!("renamed to {rust}"));
        }
        renamed.insert(rust, component);
    }
    *components = renamed;
    if names.iter().any(|(name, rust)| name != rust) {
        rename_references(&mut state.document, &names);
    }
    Ok(())
}

fn place_of(name: &str) -> String {
    format!("/components/schemas/{}", schema::escape(name))
}

/// A Rust name for each component. It depends on the set of names and on those that are known by place, not on their order;
/// a name that is a Rust name already keeps it, unless another place is known to have it.
fn rust_names<'a>(
    names: impl Iterator<Item = &'a String>,
    known: &BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let mut sorted: Vec<&String> = names.collect();
    sorted.sort_by_key(|name| (name.to_pascal_case() != **name || !name.is_ascii(), (*name).clone()));
    let mut taken: Vec<String> = TAKEN.iter().map(|name| name.to_ascii_lowercase()).collect();
    taken.extend(known.values().map(|name| name.to_ascii_lowercase()));
    let mut assigned = BTreeMap::new();
    for name in sorted {
        if let Some(rust) = known.get(&place_of(name)) {
            assigned.insert(name.clone(), rust.clone());
            continue;
        }
        // `a/b` becomes `AB`, and only then what typify would make of that: `Ab`.
        let mut plain = ascii(name).to_pascal_case().to_pascal_case();
        if !plain.starts_with(|c: char| c.is_ascii_alphabetic()) {
            plain = format!("Schema{plain}");
        }
        if TAKEN.contains(&plain.as_str()) {
            plain.push_str("Schema");
        }
        let rust = first_free(plain, |name| !taken.contains(&name.to_ascii_lowercase()));
        taken.push(rust.to_ascii_lowercase());
        assigned.insert(name.clone(), rust);
    }
    assigned
}

fn rename_references(value: &mut Value, names: &BTreeMap<String, String>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                match member {
                    Value::String(reference) if key == "$ref" => rename_reference(reference, names),
                    // A discriminator maps values to references without the word.
                    Value::Object(mapping) if key == "mapping" => {
                        for target in mapping.values_mut() {
                            if let Value::String(reference) = target {
                                rename_reference(reference, names);
                            }
                        }
                    }
                    member => rename_references(member, names),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename_references(item, names)),
        _ => {}
    }
}

fn rename_reference(reference: &mut String, names: &BTreeMap<String, String>) {
    let name = schema::unescape(schema::component_of(reference).unwrap_or(reference));
    if let Some(rust) = names.get(&name) {
        *reference = format!("#/components/schemas/{rust}");
    }
}

fn holds(document: &Value) -> Result<()> {
    let mut seen: BTreeMap<String, &String> = BTreeMap::new();
    for name in schema::components(document).into_iter().flat_map(Map::keys) {
        let place = || format!("/components/schemas/{}", schema::escape(name));
        if name.to_pascal_case() != *name || !name.is_ascii() {
            return Err(Error::new(format!("component `{name}` has no Rust name")).at_pointer(place()));
        }
        if let Some(first) = seen.insert(name.to_ascii_lowercase(), name) {
            return Err(
                Error::new(format!("components `{first}` and `{name}` differ in case only")).at_pointer(place())
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::normalise::run_alone;

    fn names(components: Value) -> Vec<String> {
        let (document, _) = run_alone(PASS, json!({"components": {"schemas": components}})).unwrap();
        document["components"]["schemas"].as_object().unwrap().keys().cloned().collect()
    }

    #[test]
    fn names_become_rust_names_and_references_follow() {
        let document = json!({"components": {"schemas": {
            "foo.bar": {"properties": {"self": {"$ref": "#/components/schemas/foo.bar"}, "a": {"$ref": "#/components/schemas/a~1b"}}},
            "a/b": {},
            "Union": {"oneOf": [], "discriminator": {"propertyName": "k", "mapping": {"x": "#/components/schemas/foo.bar", "y": "foo.bar"}}},
        }}});
        let (document, _) = run_alone(PASS, document).unwrap();
        let schemas = &document["components"]["schemas"];
        assert_eq!(schemas["FooBar"]["properties"]["self"], schema::reference_to("FooBar"));
        assert_eq!(schemas["FooBar"]["properties"]["a"], schema::reference_to("Ab"));
        assert_eq!(
            schemas["Union"]["discriminator"]["mapping"],
            json!({"x": "#/components/schemas/FooBar", "y": "#/components/schemas/FooBar"})
        );
    }

    #[test]
    fn a_name_that_a_place_is_known_by_goes_to_no_other() {
        let mut state =
            State::new(json!({"components": {"schemas": {"FooBar": {}, "foo_bar": {}, "ListThingsItem": {}}}}));
        state.known.places.insert(place_of("foo_bar"), "FooBar".to_owned());
        state.known.places.insert("/paths/~1things/get/an item".to_owned(), "ListThingsItem".to_owned());
        run(&mut state, &mut Log::default()).unwrap();
        let names: Vec<&String> = state.document["components"]["schemas"].as_object().unwrap().keys().collect();
        assert_eq!(names, ["FooBar2", "FooBar", "ListThingsItem2"]);
        assert_eq!(state.places["ListThingsItem2"], place_of("ListThingsItem"));
    }

    #[test]
    fn colliding_names_stay_apart_in_any_order() {
        assert_eq!(names(json!({"foo_bar": {}, "FooBar": {}})), ["FooBar2", "FooBar"]);
        assert_eq!(names(json!({"FooBar": {}, "foo_bar": {}})), ["FooBar", "FooBar2"]);
        assert_eq!(
            names(json!({"Default": {}, "string": {}, "1st": {}, "Größe": {}})),
            ["DefaultSchema", "StringSchema", "Schema1st", "Grosse"]
        );
    }
}
