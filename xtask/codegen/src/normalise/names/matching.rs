//! Which schema of the lock each type is.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    TypeRecord,
    graph::{Graph, Use, operation_of, owner_of},
    same::say_the_same,
    shape::Likeness,
    variants::{alternatives, recognised},
};

/// What was found: the name of the lock for each type that it knows, and for each alternative of a union.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Type → name in the lock.
    pub(super) types: BTreeMap<String, String>,
    /// Union → the names of its alternatives, in their order.
    pub(super) variants: BTreeMap<String, Vec<Option<String>>>,
}

/// What the types of a document are, and what they are called by the vendor.
pub(super) struct Matching<'a> {
    known: &'a BTreeMap<String, TypeRecord>,
    graph: &'a Graph<'a>,
    /// Type → what the vendor calls its component.
    vendor: &'a BTreeMap<String, String>,
    /// Operation → what the lock calls it, where that is another name.
    former: &'a BTreeMap<String, String>,
    /// Line of the lock → the types that it leads to.
    uses: BTreeMap<&'a str, Vec<&'a str>>,
    found: Found,
    /// Name in the lock → the types that have it. All of them say the same.
    holders: BTreeMap<String, Vec<String>>,
}

impl<'a> Matching<'a> {
    pub(super) fn new(
        known: &'a BTreeMap<String, TypeRecord>,
        graph: &'a Graph<'a>,
        vendor: &'a BTreeMap<String, String>,
        former: &'a BTreeMap<String, String>,
    ) -> Self {
        let mut uses: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (name, record) in known {
            for line in &record.uses {
                uses.entry(line).or_default().push(name);
            }
        }
        Self { known, graph, vendor, former, uses, found: Found::default(), holders: BTreeMap::new() }
    }

    /// Looks for what is sure first: the component's name, the operation and role or the field that leads there, the shape.
    pub(super) fn run(mut self) -> Found {
        self.by_component(Likeness::Alike);
        self.by_use(Likeness::Alike);
        while self.by_shape() {
            self.by_use(Likeness::Alike);
        }
        // No other schema could be meant by these names any more.
        self.by_component(Likeness::Different);
        self.by_use(Likeness::Different);
        self.found
    }

    fn by_component(&mut self, least: Likeness) {
        let records = self.known.iter();
        let mut by_name: BTreeMap<&str, &str> = BTreeMap::new();
        for (name, record) in records {
            if let Some(component) = &record.component {
                by_name.insert(component, name);
            }
        }
        let types: Vec<&String> = self.graph.nodes.keys().collect();
        for name in types {
            let old = self.vendor.get(name).and_then(|component| by_name.get(component.as_str()).copied());
            if let Some(old) = old.filter(|old| self.is_open(name, old) && self.likeness(old, name) >= least) {
                self.take(name, old);
            }
        }
    }

    /// Types that what is known already leads to, as often as that makes more known.
    fn by_use(&mut self, least: Likeness) {
        loop {
            self.by_variant();
            let mut claims: BTreeMap<String, Vec<(Likeness, usize, String)>> = BTreeMap::new();
            for name in self.graph.nodes.keys().filter(|name| !self.found.types.contains_key(*name)) {
                if let Some((old, likeness, votes)) = self.claim(name, least) {
                    claims.entry(old).or_default().push((likeness, votes, name.clone()));
                }
            }
            let mut is_news = false;
            for (old, mut claimants) in claims {
                claimants.sort_by(|a, b| (b.0, b.1, &a.2).cmp(&(a.0, a.1, &b.2)));
                is_news |= self.settle(&old, &claimants);
            }
            if !is_news {
                return;
            }
        }
    }

    /// Of several types that could be one of the lock, those that say the same are; of others, the one that is most like it.
    fn settle(&mut self, old: &str, claimants: &[(Likeness, usize, String)]) -> bool {
        let same = |one: &str, other: &str| say_the_same(self.graph.components, one, other);
        let holder = self.holders.get(old).and_then(|holders| holders.first()).cloned();
        let [first, rest @ ..] = claimants else { return false };
        let model = if let Some(holder) = &holder {
            holder.clone()
        } else {
            let rival = rest.iter().find(|claimant| !same(&first.2, &claimant.2));
            if rival.is_some_and(|rival| (rival.0, rival.1) == (first.0, first.1)) {
                return false;
            }
            first.2.clone()
        };
        let taken: Vec<&String> =
            claimants.iter().map(|claimant| &claimant.2).filter(|name| same(&model, name)).collect();
        for name in &taken {
            self.take(name, old);
        }
        !taken.is_empty()
    }

    /// The type of the lock that most uses of a type lead to.
    fn claim(&self, name: &str, least: Likeness) -> Option<(String, Likeness, usize)> {
        let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
        for place in &self.graph.nodes.get(name)?.uses {
            let line = match place {
                Use::Operation(id, role) => Use::Operation(self.former.get(id).unwrap_or(id).clone(), role.clone()),
                Use::Inside(owner, way) => {
                    let Some(owner) = self.found.types.get(owner) else { continue };
                    Use::Inside(owner.clone(), way.clone())
                }
                Use::Variant(union, variant, way) => {
                    let Some(owner) = self.found.types.get(union) else { continue };
                    let Some(variant) = self.variant(union, variant) else { continue };
                    Use::Variant(owner.clone(), variant.to_owned(), way.clone())
                }
            };
            for old in self.uses.get(line.line().as_str()).into_iter().flatten() {
                *votes.entry(old).or_default() += 1;
            }
        }
        let mut candidates: Vec<(Likeness, usize, &str)> =
            votes.into_iter().map(|(old, votes)| (self.likeness(old, name), votes, old)).collect();
        candidates.retain(|(likeness, _, _)| *likeness >= least);
        candidates.sort_by(|a, b| (b.0, b.1, a.2).cmp(&(a.0, a.1, b.2)));
        candidates.first().map(|(likeness, votes, old)| ((*old).to_owned(), *likeness, *votes))
    }

