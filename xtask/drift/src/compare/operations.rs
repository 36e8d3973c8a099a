//! Operations and webhooks: which are the same ones, and what is said of them as a whole.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value;

use super::{Comparison, Label, Owner, Scope, Sides};
use crate::{
    class::Direction,
    resolve::{Description, flag, items, members, text},
    rules::Kind,
};
use document::canonical;
use document::schema::METHODS;

/// The keywords of an operation that are compared one by one.
const KNOWN: [&str; 13] = [
    "tags",
    "summary",
    "description",
    "externalDocs",
    "operationId",
    "parameters",
    "requestBody",
    "responses",
    "callbacks",
    "deprecated",
    "security",
    "servers",
    "x-sunset",
];

/// Those of them that are compared by themselves.
const PARTS: [&str; 6] = ["parameters", "requestBody", "responses", "callbacks", "security", "servers"];

/// An operation, with the path item around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Operation<'a> {
    pub(super) path: &'a str,
    pub(super) method: &'static str,
    pub(super) value: &'a Value,
    pub(super) item: &'a Value,
    pub(super) id: Option<&'a str>,
}

impl Operation<'_> {
    pub(super) fn name(&self) -> String {
        format!("{} {}", self.method.to_uppercase(), self.path)
    }
}

impl<'a> Comparison<'a> {
    /// Compares two sets of path items: paths, webhooks, or those of a callback.
    pub(super) fn path_items(
        &mut self,
        outer: Option<Scope>,
        direction: Direction,
        prefix: &str,
        holders: (&'a Value, &'a Value),
    ) {
        let (old, new) = (operations(self.old, holders.0), operations(self.new, holders.1));
        let (pairs, mut removed, mut added) = matched(&old, &new, prefix.is_empty());
        // What a path in another file holds could be any of these.
        let blind = |description: Description<'a>, paths: &'a Value| -> HashSet<String> {
            let unresolved = members(Some(paths)).filter(|(_, item)| description.is_unresolved(item));
            unresolved.map(|(path, _)| template(path)).collect()
        };
        let (old_blind, new_blind) = (blind(self.old, holders.0), blind(self.new, holders.1));
        removed.retain(|operation| !new_blind.contains(&template(operation.path)));
        added.retain(|operation| !old_blind.contains(&template(operation.path)));
        for (old, new) in &pairs {
            let scope = self.scope(outer, direction, prefix, new);
            self.operation(scope, old, new, prefix);
        }
        for old in removed {
            let scope = self.scope(outer, direction, prefix, &old);
            let gone =
                if flag(old.value, "deprecated") { Kind::DeprecatedOperationRemoved } else { Kind::OperationRemoved };
            let before = Value::from(format!("{prefix}{}", old.name()));
            self.record(scope, gone, Sides::removed(old.value, holders.1), "", Some(&before), None);
        }
        for new in added {
            let scope = self.scope(outer, direction, prefix, &new);
            let after = Value::from(format!("{prefix}{}", new.name()));
            self.record(scope, Kind::OperationAdded, Sides::added(holders.0, new.value), "", None, Some(&after));
        }
        self.items(outer.unwrap_or_else(|| Scope::of(Owner::Document, direction)), holders);
    }

