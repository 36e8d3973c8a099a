//! Fields of structs: what code reads, and what the wire has to hold for it.

use super::{
    RustRule,
    compare::{Comparison, Finding, Names},
    item::{Field, TypeItem},
    spelling::inside,
};

/// Who carries a type.
#[derive(Clone, Copy)]
struct Use {
    request: bool,
    response: bool,
}

/// Compares the fields of a struct that is in both crates.
pub(super) fn compare(
    comparison: &mut Comparison<'_>,
    names: Names<'_>,
    (old_type, old): (&TypeItem, &[Field]),
    (new_type, new): (&TypeItem, &[Field]),
) {
    let usage = comparison.new.schema(names.new).map_or(Use { request: true, response: true }, |schema| Use {
        request: schema.request,
        response: schema.response,
    });
    let mut paired = Vec::new();
    for before in old {
        let by_name = new.iter().find(|after| after.name == before.name);
        // A field that got another name in Rust only.
        let by_wire =
            || new.iter().find(|after| after.wire == before.wire && !old.iter().any(|other| other.name == after.name));
        if let Some(after) = by_name.or_else(by_wire) {
            paired.push(&after.name);
            both(comparison, names, usage, (old_type, before), (new_type, after));
        } else {
            removed(comparison, names, before, new, old);
        }
    }
    for after in new.iter().filter(|after| !paired.contains(&&after.name)) {
        added(comparison, names, usage, new_type, after);
    }
}

fn item(names: Names<'_>, field: &str) -> String {
    format!("types::{}::{field}", names.old)
}

fn needs(ty: &TypeItem, field: &str) -> bool {
    ty.builder.as_ref().is_some_and(|builder| builder.needed.contains(field))
}

fn removed(comparison: &mut Comparison<'_>, names: Names<'_>, before: &Field, new: &[Field], old: &[Field]) {
    let mut candidates = new.iter().filter(|after| {
        after.ty == comparison.renames.applied(&before.ty) && !old.iter().any(|other| other.name == after.name)
    });
    let perhaps = match (candidates.next(), candidates.next()) {
        (Some(only), None) => format!(" It may be what is now called `{}`.", only.name),
        _ => String::new(),
    };
    let finding = Finding {
        rule: RustRule::FieldRemoved,
        item: item(names, &before.name),
        before: Some(before.ty.clone()),
        after: None,
        sentence: format!(
            "The description no longer has `{}`: code that reads or sets `{}` no longer compiles. Remove it.{perhaps}",
            before.wire, before.name
        ),
    };
    let origin = comparison.of_field(names, Some(&before.wire), None);
    comparison.note(finding, origin);
}

fn added(comparison: &mut Comparison<'_>, names: Names<'_>, usage: Use, ty: &TypeItem, after: &Field) {
    let name = &after.name;
    let (rule, sentence) = if usage.request && needs(ty, name) {
        (
            RustRule::FieldNeeded,
            format!("A request needs `{}` now: what builds one fails until it calls `.{name}(…)`.", after.wire),
        )
    } else if usage.response && !after.may_be_absent {
        (
            RustRule::FieldPromised,
            format!(
                "Every response is said to have `{}` now, and one without it no longer decodes: add it to the responses that \
                 tests and mocks keep, and upgrade only when the server sends it.",
                after.wire
            ),
        )
    } else {
        (RustRule::FieldAdded, format!("`{name}` is new and may be left alone."))
    };
    let finding = Finding { rule, item: item(names, name), before: None, after: Some(after.ty.clone()), sentence };
    let origin = comparison.of_field(names, None, Some(&after.wire));
    comparison.note(finding, origin);
}

fn both(
    comparison: &mut Comparison<'_>,
    names: Names<'_>,
    usage: Use,
    (old_type, before): (&TypeItem, &Field),
    (new_type, after): (&TypeItem, &Field),
) {
    let name = &before.name;
    let note = |comparison: &mut Comparison<'_>, rule, was: String, is: String, sentence: String| {
        let finding = Finding { rule, item: item(names, name), before: Some(was), after: Some(is), sentence };
        let origin = comparison.of_field(names, Some(&before.wire), Some(&after.wire));
        comparison.note(finding, origin);
    };
    if before.name != after.name {
        note(
            comparison,
            RustRule::FieldRenamed,
            before.name.clone(),
            after.name.clone(),
            format!(
                "`{name}` is now called `{}` in Rust; on the wire it is what it was. Replace the name.",
                after.name
            ),
        );
    }
    if before.wire != after.wire {
        note(
            comparison,
            RustRule::FieldMovedOnWire,
            format!("`{}` on the wire", before.wire),
            format!("`{}` on the wire", after.wire),
            format!(
                "`{name}` is read and written as `{}`, no longer as `{}`: programs with the old crate miss it from now on. \
                 Upgrade them, and change the JSON that tests, mocks and stores keep.",
                after.wire, before.wire
            ),
        );
    }
    let found = if comparison.renames.applied(&before.ty) == after.ty {
        at_run_time(usage, (old_type, before), (new_type, after))
    } else {
        let sentence = retyped(name, &before.ty, &after.ty, usage);
        Some((RustRule::FieldRetyped, before.ty.clone(), after.ty.clone(), sentence))
    };
    if let Some((rule, before, after, sentence)) = found {
        note(comparison, rule, before, after, sentence);
    }
}

