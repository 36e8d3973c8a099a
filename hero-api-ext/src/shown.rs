//! What `Debug` may show of a text that a caller gave or a server sent. Such a text can be anything, whatever it is called.

use std::fmt;

/// An id, or a word, as `Debug` shows it: without quotes, and redacted when it may be something else.
pub(crate) struct Shown<'a>(Option<&'a str>);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.unwrap_or("None"))
    }
}

/// A number or a UUID is shown. Any other text may be something else that stands where an id should.
pub(crate) fn id<'a>(id: impl Into<Option<&'a str>>) -> Shown<'a> {
    Shown(id.into().map(|id| {
        let is_safe = id.len() <= 64 && id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
        if is_safe { id } else { "[redacted]" }
    }))
}

/// One of the words that are documented is shown.
pub(crate) fn word<'a>(word: impl Into<Option<&'a str>>, documented: &[&str]) -> Shown<'a> {
    Shown(word.into().map(|word| if documented.contains(&word) { word } else { "[redacted]" }))
}

/// A name such as `appointment.confirmed` is shown: two words or more, which no name of a person is.
pub(crate) fn event_type<'a>(name: impl Into<Option<&'a str>>) -> Shown<'a> {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    Shown(name.into().map(|name| {
        let is_safe = name.len() <= 64 && name.contains('.') && name.split('.').all(is_word);
        if is_safe { name } else { "[redacted]" }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_and_uuids_are_shown() {
        for shown in ["40017", "8f14e45f-ceea-467f-9575-6f2c1d5b0e11"] {
            assert_eq!(format!("{:?}", id(shown)), shown);
        }
        for hidden in ["Winifred", "w 7", &"1".repeat(65)] {
            assert_eq!(format!("{:?}", id(hidden)), "[redacted]");
        }
        assert_eq!(format!("{:?}", id(None)), "None");
    }

    #[test]
    fn only_documented_words_are_shown() {
        assert_eq!(format!("{:?} {:?}", word("unused", &["unused"]), word("marker", &["unused"])), "unused [redacted]");
    }

    #[test]
    fn only_names_of_events_are_shown() {
        assert_eq!(format!("{:?}", event_type("appointment.did_not_attend")), "appointment.did_not_attend");
        for hidden in ["marker", "Winifred.Marker", "a.", ".a", "a b.c", ""] {
            assert_eq!(format!("{:?}", event_type(hidden)), "[redacted]", "{hidden}");
        }
    }
}
