//! Operations: a method of the client, a request builder, a row of the table, and a request on the wire.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    RustRule,
    cause::Causes,
    compare::{Comparison, Finding, Origin, listed_short},
    item::RequestItem,
    parameter,
    spelling::inside,
};
use codegen::{model::Operation, normalise::Encoding, pipeline::Output};

/// An operation of both crates.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) old: &'a Operation,
    pub(super) new: &'a Operation,
}

/// Compares all operations.
pub(super) fn compare(comparison: &mut Comparison<'_>) {
    let (old, new) = (comparison.old.output, comparison.new.output);
    for before in &old.model.operations {
        let after = comparison.renames.operations.get(&before.id).and_then(|id| new.model.operation(id));
        match after {
            Some(after) => both(comparison, Pair { old: before, new: after }),
            None => removed(comparison, before),
        }
    }
    for after in &new.model.operations {
        if comparison.added.contains(&after.id) {
            added(comparison, after);
        }
    }
}

impl Pair<'_> {
    /// Where its changes come from.
    pub(super) fn origin(&self) -> Origin {
        Origin { operations: [self.new.id.clone()].into(), pointers: vec![Causes::operation(self.new)], value: None }
    }

    /// The request builder or a member of it, below the crate.
    pub(super) fn item(&self, member: &str) -> String {
        let builder = format!("builder::{}", self.old.type_name);
        if member.is_empty() { builder } else { format!("{builder}::{member}") }
    }
}

fn client(operation: &Operation) -> String {
    format!("Client::{}", operation.name)
}

fn address(operation: &Operation) -> String {
    format!("{} {}", operation.method, operation.path)
}

fn removed(comparison: &mut Comparison<'_>, before: &Operation) {
    let types = comparison.old.types_of(&before.id, &comparison.removed);
    let with_it = if types.is_empty() { String::new() } else { format!(" or its types ({})", listed_short(types)) };
    let finding = Finding {
        rule: RustRule::OperationRemoved,
        item: client(before),
        before: Some(address(before)),
        after: None,
        sentence: format!(
            "The description no longer has `{}`: code that calls `{}`, or names `builder::{}`{with_it}, no longer compiles. \
             Remove it, or keep the old crate as long as the server still responses.",
            before.id, before.name, before.type_name
        ),
    };
    let origin = comparison.of_operation(before);
    comparison.note(finding, origin);
}

fn added(comparison: &mut Comparison<'_>, after: &Operation) {
    let finding = Finding {
        rule: RustRule::OperationAdded,
        item: client(after),
        before: None,
        after: Some(address(after)),
        sentence: format!("The operation `{}` is new, and no code has to change for it.", after.id),
    };
    let origin =
        Origin { operations: [after.id.clone()].into(), pointers: vec![Causes::operation(after)], value: None };
    comparison.note(finding, origin);
}

fn both(comparison: &mut Comparison<'_>, pair: Pair<'_>) {
    let (old, new) = (&comparison.old.surface, &comparison.new.surface);
    let requests = (old.requests.get(&pair.old.type_name), new.requests.get(&pair.new.type_name));
    let (Some(before), Some(after)) = requests else { return };
    // Each is looked at once, and put back for the features.
    let (before, after) = (before.clone(), after.clone());
    let count = comparison.count();
    if pair.old.id != pair.new.id {
        renamed(comparison, pair);
    }
    moved(comparison, pair);
    encoding(comparison, pair);
    let explained = parameter::compare(comparison, pair, &before, &after);
    output(comparison, pair, &before, &after);
    pages(comparison, pair, &before, &after);
    errors(comparison, pair);
    methods(comparison, pair, &before, &after, &explained);
    // What has no name of its own must not pass in silence.
    if comparison.count() == count && comparison.renames.applied(&before.request) != after.request {
        let finding = Finding {
            rule: RustRule::RequestRebuilt,
            item: pair.item("send"),
            before: None,
            after: None,
            sentence: format!(
                "The request of `{}` is built in another way: compare what it sends before and after the upgrade.",
                pair.new.id
            ),
        };
        comparison.note(finding, pair.origin());
    }
}

