//! What a crate says of itself: manifest, README, documentation.

use super::{Request, credentials::Credentials};
use crate::pipeline::Output;
use document::error::{Error, Result};

/// The dependencies of the hand-written part, in this workspace's versions.
const DEPENDENCIES: [&str; 9] =
    ["bytes", "chrono", "httpmock", "progenitor-client", "regress", "reqwest", "schemars", "serde", "serde_json"];

/// Those that a feature turns on.
const OPTIONAL: [&str; 2] = ["httpmock", "schemars"];

pub(super) fn check_name(name: &str) -> Result<()> {
    let plain = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    let is_word = syn::parse_str::<syn::Ident>(&name.replace('-', "_")).is_ok();
    if plain && is_word {
        return Ok(());
    }
    Err(Error::new(format!("{name:?} is no name for a crate"))
        .remedy("give --name letters, digits, `-` and `_`, and a letter first"))
}

/// `Cargo.toml`.
pub(super) fn manifest(request: &Request, output: &Output) -> Result<String> {
    let workspace: toml::Table = include_str!("../../../../Cargo.toml")
        .parse()
        .map_err(|error: toml::de::Error| Error::new("cannot read the manifest of the workspace").because(error))?;
    let shared = workspace.get("workspace").and_then(|workspace| workspace.get("dependencies"));
    let mut dependencies = String::new();
    for name in DEPENDENCIES.iter().chain(&["serde_path_to_error"]) {
        let Some(specification) = shared.and_then(|shared| shared.get(*name)) else {
            return Err(Error::new(format!("the workspace does not name {name}")));
        };
        let mut specification = match specification {
            toml::Value::Table(table) => table.clone(),
            version => toml::Table::from_iter([("version".to_owned(), version.clone())]),
        };
        if OPTIONAL.contains(name) {
            specification.insert("optional".to_owned(), toml::Value::Boolean(true));
        }
        let fields: Vec<String> = specification.iter().map(|(key, value)| format!("{key} = {value}")).collect();
        dependencies.push_str(&format!("{name} = {{ {} }}\n", fields.join(", ")));
    }
    let (edition, rust_version) = (package(&workspace, "edition"), package(&workspace, "rust-version"));
    let Request { name, skip_unsupported, .. } = request;
    let title = output.model.title.replace(['"', '\\'], "");
    let features = output.model.features();
    Ok(format!(
        r#"# Written by `cargo xtask generate --spec`: change the description, an overlay or the generator, not this file.
[package]
name = "{name}"
version = "0.1.0"
edition = "{edition}"
rust-version = "{rust_version}"
description = "Rust bindings for {title}, locked to its OpenAPI description"
readme = "README.md"
publish = false

[package.metadata.bindings]
skip-unsupported = {skip_unsupported}

[lib]
# The examples in the description are not ours to run.
doctest = false

[features]
default = ["rustls", "all-tags"]

# One of these is needed to reach an https base URL.
rustls = ["reqwest/rustls"]
native-tls = ["reqwest/native-tls"]

# `schemars::JsonSchema` on every type.
schemars = ["dep:schemars"]
# Typed mock servers for the tests of callers.
httpmock = ["dep:httpmock"]
# `Debug` prints personal data in full. For work on a developer's own machine with invented data only.
debug-shows-personal-data = []

{features}
[dependencies]
{dependencies}
[workspace]
"#
    ))
}

fn package(workspace: &toml::Table, name: &str) -> String {
    let value = workspace.get("workspace").and_then(|workspace| workspace.get("package")?.get(name)?.as_str());
    value.unwrap_or_default().to_owned()
}

/// The name of a crate and whether it leaves out what cannot be taken, from its manifest.
/// The name of a crate that `generate --spec` made, and whether operations were left out, read from its manifest.
pub fn settings(manifest: &str) -> Option<(String, bool)> {
    let manifest: toml::Table = manifest.parse().ok()?;
    let package = manifest.get("package")?;
    let skip = package.get("metadata")?.get("bindings")?.get("skip-unsupported")?.as_bool()?;
    Some((package.get("name")?.as_str()?.to_owned(), skip))
}

/// `README.md`.
pub(super) fn readme(request: &Request, output: &Output, credentials: &Credentials) -> String {
    let Request { name, .. } = request;
    let model = &output.model;
    let identifier = name.replace('-', "_");
    let title = crate::normalise::escape(&model.title);
    let mut text = format!(
        "# {name}\n\nRust bindings for {title}, version {}: {} operations, generated from the OpenAPI description beside this file and\n\
         locked to it. Each operation is a method of `{identifier}::Client` that starts a builder; `send` makes the call. Answers are read\n\
         leniently, `Debug` prints no personal data, and every call goes through one `Transport`.\n\n",
        crate::normalise::escape(&model.version),
        model.operations.len(),
    );
    text.push_str("## Credentials\n\n");
    text.push_str(&credentials.readme());
    text.push_str(
        "\n## Features\n\nA cargo feature for each tag, all on by default, so that a caller compiles what it uses:\n\n",
    );
    for tag in &model.tags {
        text.push_str(&format!("- `{}`: {}\n", tag.feature, crate::normalise::escape(&tag.name)));
    }
    text.push_str(
        "\nBesides: `rustls` (default) or `native-tls`, `schemars`, `httpmock`, and `debug-shows-personal-data`, which does what it says.\n",
    );
    if !output.left_out.is_empty() {
        text.push_str("\n## Left out\n\nThese operations of the description cannot be taken:\n\n");
        for (pointer, reason) in &output.left_out {
            let reason = reason.lines().next().unwrap_or_default();
            text.push_str(&format!("- `{pointer}`: {}\n", crate::normalise::escape(reason)));
        }
    }
    text
}

/// The documentation of the crate.
pub(super) fn crate_documentation(request: &Request, output: &Output) -> String {
    let model = &output.model;
    format!(
        "//! Rust bindings for {}, generated from its OpenAPI description and locked to it.\n\
         //!\n\
         //! Every operation is a method of [`Client`] that returns a builder; its setters take parameters and body, `send` makes the\n\
         //! call and returns a [`ResponseValue`] or an [`Error`]. [`types`] has the shapes, [`operations`] the table of operations,\n\
         //! and [`Transport`] is the one seam to the network. The README of `{}` tells about credentials and features.\n",
        crate::normalise::escape(&model.title).replace('\n', " "),
        request.name
    )
}
