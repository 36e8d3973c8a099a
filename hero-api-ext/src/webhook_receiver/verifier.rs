use std::{fmt, time::Duration};

use chrono::{DateTime, Utc};

use super::{
    DeliveryId, Event, KeyError, ParseError, SignatureHeaders, VerifyError, key::SigningKey, signature, timestamp,
};

/// Tells deliveries that Hero signed from all others.
///
/// Use a [`Receiver`](super::Receiver) to serve webhooks: it has a verifier in it and does the rest. Use the verifier
/// alone for bytes that came some other way, from a queue for example.
///
/// # Examples
///
/// ```
/// use chrono::{DateTime, Utc};
/// use hero_api_ext::webhook_receiver::{Event, SignatureHeaders, Verifier, VerifyError};
///
/// fn read(headers: &http::HeaderMap, body: &[u8], now: DateTime<Utc>) -> Result<Event, Box<dyn std::error::Error>> {
///     let verifier = Verifier::new("the key that the webhook was created with")?;
///     let verified = verifier.verify(&SignatureHeaders::from(headers), body, now)?;
///     Ok(verified.event()?)
/// }
/// ```
#[derive(Clone)]
pub struct Verifier {
    keys: Vec<SigningKey>,
    tolerance: Option<Duration>,
    body_limit: usize,
}

impl Verifier {
    /// How far the time of signing may be from now, both ways, unless [`with_tolerance`](Self::with_tolerance) says
    /// otherwise: five minutes.
    pub const DEFAULT_TOLERANCE: Duration = Duration::from_secs(300);
    /// How many bytes a body may have, unless [`with_body_limit`](Self::with_body_limit) says otherwise: 64 KiB. Hero's
    /// bodies have less than one.
    pub const DEFAULT_BODY_LIMIT: usize = 64 * 1024;

    /// Takes the key that the webhook was created with.
    ///
    /// # Errors
    ///
    /// The key is empty or has white space around it.
    pub fn new(signing_key: impl AsRef<[u8]>) -> Result<Self, KeyError> {
        Ok(Self {
            keys: vec![SigningKey::new(signing_key.as_ref())?],
            tolerance: Some(Self::DEFAULT_TOLERANCE),
            body_limit: Self::DEFAULT_BODY_LIMIT,
        })
    }

    /// Believes this key too. To change a key without losing a delivery, let the program believe both, then make the
    /// webhook anew with the new key and remove the old webhook, then take the old key away.
    ///
    /// # Errors
    ///
    /// The key is empty or has white space around it.
    pub fn with_key(mut self, signing_key: impl AsRef<[u8]>) -> Result<Self, KeyError> {
        self.keys.push(SigningKey::new(signing_key.as_ref())?);
        Ok(self)
    }

    /// Sets how far the time of signing may be from now, both ways.
    ///
    /// Whether Hero signs a repeated delivery anew is not documented. If it does not, a delivery that it repeats after
    /// more than the tolerance is [`TooOld`](VerifyError::TooOld): then widen it.
    #[must_use]
    pub fn with_tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = Some(tolerance);
        self
    }

    /// Believes signatures of any age, with any timestamp, for deliveries that are verified long after they came.
    ///
    /// Somebody who got hold of a delivery can then repeat it as soon as it is forgotten: see
    /// [`Receiver::with_memory`](super::Receiver::with_memory).
    #[must_use]
    pub fn without_time_check(mut self) -> Self {
        self.tolerance = None;
        self
    }

    /// Sets how many bytes a body may have.
    #[must_use]
    pub fn with_body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// How many bytes a body may have.
    #[must_use]
    pub fn body_limit(&self) -> usize {
        self.body_limit
    }

    /// How far the time of signing may be from now; `None` for any distance.
    #[must_use]
    pub fn tolerance(&self) -> Option<Duration> {
        self.tolerance
    }

    /// Looks at the headers alone, so that the body of a request that cannot be right need not be read.
    ///
    /// # Errors
    ///
    /// A header is missing, repeated, too long, or holds nothing that could be a signature.
    pub fn precheck(&self, headers: &SignatureHeaders<'_>) -> Result<(), VerifyError> {
        headers.timestamp()?;
        if headers.signatures()?.iter().any(|header| signature::candidates(header).next().is_some()) {
            Ok(())
        } else {
            Err(VerifyError::MalformedSignature)
        }
    }

    /// Checks that one of the keys signed the body with the timestamp, and that this was not too far from `now`.
    ///
    /// `body` has to be the bytes as they came. The signature is checked before the time, so the errors about time are
    /// about deliveries that Hero did sign.
    ///
    /// # Errors
    ///
    /// Whatever is wrong, the sender should get the same response: 401, with no detail.
    pub fn verify<'b>(
        &self,
        headers: &SignatureHeaders<'_>,
        body: &'b [u8],
        now: DateTime<Utc>,
    ) -> Result<Verified<'b>, VerifyError> {
        if body.len() > self.body_limit {
            return Err(VerifyError::BodyTooLarge);
        }
        self.precheck(headers)?;
        let timestamp = headers.timestamp()?;
        let signatures = headers.signatures()?;
        if !self.is_signed(timestamp, body, signatures) {
            return Err(VerifyError::WrongSignature);
        }
        let signed_at = timestamp::milliseconds(timestamp);
        if let Some(tolerance) = self.tolerance {
            check_time(signed_at.ok_or(VerifyError::UnreadableTimestamp)?, now.timestamp_millis(), tolerance)?;
        }
        Ok(Verified {
            body,
            id: DeliveryId::of(timestamp, body),
            signed_at: signed_at.and_then(DateTime::from_timestamp_millis),
        })
    }

    /// Tries every key on every signature, so that the time it takes does not tell which one fitted.
    fn is_signed(&self, timestamp: &[u8], body: &[u8], signatures: &[&[u8]]) -> bool {
        self.keys.iter().fold(false, |signed, key| {
            let expected = key.sign(timestamp, body);
            let candidates = signatures.iter().flat_map(|header| signature::candidates(header));
            candidates.fold(signed, |signed, candidate| signed | expected.is(candidate))
        })
    }
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier")
            .field("keys", &self.keys.len())
            .field("tolerance", &self.tolerance)
            .field("body_limit", &self.body_limit)
            .finish()
    }
}

