//! What the files around the code promise.

mod support;

use std::fs;

use support::{committed, repository};

#[test]
fn the_readme_names_the_two_commands_and_ci_runs_the_test_command_it_names() {
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
fn every_file_that_a_page_links_to_is_there() {
    let mut pages = vec!["README.md".to_owned(), "CHANGELOG.md".to_owned(), "docs/decisions/README.md".to_owned()];
    for entry in fs::read_dir(repository().join("docs/decisions")).unwrap() {
        pages.push(format!("docs/decisions/{}", entry.unwrap().file_name().to_string_lossy()));
    }
    for page in pages {
        let folder = repository().join(&page).parent().unwrap().to_owned();
        for link in committed(&page).split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(link.starts_with("https://") || folder.join(link).exists(), "{page} links to {link}");
        }
    }
}

#[test]
fn every_decision_is_listed_and_says_what_lost() {
    let [index, readme] = ["docs/decisions/README.md", "README.md"].map(committed);
    for entry in fs::read_dir(repository().join("docs/decisions")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        if name == "README.md" {
            continue;
        }
        assert!(index.contains(&format!("({name})")) && readme.contains(&format!("(docs/decisions/{name})")), "{name}");
        let record = committed(&format!("docs/decisions/{name}"));
        for heading in ["## Context", "## Decision", "## What lost"] {
            assert!(record.contains(heading), "{name}: {heading}");
        }
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
fn each_crate_that_is_published_has_both_licences() {
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        for package in ["hero-api", "hero-api-ext"] {
            assert_eq!(committed(&format!("{package}/{licence}")), committed(licence), "{package}/{licence}");
        }
    }
}

#[test]
fn no_generated_file_is_longer_than_1500_lines() {
    let lock: toml::Table = committed("openapi.lock").parse().unwrap();
    for path in lock["files"].as_table().unwrap().keys().filter(|path| path.starts_with("hero-api/")) {
        let lines = committed(path).lines().count();
        assert!(lines <= 1_500, "{path} has {lines} lines");
    }
}

#[test]
fn the_features_of_hero_api_are_in_the_readme() {
    let manifest: toml::Table = committed("hero-api/Cargo.toml").parse().unwrap();
    let features = manifest["features"].as_table().unwrap();
    let tags: Vec<&str> = features["all-tags"].as_array().unwrap().iter().filter_map(toml::Value::as_str).collect();
    let readme = committed("README.md");
    for feature in features.keys().filter(|name| *name != "default" && !tags.contains(&name.as_str())) {
        assert!(readme.contains(&format!("| `{feature}` |")), "{feature}");
    }
}
