//! Builds the request of an operation from what its setters hold. For generated code.

use std::{borrow::Cow, fmt::Display};

use reqwest::{
    Body, Request,
    header::{ACCEPT, CONTENT_TYPE, HeaderName, HeaderValue},
};
use serde::Serialize;

use crate::runtime::{
    Client, ConversionError, Error, OperationInfo,
    client::base_url,
    form::{self, Field},
    multipart::{self, Parts},
    path, query, query_pairs,
    style::{self, Style},
};

/// A parameter or a body, as a request builder holds it.
type Held<T> = Result<T, ConversionError>;

/// A value that was accepted has no form in a URL or header.
pub(super) const UNWRITABLE: &str = "its URL or headers cannot be written";

/// A request that is being built.
///
/// The first value that was refused is its error, whatever else is wrong with it. What is generic converts one value and hands
/// it to a method that is not, so that little code is compiled for each operation.
pub(crate) struct Builder<'c> {
    client: &'c Client,
    operation: &'static OperationInfo,
    path: Cow<'static, str>,
    request: Request,
    refused: Option<ConversionError>,
    error: Option<Error>,
}

impl<'c> Builder<'c> {
    pub(crate) fn new(client: &'c Client, operation: &'static OperationInfo) -> Self {
        let request = Request::new(operation.method.clone(), client.url(operation.path));
        Self { client, operation, path: Cow::Borrowed(operation.path), request, refused: None, error: None }
    }

    /// Asks for these media types.
    pub(crate) fn accept(&mut self, media_types: &'static str) {
        self.request.headers_mut().insert(ACCEPT, HeaderValue::from_static(media_types));
    }

    /// A parameter in the path.
    pub(crate) fn path<T: Display>(&mut self, name: &str, value: Held<T>) {
        if let Some(value) = self.given(value) {
            let segment = path::segment(self.operation, name, &value.to_string());
            self.fill_path(name, segment);
        }
    }

    /// As [`path`](Self::path), in a style of OpenAPI.
    pub(crate) fn styled_path<T: Serialize>(&mut self, name: &str, value: Held<T>, style: Style) {
        if let Some(value) = self.given(value) {
            let segment = path::styled(self.operation, name, &value, style);
            self.fill_path(name, segment);
        }
    }

    fn fill_path(&mut self, name: &str, segment: Result<String, Error>) {
        match segment {
            Ok(segment) => self.path = Cow::Owned(self.path.replace(&format!("{{{name}}}"), &segment)),
            Err(error) => self.fail(error),
        }
    }

    /// A query parameter. `None` is left out.
    pub(crate) fn query<T: Serialize>(&mut self, name: &str, value: Held<T>) {
        if let Some(value) = self.given(value)
            && query_pairs::append(self.request.url_mut(), name, &value).is_err()
        {
            self.fail_to_write(UNWRITABLE);
        }
    }

    /// A query parameter that is a list in one text.
    pub(crate) fn query_joined<T: Serialize>(&mut self, name: &'static str, value: Held<T>, delimiter: &str) {
        if let Some(value) = self.given(value) {
            self.add_pairs(&query::joined(name, &value, delimiter));
        }
    }

    /// A query parameter whose names nest: `name[key]`.
    pub(crate) fn query_deep<T: Serialize>(&mut self, name: &str, value: Held<T>) {
        if let Some(value) = self.given(value) {
            self.add_pairs(&query::deep(name, &value));
        }
    }

    /// The text of one property of [`query_object`](Self::query_object).
    pub(crate) fn query_member<T: Serialize>(&mut self, value: Held<T>, delimiter: &str) -> Option<String> {
        self.given(value).and_then(|value| query::member(&value, delimiter))
    }

    /// A query parameter that is an object in one text.
    pub(crate) fn query_object(&mut self, name: &'static str, delimiter: &str, members: &[(&str, Option<String>)]) {
        self.add_pairs(&query::object(name, delimiter, members));
    }

    fn add_pairs<N: AsRef<str>>(&mut self, pairs: &[(N, String)]) {
        if !pairs.is_empty() {
            self.request.url_mut().query_pairs_mut().extend_pairs(pairs);
        }
    }

    /// A header parameter.
    pub(crate) fn header<T: Display>(&mut self, name: &str, value: Held<T>) {
        if let Some(value) = self.given(value) {
            self.add_header(name, &value.to_string());
        }
    }

    /// As [`header`](Self::header), in a style of OpenAPI.
    pub(crate) fn styled_header<T: Serialize>(&mut self, name: &str, value: Held<T>, style: Style) {
        if let Some(value) = self.given(value) {
            self.add_header(name, &style::text(name, &value, style));
        }
    }

    fn add_header(&mut self, name: &str, text: &str) {
        match (HeaderName::from_bytes(name.as_bytes()), path::header(self.operation, name, text)) {
            (Ok(name), Ok(value)) => {
                self.request.headers_mut().append(name, value);
            }
            (Err(_), _) => self.fail_to_write(UNWRITABLE),
            (_, Err(error)) => self.fail(error),
        }
    }

    /// A cookie.
    pub(crate) fn cookie<T: Display>(&mut self, name: &str, value: Held<T>) {
        if let Some(value) = self.given(value) {
            self.add_cookie(name, &value.to_string());
        }
    }

    /// As [`cookie`](Self::cookie), in a style of OpenAPI.
    pub(crate) fn styled_cookie<T: Serialize>(&mut self, name: &str, value: Held<T>, style: Style) {
        if let Some(value) = self.given(value) {
            self.add_cookie(name, &style::text(name, &value, style));
        }
    }

    fn add_cookie(&mut self, name: &str, text: &str) {
        if let Err(error) = path::add_cookie(self.request.headers_mut(), self.operation, name, text) {
            self.fail(error);
        }
    }

