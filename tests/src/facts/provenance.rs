//! How well a part is known.

use super::fact::{Fact, Operation, RequestLine};

/// How well a part is known, as `x-provenance` says it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Provenance {
    Read,
    Sample,
    Inferred,
}
impl Provenance {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Sample => "sample",
            Self::Inferred => "inferred",
        }
    }
}

/// `inferred` when the request line is; `sample` when only samples and inference are behind the parameters and fields; else `read`.
///
/// A guessed path parameter comes from the path of a sample call.
pub(super) fn operation_provenance(operation: &Operation) -> Provenance {
    if operation.request_line == RequestLine::Inferred {
        return Provenance::Inferred;
    }
    let mut known = Known::default();
    for fact in operation.params.query.values() {
        known.field(fact, None);
    }
    known.sample |= operation.params.path.values().any(|fact| fact.guess);
    let successes = operation.responses.iter().filter(|(status, _)| status.starts_with('2')).map(|(_, fact)| fact);
    for fact in operation.body.iter().chain(successes) {
        known.value(fact, None);
    }
    if known.sample && !known.read { Provenance::Sample } else { Provenance::Read }
}
#[derive(Default)]
struct Known {
    read: bool,
    sample: bool,
}

impl Known {
    fn field(&mut self, fact: &Fact, inherited: Option<Provenance>) {
        self.read |= fact.own_provenance().or(inherited).is_none();
        self.sample |= fact.from.is_some();
        self.value(fact, inherited);
    }

    fn value(&mut self, fact: &Fact, inherited: Option<Provenance>) {
        let inherited = fact.own_provenance().or(inherited);
        self.read |= fact.same_as.is_some() && inherited.is_none();
        for field in fact.fields.values() {
            self.field(field, inherited);
        }
        for part in fact.items.iter().chain(&fact.additional_properties).map(|part| &**part).chain(&fact.one_of) {
            self.value(part, inherited);
        }
    }
}
