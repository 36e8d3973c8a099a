//! Says what changed between two descriptions, and what that does to users.
//!
//! It responses two questions. On the **wire**: does a request fail that was valid, and does a response arrive that a client
//! of the old description cannot read? In **Rust**: does code that uses `hero-api` still compile, and does it still work?
//!
//! The wire axis compares the descriptions as they are, with references followed, so it also works where no crate can be
//! generated. It needs the crate `document` only. The Rust axis, in [`rust`], generates both crates in memory and compares
//! their public items. `docs/drift-rules.md` lists what counts as what.

mod address;
mod assemble;
mod call_sites;
mod change;
mod class;
mod compare;
mod compiler;
mod contain;
mod correlate;
mod difference;
mod fingerprint;
mod format;
mod judges;
mod locate;
mod location;
mod marks;
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
mod settings;
mod shape;
mod structure;
pub mod traffic;
mod types;
mod user_crate;
mod verdict;
mod version;
mod waivers;

use codegen::pipeline::Output;
use document::error::Result;

use assemble::{Axes, assemble};

pub use call_sites::{Compiled, call_sites, cause};
pub use change::{Place, Waived, WireChange};
pub use class::{Class, Direction};
pub use compare::{Side, compare};
pub use compiler::CompilerMessage;
pub use correlate::RustContext;
pub use difference::{RustAxis, RustDifference};
pub use marks::Marks;
pub use parsed::ParsedDescription;
pub use render::{Format, schema};
pub use report::{Described, Finding, FindingKind, Report, Summary, VERSION};
pub use rules::{Kind, Rule};
pub use rules_page::render as rules_page;
pub use rust::RustVerdict;
pub use settings::{Axis, Settings};
pub use user_crate::{CallSite, Effect, UserCrate};
pub use verdict::{Breaks, FailOn, Verdict};
pub use waivers::{FILE as WAIVERS, Waivers};

/// What a comparison gives.
#[derive(Debug)]
pub struct Compared {
    /// The report.
    pub report: Report,
    /// The bindings of the base and of the revision; none where the descriptions are the same, or the Rust axis failed or was not
    /// asked for.
    pub bindings: Option<(Output, Output)>,
}

/// Compares two descriptions; `None` says that the revision is the base.
///
/// # Errors
///
/// When the revision cannot be read.
pub fn report(
    base: &ParsedDescription,
    revision: Option<(String, Vec<u8>)>,
    findings: Vec<Finding>,
    rust: &RustContext,
    settings: &Settings<'_>,
) -> Result<Report> {
    compare_descriptions(base, revision, findings, rust, settings).map(|compared| compared.report)
}

/// The same with the bindings that were compared.
///
/// # Errors
///
/// As [`report`].
pub fn compare_descriptions(
    base: &ParsedDescription,
    revision: Option<(String, Vec<u8>)>,
    mut findings: Vec<Finding>,
    rust: &RustContext,
    settings: &Settings<'_>,
) -> Result<Compared> {
    let alone = |report| Ok(Compared { report, bindings: None });
    findings.extend(base.unresolved());
    let Some((name, bytes)) = revision.filter(|(_, bytes)| *bytes != base.bytes) else {
        return alone(assemble(
            &base.described,
            base.described.clone(),
            Axes::empty(settings.axis),
            findings,
            settings,
        ));
    };
    let revision = ParsedDescription::read(&name, bytes)?;
    findings.extend(revision.unresolved());
    if revision.described.canonical_sha256 == base.described.canonical_sha256 {
        findings.push(Finding {
            kind: FindingKind::OtherLayout,
            message: "the revision says the same in another layout: other bytes, no other content".to_owned(),
        });
        return alone(assemble(&base.described, revision.described, Axes::empty(settings.axis), findings, settings));
    }
    // The Rust axis is explained by what happens on the wire, so the wire is compared in any case.
    let mut changes = wire(base, &revision);
    let (rust, bindings) = match settings.axis.has_rust().then(|| correlate::axis(rust, base, &revision, &mut changes))
    {
        Some((axis, bindings)) => (Some(axis), bindings),
        None => (None, None),
    };
    let axes = Axes { wire: settings.axis.has_wire().then_some(changes), rust };
    Ok(Compared { report: assemble(&base.described, revision.described, axes, findings, settings), bindings })
}

fn wire(base: &ParsedDescription, revision: &ParsedDescription) -> Vec<WireChange> {
    compare(
        Side { value: &base.document.value, lines: &base.document.lines },
        Side { value: &revision.document.value, lines: &revision.document.lines },
    )
}
