use std::{error::Error, fmt, io};

use crate::{TransportError, mismatch::Mismatch};

/// What went wrong, with what is known of it. It holds nothing of a URL, header or body.
pub(crate) enum Fault {
    InvalidRequest(String),
    Configuration(&'static str),
    Transport(TransportError),
    Status,
    Decode(Mismatch),
}

/// What went wrong, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request breaks a rule of the description. Nothing was sent.
    InvalidRequest,
    /// The client cannot be made from what it was given: base URL, credentials, TLS.
    Configuration,
    /// No response arrived, or its body broke off. The server may have acted.
    Transport,
    /// The server answered with a status that is not success.
    Status,
    /// The server answered with success and the body is not what the description says.
    Decode,
}

impl Fault {
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

    /// Looks through all causes, since a transport may wrap the error of reqwest, or not use reqwest at all.
    fn is_caused(&self, by_http: fn(&reqwest::Error) -> bool, by_io: io::ErrorKind) -> bool {
        std::iter::successors(self.cause(), |&cause| cause.source()).any(|cause| {
            cause.downcast_ref::<reqwest::Error>().is_some_and(by_http)
                || cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == by_io)
        })
    }
}

impl fmt::Display for Fault {
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

    fn fault(kind: io::ErrorKind) -> Fault {
        Fault::Transport(Box::new(Wrapped(kind.into())))
    }

    #[test]
    fn the_cause_is_found_inside_the_error_of_a_transport() {
        let timeout = fault(io::ErrorKind::TimedOut);
        assert!(timeout.is_timeout() && !timeout.is_connect());
        let refused = fault(io::ErrorKind::ConnectionRefused);
        assert!(refused.is_connect() && !refused.is_timeout());
        let other = fault(io::ErrorKind::ConnectionReset);
        assert!(!other.is_connect() && !other.is_timeout());
    }

    #[test]
    fn the_words_do_not_come_from_the_transport() {
        assert_eq!(fault(io::ErrorKind::TimedOut).to_string(), "timed out");
        assert_eq!(fault(io::ErrorKind::ConnectionReset).to_string(), "no response");
    }
}
