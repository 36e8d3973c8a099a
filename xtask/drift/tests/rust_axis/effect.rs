//! What each kind of change does to the crate of the base. Tests share it: the crates take longest to make.

use std::{
    collections::BTreeMap,
    sync::{LazyLock, OnceLock},
};

use codegen::pipeline::Output;
use drift::rust::{RustChange, compare};

use crate::kind::{Files, Kind, base, generated, kinds};

thread_local! {
    /// The crate of the base. It holds tokens, which belong to one thread.
    pub static OLD: Output = generated(&base());
}

pub struct Effect {
    /// The files of the changed crate.
    pub files: Files,
    pub forward: Comparison,
    pub back: Comparison,
}

/// The differences of two crates.
pub struct Comparison {
    pub changes: Vec<RustChange>,
    /// Whether each tells what it is about, in words and by places that there are.
    pub is_complete: bool,
}

/// What a kind does.
pub fn effect(kind: &Kind) -> &'static Effect {
    static EFFECTS: LazyLock<BTreeMap<&str, OnceLock<Effect>>> =
        LazyLock::new(|| kinds().iter().map(|kind| (kind.name.as_str(), OnceLock::new())).collect());
    EFFECTS[kind.name.as_str()].get_or_init(|| {
        let new = kind.changed();
        OLD.with(|old| Effect {
            forward: Comparison::new(old, &new),
            back: Comparison::new(&new, old),
            files: new.files,
        })
    })
}

impl Comparison {
    fn new(old: &Output, new: &Output) -> Self {
        let changes = compare(old, new);
        let is_complete = changes.iter().all(|change| is_complete(change, old, new));
        Self { changes, is_complete }
    }
}

fn is_complete(change: &RustChange, old: &Output, new: &Output) -> bool {
    let in_one = |is_there: &dyn Fn(&Output) -> bool| is_there(new) || is_there(old);
    change.sentence.ends_with('.')
        && change.before != change.after
        && !change.operations.is_empty()
        && !change.pointers.is_empty()
        && change.pointers.iter().all(|pointer| in_one(&|one| one.corrected.pointer(pointer).is_some()))
        && change.operations.iter().all(|id| in_one(&|one| one.model.operation(id).is_some()))
}
