//! What the documentation shows can be copied: it names no patient, so a copy messages no patient by accident.

use std::{fs, path::Path};

/// Methods whose first argument says whom they are about.
const ABOUT_SOMEBODY: [&str; 9] = [
    ".sms(",
    ".email(",
    ".nhs_app(",
    ".record_only(",
    ".for_patient(",
    ".preview_merge(",
    ".connect_ehr(",
    ".of_patient(",
    ".cancel(",
];

#[test]
fn examples_name_no_patient() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut lines = 0;
    for page in [root.join("README.md"), root.join("../README.md"), root.join("../hero-api/README.md")] {
        lines += check(&page, |_| true);
    }
    lines += check_folder(&root.join("src"), |line| line.trim_start().starts_with("//"));
    lines += check_folder(&root.join("examples"), |_| true);
    assert!(lines > 1_000, "{lines} lines");
}

fn check_folder(folder: &Path, is_shown: fn(&str) -> bool) -> usize {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.map(|path| if path.is_dir() { check_folder(&path, is_shown) } else { check(&path, is_shown) }).sum()
}

/// How many lines of the file were read.
fn check(path: &Path, is_shown: fn(&str) -> bool) -> usize {
    let text = fs::read_to_string(path).unwrap();
    let shown: Vec<_> = text.lines().enumerate().filter(|(_, line)| is_shown(line)).collect();
    for (number, line) in &shown {
        for method in ABOUT_SOMEBODY {
            let named = line.split(method).skip(1).any(names_somebody);
            assert!(!named, "{}:{}: {line}", path.display(), number + 1);
        }
    }
    shown.len()
}

/// Whether an argument is a number, bare or in quotes.
fn names_somebody(arguments: &str) -> bool {
    let first = arguments.split([',', ')']).next().unwrap_or_default().trim().trim_matches('"');
    !first.is_empty() && first.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_')
}

#[test]
fn number_in_place_of_a_patient_is_noticed() {
    for line in ["7, \"text\")", "98_765)", "\"77\").send()"] {
        assert!(names_somebody(line), "{line}");
    }
    for line in ["patient, \"text\")", "&patient)", ")", "message)"] {
        assert!(!names_somebody(line), "{line}");
    }
}
