//! What differs between two descriptions, by name.
//!
//! For people who watch an update. What a difference means on the wire and in Rust is for `drift` to say.

use std::{collections::BTreeSet, fmt};

use serde_json::{Map, Value};

use document::{
    Document, canonical,
    error::{Error, Result},
    printable::printable,
    schema::METHODS,
};

/// Marks that only a transcription carries: without them, it can be compared with the published file.
const MARKS: [&str; 3] = ["x-provenance", "x-unknown", "x-not-bound"];

/// What differs, by name.
#[derive(Debug, Default)]
pub(super) struct Changes {
    operations: Difference,
    schemas: Difference,
    /// How many operations there were.
    before: usize,
}

/// What came, went, and differs.
#[derive(Debug, Default)]
struct Difference {
    added: Vec<String>,
    removed: Vec<String>,
    changed: Vec<String>,
}

/// An operation or a schema.
#[derive(Debug)]
pub(super) struct Item {
    /// What a person calls it.
    label: String,
    /// What makes it the same one in both descriptions: the first key that both have.
    keys: Vec<String>,
    content: String,
}

impl Changes {
    /// Compares the bytes of the old description with the new one. Old bytes that cannot be read have no names.
    pub(super) fn between(old: Option<&[u8]>, new: &Value) -> Self {
        let old = old
            .and_then(|bytes| Document::read("openapi.yaml", bytes).ok())
            .map_or(Value::Null, |document| document.value);
        let before = operations(&old);
        Self {
            before: before.len(),
            operations: Difference::between(&before, &operations(new)),
            schemas: Difference::between(&schemas(&old), &schemas(new)),
        }
    }

    /// Refuses a description that lost more than half of the operations.
    pub(super) fn check_shrink(&self) -> Result<()> {
        let lost = &self.operations.removed;
        if lost.len() * 2 <= self.before {
            return Ok(());
        }
        let named: Vec<&str> = lost.iter().take(3).map(String::as_str).collect();
        let more = if lost.len() > named.len() { ", …" } else { "" };
        Err(Error::new(format!(
            "{} of {} operations are gone from the description: {}{more}",
            lost.len(),
            self.before,
            named.join(", ")
        ))
        .remedy("check that this is the whole file of the right API; if it is, give --allow-shrink"))
    }
}

impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.operations.show("operations", f)?;
        self.schemas.show("schemas", f)
    }
}

impl Difference {
    fn between(old: &[Item], new: &[Item]) -> Self {
        let mut difference = Self::default();
        let mut matched = BTreeSet::new();
        let same = |item: &Item, key: usize, other: &Item| {
            item.keys.get(key).is_some_and(|name| other.keys.get(key) == Some(name))
        };
        for item in new {
            // A path that is still there beats an id that is: ids move between operations more easily.
            let found = (0..item.keys.len()).find_map(|key| {
                old.iter().enumerate().find(|(index, other)| !matched.contains(index) && same(item, key, other))
            });
            match found {
                None => difference.added.push(item.label.clone()),
                Some((index, other)) => {
                    matched.insert(index);
                    if other.content != item.content {
                        difference.changed.push(item.label.clone());
                    }
                }
            }
        }
        difference.removed = old
            .iter()
            .enumerate()
            .filter(|(index, _)| !matched.contains(index))
            .map(|(_, item)| item.label.clone())
            .collect();
        difference
    }

    fn show(&self, what: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { added, removed, changed } = self;
        writeln!(f, "{what}: {} added, {} removed, {} changed", added.len(), removed.len(), changed.len())?;
        for (sign, labels) in [("added", added), ("removed", removed), ("changed", changed)] {
            for label in labels {
                writeln!(f, "  {sign:<8} {}", printable(label).replace('\n', "\\n"))?;
            }
        }
        Ok(())
    }
}

/// The operations of a description, in its order.
pub(super) fn operations(document: &Value) -> Vec<Item> {
    let mut found = Vec::new();
    for (path, item) in members(document.get("paths")) {
        let item =
            item.get("$ref").and_then(|reference| document.pointer(reference.as_str()?.get(1..)?)).unwrap_or(item);
        for method in METHODS {
            let Some(operation) = item.get(method) else { continue };
            let method = method.to_uppercase();
            let id = operation.get("operationId").and_then(Value::as_str);
            let shared: Map<String, Value> = members(Some(item))
                .filter(|(name, _)| !METHODS.contains(&name.as_str()))
                .map(|(n, v)| (n.clone(), v.clone()))
                .collect();
            let mut keys = vec![format!("{method} {}", template(path))];
            keys.extend(id.map(str::to_owned));
            found.push(Item {
                label: id.map_or_else(|| format!("{method} {path}"), |id| format!("{id}  {method} {path}")),
                keys,
                content: format!("{path} {} {}", content(operation), content(&Value::Object(shared))),
            });
        }
    }
    found
}

