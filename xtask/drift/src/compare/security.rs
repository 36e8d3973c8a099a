//! Credentials and servers.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Comparison, Owner, Scope, Sides, operations::Operation};
use crate::{
    class::Direction,
    resolve::{Description, items, members, same, text},
    rules::Kind,
};
use document::canonical;

const SCHEMES: &str = "/components/securitySchemes";

/// Schemes that only have another name now: old name to new name. Two may have swapped their names.
pub(super) fn renamed_schemes<'a>(old: Description<'a>, new: Description<'a>) -> BTreeMap<&'a str, &'a str> {
    let meanings = |description: Description<'a>| -> BTreeMap<&'a str, String> {
        let meaning = |scheme: &'a Value| {
            let mut scheme = description.follow(scheme).clone();
            if let Some(members) = scheme.as_object_mut() {
                members.remove("description");
            }
            canonical(&scheme)
        };
        description.members(SCHEMES).map(|(name, scheme)| (name, meaning(scheme))).collect()
    };
    let (before, after) = (meanings(old), meanings(new));
    let moved = |one: &BTreeMap<&'a str, String>, other: &BTreeMap<&'a str, String>| -> Vec<(&'a str, String)> {
        let moved = one.iter().filter(|(name, meaning)| other.get(*name) != Some(meaning));
        moved.map(|(name, meaning)| (*name, meaning.clone())).collect()
    };
    let (gone, fresh) = (moved(&before, &after), moved(&after, &before));
    gone.iter()
        .filter_map(|(name, wanted)| {
            let mut same = fresh.iter().filter(|(_, meaning)| meaning == wanted);
            // Two that could be meant are none that is.
            let (Some((other, _)), None) = (same.next(), same.next()) else { return None };
            (gone.iter().filter(|(_, meaning)| meaning == wanted).count() == 1).then_some((*name, *other))
        })
        .collect()
}

/// A way to be let in: every scheme that it takes, each with its scopes.
struct Way<'a> {
    at: &'a Value,
    schemes: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

impl Way<'_> {
    fn shown(&self) -> Value {
        let names: Vec<String> = self
            .schemes
            .iter()
            .map(|(name, scopes)| {
                let scopes: Vec<&str> = scopes.iter().copied().collect();
                if scopes.is_empty() { (*name).to_owned() } else { format!("{name} ({})", scopes.join(", ")) }
            })
            .collect();
        Value::from(if names.is_empty() { "none".to_owned() } else { names.join(" with ") })
    }
}

impl<'a> Comparison<'a> {
    pub(super) fn security(&mut self, scope: Scope, old: &Operation<'a>, new: &Operation<'a>) {
        let (old_at, old_ways) = ways(self.old, old.value);
        let (new_at, new_ways) = ways(self.new, new.value);
        if self.renamed_schemes.is_empty() && old_at.is_array() && same(Some(old_at), Some(new_at)) {
            return;
        }
        let renamed = self.renamed_schemes.clone();
        let free = |ways: &[Way<'a>]| ways.is_empty() || ways.iter().any(|way| way.schemes.is_empty());
        let shown = |ways: &[Way<'a>]| {
            let texts: Vec<String> = ways.iter().filter_map(|way| way.shown().as_str().map(str::to_owned)).collect();
            Value::from(texts.join(", or "))
        };
        let sides = Sides::both(old_at, new_at);
        match (free(&old_ways), free(&new_ways)) {
            (true, false) if old_ways.is_empty() || old_ways.len() == 1 => {
                return self.record(scope, Kind::SecurityIntroduced, sides, "", None, Some(&shown(&new_ways)));
            }
            (false, true) if new_ways.is_empty() || new_ways.len() == 1 => {
                return self.record(scope, Kind::SecurityDropped, sides, "", Some(&shown(&old_ways)), None);
            }
            _ => {}
        }
        let mut fresh: Vec<bool> = vec![true; new_ways.len()];
        for way in &old_ways {
            let wanted: BTreeMap<&str, &BTreeSet<&str>> =
                way.schemes.iter().map(|(name, scopes)| (renamed.get(name).copied().unwrap_or(name), scopes)).collect();
            // Credentials that are enough stay enough.
            let suffices = |other: &Way<'a>| {
                let known = |(name, scopes): (&&str, &BTreeSet<&str>)| {
                    wanted.get(name).is_some_and(|known| scopes.is_subset(known))
                };
                other.schemes.iter().all(known)
            };
            let has_names = |other: &Way<'a>| other.schemes.keys().eq(wanted.keys());
            let equal = new_ways
                .iter()
                .position(|other| has_names(other) && other.schemes.values().eq(wanted.values().copied()));
            if let Some(equal) = equal {
                fresh[equal] = false;
                continue;
            }
            let enough = new_ways.iter().position(|other| has_names(other) && suffices(other));
            let enough = enough.or_else(|| new_ways.iter().position(&suffices));
            let partner = enough.or_else(|| new_ways.iter().position(has_names));
            let Some(other) = partner.map(|index| &new_ways[index]) else {
                let sides = Sides::removed(way.at, new_at);
                self.record(scope, Kind::SecurityAlternativeRemoved, sides, "", Some(&way.shown()), None);
                continue;
            };
            if let Some(partner) = partner {
                fresh[partner] = false;
            }
            if !has_names(other) {
                let sides = Sides::both(way.at, other.at);
                self.record(scope, Kind::SecurityLoosened, sides, "", Some(&way.shown()), Some(&other.shown()));
            }
            for (name, new_scopes) in &other.schemes {
                let none = BTreeSet::new();
                let scopes = wanted.get(name).copied().unwrap_or(&none);
                for gone in scopes.difference(new_scopes) {
                    let before = Value::from(*gone);
                    let sides = Sides::removed(way.at, other.at);
                    self.record(scope, Kind::ScopeRemoved, sides, gone, Some(&before), None);
                }
                for needed in new_scopes.difference(scopes) {
                    let after = Value::from(*needed);
                    let sides = Sides::added(way.at, other.at);
                    self.record(scope, Kind::ScopeAdded, sides, needed, None, Some(&after));
                }
            }
        }
        for (way, _) in new_ways.iter().zip(fresh).filter(|(_, fresh)| *fresh) {
            let sides = Sides::added(old_at, way.at);
            self.record(scope, Kind::SecurityAlternativeAdded, sides, "", None, Some(&way.shown()));
        }
    }

