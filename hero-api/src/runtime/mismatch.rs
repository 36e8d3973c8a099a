use std::fmt;

use serde_json::error::Category;

use crate::runtime::decode_path::is_field_name;

/// Where and how a body differs from its type, without any value of the body.
///
/// The messages of `serde_json` quote the value that they found (``invalid type: string "asthma", expected …``). So a message is
/// parsed, and only the parts that come from the program are kept.
#[derive(Debug)]
pub(crate) struct Mismatch {
    path: Option<String>,
    problem: String,
    line: usize,
    column: usize,
}

impl Mismatch {
    /// A mismatch of the body as a whole.
    pub(crate) fn plain(problem: &'static str) -> Self {
        Self { path: None, problem: problem.to_owned(), line: 0, column: 0 }
    }

    /// An error outside of any value, such as text after the end.
    pub(crate) fn at_root(error: &serde_json::Error) -> Self {
        Self { path: None, problem: problem(error), line: error.line(), column: error.column() }
    }

    /// An error in the value at `path`.
    pub(crate) fn at(path: String, error: &serde_json::Error) -> Self {
        Self { path: Some(path), ..Self::at_root(error) }
    }

    pub(crate) fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    pub(crate) fn problem(&self) -> &str {
        &self.problem
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem)?;
        if let Some(path) = &self.path {
            write!(f, " at {path}")?;
        }
        if self.line > 0 {
            write!(f, " (line {}, column {})", self.line, self.column)?;
        }
        Ok(())
    }
}

fn problem(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = match message.rfind(" at line ") {
        Some(end) if error.line() > 0 => &message[..end],
        _ => &message,
    };
    match error.classify() {
        // These are fixed texts of serde_json.
        Category::Syntax | Category::Eof | Category::Io => format!("not valid JSON: {message}"),
        Category::Data => without_value(message).unwrap_or_else(|| "the value does not fit".to_owned()),
    }
}

/// The message of serde without the value that it quotes; `None` for a message of another form.
fn without_value(message: &str) -> Option<String> {
    if let Some(found) = message.strip_prefix("invalid type: ") {
        let found = WORDS.into_iter().find(|word| found.starts_with(word)).unwrap_or("a value");
        return Some(format!("found {found}{}", expected(message)));
    }
    for (prefix, say) in [
        ("invalid value: ", "invalid value"),
        ("invalid length ", "wrong number of items"),
        ("unknown variant `", "unknown value"),
        ("unknown field `", "unknown field"),
    ] {
        if message.starts_with(prefix) {
            return Some(format!("{say}{}", expected(message)));
        }
    }
    for prefix in ["missing field `", "duplicate field `"] {
        if let Some(field) = message.strip_prefix(prefix) {
            return is_field_name(field.strip_suffix('`')?).then(|| message.to_owned());
        }
    }
    let union = message.strip_prefix("data did not match any variant of untagged enum ")?;
    is_field_name(union).then(|| format!("no variant of {union} fits"))
}

/// The kinds of value that serde names.
const WORDS: [&str; 9] =
    ["null", "boolean", "integer", "floating point", "string", "map", "sequence", "number", "unit value"];

/// serde writes the expectation last, after the value that it found. The value may hold `, expected ` itself, so only the last
/// one counts. A quotation mark after it means that it is still inside the value.
fn expected(message: &str) -> String {
    match message.rsplit_once(", expected ") {
        Some((_, tail)) if tail.len() <= 200 && !tail.contains(['"', '\\', '\n']) => format!(", expected {tail}"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::{Deserialize, de::Error as _};

    use super::*;
    use crate::runtime::response::decode;

    #[derive(Debug, Deserialize)]
    #[allow(dead_code, reason = "only decoded")]
    struct Person {
        age: u8,
        role: Option<Role>,
        notes: Option<BTreeMap<String, u8>>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Role {
        Nurse,
        Doctor,
    }

    fn mismatch(json: &str) -> String {
        decode::<Vec<Person>>(json.as_bytes())
            .map_or_else(|mismatch| mismatch.to_string(), |people| format!("{people:?}"))
    }

    #[test]
    fn a_mismatch_says_where_and_what_was_expected() {
        assert_eq!(mismatch(r#"[{"age": "marker"}]"#), "found string, expected u8 at $[0].age (line 1, column 17)");
        assert_eq!(mismatch("[{}]"), "missing field `age` at $[0] (line 1, column 3)");
        assert_eq!(
            mismatch(r#"[{"age": 1, "role": "marker"}]"#),
            "unknown value, expected `nurse` or `doctor` at $[0].role (line 1, column 28)"
        );
        assert_eq!(
            mismatch(r#"[{"age": 1"#),
            "not valid JSON: EOF while parsing an object at $[0].* (line 1, column 10)"
        );
    }

    #[test]
    fn no_message_repeats_the_value() {
        for value in [
            r#""marker""#,
            r#""marker, expected marker""#,
            r#""a\", expected marker""#,
            r#""a`, expected `marker""#,
            r#"["marker"]"#,
            r#"{"marker": 1}"#,
            "943476",
            "-943476.5",
        ] {
            for json in [
                format!(r#"[{{"age": {value}}}]"#),
                format!(r#"[{{"age": 1, "role": {value}}}]"#),
                format!(r#"[{{"age": 1, "notes": {{"N 943": {value}}}}}]"#),
            ] {
                let text = mismatch(&json);
                assert!(!text.contains("marker") && !text.contains("943"), "{json}: {text}");
            }
        }
    }

    #[test]
    fn a_message_of_unknown_origin_is_not_shown() {
        for text in [
            "bad name marker",
            "bad date \"x, expected marker\"",
            "invalid value: \"x, expected marker\"",
            "missing field `the marker`",
            "data did not match any variant of untagged enum a marker",
        ] {
            let problem = problem(&serde_json::Error::custom(text));
            assert!(!problem.contains("marker"), "{text}: {problem}");
        }
    }

    #[test]
    fn a_key_that_is_no_field_name_is_starred() {
        assert_eq!(
            mismatch(r#"[{"age": 1, "notes": {"N 943": "x"}}]"#),
            "found string, expected u8 at $[0].notes.* (line 1, column 34)"
        );
    }
}
