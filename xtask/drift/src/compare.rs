//! Compares what two descriptions mean on the wire.
//!
//! Operations are matched first, then everything that they reach. Schemas are compared in pairs, each pair once for each
//! direction however many operations lead to it: that keeps circles finite and the work linear.

mod alike;
mod alternatives;
mod assemble;
mod bodies;
mod callbacks;
mod document;
mod fields;
mod inheritance;
mod limits;
mod media;
mod metadata;
mod operations;
mod parameters;
mod schema;
mod security;
mod servers;
mod statuses;
mod unions;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

use callbacks::Callbacks;
use inheritance::Children;
pub(super) use inheritance::children;

use super::{
    address::{ByAddress, address},
    change::WireChange,
    class::{Class, Direction},
    resolve::Description,
    rules::Kind,
    shape::{All, canonical_all},
};
use ::document::{Lines, canonical};

/// Longest before or after that is kept as it is, in bytes of its canonical form.
const EXCERPT: usize = 600;

/// Pairs of schemas that are compared without counting how many a description of this size can need.
const FREE: usize = 10_000;

/// One side of a comparison.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The description.
    pub value: &'a Value,
    /// Its lines.
    pub lines: &'a Lines,
}

/// Every difference between two descriptions, worst first.
#[must_use]
pub fn compare(old: Side<'_>, new: Side<'_>) -> Vec<WireChange> {
    let mut comparison = Comparison::new(Description::new(old.value), Description::new(new.value));
    comparison.document();
    comparison.callback_operations();
    comparison.schemas();
    comparison.unused_components();
    comparison.callback_operations();
    comparison.schemas();
    assemble::changes(comparison, old, new)
}

/// What is being compared, and what was found so far.
struct Comparison<'a> {
    old: Description<'a>,
    new: Description<'a>,
    /// What operations and webhooks are called.
    labels: Vec<Label>,
    found: Vec<Found<'a>>,
    known: HashMap<(Kind, usize, usize, String), usize>,
    pairs: Vec<Pair<'a>>,
    pair_ids: ByAddress<(Identity, Identity, Direction, bool, u8), usize>,
    /// Security schemes that only have another name now.
    renamed_schemes: BTreeMap<&'a str, &'a str>,
    /// Operations of callbacks that wait to be compared, and those that were: a callback may lead to itself.
    callbacks: Callbacks<'a>,
    /// The schemas that inherit from each discriminator, of both descriptions.
    children: (Children<'a>, Children<'a>),
    /// How many pairs are compared already.
    done: usize,
    /// How many pairs there may be, once that is worth counting.
    budget: Option<usize>,
}

/// What people and Rust call an operation.
#[derive(Clone, Debug)]
struct Label {
    name: String,
    id: Option<String>,
}

/// To whom a difference belongs, and how it is read.
#[derive(Clone, Copy, Debug)]
struct Scope {
    owner: Owner,
    direction: Direction,
    /// Whether smaller and larger cannot be told apart here.
    careful: bool,
    /// Whether the text of the schemas themselves is compared elsewhere.
    bare: bool,
    /// How many levels of the value are written as text: a scalar in an address, or the items of a list there.
    text: u8,
}

impl Scope {
    /// The scope of a whole part of a description.
    fn of(owner: Owner, direction: Direction) -> Self {
        Self { owner, direction, careful: false, bare: false, text: 0 }
    }

    /// The scope of items and fields.
    fn below(self) -> Self {
        Self { text: self.text.saturating_sub(1), ..self }
    }
}

/// What leads to a part.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum Owner {
    Operation(usize),
    Pair(usize),
    Document,
}

/// Where a difference stands on each side, or what would hold it where a side has nothing.
#[derive(Clone, Copy, Debug)]
struct Sides<'a> {
    old: &'a Value,
    new: &'a Value,
    has: Has,
}

/// Which sides have something.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Has {
    Old,
    New,
    Both,
}

impl<'a> Sides<'a> {
    /// Something that both have.
    fn both(old: &'a Value, new: &'a Value) -> Self {
        Self { old, new, has: Has::Both }
    }

    /// Something that only the old one has.
    fn removed(old: &'a Value, holder: &'a Value) -> Self {
        Self { old, new: holder, has: Has::Old }
    }

    /// Something that only the new one has.
    fn added(holder: &'a Value, new: &'a Value) -> Self {
        Self { old: holder, new, has: Has::New }
    }

    /// Something that either may have, in holders that both have.
    fn either(old: Option<&'a Value>, new: Option<&'a Value>, holders: (&'a Value, &'a Value)) -> Self {
        match (old, new) {
            (Some(old), None) => Self::removed(old, holders.1),
            (None, Some(new)) => Self::added(holders.0, new),
            (old, new) => Self::both(old.unwrap_or(holders.0), new.unwrap_or(holders.1)),
        }
    }
}

/// A difference, before it has its places.
struct Found<'a> {
    kind: Kind,
    sides: Sides<'a>,
    detail: String,
    before: Option<Value>,
    after: Option<Value>,
    classes: BTreeSet<(Class, Direction)>,
    owners: Vec<Owner>,
}

/// Schemas that hold together, and where they are said, or would be.
#[derive(Clone, Debug)]
struct Part<'a> {
    all: All<'a>,
    anchor: &'a Value,
}

#[derive(Clone, Debug, Eq, Hash, PartialEq)]
enum Identity {
    One(usize),
    Many(Vec<usize>),
}

/// Two schemas that stand at the same place.
struct Pair<'a> {
    old: Part<'a>,
    new: Part<'a>,
    direction: Direction,
    careful: bool,
    bare: bool,
    text: u8,
    parents: Vec<Owner>,
}

