//! Signed requests, for the tests of programs that receive webhooks.
//!
//! # Examples
//!
//! ```
//! use chrono::DateTime;
//! use hero_api_ext::webhook_receiver::{Event, SignatureHeaders, Verifier, testing::signed_request};
//!
//! let now = DateTime::from_timestamp(1_792_929_600, 0).unwrap_or_default();
//! let request = signed_request("the key", &Event::new("appointment.confirmed", "7", "12"), now)?;
//!
//! let verified = Verifier::new("the key")?.verify(&SignatureHeaders::from(&request.headers), &request.body, now)?;
//! assert!(matches!(verified.event()?, Event::AppointmentConfirmed { .. }));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::fmt;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use http::{HeaderMap, HeaderName, HeaderValue, header::CONTENT_TYPE};

use super::{Event, KeyError, headers, key::SigningKey};

/// What Hero would post.
#[derive(Clone)]
#[non_exhaustive]
pub struct SignedRequest {
    /// The content type and the two headers of the signature: the time in seconds and hexadecimal digits, which is one
    /// of the forms that a verifier takes.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl fmt::Debug for SignedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignedRequest").finish_non_exhaustive()
    }
}

/// Signs an event with a key, as if at that time.
///
/// # Errors
///
/// The key is empty or has white space around it.
pub fn signed_request(
    signing_key: impl AsRef<[u8]>,
    event: &Event,
    time: DateTime<Utc>,
) -> Result<SignedRequest, KeyError> {
    // An event consists of what JSON consists of, so writing it does not fail.
    let body = serde_json::to_vec(event).unwrap_or_default();
    signed_body(signing_key, body, time)
}

/// Signs any bytes with a key, as if at that time: to see what a program does with a body that is no event.
///
/// # Errors
///
/// The key is empty or has white space around it.
pub fn signed_body(
    signing_key: impl AsRef<[u8]>,
    body: impl Into<Bytes>,
    time: DateTime<Utc>,
) -> Result<SignedRequest, KeyError> {
    let body = body.into();
    let seconds = time.timestamp();
    let mac = SigningKey::new(signing_key.as_ref())?.sign(seconds.to_string().as_bytes(), &body);
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(HeaderName::from_static(headers::TIMESTAMP), seconds.into());
    if let Ok(signature) = HeaderValue::from_str(&HEXLOWER.encode(&mac.into_bytes())) {
        headers.insert(HeaderName::from_static(headers::SIGNATURE), signature);
    }
    Ok(SignedRequest { headers, body })
}