fn schemas(document: &Value) -> Vec<Item> {
    members(document.pointer("/components/schemas"))
        .map(|(name, schema)| Item { label: name.clone(), keys: vec![name.clone()], content: content(schema) })
        .collect()
}

fn members(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    value.and_then(Value::as_object).into_iter().flatten()
}

/// A path template without the names of its parameters, which mean nothing on the wire.
fn template(path: &str) -> String {
    let mut parts = path.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str("{}");
        out.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
    }
    out
}

fn content(value: &Value) -> String {
    canonical(&unmarked(value))
}

fn unmarked(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .filter(|(name, _)| !MARKS.contains(&name.as_str()))
            .map(|(name, member)| (name.clone(), unmarked(member)))
            .collect(),
        Value::Array(items) => items.iter().map(unmarked).collect(),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn between(old: &Value, new: &Value) -> Changes {
        Changes::between(Some(old.to_string().as_bytes()), new)
    }

    fn old() -> Value {
        json!({
            "paths": {
                "/a/{id}": {
                    "parameters": [{"name": "id"}],
                    "get": {"operationId": "getA", "x-provenance": "read"},
                    "put": {"operationId": "putA"},
                },
                "/b": {"get": {"operationId": "listB"}, "post": {}},
            },
            "components": {"schemas": {"A": {"type": "object"}, "B": {"type": "string"}, "C": {}}},
        })
    }

    #[test]
    fn changes_name_operations_and_schemas() {
        let new = json!({
            "paths": {
                "/a/{id}": {"parameters": [{"name": "id"}], "get": {"operationId": "getA"}},
                "/b": {"get": {"operationId": "listB", "summary": "new"}, "post": {}},
                "/c": {"get": {"operationId": "listC"}},
            },
            "components": {"schemas": {"B": {"type": "integer"}, "C": {"x-unknown": ["?"]}, "D": {}}},
        });
        assert_eq!(
            between(&old(), &new).to_string(),
            "operations: 1 added, 1 removed, 1 changed\n  added    listC  GET /c\n  removed  putA  PUT /a/{id}\n  \
             changed  listB  GET /b\n\
             schemas: 1 added, 1 removed, 1 changed\n  added    D\n  removed  A\n  changed  B\n"
        );
    }

    #[test]
    fn layout_changes_nothing() {
        let text = serde_json::to_string_pretty(&old()).unwrap();
        let changes = Changes::between(Some(text.as_bytes()), &old());
        assert!(changes.to_string().contains("operations: 0 added, 0 removed, 0 changed"), "{changes}");
    }

    #[test]
    fn a_moved_operation_is_not_lost() {
        let mut new = old();
        let paths = new["paths"].as_object_mut().unwrap();
        let moved = paths.shift_remove("/b").unwrap();
        paths.insert("/v2/b".to_owned(), moved);
        let renamed = paths.shift_remove("/a/{id}").unwrap();
        paths.insert("/a/{a_id}".to_owned(), renamed);
        new["paths"]["/a/{a_id}"]["get"]["operationId"] = json!("readA");
        let changes = between(&old(), &new);
        assert_eq!(changes.operations.removed, ["POST /b"]);
        assert_eq!(changes.operations.changed.len(), 3);
    }

    #[test]
    fn more_than_half_gone_is_refused_and_half_is_not() {
        let left = |names: &[&str]| {
            let paths: Map<String, Value> =
                names.iter().map(|name| ((*name).to_owned(), json!({"get": {}, "put": {}}))).collect();
            json!({ "paths": paths })
        };
        let old = left(&["/a", "/b", "/c", "/d"]);
        assert!(between(&old, &left(&["/a", "/b"])).check_shrink().is_ok());
        let message = between(&old, &left(&["/a", "/x", "/y", "/z"])).check_shrink().unwrap_err().to_string();
        assert!(message.contains("6 of 8 operations are gone") && message.contains("GET /b"), "{message}");
        assert!(message.contains("--allow-shrink"), "{message}");
        assert!(Changes::between(None, &old).check_shrink().is_ok());
    }

    #[test]
    fn a_path_item_by_reference_has_its_operations() {
        let new = json!({
            "paths": {"/a": {"$ref": "#/components/pathItems/A"}},
            "components": {"pathItems": {"A": {"get": {"operationId": "getA"}}}},
        });
        assert_eq!(operations(&new).len(), 1);
    }
}
