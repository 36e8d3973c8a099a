//! The journals of bulks against their contract: `testing::journal_conformance`.
//!
//! Those in a database need their feature: `cargo test -p hero-api-ext --features postgres,sqlite --test journal`. Those
//! in PostgreSQL need a server too, in `HERO_TEST_POSTGRES`; `.ci/postgres run` starts one.
#![allow(clippy::unwrap_used, reason = "a helper that fails has to fail its test")]

mod defects;
mod file;
mod memory;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(feature = "sqlite")]
mod sqlite;
mod workers;

use std::{
    path::PathBuf,
    sync::atomic::{AtomicUsize, Ordering},
};

/// A folder that is gone when the test is over.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub(crate) fn new() -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("hero-journal-{}-{number}", std::process::id()));
        std::fs::create_dir(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    #[cfg(feature = "sqlite")]
    pub(crate) fn folder(&self) -> &std::path::Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
