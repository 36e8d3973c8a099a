//! Nodes of a description, known by where they stand in memory: cheaper than by what they say, and never ambiguous.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;
use serde_json::Value;

/// Something by address. Nobody outside chooses addresses: a defence against crafted keys would only cost time.
pub(super) type ByAddress<K, V> = HashMap<K, V, FixedState>;

/// Addresses.
pub(super) type Addresses = HashSet<usize, FixedState>;

/// The address of a node.
pub(super) fn address(node: &Value) -> usize {
    std::ptr::from_ref(node).addr()
}