impl<'a> Comparison<'a> {
    fn new(old: Description<'a>, new: Description<'a>) -> Self {
        Self {
            old,
            new,
            labels: Vec::new(),
            found: Vec::new(),
            known: HashMap::new(),
            pairs: Vec::new(),
            pair_ids: ByAddress::default(),
            renamed_schemes: security::renamed_schemes(old, new),
            callbacks: Callbacks::default(),
            children: (inheritance::children(old), inheritance::children(new)),
            done: 0,
            budget: None,
        }
    }

    /// Compares the schemas that are waiting, and those that they lead to.
    fn schemas(&mut self) {
        while self.done < self.pairs.len() {
            self.schema(self.done);
            self.done += 1;
        }
    }

    /// Lets two schemas be compared that `scope` leads to.
    fn pair(&mut self, scope: Scope, old: &[&'a Value], new: &[&'a Value], holders: (&'a Value, &'a Value)) {
        let old = part(self.old, old, holders.0);
        let new = part(self.new, new, holders.1);
        if old.all.is_empty() && new.all.is_empty() {
            return;
        }
        let key = (identity(&old), identity(&new), scope.direction, scope.careful, scope.text);
        if let Some(known) = self.pair_ids.get(&key) {
            let parents = &mut self.pairs[*known].parents;
            if !parents.contains(&scope.owner) || parents.len() > 64 {
                parents.push(scope.owner);
            }
            return;
        }
        if !self.has_room() {
            self.record(scope, Kind::ComparisonIncomplete, Sides::both(old.anchor, new.anchor), "", None, None);
            return;
        }
        self.pair_ids.insert(key, self.pairs.len());
        let Scope { owner, direction, careful, bare, text } = scope;
        self.pairs.push(Pair { old, new, direction, careful, bare, text, parents: vec![owner] });
    }

    /// Whether there may be one more pair: several for each node, which only what is entangled on purpose exceeds.
    fn has_room(&mut self) -> bool {
        if self.pairs.len() < FREE {
            return true;
        }
        let (old, new) = (self.old.root, self.new.root);
        let budget = *self.budget.get_or_insert_with(|| FREE + (nodes(old) + nodes(new)).saturating_mul(4));
        self.pairs.len() < budget
    }

    /// Whether one of two parts is a reference that leads to nothing, so that nothing can be told of them.
    fn is_blind(&self, old: &'a Value, new: &'a Value) -> bool {
        self.old.is_unresolved(old) || self.new.is_unresolved(new)
    }

    /// Whether two schemas are compared already as what something sends or receives.
    fn is_paired(&self, old: &'a Value, new: &'a Value) -> bool {
        let identities = (identity(&part(self.old, &[old], old)), identity(&part(self.new, &[new], new)));
        [Direction::Request, Direction::Response].into_iter().any(|direction| {
            self.pair_ids.contains_key(&(identities.0.clone(), identities.1.clone(), direction, false, 0))
        })
    }

    /// Notes a difference; one that is known already gets another owner or direction.
    fn record(
        &mut self,
        scope: Scope,
        kind: Kind,
        sides: Sides<'a>,
        detail: &str,
        before: Option<&Value>,
        after: Option<&Value>,
    ) {
        let rule = kind.rule();
        let class = if scope.careful { rule.careful_class(scope.direction) } else { rule.class(scope.direction) };
        // What only one side has is one difference, however many places of the other side would hold it.
        let old = if sides.has == Has::New { 0 } else { address(sides.old) };
        let new = if sides.has == Has::Old { 0 } else { address(sides.new) };
        let key = (kind, old, new, detail.to_owned());
        let index = *self.known.entry(key).or_insert_with(|| {
            self.found.push(Found {
                kind,
                sides,
                detail: detail.to_owned(),
                before: before.map(excerpt),
                after: after.map(excerpt),
                classes: BTreeSet::new(),
                owners: Vec::new(),
            });
            self.found.len() - 1
        });
        let found = &mut self.found[index];
        found.classes.insert((class, scope.direction));
        if !found.owners.contains(&scope.owner) || found.owners.len() > 64 {
            found.owners.push(scope.owner);
        }
    }
}

fn part<'a>(description: Description<'a>, schemas: &[&'a Value], holder: &'a Value) -> Part<'a> {
    let all = canonical_all(description, schemas);
    let anchor = all.first().copied().unwrap_or(holder);
    Part { all, anchor }
}

fn identity(part: &Part<'_>) -> Identity {
    match part.all[..] {
        [only] => Identity::One(address(only)),
        // Without a schema, the holder is what tells one place from another.
        [] => Identity::Many(vec![address(part.anchor)]),
        // The order in which schemas are gathered that all have to hold says nothing.
        _ => {
            let mut all: Vec<usize> = part.all.iter().map(|node| address(node)).collect();
            all.sort_unstable();
            Identity::Many(all)
        }
    }
}

/// A value, or its beginning when it is long.
fn excerpt(value: &Value) -> Value {
    if let Value::Null | Value::Bool(_) | Value::Number(_) = value {
        return value.clone();
    }
    let text = value.as_str().map_or_else(|| canonical(value), str::to_owned);
    if text.len() <= EXCERPT {
        return value.clone();
    }
    let end = text.char_indices().map(|(index, _)| index).take_while(|index| *index <= EXCERPT).last().unwrap_or(0);
    Value::from(format!("{}…", &text[..end]))
}

fn nodes(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(nodes).sum(),
        Value::Object(members) => members.values().map(nodes).sum(),
        _ => 0,
    }
}
