//! The report as one page that needs nothing but itself.
//!
//! Everything stands in the page as text; the script only hides what the filters leave out. So the page can be read, and
//! searched by the browser, where no script may run.

use std::{collections::BTreeSet, fmt::Write as _};

use super::{CAUSES, Report, RustDifference, capital, section::Section, value_text};
use crate::{change::WireChange, class::Class, user_crate::Effect, verdict::Verdict};

/// The class of what breaks code that uses the bindings, whatever it does on the wire.
const CODE: &str = "code-break";

/// Rust differences that are unfolded beside one wire difference.
const BESIDE: usize = 5;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

pub(super) fn render(report: &Report) -> String {
    let title = format!("Drift of {}: {}", report.base.title, report.verdict.as_str());
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
        escape(&title)
    );
    head(report, &mut out);
    call_sites(report, &mut out);
    filters(report, &mut out);
    for part in Section::ALL {
        let (changes, alone) = report.section(part);
        section(report, &capital(part.title()), &changes, &alone, &mut out);
    }
    section(report, "Rust, additive beside the above", &[], &report.additive_alone(), &mut out);
    let waived: Vec<&WireChange> = report.waived().collect();
    section(report, "Waived", &waived, &[], &mut out);
    let _ = write!(
        out,
        "<p class=\"quiet\">{}</p>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n",
        escape(&report.last_line())
    );
    out
}

fn head(report: &Report, out: &mut String) {
    let (base, revision) = (&report.base, &report.revision);
    let class = match report.verdict {
        Verdict::Same => "same",
        Verdict::Drift => "drift",
        Verdict::Breaking => "breaking",
        Verdict::CannotTell => "cannot",
    };
    let _ = writeln!(
        out,
        "<header>\n<h1>{} {}</h1>\n<p><span class=\"verdict {class}\">{}</span> {}</p>\n<dl>",
        escape(&base.title),
        escape(&report.versions()),
        report.headline(),
        report.advice()
    );
    let mut row = |name: &str, text: &str| {
        let _ = writeln!(out, "<dt>{name}</dt><dd>{}</dd>", escape(text));
    };
    if report.wire.is_some() {
        row("Wire", &report.wire_counts());
    }
    if let Some(counts) = report.rust_counts() {
        row("Rust", &counts);
    }
    if let Some(counts) = report.crate_counts() {
        row("Your code", &counts);
    }
    for (name, side) in [("Base", base), ("Revision", revision)] {
        row(name, &format!("{}, {} operations, OpenAPI {}", side.name, side.operations, side.openapi));
    }
    out.push_str("</dl>\n");
    for finding in &report.findings {
        let _ = writeln!(out, "<p class=\"note\">{}</p>", escape(&finding.message));
    }
    out.push_str("</header>\n");
}

/// The lines of the user that break. The filters leave them alone: no filter may hide what the verdict comes from.
fn call_sites(report: &Report, out: &mut String) {
    for (effect, heading) in [
        (Effect::NoLongerCompiles, "Your code no longer compiles"),
        (Effect::BreaksAtRunTime, "Your code breaks at run time"),
    ] {
        let sites: Vec<_> = report.call_sites().filter(|(_, site)| site.effect == effect).collect();
        if sites.is_empty() {
            continue;
        }
        let _ = writeln!(out, "<section class=\"yours\">\n<h2>{heading} ({})</h2>", sites.len());
        for (_, site) in sites {
            let _ = writeln!(
                out,
                "<div class=\"site\">\n<code>{}:{}</code>\n<pre>{}</pre>\n<p>{}</p>",
                escape(&site.file),
                site.line,
                escape(&site.code),
                code(&site.message)
            );
            let causes: Vec<&str> = report.causes(site).collect();
            for cause in causes.iter().take(CAUSES) {
                let _ = writeln!(out, "<p class=\"sentence\">{}</p>", code(cause));
            }
            match causes.len().saturating_sub(CAUSES) {
                0 if causes.is_empty() => {
                    out.push_str("<p class=\"quiet\">no difference of the report explains it</p>\n");
                }
                0 => {}
                more => {
                    let _ = writeln!(out, "<p class=\"quiet\">and {more} more</p>");
                }
            }
            out.push_str("</div>\n");
        }
        out.push_str("</section>\n");
    }
}

fn filters(report: &Report, out: &mut String) {
    let operations: BTreeSet<&str> = report
        .wire
        .iter()
        .flatten()
        .flat_map(|change| &change.operations)
        .chain(report.rust_changes().flat_map(|difference| &difference.operations))
        .map(String::as_str)
        .collect();
    // Shown by the script, since without it they do nothing.
    out.push_str("<form hidden role=\"search\">\n<input type=\"search\" name=\"words\" placeholder=\"Search\" aria-label=\"Search\">\n");
    out.push_str("<select name=\"operation\" aria-label=\"Operation\">\n<option value=\"\">all operations</option>\n");
    for operation in operations {
        let _ = writeln!(out, "<option>{}</option>", escape(operation));
    }
    out.push_str("</select>\n");
    let (changes, alone) = report.section(Section::Code);
    let has_code = !changes.is_empty() || !alone.is_empty();
    for name in Class::ALL.iter().map(|class| class.as_str()).chain(has_code.then_some(CODE)) {
        let _ = writeln!(
            out,
            "<label class=\"pick {name}\"><input type=\"checkbox\" name=\"class\" value=\"{name}\" checked> {name}</label>"
        );
    }
    out.push_str("<output id=\"count\" class=\"quiet\"></output>\n</form>\n");
}

