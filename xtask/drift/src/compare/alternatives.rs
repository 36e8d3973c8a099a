//! Which alternatives of two lists are the same ones: by tag, by name, by meaning, and then by likeness; never by position.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

use crate::{
    address::address,
    resolve::{Description, members, reference, same, text},
    shape::{Shape, shape},
};
use document::canonical;

/// Likeness from which two alternatives can be the same one, in percent.
const ALIKE: usize = 50;

/// Pairs of alternatives whose likeness is looked at.
const LIKENESS_BUDGET: usize = 40_000;

/// One of several alternatives.
pub(super) struct Alternative<'a> {
    pub(super) node: &'a Value,
    pub(super) shape: Shape<'a>,
    /// The name of the component that it refers to.
    pub(super) name: Option<&'a str>,
}

/// Alternatives, and what names them.
pub(super) struct Alternatives<'a> {
    description: Description<'a>,
    pub(super) list: Vec<Alternative<'a>>,
    /// The names that the mapping of the discriminator gives to schemas, by address.
    mapped: HashMap<usize, &'a str>,
    discriminator: Option<&'a str>,
}

impl<'a> Alternatives<'a> {
    pub(super) fn new(description: Description<'a>, branches: &[&'a Value], discriminator: Option<&'a Value>) -> Self {
        let list = branches
            .iter()
            .map(|node| Alternative { node, shape: shape(description, &[node]), name: component_name(node) })
            .collect();
        let mapping = members(discriminator.and_then(|discriminator| discriminator.get("mapping")));
        let mapped = mapping
            .filter_map(|(name, value)| Some((address(description.follow(description.mapped(value.as_str()?)?)), name)))
            .collect();
        let discriminator = discriminator.and_then(|discriminator| text(discriminator, "propertyName"));
        Self { description, list, mapped, discriminator }
    }

    /// The value by which an alternative is told apart, when it has one.
    fn tag(&self, alternative: &Alternative<'a>, field: Option<&str>) -> Option<String> {
        let by_field = field.and_then(|field| single_value(self.description, &alternative.shape, field));
        let by_mapping = || {
            let named = self.mapped.get(&address(self.description.follow(alternative.node))).copied();
            let name = named.or(alternative.name).filter(|_| self.discriminator.is_some());
            name.map(|name| canonical(&Value::from(name)))
        };
        by_field.or_else(by_mapping)
    }

    /// The fields that have a single value in some alternative, each with the number of different values.
    fn tag_fields(&self) -> BTreeMap<&'a str, usize> {
        let mut values: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for alternative in &self.list {
            for name in alternative.shape.properties.keys() {
                if let Some(value) = single_value(self.description, &alternative.shape, name) {
                    values.entry(name).or_default().insert(value);
                }
            }
        }
        values.into_iter().map(|(name, values)| (name, values.len())).collect()
    }

    /// The tag with all other fields that have a single value: several alternatives may share the tag, and differ in these.
    fn full_tag(&self, alternative: &Alternative<'a>, field: Option<&str>) -> Option<String> {
        let values =
            alternative.shape.properties.keys().filter_map(|name| {
                Some(format!("{name}={}", single_value(self.description, &alternative.shape, name)?))
            });
        let tag = self.tag(alternative, field)?;
        Some([tag].into_iter().chain(values).collect::<Vec<_>>().join("\n"))
    }

    fn keys(&self, key: impl Fn(&Alternative<'a>) -> Option<String>) -> Vec<Option<String>> {
        self.list.iter().map(key).collect()
    }
}

/// The field that tells the alternatives of both lists apart.
fn tag_field<'a>(old: &Alternatives<'a>, new: &Alternatives<'a>) -> Option<&'a str> {
    old.discriminator
        .filter(|field| new.discriminator.is_none_or(|other| other == *field))
        .or(new.discriminator)
        .or_else(|| {
            let after = new.tag_fields();
            let both = old.tag_fields().into_iter().filter_map(|(name, count)| Some((count + after.get(name)?, name)));
            both.max_by_key(|(count, name)| (*count, std::cmp::Reverse(*name))).map(|(_, name)| name)
        })
}

/// Pairs of indexes of alternatives that are the same ones.
pub(super) fn paired(old: &Alternatives<'_>, new: &Alternatives<'_>) -> Vec<(usize, usize)> {
    let mut pairs = Pairs { list: Vec::new(), old: vec![false; old.list.len()], new: vec![false; new.list.len()] };
    let field = tag_field(old, new);
    let tags = (old.keys(|one| old.tag(one, field)), new.keys(|one| new.tag(one, field)));
    if has_duplicates(&tags.0) || has_duplicates(&tags.1) {
        pairs.by_key(&old.keys(|one| old.full_tag(one, field)), &new.keys(|one| new.full_tag(one, field)));
    }
    pairs.by_key(&tags.0, &tags.1);
    pairs.by_key(&old.keys(|one| one.name.map(str::to_owned)), &new.keys(|one| one.name.map(str::to_owned)));
    if pairs.list.len() < old.list.len().min(new.list.len()) {
        let content = |side: &Alternatives<'_>| side.keys(|one| Some(canonical(side.description.follow(one.node))));
        pairs.by_key(&content(old), &content(new));
        let title = |side: &Alternatives<'_>| {
            side.keys(|one| text(side.description.follow(one.node), "title").map(str::to_owned))
        };
        pairs.by_key(&title(old), &title(new));
        pairs.by_likeness(old, new, &tags);
    }
    pairs.list
}