    /// A body as JSON.
    pub(crate) fn json<T: Serialize>(&mut self, content_type: &'static str, body: Held<T>) {
        if let Some(body) = self.given(body) {
            self.add_json(content_type, serde_json::to_vec(&body));
        }
    }

    fn add_json(&mut self, content_type: &'static str, json: serde_json::Result<Vec<u8>>) {
        match json {
            Ok(json) => self.add_body(HeaderValue::from_static(content_type), json.into()),
            Err(_) => self.fail_to_write("its body cannot be written as JSON"),
        }
    }

    /// A body as a form.
    pub(crate) fn form<T: Serialize>(&mut self, body: Held<T>, fields: &[(&str, Field)]) {
        if let Some(body) = self.given(body) {
            match form::encoded(self.operation, &body, fields) {
                Ok(form) => self.add_body(HeaderValue::from_static("application/x-www-form-urlencoded"), form.into()),
                Err(error) => self.fail(error),
            }
        }
    }

    /// A body in parts.
    pub(crate) fn multipart<T: Parts>(&mut self, body: Held<T>) {
        if let Some(body) = self.given(body) {
            match multipart::encoded(self.operation, &body) {
                Ok((content_type, bytes)) => self.add_body(content_type, bytes.into()),
                Err(error) => self.fail(error),
            }
        }
    }

    /// A body of bytes that the caller makes.
    pub(crate) fn raw(&mut self, content_type: &'static str, body: Held<Body>) {
        if let Some(body) = self.given(body) {
            self.add_body(HeaderValue::from_static(content_type), body);
        }
    }

    fn add_body(&mut self, content_type: HeaderValue, body: Body) {
        self.request.headers_mut().insert(CONTENT_TYPE, content_type);
        *self.request.body_mut() = Some(body);
    }

    fn given<T>(&mut self, value: Held<T>) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err(reason) => {
                self.refused.get_or_insert(reason);
                None
            }
        }
    }

    #[cold]
    fn fail(&mut self, error: Error) {
        self.error.get_or_insert(error);
    }

    fn fail_to_write(&mut self, reason: &'static str) {
        self.fail(Error::invalid_request(self.operation, reason));
    }

    /// The request.
    ///
    /// # Errors
    ///
    /// [`is_invalid_request`](Error::is_invalid_request) when a value was refused, or cannot be written.
    pub(crate) fn finish(self) -> Result<Request, Error> {
        if let Some(reason) = self.refused {
            return Err(Error::invalid_request(self.operation, reason));
        }
        if let Some(error) = self.error {
            return Err(error);
        }
        let mut request = self.request;
        if let Cow::Owned(path) = self.path {
            base_url(self.client).set_path(request.url_mut(), &path);
        }
        Ok(request)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::{BoxFuture, Transport, TransportError, operation::fixture::GET_THING};

    /// Nothing is sent in these tests.
    struct Unused;

    impl Transport for Unused {
        fn send<'a>(
            &'a self,
            _: Request,
            _: &'static OperationInfo,
        ) -> BoxFuture<'a, Result<reqwest::Response, TransportError>> {
            Box::pin(async { Err(TransportError::from("unused")) })
        }
    }

    fn built(set: impl FnOnce(&mut Builder<'_>)) -> Result<Request, Error> {
        let client = Client::with_transport("https://example.test/base", Unused)?;
        let mut builder = Builder::new(&client, &GET_THING);
        set(&mut builder);
        builder.finish()
    }

    fn refused<T>(text: &'static str) -> Held<T> {
        Err(ConversionError::from(text))
    }

    #[test]
    fn each_value_has_its_place() -> Result<(), Error> {
        let request = built(|request| {
            request.accept("application/json");
            request.path("id", Ok("a/b"));
            request.query("q", Ok(Some("x y")));
            request.query("none", Ok(None::<u8>));
            request.query_joined("ids", Ok([1, 2]), ",");
            request.header("x-n", Ok(7));
            request.cookie("c", Ok("a b"));
            request.json("application/merge-patch+json", Ok([1]));
        })?;
        assert_eq!(request.url().as_str(), "https://example.test/base/v1/x/a%2Fb?q=x+y&ids=1%2C2");
        let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
        assert_eq!(
            ["accept", "x-n", "cookie", "content-type"].map(header),
            [Some("application/json"), Some("7"), Some("c=a%20b"), Some("application/merge-patch+json")]
        );
        assert_eq!(request.body().and_then(Body::as_bytes), Some(&b"[1]"[..]));
        Ok(())
    }

    #[test]
    fn the_first_refused_value_is_the_error() {
        let error = built(|request| {
            request.path("id", Ok(".."));
            request.query::<u8>("a", refused("a: first"));
            request.json::<u8>("application/json", refused("body: second"));
        });
        assert!(error.is_err_and(|error| error.is_invalid_request() && error.to_string().ends_with("a: first")));
    }

    #[test]
    fn an_unwritable_value_is_an_error_without_it() {
        for set in [
            |request: &mut Builder<'_>| request.path("id", Ok("..")),
            |request: &mut Builder<'_>| request.query("q", Ok([["marker"]])),
            |request: &mut Builder<'_>| request.header("x-n", Ok("marker\n")),
            |request: &mut Builder<'_>| request.header("marker n", Ok("x")),
            |request: &mut Builder<'_>| request.form(Ok("marker"), &[]),
            |request: &mut Builder<'_>| {
                request.json("application/json", Ok(std::collections::BTreeMap::from([((), "marker")])));
            },
        ] {
            let error = built(set).map(|request| request.url().to_string());
            let text = format!("{error:?}");
            assert!(error.is_err_and(|error| error.is_invalid_request()) && !text.contains("marker"), "{text}");
        }
    }
}
