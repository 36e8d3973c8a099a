//! The files of this workspace: what the pipeline reads, and everything that it decides.

use std::{collections::BTreeMap, path::Path};

use crate::{
    journal::{self, Arrival},
    lock::{Lock, Origin},
    paths::{COVERAGE, DESCRIPTION, EFFECTIVE, GENERATED, LOCK, MANIFEST, OVERLAY, SHAPES, read, read_optional, utf8},
};
use codegen::{
    generator,
    model::Model,
    pipeline::{self, Input, Output},
};
use document::{
    error::{Error, Result},
    sha256_hex,
};
use files::Tree;

/// The lines between which the features of tags stand in the manifest.
const TAGS_START: &str = "# tags: written by cargo xtask generate\n";
const TAGS_END: &str = "# end of tags\n";

/// What the workspace should hold, and what the last generation left in it.
#[derive(Debug)]
pub struct Planned {
    /// Every file that generation decides, with its content.
    pub tree: Tree,
    /// The files of the lock on disk: the only ones that may be removed.
    pub owned: Vec<String>,
    /// What the pipeline did.
    pub output: Output,
    /// The interrupted update that writing this tree completes.
    pub interrupted: Option<Arrival>,
}

/// Runs the pipeline on the files in `root`; when an update was interrupted, on the description that it brought.
///
/// # Errors
///
/// Says which file cannot be read or used, and what to do.
pub fn plan(root: &Path) -> Result<Planned> {
    let interrupted = journal::read(root)?;
    Ok(Planned { interrupted: interrupted.clone(), ..plan_with(root, interrupted.as_ref())? })
}

/// Runs the pipeline on the description that arrived, or else on the one in `root`.
///
/// # Errors
///
/// As [`plan`].
pub fn plan_with(root: &Path, arrival: Option<&Arrival>) -> Result<Planned> {
    let previous = lock(root)?;
    let overlays = overlays(root)?;
    let (description, source) = if let Some(arrival) = arrival {
        (arrival.description.clone(), Source::of_arrival(arrival)?)
    } else {
        let description = read(root, DESCRIPTION)?;
        let source = Source::of(&description, previous.as_ref())?;
        (description, source)
    };
    let known = previous.as_ref().map(Lock::names).unwrap_or_default();
    let known = match arrival {
        Some(_) => pipeline::upgraded(known, crate::paths::description(root)?.as_deref(), &overlays),
        None => known,
    };
    let output = pipeline::run(Input { known, ..Input::new(&description, &overlays, source.origin.as_str()) })?;

    let mut generated: BTreeMap<String, Vec<u8>> =
        output.files.iter().map(|(path, text)| (format!("{GENERATED}/{path}"), text.clone().into_bytes())).collect();
    generated.insert(COVERAGE.to_owned(), output.coverage.clone().into_bytes());
    // For `hero-api-ext`, which observes. A crate of `generate --spec` has no such layer, so it gets none.
    generated.insert(SHAPES.to_owned(), output.shapes.render().into_bytes());
    generated.insert(EFFECTIVE.to_owned(), format!("{:#}\n", output.corrected).into_bytes());
    generated.extend(codegen::calls::files(&output)?.into_iter().map(|(path, text)| (path, text.into_bytes())));
    let lock = Lock {
        sha256: output.sha256.clone(),
        canonical_sha256: output.canonical_sha256.clone(),
        api_version: output.model.version.clone(),
        openapi: output.openapi.clone(),
        overlays: overlays.iter().map(|(name, bytes)| (name.clone(), sha256_hex(bytes))).collect(),
        tools: generator::tools()?,
        operations: output.names.operations.clone(),
        types: crate::lock::types(&output.names),
        files: generated.iter().map(|(path, bytes)| (path.clone(), sha256_hex(bytes))).collect(),
        ..source.into_lock()
    };

    let mut tree = Tree::new();
    for (path, bytes) in generated {
        tree.insert(&path, bytes)?;
    }
    let manifest = utf8(MANIFEST, read(root, MANIFEST)?)?;
    tree.insert(MANIFEST, with_features(&manifest, &output.model)?.into_bytes())?;
    if arrival.is_some() {
        // Only then: what people wrote is never written over, and bytes that the lock vouches for are not touched.
        tree.insert_exact(DESCRIPTION, description)?;
    }
    tree.insert(LOCK, lock.render()?.into_bytes())?;
    let owned = previous.map(|lock| lock.owned()).unwrap_or_default();
    Ok(Planned { tree, owned, output, interrupted: None })
}

/// Name and bytes of each overlay in `root`.
///
/// # Errors
///
/// When a file cannot be read.
pub fn overlays(root: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    Ok(read_optional(root, OVERLAY)?.map(|bytes| (OVERLAY.to_owned(), bytes)).into_iter().collect())
}

