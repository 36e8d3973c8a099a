//! Errors as the API documents them.

use axum::{
    body::Body,
    response::{IntoResponse, Response},
};
use http::{HeaderValue, StatusCode, header::CONTENT_TYPE};
use serde_json::{Value, json};

/// One problem of a request, as in the body of a 400.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Issue {
    pub(super) code: String,
    pub(super) expected: String,
    pub(super) path: Vec<Value>,
}

/// A request that is not fulfilled.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Refusal {
    /// 400, with the documented body.
    Invalid(Vec<Issue>),
    /// Any other status, which has no documented body.
    Status(StatusCode),
}

impl Refusal {
    pub(super) const NOT_FOUND: Self = Self::Status(StatusCode::NOT_FOUND);

    /// A 400 about one field.
    pub(super) fn field(name: &str, code: &str, expected: &str) -> Self {
        Self::Invalid(vec![Issue { code: code.to_owned(), expected: expected.to_owned(), path: vec![json!(name)] }])
    }

    /// A 400 since something is not in the state that the request needs.
    pub(super) fn conflict(code: &str, expected: &str) -> Self {
        Self::Invalid(vec![Issue { code: code.to_owned(), expected: expected.to_owned(), path: Vec::new() }])
    }
}

/// A response with JSON.
pub(super) fn json_response(status: StatusCode, body: &Value) -> Response {
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Self::Invalid(issues) => {
                let issues: Vec<Value> = issues
                    .into_iter()
                    .map(|Issue { code, expected, path }| json!({ "code": code, "expected": expected, "path": path }))
                    .collect();
                let body = json!({ "error": true, "statusCode": 400, "message": issues });
                json_response(StatusCode::BAD_REQUEST, &body)
            }
            Self::Status(status) => status.into_response(),
        }
    }
}
