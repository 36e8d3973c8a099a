use std::str::FromStr;

use crate::{
    Error,
    sensitive::{sensitive, serialize_text},
};

/// An NHS number: ten digits, the last of which checks the others (Modulus 11).
///
/// Written with or without spaces and hyphens. `Debug` and `Display` do not show it;
/// [`sensitive_digits`](Self::sensitive_digits) does. That a number passes the check does not mean that it was given to
/// anybody.
///
/// Source: NHS Data Model and Dictionary, "NHS NUMBER".
///
/// # Examples
///
/// ```
/// use hero_api_ext::NhsNumber;
///
/// let number: NhsNumber = "943 476 5919".parse()?;
/// assert_eq!(number, "943-476-5919".parse()?);
/// assert_eq!(number.sensitive_digits(), "9434765919");
/// assert_eq!(format!("{number} {number:?}"), "[redacted] NhsNumber([redacted])");
///
/// assert!("943 476 5918".parse::<NhsNumber>().is_err());
/// # Ok::<(), hero_api_ext::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NhsNumber([u8; 10]);

impl NhsNumber {
    /// The ten digits. **This identifies a person**: do not log it.
    #[must_use]
    pub fn sensitive_digits(&self) -> String {
        self.0.iter().copied().map(char::from).collect()
    }

    /// The digits in groups of three, three and four, as people write them and as Hero does. **This identifies a
    /// person**: do not log it.
    #[must_use]
    pub fn sensitive_text(&self) -> String {
        let digits = self.sensitive_digits();
        // The digits are ASCII, so the ranges are on character boundaries.
        format!("{} {} {}", &digits[..3], &digits[3..6], &digits[6..])
    }
}

impl FromStr for NhsNumber {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let refused = |why: &'static str| Error::invalid_input("NHS number", why);
        let mut digits = [0; 10];
        let mut count = 0;
        for character in text.chars().filter(|&character| !is_separator(character)) {
            if !character.is_ascii_digit() {
                return Err(refused("may hold digits, spaces and hyphens only"));
            }
            // An ASCII digit is one byte.
            *digits.get_mut(count).ok_or_else(|| refused("has more than ten digits"))? = character as u8;
            count += 1;
        }
        if count < digits.len() {
            return Err(refused("has fewer than ten digits"));
        }
        if digits == [b'0'; 10] {
            return Err(refused("is all zeros"));
        }
        if !check_digit_is_right(&digits) {
            return Err(refused("has a check digit that does not fit: at least one digit is wrong"));
        }
        Ok(Self(digits))
    }
}

sensitive!(NhsNumber);
serialize_text!(NhsNumber, sensitive_digits);

/// Spaces of any width, and the hyphens and dashes that word processors make of `-`.
fn is_separator(character: char) -> bool {
    character.is_whitespace() || character == '-' || ('\u{2010}'..='\u{2015}').contains(&character)
}

fn check_digit_is_right(digits: &[u8; 10]) -> bool {
    // With the weights 10 to 2 for nine digits and 1 for the check digit, the sum is a multiple of 11. A check digit
    // that would have to be 10 cannot be written, so no such sum comes out.
    let sum: u32 = digits.iter().zip((1..=10).rev()).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    sum.is_multiple_of(11)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_way_to_write_a_number_is_read() -> Result<(), Error> {
        let number: NhsNumber = "9434765919".parse()?;
        for text in ["943 476 5919", "943-476-5919", " 943\u{a0}476\u{2011}5919\n", "9 4 3 4 7 6 5 9 1 9"] {
            assert_eq!(text.parse::<NhsNumber>()?, number, "{text:?}");
        }
        assert_eq!(number.sensitive_text(), "943 476 5919");
        assert_eq!(number.sensitive_digits(), "9434765919");
        Ok(())
    }

    #[test]
    fn a_number_with_check_digit_zero_is_valid() {
        let zero = (0..1000).map(|tail| format!("999{tail:06}0")).find(|text| text.parse::<NhsNumber>().is_ok());
        assert!(zero.is_some());
    }

    #[test]
    fn wrong_or_swapped_digits_are_refused() {
        let right = *b"9434765919";
        for place in 0..10 {
            for digit in b'0'..=b'9' {
                let mut wrong = right;
                wrong[place] = digit;
                let text = String::from_utf8_lossy(&wrong).into_owned();
                assert_eq!(text.parse::<NhsNumber>().is_ok(), wrong == right, "{text}");
            }
        }
        for place in 0..9 {
            let mut swapped = right;
            swapped.swap(place, place + 1);
            let text = String::from_utf8_lossy(&swapped).into_owned();
            assert_eq!(text.parse::<NhsNumber>().is_ok(), swapped == right, "{text}");
        }
    }

    #[test]
    fn invalid_nhs_number_is_refused_unquoted() {
        for text in ["", "943476591", "94347659190", "0000000000", "943 476 591X", "٩٤٣٤٧٦٥٩١٩", "1234567891"]
        {
            let error = text.parse::<NhsNumber>().err().map(|error| format!("{error} {error:?}"));
            assert!(
                error.is_some_and(|error| error.contains("NHS number") && (text.is_empty() || !error.contains(text)))
            );
        }
    }

    #[test]
    fn nhs_number_in_json_is_checked_unquoted() {
        assert!(serde_json::from_str::<NhsNumber>(r#""943 476 5919""#).is_ok());
        let error = serde_json::from_str::<NhsNumber>(r#""943 476 5918""#).err();
        assert!(error.is_some_and(|error| !error.to_string().contains("943")));
    }
}
