//! The corrections that make a description true.

mod other_type;
mod writer;

use std::collections::{BTreeMap, BTreeSet};

use codegen::shapes::Shapes;
use document::error::Result;
use serde_json::{Value, json};

use self::writer::Writer;
use super::{
    ENOUGH_MESSAGES,
    judge::Judged,
    overlay::{self, Action, json_path},
    read::Traffic,
};

/// How a difference would be corrected.
#[derive(Clone, Debug)]
pub(super) enum Fix {
    /// It cannot be, for this reason.
    None(&'static str),
    /// Objects have another field.
    Field { holders: Vec<String>, name: String, found: String, always: bool },
    /// A field of objects is optional, which these schemas require.
    Optional { lists: Vec<String>, name: String },
    /// A field of objects is required.
    Required { holders: Vec<String>, name: String },
    /// A value may have another type, or has it instead.
    Type { sites: Vec<String>, found: String, instead: bool },
    /// A text has no format, or another one.
    Format { places: Vec<String>, found: Option<String> },
    /// An enum has another value.
    Value { places: Vec<String>, value: String },
    /// An operation responds with another status.
    Status { operation: String, status: u16 },
    /// A response has a body of another media type.
    Content { response: String, media: String, body: Option<String> },
    /// A response has another header.
    Header { response: String, name: String, found: String },
    /// A parameter has no effect.
    Ignored { parameter: String },
}

/// Corrections, and what cannot be corrected.
#[derive(Clone, Debug, Default)]
pub struct Proposal {
    /// In the order in which they have to be applied.
    pub actions: Vec<Action>,
    /// How many differences have none.
    pub without: usize,
    /// Why not.
    pub reasons: BTreeSet<String>,
}

impl Proposal {
    pub(super) fn new(document: &Value, shapes: &Shapes, traffic: &Traffic, judged: &[Judged]) -> Self {
        let mut proposal = Writer::new(document).all(judged);
        proposal.actions.extend(provenance(document, shapes, traffic, judged));
        proposal
    }

    /// The overlay with these corrections after those that it has; a new one when there is none.
    ///
    /// # Errors
    ///
    /// When the overlay has no list of actions at its end.
    pub fn overlay(&self, name: &str, existing: Option<&[u8]>) -> Result<String> {
        overlay::text(name, existing, &self.actions)
    }
}

/// Marks the operations of which enough was seen, and nothing that has no correction.
fn provenance(document: &Value, shapes: &Shapes, traffic: &Traffic, judged: &[Judged]) -> Vec<Action> {
    let open: BTreeSet<&str> = judged
        .iter()
        .filter(|one| matches!(one.fix, Fix::None(_)))
        .flat_map(|one| one.change.operation_ids.iter().map(String::as_str))
        .collect();
    let mut seen: BTreeMap<&str, u64> = BTreeMap::new();
    for ((operation, is_request, status), messages) in &traffic.messages {
        if !is_request && (200..300).contains(status) {
            *seen.entry(operation).or_default() += messages;
        }
    }
    let enough = seen.into_iter().filter(|(id, messages)| *messages >= ENOUGH_MESSAGES && !open.contains(id));
    enough
        .filter_map(|(id, messages)| {
            let pointer = &shapes.operations.get(id)?.pointer;
            let is_known =
                document.pointer(&format!("{pointer}/x-provenance")).is_some_and(|known| known == "observed");
            (!is_known).then(|| Action {
                description: format!("{messages} responses of {id} were held against the description."),
                target: json_path(document, pointer),
                update: Some(json!({"x-provenance": "observed"})),
            })
        })
        .collect()
}
