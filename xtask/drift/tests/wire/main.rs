//! The wire axis: single mutations with what has to be said of each, and properties.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the helpers of tests stop at what must not happen, as tests do")]
#![allow(clippy::too_many_lines, reason = "a table has as many lines as it has rows")]

mod operation_rows;
mod operations;
mod properties;
mod rust_verdicts;
mod same_meaning;
mod schema_rows;
mod schemas;
mod verdicts;

use document::Document;
use drift::{Class, Side, WireChange, compare};
use serde_json::Value;

/// The differences between two descriptions.
fn differences(old: &Value, new: &Value) -> Vec<WireChange> {
    let (old, new) = (document(old), document(new));
    compare(Side { value: &old.value, lines: &old.lines }, Side { value: &new.value, lines: &new.lines })
}

fn document(value: &Value) -> Document {
    Document::parse(&serde_json::to_string_pretty(value).unwrap()).unwrap()
}

/// The kinds and classes of differences, for a message.
fn shown(changes: &[WireChange]) -> String {
    let lines: Vec<String> = changes
        .iter()
        .map(|change| {
            format!("  {} {} {} | {}", change.class.as_str(), change.kind.id(), change.new.pointer, change.sentence)
        })
        .collect();
    lines.join("\n")
}

/// What is wrong with differences of which there has to be one, of this kind and class.
fn wrong(changes: &[WireChange], kind: &str, class: Class) -> Option<String> {
    match changes {
        [change] if change.kind.id() == kind && change.class == class => None,
        _ => Some(format!("expected {} {kind}, found {}\n{}", class.as_str(), changes.len(), shown(changes))),
    }
}
