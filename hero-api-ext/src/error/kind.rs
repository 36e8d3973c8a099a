use http::StatusCode;

/// What went wrong, in one word. The predicate of each on [`Error`](crate::Error) says what to do about it.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client cannot be made from what it was given.
    Configuration,
    /// The provider of credentials failed.
    Credentials,
    /// The limiter could not say when to send. Nothing was sent.
    Limiter,
    /// An input or a request breaks a rule. Nothing was sent.
    InvalidInput,
    /// No connection came about. The server did not see the request.
    Connect,
    /// The time for connecting or for an attempt ran out.
    Timeout,
    /// The time for the whole call, or for a wait, ran out.
    DeadlineExceeded,
    /// The connection broke before the response was whole.
    Interrupted,
    /// The response is larger than the cap.
    TooLarge,
    /// The server sent a redirect, which is not followed: status 3xx.
    Redirect,
    /// The server found fault with the request: status 400 or 422.
    Validation,
    /// The API key was not accepted: status 401.
    Unauthorized,
    /// The key may not do this: status 403.
    Forbidden,
    /// There is no such thing: status 404 or 410.
    NotFound,
    /// The request clashes with what is there: status 409 or 412.
    Conflict,
    /// Too many requests: status 429.
    RateLimited,
    /// Any other 4xx.
    Rejected,
    /// The server failed: status 5xx.
    Server,
    /// A success whose body is not what the description says.
    Decode,
    /// Responses that contradict each other.
    Protocol,
}

impl ErrorKind {
    pub(crate) fn from_status(status: StatusCode) -> Self {
        match status.as_u16() {
            300..=399 => Self::Redirect,
            400 | 422 => Self::Validation,
            401 => Self::Unauthorized,
            403 => Self::Forbidden,
            404 | 410 => Self::NotFound,
            409 | 412 => Self::Conflict,
            429 => Self::RateLimited,
            500..=599 => Self::Server,
            _ => Self::Rejected,
        }
    }
}
