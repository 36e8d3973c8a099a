//! Puts together what was found: the report, and what it comes to.

use crate::{
    change::WireChange,
    class::Class,
    difference::RustAxis,
    report::{Described, Finding, FindingKind, Report, Summary, VERSION},
    settings::{Axis, Settings},
    user_crate::UserCrate,
    verdict::{self, Breaks, FailOn, Verdict},
    version,
};

/// What was found on each axis; nothing where it was not asked for.
pub(crate) struct Axes {
    pub(crate) wire: Option<Vec<WireChange>>,
    pub(crate) rust: Option<RustAxis>,
}

impl Axes {
    pub(crate) fn empty(axis: Axis) -> Self {
        Self { wire: axis.has_wire().then(Vec::new), rust: axis.has_rust().then(RustAxis::default) }
    }
}

pub(crate) fn assemble(
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
        crates: None,
    }
}

impl Report {
    /// The report with what becomes of these crates: it breaks when one of them does, whatever breaks other users.
    #[must_use]
    pub fn with_crates(mut self, crates: Vec<UserCrate>, fail_on: FailOn) -> Self {
        let breaks = crates.iter().any(|one| !one.call_sites.is_empty());
        for one in &crates {
            if let Some(failed) = &one.failed {
                self.findings.push(Finding {
                    kind: FindingKind::CrateNotChecked,
                    message: format!("what it does to {} cannot be told: {failed}", one.path),
                });
            }
        }
        let is_unknown = crates.iter().any(|one| one.failed.is_some());
        let is_blind = self.findings.iter().any(|finding| finding.kind == FindingKind::UnresolvedReference)
            || self.wire.iter().flatten().any(|change| change.counts() && change.class == Class::Unknown);
        self.breaks.yours = if breaks || !is_unknown { Some(breaks) } else { None };
        self.verdict = match self.verdict {
            _ if breaks => Verdict::Breaking,
            _ if is_unknown => Verdict::CannotTell,
            // What was not compared to the end may break them.
            Verdict::Breaking if is_blind => Verdict::CannotTell,
            Verdict::Breaking => Verdict::Drift,
            other => other,
        };
        let changes = self.wire.as_deref().unwrap_or_default();
        let differences = self.rust.as_ref().map(|rust| &rust.changes[..]).unwrap_or_default();
        self.exit_code = verdict::exit_code(self.verdict, fail_on, self.breaks, changes, differences);
        self.crates = Some(crates);
        self
    }
}
