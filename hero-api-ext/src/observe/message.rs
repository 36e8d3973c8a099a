//! Holds one message against what the description says of it: status, media type, headers, body, page.

use std::{
    collections::{HashMap, hash_map::RandomState},
    hash::{BuildHasher, Hash, Hasher},
};

use hero_api::BufferedResponse;
use http::{HeaderValue, header::CONTENT_TYPE};
use reqwest::Url;

use super::{
    Difference, Direction,
    ledger::{Channel, Seen},
    names,
    recorder::{Ledger, Recorder},
    scan::Scanner,
    shapes::OperationShapes,
    walk::{Session, type_of},
};

/// How many bytes of two pages are compared.
const FIRST_ITEMS: usize = 4_096;

/// Keys of a process, so that nothing can be told from the hashes that are kept of pages.
#[derive(Default)]
pub(super) struct Pages(RandomState);

/// The last page of an operation, as hashes: of what was asked for besides the index, of the index, and of where the body
/// begins.
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
    media_type: Option<&HeaderValue>,
    body: &[u8],
) {
    channel.begin();
    self::body(recorder, channel, &operation.request, media_type, body);
}

/// Holds a response against the description; tells how many items it has.
pub(super) fn response(
    recorder: &Recorder,
    channel: &mut Channel,
    operation: &OperationShapes,
    response: &BufferedResponse,
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
    let media_type = response.headers().get(CONTENT_TYPE);
    let body = response.sensitive_body().filter(|body| !body.is_empty());
    body.map_or(0, |body| self::body(recorder, channel, content, media_type, body))
}

/// Holds a body against the shape of its media type; tells how many items it has.
fn body(
    recorder: &Recorder,
    channel: &mut Channel,
    content: &HashMap<String, u32>,
    media_type: Option<&HeaderValue>,
    body: &[u8],
) -> usize {
    let header = media_type.and_then(|value| value.to_str().ok());
    let told = names::media_type(header);
    let room = &recorder.room;
    let Some(shape) = shape_for(content, header) else {
        let found = if names::is_json(told) {
            match type_of(&mut Scanner::new(body)) {
                Ok(kind) => format!("{told} ({kind})"),
                Err(_) => format!("{told} (no JSON)"),
            }
        } else {
            told.to_owned()
        };
        channel.count(room, 0, &Seen::new(Difference::ContentType, "", &found), || expected(content));
        return 0;
    };
    if !header.is_some_and(|header| names::is_json(names::essence(header))) {
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

/// The shape for a media type, which the description may give as a range.
fn shape_for(content: &HashMap<String, u32>, header: Option<&str>) -> Option<u32> {
    let essence = names::essence(header?);
    let (group, _) = essence.split_once('/')?;
    let is_group = |range: &str| range.strip_suffix("/*").is_some_and(|range| range.eq_ignore_ascii_case(group));
    let find = |fits: &dyn Fn(&str) -> bool| content.iter().find(|(name, _)| fits(name)).map(|(_, shape)| *shape);
    find(&|name| name.eq_ignore_ascii_case(essence)).or_else(|| find(&is_group)).or_else(|| find(&|name| name == "*/*"))
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
    let value = |name: &str| url.query_pairs().find(|(known, _)| known == name).map(|(_, value)| value);
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
        let mut request = hasher.build_hasher();
        url.path().hash(&mut request);
        url.query_pairs().filter(|(known, _)| known != name.as_str()).for_each(|pair| pair.hash(&mut request));
        let page = LastPage {
            request: request.finish(),
            index: hasher.hash_one(index),
            // The first items of another page are others.
            body: hasher.hash_one((body.len(), body.get(..FIRST_ITEMS).unwrap_or(body))),
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
