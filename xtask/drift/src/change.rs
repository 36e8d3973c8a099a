//! One difference between two descriptions, and how much it matters.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::rules::Kind;

/// What a difference does on the wire.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Nothing: only text, names or examples differ.
    Docs,
    /// Requests that were valid stay valid, and clients that followed the old contract can read every new response.
    Compatible,
    /// Nobody can tell: the part was not compared to the end.
    Unknown,
    /// A client that followed the old contract fails on a response that is valid now.
    ResponseBreak,
    /// A request that was valid is not valid any more.
    RequestBreak,
}

impl Class {
    /// Every class, worst first.
    pub const ALL: [Self; 5] = [Self::RequestBreak, Self::ResponseBreak, Self::Unknown, Self::Compatible, Self::Docs];

    /// The word that stands in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RequestBreak => "request-break",
            Self::ResponseBreak => "response-break",
            Self::Unknown => "unknown",
            Self::Compatible => "compatible",
            Self::Docs => "docs",
        }
    }

    /// Whether code that was right can stop working.
    #[must_use]
    pub fn is_breaking(self) -> bool {
        matches!(self, Self::RequestBreak | Self::ResponseBreak)
    }
}

/// Which way the part that differs goes.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// The client sends it.
    Request,
    /// The client receives it.
    Response,
    /// No operation or webhook reaches it.
    Unused,
}

impl Direction {
    /// The word that stands in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
            Self::Unused => "unused",
        }
    }

    /// The way of the response to this.
    #[must_use]
    pub fn flipped(self) -> Self {
        match self {
            Self::Request => Self::Response,
            Self::Response => Self::Request,
            Self::Unused => Self::Unused,
        }
    }
}

/// Where one side of a difference stands.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Place {
    /// JSON pointer (RFC 6901); where one side has nothing, that of what would hold it.
    pub pointer: String,
    /// Line of the file, counted from 1.
    pub line: usize,
}

/// One difference.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct WireChange {
    /// The same from run to run, as long as place, kind, before and after are the same.
    pub fingerprint: String,
    /// What kind of difference it is: an id of `docs/drift-rules.md`.
    pub kind: Kind,
    /// The worst that it does.
    pub class: Class,
    /// Everything that it does, worst first: a schema that is sent and received can break both.
    pub classes: Vec<Class>,
    /// The ways that the part goes.
    pub directions: Vec<Direction>,
    /// The operations concerned, as `GET /path`; webhooks as `webhook NAME`.
    pub operations: Vec<String>,
    /// Their `operationId`s, where they have one.
    pub operation_ids: Vec<String>,
    /// What differs, in words: "`email` of schema `Patient`".
    pub location: String,
    /// The difference in a sentence.
    pub sentence: String,
    /// Where it stands in the base.
    pub old: Place,
    /// Where it stands in the revision.
    pub new: Place,
    /// What the base says there, shortened when it is long.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    /// What the revision says there, shortened when it is long.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Value>,
    /// The differences of the Rust crate that come from it, as indexes into the changes of the Rust axis.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rust: Vec<usize>,
    /// Why it is accepted, when a waiver says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waived: Option<Waived>,
}

/// Who accepts a difference, and until when.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Waived {
    /// Why.
    pub reason: String,
    /// Who.
    pub by: String,
    /// The last day on which it counts, as `YYYY-MM-DD`.
    pub expires: String,
}

impl WireChange {
    /// Whether it counts for the verdict.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.waived.is_none()
    }
}
