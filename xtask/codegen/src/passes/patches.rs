//! Optional fields of requests that may also be null become `Patch`es.

use syn::{Field, Fields, ImplItem, Item, Type, parse_quote, visit_mut::VisitMut};

use super::Pass;
use crate::{
    bindings::Bindings,
    model::Model,
    syntax::{
        has_serde_word, unwrapped,
        walk::{Rewrite, Rewriting},
        wire_name,
    },
};
use document::error::{Error, Result};

pub(super) const PASS: Pass =
    Pass { name: "patches", reason: "with an Option, null cannot be sent, so a caller cannot clear a field", run };

fn run(bindings: &mut Bindings, model: &Model) -> Result<usize> {
    let mut places = 0;
    for (name, items) in &mut bindings.types {
        let Some(schema) = model.schemas.get(name).filter(|schema| schema.request) else { continue };
        let Item::Struct(item) = &mut items.item else { continue };
        let Fields::Named(fields) = &mut item.fields else { continue };
        for field in &mut fields.named {
            let Some(ident) = field.ident.clone() else { continue };
            let property = wire_name(&ident, &field.attrs);
            let is_own = schema.property_facts(&property).is_some_and(|facts| facts.three_states);
            // Another part of the allOf may require it.
            let is_optional = has_serde_word(&field.attrs, "skip_serializing_if");
            let in_a_part = || {
                let parts = model.parts(schema);
                parts.iter().any(|part| part.property_facts(&property).is_some_and(|facts| facts.three_states))
            };
            if !(is_own || is_optional && in_a_part()) {
                continue;
            }
            let not_optional = || {
                Error::new(format!("`{name}::{ident}` should be an Option"))
                    .remedy("adapt xtask/codegen/src/passes/patches.rs")
            };
            let inner = unwrapped(&field.ty, "Option").cloned().ok_or_else(not_optional)?;
            field.ty = parse_quote!(crate::Patch<#inner>);
            rename_in_serde(field, &property);
            let Some((builder, impls)) = &mut items.builder else {
                return Err(Error::new(format!("`{name}` has no builder")));
            };
            let mut rewritten = 0;
            for field in builder.fields.iter_mut().filter(|field| field.ident.as_ref() == Some(&ident)) {
                Rewriting(&mut OptionToPatch).visit_type_mut(&mut field.ty);
                rewritten += 1;
            }
            // A field may be called `from`, and the builder has a `From`.
            let own = impls.iter_mut().filter(|item| item.trait_.is_none());
            for item in own.flat_map(|item| &mut item.items) {
                if let ImplItem::Fn(method) = item
                    && method.sig.ident == ident
                {
                    Rewriting(&mut OptionToPatch).visit_generics_mut(&mut method.sig.generics);
                    rewritten += 1;
                }
            }
            if rewritten != 2 {
                return Err(not_optional());
            }
            places += 1;
        }
    }
    Ok(places)
}

fn rename_in_serde(field: &mut Field, wire: &str) {
    let same = field.ident.as_ref().is_some_and(|ident| ident == wire);
    field.attrs.retain(|attribute| !attribute.path().is_ident("serde"));
    field.attrs.push(if same {
        parse_quote!(#[serde(default, skip_serializing_if = "crate::Patch::is_absent")])
    } else {
        parse_quote!(#[serde(rename = #wire, default, skip_serializing_if = "crate::Patch::is_absent")])
    });
}

/// Turns the outermost `Option` into `Patch`.
struct OptionToPatch;

impl Rewrite for OptionToPatch {
    fn enter_type(&mut self, ty: &mut Type) -> bool {
        let Some(inner) = unwrapped(ty, "Option").cloned() else { return true };
        *ty = parse_quote!(crate::Patch<#inner>);
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{normalise::PropertyFacts, passes::fixture::*};

    #[test]
    fn an_optional_nullable_field_is_a_patch() {
        let (bindings, places) = after(PASS);
        assert_eq!(places, 1);
        let text = printed_type(&bindings, "UpdateThingBody");
        assert!(text.contains("pub note: crate::Patch<::std::string::String>"), "{text}");
        assert!(text.contains("skip_serializing_if = \"crate::Patch::is_absent\""), "{text}");
        assert!(text.contains("pub mode: ::std::option::Option<UpdateThingBodyMode>"), "{text}");
        assert!(
            printed_builder(&bindings, "UpdateThingBody")
                .contains("note: ::std::result::Result<\n        crate::Patch<::std::string::String>")
        );
    }

    #[test]
    fn a_field_without_option_is_an_error() {
        let (mut bindings, mut model) = bindings();
        let body = model.schemas.get_mut("UpdateThingBody").unwrap();
        let facts = PropertyFacts { three_states: true, ..PropertyFacts::default() };
        body.facts.properties.insert("name".to_owned(), facts);
        let error = run(&mut bindings, &model).unwrap_err().to_string();
        assert!(error.contains("UpdateThingBody::name"), "{error}");
    }
}
