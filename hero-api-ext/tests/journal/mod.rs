//! The journals of bulks against their contract: `testing::journal_conformance`. Those in a database are in `tests/databases`.

mod defects;
mod file;
mod memory;
mod workers;
