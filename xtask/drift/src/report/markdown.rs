//! The report for a comment on a pull request: the verdict in the first line, details folded, never too long.

use std::fmt::Write as _;

use super::{Report, RustDifference, some_operations};
use crate::{
    change::{Change, Class},
    verdict::Verdict,
};

/// GitHub takes 65,536 characters in a comment; the rest is for what people put around the report.
const LIMIT: usize = 60_000;

/// Left for the end of the report.
const TAIL: usize = 1_500;

pub(super) fn render(report: &Report) -> String {
    let mut out = String::new();
    head(report, &mut out);
    let mut page = Page { out, left_out: 0 };
    for class in Class::ALL {
        let changes: Vec<&Change> = report.of_class(class).collect();
        let title = match class {
            Class::RequestBreak => "Breaks requests",
            Class::ResponseBreak => "Breaks the reading of answers",
            Class::Compatible => "Compatible",
            Class::Docs => "Text and names",
        };
        let entries = changes.iter().map(|change| entry(report, change)).collect();
        page.section(title, entries, class.is_breaking());
    }
    let alone: Vec<&RustDifference> = report.rust_changes().filter(|difference| difference.wire.is_empty()).collect();
    let breaking = alone.iter().any(|difference| difference.verdict.is_breaking());
    page.section("Rust, beside the above", alone.iter().map(|difference| rust(difference, "-")).collect(), breaking);
    let waived = report.waived().map(|change| {
        let why = change.waived.as_ref();
        let why = why.map(|waived| format!("{}, until {}: {}", waived.by, waived.expires, waived.reason));
        format!("- {} — {}\n", escape(&change.sentence), escape(&why.unwrap_or_default()))
    });
    page.section("Waived", waived.collect(), false);
    let Page { mut out, left_out } = page;
    if left_out > 0 {
        let _ = writeln!(
            out,
            "\n**{left_out} more do not fit here:** `cargo xtask drift --format html --output drift.html`"
        );
    }
    out
}

/// The sections, as far as there is room.
struct Page {
    out: String,
    left_out: usize,
}

impl Page {
    fn section(&mut self, title: &str, entries: Vec<String>, open: bool) {
        if entries.is_empty() {
            return;
        }
        let head = if open {
            format!("\n### {title} ({})\n\n", entries.len())
        } else {
            format!("\n<details><summary><b>{title}</b> ({})</summary>\n\n", entries.len())
        };
        if self.left_out > 0 || self.out.len() + head.len() + TAIL > LIMIT {
            self.left_out += entries.len();
            return;
        }
        self.out += &head;
        for entry in entries {
            if self.left_out > 0 || self.out.len() + entry.len() + TAIL > LIMIT {
                self.left_out += 1;
            } else {
                self.out += &entry;
            }
        }
        if !open {
            self.out += "\n</details>\n";
        }
    }
}

fn head(report: &Report, out: &mut String) {
    let (sign, advice) = match report.verdict {
        Verdict::Same => ("✅", "nothing to do"),
        Verdict::Drift => ("🟡", "breaks nobody: merge when the tests pass"),
        Verdict::Breaking => ("🔴", "breaks users: read the first list before you merge"),
        Verdict::CannotTell => ("⚠️", "do not merge before the cause is known"),
    };
    let (base, revision) = (&report.base, &report.revision);
    let _ = writeln!(out, "## {sign} {}: {advice}\n", capital(report.verdict.as_str()));
    let versions = if base.api_version == revision.api_version {
        escape(&base.api_version)
    } else {
        format!("{} → **{}**", escape(&base.api_version), escape(&revision.api_version))
    };
    let _ = writeln!(out, "{} {versions}\n", escape(&base.title));
    if report.wire.is_some() {
        let _ = writeln!(out, "- **Wire:** {}", report.wire_counts());
    }
    if let Some(counts) = report.rust_counts() {
        let _ = writeln!(out, "- **Rust:** {}", escape(&counts));
    }
    let _ = writeln!(out, "- **Operations:** {} → {}", base.operations, revision.operations);
    for finding in &report.findings {
        let _ = writeln!(out, "- ⚠️ {}", escape(&finding.message));
    }
}

fn entry(report: &Report, change: &Change) -> String {
    let mut out = format!("- {}", escape(&change.sentence));
    if change.classes.len() > 1 {
        out += " *(requests and answers)*";
    }
    out += "\n";
    if !change.operations.is_empty() {
        let operations: Vec<String> = change.operations.iter().take(3).map(|name| code(name)).collect();
        let more = change.operations.len().saturating_sub(3);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let _ = writeln!(out, "  {}{more}", operations.join(", "));
    }
    for difference in report.rust_of(change) {
        out += &rust(difference, "  -");
    }
    let _ = writeln!(
        out,
        "  <sub>line {} → {} · {} · {}</sub>",
        change.old.line,
        change.new.line,
        code(change.kind.id()),
        code(&change.fingerprint)
    );
    out
}

fn rust(difference: &RustDifference, bullet: &str) -> String {
    let operations = if difference.wire.is_empty() && !difference.operations.is_empty() {
        format!(" ({})", escape(&some_operations(&difference.operations, 2)))
    } else {
        String::new()
    };
    format!("{bullet} Rust, **{}**: {}{operations}\n", difference.verdict.as_str(), escape(&difference.sentence))
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn code(text: &str) -> String {
    format!("`{}`", text.replace(['`', '\n', '\r'], "'"))
}

/// Text from a description as plain text of Markdown. What stands between backticks stays code.
fn escape(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(text.len());
    let paired = text.matches('`').count().is_multiple_of(2);
    let mut in_code = false;
    for c in text.chars() {
        match c {
            '`' if paired => {
                in_code = !in_code;
                out.push('`');
            }
            _ if in_code => out.push(c),
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '&' => out += "&amp;",
            // A zero-width joint keeps a name from being called.
            '@' => out += "@\u{200b}",
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_from_outside_stays_text() {
        assert_eq!(
            escape("a <b> @me #1 `c <d>` [x](y)\n*z*"),
            "a &lt;b&gt; @\u{200b}me \\#1 `c <d>` \\[x\\](y) \\*z\\*"
        );
        assert_eq!(escape("one ` only <i>"), "one \\` only &lt;i&gt;");
        assert_eq!(code("a`b"), "`a'b`");
    }
}
