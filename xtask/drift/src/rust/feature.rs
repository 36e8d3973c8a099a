//! Cargo features: one for each tag, and what each compiles.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    RustRule,
    compare::{Comparison, Finding, Origin, listed_short},
    item::Features,
    spelling::listed,
};

/// What is lost: the features that had it and those that have it now → operations and types.
type Lost = BTreeMap<(Features, Features), (Vec<String>, Vec<String>)>;

/// Compares the features, and what is compiled with each.
pub(super) fn compare(comparison: &mut Comparison<'_>) {
    let (old, new) = (comparison.old.surface.features.clone(), comparison.new.surface.features.clone());
    let renames = renames(comparison, &old, &new);
    for feature in old.difference(&new) {
        let now = renames.get(feature);
        let sentence = match (now, homes(comparison, feature)) {
            (Some(now), _) => format!(
                "The feature `{feature}` is now called `{now}`: a `Cargo.toml` that names the old one no longer resolves. \
                 Replace the name."
            ),
            (None, homes) if homes.is_empty() => format!(
                "All operations of the tag are gone, and the feature `{feature}` with them: a `Cargo.toml` that names it \
                 no longer resolves. Remove the name."
            ),
            (None, homes) => format!(
                "The operations of the tag are in {0} now: a `Cargo.toml` that names the feature `{feature}` no longer \
                 resolves. Name {0} in its place.",
                listed(homes.iter().map(String::as_str))
            ),
        };
        let finding = Finding {
            rule: RustRule::FeatureRemoved,
            item: format!("/{feature}"),
            before: Some(feature.clone()),
            after: now.cloned(),
            sentence,
        };
        let origin = of_tag(comparison, feature);
        comparison.note(finding, origin);
    }
    let known: BTreeSet<&String> = renames.values().collect();
    for feature in new.difference(&old).filter(|feature| !known.contains(feature)) {
        let finding = Finding {
            rule: RustRule::FeatureAdded,
            item: format!("/{feature}"),
            before: None,
            after: Some(feature.clone()),
            sentence: format!("The tag is new, and `{feature}` is on by default."),
        };
        let origin = of_tag(comparison, feature);
        comparison.note(finding, origin);
    }
    let lost = lost(comparison, &renames);
    for ((had, have), (operations, types)) in lost {
        report(comparison, &had, &have, operations, types);
    }
}

/// The features that compile the operations of a tag which is gone.
fn homes(comparison: &Comparison<'_>, feature: &str) -> Features {
    let (old, new) = (&comparison.old.output.model, &comparison.new.output.model);
    let index = old.tags.iter().position(|tag| tag.feature == feature);
    let own = old.operations.iter().filter(|operation| Some(operation.tag) == index);
    let now = own.filter_map(|operation| new.operation(comparison.renames.operations.get(&operation.id)?));
    now.filter_map(|operation| Some(new.tags.get(operation.tag)?.feature.clone())).collect()
}

/// Where the operations of a tag stand, in the new description if any of them is there.
fn of_tag(comparison: &Comparison<'_>, feature: &str) -> Origin {
    let operations = |side: &super::compare::Side<'_>| -> Vec<(String, String)> {
        let model = &side.output.model;
        let index = model.tags.iter().position(|tag| tag.feature == feature);
        let own = model.operations.iter().filter(|operation| Some(operation.tag) == index);
        own.map(|operation| (operation.id.clone(), super::cause::Causes::operation(operation))).collect()
    };
    let mut found = operations(&comparison.new);
    if found.is_empty() {
        found = operations(&comparison.old);
    }
    let (operations, pointers): (Vec<String>, Vec<String>) = found.into_iter().unzip();
    Origin { operations: operations.into_iter().collect(), pointers, value: None }
}

