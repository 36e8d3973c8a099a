use std::str::FromStr;

use crate::{
    Error,
    sensitive::{sensitive, serialize_text},
};

/// A phone number, national or international: `07700 900123`, `+44 7700 900123`.
///
/// It is sent as it was written, without the space around it. `Debug` and `Display` do not show it.
///
/// The check is for slips, not for whether the number exists: 7 to 15 digits (the limit of ITU-T E.164), and between
/// them spaces, hyphens, dots, slashes and brackets.
///
/// # Examples
///
/// ```
/// use hero_api_ext::PhoneNumber;
///
/// let number: PhoneNumber = "+44 7700 900123".parse()?;
/// assert_eq!(format!("{number:?}"), "PhoneNumber([redacted])");
/// assert!("ann@example.com".parse::<PhoneNumber>().is_err());
/// # Ok::<(), hero_api_ext::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PhoneNumber(Box<str>);

impl PhoneNumber {
    /// The number as it is sent. **This identifies a person**: do not log it.
    #[must_use]
    pub fn sensitive_text(&self) -> &str {
        &self.0
    }
}

impl FromStr for PhoneNumber {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let refused = |why: &'static str| Err(Error::invalid_input("phone number", why));
        let text = text.trim();
        let national = text.strip_prefix('+').unwrap_or(text);
        if !national.chars().all(|character| character.is_ascii_digit() || " -./()".contains(character)) {
            return refused("may hold digits, spaces, - . / ( ) and a + at the start only");
        }
        match national.bytes().filter(u8::is_ascii_digit).count() {
            7..=15 => Ok(Self(text.into())),
            ..7 => refused("has fewer than 7 digits"),
            _ => refused("has more than 15 digits"),
        }
    }
}

sensitive!(PhoneNumber);
serialize_text!(PhoneNumber, sensitive_text);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_phone_notations_are_kept() -> Result<(), Error> {
        for text in ["07788 123456", "+44 79000000000", "+44 (0)20 7946 0000", "020-7946-0000", "0044.7700.900123"] {
            assert_eq!(text.parse::<PhoneNumber>()?.sensitive_text(), text);
        }
        assert_eq!(" 07700900123\n".parse::<PhoneNumber>()?.sensitive_text(), "07700900123");
        Ok(())
    }

    #[test]
    fn slips_are_refused_without_quoting_them() {
        for text in
            ["", "999", "ann@example.com", "07700 900123 ext", "07700 90012O", "1234567890123456", "44+7700900123"]
        {
            let error = text.parse::<PhoneNumber>().err().map(|error| format!("{error} {error:?}"));
            assert!(error.is_some_and(|error| text.is_empty() || !error.contains(text)), "{text:?}");
        }
    }
}
