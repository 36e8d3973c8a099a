//! Compiles crates of users against the bindings of two descriptions, in copies of their workspaces.
//!
//! Nothing of theirs is touched: cargo works in a copy, offline, and compiles into the target directory of the bindings, where
//! most dependencies are compiled already.

mod mirror;
mod packages;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Stdio,
};

use codegen::pipeline::Output;
use document::error::{Error, Result};
use drift::{Compiled, CompilerMessage, Marks, Report, UserCrate, call_sites};

use self::{
    mirror::Mirror,
    packages::{copy_all, metadata, own_packages, registry, said, seed_lock, unlocked_metadata, workspace_root},
};
use xtask::{
    cargo::{self, Ran},
    paths::SHAPES,
    workspace,
};

use crate::metadata::{BINDINGS, Package};

/// The layer over the bindings: its methods say which operations they call.
const LAYER: &str = "hero-api-ext";

/// What becomes of each crate with the bindings of the revision.
///
/// `root` is the workspace of the bindings. A crate that cannot be compiled says why.
pub(crate) fn check(root: &Path, paths: &[PathBuf], bindings: (&Output, &Output), report: &Report) -> Vec<UserCrate> {
    let marks = Marks::new(report, &bindings.0.model, &bindings.1.model);
    let check = |path: &PathBuf| {
        let checked = UserCrate { path: path.display().to_string(), ..UserCrate::default() };
        match Check::new(root, path).and_then(|check| check.run(checked.clone(), bindings, &marks, report)) {
            Ok(checked) => checked,
            Err(error) => UserCrate { failed: Some(format!("{error:#}")), ..checked },
        }
    };
    paths.iter().map(check).collect()
}

/// A crate in a copy of its workspace, and the copy of the bindings that it is compiled with.
struct Check {
    mirror: Mirror,
    /// The root of the workspace.
    root: PathBuf,
    /// The target directory.
    target: PathBuf,
    /// Name of each package of the copies, by its manifest.
    packages: BTreeMap<PathBuf, String>,
    /// The packages to compile.
    own: Vec<String>,
    /// The copy of the bindings.
    bindings: PathBuf,
    /// The sources of the layer over the bindings, where the crate uses it.
    layer: Option<PathBuf>,
    /// What makes cargo take the copies in place of what is published.
    patches: Vec<String>,
}

impl Check {
    fn new(root: &Path, path: &Path) -> Result<Self> {
        let canonical = |path: &Path| {
            path.canonicalize()
                .map_err(|error| Error::new("cannot find the crate").file(path.display().to_string()).because(error))
        };
        let (bindings_root, path) = (canonical(root)?, canonical(path)?);
        let path = if path.is_file() { path.parent().map(Path::to_owned).unwrap_or(path) } else { path };
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            // As cargo reads it: from where this process runs.
            Some(folder) => std::path::absolute(&folder)
                .map_err(|error| Error::new("CARGO_TARGET_DIR is no path").because(error))?,
            None => unlocked_metadata(&bindings_root)?.target_directory,
        };
        let mirror = Mirror::below(&target)?;
        let own_root = workspace_root(&path)?;
        let copied = copy_all(&mirror, &own_root)?;
        seed_lock(&mirror, &own_root, &bindings_root)?;

