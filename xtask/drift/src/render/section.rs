//! The sections of a report: what a reader has to decide on comes first.

use super::Report;
use crate::{change::WireChange, class::Class, difference::RustDifference};

/// A part of a report. They are in order: the first matters most.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Section {
    Requests,
    /// Whatever it does to responses: code that uses the bindings breaks.
    Code,
    Responses,
    Unknown,
    Compatible,
    Docs,
}

impl Section {
    pub(super) const ALL: [Self; 6] =
        [Self::Requests, Self::Code, Self::Responses, Self::Unknown, Self::Compatible, Self::Docs];

    /// In small letters.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Requests => "breaks requests",
            Self::Code => "breaks code that uses these bindings",
            Self::Responses => "breaks the reading of responses",
            Self::Unknown => "cannot be compared to the end",
            Self::Compatible => "compatible",
            Self::Docs => "text and names",
        }
    }

    /// The class whose colour it has.
    pub(super) fn class(self) -> Class {
        match self {
            Self::Requests | Self::Code => Class::RequestBreak,
            Self::Responses => Class::ResponseBreak,
            Self::Unknown => Class::Unknown,
            Self::Compatible => Class::Compatible,
            Self::Docs => Class::Docs,
        }
    }

    /// Whether it is unfolded where others are not.
    pub(super) fn is_open(self) -> bool {
        !matches!(self, Self::Compatible | Self::Docs)
    }
}

impl Report {
    /// The wire differences of a section that no waiver accepts, and the Rust differences in it that come from none of them.
    pub(super) fn section(&self, section: Section) -> (Vec<&WireChange>, Vec<&RustDifference>) {
        let changes = self.wire.iter().flatten().filter(|change| change.counts() && self.section_of(change) == section);
        let alone = self.rust_changes().filter(|difference| difference.wire.is_empty() || self.wire.is_none());
        let alone = alone.filter(|difference| section == Section::Code && difference.verdict.is_breaking());
        (changes.collect(), alone.collect())
    }

    /// The Rust differences that break nothing and come from no wire difference.
    pub(super) fn additive_alone(&self) -> Vec<&RustDifference> {
        let alone = self.rust_changes().filter(|difference| difference.wire.is_empty() || self.wire.is_none());
        alone.filter(|difference| !difference.verdict.is_breaking()).collect()
    }

    /// The section that a wire difference belongs to.
    pub(super) fn section_of(&self, change: &WireChange) -> Section {
        let breaks_code = || {
            self.rust_of(change)
                .iter()
                .any(|difference| difference.waived.is_none() && difference.verdict.is_breaking())
        };
        match change.class {
            Class::RequestBreak => Section::Requests,
            _ if breaks_code() => Section::Code,
            Class::ResponseBreak => Section::Responses,
            Class::Unknown => Section::Unknown,
            Class::Compatible => Section::Compatible,
            Class::Docs => Section::Docs,
        }
    }
}
