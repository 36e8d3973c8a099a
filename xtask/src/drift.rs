//! `cargo xtask drift`: what changed in the published description, and what it does to its users.
//!
//! Two questions are answered. On the **wire**: does a request that was valid fail, does an answer come that a client of
//! the old contract cannot read? In **Rust**: does code that uses `hero-api` still compile, and still work? The wire is
//! compared on the descriptions as they are, with references followed, so that it can be told also where no crate can be
//! generated.

mod address;
mod change;
mod compare;
mod fingerprint;
mod locate;
mod report;
mod resolve;
mod rules;
pub mod rust;
mod shape;
mod source;
mod subject;
mod tie;
mod types;
mod verdict;
mod version;
mod waivers;

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use clap::ValueEnum;

use crate::{
    command::unwritable,
    error::{Error, Result},
    lock::Lock,
    update::Fetch,
};
use source::Read;
use waivers::Waivers;

pub use change::{Change, Class, Direction, Place, Waived};
pub use compare::{Side, compare};
pub use report::{
    Described, Finding, FindingKind, Format, Report, RustAxis, RustDifference, RustVerdict, Summary, VERSION, schema,
};
pub use rules::{Kind, Rule, render as rules_page};
pub use source::{Base, Revision};
pub use verdict::{FailOn, Verdict};
pub use waivers::FILE as WAIVERS;

/// What is compared.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, ValueEnum)]
pub enum Axis {
    /// What requests and answers look like
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

/// What to compare, and how to show it.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What people hold on to.
    pub base: Base,
    /// What it is compared with.
    pub revision: Revision,
    /// What is compared.
    pub axis: Axis,
    /// How it is shown.
    pub format: Format,
    /// Where the report goes, instead of standard output.
    pub output: Option<PathBuf>,
    /// From which differences on the run fails.
    pub fail_on: FailOn,
    /// The waivers, instead of those of the workspace.
    pub waivers: Option<PathBuf>,
    /// Whether text has colours.
    pub color: bool,
}

/// Compares two descriptions and shows the report; tells the exit code.
///
/// The report goes to `out`, or to the file that the options name. What is for people beside it goes to `note`: the last
/// line says what the run came to.
pub fn drift(
    root: &Path,
    options: &Options,
    today: &str,
    fetch: &mut Fetch<'_>,
    out: &mut dyn Write,
    note: &mut dyn Write,
) -> u8 {
    let ended = report(root, options, today, fetch).and_then(|report| {
        show(&report, options, out, note)?;
        Ok(report.exit_code)
    });
    ended.unwrap_or_else(|error| {
        let code = Verdict::CannotTell.exit_code();
        let message =
            crate::printable::printable(&format!("error: {error:#}\ndrift: cannot tell: {}", error.message()));
        // Where not even the reason can be written, the exit code has to do.
        let _ = writeln!(note, "{} (exit code {code})", message.replace("\ndrift:", "\n\ndrift:"));
        code
    })
}

fn show(report: &Report, options: &Options, out: &mut dyn Write, note: &mut dyn Write) -> Result<()> {
    let text = report.render(options.format, options.color && options.output.is_none());
    if let Some(path) = &options.output {
        fs::write(path, text)
            .map_err(|error| Error::new("cannot write the report").file(path.display().to_string()).because(error))?;
        return writeln!(out, "{}", report.last_line()).map_err(unwritable);
    }
    out.write_all(text.as_bytes()).map_err(unwritable)?;
    // A report for people ends with that line itself; one for programs must not.
    if options.format == Format::Text { Ok(()) } else { writeln!(note, "{}", report.last_line()).map_err(unwritable) }
}

