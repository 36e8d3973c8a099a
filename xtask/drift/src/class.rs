//! What a difference does on the wire, and which way the part goes that differs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
