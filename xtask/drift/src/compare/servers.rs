//! Where operations are served: addresses, and the variables in them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Comparison, Scope, Sides, operations::Operation};
use crate::{
    resolve::{Description, items, members, same, text},
    rules::Kind,
};

/// Addresses that one server with variables may stand for.
const ADDRESSES: usize = 64;

impl<'a> Comparison<'a> {
    pub(super) fn servers(&mut self, scope: Scope, old: &Operation<'a>, new: &Operation<'a>) {
        let (old_at, before) = servers(self.old, old);
        let (new_at, after) = servers(self.new, new);
        if old_at.is_array() && same(Some(old_at), Some(new_at)) {
            return;
        }
        let all = |servers: &BTreeMap<&str, &Value>| -> BTreeSet<String> {
            servers.iter().filter_map(|(url, server)| addresses(url, server)).flatten().collect()
        };
        let served = |addresses: Option<Vec<String>>, all: &BTreeSet<String>| {
            addresses.is_some_and(|addresses| addresses.iter().all(|address| all.contains(address)))
        };
        let (old_all, new_all) = (all(&before), all(&after));
        for (url, server) in &before {
            match after.get(url) {
                Some(other) if server.is_object() && other.is_object() => self.server(scope, server, other),
                Some(_) => {}
                None if served(addresses(url, server), &new_all) => {}
                None => {
                    let before = Value::from(*url);
                    let sides = Sides::removed(server, new_at);
                    self.record(scope, Kind::ServerRemoved, sides, "", Some(&before), None);
                }
            }
        }
        for (url, server) in after.iter().filter(|(url, _)| !before.contains_key(*url)) {
            if served(addresses(url, server), &old_all) {
                continue;
            }
            let after = Value::from(*url);
            self.record(scope, Kind::ServerAdded, Sides::added(old_at, server), "", None, Some(&after));
        }
    }

    fn server(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        self.text(scope, Kind::DescriptionChanged, "description", old, new);
        let variables = |server: &'a Value| members(server.get("variables")).collect::<BTreeMap<_, _>>();
        let (before, after) = (variables(old), variables(new));
        let names: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
        for name in names {
            let (Some(before), Some(after)) = (before.get(name), after.get(name)) else {
                let values = (before.get(name).copied(), after.get(name).copied());
                self.values(scope, Kind::ServerVariableChanged, name, values, (old, new));
                continue;
            };
            self.variable(scope, name, before, after);
        }
        self.metadata(scope, &["url", "name", "description", "variables"], old, new);
    }

    fn variable(&mut self, scope: Scope, name: &str, old: &'a Value, new: &'a Value) {
        self.text(scope, Kind::DescriptionChanged, "description", old, new);
        self.values(scope, Kind::ServerDefaultChanged, name, (old.get("default"), new.get("default")), (old, new));
        match (old.get("enum"), new.get("enum")) {
            (None, None) => {}
            (None, Some(listed)) => {
                let sides = Sides::added(old, listed);
                self.record(scope, Kind::ServerValuesLimited, sides, name, None, Some(listed));
            }
            (Some(listed), None) => {
                let sides = Sides::removed(listed, new);
                self.record(scope, Kind::ServerValuesOpened, sides, name, Some(listed), None);
            }
            (Some(before), Some(after)) => {
                for value in items(Some(before)).filter(|value| !items(Some(after)).any(|other| other == *value)) {
                    let sides = Sides::removed(value, after);
                    self.record(scope, Kind::ServerValueRemoved, sides, name, Some(value), None);
                }
                for value in items(Some(after)).filter(|value| !items(Some(before)).any(|other| other == *value)) {
                    let sides = Sides::added(before, value);
                    self.record(scope, Kind::ServerValueAdded, sides, name, None, Some(value));
                }
            }
        }
        self.metadata(scope, &["description", "default", "enum"], old, new);
    }
}

/// Where an operation is served, by address, and where that is said. Nothing said is `/`.
fn servers<'a>(description: Description<'a>, operation: &Operation<'a>) -> (&'a Value, BTreeMap<&'a str, &'a Value>) {
    let filled = |list: &&Value| list.as_array().is_some_and(|list| !list.is_empty());
    let own = operation.value.get("servers").filter(filled).or_else(|| operation.item.get("servers").filter(filled));
    let list = own.or_else(|| description.root.get("servers").filter(filled));
    let mut servers: BTreeMap<&str, &Value> =
        items(list).map(|server| (text(server, "url").unwrap_or_default().trim_end_matches('/'), server)).collect();
    if servers.is_empty() {
        servers.insert("", &Value::Null);
    }
    (list.unwrap_or(description.root), servers)
}

/// Every address that a server stands for; nothing where a variable may be anything.
fn addresses(url: &str, server: &Value) -> Option<Vec<String>> {
    let mut all = vec![url.to_owned()];
    for (name, variable) in members(server.get("variables")) {
        let placeholder = format!("{{{name}}}");
        if !url.contains(&placeholder) {
            continue;
        }
        let values: Vec<&str> = items(variable.get("enum")).filter_map(Value::as_str).collect();
        if values.is_empty() || values.len() * all.len() > ADDRESSES {
            return None;
        }
        all = all.iter().flat_map(|address| values.iter().map(|value| address.replace(&placeholder, value))).collect();
    }
    (!all.iter().any(|address| address.contains('{'))).then_some(all)
}
