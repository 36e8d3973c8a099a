//! What the files around the code promise.

#![allow(clippy::unwrap_used, reason = "a helper that fails has to fail its test")]

mod build_graph;
mod comparison;
mod handles;
#[path = "../support/mod.rs"]
mod support;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use support::{committed, repository};

/// Every page that people read, relative to the repository.
fn pages() -> Vec<String> {
    let mut pages: Vec<String> =
        ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "hero-api/README.md", "hero-api-ext/README.md"]
            .map(str::to_owned)
            .into();
    pages.push("tests/fixtures/README.md".to_owned());
    for folder in ["docs", "docs/decisions"] {
        pages.extend(
            names(folder)
                .into_iter()
                .filter(|name| Path::new(name).extension().is_some_and(|kind| kind == "md"))
                .map(|name| format!("{folder}/{name}")),
        );
    }
    pages
}

/// The names in a folder of the repository, sorted.
fn names(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(repository().join(folder)).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    names
}

fn manifest(path: &str) -> toml::Table {
    committed(path).parse().unwrap()
}

/// The id that a heading gets on GitHub.
fn anchor(heading: &str) -> String {
    let kept = heading.trim_start_matches('#').trim().to_lowercase();
    kept.chars()
        .filter(|letter| letter.is_alphanumeric() || [' ', '-', '_'].contains(letter))
        .map(|letter| if letter == ' ' { '-' } else { letter })
        .collect()
}

#[test]
fn readme_names_the_two_commands_that_ci_runs() {
    let readme = committed("README.md");
    let starting = |word: &str| readme.lines().filter(|line| line.starts_with(word)).collect::<Vec<_>>();
    assert_eq!(starting("cargo test"), ["cargo test --workspace"]);
    assert_eq!(starting("cargo xtask"), ["cargo xtask generate"]);
    // The script takes the command from the README, so that they cannot differ.
    let script = committed(".ci/run");
    assert!(script.contains("README.md") && !script.contains("cargo test --"), "{script}");
    for step in ["cargo fmt --all --check", "-D warnings", "cargo xtask verify", "cargo doc"] {
        assert!(script.contains(step), "{step}");
    }
}

#[test]
fn every_link_of_a_page_leads_to_a_file_and_heading() {
    for page in pages() {
        let folder = repository().join(&page).parent().unwrap().to_owned();
        let text = committed(&page);
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if link.starts_with("https://") {
                continue;
            }
            let (path, heading) = link.split_once('#').map_or((link, None), |(path, heading)| (path, Some(heading)));
            let target = if path.is_empty() { repository().join(&page) } else { folder.join(path) };
            assert!(target.exists(), "{page} links to {link}");
            if let Some(heading) = heading {
                let target = fs::read_to_string(&target).unwrap();
                let is_there = target.lines().any(|line| line.starts_with('#') && anchor(line) == heading);
                assert!(is_there, "{page} links to {link}, and there is no such heading");
            }
        }
    }
}

#[test]
fn every_path_that_a_page_names_exists() {
    const ROOTS: [&str; 7] = ["xtask/", "hero-api/", "hero-api-ext/", "docs/", "tests/", ".github/", ".ci/"];
    // Paths in these pages are relative to a crate, or are those of a test of theirs.
    for page in pages().into_iter().filter(|page| page != "docs/reliability.md" && page != "docs/coverage.md") {
        let text = committed(&page);
        for name in text.split('`').skip(1).step_by(2).filter(|name| ROOTS.iter().any(|root| name.starts_with(root))) {
            let is_pattern = name.contains(['<', '>', '*', '…', ' ', ':']);
            assert!(is_pattern || repository().join(name).exists(), "{page} names {name}");
        }
    }
}

