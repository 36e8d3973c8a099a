use std::{fmt, sync::Arc, time::Duration};

use hero_api::OperationInfo;
use http::StatusCode;

/// Decides whether a failed attempt is followed by another. It is asked only when another is safe.
///
/// # Examples
///
/// ```
/// use hero_api_ext::retry::{Decision, AttemptError, RetryPolicy, RetryState, RetryReason};
///
/// /// Tries once more when the network fails, and never when the server responds.
/// #[derive(Debug)]
/// struct NetworkOnly;
///
/// impl RetryPolicy for NetworkOnly {
///     fn decide(&self, state: &RetryState) -> Decision {
///         match state.error {
///             AttemptError::Status(_) => Decision::Stop,
///             _ if state.attempts >= 2 => Decision::Stop,
///             _ => Decision::Retry(RetryReason::Transient),
///         }
///     }
/// }
/// ```
pub trait RetryPolicy: fmt::Debug + Send + Sync {
    /// What to do after this failure.
    fn decide(&self, state: &RetryState) -> Decision;
}

impl<P: RetryPolicy + ?Sized> RetryPolicy for Arc<P> {
    fn decide(&self, state: &RetryState) -> Decision {
        P::decide(self, state)
    }
}

/// What a policy decides by.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RetryState {
    /// The row of the operation table.
    pub operation: &'static OperationInfo,
    /// How many attempts were made: 1 after the first.
    pub attempts: u32,
    /// How long the call has taken so far.
    pub elapsed: Duration,
    /// How the last attempt failed.
    pub error: AttemptError,
}

/// How an attempt failed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum AttemptError {
    /// No connection came about, in time or at all: the request was not sent.
    Connect,
    /// The connection broke before the response was whole.
    Interrupted,
    /// The time for one attempt ran out.
    Timeout,
    /// A response with a status that is not success.
    Status(StatusCode),
}

/// What to do after a failed attempt.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Decision {
    /// Give up and return the failure.
    Stop,
    /// Try again after a wait that fits the reason.
    Retry(RetryReason),
}

/// Why an attempt is repeated, which decides how long to wait and what the retry costs.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum RetryReason {
    /// Something that passes: a broken connection, a server that restarts.
    Transient,
    /// The server asks for fewer requests.
    Throttling,
}

/// The default policy: a number of attempts, for failures that may pass.
///
/// Those are: no connection, a broken one, an attempt out of time, and the statuses 408, 429, 500, 502, 503 and 504.
#[derive(Clone, Debug)]
pub struct Standard {
    attempts: u32,
}

impl Standard {
    /// At most this many attempts in all; 0 means 1.
    #[must_use]
    pub fn attempts(attempts: u32) -> Self {
        Self { attempts: attempts.max(1) }
    }
}

/// Three attempts.
impl Default for Standard {
    fn default() -> Self {
        Self::attempts(3)
    }
}

impl RetryPolicy for Standard {
    fn decide(&self, state: &RetryState) -> Decision {
        if state.attempts >= self.attempts {
            return Decision::Stop;
        }
        match state.error {
            AttemptError::Status(StatusCode::TOO_MANY_REQUESTS) => Decision::Retry(RetryReason::Throttling),
            AttemptError::Status(status) if !matches!(status.as_u16(), 408 | 500 | 502 | 503 | 504) => Decision::Stop,
            _ => Decision::Retry(RetryReason::Transient),
        }
    }
}

/// Never tries again.
#[derive(Clone, Copy, Debug)]
pub struct Never;

impl RetryPolicy for Never {
    fn decide(&self, _state: &RetryState) -> Decision {
        Decision::Stop
    }
}
