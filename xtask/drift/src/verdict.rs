//! What a report comes to: one word and one exit code.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{change::WireChange, class::Class, difference::RustDifference};

/// What a report comes to.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Nothing differs, or nothing that is not waived.
    Same,
    /// Something differs, and breaks no user of the bindings; where crates were given, none of these.
    Drift,
    /// Something breaks users of the bindings, or their calls; where crates were given, one of these.
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
    /// Any, even in a text; the exit code says whether users break
    #[default]
    Any,
    /// Those that can be seen on the wire or in Rust
    Additive,
    /// Those that break users of the bindings, or their calls
    Breaking,
    /// Those that break on the wire, whatever the bindings make of them
    Wire,
    /// Those that break code that uses the bindings
    Rust,
    /// None: fails only when it cannot tell
    Never,
}

/// Who breaks, without what a waiver accepts.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Breaks {
    /// A request or the reading of a response, by the description alone.
    pub wire: bool,
    /// Code that uses the generated crate, when it is compiled or when it runs.
    pub rust: bool,
    /// A user of the bindings: their code, or a request that was valid. Without a Rust axis, whoever breaks on the wire.
    pub users: bool,
    /// The user's crates that were given; nothing when none was, or when they could not be compiled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yours: Option<bool>,
}

impl Breaks {
    pub(super) fn of(changes: &[WireChange], rust: Option<&[RustDifference]>) -> Self {
        let breaks = |class: Class| changes.iter().any(|change| change.counts() && change.classes.contains(&class));
        let (requests, responses) = (breaks(Class::RequestBreak), breaks(Class::ResponseBreak));
        let code = rust.unwrap_or_default().iter().any(|one| one.waived.is_none() && one.verdict.is_breaking());
        // The bindings read responses leniently: the Rust axis knows which of them break code.
        Self {
            wire: requests || responses,
            rust: code,
            users: code || requests || rust.is_none() && responses,
            yours: None,
        }
    }
}

/// What the differences that count come to.
pub(super) fn of_differences(breaks: Breaks, changes: &[WireChange], rust: &[RustDifference]) -> Verdict {
    let counted = || changes.iter().filter(|change| change.counts());
    if breaks.users {
        Verdict::Breaking
    } else if counted().any(|change| change.class == Class::Unknown) {
        // A known break is one whatever else there may be.
        Verdict::CannotTell
    } else if counted().next().is_some() || rust.iter().any(|difference| difference.waived.is_none()) {
        Verdict::Drift
    } else {
        Verdict::Same
    }
}

/// The exit code, when `fail_on` lets some differences pass.
pub(super) fn exit_code(
    verdict: Verdict,
    fail_on: FailOn,
    breaks: Breaks,
    changes: &[WireChange],
    rust: &[RustDifference],
) -> u8 {
    let only_text = rust.iter().all(|difference| difference.waived.is_some())
        && changes.iter().filter(|change| change.counts()).all(|change| change.class == Class::Docs);
    let on_one_axis = |breaks: bool| match (breaks, verdict) {
        (true, _) => Verdict::Breaking.exit_code(),
        (false, Verdict::CannotTell) => verdict.exit_code(),
        (false, _) => 0,
    };
    let passes = match (verdict, fail_on) {
        (_, FailOn::Wire) => return on_one_axis(breaks.wire),
        (_, FailOn::Rust) => return on_one_axis(breaks.rust),
        (Verdict::CannotTell, _) | (_, FailOn::Any) => false,
        (_, FailOn::Never) => true,
        (Verdict::Breaking, _) => false,
        (_, FailOn::Breaking) => true,
        (_, FailOn::Additive) => only_text,
    };
    if passes { 0 } else { verdict.exit_code() }
}