fn check_time(signed_at: i64, now: i64, tolerance: Duration) -> Result<(), VerifyError> {
    let distance = Duration::from_millis(now.abs_diff(signed_at));
    match distance <= tolerance {
        true => Ok(()),
        false if signed_at < now => Err(VerifyError::TooOld { age: distance }),
        false => Err(VerifyError::TooNew { ahead: distance }),
    }
}

/// A body that Hero signed.
#[derive(Clone, Copy)]
pub struct Verified<'b> {
    body: &'b [u8],
    id: DeliveryId,
    signed_at: Option<DateTime<Utc>>,
}

impl<'b> Verified<'b> {
    /// Reads the event.
    ///
    /// # Errors
    ///
    /// The body is no JSON object that names an event.
    pub fn event(&self) -> Result<Event, ParseError> {
        Event::parse(self.body)
    }

    /// The bytes that were signed, as they came.
    ///
    /// Read them as JSON: what is signed does not say where the timestamp ends, so of a time with a fraction, the fraction
    /// could have been moved to the front of the body. No JSON object begins with digits.
    #[must_use]
    pub fn body(&self) -> &'b [u8] {
        self.body
    }

    /// What the delivery is known by when it comes again.
    #[must_use]
    pub fn id(&self) -> DeliveryId {
        self.id
    }

    /// When it was signed; `None` when [the time is not checked](Verifier::without_time_check) and is in no known form.
    #[must_use]
    pub fn signed_at(&self) -> Option<DateTime<Utc>> {
        self.signed_at
    }
}

impl fmt::Debug for Verified<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verified").field("signed_at", &self.signed_at).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_distance_in_time_overflows() {
        let extremes = [i64::MIN, -i64::MAX, -1, 0, 1, i64::MAX];
        for (signed_at, now) in extremes.into_iter().flat_map(|a| extremes.map(|b| (a, b))) {
            let close = check_time(signed_at, now, Duration::from_secs(300));
            assert_eq!(close.is_ok(), now.abs_diff(signed_at) <= 300_000, "{signed_at} {now}");
            assert_eq!(check_time(signed_at, now, Duration::MAX), Ok(()));
        }
    }

    #[test]
    fn the_tolerance_itself_is_tolerated_both_ways() {
        let tolerance = Duration::from_secs(300);
        assert_eq!(check_time(1_000_000, 1_300_000, tolerance), Ok(()));
        assert_eq!(check_time(1_300_000, 1_000_000, tolerance), Ok(()));
        let distance = Duration::from_millis(300_001);
        assert_eq!(check_time(1_000_000, 1_300_001, tolerance), Err(VerifyError::TooOld { age: distance }));
        assert_eq!(check_time(1_300_001, 1_000_000, tolerance), Err(VerifyError::TooNew { ahead: distance }));
    }
}
