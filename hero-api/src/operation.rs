use std::fmt;

use reqwest::{Method, StatusCode};
use serde::de::DeserializeOwned;

use crate::{Client, Error, ResponseValue, response};

/// One row of the operation table: what the description says about an operation, apart from its types.
///
/// The rows are in [`operations`](crate::operations), one constant each, and `operations::ALL` lists those that are compiled
/// in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OperationInfo {
    /// The `operationId`, for example `listPatients`.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path template, for example `/v1/patients/{id}`. Fit for logs and metrics: it holds no values.
    pub path: &'static str,
    /// The tag that groups the operation in the reference.
    pub tag: &'static str,
    /// One line on what the operation does.
    pub summary: &'static str,
    /// Whether sending the request twice has the effect of sending it once, as HTTP defines it for the method.
    pub idempotent: bool,
    /// Whether the operation returns pages; then its builder implements [`Paged`].
    pub paged: bool,
    /// The statuses of success that the description names. An answer with any 2xx is read as success.
    pub success: &'static [StatusPattern],
    /// Which schema describes the body of which error status.
    pub errors: &'static [ErrorSchema],
    /// How well the description of this operation is founded.
    pub provenance: Provenance,
}

impl OperationInfo {
    /// The name in [`types`](crate::types) of the schema for the body of an error with this status.
    ///
    /// An exact status wins over a class such as `4XX`, a class over `default`. `None` when the description names no schema.
    #[must_use]
    pub fn error_schema(&self, status: StatusCode) -> Option<&'static str> {
        let code = status.as_u16();
        let row = |pattern| self.errors.iter().find(|row| row.status == pattern);
        row(StatusPattern::Exact(code))
            .or_else(|| row(StatusPattern::Class(u8::try_from(code / 100).ok()?)))
            .or_else(|| row(StatusPattern::Default))?
            .schema
    }

    /// Whether `path` is this operation's path with its parameters filled in.
    pub(crate) fn covers(&self, path: &str) -> bool {
        let mut actual = path.split('/');
        let fits = self.path.split('/').all(|template| {
            actual.next().is_some_and(|segment| {
                // A template in characters that URLs encode cannot be compared byte by byte.
                let open = template.contains('{') || !template.bytes().all(is_unreserved);
                if open { !segment.is_empty() } else { segment == template }
            })
        });
        fits && actual.next().is_none()
    }
}

impl fmt::Display for OperationInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} {})", self.id, self.method, self.path)
    }
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:".contains(&byte)
}

/// Which schema describes the body of an error status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorSchema {
    /// The statuses that this row is about.
    pub status: StatusPattern,
    /// The name of the type in [`types`](crate::types), or `None` when the description gives no schema.
    pub schema: Option<&'static str>,
}

impl ErrorSchema {
    #[allow(dead_code, reason = "a build without tags has no rows")]
    pub(crate) const fn new(status: StatusPattern, schema: Option<&'static str>) -> Self {
        Self { status, schema }
    }
}

/// A set of statuses, as OpenAPI writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StatusPattern {
    /// One status: `404`.
    Exact(u16),
    /// A hundred statuses by their first digit: `4XX`.
    Class(u8),
    /// Every status that no other row names: `default`.
    Default,
}

/// How well the description of an operation is founded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Provenance {
    /// The shapes were read in the published reference.
    Read,
    /// The shapes were seen in a sample only: fields may be missing, and what is optional is a guess.
    Sample,
    /// The shapes were inferred from other operations or the guides.
    Inferred,
    /// The description does not say, as a published description does not.
    Unstated,
}

/// A call that can be sent: implemented by the builder of every operation.
///
/// Use it to write code once for all operations, as `hero-api-ext` does. To make one call, the builder's own `send` is enough.
///
/// # Examples
///
/// ```
/// use hero_api::{Error, Operation};
///
/// async fn announced<O: Operation>(operation: O) -> Result<O::Output, Error> {
///     println!("calling {}", O::INFO);
///     Ok(operation.send().await?.into_inner())
/// }
/// ```
#[must_use = "an operation does nothing until it is sent"]
pub trait Operation: Sized + Send {
    /// What a successful response holds; `()` when its body means nothing.
    type Output: DeserializeOwned + Send + 'static;

