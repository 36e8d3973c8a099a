//! What other tools say of the changes that the Rust axis has a verdict on: the last part of `docs/drift-rules.md`.
//!
//! `xtask/drift/judges.sh` writes the table. Why a tool differs is written by people, in `judges/differences.tsv`.

const TABLE: &str = include_str!("judges/table.tsv");
const DIFFERENCES: &str = include_str!("judges/differences.tsv");

const INTRODUCTION: &str = "
## Other judges

Two tools judge crates without the description. `cargo-public-api` lists public items: a source break has to take one away or
change it, all else must not. `cargo-semver-checks` looks for known kinds of breaks. The table has what the one says, or both, of
each change of [kinds.yaml](../xtask/drift/tests/rust_axis/kinds.yaml), beside the verdict of the Rust axis. The column *shown by
rustc* is what a program of a user shows when the tests of the crate run: the error that a source break gives it, or that it
compiles, or that it compiles and behaves in another way. This repeats the table, with a column for each of the tools that is
installed; `--write` puts it here:

```sh
cargo install --locked cargo-public-api cargo-semver-checks
xtask/drift/judges.sh target/judges
```
";

/// A change, and what is said of it.
struct Row {
    change: &'static str,
    verdict: &'static str,
    proof: &'static str,
    /// By each tool, in the order of the head.
    said: Vec<&'static str>,
}

impl Row {
    fn read(line: &'static str) -> Self {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        Self { change: cell(), verdict: cell(), proof: cell(), said: cells.collect() }
    }

    /// Whether a tool sees a source break where there is one, and none where there is none.
    fn agrees(&self, said: &str) -> bool {
        (self.verdict == "source break") == (said == "break")
    }
}

/// Some changes that a tool judges in another way, for one reason.
struct Difference {
    tool: &'static str,
    right: &'static str,
    why: &'static str,
    changes: Vec<&'static str>,
}

impl Difference {
    fn read(line: &'static str) -> Self {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        Self { tool: cell(), right: cell(), why: cell(), changes: cell().split("; ").collect() }
    }
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

/// The names of the tools, and the rows.
fn table() -> (Vec<&'static str>, Vec<Row>) {
    let mut rows = lines(TABLE).map(Row::read);
    let tools = rows.next().map(|head| head.said).unwrap_or_default();
    (tools, rows.collect())
}

/// This part of the page.
pub(crate) fn render() -> String {
    let (tools, rows) = table();
    let mut page = format!("{INTRODUCTION}\n");
    for note in TABLE.lines().filter_map(|line| line.strip_prefix("# ")) {
        page += &format!("{note}:\n\n");
    }
    for (index, tool) in tools.iter().enumerate() {
        let agreed = rows.iter().filter(|row| row.said.get(index).is_some_and(|said| row.agrees(said))).count();
        page += &format!("- {tool} agrees on {agreed} of {}.\n", rows.len());
    }
    page += &format!("\n| change | drift | shown by rustc | {} |\n| --- | --- | --- |", tools.join(" | "));
    page += &" --- |".repeat(tools.len());
    for row in &rows {
        page += &format!("\n| {} | {} | {} |", row.change, row.verdict, row.proof);
        for said in &row.said {
            page += &if row.agrees(said) { format!(" {said} |") } else { format!(" **{said}** |") };
        }
    }
    page += "\n\nWhere a tool differs (bold above), and who is right:\n\n";
    page += "| tool | right | why | changes |\n| --- | --- | --- | --- |\n";
    for Difference { tool, right, why, changes } in lines(DIFFERENCES).map(Difference::read) {
        page += &format!("| {tool} | {right} | {why} | {} |\n", changes.join("; "));
    }
    page
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::rust::RustVerdict;

    #[test]
    fn the_table_has_every_change_and_its_verdict() {
        let kinds = document::Document::parse(include_str!("../tests/rust_axis/kinds.yaml")).unwrap().value;
        let verdict = |text: &str| {
            [RustVerdict::Additive, RustVerdict::RunTimeBreak, RustVerdict::SourceBreak]
                .map(RustVerdict::as_str)
                .into_iter()
                .find(|name| name.replace(' ', "-") == text)
        };
        let decided: BTreeSet<(&str, Option<&str>)> = kinds
            .as_array()
            .unwrap()
            .iter()
            .map(|kind| (kind["kind"].as_str().unwrap(), verdict(kind["verdict"].as_str().unwrap())))
            .collect();
        let (_, rows) = table();
        let judged: BTreeSet<(&str, Option<&str>)> = rows.iter().map(|row| (row.change, Some(row.verdict))).collect();
        assert_eq!(judged, decided, "run xtask/drift/judges.sh target/judges --write");
    }

    #[test]
    fn each_difference_has_one_reason() {
        let (tools, rows) = table();
        let mut differing = Vec::new();
        for row in &rows {
            assert_eq!(row.said.len(), tools.len(), "{}", row.change);
            let said = tools.iter().zip(&row.said);
            differing.extend(said.filter(|(_, said)| !row.agrees(said)).map(|(tool, _)| (*tool, row.change)));
        }
        let reasons = lines(DIFFERENCES).map(Difference::read);
        let mut explained: Vec<(&str, &str)> =
            reasons.flat_map(|reason| reason.changes.into_iter().map(move |change| (reason.tool, change))).collect();
        differing.sort_unstable();
        explained.sort_unstable();
        assert!(!tools.is_empty());
        assert_eq!(explained, differing);
    }
}
