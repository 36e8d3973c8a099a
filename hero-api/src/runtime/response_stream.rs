use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use reqwest::Response;

use crate::runtime::{BufferedResponse, Error, EventStream, OperationInfo};

/// The body of a successful response, read piece by piece. [`Operation::stream`](crate::Operation::stream) returns it.
///
/// Use it for a download that is too large for memory, or for a response that does not end.
///
/// `Debug` does not show the headers or the body.
pub struct ResponseStream {
    operation: &'static OperationInfo,
    response: Response,
}

impl ResponseStream {
    pub(crate) fn new(operation: &'static OperationInfo, response: Response) -> Self {
        Self { operation, response }
    }

    /// The status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.response.status()
    }

    /// The headers of the response.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.response.headers()
    }

    /// The next piece of the body; `None` after the last one.
    ///
    /// # Errors
    ///
    /// [`Error::is_transport`] when the body breaks off, or when the server pauses for longer than
    /// the transport allows.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        match self.response.chunk().await {
            Ok(chunk) => Ok(chunk),
            Err(error) => Err(Error::transport(self.operation, error.into()).with_response(self.head())),
        }
    }

    /// Reads the body as server-sent events (`text/event-stream`).
    #[must_use]
    pub fn events(self) -> EventStream {
        EventStream::new(self)
    }

    pub(crate) fn operation(&self) -> &'static OperationInfo {
        self.operation
    }

    /// The response without its body, for an error.
    pub(crate) fn head(&self) -> BufferedResponse {
        BufferedResponse {
            status: self.status(),
            headers: self.headers().clone(),
            extensions: self.response.extensions().clone(),
            body: None,
        }
    }
}

impl fmt::Debug for ResponseStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseStream")
            .field("operation", &self.operation.id)
            .field("status", &self.status().as_u16())
            .finish_non_exhaustive()
    }
}
