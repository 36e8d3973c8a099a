//! Typed mock servers for the tests of crates that use this one. Needs the feature `httpmock`.
//!
//! [`MockServerExt`] adds a method for each operation to [`httpmock::MockServer`]. What is expected is compared as the
//! client would send it, so a list, a time or a value with spaces matches what it should.
//!
//! # Examples
//!
//! ```
//! # #[cfg(feature = "practice-group")]
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use hero_api::{Client, Credentials, mock::MockServerExt};
//! use serde_json::json;
//!
//! let server = httpmock::MockServer::start();
//! let mock = server.get_practice_group_by_id(|_when, then| {
//!     then.ok_json(json!({ "id": "12" }));
//! });
//!
//! let client = Client::new(&server.base_url(), Credentials::new("key", "12")?)?;
//! let practice_group = client.get_practice_group_by_id().send().await?;
//! mock.assert();
//! # let _ = practice_group;
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "practice-group"))]
//! # fn main() {}
//! ```

use std::marker::PhantomData;

use httpmock::{HttpMockRequest, Mock, MockServer};
use serde::Serialize;
use serde_json::Value;

use crate::Operation;
pub use crate::generated::mock::MockServerExt;

/// What a mock expects of a request to the operation `O`.
///
/// Method and path of the operation are expected from the start. Each request builder has a setter of the same name here.
pub struct When<O> {
    inner: httpmock::When,
    operation: PhantomData<fn() -> O>,
}

impl<O: Operation> When<O> {
    /// Expects the method and the path of the operation.
    #[must_use]
    pub fn new(inner: httpmock::When) -> Self {
        let expected = |request: &HttpMockRequest| {
            request.method().as_str() == O::INFO.method.as_str() && parameters(O::INFO.path, request).is_some()
        };
        Self { inner: inner.is_true(expected), operation: PhantomData }
    }

    /// The expectations so far, to add others to.
    #[must_use]
    pub fn into_inner(self) -> httpmock::When {
        self.inner
    }

    #[allow(dead_code, reason = "a build with few tags may have no such parameter")]
    pub(crate) fn path_parameter(self, name: &'static str, value: &str) -> Self {
        let value = value.to_owned();
        self.expecting(move |request| {
            parameters(O::INFO.path, request)
                .is_some_and(|found| found.iter().any(|(key, held)| *key == name && *held == value))
        })
    }

    #[allow(dead_code, reason = "a build with few tags may have no such parameter")]
    pub(crate) fn query_parameter<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Self {
        let expected = sent_as(name, &value);
        self.expecting(move |request| {
            let sent: Vec<String> =
                query(request).into_iter().filter(|(key, _)| key == name).map(|(_, value)| value).collect();
            expected.as_ref().is_some_and(|expected| *expected == sent)
        })
    }

    #[allow(dead_code, reason = "a build with few tags may have no such parameter")]
    pub(crate) fn header_parameter(self, name: &'static str, value: &str) -> Self {
        Self { inner: self.inner.header(name, value), operation: PhantomData }
    }

    #[allow(dead_code, reason = "a build with few tags may have no request body")]
    pub(crate) fn json<T: Serialize>(self, body: &T) -> Self {
        let expected = serde_json::to_value(body).ok();
        self.expecting(move |request| {
            expected.is_some() && serde_json::from_slice::<Value>(request.body_ref()).ok() == expected
        })
    }

    #[allow(dead_code, reason = "a description may have no form")]
    pub(crate) fn form<T: Serialize>(self, body: &T) -> Self {
        let expected = crate::form::encoded(O::INFO, body).ok();
        self.expecting(move |request| expected.as_ref().is_some_and(|form| form.as_bytes() == request.body_ref()))
    }

    #[allow(dead_code, reason = "a description may have no body of bytes")]
    pub(crate) fn bytes(self, body: &[u8]) -> Self {
        let expected = body.to_vec();
        self.expecting(move |request| request.body_ref() == expected)
    }

    #[allow(dead_code, reason = "a description may have no body in parts")]
    pub(crate) fn multipart<T: crate::multipart::Parts>(self, body: &T) -> Self {
        let expected = crate::multipart::encoded(O::INFO, body).ok();
        self.expecting(move |request| expected.as_ref().is_some_and(|(_, bytes)| bytes == request.body_ref()))
    }

