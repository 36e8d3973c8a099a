//! Annotations that GitHub Actions shows beside the lines of the base.

use std::fmt::Write as _;

use super::{CAUSES, Report, section::Section, some};
use crate::change::WireChange;

/// GitHub shows ten errors, ten warnings and ten notices of a step, the first of each.
const SHOWN: usize = 10;

pub(super) fn render(report: &Report) -> String {
    let mut out = String::new();
    let mut left = 0;
    let mut errors = Annotations::default();
    let mut warnings = Annotations::default();
    for finding in &report.findings {
        warnings.add(None, "drift", &finding.message);
    }
    for (_, site) in report.call_sites() {
        let mut message = site.message.clone();
        for cause in report.causes(site).take(CAUSES) {
            let _ = write!(message, "\n{cause}");
        }
        errors.add(Some((&site.file, site.line)), site.effect.as_str(), &message);
    }
    // Responses break users of the bindings where code breaks, or where nothing is known of code.
    let is_told = report.rust.as_ref().is_some_and(|rust| rust.failed.is_none());
    for section in Section::ALL {
        let (changes, alone) = report.section(section);
        let level = match section {
            Section::Requests | Section::Code => &mut errors,
            Section::Responses if !is_told => &mut errors,
            Section::Responses | Section::Unknown | Section::Compatible => &mut warnings,
            Section::Docs => {
                left += changes.len();
                continue;
            }
        };
        for change in changes {
            let title = format!("{}: {}", change.class.as_str(), change.kind.id());
            level.add(Some((&report.base.name, change.old.line)), &title, &message(report, change));
        }
        for difference in alone {
            level.add(None, difference.verdict.as_str(), &difference.sentence);
        }
    }
    for (level, annotations) in [("error", errors), ("warning", warnings)] {
        left += annotations.list.len().saturating_sub(SHOWN);
        for (place, title, message) in annotations.list.iter().take(SHOWN) {
            let place = place.as_ref().map(|(file, line)| (file.as_str(), *line));
            line(&mut out, level, place, title, message);
        }
    }
    line(&mut out, "notice", None, "drift", &format!("{}. {}", report.last_line(), report.advice()));
    if left > 0 {
        let more = format!("{left} more differences are not shown here: --format markdown or html has them");
        line(&mut out, "notice", None, "drift", &more);
    }
    out
}

/// File and line, title, and message.
type Annotation = (Option<(String, usize)>, String, String);

/// Annotations of one level, worst first.
#[derive(Default)]
struct Annotations {
    list: Vec<Annotation>,
}

impl Annotations {
    fn add(&mut self, place: Option<(&str, usize)>, title: &str, message: &str) {
        let place = place.map(|(file, line)| (file.to_owned(), line));
        self.list.push((place, title.to_owned(), message.to_owned()));
    }
}

fn message(report: &Report, change: &WireChange) -> String {
    let mut message = change.sentence.clone();
    if !change.operations.is_empty() {
        let _ = write!(message, "\n{}", some(&change.operations, 5));
    }
    for difference in report.rust_of(change).into_iter().take(3) {
        let _ = write!(message, "\nRust, {}: {}", difference.verdict.as_str(), difference.sentence);
    }
    let _ = write!(message, "\n{} · {}", change.kind.id(), change.fingerprint);
    message
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
    fn no_text_ends_a_command_or_starts_another() {
        let mut out = String::new();
        line(&mut out, "error", Some(("a,b:c.yaml", 3)), "t::x", "one\n::set-output name=a::b\r100%");
        assert_eq!(out, "::error file=a%2Cb%3Ac.yaml,line=3,title=t%3A%3Ax::one%0A::set-output name=a::b%0D100%25\n");
    }
}
