use std::{fmt, str::FromStr};

use crate::{
    Error,
    sensitive::{from_text, serialize_text},
};

/// The id of a patient in Hero: digits.
///
/// It says nothing about the person to anybody outside the practice, so `Debug` and `Display` show it. An id belongs to
/// one practice group.
///
/// # Examples
///
/// ```
/// use hero_api_ext::PatientId;
///
/// let patient: PatientId = "98765".parse()?;
/// assert_eq!(patient, PatientId::from(98_765));
/// assert!("98 765".parse::<PatientId>().is_err());
/// # Ok::<(), hero_api_ext::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PatientId(Box<str>);

impl PatientId {
    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for PatientId {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Error::invalid_input("patient id", "must be digits, and at least one"));
        }
        if text.len() > 20 {
            return Err(Error::invalid_input("patient id", "has more than 20 digits"));
        }
        Ok(Self(text.into()))
    }
}

from_text!(PatientId);
serialize_text!(PatientId, as_str);

impl From<u64> for PatientId {
    fn from(number: u64) -> Self {
        Self(number.to_string().into())
    }
}

impl From<&Self> for PatientId {
    fn from(id: &Self) -> Self {
        id.clone()
    }
}

impl AsRef<str> for PatientId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PatientId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for PatientId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PatientId({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_lead_to_another_path_is_no_id() {
        for text in ["", "7/merge", "..", "7?x", " 7", "7\n", "-7", "٧", &"1".repeat(21)] {
            assert!(text.parse::<PatientId>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn leading_zeros_are_kept() -> Result<(), Error> {
        assert_eq!("007".parse::<PatientId>()?.as_str(), "007");
        Ok(())
    }
}
