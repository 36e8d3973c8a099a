use std::fmt;

use serde::{Serialize, Serializer};

/// One difference between a message and the description.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Observation {
    /// The `operationId`.
    pub operation: &'static str,
    /// Which way the message went.
    pub direction: Direction,
    /// The status of the response; 0 for a request.
    pub status: u16,
    /// Where: `$.data[].name`, the name of a header, or that of a parameter. Keys that are data are `*`.
    pub path: String,
    /// What differs.
    pub kind: Difference,
    /// The types that the description has there, such as `string|null`.
    pub expected: String,
    /// The type that was found. For a status, a header or a media type, its name.
    pub found: String,
    /// The unknown value of an enum that is marked as technical, where
    /// [`with_technical_values`](super::Observe::with_technical_values) allows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// In how many messages it was seen.
    pub messages: u64,
    /// How many messages of this operation, direction and status were compared.
    pub of: u64,
    /// How often it was seen: several times in one message, where it is inside a list.
    pub times: u64,
    /// How often it could have been seen: how many such objects or values there were.
    pub of_times: u64,
    /// By how much `messages` has grown since observers were last told of this difference.
    #[serde(skip)]
    pub more: u64,
}

// By hand, since a derived `Debug` of texts is forbidden in this crate. None of these is written by a caller or a server but
// names of fields and headers, and what `with_technical_values` allows.
impl fmt::Debug for Observation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Observation")
            .field("operation", &self.operation)
            .field("direction", &self.direction)
            .field("status", &self.status)
            .field("path", &self.path)
            .field("kind", &self.kind)
            .field("expected", &self.expected)
            .field("found", &self.found)
            .field("value", &self.value)
            .field("messages", &self.messages)
            .field("of", &self.of)
            .finish_non_exhaustive()
    }
}

/// How many messages of an operation were compared.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Totals {
    /// The `operationId`.
    pub operation: &'static str,
    /// Which way the messages went.
    pub direction: Direction,
    /// The status of the responses; 0 for requests.
    pub status: u16,
    /// How many there were.
    pub of: u64,
    /// How often each optional field was there, for those that were seen at all.
    pub optional: Vec<OptionalField>,
}

impl fmt::Debug for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Totals")
            .field("operation", &self.operation)
            .field("direction", &self.direction)
            .field("status", &self.status)
            .field("of", &self.of)
            .field("optional", &self.optional)
            .finish()
    }
}

/// How often an optional field was there.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct OptionalField {
    /// Where: `$.data[].name`.
    pub path: String,
    /// In how many objects it was.
    pub times: u64,
    /// How many such objects there were.
    pub of_times: u64,
}

impl fmt::Debug for OptionalField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} of {}", self.path, self.times, self.of_times)
    }
}

/// Which way a message went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// The client sent it.
    Request,
    /// The server sent it.
    Response,
}

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Difference {
    /// A field that the description does not have.
    UnknownField,
    /// A text that is not among the values of an enum.
    UnknownValue,
    /// A value of another type.
    OtherType,
    /// A text that is not the date or the time that it should be.
    OtherFormat,
    /// Null where the description promises a value.
    Null,
    /// A field that the description promises is not there.
    Missing,
    /// A status that the description does not have.
    Status,
    /// A media type that the description does not have for this status, or a body where it has none.
    ContentType,
    /// A header that the description does not have.
    Header,
    /// The page has more items than were asked for.
    PageSizeIgnored,
    /// Another page has the same content.
    PageIndexIgnored,
}

impl Difference {
    /// Every difference.
    pub const ALL: [Self; 11] = [
        Self::UnknownField,
        Self::UnknownValue,
        Self::OtherType,
        Self::OtherFormat,
        Self::Null,
        Self::Missing,
        Self::Status,
        Self::ContentType,
        Self::Header,
        Self::PageSizeIgnored,
        Self::PageIndexIgnored,
    ];

    /// The word for it in files and events.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnknownField => "unknown-field",
            Self::UnknownValue => "unknown-value",
            Self::OtherType => "other-type",
            Self::OtherFormat => "other-format",
            Self::Null => "null",
            Self::Missing => "missing",
            Self::Status => "status",
            Self::ContentType => "content-type",
            Self::Header => "header",
            Self::PageSizeIgnored => "page-size-ignored",
            Self::PageIndexIgnored => "page-index-ignored",
        }
    }
}

impl Serialize for Difference {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Direction {
    /// The word for it in files and events.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
        }
    }
}
