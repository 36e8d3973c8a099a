//! Callbacks of operations, which are identified by the expression of their address.

use std::collections::HashSet;

use serde_json::Value;

use super::{
    Comparison, Owner, Scope, Sides,
    operations::{Operation, item_operations},
};
use crate::{
    address::address,
    class::Direction,
    resolve::{Description, members},
    rules::Kind,
};

/// Operations of callbacks that are compared; more of them only a description has that makes them on purpose.
const BUDGET: usize = 20_000;

/// Operations of callbacks that wait to be compared, and those that were.
#[derive(Default)]
pub(super) struct Callbacks<'a> {
    waiting: Vec<(Scope, Operation<'a>, Operation<'a>)>,
    seen: HashSet<(Owner, Direction, usize, usize)>,
}

/// What is called at one address.
struct Callback<'a> {
    name: &'a str,
    expression: &'a str,
    item: &'a Value,
}

impl<'a> Comparison<'a> {
    /// Compares the operations of callbacks that are waiting, and those that they lead to.
    pub(super) fn callback_operations(&mut self) {
        while let Some((scope, old, new)) = self.callbacks.waiting.pop() {
            self.operation(scope, &old, &new, "callback ");
        }
    }

    pub(super) fn operation_callbacks(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        let holders = (old.get("callbacks").unwrap_or(old), new.get("callbacks").unwrap_or(new));
        let lists = (old.get("callbacks"), new.get("callbacks"));
        let unresolved =
            |description: Description<'a>, list| members(list).any(|(_, callback)| description.is_unresolved(callback));
        let is_known = !unresolved(self.old, lists.0) && !unresolved(self.new, lists.1);
        let (before, mut after) = (callbacks(self.old, lists.0), callbacks(self.new, lists.1));
        for callback in before {
            let same = |other: &Callback<'a>| other.expression == callback.expression;
            let partner = after
                .iter()
                .position(|other| same(other) && other.name == callback.name)
                .or_else(|| after.iter().position(same));
            let value = Value::from(callback.name);
            let Some(partner) = partner.map(|index| after.remove(index)) else {
                if is_known {
                    let sides = Sides::removed(callback.item, holders.1);
                    self.record(scope, Kind::CallbackRemoved, sides, callback.name, Some(&value), None);
                }
                continue;
            };
            if partner.name != callback.name {
                let sides = Sides::both(callback.item, partner.item);
                let after = Value::from(partner.name);
                self.record(scope, Kind::CallbackRenamed, sides, callback.name, Some(&value), Some(&after));
            }
            self.callback_item(scope, &callback, &partner);
        }
        for callback in after.iter().filter(|_| is_known) {
            let value = Value::from(callback.name);
            let sides = Sides::added(holders.0, callback.item);
            self.record(scope, Kind::CallbackAdded, sides, callback.name, None, Some(&value));
        }
    }

    /// Lets the operations at one address be compared.
    fn callback_item(&mut self, scope: Scope, old: &Callback<'a>, new: &Callback<'a>) {
        if self.is_blind(old.item, new.item) {
            return;
        }
        let scope = Scope { direction: scope.direction.flipped(), ..scope };
        let mut fresh: Vec<Operation<'a>> = item_operations(self.new, new.expression, new.item).collect();
        for operation in item_operations(self.old, old.expression, old.item) {
            let partner = fresh.iter().position(|other| other.method == operation.method);
            if let Some(partner) = partner.map(|index| fresh.remove(index)) {
                self.wait_for_callback(scope, operation, partner);
            } else {
                let before = Value::from(format!("callback {}", operation.name()));
                let sides = Sides::removed(operation.value, new.item);
                self.record(scope, Kind::OperationRemoved, sides, "", Some(&before), None);
            }
        }
        for operation in fresh {
            let after = Value::from(format!("callback {}", operation.name()));
            let sides = Sides::added(old.item, operation.value);
            self.record(scope, Kind::OperationAdded, sides, "", None, Some(&after));
        }
    }

    fn wait_for_callback(&mut self, scope: Scope, old: Operation<'a>, new: Operation<'a>) {
        let key = (scope.owner, scope.direction, address(old.value), address(new.value));
        if !self.callbacks.seen.insert(key) {
            return;
        }
        if self.callbacks.seen.len() > BUDGET {
            let sides = Sides::both(old.value, new.value);
            return self.record(scope, Kind::ComparisonIncomplete, sides, "", None, None);
        }
        self.callbacks.waiting.push((scope, old, new));
    }
}

/// The callbacks of an operation, one for each address.
fn callbacks<'a>(description: Description<'a>, list: Option<&'a Value>) -> Vec<Callback<'a>> {
    members(list)
        .flat_map(|(name, callback)| {
            members(Some(description.follow(callback)))
                .filter(|(expression, _)| !expression.starts_with("x-") && *expression != "$ref")
                .map(move |(expression, item)| Callback { name, expression, item })
        })
        .collect()
}
