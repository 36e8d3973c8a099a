//! From what was found to what is reported: places, lines, operations, words.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, HashMap},
};

use serde_json::Value;

use super::{Comparison, Found, Has, Owner, Side};
use crate::{
    address::{ByAddress, address},
    change::{Place, WireChange},
    class::{Class, Direction},
    fingerprint::{fingerprint, stable},
    locate::pointers,
    location::{Location, location},
};
use document::canonical;

/// Longest value that stands in a sentence, in characters.
const SHOWN: usize = 80;

/// The differences that were found, worst first, then in the order of the file.
pub(super) fn changes(comparison: Comparison<'_>, old: Side<'_>, new: Side<'_>) -> Vec<WireChange> {
    let wanted = |side: fn(&Found<'_>) -> usize| comparison.found.iter().map(side).collect();
    let old_pointers = pointers(old.value, wanted(|found| address(found.sides.old)));
    let new_pointers = pointers(new.value, wanted(|found| address(found.sides.new)));
    let reach = reach(&comparison);
    let mut changes = Vec::with_capacity(comparison.found.len());
    for found in comparison.found {
        let place = |pointers: &ByAddress<usize, String>, node: &Value, side: Side<'_>| {
            let pointer = pointers.get(&address(node)).cloned().unwrap_or_default();
            Place { line: side.lines.nearest(&pointer), pointer }
        };
        let places = (place(&old_pointers, found.sides.old, old), place(&new_pointers, found.sides.new, new));
        let mut operations: Vec<usize> =
            found.owners.iter().flat_map(|owner| reach.operations(owner)).copied().collect();
        operations.sort_unstable();
        operations.dedup();
        let labels: Vec<_> = operations.into_iter().map(|index| &comparison.labels[index]).collect();
        let names = labels.iter().map(|label| label.name.clone()).collect();
        let ids = labels.iter().filter_map(|label| label.id.clone()).collect();
        changes.push(change(found, places, (names, ids), (old.value, new.value)));
    }
    changes.sort_by(|one, other| {
        let key = |change: &WireChange| (Reverse(change.class), change.new.line, change.old.line, change.kind);
        key(one).cmp(&key(other)).then_with(|| one.fingerprint.cmp(&other.fingerprint))
    });
    // Two that cannot be told apart by what they say are told apart by their order.
    let mut seen: HashMap<String, usize> = HashMap::new();
    for change in &mut changes {
        let count = seen.entry(change.fingerprint.clone()).or_default();
        *count += 1;
        if *count > 1 {
            change.fingerprint = format!("{}-{count}", change.fingerprint);
        }
    }
    changes
}

fn change(
    found: Found<'_>,
    (old, new): (Place, Place),
    (operations, operation_ids): (Vec<String>, Vec<String>),
    roots: (&Value, &Value),
) -> WireChange {
    let Location { name, owner } =
        if found.sides.has == Has::Old { location(roots.0, &old.pointer) } else { location(roots.1, &new.pointer) };
    let used: Vec<_> = found.classes.iter().filter(|(_, direction)| *direction != Direction::Unused).collect();
    let counted = if used.is_empty() { found.classes.iter().collect() } else { used };
    let classes: BTreeSet<Class> = counted.iter().map(|(class, _)| *class).collect();
    let directions: BTreeSet<Direction> = counted.iter().map(|(_, direction)| *direction).collect();
    let worst = classes.last().copied().unwrap_or(Class::Docs);
    // That it is compatible the other way round is nothing to report beside a break.
    let classes = classes.into_iter().rev().filter(|class| *class == worst || class.is_breaking()).collect();
    let sentence = sentence(&found, &name, &owner);
    WireChange {
        fingerprint: fingerprint(
            found.kind,
            &found.detail,
            [&stable(roots.0, &old.pointer), &stable(roots.1, &new.pointer)],
            [found.before.as_ref(), found.after.as_ref()],
        ),
        kind: found.kind,
        class: worst,
        classes,
        directions: directions.into_iter().collect(),
        operations,
        operation_ids,
        location: name,
        sentence,
        old,
        new,
        before: found.before,
        after: found.after,
        rust: Vec::new(),
        waived: None,
    }
}

fn sentence(found: &Found<'_>, location: &str, owner: &str) -> String {
    let shown = |value: &Option<Value>| value.as_ref().map_or_else(|| "nothing".to_owned(), short);
    let mut text = String::new();
    let mut rest = found.kind.rule().sentence;
    // In one pass, so that braces in a value are left alone.
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        match name {
            "location" => text.push_str(location),
            "owner" => text.push_str(owner),
            "detail" => text.push_str(&found.detail),
            "before" => text.push_str(&shown(&found.before)),
            "after" => text.push_str(&shown(&found.after)),
            other => text.push_str(other),
        }
        rest = after;
    }
    text + rest
}

/// A value in a sentence.
fn short(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| canonical(value), str::to_owned);
    // Quotes around it are backticks.
    let text = text.replace('`', "'").split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = if text.chars().count() <= SHOWN { text } else { text.chars().take(SHOWN).chain(['…']).collect() };
    if shown.is_empty() { "an empty text".to_owned() } else { format!("`{shown}`") }
}

/// Which operations lead to which pairs, in order.
struct Reach {
    by_pair: ByAddress<usize, Vec<usize>>,
}

impl Reach {
    fn operations<'r>(&'r self, owner: &'r Owner) -> &'r [usize] {
        match owner {
            Owner::Operation(index) => std::slice::from_ref(index),
            Owner::Pair(pair) => self.by_pair.get(pair).map_or(&[], Vec::as_slice),
            Owner::Document => &[],
        }
    }
}

/// Walks from operations to differences, over nothing that does not lead to one.
fn reach(comparison: &Comparison<'_>) -> Reach {
    let mut leading = vec![false; comparison.pairs.len()];
    let mut waiting: Vec<usize> = comparison
        .found
        .iter()
        .flat_map(|found| &found.owners)
        .filter_map(|owner| if let Owner::Pair(pair) = owner { Some(*pair) } else { None })
        .collect();
    let mut children: ByAddress<usize, Vec<usize>> = ByAddress::default();
    let mut roots: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    while let Some(pair) = waiting.pop() {
        if std::mem::replace(&mut leading[pair], true) {
            continue;
        }
        for parent in &comparison.pairs[pair].parents {
            match parent {
                Owner::Operation(operation) => roots.entry(*operation).or_default().push(pair),
                Owner::Pair(parent) => {
                    children.entry(*parent).or_default().push(pair);
                    waiting.push(*parent);
                }
                Owner::Document => {}
            }
        }
    }
    let mut by_pair: ByAddress<usize, Vec<usize>> = ByAddress::default();
    for (operation, roots) in roots {
        let mut waiting = roots;
        while let Some(pair) = waiting.pop() {
            let known = by_pair.entry(pair).or_default();
            // One operation comes after the other, so that one that was here before is the last one.
            if known.last() != Some(&operation) {
                known.push(operation);
                waiting.extend(children.get(&pair).into_iter().flatten());
            }
        }
    }
    Reach { by_pair }
}
