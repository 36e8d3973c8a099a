//! Enums: those that take other values too, and those whose values become one Rust name.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToPascalCase;
use serde_json::{Map, Value, json};

use super::{Log, OPEN_ENUM, Pass, State, free_name::first_free, no_schema, rewrite_with_components};
use document::{error::Result, schema};

pub(super) const PASS: Pass = Pass {
    name: "enums",
    reason: "typify panics when two values become one identifier, such as `+1` and `-1`, and reads a list of values beside any text as an object",
    run,
    holds,
};

/// The values on the wire of an enum whose values had to be renamed, in the same order.
pub(super) const WIRE_VALUES: &str = "x-wire-values";

/// What a text may have beside its type, and still be any text.
const OF_ANY_TEXT: [&str; 7] = ["type", "title", "description", "example", "minLength", "maxLength", "pattern"];

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    rewrite_with_components(&mut state.document, log, &mut |components, schema| {
        let mut changes = Vec::new();
        if let Some((keyword, values)) = open_vocabulary(components, schema)
            && let Value::Object(keywords) = schema
        {
            keywords.shift_remove(keyword);
            keywords.insert("type".to_owned(), json!("string"));
            keywords.insert("enum".to_owned(), json!(values));
            keywords.insert(OPEN_ENUM.to_owned(), json!(true));
            changes.push(format!("{keyword} of values and any text becomes an open list of values"));
        }
        let Some(values) = strings(schema) else { return Ok(changes) };
        if !collide(&values) {
            return Ok(changes);
        }
        let names = identifiers(&values);
        if let Value::Object(keywords) = schema {
            keywords.insert(WIRE_VALUES.to_owned(), json!(values));
            keywords.insert("enum".to_owned(), json!(names));
            keywords.insert(OPEN_ENUM.to_owned(), json!(true));
        }
        changes.push(format!("called its values {}", names.join(", ")));
        Ok(changes)
    })
}

/// The values of alternatives that are lists of values, and any text.
fn open_vocabulary(components: &Map<String, Value>, schema: &Value) -> Option<(&'static str, Vec<String>)> {
    let (keyword, members) =
        ["anyOf", "oneOf"].into_iter().find_map(|keyword| Some((keyword, schema.get(keyword)?.as_array()?)))?;
    let mut listed = Vec::new();
    let mut any = false;
    for member in members {
        let member = match member.get("$ref").and_then(Value::as_str) {
            Some(reference) => components.get(schema::component_of(reference)?)?,
            None => member,
        };
        let keywords = member.as_object().filter(|_| member.get("type").is_some_and(|kind| kind == "string"))?;
        if let Some(values) = strings(member) {
            listed.extend(values);
        } else if keywords.keys().all(|keyword| OF_ANY_TEXT.contains(&keyword.as_str())) {
            any = true;
        } else {
            return None;
        }
    }
    let mut seen = BTreeSet::new();
    listed.retain(|value| seen.insert(value.clone()));
    (any && !listed.is_empty()).then_some((keyword, listed))
}

fn strings(schema: &Value) -> Option<Vec<String>> {
    schema.get("enum")?.as_array()?.iter().map(|value| value.as_str().map(str::to_owned)).collect()
}

/// Values that typify spells out in lower case.
const SPELLED: [&str; 2] = ["+1", "-1"];

/// Whether typify would give two values one name, or a name that no variant can have.
fn collide(values: &[String]) -> bool {
    if values.iter().any(|value| SPELLED.contains(&value.as_str())) {
        return true;
    }
    let names: BTreeSet<String> = values.iter().map(|value| typifys(value)).collect();
    names.len() != values.len()
        || (values.len() > 1 && values.iter().any(|value| plain(value).is_empty() && !value.is_empty()))
}

fn plain(value: &str) -> String {
    value.replace(|c: char| !c.is_alphanumeric(), " ").to_pascal_case()
}

/// The name that typify gives: one without a letter in front gets an `X`.
pub(super) fn typifys(value: &str) -> String {
    let name = plain(value);
    if name.starts_with(|first: char| !first.is_numeric()) { name } else { format!("X{name}") }
}

