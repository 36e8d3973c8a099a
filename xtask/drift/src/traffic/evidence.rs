//! How often something was seen, and how often is enough, in words.

use super::{
    ENOUGH_MESSAGES, ENOUGH_TO_DROP, ENOUGH_TO_RAISE,
    read::{Key, Seen},
};

/// How often it was seen, in words: "seen in 1,204 of 1,204 responses".
pub(super) fn evidence(key: &Key, seen: &Seen) -> String {
    let messages = if key.is_request { "requests" } else { "responses" };
    if key.kind == "always-there" {
        return format!("there in all of {} objects, in {} {messages}", grouped(seen.times), grouped(seen.of));
    }
    let mut text = format!("seen in {} of {} {messages}", grouped(seen.messages), grouped(seen.of));
    if seen.times > seen.messages {
        text.push_str(&format!(", {} times", grouped(seen.times)));
    }
    if key.kind == "missing" && seen.messages < ENOUGH_TO_DROP {
        text.push_str(&format!("; {ENOUGH_TO_DROP} are needed to propose that it is optional"));
    }
    text
}

/// What is enough, in words: for the page on drift and for the head of an overlay.
pub(super) fn thresholds() -> String {
    format!(
        "A field is proposed as optional when it was missing in {ENOUGH_TO_DROP} messages or more, and as required when it was in \
         each of {ENOUGH_TO_RAISE} objects or more, in {ENOUGH_MESSAGES} messages or more."
    )
}

/// A number with commas.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}

/// A word that a description or a file gave, in backticks.
pub(super) fn word(text: &str) -> String {
    format!("`{}`", text.replace('`', "'"))
}
