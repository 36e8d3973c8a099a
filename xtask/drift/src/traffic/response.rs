//! What differs around the body of a response: its status, its media type, its headers, and the page that was asked for.

use std::collections::BTreeMap;

use codegen::shapes::OperationShapes;
use document::schema::escape;
use serde_json::json;

use super::{evidence::word, judge::Differs, propose::Fix, read::Key};
use crate::Kind;

/// A status that the description does not have.
pub(super) fn status(operation: &OperationShapes, key: &Key) -> Option<Differs> {
    if operation.response(key.status).is_some() {
        return None;
    }
    let is_success = (200..300).contains(&key.status);
    Some(Differs {
        kind: if is_success { Kind::SuccessStatusAdded } else { Kind::ErrorStatusAdded },
        pointer: format!("{}/responses", operation.pointer),
        before: None,
        after: Some(json!(key.status.to_string())),
        what: format!("{{owner}} responded with {}, which is not described", key.status),
        fix: Fix::Status { operation: operation.pointer.clone(), status: key.status },
    })
}

/// A media type that the description does not have, or a body where it has none.
pub(super) fn content_type(operation: &OperationShapes, key: &Key) -> Option<Differs> {
    let (media, body) = match key.found.split_once(" (") {
        Some((media, body)) => (media, Some(body.trim_end_matches(')'))),
        None => (key.found.as_str(), None),
    };
    let nothing = BTreeMap::new();
    let (holder, content) = match (key.is_request, operation.response(key.status)) {
        (true, _) => (format!("{}/requestBody", operation.pointer), &operation.request),
        (false, Some((_, response))) => (response.pointer.clone(), &response.content),
        (false, None) => (format!("{}/responses/{}", operation.pointer, key.status), &nothing),
    };
    let group = media.split('/').next().unwrap_or_default();
    let is_described = [media, &format!("{group}/*"), "*/*"].iter().any(|name| content.contains_key(*name));
    if is_described && body != Some("no JSON") {
        return None;
    }
    let before: Vec<&str> = content.keys().map(String::as_str).collect();
    let fix = match (media, body) {
        (_, Some("no JSON")) => Fix::None("a body was not JSON, though its media type says so"),
        ("none" | "other", _) => Fix::None("the media type of a body is not known"),
        _ if key.is_request => Fix::None("a request had a media type that the description does not have"),
        _ => Fix::Content { response: holder.clone(), media: media.to_owned(), body: body.map(str::to_owned) },
    };
    Some(Differs {
        kind: if before.is_empty() { Kind::ResponseContentAdded } else { Kind::MediaTypeWidened },
        pointer: format!("{holder}/content"),
        before: (!before.is_empty()).then(|| json!(before.join("|"))),
        after: Some(json!(key.found)),
        what: if before.is_empty() {
            format!("{{location}} has no body, and had one: {}", word(&key.found))
        } else {
            format!("{{location}} is {}, and was {}", word(&before.join("|")), word(&key.found))
        },
        fix,
    })
}

/// A header that the description does not have.
pub(super) fn header(operation: &OperationShapes, key: &Key) -> Option<Differs> {
    let described = operation.response(key.status).map(|(_, response)| response);
    if described.is_some_and(|response| response.headers.contains(&key.path.to_ascii_lowercase())) {
        return None;
    }
    let response = described
        .map_or_else(|| format!("{}/responses/{}", operation.pointer, key.status), |response| response.pointer.clone());
    Some(Differs {
        kind: Kind::HeaderAdded,
        pointer: format!("{response}/headers/{}", escape(&key.path)),
        before: None,
        after: Some(json!(key.found)),
        what: format!("{{location}} is not described; it is {}", word(&key.found)),
        fix: Fix::Header { response, name: key.path.clone(), found: key.found.clone() },
    })
}

/// A parameter of a page that has no effect.
pub(super) fn ignored((name, pointer): &(String, String), why: &str) -> Differs {
    Differs {
        kind: Kind::ParameterRemoved,
        pointer: pointer.clone(),
        before: Some(json!(name)),
        after: None,
        what: format!("{{location}} has no effect ({why})"),
        fix: Fix::Ignored { parameter: pointer.clone() },
    }
}