fn section(report: &Report, heading: &str, changes: &[&WireChange], alone: &[&RustDifference], out: &mut String) {
    if changes.is_empty() && alone.is_empty() {
        return;
    }
    let _ = writeln!(out, "<section>\n<h2>{heading} ({})</h2>", changes.len() + alone.len());
    for change in changes {
        entry(report, change, out);
    }
    for difference in alone {
        let class = if difference.verdict.is_breaking() { CODE } else { "compatible" };
        let _ = writeln!(
            out,
            "<article data-class=\"{class}\" data-operations=\"{}\">\n{}</article>",
            escape(&difference.operations.join("\n")),
            rust(difference)
        );
    }
    out.push_str("</section>\n");
}

fn entry(report: &Report, change: &WireChange, out: &mut String) {
    let mut classes: Vec<&str> = change.classes.iter().map(|class| class.as_str()).collect();
    if report.section_of(change) == Section::Code {
        classes.push(CODE);
    }
    let _ = writeln!(
        out,
        "<article id=\"{}\" data-class=\"{}\" data-operations=\"{}\">",
        escape(&change.fingerprint),
        classes.join(" "),
        escape(&change.operations.join("\n"))
    );
    let words: Vec<String> =
        classes.iter().map(|class| format!("<span class=\"class {class}\">{class}</span>")).collect();
    let _ = writeln!(out, "{}\n<p class=\"sentence\">{}</p>", words.join(" · "), code(&change.sentence));
    let differences = report.rust_of(change);
    let (first, rest) = differences.split_at(differences.len().min(BESIDE));
    for difference in first {
        out.push_str(&rust(difference));
    }
    if !rest.is_empty() {
        let all: String = rest.iter().map(|difference| rust(difference)).collect();
        let _ = writeln!(out, "<details><summary>{} more in Rust</summary>\n{all}</details>", rest.len());
    }
    if change.before.is_some() || change.after.is_some() {
        out.push_str("<div class=\"sides\">\n");
        for (side, place, value) in [("old", &change.old, &change.before), ("new", &change.new, &change.after)] {
            let text = value.as_ref().map_or_else(|| "—".to_owned(), value_text);
            let name = if side == "old" { "before" } else { "after" };
            let _ = writeln!(
                out,
                "<div class=\"{side}\"><span class=\"quiet\">{name}, line {}</span><pre>{}</pre></div>",
                place.line,
                escape(&text)
            );
        }
        out.push_str("</div>\n");
    }
    if let Some(waived) = &change.waived {
        let text = format!("waived by {} until {}: {}", waived.by, waived.expires, waived.reason);
        let _ = writeln!(out, "<p class=\"note\">{}</p>", escape(&text));
    }
    let _ = writeln!(out, "<p class=\"quiet\">{}</p>", escape(change.kind.rule().why));
    operations(change, out);
    let _ = writeln!(
        out,
        "<details><summary>{} · {}</summary>\n<p class=\"quiet\">base, line {}: <code>{}</code><br>revision, line {}: <code>{}</code></p>\n</details>\n</article>",
        change.kind.id(),
        escape(&change.fingerprint),
        change.old.line,
        escape(&change.old.pointer),
        change.new.line,
        escape(&change.new.pointer)
    );
}

fn operations(change: &WireChange, out: &mut String) {
    let list = |operations: &[String]| {
        operations.iter().map(|name| format!("<code>{}</code>", escape(name))).collect::<Vec<_>>().join(" ")
    };
    match change.operations.len() {
        0 => {}
        1..=3 => {
            let _ = writeln!(out, "<p class=\"quiet\">{}</p>", list(&change.operations));
        }
        count => {
            let _ = writeln!(
                out,
                "<details><summary>{count} operations</summary>\n<p>{}</p>\n</details>",
                list(&change.operations)
            );
        }
    }
}

fn rust(difference: &RustDifference) -> String {
    let class = if difference.verdict.is_breaking() { "request-break" } else { "compatible" };
    format!(
        "<p><span class=\"class {class}\">Rust, {}</span> {}</p>\n",
        difference.verdict.as_str(),
        code(&difference.sentence)
    )
}

/// A sentence, whose quotes are backticks.
fn code(sentence: &str) -> String {
    let parts: Vec<&str> = sentence.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return escape(sentence);
    }
    let mark = |(index, part): (usize, &&str)| {
        if index % 2 == 1 { format!("<code>{}</code>", escape(part)) } else { escape(part) }
    };
    parts.iter().enumerate().map(mark).collect()
}

fn escape(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            // These would turn the text around, or end it.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{0}' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_from_outside_is_no_markup() {
        assert_eq!(escape("<script>\"&'"), "&lt;script&gt;&quot;&amp;&#39;");
        assert_eq!(code("`a<b>` is <i>"), "<code>a&lt;b&gt;</code> is &lt;i&gt;");
        assert_eq!(code("odd ` one"), "odd ` one");
    }
}
