use std::{
    fmt,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use http::{Method, StatusCode};
use serde::de::DeserializeOwned;

use crate::runtime::{BufferedResponse, Client, Error, ResponseStream, ResponseValue};

/// One row of the operation table: what the description says about an operation, without its types.
///
/// Each row is a constant in [`operations`](crate::operations). `operations::ALL` lists the rows that are compiled in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OperationInfo {
    /// The `operationId`, for example `listThings`.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path template, for example `/v1/things/{id}`. It holds no values, so it is fit for logs and metrics.
    pub path: &'static str,
    /// The tag that groups the operation in the reference.
    pub tag: &'static str,
    /// One line on what the operation does.
    pub summary: &'static str,
    /// Whether sending the request twice has the effect of sending it once, as HTTP defines it for the method.
    pub idempotent: bool,
    /// Whether the operation returns pages; then its builder implements [`Paged`].
    pub paged: bool,
    /// The statuses of success that the description names. A response with any 2xx is read as a success.
    pub success: &'static [StatusPattern],
    /// Which schema describes the body of which error status.
    pub errors: &'static [ErrorSchema],
    /// Where the description of this operation comes from.
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

    /// The row of an operation that the description lacks, for a [`Transport`](crate::Transport) and for errors.
    ///
    /// `path` is a template such as `/v1/things/{id}`. It appears in logs. Rows are kept for the life of the program, one for
    /// each method and template.
    #[must_use]
    pub fn unbound(method: Method, path: &'static str) -> &'static Self {
        static ROWS: Mutex<Vec<&'static OperationInfo>> = Mutex::new(Vec::new());
        let mut rows = ROWS.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(row) = rows.iter().find(|row| row.method == method && row.path == path) {
            return row;
        }
        let row: &'static Self = Box::leak(Box::new(Self {
            id: "unbound",
            idempotent: method.is_idempotent(),
            method,
            path,
            tag: "",
            summary: "",
            paged: false,
            success: &[],
            errors: &[],
            provenance: Provenance::Unstated,
        }));
        rows.push(row);
        row
    }

    /// Judges a response to this operation and decodes its body, as [`Operation::read`] does for a known output.
    ///
    /// # Errors
    ///
    /// As [`Operation::read`].
    pub async fn read<T: DeserializeOwned + 'static>(
        &'static self,
        response: reqwest::Response,
    ) -> Result<ResponseValue<T>, Error> {
        BufferedResponse::read(self, response).await?.checked(self)?.decode(self)
    }

    /// Whether `path` is the path of this operation with its parameters filled in.
    pub(crate) fn covers(&self, path: &str) -> bool {
        if path == self.path {
            return true;
        }
        let mut actual = path.split('/');
        let fits = self.path.split('/').all(|template| {
            actual.next().is_some_and(|segment| {
                // Characters that URLs encode cannot be compared byte by byte.
                let is_open = || template.contains('{') || !template.bytes().all(is_unreserved);
                segment == template || !segment.is_empty() && is_open()
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

/// Where the description of an operation comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Provenance {
    /// The shapes were read in the published reference.
    Read,
    /// The shapes were seen in a sample only. Fields may be missing, and which fields are optional is a guess.
    Sample,
    /// The shapes were inferred from other operations or the guides.
    Inferred,
    /// Responses of the server were held against the shapes, and what differed was corrected.
    Observed,
    /// The description does not say. A published description does not need to.
    Unstated,
}

/// A call that can be sent. The builder of every operation implements it.
///
/// The trait is open: implement it for a request that wraps another, or for one that the description lacks.
///
/// Use it to write code once for all operations, such as a layer with retries. To make one call, the builder's own `send` is
/// enough.
///
/// # Examples
///
/// ```
#[doc = concat!("use ", env!("CARGO_CRATE_NAME"), "::{Error, Operation, ResponseValue};")]
///
/// async fn announced<O: Operation>(operation: O) -> Result<O::Output, Error> {
///     println!("calling {}", O::INFO);
///     operation.send().await.map(ResponseValue::into_inner)
/// }
/// ```
#[must_use = "an operation does nothing until it is sent"]
pub trait Operation: Sized + Send {
    /// The type of a successful response; `()` when its body is ignored.
    type Output: DeserializeOwned + Send + 'static;

    /// The operation's row in the table.
    const INFO: &'static OperationInfo;

    /// The client that the operation was started on.
    fn client(&self) -> &Client;

    /// Builds the request, without credentials and without sending it.
    ///
    /// # Errors
    ///
    /// [`is_invalid_request`](crate::Error::is_invalid_request) when a required parameter or field is missing, or a
    /// value broke a rule of the description when it was set.
    fn into_request(self) -> Result<reqwest::Request, Error>;

    /// Checks the status of a response to this operation and decodes its body.
    ///
    /// Call it when the request was sent by other means.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send), except `InvalidRequest`.
    #[must_use = "a future does nothing until it is awaited"]
    fn read(response: reqwest::Response) -> impl Future<Output = Result<ResponseValue<Self::Output>, Error>> + Send {
        async move { Self::decode(BufferedResponse::read(Self::INFO, response).await?) }
    }

    /// As [`read`](Self::read), for a response whose body has arrived.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read).
    fn decode(response: BufferedResponse) -> Result<ResponseValue<Self::Output>, Error> {
        response.checked(Self::INFO)?.decode(Self::INFO)
    }

    /// Sends the request and decodes the response.
    ///
    /// # Errors
    ///
    /// * [`is_invalid_request`](crate::Error::is_invalid_request): nothing was sent, see [`into_request`](Self::into_request).
    /// * [`is_transport`](crate::Error::is_transport): no response arrived, or its body broke off. The server may have acted.
    /// * [`is_status`](crate::Error::is_status): the status is no 2xx.
    /// * [`is_decode`](crate::Error::is_decode): the status is a 2xx and the body is not what the description says. The
    ///   server did act.
    fn send(self) -> impl Future<Output = Result<ResponseValue<Self::Output>, Error>> + Send {
        let client = self.client().clone();
        let request = self.into_request();
        async move { Self::decode(client.fetch(request?, Self::INFO).await?) }
    }

    /// Sends the request and returns the body of the response as a stream, not decoded.
    ///
    /// Use it for a large download, or for server-sent events: see [`ResponseStream::events`]. The time limit of a call does not
    /// apply while the body is read, but a transport may limit the pauses between two pieces.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send), except `Decode`.
    fn stream(self) -> impl Future<Output = Result<ResponseStream, Error>> + Send {
        let client = self.client().clone();
        let request = self.into_request();
        async move {
            let mut request = request?;
            *request.timeout_mut() = Some(LONGEST_STREAM);
            let response = client.execute(request, Self::INFO).await?;
            if response.status().is_success() {
                return Ok(ResponseStream::new(Self::INFO, response));
            }
            let response = BufferedResponse::read(Self::INFO, response).await?;
            Err(Error::status_of(Self::INFO, response))
        }
    }
}

/// reqwest counts the body of a response into the time of a call, so a stream needs a limit that is not reached.
const LONGEST_STREAM: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// An operation that returns its items in pages. The trait is open, as [`Operation`] is.
///
/// Use it to write code once for all of them, such as a stream of items.
pub trait Paged: Operation + Clone {
    /// One item of a page.
    type Item: Send + 'static;

    /// Where the description puts the items of a page.
    const PAGE_SHAPE: PageShape;

    /// The name of the query parameter that [`page_index`](Self::page_index) sets.
    const PAGE_INDEX_PARAMETER: &'static str;

    /// The name of the query parameter that [`page_size`](Self::page_size) sets.
    const PAGE_SIZE_PARAMETER: &'static str;

    /// Asks for this page. The API decides whether the first page is 0 or 1.
    #[must_use = "a builder does nothing until it is sent"]
    fn page_index(self, index: u64) -> Self;

    /// Asks for this many items per page. The server may return fewer.
    #[must_use = "a builder does nothing until it is sent"]
    fn page_size(self, size: u64) -> Self;

    /// The items of a page.
    fn into_items(output: Self::Output) -> Vec<Self::Item>;

    /// The number of items on all pages, if the response says it.
    fn count(output: &Self::Output) -> Option<u64>;
}

/// An operation with a request body of a described type.
///
/// Code that has the fields of a body, and should not have to know what the description calls its type, decodes them as
/// [`Body`](Self::Body): that checks them as the description wants it.
pub trait WithBody: Operation {
    /// The type of the body.
    type Body;

    /// Sends this body.
    #[must_use = "a builder does nothing until it is sent"]
    fn with_body(self, body: Self::Body) -> Self;
}

/// Where the description of a paged operation puts the items of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PageShape {
    /// In the list `data` of an object, which may have a `count` beside it.
    Envelope,
    /// The description has one object, which is taken for an item.
    Single,
    /// The description leaves the shape open. [`Json::items`](crate::Json::items) finds the items.
    Open,
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
    fn unbound_row_is_made_once() {
        let row = |method: Method| OperationInfo::unbound(method, "/v1/x/{id}");
        assert!(std::ptr::eq(row(Method::GET), row(Method::GET)));
        assert_eq!(row(Method::POST).to_string(), "unbound (POST /v1/x/{id})");
        assert!(row(Method::GET).idempotent && !row(Method::POST).idempotent);
    }

    #[test]
    fn a_path_of_another_operation_does_not_fit() {
        assert!(GET_THING.covers("/v1/x/7"));
        assert!(OperationInfo { path: "/v1/me", ..GET_THING }.covers("/v1/me"));
        for other in ["/v1/x/", "/v1/x", "/v1/y/7", "/v1/x/7/8", "/v1/x/7/", "v1/x/7", ""] {
            assert!(!GET_THING.covers(other), "{other}");
        }
        assert!(OperationInfo { path: "/v1/odd name/{id}:cancel", ..GET_THING }.covers("/v1/odd%20name/7:cancel"));
    }
}
