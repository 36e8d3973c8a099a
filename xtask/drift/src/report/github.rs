//! Annotations that GitHub Actions shows beside the lines of the base.

use std::fmt::Write as _;

use super::{Finding, Report, some_operations};
use crate::change::Change;

/// The service shows a few of each level for a step; more would only fill the log.
const MOST: usize = 50;

pub(super) fn render(report: &Report) -> String {
    let mut out = String::new();
    let changes: Vec<&Change> = report.wire.iter().flatten().filter(|change| change.counts()).collect();
    for change in changes.iter().take(MOST) {
        let level = match change.class {
            class if class.is_breaking() => "error",
            crate::change::Class::Compatible => "warning",
            _ => "notice",
        };
        let mut message = change.sentence.clone();
        if !change.operations.is_empty() {
            let _ = write!(message, "\n{}", some_operations(&change.operations, 5));
        }
        for difference in report.rust_of(change) {
            let _ = write!(message, "\nRust, {}: {}", difference.verdict.as_str(), difference.sentence);
        }
        let _ = write!(message, "\n{} · {}", change.kind.id(), change.fingerprint);
        let title = format!("{}: {}", change.class.as_str(), change.kind.id());
        line(&mut out, level, Some((&report.base.name, change.old.line)), &title, &message);
    }
    if changes.len() > MOST {
        line(&mut out, "notice", None, "drift", &format!("and {} more differences", changes.len() - MOST));
    }
    for difference in
        report.rust_changes().filter(|difference| difference.wire.is_empty() && difference.verdict.is_breaking())
    {
        line(&mut out, "error", None, difference.verdict.as_str(), &difference.sentence);
    }
    for Finding { message, .. } in &report.findings {
        line(&mut out, "warning", None, "drift", message);
    }
    line(&mut out, "notice", None, "drift", &report.last_line());
    out
}

fn line(out: &mut String, level: &str, place: Option<(&str, usize)>, title: &str, message: &str) {
    let place = place.map(|(file, line)| format!("file={},line={line},", property(file))).unwrap_or_default();
    let _ = writeln!(out, "::{level} {place}title={}::{}", property(title), data(message));
}

/// Text of a message: a line feed would end the command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_the_command_or_starts_another() {
        let mut out = String::new();
        line(&mut out, "error", Some(("a,b:c.yaml", 3)), "t::x", "one\n::set-output name=a::b\r100%");
        assert_eq!(out, "::error file=a%2Cb%3Ac.yaml,line=3,title=t%3A%3Ax::one%0A::set-output name=a::b%0D100%25\n");
    }
}
