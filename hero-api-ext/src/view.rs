//! Reads a response as a type of this crate, which states the fields that a flow needs and nothing else.
//!
//! The names of fields are fixed by the reference, those of generated types are not; and where the reference shows no
//! fields, the generated type is an open value.

use std::marker::PhantomData;

use chrono::{DateTime, TimeDelta, Utc};
use hero_api::{Client, Operation, OperationInfo, ResponseValue, lenient};
use reqwest::{
    Request,
    header::{CONTENT_TYPE, HeaderValue},
};
use serde::{
    Deserialize, Deserializer,
    de::{
        DeserializeOwned, Error as _,
        value::{self, StrDeserializer},
    },
};
use serde_json::Value;

/// The operation `O` with its response read as `T`.
pub(crate) struct View<O, T> {
    operation: O,
    body: Option<Value>,
    output: PhantomData<fn() -> T>,
}

/// Starts a [`View`].
pub(crate) trait ViewAs: Operation {
    fn view<T>(self) -> View<Self, T> {
        View { operation: self, body: None, output: PhantomData }
    }
}

impl<O: Operation> ViewAs for O {}

impl<O, T> View<O, T> {
    /// Sends this body, where the description knows of none.
    pub(crate) fn with_body(self, body: Value) -> Self {
        Self { body: Some(body), ..self }
    }
}

impl<O: Operation, T: DeserializeOwned + Send + 'static> View<O, T> {
    /// Sends the operation and returns what its response holds.
    pub(crate) async fn send(self) -> Result<T, crate::Error> {
        Ok(ResponseValue::into_inner(Operation::send(self).await?))
    }
}

impl<O: Operation, T: DeserializeOwned + Send + 'static> Operation for View<O, T> {
    type Output = T;
    const INFO: &'static OperationInfo = O::INFO;

    fn client(&self) -> &Client {
        self.operation.client()
    }

    fn into_request(self) -> Result<Request, hero_api::Error> {
        let mut request = self.operation.into_request()?;
        if let Some(body) = self.body {
            request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
            *request.body_mut() = Some(body.to_string().into());
        }
        Ok(request)
    }
}

/// An id, which is a text on some pages of the reference and a number on others.
pub(crate) fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::String(id) if !id.is_empty() => Some(id),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    })
}

/// An id without which the response is of no use.
pub(crate) fn required_id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    id(deserializer)?.ok_or_else(|| D::Error::custom("expected an id"))
}

/// A number, also as a text; or nothing.
pub(crate) fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    Ok(value.as_f64().or_else(|| value.as_str()?.parse().ok()))
}

/// A text, or nothing.
pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::String(text) => Some(text),
        _ => None,
    })
}

/// A time; without an offset it is UTC. What is no time is nothing: no response is worth losing for it.
pub(crate) fn time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DateTime<Utc>>, D::Error> {
    Ok(Value::deserialize(deserializer)?.as_str().and_then(parse_time))
}

/// A time in any form that the bindings read.
pub(crate) fn parse_time(text: &str) -> Option<DateTime<Utc>> {
    lenient::date_time(StrDeserializer::<value::Error>::new(text)).ok()
}

/// A length in minutes, if it is one that an appointment may have.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked before")]
pub(crate) fn minutes(minutes: f64) -> Option<TimeDelta> {
    let is_usable = minutes.is_finite() && minutes > 0.0 && minutes < 1e6;
    is_usable.then(|| TimeDelta::seconds((minutes * 60.0).round() as i64))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[derive(Deserialize)]
    struct Held {
        #[serde(default, deserialize_with = "id")]
        id: Option<String>,
        #[serde(default, deserialize_with = "time")]
        at: Option<DateTime<Utc>>,
    }

    #[test]
    fn an_id_is_a_text_or_a_number() {
        for (given, id) in [(json!("7"), Some("7")), (json!(7), Some("7")), (json!(""), None), (json!(null), None)] {
            let held: Held = serde_json::from_value(json!({ "id": given })).unwrap();
            assert_eq!(held.id.as_deref(), id, "{given}");
        }
    }

    #[test]
    fn a_time_is_read_with_an_offset_and_without() {
        for text in [
            "2026-03-15T09:30:00Z",
            "2026-03-15T10:30:00.000+01:00",
            "2026-03-15T09:30:00",
            "2026-03-15 09:30:00",
            "2026-03-15T10:30+0100",
            "2026-03-15 09:30:00 UTC",
        ] {
            let held: Held = serde_json::from_value(json!({ "at": text })).unwrap();
            assert_eq!(held.at.map(|at| at.to_rfc3339()).as_deref(), Some("2026-03-15T09:30:00+00:00"), "{text}");
        }
        for other in [json!("soon"), json!(null), json!(7)] {
            let held: Held = serde_json::from_value(json!({ "at": other })).unwrap();
            assert!(held.at.is_none() && held.id.is_none());
        }
    }
}
