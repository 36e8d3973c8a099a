//! `openapi.lock`: which description the committed bindings come from, and every file that belongs to them.
//!
//! Only xtask writes it. The list of files decides what `generate` may delete, so a lock with a path that leaves the
//! workspace is refused.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use codegen::normalise::{Names, TypeRecord};
use document::error::{Error, Result};

/// What stands at the top of the file.
const HEADER: &str =
    "# Written by `cargo xtask generate` and `cargo xtask update`; changes made by hand are refused by `verify`.\n\n";

/// The content of `openapi.lock`, in the order it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// How the description came here.
    pub origin: Origin,
    /// Where the vendor publishes the description.
    pub url: String,
    /// The day a published description was fetched, as `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fetched: Option<String>,
    /// The day a transcribed description was written, as `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transcribed: Option<String>,
    /// The `ETag` of the fetched file, for the next conditional request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// The `Last-Modified` of the fetched file, for the next conditional request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    /// SHA-256 of the description as it is on disk.
    pub sha256: String,
    /// SHA-256 of its canonical form, which layout and order of keys do not change.
    pub canonical_sha256: String,
    /// `info.version` of the description.
    pub api_version: String,
    /// The OpenAPI version of the description.
    pub openapi: String,
    /// Path of each overlay and SHA-256 of its bytes.
    #[serde(default)]
    pub overlays: BTreeMap<String, String>,
    /// Name and version of everything that shapes the generated code.
    #[serde(default)]
    pub tools: BTreeMap<String, String>,
    /// `METHOD /path` of each operation, and its name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub operations: BTreeMap<String, String>,
    /// Path of each generated file, relative and with forward slashes, and SHA-256 of its bytes.
    #[serde(default)]
    pub files: BTreeMap<String, String>,
    /// Each type, and what identifies its schema.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub types: BTreeMap<String, NamedType>,
}

/// A type in the lock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum NamedType {
    /// What identifies the schema of the type that is the key.
    Record(TypeRecord),
    /// The name of the type; the key is the place of its schema. Locks were written so before names belonged to schemas.
    Place(String),
}

/// How a description came into the repository.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// Written by people from the public reference pages.
    Transcribed,
    /// Fetched from the vendor, byte for byte.
    Published,
    /// A changed copy, given as a file: not what the vendor publishes.
    Local,
    /// Given as a file; nobody said where it comes from.
    File,
}

impl Origin {
    /// The word that stands in the lock and in the generated code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Transcribed => "transcribed",
            Self::Published => "published",
            Self::Local => "local",
            Self::File => "file",
        }
    }
}

impl Lock {
    /// Reads and checks the text of a lock file.
    pub fn read(text: &str) -> Result<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let lock: Self = toml::from_str(text).map_err(|error| {
            let message = error.message().lines().collect::<Vec<_>>().join(" ");
            let refused = refused(format!("the lock cannot be read: {message}"));
            match error.span() {
                Some(span) => refused.line(1 + text.bytes().take(span.start).filter(|byte| *byte == b'\n').count()),
                None => refused,
            }
        })?;
        lock.check()?;
        Ok(lock)
    }

    /// The text of the lock file: the same lock always gives the same bytes.
    pub fn render(&self) -> Result<String> {
        self.check()?;
        let body = toml::to_string(self).map_err(|error| Error::new("the lock cannot be written").because(error))?;
        Ok(format!("{HEADER}{body}"))
    }

    /// The names that stay as they are.
    #[must_use]
    pub fn names(&self) -> Names {
        let mut names = Names { operations: self.operations.clone(), ..Names::default() };
        for (key, named) in &self.types {
            match named {
                NamedType::Record(record) => drop(names.types.insert(key.clone(), record.clone())),
                NamedType::Place(name) => drop(names.places.insert(key.clone(), name.clone())),
            }
        }
        names
    }

    /// The files that the last generation wrote, and that the next one may therefore remove.
    #[must_use]
    pub fn owned(&self) -> Vec<String> {
        self.files.keys().cloned().collect()
    }

    fn check(&self) -> Result<()> {
        let hashes = [("sha256", &self.sha256), ("canonical_sha256", &self.canonical_sha256)];
        let tables = self.overlays.iter().chain(&self.files).map(|(path, hash)| (path.as_str(), hash));
        for (name, hash) in hashes.into_iter().chain(tables) {
            if hash.len() != 64 || !hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
                return Err(refused(format!("`{hash}` of {name:?} is not a SHA-256 in lower-case hexadecimal digits")));
            }
        }
        for path in self.overlays.keys().chain(self.files.keys()) {
            if !files::is_relative(path) {
                return Err(refused(format!("{path:?} is not a path inside the workspace")));
            }
        }
        for date in [&self.fetched, &self.transcribed].into_iter().flatten() {
            if !is_date(date) {
                return Err(refused(format!("{date:?} is not a date like 2025-01-31")));
            }
        }
        Ok(())
    }
}

