//! Variants of enums: values of vocabularies, and shapes of unions.

use super::{
    RustRule,
    compare::{Comparison, Finding, Names, Origin},
    item::Variant,
};

/// The variant that keeps a value which the description does not list.
const CATCH_ALL: &str = "UnknownValue";

/// Compares the variants of an enum that is in both crates.
pub(super) fn compare(comparison: &mut Comparison<'_>, names: Names<'_>, old: &[Variant], new: &[Variant]) {
    let mut paired = Vec::new();
    let is_open = new.iter().any(is_catch_all);
    for before in old {
        let by_name = new.iter().find(|after| after.name == before.name);
        let by_wire = || {
            new.iter().find(|after| {
                after.wire.is_some() && after.wire == before.wire && !old.iter().any(|other| other.name == after.name)
            })
        };
        match by_name.or_else(by_wire) {
            Some(after) => {
                paired.push(&after.name);
                both(comparison, names, before, after);
            }
            None => removed(comparison, names, before, is_open),
        }
    }
    for after in new.iter().filter(|after| !paired.contains(&&after.name)) {
        let sentence = if is_catch_all(after) {
            "Responses carry this type now, so it keeps values that the description does not list.".to_owned()
        } else if after.payload.is_some() {
            format!("A value may have the shape `{}` now: a `match` with a wildcard arm goes on.", after.name)
        } else if is_open {
            format!(
                "`{}` is a variant of its own now. Until now it arrived as `{CATCH_ALL}(\"{0}\")`: code that looks for \
                 that text in the variant should name the new one.",
                after.wire.as_deref().unwrap_or(&after.name)
            )
        } else {
            format!("Requests may say `{}` now.", after.name)
        };
        note(
            comparison,
            names,
            RustRule::VariantAdded,
            (&after.name, after.wire.clone()),
            (None, Some(shown(after))),
            sentence,
        );
    }
    let order = |variants: &[Variant], others: &[Variant]| -> Vec<String> {
        let is_shared = |variant: &&Variant| {
            variant.payload.is_some() && !is_catch_all(variant) && others.iter().any(|other| other.name == variant.name)
        };
        variants.iter().filter(is_shared).map(|variant| variant.name.clone()).collect()
    };
    let (was, is) = (order(old, new), order(new, old));
    if was != is {
        let finding = Finding {
            rule: RustRule::VariantOrderChanged,
            item: format!("types::{}", names.old),
            before: Some(was.join(" | ")),
            after: Some(is.join(" | ")),
            sentence:
                "The shapes stand in another order: of two that fit a value equally well the first is taken, so a \
                       value may arrive as another variant."
                    .to_owned(),
        };
        let origin = comparison.of_type(Some(names.old), Some(names.new));
        comparison.note(finding, origin);
    }
}

fn is_catch_all(variant: &Variant) -> bool {
    variant.name.starts_with(CATCH_ALL) && variant.payload.as_deref() == Some("String")
}

fn shown(variant: &Variant) -> String {
    match (&variant.payload, &variant.wire) {
        (Some(payload), _) => format!("{}({payload})", variant.name),
        (None, Some(wire)) => format!("{wire:?}"),
        (None, None) => variant.name.clone(),
    }
}

fn removed(comparison: &mut Comparison<'_>, names: Names<'_>, before: &Variant, is_open: bool) {
    let sentence = if is_catch_all(before) {
        "Only requests carry this type now, so it has the listed values only: remove the arms for unknown ones."
            .to_owned()
    } else if is_open {
        format!(
            "The description no longer lists `{}`: remove the arms that name the variant. A server that still sends it \
             is read as `{CATCH_ALL}`.",
            shown(before)
        )
    } else {
        format!("The API no longer takes `{}`: remove the code that names the variant.", shown(before))
    };
    note(
        comparison,
        names,
        RustRule::VariantRemoved,
        (&before.name, before.wire.clone()),
        (Some(shown(before)), None),
        sentence,
    );
}

fn both(comparison: &mut Comparison<'_>, names: Names<'_>, before: &Variant, after: &Variant) {
    if before.name != after.name {
        let sentence = format!(
            "The variant is now called `{}`; its value on the wire is what it was. Replace the name.",
            after.name
        );
        let shown = (Some(before.name.clone()), Some(after.name.clone()));
        note(comparison, names, RustRule::VariantRenamed, (&before.name, before.wire.clone()), shown, sentence);
    }
    if before.payload.as_deref().map(|payload| comparison.renames.applied(payload)) != after.payload {
        let sentence = format!(
            "The variant holds `{}` where it held `{}`: change the code that makes it or takes it apart.",
            after.payload.as_deref().unwrap_or("nothing"),
            before.payload.as_deref().unwrap_or("nothing"),
        );
        let shown = (Some(shown(before)), Some(shown(after)));
        note(comparison, names, RustRule::VariantPayloadChanged, (&before.name, before.wire.clone()), shown, sentence);
    } else if before.wire != after.wire {
        let sentence = format!(
            "The variant stands for {} on the wire, no longer for {}: programs with the old crate send a value that the \
             API does not list any more, and do not know the new one. Upgrade them, and change what tests, mocks and \
             stores keep.",
            shown(after),
            shown(before),
        );
        let shown = (Some(shown(before)), Some(shown(after)));
        note(comparison, names, RustRule::VariantValueChanged, (&before.name, before.wire.clone()), shown, sentence);
    }
}

fn note(
    comparison: &mut Comparison<'_>,
    names: Names<'_>,
    rule: RustRule,
    (variant, value): (&str, Option<String>),
    (before, after): (Option<String>, Option<String>),
    sentence: String,
) {
    let origin = Origin { value, ..comparison.of_type(Some(names.old), Some(names.new)) };
    comparison
        .note(Finding { rule, item: format!("types::{}::{variant}", names.old), before, after, sentence }, origin);
}