#[test]
fn every_decision_is_listed_and_names_its_files() {
    let index = committed("docs/decisions/README.md");
    for name in names("docs/decisions").into_iter().filter(|name| name != "README.md") {
        let record = committed(&format!("docs/decisions/{name}"));
        assert!(index.contains(&format!("]({name})")), "{name} is not in the list");
        for heading in ["## Context", "## Decision", "## Alternatives that lost", "## Cost", "## Where"] {
            assert!(record.lines().any(|line| line == heading), "{name} has no heading {heading}");
        }
        // Every link is checked by another test: it has to lead to a file.
        let place = record.split("## Where").nth(1).unwrap();
        assert!(place.contains("](../../"), "{name} names no file");
    }
}

#[test]
fn each_number_is_that_of_one_decision() {
    let records: Vec<String> = names("docs/decisions").into_iter().filter(|name| name != "README.md").collect();
    for (index, name) in records.iter().enumerate() {
        let number = index + 1;
        assert!(name.starts_with(&format!("{number:04}-")), "{name} should have the number {number}");
        let record = committed(&format!("docs/decisions/{name}"));
        assert!(record.starts_with(&format!("# {number}. ")), "{name}");
    }
}

#[test]
fn every_command_of_xtask_is_in_the_readme() {
    use clap::CommandFactory as _;
    let readme = committed("README.md");
    for command in xtask::cli::Cli::command().get_subcommands() {
        assert!(readme.contains(&format!("`cargo xtask {}", command.get_name())), "{}", command.get_name());
    }
}

#[test]
fn every_label_of_a_picture_is_drawn() {
    for name in ["data", "imports"] {
        let source = committed(&format!("docs/architecture/{name}.dot"));
        // Graphviz writes a hyphen as a character reference.
        let drawn = committed(&format!("docs/architecture/{name}.svg")).replace("&#45;", "-");
        let labels = source.split("label=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let lines: BTreeSet<&str> = labels.flat_map(|label| label.split("\\n")).map(str::trim).collect();
        assert!(lines.len() > 5, "{lines:?}");
        for line in lines {
            assert!(drawn.contains(&format!(">{line}<")), "{name}.svg lacks {line}: draw it again from {name}.dot");
        }
    }
}

#[test]
fn each_published_crate_has_both_licences() {
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        for package in ["hero-api", "hero-api-ext"] {
            assert_eq!(committed(&format!("{package}/{licence}")), committed(licence), "{package}/{licence}");
        }
    }
}

#[test]
fn docs_rs_shows_the_feature_of_each_item() {
    for package in ["hero-api", "hero-api-ext"] {
        let manifest = manifest(&format!("{package}/Cargo.toml"));
        let docs_rs = &manifest["package"]["metadata"]["docs"]["rs"];
        assert_eq!(docs_rs["all-features"].as_bool(), Some(true), "{package}");
        assert_eq!(
            docs_rs["rustdoc-args"].as_array().unwrap(),
            &["--cfg", "docsrs"].map(toml::Value::from),
            "{package}"
        );
        let library = committed(&format!("{package}/src/lib.rs"));
        let is_on = library.lines().any(|line| line == "#![cfg_attr(docsrs, feature(doc_cfg))]");
        assert!(is_on, "{package}");
    }
}

#[test]
fn no_generated_file_is_longer_than_1500_lines() {
    let lock = manifest("openapi.lock");
    for path in lock["files"].as_table().unwrap().keys().filter(|path| path.starts_with("hero-api/")) {
        let lines = committed(path).lines().count();
        assert!(lines <= 1_500, "{path} has {lines} lines");
    }
}

