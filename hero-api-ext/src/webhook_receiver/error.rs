use std::{error, fmt, time::Duration};

use super::headers::{SIGNATURE, TIMESTAMP};

/// Why a signing key is none. The key itself is not repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyError {
    /// The key has no bytes, or only zero bytes, which is the same to HMAC: anybody could sign with it.
    Empty,
    /// The key has white space around it, mostly a line break that was pasted along.
    Padded,
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the signing key is empty",
            Self::Padded => "the signing key has white space around it",
        })
    }
}

impl error::Error for KeyError {}

/// Why a delivery was not believed, for the operator. The sender learns nothing but 401.
///
/// Nothing of the headers or the body is in it, so it can be logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyError {
    /// There is no timestamp header, or an empty one.
    ///
    /// # Troubleshooting
    ///
    /// Hero signs what a webhook sends only if it was created with a `signing_key`.
    MissingTimestamp,
    /// There are several timestamp headers. Which of them was signed cannot be told from outside.
    RepeatedTimestamp,
    /// The timestamp header is longer than any time.
    LongTimestamp,
    /// There is no signature header, or an empty one. See [`MissingTimestamp`](Self::MissingTimestamp).
    MissingSignature,
    /// Nothing in the signature header is 32 bytes in hex or base64, or the header is longer than several signatures.
    MalformedSignature,
    /// No signature fits any key.
    ///
    /// # Troubleshooting
    ///
    /// Unless it is a forgery: the key is not the one that the webhook was created with, or something between Hero and
    /// this program changed the body. Pass the bytes as they came, not JSON that was read and written again.
    WrongSignature,
    /// The signature is right, and the timestamp is in no form that this crate reads.
    ///
    /// # Troubleshooting
    ///
    /// Please report the form. Until then [`Verifier::without_time_check`](super::Verifier::without_time_check) takes
    /// it.
    UnreadableTimestamp,
    /// The signature is right, and the delivery was signed too long ago.
    ///
    /// # Troubleshooting
    ///
    /// The clock of this machine is fast, the delivery was held up on its way, or somebody repeats it.
    TooOld {
        /// How long ago it was signed.
        age: Duration,
    },
    /// The signature is right, and the delivery was signed too far in the future.
    ///
    /// # Troubleshooting
    ///
    /// The clock of this machine is slow.
    TooNew {
        /// How far in the future it was signed.
        ahead: Duration,
    },
    /// The body is larger than the limit of the verifier. It was not read further.
    BodyTooLarge,
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingTimestamp => write!(f, "the header {TIMESTAMP} is missing"),
            Self::RepeatedTimestamp => write!(f, "the header {TIMESTAMP} is there more than once"),
            Self::LongTimestamp => write!(f, "the header {TIMESTAMP} is too long for a time"),
            Self::MissingSignature => write!(f, "the header {SIGNATURE} is missing"),
            Self::MalformedSignature => write!(f, "the header {SIGNATURE} holds no HMAC-SHA256 in hex or base64"),
            Self::WrongSignature => f.write_str("the signature fits no key"),
            Self::UnreadableTimestamp => write!(f, "the header {TIMESTAMP} is signed and no time"),
            Self::TooOld { age } => write!(f, "it was signed {} s ago", age.as_secs()),
            Self::TooNew { ahead } => write!(f, "it was signed {} s in the future", ahead.as_secs()),
            Self::BodyTooLarge => f.write_str("the body is larger than the limit"),
        }
    }
}

impl error::Error for VerifyError {}

/// Why a body is no event. Nothing of the body is in it, so it can be logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParseError {
    /// The body is not JSON.
    NotJson,
    /// The body is JSON and not an object.
    NotAnObject,
    /// The object does not say which event it is: neither `event` nor `event_type` is a text.
    Nameless,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotJson => "the body is not JSON",
            Self::NotAnObject => "the body is no JSON object",
            Self::Nameless => "the body names no event",
        })
    }
}

impl error::Error for ParseError {}
