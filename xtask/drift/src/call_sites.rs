//! Which lines of a user break: what the compiler says of them, beside the differences that cause it.

use crate::{
    compiler::{CompilerMessage, words},
    difference::RustDifference,
    marks::Mark,
    report::Report,
    rust::RustVerdict,
    user_crate::{CallSite, Effect},
};

/// What the compiler says of a user's crate.
#[derive(Clone, Copy, Debug)]
pub struct Compiled<'a> {
    /// With the bindings of the base, whose items carry [`Marks`](crate::Marks).
    pub base: &'a [CompilerMessage],
    /// With the bindings of the revision.
    pub revision: &'a [CompilerMessage],
}

/// The lines that break, and how many errors there are with the bindings of the base already.
///
/// `package` names the package of a message, or none where its lines are not of interest. `is_own` tells the packages whose
/// lines are the user's: what other packages use is not, but what no longer compiles in them breaks the user as well.
pub fn call_sites(
    report: &Report,
    compiled: Compiled<'_>,
    package: impl Fn(&CompilerMessage) -> Option<String>,
    is_own: impl Fn(&str) -> bool,
) -> (Vec<CallSite>, usize) {
    let is_error = |message: &&CompilerMessage| message.is_error && Mark::all_in(message).is_none();
    let before: Vec<&CompilerMessage> =
        compiled.base.iter().filter(is_error).filter(|message| package(message).is_some()).collect();
    let mut sites: Vec<CallSite> = Vec::new();
    for message in compiled.revision.iter().filter(is_error) {
        let Some(package) = package(message) else { continue };
        if before.iter().any(|other| other.is_like(message)) {
            continue;
        }
        let causes: Vec<usize> =
            marked_cause(message, compiled.base, report).or_else(|| cause(message, report)).into_iter().collect();
        let wire = causes.iter().flat_map(|index| changes(report)[*index].wire.clone()).collect();
        sites.push(site(Effect::NoLongerCompiles, package, message, message.text.clone(), causes, wire));
    }
    for message in compiled.base {
        let Some(marks) = Mark::all_in(message) else { continue };
        let Some(package) = package(message).filter(|package| is_own(package)) else { continue };
        let rust: Vec<usize> =
            marks.iter().filter_map(|mark| mark.rust()).filter(|index| is_run_time(report, *index)).collect();
        let wire: Vec<usize> = marks.iter().filter_map(|mark| mark.wire()).collect();
        let is_known = sites.iter().any(|site| site.file == message.file && site.line == message.line);
        if is_known || rust.is_empty() && wire.is_empty() {
            continue;
        }
        sites.push(site(Effect::BreaksAtRunTime, package, message, used(&message.text), rust, wire));
    }
    sites.sort_by(|one, other| (one.effect, &one.file, one.line).cmp(&(other.effect, &other.file, other.line)));
    (sites, before.len())
}

fn site(
    effect: Effect,
    package: String,
    message: &CompilerMessage,
    text: String,
    rust: Vec<usize>,
    wire: Vec<usize>,
) -> CallSite {
    let CompilerMessage { file, line, source, .. } = message.clone();
    CallSite { effect, package, file, line, code: source, message: text, rust, wire }
}

fn changes(report: &Report) -> &[RustDifference] {
    report.rust.as_ref().map(|rust| &rust.changes[..]).unwrap_or_default()
}

fn is_run_time(report: &Report, index: usize) -> bool {
    changes(report).get(index).is_some_and(|change| change.verdict == RustVerdict::RunTimeBreak)
}

/// What a line uses, in place of the words of the lint.
fn used(text: &str) -> String {
    let rest = text.strip_prefix("use of deprecated ").unwrap_or(text);
    let mut parts = rest.splitn(3, '`');
    let kind = parts.next().unwrap_or_default().trim();
    let path = parts.next().unwrap_or_default();
    // `Thing::<T>::id`: the name comes after the last `::` outside of what is generic.
    let name = path.rsplit("::").next().unwrap_or_default().trim_end_matches('>');
    format!("uses the {kind} `{name}`")
}

/// The source break whose item the compiler saw on the line, with the bindings of the base.
fn marked_cause(error: &CompilerMessage, base: &[CompilerMessage], report: &Report) -> Option<usize> {
    let on_the_line = base.iter().filter(|message| message.file == error.file && message.line == error.line);
    let marks = on_the_line.filter_map(Mark::all_in).flatten().filter_map(Mark::rust);
    let breaks = marks
        .filter(|index| changes(report).get(*index).is_some_and(|change| change.verdict == RustVerdict::SourceBreak));
    breaks.max_by_key(|index| score(error, &changes(report)[*index].item))
}

/// The breaking change whose item an error names, as an index.
#[must_use]
pub fn cause(error: &CompilerMessage, report: &Report) -> Option<usize> {
    let breaking = changes(report).iter().enumerate().filter(|(_, change)| change.verdict.is_breaking());
    let scored = breaking.filter_map(|(index, change)| Some((score(error, &change.item)?, index)));
    // Of several that fit as well, the first: they are in order, the worst first.
    scored.rev().max_by_key(|(score, _)| *score).map(|(_, index)| index)
}

/// How much of an item an error names; nothing unless it names the item itself.
fn score(error: &CompilerMessage, item: &str) -> Option<usize> {
    let item: Vec<&str> = words(item).collect();
    let (last, around) = item.split_last()?;
    let is_named = |word: &&&str| error.words.contains(**word);
    error.words.contains(*last).then(|| 1 + around.iter().filter(is_named).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_line_uses_is_named_shortly() {
        let text = "use of deprecated method `hero_api::generated::things::GetThing::id`: drift:r1";
        assert_eq!(used(text), "uses the method `id`");
        assert_eq!(used("use of deprecated field `hero_api::Thing::size`: x"), "uses the field `size`");
    }
}
