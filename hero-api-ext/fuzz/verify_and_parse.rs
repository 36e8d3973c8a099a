// What has to hold for every input. The fuzz target and a test of hero-api-ext both include this file.

use std::time::Duration;

use chrono::DateTime;
use data_encoding::{BASE64, BASE64URL_NOPAD, HEXUPPER};
use hero_api_ext::webhook_receiver::{Event, SignatureHeaders, Verifier, testing};

// The seeds are signed with another one: a signature with this one would be no forgery.
const KEY: &str = "a key of the fuzz target alone";
const BODY_LIMIT: usize = 4096;

/// Reads `input` as an attempt to get something past the verifier, and as a body that Hero signed.
///
/// # Panics
///
/// When a promise is broken.
pub(crate) fn check(input: &[u8]) {
    let (head, body) = input.split_at(input.len().min(2));
    let [timestamp_length, signature_length] = [0, 1].map(|index| usize::from(*head.get(index).unwrap_or(&0)));
    let (timestamp, rest) = body.split_at(body.len().min(timestamp_length));
    let (signature, rest) = rest.split_at(rest.len().min(signature_length));
    forged(timestamp, signature, rest);
    signed(timestamp, rest);
    parsed(body);
}

fn verifier() -> Verifier {
    Verifier::new(KEY).unwrap().with_body_limit(BODY_LIMIT)
}

/// The time that a timestamp is compared with; taken from the input, so that all distances occur.
fn clock(timestamp: &[u8]) -> DateTime<chrono::Utc> {
    let bytes = timestamp.iter().rev().take(5).fold(0_i64, |value, byte| value << 8 | i64::from(*byte));
    DateTime::from_timestamp_millis(bytes.wrapping_mul(257)).unwrap_or_default()
}

/// Nobody finds a signature without the key, and nothing panics.
fn forged(timestamp: &[u8], signature: &[u8], body: &[u8]) {
    let headers = SignatureHeaders::new(timestamp, signature);
    let strict = verifier().verify(&headers, body, clock(timestamp));
    let lax = verifier().without_time_check().verify(&headers, body, clock(timestamp));
    assert!(strict.is_err() && lax.is_err(), "a forgery was believed");
}

/// What is signed is believed in every encoding, with one id, if its time is right.
fn signed(timestamp: &[u8], body: &[u8]) {
    let mac = signature_of(timestamp, body);
    let written = [HEXUPPER.encode(&mac), format!("v1={}", BASE64.encode(&mac)), BASE64URL_NOPAD.encode(&mac)];
    let verifiers = [
        verifier().without_time_check(),
        verifier().with_tolerance(Duration::from_secs(300)),
        verifier().with_tolerance(Duration::MAX),
    ];
    for verifier in verifiers {
        let results = written.each_ref().map(|signature| {
            let headers = SignatureHeaders::new(timestamp, signature.as_bytes());
            verifier.verify(&headers, body, clock(timestamp)).map(|verified| (verified.id(), verified.signed_at()))
        });
        assert!(results[0] == results[1] && results[1] == results[2], "the encoding made a difference");
        let is_usable = body.len() <= BODY_LIMIT && timestamp.len() <= 64 && !timestamp.trim_ascii().is_empty();
        assert!(verifier.tolerance().is_some() || results[0].is_ok() == is_usable, "a signed body was refused");
    }
}

/// HMAC as RFC 2104 defines it, apart from the crate that the verifier uses it from.
fn signature_of(timestamp: &[u8], body: &[u8]) -> [u8; 32] {
    use sha2::{Digest, Sha256};
    let pad = |byte: u8| {
        let mut block = [byte; 64];
        block.iter_mut().zip(KEY.bytes()).for_each(|(byte, key)| *byte ^= key);
        block
    };
    let inner = Sha256::new().chain_update(pad(0x36)).chain_update(timestamp).chain_update(".").chain_update(body);
    Sha256::new().chain_update(pad(0x5c)).chain_update(inner.finalize()).finalize().into()
}

/// A body is an event or none, and an event survives being printed, written and read.
fn parsed(body: &[u8]) {
    let Ok(event) = Event::parse(body) else { return };
    let request = testing::signed_request(KEY, &event, DateTime::default()).unwrap();
    let again = Event::parse(&request.body).unwrap();
    assert_eq!(again.name(), event.name());
    assert_eq!(
        (again.id(), again.practice_group_id(), again.object()),
        (event.id(), event.practice_group_id(), event.object())
    );
    assert!(!format!("{event:?}").is_empty());
}
