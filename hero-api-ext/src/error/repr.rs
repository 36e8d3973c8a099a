use std::{borrow::Cow, error::Error, fmt, sync::Arc};

use hero_api::TransportError;
use http::StatusCode;

use super::ErrorKind;

/// What went wrong, with what is known of it. `Display` holds nothing of a URL, header, body or input.
pub(crate) enum ErrorRepr {
    Configuration(Vec<Cow<'static, str>>),
    /// Calls that waited together share it.
    Credentials(Arc<dyn Error + Send + Sync>),
    /// The limiter could not say when to send.
    Limiter(TransportError),
    Input {
        what: &'static str,
        why: Cow<'static, str>,
    },
    /// The bindings refused to build or send the request.
    Request(hero_api::Error),
    Connect(TransportError),
    /// No connection, since the server's certificate was refused.
    Certificate(TransportError),
    Timeout(TimeoutKind, Option<TransportError>),
    /// The connection was there, and the response did not arrive whole.
    Interrupted(TransportError),
    /// A success whose body is larger than the cap.
    TooLarge {
        cap: usize,
        status: StatusCode,
    },
    /// A response whose status is not success.
    Status(hero_api::Error),
    Decode(hero_api::Error),
    Protocol(Cow<'static, str>),
}

/// A limit in time that can run out.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum TimeoutKind {
    /// For opening a connection, TLS included: 3.1 seconds unless set. The server did not see the request.
    Connect,
    /// For one attempt, response included: 30 seconds unless set.
    Attempt,
    /// For the whole call with its retries and waits, the deadline: 90 seconds unless set.
    Total,
    /// For a flow that waits for something to happen.
    Wait,
}

impl From<hero_api::Error> for ErrorRepr {
    fn from(error: hero_api::Error) -> Self {
        match error {
            error if error.is_status() => Self::Status(error),
            error if error.is_decode() => Self::Decode(error),
            error if error.is_configuration() => Self::Configuration(vec![error.to_string().into()]),
            error if error.is_transport() => Self::Interrupted(error.into()),
            error => Self::Request(error),
        }
    }
}

impl ErrorRepr {
    pub(crate) fn kind(&self) -> ErrorKind {
        match self {
            Self::Configuration(_) => ErrorKind::Configuration,
            Self::Credentials(_) => ErrorKind::Credentials,
            Self::Limiter(_) => ErrorKind::Limiter,
            Self::Input { .. } | Self::Request(_) => ErrorKind::InvalidInput,
            Self::Connect(_) | Self::Certificate(_) => ErrorKind::Connect,
            Self::Timeout(TimeoutKind::Total | TimeoutKind::Wait, _) => ErrorKind::DeadlineExceeded,
            Self::Timeout(..) => ErrorKind::Timeout,
            Self::Interrupted(_) => ErrorKind::Interrupted,
            Self::TooLarge { .. } => ErrorKind::TooLarge,
            Self::Status(error) => error.status().map_or(ErrorKind::Rejected, ErrorKind::from_status),
            Self::Decode(_) => ErrorKind::Decode,
            Self::Protocol(_) => ErrorKind::Protocol,
        }
    }

    pub(crate) fn status(&self) -> Option<StatusCode> {
        match self {
            Self::TooLarge { status, .. } => Some(*status),
            other => other.reply()?.status(),
        }
    }

    pub(crate) fn reply(&self) -> Option<&hero_api::Error> {
        match self {
            Self::Request(error) | Self::Status(error) | Self::Decode(error) => Some(error),
            _ => None,
        }
    }

    pub(crate) fn names_operation(&self) -> bool {
        self.reply().is_some()
    }

    pub(crate) fn cause(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Credentials(error) => Some(error.as_ref()),
            Self::Limiter(error)
            | Self::Connect(error)
            | Self::Certificate(error)
            | Self::Interrupted(error)
            | Self::Timeout(_, Some(error)) => Some(error.as_ref()),
            // Its text is the text of this error, so it is no cause.
            Self::Request(error) | Self::Status(error) | Self::Decode(error) => error.source(),
            _ => None,
        }
    }
}

impl fmt::Display for ErrorRepr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Configuration(problems) => f.write_str(&problems.join("; ")),
            Self::Credentials(_) => f.write_str("the provider of credentials failed"),
            Self::Limiter(_) => f.write_str("the rate limiter failed"),
            Self::Input { what, why } => write!(f, "{what} {why}"),
            Self::Request(error) | Self::Status(error) | Self::Decode(error) => error.fmt(f),
            Self::Connect(_) => f.write_str("could not connect"),
            Self::Certificate(_) => f.write_str("could not connect: the certificate of the server was refused"),
            Self::Timeout(TimeoutKind::Connect, _) => f.write_str("timed out while connecting"),
            Self::Timeout(TimeoutKind::Attempt, _) => f.write_str("an attempt timed out"),
            Self::Timeout(TimeoutKind::Total, _) => f.write_str("the deadline of the call ran out"),
            Self::Timeout(TimeoutKind::Wait, _) => f.write_str("gave up waiting"),
            Self::Interrupted(_) => f.write_str("the response did not arrive whole"),
            Self::TooLarge { cap, .. } => write!(f, "the response is larger than {cap} bytes"),
            Self::Protocol(why) => f.write_str(why),
        }
    }
}
