//! Rules of requests: what no Rust item shows, and a value may yet break.

mod difference;
mod opaque;

use serde_json::Value;

use self::difference::{Difference, Effect, differences};
use super::{
    RustRule,
    compare::{Comparison, Finding, Names, Origin},
    item::Shape,
    operation::Pair,
    parameter,
    spelling::words,
};

/// Compares the rules of everything that requests carry in both crates.
pub(super) fn compare(comparison: &mut Comparison<'_>) {
    let (old, new) = (comparison.old.output, comparison.new.output);
    for before in &old.model.operations {
        let after = comparison.renames.operations.get(&before.id).and_then(|id| new.model.operation(id));
        if let Some(after) = after {
            of_parameters(comparison, Pair { old: before, new: after });
        }
    }
    let names: Vec<String> = comparison.old.surface.types.keys().cloned().collect();
    for before in &names {
        let after = comparison.renames.ty(before).to_owned();
        let is_request = comparison.new.schema(&after).is_some_and(|schema| schema.request);
        if is_request && comparison.new.surface.types.contains_key(&after) {
            of_type(comparison, Names { old: before, new: &after });
            of_body(comparison, Names { old: before, new: &after });
        }
    }
    for before in &names {
        let after = comparison.renames.ty(before).to_owned();
        unexplained(comparison, Names { old: before, new: &after });
    }
}

/// A check that differs and that no keyword explains: it must not pass in silence.
fn unexplained(comparison: &mut Comparison<'_>, names: Names<'_>) {
    let (Some(old), Some(new)) =
        (comparison.old.surface.types.get(names.old), comparison.new.surface.types.get(names.new))
    else {
        return;
    };
    let are_wrappers = matches!((&old.shape, &new.shape), (Shape::Wrapper { .. }, Shape::Wrapper { .. }));
    let place = comparison.new.causes.ty(names.new);
    if !are_wrappers || old.check == new.check || place.is_some_and(|place| comparison.has_change_at(&place)) {
        return;
    }
    let finding = Finding {
        rule: RustRule::CheckChanged,
        item: format!("types::{}", names.old),
        before: Some("its old rule".to_owned()),
        after: Some("another rule".to_owned()),
        sentence: format!("`{}` is checked by another rule: a value that it took may be refused.", names.old),
    };
    let origin = comparison.of_type(Some(names.old), Some(names.new));
    comparison.note(finding, origin);
}

fn of_parameters(comparison: &mut Comparison<'_>, pair: Pair<'_>) {
    for old in &pair.old.parameters {
        let setter = comparison.old.surface.requests.get(&pair.old.type_name).and_then(|request| {
            let is_it = |setter: &&String| {
                parameter::parameter(pair.old, setter)
                    .is_some_and(|one| one.name == old.name && one.location == old.location)
            };
            request.inputs.keys().find(is_it).cloned()
        });
        let Some(setter) = setter else { continue };
        let Some(new) = parameter::parameter(pair.new, &setter) else { continue };
        let places = (
            comparison.old.causes.parameter(pair.old, &old.location, &old.name),
            comparison.new.causes.parameter(pair.new, &new.location, &new.name),
        );
        let schema = |causes: &super::cause::Causes<'_>, pointer: &str| {
            causes.schema(pointer).and_then(|parameter| parameter.get("schema")).cloned().unwrap_or_default()
        };
        let found = differences(&schema(&comparison.old.causes, &places.0), &schema(&comparison.new.causes, &places.1));
        let ty = comparison.new.surface.requests.get(&pair.new.type_name);
        let ty = ty.and_then(|request| request.inputs.get(&setter)).cloned().unwrap_or_default();
        let is_checked = is_checked(comparison, &ty);
        let mut origin = pair.origin();
        origin.pointers = vec![places.1];
        report(comparison, &pair.item(&setter), &setter, &found, is_checked, &origin);
    }
}

