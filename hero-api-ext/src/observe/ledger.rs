//! What was seen so far of one operation, deduplicated and counted.

mod entry;
mod told;

use std::sync::atomic::{AtomicUsize, Ordering};

use self::entry::Entry;
pub(super) use self::entry::Seen;
use super::{Difference, Direction, field_set::FieldSet, shapes::Shape};

/// How many paths and differences a client keeps, for all operations together. What comes after is not told.
pub const MOST_ENTRIES: usize = 16_384;

/// How many responses of an operation with the same status are all compared, whatever their size.
pub const ALL_OF_THE_FIRST: u64 = 64;

/// The size from which only some of the later responses are compared.
pub const LARGE_MESSAGE: usize = 16 << 10;

/// Of large responses that come later, one of so many is compared.
pub const ONE_OF_LARGE: u64 = 4;

/// How many unknown fields of one object are told by name; the keys of more are data.
const MOST_NAMES: usize = 64;

/// A path below the body. The root is 0, which nothing is the parent of but itself.
pub(super) type NodeId = usize;

/// All messages of one direction and status.
pub(super) struct Channel {
    pub(super) direction: Direction,
    pub(super) status: u16,
    /// How many messages were compared.
    pub(super) messages: u64,
    told_messages: u64,
    /// How many large messages came after the first ones.
    large: u64,
    nodes: Vec<Node>,
    entries: Vec<Entry>,
    /// The entries that the current message touched.
    touched: Vec<usize>,
}

struct Node {
    parent: NodeId,
    step: Step,
    shape: u32,
    /// How many values were seen here, and how many of them were objects that were read to the end.
    seen: u64,
    objects: u64,
    /// How many of the objects had the field, in the order of the shape's fields.
    present: Vec<u64>,
    /// The nodes below: one for each field, then one for the items and one for the values of a map. 0 is none.
    below: Vec<NodeId>,
    /// Which field came after which, in the order of the shape's fields and with the first one before all.
    followers: Vec<Option<Follower>>,
    /// Which of the values of an enum came last.
    last_value: usize,
    entries: Vec<usize>,
    names: usize,
}

/// A field, with its node and its shape.
#[derive(Clone, Copy)]
pub(super) struct Follower {
    pub(super) field: usize,
    pub(super) node: NodeId,
    pub(super) shape: u32,
}

#[derive(Clone, Copy)]
pub(super) enum Step {
    Field(usize),
    Items,
    Value,
}

/// How much more may be kept.
pub(super) struct Room(AtomicUsize);

impl Room {
    pub(super) fn new() -> Self {
        Self(AtomicUsize::new(MOST_ENTRIES))
    }

    fn take(&self) -> bool {
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok()
    }
}

impl Channel {
    pub(super) fn new(direction: Direction, status: u16) -> Self {
        let root = Node::new(0, Step::Value, u32::MAX);
        Self {
            direction,
            status,
            messages: 0,
            told_messages: 0,
            large: 0,
            nodes: vec![root],
            entries: Vec::new(),
            touched: Vec::new(),
        }
    }

    /// Whether a message of this size is to be compared.
    pub(super) fn takes(&mut self, size: usize) -> bool {
        if self.messages < ALL_OF_THE_FIRST || size < LARGE_MESSAGE {
            return true;
        }
        self.large += 1;
        self.large % ONE_OF_LARGE == 1
    }

    /// Another message is compared.
    pub(super) fn begin(&mut self) {
        self.messages += 1;
        self.touched.clear();
    }

    /// The root of the body, which has this shape now.
    pub(super) fn root(&mut self, shape: u32) -> NodeId {
        if let Some(root) = self.nodes.first_mut()
            && root.shape != shape
        {
            // Another media type of the same status: what was below belongs to the first one.
            *root = Node { entries: std::mem::take(&mut root.entries), ..Node::new(0, Step::Value, shape) };
        }
        0
    }

