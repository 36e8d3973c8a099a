//! Signatures that openssl made: see `vectors.sh`.

use data_encoding::BASE64;
use hero_api_ext::webhook_receiver::{Event, SignatureHeaders, Verifier, VerifyError, testing};
use serde_json::Value;

use crate::webhook_receiver::setup::now;

struct Vector {
    name: String,
    key: String,
    timestamp: String,
    body: Vec<u8>,
    hex: String,
    base64: String,
}

fn vectors() -> Vec<Vector> {
    let list: Vec<Value> = serde_json::from_str(include_str!("vectors.json")).unwrap();
    let vectors: Vec<Vector> = list.iter().map(vector).collect();
    assert_eq!(vectors.len(), 23);
    vectors
}

fn vector(value: &Value) -> Vector {
    let text = |name: &str| value[name].as_str().unwrap().to_owned();
    Vector {
        name: text("name"),
        key: text("key"),
        timestamp: text("timestamp"),
        body: BASE64.decode(text("body_base64").as_bytes()).unwrap(),
        hex: text("hex"),
        base64: text("base64"),
    }
}

/// The ways in which Hero might write a signature.
fn written(vector: &Vector) -> Vec<String> {
    let url = vector.base64.replace('+', "-").replace('/', "_");
    let plain = [
        vector.hex.clone(),
        vector.hex.to_uppercase(),
        vector.base64.clone(),
        vector.base64.trim_end_matches('=').to_owned(),
        url.clone(),
        url.trim_end_matches('=').to_owned(),
    ];
    let prefixed = ["", "sha256=", "v1=", "t=1,v1=", "v1,", "v0=00,v1="];
    plain.iter().flat_map(|text| prefixed.map(|prefix| format!("{prefix}{text}"))).collect()
}

#[test]
fn openssl_signature_is_accepted_in_any_form() {
    for vector in vectors() {
        let verifier = Verifier::new(&vector.key).unwrap();
        for signature in written(&vector) {
            let headers = SignatureHeaders::new(vector.timestamp.as_bytes(), signature.as_bytes());
            let result = verifier.verify(&headers, &vector.body, now());
            assert!(result.is_ok_and(|verified| verified.body() == vector.body), "{}: {signature}", vector.name);
        }
    }
}

#[test]
fn other_key_body_or_time_is_refused() {
    for vector in vectors() {
        let verifier = Verifier::new(&vector.key).unwrap();
        let (timestamp, signature) = (vector.timestamp.as_bytes(), vector.hex.as_bytes());
        let other_key = Verifier::new(format!("{}x", vector.key)).unwrap();
        let other_body = [vector.body.as_slice(), b" "].concat();
        let other_time = [timestamp, b"0"].concat();
        for (verifier, timestamp, body) in [
            (&other_key, timestamp, vector.body.as_slice()),
            (&verifier, timestamp, other_body.as_slice()),
            (&verifier, other_time.as_slice(), vector.body.as_slice()),
        ] {
            let result = verifier.verify(&SignatureHeaders::new(timestamp, signature), body, now());
            assert_eq!(result.err(), Some(VerifyError::WrongSignature), "{}", vector.name);
        }
    }
}

#[test]
fn each_event_that_openssl_signed_is_read() {
    let mut names = Vec::new();
    for vector in vectors() {
        if let Ok(event) = Event::parse(&vector.body)
            && !matches!(event, Event::Unknown { .. })
        {
            assert_eq!((event.name(), event.practice_group_id()), (vector.name.as_str(), Some("12")));
            names.push(vector.name);
        }
    }
    assert_eq!(names, Event::NAMES);
}

#[test]
fn test_requests_are_signed_as_openssl_would() {
    let mut compared = 0;
    for vector in vectors().iter().filter(|vector| vector.timestamp == "1792929600") {
        let request = testing::signed_body(&vector.key, vector.body.clone(), now()).unwrap();
        assert_eq!(request.headers["x-herohealth-signature"], vector.hex, "{}", vector.name);
        assert_eq!(request.headers["x-herohealth-timestamp"], "1792929600");
        compared += 1;
    }
    assert_eq!(compared, 19);
}
