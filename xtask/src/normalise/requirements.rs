//! Fields that one part of a schema requires and another describes.

use serde_json::{Map, Value};

use super::{
    Pass, State,
    alternatives::alternatives,
    intersections::{flattened, is_reference},
    no_schema,
};
use crate::{error::Result, schema};

pub(super) const PASS: Pass = Pass {
    name: "requirements",
    reason: "a name that a part requires and does not describe would be dropped, though another part describes it",
    run,
    holds,
};

fn run(state: &mut State) -> Result<()> {
    let components = schema::components(&state.document).cloned().unwrap_or_default();
    state.rewrite_schemas(&mut |_, schema| {
        let names = misplaced(&components, schema);
        let Value::Object(keywords) = schema else { return Ok(Vec::new()) };
        if names.is_empty() {
            return Ok(Vec::new());
        }
        let changes = names.iter().map(|name| format!("the whole requires {name}, as one of its parts does")).collect();
        let known = keywords.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
        let required = known.into_iter().chain(names.into_iter().map(Value::from)).collect();
        keywords.insert("required".to_owned(), required);
        Ok(changes)
    })
}

/// The names that a part of `schema` requires, another part describes, and neither that one nor the whole requires.
fn misplaced(components: &Map<String, Value>, schema: &Value) -> Vec<String> {
    if schema.get("allOf").is_none() || is_reference(schema) {
        return Vec::new();
    }
    let parts = flattened(components, vec![schema]);
    if parts.iter().any(|part| alternatives(part).next().is_some()) {
        return Vec::new();
    }
    let describes = |part: &Value, name: &str| part.get("properties").is_some_and(|fields| fields.get(name).is_some());
    let mut names = Vec::new();
    for name in parts.iter().flat_map(|part| required(part)) {
        let mut describing = parts.iter().filter(|part| describes(part, name)).peekable();
        let is_described = describing.peek().is_some();
        let is_settled = describing.any(|part| required(part).any(|known| known == name))
            || required(schema).any(|known| known == name)
            || names.iter().any(|known| known == name);
        if is_described && !is_settled {
            names.push(name.to_owned());
        }
    }
    names
}

fn required(part: &Value) -> impl Iterator<Item = &str> {
    part.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

fn holds(document: &Value) -> Result<()> {
    let empty = Map::new();
    let components = schema::components(document).unwrap_or(&empty);
    no_schema(document, &|schema| {
        misplaced(components, schema).first().map(|name| format!("a part requires {name}, which another describes"))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::normalise::run_alone;

    fn run_on(mut whole: Value) -> Value {
        let base = json!({"required": ["b"], "properties": {"a": {}, "b": {}}});
        let rule = json!({"required": ["a"]});
        let choice = json!({"oneOf": [{"properties": {"c": {}}}, {"properties": {"d": {}}}]});
        let middle = json!({"allOf": [base, rule]});
        let schemas = json!({"Base": base, "Rule": rule, "Middle": middle, "Choice": choice, "Whole": whole.take()});
        run_alone(PASS, json!({"components": {"schemas": schemas}})).unwrap().0["components"]["schemas"]["Whole"]
            .clone()
    }

    #[test]
    fn the_whole_requires_what_an_inline_part_or_a_component_does() {
        let [base, rule] = ["Base", "Rule"].map(schema::reference_to);
        for part in [rule, json!({"required": ["a"]}), json!({"allOf": [{"required": ["a"]}]})] {
            assert_eq!(run_on(json!({"allOf": [base, part]}))["required"], json!(["a"]), "{part}");
        }
        let with_own =
            run_on(json!({"required": ["c"], "allOf": [base, {"required": ["a", "c"], "properties": {"c": {}}}]}));
        assert_eq!(with_own["required"], json!(["c", "a"]));
    }

    #[test]
    fn what_nobody_describes_or_a_part_requires_anyway_stays_where_it_is() {
        let base = schema::reference_to("Base");
        for whole in [
            json!({"allOf": [base, {"required": ["b", "unknown"]}]}),
            json!({"allOf": [base], "required": ["a"]}),
            json!({"allOf": [base, schema::reference_to("Choice"), {"required": ["a"]}]}),
            json!({"allOf": [schema::reference_to("Middle")], "description": "It requires by itself."}),
            base,
        ] {
            assert_eq!(run_on(whole.clone()), whole);
        }
    }
}