    fn expecting(self, expectation: impl Fn(&HttpMockRequest) -> bool + Send + Sync + 'static) -> Self {
        Self { inner: self.inner.is_true(expectation), operation: PhantomData }
    }
}

/// What a mock answers to a request to the operation `O`.
pub struct Then<O> {
    inner: httpmock::Then,
    operation: PhantomData<fn() -> O>,
}

#[allow(clippy::must_use_candidate, clippy::return_self_not_must_use, reason = "the mock keeps what it was told")]
impl<O: Operation> Then<O> {
    /// Answers nothing yet.
    #[must_use]
    pub fn new(inner: httpmock::Then) -> Self {
        Self { inner, operation: PhantomData }
    }

    /// Answers with success and this value.
    pub fn ok(self, answer: &O::Output) -> Self
    where
        O::Output: Serialize,
    {
        // A value that does not serialise gives an answer that no client decodes: the test fails, as it should.
        let answer = serde_json::to_value(answer).unwrap_or_default();
        self.ok_json(answer)
    }

    /// Answers with success and this JSON: types that only answers hold have no builder.
    pub fn ok_json(self, answer: Value) -> Self {
        let status = match O::INFO.success.first() {
            Some(crate::StatusPattern::Exact(status)) => *status,
            _ => 200,
        };
        Self { inner: self.inner.status(status).json_body(answer), operation: PhantomData }
    }

    /// Answers with this status and body, described or not.
    pub fn error(self, status: u16, body: Value) -> Self {
        Self { inner: self.inner.status(status).json_body(body), operation: PhantomData }
    }

    /// The answer so far, to add a header or a delay to.
    #[must_use]
    pub fn into_inner(self) -> httpmock::Then {
        self.inner
    }
}

/// Starts a mock of any operation; [`MockServerExt`] has the same by name.
pub trait MockOperation {
    /// Starts a mock of the operation `O`.
    fn mock_operation<O: Operation>(&self, expect: impl FnOnce(When<O>, Then<O>)) -> Mock<'_>;
}

impl MockOperation for MockServer {
    fn mock_operation<O: Operation>(&self, expect: impl FnOnce(When<O>, Then<O>)) -> Mock<'_> {
        self.mock(|when, then| expect(When::new(when), Then::new(then)))
    }
}

/// The path parameters of a request, if its path is one of `template`.
fn parameters(template: &'static str, request: &HttpMockRequest) -> Option<Vec<(&'static str, String)>> {
    let uri = request.uri();
    let mut actual = uri.path().split('/');
    let mut found = Vec::new();
    for expected in template.split('/') {
        let segment = decoded(actual.next()?)?;
        match (expected.find('{'), expected.find('}')) {
            (Some(start), Some(end)) if start < end => {
                let value = segment.strip_prefix(&expected[..start])?.strip_suffix(&expected[end + 1..])?;
                found.push((&expected[start + 1..end], value.to_owned()));
            }
            _ if segment == expected => {}
            _ => return None,
        }
    }
    actual.next().is_none().then_some(found)
}

fn decoded(segment: &str) -> Option<String> {
    // `+` stands for itself in a path, and for a space in a query.
    let pair = format!("s={}", segment.replace('+', "%2B"));
    pairs(&pair).into_iter().next().map(|(_, value)| value)
}

fn query(request: &HttpMockRequest) -> Vec<(String, String)> {
    request.uri().query().map(pairs).unwrap_or_default()
}

fn pairs(query: &str) -> Vec<(String, String)> {
    reqwest::Url::parse(&format!("http://localhost/?{query}"))
        .map(|url| url.query_pairs().map(|(key, value)| (key.into_owned(), value.into_owned())).collect())
        .unwrap_or_default()
}

/// The values that the client sends for a query parameter.
fn sent_as<T: Serialize>(name: &str, value: &T) -> Option<Vec<String>> {
    let request = reqwest::Client::new()
        .get("http://localhost/")
        .query(&progenitor_client::QueryParam::new(name, value))
        .build()
        .ok()?;
    Some(request.url().query_pairs().map(|(_, value)| value.into_owned()).collect())
}
