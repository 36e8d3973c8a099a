//! What the Rust axis says of a change is true: programs that were written against the old crate meet the new one.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to fail its test")]
#![allow(unreachable_pub, reason = "each module is used by the others")]

#[path = "../../../tests/support/built.rs"]
#[allow(dead_code, unreachable_pub, reason = "every test program compiles this module and uses a part of it")]
mod built;
mod compiler;
mod effect;
mod examples;
mod kind;
#[path = "../../../tests/support/side_by_side.rs"]
mod side_by_side;

use std::sync::{LazyLock, Mutex};

use compiler::Compiler;
use drift::rust::{RustChange, RustVerdict, compare};
use effect::{Effect, OLD, effect};
use kind::{Kind, base, generated, kinds, old};
use serde_json::Value;
use side_by_side::side_by_side;

/// What every program starts with.
const PRELUDE: &str = "#![allow(unused)]\nuse hero_api::{*, types::*};\n";

/// What needs building once: every program is compiled against it.
static COMPILER: LazyLock<Compiler> = LazyLock::new(Compiler::new);

/// Every tag of the base.
const TAGS: [&str; 3] = ["patients", "messages", "booking"];

fn with(verdict: RustVerdict) -> Vec<&'static Kind> {
    let kinds: Vec<&Kind> = kinds().iter().filter(|kind| kind.verdict == verdict).collect();
    assert!(!kinds.is_empty());
    kinds
}

/// The base with all of these changes.
fn changed_by(kinds: &[&Kind]) -> Value {
    let mut document = base();
    for kind in kinds {
        kind.apply(&mut document);
    }
    document
}

/// All programs in one, a module each.
fn together(kinds: &[&Kind]) -> String {
    let modules = kinds.iter().filter_map(|kind| {
        let program = kind.program.as_ref()?;
        Some(format!("mod {} {{\nuse super::*;\nuse hero_api::{{*, types::*}};\n{program}}}\n", kind.identifier()))
    });
    modules.collect()
}

fn shown(changes: &[RustChange]) -> String {
    let lines = changes.iter().map(|change| {
        format!(
            "{:?} {}: {} → {}\n    {}\n    {} at {}\n",
            change.verdict,
            change.item,
            change.before.as_deref().unwrap_or("·"),
            change.after.as_deref().unwrap_or("·"),
            change.sentence,
            change.operations.join(", "),
            change.pointers.join(" "),
        )
    });
    lines.collect()
}

#[test]
fn the_same_description_changes_nothing() {
    OLD.with(|old| assert_eq!(compare(old, &generated(&base())), []));
}

#[test]
fn every_kind_has_verdict_cause_and_remedy() {
    let wrong = Mutex::new(String::new());
    side_by_side(kinds(), |kind| {
        let Effect { forward, back, .. } = effect(kind);
        let changes = &forward.changes;
        let separator = if kind.item.starts_with('/') { "" } else { "::" };
        let item = format!("hero_api{separator}{}", kind.item);
        let is_named = changes.iter().any(|change| change.item == item && change.verdict == kind.verdict);
        let worst = changes.iter().map(|change| change.verdict).max();
        if !is_named || worst != Some(kind.verdict) || !forward.is_complete {
            let text = format!("{}: {:?} {item}\n{}\n", kind.name, kind.verdict, shown(changes));
            wrong.lock().unwrap().push_str(&text);
        }
        if back.changes.is_empty() || !back.is_complete {
            wrong.lock().unwrap().push_str(&format!("{}, reversed:\n{}\n", kind.name, shown(&back.changes)));
        }
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_is_additive_compiles() {
    let kinds = with(RustVerdict::Additive);
    let program = format!("{PRELUDE}{}", together(&kinds));
    for files in [old(), &generated(&changed_by(&kinds)).files] {
        let bindings = COMPILER.bindings(files, &TAGS, "metadata");
        if let Err((_, text)) = COMPILER.check(&bindings, "user", &program) {
            panic!("{text}");
        }
    }
}

#[test]
#[ignore = "slow: compiles the bindings once for each kind of change"]
fn what_breaks_the_source_does_not_compile() {
    let kinds = with(RustVerdict::SourceBreak);
    let old = COMPILER.bindings(old(), &TAGS, "metadata");
    if let Err((_, text)) = COMPILER.check(&old, "user", &format!("{PRELUDE}{}", together(&kinds))) {
        panic!("a program does not compile with the crate that it was written for:\n{text}");
    }
    let wrong = Mutex::new(String::new());
    side_by_side(&kinds, |kind| {
        let bindings = COMPILER.bindings(&effect(kind).files, &[&kind.tag], "metadata");
        let program = format!("{PRELUDE}{}", kind.program.as_ref().unwrap());
        let complaint = match COMPILER.check(&bindings, &kind.identifier(), &program) {
            Ok(()) => "it still compiles".to_owned(),
            Err((codes, text)) if !codes.contains(&kind.error) => format!("{} was expected:\n{text}", kind.error),
            Err(_) => return,
        };
        wrong.lock().unwrap().push_str(&format!("{}: {complaint}\n", kind.name));
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_run_time_break_compiles_and_acts_otherwise() {
    let mut kinds = with(RustVerdict::RunTimeBreak);
    kinds.retain(|kind| kind.program.is_some());
    let calls = kinds.iter().map(|kind| {
        let name = kind.identifier();
        format!("    println!(\"{}: {{}}\", {name}::holds());\n", kind.name)
    });
    let program = format!(
        "{PRELUDE}{}{}fn main() {{\n{}}}\n",
        include_str!("helpers.rs"),
        together(&kinds),
        calls.collect::<String>()
    );
    let expected = |holds: bool| {
        let lines: Vec<String> = kinds.iter().map(|kind| format!("{}: {holds}\n", kind.name)).collect();
        lines.concat()
    };
    for (files, holds) in [(old(), true), (&generated(&changed_by(&kinds)).files, false)] {
        let bindings = COMPILER.bindings(files, &TAGS, "metadata,link");
        assert_eq!(COMPILER.run(&bindings, &program), expected(holds));
    }
}
