//! Properties that hold for any description.

use serde_json::{Map, Value, json};

use crate::{
    differences,
    operation_rows::{base, mutated, rows},
    shown,
};

/// Numbers that are the same in each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }
}

fn published() -> Value {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../openapi.yaml")).unwrap();
    document::Document::parse(&text).unwrap().value
}

#[test]
fn a_description_does_not_differ_from_itself() {
    for description in [base(), published(), json!({}), json!({"paths": []}), json!([1]), json!({"openapi": 3})] {
        let changes = differences(&description, &description);
        assert!(changes.is_empty(), "{}", shown(&changes));
    }
}

/// Members of all objects in another order.
fn shuffled(value: &Value, chance: &mut Chance) -> Value {
    match value {
        Value::Object(members) => {
            let mut list: Vec<_> = members.iter().collect();
            for index in (1..list.len()).rev() {
                list.swap(index, chance.below(index + 1));
            }
            list.into_iter().map(|(key, value)| (key.clone(), shuffled(value, chance))).collect::<Map<_, _>>().into()
        }
        Value::Array(items) => items.iter().map(|item| shuffled(item, chance)).collect(),
        other => other.clone(),
    }
}

#[test]
fn the_order_of_keys_is_no_difference() {
    let mut chance = Chance(1);
    for description in [base(), published()] {
        for _ in 0..5 {
            let changes = differences(&description, &shuffled(&description, &mut chance));
            assert!(changes.is_empty(), "{}", shown(&changes));
        }
    }
}

/// Every `$ref` to a schema replaced by the schema, as far as it does not contain itself.
fn inlined(value: &Value, root: &Value, open: &mut Vec<String>) -> Value {
    match value {
        Value::Object(members) => {
            if let Some(reference) = members.get("$ref").and_then(Value::as_str)
                && members.len() == 1
                && !open.iter().any(|known| known == reference)
                && let Some(target) = reference.strip_prefix('#').and_then(|pointer| root.pointer(pointer))
            {
                open.push(reference.to_owned());
                let written_out = inlined(target, root, open);
                open.pop();
                return written_out;
            }
            members.iter().map(|(key, value)| (key.clone(), inlined(value, root, open))).collect::<Map<_, _>>().into()
        }
        Value::Array(items) => items.iter().map(|item| inlined(item, root, open)).collect(),
        other => other.clone(),
    }
}

#[test]
fn references_written_out_are_no_difference() {
    for description in [base(), published()] {
        let mut flat = description.clone();
        flat["paths"] = inlined(&description["paths"], &description, &mut Vec::new());
        let changes = differences(&description, &flat);
        assert!(changes.is_empty(), "{}", shown(&changes));
    }
}

/// Every schema in the other form that the pipeline knows of it: null as an alternative, a reference as the only part.
fn other_form(value: &Value, is_schema: bool) -> Value {
    match value {
        Value::Object(members) => {
            let below = |key: &str| is_schema && ["items", "additionalProperties"].contains(&key) || key == "schema";
            let mut form: Map<_, _> = members
                .iter()
                .map(|(key, value)| match value.as_object() {
                    Some(fields) if is_schema && key == "properties" || key == "schemas" => {
                        let fields = fields.iter().map(|(name, field)| (name.clone(), other_form(field, true)));
                        (key.clone(), fields.collect::<Map<_, _>>().into())
                    }
                    _ => (key.clone(), other_form(value, below(key))),
                })
                .collect();
            let types = form.get("type").and_then(Value::as_array).cloned().unwrap_or_default();
            if is_schema && form.len() == 1 && form.contains_key("$ref") {
                return json!({"allOf": [form]});
            }
            if is_schema
                && let [kind, null] = &types[..]
                && null == "null"
            {
                form.insert("type".to_owned(), kind.clone());
                let text = form.shift_remove("description");
                let mut whole = json!({"anyOf": [form, {"type": "null"}]});
                if let Some(text) = text {
                    whole["description"] = text;
                }
                return whole;
            }
            form.into()
        }
        Value::Array(items) => items.iter().map(|item| other_form(item, false)).collect(),
        other => other.clone(),
    }
}

#[test]
fn normalised_forms_are_no_difference() {
    for description in [base(), published()] {
        let other = other_form(&description, false);
        assert_ne!(description, other);
        for (old, new) in [(&description, &other), (&other, &description)] {
            let changes = differences(old, new);
            assert!(changes.is_empty(), "{}", shown(&changes));
        }
    }
}

#[test]
fn two_mutations_have_the_changes_of_both() {
    let all = rows();
    let mut chance = Chance(7);
    let mut checked = 0;
    while checked < 150 {
        let (one, other) = (&all[chance.below(all.len())], &all[chance.below(all.len())]);
        // Those below the same place can have to do with each other.
        let near = |pointer: &str| pointer.split('/').take(4).collect::<Vec<_>>().join("/");
        if near(one.0) == near(other.0) {
            continue;
        }
        checked += 1;
        let mut both = mutated(one);
        let second = mutated(other);
        // Puts the second mutation into what the first one made.
        merge(&base(), &second, &mut both);
        let changes = differences(&base(), &both);
        assert_eq!(changes.len(), 2, "{} and {}\n{}", one.0, other.0, shown(&changes));
    }
}

