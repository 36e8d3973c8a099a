use std::fmt;

use hero_api::redacted;
use serde_json::{Map, Value};

/// Fields of a payload that this version gives no meaning to.
#[derive(Clone, Default, PartialEq)]
pub struct Fields(Map<String, Value>);

impl Fields {
    pub(crate) fn new(fields: Map<String, Value>) -> Self {
        Self(fields)
    }

    /// Takes a field out, if it is what it should be; otherwise it stays for the user to see.
    pub(crate) fn take(&mut self, name: &str, read: fn(&Value) -> Option<String>) -> Option<String> {
        let found = self.0.get(name).and_then(read)?;
        self.0.remove(name);
        Some(found)
    }

    /// The value of a field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// All fields. **They can hold patient data**: do not log them.
    #[must_use]
    pub fn as_map(&self) -> &Map<String, Value> {
        &self.0
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        redacted::of(&self.0).fmt(f)
    }
}

/// A text that says something.
pub(crate) fn text(value: &Value) -> Option<String> {
    value.as_str().filter(|text| !text.is_empty()).map(ToOwned::to_owned)
}

/// An id, as text. A number that is not whole may have lost digits on its way, and would name another thing.
pub(crate) fn identifier(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) if number.is_u64() || number.is_i64() => Some(number.to_string()),
        other => text(other),
    }
}
