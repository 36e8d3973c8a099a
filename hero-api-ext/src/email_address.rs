use std::str::FromStr;

use crate::{
    Error,
    sensitive::{sensitive, serialize_text},
};

/// An email address. `Debug` and `Display` do not show it.
///
/// The check is for slips, not for whether somebody reads the mail: one part before the last `@` and a domain after it,
/// no spaces, and the lengths of RFC 5321 (64 and 254 bytes). Quoted local parts and addresses without a dot in the
/// domain are refused: patients do not have them.
///
/// # Examples
///
/// ```
/// use hero_api_ext::EmailAddress;
///
/// let address: EmailAddress = "ann@example.com".parse()?;
/// assert_eq!(format!("{address:?}"), "EmailAddress([redacted])");
/// assert!("ann.example.com".parse::<EmailAddress>().is_err());
/// # Ok::<(), hero_api_ext::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(Box<str>);

impl EmailAddress {
    /// The address as it is sent. **This identifies a person**: do not log it.
    #[must_use]
    pub fn sensitive_text(&self) -> &str {
        &self.0
    }
}

impl FromStr for EmailAddress {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let refused = |why: &'static str| Err(Error::invalid_input("email address", why));
        let text = text.trim();
        let Some((local, domain)) = text.rsplit_once('@') else { return refused("has no @") };
        if text.len() > 254 || local.len() > 64 {
            return refused("is too long");
        }
        if text.chars().any(|character| character.is_whitespace() || character.is_control()) {
            return refused("holds a space or a control character");
        }
        if !is_dotted(local, |character| !"@\"(),:;<>[\\]".contains(character)) {
            return refused("has no usable part before the @");
        }
        if !domain.contains('.') || !is_dotted(domain, |character| character.is_alphanumeric() || character == '-') {
            return refused("has no domain after the @");
        }
        Ok(Self(text.into()))
    }
}

sensitive!(EmailAddress);
serialize_text!(EmailAddress, sensitive_text);

/// Whether `text` is parts with dots between them, each of at least one allowed character.
fn is_dotted(text: &str, allowed: impl Fn(char) -> bool) -> bool {
    text.split('.').all(|part| !part.is_empty() && part.chars().all(&allowed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_people_have_are_taken() -> Result<(), Error> {
        for text in ["ann@example.com", "o'neill+gp@mail.example.co.uk", "jürgen@müller.example", "a_b-c.d@x-y.org"] {
            assert_eq!(text.parse::<EmailAddress>()?.sensitive_text(), text);
        }
        assert_eq!(" ann@example.com\n".parse::<EmailAddress>()?.sensitive_text(), "ann@example.com");
        Ok(())
    }

    #[test]
    fn slips_are_refused_without_quoting_them() {
        let long = format!("{}@example.com", "a".repeat(65));
        for text in [
            "",
            "@",
            "ann",
            "ann@",
            "@example.com",
            "ann@example",
            "ann@example..com",
            ".ann@example.com",
            "ann@bob@example.com",
            "ann smith@example.com",
            "Ann <ann@example.com>",
            "ann@example.com, bob@example.com",
            "ann@example.com\nBcc: bob@example.com",
            &long,
        ] {
            let error = text.parse::<EmailAddress>().err().map(|error| format!("{error} {error:?}"));
            assert!(error.is_some_and(|error| text.len() < 2 || !error.contains(text)), "{text:?}");
        }
    }
}
