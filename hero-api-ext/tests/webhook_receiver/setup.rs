//! What the tests share: a clock to set, signatures made by hand, and a receiver that says what its handler saw.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::HEXLOWER;
use hero_api_ext::{
    clock::Clock,
    hero_api::BoxFuture,
    webhook_receiver::{Delivery, Outcome, Receiver, SignatureHeaders, Verifier},
};
use hmac::{Hmac, KeyInit, Mac};
use http::StatusCode;
use sha2::Sha256;

pub(crate) const KEY: &str = "marker: a key that was made up for a test";
pub(crate) const NOW: i64 = 1_792_929_600;
pub(crate) const BODY: &str =
    r#"{"object":"Appointment","id":"7","practice_group_id":"12","event":"appointment.confirmed"}"#;
pub(crate) const TIMESTAMP: &str = "X-Herohealth-Timestamp";
pub(crate) const SIGNATURE: &str = "X-Herohealth-Signature";

pub(crate) type Headers = Vec<(&'static str, Vec<u8>)>;

/// A clock that stands until it is moved.
#[derive(Debug)]
pub(crate) struct HandClock(Mutex<DateTime<Utc>>);

impl HandClock {
    pub(crate) fn new() -> Arc<Self> {
        Arc::new(Self(Mutex::new(DateTime::from_timestamp(NOW, 0).unwrap())))
    }

    pub(crate) fn pass(&self, seconds: i64) {
        *self.0.lock().unwrap() += TimeDelta::seconds(seconds);
    }
}

impl Clock for HandClock {
    fn now(&self) -> Duration {
        Duration::ZERO
    }

    fn utc_now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::pending())
    }
}

pub(crate) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(NOW, 0).unwrap()
}

pub(crate) fn mac(key: &str, signed: &[u8]) -> [u8; 32] {
    Hmac::<Sha256>::new_from_slice(key.as_bytes()).unwrap().chain_update(signed).finalize().into_bytes().into()
}

/// The signature in hex.
pub(crate) fn sign(key: &str, timestamp: impl AsRef<[u8]>, body: impl AsRef<[u8]>) -> String {
    HEXLOWER.encode(&mac(key, &[timestamp.as_ref(), b".", body.as_ref()].concat()))
}

pub(crate) fn headers(timestamp: impl AsRef<[u8]>, signature: impl AsRef<[u8]>) -> Headers {
    vec![(TIMESTAMP, timestamp.as_ref().to_vec()), (SIGNATURE, signature.as_ref().to_vec())]
}

/// The headers of a delivery that is signed now.
pub(crate) fn signed(body: impl AsRef<[u8]>) -> Headers {
    headers(NOW.to_string(), sign(KEY, NOW.to_string(), body))
}

pub(crate) fn borrowed(headers: &Headers) -> SignatureHeaders<'_> {
    SignatureHeaders::from_pairs(headers.iter().map(|(name, value)| (*name, value.as_slice())))
}

/// A receiver whose handler responds as told and counts how often it ran.
pub(crate) struct Station {
    pub(crate) receiver: Receiver,
    pub(crate) clock: Arc<HandClock>,
    pub(crate) seen: Mutex<Vec<Delivery>>,
}

impl Station {
    pub(crate) fn new() -> Self {
        Self::with(Verifier::new(KEY).unwrap(), |receiver| receiver)
    }

    pub(crate) fn with(verifier: Verifier, change: impl FnOnce(Receiver) -> Receiver) -> Self {
        let clock = HandClock::new();
        let receiver = change(Receiver::new(verifier).with_clock(Arc::clone(&clock) as Arc<dyn Clock>));
        Self { receiver, clock, seen: Mutex::default() }
    }

    pub(crate) async fn post(&self, headers: &Headers, body: impl AsRef<[u8]>) -> StatusCode {
        self.post_to(headers, body, StatusCode::NO_CONTENT).await
    }

    pub(crate) async fn post_to(&self, headers: &Headers, body: impl AsRef<[u8]>, response: StatusCode) -> StatusCode {
        let handler = async |delivery| {
            self.seen.lock().unwrap().push(delivery);
            response
        };
        self.receiver.handle(&borrowed(headers), body.as_ref(), handler).await
    }

    pub(crate) fn handled(&self) -> usize {
        self.seen.lock().unwrap().len()
    }

    pub(crate) fn count(&self, outcome: Outcome) -> u64 {
        self.receiver.counts().of(outcome)
    }
}
