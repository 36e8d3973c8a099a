//! What a crate says of itself: manifest, README, documentation.

use document::error::{Error, Result};

use super::{FirstCall, Request, credentials::Credentials, template};
use crate::{model::Tag, normalise::escape, pipeline::Output};

/// The dependencies of the bindings, in the versions of this workspace.
const DEPENDENCIES: [&str; 10] = [
    "bytes",
    "chrono",
    "http",
    "httpmock",
    "percent-encoding",
    "regress",
    "reqwest",
    "schemars",
    "serde",
    "serde_json",
];

/// The dependencies of their tests.
const DEV_DEPENDENCIES: [&str; 2] = ["http", "tokio"];

/// The dependencies that a feature turns on.
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
    let listed = |names: &[&str]| {
        let lines = names.iter().map(|name| {
            let specification = shared.and_then(|shared| shared.get(*name));
            let specification =
                specification.ok_or_else(|| Error::new(format!("the workspace has no dependency {name}")))?;
            Ok(dependency(name, specification))
        });
        lines.collect::<Result<String>>()
    };
    template::fill(
        include_str!("templates/Cargo.toml.template"),
        &[
            ("name", request.name.as_str()),
            ("edition", package(&workspace, "edition")),
            ("rust_version", package(&workspace, "rust-version")),
            ("title", &output.model.title.replace(['"', '\\'], "")),
            ("skip_unsupported", &request.skip_unsupported.to_string()),
            ("features", &output.model.features()),
            ("dependencies", &listed(&DEPENDENCIES)?),
            ("dev_dependencies", &listed(&DEV_DEPENDENCIES)?),
        ],
    )
}

/// One line of the manifest.
fn dependency(name: &str, specification: &toml::Value) -> String {
    let mut specification = match specification {
        toml::Value::Table(table) => table.clone(),
        version => toml::Table::from_iter([("version".to_owned(), version.clone())]),
    };
    if OPTIONAL.contains(&name) {
        specification.insert("optional".to_owned(), toml::Value::Boolean(true));
    }
    let fields: Vec<String> = specification.iter().map(|(key, value)| format!("{key} = {value}")).collect();
    format!("{name} = {{ {} }}\n", fields.join(", "))
}

fn package<'a>(workspace: &'a toml::Table, name: &str) -> &'a str {
    let value = workspace.get("workspace").and_then(|workspace| workspace.get("package")?.get(name)?.as_str());
    value.unwrap_or_default()
}

/// The name of a crate that `generate --spec` made, and whether operations were left out, read from its manifest.
#[must_use]
pub fn settings(manifest: &str) -> Option<(String, bool)> {
    let manifest: toml::Table = manifest.parse().ok()?;
    let package = manifest.get("package")?;
    let skip = package.get("metadata")?.get("bindings")?.get("skip-unsupported")?.as_bool()?;
    Some((package.get("name")?.as_str()?.to_owned(), skip))
}

/// The end of a manifest that makes its crate a workspace of its own: people add it where the crate stands alone inside of
/// another workspace, and it stays there.
#[must_use]
pub fn own_workspace(manifest: &str) -> Option<&str> {
    manifest.find("\n[workspace").map(|start| &manifest[start..])
}

/// `README.md`.
pub(super) fn readme(
    request: &Request,
    output: &Output,
    credentials: &Credentials,
    first_call: &FirstCall,
) -> Result<String> {
    let model = &output.model;
    let tag = |tag: &Tag| format!("- `{}`: {}\n", tag.feature, escape(&tag.name));
    template::fill(
        include_str!("templates/README.md.template"),
        &[
            ("name", request.name.as_str()),
            ("identifier", &request.name.replace('-', "_")),
            ("title", &escape(&model.title)),
            ("version", &escape(&model.version)),
            ("operations", &model.operations.len().to_string()),
            ("first_call", &first_call.program),
            ("credentials", &credentials.readme()),
            ("tags", &model.tags.iter().map(tag).collect::<String>()),
            ("left_out", &left_out(output)),
        ],
    )
}

fn left_out(output: &Output) -> String {
    if output.left_out.is_empty() {
        return String::new();
    }
    let lines = output.left_out.iter().map(|(pointer, reason)| {
        let reason = reason.lines().next().unwrap_or_default();
        format!("- `{pointer}`: {}\n", escape(reason))
    });
    let lines: String = lines.collect();
    format!("\n## Left out\n\nThe generator does not support these operations of the description:\n\n{lines}")
}

/// `src/lib.rs`.
pub(super) fn library(output: &Output, first_call: &FirstCall) -> Result<String> {
    let title = escape(&output.model.title).replace('\n', " ");
    template::fill(include_str!("templates/lib.rs.template"), &[("title", &title), ("feature", &first_call.feature)])
}
