//! The effective description: the one that the bindings are generated from, for other tools.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use crate::{
    output::{Outcome, unwritable},
    paths::{self, read_all_named, read_named},
    workspace,
};
use codegen::pipeline;
use document::error::{Error, Result};

/// Which description, and where it goes.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Options {
    /// The description, instead of the locked one of the workspace.
    pub file: Option<PathBuf>,
    /// The overlays of `file`, in order.
    pub overlays: Vec<PathBuf>,
    /// The file to write, instead of the output.
    pub out: Option<PathBuf>,
}

/// Writes the description with its overlays applied, as JSON, which every reader of YAML takes too.
///
/// # Errors
///
/// When there is no description, an overlay action cannot be applied, or the file cannot be written.
pub fn effective(root: &Path, options: &Options, out: &mut dyn Write) -> Result<Outcome> {
    let (name, description, overlays) = if let Some(file) = &options.file {
        (file.display().to_string(), read_named(file)?, read_all_named(&options.overlays)?)
    } else {
        let description = paths::description(root)?.ok_or_else(|| {
            Error::new("there is no description")
                .file(paths::DESCRIPTION)
                .remedy("run `cargo xtask update`, or name another file")
        })?;
        (paths::DESCRIPTION.to_owned(), description, workspace::overlays(root)?)
    };
    let document = pipeline::effective(&name, &description, &overlays)?;
    let text = format!("{document:#}\n");
    match &options.out {
        None => out.write_all(text.as_bytes()).map_err(unwritable)?,
        Some(path) => {
            let unwritten = |error| Error::new("cannot write the file").file(path.display().to_string()).because(error);
            std::fs::write(path, text).map_err(unwritten)?;
            writeln!(out, "{} is {name} with its overlays applied", path.display()).map_err(unwritable)?;
        }
    }
    Ok(Outcome::Good)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DESCRIPTION: &str = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\n";
    const OVERLAY: &str = "overlay: 1.0.0\ninfo: {title: o, version: '1'}\nactions:\n  - {description: A better title., target: $.info, update: {title: Things}}\n";

    fn run(options: &Options, files: &[(&str, &str)]) -> (String, Result<Outcome>) {
        let root = tempfile::tempdir().expect("folder");
        for (name, text) in files {
            std::fs::write(root.path().join(name), text).expect("file");
        }
        let options = Options {
            file: options.file.as_ref().map(|file| root.path().join(file)),
            overlays: options.overlays.iter().map(|overlay| root.path().join(overlay)).collect(),
            out: options.out.as_ref().map(|out| root.path().join(out)),
        };
        let mut text = Vec::new();
        let outcome = effective(root.path(), &options, &mut text);
        let written = options.out.and_then(|path| std::fs::read_to_string(path).ok());
        (written.unwrap_or_else(|| String::from_utf8_lossy(&text).into_owned()), outcome)
    }

    fn title(text: &str) -> String {
        let document: serde_json::Value = serde_json::from_str(text).expect("JSON");
        document["info"]["title"].as_str().unwrap_or_default().to_owned()
    }

    #[test]
    fn the_locked_description_comes_with_its_overlay() {
        let files = [(paths::DESCRIPTION, DESCRIPTION), (paths::OVERLAY, OVERLAY)];
        let (text, _) = run(&Options::default(), &files);
        assert_eq!(title(&text), "Things");
        assert_eq!(
            text,
            "{\n  \"openapi\": \"3.1.0\",\n  \"info\": {\n    \"title\": \"Things\",\n    \"version\": \"1\"\n  },\n  \"paths\": {}\n}\n"
        );
    }

    #[test]
    fn another_description_goes_into_a_file() {
        let options = Options { file: Some("a.yaml".into()), overlays: Vec::new(), out: Some("b.json".into()) };
        assert_eq!(title(&run(&options, &[("a.yaml", DESCRIPTION)]).0), "t");
        let options = Options { overlays: vec!["o.yaml".into()], ..options };
        assert_eq!(title(&run(&options, &[("a.yaml", DESCRIPTION), ("o.yaml", OVERLAY)]).0), "Things");
    }

    #[test]
    fn an_error_names_the_file() {
        let error = run(&Options::default(), &[]).1.expect_err("no description").to_string();
        assert!(error.contains("openapi.yaml"), "{error}");
        let options = Options { file: Some("a.yaml".into()), overlays: vec!["o.yaml".into()], out: None };
        let stale = OVERLAY.replace("$.info", "$.nothing");
        let error = run(&options, &[("a.yaml", DESCRIPTION), ("o.yaml", &stale)]).1.expect_err("stale").to_string();
        assert!(error.contains("o.yaml") && error.contains("matches nothing"), "{error}");
    }
}
