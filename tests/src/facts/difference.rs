//! What a comparison finds, and what is meant to be found.

use std::fmt;

/// A place where the facts and the description do not agree.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    pub(super) operation: String,
    pub(super) place: String,
    pub(super) facts: String,
    pub(super) description: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, place, facts, description } = self;
        write!(formatter, "{operation}: {place}: facts say {facts}, description says {description}")
    }
}

/// A difference that is meant to be there, and why.
#[derive(Debug, Clone, Copy)]
pub struct Exception {
    /// The operation's id.
    pub operation: &'static str,
    /// The place, as [`Difference`] prints it.
    pub place: &'static str,
    /// What the description says there.
    pub description: &'static str,
    /// Why it departs from the facts.
    pub reason: &'static str,
}

/// Takes the exceptions away; one that meets no difference is a difference itself.
#[must_use]
pub fn without_exceptions(mut differences: Vec<Difference>, exceptions: &[Exception]) -> Vec<Difference> {
    for exception in exceptions {
        let before = differences.len();
        differences.retain(|difference| {
            (difference.operation.as_str(), difference.place.as_str(), difference.description.as_str())
                != (exception.operation, exception.place, exception.description)
        });
        if differences.len() == before {
            differences.push(Difference {
                operation: exception.operation.into(),
                place: exception.place.into(),
                facts: "the same as the description".into(),
                description: format!(
                    "the same, so the exception for {} ({}) is to be removed",
                    exception.description, exception.reason
                ),
            });
        }
    }
    differences
}
