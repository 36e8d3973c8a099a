//! Parameters and bodies of requests: the setters of request builders, and what they put on the wire.

use std::collections::BTreeSet;

use heck::ToSnakeCase;

use super::{
    RustRule,
    compare::{Comparison, Finding, Origin},
    item::RequestItem,
    operation::Pair,
    spelling::{inside, words},
};
use codegen::model::{Operation, Parameter};

/// The setter of a request body.
const BODY: &str = "body";

/// Compares the setters of a request builder; tells which of the old ones have a change that speaks for them.
pub(super) fn compare(
    comparison: &mut Comparison<'_>,
    pair: Pair<'_>,
    before: &RequestItem,
    after: &RequestItem,
) -> BTreeSet<String> {
    let mut explained = BTreeSet::new();
    let mut paired = BTreeSet::new();
    for (setter, was) in &before.inputs {
        let now =
            if after.inputs.contains_key(setter) { Some(setter.clone()) } else { renamed(pair, setter, before, after) };
        let Some(now) = now else {
            explained.extend([setter.clone(), format!("{setter}_map")]);
            removed(comparison, pair, setter, was);
            continue;
        };
        let count = comparison.count();
        if let Some(is) = after.inputs.get(&now) {
            if *setter != now {
                renamed_setter(comparison, pair, setter, &now);
            }
            on_the_wire(comparison, pair, setter, &now);
            retyped(comparison, pair, setter, was, is);
        }
        if comparison.count() > count {
            explained.extend([setter.clone(), format!("{setter}_map")]);
        }
        paired.insert(now);
    }
    for (setter, is) in after.inputs.iter().filter(|(setter, _)| !paired.contains(*setter)) {
        added(comparison, pair, setter, is, after);
    }
    explained
}

/// The parameter that a setter sets; the body has none.
pub(super) fn parameter<'a>(operation: &'a Operation, setter: &str) -> Option<&'a Parameter> {
    operation.parameters.iter().find(|parameter| {
        let snake = parameter.rust_name.to_snake_case();
        snake == setter || format!("{snake}_") == setter
    })
}

/// The setter of what is the same parameter: at the same place in the path, or under the same name in the query.
fn renamed(pair: Pair<'_>, setter: &str, before: &RequestItem, after: &RequestItem) -> Option<String> {
    let old = parameter(pair.old, setter)?;
    let position = |operation: &Operation, name: &str| {
        operation.path.split('/').position(|segment| segment.contains(&format!("{{{name}}}")))
    };
    let same = |new: &&Parameter| {
        if old.location != new.location {
            return false;
        }
        let by_name = old.name == new.name;
        let place = position(pair.old, &old.name);
        by_name || (old.location == "path" && place.is_some() && place == position(pair.new, &new.name))
    };
    let candidates = after.inputs.keys().filter(|name| !before.inputs.contains_key(*name));
    candidates.into_iter().find(|name| parameter(pair.new, name).as_ref().is_some_and(same)).cloned()
}

fn origin(comparison: &Comparison<'_>, pair: Pair<'_>, setter: &str, now: Option<&str>) -> Origin {
    let mut origin = pair.origin();
    let pointer = match now.map(|now| parameter(pair.new, now)) {
        Some(Some(new)) => Some(comparison.new.causes.parameter(pair.new, &new.location, &new.name)),
        Some(None) => None,
        None => {
            parameter(pair.old, setter).map(|old| comparison.old.causes.parameter(pair.old, &old.location, &old.name))
        }
    };
    let is_body = setter == BODY && parameter(pair.new, setter).is_none();
    if let Some(pointer) = pointer {
        origin.pointers = vec![pointer];
    } else if is_body && now.is_some() {
        origin.pointers.iter_mut().for_each(|pointer| pointer.push_str("/requestBody"));
    }
    origin
}

fn removed(comparison: &mut Comparison<'_>, pair: Pair<'_>, setter: &str, was: &str) {
    let wire = parameter(pair.old, setter).map_or(BODY, |parameter| parameter.name.as_str());
    let finding = Finding {
        rule: RustRule::SetterRemoved,
        item: pair.item(setter),
        before: Some(was.to_owned()),
        after: None,
        sentence: format!(
            "`{}` no longer takes `{wire}`: calls of `.{setter}(…)` no longer compile. Remove them.",
            pair.new.id
        ),
    };
    let origin = origin(comparison, pair, setter, None);
    comparison.note(finding, origin);
}

