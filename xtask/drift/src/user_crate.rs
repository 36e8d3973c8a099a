//! A crate of a user, as it fares with the bindings of the revision.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A crate of a user that was compiled against the bindings of the revision.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct UserCrate {
    /// The folder that was given.
    pub path: String,
    /// The packages in it that use the bindings.
    pub packages: Vec<String>,
    /// The lines that break: those that no longer compile first, then by file and line.
    pub call_sites: Vec<CallSite>,
    /// Errors that the crate has with the bindings of the base as well. No difference causes them, so they do not count.
    #[serde(default)]
    pub errors_before: usize,
    /// Why the crate could not be compiled to the end; what breaks in it is not known then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failed: Option<String>,
}

/// A line of a user that breaks.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct CallSite {
    /// How it breaks.
    pub effect: Effect,
    /// The package that the line belongs to.
    pub package: String,
    /// The file, relative to the root of the crate's workspace; absolute where it is outside.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The text of the line.
    pub code: String,
    /// What the compiler says, or what the line uses.
    pub message: String,
    /// The Rust differences that cause it, as indexes into the changes of the Rust axis.
    pub rust: Vec<usize>,
    /// The wire differences that cause it, as indexes into those of the wire axis.
    pub wire: Vec<usize>,
}

/// How a line breaks.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// The line does not compile against the revision.
    NoLongerCompiles,
    /// The line compiles, and uses an operation or a field that breaks at run time.
    BreaksAtRunTime,
}

impl Effect {
    /// The words of reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoLongerCompiles => "no longer compiles",
            Self::BreaksAtRunTime => "breaks at run time",
        }
    }
}

impl UserCrate {
    /// How many lines break in this way.
    #[must_use]
    pub fn count(&self, effect: Effect) -> usize {
        self.call_sites.iter().filter(|site| site.effect == effect).count()
    }
}