    /// The node one step below; `None` when there is no room for it.
    pub(super) fn below(
        &mut self,
        room: &Room,
        parent: NodeId,
        shape: &Shape,
        step: Step,
        child: u32,
    ) -> Option<NodeId> {
        let fields = shape.properties.len();
        let slot = match step {
            Step::Field(index) => index,
            Step::Items => fields,
            Step::Value => fields + 1,
        };
        let known = self.nodes.get(parent)?.below.get(slot).copied().unwrap_or_default();
        if known != 0 {
            return Some(known);
        }
        if !room.take() {
            return None;
        }
        let node = self.nodes.len();
        self.nodes.push(Node::new(parent, step, child));
        let below = &mut self.nodes.get_mut(parent)?.below;
        if below.len() <= slot {
            below.resize(fields + 2, 0);
        }
        *below.get_mut(slot)? = node;
        Some(node)
    }

    pub(super) fn value_seen(&mut self, node: NodeId) {
        if let Some(node) = self.nodes.get_mut(node) {
            node.seen += 1;
        }
    }

    /// An object was read to the end; `has` tells which fields it had.
    pub(super) fn object_seen(&mut self, node: NodeId, shape: &Shape, has: &FieldSet) {
        let Some(node) = self.nodes.get_mut(node) else { return };
        node.objects += 1;
        node.present.resize(shape.properties.len(), 0);
        has.count(&mut node.present);
    }

    /// The field that came after `last` in the last object that had one there; after `None`, the first one.
    #[inline]
    pub(super) fn follower(&self, node: NodeId, last: Option<usize>) -> Option<Follower> {
        let slot = last.map_or(0, |last| last + 1);
        self.nodes.get(node)?.followers.get(slot).copied().flatten()
    }

    /// Takes note of the field that comes after `last`.
    pub(super) fn follows(&mut self, node: NodeId, shape: &Shape, last: Option<usize>, follower: Follower) {
        let slot = last.map_or(0, |last| last + 1);
        let Some(node) = self.nodes.get_mut(node) else { return };
        node.followers.resize(shape.properties.len() + 1, None);
        if let Some(known) = node.followers.get_mut(slot) {
            *known = Some(follower);
        }
    }

    /// Whether a text is one of the values of the shape. Most are the same as the last one.
    pub(super) fn is_value(&mut self, node: NodeId, values: &[String], text: &str) -> bool {
        let Some(node) = self.nodes.get_mut(node) else { return false };
        if values.get(node.last_value).is_some_and(|known| known == text) {
            return true;
        }
        let found = values.binary_search_by(|known| known.as_str().cmp(text));
        node.last_value = found.unwrap_or(node.last_value);
        found.is_ok()
    }

    /// Counts a difference.
    pub(super) fn count(&mut self, room: &Room, node: NodeId, seen: &Seen<'_>, expected: impl FnOnce() -> String) {
        let Some(at) = self.nodes.get_mut(node) else { return };
        let entries = &self.entries;
        let is_it = |index: &&usize| entries.get(**index).is_some_and(|entry| entry.is(seen));
        let index = match at.entries.iter().find(is_it) {
            Some(known) => *known,
            None if seen.kind == Difference::UnknownField && seen.name != "*" && at.names >= MOST_NAMES => {
                // So many names are no contract any more.
                return self.count(room, node, &Seen { name: "*", ..*seen }, expected);
            }
            None if !room.take() => return,
            None => {
                at.names += usize::from(seen.kind == Difference::UnknownField);
                at.entries.push(self.entries.len());
                self.entries.push(Entry::new(node, seen, expected()));
                self.entries.len() - 1
            }
        };
        let Some(entry) = self.entries.get_mut(index) else { return };
        entry.times += 1;
        if entry.last_message != self.messages {
            entry.last_message = self.messages;
            entry.messages += 1;
            self.touched.push(index);
        }
    }
}

impl Node {
    fn new(parent: NodeId, step: Step, shape: u32) -> Self {
        let (present, below, followers, entries) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { parent, step, shape, seen: 0, objects: 0, present, below, followers, last_value: 0, entries, names: 0 }
    }
}
