//! Alternatives and discriminators.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Comparison, Scope, Sides, rest::same, schema::Two};
use crate::{
    address::address,
    resolve::{Description, members, reference, text},
    rules::Kind,
    shape::{Shape, Union, shape},
};
use document::canonical;

/// Lists of alternatives longer than this are matched by name and meaning only, not by likeness.
const LONG: usize = 64;

impl<'a> Comparison<'a> {
    /// Where one side is alternatives and nothing else, and the other is one schema: compares that schema as an
    /// alternative among them. Tells whether this was so, and all is said.
    pub(super) fn one_among_several(&mut self, two: Two<'_, 'a>) -> bool {
        let (old, new) = (two.old, two.new);
        let several = |shape: &Shape<'a>| shape.unions.len() == 1 && shape.types.is_none() && shape.is_pure_union();
        let one = |shape: &Shape<'a>, whole: bool| shape.unions.is_empty() && shape.types.is_some() && whole;
        // Their text is compared as that of the whole.
        let bare = Two { scope: Scope { bare: true, ..two.scope }, ..two };
        if several(old) && one(new, two.whole.1) {
            let union = &old.unions[0];
            self.branches(bare, &union.branches, &[two.at.1], (union.at, two.at.1));
        } else if several(new) && one(old, two.whole.0) {
            let union = &new.unions[0];
            self.branches(bare, &[two.at.0], &union.branches, (two.at.0, union.at));
        } else {
            return false;
        }
        match (old.nullable(), new.nullable()) {
            (false, true) if several(new) => {
                self.record(two.scope, Kind::BecameNullable, Sides::both(two.at.0, two.at.1), "", None, None);
            }
            (true, false) if several(old) => {
                self.record(two.scope, Kind::NoLongerNullable, Sides::both(two.at.0, two.at.1), "", None, None);
            }
            _ => {}
        }
        true
    }

    pub(super) fn unions(&mut self, two: Two<'_, 'a>) {
        let (old, new) = (&two.old.unions, &two.new.unions);
        let mut matches = Matches::default();
        match (old.len(), new.len()) {
            (0, 0) => {}
            (0, _) if two.old.is_pure_union() && two.old.types.is_none() => self.introduced(two, new),
            _ => {
                for (old, new) in old.iter().zip(new) {
                    match (old.exactly_one, new.exactly_one) {
                        (true, false) => {
                            let sides = Sides::both(old.at, new.at);
                            self.record(two.scope, Kind::OneOfBecameAnyOf, sides, "", None, None);
                        }
                        (false, true) => {
                            let sides = Sides::both(old.at, new.at);
                            self.record(two.scope, Kind::AnyOfBecameOneOf, sides, "", None, None);
                        }
                        _ => {}
                    }
                    matches.extend(self.branches(two, &old.branches, &new.branches, (old.at, new.at)));
                }
                if new.len() > old.len() {
                    self.introduced(two, &new[old.len()..]);
                }
                for dropped in old.iter().skip(new.len()) {
                    let sides = Sides::removed(dropped.at, two.at.1);
                    self.record(two.scope, Kind::AlternativesDropped, sides, "", Some(dropped.at), None);
                }
            }
        }
        self.discriminators(two, &matches);
    }

