//! `cargo xtask drift --traffic`: what messages really hold, beside what the description says.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use codegen::pipeline;
use document::error::{Error, Result};
use drift::{
    Format, Settings,
    traffic::{self, Proposal, Traffic},
};

use xtask::{output::unwritable, workspace};

use crate::{
    drift::{Options, ended, show, waivers},
    source::{self, Base, local},
};

/// Holds the observations in `files` against the base, shows the report, and writes corrections into `propose`; tells the exit
/// code. The base is the description with its overlays.
pub fn traffic(
    root: &Path,
    options: &Options,
    (files, propose): (&[PathBuf], Option<&Path>),
    today: &str,
    out: &mut dyn Write,
    note: &mut dyn Write,
) -> u8 {
    let result = report(root, options, files, today).and_then(|(report, proposal)| {
        // Before the report, whose last line is the last of all.
        if let Some(path) = propose {
            let said = written(path, &proposal)?;
            let is_for_people = options.format == Format::Text && options.output.is_none();
            if is_for_people { writeln!(out, "{said}") } else { writeln!(note, "{said}") }.map_err(unwritable)?;
        }
        show(&report, options, out, note)?;
        Ok(report.exit_code)
    });
    ended(result, note)
}

/// Holds the observations in `files` against the base.
///
/// # Errors
///
/// When a file, the base, an overlay or the waivers cannot be read.
pub fn report(root: &Path, options: &Options, files: &[PathBuf], today: &str) -> Result<(drift::Report, Proposal)> {
    let waivers = waivers(root, options)?;
    let named = files.iter().map(|file| {
        let name = file.display().to_string();
        Ok((name.clone(), local(file, &name)?))
    });
    let traffic = Traffic::read(&named.collect::<Result<Vec<_>>>()?)?;
    let (base, _) = source::base(root, &options.base)?;
    let overlays = if options.base == Base::Lock { workspace::overlays(root)? } else { Vec::new() };
    let effective = pipeline::effective(&base.described.name, &base.bytes, &overlays)?;
    let settings = Settings { axis: drift::Axis::Wire, fail_on: options.fail_on, waivers: &waivers, today };
    Ok(traffic::report(&base, &effective, &traffic, &settings))
}

/// Writes the corrections, and says so.
fn written(path: &Path, proposal: &Proposal) -> Result<String> {
    let name = path.display().to_string();
    if proposal.actions.is_empty() {
        return Ok(format!("there are no corrections to propose, so {name} is as it was"));
    }
    let existing = match fs::read(path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(Error::new("cannot read the overlay").file(name).because(error)),
    };
    let text = proposal.overlay(&name, existing.as_deref())?;
    fs::write(path, text).map_err(|error| Error::new("cannot write the overlay").file(name.clone()).because(error))?;
    Ok(format!("{} corrections are proposed in {name}: read each before you commit it", proposal.actions.len()))
}
