//! Operation ids and component names, as Rust sees them.

use std::collections::BTreeMap;

use heck::{ToPascalCase, ToSnakeCase};
use serde_json::Value;

use super::{Pass, State};
use crate::{
    error::{Error, Result},
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "identifiers",
    reason: "two names that become one Rust name are merged silently by the generator (types) or do not compile (operations)",
    run,
    holds,
};

#[allow(clippy::unnecessary_wraps, reason = "every pass may fail; this one only states what must hold")]
fn run(_: &mut State) -> Result<()> {
    Ok(())
}

fn holds(document: &Value) -> Result<()> {
    let mut copy = document.clone();
    let mut operations: BTreeMap<String, String> = BTreeMap::new();
    schema::for_each_operation(&mut copy, &mut |pointer, operation| {
        let Some(id) = operation.get("operationId").and_then(Value::as_str) else {
            return Err(Error::new("an operation has no operationId")
                .at_pointer(pointer)
                .remedy("add one by an overlay"));
        };
        let name = id.to_snake_case();
        if name.is_empty() || name == "new" || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return Err(Error::new(format!("operationId `{id}` gives no usable Rust name"))
                .at_pointer(pointer)
                .remedy("rename it by an overlay"));
        }
        if let Some(first) = operations.insert(name, pointer.to_owned()) {
            return Err(Error::new(format!("operationId `{id}` gives the same Rust name as the operation at {first}"))
                .at_pointer(pointer)
                .remedy("rename one of them by an overlay"));
        }
        Ok(())
    })?;
    let mut types: BTreeMap<String, &str> = BTreeMap::new();
    for name in schema::components(document).into_iter().flat_map(serde_json::Map::keys) {
        let rust = name.to_pascal_case();
        let pointer = format!("/components/schemas/{}", schema::escape(name));
        if rust.is_empty() || !rust.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return Err(Error::new(format!("component `{name}` gives no usable Rust name"))
                .at_pointer(pointer)
                .remedy("rename it by an overlay"));
        }
        if let Some(first) = types.insert(rust.to_ascii_lowercase(), name) {
            return Err(Error::new(format!("components `{first}` and `{name}` give the same Rust name"))
                .at_pointer(pointer)
                .remedy("rename one of them by an overlay"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::normalise::run_alone;

    #[test]
    fn operations_whose_rust_names_collide_are_refused() {
        let document =
            json!({"paths": {"/a": {"get": {"operationId": "getX"}}, "/b": {"get": {"operationId": "get_x"}}}});
        let error = run_alone(PASS, document).err().unwrap().to_string();
        assert!(error.contains("/paths/~1a/get") && error.contains("/paths/~1b/get"), "{error}");
    }

    #[test]
    fn an_operation_without_a_usable_id_is_refused() {
        for operation in [json!({}), json!({"operationId": "new"}), json!({"operationId": "1x"})] {
            assert!(run_alone(PASS, json!({"paths": {"/a": {"get": operation}}})).is_err());
        }
    }

    #[test]
    fn components_that_differ_in_case_only_are_refused() {
        let error = run_alone(PASS, json!({"components": {"schemas": {"foo_bar": {}, "FooBar": {}}}}))
            .err()
            .unwrap()
            .to_string();
        assert!(error.contains("`foo_bar` and `FooBar`"), "{error}");
    }
}
