use std::{borrow::Cow, error::Error, fmt, io};

use crate::runtime::{TransportError, mismatch::Mismatch};

/// The private representation of an [`Error`](crate::Error). It holds nothing of a URL, header or body.
pub(crate) enum ErrorRepr {
    InvalidRequest(Cow<'static, str>),
    Configuration(&'static str),
    Transport(TransportError),
    Status,
    Decode(Mismatch),
}

/// The kind of an [`Error`](crate::Error).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum ErrorKind {
    /// The request breaks a rule of the description. Nothing was sent.
    InvalidRequest,
    /// A client cannot be built from its base URL, credentials or TLS settings.
    Configuration,
    /// No response arrived, or its body broke off. The server may have acted.
    Transport,
    /// The status of the response is not a success.
    Status,
    /// The status is a success, and the body is not what the description says.
    Decode,
}

impl ErrorRepr {
    pub(crate) fn kind(&self) -> ErrorKind {
        match self {
            Self::InvalidRequest(_) => ErrorKind::InvalidRequest,
            Self::Configuration(_) => ErrorKind::Configuration,
            Self::Transport(_) => ErrorKind::Transport,
            Self::Status => ErrorKind::Status,
            Self::Decode(_) => ErrorKind::Decode,
        }
    }

    pub(crate) fn cause(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Transport(error) => Some(error.as_ref()),
            _ => None,
        }
    }

    pub(crate) fn is_timeout(&self) -> bool {
        self.is_caused(reqwest::Error::is_timeout, io::ErrorKind::TimedOut)
    }

    pub(crate) fn is_connect(&self) -> bool {
        self.is_caused(reqwest::Error::is_connect, io::ErrorKind::ConnectionRefused)
    }

    /// Searches the whole chain of causes: a transport may wrap the error of reqwest, or may not use reqwest.
    fn is_caused(&self, by_http: fn(&reqwest::Error) -> bool, by_io: io::ErrorKind) -> bool {
        std::iter::successors(self.cause(), |&cause| cause.source()).any(|cause| {
            cause.downcast_ref::<reqwest::Error>().is_some_and(by_http)
                || cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == by_io)
        })
    }
}

impl fmt::Display for ErrorRepr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidRequest(reason) => write!(f, "invalid request: {reason}"),
            Self::Configuration(reason) => f.write_str(reason),
            Self::Transport(_) if self.is_timeout() => f.write_str("timed out"),
            Self::Transport(_) if self.is_connect() => f.write_str("could not connect"),
            Self::Transport(_) => f.write_str("no response"),
            Self::Status => f.write_str("not a success"),
            Self::Decode(mismatch) => write!(f, "unexpected body: {mismatch}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Wrapped(io::Error);

    impl fmt::Display for Wrapped {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("wrapped")
        }
    }

    impl Error for Wrapped {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            Some(&self.0)
        }
    }

    fn transport(kind: io::ErrorKind) -> ErrorRepr {
        ErrorRepr::Transport(Box::new(Wrapped(kind.into())))
    }

    #[test]
    fn causes_are_searched_for_timeout_and_connect() {
        let timeout = transport(io::ErrorKind::TimedOut);
        assert!(timeout.is_timeout() && !timeout.is_connect());
        let refused = transport(io::ErrorKind::ConnectionRefused);
        assert!(refused.is_connect() && !refused.is_timeout());
        let other = transport(io::ErrorKind::ConnectionReset);
        assert!(!other.is_connect() && !other.is_timeout());
    }

    #[test]
    fn display_does_not_quote_the_transport() {
        assert_eq!(transport(io::ErrorKind::TimedOut).to_string(), "timed out");
        assert_eq!(transport(io::ErrorKind::ConnectionReset).to_string(), "no response");
    }
}
