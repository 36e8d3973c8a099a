//! Overlay actions as text.

use document::{
    Document,
    error::{Error, Result},
};
use serde_json::Value;

use super::evidence::thresholds;

/// A correction of a description.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// Why, and how often it was seen.
    pub description: String,
    /// JSONPath of what it corrects.
    pub target: String,
    /// What is merged into that; nothing when it is removed.
    pub update: Option<Value>,
}

impl Action {
    fn yaml(&self) -> String {
        // Texts and flow values of JSON are YAML too.
        let change = match &self.update {
            Some(update) => format!("    update: {update}\n"),
            None => "    remove: true\n".to_owned(),
        };
        let (description, target) = (Value::from(self.description.as_str()), Value::from(self.target.as_str()));
        format!("  - description: {description}\n    target: {target}\n{change}")
    }
}

/// The overlay with these actions after those that it has; a new one when there is none.
pub(super) fn text(name: &str, existing: Option<&[u8]>, actions: &[Action]) -> Result<String> {
    let more: String = actions.iter().map(Action::yaml).collect();
    let Some(existing) = existing else {
        return Ok(format!(
            "# Written by `cargo xtask drift --traffic … --propose`: read each correction before you commit it.\n# {}\n\
             overlay: 1.0.0\ninfo:\n  title: Corrections that were observed\n  version: 1.0.0\nactions:\n{more}",
            thresholds()
        ));
    };
    let count = |bytes: &[u8]| -> Result<usize> {
        let document = Document::read(name, bytes)?;
        Ok(document.value.get("actions").and_then(Value::as_array).map_or(0, Vec::len))
    };
    let before = count(existing)?;
    let mut text = String::from_utf8_lossy(existing).into_owned();
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(&more);
    match count(text.as_bytes()) {
        Ok(after) if after == before + actions.len() => Ok(text),
        _ => Err(Error::new(
            "the corrections cannot be added to this overlay, whose last part is not a YAML list `actions`",
        )
        .file(name)
        .remedy("give the name of a new file, and move the actions by hand")),
    }
}

/// The JSONPath of a JSON pointer.
pub(super) fn json_path(document: &Value, pointer: &str) -> String {
    let mut node = Some(document);
    let mut path = "$".to_owned();
    for token in pointer.split('/').skip(1) {
        let token = document::schema::unescape(token);
        node = match (node, token.parse::<usize>()) {
            (Some(Value::Array(items)), Ok(index)) => {
                path.push_str(&format!("[{index}]"));
                items.get(index)
            }
            (node, _) => {
                path.push_str(&format!("['{}']", quoted(&token)));
                node.and_then(|node| node.get(&token))
            }
        };
    }
    path
}

/// Text inside single quotes of a JSONPath.
pub(super) fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\'', "\\'")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn action() -> Action {
        Action { description: "It's: \"so\".".to_owned(), target: "$['a']".to_owned(), update: Some(json!({"b": [1]})) }
    }

    #[test]
    fn actions_come_after_those_that_are_there() {
        let new = text("o.yaml", None, &[action()]).unwrap();
        let more = text("o.yaml", Some(new.as_bytes()), &[Action { update: None, ..action() }]).unwrap();
        let read = Document::read("o.yaml", more.as_bytes()).unwrap().value;
        assert_eq!(
            read["actions"][0],
            json!({"description": "It's: \"so\".", "target": "$['a']", "update": {"b": [1]}})
        );
        assert_eq!(read["actions"][1]["remove"], json!(true));
    }

    #[test]
    fn an_overlay_that_ends_otherwise_is_refused() {
        for existing in [
            "{\"overlay\": \"1.0.0\", \"actions\": []}",
            "actions: []\ninfo: {}\n",
            "actions:\n  - {}\ninfo:\n  title: x\n",
        ] {
            assert!(text("o.yaml", Some(existing.as_bytes()), &[action()]).is_err(), "{existing}");
        }
    }

    #[test]
    fn a_pointer_becomes_a_path() {
        let document = json!({"paths": {"/a'b/{id}": {"get": {"parameters": [{"0": 1}]}}}});
        let path = json_path(&document, "/paths/~1a'b~1{id}/get/parameters/0/0");
        assert_eq!(path, "$['paths']['/a\\'b/{id}']['get']['parameters'][0]['0']");
    }
}