/// Compares two descriptions.
///
/// # Errors
///
/// When one of them cannot be had or read, or the waivers cannot.
pub fn report(root: &Path, options: &Options, today: &str, fetch: &mut Fetch<'_>) -> Result<Report> {
    // What can be refused without a network is refused before it is asked.
    let waivers = waivers(root, options)?;
    let (base, lock) = source::base(root, &options.base)?;
    let mut findings = Vec::new();
    if lock.as_ref().is_some_and(|lock| lock.sha256 != base.described.sha256) {
        findings.push(Finding {
            kind: FindingKind::BaseNotLocked,
            message: "openapi.yaml is not what openapi.lock vouches for: run `cargo xtask verify`".to_owned(),
        });
    }
    let found = source::revision(root, &options.revision, &base, fetch)?;
    let Some((name, bytes)) = found.filter(|(_, bytes)| *bytes != base.bytes) else {
        let revision = base.described.clone();
        return Ok(finish(
            &base.described,
            revision,
            Axes::empty(options.axis),
            findings,
            &waivers,
            options.fail_on,
            today,
        ));
    };
    let revision = Read::new(&name, bytes)?;
    if revision.described.canonical_sha256 == base.described.canonical_sha256 {
        findings.push(Finding {
            kind: FindingKind::OtherLayout,
            message: "the revision says the same in another layout: other bytes, no other content".to_owned(),
        });
        let axes = Axes::empty(options.axis);
        return Ok(finish(&base.described, revision.described, axes, findings, &waivers, options.fail_on, today));
    }
    // The Rust axis is told by what happens on the wire, so that is compared in any case.
    let mut changes = wire(&base, &revision);
    let rust = options.axis.has_rust().then(|| tie::axis(root, &base, &revision, lock.as_ref(), &mut changes));
    let axes = Axes { wire: options.axis.has_wire().then_some(changes), rust };
    Ok(finish(&base.described, revision.described, axes, findings, &waivers, options.fail_on, today))
}

/// The report on what an update replaces and brings. It never fails: the update is done.
pub(crate) fn of_update(root: &Path, lock: Option<&Lock>, old: &[u8], name: &str, new: &[u8]) -> Result<Report> {
    let base = Read::new("the old openapi.yaml", old.to_vec())?;
    let revision = Read::new(name, new.to_vec())?;
    let mut changes = wire(&base, &revision);
    let rust = tie::axis(root, &base, &revision, lock, &mut changes);
    let axes = Axes { wire: Some(changes), rust: Some(rust) };
    Ok(finish(&base.described, revision.described, axes, Vec::new(), &Waivers::default(), FailOn::Never, ""))
}

fn wire(base: &Read, revision: &Read) -> Vec<Change> {
    compare(
        Side { value: &base.document.value, lines: &base.document.lines },
        Side { value: &revision.document.value, lines: &revision.document.lines },
    )
}

/// What was found on each axis; nothing where it was not asked for.
struct Axes {
    wire: Option<Vec<Change>>,
    rust: Option<RustAxis>,
}

impl Axes {
    fn empty(axis: Axis) -> Self {
        Self { wire: axis.has_wire().then(Vec::new), rust: axis.has_rust().then(RustAxis::default) }
    }
}

fn finish(
    base: &Described,
    revision: Described,
    Axes { mut wire, mut rust }: Axes,
    mut findings: Vec<Finding>,
    waivers: &Waivers,
    fail_on: FailOn,
    today: &str,
) -> Report {
    {
        let changes = wire.as_deref_mut().unwrap_or_default();
        let differences = rust.as_mut().map(|rust| &mut rust.changes[..]).unwrap_or_default();
        findings.extend(version::finding(base, &revision, changes));
        findings.extend(waivers.apply(changes, differences, today));
    }
    let changes = wire.as_deref().unwrap_or_default();
    let differences = rust.as_ref().map(|rust| &rust.changes[..]).unwrap_or_default();
    let mut verdict = verdict::of_differences(changes, differences);
    if let Some(failed) = rust.as_ref().and_then(|rust| rust.failed.as_ref()) {
        findings.push(Finding {
            kind: FindingKind::RustAxisFailed,
            message: format!("what it does to Rust code cannot be told: {failed}"),
        });
        // A break on the wire is one whatever becomes of the crate.
        verdict = if verdict == Verdict::Breaking { verdict } else { Verdict::CannotTell };
    }
    let count = |class| changes.iter().filter(|change| change.class == class && change.counts()).count();
    let summary = Summary {
        request_break: count(Class::RequestBreak),
        response_break: count(Class::ResponseBreak),
        compatible: count(Class::Compatible),
        docs: count(Class::Docs),
        waived: changes.iter().filter(|change| !change.counts()).count()
            + differences.iter().filter(|difference| difference.waived.is_some()).count(),
    };
    let exit_code = verdict::exit_code(verdict, fail_on, changes, differences);
    Report { report_version: VERSION, verdict, exit_code, base: base.clone(), revision, summary, findings, wire, rust }
}

fn waivers(root: &Path, options: &Options) -> Result<Waivers> {
    let (path, name) = match &options.waivers {
        Some(path) => (path.clone(), path.display().to_string()),
        None => (root.join(WAIVERS), WAIVERS.to_owned()),
    };
    match fs::read_to_string(&path) {
        Ok(text) => Waivers::read(&name, &text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && options.waivers.is_none() => {
            Ok(Waivers::default())
        }
        Err(error) => Err(Error::new("cannot read the waivers").file(name).because(error)),
    }
}
