//! OpenAPI Overlay 1.0: corrections to a description that nobody may edit.
//!
//! A correction must not outlive its cause. So beyond the specification an action needs a reason (`description`), and
//! is refused when it matches nothing or changes nothing: the vendor has changed that part, and a person has to look.
//! For the same reason an entry that an array has already is not appended again.
//!
//! The specification lets a target select objects and arrays only. Removing takes any node, as later versions do:
//! a wrong `pattern` or `default` could not be dropped otherwise.

mod action;

use serde_json::Value;
use serde_json_path::{LocatedNode, PathElement};

use action::{Action, Change};
use document::error::Result;

/// What an action did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppliedAction {
    /// The overlay, as the caller named it.
    pub overlay: String,
    /// Place in the list of actions, counted from 0.
    pub index: usize,
    /// The JSONPath as written.
    pub target: String,
    /// The reason given for the action.
    pub description: String,
    /// How many nodes the target selected.
    pub matches: usize,
    /// How many of them were not as wanted before.
    pub changed: usize,
}

/// Applies overlays in their order, the actions of each in theirs. Each overlay comes with the name of its file.
///
/// After an error the document is corrected in part and of no use.
pub fn apply(document: &mut Value, overlays: &[(String, Value)]) -> Result<Vec<AppliedAction>> {
    let mut applied = Vec::new();
    for (name, overlay) in overlays {
        for action in action::read(overlay).map_err(|error| error.file(name))? {
            let (matches, changed) = perform(document, &action).map_err(|error| error.file(name))?;
            let Action { index, target, description, .. } = action;
            applied.push(AppliedAction { overlay: name.clone(), index, target, description, matches, changed });
        }
    }
    Ok(applied)
}

/// One step from a node to a node inside it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Member(String),
    Item(usize),
}

fn perform(document: &mut Value, action: &Action) -> Result<(usize, usize)> {
    let found = action.path.query_located(document);
    let mut places: Vec<Vec<Step>> = found.iter().map(steps).collect();
    places.sort_unstable();
    places.dedup();
    let matches = places.len();
    if matches == 0 {
        return Err(action
            .refuse("matches nothing")
            .remedy("correct the target, or delete the action if the description no longer has this part"));
    }
    let mut changed = 0;
    // Backwards: inner nodes before those around them, and later items of an array before earlier ones, so that no
    // place moves before its turn.
    for place in places.iter().rev() {
        let done = match &action.change {
            Change::Remove => remove(document, place),
            Change::Update(update) => {
                node_mut(document, place).ok_or("cannot be applied").and_then(|node| merge(node, update))
            }
        };
        let done = done.map_err(|why| action.refuse(&format!("{why} (node {})", pointer(place))))?;
        changed += usize::from(done);
    }
    if changed == 0 {
        return Err(action
            .refuse("changes nothing")
            .remedy("delete it: the description says already what the action wants"));
    }
    Ok((matches, changed))
}

fn steps(node: &LocatedNode<'_>) -> Vec<Step> {
    let step = |element: &PathElement<'_>| match element {
        PathElement::Name(name) => Step::Member((*name).to_owned()),
        PathElement::Index(index) => Step::Item(*index),
    };
    node.location().iter().map(step).collect()
}

fn pointer(place: &[Step]) -> String {
    let text = |step: &Step| match step {
        Step::Member(name) => format!("/{}", name.replace('~', "~0").replace('/', "~1")),
        Step::Item(index) => format!("/{index}"),
    };
    if place.is_empty() { "at the root".to_owned() } else { place.iter().map(text).collect() }
}

fn node_mut<'value>(root: &'value mut Value, place: &[Step]) -> Option<&'value mut Value> {
    place.iter().try_fold(root, |node, step| match step {
        Step::Member(name) => node.get_mut(name),
        Step::Item(index) => node.get_mut(index),
    })
}

fn remove(root: &mut Value, place: &[Step]) -> Result<bool, &'static str> {
    let Some((last, around)) = place.split_last() else {
        return Err("would remove the whole document");
    };
    match (node_mut(root, around), last) {
        // Not `remove`, which would put the last member in its place.
        (Some(Value::Object(members)), Step::Member(name)) => Ok(members.shift_remove(name).is_some()),
        (Some(Value::Array(items)), Step::Item(index)) if *index < items.len() => {
            items.remove(*index);
            Ok(true)
        }
        _ => Err("cannot be applied"),
    }
}

/// Applies an update to a node that a target selected; true when the node was not so before.
fn merge(node: &mut Value, update: &Value) -> Result<bool, &'static str> {
    match (node, update) {
        (node @ Value::Object(_), Value::Object(_)) => Ok(merge_member(node, update)),
        (Value::Object(_), _) => Err("updates an object with something that is not an object"),
        (Value::Array(items), entry) => {
            let new = !items.contains(entry);
            if new {
                items.push(entry.clone());
            }
            Ok(new)
        }
        _ => Err("updates a node that is neither object nor array: target the object around it"),
    }
}

