//! What has another name in the new crate and is the same thing.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{
    Moved,
    item::{Shape, TypeItem},
    spelling::{replaced, words},
    surface::Surface,
};
use codegen::model::{Model, Operation};

/// Old names → new names, of what is in both crates.
#[derive(Debug, Default)]
pub(super) struct Renames {
    /// By `operationId`; those that kept it too.
    pub(super) operations: BTreeMap<String, String>,
    /// Only those whose name changed.
    pub(super) types: BTreeMap<String, String>,
}

/// Types that share less than this part of their fields, in per cent, are two types.
const SIMILAR: usize = 50;

impl Renames {
    /// Finds what was renamed: operations by method and path, or as the wire axis says that they moved; types by the places
    /// at which they are used.
    pub(super) fn between(old: (&Surface, &Model), new: (&Surface, &Model), moved: &Moved) -> Self {
        let mut renames = Self { operations: operations(old.1, new.1, moved), types: BTreeMap::new() };
        let mut taken = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut waiting: VecDeque<(String, String)> = renames.roots(old, new).into();
        while let Some((before, after)) = waiting.pop_front() {
            if !seen.insert((before.clone(), after.clone())) {
                continue;
            }
            let (Some(one), Some(other)) = (old.0.types.get(&before), new.0.types.get(&after)) else { continue };
            if before != after {
                let is_free = !new.0.types.contains_key(&before) && !old.0.types.contains_key(&after);
                if !is_free || !similar(one, other) || renames.types.contains_key(&before) || taken.contains(&after) {
                    continue;
                }
                taken.insert(after.clone());
                renames.types.insert(before, after);
            }
            for (one, other) in parts(one, other) {
                waiting.extend(aligned((old.0, one), (new.0, other)));
            }
        }
        renames
    }

    /// The types that paired operations use at the same places.
    fn roots(&self, old: (&Surface, &Model), new: (&Surface, &Model)) -> Vec<(String, String)> {
        let mut roots = Vec::new();
        for (before, after) in &self.operations {
            let (Some(before), Some(after)) = (old.1.operation(before), new.1.operation(after)) else { continue };
            if let (Some(one), Some(other)) =
                (old.0.requests.get(&before.type_name), new.0.requests.get(&after.type_name))
            {
                roots.extend(aligned((old.0, &one.output), (new.0, &other.output)));
                for (setter, ty) in &one.inputs {
                    let input = other.inputs.get(setter);
                    roots.extend(input.into_iter().flat_map(|input| aligned((old.0, ty), (new.0, input))));
                }
            }
            for response in &before.errors {
                let same = after.errors.iter().find(|other| other.status == response.status);
                let schemas = same.and_then(|same| Some((response.schema.as_deref()?, same.schema.as_deref()?)));
                roots.extend(schemas.into_iter().map(|(one, other)| {
                    (heck::ToPascalCase::to_pascal_case(one), heck::ToPascalCase::to_pascal_case(other))
                }));
            }
        }
        roots
    }

    /// The name of an old type in the new crate.
    pub(super) fn ty<'a>(&'a self, old: &'a str) -> &'a str {
        self.types.get(old).map_or(old, String::as_str)
    }

    /// A piece of old Rust in the names of the new crate.
    pub(super) fn applied(&self, text: &str) -> String {
        if self.types.is_empty() { text.to_owned() } else { replaced(text, |word| self.ty(word)) }
    }
}

fn operations(old: &Model, new: &Model, moved: &Moved) -> BTreeMap<String, String> {
    let mut pairs = BTreeMap::new();
    for before in &old.operations {
        let is_new = |after: &&Operation| old.operation(&after.id).is_none();
        let renamed = || new.operations.iter().find(|after| address(after) == address(before) && is_new(after));
        let moved = || {
            let now = moved.get(&format!("{} {}", before.method.to_uppercase(), before.path))?;
            let is_it = |after: &&Operation| format!("{} {}", after.method.to_uppercase(), after.path) == *now;
            new.operations.iter().find(|after| is_it(after) && is_new(after))
        };
        if let Some(after) = new.operation(&before.id).or_else(renamed).or_else(moved) {
            pairs.insert(before.id.clone(), after.id.clone());
        }
    }
    pairs
}

/// Method and path, without the names of parameters.
fn address(operation: &Operation) -> String {
    let path: Vec<&str> = operation
        .path
        .split('/')
        .map(|segment| if segment.starts_with('{') && segment.ends_with('}') { "{}" } else { segment })
        .collect();
    format!("{} {}", operation.method, path.join("/"))
}

/// The types of ours that two pieces of Rust name at the same places.
fn aligned(old: (&Surface, &str), new: (&Surface, &str)) -> Vec<(String, String)> {
    let before: Vec<&str> = words(old.1).filter(|word| old.0.types.contains_key(*word)).collect();
    let after: Vec<&str> = words(new.1).filter(|word| new.0.types.contains_key(*word)).collect();
    if before.len() != after.len() {
        return Vec::new();
    }
    before.into_iter().zip(after).map(|(one, other)| (one.to_owned(), other.to_owned())).collect()
}

/// What two types hold under the same name.
fn parts<'a>(old: &'a TypeItem, new: &'a TypeItem) -> Vec<(&'a str, &'a str)> {
    match (&old.shape, &new.shape) {
        (Shape::Struct(before), Shape::Struct(after)) => before
            .iter()
            .filter_map(|field| {
                let same = after.iter().find(|other| other.wire == field.wire)?;
                Some((field.ty.as_str(), same.ty.as_str()))
            })
            .collect(),
        (Shape::Wrapper { inner: before, .. }, Shape::Wrapper { inner: after, .. }) => vec![(before, after)],
        (Shape::Enum(before), Shape::Enum(after)) => before
            .iter()
            .filter_map(|variant| {
                let same = after.iter().find(|other| other.name == variant.name)?;
                Some((variant.payload.as_deref()?, same.payload.as_deref()?))
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// Whether two types are near enough to be one under two names.
fn similar(old: &TypeItem, new: &TypeItem) -> bool {
    let names = |shape: &Shape| -> Option<BTreeSet<String>> {
        match shape {
            Shape::Struct(fields) => Some(fields.iter().map(|field| field.wire.clone()).collect()),
            Shape::Enum(variants) => Some(variants.iter().map(|variant| variant.name.clone()).collect()),
            _ => None,
        }
    };
    match (&old.shape, &new.shape) {
        (Shape::Wrapper { .. }, Shape::Wrapper { .. }) => true,
        (Shape::Struct(_), Shape::Struct(_)) | (Shape::Enum(_), Shape::Enum(_)) => {
            let (Some(before), Some(after)) = (names(&old.shape), names(&new.shape)) else { return false };
            let common = before.intersection(&after).count();
            let all = before.union(&after).count();
            all == 0 || common * 100 >= all * SIMILAR
        }
        _ => false,
    }
}
