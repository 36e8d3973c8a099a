//! Values that may have one of several shapes are read as the shape that knows most of them.

use quote::quote;
use syn::{Expr, Fields, Item, Type, Variant, parse_quote};

use super::Pass;
use crate::{
    bindings::Bindings,
    model::Model,
    syntax::{has_serde_word, remove_derives, type_name, unwrapped, wire_name},
};
use document::error::{Error, Result};

pub(super) const PASS: Pass = Pass {
    name: "unions",
    reason: "serde takes the first shape that fits, and a shape without required fields fits every object and drops unknown fields",
    run,
};

fn run(bindings: &mut Bindings, _: &Model) -> Result<usize> {
    let mut rewritten = Vec::new();
    for (name, items) in &bindings.types {
        let Item::Enum(item) = &items.item else { continue };
        if !has_serde_word(&item.attrs, "untagged")
            || item.variants.iter().any(|variant| variant.fields == Fields::Unit)
        {
            continue;
        }
        let shapes = item.variants.iter().map(|variant| shape(bindings, variant)).collect::<Option<Vec<_>>>();
        let shapes = shapes.ok_or_else(|| {
            Error::new(format!("`{name}` has a variant that does not hold one type"))
                .remedy("adapt xtask/codegen/src/passes/unions.rs to this version of progenitor")
        })?;
        rewritten.push((name.clone(), shapes));
    }
    let places = rewritten.len();
    for (name, shapes) in rewritten {
        let Some(items) = bindings.types.get_mut(&name) else { continue };
        let Item::Enum(item) = &mut items.item else { continue };
        remove_derives(&mut item.attrs, &["Deserialize"]);
        let ident = &item.ident;
        items.added.push(parse_quote! {
            impl<'de> ::serde::Deserialize<'de> for #ident {
                fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    crate::runtime::alternatives::Alternatives::of(deserializer)? #(#shapes)* .decide(#name)
                }
            }
        });
    }
    Ok(places)
}

/// How one shape is tried: a call in a chain.
fn shape(bindings: &Bindings, variant: &Variant) -> Option<proc_macro2::TokenStream> {
    let ident = &variant.ident;
    let Fields::Unnamed(fields) = &variant.fields else { return None };
    let ty = &fields.unnamed.first().filter(|_| fields.unnamed.len() == 1)?.ty;
    let names = known_fields(bindings, ty);
    Some(names.map_or_else(|| quote!(.or(Self::#ident)), |names| quote!(.or_fields(&[#(#names),*], Self::#ident))))
}

/// The names on the wire of the fields of an object that passes over all others; nothing when it keeps them, or is no object.
fn known_fields(bindings: &Bindings, ty: &Type) -> Option<Vec<Expr>> {
    let ty = unwrapped(ty, "Box").unwrap_or(ty);
    let Item::Struct(item) = &bindings.types.get(&type_name(ty)?)?.item else { return None };
    let Fields::Named(fields) = &item.fields else { return None };
    if fields.named.iter().any(|field| has_serde_word(&field.attrs, "flatten")) {
        return None;
    }
    let names = fields.named.iter().filter_map(|field| {
        let name = wire_name(field.ident.as_ref()?, &field.attrs);
        Some(parse_quote!(#name))
    });
    Some(names.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passes::fixture::*;

    #[test]
    fn each_shape_is_tried_with_the_fields_that_it_knows() {
        let (mut bindings, model) = bindings();
        let thing = bindings.types.get_mut("ThingKind").unwrap();
        thing.item = parse_quote! {
            #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
            #[serde(untagged)]
            pub enum ThingKind {
                Body(Box<UpdateThingBody>),
                Many(::std::vec::Vec<Thing>),
                Other(::serde_json::Value),
            }
        };
        assert_eq!(run(&mut bindings, &model).unwrap(), 1);
        let text = printed_type(&bindings, "ThingKind").split_whitespace().collect::<String>();
        for expected in [
            "#[derive(::serde::Serialize,Clone)]#[serde(untagged)]",
            ".or_fields(&[\"mode\",\"name\",\"note\"],Self::Body).or(Self::Many).or(Self::Other).decide(\"ThingKind\")",
        ] {
            assert!(text.contains(expected), "{expected} in {text}");
        }
    }

    #[test]
    fn an_object_that_keeps_what_it_does_not_know_takes_all() {
        let (mut bindings, _) = bindings();
        let ty: Type = parse_quote!(Thing);
        assert!(known_fields(&bindings, &ty).is_some_and(|names| names.len() == 7));
        let Item::Struct(item) = &mut bindings.types.get_mut("Thing").unwrap().item else { panic!() };
        let Fields::Named(fields) = &mut item.fields else { panic!() };
        fields.named.push(parse_quote!(#[serde(flatten)] pub extra: ::serde_json::Map<String, ::serde_json::Value>));
        assert!(known_fields(&bindings, &ty).is_none());
    }
}
