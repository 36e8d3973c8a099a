//! The rule table: every kind of difference, what it does in each direction, and why.
//!
//! A request-break is what makes a previously valid request invalid. A response-break is what makes a client that
//! followed the old contract fail on a valid new response. So for most rules one question decides: does the set of values
//! that the description allows get smaller or larger? Smaller breaks those who send, larger breaks those who receive.

mod kinds;

use super::class::{Class, Direction};

pub use kinds::Kind;

/// What a kind of difference does, and why.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The kind.
    pub kind: Kind,
    /// Class where the client sends the part.
    pub sent: Class,
    /// Class where the client receives the part.
    pub received: Class,
    /// The sentence of a report: `{location}`, `{detail}`, `{before}` and `{after}` are filled in.
    pub sentence: &'static str,
    /// Why it has its classes.
    pub why: &'static str,
}

impl Rule {
    /// The class in a direction; what nothing uses can break nobody.
    #[must_use]
    pub fn class(&self, direction: Direction) -> Class {
        match direction {
            Direction::Request => self.sent,
            Direction::Response => self.received,
            Direction::Unused => Class::Docs,
        }
    }

    /// The class where smaller and larger cannot be told apart, as below `not`: whatever the difference is, it breaks.
    #[must_use]
    pub fn careful_class(&self, direction: Direction) -> Class {
        match (direction, self.sent.max(self.received)) {
            (Direction::Unused, _) | (_, Class::Docs) => Class::Docs,
            (_, Class::Unknown) => Class::Unknown,
            (Direction::Request, _) => Class::RequestBreak,
            (Direction::Response, _) => Class::ResponseBreak,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_are_unique_and_fit_for_urls() {
        let ids: BTreeSet<&str> = Kind::ALL.iter().map(|kind| kind.id()).collect();
        assert_eq!(ids.len(), Kind::ALL.len());
        for id in ids {
            assert!(id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{id}");
        }
    }

    #[test]
    fn a_kind_never_breaks_requests_where_received() {
        for kind in Kind::ALL {
            let rule = kind.rule();
            assert_ne!(rule.received, Class::RequestBreak, "{}", kind.id());
            assert_eq!(rule.sent == Class::Docs, rule.received == Class::Docs, "{}", kind.id());
            assert!(!rule.why.is_empty() && !rule.sentence.is_empty(), "{}", kind.id());
        }
    }

    #[test]
    fn an_id_is_what_json_says() {
        for kind in Kind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.id());
            assert_eq!(serde_json::from_value::<Kind>(kind.id().into()).unwrap(), *kind);
        }
    }
}