/// Objects merge member by member; whatever else is replaced, arrays as a whole.
fn merge_member(node: &mut Value, update: &Value) -> bool {
    let (Value::Object(members), Value::Object(updates)) = (&mut *node, update) else {
        let new = node != update;
        if new {
            *node = update.clone();
        }
        return new;
    };
    let mut changed = false;
    for (key, update) in updates {
        if let Some(member) = members.get_mut(key) {
            changed |= merge_member(member, update);
        } else {
            members.insert(key.clone(), update.clone());
            changed = true;
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn overlay(actions: &Value) -> Value {
        json!({"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": actions})
    }

    fn update(target: &str, update: Value) -> Value {
        let mut action = json!({"target": target, "description": "a reason"});
        action["update"] = update;
        action
    }

    fn removal(target: &str) -> Value {
        json!({"target": target, "description": "a reason", "remove": true})
    }

    fn applied(mut document: Value, action: Value) -> (Value, AppliedAction) {
        let overlays = [("overlay.yaml".to_owned(), overlay(&Value::Array(vec![action])))];
        let mut done = apply(&mut document, &overlays).unwrap_or_else(|error| panic!("{error}"));
        (document, done.remove(0))
    }

    fn refusal(mut document: Value, actions: &Value) -> String {
        apply(&mut document, &[("overlay.yaml".to_owned(), overlay(actions))]).expect_err("refusal").to_string()
    }

    #[test]
    fn objects_merge_and_arrays_are_replaced() {
        let document = json!({"info": {"title": "a", "tags": [1, 2], "x": {"y": 1, "z": 2}}, "paths": {}});
        let action = update("$.info", json!({"tags": [3], "x": {"z": 3, "new": null}, "last": true}));
        let (document, done) = applied(document, action);
        assert_eq!(
            document.to_string(),
            r#"{"info":{"title":"a","tags":[3],"x":{"y":1,"z":3,"new":null},"last":true},"paths":{}}"#
        );
        assert_eq!((done.matches, done.changed, done.index), (1, 1, 0));
        assert_eq!((&*done.overlay, &*done.target, &*done.description), ("overlay.yaml", "$.info", "a reason"));
    }

    #[test]
    fn an_update_of_an_array_is_one_entry() {
        assert_eq!(applied(json!({"a": [1]}), update("$.a", json!([2]))).0, json!({"a": [1, [2]]}));
        assert_eq!(applied(json!({"a": []}), update("$.a", json!({"name": "x"}))).0, json!({"a": [{"name": "x"}]}));
        assert!(refusal(json!({"a": ["id"]}), &json!([update("$.a", json!("id"))])).contains("changes nothing"));
    }

    #[test]
    fn removing_several_items_does_not_shift_the_others() {
        let document = json!({"p": [{"n": 0}, {"n": 1}, {"n": 2}, {"n": 3}], "q": 1, "r": 2, "s": 3});
        let (left, done) = applied(document.clone(), removal("$.p[?@.n != 1]"));
        assert_eq!((left["p"].clone(), done.matches), (json!([{"n": 1}]), 3));
        assert_eq!(
            applied(document, removal("$['q', 'q']")).0.to_string(),
            r#"{"p":[{"n":0},{"n":1},{"n":2},{"n":3}],"r":2,"s":3}"#
        );
        let many: Vec<usize> = (0..12).collect();
        assert_eq!(applied(json!({"a": many}), removal("$.a[1:]")).0, json!({"a": [0]}));
    }

    #[test]
    fn nested_nodes_are_all_removed_or_updated() {
        let document = json!({"a": {"x": {"x": {"y": 1}}}, "b": [[1], [2]]});
        assert_eq!(applied(document.clone(), removal("$..x")).0, json!({"a": {}, "b": [[1], [2]]}));
        let (updated, done) = applied(document, update("$.a..x", json!({"k": 1})));
        assert_eq!(updated["a"], json!({"x": {"x": {"y": 1, "k": 1}, "k": 1}}));
        assert_eq!(done.changed, 2);
    }

    #[test]
    fn overlays_apply_in_order_and_see_what_came_before() {
        let first = overlay(&json!([update("$", json!({"a": {"b": 1}})), update("$.a", json!({"b": 2}))]));
        let second = overlay(&json!([{"target": "$.a.b", "description": "wrong", "remove": true, "update": 1}]));
        let mut document = json!({});
        let done = apply(&mut document, &[("1".to_owned(), first), ("2".to_owned(), second)]).expect("applied");
        assert_eq!(document, json!({"a": {}}));
        let order: Vec<_> = done.iter().map(|action| (action.overlay.as_str(), action.index)).collect();
        assert_eq!(order, [("1", 0), ("1", 1), ("2", 0)]);
    }

    #[test]
    fn an_action_without_effect_is_refused_by_name() {
        for (action, why) in [
            (update("$.paths['/gone'].get", json!({})), "matches nothing"),
            (removal("$.gone"), "matches nothing"),
            (update("$.a", json!({"b": 1})), "changes nothing"),
            (update("$.a", json!({})), "changes nothing"),
        ] {
            let target = action["target"].as_str().expect("text").to_owned();
            let message = refusal(json!({"a": {"b": 1}}), &json!([update("$", json!({"new": 1})), action]));
            for part in [why, "overlay.yaml", "/actions/1", &target] {
                assert!(message.contains(part), "{part}: {message}");
            }
        }
    }

    #[test]
    fn what_cannot_be_merged_is_refused_with_the_node() {
        for (action, part) in [
            (update("$.a", json!(1)), "not an object (node /a)"),
            (update("$.a['x/y']", json!(1)), "node /a/x~1y"),
            (removal("$"), "whole document"),
        ] {
            let message = refusal(json!({"a": {"x/y": 1}}), &json!([action]));
            assert!(message.contains(part), "{message}");
        }
    }
}
