//! One difference between two descriptions, and how much it matters.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    class::{Class, Direction},
    rules::Kind,
};

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