    fn introduced(&mut self, two: Two<'_, 'a>, unions: &[Union<'a>]) {
        for union in unions {
            let sides = Sides::added(two.at.0, union.at);
            self.record(two.scope, Kind::AlternativesIntroduced, sides, "", None, Some(union.at));
        }
    }

    /// Matches alternatives, lets the matched ones be compared, and notes the others.
    fn branches(
        &mut self,
        two: Two<'_, 'a>,
        old: &[&'a Value],
        new: &[&'a Value],
        holders: (&'a Value, &'a Value),
    ) -> Matches {
        let matched = matched((self.old, old), (self.new, new));
        for (old_index, new_index) in &matched {
            let (old, new) = (old[*old_index], new[*new_index]);
            self.pair(two.scope, &[old], &[new], (old, new));
        }
        for (index, branch) in old.iter().enumerate() {
            if !matched.iter().any(|(old, _)| *old == index) {
                let before = shown(self.old, branch);
                let sides = Sides::removed(branch, holders.1);
                self.record(two.scope, Kind::AlternativeRemoved, sides, "", Some(&before), None);
            }
        }
        for (index, branch) in new.iter().enumerate() {
            if !matched.iter().any(|(_, new)| *new == index) {
                let after = shown(self.new, branch);
                let sides = Sides::added(holders.0, branch);
                self.record(two.scope, Kind::AlternativeAdded, sides, "", None, Some(&after));
            }
        }
        let names = |indexes: Vec<usize>, list: &[&'a Value], description| {
            indexes.into_iter().map(|index| target(description, list[index])).collect()
        };
        Matches {
            old: names(matched.iter().map(|(old, _)| *old).collect(), old, self.old),
            new: names(matched.iter().map(|(_, new)| *new).collect(), new, self.new),
        }
    }

    fn discriminators(&mut self, two: Two<'_, 'a>, matches: &Matches) {
        let (old, new) = (two.old.discriminator, two.new.discriminator);
        let (Some(old), Some(new)) = (old, new) else {
            let (kind, value) = match (old, new) {
                (None, Some(new)) => (Kind::DiscriminatorSet, new.get("propertyName")),
                (Some(old), None) => (Kind::DiscriminatorDropped, old.get("propertyName")),
                _ => return,
            };
            let sides = Sides::either(old, new, two.at);
            let (before, after) = if old.is_some() { (value, None) } else { (None, value) };
            return self.record(two.scope, kind, sides, "", before, after);
        };
        self.keyword(two.scope, Kind::DiscriminatorChanged, "propertyName", old, new);
        self.rest(two.scope, &["propertyName", "mapping"], old, new);
        let names = (mapping(self.old, old, two.old), mapping(self.new, new, two.new));
        for (name, (at, target)) in &names.0 {
            match names.1.get(name) {
                Some((_, new_target)) => {
                    // The same alternative may have another name; one that is another is told by its position.
                    let moved = matches.partner(*target).is_some_and(|partner| partner != *new_target);
                    if moved {
                        let sides = Sides::both(at, names.1[name].0);
                        let shown = (Some(*at), Some(names.1[name].0));
                        self.record(two.scope, Kind::DiscriminatorValueChanged, sides, name, shown.0, shown.1);
                    }
                }
                None if matches.old.contains(target) => {
                    let before = Value::from(name.as_str());
                    let sides = Sides::removed(at, new);
                    self.record(two.scope, Kind::DiscriminatorValueRemoved, sides, name, Some(&before), None);
                }
                None => {}
            }
        }
        for (name, (at, target)) in &names.1 {
            if !names.0.contains_key(name) && matches.new.contains(target) {
                let after = Value::from(name.as_str());
                let sides = Sides::added(old, at);
                self.record(two.scope, Kind::DiscriminatorValueAdded, sides, name, None, Some(&after));
            }
        }
    }
}

/// The alternatives that both sides have, as addresses of what they refer to.
#[derive(Default)]
struct Matches {
    old: Vec<usize>,
    new: Vec<usize>,
}

impl Matches {
    fn extend(&mut self, other: Self) {
        self.old.extend(other.old);
        self.new.extend(other.new);
    }

    fn partner(&self, old: usize) -> Option<usize> {
        self.old.iter().position(|known| *known == old).map(|index| self.new[index])
    }
}

fn target(description: Description<'_>, node: &Value) -> usize {
    address(description.follow(node))
}

/// The values of a discriminator with what they name: those that are listed, and the names of components.
fn mapping<'a>(
    description: Description<'a>,
    discriminator: &'a Value,
    shape: &Shape<'a>,
) -> BTreeMap<String, (&'a Value, usize)> {
    let mut names = BTreeMap::new();
    for (name, value) in members(discriminator.get("mapping")) {
        let Some(reference) = value.as_str() else { continue };
        let by_name = format!("#/components/schemas/{reference}");
        let found = description.target(reference).or_else(|| description.target(&by_name));
        names.insert(name.to_owned(), (value, found.map_or(0, |found| target(description, found))));
    }
    for branch in shape.unions.iter().flat_map(|union| &union.branches) {
        let Some(name) = name(branch) else { continue };
        let address = target(description, branch);
        if !names.values().any(|(_, known)| *known == address) {
            names.insert(name.to_owned(), (*branch, address));
        }
    }
    names
}

/// The name of the component that a reference names.
fn name(branch: &Value) -> Option<&str> {
    reference(branch)?.rsplit('/').next()
}

fn shown(description: Description<'_>, branch: &Value) -> Value {
    let title = name(branch).or_else(|| text(description.follow(branch), "title"));
    title.map_or_else(|| branch.clone(), Value::from)
}

/// Pairs of alternatives that are the same ones: by component, by title, by meaning, and then by likeness.
fn matched<'a>(
    (old_description, old): (Description<'a>, &[&'a Value]),
    (new_description, new): (Description<'a>, &[&'a Value]),
) -> Vec<(usize, usize)> {
    let mut matched: Vec<(usize, usize)> = Vec::new();
    let by = |matched: &mut Vec<(usize, usize)>, old_keys: &[Option<String>], new_keys: &[Option<String>]| {
        for (index, key) in old_keys.iter().enumerate() {
            let taken = |matched: &[(usize, usize)], at: usize| matched.iter().any(|(_, new)| *new == at);
            if key.is_none() || matched.iter().any(|(old, _)| *old == index) {
                continue;
            }
            if let Some(found) = (0..new_keys.len()).find(|at| new_keys[*at] == *key && !taken(matched, *at)) {
                matched.push((index, found));
            }
        }
    };
    let names = |list: &[&Value]| list.iter().map(|branch| name(branch).map(str::to_owned)).collect::<Vec<_>>();
    by(&mut matched, &names(old), &names(new));
    let contents = |description: Description<'a>, list: &[&'a Value]| {
        list.iter().map(|branch| Some(canonical(description.follow(branch)))).collect::<Vec<_>>()
    };
    if matched.len() < old.len().min(new.len()) {
        by(&mut matched, &contents(old_description, old), &contents(new_description, new));
    }
    let titles = |description: Description<'a>, list: &[&'a Value]| {
        list.iter().map(|branch| text(description.follow(branch), "title").map(str::to_owned)).collect::<Vec<_>>()
    };
    by(&mut matched, &titles(old_description, old), &titles(new_description, new));
    if old.len() <= LONG && new.len() <= LONG {
        by_likeness(&mut matched, (old_description, old), (new_description, new));
    }
    matched
}

