//! The one error of xtask: what happened, where, and what to do about it.
//!
//! Messages are lower-case fragments without a full stop, so that they read well after "failed to generate:". Whoever
//! knows a part of the place adds it on the way up: the pass knows the JSON pointer, the reader the line, the command
//! the file.

use std::fmt;

/// The result of every step of the pipeline.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a step could not be done.
#[derive(Debug)]
pub struct Error {
    message: String,
    // Boxed to keep `Result` small: most results are not errors.
    at: Option<Box<Place>>,
    remedy: Option<String>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// Where something is wrong, as far as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// JSON pointer (RFC 6901) into the description; the empty string is the whole document.
    pub pointer: Option<String>,
    /// Line of the file, counted from 1.
    pub line: Option<usize>,
    /// The file, as a person would name it.
    pub file: Option<String>,
    /// The `operationId` concerned.
    pub operation: Option<String>,
}

impl Error {
    /// An error that says what happened, in a lower-case fragment without a full stop.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), at: None, remedy: None, source: None }
    }

    /// Adds the JSON pointer of the node concerned.
    #[must_use]
    pub fn at_pointer(mut self, pointer: impl Into<String>) -> Self {
        self.place_mut().pointer = Some(pointer.into());
        self
    }

    /// Adds the line, counted from 1.
    #[must_use]
    pub fn line(mut self, line: usize) -> Self {
        self.place_mut().line = Some(line);
        self
    }

    /// Adds the name of the file.
    #[must_use]
    pub fn file(mut self, file: impl Into<String>) -> Self {
        self.place_mut().file = Some(file.into());
        self
    }

    /// Adds the `operationId` concerned.
    #[must_use]
    pub fn operation(mut self, operation: impl Into<String>) -> Self {
        self.place_mut().operation = Some(operation.into());
        self
    }

    /// Adds what a person can do about it, as an imperative fragment.
    #[must_use]
    pub fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }

    /// Adds the error that led to this one; `{error:#}` prints it.
    #[must_use]
    pub fn because(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// What happened, without the place and the remedy.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Where it happened, as far as it is known.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        self.at.as_deref()
    }

    /// The JSON pointer, when one is known.
    #[must_use]
    pub fn pointer(&self) -> Option<&str> {
        self.place()?.pointer.as_deref()
    }

    fn place_mut(&mut self) -> &mut Place {
        self.at.get_or_insert_default()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if let Some(place) = self.place() {
            write!(f, "\n  at {place}")?;
        }
        if let Some(remedy) = &self.remedy {
            write!(f, "\n  to fix: {remedy}")?;
        }
        if f.alternate() {
            let mut cause = std::error::Error::source(self);
            while let Some(error) = cause {
                write!(f, "\n  because: {error}")?;
                cause = error.source();
            }
        }
        Ok(())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        match (&self.file, self.line) {
            (Some(file), Some(line)) => parts.push(format!("{file}:{line}")),
            (Some(file), None) => parts.push(file.clone()),
            (None, Some(line)) => parts.push(format!("line {line}")),
            (None, None) => {}
        }
        match self.pointer.as_deref() {
            Some("") => parts.push("the root of the document".to_owned()),
            Some(pointer) => parts.push(pointer.to_owned()),
            None => {}
        }
        if let Some(operation) = &self.operation {
            parts.push(format!("operation {operation}"));
        }
        f.write_str(&parts.join(", "))
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_says_what_where_and_what_to_do() {
        let error = Error::new("two keys are the same")
            .at_pointer("/paths/~1v1~1me")
            .line(3)
            .file("openapi.yaml")
            .operation("getMe")
            .remedy("remove one of them");
        assert_eq!(
            error.to_string(),
            "two keys are the same\n  at openapi.yaml:3, /paths/~1v1~1me, operation getMe\n  to fix: remove one of them"
        );
    }

    #[test]
    fn the_cause_is_printed_on_request_only() {
        let error = Error::new("cannot read openapi.lock").because(std::io::Error::other("disk on fire"));
        assert_eq!(error.to_string(), "cannot read openapi.lock");
        assert_eq!(format!("{error:#}"), "cannot read openapi.lock\n  because: disk on fire");
    }

    #[test]
    fn the_root_has_a_name() {
        assert_eq!(
            Error::new("nothing here").at_pointer("").to_string(),
            "nothing here\n  at the root of the document"
        );
    }
}