    /// The operation's row in the table.
    const INFO: &'static OperationInfo;

    /// The client that the operation was started on.
    fn client(&self) -> &Client;

    /// Builds the request, without credentials and without sending it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) when a required parameter or field is missing, or a
    /// value broke a rule of the description when it was set.
    fn into_request(self) -> Result<reqwest::Request, Error>;

    /// Judges a response to this operation and decodes its body.
    ///
    /// `send` does this; call it after sending the request by other means.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send), except `InvalidRequest`.
    #[must_use = "a future does nothing until it is awaited"]
    fn read(response: reqwest::Response) -> impl Future<Output = Result<ResponseValue<Self::Output>, Error>> + Send {
        async move { response::read(Self::INFO, response).await?.decode(Self::INFO) }
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// * [`InvalidRequest`](crate::ErrorKind::InvalidRequest): nothing was sent, see [`into_request`](Self::into_request).
    /// * [`Transport`](crate::ErrorKind::Transport): no response arrived, or its body broke off. The server may have acted.
    /// * [`Status`](crate::ErrorKind::Status): the status is no 2xx.
    /// * [`Decode`](crate::ErrorKind::Decode): the status is a 2xx and the body is not what the description says. The
    ///   server did act.
    fn send(self) -> impl Future<Output = Result<ResponseValue<Self::Output>, Error>> + Send {
        let client = self.client().clone();
        let request = self.into_request();
        async move {
            let response = client.execute(request?, Self::INFO).await?;
            Self::read(response).await
        }
    }
}

/// An operation that returns its items in pages.
///
/// `hero-api-ext` turns any of them into a stream of items.
pub trait Paged: Operation + Clone {
    /// One item of a page.
    type Item: Send + 'static;

    /// Asks for this page. Which number is the first, is the description's choice.
    #[must_use = "a builder does nothing until it is sent"]
    fn page_index(self, index: u64) -> Self;

    /// Asks for this many items a page. The server may give fewer.
    #[must_use = "a builder does nothing until it is sent"]
    fn page_size(self, size: u64) -> Self;

    /// The items of a page.
    fn into_items(output: Self::Output) -> Vec<Self::Item>;

    /// How many items all pages have together, if the response tells.
    fn count(output: &Self::Output) -> Option<u64>;
}

#[cfg(test)]
pub(crate) mod fixture {
    use super::*;

    pub(crate) const GET_THING: OperationInfo = OperationInfo {
        id: "getThing",
        method: Method::GET,
        path: "/v1/x/{id}",
        tag: "Thing",
        summary: "Get a thing",
        idempotent: true,
        paged: false,
        success: &[StatusPattern::Exact(200)],
        errors: &[
            ErrorSchema { status: StatusPattern::Default, schema: Some("Fallback") },
            ErrorSchema { status: StatusPattern::Class(4), schema: Some("ClientError") },
            ErrorSchema { status: StatusPattern::Exact(404), schema: None },
            ErrorSchema { status: StatusPattern::Exact(400), schema: Some("ValidationError") },
        ],
        provenance: Provenance::Unstated,
    };
}

#[cfg(test)]
mod tests {
    use super::{fixture::GET_THING, *};

    #[test]
    fn the_narrowest_error_row_wins() {
        assert_eq!(GET_THING.error_schema(StatusCode::BAD_REQUEST), Some("ValidationError"));
        assert_eq!(GET_THING.error_schema(StatusCode::NOT_FOUND), None);
        assert_eq!(GET_THING.error_schema(StatusCode::CONFLICT), Some("ClientError"));
        assert_eq!(GET_THING.error_schema(StatusCode::BAD_GATEWAY), Some("Fallback"));
    }

    #[test]
    fn a_path_of_another_operation_is_not_covered() {
        assert!(GET_THING.covers("/v1/x/7"));
        for other in ["/v1/x/", "/v1/x", "/v1/y/7", "/v1/x/7/8", "/v1/x/7/", "v1/x/7", ""] {
            assert!(!GET_THING.covers(other), "{other}");
        }
        assert!(OperationInfo { path: "/v1/odd name/{id}:cancel", ..GET_THING }.covers("/v1/odd%20name/7:cancel"));
    }
}
