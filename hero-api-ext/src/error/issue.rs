use std::fmt::{self, Write};

use serde::Deserialize;
use serde_json::Value;

use super::Error;

/// One problem that the server found in a request.
///
/// `Debug` shows where it is, not the texts: the server may quote what was sent. A part of the path that no field is called is
/// not shown either.
#[derive(Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct ValidationIssue {
    /// Where in the request, for example `recipients[3].dob`; empty when the server does not say.
    pub path: String,
    /// The server's word for the kind of problem, for example `invalid_type`.
    pub code: Option<String>,
    /// What the server expected, for example `string`.
    pub expected: Option<String>,
    /// What the server says about it, or what can be made of `expected` and `code`. **It can quote what was sent.**
    pub message: String,
}

impl fmt::Debug for ValidationIssue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ValidationIssue")
            .field("path", &format_args!("{}", shown_path(&self.path)))
            .finish_non_exhaustive()
    }
}

/// The path, when all of it looks like names of fields and places in lists.
fn shown_path(path: &str) -> &str {
    let is_safe =
        path.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_.[]".contains(&byte));
    if is_safe { path } else { "[redacted]" }
}

impl Error {
    /// What the server found wrong with the request, when it refused it with 400 or 422 and said so.
    ///
    /// Hero describes a list of issues with paths, and sends texts as well: a text is one issue without a path. A body that is
    /// no JSON, or holds neither, gives none.
    ///
    /// # Examples
    ///
    /// ```
    /// fn report(error: &hero_api_ext::Error) {
    ///     for issue in error.validation_issues() {
    ///         println!("{}", issue.path);
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn validation_issues(&self) -> Vec<ValidationIssue> {
        if !self.is_validation() {
            return Vec::new();
        }
        self.sensitive_body().map(|body| issues(body)).unwrap_or_default()
    }
}

/// `{"message": …}`, whatever else is in it.
#[derive(Deserialize)]
struct Body {
    message: Value,
}

fn issues(body: &[u8]) -> Vec<ValidationIssue> {
    match serde_json::from_slice(body).map(|Body { message }| message) {
        Ok(Value::Array(issues)) => issues.into_iter().filter_map(issue).collect(),
        Ok(single) => issue(single).into_iter().collect(),
        Err(_) => Vec::new(),
    }
}

fn issue(value: Value) -> Option<ValidationIssue> {
    let mut members = match value {
        Value::String(message) if !message.is_empty() => {
            return Some(ValidationIssue { path: String::new(), code: None, expected: None, message });
        }
        Value::Object(members) => members,
        _ => return None,
    };
    let mut text = |name: &str| match members.remove(name) {
        Some(Value::String(text)) if !text.is_empty() => Some(text),
        _ => None,
    };
    let (code, expected, message) = (text("code"), text("expected"), text("message"));
    let message = message
        .or_else(|| expected.as_ref().map(|expected| format!("expected {expected}")))
        .or_else(|| code.clone())
        .unwrap_or_else(|| "refused without a reason".to_owned());
    let path = members.get("path").map(path).unwrap_or_default();
    Some(ValidationIssue { path, code, expected, message })
}

/// `recipients[3].dob`, from a list of keys and indices, or a text that is a path already.
fn path(value: &Value) -> String {
    let Value::Array(segments) = value else { return value.as_str().unwrap_or_default().to_owned() };
    segments.iter().fold(String::new(), |mut path, segment| {
        match segment {
            Value::String(key) if path.is_empty() => path.push_str(key),
            Value::String(key) => {
                path.push('.');
                path.push_str(key);
            }
            // Writing to a string cannot fail.
            index => {
                let _ = write!(path, "[{index}]");
            }
        }
        path
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn told(body: Value) -> Vec<(String, String)> {
        issues(body.to_string().as_bytes()).into_iter().map(|issue| (issue.path, issue.message)).collect()
    }

    fn one(path: &str, message: &str) -> Vec<(String, String)> {
        vec![(path.to_owned(), message.to_owned())]
    }

    #[test]
    fn issues_are_read_from_every_form() {
        let zod = json!({"error": true, "statusCode": 400, "message": [
            {"code": "invalid_type", "expected": "string", "path": ["recipients", 3, "dob"]},
            {"code": "too_small", "path": [], "message": "at least one"},
        ]});
        assert_eq!(told(zod), [one("recipients[3].dob", "expected string"), one("", "at least one")].concat());
        assert_eq!(told(json!({"message": "no such patient"})), one("", "no such patient"));
        assert_eq!(told(json!({"message": ["a", "b"]})), [one("", "a"), one("", "b")].concat());
        assert_eq!(told(json!({"message": {"code": "custom", "path": "dob"}})), one("dob", "custom"));
        assert_eq!(told(json!({"message": [{}]})), one("", "refused without a reason"));
    }

    #[test]
    fn what_is_no_issue_gives_none() {
        for body in [json!({"message": null}), json!({"message": [7, null, ""]}), json!({}), json!([]), json!("x")] {
            assert_eq!(told(body), []);
        }
        for body in [&b"<html>"[..], b"", b"\xff"] {
            assert!(issues(body).is_empty());
        }
    }

    #[test]
    fn debug_does_not_show_what_the_server_says() {
        let issue = issues(br#"{"message": [{"path": ["dob"], "message": "marker"}]}"#);
        assert_eq!(format!("{issue:?}"), "[ValidationIssue { path: dob, .. }]");
        let issue = issues(br#"{"message": [{"path": ["Winifred Marker"], "message": "marker"}]}"#);
        assert_eq!(format!("{issue:?}"), "[ValidationIssue { path: [redacted], .. }]");
    }
}
