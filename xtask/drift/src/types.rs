//! Sets of JSON types.

use std::fmt;

use serde_json::Value;

/// The types that a value may have. A number may be an integer.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) struct Types(u8);

const NAMES: [(&str, u8); 7] =
    [("null", 1), ("boolean", 2), ("integer", 4), ("number", 12), ("string", 16), ("array", 32), ("object", 64)];

impl Types {
    pub(super) const NULL: Self = Self(1);
    pub(super) const BOOLEAN: Self = Self(2);
    pub(super) const INTEGER: Self = Self(4);
    pub(super) const NUMBER: Self = Self(12);
    pub(super) const STRING: Self = Self(16);
    pub(super) const ARRAY: Self = Self(32);
    pub(super) const OBJECT: Self = Self(64);
    /// No type.
    pub(super) const NONE: Self = Self(0);
    /// Every type.
    pub(super) const ANY: Self = Self(127);

    /// The type of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, bits)| Self(*bits))
    }

    /// The type of a value.
    pub(super) fn of(value: &Value) -> Self {
        let name = match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(number) if super::number::integer(number).is_none() => "number",
            Value::Number(_) => "integer",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        Self::named(name).unwrap_or(Self::ANY)
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn without_null(self) -> Self {
        Self(self.0 & !1)
    }

    /// The same, but for numbers integers alone.
    pub(super) fn without_fractions(self) -> Self {
        Self(self.0 & !(Self::NUMBER.0 & !Self::INTEGER.0))
    }

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl fmt::Display for Types {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.without_null() == Self::ANY.without_null() {
            return f.write_str("any type");
        }
        let integer = self.has(Self(12));
        let names: Vec<&str> = NAMES
            .iter()
            .filter(|(name, bits)| self.has(Self(*bits)) && !(integer && *name == "integer"))
            .map(|(name, _)| *name)
            .collect();
        f.write_str(&if names.is_empty() { "nothing".to_owned() } else { names.join(" or ") })
    }
}

impl fmt::Debug for Types {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_integer_is_a_number_and_sets_have_names() {
        let set = |names: &[&str]| names.iter().fold(Types(0), |set, name| set.or(Types::named(name).unwrap()));
        assert!(set(&["number"]).has(set(&["integer"])) && !set(&["integer"]).has(set(&["number"])));
        assert_eq!(set(&["string", "null"]).to_string(), "null or string");
        assert_eq!(set(&["number"]).to_string(), "number");
        assert_eq!(Types::ANY.to_string(), "any type");
        assert_eq!(set(&["string"]).and(set(&["object"])).to_string(), "nothing");
    }
}
