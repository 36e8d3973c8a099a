use std::{
    any::TypeId,
    fmt, io,
    ops::{Deref, DerefMut},
};

use http::{Extensions, HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use crate::runtime::{
    BufferedResponse, DecodeLimit, Error, OperationInfo, RawBody, decode_path, decode_state::DecodeState,
    decoder::Decoder, described::is_undescribed, mismatch::Mismatch,
};

/// What a successful call returns: the decoded value, with the status and headers of the response.
///
/// It dereferences to the value. So what belongs to the response itself are associated functions, which hide no method of the
/// value. `Debug` does not show the headers, because a cookie or a location may identify someone.
///
/// # Examples
///
/// ```
#[doc = concat!("use ", env!("CARGO_CRATE_NAME"), "::ResponseValue;")]
///
/// fn describe(response: ResponseValue<Vec<String>>) -> Vec<String> {
///     println!("{} values, with status {}", response.len(), ResponseValue::status(&response));
///     ResponseValue::into_inner(response)
/// }
/// ```
#[derive(Clone)]
pub struct ResponseValue<T> {
    inner: T,
    status: StatusCode,
    headers: HeaderMap,
    extensions: Extensions,
}

impl<T> ResponseValue<T> {
    /// A response made by hand, for tests and for transports that respond without a server.
    #[must_use]
    pub fn new(inner: T, status: StatusCode, headers: HeaderMap) -> Self {
        Self { inner, status, headers, extensions: Extensions::new() }
    }

    /// The value, without status and headers.
    #[must_use]
    pub fn into_inner(this: Self) -> T {
        this.inner
    }

    /// The status of the response.
    #[must_use]
    pub fn status(this: &Self) -> StatusCode {
        this.status
    }

    /// The headers of the response.
    #[must_use]
    pub fn headers(this: &Self) -> &HeaderMap {
        &this.headers
    }

    /// What the [`Transport`](crate::Transport) attached to the response, such as how often it sent the request.
    #[must_use]
    pub fn extensions(this: &Self) -> &Extensions {
        &this.extensions
    }

    /// Changes the value and keeps the rest.
    #[must_use]
    pub fn map<U>(this: Self, change: impl FnOnce(T) -> U) -> ResponseValue<U> {
        let Self { inner, status, headers, extensions } = this;
        ResponseValue { inner: change(inner), status, headers, extensions }
    }
}

impl<T> Deref for ResponseValue<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.inner
    }
}

impl<T> DerefMut for ResponseValue<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.inner
    }
}

impl<T> AsRef<T> for ResponseValue<T> {
    fn as_ref(&self) -> &T {
        &self.inner
    }
}

impl<T: fmt::Debug> fmt::Debug for ResponseValue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseValue")
            .field("status", &self.status.as_u16())
            .field("inner", &self.inner)
            .finish_non_exhaustive()
    }
}

impl BufferedResponse {
    /// Decodes the body, whatever the status.
    pub(crate) fn decode<T>(self, operation: &'static OperationInfo) -> Result<ResponseValue<T>, Error>
    where
        T: DeserializeOwned + 'static,
    {
        match decode_within(self.body.as_deref().unwrap_or_default(), self.extensions.get()) {
            Ok(inner) => {
                Ok(ResponseValue { inner, status: self.status, headers: self.headers, extensions: self.extensions })
            }
            Err(None) => Err(self.out_of_time(operation)),
            Err(Some(mismatch)) => Err(Error::decode(operation, mismatch, self)),
        }
    }

    fn out_of_time(self, operation: &'static OperationInfo) -> Error {
        Error::transport(operation, io::Error::from(io::ErrorKind::TimedOut).into()).with_response(self)
    }
}

/// A byte order mark, which RFC 8259 lets a reader ignore.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Decodes JSON as [`Decoder`] reads it. An empty body counts as `null`, which open values and nullable types accept. `()` accepts
/// any body, and [`RawBody`] takes the bytes.
///
/// A described field that is given twice is a mismatch: which of the two values holds cannot be known.
pub(crate) fn decode<T>(body: &[u8]) -> Result<T, Mismatch>
where
    T: DeserializeOwned + 'static,
{
    decode_within(body, None).map_err(|mismatch| mismatch.unwrap_or_else(|| Mismatch::plain("out of time")))
}

/// As [`decode`]. The error is `None` when the limit ran out.
fn decode_within<T>(body: &[u8], limit: Option<&DecodeLimit>) -> Result<T, Option<Mismatch>>
where
    T: DeserializeOwned + 'static,
{
    if TypeId::of::<T>() == TypeId::of::<RawBody>() {
        let bytes = serde::de::value::BytesDeserializer::<serde_json::Error>::new(body);
        return T::deserialize(bytes).map_err(|error| Some(Mismatch::at_root(&error)));
    }
    let body = Body::new(body, TypeId::of::<T>() == TypeId::of::<()>());
    let state = DecodeState::new(limit);
    let mut json = serde_json::Deserializer::from_slice(body.json);
    match T::deserialize(Decoder(&mut json, &state)) {
        Ok(value) => body.accepted(json.end(), &state).map(|()| value),
        Err(error) => Err(body.refused(&error, state)),
    }
}

/// A body as JSON. It is not generic, so it is compiled once and not once per type.
struct Body<'a> {
    json: &'a [u8],
    is_empty: bool,
}

