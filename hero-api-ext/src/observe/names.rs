//! What may be told by its name: only what is part of a contract, and not data.

/// A longer key is taken for data.
const LONGEST_NAME: usize = 48;

/// A key as it may be told: as it is when it looks like the name of a field, else `*`.
///
/// The name of a field begins with a lower-case letter, as all of the description do, and has at most three digits: an NHS
/// number, a phone number, a date, an e-mail address, a UUID and a name of a person do not pass.
pub(super) fn field_name(key: &str) -> Option<&str> {
    let mut bytes = key.bytes();
    let is_name = key.len() <= LONGEST_NAME
        && bytes.next().is_some_and(|first| first.is_ascii_lowercase() || first == b'_')
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && key.bytes().filter(u8::is_ascii_digit).count() <= 3;
    is_name.then_some(key)
}

/// A value of a technical enum as it may be told.
pub(super) fn technical_value(value: &str) -> Option<&str> {
    let is_word = value.len() <= LONGEST_NAME
        && value.bytes().next().is_some_and(|first| first.is_ascii_alphabetic())
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-. ".contains(&byte))
        && value.bytes().filter(u8::is_ascii_digit).count() <= 3;
    is_word.then_some(value)
}

/// Headers that tell a client something, by name. The name of any other header is not told.
pub(super) const HEADERS: [&str; 30] = [
    "accept-ranges",
    "allow",
    "content-disposition",
    "content-language",
    "deprecation",
    "etag",
    "idempotency-key",
    "last-modified",
    "link",
    "location",
    "preference-applied",
    "ratelimit",
    "ratelimit-limit",
    "ratelimit-policy",
    "ratelimit-remaining",
    "ratelimit-reset",
    "request-id",
    "retry-after",
    "sunset",
    "traceparent",
    "warning",
    "www-authenticate",
    "x-correlation-id",
    "x-page-count",
    "x-ratelimit-limit",
    "x-ratelimit-remaining",
    "x-ratelimit-reset",
    "x-request-id",
    "x-total-count",
    "x-trace-id",
];

/// Media types that are told by name.
const MEDIA_TYPES: [&str; 22] = [
    "application/json",
    "application/problem+json",
    "application/hal+json",
    "application/vnd.api+json",
    "application/fhir+json",
    "application/x-ndjson",
    "application/xml",
    "application/pdf",
    "application/zip",
    "application/octet-stream",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/plain",
    "text/html",
    "text/csv",
    "text/xml",
    "text/calendar",
    "text/event-stream",
    "image/png",
    "image/jpeg",
    "image/gif",
    "image/svg+xml",
];

/// A media type without its parameters: one of a list, or `other`. `none` when there is no header.
pub(super) fn media_type(header: Option<&str>) -> &'static str {
    let Some(header) = header else { return "none" };
    let essence = essence(header);
    MEDIA_TYPES.into_iter().find(|known| known.eq_ignore_ascii_case(essence)).unwrap_or("other")
}

/// A media type without its parameters.
pub(super) fn essence(header: &str) -> &str {
    header.split(';').next().unwrap_or_default().trim()
}

pub(super) fn is_json(media_type: &str) -> bool {
    let suffix = media_type.rsplit_once('+').map(|(_, suffix)| suffix);
    media_type.eq_ignore_ascii_case("application/json")
        || suffix.is_some_and(|suffix| suffix.eq_ignore_ascii_case("json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_looks_like_a_field_is_named() {
        for name in ["email", "address_line_2", "ehrRegistered", "_links", "v2"] {
            assert_eq!(field_name(name), Some(name));
        }
        for key in [
            "",
            "Jane",
            "Jane Doe",
            "9434765919",
            "jane@example.test",
            "x-1",
            "é",
            "p_943476",
            "2024-01-01",
            "a.b",
            "$ref",
        ] {
            assert_eq!(field_name(key), None, "{key}");
        }
        assert_eq!(field_name(&"a".repeat(49)), None);
    }

    #[test]
    fn a_media_type_is_one_of_a_list() {
        assert_eq!(media_type(Some("Application/JSON; charset=utf-8")), "application/json");
        assert_eq!(media_type(Some("jane/doe")), "other");
        assert_eq!(media_type(None), "none");
    }

    #[test]
    fn headers_are_sorted_and_lower_case() {
        assert!(HEADERS.is_sorted() && HEADERS.iter().all(|name| name.to_ascii_lowercase() == *name));
    }
}