/// The lock in `root`; nothing when there is none.
///
/// # Errors
///
/// When the file cannot be read, or was edited.
pub fn lock(root: &Path) -> Result<Option<Lock>> {
    read_optional(root, LOCK)?.map(|bytes| Lock::read(&utf8(LOCK, bytes)?)).transpose()
}

/// Where the description on disk comes from.
struct Source {
    origin: Origin,
    url: String,
    date: Option<String>,
    etag: Option<String>,
    last_modified: Option<String>,
}

impl Source {
    /// A transcription says of itself that it is one; anything else must be what the lock vouches for.
    fn of(description: &[u8], previous: Option<&Lock>) -> Result<Self> {
        let sha256 = sha256_hex(description);
        if let Some(lock) = previous.filter(|lock| lock.origin == Origin::Local && lock.sha256 == sha256) {
            return Ok(Self::of_lock(lock));
        }
        let document = document::Document::read(DESCRIPTION, description)?.value;
        if let Some(transcription) = document.get("x-transcription") {
            let text = |name: &str| {
                transcription.get(name).and_then(serde_json::Value::as_str).map(str::to_owned).ok_or_else(|| {
                    Error::new(format!("a transcription has to state its `{name}`"))
                        .file(DESCRIPTION)
                        .at_pointer("/x-transcription")
                        .remedy(
                            "add it: the date as YYYY-MM-DD, and the address of the published file as `published-at`",
                        )
                })
            };
            return Ok(Self {
                origin: Origin::Transcribed,
                url: text("published-at")?,
                date: Some(text("date")?),
                etag: None,
                last_modified: None,
            });
        }
        let Some(lock) = previous.filter(|lock| [Origin::Published, Origin::Local].contains(&lock.origin)) else {
            return Err(Error::new(
                "the description does not say that it was transcribed, and no lock says where it was published",
            )
            .file(DESCRIPTION)
            .remedy("state `x-transcription` with `date` and `published-at` if people wrote it, or restore openapi.lock if it was fetched"));
        };
        if lock.sha256 != sha256 {
            return Err(Error::new(format!("the {} description was edited by hand", lock.origin.as_str()))
                .file(DESCRIPTION)
                .remedy("undo the edit, and write the correction into overlay.yaml; or take a changed copy with `cargo xtask update --from FILE --local`"));
        }
        Ok(Self::of_lock(lock))
    }

    fn of_lock(lock: &Lock) -> Self {
        Self {
            origin: lock.origin,
            url: lock.url.clone(),
            date: lock.fetched.clone(),
            etag: lock.etag.clone(),
            last_modified: lock.last_modified.clone(),
        }
    }

    fn of_arrival(arrival: &Arrival) -> Result<Self> {
        let note = arrival.note.clone();
        let origin = if note.local { Origin::Local } else { Origin::Published };
        if !note.local
            && document::Document::read(&note.from, &arrival.description)?.value.get("x-transcription").is_some()
        {
            return Self::of(&arrival.description, None);
        }
        Ok(Self { origin, url: note.url, date: Some(note.fetched), etag: note.etag, last_modified: note.last_modified })
    }

    /// A lock that knows nothing but the source.
    fn into_lock(self) -> Lock {
        let (fetched, transcribed) = match self.origin {
            Origin::Published | Origin::Local | Origin::File => (self.date, None),
            Origin::Transcribed => (None, self.date),
        };
        Lock {
            origin: self.origin,
            url: self.url,
            fetched,
            transcribed,
            etag: self.etag,
            last_modified: self.last_modified,
            sha256: String::new(),
            canonical_sha256: String::new(),
            api_version: String::new(),
            openapi: String::new(),
            overlays: BTreeMap::new(),
            tools: BTreeMap::new(),
            operations: BTreeMap::new(),
            types: BTreeMap::new(),
            files: BTreeMap::new(),
        }
    }
}

/// The manifest with one feature a tag.
pub fn with_features(manifest: &str, model: &Model) -> Result<String> {
    let manifest = manifest.replace("\r\n", "\n");
    let lost = || {
        Error::new("the lines between which the features of tags stand are gone").file(MANIFEST).remedy(format!(
            "put `{}` and `{}` back into [features]",
            TAGS_START.trim(),
            TAGS_END.trim()
        ))
    };
    let (before, rest) = manifest.split_once(TAGS_START).ok_or_else(lost)?;
    let (_, after) = rest.split_once(TAGS_END).ok_or_else(lost)?;
    Ok(format!("{before}{TAGS_START}{}{TAGS_END}{after}", model.features()))
}
