//! A crate of bindings for any description.
//!
//! `src/runtime` is a copy of the same folder of `hero-api`. `src/lib.rs`, `src/client.rs`, `src/credentials.rs`, the manifest and
//! the README come from the templates in `standalone/templates`. The credentials follow the security schemes of the
//! description.

mod credentials;
mod first_call;
mod manifest;
mod template;

use std::collections::BTreeMap;

use document::error::Result;

use crate::{
    normalise::Names,
    pipeline::{self, Input, Output},
};

use self::first_call::FirstCall;

pub use self::manifest::{own_workspace, settings};

/// The description in the folder of a crate.
pub const DESCRIPTION: &str = "openapi.yaml";

/// What to make a crate of.
#[derive(Clone, Debug)]
pub struct Request {
    /// Name of the crate, as in `Cargo.toml`.
    pub name: String,
    /// What a person calls the file of the description: errors name it.
    pub file: String,
    /// The bytes of the description.
    pub description: Vec<u8>,
    /// The bytes of each overlay, in order.
    pub overlays: Vec<Vec<u8>>,
    /// Whether operations that cannot be taken are left out.
    pub skip_unsupported: bool,
}

macro_rules! runtime_files {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../../hero-api/src/runtime/", $name, ".rs")))),*]
    };
}
/// `hero-api/src/runtime`, file by file.
const RUNTIME: [(&str, &str); 39] = runtime_files![
    "alternatives",
    "base_url",
    "buffered_response",
    "client",
    "conversion",
    "conversion_error",
    "decode_limit",
    "decode_path",
    "decode_state",
    "decoder",
    "described",
    "error",
    "error_repr",
    "event_stream",
    "form",
    "json",
    "lenient",
    "limits",
    "mismatch",
    "mock",
    "mod",
    "multipart",
    "opaque_debug",
    "open_enum",
    "open_enum_visitor",
    "operation",
    "paging",
    "patch",
    "path",
    "query",
    "query_pairs",
    "raw_body",
    "redacted",
    "request",
    "response",
    "response_stream",
    "style",
    "transport",
    "upload",
];

/// The names and bytes of the overlays, as the crate keeps them.
#[must_use]
pub fn overlays(request: &Request) -> Vec<(String, Vec<u8>)> {
    request.overlays.iter().enumerate().map(|(index, bytes)| (overlay_name(index), bytes.clone())).collect()
}

/// The name under which the crate keeps an overlay.
#[must_use]
pub fn overlay_name(index: usize) -> String {
    if index == 0 { "overlay.yaml".to_owned() } else { format!("overlay-{}.yaml", index + 1) }
}

/// Runs the pipeline on the description and its overlays.
///
/// # Errors
///
/// When the name is no crate name, or the description cannot be taken.
pub fn run(request: &Request, origin: &str, known: Names) -> Result<Output> {
    manifest::check_name(&request.name)?;
    pipeline::run(Input {
        file: &request.file,
        description: &request.description,
        overlays: &overlays(request),
        origin,
        known,
        skip_unsupported: request.skip_unsupported,
    })
}

/// Every file of the crate, by path, apart from its lock.
///
/// # Errors
///
/// When the manifest of this workspace does not name a dependency of the crate.
pub fn files(request: &Request, output: &Output) -> Result<BTreeMap<String, Vec<u8>>> {
    let credentials = credentials::Credentials::new(&output.security_schemes);
    let first_call = FirstCall::new(&request.name.replace('-', "_"), output, &credentials);
    let mut files: BTreeMap<String, Vec<u8>> =
        output.files.iter().map(|(path, text)| (format!("src/generated/{path}"), text.clone().into_bytes())).collect();
    for (name, text) in RUNTIME {
        files.insert(format!("src/runtime/{name}.rs"), text.as_bytes().to_vec());
    }
    files.insert("src/lib.rs".to_owned(), manifest::library(output, &first_call)?.into_bytes());
    files.insert("src/client.rs".to_owned(), include_bytes!("standalone/templates/client.rs.template").to_vec());
    files.insert("src/credentials.rs".to_owned(), credentials.module()?.into_bytes());
    files.insert("docs/coverage.md".to_owned(), output.coverage.clone().into_bytes());
    files.insert("README.md".to_owned(), manifest::readme(request, output, &credentials, &first_call)?.into_bytes());
    files.insert("Cargo.toml".to_owned(), manifest::manifest(request, output)?.into_bytes());
    files.insert(DESCRIPTION.to_owned(), request.description.clone());
    files.extend(overlays(request));
    Ok(files)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn request(description: &str) -> Request {
        Request {
            name: "pet-store".to_owned(),
            file: DESCRIPTION.to_owned(),
            description: description.as_bytes().to_vec(),
            overlays: Vec::new(),
            skip_unsupported: false,
        }
    }

    fn crate_of(description: &str) -> BTreeMap<String, Vec<u8>> {
        let request = request(description);
        files(&request, &run(&request, "file", Names::default()).unwrap()).unwrap()
    }

    const PETS: &str = r#"
openapi: 3.1.0
info: {title: Pets, version: "3"}
paths:
  /pets: {get: {responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {type: object, properties: {name: {type: string}}}}}}}}}}
components: {securitySchemes: {key: {type: apiKey, in: query, name: api_key}, token: {type: http, scheme: bearer}, far: {type: openIdConnect, openIdConnectUrl: "https://example.org"}}}
"#;

    #[test]
    fn the_crate_does_not_name_hero() {
        for (path, bytes) in crate_of(PETS) {
            let text = std::str::from_utf8(&bytes).unwrap().to_lowercase();
            assert!(!text.contains("hero"), "{path}");
        }
    }

    #[test]
    fn the_runtime_folder_is_copied_whole() {
        let files = crate_of(PETS);
        let mut copied = files.keys().filter(|path| path.starts_with("src/runtime/")).count();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../hero-api/src/runtime");
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("src/runtime/{}", path.file_name().unwrap().to_str().unwrap());
            assert_eq!(files.get(&name), Some(&fs::read(&path).unwrap()), "{name}: add it to RUNTIME");
            copied -= 1;
        }
        assert_eq!(copied, 0);
    }

    #[test]
    fn credentials_follow_the_security_schemes() {
        let files = crate_of(PETS);
        let text = |path: &str| std::str::from_utf8(&files[path]).unwrap().to_owned();
        let credentials = text("src/credentials.rs");
        assert!(
            credentials.contains("pub fn with_key(") && credentials.contains("pub fn with_token("),
            "{credentials}"
        );
        assert!(text("README.md").contains("`far`"), "{}", text("README.md"));
    }

    #[test]
    fn a_name_that_cargo_refuses_is_refused() {
        for name in ["", "1st", "a b", "../x", "fn"] {
            let request = Request { name: name.to_owned(), ..request(PETS) };
            assert!(run(&request, "file", Names::default()).is_err(), "{name}");
        }
    }
}
