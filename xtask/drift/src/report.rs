//! The report: everything that a run found, as plain values.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    change::WireChange,
    difference::RustAxis,
    user_crate::UserCrate,
    verdict::{Breaks, Verdict},
};

/// Version of the form of the JSON report; a field that goes or changes its meaning raises it.
pub const VERSION: u32 = 2;

/// Everything that a run found.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Report {
    /// Version of this form.
    pub report_version: u32,
    /// What it comes to.
    pub verdict: Verdict,
    /// Who breaks.
    pub breaks: Breaks,
    /// The exit code of the run.
    pub exit_code: u8,
    /// The description that people hold on to.
    pub base: Described,
    /// The description that it is compared with.
    pub revision: Described,
    /// How many differences there are.
    pub summary: Summary,
    /// What stands in the way, or should be known beside the differences.
    pub findings: Vec<Finding>,
    /// The differences on the wire, worst first; none when this axis was not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wire: Option<Vec<WireChange>>,
    /// What they do to the generated crate; none when this axis was not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rust: Option<RustAxis>,
    /// The user's crates that were compiled against the revision; none when none was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crates: Option<Vec<UserCrate>>,
}

/// A description, by name.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Described {
    /// The file or address.
    pub name: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// SHA-256 of its canonical form.
    pub canonical_sha256: String,
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub api_version: String,
    /// The OpenAPI version.
    pub openapi: String,
    /// How many operations it has.
    pub operations: usize,
}

/// How many differences there are, without those that are waived.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Summary {
    /// Requests that were valid and are not.
    pub request_break: usize,
    /// Responses that are valid and not expected.
    pub response_break: usize,
    /// Parts that were not compared to the end.
    #[serde(default)]
    pub unknown: usize,
    /// Differences that break nobody on the wire.
    pub compatible: usize,
    /// Differences in text and names.
    pub docs: usize,
    /// Differences, on both axes, that a waiver accepts.
    pub waived: usize,
}

/// Something to know that is no difference.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// A sentence.
    pub message: String,
}

/// What a finding is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    /// Something breaks on the wire, and the major version is the old one.
    BreakWithoutMajorVersion,
    /// Something differs on the wire, and the version is the old one.
    ChangeWithoutVersion,
    /// `openapi.yaml` is not what `openapi.lock` vouches for.
    BaseNotLocked,
    /// A waiver is past its day.
    ExpiredWaiver,
    /// A waiver matches nothing.
    UnmatchedWaiver,
    /// The crates could not be compared.
    RustAxisFailed,
    /// A user's crate could not be compiled to the end.
    CrateNotChecked,
    /// A reference leads to nothing in its file.
    UnresolvedReference,
    /// The revision is the base in another layout.
    OtherLayout,
    /// Observations were made with another description, or of operations that this one does not have.
    OtherDescription,
    /// Some differences of traffic have no correction to propose.
    NotProposed,
}
