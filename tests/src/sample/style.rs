//! What a sample holds beyond what its schema says.

use serde_json::Value;

/// A time in the one spelling in which the bindings write times, so that it comes back as it was.
pub const TIME: &str = "2026-01-02T09:30:00Z";

/// The name that no description uses for a field.
pub const EXTRA_FIELD: &str = "x_field_of_a_later_version";

/// What a sample holds.
#[derive(Clone, Copy, Debug)]
pub struct Style<'a> {
    /// What becomes of optional fields.
    pub optional: Field,
    /// What becomes of lists, required ones too.
    pub lists: Field,
    /// A value for string enums other than the first one listed.
    pub enums: Option<&'a str>,
    /// Whether each object has one more field than is described.
    pub extra: bool,
    /// What times look like.
    pub time: &'a str,
    /// How numbers are written.
    pub numbers: Numbers,
    /// What stands where several shapes are described, other than one of them.
    pub shape: Option<&'a Value>,
    /// Which of several alternatives to take, counted round.
    pub alternative: usize,
    /// What free strings hold.
    pub text: &'a str,
    /// Decides by the name of a field whether its string is free. Others keep a plain value.
    pub is_free: fn(&str) -> bool,
    /// What free times look like.
    pub free_time: &'a str,
}

/// How numbers are written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Numbers {
    /// `12` for an integer, `12.5` for a number.
    AsTyped,
    /// `12` for both.
    Whole,
    /// `12.0` for both.
    WithPoint,
}

/// What becomes of a field.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Field {
    /// It has a value.
    Given,
    /// It is null.
    Null,
    /// It is left out.
    Absent,
}

impl Style<'_> {
    /// A valid value with everything in it.
    pub const FULL: Self = Style {
        optional: Field::Given,
        lists: Field::Given,
        enums: None,
        extra: false,
        time: TIME,
        numbers: Numbers::AsTyped,
        shape: None,
        alternative: 0,
        text: "text",
        is_free: |_| true,
        free_time: TIME,
    };
}
