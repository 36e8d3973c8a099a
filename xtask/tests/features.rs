//! hero-api compiles with no tag and with each tag alone, and then holds only what that tag reaches.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to fail its test")]

mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use support::{committed, repository};

/// The features that stand for tags.
fn tags() -> Vec<String> {
    let manifest: toml::Table = committed("hero-api/Cargo.toml").parse().unwrap();
    let tags = manifest["features"]["all-tags"].as_array().unwrap();
    tags.iter().map(|tag| tag.as_str().unwrap().to_owned()).collect()
}

/// Runs cargo check on hero-api with only these features; tells where the crate's metadata is.
fn check(features: &str) -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--quiet", "--message-format=json", "--package", "hero-api"])
        .args(["--no-default-features", "--features", features])
        .current_dir(repository())
        .output()
        .unwrap();
    let stdout = String::from_utf8_lossy(&output.stdout);
    let messages = || stdout.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let ours = || messages().filter(|message| message["target"]["name"] == "hero_api");
    let complaints: String =
        ours().filter_map(|message| message["message"]["rendered"].as_str().map(str::to_owned)).collect();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && complaints.is_empty(), "features {features:?}:\n{complaints}{stderr}");
    let artifact = ours().find(|message| message["reason"] == "compiler-artifact").unwrap();
    artifact["filenames"][0].as_str().unwrap().into()
}

/// The types that only the operations of one tag reach.
fn types_by_tag() -> BTreeMap<String, BTreeSet<String>> {
    let tags = tags().into_iter().map(|tag| {
        let module = committed("hero-api/src/generated/mod.rs");
        let folder = format!("super::{}::types::", tag.replace('-', "_"));
        let (_, list) = module.split_once(&format!("pub use {folder}")).unwrap_or_default();
        let names = list.split(';').next().unwrap_or_default();
        let names = names.split(|c: char| !c.is_alphanumeric()).filter(|name| !name.is_empty());
        (tag, names.map(str::to_owned).collect())
    });
    tags.collect()
}

/// Compiles a program that names these types of a hero-api that was checked.
fn naming<'a>(metadata: &Path, types: impl Iterator<Item = &'a String>, folder: &Path) -> Output {
    let aliases = types.enumerate().map(|(index, name)| format!("pub type T{index} = hero_api::types::{name};"));
    let program = aliases.collect::<Vec<_>>().join("\n");
    let source = folder.join("naming.rs");
    fs::write(&source, program).unwrap();
    Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .args(["--edition=2024", "--crate-type=lib", "--emit=metadata", "--error-format=short"])
        .arg("--out-dir")
        .arg(folder)
        .arg("--extern")
        .arg(format!("hero_api={}", metadata.display()))
        .arg("-L")
        .arg(format!("dependency={}", metadata.parent().unwrap().display()))
        .arg(source)
        .output()
        .unwrap()
}

#[test]
fn each_tag_alone_compiles_and_has_its_own_types_only() {
    let folder = tempfile::tempdir().unwrap();
    let types = types_by_tag();
    assert!(types.values().filter(|names| !names.is_empty()).count() > 1, "{types:?}");
    for (tag, own) in &types {
        let metadata = check(tag);
        let named = naming(&metadata, own.iter(), folder.path());
        assert!(named.status.success(), "{tag} has not all of its types:\n{}", String::from_utf8_lossy(&named.stderr));

        let others: Vec<&String> =
            types.iter().filter(|(other, _)| *other != tag).flat_map(|(_, names)| names).collect();
        let named = naming(&metadata, others.iter().copied(), folder.path());
        let stderr = String::from_utf8_lossy(&named.stderr);
        for name in others {
            assert!(stderr.contains(&format!("`{name}`")), "with {tag} alone, {name} is still there:\n{stderr}");
        }
    }
}

#[test]
fn no_tag_at_all_compiles() {
    check("");
}