/// Does to `target` what led from `from` to `to`.
fn merge(from: &Value, to: &Value, target: &mut Value) {
    match (from, to, target) {
        (Value::Object(from), Value::Object(to), Value::Object(target)) => {
            for (key, value) in to {
                match from.get(key) {
                    Some(before) if before == value => {}
                    Some(before) => merge(before, value, target.get_mut(key).unwrap()),
                    None => drop(target.insert(key.clone(), value.clone())),
                }
            }
            for key in from.keys().filter(|key| !to.contains_key(*key)) {
                target.shift_remove(key);
            }
        }
        (Value::Array(from), Value::Array(to), Value::Array(target)) if from.len() == to.len() => {
            for (index, (before, after)) in from.iter().zip(to).enumerate() {
                merge(before, after, &mut target[index]);
            }
        }
        (_, to, target) => *target = to.clone(),
    }
}

/// A value that looks like a part of a description, or like nothing.
fn arbitrary(chance: &mut Chance, depth: usize) -> Value {
    const WORDS: [&str; 48] = [
        "paths",
        "/a",
        "/a/{b}",
        "get",
        "post",
        "parameters",
        "name",
        "in",
        "query",
        "path",
        "schema",
        "type",
        "string",
        "object",
        "array",
        "items",
        "properties",
        "required",
        "allOf",
        "oneOf",
        "anyOf",
        "not",
        "$ref",
        "#/components/schemas/A",
        "#/components/schemas/B",
        "#",
        "#/paths",
        "components",
        "schemas",
        "A",
        "B",
        "enum",
        "const",
        "nullable",
        "responses",
        "200",
        "default",
        "content",
        "application/json",
        "security",
        "servers",
        "url",
        "discriminator",
        "mapping",
        "propertyName",
        "minimum",
        "multipleOf",
        "webhooks",
    ];
    let word = |chance: &mut Chance| WORDS[chance.below(WORDS.len())];
    match chance.below(if depth == 0 { 5 } else { 9 }) {
        0 => Value::Null,
        1 => Value::Bool(chance.below(2) == 0),
        2 => json!(chance.below(5)),
        3 => json!(1.5),
        4 => Value::from(word(chance)),
        5 => (0..chance.below(4)).map(|_| arbitrary(chance, depth - 1)).collect(),
        _ => (0..chance.below(6))
            .map(|_| (word(chance).to_owned(), arbitrary(chance, depth - 1)))
            .collect::<Map<_, _>>()
            .into(),
    }
}

/// A description in which one node is something else.
fn damaged(value: &Value, chance: &mut Chance) -> Value {
    let mut copy = value.clone();
    let mut node = &mut copy;
    for _ in 0..chance.below(14) {
        let length = match &*node {
            Value::Object(members) => members.len(),
            Value::Array(items) => items.len(),
            _ => 0,
        };
        if length == 0 {
            break;
        }
        let at = chance.below(length);
        node = match node {
            Value::Object(members) => members.values_mut().nth(at).unwrap(),
            Value::Array(items) => &mut items[at],
            _ => break,
        };
    }
    *node = arbitrary(chance, 4);
    copy
}

#[test]
fn no_input_is_fatal_and_changes_have_places() {
    let mut chance = Chance(42);
    for round in 0..1_500 {
        let (old, new) = match round % 3 {
            0 => (
                json!({"paths": arbitrary(&mut chance, 6), "components": arbitrary(&mut chance, 4)}),
                arbitrary(&mut chance, 6),
            ),
            1 => (base(), damaged(&base(), &mut chance)),
            _ => (damaged(&base(), &mut chance), damaged(&base(), &mut chance)),
        };
        if !(old.is_object() && new.is_object()) {
            continue;
        }
        for change in differences(&old, &new) {
            assert!(old.pointer(&change.old.pointer).is_some(), "{change:?}");
            assert!(new.pointer(&change.new.pointer).is_some(), "{change:?}");
            assert!(
                !change.sentence.contains('{')
                    || change.before.is_some()
                    || change.after.is_some()
                    || change.location.contains('{')
                    || !change.operations.is_empty(),
                "{}",
                change.sentence
            );
        }
    }
}

#[test]
fn schemas_that_multiply_are_compared_in_time() {
    // Each level refers to the next twice, through allOf: written out, it would be 2^40 schemas.
    let schemas = |last: &str| {
        let mut schemas: Map<String, Value> = (0..40)
            .map(|level| {
                let next = json!({"$ref": format!("#/components/schemas/S{}", level + 1)});
                (format!("S{level}"), json!({"allOf": [next, next], "properties": {"a": next, "b": {"oneOf": [next, {"type": "array", "items": next}]}}}))
            })
            .collect();
        schemas.insert("S40".to_owned(), json!({"type": "object", "properties": {"z": {"type": last}}}));
        json!({
            "openapi": "3.1.0",
            "paths": {"/a": {"get": {"responses": {"200": {"description": "d", "content": {"a/b": {"schema": {"$ref": "#/components/schemas/S0"}}}}}}}},
            "components": {"schemas": schemas},
        })
    };
    assert!(!differences(&schemas("string"), &schemas("integer")).is_empty());
    assert!(differences(&schemas("string"), &schemas("string")).is_empty());
}
