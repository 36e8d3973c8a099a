//! The report for people at a terminal: breaking first.

use std::fmt::Write as _;

use super::{
    CAUSES, Report, RustDifference,
    groups::{Group, groups, rust_groups},
    section::Section,
    some,
};
use crate::{change::WireChange, class::Class, user_crate::Effect, verdict::Verdict};
use document::printable::printable;

/// Differences in text and names that are listed; the other forms have all.
const DOCS: usize = 15;

/// Sentences of Rust differences that are listed, for each wire difference beside them.
const BESIDE: usize = 5;

/// Sentences of Rust differences without a wire difference that are listed.
const RUST: usize = 40;

/// Items of one sentence that are listed.
const ITEMS: usize = 4;

/// Colours of a terminal.
#[derive(Clone, Copy)]
struct Paint(bool);

impl Paint {
    fn paint(self, code: &str, text: &str) -> String {
        if self.0 { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    fn class(self, class: Class, text: &str) -> String {
        self.paint(
            match class {
                Class::RequestBreak | Class::ResponseBreak => "31;1",
                Class::Unknown => "33",
                Class::Compatible => "32",
                Class::Docs => "2",
            },
            text,
        )
    }
}

pub(super) fn render(report: &Report, color: bool) -> String {
    let paint = Paint(color);
    let mut out = String::new();
    head(report, paint, &mut out);
    call_sites(report, paint, &mut out);
    for section in Section::ALL {
        let (changes, alone) = report.section(section);
        if changes.is_empty() && alone.is_empty() {
            continue;
        }
        let title = format!("{} ({})", section.title(), changes.len() + alone.len());
        let _ = writeln!(out, "\n{}", paint.class(section.class(), &title));
        let most = if section == Section::Docs { DOCS } else { usize::MAX };
        for group in groups(report, changes.iter().copied().take(most)) {
            entry(report, &group, paint, &mut out);
        }
        if changes.len() > most {
            let _ = writeln!(out, "  … and {} more: --format html or json has all", changes.len() - most);
        }
        rust_list(&alone, paint, &mut out);
    }
    let additive = report.additive_alone();
    if !additive.is_empty() {
        let _ = writeln!(out, "\nRust, additive beside the above ({})", additive.len());
        rust_list(&additive, paint, &mut out);
    }
    let waived: Vec<&WireChange> = report.waived().collect();
    if !waived.is_empty() {
        let _ = writeln!(out, "\nwaived ({})", waived.len());
        for change in waived {
            let _ = writeln!(out, "  {}", printable(&one_line(&change.sentence)));
            if let Some(waived) = &change.waived {
                let text = format!("{}, until {}: {}", waived.by, waived.expires, waived.reason);
                let _ = writeln!(out, "      {}", printable(&one_line(&text)));
            }
        }
    }
    let _ = writeln!(out, "\n{}", report.last_line());
    out
}

fn head(report: &Report, paint: Paint, out: &mut String) {
    let (base, revision) = (&report.base, &report.revision);
    let _ = writeln!(out, "{} {}", printable(&base.title), printable(&report.versions()));
    let _ = writeln!(out, "  base      {}, {} operations", printable(&base.name), base.operations);
    let _ = writeln!(out, "  revision  {}, {} operations", printable(&revision.name), revision.operations);
    let code = match report.verdict {
        Verdict::Same => "32;1",
        Verdict::Drift => "33;1",
        Verdict::Breaking | Verdict::CannotTell => "31;1",
    };
    if report.wire.is_some() {
        let _ = writeln!(out, "  wire      {}", paint.paint(code, &report.wire_counts()));
    }
    if let Some(counts) = report.rust_counts() {
        let _ = writeln!(out, "  Rust      {}", paint.paint(code, &printable(&counts)));
    }
    if let Some(counts) = report.crate_counts() {
        let _ = writeln!(out, "  your code {}", paint.paint(code, &printable(&counts)));
    }
    let _ = writeln!(out, "  verdict   {}", paint.paint(code, report.headline()));
    let _ = writeln!(out, "  advice    {}", report.advice());
    for finding in &report.findings {
        let message = printable(&finding.message).replace('\n', "\n            ");
        let _ = writeln!(out, "  {}      {message}", paint.paint("33", "note"));
    }
}

/// The lines of the user that break, each beside what causes it.
fn call_sites(report: &Report, paint: Paint, out: &mut String) {
    for effect in [Effect::NoLongerCompiles, Effect::BreaksAtRunTime] {
        let sites: Vec<_> = report.call_sites().filter(|(_, site)| site.effect == effect).collect();
        if sites.is_empty() {
            continue;
        }
        let title = format!("your code {} ({})", effect.as_str(), sites.len());
        let _ = writeln!(out, "\n{}", paint.paint("31;1", &title));
        for (_, site) in sites {
            let place = printable(&format!("{}:{}", site.file, site.line));
            let _ = writeln!(out, "  {} {place}  {}", paint.paint("31;1", "✗"), printable(&one_line(&site.code)));
            let _ = writeln!(out, "      {}", printable(&one_line(&site.message)));
            let causes: Vec<&str> = report.causes(site).collect();
            for cause in causes.iter().take(CAUSES) {
                let _ = writeln!(out, "      since {}", printable(&one_line(cause)));
            }
            match causes.len().saturating_sub(CAUSES) {
                0 if causes.is_empty() => out.push_str("      no difference of the report explains it\n"),
                0 => {}
                more => {
                    let _ = writeln!(out, "      … and {more} more");
                }
            }
        }
    }
}

/// A difference, or differences that do the same: what they do once, then each place.
fn entry(report: &Report, group: &Group<'_>, paint: Paint, out: &mut String) {
    let Some(first) = group.changes.first() else { return };
    let class = report.section_of(first).class();
    let mark = match class {
        Class::RequestBreak | Class::ResponseBreak => "✗",
        Class::Unknown => "?",
        Class::Compatible => "+",
        Class::Docs => "·",
    };
    let both = if first.classes.len() > 1 { "  (requests and responses)" } else { "" };
    let sentence = match group.changes.len() {
        1 => first.sentence.clone(),
        many => format!("{many} × {}", group.sentence),
    };
    let _ = writeln!(out, "  {} {}{both}", paint.class(class, mark), printable(&one_line(&sentence)));
    for change in &group.changes {
        let mut place = format!("line {} → {}", change.old.line, change.new.line);
        if !change.operations.is_empty() {
            let _ = write!(place, "  {}", some(&change.operations, 2));
        }
        let pointer = Report::waiver_pointer(change);
        let place = format!("{place}  {} {}  {pointer}", change.kind.id(), change.fingerprint);
        let place = paint.paint("2", &printable(&one_line(&place)));
        if group.changes.len() > 1 {
            let _ = writeln!(out, "      {}\n        {place}", printable(&one_line(&change.location)));
        } else {
            let _ = writeln!(out, "      {place}");
        }
    }
    let differences = rust_groups(group.changes.iter().flat_map(|change| report.rust_of(change)));
    let most = BESIDE * group.changes.len();
    for same in differences.iter().take(most) {
        rust(same, paint, out);
    }
    if differences.len() > most {
        let _ = writeln!(out, "      … and {} more in Rust: --format html or json has all", differences.len() - most);
    }
}

/// Rust differences of one sentence: it is said once, with the items if there are several.
fn rust(same: &[&RustDifference], paint: Paint, out: &mut String) {
    let Some(first) = same.first() else { return };
    let code = if first.verdict.is_breaking() { "31" } else { "32" };
    let _ = writeln!(
        out,
        "      {} {}",
        paint.paint(code, &format!("Rust, {}:", first.verdict.as_str())),
        printable(&one_line(&first.sentence))
    );
    if same.len() > 1 {
        let items: Vec<String> = same.iter().map(|difference| difference.item.clone()).collect();
        let _ =
            writeln!(out, "        {}", printable(&one_line(&format!("{} × {}", items.len(), some(&items, ITEMS)))));
    }
}

/// Rust differences that stand beside no wire difference.
fn rust_list(differences: &[&RustDifference], paint: Paint, out: &mut String) {
    let groups = rust_groups(differences.iter().copied());
    for same in groups.iter().take(RUST) {
        rust(same, paint, out);
    }
    if groups.len() > RUST {
        let left: usize = groups.iter().skip(RUST).map(Vec::len).sum();
        let _ = writeln!(out, "      … and {left} more: --format html or json has all");
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
