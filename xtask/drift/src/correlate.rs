//! Correlates the axes: which difference of the crates comes from which difference on the wire.

use std::collections::BTreeMap;

use super::{
    change::WireChange,
    difference::{RustAxis, RustDifference},
    parsed::ParsedDescription,
    rules::Kind,
    rust::{self, Moved, RustChange},
};
use codegen::{
    normalise::Names,
    pipeline::{self, Input, Output},
};
use document::{error::Result, sha256_hex};

/// How much deeper than the place that a Rust difference names a wire difference is as near as one at the place.
const NEAR: usize = 1;

/// Wire differences that one Rust difference names. It seldom has more causes, and a list of all that touch a type says
/// nothing.
const MOST: usize = 5;

/// Text, from which no Rust item is made.
const TEXT: [Kind; 8] = [
    Kind::DescriptionChanged,
    Kind::SummaryChanged,
    Kind::ExampleChanged,
    Kind::ExternalDocsChanged,
    Kind::CommentChanged,
    Kind::InfoChanged,
    Kind::TagDescribed,
    Kind::ApiVersionChanged,
];

/// What the workspace adds to a comparison of crates. It belongs to the locked description: without it, when the base is
/// another file.
#[derive(Clone, Debug, Default)]
pub struct RustContext {
    /// The corrections, each with its name.
    pub overlays: Vec<(String, Vec<u8>)>,
    /// The names that operations and types have.
    pub known: Names,
    /// The version of `hero-api`.
    pub version: Option<String>,
}

/// Sends both descriptions through the pipeline and compares the crates; gives these too, where both could be made.
pub(super) fn axis(
    context: &RustContext,
    base: &ParsedDescription,
    revision: &ParsedDescription,
    wire: &mut [WireChange],
) -> (RustAxis, Option<(Output, Output)>) {
    let current_version = context.version.clone();
    let generated = || -> Result<(Output, Output)> {
        let run = |read: &ParsedDescription, known: Names| {
            pipeline::run(Input { known, ..Input::new(&read.bytes, &context.overlays, "file") })
                .map_err(|error| error.file(&read.described.name))
        };
        let old = run(base, context.known.clone())?;
        // What was named once keeps its name, as an update would have it.
        let new = run(revision, old.names.clone())?;
        Ok((old, new))
    };
    match generated() {
        Err(error) => (RustAxis { failed: Some(format!("{error:#}")), current_version, ..RustAxis::default() }, None),
        Ok((old, new)) => {
            let changes = rust::compare_moved(&old, &new, &moved(wire));
            let recommended_version =
                current_version.as_deref().map(|current| rust::recommended_version(current, &changes));
            let changes = correlated(changes, wire);
            (RustAxis { failed: None, current_version, recommended_version, changes }, Some((old, new)))
        }
    }
}

/// The operations that moved on the wire.
fn moved(wire: &[WireChange]) -> Moved {
    let moved = wire.iter().filter(|change| change.kind == Kind::OperationMoved);
    let places = |change: &WireChange| {
        let text = |value: &Option<serde_json::Value>| value.as_ref()?.as_str().map(str::to_owned);
        Some((text(&change.before)?, text(&change.after)?))
    };
    moved.filter_map(places).collect()
}

fn correlated(changes: Vec<RustChange>, wire: &mut [WireChange]) -> Vec<RustDifference> {
    let mut by_id: BTreeMap<String, String> = BTreeMap::new();
    for change in wire.iter().filter(|change| change.operations.len() == change.operation_ids.len()) {
        by_id.extend(change.operation_ids.iter().cloned().zip(change.operations.iter().cloned()));
    }
    changes
        .into_iter()
        .enumerate()
        .map(|(index, change)| {
            let causes = causes(&change, wire);
            for cause in &causes {
                wire[*cause].rust.push(index);
            }
            let RustChange { rule, verdict, item, before, after, sentence, operations, .. } = change;
            let print = [verdict.as_str(), &item, before.as_deref().unwrap_or(""), after.as_deref().unwrap_or("")];
            RustDifference {
                fingerprint: sha256_hex(print.join("\n").as_bytes())[..16].to_owned(),
                rule,
                verdict,
                item,
                before,
                after,
                sentence,
                operations: operations.into_iter().map(|id| by_id.get(&id).cloned().unwrap_or(id)).collect(),
                wire: causes,
                waived: None,
            }
        })
        .collect()
}

/// The wire differences that stand where the Rust difference comes from: those of its value, or else the nearest ones.
fn causes(change: &RustChange, wire: &[WireChange]) -> Vec<usize> {
    let mut near: Vec<(usize, usize)> = Vec::new();
    for (index, candidate) in wire.iter().enumerate().filter(|(_, candidate)| !TEXT.contains(&candidate.kind)) {
        let pairs = change.pointers.iter().flat_map(|pointer| places(candidate).map(|place| (pointer.as_str(), place)));
        near.extend(
            pairs.filter_map(|(pointer, place)| distance(pointer, place)).min().map(|distance| (distance, index)),
        );
    }
    if let Some(value) = &change.value {
        let is_of_value = |one: &WireChange| {
            [&one.before, &one.after].into_iter().flatten().any(|known| known.as_str() == Some(value))
        };
        let of_value: Vec<usize> =
            near.iter().map(|(_, index)| *index).filter(|index| is_of_value(&wire[*index])).collect();
        if !of_value.is_empty() {
            return of_value;
        }
    }
    let nearest = near.iter().map(|(distance, _)| *distance).min();
    near.into_iter().filter(|(distance, _)| Some(*distance) == nearest).map(|(_, index)| index).take(MOST).collect()
}

/// Where a wire difference stands. A side that has nothing there names only what would hold it, which holds much else.
fn places(change: &WireChange) -> impl Iterator<Item = &str> {
    let (old, new) = (change.old.pointer.as_str(), change.new.pointer.as_str());
    let (old, new) = match (&change.before, &change.after) {
        (Some(_), None) => (Some(old), None),
        (None, Some(_)) => (None, Some(new)),
        _ => (Some(old), Some(new)),
    };
    old.into_iter().chain(new)
}

/// Whether a place is that of one path or component, or is in it: what is around holds all of them.
fn is_in_one(place: &str) -> bool {
    place.matches('/').count() >= if place.starts_with("/components") { 3 } else { 2 }
}

/// How far a wire difference at `place` is from what a Rust difference names: nothing where neither holds the other.
fn distance(pointer: &str, place: &str) -> Option<usize> {
    let below = |inner: &str, outer: &str| -> Option<usize> {
        let rest = inner.strip_prefix(outer)?;
        (rest.is_empty() || rest.starts_with('/')).then(|| rest.matches('/').count())
    };
    if pointer.is_empty() || place.is_empty() {
        return None;
    }
    // What is around a name is its cause only where nothing is below.
    match (below(place, pointer), below(pointer, place)) {
        (Some(depth), _) if depth <= NEAR => Some(0),
        (Some(depth), _) => Some(depth),
        (None, Some(depth)) if is_in_one(place) => Some(100 + depth),
        (None, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_below_is_nearer_than_what_is_around() {
        let name = "/components/schemas/Patient/properties/email";
        assert_eq!(distance(name, "/components/schemas/Patient/properties/email/type"), Some(0));
        assert!(distance(name, "/components/schemas/Patient").unwrap() > 100);
        assert_eq!(distance(name, "/components/schemas/Patient/properties/email_2"), None);
        assert_eq!(distance(name, ""), None);
        assert_eq!(distance(name, "/components/schemas"), None);
        assert_eq!(distance("/paths/~1a/get", "/paths"), None);
    }
}
