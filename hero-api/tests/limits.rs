//! Which values of a request are held to the limits of the description before it is sent.
#![cfg(feature = "links")]

use std::error::Error as StdError;

use hero_api::{Client, Credentials, Operation, types::CreateBookingLinkBody};
use serde_json::{Value, json};

type TestResult = Result<(), Box<dyn StdError>>;

fn client() -> Result<Client, hero_api::Error> {
    Client::new("https://example.test", Credentials::new("key", "group")?)
}

/// The body that a call with this value would send.
fn sent(body: CreateBookingLinkBody) -> Result<Value, Box<dyn StdError>> {
    let request = client()?.create_booking_link().body(body).into_request()?;
    let bytes = request.body().and_then(|body| body.as_bytes()).ok_or("the request has no body")?;
    Ok(serde_json::from_slice(bytes)?)
}

#[test]
fn a_setter_refuses_a_value_out_of_limits() -> TestResult {
    let client = client()?;
    let call = |count: f64| {
        let body = |body: hero_api::types::builder::CreateBookingLinkBody| {
            body.appointment_type_id("1").location_id("2").maximum_use_count(count)
        };
        client.create_booking_link().body_map(body).into_request()
    };
    assert!(call(1.0).is_ok());
    let error = call(0.0).err().ok_or("a count of 0 was taken")?;
    assert!(error.is_invalid_request());
    assert!(error.to_string().contains("maximum_use_count: must be at least 1"), "{error}");
    Ok(())
}

#[test]
fn an_assigned_or_decoded_value_is_sent_as_it_is() -> TestResult {
    let given = json!({"appointment_type_id": "1", "location_id": "2", "maximum_use_count": 0.0});
    let decoded: CreateBookingLinkBody = serde_json::from_value(given.clone())?;
    assert_eq!(sent(decoded.clone())?, given);
    let mut assigned = decoded;
    assigned.maximum_use_count = Some(-1.0);
    assert_eq!(sent(assigned)?["maximum_use_count"], json!(-1.0));
    Ok(())
}
