//! What a mutation does to Rust code: as the rows of both tables say it, and as the two crates show it.

use codegen::pipeline::{self, Input, Output};
use drift::rust::{RustVerdict, compare};
use serde_json::Value;

/// What a difference does to Rust code.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Verdict {
    /// The crate stays as it is.
    Same,
    /// The worst of what it does.
    Differs(RustVerdict),
    /// One of the two descriptions has no crate.
    Unbindable,
}

/// No item differs: text, hints, and what the crate leaves aside, such as callbacks, headers of responses, components that
/// nothing uses, and media types beside the one that it reads or writes.
pub(crate) const N: Verdict = Verdict::Same;
pub(crate) const P: Verdict = Verdict::Differs(RustVerdict::Additive);
/// Programs of the old crate send what the server does not see or refuses, or code has to say what it could leave out.
pub(crate) const T: Verdict = Verdict::Differs(RustVerdict::RunTimeBreak);
/// A name, a type or a setter is gone: also the setter for "maybe" of what has to be there now, and `u64` where a limit
/// makes it `i64`.
pub(crate) const S: Verdict = Verdict::Differs(RustVerdict::SourceBreak);

/// The crate of a description, or why there is none.
pub(crate) type Crate = Result<Output, String>;

pub(crate) fn generated(description: &Value) -> Crate {
    let bytes = serde_json::to_vec(description).unwrap();
    pipeline::run(Input::new(&bytes, &[], "transcribed")).map_err(|error| format!("{error:#}"))
}

/// What is wrong with the differences of two crates, of which the worst has to be `expected`.
pub(crate) fn wrong(old: &Crate, new: &Crate, expected: Verdict) -> Option<String> {
    let (found, lines) = match (old, new) {
        (Ok(old), Ok(new)) => {
            let changes = compare(old, new);
            let shown = changes
                .iter()
                .map(|change| format!("    {:?} {}: {}", change.verdict, change.item, change.sentence))
                .collect();
            let worst = changes.iter().map(|change| change.verdict).max();
            (worst.map_or(Verdict::Same, Verdict::Differs), shown)
        }
        (old, new) => {
            let errors = [old, new].into_iter().filter_map(|one| one.as_ref().err());
            (Verdict::Unbindable, errors.map(|error| format!("    {error}")).collect::<Vec<_>>())
        }
    };
    (found != expected).then(|| format!("expected {expected:?}, found {found:?}\n{}", lines.join("\n")))
}
