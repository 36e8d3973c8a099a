//! What observers are told of what was counted.

use super::{Channel, NodeId, Step, entry::Entry};
use crate::observe::{Difference, Observation, OptionalField, Totals, shapes::Shapes};

impl Channel {
    /// What observers are to be told after the current message; at the end, everything that they do not know.
    pub(in crate::observe) fn due(
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
            let fields = shape.properties.iter().enumerate().zip(&node.present);
            for ((_, property), times) in
                fields.filter(|((index, _), times)| !shape.required.contains(*index) && **times > 0)
            {
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
