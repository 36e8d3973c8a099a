use std::{error, fmt};

use http::StatusCode;

use super::{GuardError, GuardFull, Outcome, ParseError, VerifyError};

/// Why a delivery does not reach the handler: all there is to know for the operator, a bare status for the sender.
#[non_exhaustive]
pub enum Rejection {
    /// It was not believed: 401, whatever the reason.
    Unverified(VerifyError),
    /// Hero signed it, and it is no event: 400.
    Unreadable(ParseError),
    /// The body broke off: 400, if the sender is still there to hear it.
    BrokenOff,
    /// It is being handled at this moment: 409, so that the sender asks again.
    InProgress,
    /// The guard against repetitions failed, so that nobody knows whether it was handled: 503.
    Guard(GuardError),
}

impl Rejection {
    /// The status of the response, whose body is empty.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Unverified(_) => StatusCode::UNAUTHORIZED,
            Self::Unreadable(_) | Self::BrokenOff => StatusCode::BAD_REQUEST,
            Self::InProgress => StatusCode::CONFLICT,
            Self::Guard(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// What it is counted as.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Unverified(error) => error.outcome(),
            Self::Unreadable(_) => Outcome::Unreadable,
            Self::BrokenOff => Outcome::BrokenOff,
            Self::InProgress => Outcome::InProgress,
            Self::Guard(error) if error.is::<GuardFull>() => Outcome::GuardFull,
            Self::Guard(_) => Outcome::GuardFailed,
        }
    }
}

impl From<VerifyError> for Rejection {
    fn from(error: VerifyError) -> Self {
        Self::Unverified(error)
    }
}

impl From<ParseError> for Rejection {
    fn from(error: ParseError) -> Self {
        Self::Unreadable(error)
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unverified(error) => error.fmt(f),
            Self::Unreadable(error) => error.fmt(f),
            Self::BrokenOff => f.write_str("the body broke off"),
            Self::InProgress => f.write_str("it is being handled already"),
            Self::Guard(_) => f.write_str("the guard against repeated deliveries failed"),
        }
    }
}

impl fmt::Debug for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unverified(error) => f.debug_tuple("Unverified").field(error).finish(),
            Self::Unreadable(error) => f.debug_tuple("Unreadable").field(error).finish(),
            Self::BrokenOff => f.write_str("BrokenOff"),
            Self::InProgress => f.write_str("InProgress"),
            // A store's error may quote its address, with a password in it.
            Self::Guard(_) => f.write_str("Guard(..)"),
        }
    }
}

impl error::Error for Rejection {
    /// What the guard failed with.
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Guard(error) => Some(error.as_ref()),
            _ => None,
        }
    }
}
