//! A schema as what it allows, however it is written.
//!
//! References, `allOf`, the ways to write null, enums of one and limits of nothing are gone: two schemas of the same
//! meaning have the same shape. What is inside (fields, items, alternatives) stays unread until it is compared, so that a
//! schema may contain itself.

mod keywords;
mod read;
mod simplify;
mod unions;

use std::{borrow::Cow, collections::BTreeMap};

use serde_json::Value;

use super::types::Types;

pub(super) use read::{TRANSCRIPTION_MARKS, canonical_all, raw_shape, shape};
pub(super) use simplify::keeps;

/// Schemas that all have to hold.
pub(super) type All<'a> = Vec<&'a Value>;

/// What a schema allows.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape<'a> {
    /// The types, when they are limited.
    pub(super) types: Option<Types>,
    /// Where that is said.
    pub(super) types_at: Option<&'a Value>,
    /// The values apart from null, when they are listed.
    pub(super) values: Option<Vec<&'a Value>>,
    /// Where that is said.
    pub(super) values_at: Option<&'a Value>,
    /// Limits by keyword.
    pub(super) limits: BTreeMap<&'static str, Limit<'a>>,
    /// The patterns that a text has to match, and where each is said.
    pub(super) text_patterns: BTreeMap<&'a str, &'a Value>,
    /// Each field with its schemas.
    pub(super) properties: BTreeMap<&'a str, All<'a>>,
    /// The fields that have to be there, and where that is said.
    pub(super) required: BTreeMap<&'a str, &'a Value>,
    /// What other fields have to be.
    pub(super) additional: Option<Additional<'a>>,
    /// Schemas of fields by pattern.
    pub(super) patterns: BTreeMap<&'a str, All<'a>>,
    /// Schemas of the first items.
    pub(super) prefix: Vec<All<'a>>,
    /// Schemas of the other items.
    pub(super) items: Option<All<'a>>,
    /// What some items have to be, and how many.
    pub(super) contains: Option<Contains<'a>>,
    /// For each field, the fields that it needs beside it, and where that is said.
    pub(super) dependent: BTreeMap<(&'a str, &'a str), &'a Value>,
    /// A reference that leads to nothing in this file, so that nobody knows what is allowed.
    pub(super) unresolved: Option<&'a Value>,
    /// A part that was not read, because there are too many or they nest too deep.
    pub(super) incomplete: Option<&'a Value>,
    /// The alternatives, of which one or any has to hold.
    pub(super) unions: Vec<Union<'a>>,
    /// The discriminator.
    pub(super) discriminator: Option<&'a Value>,
    /// Schemas below which smaller and larger cannot be told apart, by keyword and name.
    pub(super) conditions: BTreeMap<String, (&'a Value, All<'a>)>,
    /// Known keywords that are compared as they are.
    pub(super) plain: BTreeMap<&'static str, &'a Value>,
    /// Flags that are set, and where.
    pub(super) flags: BTreeMap<&'static str, &'a Value>,
    /// Extensions and keywords that nobody knows.
    pub(super) others: BTreeMap<&'a str, &'a Value>,
}

/// A limit of a value.
#[derive(Clone, Debug)]
pub(super) struct Limit<'a> {
    /// Where it is said.
    pub(super) at: &'a Value,
    /// What it is.
    pub(super) value: Cow<'a, Value>,
    /// Whether the limit itself is not allowed.
    pub(super) exclusive: bool,
}

impl<'a> Limit<'a> {
    /// A limit as it is written.
    pub(super) fn written(at: &'a Value) -> Self {
        Self { at, value: Cow::Borrowed(at), exclusive: false }
    }

    /// A limit that another keyword means.
    pub(super) fn meant(at: &'a Value, value: Value) -> Self {
        Self { at, value: Cow::Owned(value), exclusive: false }
    }
}

/// What some items of a list have to be (`contains`).
#[derive(Clone, Debug)]
pub(super) struct Contains<'a> {
    /// Where it is said.
    pub(super) at: &'a Value,
    /// The schemas that they have to follow.
    pub(super) schema: All<'a>,
    /// How many of them there have to be, and where that is said.
    pub(super) least: (u64, &'a Value),
    /// How many of them there may be, and where that is said.
    pub(super) most: Option<(u64, &'a Value)>,
}

/// What fields without a schema of their own have to be.
#[derive(Clone, Debug)]
pub(super) struct Additional<'a> {
    /// Where it is said.
    pub(super) at: &'a Value,
    /// Whether there may be any.
    pub(super) closed: bool,
    /// Their schemas.
    pub(super) schema: All<'a>,
}

/// Alternatives.
#[derive(Clone, Debug)]
pub(super) struct Union<'a> {
    /// Where they are listed.
    pub(super) at: &'a Value,
    /// Whether exactly one of them has to hold (`oneOf`), or one or more (`anyOf`).
    pub(super) exactly_one: bool,
    /// The alternatives apart from null.
    pub(super) branches: Vec<&'a Value>,
}

impl<'a> Shape<'a> {
    /// Where it is said that null is allowed.
    pub(super) fn null_at(&self) -> Option<&'a Value> {
        let flags = ["nullable-union", "nullable"].iter().find_map(|flag| self.flags.get(flag));
        flags.copied().or(self.types_at)
    }

    /// Whether null is allowed.
    pub(super) fn nullable(&self) -> bool {
        match self.types {
            Some(types) => types.has(Types::NULL),
            // Null among the alternatives is kept as a flag; one that allows null itself is compared itself.
            None => {
                self.unions.is_empty()
                    || ["nullable", "nullable-union"].iter().any(|flag| self.flags.contains_key(flag))
            }
        }
    }

    /// The types apart from null.
    pub(super) fn kinds(&self) -> Types {
        self.types.unwrap_or(Types::ANY).without_null()
    }

    /// Whether fields without a schema of their own are refused.
    pub(super) fn closed(&self) -> bool {
        self.additional.as_ref().is_some_and(|additional| additional.closed)
    }

    /// Whether nothing but alternatives, types and text is said.
    pub(super) fn is_pure_union(&self) -> bool {
        self.values.is_none()
            && self.limits.is_empty()
            && self.text_patterns.is_empty()
            && self.contains.is_none()
            && self.dependent.is_empty()
            && self.unresolved.is_none()
            && self.properties.is_empty()
            && self.required.is_empty()
            && self.additional.is_none()
            && self.patterns.is_empty()
            && self.prefix.is_empty()
            && self.items.is_none()
            && self.conditions.is_empty()
    }
}