fn by_likeness<'a>(
    matched: &mut Vec<(usize, usize)>,
    (old_description, old): (Description<'a>, &[&'a Value]),
    (new_description, new): (Description<'a>, &[&'a Value]),
) {
    let left = |list: &[&'a Value], taken: &dyn Fn(usize) -> bool, description: Description<'a>| {
        let indexes: Vec<usize> = (0..list.len()).filter(|index| !taken(*index)).collect();
        indexes.into_iter().map(|index| (index, shape(description, &[list[index]]))).collect::<Vec<_>>()
    };
    let old_left = left(old, &|index| matched.iter().any(|(old, _)| *old == index), old_description);
    let new_left = left(new, &|index| matched.iter().any(|(_, new)| *new == index), new_description);
    let mut scores: Vec<(u32, usize, usize)> = Vec::new();
    for (old_index, old) in &old_left {
        for (new_index, new) in &new_left {
            let score = likeness(old, new);
            if score >= 50 {
                scores.push((score, *old_index, *new_index));
            }
        }
    }
    scores.sort_by_key(|(score, old, new)| (std::cmp::Reverse(*score), *old, *new));
    for (_, old, new) in scores {
        if !matched.iter().any(|(known_old, known_new)| *known_old == old || *known_new == new) {
            matched.push((old, new));
        }
    }
}

/// How alike two alternatives are, in percent.
fn likeness(old: &Shape<'_>, new: &Shape<'_>) -> u32 {
    if old.kinds() != new.kinds() {
        return 0;
    }
    let (old_names, new_names) = (&old.properties, &new.properties);
    if old_names.is_empty() && new_names.is_empty() {
        let same_values = match (&old.values, &new.values) {
            (None, None) => true,
            (Some(old), Some(new)) => old.iter().any(|value| new.iter().any(|other| same(Some(value), Some(other)))),
            _ => false,
        };
        return if same_values { 60 } else { 0 };
    }
    let common = old_names.keys().filter(|name| new_names.contains_key(*name)).count();
    let all = old_names.len() + new_names.len() - common;
    u32::try_from(common * 100 / all.max(1)).unwrap_or(0)
}
