//! Reads a list, in whichever of the usual shapes it comes: `{data, count}`, an array, or one object.
//!
//! The description states one of them for each operation, from samples, and was seen to be wrong.

use std::{
    collections::hash_map::DefaultHasher,
    hash::{Hash, Hasher},
    slice,
};

use bytes::Bytes;
use hero_api::Paged;
use reqwest::{Response, StatusCode, header::HeaderMap};
use serde::Deserialize;
use serde_json::{Value, json};

use super::progress::Outline;

/// A response whose body has arrived.
pub(super) struct Reply {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl Reply {
    fn into_response(self) -> Response {
        let mut response = http::Response::new(self.body);
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        response.into()
    }
}

/// A page as it was read.
pub(super) struct Sheet<T> {
    pub(super) items: Vec<T>,
    pub(super) outline: Outline,
}

/// Reads an answer of the operation `P`.
pub(super) async fn read<P: Paged>(reply: Reply) -> Result<Sheet<P::Item>, hero_api::Error> {
    let answer = reply.status.is_success().then(|| serde_json::from_slice(&reply.body).ok()).flatten();
    let Some(answer) = answer else {
        // An error, or no JSON: the operation says what is wrong with it.
        return Ok(sheet::<P>(P::read(reply.into_response()).await?.into_inner(), &Value::Null, false));
    };
    let is_single = is_one_object(&answer);
    match rewritten::<P>(&answer) {
        Rewritten::AsItIs => {
            let output = P::read(reply.into_response()).await?.into_inner();
            Ok(sheet::<P>(output, &answer, is_single))
        }
        Rewritten::Whole(value) => {
            let output = read_value::<P>(&reply, &value).await?;
            Ok(sheet::<P>(output, &answer, is_single))
        }
        Rewritten::Each(elements) => {
            let mut items = Vec::with_capacity(elements.len());
            for element in elements {
                items.extend(P::into_items(read_value::<P>(&reply, element).await?));
            }
            let outline = outline(items.len(), member_count(&answer), &answer, is_single);
            Ok(Sheet { items, outline })
        }
    }
}

/// How an answer is given to the type of the description.
#[derive(Debug, PartialEq)]
enum Rewritten<'a> {
    AsItIs,
    Whole(Value),
    /// Each element is an answer of its own.
    Each(&'a [Value]),
}

fn rewritten<P: Paged>(answer: &Value) -> Rewritten<'_> {
    let single = is_one_object(answer).then(|| slice::from_ref(answer));
    let listed = elements(answer).or(single);
    match (described::<P>(), listed) {
        (_, None) => Rewritten::AsItIs,
        (Described::Envelope, Some(_)) if has_count(answer) => Rewritten::AsItIs,
        (Described::Envelope, Some(elements)) => Rewritten::Whole(envelope(elements)),
        (Described::Array, Some(_)) if answer.is_array() => Rewritten::AsItIs,
        (Described::Array, Some(elements)) => Rewritten::Whole(json!(elements)),
        (Described::Single, Some(_)) if single.is_some() => Rewritten::AsItIs,
        (Described::Single, Some(elements)) => Rewritten::Each(elements),
    }
}

/// Whether an answer is an envelope with a number in it. Where that is required and is missing, or a text, the list is
/// still there.
fn has_count(answer: &Value) -> bool {
    answer.get("data").is_some() && answer.get("count").is_some_and(Value::is_i64)
}

/// The shape that the description gives the answers of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Described {
    /// `{data, count}`, or nothing definite.
    Envelope,
    Array,
    Single,
}

/// Only the generated code knows; what it takes for an empty list gives it away.
fn described<P: Paged>() -> Described {
    let takes = |empty: Value| P::Output::deserialize(empty).is_ok_and(|output| P::into_items(output).is_empty());
    if takes(json!({ "data": [], "count": 0 })) {
        Described::Envelope
    } else if takes(json!([])) {
        Described::Array
    } else {
        Described::Single
    }
}

fn envelope(elements: &[Value]) -> Value {
    json!({ "data": elements, "count": elements.len() })
}

/// The elements of a list that came as an array or in an envelope.
fn elements(answer: &Value) -> Option<&[Value]> {
    match answer {
        Value::Null => Some(&[]),
        Value::Array(elements) => Some(elements),
        Value::Object(members) => match members.get("data")? {
            Value::Null => Some(&[]),
            Value::Array(elements) => Some(elements),
            _ => None,
        },
        _ => None,
    }
}

/// Whether an answer is an item where a list was to be expected. Objects without an id may say anything, also "nothing
/// found".
fn is_one_object(answer: &Value) -> bool {
    answer.get("id").is_some_and(|id| !id.is_null()) && elements(answer).is_none()
}

fn sheet<P: Paged>(output: P::Output, answer: &Value, is_single: bool) -> Sheet<P::Item> {
    let count = P::count(&output).or_else(|| member_count(answer));
    let items = P::into_items(output);
    let outline = outline(items.len(), count, answer, is_single);
    Sheet { items, outline }
}

