//! Reads a list, in whichever of the usual shapes it comes: `{data, count}`, an array, or one object.
//!
//! The description states one of them for each operation, from samples, and was seen to be wrong.

use std::{
    collections::hash_map::DefaultHasher,
    hash::{Hash, Hasher},
    slice,
};

use bytes::Bytes;
use hero_api::{PageShape, Paged, ResponseValue};
use http::{HeaderMap, StatusCode};
use reqwest::Response;
use serde_json::{Value, json};

use super::pager_state::PageSummary;

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
pub(super) struct ParsedPage<T> {
    pub(super) items: Vec<T>,
    pub(super) summary: PageSummary,
}

/// Reads a response of the operation `P`.
pub(super) async fn read<P: Paged>(reply: Reply) -> Result<ParsedPage<P::Item>, hero_api::Error> {
    let response = reply.status.is_success().then(|| serde_json::from_slice(&reply.body).ok()).flatten();
    let Some(response) = response else {
        // An error, or no JSON: the operation says what is wrong with it.
        return Ok(parsed::<P>(ResponseValue::into_inner(P::read(reply.into_response()).await?), &Value::Null, false));
    };
    let is_single = is_one_object(&response);
    match rewritten::<P>(&response) {
        Rewritten::AsItIs => {
            let output = ResponseValue::into_inner(P::read(reply.into_response()).await?);
            Ok(parsed::<P>(output, &response, is_single))
        }
        Rewritten::Whole(value) => {
            let output = read_value::<P>(&reply, &value).await?;
            Ok(parsed::<P>(output, &response, is_single))
        }
        Rewritten::Each(elements) => {
            let mut items = Vec::with_capacity(elements.len());
            for element in elements {
                items.extend(P::into_items(read_value::<P>(&reply, element).await?));
            }
            let summary = summary(items.len(), member_count(&response), &response, is_single);
            Ok(ParsedPage { items, summary })
        }
    }
}

/// How a response is given to the type of the description.
#[derive(Debug, PartialEq)]
enum Rewritten<'a> {
    AsItIs,
    Whole(Value),
    /// Each element is a response of its own.
    Each(&'a [Value]),
}

fn rewritten<P: Paged>(response: &Value) -> Rewritten<'_> {
    let single = is_one_object(response).then(|| slice::from_ref(response));
    let listed = elements(response).or(single);
    match (P::PAGE_SHAPE, listed) {
        (_, None) => Rewritten::AsItIs,
        (PageShape::Single, Some(_)) if single.is_some() => Rewritten::AsItIs,
        (PageShape::Single, Some(elements)) => Rewritten::Each(elements),
        (_, Some(_)) if has_count(response) => Rewritten::AsItIs,
        (_, Some(elements)) => Rewritten::Whole(envelope(response, elements)),
    }
}

/// Whether a response is an envelope with a number in it. Where that is required and is missing, or a text, the list is
/// still there.
fn has_count(response: &Value) -> bool {
    response.get("data").is_some() && response.get("count").is_some_and(Value::is_i64)
}

/// An envelope around the elements. What stands around them already may be required, so it is kept.
fn envelope(response: &Value, elements: &[Value]) -> Value {
    let mut envelope = if response.get("data").is_some() { response.clone() } else { json!({}) };
    if envelope["data"].is_null() {
        envelope["data"] = json!(elements);
    }
    envelope["count"] = json!(elements.len());
    envelope
}