    /// What is said of path items themselves.
    fn items(&mut self, scope: Scope, holders: (&'a Value, &'a Value)) {
        let path_item = [&["$ref", "summary", "description", "servers", "parameters"][..], &METHODS].concat();
        let empty = |description: Description<'a>, item| {
            !METHODS.iter().any(|method| description.follow(item).get(method).is_some())
        };
        // Paths that only one side has, by what is left without the names of their parameters.
        let alone = |one: &'a Value, other: &'a Value| -> HashMap<String, &'a Value> {
            let alone = members(Some(one)).filter(|(path, _)| other.get(path).is_none());
            alone.map(|(path, item)| (template(path), item)).collect()
        };
        let (gone, fresh) = (alone(holders.0, holders.1), alone(holders.1, holders.0));
        for (path, item) in members(Some(holders.0)) {
            if path.starts_with("x-") {
                self.other(scope, path, (Some(item), holders.1.get(path)), holders);
                continue;
            }
            match holders.1.get(path).or_else(|| fresh.get(&template(path)).copied()) {
                Some(other) => {
                    let (old, new) = (self.old.follow(item), self.new.follow(other));
                    let scope = Scope { owner: Owner::Document, ..scope };
                    self.text(scope, Kind::SummaryChanged, "summary", old, new);
                    self.text(scope, Kind::DescriptionChanged, "description", old, new);
                    self.metadata(scope, &path_item, old, new);
                }
                None if empty(self.old, item) => {
                    let before = Value::from(path);
                    self.record(scope, Kind::PathRemoved, Sides::removed(item, holders.1), path, Some(&before), None);
                }
                None => {}
            }
        }
        for (path, item) in members(Some(holders.1)) {
            if path.starts_with("x-") {
                if holders.0.get(path).is_none() {
                    self.other(scope, path, (None, Some(item)), holders);
                }
            } else if holders.0.get(path).is_none() && !gone.contains_key(&template(path)) && empty(self.new, item) {
                let after = Value::from(path);
                self.record(scope, Kind::PathAdded, Sides::added(holders.0, item), path, None, Some(&after));
            }
        }
    }

    /// The scope of an operation; what a callback holds belongs to the operation around it.
    fn scope(&mut self, outer: Option<Scope>, direction: Direction, prefix: &str, operation: &Operation<'_>) -> Scope {
        let owner = outer.map_or_else(
            || {
                let name = if prefix.is_empty() { operation.name() } else { format!("{prefix}{}", operation.path) };
                self.labels.push(Label { name, id: operation.id.map(str::to_owned) });
                Owner::Operation(self.labels.len() - 1)
            },
            |scope| scope.owner,
        );
        Scope::of(owner, direction)
    }

    pub(super) fn operation(&mut self, scope: Scope, old: &Operation<'a>, new: &Operation<'a>, prefix: &str) {
        let sides = Sides::both(old.value, new.value);
        let mut renamed = BTreeMap::new();
        if old.method != new.method || template(old.path) != template(new.path) {
            let (before, after) = (Value::from(old.name()), Value::from(new.name()));
            self.record(scope, Kind::OperationMoved, sides, "", Some(&before), Some(&after));
        }
        for (before, after) in names(old.path).into_iter().zip(names(new.path)) {
            if before != after {
                renamed.insert(before, after);
                let (before, after) = (Value::from(before), Value::from(after));
                self.record(
                    scope,
                    Kind::PathParameterRenamed,
                    sides,
                    before.as_str().unwrap_or_default(),
                    Some(&before),
                    Some(&after),
                );
            }
        }
        let (old_value, new_value) = (old.value, new.value);
        if !heads_alike(old_value, new_value) {
            self.head(scope, old_value, new_value);
        }
        self.parameters(scope, old, new, &renamed);
        self.request_body(scope, old_value, new_value);
        self.responses(scope, old_value, new_value);
        self.operation_callbacks(scope, old_value, new_value);
        if prefix.is_empty() {
            self.security(scope, old, new);
            self.servers(scope, old, new);
        }
    }

    /// What is said of an operation itself.
    fn head(&mut self, scope: Scope, old_value: &'a Value, new_value: &'a Value) {
        let sides = Sides::both(old_value, new_value);
        self.keyword(scope, Kind::OperationIdChanged, "operationId", old_value, new_value);
        self.text(scope, Kind::SummaryChanged, "summary", old_value, new_value);
        self.text(scope, Kind::DescriptionChanged, "description", old_value, new_value);
        self.keyword(scope, Kind::ExternalDocsChanged, "externalDocs", old_value, new_value);
        self.tags(scope, old_value, new_value);
        match (flag(old_value, "deprecated"), flag(new_value, "deprecated")) {
            (false, true) => self.record(scope, Kind::OperationDeprecated, sides, "", None, None),
            (true, false) => self.record(scope, Kind::OperationUndeprecated, sides, "", None, None),
            _ => {}
        }
        let sunset = match (old_value.get("x-sunset"), new_value.get("x-sunset")) {
            (None, _) => Kind::SunsetSet,
            (_, None) => Kind::SunsetDropped,
            _ => Kind::SunsetChanged,
        };
        self.keyword(scope, sunset, "x-sunset", old_value, new_value);
        self.metadata(scope, &KNOWN, old_value, new_value);
    }

    fn tags(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        let (before, after): (Vec<_>, Vec<_>) = (items(old.get("tags")).collect(), items(new.get("tags")).collect());
        let mut same = true;
        for tag in before.iter().filter(|tag| !after.contains(tag)) {
            same = false;
            self.record(scope, Kind::TagRemoved, Sides::removed(tag, new), "", Some(tag), None);
        }
        for tag in after.iter().filter(|tag| !before.contains(tag)) {
            same = false;
            self.record(scope, Kind::TagAdded, Sides::added(old, tag), "", None, Some(tag));
        }
        // Only the first tag has a meaning: it is the feature.
        if same && before.first() != after.first() {
            self.record(scope, Kind::TagOrderChanged, Sides::both(old, new), "", old.get("tags"), new.get("tags"));
        }
    }
}

/// Whether two operations are written alike but for their parts, which most are.
fn heads_alike(old: &Value, new: &Value) -> bool {
    let head = |operation| members(Some(operation)).filter(|(key, _)| !PARTS.contains(key));
    old.is_object() && new.is_object() && head(old).eq(head(new))
}

/// The operations below path items.
pub(super) fn operations<'a>(description: Description<'a>, paths: &'a Value) -> Vec<Operation<'a>> {
    let mut found = Vec::new();
    for (path, item) in members(Some(paths)) {
        found.extend(item_operations(description, path, item));
    }
    found
}

