//! A crate of its own from any description: the same bindings, the same hand-written part, another name.
//!
//! The hand-written part is `hero-api`'s, compiled into xtask, so that what is true of `hero-api` is true of every crate
//! that comes out. Credentials alone are written for the security schemes that the description declares.

mod credentials;
mod manifest;

use std::{collections::BTreeMap, fs, path::Path};

use crate::{
    coverage,
    document::sha256_hex,
    error::{Error, Result},
    files::Tree,
    generator,
    lock::{Lock, Origin},
    pipeline::{self, Input, Output},
    workspace::{self, Planned},
};

/// What to make a crate of.
#[derive(Clone, Debug)]
pub struct Request {
    /// Name of the crate, as in `Cargo.toml`.
    pub name: String,
    /// The bytes of the description.
    pub description: Vec<u8>,
    /// The bytes of each overlay, in order.
    pub overlays: Vec<Vec<u8>>,
    /// Whether operations that cannot be taken are left out.
    pub skip_unsupported: bool,
}

macro_rules! runtime_files {
    ($($name:literal),*) => {
        [$(($name, include_str!(concat!("../../hero-api/src/", $name, ".rs")))),*]
    };
}
/// The hand-written part of `hero-api`, apart from what is Hero's own.
const RUNTIME: [(&str, &str); 25] = runtime_files!(
    "alternatives",
    "base_url",
    "client",
    "conversion",
    "error",
    "fault",
    "form",
    "json",
    "lenient",
    "lib",
    "mismatch",
    "mock",
    "multipart",
    "open_enum",
    "operation",
    "paging",
    "patch",
    "path",
    "query",
    "raw_body",
    "reason",
    "redacted",
    "response",
    "transport",
    "upload"
);

/// Everything that a crate for `request` consists of. `folder` is where it stands, or will.
///
/// # Errors
///
/// When the name is no crate name, the folder holds something else, or the description cannot be taken.
pub fn plan(request: &Request, folder: &Path) -> Result<Planned> {
    manifest::check_name(&request.name)?;
    let previous = previous(folder)?;
    let overlays: Vec<(String, Vec<u8>)> =
        request.overlays.iter().enumerate().map(|(index, bytes)| (overlay_name(index), bytes.clone())).collect();
    let output = pipeline::run(Input {
        description: &request.description,
        overlays: &overlays,
        origin: Origin::File.as_str(),
        known: previous.as_ref().map(Lock::names).unwrap_or_default(),
        skip_unsupported: request.skip_unsupported,
    })?;
    let credentials = credentials::Credentials::new(&output.security_schemes);
    let mut files: BTreeMap<String, Vec<u8>> =
        output.files.iter().map(|(path, text)| (format!("src/generated/{path}"), text.clone().into_bytes())).collect();
    for (name, text) in RUNTIME {
        files.insert(format!("src/{name}.rs"), runtime(name, text, request, &output).into_bytes());
    }
    files.insert("src/credentials.rs".to_owned(), credentials.module().into_bytes());
    files.insert(
        "docs/coverage.md".to_owned(),
        coverage::render(&pipeline::read(workspace::DESCRIPTION, &request.description)?.value).into_bytes(),
    );
    files.insert("README.md".to_owned(), manifest::readme(request, &output, &credentials).into_bytes());
    files.insert("Cargo.toml".to_owned(), manifest::manifest(request, &output)?.into_bytes());
    files.insert(workspace::DESCRIPTION.to_owned(), request.description.clone());
    files.extend(overlays.iter().cloned());
    let lock = lock(&output, &overlays, &files)?;
    let mut tree = Tree::new();
    for (path, bytes) in files {
        tree.insert(path, bytes)?;
    }
    tree.insert(workspace::LOCK, lock.render()?)?;
    Ok(Planned { tree, owned: previous.map(|lock| lock.owned()).unwrap_or_default(), output, interrupted: None })
}

/// What the crate in `folder` was made of.
///
/// # Errors
///
/// When the folder holds no crate that xtask made.
pub fn request_of(folder: &Path) -> Result<Request> {
    let missing = |file: &str| {
        Error::new("this is no crate that `generate --spec --out` made").file(folder.join(file).display().to_string())
    };
    let manifest =
        fs::read_to_string(folder.join("Cargo.toml")).map_err(|error| missing("Cargo.toml").because(error))?;
    let description = fs::read(folder.join(workspace::DESCRIPTION))
        .map_err(|error| missing(workspace::DESCRIPTION).because(error))?;
    let (name, skip_unsupported) = manifest::settings(&manifest).ok_or_else(|| missing("Cargo.toml"))?;
    let mut overlays = Vec::new();
    while let Ok(bytes) = fs::read(folder.join(overlay_name(overlays.len()))) {
        overlays.push(bytes);
    }
    Ok(Request { name, description, overlays, skip_unsupported })
}

fn overlay_name(index: usize) -> String {
    if index == 0 { "overlay.yaml".to_owned() } else { format!("overlay-{}.yaml", index + 1) }
}

