//! The Rust axis beside the wire axis: which difference of the crates comes from which difference on the wire.

use std::{collections::BTreeMap, fs, path::Path};

use super::{
    change::Change,
    report::{RustAxis, RustDifference, RustVerdict},
    rules::Kind,
    rust::{self, RustChange},
    source::Read,
};
use crate::{
    document::sha256_hex,
    error::Result,
    lock::Lock,
    normalise::Names,
    pipeline::{self, Input, Output},
    workspace,
};

/// How much deeper a wire difference may stand than the place that a Rust difference names.
const NEAR: usize = 3;

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

/// Sends both descriptions through the pipeline and compares the crates.
///
/// The corrections and the names that the workspace keeps belong to its own description: they count where that is the
/// base.
pub(super) fn axis(root: &Path, base: &Read, revision: &Read, lock: Option<&Lock>, wire: &mut [Change]) -> RustAxis {
    let current_version = version(root);
    let generated = || -> Result<(Output, Output)> {
        let overlays = if lock.is_some() { workspace::overlays(root)? } else { Vec::new() };
        let known = lock.map(Lock::names).unwrap_or_default();
        let run = |read: &Read, known: Names| {
            pipeline::run(Input { known, ..Input::new(&read.bytes, &overlays, "file") })
                .map_err(|error| error.file(&read.described.name))
        };
        let old = run(base, known)?;
        // What was named once keeps its name, as an update would have it.
        let new = run(revision, old.names.clone())?;
        Ok((old, new))
    };
    match generated() {
        Err(error) => RustAxis { failed: Some(format!("{error:#}")), current_version, ..RustAxis::default() },
        Ok((old, new)) => {
            let changes = rust::compare(&old, &new);
            let recommended_version =
                current_version.as_deref().map(|current| rust::recommended_version(current, &changes));
            let changes = tied(changes, wire);
            RustAxis { failed: None, current_version, recommended_version, changes }
        }
    }
}

/// The version of `hero-api` in this workspace.
fn version(root: &Path) -> Option<String> {
    let table = |path: &str| fs::read_to_string(root.join(path)).ok()?.parse::<toml::Table>().ok();
    let own = table("hero-api/Cargo.toml")
        .and_then(|manifest| manifest.get("package")?.get("version")?.as_str().map(str::to_owned));
    own.or_else(|| table("Cargo.toml")?.get("workspace")?.get("package")?.get("version")?.as_str().map(str::to_owned))
}

fn tied(changes: Vec<RustChange>, wire: &mut [Change]) -> Vec<RustDifference> {
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
            let RustChange { verdict, item, before, after, sentence, operations, .. } = change;
            let verdict = match verdict {
                rust::RustVerdict::Additive => RustVerdict::Additive,
                rust::RustVerdict::RunTimeBreak => RustVerdict::RunTimeBreak,
                rust::RustVerdict::SourceBreak => RustVerdict::SourceBreak,
            };
            let print = [verdict.as_str(), &item, before.as_deref().unwrap_or(""), after.as_deref().unwrap_or("")];
            RustDifference {
                fingerprint: sha256_hex(print.join("\n").as_bytes())[..16].to_owned(),
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

/// The wire differences that stand where the Rust difference comes from: the nearest ones.
fn causes(change: &RustChange, wire: &[Change]) -> Vec<usize> {
    let mut best = (usize::MAX, Vec::new());
    for (index, candidate) in wire.iter().enumerate().filter(|(_, candidate)| !TEXT.contains(&candidate.kind)) {
        let places = [candidate.old.pointer.as_str(), candidate.new.pointer.as_str()];
        let pairs = change.pointers.iter().flat_map(|pointer| places.map(|place| (pointer.as_str(), place)));
        let Some(distance) = pairs.filter_map(|(pointer, place)| distance(pointer, place)).min() else { continue };
        if distance < best.0 {
            best = (distance, Vec::new());
        }
        if distance == best.0 {
            best.1.push(index);
        }
    }
    best.1
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
    // Several near places below one name are all its causes; what is around it is one only where nothing is below.
    match (below(place, pointer), below(pointer, place)) {
        (Some(depth), _) if depth <= NEAR => Some(0),
        (Some(depth), _) => Some(depth),
        (None, Some(depth)) => Some(100 + depth),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_below_is_nearer_than_what_stands_around() {
        let name = "/components/schemas/Patient/properties/email";
        assert_eq!(distance(name, "/components/schemas/Patient/properties/email/type"), Some(0));
        assert!(distance(name, "/components/schemas/Patient").unwrap() > 100);
        assert_eq!(distance(name, "/components/schemas/Patient/properties/email_2"), None);
        assert_eq!(distance(name, ""), None);
    }
}
