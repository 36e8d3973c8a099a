//! What the typed mock servers are built on.

use std::{borrow::Cow, marker::PhantomData};

use httpmock::{HttpMockRequest, Mock, MockServer};
use percent_encoding::percent_decode_str;
use serde::Serialize;
use serde_json::Value;

use crate::runtime::{Operation, OperationInfo, StatusPattern, form, multipart, path, query, query_pairs};

/// What a mock expects of a request of the operation `O`.
///
/// It expects the method and path of the operation from the start. Each setter of the request builder has a method of the
/// same name here.
pub struct When<O> {
    inner: httpmock::When,
    operation: PhantomData<fn() -> O>,
}

impl<O: Operation> When<O> {
    /// Expects the method and the path of the operation.
    #[must_use]
    pub fn new(inner: httpmock::When) -> Self {
        Self { inner: requests_of(O::INFO, inner), operation: PhantomData }
    }

    /// The expectations so far, to add further ones with httpmock itself.
    #[must_use]
    pub fn into_inner(self) -> httpmock::When {
        self.inner
    }

    pub(crate) fn path_parameter(self, name: &'static str, value: &str) -> Self {
        let value = value.to_owned();
        self.expecting(move |request| {
            parameters(O::INFO.path, request)
                .is_some_and(|found| found.iter().any(|(key, held)| *key == name && *held == value))
        })
    }

    pub(crate) fn query_parameter<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Self {
        let expected = sent_as(name, &value);
        self.expecting(move |request| {
            let sent: Vec<String> =
                query(request).into_iter().filter(|(key, _)| key == name).map(|(_, value)| value).collect();
            expected.as_ref().is_some_and(|expected| *expected == sent)
        })
    }

    /// One property of an object that is sent as one text.
    pub(crate) fn query_member<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        property: &'static str,
        delimiter: &'static str,
        value: &T,
    ) -> Self {
        let expected = query::member(value, delimiter).map(|text| format!("{property}{delimiter}{text}"));
        self.expecting(move |request| {
            let sent = query(request).into_iter().find(|(key, _)| key == name).map(|(_, value)| value);
            let around = |text: &str| format!("{delimiter}{text}{delimiter}");
            match (&expected, sent) {
                (Some(expected), Some(sent)) => around(&sent).contains(&around(expected)),
                (expected, _) => expected.is_none(),
            }
        })
    }

    /// A map whose keys are nested in the names of query pairs.
    pub(crate) fn query_object<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Self {
        let expected = query::deep(name, value);
        self.expecting(move |request| {
            let sent = query(request);
            expected.iter().all(|pair| sent.contains(pair))
        })
    }

    pub(crate) fn cookie_parameter(self, name: &'static str, value: &str) -> Self {
        let mut expected = reqwest::header::HeaderMap::new();
        let expected = path::add_cookie(&mut expected, O::INFO, name, value)
            .ok()
            .and_then(|()| expected.remove(reqwest::header::COOKIE))
            .and_then(|pair| pair.to_str().map(str::to_owned).ok());
        self.expecting(move |request| {
            let headers = request.headers();
            let sent = headers.get("cookie").and_then(|all| all.to_str().ok()).unwrap_or_default();
            expected.as_ref().is_some_and(|expected| sent.split("; ").any(|pair| pair == expected))
        })
    }

    pub(crate) fn header_parameter(self, name: &'static str, value: &str) -> Self {
        Self { inner: self.inner.header(name, value), operation: PhantomData }
    }

    pub(crate) fn json<T: Serialize>(self, body: &T) -> Self {
        let expected = serde_json::to_value(body).ok();
        self.expecting(move |request| {
            expected.is_some() && serde_json::from_slice::<Value>(request.body_ref()).ok() == expected
        })
    }

    pub(crate) fn form<T: Serialize>(self, body: &T, fields: &[(&str, form::Field)]) -> Self {
        let expected = form::encoded(O::INFO, body, fields).ok();
        self.expecting(move |request| expected.as_ref().is_some_and(|form| form.as_bytes() == request.body_ref()))
    }

    pub(crate) fn bytes(self, body: &[u8]) -> Self {
        let expected = body.to_vec();
        self.expecting(move |request| request.body_ref() == expected)
    }

    pub(crate) fn multipart<T: multipart::Parts>(self, body: &T) -> Self {
        let expected = multipart::encoded(O::INFO, body).ok();
        self.expecting(move |request| expected.as_ref().is_some_and(|(_, bytes)| bytes == request.body_ref()))
    }

    fn expecting(self, expectation: impl Fn(&HttpMockRequest) -> bool + Send + Sync + 'static) -> Self {
        Self { inner: self.inner.is_true(expectation), operation: PhantomData }
    }
}

