//! Rewrites of progenitor's output, each with a name, a reason and a check that it still applies.
//!
//! They take what the description cannot express: open enums, redacted `Debug`, lenient reading, three states, the
//! operation traits. A pass that finds nothing to do on a description where it should is an error.

mod builders;
mod conversions;
mod docs;
mod exhaustiveness;
#[cfg(test)]
mod fixture;
mod inlining;
mod leniency;
mod limits;
mod multipart;
mod newtypes;
mod open_enums;
mod optional_bodies;
mod owned_client;
mod patches;
mod recursion;
mod redaction;
mod request_block;
mod requests;
mod schemas;
mod setters;
mod unions;
mod wire_names;

use std::collections::BTreeSet;

use serde::Serialize;
use syn::visit::Visit;

use crate::{
    bindings::Bindings,
    model::Model,
    syntax::{
        derives, path_ends_with,
        walk::{Node, Read},
    },
};
use document::error::{Error, Result};

/// One named rewrite.
#[derive(Clone, Copy)]
pub struct Pass {
    /// Stable name, shown in summaries.
    pub name: &'static str,
    /// What would be wrong without it.
    pub reason: &'static str,
    /// Rewrites, and says how many places it changed.
    run: fn(&mut Bindings, &Model) -> Result<usize>,
}

/// The passes in the order in which they run.
pub const PASSES: [Pass; 19] = [
    owned_client::PASS,
    builders::PASS,
    recursion::PASS,
    open_enums::PASS,
    patches::PASS,
    setters::PASS,
    conversions::PASS,
    leniency::PASS,
    redaction::PASS,
    exhaustiveness::PASS,
    schemas::PASS,
    optional_bodies::PASS,
    requests::PASS,
    multipart::PASS,
    docs::PASS,
    wire_names::PASS,
    newtypes::PASS,
    unions::PASS,
    inlining::PASS,
];

/// What a pass did.
#[derive(Clone, Debug, Serialize)]
pub struct PassReport {
    /// The pass.
    pub name: &'static str,
    /// Its reason.
    pub reason: &'static str,
    /// How many places it changed.
    pub places: usize,
}

/// Runs all passes and checks what came out.
///
/// # Errors
///
/// When a pass does not find what it has to change, or when something is left that must not be in the bindings.
pub fn run(bindings: &mut Bindings, model: &Model) -> Result<Vec<PassReport>> {
    every_component_has_one_type(bindings, model)?;
    let mut reports = Vec::with_capacity(PASSES.len());
    for pass in PASSES {
        let places = (pass.run)(bindings, model)?;
        reports.push(PassReport { name: pass.name, reason: pass.reason, places });
    }
    nothing_forbidden_is_left(bindings)?;
    Ok(reports)
}

/// The guard against typify's silent merge: as many types as components, under the same names.
fn every_component_has_one_type(bindings: &Bindings, model: &Model) -> Result<()> {
    let types: BTreeSet<&String> = bindings.types.keys().collect();
    let components: BTreeSet<&String> = model.schemas.keys().collect();
    if let Some(name) = components.difference(&types).next() {
        return Err(Error::new(format!("the component `{name}` did not become a type of its own"))
            .at_pointer(format!("/components/schemas/{name}"))
            .remedy("report this description: a normalisation pass is missing"));
    }
    if let Some(name) = types.difference(&components).next() {
        return Err(Error::new(format!("the type `{name}` does not come from a component"))
            .remedy("report this description: the hoisting pass missed an inline shape"));
    }
    if bindings.operations.len() != model.operations.len() {
        return Err(Error::new(format!(
            "{} operations were described and {} generated",
            model.operations.len(),
            bindings.operations.len()
        )));
    }
    Ok(())
}

/// Ends of paths that must never be in the bindings.
const FORBIDDEN: [(&[&str], &str); 3] = [
    (&["Error", "ErrorResponse"], "a typed error response loses its status when its body does not decode"),
    (&["Client", "api_version"], "the api-version header is a habit of another framework"),
    (&["progenitor_client", "Error"], "its Display prints bodies and URLs"),
];

fn nothing_forbidden_is_left(bindings: &Bindings) -> Result<()> {
    let check = |owner: &str, look: &dyn Fn(&mut Read<'_>)| {
        let mut found: Option<(String, &str)> = None;
        look(&mut Read(&mut |node| {
            let now = match node {
                Node::Path(path) => FORBIDDEN
                    .iter()
                    .find(|(words, _)| path_ends_with(path, words))
                    .map(|(words, reason)| (words.join("::"), *reason)),
                Node::Attribute(attribute) => {
                    derives(attribute, "Debug").then(|| ("derive(Debug)".to_owned(), "it would print personal data"))
                }
                Node::Expr(_) | Node::TypePath(_) => None,
            };
            found = found.take().or(now);
        }));
        match found {
            None => Ok(()),
            Some((found, reason)) => Err(Error::new(format!("{owner} still has `{found}`: {reason}"))),
        }
    };
    for (name, items) in &bindings.types {
        check(name, &|guard| {
            guard.visit_item(&items.item);
            items.impls.iter().for_each(|item| guard.visit_item_impl(item));
            if let Some((item, impls)) = &items.builder {
                guard.visit_item_struct(item);
                for item in impls {
                    guard.visit_item_impl(item);
                }
            }
        })?;
    }
    for (name, items) in &bindings.operations {
        check(name, &|guard| {
            guard.visit_item_struct(&items.item);
            guard.visit_item_impl(&items.methods);
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_must_not_be_there_is_left() {
        let (mut bindings, model) = fixture::bindings();
        run(&mut bindings, &model).unwrap();
    }

    #[test]
    fn a_derived_debug_that_is_left_is_an_error() {
        let (mut bindings, model) = fixture::bindings();
        run(&mut bindings, &model).unwrap();
        let thing = bindings.types.get_mut("Thing").unwrap();
        thing.item = syn::parse_quote!(
            #[derive(Clone, Debug)]
            pub struct Thing {
                pub name: String,
            }
        );
        let error = nothing_forbidden_is_left(&bindings).unwrap_err().to_string();
        assert!(error.contains("Thing still has `derive(Debug)`"), "{error}");
    }

    #[test]
    fn two_components_in_one_type_are_an_error() {
        let (mut bindings, model) = fixture::bindings();
        bindings.types.remove("ThingKind");
        let error = run(&mut bindings, &model).unwrap_err().to_string();
        assert!(error.contains("`ThingKind` did not become a type of its own"), "{error}");
    }
}
