//! hero-api compiles with no tag and with each tag alone, and then holds only what that tag reaches.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to fail its test")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use crate::support::{built::Compiler, committed, repository, side_by_side::side_by_side};

/// The features that stand for tags.
fn tags() -> Vec<String> {
    let manifest: toml::Table = committed("hero-api/Cargo.toml").parse().unwrap();
    let tags = manifest["features"]["all-tags"].as_array().unwrap();
    tags.iter().map(|tag| tag.as_str().unwrap().to_owned()).collect()
}

/// The packages that hero-api depends on whatever its features are.
fn dependencies() -> Vec<String> {
    let manifest: toml::Table = committed("hero-api/Cargo.toml").parse().unwrap();
    let dependencies = manifest["dependencies"].as_table().unwrap().iter();
    let needed = dependencies.filter(|(_, entry)| entry.get("optional").is_none());
    needed.map(|(name, _)| name.clone()).collect()
}

/// Checks hero-api with only these features and without a warning; tells where the metadata of the crate is.
fn check(compiler: &Compiler, features: &[&str], folder: &Path) -> PathBuf {
    let packages = dependencies();
    let metadata = folder.join("libhero_api.rmeta");
    let output = compiler
        .rustc(&packages.iter().map(String::as_str).collect::<Vec<_>>())
        .args(["--crate-type=lib", "--crate-name=hero_api", "--emit=metadata", "-Dwarnings"])
        .args(["-Dmissing_docs", "-Dunreachable_pub", "--check-cfg=cfg(docsrs,test,debug_shows_personal_data)"])
        .args(features.iter().flat_map(|feature| ["--cfg".to_owned(), format!("feature={feature:?}")]))
        .arg("--check-cfg=cfg(feature,values(any()))")
        .arg("-o")
        .arg(&metadata)
        .arg(repository().join("hero-api/src/lib.rs"))
        .output()
        .unwrap();
    assert!(output.status.success(), "features {features:?}:\n{}", String::from_utf8_lossy(&output.stderr));
    metadata
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
fn naming<'a>(compiler: &Compiler, metadata: &Path, types: impl Iterator<Item = &'a String>) -> Output {
    let aliases = types.enumerate().map(|(index, name)| format!("pub type T{index} = hero_api::types::{name};"));
    let program = aliases.collect::<Vec<_>>().join("\n");
    let folder = metadata.parent().unwrap();
    let source = folder.join("naming.rs");
    fs::write(&source, program).unwrap();
    compiler
        .rustc(&[])
        .args(["--crate-type=lib", "--emit=metadata", "--error-format=short", "--out-dir"])
        .arg(folder)
        .arg("--extern")
        .arg(format!("hero_api={}", metadata.display()))
        .arg(source)
        .output()
        .unwrap()
}

#[test]
fn each_tag_alone_compiles() {
    let compiler = Compiler::new();
    let types = types_by_tag();
    assert!(types.values().filter(|names| !names.is_empty()).count() > 1, "{types:?}");
    let tags: Vec<(&String, &BTreeSet<String>)> = types.iter().collect();
    side_by_side(&tags, |(tag, own)| {
        let folder = tempfile::tempdir().unwrap();
        let metadata = check(&compiler, &[tag], folder.path());
        let named = naming(&compiler, &metadata, own.iter());
        assert!(named.status.success(), "{tag} has not all of its types:\n{}", String::from_utf8_lossy(&named.stderr));

        let others: Vec<&String> =
            types.iter().filter(|(other, _)| other != tag).flat_map(|(_, names)| names).collect();
        let named = naming(&compiler, &metadata, others.iter().copied());
        let stderr = String::from_utf8_lossy(&named.stderr);
        for name in others {
            assert!(stderr.contains(&format!("`{name}`")), "with {tag} alone, {name} is still there:\n{stderr}");
        }
    });
}

#[test]
fn no_tag_at_all_compiles() {
    let folder = tempfile::tempdir().unwrap();
    check(&Compiler::new(), &[], folder.path());
}
