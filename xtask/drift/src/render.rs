//! The forms in which a report is shown, and the words that they share.

mod github;
mod groups;
mod html;
mod json;
mod markdown;
mod section;
mod text;

use super::{
    change::WireChange,
    difference::RustDifference,
    report::{Report, Summary},
    rust::RustVerdict,
    user_crate::{CallSite, Effect, UserCrate},
    verdict::{Breaks, Verdict},
};

pub use json::schema;

/// Packages of the user that a line names.
const NAMED_PACKAGES: usize = 3;

/// Causes that are listed beside one line of the user.
const CAUSES: usize = 3;

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
            (Verdict::Breaking, Breaks { yours: Some(true), .. }) => "breaks your code",
            (Verdict::Drift, Breaks { users: true, yours: Some(false), .. }) => "breaking, but not for you",
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
            (Verdict::Drift, _) if self.breaks.users => "merge when the tests pass: no line of your code is reached",
            (Verdict::Breaking, _) if self.breaks.yours == Some(true) => "change the lines below before you merge",
            (Verdict::Drift, true) => "merge when the tests pass: these bindings take what other clients do not expect",
            (Verdict::Drift, false) => "merge when the tests pass",
            (Verdict::Breaking, _) => "read the breaks before you merge",
            (Verdict::CannotTell, _) => "do not merge before the cause is known",
        }
    }

    /// The versions of the API: one, where both descriptions have the same.
    fn versions(&self) -> String {
        let (old, new) = (&self.base.api_version, &self.revision.api_version);
        if old == new { old.clone() } else { format!("{old} → {new}") }
    }

    /// The place to name in a waiver: that of the revision, or of the base where the revision has nothing.
    fn waiver_pointer(change: &WireChange) -> &str {
        let gone = change.before.is_some() && change.after.is_none();
        if gone { &change.old.pointer } else { &change.new.pointer }
    }

    /// The lines that break in the user's crates, with the crate of each.
    fn call_sites(&self) -> impl Iterator<Item = (&UserCrate, &CallSite)> {
        self.crates.iter().flatten().flat_map(|one| one.call_sites.iter().map(move |site| (one, site)))
    }

    /// Why a line breaks: the sentences of its differences, which say what to do. A Rust difference comes before what caused it.
    fn causes<'a>(&'a self, site: &'a CallSite) -> impl Iterator<Item = &'a str> {
        let rust = self.rust.as_ref().map(|rust| &rust.changes[..]).unwrap_or_default();
        let wire = self.wire.as_deref().unwrap_or_default();
        let rust = site.rust.iter().filter_map(|index| Some(rust.get(*index)?.sentence.as_str()));
        rust.chain(site.wire.iter().filter_map(|index| Some(wire.get(*index)?.sentence.as_str())))
    }

    /// What becomes of the user's crates, in a few words; nothing when none was given.
    fn crate_counts(&self) -> Option<String> {
        let crates = self.crates.as_ref()?;
        let names: Vec<&str> =
            crates.iter().flat_map(|one| &one.packages).map(String::as_str).take(NAMED_PACKAGES).collect();
        let names = if names.is_empty() { String::new() } else { format!(" in {}", names.join(", ")) };
        let count = |effect| crates.iter().map(|one| one.count(effect)).sum::<usize>();
        let lines = |count: usize| if count == 1 { "1 line".to_owned() } else { format!("{count} lines") };
        let verb =
            |count: usize, one: &str, many: &str| format!("{} {}", lines(count), if count == 1 { one } else { many });
        let (gone, at_run_time) = (count(Effect::NoLongerCompiles), count(Effect::BreaksAtRunTime));
        let mut said = Vec::new();
        if gone > 0 {
            said.push(verb(gone, "no longer compiles", "no longer compile"));
        }
        if at_run_time > 0 {
            said.push(verb(at_run_time, "breaks at run time", "break at run time"));
        }
        let unknown = crates.iter().filter(|one| one.failed.is_some()).count();
        if unknown > 0 {
            said.push(format!(
                "{unknown} {} not be checked",
                if unknown == 1 { "crate could" } else { "crates could" }
            ));
        }
        if said.is_empty() {
            said.push("nothing breaks".to_owned());
        }
        Some(format!("{}{names}", said.join(", ")))
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
        let yours = self.crate_counts().map(|counts| format!("; your code: {counts}")).unwrap_or_default();
        let what = match self.verdict {
            Verdict::Same if self.summary.waived > 0 => format!("same but for {} waived", self.summary.waived),
            Verdict::Same => "same".to_owned(),
            // Rust alone was asked for: what happens on the wire was not.
            _ if self.wire.is_none() => {
                format!("{}: Rust: {}", self.headline(), self.rust_counts().unwrap_or_default())
            }
            _ => format!("{}: {}{rust}{yours}", self.headline(), self.wire_counts()),
        };
        format!("drift: {what} (exit code {})", self.exit_code)
    }
}

/// `GET /a, GET /b and 3 more`.
fn some(names: &[String], most: usize) -> String {
    let first: Vec<&str> = names.iter().take(most).map(String::as_str).collect();
    match names.len().saturating_sub(most) {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}

/// A text with a capital letter.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// A value as text, over several lines when it is an object or a list.
fn value_text(value: &serde_json::Value) -> String {
    value.as_str().map_or_else(|| serde_json::to_string_pretty(value).unwrap_or_default(), str::to_owned)
}