#[test]
fn every_feature_is_in_each_list_of_features() {
    let lists = [
        ("hero-api", ["README.md", "hero-api/README.md", "hero-api/src/lib.rs"].as_slice()),
        ("hero-api-ext", ["hero-api-ext/README.md", "hero-api-ext/src/lib.rs"].as_slice()),
    ];
    for (package, pages) in lists {
        let manifest = manifest(&format!("{package}/Cargo.toml"));
        let features = manifest["features"].as_table().unwrap();
        let listed = |name: &str| -> BTreeSet<&str> {
            let list = features.get(name).and_then(toml::Value::as_array);
            list.into_iter().flatten().filter_map(toml::Value::as_str).collect()
        };
        let (tags, defaults) = (listed("all-tags"), listed("default"));
        for feature in features.keys().filter(|name| *name != "default" && !tags.contains(name.as_str())) {
            let is_default = if defaults.contains(feature.as_str()) { "yes" } else { "" };
            let row = format!("| `{feature}` | {is_default}").trim_end().to_owned() + " |";
            for page in pages {
                assert!(committed(page).contains(&row), "{page} lacks the row that begins with {row}");
            }
        }
    }
}

#[test]
fn no_crate_imports_one_above_it() {
    // Each crate of the workspace, with those of the workspace that it may depend on.
    const BELOW: [(&str, &[&str]); 10] = [
        ("hero-api", &[]),
        ("hero-api-ext", &["hero-api", "hero-api-ext"]),
        ("xtask/document", &[]),
        ("xtask/codegen", &["document"]),
        ("xtask/drift", &["codegen", "document"]),
        ("xtask/files", &["document"]),
        ("xtask", &["codegen", "document", "files"]),
        ("xtask/changes", &["codegen", "document", "drift", "files", "xtask"]),
        ("xtask/network", &["document", "files", "xtask", "xtask-changes"]),
        ("tests", &["codegen", "document", "drift", "files", "hero-api", "hero-api-ext", "xtask", "xtask-changes"]),
    ];
    let workspace = manifest("Cargo.toml");
    let members: BTreeSet<&str> =
        workspace["workspace"]["members"].as_array().unwrap().iter().filter_map(toml::Value::as_str).collect();
    assert_eq!(members, BELOW.iter().map(|(member, _)| *member).collect());
    let shared = workspace["workspace"]["dependencies"].as_table().unwrap();
    let is_ours = |name: &str, value: &toml::Value| {
        value.get("path").is_some() || shared.get(name).is_some_and(|shared| shared.get("path").is_some())
    };
    for (member, below) in BELOW {
        let manifest = manifest(&Path::new(member).join("Cargo.toml").to_string_lossy());
        for table in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let dependencies = manifest.get(table).and_then(toml::Value::as_table).into_iter().flatten();
            for (name, _) in dependencies.filter(|(name, value)| is_ours(name, value)) {
                assert!(below.contains(&name.as_str()), "{member} must not depend on {name}");
            }
        }
    }
}

/// The Rust files of these folders of the repository, and of those below.
fn rust_files(folders: [&str; 3]) -> Vec<PathBuf> {
    let mut waiting: Vec<PathBuf> = folders.map(|folder| repository().join(folder)).into();
    let mut files = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() && !path.ends_with("target") {
            waiting.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            files.push(path);
        }
    }
    files
}

/// The test functions of a file that `cargo test` ignores: name and reason.
fn ignored(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split("#[ignore = \"").skip(1).filter_map(|rest| {
        let (reason, after) = rest.split_once('"')?;
        let (_, name) = after.split_once("fn ")?;
        Some((name.split('(').next()?, reason))
    })
}

#[test]
fn an_ignored_test_is_slow_or_says_what_it_needs() {
    let mut slow = BTreeSet::new();
    for path in rust_files(["hero-api-ext", "tests", "xtask"]) {
        // This file holds the text that is looked for.
        if path.ends_with("tests/repository/main.rs") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for (name, reason) in ignored(&text) {
            if reason.starts_with("slow: ") {
                slow.insert(name.to_owned());
            } else {
                assert!(
                    ["needs ", "writes "].iter().any(|word| reason.starts_with(word)),
                    "{}: {name}: {reason}",
                    path.display()
                );
            }
        }
    }
    assert_eq!(
        slow,
        xtask::test::SLOW.iter().flat_map(|(.., names)| names.iter()).map(|name| (*name).to_owned()).collect(),
        "xtask/src/test.rs lists the slow tests"
    );
}
