//! Components that may be null.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Pass, State};
use document::{
    error::{Error, Result},
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "nullability",
    reason: "typify makes two types of one name of a nullable component with alternatives; null belongs to the place where it is used",
    run,
    holds,
};

fn run(state: &mut State) -> Result<()> {
    let mut nullable = BTreeSet::new();
    for (name, component) in schema::components_mut(&mut state.document).into_iter().flatten() {
        if let Value::Object(keywords) = component
            && keywords.shift_remove("nullable") == Some(json!(true))
        {
            nullable.insert(name.clone());
        }
    }
    if nullable.is_empty() {
        return Ok(());
    }
    // Parts of `allOf` are left: what is around them says whether the whole may be null.
    state.rewrite_schemas(&mut |pointer, schema| {
        let name = schema.get("$ref").and_then(Value::as_str).and_then(schema::component_of);
        let is_part = pointer.rsplit('/').nth(1) == Some("allOf");
        if is_part || !name.is_some_and(|name| nullable.contains(name)) {
            return Ok(Vec::new());
        }
        *schema = json!({ "allOf": [schema.clone()], "nullable": true });
        Ok(vec!["may be null here".to_owned()])
    })
}

fn holds(document: &Value) -> Result<()> {
    let left = schema::components(document)
        .into_iter()
        .flatten()
        .find(|(_, component)| component.get("nullable") == Some(&json!(true)));
    match left {
        Some((name, _)) => Err(Error::new("a component may still be null")
            .at_pointer(format!("/components/schemas/{}", schema::escape(name)))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    #[test]
    fn null_moves_to_where_the_component_is_used() {
        let reference = schema::reference_to("U");
        let document = json!({"components": {"schemas": {
            "U": {"oneOf": [{"type": "string"}, {"type": "integer"}], "nullable": true},
            "T": {"properties": {"u": reference, "part": {"allOf": [reference]}}},
        }}});
        let (document, _) = run_alone(PASS, document).unwrap();
        let schemas = &document["components"]["schemas"];
        assert!(schemas["U"].get("nullable").is_none());
        assert_eq!(schemas["T"]["properties"]["u"], json!({"allOf": [schema::reference_to("U")], "nullable": true}));
        assert_eq!(schemas["T"]["properties"]["part"], json!({"allOf": [schema::reference_to("U")]}));
    }
}