fn of_type(comparison: &mut Comparison<'_>, names: Names<'_>) {
    let (Some(old), Some(new)) =
        (comparison.old.surface.types.get(names.old), comparison.new.surface.types.get(names.new))
    else {
        return;
    };
    match (&old.shape, &new.shape) {
        (Shape::Struct(before), Shape::Struct(after)) => {
            let pairs: Vec<(String, String, String, String)> = before
                .iter()
                .filter_map(|field| {
                    let same = after.iter().find(|other| other.name == field.name)?;
                    Some((field.name.clone(), field.wire.clone(), same.wire.clone(), same.ty.clone()))
                })
                .collect();
            for (name, was, is, ty) in pairs {
                let schema = |causes: &super::cause::Causes<'_>, ty: &str, wire: &str| {
                    causes.property_of(causes.schema(&causes.ty(ty)?)?, wire).cloned()
                };
                let (Some(one), Some(other)) =
                    (schema(&comparison.old.causes, names.old, &was), schema(&comparison.new.causes, names.new, &is))
                else {
                    continue;
                };
                let found = differences(&one, &other);
                let origin = comparison.of_field(names, Some(&was), Some(&is));
                let is_checked = is_checked(comparison, &ty);
                report(comparison, &format!("types::{}::{name}", names.old), &name, &found, is_checked, &origin);
            }
        }
        (Shape::Wrapper { .. }, Shape::Wrapper { .. }) if old.check != new.check => {
            // Hoisted ones are told by the field that they were hoisted from.
            let (Some(was), Some(is)) = (comparison.old.causes.ty(names.old), comparison.new.causes.ty(names.new))
            else {
                return;
            };
            if !is.starts_with("/components/schemas/") || is.matches('/').count() > 3 {
                return;
            }
            let schema = |causes: &super::cause::Causes<'_>, pointer: &str| causes.schema(pointer).cloned();
            let (Some(one), Some(other)) = (schema(&comparison.old.causes, &was), schema(&comparison.new.causes, &is))
            else {
                return;
            };
            let found = differences(&one, &other);
            let origin = comparison.of_type(Some(names.old), Some(names.new));
            report(comparison, &format!("types::{}", names.old), names.new, &found, true, &origin);
        }
        _ => {}
    }
}

/// The rules of a body itself: no field leads to it.
fn of_body(comparison: &mut Comparison<'_>, names: Names<'_>) {
    let (Some(old), Some(new)) =
        (comparison.old.surface.types.get(names.old), comparison.new.surface.types.get(names.new))
    else {
        return;
    };
    let is_held = comparison.new.surface.uses(names.new).iter().any(|(owner, _)| owner.is_some());
    // A check that differs is told as that of a type.
    if is_held || old.check != new.check {
        return;
    }
    let schema = |causes: &super::cause::Causes<'_>, ty: &str| causes.schema(&causes.ty(ty)?).cloned();
    let (Some(one), Some(other)) =
        (schema(&comparison.old.causes, names.old), schema(&comparison.new.causes, names.new))
    else {
        return;
    };
    let found = differences(&one, &other);
    let origin = comparison.of_type(Some(names.old), Some(names.new));
    report(comparison, &format!("types::{}", names.old), names.new, &found, false, &origin);
}

/// Whether the crate itself refuses a value of this type that breaks a rule.
fn is_checked(comparison: &Comparison<'_>, ty: &str) -> bool {
    words(ty).any(|word| comparison.new.surface.types.get(word).is_some_and(|ty| !ty.check.is_empty()))
}

fn report(
    comparison: &mut Comparison<'_>,
    item: &str,
    name: &str,
    found: &[Difference],
    is_checked: bool,
    origin: &Origin,
) {
    let is_broken = comparison.is_broken(item);
    for Difference { keyword, before, after, effect } in found {
        let shown = |value: &Option<Value>| value.as_ref().map(|value| format!("{keyword}: {value}"));
        let (was, is) = (shown(before), shown(after));
        let is_text = ["minLength", "maxLength", "pattern"].iter().any(|rule| keyword.ends_with(rule));
        let (rule, sentence) = match (effect, &after) {
            (Effect::Default, Some(value)) if before.is_some() => (
                RustRule::DefaultChanged,
                format!(
                    "Leaving `{name}` out now means {value}: set it where you rely on the old default, {}.",
                    before.clone().unwrap_or_default()
                ),
            ),
            (Effect::Default, Some(value)) => {
                (RustRule::DefaultSet, format!("Leaving `{name}` out is now said to mean {value}."))
            }
            (Effect::Default, None) => (
                RustRule::DefaultChanged,
                format!(
                    "What leaving `{name}` out means is no longer said: set it where you rely on the old default, {}.",
                    before.clone().unwrap_or_default()
                ),
            ),
            // A type that differs in Rust has a change of its own, and that one is worse.
            _ if is_broken => continue,
            (Effect::Tightened, _) => (
                RustRule::RuleTightened,
                if is_checked && is_text {
                    format!(
                        "Values of `{name}` that the old rule allowed are refused before they are sent: check what you put \
                         in."
                    )
                } else {
                    format!("The server refuses values of `{name}` that it took before: check what you put in.")
                },
            ),
            (Effect::ReadOnly, _) => (
                RustRule::BecameReadOnly,
                format!("The server sets `{name}` itself, and refuses or ignores what a request says: leave it out."),
            ),
            (Effect::Content, _) => (
                RustRule::TextContentChanged,
                format!("The text in `{name}` is said to hold something else: check what you put in."),
            ),
            (Effect::Loosened, _) => {
                (RustRule::RuleLoosened, format!("Values of `{name}` that were refused are taken now."))
            }
        };
        let finding = Finding { rule, item: item.to_owned(), before: was, after: is, sentence };
        let origin = Origin { value: None, operations: origin.operations.clone(), pointers: origin.pointers.clone() };
        comparison.note(finding, origin);
    }
}