    /// The alternatives of unions that are known.
    fn by_variant(&mut self) {
        let unions: Vec<(String, String)> = self.found.types.clone().into_iter().collect();
        for (name, old) in unions {
            let (Some(node), Some(record)) = (self.graph.nodes.get(&name), self.known.get(&old)) else { continue };
            if record.variants.is_empty() {
                continue;
            }
            let alternatives = alternatives(self.graph.components, node.schema);
            let old_name = |target: &str| self.found.types.get(target).cloned();
            let names = recognised(record, self.known, &alternatives, &old_name);
            for (variant, alternative) in names.iter().zip(&alternatives) {
                let target = variant.as_ref().and_then(|variant| record.variants.get(variant));
                let (Some(old), Some(name)) = (target, alternative.target) else { continue };
                if !self.known.contains_key(old) || self.found.types.contains_key(name) {
                    continue;
                }
                let holder = self.holders.get(old).and_then(|holders| holders.first());
                if holder.is_none_or(|holder| say_the_same(self.graph.components, holder, name)) {
                    self.take(name, &old.clone());
                }
            }
            self.found.variants.insert(name, names);
        }
    }

    /// Types of one shape in one neighbourhood: in the same operation, or right below the same type.
    fn by_shape(&mut self) -> bool {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for (old, record) in self.known.iter().filter(|(old, _)| !self.holders.contains_key(*old)) {
            if !record.shape.is_telling() {
                continue;
            }
            let near_old = self.around_old(record);
            let fits = |name: &&String| {
                self.is_open(name, old)
                    && self.likeness(old, name) == Likeness::Same
                    && self.around(name).intersection(&near_old).next().is_some()
            };
            let candidates: Vec<&String> = self.graph.nodes.keys().filter(fits).collect();
            if let [one] = candidates[..] {
                pairs.push((one.clone(), old.clone()));
            }
        }
        let is_only = |name: &str| pairs.iter().filter(|(other, _)| other == name).count() == 1;
        let sure: Vec<(String, String)> = pairs.iter().filter(|(name, _)| is_only(name)).cloned().collect();
        for (name, old) in &sure {
            self.take(name, old);
        }
        !sure.is_empty()
    }

    /// The operations and types of the lock that lead to a type of the lock.
    fn around_old(&self, record: &TypeRecord) -> BTreeSet<String> {
        let mut around = BTreeSet::new();
        let mut todo: Vec<&str> = record.uses.iter().map(String::as_str).collect();
        while let Some(line) = todo.pop() {
            if let Some(operation) = operation_of(line) {
                around.insert(format!("{operation} "));
            }
            if let Some(owner) = owner_of(line)
                && around.insert(owner.to_owned())
            {
                todo.extend(
                    self.known.get(owner).into_iter().flat_map(|record| record.uses.iter().map(String::as_str)),
                );
            }
        }
        around
    }

    /// The operations and types that lead to a type, as the lock calls them.
    fn around(&self, name: &str) -> BTreeSet<String> {
        let mut around = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut todo = vec![name];
        while let Some(name) = todo.pop() {
            if !seen.insert(name.to_owned()) {
                continue;
            }
            for place in self.graph.nodes.get(name).into_iter().flat_map(|node| &node.uses) {
                match place {
                    Use::Operation(id, _) => {
                        around.insert(format!("{} ", self.former.get(id).unwrap_or(id)));
                    }
                    Use::Inside(owner, _) | Use::Variant(owner, ..) => {
                        around.extend(self.found.types.get(owner).cloned());
                        todo.push(owner);
                    }
                }
            }
        }
        around
    }

    /// What the lock calls the variant of a union.
    fn variant(&self, union: &str, title: &str) -> Option<&str> {
        let names = self.found.variants.get(union)?;
        let alternatives = alternatives(self.graph.components, self.graph.nodes.get(union)?.schema);
        let index = alternatives.iter().position(|alternative| alternative.title == title)?;
        names.get(index)?.as_deref()
    }

    fn is_open(&self, name: &str, old: &str) -> bool {
        !self.found.types.contains_key(name) && !self.holders.contains_key(old)
    }

    fn likeness(&self, old: &str, name: &str) -> Likeness {
        match (self.known.get(old), self.graph.nodes.get(name)) {
            (Some(record), Some(node)) => record.shape.likeness(&node.shape),
            _ => Likeness::Opposite,
        }
    }

    fn take(&mut self, name: &str, old: &str) {
        self.found.types.insert(name.to_owned(), old.to_owned());
        self.holders.entry(old.to_owned()).or_default().push(name.to_owned());
    }
}
