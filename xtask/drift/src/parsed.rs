//! A description that was read for a comparison.

use document::{Document, canonical, schema::METHODS, sha256_hex};
use serde_json::Value;

use crate::{
    references,
    report::{Described, Finding, FindingKind},
    structure,
};
use document::error::Result;

/// A description that was read.
#[derive(Debug)]
pub struct ParsedDescription {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its content, with lines.
    pub document: Document,
    /// What a report says of it.
    pub described: Described,
}

impl ParsedDescription {
    /// Reads a description.
    ///
    /// # Errors
    ///
    /// When the bytes are not an OpenAPI 3 description.
    pub fn read(name: &str, bytes: Vec<u8>) -> Result<Self> {
        let document = document::openapi::read(name, &bytes)?;
        structure::check(name, &document)?;
        let value = &document.value;
        let info = |key: &str| {
            let text = value.get("info").and_then(|info| info.get(key)).and_then(Value::as_str);
            text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let described = Described {
            name: name.to_owned(),
            sha256: sha256_hex(&bytes),
            canonical_sha256: sha256_hex(canonical(value).as_bytes()),
            title: info("title"),
            api_version: info("version"),
            openapi: value.get("openapi").and_then(Value::as_str).unwrap_or_default().to_owned(),
            operations: operations(value),
        };
        Ok(Self { bytes, document, described })
    }

    /// The parts of which nothing can be told, because they stand in no file or in another one.
    pub(crate) fn unresolved(&self) -> impl Iterator<Item = Finding> {
        references::unresolved(&self.document.value).into_iter().map(|unresolved| {
            let line = self.document.lines.nearest(&unresolved.pointer);
            Finding {
                kind: FindingKind::UnresolvedReference,
                message: format!(
                    "{}, line {line}, {}: the reference `{}` leads to nothing in this file, so what it stands for cannot be compared",
                    self.described.name, unresolved.pointer, unresolved.reference,
                ),
            }
        })
    }
}

fn operations(value: &Value) -> usize {
    let description = crate::resolve::Description::new(value);
    let items = description.members("/paths").map(|(_, item)| description.follow(item));
    items.map(|item| METHODS.iter().filter(|method| item.get(**method).is_some()).count()).sum()
}