/// The elements of a list that came as an array or in an envelope.
fn elements(response: &Value) -> Option<&[Value]> {
    match response {
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

/// Whether a response is an item where a list was to be expected. Objects without an id may say anything, also "nothing
/// found".
fn is_one_object(response: &Value) -> bool {
    response.get("id").is_some_and(|id| !id.is_null()) && elements(response).is_none()
}

fn parsed<P: Paged>(output: P::Output, response: &Value, is_single: bool) -> ParsedPage<P::Item> {
    let count = P::count(&output).or_else(|| member_count(response));
    let items = P::into_items(output);
    let summary = summary(items.len(), count, response, is_single);
    ParsedPage { items, summary }
}

fn summary(items: usize, count: Option<u64>, response: &Value, is_single: bool) -> PageSummary {
    PageSummary {
        items: u64::try_from(items).unwrap_or(u64::MAX),
        count,
        fingerprint: fingerprint(response),
        is_single,
    }
}

fn member_count(response: &Value) -> Option<u64> {
    response.get("count")?.as_u64()
}

async fn read_value<P: Paged>(reply: &Reply, value: &Value) -> Result<P::Output, hero_api::Error> {
    let body = Bytes::from(value.to_string());
    let reply = Reply { status: reply.status, headers: reply.headers.clone(), body };
    Ok(ResponseValue::into_inner(P::read(reply.into_response()).await?))
}

/// The same number for responses with the same items, whatever stands around them and in whichever order their fields
/// came.
fn fingerprint(response: &Value) -> u64 {
    let mut hasher = DefaultHasher::new();
    match elements(response) {
        Some(elements) => elements.iter().for_each(|element| hash(element, &mut hasher)),
        None => hash(response, &mut hasher),
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
    use crate::sandbox::completed_response;

    fn reply(body: &Value) -> Reply {
        Reply { status: StatusCode::OK, headers: HeaderMap::new(), body: Bytes::from(body.to_string()) }
    }

    /// With what the description requires of a response of the operation `P`.
    fn completed<P: Paged>(response: Value) -> Value {
        completed_response(P::INFO.id, response).unwrap()
    }

    async fn list_is_read_in_every_shape<P: Paged>() -> Result<(), hero_api::Error> {
        let item = completed::<P>(json!([{ "id": "7" }]))[0].take();
        // What a description requires of an envelope besides its items and their count.
        let mut envelope = completed::<P>(json!({ "data": [] }));
        envelope.as_object_mut().unwrap().remove("count");
        let with = |data: Value| {
            let mut envelope = envelope.clone();
            envelope["data"] = data;
            envelope
        };
        let with_count = |data: Value, count: u64| {
            let mut envelope = with(data);
            envelope["count"] = json!(count);
            envelope
        };
        for (response, items) in [
            (with_count(json!([item, item]), 9), 2),
            (with(json!([item])), 1),
            (with_count(json!([]), 0), 0),
            (with(json!(null)), 0),
            (json!([item, item]), 2),
            (json!([]), 0),
            (json!(null), 0),
            (item.clone(), 1),
        ] {
            // An envelope cannot be made up where the description requires more of it than items and a count.
            if P::PAGE_SHAPE == PageShape::Envelope
                && envelope != json!({ "data": [] })
                && response.get("data").is_none()
            {
                continue;
            }
            let page = read::<P>(reply(&response)).await?;
            assert_eq!(page.items.len(), items, "{response}");
            assert_eq!(page.summary.is_single, response == item, "{response}");
            assert_eq!(page.summary.count.is_some_and(|count| count == 9), response["count"] == 9, "{response}");
            if P::PAGE_SHAPE == PageShape::Single {
                assert_eq!(page.summary.count, response["count"].as_u64(), "{response}");
            }
        }
        Ok(())
    }

    #[tokio::test]
    async fn described_list_is_read_in_every_shape() -> Result<(), hero_api::Error> {
        list_is_read_in_every_shape::<ListSlots>().await
    }

    #[tokio::test]
    async fn described_object_is_read_in_every_shape() -> Result<(), hero_api::Error> {
        list_is_read_in_every_shape::<ListBatchMessages>().await
    }

    #[test]
    fn rewritten_envelope_keeps_its_other_members() {
        for (data, items) in [(json!([7]), json!([7])), (json!(null), json!([]))] {
            let count = items.as_array().map(Vec::len);
            let expected = json!({ "data": items, "count": count, "page_index": 3 });
            assert_eq!(rewritten::<ListSlots>(&json!({ "data": data, "page_index": 3 })), Rewritten::Whole(expected));
        }
    }

    #[tokio::test]
    async fn object_without_id_is_not_an_item() -> Result<(), hero_api::Error> {
        for response in [json!({}), json!({ "count": 0 })] {
            let response = completed::<ListSlots>(response);
            assert!(read::<ListSlots>(reply(&response)).await?.items.is_empty(), "{response}");
        }
        Ok(())
    }

    #[tokio::test]
    async fn what_is_no_list_at_all_is_a_decode_error() {
        for body in ["\"text\"", "7", "<html>", "{", "[1]", r#"{"message": "no slots"}"#] {
            let reply = Reply { body: Bytes::from_static(body.as_bytes()), ..reply(&Value::Null) };
            assert!(read::<ListSlots>(reply).await.err().is_some_and(|error| error.is_decode()), "{body}");
        }
    }

    #[test]
    fn a_fingerprint_sees_the_items_only() {
        let page = |text: &str| serde_json::from_str(text).map(|response| fingerprint(&response)).unwrap();
        let first = page(r#"{"data": [{"id": "7", "name": "a"}], "count": 1, "at": 1}"#);
        assert_eq!(first, page(r#"{"at": 2, "data": [{"name": "a", "id": "7"}]}"#));
        assert_ne!(first, page(r#"{"data": [{"id": "8", "name": "a"}], "count": 1, "at": 1}"#));
        assert_ne!(page(r#"[["a"], []]"#), page(r#"[[], ["a"]]"#));
    }
}
