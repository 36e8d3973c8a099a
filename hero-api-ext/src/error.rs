mod effect;
mod issue;
mod kind;
mod predicates;
mod repr;

use std::{borrow::Cow, error, fmt, time::Duration};

use hero_api::{OperationInfo, TransportError};
use http::{HeaderMap, StatusCode};

pub use effect::Effect;
pub use issue::ValidationIssue;
pub use kind::ErrorKind;
pub(crate) use repr::ErrorRepr;
pub use repr::TimeoutKind;

use crate::retry::RetryAfter;

/// Why a call failed, or why a client or an input could not be made: the one error type of this crate.
///
/// Ask it with the predicates (`is_…`), whose documentation says what to do, or match on [`kind`](Self::kind). It can be
/// logged: `Display` and `Debug` name the operation, the path template, the status and the place in the JSON where decoding
/// stopped, and hold nothing of a path, query, header, body or input. `Debug` prints the cause as well, in which the network may
/// name the host of the base URL, its address and port.
///
/// # Examples
///
/// ```
/// use hero_api_ext::Error;
///
/// fn advice(error: &Error) -> &'static str {
///     match error {
///         error if error.is_rate_limited() => "slow down",
///         error if error.is_unauthorized() => "check the API key",
///         error if error.is_retryable() => "try again later",
///         _ => "look at the log",
///     }
/// }
/// ```
// One pointer, so that a `Result` of a small output stays small.
pub struct Error(Box<Inner>);

struct Inner {
    repr: ErrorRepr,
    operation: Option<&'static OperationInfo>,
    stats: CallStats,
}

/// What a call has been through, whatever came of it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct CallStats {
    /// How many requests were sent, or tried.
    pub(crate) attempts: u32,
    /// From the first attempt to the end of the last.
    pub(crate) elapsed: Duration,
    /// What the call may take in all, when decoding its response can outlast that.
    pub(crate) limit: Duration,
    /// Whether the server may have acted on a request whose response was lost.
    pub(crate) may_have_acted: bool,
    /// Whether a success proves nothing here: proxies respond with 200 for a server that is down.
    pub(crate) is_in_doubt: bool,
    /// The status of the last attempt, if the head of a response arrived.
    pub(crate) last_status: Option<StatusCode>,
    /// What the last response asked for.
    pub(crate) retry_after: Option<RetryAfter>,
}

impl Error {
    pub(crate) fn new(repr: ErrorRepr) -> Self {
        Self(Box::new(Inner { repr, operation: None, stats: CallStats::default() }))
    }

