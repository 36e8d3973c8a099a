//! `docs/comparison.md` shows what `tests/comparison/run.sh` found.

use std::collections::BTreeMap;

use crate::support::committed;

/// The lines of each table, as they are in the page.
fn measured() -> BTreeMap<String, Vec<String>> {
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in committed("tests/comparison/results.tsv").lines() {
        let (table, cells) = line.split_once('\t').unwrap();
        tables.entry(table.to_owned()).or_default().push(format!("| {} |", cells.replace('\t', " | ")));
    }
    tables
}

#[test]
fn comparison_page_has_the_measured_tables() {
    let page = committed("docs/comparison.md");
    let mut shown = BTreeMap::new();
    for part in page.split("<!-- results: ").skip(1) {
        let (name, rest) = part.split_once(" -->").unwrap();
        let (table, _) = rest.split_once("<!-- end -->").unwrap();
        // Head and rule come first.
        let lines: Vec<String> =
            table.lines().filter(|line| line.starts_with('|')).skip(2).map(str::to_owned).collect();
        shown.insert(name.to_owned(), lines);
    }
    assert_eq!(shown, measured(), "run tests/comparison/page.sh");
}

#[test]
fn each_generator_has_a_cell_in_every_row() {
    for (table, lines) in measured() {
        let columns = match table.as_str() {
            "run" | "reasons" => 2,
            "normalised" => 3,
            _ => 7,
        };
        for line in lines {
            let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
            assert!(cells.len() == columns && cells.iter().all(|cell| !cell.is_empty()), "{table}: {line}");
        }
    }
}
