//! What was seen so far of one operation, deduplicated and counted.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::{
    Difference, Direction, Observation, OptionalField, Totals,
    shapes::{Shape, Shapes, types},
};

/// How many paths and differences a client keeps, for all operations together. What comes after is not told.
pub const MOST_ENTRIES: usize = 16_384;

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
    entries: Vec<usize>,
    names: usize,
}

#[derive(Clone, Copy)]
pub(super) enum Step {
    Field(usize),
    Items,
    Value,
}

struct Entry {
    node: NodeId,
    kind: Difference,
    /// The field, header or parameter that it is about; empty for the value itself.
    name: Box<str>,
    expected: Box<str>,
    found: Box<str>,
    value: Option<Box<str>>,
    messages: u64,
    times: u64,
    last_message: u64,
    /// What observers were told last: in how many messages, of how many.
    told: u64,
    told_of: u64,
}

/// A difference that is about to be counted.
pub(super) struct Seen<'a> {
    pub(super) kind: Difference,
    /// The field, header or parameter that it is about; empty for the value itself.
    pub(super) name: &'a str,
    pub(super) found: &'a str,
    pub(super) value: Option<&'a str>,
}

impl<'a> Seen<'a> {
    pub(super) fn new(kind: Difference, name: &'a str, found: &'a str) -> Self {
        Self { kind, name, found, value: None }
    }
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
            nodes: vec![root],
            entries: Vec::new(),
            touched: Vec::new(),
        }
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
    pub(super) fn object_seen(&mut self, node: NodeId, shape: &Shape, has: impl Fn(usize) -> bool) {
        let Some(node) = self.nodes.get_mut(node) else { return };
        node.objects += 1;
        node.present.resize(shape.properties.len(), 0);
        for (index, present) in node.present.iter_mut().enumerate() {
            *present += u64::from(has(index));
        }
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

    /// What observers are to be told after the current message; at the end, everything that they do not know.
    pub(super) fn due(
        &mut self,
        shapes: &Shapes,
        operation: &'static str,
        at_end: bool,
    ) -> (Vec<Observation>, Option<Totals>) {
        let touched = if at_end { (0..self.entries.len()).collect() } else { std::mem::take(&mut self.touched) };
        let mut observations = Vec::new();
        for index in touched {
            let Some(entry) = self.entries.get(index) else { continue };
            // A count without the new total would leave a rate that is too high.
            let is_known = (entry.told, entry.told_of) == (entry.messages, self.messages);
            let is_due = if at_end { !is_known } else { entry.messages.is_power_of_two() };
            if is_due {
                observations.push(self.observation(shapes, operation, entry));
                if let Some(entry) = self.entries.get_mut(index) {
                    entry.told = entry.messages;
                    entry.told_of = self.messages;
                }
            }
        }
        let is_due = if at_end { self.told_messages != self.messages } else { self.messages.is_power_of_two() };
        let totals = is_due.then(|| self.totals(shapes, operation));
        if is_due {
            self.told_messages = self.messages;
        }
        (observations, totals)
    }

    fn observation(&self, shapes: &Shapes, operation: &'static str, entry: &Entry) -> Observation {
        let is_about_body = !matches!(
            entry.kind,
            Difference::Status
                | Difference::ContentType
                | Difference::Header
                | Difference::PageSizeIgnored
                | Difference::PageIndexIgnored
        );
        let node = self.nodes.get(entry.node);
        let of_times = match entry.kind {
            Difference::UnknownField | Difference::Missing => node.map_or(0, |node| node.objects),
            _ if is_about_body => node.map_or(0, |node| node.seen),
            _ => self.messages,
        };
        let path = match (is_about_body, entry.name.is_empty()) {
            (true, true) => self.path(shapes, entry.node),
            (true, false) => format!("{}.{}", self.path(shapes, entry.node), entry.name),
            (false, true) => "$".to_owned(),
            (false, false) => entry.name.to_string(),
        };
        Observation {
            operation,
            direction: self.direction,
            status: self.status,
            path,
            kind: entry.kind,
            expected: entry.expected.to_string(),
            found: entry.found.to_string(),
            value: entry.value.as_deref().map(str::to_owned),
            messages: entry.messages,
            of: self.messages,
            times: entry.times,
            of_times: of_times.max(entry.times),
            more: entry.messages - entry.told,
        }
    }

    fn totals(&self, shapes: &Shapes, operation: &'static str) -> Totals {
        let mut optional = Vec::new();
        for (id, node) in self.nodes.iter().enumerate().filter(|(_, node)| node.objects > 0) {
            let shape = shapes.get(node.shape);
            let fields = shape.properties.iter().zip(&node.present);
            for (property, times) in fields.filter(|(property, times)| !property.required && **times > 0) {
                let path = format!("{}.{}", self.path(shapes, id), property.name);
                optional.push(OptionalField { path, times: *times, of_times: node.objects });
            }
        }
        Totals { operation, direction: self.direction, status: self.status, of: self.messages, optional }
    }

    /// The path of a node, as text.
    fn path(&self, shapes: &Shapes, mut id: NodeId) -> String {
        let mut steps = Vec::new();
        while id != 0 {
            let Some(node) = self.nodes.get(id) else { break };
            let parent = self.nodes.get(node.parent).map_or(u32::MAX, |parent| parent.shape);
            steps.push(match node.step {
                Step::Field(index) => {
                    let name = shapes.get(parent).properties.get(index).map_or("*", |property| property.name.as_str());
                    format!(".{name}")
                }
                Step::Items => "[]".to_owned(),
                Step::Value => ".*".to_owned(),
            });
            id = node.parent;
        }
        steps.reverse();
        format!("${}", steps.concat())
    }
}

impl Node {
    fn new(parent: NodeId, step: Step, shape: u32) -> Self {
        let (present, below, entries) = (Vec::new(), Vec::new(), Vec::new());
        Self { parent, step, shape, seen: 0, objects: 0, present, below, entries, names: 0 }
    }
}

impl Entry {
    fn new(node: NodeId, seen: &Seen<'_>, expected: String) -> Self {
        Self {
            node,
            kind: seen.kind,
            name: seen.name.into(),
            expected: expected.into(),
            found: seen.found.into(),
            value: seen.value.map(Into::into),
            messages: 0,
            times: 0,
            last_message: 0,
            told: 0,
            told_of: 0,
        }
    }

    fn is(&self, seen: &Seen<'_>) -> bool {
        self.kind == seen.kind
            && *self.name == *seen.name
            && *self.found == *seen.found
            && self.value.as_deref() == seen.value
    }
}

/// The words for what a shape expects.
pub(super) fn expected(shape: &Shape) -> String {
    types::text(shape.types)
}