/// The operations of one path item.
pub(super) fn item_operations<'a>(
    description: Description<'a>,
    path: &'a str,
    item: &'a Value,
) -> impl Iterator<Item = Operation<'a>> {
    let item = description.follow(item);
    METHODS.into_iter().filter_map(move |method| {
        let value = item.get(method)?;
        Some(Operation { path, method, value, item, id: text(value, "operationId") })
    })
}

type Matched<'a> = (Vec<(Operation<'a>, Operation<'a>)>, Vec<Operation<'a>>, Vec<Operation<'a>>);

/// What an operation can be known by.
type Key<'k> = dyn Fn(&Operation<'_>) -> Option<String> + 'k;

/// Which operations are the same ones: by address, and where they may move then by id, then by content; where two could
/// be meant, none is.
fn matched<'a>(old: &[Operation<'a>], new: &[Operation<'a>], may_move: bool) -> Matched<'a> {
    let mut partner: Vec<Option<usize>> = vec![None; new.len()];
    let mut left: Vec<usize> = (0..old.len()).collect();
    let exact = |operation: &Operation<'_>| Some(format!("{} {}", operation.method, operation.path));
    let address = |operation: &Operation<'_>| Some(format!("{} {}", operation.method, template(operation.path)));
    let id = |operation: &Operation<'_>| operation.id.map(str::to_owned);
    let content = |operation: &Operation<'_>| {
        // Its id may have moved with it.
        let mut value = operation.value.clone();
        if let Some(members) = value.as_object_mut() {
            members.remove("operationId");
        }
        Some(format!("{} {}", operation.method, canonical(&value)))
    };
    let keys: [&Key<'_>; 5] = [&exact, &address, &id, &content, &parts];
    // A webhook and a callback are known by their names alone.
    for (index, key) in keys.into_iter().enumerate().take(if may_move { 5 } else { 1 }) {
        let by_likeness = index > 2;
        if left.is_empty() || partner.iter().all(Option::is_some) {
            break;
        }
        let free: Vec<usize> = (0..new.len()).filter(|index| partner[*index].is_none()).collect();
        let (known, fresh) = (unique(key, old, &left), unique(key, new, &free));
        for (key, index) in known {
            if let (Some(index), Some(Some(found))) = (index, fresh.get(&key))
                && (!by_likeness || may_be_moved(&old[index], &new[*found]))
            {
                partner[*found] = Some(index);
            }
        }
        let taken: HashSet<usize> = partner.iter().flatten().copied().collect();
        left.retain(|index| !taken.contains(index));
    }
    let mut pairs = Vec::new();
    let mut added = Vec::new();
    for (index, operation) in new.iter().enumerate() {
        match partner[index] {
            Some(other) => pairs.push((old[other], *operation)),
            None => added.push(*operation),
        }
    }
    (pairs, left.into_iter().map(|index| old[index]).collect(), added)
}

/// Whether two operations of the same content may be one that moved: two with ids of their own, or with next to nothing
/// inside, have to be about the same thing as well.
fn may_be_moved(old: &Operation<'_>, new: &Operation<'_>) -> bool {
    fn subject(path: &str) -> Option<&str> {
        path.split('/').rfind(|segment| !segment.is_empty() && !segment.starts_with('{'))
    }
    let ids_differ = old.id.is_some() && new.id.is_some() && old.id != new.id;
    !ids_differ && parts(old).is_some() || subject(old.path) == subject(new.path)
}

/// Which operation each key is that of; nothing where it is that of several.
fn unique(key: &Key<'_>, operations: &[Operation<'_>], indexes: &[usize]) -> HashMap<String, Option<usize>> {
    let mut unique = HashMap::new();
    for index in indexes {
        if let Some(key) = key(&operations[*index]) {
            unique.entry(key).and_modify(|known| *known = None).or_insert(Some(*index));
        }
    }
    unique
}

/// What goes in and comes out, whatever the operation is called; nothing where too little goes in to know it by.
fn parts(operation: &Operation<'_>) -> Option<String> {
    let filled = |key: &str| operation.value.get(key).filter(|part| !part.as_array().is_some_and(Vec::is_empty));
    let (parameters, body) = (filled("parameters"), filled("requestBody"));
    let shown = |part: Option<&Value>| part.map(canonical).unwrap_or_default();
    let responses = shown(operation.value.get("responses"));
    (parameters.is_some() || body.is_some())
        .then(|| format!("{} {} {} {responses}", operation.method, shown(parameters), shown(body)))
}

/// A path template without the names of its parameters, which are not on the wire.
pub(super) fn template(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        out.push_str("{}");
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    out + rest
}

/// The names of the parameters of a path template.
fn names(path: &str) -> Vec<&str> {
    path.split('{').skip(1).map(|part| part.split('}').next().unwrap_or_default()).collect()
}