fn outline(items: usize, count: Option<u64>, answer: &Value, is_single: bool) -> Outline {
    Outline { items: u64::try_from(items).unwrap_or(u64::MAX), count, fingerprint: fingerprint(answer), is_single }
}

fn member_count(answer: &Value) -> Option<u64> {
    answer.get("count")?.as_u64()
}

async fn read_value<P: Paged>(reply: &Reply, value: &Value) -> Result<P::Output, hero_api::Error> {
    let body = Bytes::from(value.to_string());
    let reply = Reply { status: reply.status, headers: reply.headers.clone(), body };
    Ok(P::read(reply.into_response()).await?.into_inner())
}

/// The same number for answers with the same items, whatever stands around them and in whichever order their fields
/// came.
fn fingerprint(answer: &Value) -> u64 {
    let mut hasher = DefaultHasher::new();
    match elements(answer) {
        Some(elements) => elements.iter().for_each(|element| hash(element, &mut hasher)),
        None => hash(answer, &mut hasher),
    }
    hasher.finish()
}

fn hash(value: &Value, hasher: &mut DefaultHasher) {
    std::mem::discriminant(value).hash(hasher);
    match value {
        Value::Null => {}
        Value::Bool(value) => value.hash(hasher),
        Value::Number(number) => number.hash(hasher),
        Value::String(text) => text.hash(hasher),
        Value::Array(elements) => {
            elements.len().hash(hasher);
            for element in elements {
                hash(element, hasher);
            }
        }
        Value::Object(members) => {
            // The order of members is that of their keys, unless some crate turned on `preserve_order` for everyone.
            let mut members: Vec<_> = members.iter().collect();
            members.sort_unstable_by_key(|(key, _)| *key);
            members.len().hash(hasher);
            for (key, member) in members {
                key.hash(hasher);
                hash(member, hasher);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use hero_api::builder::{ListBatchMessages, ListSlots};

    use super::*;

    fn reply(body: &Value) -> Reply {
        Reply { status: StatusCode::OK, headers: HeaderMap::new(), body: Bytes::from(body.to_string()) }
    }

    #[test]
    fn the_described_shape_is_known_without_its_name() {
        assert_eq!(described::<ListSlots<'_>>(), Described::Envelope);
        assert_eq!(described::<ListBatchMessages<'_>>(), Described::Single);
    }

    #[tokio::test]
    async fn every_shape_of_a_list_is_read_where_another_is_described() -> Result<(), hero_api::Error> {
        let item = json!({ "id": "7" });
        for (answer, items) in [
            (json!({ "data": [item, item], "count": 9 }), 2),
            (json!({ "data": [item] }), 1),
            (json!({ "data": [], "count": 0 }), 0),
            (json!({ "data": null }), 0),
            (json!([item, item]), 2),
            (json!([]), 0),
            (json!(null), 0),
            (item.clone(), 1),
        ] {
            let slots = read::<ListSlots<'_>>(reply(&answer)).await?;
            let batches = read::<ListBatchMessages<'_>>(reply(&answer)).await?;
            assert_eq!((slots.items.len(), batches.items.len()), (items, items), "{answer}");
            assert_eq!(slots.outline.is_single, answer == item, "{answer}");
            assert_eq!(slots.outline.count.is_some_and(|count| count == 9), answer["count"] == 9, "{answer}");
            assert_eq!(batches.outline.count, answer["count"].as_u64(), "{answer}");
        }
        Ok(())
    }

    #[tokio::test]
    async fn an_object_that_is_no_item_is_not_taken_for_one() -> Result<(), hero_api::Error> {
        for answer in [json!({}), json!({ "count": 0 }), json!({ "message": "no slots" })] {
            assert!(read::<ListSlots<'_>>(reply(&answer)).await?.items.is_empty(), "{answer}");
        }
        Ok(())
    }

    #[tokio::test]
    async fn what_is_no_list_at_all_is_a_decode_error() {
        for body in ["\"text\"", "7", "<html>", "{", "[1]"] {
            let reply = Reply { body: Bytes::from_static(body.as_bytes()), ..reply(&Value::Null) };
            assert!(read::<ListSlots<'_>>(reply).await.err().is_some_and(|error| error.is_decode()), "{body}");
        }
    }

    #[test]
    fn a_fingerprint_sees_the_items_only() {
        let page = |text: &str| serde_json::from_str(text).map(|answer| fingerprint(&answer)).unwrap();
        let first = page(r#"{"data": [{"id": "7", "name": "a"}], "count": 1, "at": 1}"#);
        assert_eq!(first, page(r#"{"at": 2, "data": [{"name": "a", "id": "7"}]}"#));
        assert_ne!(first, page(r#"{"data": [{"id": "8", "name": "a"}], "count": 1, "at": 1}"#));
        assert_ne!(page(r#"[["a"], []]"#), page(r#"[[], ["a"]]"#));
    }
}