        let first = metadata(&mirror.path(&own_root), &[])?;
        let mut patches = Vec::new();
        for package in first.packages.iter().filter(|package| [BINDINGS, LAYER].contains(&package.name.as_str())) {
            if let Some(source) = &package.source {
                let folder = mirror.path(&bindings_root).join(&package.name);
                patches.push(format!(
                    "patch.{}.{}.path={:?}",
                    registry(source),
                    package.name,
                    folder.display().to_string()
                ));
            }
        }
        if !patches.is_empty() && !copied.contains(&bindings_root) {
            copy_all(&mirror, &bindings_root)?;
        }
        let all = if patches.is_empty() { first } else { metadata(&mirror.path(&own_root), &patches)? };
        let folder_of = |name: &str| {
            let package = all.packages.iter().find(|package| package.name == name && package.source.is_none())?;
            package.manifest_path.parent().map(Path::to_owned)
        };
        let bindings = folder_of(BINDINGS).ok_or_else(|| {
            Error::new(format!("the crate does not use {BINDINGS}, or needs another version of it"))
                .file(path.display().to_string())
                .remedy("give a crate that depends on the version in this workspace")
        })?;
        let layer = folder_of(LAYER);
        if let Some(original) = [Some(&bindings), layer.as_ref()].into_iter().flatten().find(|path| !mirror.holds(path))
        {
            return Err(Error::new("the copy of the crate leads out of it")
                .file(original.display().to_string())
                .remedy("name the bindings in Cargo.toml, and not in a file of cargo's configuration"));
        }
        let local = |package: &&Package| package.source.is_none();
        Ok(Self {
            own: own_packages(&all, &mirror.path(&path))?,
            packages: all
                .packages
                .iter()
                .filter(local)
                .map(|package| (package.manifest_path.clone(), package.name.clone()))
                .collect(),
            layer: layer.map(|folder| folder.join("src")),
            root: own_root,
            bindings,
            target,
            patches,
            mirror,
        })
    }

    fn run(
        &self,
        mut checked: UserCrate,
        (old, new): (&Output, &Output),
        marks: &Marks,
        report: &Report,
    ) -> Result<UserCrate> {
        checked.packages.clone_from(&self.own);
        if old.files == new.files && marks.is_empty() {
            return Ok(checked);
        }
        self.write(&new.files, new)?;
        let revision = self.compile()?;
        // The old bindings tell what is the user's own, and their marks what the user uses.
        let base = if revision.is_ok() && marks.is_empty() { Vec::new() } else { self.base(old, marks)? };
        let revision = match revision {
            Ok(messages) => messages,
            // Cargo resolves the crate with the old bindings: it is the revision that it does not resolve with.
            Err(said) => vec![self.unresolved(&said)],
        };
        if let Some(error) =
            revision.iter().find(|message| message.is_error && self.package(message).as_deref() == Some(BINDINGS))
        {
            return Err(
                Error::new(format!("the bindings of the revision do not compile: {}", error.text)).file(&error.file)
            );
        }
        let package = |message: &CompilerMessage| self.package(message).filter(|name| name != BINDINGS);
        let (mut sites, before) = call_sites(report, Compiled { base: &base, revision: &revision }, package, |name| {
            self.own.iter().any(|own| own == name)
        });
        for site in &mut sites {
            site.file = self.shown(&site.file);
        }
        checked.call_sites = sites;
        checked.errors_before = before;
        Ok(checked)
    }

    /// What the compiler says with the bindings of the base, marked.
    fn base(&self, old: &Output, marks: &Marks) -> Result<Vec<CompilerMessage>> {
        self.write(&marks.on_bindings(&old.files), old)?;
        if let Some(folder) = &self.layer {
            mark_handles(folder, marks)?;
        }
        self.compile()?.map_err(|said| Error::new(format!("cargo cannot check the crate as it is: {said}")))
    }

    /// Puts these files in the place of the generated ones, with what else the bindings of a description have.
    fn write(&self, files: &BTreeMap<String, String>, output: &Output) -> Result<()> {
        let folder = self.bindings.join("src/generated");
        let unwritable =
            |error| Error::new("cannot write into the copy").file(folder.display().to_string()).because(error);
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(unwritable)?;
        }
        for (path, text) in files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap_or(&folder))
                .and_then(|()| fs::write(&path, text))
                .map_err(unwritable)?;
        }
        // The feature `observe` includes this file.
        let shapes = Path::new(SHAPES).strip_prefix(BINDINGS).unwrap_or(Path::new(SHAPES));
        fs::write(self.bindings.join(shapes), output.shapes.render()).map_err(unwritable)?;
        let manifest = self.bindings.join("Cargo.toml");
        let text = fs::read_to_string(&manifest).map_err(unwritable)?;
        fs::write(&manifest, workspace::with_features(&text, &output.model)?).map_err(unwritable)
    }

    /// The messages of the compiler, or what cargo says when it does not come to compiling.
    fn compile(&self) -> Result<std::result::Result<Vec<CompilerMessage>, String>> {
        let mut arguments: Vec<String> = [
            "check",
            "--offline",
            "--quiet",
            "--keep-going",
            "--all-targets",
            "--message-format",
            "json",
            "--target-dir",
        ]
        .map(str::to_owned)
        .to_vec();
        arguments.push(self.target.display().to_string());
        for name in &self.own {
            arguments.extend(["--package".to_owned(), name.clone()]);
        }
        for patch in &self.patches {
            arguments.extend(["--config".to_owned(), patch.clone()]);
        }
        let Ran { stdout, stderr, succeeded } = cargo::run(&self.mirror.path(&self.root), &arguments, Stdio::piped())?;
        let messages = CompilerMessage::read(&stdout);
        let has_error = messages.iter().any(|message| message.is_error);
        Ok(if succeeded || has_error { Ok(messages) } else { Err(said(&stderr)) })
    }

    fn package(&self, message: &CompilerMessage) -> Option<String> {
        self.packages.get(Path::new(&message.manifest)).cloned()
    }

    /// What cargo says of the manifest, as a message: a feature of the bindings can be gone.
    fn unresolved(&self, said: &str) -> CompilerMessage {
        let own = self.packages.iter().find(|(_, name)| self.own.contains(name));
        let manifest = own.map(|(path, _)| path.clone()).unwrap_or_default();
        let text = fs::read_to_string(&manifest).unwrap_or_default();
        let (line, source) = text
            .lines()
            .enumerate()
            .find(|(_, line)| line.trim_start().starts_with(BINDINGS))
            .map_or((1, ""), |(index, line)| (index + 1, line));
        CompilerMessage {
            is_error: true,
            code: None,
            text: said.to_owned(),
            manifest: manifest.display().to_string(),
            file: manifest.display().to_string(),
            line,
            source: source.trim().to_owned(),
            words: said
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .map(str::to_owned)
                .chain([BINDINGS.replace('-', "_")])
                .collect(),
        }
    }

    /// A file of a copy as the user knows it: below the root of the workspace where it is there.
    fn shown(&self, file: &str) -> String {
        let path = Path::new(file);
        let original = if path.is_absolute() { self.mirror.original(path) } else { None };
        let path = original.unwrap_or_else(|| path.to_owned());
        path.strip_prefix(&self.root).unwrap_or(&path).display().to_string().replace('\\', "/")
    }
}

/// Marks the methods of the layer over the bindings.
fn mark_handles(folder: &Path, marks: &Marks) -> Result<()> {
    let unusable = |error| Error::new("cannot use the copy").file(folder.display().to_string()).because(error);
    for entry in fs::read_dir(folder).map_err(unusable)? {
        let path = entry.map_err(unusable)?.path();
        if path.is_dir() {
            mark_handles(&path, marks)?;
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && let Some(marked) = marks.on_handles(&fs::read_to_string(&path).map_err(unusable)?)
        {
            fs::write(&path, marked).map_err(unusable)?;
        }
    }
    Ok(())
}
