//! The form of an overlay: what is checked before anything is applied.

use serde_json::{Map, Value};
use serde_json_path::JsonPath;

use document::error::{Error, Result};

/// An action that is well formed.
pub(super) struct Action {
    pub(super) index: usize,
    pub(super) target: String,
    pub(super) path: JsonPath,
    pub(super) description: String,
    pub(super) change: Change,
}

pub(super) enum Change {
    Remove,
    Update(Value),
}

impl Action {
    /// The refusal of this action.
    pub(super) fn refuse(&self, why: &str) -> Error {
        Error::new(format!("action {} on `{}` {why}", self.index, self.target)).at_pointer(pointer(self.index))
    }
}

/// The actions of an overlay, or the first thing that is wrong with its form.
pub(super) fn read(overlay: &Value) -> Result<Vec<Action>> {
    let root = object(overlay, "", &["overlay", "info", "extends", "actions"])?;
    let version = text(root, "", "overlay")?;
    let patch = version.strip_prefix("1.0.").unwrap_or_default();
    if patch.is_empty() || !patch.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Error::new(format!("overlay version {version:?} is not supported"))
            .at_pointer("/overlay")
            .remedy("write `overlay: 1.0.0`"));
    }
    let info = object(root.get("info").unwrap_or(&Value::Null), "/info", &["title", "version"])?;
    text(info, "/info", "title")?;
    text(info, "/info", "version")?;
    if root.contains_key("extends") {
        text(root, "", "extends")?;
    }
    let actions = root.get("actions").and_then(Value::as_array).filter(|actions| !actions.is_empty());
    let actions = actions.ok_or_else(|| Error::new("an overlay needs a list of actions").at_pointer("/actions"))?;
    actions.iter().enumerate().map(|(index, action)| read_action(index, action)).collect()
}

fn read_action(index: usize, action: &Value) -> Result<Action> {
    let at = pointer(index);
    let action = object(action, &at, &["target", "description", "update", "remove"])?;
    let target = text(action, &at, "target")?.to_owned();
    let path = JsonPath::parse(&target).map_err(|error| {
        Error::new(format!("the target `{target}` is not a JSONPath: {error}"))
            .at_pointer(format!("{at}/target"))
            .remedy("write it as RFC 9535 has it, for example `$.paths['/v1/me'].get`")
    })?;
    let description = text(action, &at, "description")
        .map_err(|error| error.remedy("say why the description needs this correction, and where that is known from"))?;
    let remove = match action.get("remove") {
        None => false,
        Some(remove) => remove
            .as_bool()
            .ok_or_else(|| Error::new("`remove` is neither true nor false").at_pointer(format!("{at}/remove")))?,
    };
    let change = match action.get("update") {
        // The specification: `update` has no effect beside `remove`.
        _ if remove => Change::Remove,
        Some(update) => Change::Update(update.clone()),
        None => {
            return Err(Error::new("an action neither updates nor removes")
                .at_pointer(at)
                .remedy("give it `update`, or `remove: true`"));
        }
    };
    let description = description.trim().to_owned();
    Ok(Action { index, target, path, description, change })
}

fn pointer(index: usize) -> String {
    format!("/actions/{index}")
}

/// An object without fields that the specification does not know: a misspelt field is a correction that never happens.
fn object<'value>(value: &'value Value, at: &str, fields: &[&str]) -> Result<&'value Map<String, Value>> {
    let Value::Object(members) = value else {
        let found = if value.is_null() { "is missing" } else { "is not an object" };
        let name = if at.is_empty() { "the overlay" } else { at.trim_start_matches('/') };
        return Err(Error::new(format!("{name} {found}")).at_pointer(at));
    };
    match members.keys().find(|key| !key.starts_with("x-") && !fields.contains(&key.as_str())) {
        None => Ok(members),
        Some(key) => Err(Error::new(format!("the field {key:?} is unknown"))
            .at_pointer(at)
            .remedy(format!("known here are {}, and names that start with `x-`", fields.join(", ")))),
    }
}

fn text<'value>(members: &'value Map<String, Value>, at: &str, field: &str) -> Result<&'value str> {
    let found = members.get(field).and_then(Value::as_str).filter(|text| !text.trim().is_empty());
    found.ok_or_else(|| Error::new(format!("`{field}` is missing, empty or not text")).at_pointer(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn good() -> Value {
        json!({
            "overlay": "1.0.0", "info": {"title": "t", "version": "1", "x-a": 1}, "extends": "openapi.yaml", "x-b": 1,
            "actions": [{"target": "$.a", "description": " why ", "remove": false, "update": {}, "x-c": 1}],
        })
    }

    #[test]
    fn a_complete_overlay_is_read() {
        let actions = read(&good()).expect("actions");
        assert_eq!(actions.len(), 1);
        assert_eq!(actions[0].description, "why");
        assert!(matches!(&actions[0].change, Change::Update(update) if update == &json!({})));
    }

    #[test]
    fn each_fault_of_the_form_is_refused_with_its_place() {
        for (place, fault, pointer) in [
            ("/overlay", json!("1.1.0"), "/overlay"),
            ("/overlay", json!("1.0."), "/overlay"),
            ("/overlay", json!(1.0), ""),
            ("/info", json!(null), "/info"),
            ("/info/title", json!(""), "/info"),
            ("/info/version", json!(1), "/info"),
            ("/extends", json!(1), ""),
            ("/actions", json!([]), "/actions"),
            ("/actions", json!({}), "/actions"),
            ("/actions/0", json!("x"), "/actions/0"),
            ("/actions/0/target", json!("a.b"), "/actions/0/target"),
            ("/actions/0/target", json!("$.a["), "/actions/0/target"),
            ("/actions/0/target", json!(null), "/actions/0"),
            ("/actions/0/description", json!(" "), "/actions/0"),
            ("/actions/0/remove", json!("yes"), "/actions/0/remove"),
        ] {
            let mut overlay = good();
            *overlay.pointer_mut(place).expect("place") = fault.clone();
            let error = read(&overlay).err().unwrap_or_else(|| panic!("{place} = {fault}"));
            assert_eq!(error.pointer(), Some(pointer), "{place} = {fault}: {error}");
        }
        for place in ["", "/info", "/actions/0"] {
            let mut overlay = good();
            overlay.pointer_mut(place).expect("place")["updat"] = json!(1);
            let error = read(&overlay).err().unwrap_or_else(|| panic!("{place}"));
            assert!(error.to_string().contains("updat"), "{error}");
        }
    }

    #[test]
    fn an_action_needs_a_reason_and_an_effect() {
        for field in ["description", "update"] {
            let mut overlay = good();
            overlay["actions"][0].as_object_mut().expect("object").shift_remove(field);
            let error = read(&overlay).err().unwrap_or_else(|| panic!("{field}"));
            assert_eq!(error.pointer(), Some("/actions/0"), "{error}");
        }
    }
}
