//! Alternatives and discriminators.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{
    Comparison, Scope, Sides,
    alternatives::{Alternative, Alternatives, component_name, paired, single_value},
    schema::Two,
};
use crate::{
    address::address,
    contain::Proof,
    resolve::{Description, members, same, text},
    rules::Kind,
    shape::{Shape, Union},
};

/// Longest list of alternatives in which all pairs are searched for values that fit both.
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
            self.branches(
                bare,
                (&union.branches, union.exactly_one),
                (&[two.at.1], union.exactly_one),
                (union.at, two.at.1),
            );
        } else if several(new) && one(old, two.whole.0) {
            let union = &new.unions[0];
            self.branches(
                bare,
                (&[two.at.0], union.exactly_one),
                (&union.branches, union.exactly_one),
                (two.at.0, union.at),
            );
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
        let (old, new) = in_pairs(&two.old.unions, &two.new.unions);
        let mut matches = Matches::default();
        match (old.len(), new.len()) {
            (0, 0) => {}
            (0, _) if two.old.is_pure_union() && two.old.types.is_none() => self.introduced(two, &new),
            _ => {
                for (old, new) in old.iter().zip(&new) {
                    match (old.exactly_one, new.exactly_one) {
                        // Where no value can fit two of them, the two say the same.
                        (true, false) if are_apart(self.old, old) => {}
                        (false, true) if are_apart(self.new, new) => {}
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
                    let lists = ((&old.branches[..], old.exactly_one), (&new.branches[..], new.exactly_one));
                    matches.extend(self.branches(two, lists.0, lists.1, (old.at, new.at)));
                }
                if new.len() > old.len() {
                    self.introduced(two, &new[old.len()..]);
                }
                // Alternatives that all new values fit excluded none of them.
                let is_needless =
                    old.len() > new.len() && Proof::new(self.new, self.old).shape_within(two.new, two.old);
                for dropped in old.iter().skip(new.len()).filter(|_| !is_needless) {
                    let sides = Sides::removed(dropped.at, two.at.1);
                    self.record(two.scope, Kind::AlternativesDropped, sides, "", Some(dropped.at), None);
                }
            }
        }
        self.discriminators(two, &matches);
    }

    /// Notes lists of alternatives that are new. Where all old values fit them, they exclude none.
    fn introduced(&mut self, two: Two<'_, 'a>, unions: &[&Union<'a>]) {
        if Proof::new(self.old, self.new).shape_within(two.old, two.new) {
            return;
        }
        for union in unions {
            let sides = Sides::added(two.at.0, union.at);
            self.record(two.scope, Kind::AlternativesIntroduced, sides, "", None, Some(union.at));
        }
    }

    /// Matches alternatives, lets the matched ones be compared, and notes the others.
    fn branches(
        &mut self,
        two: Two<'_, 'a>,
        (old, old_exact): (&[&'a Value], bool),
        (new, new_exact): (&[&'a Value], bool),
        holders: (&'a Value, &'a Value),
    ) -> Matches {
        let old = Alternatives::new(self.old, old, two.old.discriminator);
        let new = Alternatives::new(self.new, new, two.new.discriminator);
        let pairs = paired(&old, &new);
        for (one, other) in &pairs {
            let (old, new) = (old.list[*one].node, new.list[*other].node);
            self.pair(two.scope, &[old], &[new], (old, new));
        }
        let kept_old: Vec<_> = pairs.iter().map(|(old_index, _)| &old.list[*old_index]).collect();
        let kept_new: Vec<_> = pairs.iter().map(|(_, new_index)| &new.list[*new_index]).collect();
        // A discriminator tells apart what fits several alternatives.
        let old_exact = old_exact && two.old.discriminator.is_none();
        let new_exact = new_exact && two.new.discriminator.is_none();
        for (index, branch) in old.list.iter().enumerate() {
            if !pairs.iter().any(|(old, _)| *old == index) {
                let contained = || {
                    let within =
                        |one: &&Alternative<'a>| Proof::new(self.old, self.new).shape_within(&branch.shape, &one.shape);
                    kept_new.iter().any(within)
                };
                let kind = match old_exact && overlaps(self.old, self.old, &kept_old, branch) {
                    true if contained() => Kind::AlternativesToldApart,
                    true => Kind::OverlappingAlternativeRemoved,
                    false => Kind::AlternativeRemoved,
                };
                let before = shown(self.old, branch.node);
                self.record(two.scope, kind, Sides::removed(branch.node, holders.1), "", Some(&before), None);
            }
        }
        for (index, branch) in new.list.iter().enumerate() {
            if !pairs.iter().any(|(_, new)| *new == index) {
                let contained = || {
                    let within =
                        |one: &&Alternative<'a>| Proof::new(self.new, self.old).shape_within(&branch.shape, &one.shape);
                    kept_old.iter().any(within)
                };
                let kind = match new_exact && overlaps(self.old, self.new, &kept_old, branch) {
                    true if contained() => Kind::AlternativesOverlap,
                    true => Kind::OverlappingAlternativeAdded,
                    false => Kind::AlternativeAdded,
                };
                let after = shown(self.new, branch.node);
                self.record(two.scope, kind, Sides::added(holders.0, branch.node), "", None, Some(&after));
            }
        }
        if old_exact && new_exact {
            self.widened_alternatives(two, (&kept_old, &kept_new), holders);
        }
        let targets = |list: &[&Alternative<'a>], description| {
            list.iter().map(|alternative| target(description, alternative.node)).collect()
        };
        Matches { old: targets(&kept_old, self.old), new: targets(&kept_new, self.new) }
    }

    /// Notes alternatives that a value can fit at once now, or cannot any more.
    fn widened_alternatives(
        &mut self,
        two: Two<'_, 'a>,
        (old, new): (&[&Alternative<'a>], &[&Alternative<'a>]),
        holders: (&'a Value, &'a Value),
    ) {
        let changed: Vec<bool> = old.iter().zip(new).map(|(old, new)| !same(Some(old.node), Some(new.node))).collect();
        if old.len() > LONG || !changed.contains(&true) && old.iter().all(|one| one.name.is_none()) {
            return;
        }
        let meet = |one: Description<'a>, other: Description<'a>, pair: [&Alternative<'a>; 2]| {
            Proof::new(one, other).shapes_overlap(&pair[0].shape, &pair[1].shape, true)
        };
        let mut kinds = [None, None];
        for first in 0..old.len() {
            for second in 0..first {
                let before = meet(self.old, self.old, [old[first], old[second]])
                    || meet(self.old, self.old, [old[second], old[first]]);
                let after = meet(self.old, self.new, [old[first], new[second]])
                    || meet(self.old, self.new, [old[second], new[first]]);
                if !before && after {
                    kinds[0] = Some(Kind::AlternativesOverlap);
                } else if before && !meet(self.new, self.new, [new[first], new[second]]) {
                    kinds[1] = Some(Kind::AlternativesToldApart);
                }
            }
        }
        for kind in kinds.into_iter().flatten() {
            self.record(two.scope, kind, Sides::both(holders.0, holders.1), "", None, None);
        }
    }

    fn discriminators(&mut self, two: Two<'_, 'a>, matches: &Matches) {
        let (old, new) = (two.old.discriminator, two.new.discriminator);
        let (Some(old), Some(new)) = (old, new) else {
            let told = |description: Description<'a>, shape: &Shape<'a>, field: Option<&'a Value>| {
                field.and_then(Value::as_str).is_some_and(|field| is_told_by(description, shape, field))
            };
            let (kind, value) = match (old, new) {
                (None, Some(new)) => {
                    let field = new.get("propertyName");
                    let kind = if told(self.old, two.old, field) && told(self.new, two.new, field) {
                        Kind::DiscriminatorNamed
                    } else {
                        Kind::DiscriminatorSet
                    };
                    (kind, field)
                }
                (Some(old), None) => {
                    let field = old.get("propertyName");
                    let kind = if told(self.old, two.old, field) && told(self.new, two.new, field) {
                        Kind::DiscriminatorUnnamed
                    } else {
                        Kind::DiscriminatorDropped
                    };
                    (kind, field)
                }
                _ => return,
            };
            let sides = Sides::either(old, new, two.at);
            let (before, after) = if old.is_some() { (value, None) } else { (None, value) };
            return self.record(two.scope, kind, sides, "", before, after);
        };
        self.inheritance(two);
        self.keyword(two.scope, Kind::DiscriminatorChanged, "propertyName", old, new);
        self.metadata(two.scope, &["propertyName", "mapping"], old, new);
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

/// Whether no value fits two alternatives.
fn are_apart<'a>(description: Description<'a>, union: &Union<'a>) -> bool {
    let all = Alternatives::new(description, &union.branches, None).list;
    all.len() <= LONG
        && (0..all.len()).all(|one| {
            (0..one).all(|other| {
                !Proof::new(description, description).shapes_overlap(&all[one].shape, &all[other].shape, false)
            })
        })
}

/// Whether a value of one of several alternatives, as it is described, fits another alternative too.
fn overlaps<'a>(
    one: Description<'a>,
    other: Description<'a>,
    known: &[&Alternative<'a>],
    branch: &Alternative<'a>,
) -> bool {
    known.iter().any(|known| Proof::new(one, other).shapes_overlap(&known.shape, &branch.shape, true))
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
        let found = description.mapped(reference);
        names.insert(name.to_owned(), (value, found.map_or(0, |found| target(description, found))));
    }
    for branch in shape.unions.iter().flat_map(|union| &union.branches) {
        let Some(name) = component_name(branch) else { continue };
        let address = target(description, branch);
        if !names.values().any(|(_, known)| *known == address) {
            names.insert(name.to_owned(), (*branch, address));
        }
    }
    names
}

fn shown(description: Description<'_>, branch: &Value) -> Value {
    let title = component_name(branch).or_else(|| text(description.follow(branch), "title"));
    title.map_or_else(|| branch.clone(), Value::from)
}

/// Whether every alternative demands a field, and allows one value of it.
fn is_told_by<'a>(description: Description<'a>, shape: &Shape<'a>, field: &str) -> bool {
    let branches = shape.unions.iter().flat_map(|union| &union.branches).copied().collect::<Vec<_>>();
    !branches.is_empty()
        && Alternatives::new(description, &branches, None).list.iter().all(|alternative| {
            alternative.shape.required.contains_key(field)
                && single_value(description, &alternative.shape, field).is_some()
        })
}

/// Two lists of unions in the same order: those that are written alike first.
fn in_pairs<'u, 'a>(old: &'u [Union<'a>], new: &'u [Union<'a>]) -> (Vec<&'u Union<'a>>, Vec<&'u Union<'a>>) {
    let (mut pairs, mut left) = ((Vec::new(), Vec::new()), Vec::new());
    let mut free: Vec<&Union<'a>> = new.iter().collect();
    for union in old {
        match free.iter().position(|other| same(Some(union.at), Some(other.at))) {
            Some(index) => {
                pairs.0.push(union);
                pairs.1.push(free.remove(index));
            }
            None => left.push(union),
        }
    }
    pairs.0.extend(left);
    pairs.1.extend(free);
    pairs
}