fn renamed(comparison: &mut Comparison<'_>, pair: Pair<'_>) {
    let Pair { old, new } = pair;
    let renames = comparison.old.types_of(&old.id, &comparison.renamed);
    let renames = renames.into_iter().filter_map(|name| comparison.renames.types.get_key_value(name));
    let renames: Vec<String> = renames.map(|(one, other)| format!("`{one}` by `{other}`")).collect();
    let types = if renames.is_empty() { String::new() } else { format!(", {}", renames.join(", ")) };
    let finding = Finding {
        rule: RustRule::OperationRenamed,
        item: client(old),
        before: Some(old.name.clone()),
        after: Some(new.name.clone()),
        sentence: format!(
            "The operation `{}` is now called `{}`, and its method, builder and types after it. Replace `{}` by `{}`, `{}` \
             by `{}`{types}.",
            old.id, new.id, old.name, new.name, old.type_name, new.type_name
        ),
    };
    comparison.note(finding, pair.origin());
}

/// Another method, or another path.
fn moved(comparison: &mut Comparison<'_>, pair: Pair<'_>) {
    let (was, is) = (address(pair.old), address(pair.new));
    let without_names = |text: &str| {
        text.split('/')
            .map(|segment| if segment.starts_with('{') { "{}" } else { segment })
            .collect::<Vec<_>>()
            .join("/")
    };
    if without_names(&was) == without_names(&is) {
        return;
    }
    let finding = Finding {
        rule: RustRule::OperationMoved,
        item: client(pair.old),
        before: Some(was.clone()),
        after: Some(is.clone()),
        sentence: format!(
            "`{}` sends `{is}` where it sent `{was}`: programs with the old crate fail as soon as the server drops that. \
             Upgrade them together with the server, and change mocks, proxies and alerts that name the path.",
            pair.old.name
        ),
    };
    comparison.note(finding, pair.origin());
}

fn encoding(comparison: &mut Comparison<'_>, pair: Pair<'_>) {
    let name = |encoding: &Option<Encoding>| match encoding {
        None => "application/json".to_owned(),
        Some(Encoding::Form { .. }) => "application/x-www-form-urlencoded".to_owned(),
        Some(Encoding::Multipart) => "multipart/form-data".to_owned(),
        Some(Encoding::Json { content_type } | Encoding::Raw { content_type }) => content_type.clone(),
    };
    let (was, is) = (name(&pair.old.encoding), name(&pair.new.encoding));
    if was == is {
        return;
    }
    let finding = Finding {
        rule: RustRule::BodyEncodingChanged,
        item: pair.item("body"),
        before: Some(was.clone()),
        after: Some(is.clone()),
        sentence: format!(
            "The body is sent as `{is}`, no longer as `{was}`: programs with the old crate send what the server does not \
             expect. Upgrade them, and change mocks that read the body."
        ),
    };
    comparison.note(finding, pair.origin());
}

fn output(comparison: &mut Comparison<'_>, pair: Pair<'_>, before: &RequestItem, after: &RequestItem) {
    let (was, is) = (&before.output, &after.output);
    if comparison.renames.applied(was) != *is {
        let sentence = if inside(is, "Option") == Some(was.as_str()) {
            format!("`{}` may succeed without a body now: handle `None`.", pair.old.name)
        } else if inside(was, "Option") == Some(is.as_str()) {
            format!("`{}` always has a body now: use the response in place of `Some(response)`.", pair.old.name)
        } else if is == "()" {
            format!("`{}` no longer returns anything: remove the code that reads the response.", pair.old.name)
        } else if is == "RawBody" {
            format!("`{}` returns bytes now: take the body apart yourself.", pair.old.name)
        } else {
            format!("`{}` returns `{is}` where it returned `{was}`: change the code that reads it.", pair.old.name)
        };
        let finding = Finding {
            rule: RustRule::OutputChanged,
            item: pair.item("send"),
            before: Some(was.clone()),
            after: Some(is.clone()),
            sentence,
        };
        comparison.note(finding, pair.origin());
    } else if comparison.renames.applied(&before.decode) != after.decode {
        let finding = Finding {
            rule: RustRule::OutputStatusesChanged,
            item: pair.item("send"),
            before: statuses(comparison.old.output, was),
            after: statuses(comparison.new.output, is),
            sentence: format!(
                "Other statuses of `{}` decide which variant of `{is}` a response is: check the code that tells them apart.",
                pair.new.id
            ),
        };
        comparison.note(finding, pair.origin());
    }
}