/// The types of a lock.
pub(crate) fn types(names: &Names) -> BTreeMap<String, NamedType> {
    names.types.iter().map(|(name, record)| (name.clone(), NamedType::Record(record.clone()))).collect()
}

fn refused(message: String) -> Error {
    Error::new(message).file("openapi.lock").remedy("restore the committed openapi.lock: it is written by xtask only")
}

/// Whether a text is a day of the calendar, as `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    text.len() == "YYYY-MM-DD".len() && chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> NamedType {
        NamedType::Record(TypeRecord {
            component: Some("foo.bar".to_owned()),
            uses: ["listThings response".to_owned(), "Thing.foo[]".to_owned()].into(),
            shape: ["union", "object id", "string"].map(str::to_owned).to_vec().into(),
            variants: BTreeMap::from([("Thing".to_owned(), "FooBarThing".to_owned())]),
            renamed: BTreeMap::from([("asc".to_owned(), "Asc2".to_owned())]),
        })
    }

    fn lock() -> Lock {
        let hash = "ab".repeat(32);
        let table = |keys: &[&str]| keys.iter().map(|key| ((*key).to_owned(), hash.clone())).collect();
        Lock {
            origin: Origin::Transcribed,
            url: "https://example.com/openapi.yaml".to_owned(),
            fetched: None,
            transcribed: Some("2025-01-31".to_owned()),
            etag: None,
            last_modified: None,
            sha256: hash.clone(),
            canonical_sha256: hash.clone(),
            api_version: "1.0.0".to_owned(),
            openapi: "3.1.0".to_owned(),
            overlays: table(&["overlay.yaml"]),
            tools: BTreeMap::from([("progenitor".to_owned(), "0.15.1".to_owned())]),
            operations: BTreeMap::from([("GET /v1/things".to_owned(), "listThings".to_owned())]),
            types: BTreeMap::from([("FooBar".to_owned(), record())]),
            files: table(&["hero-api/src/generated/mod.rs", "docs/coverage.md"]),
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mut published = lock();
        published.origin = Origin::Published;
        published.fetched = published.transcribed.take();
        published.etag = Some("W/\"x\\\"".to_owned());
        published.last_modified = Some("Fri, 31 Jan 2025 00:00:00 GMT".to_owned());
        for lock in [lock(), published] {
            let text = lock.render().expect("text");
            assert_eq!(Lock::read(&text).expect("lock"), lock);
            assert_eq!(Lock::read(&text.replace('\n', "\r\n")).expect("lock"), lock);
        }
    }

    #[test]
    fn a_lock_of_the_first_format_is_read() {
        let text = lock().render().expect("text");
        let (start, _) = text.split_once("\n[types.FooBar]").expect("types");
        let first = format!("{start}\n[types]\n\"/components/schemas/foo.bar\" = \"FooBar\"\n");
        let names = Lock::read(&first).expect("lock").names();
        assert!(names.types.is_empty());
        assert_eq!(names.places, BTreeMap::from([("/components/schemas/foo.bar".to_owned(), "FooBar".to_owned())]));
    }

    #[test]
    fn the_lock_lists_files_in_order() {
        let text = lock().render().expect("text");
        assert!(text.starts_with("# Written by `cargo xtask generate`"));
        assert!(text.find("docs/coverage.md") < text.find("hero-api/src"), "{text}");
        assert_eq!(text, lock().render().expect("text"));
    }

    #[test]
    fn an_unknown_key_is_refused_with_its_name_and_line() {
        let text = lock().render().expect("text").replace("url =", "uri = 1\nurl =");
        let message = Lock::read(&text).expect_err("unknown key").to_string();
        assert!(message.contains("uri") && message.contains("openapi.lock:4"), "{message}");
        assert!(Lock::read("").expect_err("empty").to_string().contains("origin"));
    }

    #[test]
    fn a_lock_that_points_outside_is_refused() {
        for path in ["../other", "/etc/passwd", "a/../../b", "", "C:/x", "a\\\\b"] {
            let text = lock().render().expect("text").replace("docs/coverage.md", path);
            assert!(Lock::read(&text).is_err(), "{path}");
        }
    }

    #[test]
    fn hashes_and_dates_are_checked() {
        for (from, to) in [("2025-01-31", "2025-13-31"), ("2025-01-31", "yesterday"), (&*"ab".repeat(32), "ABCD")] {
            assert!(Lock::read(&lock().render().expect("text").replace(from, to)).is_err(), "{to}");
        }
    }
}
