//! Rewrites of progenitor's output, each with a name, a reason and a check that it still applies.
//!
//! They take what the description cannot express: open enums, redacted `Debug`, lenient reading, three states, the
//! operation traits. A pass that finds nothing to do on a description where it should is an error.

mod builders;
mod docs;
mod exhaustiveness;
#[cfg(test)]
mod fixture;
mod leniency;
mod multipart;
mod open_enums;
mod optional_bodies;
mod patches;
mod recursion;
mod redaction;
mod requests;
mod schemas;
mod setters;
mod unions;
mod wire_names;

use std::collections::BTreeSet;

use quote::ToTokens;
use serde::Serialize;

pub use self::docs::doc_attributes;
pub(crate) use self::requests::row_name;
use crate::{
    bindings::Bindings,
    error::{Error, Result},
    model::Model,
};

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
pub const PASSES: [Pass; 15] = [
    builders::PASS,
    recursion::PASS,
    open_enums::PASS,
    patches::PASS,
    setters::PASS,
    leniency::PASS,
    redaction::PASS,
    exhaustiveness::PASS,
    schemas::PASS,
    requests::PASS,
    optional_bodies::PASS,
    multipart::PASS,
    docs::PASS,
    wire_names::PASS,
    unions::PASS,
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
        return Err(Error::new(format!("the component `{name}` became no type of its own"))
            .at_pointer(format!("/components/schemas/{name}"))
            .remedy("report this description: a normalisation pass is missing"));
    }
    if let Some(name) = types.difference(&components).next() {
        return Err(Error::new(format!("the type `{name}` comes from no component"))
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

/// What must never be in the bindings, as it stands in the printed tokens.
const FORBIDDEN: [(&str, &str); 5] = [
    ("Error :: ErrorResponse", "a typed error response loses its status when its body does not decode"),
    ("api_version", "the api-version header is a habit of another framework"),
    ("api-version", "the api-version header is a habit of another framework"),
    ("x_rust_type", "the description must not name Rust types"),
    ("progenitor_client :: Error", "its Display prints bodies and URLs"),
];

fn nothing_forbidden_is_left(bindings: &Bindings) -> Result<()> {
    let check = |owner: &str, tokens: &dyn Fn() -> Vec<String>| -> Result<()> {
        for text in tokens() {
            for (forbidden, reason) in FORBIDDEN {
                if text.contains(forbidden) {
                    return Err(Error::new(format!("`{forbidden}` is left in {owner}: {reason}")));
                }
            }
            if text.contains("derive") && derives(&text, "Debug") {
                return Err(Error::new(format!("{owner} still derives Debug: it would print personal data")));
            }
        }
        Ok(())
    };
    for (name, items) in &bindings.types {
        check(name, &|| {
            let mut texts = vec![items.item.to_token_stream().to_string()];
            texts.extend(items.impls.iter().map(|item| item.to_token_stream().to_string()));
            if let Some((item, impls)) = &items.builder {
                texts.push(item.to_token_stream().to_string());
                texts.extend(impls.iter().map(|item| item.to_token_stream().to_string()));
            }
            texts
        })?;
    }
    for (name, items) in &bindings.operations {
        check(name, &|| vec![items.item.to_token_stream().to_string(), items.methods.to_token_stream().to_string()])?;
    }
    Ok(())
}

/// Whether a `derive(…)` in printed tokens names `wanted`.
fn derives(text: &str, wanted: &str) -> bool {
    text.split("derive")
        .skip(1)
        .any(|rest| rest.split(')').next().is_some_and(|list| list.split([',', '(', ' ']).any(|word| word == wanted)))
}

/// Takes one word out of every `#[serde(…)]`, and leaves the words beside it.
fn without_serde_word(attributes: &mut Vec<syn::Attribute>, unwanted: &str) {
    let parser = syn::punctuated::Punctuated::<syn::Meta, syn::Token![,]>::parse_terminated;
    attributes.retain_mut(|attribute| {
        let syn::Meta::List(list) = &attribute.meta else { return true };
        if !list.path.is_ident("serde") {
            return true;
        }
        let Ok(words) = list.parse_args_with(parser) else { return true };
        let kept: Vec<&syn::Meta> = words.iter().filter(|word| !word.path().is_ident(unwanted)).collect();
        if kept.len() < words.len() {
            *attribute = syn::parse_quote!(#[serde(#(#kept),*)]);
        }
        !kept.is_empty()
    });
}

/// Removes names from all `derive`s of an item; says how many it removed.
fn remove_derives(attributes: &mut Vec<syn::Attribute>, unwanted: &[&str]) -> usize {
    let mut removed = 0;
    for attribute in attributes.iter_mut().filter(|attribute| attribute.path().is_ident("derive")) {
        let mut kept = Vec::new();
        let parsed = attribute.parse_nested_meta(|meta| {
            if meta.path.segments.last().is_some_and(|segment| unwanted.iter().any(|name| segment.ident == name)) {
                removed += 1;
            } else {
                kept.push(meta.path);
            }
            Ok(())
        });
        if parsed.is_ok() {
            *attribute = syn::parse_quote!(#[derive(#(#kept),*)]);
        }
    }
    attributes.retain(|attribute| *attribute != syn::parse_quote!(#[derive()]));
    removed
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
        assert!(error.contains("Thing still derives Debug"), "{error}");
    }

    #[test]
    fn two_components_in_one_type_are_an_error() {
        let (mut bindings, model) = fixture::bindings();
        bindings.types.remove("ThingKind");
        let error = run(&mut bindings, &model).unwrap_err().to_string();
        assert!(error.contains("`ThingKind` became no type of its own"), "{error}");
    }
}
