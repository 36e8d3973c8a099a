//! How a command ends, and errors of its output.

use document::error::Error;

/// How a command ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Outcome {
    /// As it should be.
    Good,
    /// Something differs; the output says what, and how to repair it.
    Differs,
}

/// The error of output that cannot be written.
#[must_use]
pub fn unwritable(error: std::io::Error) -> Error {
    Error::new("cannot write the output").because(error)
}
