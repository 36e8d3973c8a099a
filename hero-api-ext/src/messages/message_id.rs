use std::fmt;

/// The id of a message in Hero.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageId(Box<str>);

impl MessageId {
    /// The id as the API writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it can be an id: short, and without spaces or control characters.
    pub(crate) fn is_plausible(&self) -> bool {
        (1..=256).contains(&self.0.len()) && self.0.bytes().all(|byte| byte.is_ascii_graphic())
    }
}

impl From<&str> for MessageId {
    fn from(id: &str) -> Self {
        Self(id.into())
    }
}

impl From<String> for MessageId {
    fn from(id: String) -> Self {
        Self(id.into())
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Shows a number or a UUID. Any other text may be something else that a server sent in place of an id.
impl fmt::Debug for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_safe = self.0.len() <= 64 && self.0.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
        write!(f, "MessageId({})", if is_safe { self.as_str() } else { "[redacted]" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_numbers_and_uuids_only() {
        for (id, shown) in [
            ("40017", "MessageId(40017)"),
            ("8f14e45f-ceea-467f-9575-6f2c1d5b0e11", "MessageId(8f14e45f-ceea-467f-9575-6f2c1d5b0e11)"),
            ("Winifred", "MessageId([redacted])"),
        ] {
            assert_eq!(format!("{:?}", MessageId::from(id)), shown);
        }
    }
}