/// Identifiers that tell the values apart: signs are spelled out, and what is still equal is numbered.
fn identifiers(values: &[String]) -> Vec<String> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut names: BTreeMap<&String, String> = BTreeMap::new();
    // The names depend on the values, not on their order: swapped values must not swap their meaning.
    for value in values.iter().collect::<BTreeSet<_>>() {
        // Once more: of `m/s2` the first time makes `MS2`, which typify would then call `Ms2`.
        let mut name = plain(&plain(value));
        if taken.contains(&name) || name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
            name = spelled(value);
        }
        if name.is_empty() {
            name.push_str("Empty");
        }
        let unique = first_free(name, |name| !taken.contains(name));
        taken.insert(unique.clone());
        names.insert(value, unique);
    }
    values.iter().filter_map(|value| names.get(value).cloned()).collect()
}

fn spelled(value: &str) -> String {
    const SIGNS: [(char, &str); 18] = [
        ('+', "plus"),
        ('-', "minus"),
        ('<', "less"),
        ('>', "greater"),
        ('=', "equal"),
        ('!', "not"),
        ('*', "star"),
        ('/', "slash"),
        ('%', "percent"),
        ('&', "and"),
        ('|', "or"),
        ('#', "hash"),
        ('.', "dot"),
        (',', "comma"),
        ('–', "dash"),
        ('?', "question"),
        ('_', "underscore"),
        (':', "colon"),
    ];
    let mut words = String::new();
    for c in value.chars() {
        match SIGNS.iter().find(|(sign, _)| *sign == c) {
            Some((_, word)) => words.extend([" ", word, " "]),
            None => words.push(c),
        }
    }
    let name = plain(&plain(&words));
    if name.starts_with(|c: char| c.is_ascii_digit()) { format!("Value{name}") } else { name }
}

fn holds(document: &Value) -> Result<()> {
    no_schema(document, &|schema| {
        let values = strings(schema)?;
        collide(&values).then(|| format!("the values {} become one name", values.join(", ")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    fn names(values: Value) -> (Value, Value) {
        let document = json!({"components": {"schemas": {"T": {"type": "string", "enum": values}}}});
        let schema = run_alone(PASS, document).unwrap().0["components"]["schemas"]["T"].clone();
        (schema["enum"].clone(), schema[WIRE_VALUES].clone())
    }

    #[test]
    fn colliding_values_keep_their_wire_names() {
        for (values, expected) in [
            (json!(["+1", "-1"]), json!(["Plus1", "Minus1"])),
            (json!(["+1", "laugh"]), json!(["Plus1", "Laugh"])),
            (json!(["<", ">"]), json!(["Less", "Greater"])),
            (json!(["ASC", "asc"]), json!(["Asc", "Asc2"])),
            (json!(["asc", "ASC"]), json!(["Asc2", "Asc"])),
            (json!(["GP – Derm", "GP - Derm"]), json!(["GpDashDerm", "GpDerm"])),
            (json!(["x", "-"]), json!(["X", "Minus"])),
            (json!(["", "X"]), json!(["Empty", "X"])),
            (json!(["8", "X8"]), json!(["Value8", "X8"])),
            (json!(["m/s2", "MS2", "Ms2"]), json!(["MSlashS2", "Ms2", "Ms22"])),
        ] {
            assert_eq!(names(values.clone()), (expected, values));
        }
    }

    #[test]
    fn values_beside_any_text_are_an_open_list() {
        let run = |schema: Value| {
            let schemas = json!({"T": schema, "Known": {"type": "string", "enum": ["a", "b"]}});
            run_alone(PASS, json!({"components": {"schemas": schemas}})).unwrap().0["components"]["schemas"]["T"]
                .clone()
        };
        let known = json!({"$ref": "#/components/schemas/Known"});
        for keyword in ["anyOf", "oneOf"] {
            let schema = json!({"description": "d", keyword: [known, {"type": "string", "maxLength": 9}]});
            let open = json!({"description": "d", "type": "string", "enum": ["a", "b"], OPEN_ENUM: true});
            assert_eq!(run(schema), open);
        }
        for other in [json!({"type": "integer"}), json!({"type": "string", "format": "uuid"}), known.clone()] {
            let schema = json!({"anyOf": [known, other]});
            assert_eq!(run(schema.clone()), schema);
        }
    }

    #[test]
    fn other_enums_are_left_alone() {
        assert_eq!(names(json!(["a", "", "b c"])), (json!(["a", "", "b c"]), Value::Null));
    }
}