/// The response of a mock to a request of the operation `O`.
pub struct Then<O> {
    inner: httpmock::Then,
    operation: PhantomData<fn() -> O>,
}

#[allow(clippy::must_use_candidate, clippy::return_self_not_must_use, reason = "httpmock keeps the response by itself")]
impl<O: Operation> Then<O> {
    /// Starts with the default response of httpmock.
    #[must_use]
    pub fn new(inner: httpmock::Then) -> Self {
        Self { inner, operation: PhantomData }
    }

    /// Responds with success and this value.
    pub fn ok(self, output: &O::Output) -> Self
    where
        O::Output: Serialize,
    {
        // A value that does not serialise becomes `null`, which no client decodes: the test fails.
        let body = serde_json::to_value(output).unwrap_or_default();
        self.ok_json(body)
    }

    /// Responds with success and this JSON. Types that only responses hold have no builder.
    pub fn ok_json(self, body: Value) -> Self {
        let status = match O::INFO.success.first() {
            Some(StatusPattern::Exact(status)) => *status,
            _ => 200,
        };
        Self { inner: self.inner.status(status).json_body(body), operation: PhantomData }
    }

    /// Responds with this status and body, described or not.
    pub fn error(self, status: u16, body: Value) -> Self {
        Self { inner: self.inner.status(status).json_body(body), operation: PhantomData }
    }

    /// The response so far, to add a header or a delay to.
    #[must_use]
    pub fn into_inner(self) -> httpmock::Then {
        self.inner
    }
}

/// Starts a mock of any operation; [`MockServerExt`](crate::mock::MockServerExt) has a method for each operation.
pub trait MockOperation {
    /// Starts a mock of the operation `O`.
    fn mock_operation<O: Operation>(&self, expect: impl FnOnce(When<O>, Then<O>)) -> Mock<'_>;
}

impl MockOperation for MockServer {
    fn mock_operation<O: Operation>(&self, expect: impl FnOnce(When<O>, Then<O>)) -> Mock<'_> {
        let mut expect = Some(expect);
        mocked(self, &mut |when, then| {
            if let Some(expect) = expect.take() {
                expect(When::new(when), Then::new(then));
            }
        })
    }
}

/// httpmock compiles 500 lines for each type of closure that it is given, so it is given one type.
fn mocked<'server>(
    server: &'server MockServer,
    expect: &mut dyn FnMut(httpmock::When, httpmock::Then),
) -> Mock<'server> {
    server.mock(expect)
}

/// Expects the method and the path of an operation.
fn requests_of(operation: &'static OperationInfo, when: httpmock::When) -> httpmock::When {
    when.is_true(move |request| {
        request.method().as_str() == operation.method.as_str() && parameters(operation.path, request).is_some()
    })
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

fn decoded(segment: &str) -> Option<Cow<'_, str>> {
    percent_decode_str(segment).decode_utf8().ok()
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
    let mut url = reqwest::Url::parse("http://localhost/").ok()?;
    query_pairs::append(&mut url, name, value).ok()?;
    Some(url.query_pairs().map(|(_, value)| value.into_owned()).collect())
}
