//! The facts as their files hold them. A key that is not listed here is refused.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::provenance::Provenance;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Operation {
    pub(super) tag: String,
    #[serde(rename = "operation_id")]
    pub(super) id: String,
    pub(super) method: String,
    pub(super) path: String,
    pub(super) request_line: RequestLine,
    #[serde(default)]
    pub(super) gaps: bool,
    #[serde(default)]
    pub(super) params: Params,
    pub(super) body: Option<Fact>,
    #[serde(default)]
    pub(super) responses: BTreeMap<String, Fact>,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum RequestLine {
    Read,
    Inferred,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Params {
    pub(super) path: BTreeMap<String, Fact>,
    pub(super) query: BTreeMap<String, Fact>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Shapes {
    pub(super) enums: BTreeMap<String, Vec<Value>>,
    pub(super) shapes: BTreeMap<String, Fact>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct NotBound {
    pub(super) operations: Vec<Unread>,
    pub(super) tags: Vec<String>,
}

/// An operation of which too little is known; at times not even its id.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Unread {
    pub(super) tag: String,
    pub(super) operation_id: Option<String>,
}

/// What is known of one parameter, body, field or list item.
#[expect(clippy::struct_excessive_bools, reason = "the flags of the facts files, each under its own name")]
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Fact {
    #[serde(rename = "type")]
    pub(super) kind: Option<String>,
    pub(super) any_of: Vec<String>,
    pub(super) one_of: Vec<Fact>,
    pub(super) same_as: Option<String>,
    pub(super) fields: BTreeMap<String, Fact>,
    pub(super) items: Option<Box<Fact>>,
    pub(super) additional_properties: Option<Box<Fact>>,
    pub(super) format: Option<String>,
    pub(super) pattern: Option<String>,
    #[serde(rename = "enum")]
    pub(super) values: Option<Vec<Value>>,
    pub(super) enum_of: Option<String>,
    pub(super) enum_cut: bool,
    pub(super) enum_partial: Vec<String>,
    pub(super) default: Option<Value>,
    pub(super) min_length: Option<u64>,
    pub(super) minimum: Option<u64>,
    pub(super) nullable: bool,
    pub(super) required: bool,
    pub(super) from: Option<Source>,
    pub(super) guess: bool,
    pub(super) example: Option<Value>,
    // Flags that are inferred are kept as they are stated: these three say so and change nothing here.
    pub(super) required_guess: bool,
    pub(super) default_guess: bool,
    pub(super) minimum_guess: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Source {
    Sample,
}

impl Fact {
    pub(super) fn own_provenance(&self) -> Option<Provenance> {
        if self.guess { Some(Provenance::Inferred) } else { self.from.map(|Source::Sample| Provenance::Sample) }
    }

    /// Nothing is known but that it is an object: the description has an open object.
    pub(super) fn is_unknown_object(&self) -> bool {
        self.fields.is_empty()
            && self.additional_properties.is_none()
            && self.one_of.is_empty()
            && self.same_as.is_none()
    }
}
