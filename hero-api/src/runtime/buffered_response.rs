use std::fmt;

use bytes::Bytes;
use http::{Extensions, HeaderMap, StatusCode};

use crate::runtime::{Error, OperationInfo};

/// A response whose body has arrived and is not decoded yet: what [`Transport::fetch`](crate::Transport::fetch) returns.
///
/// `Debug` shows neither the headers nor the body.
///
/// # Examples
///
/// ```
#[doc = concat!("use ", env!("CARGO_CRATE_NAME"), "::BufferedResponse;")]
/// use http::{HeaderMap, StatusCode};
///
/// let response = BufferedResponse::new(StatusCode::OK, HeaderMap::new(), Some("[]".into()));
/// assert_eq!(response.status(), StatusCode::OK);
/// ```
pub struct BufferedResponse {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) extensions: Extensions,
    pub(crate) body: Option<Bytes>,
}

impl BufferedResponse {
    /// A response with these parts. `body` is `None` when it was lost: the status of an error response is worth more than its
    /// body, so that is not an error. A success without its body is one.
    #[must_use]
    pub fn new(status: StatusCode, headers: HeaderMap, body: Option<Bytes>) -> Self {
        Self { status, headers, extensions: Extensions::new(), body }
    }

    /// Attaches these extensions, which the [`ResponseValue`](crate::ResponseValue) or the error of the call passes on.
    #[must_use]
    pub fn with_extensions(mut self, extensions: Extensions) -> Self {
        self.extensions = extensions;
        self
    }

    /// The status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers of the response.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body, if it arrived. **It can hold personal data**: do not log it.
    #[must_use]
    pub fn sensitive_body(&self) -> Option<&Bytes> {
        self.body.as_ref()
    }

    /// What the transport attached to the response.
    #[must_use]
    pub fn extensions_mut(&mut self) -> &mut Extensions {
        &mut self.extensions
    }

    /// The headers, the extensions and the body, if it arrived.
    #[must_use]
    pub fn into_parts(self) -> (HeaderMap, Extensions, Option<Bytes>) {
        (self.headers, self.extensions, self.body)
    }

    /// Reads the body. It is not generic, so it is compiled once and not once per operation.
    pub(crate) async fn read(
        operation: &'static OperationInfo,
        mut response: reqwest::Response,
    ) -> Result<Self, Error> {
        let status = response.status();
        let headers = std::mem::take(response.headers_mut());
        let extensions = std::mem::take(response.extensions_mut());
        match response.bytes().await {
            Ok(body) => Ok(Self { status, headers, extensions, body: Some(body) }),
            // A broken body must not hide the status: `429` or `503` helps the caller more than "connection reset".
            Err(_) if !status.is_success() => Ok(Self { status, headers, extensions, body: None }),
            Err(error) => {
                let response = Self { status, headers, extensions, body: None };
                Err(Error::transport(operation, error.into()).with_response(response))
            }
        }
    }

    /// The response itself when its status is a success, and else the error that it is.
    pub(crate) fn checked(self, operation: &'static OperationInfo) -> Result<Self, Error> {
        if self.status.is_success() { Ok(self) } else { Err(Error::status_of(operation, self)) }
    }

    /// Whether there is nothing to decode.
    pub(crate) fn is_empty(&self) -> bool {
        self.body.as_deref().unwrap_or_default().trim_ascii().is_empty()
    }
}

impl fmt::Debug for BufferedResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BufferedResponse").field("status", &self.status.as_u16()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_the_status_only() {
        let headers = HeaderMap::from_iter([(http::header::COOKIE, http::HeaderValue::from_static("marker"))]);
        let response = BufferedResponse::new(StatusCode::OK, headers, Some("marker".into()));
        assert_eq!(format!("{response:?}"), "BufferedResponse { status: 200, .. }");
    }
}
