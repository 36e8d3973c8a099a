//! The nodes of a YAML document while they are being read.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::lines::{Inner, Node};

/// A finished node.
#[derive(Clone)]
pub(super) struct Built {
    pub(super) value: Value,
    pub(super) lines: Node,
    /// What a copy costs, in nodes.
    pub(super) weight: usize,
    /// Levels of nesting inside.
    pub(super) height: usize,
}

impl Built {
    pub(super) fn scalar(value: Value, line: usize) -> Self {
        let weight = 1 + value.as_str().map_or(0, text_weight);
        Self { value, lines: Node::new(line, Inner::Scalar), weight, height: 0 }
    }
}

pub(super) fn text_weight(text: &str) -> usize {
    text.len() / 64
}

/// A collection that is being read.
pub(super) struct Frame {
    pub(super) line: usize,
    pub(super) anchor: usize,
    pub(super) weight: usize,
    pub(super) height: usize,
    pub(super) kind: Kind,
}

pub(super) enum Kind {
    Array(Vec<Value>, Vec<Node>),
    Object { members: Map<String, Value>, lines: HashMap<String, Node>, key: Option<Key>, merged: Option<Box<Built>> },
}

impl Kind {
    pub(super) fn array() -> Self {
        Self::Array(Vec::new(), Vec::new())
    }

    pub(super) fn object() -> Self {
        Self::Object { members: Map::new(), lines: HashMap::new(), key: None, merged: None }
    }
}

pub(super) struct Key {
    pub(super) text: String,
    pub(super) line: usize,
    pub(super) merge: bool,
}

/// Adds the members of a merge key that are not written beside it; false when it holds something else than objects.
pub(super) fn merge(merged: Built, members: &mut Map<String, Value>, lines: &mut HashMap<String, Node>) -> bool {
    let inner = Arc::unwrap_or_clone(merged.lines.inner);
    let parts: Vec<(Value, Inner)> = match (merged.value, inner) {
        (Value::Array(values), Inner::Array(nodes)) => {
            let inners = nodes.into_iter().map(|node| Arc::unwrap_or_clone(node.inner));
            values.into_iter().zip(inners).collect()
        }
        object => vec![object],
    };
    for part in parts {
        let (Value::Object(new), Inner::Object(mut nodes)) = part else { return false };
        for (key, value) in new {
            if let (false, Some(node)) = (members.contains_key(&key), nodes.remove(&key)) {
                lines.insert(key.clone(), node);
                members.insert(key, value);
            }
        }
    }
    true
}