/// Which statuses stand for which variant: `Ok: 200, Accepted: 202 203`.
fn statuses(output: &Output, response: &str) -> Option<String> {
    let name = inside(response, "Option").unwrap_or(response);
    let schema = output.model.schemas.get(name)?;
    let lists = schema.facts.statuses.as_ref()?.iter().zip(schema.value.get("oneOf")?.as_array()?);
    let shown = lists.map(|(statuses, shape)| {
        let name = shape.get("title").and_then(Value::as_str).unwrap_or_default();
        format!("{name}: {}", statuses.join(" "))
    });
    Some(shown.collect::<Vec<_>>().join(", "))
}

fn pages(comparison: &mut Comparison<'_>, pair: Pair<'_>, before: &RequestItem, after: &RequestItem) {
    let (rule, sentence) = match (&before.page_item, &after.page_item) {
        (None, Some(item)) => {
            (RustRule::PagesAdded, format!("`{}` has pages now, of `{item}`: a stream may walk them.", pair.old.name))
        }
        (Some(_), None) => (
            RustRule::PagesRemoved,
            format!(
                "`{}` has no pages any more: code that walks them no longer compiles. Call it once.",
                pair.old.name
            ),
        ),
        (Some(was), Some(is)) if comparison.renames.applied(was) != *is => (
            RustRule::PagesChanged,
            format!(
                "The pages of `{}` hold `{is}` where they held `{was}`: change the code that takes items.",
                pair.old.name
            ),
        ),
        _ => return,
    };
    let finding = Finding {
        rule,
        item: format!("{}: Paged", pair.item("")),
        before: before.page_item.clone(),
        after: after.page_item.clone(),
        sentence,
    };
    comparison.note(finding, pair.origin());
}

/// Which type describes the body of which error.
fn errors(comparison: &mut Comparison<'_>, pair: Pair<'_>) {
    let schema = |operation: &Operation, status: &str| {
        let response = operation.errors.iter().find(|response| response.status == status)?;
        response.schema.as_deref().map(heck::ToPascalCase::to_pascal_case)
    };
    let statuses: BTreeSet<&String> =
        pair.old.errors.iter().chain(&pair.new.errors).map(|response| &response.status).collect();
    for status in statuses {
        let (was, is) = (schema(pair.old, status), schema(pair.new, status));
        if was.as_deref().map(|name| comparison.renames.ty(name)) == is.as_deref() {
            continue;
        }
        let (rule, sentence) = match (&was, &is) {
            (None, Some(is)) => (
                RustRule::ErrorBodyDescribed,
                format!("The body of an error with status {status} is described now: `types::{is}`."),
            ),
            (Some(was), Some(is)) => (
                RustRule::ErrorBodyChanged,
                format!(
                    "The body of an error with status {status} is `types::{is}` now: code that decodes it as `{was}` \
                     finds something else."
                ),
            ),
            _ => (
                RustRule::ErrorBodyUndescribed,
                format!(
                    "The body of an error with status {status} is no longer described: code that decodes it must be ready \
                     to find something else."
                ),
            ),
        };
        let name = heck::ToShoutySnakeCase::to_shouty_snake_case(pair.old.name.as_str());
        let finding = Finding {
            rule,
            item: format!("operations::{name}"),
            before: was.map(|was| format!("{status}: {was}")),
            after: is.map(|is| format!("{status}: {is}")),
            sentence,
        };
        comparison.note(finding, pair.origin());
    }
}

/// Methods that differ, and that no parameter explains.
fn methods(
    comparison: &mut Comparison<'_>,
    pair: Pair<'_>,
    before: &RequestItem,
    after: &RequestItem,
    explained: &BTreeSet<String>,
) {
    let lists = [
        (pair.item(""), &before.methods, &after.methods),
        (format!("mock::When<{}>", pair.old.type_name), &before.mock, &after.mock),
    ];
    for (owner, before, after) in lists {
        for (name, signature) in before {
            let stem = name.trim_start_matches("maybe_");
            let is_explained = explained.contains(name) || explained.contains(stem) || name == "send";
            let now = after.get(name);
            if is_explained || now == Some(&comparison.renames.applied(signature)) {
                continue;
            }
            let finding = Finding {
                rule: RustRule::MethodChanged,
                item: format!("{owner}::{name}"),
                before: Some(signature.clone()),
                after: now.cloned(),
                sentence: match now {
                    Some(_) => format!("`{name}` takes something else now: change its calls."),
                    None => format!("`{name}` is gone: remove its calls."),
                },
            };
            comparison.note(finding, pair.origin());
        }
    }
}
