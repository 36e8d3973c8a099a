//! Texts that match a pattern.

use regex_syntax::hir::{Class, Hir, HirKind};

/// A text of at least `shortest` characters that matches `pattern`; `wanted` itself when it does.
pub(super) fn text(pattern: &str, shortest: usize, wanted: &str) -> Result<String, String> {
    let strange =
        |error: &dyn std::fmt::Display| format!("the sampler has to be taught the pattern {pattern}: {error}");
    let regex = regress::Regex::new(pattern).map_err(|error| strange(&error))?;
    let fits = |text: &str| text.chars().count() >= shortest && regex.find(text).is_some();
    if fits(wanted) {
        return Ok(wanted.to_owned());
    }
    let parsed = regex_syntax::parse(pattern).map_err(|error| strange(&error))?;
    (1..=64)
        .map(|times| {
            let mut text = String::new();
            write(&parsed, times, &mut text);
            text
        })
        .find(|text| fits(text))
        .ok_or_else(|| strange(&"nothing that it writes matches"))
}

/// Writes what the pattern asks for, with `times` repetitions where it leaves their number open.
fn write(hir: &Hir, times: u32, text: &mut String) {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => text.push(character(class)),
        HirKind::Repetition(repetition) => {
            for _ in 0..times.max(repetition.min).min(repetition.max.unwrap_or(u32::MAX)) {
                write(&repetition.sub, times, text);
            }
        }
        HirKind::Capture(capture) => write(&capture.sub, times, text),
        HirKind::Concat(parts) => parts.iter().for_each(|part| write(part, times, text)),
        HirKind::Alternation(parts) => write(&parts[0], times, text),
    }
}

fn character(class: &Class) -> char {
    let ranges: Vec<(char, char)> = match class {
        Class::Unicode(class) => class.ranges().iter().map(|range| (range.start(), range.end())).collect(),
        Class::Bytes(class) => class.ranges().iter().map(|range| (range.start().into(), range.end().into())).collect(),
    };
    let holds = |wanted: &char| ranges.iter().any(|(start, end)| (start..=end).contains(&wanted));
    ['1', 'a', 'A'].into_iter().find(holds).or(ranges.first().map(|(start, _)| *start)).unwrap_or('1')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_matches() {
        for (pattern, shortest, expected) in [
            (r"^\d+$", 0, "1"),
            (r"^\d+$", 3, "111"),
            (r"^[A-Z]{2}\d{2,4}$", 0, "AA11"),
            (r"^(GP|NHS)-\w*$", 5, "GP-11"),
            ("^[^0-9]?x$", 0, "ax"),
        ] {
            assert_eq!(text(pattern, shortest, "text").as_deref(), Ok(expected), "{pattern}");
        }
    }

    #[test]
    fn a_wanted_text_that_matches_is_kept() {
        assert_eq!(text(r"^\d+$", 0, "943476").as_deref(), Ok("943476"));
    }

    #[test]
    fn a_pattern_that_cannot_be_met_is_told() {
        assert!(text("^a$", 2, "text").is_err_and(|error| error.contains("^a$")));
    }
}