fn added(comparison: &mut Comparison<'_>, pair: Pair<'_>, setter: &str, is: &str, after: &RequestItem) {
    // A body that is built here is incomplete until the fields that it needs are set.
    let is_incomplete = |name: &str| {
        let ty = comparison.new.surface.types.get(name);
        ty.and_then(|ty| ty.builder.as_ref()).is_some_and(|builder| !builder.needed.is_empty())
    };
    let is_built = setter == BODY && inside(is, "Option").is_none() && words(is).any(is_incomplete);
    let is_needed = after.needed.contains(setter) || is_built;
    let wire = parameter(pair.new, setter).map_or(BODY, |parameter| parameter.name.as_str());
    let (rule, sentence) = if is_needed {
        (
            RustRule::SetterNeeded,
            format!(
                "`{}` needs `{wire}` now: `send` fails until it is set. Call `.{setter}(…)` wherever you call `{}`.",
                pair.new.id, pair.new.name
            ),
        )
    } else {
        (RustRule::SetterAdded, format!("`.{setter}(…)` is new and need not be called."))
    };
    let finding = Finding { rule, item: pair.item(setter), before: None, after: Some(is.to_owned()), sentence };
    let origin = origin(comparison, pair, setter, Some(setter));
    comparison.note(finding, origin);
}

fn renamed_setter(comparison: &mut Comparison<'_>, pair: Pair<'_>, setter: &str, now: &str) {
    let finding = Finding {
        rule: RustRule::SetterRenamed,
        item: pair.item(setter),
        before: Some(setter.to_owned()),
        after: Some(now.to_owned()),
        sentence: format!("`.{setter}(…)` is now called `.{now}(…)`; the request is what it was. Replace the name."),
    };
    let origin = origin(comparison, pair, setter, Some(now));
    comparison.note(finding, origin);
}

/// Another name, place or way to write a value that is set as before.
fn on_the_wire(comparison: &mut Comparison<'_>, pair: Pair<'_>, setter: &str, now: &str) {
    let (Some(old), Some(new)) = (parameter(pair.old, setter), parameter(pair.new, now)) else { return };
    let is_place_in_path = old.location == "path" && new.location == "path";
    let shown = |parameter: &Parameter| {
        let list = match parameter.delimiter.as_deref() {
            Some(" ") => ", a list in one text with spaces".to_owned(),
            Some(delimiter) => format!(", a list in one text with `{delimiter}`"),
            None => String::new(),
        };
        format!("{} `{}`{list}", parameter.location, parameter.name)
    };
    let (was, is) = (shown(old), shown(new));
    if is_place_in_path || was == is {
        return;
    }
    let finding = Finding {
        rule: RustRule::SentElsewhere,
        item: pair.item(setter),
        before: Some(was.clone()),
        after: Some(is.clone()),
        sentence: format!(
            "`.{setter}(…)` is sent as {is}, no longer as {was}: the server does not see what programs with the old crate \
             send. Upgrade them, and change mocks that look for it."
        ),
    };
    let origin = origin(comparison, pair, setter, Some(now));
    comparison.note(finding, origin);
}

fn retyped(comparison: &mut Comparison<'_>, pair: Pair<'_>, setter: &str, was: &str, is: &str) {
    let translated = comparison.renames.applied(was);
    if translated == is {
        return;
    }
    let (rule, sentence) = if inside(&translated, "Option") == Some(is) {
        (
            RustRule::SetterBecameNeeded,
            format!(
                "`{}` needs `{setter}` now: `send` fails without it, and `.maybe_{setter}(…)` is gone. Call \
                 `.{setter}(…)` wherever you call `{}`.",
                pair.new.id, pair.new.name
            ),
        )
    } else if inside(is, "Option") == Some(&translated) {
        (RustRule::SetterBecameOptional, format!("`.{setter}(…)` need not be called any more."))
    } else {
        let bare = |ty: &str| inside(ty, "Option").unwrap_or(ty).to_owned();
        let (was, is) = (bare(was), bare(is));
        let checks = if was == "String" && comparison.new.surface.types.contains_key(&is) {
            " `&str` and `String` are still taken, and checked; a value that became a `String` by other means must become \
             the new type."
        } else {
            " Change what is given."
        };
        (RustRule::SetterRetyped, format!("`.{setter}(…)` takes `{is}` where it took `{was}`.{checks}"))
    };
    let finding =
        Finding { rule, item: pair.item(setter), before: Some(was.to_owned()), after: Some(is.to_owned()), sentence };
    let origin = origin(comparison, pair, setter, Some(setter));
    comparison.note(finding, origin);
}
