//! Says what changed between two descriptions, and what that does to users.
//!
//! It answers two questions. On the **wire**: does a request fail that was valid, and does a response arrive that a client
//! of the old description cannot read? In **Rust**: does code that uses `hero-api` still compile, and does it still work?
//!
//! The wire axis compares the descriptions as they are, with references followed, so it also works where no crate can be
//! generated. It needs the crate `document` only. The Rust axis, in [`rust`], generates both crates in memory and compares
//! their public items. `docs/drift-rules.md` lists what counts as what.

mod address;
mod change;
mod class;
mod compare;
mod contain;
mod correlate;
mod difference;
mod fingerprint;
mod format;
mod locate;
mod location;
mod number;
mod parsed;
mod pattern;
mod references;
mod render;
mod report;
mod resolve;
mod rules;
mod rules_page;
pub mod rust;
mod shape;
mod structure;
mod types;
mod verdict;
mod version;
mod waivers;

use document::error::Result;

pub use change::{Place, Waived, WireChange};
pub use class::{Class, Direction};
pub use compare::{Side, compare};
pub use correlate::RustContext;
pub use difference::{RustAxis, RustDifference};
pub use parsed::ParsedDescription;
pub use render::{Format, schema};
pub use report::{Described, Finding, FindingKind, Report, Summary, VERSION};
pub use rules::{Kind, Rule};
pub use rules_page::render as rules_page;
pub use rust::RustVerdict;
pub use verdict::{Breaks, FailOn, Verdict};
pub use waivers::{FILE as WAIVERS, Waivers};

/// What is compared.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Axis {
    /// What requests and responses look like
    Wire,
    /// What the generated crates offer
    Rust,
    /// Both
    #[default]
    Both,
}

impl Axis {
    fn has_wire(self) -> bool {
        self != Self::Rust
    }

    fn has_rust(self) -> bool {
        self != Self::Wire
    }
}

/// What is compared, and how it is judged.
#[derive(Debug)]
pub struct Settings<'a> {
    /// What is compared.
    pub axis: Axis,
    /// From which differences on the run fails.
    pub fail_on: FailOn,
    /// The differences that are accepted.
    pub waivers: &'a Waivers,
    /// The day on which waivers must not have expired, as `YYYY-MM-DD`.
    pub today: &'a str,
}

/// Compares two descriptions; `None` says that the revision is the base.
///
/// # Errors
///
/// When the revision cannot be read.
pub fn report(
    base: &ParsedDescription,
    revision: Option<(String, Vec<u8>)>,
    mut findings: Vec<Finding>,
    rust: &RustContext,
    settings: &Settings<'_>,
) -> Result<Report> {
    findings.extend(base.unresolved());
    let Some((name, bytes)) = revision.filter(|(_, bytes)| *bytes != base.bytes) else {
        return Ok(assemble(&base.described, base.described.clone(), Axes::empty(settings.axis), findings, settings));
    };
    let revision = ParsedDescription::read(&name, bytes)?;
    findings.extend(revision.unresolved());
    if revision.described.canonical_sha256 == base.described.canonical_sha256 {
        findings.push(Finding {
            kind: FindingKind::OtherLayout,
            message: "the revision says the same in another layout: other bytes, no other content".to_owned(),
        });
        return Ok(assemble(&base.described, revision.described, Axes::empty(settings.axis), findings, settings));
    }
    // The Rust axis is explained by what happens on the wire, so the wire is compared in any case.
    let mut changes = wire(base, &revision);
    let rust = settings.axis.has_rust().then(|| correlate::axis(rust, base, &revision, &mut changes));
    let axes = Axes { wire: settings.axis.has_wire().then_some(changes), rust };
    Ok(assemble(&base.described, revision.described, axes, findings, settings))
}

fn wire(base: &ParsedDescription, revision: &ParsedDescription) -> Vec<WireChange> {
    compare(
        Side { value: &base.document.value, lines: &base.document.lines },
        Side { value: &revision.document.value, lines: &revision.document.lines },
    )
}

/// What was found on each axis; nothing where it was not asked for.
struct Axes {
    wire: Option<Vec<WireChange>>,
    rust: Option<RustAxis>,
}

impl Axes {
    fn empty(axis: Axis) -> Self {
        Self { wire: axis.has_wire().then(Vec::new), rust: axis.has_rust().then(RustAxis::default) }
    }
}

fn assemble(
    base: &Described,
    revision: Described,
    Axes { mut wire, mut rust }: Axes,
    mut findings: Vec<Finding>,
    settings: &Settings<'_>,
) -> Report {
    {
        let changes = wire.as_deref_mut().unwrap_or_default();
        let differences = rust.as_mut().map(|rust| &mut rust.changes[..]).unwrap_or_default();
        findings.extend(version::finding(base, &revision, changes));
        findings.extend(settings.waivers.apply(changes, differences, settings.today));
    }
    let changes = wire.as_deref().unwrap_or_default();
    let differences = rust.as_ref().map(|rust| &rust.changes[..]).unwrap_or_default();
    let judged = rust.as_ref().filter(|rust| rust.failed.is_none()).map(|_| differences);
    let breaks = Breaks::of(changes, judged);
    let mut verdict = verdict::of_differences(breaks, changes, differences);
    if let Some(failed) = rust.as_ref().and_then(|rust| rust.failed.as_ref()) {
        findings.push(Finding {
            kind: FindingKind::RustAxisFailed,
            message: format!("what it does to Rust code cannot be told: {failed}"),
        });
        // A break on the wire is one whatever becomes of the crate.
        verdict = if verdict == Verdict::Breaking { verdict } else { Verdict::CannotTell };
    }
    let is_blind = findings.iter().any(|finding| finding.kind == FindingKind::UnresolvedReference);
    if is_blind && verdict != Verdict::Breaking {
        verdict = Verdict::CannotTell;
    }
    let count = |class| changes.iter().filter(|change| change.class == class && change.counts()).count();
    let summary = Summary {
        request_break: count(Class::RequestBreak),
        response_break: count(Class::ResponseBreak),
        unknown: count(Class::Unknown),
        compatible: count(Class::Compatible),
        docs: count(Class::Docs),
        waived: changes.iter().filter(|change| !change.counts()).count()
            + differences.iter().filter(|difference| difference.waived.is_some()).count(),
    };
    let exit_code = verdict::exit_code(verdict, settings.fail_on, breaks, changes, differences);
    Report {
        report_version: VERSION,
        verdict,
        breaks,
        exit_code,
        base: base.clone(),
        revision,
        summary,
        findings,
        wire,
        rust,
    }
}
