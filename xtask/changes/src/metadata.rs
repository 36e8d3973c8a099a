//! What `cargo metadata` says of a workspace: its packages, and which of them use the bindings.

use std::{collections::BTreeSet, path::PathBuf};

use document::error::{Error, Result};
use serde::Deserialize;

/// The package that is generated.
pub(crate) const BINDINGS: &str = "hero-api";

/// What `cargo metadata` prints, as far as it is needed here.
#[derive(Deserialize)]
pub(crate) struct Metadata {
    pub(crate) packages: Vec<Package>,
    pub(crate) workspace_root: PathBuf,
    pub(crate) target_directory: PathBuf,
}

#[derive(Deserialize)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) manifest_path: PathBuf,
    /// Where it was published; nothing for a folder.
    pub(crate) source: Option<String>,
    pub(crate) dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    /// The folder that it is in, where the manifest names one.
    pub(crate) path: Option<PathBuf>,
}

impl Metadata {
    /// Reads what cargo printed.
    ///
    /// # Errors
    ///
    /// When it is something else.
    pub(crate) fn read(printed: &str) -> Result<Self> {
        serde_json::from_str(printed)
            .map_err(|error| Error::new("cargo does not say which packages the workspace has").because(error))
    }

    /// The packages that depend on the bindings, directly or through each other.
    pub(crate) fn dependents(&self) -> Vec<&Package> {
        let mut found = BTreeSet::from([BINDINGS]);
        loop {
            let before = found.len();
            for package in &self.packages {
                if package.dependencies.iter().any(|other| found.contains(other.name.as_str())) {
                    found.insert(&package.name);
                }
            }
            if found.len() == before {
                break;
            }
        }
        let is_dependent = |package: &&Package| package.name != BINDINGS && found.contains(package.name.as_str());
        self.packages.iter().filter(is_dependent).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn dependents_are_those_that_lead_to_the_bindings() {
        let package = |name: &str, dependencies: &[&str]| {
            let dependencies: Vec<_> = dependencies.iter().map(|name| json!({ "name": name })).collect();
            json!({ "name": name, "manifest_path": "", "dependencies": dependencies })
        };
        let metadata = json!({"workspace_root": "/", "target_directory": "/target", "packages": [
            package("hero-api", &["serde"]), package("hero-api-ext", &["hero-api"]), package("app", &["hero-api-ext"]),
            package("xtask", &["serde"]),
        ]});
        let metadata = Metadata::read(&metadata.to_string()).expect("metadata");
        let names: Vec<&str> = metadata.dependents().iter().map(|package| package.name.as_str()).collect();
        assert_eq!(names, ["hero-api-ext", "app"]);
        assert!(Metadata::read("{").is_err());
    }
}
