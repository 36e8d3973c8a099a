//! Descriptions on their way into rustdoc.

use serde_json::Value;

use super::{Log, Pass, State, no_schema};
use document::{error::Result, schema};

pub(super) const PASS: Pass = Pass {
    name: "text",
    reason: "the description is somebody else's text: HTML, links and code blocks in it would be live in our documentation",
    run,
    holds,
};

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    schema::for_each_operation(&mut state.document, &mut |pointer, operation| {
        for name in ["summary", "description"] {
            escape_member(operation, name, &format!("{pointer}/{name}"), log);
        }
        for (index, parameter) in
            operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten().enumerate()
        {
            escape_member(parameter, "description", &format!("{pointer}/parameters/{index}/description"), log);
        }
        Ok(())
    })?;
    schema::visit(&mut state.document, &mut |pointer, _, schema| {
        escape_member(schema, "description", &format!("{pointer}/description"), log);
        Ok(())
    })?;
    Ok(())
}

fn escape_member(holder: &mut Value, name: &str, pointer: &str, log: &mut Log) {
    if let Some(Value::String(text)) = holder.get_mut(name) {
        let escaped = escape(text);
        if *text != escaped {
            *text = escaped;
            log.changed(pointer, "escaped for rustdoc");
        }
    }
}

/// `text` as Markdown in which nothing is live: no HTML, link, image, heading or code block; `code spans` stay.
#[must_use]
pub(crate) fn escape(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(escape_line).collect();
    lines.join("\n").trim().to_owned()
}

fn escape_line(text: &str) -> String {
    // Four spaces make a code block, which rustdoc would compile and run.
    let mut line = String::with_capacity(text.len());
    for c in text.trim().chars().filter(|c| !c.is_control()) {
        // rustc refuses them in comments: they change the direction in which code is shown.
        if is_bidi_control(c) {
            line.extend(c.escape_unicode());
        } else {
            line.push(c);
        }
    }
    // What is left around a removed fence may be a fence again.
    while let Some(fence) = ["```", "~~~"].into_iter().find(|fence| line.contains(fence)) {
        line = line.replace(fence, "");
    }
    let mut escaped = String::with_capacity(line.len());
    if line.starts_with('#') || line.starts_with('>') {
        escaped.push('\\');
    }
    // A backtick without its partner on the line is no code span.
    let ticks_in_pairs = line.matches('`').count() / 2 * 2;
    let mut open = false;
    let mut seen = 0;
    for word in line.split_inclusive(' ') {
        let is_link = ["http://", "https://"].iter().any(|scheme| word.contains(scheme));
        if is_link && !open && !word.contains('`') {
            let (address, rest) = word.split_at(word.trim_end_matches(['.', ',', ';', ')', ' ']).len());
            escaped.push('`');
            escaped.push_str(address);
            escaped.push('`');
            escaped.push_str(rest);
            continue;
        }
        for c in word.chars() {
            match c {
                '`' if seen < ticks_in_pairs => {
                    seen += 1;
                    open = !open;
                    escaped.push('`');
                }
                '`' => escaped.push_str("\\`"),
                '<' | '>' | '[' | ']' if !open && !escaped.ends_with('\\') => {
                    escaped.push('\\');
                    escaped.push(c);
                }
                c => escaped.push(c),
            }
        }
    }
    escaped
}

fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn holds(document: &Value) -> Result<()> {
    no_schema(document, &|schema| {
        let text = schema.get("description")?.as_str()?;
        (text.contains("```") || text.contains("\n    ")).then(|| "a description holds a code block".to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_description_is_live() {
        for (text, escaped) in [
            ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
            ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
            ("a\n\n    let x = 1;", "a\n\nlet x = 1;"),
            ("```rust\nfn f() {}\n```", "rust\nfn f() {}"),
            ("# Heading", "\\# Heading"),
            ("see https://example.org/a_b.", "see `https://example.org/a_b`."),
            ("use `a<b>` here", "use `a<b>` here"),
            ("an odd ` tick <b>", "an odd \\` tick \\<b\\>"),
            ("bell\u{7}", "bell"),
            ("`a` \u{202e}b\u{2069}", "`a` \\u{202e}b\\u{2069}"),
            ("``~~~`rust", "rust"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }

    #[test]
    fn escaping_twice_changes_nothing_more() {
        for text in ["<b> `x` [y]", "https://example.org", "# h"] {
            assert_eq!(escape(&escape(text)), escape(text));
        }
    }
}