fn has_duplicates(tags: &[Option<String>]) -> bool {
    let mut known = BTreeSet::new();
    tags.iter().flatten().any(|tag| !known.insert(tag))
}

struct Pairs {
    list: Vec<(usize, usize)>,
    old: Vec<bool>,
    new: Vec<bool>,
}

impl Pairs {
    fn insert(&mut self, old: usize, new: usize) {
        self.list.push((old, new));
        self.old[old] = true;
        self.new[new] = true;
    }

    fn by_key(&mut self, old: &[Option<String>], new: &[Option<String>]) {
        let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, key) in new.iter().enumerate().filter(|(index, _)| !self.new[*index]) {
            if let Some(key) = key {
                places.entry(key).or_default().push(index);
            }
        }
        for places in places.values_mut() {
            places.reverse();
        }
        for (index, key) in old.iter().enumerate() {
            let Some(places) = key.as_deref().and_then(|key| places.get_mut(key)).filter(|_| !self.old[index]) else {
                continue;
            };
            if let Some(place) = places.pop() {
                self.insert(index, place);
            }
        }
    }

    fn by_likeness(
        &mut self,
        old: &Alternatives<'_>,
        new: &Alternatives<'_>,
        tags: &(Vec<Option<String>>, Vec<Option<String>>),
    ) {
        let left = |taken: &[bool]| (0..taken.len()).filter(|index| !taken[*index]).collect::<Vec<_>>();
        let (old_left, new_left) = (left(&self.old), left(&self.new));
        if old_left.len().saturating_mul(new_left.len()) > LIKENESS_BUDGET {
            return;
        }
        let mut scores: Vec<(usize, usize, usize)> = Vec::new();
        for one in &old_left {
            for other in &new_left {
                // Two values of the tag are two alternatives, however alike they are.
                let is_apart = tags.0[*one].is_some() && tags.1[*other].is_some() && tags.0[*one] != tags.1[*other];
                let score = likeness((old, &old.list[*one].shape), (new, &new.list[*other].shape));
                if score >= ALIKE && !is_apart {
                    scores.push((score, *one, *other));
                }
            }
        }
        scores.sort_by_key(|(score, old, new)| (std::cmp::Reverse(*score), *old, *new));
        for (_, old, new) in scores {
            if !self.old[old] && !self.new[new] {
                self.insert(old, new);
            }
        }
    }
}

/// The only value that a field can have.
pub(super) fn single_value(description: Description<'_>, shape_of: &Shape<'_>, field: &str) -> Option<String> {
    let schemas = shape_of.properties.get(field)?;
    match shape(description, schemas).values.as_deref() {
        Some([only]) => Some(canonical(only)),
        _ => None,
    }
}

/// The name of the component that a reference names.
pub(super) fn component_name(branch: &Value) -> Option<&str> {
    reference(branch)?.rsplit('/').next()
}

/// How alike two alternatives are, in percent.
fn likeness(
    (old_side, old): (&Alternatives<'_>, &Shape<'_>),
    (new_side, new): (&Alternatives<'_>, &Shape<'_>),
) -> usize {
    if old.kinds() != new.kinds() {
        return 0;
    }
    let (before, after) = (&old.properties, &new.properties);
    if before.is_empty() && after.is_empty() {
        let format = |shape: &Shape<'_>| shape.limits.get("format").map(|format| format.value.clone().into_owned());
        let items = |side: &Alternatives<'_>, shape_of: &Shape<'_>| {
            shape(side.description, shape_of.items.as_deref().unwrap_or_default()).kinds()
        };
        let same_items = items(old_side, old) == items(new_side, new);
        let more = usize::from(format(old) == format(new)) * 10 + usize::from(same_items) * 20;
        return if values_meet(old, new) { 60 + more } else { 0 };
    }
    let mut alike = 0;
    for (name, schemas) in before {
        let Some(others) = after.get(name) else { continue };
        let (one, other) = (shape(old_side.description, schemas), shape(new_side.description, others));
        alike += if one.kinds() == other.kinds() && values_meet(&one, &other) { 2 } else { 1 };
    }
    let common = before.keys().filter(|name| after.contains_key(*name)).count();
    let all = before.len() + after.len() - common;
    alike * 50 / all.max(1)
}

/// Whether values that are listed on both sides have one in common.
fn values_meet(old: &Shape<'_>, new: &Shape<'_>) -> bool {
    match (&old.values, &new.values) {
        (None, None) => true,
        (Some(old), Some(new)) => old.iter().any(|value| new.iter().any(|other| same(Some(value), Some(other)))),
        _ => false,
    }
}
