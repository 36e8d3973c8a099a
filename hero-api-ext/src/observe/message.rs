//! Holds one message against what the description says of it: status, media type, headers, body, page.

use std::{
    collections::{HashMap, hash_map::RandomState},
    hash::BuildHasher,
};

use http::{HeaderMap, header::CONTENT_TYPE};
use reqwest::{Response, Url};
use serde::de::DeserializeSeed;

use super::{
    Difference, Direction,
    ledger::{Channel, Seen},
    names,
    recorder::{Ledger, Recorder},
    shapes::OperationShapes,
    walk::{Session, TypeOf},
};

/// Keys of a process, so that nothing can be told from the hashes that are kept of pages.
#[derive(Default)]
pub(super) struct Pages(RandomState);

/// The last page of an operation, as hashes: of what was asked for besides the index, of the index, and of the body.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct LastPage {
    request: u64,
    index: u64,
    body: u64,
}

/// Holds a request body against the description.
pub(super) fn request(
    recorder: &Recorder,
    channel: &mut Channel,
    operation: &OperationShapes,
    headers: &HeaderMap,
    body: &[u8],
) {
    channel.begin();
    self::body(recorder, channel, &operation.request, headers, body);
}

/// Holds a response against the description; tells how many items it has.
pub(super) fn response(
    recorder: &Recorder,
    channel: &mut Channel,
    operation: &OperationShapes,
    response: &Response,
    body: Option<&bytes::Bytes>,
) -> usize {
    channel.begin();
    let described = operation.response(channel.status);
    if described.is_none() {
        let status = channel.status.to_string();
        channel.count(&recorder.room, 0, &Seen::new(Difference::Status, "", &status), || "nothing".to_owned());
    }
    for (name, value) in response.headers() {
        let Ok(index) = names::HEADERS.binary_search(&name.as_str()) else { continue };
        if described.is_some_and(|described| described.headers.iter().any(|known| known == name.as_str())) {
            continue;
        }
        let is_number = !value.is_empty() && value.as_bytes().iter().all(u8::is_ascii_digit);
        let found = if is_number { "integer" } else { "string" };
        let name = names::HEADERS.get(index).copied().unwrap_or_default();
        channel.count(&recorder.room, 0, &Seen::new(Difference::Header, name, found), || "nothing".to_owned());
    }
    let nothing = HashMap::new();
    let content = described.map_or(&nothing, |described| &described.content);
    body.filter(|body| !body.is_empty())
        .map_or(0, |body| self::body(recorder, channel, content, response.headers(), body))
}

/// Holds a body against the shape of its media type; tells how many items it has.
fn body(
    recorder: &Recorder,
    channel: &mut Channel,
    content: &HashMap<String, u32>,
    headers: &HeaderMap,
    body: &[u8],
) -> usize {
    let header = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let told = names::media_type(header);
    let room = &recorder.room;
    let Some(shape) = shape_for(content, header) else {
        let found = if names::is_json(told) {
            match TypeOf.deserialize(&mut serde_json::Deserializer::from_slice(body)) {
                Ok(kind) => format!("{told} ({kind})"),
                Err(_) => format!("{told} (no JSON)"),
            }
        } else {
            told.to_owned()
        };
        channel.count(room, 0, &Seen::new(Difference::ContentType, "", &found), || expected(content));
        return 0;
    };
    if !header.is_some_and(|header| names::is_json(&essence(header))) {
        return 0;
    }
    let (technical_values, open_objects) = (recorder.technical_values, recorder.open_objects);
    let shapes = &*recorder.shapes;
    let mut session = Session { shapes, channel, room, technical_values, open_objects, items: 0 };
    if session.body(body, shape).is_err() {
        let found = format!("{told} (no JSON)");
        channel.count(room, 0, &Seen::new(Difference::ContentType, "", &found), || expected(content));
        return 0;
    }
    session.items
}

fn essence(header: &str) -> String {
    header.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// The shape for a media type, which the description may give as a range.
fn shape_for(content: &HashMap<String, u32>, header: Option<&str>) -> Option<u32> {
    let essence = essence(header?);
    let (group, _) = essence.split_once('/')?;
    [essence.as_str(), &format!("{group}/*"), "*/*"].iter().find_map(|name| content.get(*name).copied())
}

fn expected(content: &HashMap<String, u32>) -> String {
    let mut names: Vec<&str> = content.keys().map(String::as_str).collect();
    names.sort_unstable();
    if names.is_empty() { "nothing".to_owned() } else { names.join("|") }
}

/// Looks whether a page is the one that was asked for.
pub(super) fn page(
    recorder: &Recorder,
    ledger: &mut Ledger,
    operation: &OperationShapes,
    url: &Url,
    (status, items): (u16, usize),
    body: &[u8],
) {
    let value = |name: &str| url.query_pairs().find(|(known, _)| known == name).map(|(_, value)| value.into_owned());
    let mut ignored = Vec::new();
    if let Some(name) = &operation.size
        && let Some(size) = value(name).and_then(|size| size.parse::<usize>().ok())
        && size > 0
        && items > size
    {
        ignored.push((Difference::PageSizeIgnored, name));
    }
    if let Some(name) = &operation.index
        && items > 0
        && let Some(index) = value(name)
    {
        let Pages(hasher) = &recorder.pages;
        let others: Vec<_> = url.query_pairs().filter(|(known, _)| known != name.as_str()).collect();
        let page = LastPage {
            request: hasher.hash_one((url.path(), others)),
            index: hasher.hash_one(index),
            body: hasher.hash_one(body),
        };
        let last = ledger.last_page.replace(page);
        if last.is_some_and(|last| last.request == page.request && last.body == page.body && last.index != page.index) {
            ignored.push((Difference::PageIndexIgnored, name));
        }
    }
    let channel = ledger.channel(Direction::Response, status);
    for (kind, name) in ignored {
        channel.count(&recorder.room, 0, &Seen::new(kind, name, "no effect"), || "another page".to_owned());
    }
}
