//! `cargo xtask drift`: what changed in the published description, and what it does to its users.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use document::{
    error::{Error, Result},
    printable::printable,
};
use drift::{
    Axis, Compared, FailOn, Finding, FindingKind, Format, Report, Settings, Verdict, WAIVERS, Waivers,
    compare_descriptions,
};

use xtask::output::unwritable;

use crate::{
    context::rust_context,
    download::Fetch,
    source::{self, Base, Revision},
    user_crates,
};

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
    /// Crates of users: whether they break decides, in place of whether any user could.
    pub crates: Vec<PathBuf>,
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
    let result = report(root, options, today, fetch).and_then(|report| {
        show(&report, options, out, note)?;
        Ok(report.exit_code)
    });
    ended(result, note)
}

/// The exit code of a run; when it failed, says why.
pub(crate) fn ended(result: Result<u8>, note: &mut dyn Write) -> u8 {
    result.unwrap_or_else(|error| {
        let code = Verdict::CannotTell.exit_code();
        let message = printable(&format!("error: {error:#}\ndrift: cannot tell: {}", error.message()));
        // Where not even the reason can be written, the exit code has to do.
        let _ = writeln!(note, "{} (exit code {code})", message.replace("\ndrift:", "\n\ndrift:"));
        code
    })
}

pub(crate) fn show(report: &Report, options: &Options, out: &mut dyn Write, note: &mut dyn Write) -> Result<()> {
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
    if !options.crates.is_empty() && options.axis != Axis::Both {
        return Err(Error::new("what becomes of a crate needs both axes").remedy("leave --axis out, or --crate"));
    }
    // What can be refused without a network is refused before the network is asked.
    let waivers = waivers(root, options)?;
    let (base, lock) = source::base(root, &options.base)?;
    let mut findings = Vec::new();
    if lock.as_ref().is_some_and(|lock| lock.sha256 != base.described.sha256) {
        findings.push(Finding {
            kind: FindingKind::BaseNotLocked,
            message: "openapi.yaml is not what openapi.lock vouches for: run `cargo xtask verify`".to_owned(),
        });
    }
    let revision = source::revision(root, &options.revision, &base, fetch)?;
    let settings = Settings { axis: options.axis, fail_on: options.fail_on, waivers: &waivers, today };
    let context = rust_context(root, lock.as_ref())?;
    let Compared { report, bindings } = compare_descriptions(&base, revision, findings, &context, &settings)?;
    Ok(match &bindings {
        Some((old, new)) if !options.crates.is_empty() => {
            let crates = user_crates::check(root, &options.crates, (old, new), &report);
            report.with_crates(crates, options.fail_on)
        }
        // Without two crates nothing differs, or the report says why there are none.
        _ => report,
    })
}

pub(crate) fn waivers(root: &Path, options: &Options) -> Result<Waivers> {
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