    pub(super) fn security_schemes(&mut self) {
        let renamed = self.renamed_schemes.clone();
        let holders = (at(self.old, SCHEMES), at(self.new, SCHEMES));
        let document = Scope::of(Owner::Document, Direction::Request);
        let used = |description: Description<'a>, name: &str| {
            let lists = super::operations::operations(description, at(description, "/paths"));
            let own = lists.iter().filter_map(|operation| operation.value.get("security"));
            let names = |list: &Value| items(Some(list)).any(|way| way.get(name).is_some());
            own.chain(description.root.get("security")).any(names)
        };
        for (name, scheme) in self.old.members(SCHEMES) {
            let new_name = renamed.get(name).copied().unwrap_or(name);
            if let Some((_, other)) = self.new.members(SCHEMES).find(|(other, _)| *other == new_name) {
                let pair = (self.old.follow(scheme), self.new.follow(other));
                let idle = !used(self.old, name) && !used(self.new, new_name);
                let direction = if idle { Direction::Unused } else { Direction::Request };
                self.scheme(Scope { direction, ..document }, pair.0, pair.1);
            } else {
                let before = Value::from(name);
                let sides = Sides::removed(scheme, holders.1);
                self.record(document, Kind::SecuritySchemeRemoved, sides, name, Some(&before), None);
            }
        }
        for (name, scheme) in self.new.members(SCHEMES) {
            let known = self.old.members(SCHEMES).any(|(other, _)| other == name && !renamed.contains_key(other));
            if !known && !renamed.values().any(|other| *other == name) {
                let after = Value::from(name);
                let sides = Sides::added(holders.0, scheme);
                self.record(document, Kind::SecuritySchemeAdded, sides, name, None, Some(&after));
            }
        }
    }

    fn scheme(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        for key in ["type", "in", "name", "scheme"] {
            let folded = |value: Option<&'a Value>| value.and_then(Value::as_str).map(str::to_lowercase);
            // Names of headers and schemes have no case; those of other places do.
            let folds = key == "scheme" || text(old, "in") == Some("header");
            if !folds || folded(old.get(key)) != folded(new.get(key)) {
                self.values(scope, Kind::SecuritySchemeChanged, key, (old.get(key), new.get(key)), (old, new));
            }
        }
        self.keyword(scope, Kind::BearerFormatChanged, "bearerFormat", old, new);
        self.text(scope, Kind::DescriptionChanged, "description", old, new);
        self.values(
            scope,
            Kind::SecurityFlowChanged,
            "openIdConnectUrl",
            (old.get("openIdConnectUrl"), new.get("openIdConnectUrl")),
            (old, new),
        );
        let flows = |scheme: &'a Value| members(scheme.get("flows")).collect::<BTreeMap<_, _>>();
        let (before, after) = (flows(old), flows(new));
        let names: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
        for name in names {
            let (Some(old_flow), Some(new_flow)) = (before.get(name), after.get(name)) else {
                let sides = (before.get(name).copied(), after.get(name).copied());
                self.values(scope, Kind::SecurityFlowChanged, name, sides, (old, new));
                continue;
            };
            for key in ["authorizationUrl", "tokenUrl", "refreshUrl", "scopes"] {
                let detail = format!("{name}.{key}");
                let values = (old_flow.get(key), new_flow.get(key));
                self.values(scope, Kind::SecurityFlowChanged, &detail, values, (old_flow, new_flow));
            }
            self.metadata(scope, &["authorizationUrl", "tokenUrl", "refreshUrl", "scopes"], old_flow, new_flow);
        }
        self.metadata(
            scope,
            &["type", "in", "name", "scheme", "bearerFormat", "description", "openIdConnectUrl", "flows"],
            old,
            new,
        );
    }
}

fn at<'a>(description: Description<'a>, pointer: &str) -> &'a Value {
    description.root.pointer(pointer).unwrap_or(description.root)
}

/// The ways to be let in to an operation, its own or those of the whole API, and where they are listed.
fn ways<'a>(description: Description<'a>, operation: &'a Value) -> (&'a Value, Vec<Way<'a>>) {
    let own = operation.get("security");
    let list = own.or_else(|| description.root.get("security"));
    let mut ways: Vec<Way<'a>> = items(list)
        .map(|way| Way {
            at: way,
            schemes: members(Some(way))
                .map(|(name, scopes)| (name, items(Some(scopes)).filter_map(Value::as_str).collect()))
                .collect(),
        })
        .collect();
    // One way that asks for nothing is no way that asks for something.
    if let [only] = &ways[..]
        && only.schemes.is_empty()
    {
        ways.clear();
    }
    (list.unwrap_or(description.root), ways)
}
