use std::{fmt, str::FromStr};

use crate::{
    Error,
    sensitive::{from_text, serialize_text},
};

/// A SNOMED CT concept: what a message is filed under in the patient's record.
///
/// 6 to 18 digits, the last of which checks the others (Verhoeff), with the partition of a concept before it: a code of
/// a description, which lists of codes print beside it, is refused. Whether the practice's system knows the concept is
/// for [`Messages::validate_snomed`](crate::messages::Messages::validate_snomed) to ask.
///
/// `Debug` does not show it: beside a patient's id it is health data. `Display` does.
///
/// Source: SNOMED CT Release File Specification, "SCTID Representation".
///
/// # Examples
///
/// ```
/// use hero_api_ext::SnomedCode;
///
/// let sms_text_message: SnomedCode = "279991000000102".parse()?;
/// assert!("279991000000103".parse::<SnomedCode>().is_err());
/// # Ok::<(), hero_api_ext::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SnomedCode(Box<str>);

impl SnomedCode {
    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for SnomedCode {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let refused = |why: &'static str| Err(Error::invalid_input("SNOMED code", why));
        let text = text.trim();
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return refused("must be digits");
        }
        if !(6..=18).contains(&text.len()) || text.starts_with('0') {
            return refused("must have 6 to 18 digits and no zero at the start");
        }
        if !check_digit_is_right(text) {
            return refused("has a check digit that does not fit: at least one digit is wrong");
        }
        // The two digits before the check digit say what the code names: 00 and 10 are concepts.
        match &text.as_bytes()[text.len() - 3..text.len() - 1] {
            b"00" | b"10" => Ok(Self(text.into())),
            _ => refused("names a description or a relationship, not a concept"),
        }
    }
}

from_text!(SnomedCode);
serialize_text!(SnomedCode, as_str);

impl AsRef<str> for SnomedCode {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SnomedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SnomedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SnomedCode([redacted])")
    }
}

/// Verhoeff's check, computed in the dihedral group of ten elements instead of looked up in a table of it.
fn check_digit_is_right(digits: &str) -> bool {
    /// The permutation that is applied once for each place from the right.
    const PERMUTATION: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    let permuted = |digit: u8, times: usize| (0..times % 8).fold(digit, |digit, _| PERMUTATION[usize::from(digit)]);
    let places = digits.bytes().rev().enumerate();
    places.fold(0, |sum, (place, byte)| product(sum, permuted(byte - b'0', place))) == 0
}

/// The product in the dihedral group D5, with 0 to 4 as the rotations and 5 to 9 as the reflections.
fn product(left: u8, right: u8) -> u8 {
    let (rotation, other) = (left % 5, right % 5);
    match (left < 5, right < 5) {
        (true, true) => (rotation + other) % 5,
        (true, false) => 5 + (rotation + other) % 5,
        (false, true) => 5 + (rotation + 5 - other) % 5,
        (false, false) => (rotation + 5 - other) % 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The codes that Hero's help names for what it files.
    const KNOWN: [&str; 5] = ["279991000000102", "401271004", "1068881000000101", "184147002", "37291000000107"];

    #[test]
    fn codes_in_use_are_taken() -> Result<(), Error> {
        for text in KNOWN {
            assert_eq!(text.parse::<SnomedCode>()?.as_str(), text);
        }
        Ok(())
    }

    #[test]
    fn wrong_or_swapped_digits_are_refused() {
        for right in KNOWN {
            for place in 0..right.len() {
                for digit in b'0'..=b'9' {
                    let mut wrong = right.as_bytes().to_vec();
                    wrong[place] = digit;
                    let text = String::from_utf8_lossy(&wrong).into_owned();
                    assert_eq!(text.parse::<SnomedCode>().is_ok(), text == right, "{text}");
                }
            }
            for place in 1..right.len() {
                let mut swapped = right.as_bytes().to_vec();
                swapped.swap(place - 1, place);
                let text = String::from_utf8_lossy(&swapped).into_owned();
                assert_eq!(text.parse::<SnomedCode>().is_ok(), text == right, "{text}");
            }
        }
    }

    #[test]
    fn a_description_is_no_concept() {
        // 01 and 11 before the check digit are the partitions of descriptions.
        let code = (0..10).map(|check| format!("68094601{check}")).find(|code| check_digit_is_right(code));
        let error = code.and_then(|code| code.parse::<SnomedCode>().err());
        assert!(error.is_some_and(|error| error.to_string().contains("not a concept")));
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for text in ["", "abc", "40127100", "040127100", "4012710044012710044"] {
            assert!(text.parse::<SnomedCode>().is_err(), "{text}");
        }
    }
}
