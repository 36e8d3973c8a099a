//! Reads a request as the description has it.

use axum::extract::RawPathParams;
use reqwest::Url;
use serde_json::{Map, Value, json};

use super::{
    description::{Operation, Parameter},
    refusal::{Issue, Refusal},
    scene::Request,
};

impl Request {
    /// Takes a request apart, and says what does not fit the description.
    pub(super) fn read(
        operation: &Operation,
        path: &RawPathParams,
        query: Option<&str>,
        body: &[u8],
    ) -> Result<Self, Refusal> {
        let path = path.iter().map(|(_, value)| value.to_owned()).collect();
        let (query, mut issues) = read_query(operation, query.unwrap_or_default());
        let body = match read_body(operation, body) {
            Ok(body) => body,
            Err(wrong) => {
                issues.extend(wrong);
                Value::Null
            }
        };
        if issues.is_empty() { Ok(Self { path, query, body }) } else { Err(Refusal::Invalid(issues)) }
    }
}

/// The pairs of a query or of a form.
pub(super) fn pairs(query: &str) -> Vec<(String, String)> {
    let url = Url::parse(&format!("http://localhost/?{query}"));
    url.map(|url| url.query_pairs().into_owned().collect()).unwrap_or_default()
}

fn read_query(operation: &Operation, query: &str) -> (Map<String, Value>, Vec<Issue>) {
    let pairs = pairs(query);
    let (mut read, mut issues) = (Map::new(), Vec::new());
    for Parameter { name, is_required, schema } in &operation.query {
        let texts: Vec<&str> = pairs.iter().filter(|(own, _)| own == name).map(|(_, text)| text.as_str()).collect();
        if texts.is_empty() {
            if *is_required {
                issues.push(Issue { code: "invalid_type".into(), expected: "a value".into(), path: vec![json!(name)] });
            }
            continue;
        }
        // Which of the readings is meant shows by what fits.
        let readings = readings(&texts);
        match readings.iter().find(|value| schema.fits(value)) {
            Some(value) => drop(read.insert(name.clone(), value.clone())),
            None => {
                for mut issue in readings.first().map(|value| schema.issues(value)).unwrap_or_default() {
                    issue.path.insert(0, json!(name));
                    issues.push(issue);
                }
            }
        }
    }
    (read, issues)
}

/// What the texts of a parameter can be: a text, a flag, a number, a list.
fn readings(texts: &[&str]) -> Vec<Value> {
    let mut readings = Vec::new();
    if let [text] = texts {
        readings.push(json!(text));
        if let Ok(value @ (Value::Bool(_) | Value::Number(_))) = serde_json::from_str(text) {
            readings.push(value);
        }
    }
    readings.push(json!(texts));
    readings
}

fn read_body(operation: &Operation, bytes: &[u8]) -> Result<Value, Vec<Issue>> {
    let issue = |code: &str, expected: &str| {
        Err(vec![Issue { code: code.to_owned(), expected: expected.to_owned(), path: Vec::new() }])
    };
    let body = operation.body.as_ref();
    if bytes.is_empty() {
        return if body.is_some_and(|body| body.is_required) {
            issue("invalid_type", "object")
        } else {
            Ok(Value::Null)
        };
    }
    let Ok(value) = serde_json::from_slice::<Value>(bytes) else { return issue("invalid_json", "JSON") };
    match body.map(|body| body.schema.issues(&value)) {
        Some(issues) if !issues.is_empty() => Err(issues),
        // Where no body is described, any is taken.
        _ => Ok(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sandbox::description::Description;

    #[test]
    fn query_is_read_as_the_types_of_its_parameters() {
        let description = Description::embedded().unwrap();
        let read = |id: &str, query: &str| read_query(description.operation(id).unwrap(), query);
        let (values, issues) = read("listBatchMessages", "page_size=5&status=QUEUED&other=1");
        assert_eq!((json!(values), issues), (json!({ "page_size": 5, "status": "QUEUED" }), Vec::new()));
        let (values, _) = read("listAppointmentTypes", "location_ids=5&location_ids=6&has_availability=true");
        assert_eq!(json!(values), json!({ "location_ids": ["5", "6"], "has_availability": true }));
        let (values, _) = read("listShortLinks", "page_size=5");
        assert_eq!(json!(values), json!({ "page_size": "5" }));
        let (_, issues) = read("listBatchMessages", "page_size=many");
        assert_eq!(issues[0].path, [json!("page_size")]);
        let (_, issues) = read("listCustomers", "");
        assert_eq!(issues[0].path, [json!("query")]);
    }
}
