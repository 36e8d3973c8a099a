//! Compares a transcribed `OpenAPI` description with the facts it was transcribed from, in both directions.
//!
//! The facts (`tests/facts`) hold what the public reference pages show, and how well each part is known. The rules that turn
//! a fact into a part of the description are in [`differences`] and below; each is stated once, where it is applied.
mod difference;
mod document;
mod fact;
mod operation;
mod provenance;
mod references;
mod response;
mod schema;
mod values;
mod walk;

use std::{fs, path::Path};

use ::document::Document;
use serde::de::DeserializeOwned;

use self::fact::{NotBound, Operation, Shapes};
pub use self::{
    difference::{Difference, Exception, without_exceptions},
    walk::differences,
};

/// What the reference pages show: the operations, the shapes they share, and the operations of which only a name is known.
#[derive(Debug, Default)]
pub struct Facts {
    operations: Vec<Operation>,
    shapes: Shapes,
    not_bound: NotBound,
}

impl Facts {
    /// Reads `operations/*.yaml`, `shapes.yaml` and `not-bound.yaml` of a folder.
    pub fn load(folder: &Path) -> Result<Self, String> {
        let read = |path: &Path| fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
        let listed =
            fs::read_dir(folder.join("operations")).map_err(|error| format!("{}: {error}", folder.display()))?;
        let mut operations = listed
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| error.to_string())?;
        operations.sort();
        let operations = operations.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
        let operations: Vec<_> = operations.iter().map(String::as_str).collect();
        Self::parse(&operations, &read(&folder.join("shapes.yaml"))?, &read(&folder.join("not-bound.yaml"))?)
    }

    /// Reads the facts from the text of their files. A key that this module does not know is an error: it would be a fact
    /// that is not compared.
    pub fn parse(operations: &[&str], shapes: &str, not_bound: &str) -> Result<Self, String> {
        let mut facts = Self { operations: Vec::new(), shapes: from_yaml(shapes)?, not_bound: from_yaml(not_bound)? };
        for text in operations {
            facts.operations.extend(from_yaml::<Vec<Operation>>(text)?);
        }
        Ok(facts)
    }
}

fn from_yaml<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let start = text.lines().find(|line| !line.starts_with('#')).unwrap_or_default();
    let document = Document::parse(text).map_err(|error| format!("facts at `{start}`: {error:#}"))?;
    serde_json::from_value(document.value).map_err(|error| format!("facts at `{start}`: {error}"))
}
