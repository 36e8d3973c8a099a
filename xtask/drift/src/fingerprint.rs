//! What names a difference from run to run.

use serde_json::Value;

use super::{
    resolve::{reference, text},
    rules::Kind,
};
use document::{
    canonical,
    schema::{escape, unescape},
    sha256_hex,
};

/// Digits of a fingerprint.
const DIGITS: usize = 16;

/// The fingerprint of a difference: of its kind, its places and its values, not of lines or neighbours.
pub(super) fn fingerprint(kind: Kind, detail: &str, places: [&str; 2], values: [Option<&Value>; 2]) -> String {
    let value = |value: Option<&Value>| value.map(canonical).unwrap_or_default();
    let text = [kind.id(), detail, places[0], places[1], &value(values[0]), &value(values[1])].join("\n");
    sha256_hex(text.as_bytes())[..DIGITS].to_owned()
}

/// A pointer that does not change when another item of a list comes before it.
pub(super) fn stable(root: &Value, pointer: &str) -> String {
    let mut node = Some(root);
    let mut stable = String::new();
    for token in pointer.split('/').skip(1) {
        let parent = node;
        node = match parent {
            Some(Value::Array(items)) => token.parse::<usize>().ok().and_then(|index| items.get(index)),
            Some(Value::Object(members)) => members.get(&unescape(token)),
            _ => None,
        };
        stable.push('/');
        match (parent, node.and_then(name)) {
            (Some(Value::Array(_)), Some(name)) => stable.push_str(&escape(&name)),
            _ => stable.push_str(token),
        }
    }
    stable
}

/// What names an item of a list.
fn name(item: &Value) -> Option<String> {
    match item {
        Value::Null | Value::Array(_) => None,
        Value::Object(members) => match (text(item, "in"), text(item, "name")) {
            (Some(place), Some(name)) => Some(format!("{place}:{name}")),
            (None, Some(name)) => Some(name.to_owned()),
            _ => reference(item)
                .or_else(|| text(item, "url"))
                .or_else(|| text(item, "title"))
                .map(str::to_owned)
                .or_else(|| {
                    // A way to be let in is named by its schemes.
                    let schemes = members.values().all(Value::is_array);
                    schemes.then(|| members.keys().cloned().collect::<Vec<_>>().join("+"))
                }),
        },
        scalar => Some(canonical(scalar)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_new_neighbour_changes_no_stable_pointer() {
        let one = json!({"parameters": [{"in": "query", "name": "a/b", "schema": {}}], "enum": ["x"], "security": [{"k": []}]});
        let two = json!({
            "parameters": [{"$ref": "#/x"}, {"in": "query", "name": "a/b", "schema": {}}],
            "enum": ["w", "x"],
            "security": [{"j": []}, {"k": []}],
        });
        for (before, after) in
            [("/parameters/0/schema", "/parameters/1/schema"), ("/enum/0", "/enum/1"), ("/security/0", "/security/1")]
        {
            assert_eq!(stable(&one, before), stable(&two, after));
        }
        assert_eq!(stable(&one, "/parameters/0/schema"), "/parameters/query:a~1b/schema");
        assert_eq!(stable(&one, "/gone/0"), "/gone/0");
    }

    #[test]
    fn every_part_counts() {
        let print = |detail, place, value: Value| {
            fingerprint(Kind::EnumValueAdded, detail, ["/a", place], [None, Some(&value)])
        };
        let base = print("", "/b", json!("x"));
        assert_eq!(base.len(), DIGITS);
        assert_eq!(base, print("", "/b", json!("x")));
        for other in [print("d", "/b", json!("x")), print("", "/c", json!("x")), print("", "/b", json!("y"))] {
            assert_ne!(base, other);
        }
    }
}
