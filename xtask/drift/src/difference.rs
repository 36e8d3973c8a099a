//! The differences of the generated crates, as reports have them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    change::Waived,
    rust::{RustRule, RustVerdict},
};

/// What the differences do to the generated crate.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct RustAxis {
    /// Why the crates could not be compared; nothing is known of them then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failed: Option<String>,
    /// The version of `hero-api` in this workspace, when there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_version: Option<String>,
    /// The version that it should have with the revision, when that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recommended_version: Option<String>,
    /// The differences, worst first.
    pub changes: Vec<RustDifference>,
}

/// A difference of the generated crates.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct RustDifference {
    /// The same from run to run.
    pub fingerprint: String,
    /// What kind of difference it is: an id of the second table of `docs/drift-rules.md`.
    pub rule: RustRule,
    /// What it does to code that uses the crate.
    pub verdict: RustVerdict,
    /// The public item: `hero_api::types::Patient::email`.
    pub item: String,
    /// What it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The difference in a sentence.
    pub sentence: String,
    /// The operations concerned.
    pub operations: Vec<String>,
    /// The wire differences that it comes from, as indexes.
    pub wire: Vec<usize>,
    /// Why it is accepted, when a waiver says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waived: Option<Waived>,
}