    #[allow(dead_code, reason = "for flows and webhooks")]
    /// The client cannot be made, or not be used for this. Each problem is a lower-case fragment without values.
    pub(crate) fn configuration(problem: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorRepr::Configuration(vec![problem.into()]))
    }

    pub(crate) fn configurations(problems: Vec<Cow<'static, str>>) -> Self {
        Self::new(ErrorRepr::Configuration(problems))
    }

    /// An input was refused before anything was sent. `what` names it and `why` finishes the sentence "`what` …", without the
    /// value.
    pub(crate) fn invalid_input(what: &'static str, why: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorRepr::Input { what, why: why.into() })
    }

    /// The server keeps to the description and still makes no sense: it ignores paging, or responds for another patient.
    #[allow(dead_code, reason = "for pages and flows")]
    pub(crate) fn protocol(operation: &'static OperationInfo, why: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorRepr::Protocol(why.into())).with_context(operation, CallStats::default())
    }

    /// A flow waited for something that did not happen in time.
    #[allow(dead_code, reason = "for flows that poll")]
    pub(crate) fn gave_up(operation: &'static OperationInfo, elapsed: Duration) -> Self {
        Self::new(ErrorRepr::Timeout(TimeoutKind::Wait, None))
            .with_context(operation, CallStats { elapsed, ..CallStats::default() })
    }

    pub(crate) fn with_context(mut self, operation: &'static OperationInfo, stats: CallStats) -> Self {
        self.0.operation = Some(operation);
        self.0.stats = stats;
        self
    }

    /// The same error of a call whose success proves nothing unless its body does.
    #[allow(dead_code, reason = "for messages")]
    pub(crate) fn in_doubt_when_done(mut self) -> Self {
        self.0.stats.is_in_doubt = self.effect() == Effect::Done;
        self
    }

    /// What went wrong, in one word.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.repr.kind()
    }

    /// The operation that failed; `None` when a client or an input could not be made.
    #[must_use]
    pub fn operation(&self) -> Option<&'static OperationInfo> {
        self.0.operation
    }

    /// The status of the response to the last attempt, if there was one. It is a success when only the body was lost, too large
    /// or not what the description says.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.repr.status().or(self.0.stats.last_status)
    }

    /// How many requests were sent or tried: 0 when the call failed before the first, more than 1 after retries.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.stats.attempts
    }

    /// How long the call took, from before its first attempt to its end, by the client's clock.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.0.stats.elapsed
    }

    /// The headers of the last response, if there was one. They can hold personal data, such as cookies or locations.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.repr.reply()?.headers()
    }

    /// The body of the last response, if it arrived whole. **It can hold patient data**: do not log it.
    #[must_use]
    pub fn sensitive_body(&self) -> Option<&bytes::Bytes> {
        self.0.repr.reply()?.sensitive_body()
    }

    /// What the generated bindings said, when the request was refused, or when a response arrived and was not a success or did
    /// not decode. It decodes the schemas that the description names for errors:
    /// [`hero_api::Error::decode_body`].
    #[must_use]
    pub fn api_error(&self) -> Option<&hero_api::Error> {
        self.0.repr.reply()
    }

    /// Where in the body decoding stopped, for example `$.data[3].birth_date`. A key that does not look like a field name is
    /// shown as `*`.
    #[must_use]
    pub fn json_path(&self) -> Option<&str> {
        self.0.repr.reply()?.json_path()
    }

    /// What was found and what was expected where decoding stopped, for example `found string, expected u8`. It names types and
    /// fields, never a value.
    #[must_use]
    pub fn json_problem(&self) -> Option<&str> {
        self.0.repr.reply()?.json_problem()
    }

    /// Which limit ran out, when a time limit did.
    #[must_use]
    pub fn timeout_kind(&self) -> Option<TimeoutKind> {
        match self.0.repr {
            ErrorRepr::Timeout(limit, _) => Some(limit),
            _ => None,
        }
    }

    /// What a call that failed did at the server: nothing, everything, or nobody knows.
    #[must_use]
    pub fn effect(&self) -> Effect {
        effect::of_error(&self.0.repr, &self.0.stats)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The bindings already begin with the operation.
        if let (Some(operation), false) = (self.0.operation, self.0.repr.names_operation()) {
            write!(f, "{operation}: ")?;
        }
        self.0.repr.fmt(f)?;
        let issues = self.validation_issues().len();
        if issues > 0 {
            write!(f, ", {issues} validation issue{}", if issues == 1 { "" } else { "s" })?;
        }
        match self.0.stats.attempts {
            0 | 1 => Ok(()),
            attempts => write!(f, ", after {attempts} attempts"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_struct("Error");
        text.field("kind", &self.kind()).field("message", &format_args!("{self}"));
        text.field("attempts", &self.0.stats.attempts).field("elapsed", &self.0.stats.elapsed);
        if let Some(cause) = error::Error::source(self) {
            text.field("cause", &cause);
        }
        text.finish_non_exhaustive()
    }
}

impl error::Error for Error {
    /// What the network or the provider of credentials failed with. A decoding error has no source: the one of `serde_json`
    /// quotes the body.
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.0.repr.cause()
    }
}

/// The error of a call that [`Hero::api`](crate::Hero::api) started, with the attempts, the elapsed time and the effect that the
/// transport of this crate knows.
///
/// An error of a client with another transport has [`attempts`](Error::attempts) 0.
impl From<hero_api::Error> for Error {
    fn from(error: hero_api::Error) -> Self {
        let stats = error.extensions().and_then(|extensions| extensions.get()).copied().unwrap_or_default();
        Self::from_api(error, stats)
    }
}

impl Error {
    pub(crate) fn into_repr(self) -> ErrorRepr {
        self.0.repr
    }

    pub(crate) fn from_api(error: hero_api::Error, stats: CallStats) -> Self {
        let operation = error.operation();
        if error.is_timeout() && stats.limit > Duration::ZERO {
            // The response was there in time, and its body took too long to decode.
            let stats = CallStats { elapsed: stats.elapsed.max(stats.limit), ..stats };
            return Self(Box::new(Inner { repr: ErrorRepr::Timeout(TimeoutKind::Total, None), operation, stats }));
        }
        let repr = match error.into_transport_error().map(|error: TransportError| error.downcast::<Self>()) {
            Ok(Ok(ours)) => return *ours,
            Ok(Err(foreign)) => ErrorRepr::Interrupted(foreign),
            Err(error) => ErrorRepr::from(error),
        };
        Self(Box::new(Inner { repr, operation, stats }))
    }
}