/// Features whose operations all went to one new feature, and make up the whole of it.
fn renames(comparison: &Comparison<'_>, old: &Features, new: &Features) -> BTreeMap<String, String> {
    let operations = |side: &super::compare::Side<'_>, feature: &str| -> BTreeSet<String> {
        let model = &side.output.model;
        let index = model.tags.iter().position(|tag| tag.feature == feature);
        model.operations.iter().filter(|operation| Some(operation.tag) == index).map(|one| one.id.clone()).collect()
    };
    let mut renames = BTreeMap::new();
    for gone in old.difference(new) {
        let before: BTreeSet<String> = operations(&comparison.old, gone)
            .into_iter()
            .filter_map(|id| comparison.renames.operations.get(&id).cloned())
            .collect();
        let same = new.difference(old).find(|came| {
            let after: BTreeSet<String> = &operations(&comparison.new, came) - &comparison.added;
            !before.is_empty() && before == after
        });
        renames.extend(same.map(|same| (gone.clone(), same.clone())));
    }
    renames
}

fn lost(comparison: &Comparison<'_>, renames: &BTreeMap<String, String>) -> Lost {
    let new_features = &comparison.new.surface.features;
    let missing = |had: &Features, have: &Features| -> Features {
        let still = had.iter().map(|feature| renames.get(feature).unwrap_or(feature));
        still.filter(|feature| new_features.contains(*feature) && !have.contains(*feature)).cloned().collect()
    };
    let mut lost = Lost::new();
    let mut moved = BTreeSet::new();
    for operation in &comparison.old.output.model.operations {
        let now = comparison.renames.operations.get(&operation.id);
        let Some(now) = now.and_then(|id| comparison.new.output.model.operation(id)) else { continue };
        let requests = (
            comparison.old.surface.requests.get(&operation.type_name),
            comparison.new.surface.requests.get(&now.type_name),
        );
        let (Some(before), Some(after)) = requests else { continue };
        let missing = missing(&before.features, &after.features);
        if !missing.is_empty() {
            moved.insert(operation.id.clone());
            lost.entry((missing, after.features.clone())).or_default().0.push(now.id.clone());
        }
    }
    for (name, before) in &comparison.old.surface.types {
        let now = comparison.renames.ty(name);
        let Some(after) = comparison.new.surface.types.get(now) else { continue };
        let missing = missing(&before.features, &after.features);
        // The operation takes its own types along.
        if !missing.is_empty() && !comparison.old.causes.reaching(name).is_subset(&moved) {
            lost.entry((missing, after.features.clone())).or_default().1.push(now.to_owned());
        }
    }
    lost
}

fn report(
    comparison: &mut Comparison<'_>,
    had: &Features,
    have: &Features,
    operations: Vec<String>,
    types: Vec<String>,
) {
    let model = &comparison.new.output.model;
    let methods: Vec<String> = operations
        .iter()
        .filter_map(|id| Some(format!("Client::{}", model.operation(id)?.name)))
        .chain(types.iter().map(|name| format!("types::{name}")))
        .collect();
    let mut origin = Origin::default();
    for id in operations {
        origin.pointers.extend(model.operation(&id).map(super::cause::Causes::operation));
        origin.operations.insert(id);
    }
    for name in &types {
        let of_type = comparison.of_type(None, Some(name));
        origin.operations.extend(of_type.operations);
        origin.pointers.extend(of_type.pointers);
    }
    let names = |features: &Features| features.iter().cloned().collect::<Vec<_>>().join(", ");
    let had = listed(had.iter().map(String::as_str));
    let now = if have.len() == 1 { "the feature" } else { "one of the features" };
    let finding = Finding {
        rule: RustRule::FeatureMoved,
        item: methods.first().cloned().unwrap_or_default(),
        before: Some(format!("feature {}", had.replace('`', ""))),
        after: Some(format!("feature {}", names(have))),
        sentence: format!(
            "Without default features, {had} no longer compiles {}: turn on {now} {} too.",
            listed_short(methods.iter().map(String::as_str)),
            listed(have.iter().map(String::as_str)),
        ),
    };
    comparison.note(finding, origin);
}
