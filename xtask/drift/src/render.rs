//! The forms in which a report is shown, and the words that they share.

mod github;
mod html;
mod json;
mod markdown;
mod text;

use super::{
    change::WireChange,
    class::Class,
    difference::RustDifference,
    report::{Report, Summary},
    rust::RustVerdict,
    verdict::{Breaks, Verdict},
};

pub use json::schema;

/// The form of a report.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Format {
    /// For people at a terminal
    #[default]
    Text,
    /// For programs; --print-schema prints the schema
    Json,
    /// For a comment on a pull request
    Markdown,
    /// Annotations of GitHub Actions
    Github,
    /// One page to look through, without a network
    Html,
}

impl Report {
    /// The report in a form; `color` is for text.
    #[must_use]
    pub fn render(&self, format: Format, color: bool) -> String {
        match format {
            Format::Text => text::render(self, color),
            Format::Json => json::render(self),
            Format::Markdown => markdown::render(self),
            Format::Github => github::render(self),
            Format::Html => html::render(self),
        }
    }

    /// The wire differences of a class that no waiver accepts.
    fn of_class(&self, class: Class) -> impl Iterator<Item = &WireChange> {
        self.wire.iter().flatten().filter(move |change| change.class == class && change.counts())
    }

    fn waived(&self) -> impl Iterator<Item = &WireChange> {
        self.wire.iter().flatten().filter(|change| !change.counts())
    }

    /// The Rust differences that no waiver accepts.
    fn rust_changes(&self) -> impl Iterator<Item = &RustDifference> {
        self.rust.iter().flat_map(|rust| &rust.changes).filter(|difference| difference.waived.is_none())
    }

    /// The Rust differences that come from a wire difference.
    fn rust_of(&self, change: &WireChange) -> Vec<&RustDifference> {
        let all = self.rust.as_ref().map(|rust| &rust.changes[..]).unwrap_or_default();
        change.rust.iter().filter_map(|index| all.get(*index)).collect()
    }

    /// What the report comes to, and for whom.
    #[must_use]
    pub fn headline(&self) -> &'static str {
        match (self.verdict, self.breaks) {
            (Verdict::Same, _) => "same",
            (Verdict::Drift, Breaks { wire: true, .. }) => "breaks on the wire, nothing for users of these bindings",
            (Verdict::Drift, _) => "breaks nobody",
            (Verdict::Breaking, _) if self.rust.is_none() => "breaks on the wire",
            (Verdict::Breaking, Breaks { rust: true, wire: true, .. }) => {
                "breaks on the wire and users of these bindings"
            }
            (Verdict::Breaking, Breaks { rust: true, .. }) => "breaks users of these bindings, nothing on the wire",
            (Verdict::Breaking, _) => "breaks calls on the wire, though the code of users compiles",
            (Verdict::CannotTell, _) => "cannot tell",
        }
    }

    /// What to do with an update that brings this.
    #[must_use]
    pub fn advice(&self) -> &'static str {
        match (self.verdict, self.breaks.wire) {
            (Verdict::Same, _) => "nothing to do",
            (Verdict::Drift, true) => "merge when the tests pass: these bindings take what other clients do not expect",
            (Verdict::Drift, false) => "merge when the tests pass",
            (Verdict::Breaking, _) => "read the breaks before you merge",
            (Verdict::CannotTell, _) => "do not merge before the cause is known",
        }
    }

    /// The place to name in a waiver: that of the revision, or of the base where the revision has nothing.
    fn waiver_pointer(change: &WireChange) -> &str {
        let gone = change.before.is_some() && change.after.is_none();
        if gone { &change.old.pointer } else { &change.new.pointer }
    }

    /// What the wire axis comes to, in a few words: "2 request breaks, 14 compatible".
    fn wire_counts(&self) -> String {
        let Summary { request_break, response_break, unknown, compatible, docs, waived } = self.summary;
        let counts = [
            (request_break, "breaking request", "breaking requests"),
            (response_break, "breaking response", "breaking responses"),
            (unknown, "not compared to the end", "not compared to the end"),
            (compatible, "compatible", "compatible"),
            (docs, "in text or names", "in text or names"),
            (waived, "waived", "waived"),
        ];
        let said: Vec<String> = counts
            .iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, many)| format!("{count} {}", if *count == 1 { one } else { many }))
            .collect();
        if said.is_empty() { "no differences".to_owned() } else { said.join(", ") }
    }

    /// What the Rust axis comes to, in a few words.
    fn rust_counts(&self) -> Option<String> {
        let rust = self.rust.as_ref()?;
        if let Some(why) = &rust.failed {
            return Some(format!("could not be compared: {}", why.lines().next().unwrap_or_default()));
        }
        let count = |verdict| self.rust_changes().filter(|difference| difference.verdict == verdict).count();
        let said: Vec<String> = [RustVerdict::SourceBreak, RustVerdict::RunTimeBreak, RustVerdict::Additive]
            .into_iter()
            .map(|verdict| (count(verdict), verdict.as_str()))
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}{}", if count == 1 || what == "additive" { "" } else { "s" }))
            .collect();
        let counts = if said.is_empty() { "no differences".to_owned() } else { said.join(", ") };
        Some(match (&rust.current_version, &rust.recommended_version) {
            (Some(current), Some(version)) if version != current => {
                format!("{counts}; hero-api {current} should become {version}")
            }
            _ => counts,
        })
    }

    /// The one clear line that a run ends with.
    #[must_use]
    pub fn last_line(&self) -> String {
        let rust = self.rust_counts().map(|counts| format!("; Rust: {counts}")).unwrap_or_default();
        let what = match self.verdict {
            Verdict::Same if self.summary.waived > 0 => format!("same but for {} waived", self.summary.waived),
            Verdict::Same => "same".to_owned(),
            // Rust alone was asked for: what happens on the wire was not.
            _ if self.wire.is_none() => {
                format!("{}: Rust: {}", self.headline(), self.rust_counts().unwrap_or_default())
            }
            _ => format!("{}: {}{rust}", self.headline(), self.wire_counts()),
        };
        format!("drift: {what} (exit code {})", self.exit_code)
    }
}

/// `GET /a, GET /b and 3 more`.
fn some_operations(operations: &[String], most: usize) -> String {
    let named: Vec<&str> = operations.iter().take(most).map(String::as_str).collect();
    match operations.len().saturating_sub(most) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}

/// A value as text, over several lines when it is an object or a list.
fn value_text(value: &serde_json::Value) -> String {
    value.as_str().map_or_else(|| serde_json::to_string_pretty(value).unwrap_or_default(), str::to_owned)
}
