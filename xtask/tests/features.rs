//! hero-api compiles with no tag and with each tag alone, and then holds only what that tag reaches.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to fail its test")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use crate::support::{built::Compiler, committed, repository, side_by_side::side_by_side};

static COMPILER: LazyLock<Compiler> = LazyLock::new(Compiler::new);

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

/// Those of these types that a hero-api that was checked does not have, as the compiler says of a program that names them.
fn missing(compiler: &Compiler, metadata: &Path, types: &BTreeSet<String>) -> BTreeSet<String> {
    let aliases = types.iter().enumerate().map(|(index, name)| format!("pub type T{index} = hero_api::types::{name};"));
    let program = aliases.collect::<Vec<_>>().join("\n");
    let folder = metadata.parent().unwrap();
    let source = folder.join("naming.rs");
    fs::write(&source, program).unwrap();
    let output = compiler
        .rustc(&[])
        .args(["--crate-type=lib", "--emit=metadata", "--error-format=short", "--out-dir"])
        .arg(folder)
        .arg("--extern")
        .arg(format!("hero_api={}", metadata.display()))
        .arg(source)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    let errors = said.split("cannot find type `").skip(1).filter_map(|rest| rest.split('`').next());
    let missing: BTreeSet<String> = errors.map(str::to_owned).collect();
    assert_eq!(missing.is_empty(), output.status.success(), "{said}");
    missing
}

#[test]
fn each_tag_alone_compiles() {
    let compiler = &COMPILER;
    let types = types_by_tag();
    assert!(types.values().filter(|names| !names.is_empty()).count() > 1, "{types:?}");
    let all: BTreeSet<String> = types.values().flatten().cloned().collect();
    let tags: Vec<(&String, &BTreeSet<String>)> = types.iter().collect();
    side_by_side(&tags, |(tag, own)| {
        let folder = tempfile::tempdir().unwrap();
        let metadata = check(compiler, &[tag], folder.path());
        let of_other_tags: BTreeSet<String> = all.difference(own).cloned().collect();
        assert_eq!(missing(compiler, &metadata, &all), of_other_tags, "with {tag} alone");
    });
}

#[test]
fn no_tag_at_all_compiles() {
    let folder = tempfile::tempdir().unwrap();
    check(&COMPILER, &[], folder.path());
}
