//! The variants of a union: which of the lock's each of its alternatives is.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{
    TypeRecord,
    graph::target_of,
    shape::{Likeness, Shape},
};

/// An alternative of a union in the new document.
pub(super) struct Alternative<'a> {
    pub(super) title: &'a str,
    /// The title is not the vendor's.
    pub(super) is_derived: bool,
    pub(super) target: Option<&'a str>,
    pub(super) shape: Shape,
}

pub(super) fn alternatives<'a>(components: &Map<String, Value>, union: &'a Value) -> Vec<Alternative<'a>> {
    let members = union.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    members
        .map(|member| Alternative {
            title: member.get("title").and_then(Value::as_str).unwrap_or_default(),
            is_derived: member.get(super::DERIVED_TITLE).is_some(),
            target: target_of(member),
            shape: Shape::of(components, member),
        })
        .collect()
}

/// The lock's name for each alternative that it knows, in their order.
///
/// An alternative is recognised by the value of its tag, by its type, by a title that the vendor gave it, and then by its
/// shape. Its place in the list decides only between alternatives of one shape.
pub(super) fn recognised(
    known: &TypeRecord,
    types: &BTreeMap<String, TypeRecord>,
    alternatives: &[Alternative<'_>],
    old_name: &dyn Fn(&str) -> Option<String>,
) -> Vec<Option<String>> {
    type Fits<'f> = dyn Fn(&(&String, &String, Shape), &Alternative<'_>) -> bool + 'f;

    let shape_of =
        |target: &str| types.get(target).map_or_else(|| Shape::of_line(target), |record| record.shape.clone());
    let old: Vec<(&String, &String, Shape)> =
        known.variants.iter().map(|(name, target)| (name, target, shape_of(target))).collect();
    let mut names: Vec<Option<String>> = vec![None; alternatives.len()];
    let mut found: BTreeSet<&String> = BTreeSet::new();
    let by_tag: &Fits<'_> = &|(_, _, shape), new| shape.shares_tag(&new.shape);
    let by_type: &Fits<'_> = &|(_, target, _), new| new.target.and_then(old_name).is_some_and(|name| name == **target);
    let by_title: &Fits<'_> = &|(name, _, _), new| !new.is_derived && *name == new.title;
    let by_shape: &Fits<'_> = &|(_, _, shape), new| shape.likeness(&new.shape) == Likeness::Same;
    let by_both: &Fits<'_> = &|(name, _, shape), new| {
        *name == new.title && !is_number(new.title) && shape.likeness(&new.shape) >= Likeness::Alike
    };
    // Alternatives of one shape, which are told apart by their limits at most: each keeps the name that its place gave it.
    let by_place: &Fits<'_> =
        &|(name, _, shape), new| *name == new.title && shape.likeness(&new.shape) == Likeness::Same;
    for fits in [by_tag, by_type, by_title, by_shape, by_both, by_place] {
        let fits = |old: &(&String, &String, Shape), new: &Alternative<'_>| {
            old.2.likeness(&new.shape) != Likeness::Opposite && fits(old, new)
        };
        // Only where both sides have no other choice.
        let open: Vec<usize> = (0..alternatives.len()).filter(|index| names[*index].is_none()).collect();
        let mut pairs = Vec::new();
        for old in old.iter().filter(|(name, _, _)| !found.contains(name)) {
            let candidates: Vec<usize> =
                open.iter().copied().filter(|index| fits(old, &alternatives[*index])).collect();
            if let [index] = candidates[..] {
                pairs.push((old.0, index));
            }
        }
        for (name, index) in &pairs {
            if pairs.iter().filter(|(_, other)| other == index).count() == 1 {
                names[*index] = Some((*name).clone());
                found.insert(*name);
            }
        }
    }
    names
}

/// `Variant2`: a name by place.
fn is_number(title: &str) -> bool {
    title.strip_prefix("Variant").is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit()))
}
