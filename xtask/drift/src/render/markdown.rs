//! The report for a comment on a pull request: the verdict in the first line, details folded, never too long.

use std::fmt::Write as _;

use super::{CAUSES, Report, RustDifference, capital, section::Section, some};
use crate::{
    change::WireChange,
    user_crate::{CallSite, Effect},
    verdict::Verdict,
};

/// GitHub takes 65,536 characters in a comment; the rest is for what people put around the report.
const LIMIT: usize = 60_000;

/// Rust differences that are listed beside one wire difference.
const BESIDE: usize = 5;

/// Left for the end of the report.
const TAIL: usize = 1_500;

pub(super) fn render(report: &Report) -> String {
    let mut out = String::new();
    head(report, &mut out);
    let mut page = Page { out, left_out: 0 };
    for (title, entries, is_open) in sections(report) {
        page.section(&title, &entries, is_open);
    }
    let Page { mut out, left_out } = page;
    if left_out > 0 {
        let _ = writeln!(
            out,
            "\n**{left_out} more do not fit here:** `cargo xtask drift --format html --output drift.html`"
        );
    }
    out
}

/// One difference, as it is told where there is room, and where there is little.
struct Entry {
    long: String,
    short: String,
}

/// The sections, the most important first, and whether each is unfolded.
fn sections(report: &Report) -> Vec<(String, Vec<Entry>, bool)> {
    let mut sections = Vec::new();
    for (effect, title) in [
        (Effect::NoLongerCompiles, "Your code no longer compiles"),
        (Effect::BreaksAtRunTime, "Your code breaks at run time"),
    ] {
        let sites = report.call_sites().map(|(_, site)| site).filter(|site| site.effect == effect);
        sections.push((title.to_owned(), sites.map(|site| call_site(report, site)).collect(), true));
    }
    let beside = |difference: &&RustDifference| {
        let long = rust(difference, "-");
        Entry { short: long.clone(), long }
    };
    for section in Section::ALL {
        let (changes, alone) = report.section(section);
        let mut entries: Vec<Entry> = changes.iter().map(|change| entry(report, change)).collect();
        entries.extend(alone.iter().map(beside));
        sections.push((capital(section.title()), entries, section.is_open()));
    }
    let additive = report.additive_alone().iter().map(beside).collect();
    sections.push(("Rust, additive beside the above".to_owned(), additive, false));
    let waived = report.waived().map(|change| {
        let why = change.waived.as_ref();
        let why = why.map(|waived| format!("{}, until {}: {}", waived.by, waived.expires, waived.reason));
        let long = format!("- {} — {}\n", escape(&change.sentence), escape(&why.unwrap_or_default()));
        Entry { short: long.clone(), long }
    });
    sections.push(("Waived".to_owned(), waived.collect(), false));
    sections
}

/// The sections, as far as there is room.
struct Page {
    out: String,
    left_out: usize,
}

impl Page {
    /// Writes all entries in full; or all in short, then as many of them in full as fit, from the first one on.
    fn section(&mut self, title: &str, entries: &[Entry], is_open: bool) {
        if entries.is_empty() {
            return;
        }
        let head = if is_open {
            format!("\n### {title} ({})\n\n", entries.len())
        } else {
            format!("\n<details><summary><b>{title}</b> ({})</summary>\n\n", entries.len())
        };
        let mut room = LIMIT.saturating_sub(self.out.len() + head.len() + TAIL);
        let mut shown = 0;
        for entry in entries {
            let Some(rest) = room.checked_sub(entry.short.len()) else { break };
            room = rest;
            shown += 1;
        }
        self.left_out += entries.len() - shown;
        if shown == 0 {
            return;
        }
        self.out += &head;
        for entry in entries.iter().take(shown) {
            match room.checked_sub(entry.long.len().saturating_sub(entry.short.len())) {
                Some(rest) => {
                    room = rest;
                    self.out += &entry.long;
                }
                None => self.out += &entry.short,
            }
        }
        if !is_open {
            self.out += "\n</details>\n";
        }
    }
}

fn head(report: &Report, out: &mut String) {
    let sign = match report.verdict {
        Verdict::Same => "✅",
        Verdict::Drift => "🟡",
        Verdict::Breaking => "🔴",
        Verdict::CannotTell => "⚠️",
    };
    let (base, revision) = (&report.base, &report.revision);
    let _ = writeln!(out, "## {sign} {}: {}\n", capital(report.headline()), report.advice());
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
    if let Some(counts) = report.crate_counts() {
        let _ = writeln!(out, "- **Your code:** {}", escape(&counts));
    }
    let _ = writeln!(out, "- **Operations:** {} → {}", base.operations, revision.operations);
    for finding in &report.findings {
        let _ = writeln!(out, "- ⚠️ {}", escape(&finding.message));
    }
}

fn call_site(report: &Report, site: &CallSite) -> Entry {
    let place = code(&format!("{}:{}", site.file, site.line));
    let short = format!("- {place} {}\n", code(&site.code));
    let mut long = format!("{short}  {}\n", escape(&site.message));
    let causes: Vec<&str> = report.causes(site).collect();
    for cause in causes.iter().take(CAUSES) {
        let _ = writeln!(long, "  - {}", escape(cause));
    }
    match causes.len().saturating_sub(CAUSES) {
        0 if causes.is_empty() => long += "  - no difference of the report explains it\n",
        0 => {}
        more => {
            let _ = writeln!(long, "  - and {more} more");
        }
    }
    Entry { long, short }
}

fn entry(report: &Report, change: &WireChange) -> Entry {
    let short = format!("- {}\n", escape(&change.sentence));
    let mut out = format!("- {}", escape(&change.sentence));
    if change.classes.len() > 1 {
        out += " *(requests and responses)*";
    }
    out += "\n";
    if !change.operations.is_empty() {
        let operations: Vec<String> = change.operations.iter().take(3).map(|name| code(name)).collect();
        let more = change.operations.len().saturating_sub(3);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let _ = writeln!(out, "  {}{more}", operations.join(", "));
    }
    let differences = report.rust_of(change);
    for difference in differences.iter().take(BESIDE) {
        out += &rust(difference, "  -");
    }
    if differences.len() > BESIDE {
        let _ = writeln!(out, "  - and {} more in Rust", differences.len() - BESIDE);
    }
    let _ = writeln!(
        out,
        "  <sub>line {} → {} · {} · {} · {}</sub>",
        change.old.line,
        change.new.line,
        code(change.kind.id()),
        code(&change.fingerprint),
        code(Report::waiver_pointer(change))
    );
    Entry { long: out, short }
}

fn rust(difference: &RustDifference, bullet: &str) -> String {
    let operations = if difference.wire.is_empty() && !difference.operations.is_empty() {
        format!(" ({})", escape(&some(&difference.operations, 2)))
    } else {
        String::new()
    };
    format!("{bullet} Rust, **{}**: {}{operations}\n", difference.verdict.as_str(), escape(&difference.sentence))
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