/// What differs in a field that code reads and sets as before.
fn at_run_time(
    usage: Use,
    (old_type, before): (&TypeItem, &Field),
    (new_type, after): (&TypeItem, &Field),
) -> Option<(RustRule, String, String, String)> {
    let (was_needed, is_needed) = (needs(old_type, &before.name), needs(new_type, &after.name));
    let name = &before.name;
    let is_option = after.ty.starts_with("Option<");
    let found = |rule, before: &str, after: &str, sentence| Some((rule, before.to_owned(), after.to_owned(), sentence));
    if usage.request && is_needed && !was_needed {
        let null = if before.left_out.is_some() && after.left_out.is_none() && is_option {
            " `None`, which was left out, is sent as null."
        } else {
            ""
        };
        let sentence =
            format!("A request needs `{}` now: what builds one fails until it calls `.{name}(…)`.{null}", after.wire);
        return found(RustRule::FieldBecameNeeded, "may be left unset", "must be set", sentence);
    }
    if usage.response && before.may_be_absent && !after.may_be_absent {
        let sentence = format!(
            "A response without `{}` was read as if it were empty, and no longer decodes: upgrade only when the server \
             sends it always, and add it to the responses that tests and mocks keep.",
            after.wire
        );
        return found(RustRule::FieldBecamePromised, "may be absent", "must be there", sentence);
    }
    if usage.request && before.left_out.is_some() != after.left_out.is_some() && is_option {
        let (was, is) = if after.left_out.is_some() { ("null", "left out") } else { ("left out", "null") };
        let sentence = format!(
            "`None` in `{name}` was sent as {was} and is now sent as {is}: check that the server takes it so where you \
             send none."
        );
        return found(RustRule::NoneSentOtherwise, &format!("`None` is {was}"), &format!("`None` is {is}"), sentence);
    }
    let is_laxer = !before.may_be_absent && after.may_be_absent;
    if before.reader != after.reader && !is_laxer {
        let shown = |field: &Field| field.reader.clone().unwrap_or_else(|| "read as its type".to_owned());
        let sentence = format!("`{name}` is read by another rule: a value that the old one took may no longer decode.");
        return found(RustRule::FieldReadOtherwise, &shown(before), &shown(after), sentence);
    }
    if (usage.request && was_needed && !is_needed) || (usage.response && is_laxer) {
        let sentence = format!("`{}` may be left out now; no code has to change for it.", after.wire);
        return found(RustRule::FieldMayBeAbsent, "must be there", "may be absent", sentence);
    }
    None
}

/// What to do about a field or parameter of another type.
fn retyped(name: &str, before: &str, after: &str, usage: Use) -> String {
    let (was, is) = (inside(before, "Option"), inside(after, "Option"));
    let (cleared_before, cleared_now) = (inside(before, "Patch"), inside(after, "Patch"));
    if was == Some(after) {
        return if usage.response {
            format!(
                "`{name}` is always there now: use the value in place of `Some(value)`. A response without it no longer \
                 decodes."
            )
        } else {
            format!("`{name}` must be set now: a builder without it fails, and `maybe_{name}` is gone.")
        };
    }
    if is == Some(before) {
        return if usage.response {
            format!("`{name}` may be missing now: handle `None` wherever you read it.")
        } else {
            format!("`{name}` may be left out now: setting it compiles as before, code that reads it gets an `Option`.")
        };
    }
    if cleared_now.is_some() && cleared_now == was {
        return format!(
            "`{name}` can be cleared now, so it is a `Patch`: call `.{name}(…)` or `.clear_{name}()` in place of \
             `maybe_{name}`, and read it by `as_option()`."
        );
    }
    if cleared_before.is_some() && cleared_before == is {
        return format!("`{name}` can no longer be cleared: remove `.clear_{name}()`, and read it as an `Option`.");
    }
    format!("`{name}` is `{after}` where it was `{before}`: change the code that reads or sets it.")
}
