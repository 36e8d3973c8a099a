use std::{borrow::Cow, error, fmt};

use bytes::Bytes;
use http::{Extensions, HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use crate::runtime::{
    BufferedResponse, OperationInfo, TransportError,
    error_repr::{ErrorKind, ErrorRepr},
    mismatch::Mismatch,
    response,
};

/// Why a call failed, or why a client could not be built.
///
/// It is safe to log: `Display` and `Debug` name the operation, the path template, the status and the place in the JSON where
/// decoding stopped. They show nothing of a URL, header or body. The response is available through accessors:
/// [`decode_body`](Self::decode_body) decodes an error schema of the description, and
/// [`sensitive_body`](Self::sensitive_body) returns the bytes.
///
/// # Examples
///
/// ```
#[doc = concat!("use ", env!("CARGO_CRATE_NAME"), "::Error;")]
///
/// fn is_gone(error: &Error) -> bool {
///     error.status().is_some_and(|status| status == 404 || status == 410)
/// }
/// ```
// One pointer, so that a `Result` of a small output stays small.
pub struct Error(Box<Inner>);

struct Inner {
    repr: ErrorRepr,
    operation: Option<&'static OperationInfo>,
    response: Option<BufferedResponse>,
}

impl Error {
    fn new(repr: ErrorRepr, operation: Option<&'static OperationInfo>, response: Option<BufferedResponse>) -> Self {
        Self(Box::new(Inner { repr, operation, response }))
    }

    pub(crate) fn configuration(reason: &'static str) -> Self {
        Self::new(ErrorRepr::Configuration(reason), None, None)
    }

    /// The request breaks a rule of the description. `reason` must not hold a value that the caller passed.
    pub(crate) fn invalid_request(operation: &'static OperationInfo, reason: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorRepr::InvalidRequest(reason.into()), Some(operation), None)
    }

    /// reqwest could not build the request. Its error may quote the URL or a value, so only the kind of error is kept.
    #[expect(clippy::needless_pass_by_value, reason = "an argument of `map_err`")]
    pub(crate) fn unbuildable_request(operation: &'static OperationInfo, error: reqwest::Error) -> Self {
        let is_body = error::Error::source(&error).is_some_and(<dyn error::Error>::is::<serde_json::Error>);
        let reason =
            if is_body { "its body cannot be written as JSON" } else { "its URL or headers cannot be written" };
        Self::invalid_request(operation, reason)
    }

    pub(crate) fn transport(operation: &'static OperationInfo, error: TransportError) -> Self {
        let error = match error.downcast::<reqwest::Error>() {
            Ok(error) => error.without_url().into(),
            Err(error) => error,
        };
        Self::new(ErrorRepr::Transport(error), Some(operation), None)
    }

    pub(crate) fn status_of(operation: &'static OperationInfo, response: BufferedResponse) -> Self {
        Self::new(ErrorRepr::Status, Some(operation), Some(response))
    }

    pub(crate) fn decode(operation: &'static OperationInfo, mismatch: Mismatch, response: BufferedResponse) -> Self {
        Self::new(ErrorRepr::Decode(mismatch), Some(operation), Some(response))
    }

    pub(crate) fn with_response(mut self, response: BufferedResponse) -> Self {
        self.0.response = Some(response);
        self
    }

    fn kind(&self) -> ErrorKind {
        self.0.repr.kind()
    }

    /// Whether a client could not be built from its base URL, credentials or TLS settings.
    #[must_use]
    pub fn is_configuration(&self) -> bool {
        self.kind() == ErrorKind::Configuration
    }

    /// Whether the request broke a rule of the description. Nothing was sent.
    #[must_use]
    pub fn is_invalid_request(&self) -> bool {
        self.kind() == ErrorKind::InvalidRequest
    }

    /// Whether no response arrived, or its body broke off.
    #[must_use]
    pub fn is_transport(&self) -> bool {
        self.kind() == ErrorKind::Transport
    }

    /// Whether the status of the response is not a success.
    #[must_use]
    pub fn is_status(&self) -> bool {
        self.kind() == ErrorKind::Status
    }

    /// Whether the status is a success and the body is not what the description says.
    #[must_use]
    pub fn is_decode(&self) -> bool {
        self.kind() == ErrorKind::Decode
    }

    /// Whether a time limit ran out. The server may have acted.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.repr.is_timeout()
    }

    /// Whether no connection could be established. The server did not see the request.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.0.repr.is_connect()
    }

    /// The operation that failed; `None` when a client could not be built.
    #[must_use]
    pub fn operation(&self) -> Option<&'static OperationInfo> {
        self.0.operation
    }

    /// The status of the response, if one arrived.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.response.as_ref().map(|response| response.status)
    }

    /// The headers of the response, if one arrived. They can hold personal data, such as cookies or locations.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.response.as_ref().map(|response| &response.headers)
    }

    /// What the [`Transport`](crate::Transport) attached to the response, if one arrived.
    #[must_use]
    pub fn extensions(&self) -> Option<&Extensions> {
        self.0.response.as_ref().map(|response| &response.extensions)
    }

    /// Where in the body decoding stopped, for example `$.data[3].birth_date`. A key that does not look like a field name is
    /// shown as `*`.
    #[must_use]
    pub fn json_path(&self) -> Option<&str> {
        match &self.0.repr {
            ErrorRepr::Decode(mismatch) => mismatch.path(),
            _ => None,
        }
    }

    /// What was found and what was expected where decoding stopped, for example `found string, expected u8`. It names types and
    /// fields, never a value.
    #[must_use]
    pub fn json_problem(&self) -> Option<&str> {
        match &self.0.repr {
            ErrorRepr::Decode(mismatch) => Some(mismatch.problem()),
            _ => None,
        }
    }

    /// The body of the response, if one arrived whole. **It can hold personal data**: do not log it.
    #[must_use]
    pub fn sensitive_body(&self) -> Option<&Bytes> {
        self.0.response.as_ref()?.body.as_ref()
    }

    /// Decodes the body of the response, usually as the schema that
    /// [`OperationInfo::error_schema`] names for the status.
    ///
    /// # Errors
    ///
    /// [`is_decode`](Self::is_decode) when there is no body or it is not a `T`, with the operation, status, headers and body of this
    /// error.
    pub fn decode_body<T: DeserializeOwned + 'static>(&self) -> Result<T, Self> {
        response::decode(self.sensitive_body().map(AsRef::as_ref).unwrap_or_default()).map_err(|mismatch| {
            let response = self.0.response.as_ref().map(|response| BufferedResponse {
                status: response.status,
                headers: response.headers.clone(),
                extensions: response.extensions.clone(),
                body: response.body.clone(),
            });
            Self::new(ErrorRepr::Decode(mismatch), self.0.operation, response)
        })
    }

    /// The error of the [`Transport`](crate::Transport), to downcast.
    #[must_use]
    pub fn transport_error(&self) -> Option<&(dyn error::Error + 'static)> {
        self.0.repr.cause()
    }

    /// Returns the error of the [`Transport`](crate::Transport).
    ///
    /// # Errors
    ///
    /// This error, unchanged, when it is of another kind.
    pub fn into_transport_error(self) -> Result<TransportError, Self> {
        let Inner { repr, operation, response } = *self.0;
        match repr {
            ErrorRepr::Transport(error) => Ok(error),
            repr => Err(Self::new(repr, operation, response)),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.0.operation {
            write!(f, "{operation}: ")?;
        }
        match &self.0.repr {
            ErrorRepr::Transport(_) if self.0.response.is_some() && !self.is_timeout() => {
                f.write_str("the response broke off")?;
            }
            repr => repr.fmt(f)?,
        }
        match self.status() {
            Some(status) => write!(f, ", status {}", status.as_u16()),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_struct("Error");
        text.field("kind", &self.kind()).field("message", &format_args!("{self}"));
        if let Some(cause) = self.transport_error() {
            text.field("cause", &cause);
        }
        text.finish_non_exhaustive()
    }
}

impl error::Error for Error {
    /// The error of the transport. A decoding error has no source, because the error of `serde_json` quotes the body.
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.transport_error()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::runtime::operation::fixture::GET_THING;

    #[test]
    fn an_error_is_one_pointer() {
        assert_eq!(size_of::<Error>(), size_of::<usize>());
    }

    #[test]
    fn predicates_hold_for_their_kind_only() {
        let error = Error::invalid_request(&GET_THING, "id was not initialized");
        assert!(error.is_invalid_request());
        assert!(!error.is_transport() && !error.is_status() && !error.is_decode());
        assert!(!error.is_timeout() && !error.is_connect());
        assert!(error.status().is_none() && error.headers().is_none() && error.sensitive_body().is_none());
        assert_eq!(error.to_string(), "getThing (GET /v1/x/{id}): invalid request: id was not initialized");
        assert!(error.into_transport_error().is_err_and(|error| error.is_invalid_request()));
    }

    #[test]
    fn an_unbuildable_request_does_not_show_its_url() {
        let client = reqwest::Client::new();
        let unnamed = BTreeMap::from([(Some(vec!["marker"]), 1)]);
        for (request, reason) in [
            (client.get("https://marker:marker"), "URL or headers"),
            (client.get("https://example.test").header("x", "marker\n"), "URL or headers"),
            (client.get("https://example.test").json(&unnamed), "body"),
        ] {
            let text = request.build().map_err(|error| Error::unbuildable_request(&GET_THING, error));
            let text = text.map_or_else(|error| format!("{error} {error:?}"), |_| String::new());
            assert!(text.contains(reason) && !text.contains("marker"), "{text}");
        }
    }

    #[test]
    fn a_transport_error_loses_its_url() {
        let error = reqwest::Client::new().get("marker").build().err();
        let error = error.map(|error| Error::transport(&GET_THING, error.into()));
        assert!(error.is_some_and(|error| {
            let text = format!("{error} {error:?} {:?}", error::Error::source(&error));
            !text.contains("marker") && error.into_transport_error().is_ok_and(|error| error.is::<reqwest::Error>())
        }));
    }
}
