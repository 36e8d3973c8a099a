//! `cargo xtask bench`: runs the benchmarks with a limit, and prints one table.

use std::{io::Write, path::Path, process::Stdio};

use document::error::{Error, Result};

use crate::{cargo, output::Outcome};

/// Each prints rows of a Markdown table, and fails when a limit is exceeded.
const BENCHES: [&str; 5] = ["overhead", "instructions", "observe", "concurrency", "memory"];

/// What the rows have in common.
const HEAD: &str = "\
| what | hero-api-ext | beside | ratio | limit |
| --- | --- | --- | --- | --- |
";

/// Runs `benches`, or all of them, and prints what they measured.
///
/// # Errors
///
/// When cargo cannot be started, or a benchmark printed no row.
pub fn bench(root: &Path, benches: &[String], out: &mut dyn Write) -> Result<Outcome> {
    let mut arguments = vec!["bench", "--package", "hero-api-ext", "--no-fail-fast"];
    for name in BENCHES {
        if benches.is_empty() || benches.iter().any(|wanted| wanted == name) {
            arguments.extend(["--bench", name]);
        }
    }
    let ran = cargo::run(root, &arguments, Stdio::inherit())?;
    let rows = rows(&ran.stdout);
    if rows.is_empty() {
        return Err(Error::new("the benchmarks printed no row").remedy("look at what cargo said above"));
    }
    write!(out, "{HEAD}{rows}").map_err(|error| Error::new("cannot print the table").because(error))?;
    Ok(if ran.succeeded { Outcome::Good } else { Outcome::Differs })
}

/// The rows among what benchmarks printed.
fn rows(printed: &str) -> String {
    printed.lines().filter(|line| line.starts_with("| ")).flat_map(|line| [line, "\n"]).collect()
}

/// The names that may be asked for.
pub(crate) fn names() -> [&'static str; 5] {
    BENCHES
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn rows_are_kept_and_the_rest_is_not() {
        let printed =
            "\nrunning 0 tests\n| a call | 2 µs | 1 µs | 2.000 | ≤ 1.1 |\ntest result: ok\n| b | 1 | 1 | 1 | ≤ 2 |\n";
        assert_eq!(rows(printed), "| a call | 2 µs | 1 µs | 2.000 | ≤ 1.1 |\n| b | 1 | 1 | 1 | ≤ 2 |\n");
    }

    #[test]
    fn each_bench_is_one_of_the_package() {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("../hero-api-ext/Cargo.toml");
        let manifest: toml::Table = fs::read_to_string(manifest).expect("a manifest").parse().expect("TOML");
        let benches: Vec<_> = manifest["bench"].as_array().expect("benches").iter().collect();
        for name in BENCHES {
            assert!(benches.iter().any(|bench| bench["name"].as_str() == Some(name)), "{name}");
        }
    }
}
