use std::fmt;

use serde::{Deserialize, Serialize};

use crate::shown;

/// The id of something in Hero that is not a person: an appointment, a location, a form, a task, a member of staff.
///
/// Every argument that is such an id takes `impl Into<Id>`: a text, or a number, which ids are in some responses.
///
/// # Examples
///
/// ```
/// use hero_api_ext::Id;
///
/// assert_eq!(Id::from(77), Id::from("77"));
/// ```
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd, Deserialize, Serialize)]
#[serde(transparent)]
pub struct Id(String);

impl Id {
    /// The id as the API writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn into_string(self) -> String {
        self.0
    }
}

/// The text of an argument that is an id.
pub(crate) fn id_text(id: impl Into<Id>) -> String {
    id.into().into_string()
}

impl From<&str> for Id {
    fn from(id: &str) -> Self {
        Self(id.to_owned())
    }
}

impl From<String> for Id {
    fn from(id: String) -> Self {
        Self(id)
    }
}

impl From<&String> for Id {
    fn from(id: &String) -> Self {
        Self(id.clone())
    }
}

impl From<u64> for Id {
    fn from(id: u64) -> Self {
        Self(id.to_string())
    }
}

impl From<&Self> for Id {
    fn from(id: &Self) -> Self {
        id.clone()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Shows a number or a UUID. What else a caller passes for an id may be anything.
impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({:?})", shown::id(self.as_str()))
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_from_texts_and_numbers() -> Result<(), serde_json::Error> {
        let id = Id::from("77");
        for other in [Id::from(77), Id::from("77".to_owned()), Id::from(&"77".to_owned()), Id::from(&id)] {
            assert_eq!((&other, other.as_str(), id_text(&other)), (&id, "77", "77".to_owned()));
        }
        assert_eq!(serde_json::to_string(&id)?, r#""77""#);
        assert_eq!(serde_json::from_str::<Id>(r#""77""#)?, id);
        Ok(())
    }
}