impl<'a> Body<'a> {
    fn new(body: &'a [u8], is_ignored: bool) -> Self {
        let body = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body);
        let is_empty = body.trim_ascii().is_empty();
        Self { json: if is_empty || is_ignored { b"null" } else { body }, is_empty }
    }

    /// Checks what a value does not show that was decoded.
    fn accepted(&self, end: serde_json::Result<()>, state: &DecodeState<'_>) -> Result<(), Option<Mismatch>> {
        match end {
            Err(error) => Err(Some(Mismatch::at_root(&error))),
            Ok(()) if is_undescribed(self.json, state.fields()) => {
                Err(Some(Mismatch::plain("the object has none of the described fields")))
            }
            Ok(()) => Ok(()),
        }
    }

    #[cold]
    fn refused(&self, error: &serde_json::Error, state: DecodeState<'_>) -> Option<Mismatch> {
        if state.is_over() {
            return None;
        }
        Some(if self.is_empty {
            Mismatch::plain("the body is empty")
        } else {
            Mismatch::at(decode_path::text(self.json, &state.into_steps()), error)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::{Json, operation::fixture::GET_THING};

    fn response(status: u16, body: &'static str) -> reqwest::Response {
        let mut response = http::Response::new(body);
        *response.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
        response.headers_mut().insert("set-cookie", http::HeaderValue::from_static("marker"));
        response.into()
    }

    async fn read<T: DeserializeOwned + 'static>(response: reqwest::Response) -> Result<ResponseValue<T>, Error> {
        GET_THING.read(response).await
    }

    #[tokio::test]
    async fn a_success_keeps_status_and_headers() -> Result<(), Error> {
        let value = read::<Vec<u8>>(response(200, "[1, 2]")).await?;
        let (status, headers) = (ResponseValue::status(&value), ResponseValue::headers(&value));
        assert_eq!((status, headers.len(), value.len()), (StatusCode::OK, 1, 2));
        assert_eq!(*ResponseValue::map(value, |list| list[0]), 1);
        Ok(())
    }

    #[tokio::test]
    async fn response_and_error_keep_extensions() {
        for (status, body) in [(200, "7"), (200, "x"), (404, "")] {
            let mut arrived = response(status, body);
            arrived.extensions_mut().insert(3_u8);
            let result = read::<u8>(arrived).await;
            let kept = match &result {
                Ok(value) => ResponseValue::extensions(value).get(),
                Err(error) => error.extensions().and_then(|extensions| extensions.get()),
            };
            assert_eq!(kept, Some(&3_u8), "{status} {body}");
        }
    }

    #[tokio::test]
    async fn any_2xx_is_a_success() -> Result<(), Error> {
        for status in [200, 202, 207] {
            assert_eq!(*read::<u8>(response(status, "7")).await?, 7);
        }
        Ok(())
    }

    #[tokio::test]
    async fn an_error_status_is_an_error_with_its_body() {
        for status in [302, 404, 500] {
            let error = read::<u8>(response(status, "marker")).await.err();
            assert!(
                error.is_some_and(|error| error.is_status()
                    && error.status().is_some_and(|kept| kept == status)
                    && error.sensitive_body().is_some_and(|body| body == "marker")
                    && !format!("{error} {error:?}").contains("marker")),
                "{status}"
            );
        }
    }

    #[test]
    fn an_empty_body_is_null_or_a_mismatch() {
        assert!(decode::<Json>(b"").is_ok_and(|json| json.is_null()));
        assert!(decode::<Option<u8>>(b" \n").is_ok_and(|value| value.is_none()));
        assert!(decode::<u8>(b"").is_err_and(|mismatch| mismatch.to_string().contains("empty")));
    }

    #[derive(Debug, Default, serde::Deserialize, PartialEq)]
    struct Thing {
        id: Option<String>,
        parent: Option<Box<Thing>>,
    }

    fn problem(body: &str) -> String {
        decode::<Thing>(body.as_bytes()).map_or_else(|mismatch| mismatch.to_string(), |thing| format!("{thing:?}"))
    }

    #[test]
    fn an_undescribed_object_is_a_mismatch() {
        for body in [r#"{"error": "marker"}"#, r#"{"errors": [{"id": "marker"}], "status": 500}"#] {
            assert_eq!(problem(body), "the object has none of the described fields", "{body}");
        }
        let known = r#"{"error": null, "id": null}"#;
        assert!(
            [known, "{}"].iter().all(|body| decode::<Thing>(body.as_bytes()).is_ok_and(|it| it == Thing::default()))
        );
    }

    #[test]
    fn a_list_is_no_object() {
        for (body, path) in [("[]", "$"), (r#"["marker", null]"#, "$"), (r#"{"parent": []}"#, "$.parent")] {
            let problem = problem(body);
            let expected = format!("found sequence, expected struct Thing at {path} (line 1, column ");
            assert!(problem.starts_with(&expected), "{body}: {problem}");
        }
    }

    #[test]
    fn a_text_may_be_a_whole_number() {
        let thing = decode::<Thing>(br#"{"id": 7, "parent": {"id": 8}}"#).ok();
        assert_eq!(thing.as_ref().and_then(|thing| thing.id.as_deref()), Some("7"));
        assert_eq!(thing.and_then(|thing| thing.parent?.id).as_deref(), Some("8"));
        assert!(problem(r#"{"id": 7.5}"#).starts_with("found floating point, expected a string at $.id"));
    }

    #[test]
    fn a_byte_order_mark_is_ignored() {
        assert!(decode::<Thing>("\u{feff}{\"id\": \"7\"}".as_bytes()).is_ok_and(|thing| thing.id.is_some()));
        assert!(decode::<Option<u8>>("\u{feff}".as_bytes()).is_ok_and(|value| value.is_none()));
    }

    #[test]
    fn a_described_field_may_not_repeat() {
        assert!(problem(r#"{"id": "marker", "id": "marker"}"#).starts_with("duplicate field `id` at $"));
        assert!(decode::<Thing>(br#"{"x": 1, "x": 2, "id": "7"}"#).is_ok());
    }

    #[tokio::test]
    async fn decoding_ends_with_its_limit() -> Result<(), Error> {
        let list = format!("[{}1]", "1,".repeat(1_000));
        for (limit, ends) in [(Some(true), true), (Some(false), false), (None, false)] {
            let mut arrived = reqwest::Response::from(http::Response::new(list.clone()));
            arrived.extensions_mut().extend(
                limit
                    .map(|is_over| {
                        let mut extensions = Extensions::new();
                        extensions.insert(DecodeLimit::new(move || is_over));
                        extensions
                    })
                    .unwrap_or_default(),
            );
            let result = read::<Vec<u8>>(arrived).await;
            match result {
                Ok(numbers) => assert!(!ends && numbers.len() == 1_001),
                Err(error) => {
                    assert!(ends && error.is_timeout() && !error.is_decode());
                    assert_eq!(error.to_string(), "getThing (GET /v1/x/{id}): timed out, status 200");
                }
            }
        }
        Ok(())
    }

    #[test]
    fn the_unit_output_takes_any_body() {
        for body in ["", "null", "<html>", r#"{"ok":true}"#] {
            assert!(decode::<()>(body.as_bytes()).is_ok(), "{body}");
        }
    }

    #[test]
    fn a_raw_body_keeps_its_bytes() {
        for bytes in [&b""[..], b"%PDF\xff", b" null "] {
            assert!(decode::<RawBody>(bytes).is_ok_and(|body| body.as_ref() == bytes));
        }
    }

    #[test]
    fn text_after_the_value_is_a_mismatch() {
        assert!(decode::<u8>(b"7 8").is_err_and(|mismatch| mismatch.to_string().contains("trailing characters")));
    }

    #[test]
    fn debug_does_not_show_headers() {
        let headers = response(200, "").headers().clone();
        let text = format!("{:?}", ResponseValue::new(7, StatusCode::OK, headers));
        assert_eq!(text, "ResponseValue { status: 200, inner: 7, .. }");
    }
}
