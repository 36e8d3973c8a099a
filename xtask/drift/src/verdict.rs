//! What a report comes to: one word and one exit code.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    change::{Change, Class},
    report::RustDifference,
};

/// What a report comes to.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Nothing differs, or nothing that is not waived.
    Same,
    /// Something differs, and breaks nobody.
    Drift,
    /// Something breaks.
    Breaking,
    /// One of the two descriptions, or of the two crates, could not be had.
    CannotTell,
}

impl Verdict {
    /// The exit code of a run that comes to this.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Same => 0,
            Self::Drift => 1,
            Self::Breaking => 2,
            Self::CannotTell => 3,
        }
    }

    /// The word that stands in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Drift => "drift",
            Self::Breaking => "breaking",
            Self::CannotTell => "cannot tell",
        }
    }
}

/// From which differences on a run fails.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum FailOn {
    /// Any, even in a text
    #[default]
    Any,
    /// Those that can be seen on the wire or in Rust
    Additive,
    /// Those that break
    Breaking,
    /// None: fails only when it cannot tell
    Never,
}

/// What the differences that count come to.
pub(super) fn of_differences(changes: &[Change], rust: &[RustDifference]) -> Verdict {
    let of = |breaks: bool| if breaks { Verdict::Breaking } else { Verdict::Drift };
    let wire = changes.iter().filter(|change| change.counts()).map(|change| of(change.class.is_breaking()));
    let rust = rust.iter().filter(|difference| difference.waived.is_none());
    let rust = rust.map(|difference| of(difference.verdict.is_breaking()));
    wire.chain(rust).max().unwrap_or(Verdict::Same)
}

/// The exit code, when `fail_on` lets some differences pass.
pub(super) fn exit_code(verdict: Verdict, fail_on: FailOn, changes: &[Change], rust: &[RustDifference]) -> u8 {
    let only_text = rust.iter().all(|difference| difference.waived.is_some())
        && changes.iter().filter(|change| change.counts()).all(|change| change.class == Class::Docs);
    let passes = match (verdict, fail_on) {
        (Verdict::CannotTell, _) | (_, FailOn::Any) => false,
        (_, FailOn::Never) => true,
        (Verdict::Breaking, _) => false,
        (_, FailOn::Breaking) => true,
        (_, FailOn::Additive) => only_text,
    };
    if passes { 0 } else { verdict.exit_code() }
}