/// The lock of the crate that stands there; a folder with something else in it is not touched.
fn previous(folder: &Path) -> Result<Option<Lock>> {
    match fs::read_to_string(folder.join(workspace::LOCK)) {
        Ok(text) => Lock::read(&text).map(Some),
        Err(_) if fs::read_dir(folder).is_ok_and(|entries| entries.count() > 0) => {
            Err(Error::new("the folder is not empty, and holds no crate that xtask made")
                .file(folder.display().to_string())
                .remedy("name a new folder by --out"))
        }
        Err(_) => Ok(None),
    }
}

fn lock(output: &Output, overlays: &[(String, Vec<u8>)], files: &BTreeMap<String, Vec<u8>>) -> Result<Lock> {
    Ok(Lock {
        origin: Origin::File,
        url: String::new(),
        fetched: None,
        transcribed: None,
        etag: None,
        last_modified: None,
        sha256: output.sha256.clone(),
        canonical_sha256: output.canonical_sha256.clone(),
        api_version: output.model.version.clone(),
        openapi: output.openapi.clone(),
        overlays: overlays.iter().map(|(name, bytes)| (name.clone(), sha256_hex(bytes))).collect(),
        tools: generator::tools()?,
        operations: output.names.operations.clone(),
        types: output.names.types.clone(),
        files: files
            .iter()
            .filter(|(path, _)| {
                path.as_str() != workspace::DESCRIPTION && !overlays.iter().any(|(name, _)| name == *path)
            })
            .map(|(path, bytes)| (path.clone(), sha256_hex(bytes)))
            .collect(),
    })
}

/// A hand-written file under the name of the crate, without its tests and without what is about Hero.
fn runtime(name: &str, text: &str, request: &Request, output: &Output) -> String {
    let own = ["\n#[cfg(test)]\n", "\n#[cfg(all(test", "\n/// Compiles what the README shows."]
        .iter()
        .filter_map(|mark| text.find(mark))
        .min()
        .map_or(text, |end| &text[..end]);
    let text = if name == "lib" {
        let after_documentation: Vec<&str> = own.lines().skip_while(|line| line.starts_with("//!")).collect();
        format!("{}\n{}\n", manifest::crate_documentation(request, output), after_documentation.join("\n"))
    } else {
        own.to_owned()
    };
    let identifier = request.name.replace('-', "_");
    let text = text
        .replace("`hero-api-ext`", "a layer on top")
        .replace("hero_api", &identifier)
        .replace("hero-api", &request.name);
    format!("{}\n", text.replace("where Hero puts", "where some APIs put").trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(description: &str) -> Request {
        Request {
            name: "pet-store".to_owned(),
            description: description.as_bytes().to_vec(),
            overlays: Vec::new(),
            skip_unsupported: false,
        }
    }

    const DESCRIPTION: &str = r#"
openapi: 3.1.0
info: {title: Pets, version: "3"}
paths:
  /pets: {get: {responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {type: object, properties: {name: {type: string}}}}}}}}}}
components: {securitySchemes: {key: {type: apiKey, in: query, name: api_key}, token: {type: http, scheme: bearer}, far: {type: openIdConnect, openIdConnectUrl: "https://example.org"}}}
"#;

    #[test]
    fn nothing_of_the_crate_says_where_its_hand_written_part_comes_from() {
        let folder = tempfile::tempdir().unwrap();
        let planned = plan(&request(DESCRIPTION), folder.path()).unwrap();
        for (path, bytes) in planned.tree.iter() {
            let text = std::str::from_utf8(bytes).unwrap().to_lowercase();
            assert!(!text.contains("hero"), "{path}");
        }
    }

    #[test]
    fn no_hand_written_file_is_forgotten() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../hero-api/src");
        for entry in fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let Some(name) = name.strip_suffix(".rs") else { continue };
            assert!(
                name == "credentials" || RUNTIME.iter().any(|(known, _)| *known == name),
                "{name} is missing from RUNTIME"
            );
        }
    }

    #[test]
    fn credentials_follow_the_security_schemes_and_say_what_they_cannot_do() {
        let folder = tempfile::tempdir().unwrap();
        let planned = plan(&request(DESCRIPTION), folder.path()).unwrap();
        let text = |path: &str| std::str::from_utf8(planned.tree.get(path).unwrap()).unwrap().to_owned();
        let credentials = text("src/credentials.rs");
        assert!(
            credentials.contains("pub fn with_key(") && credentials.contains("pub fn with_token("),
            "{credentials}"
        );
        assert!(text("README.md").contains("`far`"), "{}", text("README.md"));
    }

    #[test]
    fn a_folder_with_something_else_in_it_is_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("thesis.txt"), "years of work").unwrap();
        let error = plan(&request(DESCRIPTION), folder.path()).err().unwrap().to_string();
        assert!(error.contains("not empty") && error.contains("--out"), "{error}");
    }

    #[test]
    fn a_name_that_cargo_refuses_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["", "1st", "a b", "../x", "fn"] {
            let request = Request { name: name.to_owned(), ..request(DESCRIPTION) };
            assert!(plan(&request, folder.path()).is_err(), "{name}");
        }
    }
}
