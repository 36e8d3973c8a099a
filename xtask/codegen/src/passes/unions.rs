//! Values that may have one of several shapes are read as the shape that knows most of them.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, Fields, Item, ItemEnum, Type, Variant, parse_quote};

use super::Pass;
use crate::{
    bindings::Bindings,
    model::Model,
    normalise::Tag,
    syntax::{has_serde_word, remove_derives, type_name, type_path, unwrapped, wire_name},
};
use document::error::{Error, Result};

pub(super) const PASS: Pass = Pass {
    name: "unions",
    reason: "serde takes the first shape that fits, and a shape without required fields fits every object and drops unknown fields",
    run,
};

/// How the shapes of a union are tried.
struct Shapes {
    /// A call in a chain for each shape.
    calls: Vec<TokenStream>,
    /// The same for shapes that take every value.
    catch_all: Vec<TokenStream>,
}

fn run(bindings: &mut Bindings, model: &Model) -> Result<usize> {
    let unions: BTreeMap<&String, &ItemEnum> = bindings
        .types
        .iter()
        .filter_map(|(name, items)| match &items.item {
            Item::Enum(item) if is_union(item) => Some((name, item)),
            _ => None,
        })
        .collect();
    let members = unions.values().flat_map(|item| &item.variants).filter_map(|variant| union_of(&unions, variant));
    let nested: BTreeSet<String> = members.collect();
    let mut rewritten = Vec::new();
    for (name, item) in &unions {
        let tags = model.schemas.get(*name).map_or(&[][..], |schema| &schema.facts.tags);
        if !tags.is_empty() && tags.len() != item.variants.len() {
            return Err(unknown(name, "has not one variant per alternative"));
        }
        let mut shapes = Shapes { calls: Vec::new(), catch_all: Vec::new() };
        for (index, variant) in item.variants.iter().enumerate() {
            let call = shape(bindings, &unions, variant)
                .ok_or_else(|| unknown(name, "has a variant that does not hold one type"))?;
            let tags = tags
                .get(index)
                .into_iter()
                .flatten()
                .map(|(field, Tag { values, required })| quote!(.when(#field, &[#(#values),*], #required)));
            if takes_all(variant) {
                shapes.catch_all.push(call);
            } else {
                shapes.calls.push(quote!(#(#tags)* #call));
            }
        }
        rewritten.push(((*name).clone(), shapes));
    }
    let places = rewritten.len();
    for (name, Shapes { calls, catch_all }) in rewritten {
        let Some(items) = bindings.types.get_mut(&name) else { continue };
        let Item::Enum(item) = &mut items.item else { continue };
        remove_derives(&mut item.attrs, &["Deserialize"]);
        let ident = &item.ident;
        let mut tried = quote!(crate::runtime::alternatives::Alternatives::of(deserializer)?);
        if nested.contains(&name) {
            tried = quote!(crate::runtime::alternatives::Union::try_all(#tried));
            items.added.push(parse_quote! {
                impl crate::runtime::alternatives::Union for #ident {
                    fn try_all(
                        alternatives: crate::runtime::alternatives::Alternatives<Self>,
                    ) -> crate::runtime::alternatives::Alternatives<Self> {
                        alternatives #(#calls)*
                    }
                }
            });
        } else {
            tried.extend(calls);
        }
        items.added.push(parse_quote! {
            impl<'de> ::serde::Deserialize<'de> for #ident {
                fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    #tried #(#catch_all)* .decide(#name)
                }
            }
        });
    }
    Ok(places)
}

fn unknown(name: &str, what: &str) -> Error {
    Error::new(format!("`{name}` {what}"))
        .remedy("adapt xtask/codegen/src/passes/unions.rs to this version of progenitor")
}

fn is_union(item: &ItemEnum) -> bool {
    has_serde_word(&item.attrs, "untagged") && item.variants.iter().all(|variant| variant.fields != Fields::Unit)
}

/// The one type that a variant holds.
fn held(variant: &Variant) -> Option<&Type> {
    let Fields::Unnamed(fields) = &variant.fields else { return None };
    Some(&fields.unnamed.first().filter(|_| fields.unnamed.len() == 1)?.ty)
}

/// The union that a variant holds.
fn union_of(unions: &BTreeMap<&String, &ItemEnum>, variant: &Variant) -> Option<String> {
    let ty = held(variant)?;
    type_name(unwrapped(ty, "Box").unwrap_or(ty)).filter(|name| unions.contains_key(name))
}

/// Whether a variant holds any JSON.
fn takes_all(variant: &Variant) -> bool {
    held(variant).is_some_and(|ty| type_path(ty, &["serde_json", "Value"]).is_some())
}

/// How one shape is tried: a call in a chain.
fn shape(bindings: &Bindings, unions: &BTreeMap<&String, &ItemEnum>, variant: &Variant) -> Option<TokenStream> {
    let ident = &variant.ident;
    let ty = held(variant)?;
    if union_of(unions, variant).is_some() {
        let is_boxed = unwrapped(ty, "Box").is_some();
        let wrap = if is_boxed { quote!(|value| Self::#ident(Box::new(value))) } else { quote!(Self::#ident) };
        return Some(quote!(.or_union(#wrap)));
    }
    let names = known_fields(bindings, ty);
    Some(names.map_or_else(|| quote!(.or(Self::#ident)), |names| quote!(.or_fields(&[#(#names),*], Self::#ident))))
}

/// The names on the wire of the fields that an object describes; nothing when it describes none, or is another kind of value.
fn known_fields(bindings: &Bindings, ty: &Type) -> Option<Vec<Expr>> {
    let ty = unwrapped(ty, "Box").unwrap_or(ty);
    let Item::Struct(item) = &bindings.types.get(&type_name(ty)?)?.item else { return None };
    let Fields::Named(fields) = &item.fields else { return None };
    let is_kept = |field: &&syn::Field| has_serde_word(&field.attrs, "flatten");
    let described: Vec<Expr> = fields
        .named
        .iter()
        .filter(|field| !is_kept(field))
        .filter_map(|field| {
            let name = wire_name(field.ident.as_ref()?, &field.attrs);
            Some(parse_quote!(#name))
        })
        .collect();
    // An object that is nothing but a map takes all objects.
    (!described.is_empty() || !fields.named.iter().any(|field| is_kept(&field))).then_some(described)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passes::fixture::*;

    #[test]
    fn each_shape_is_tried_with_its_fields() {
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
    fn unions_are_chosen_by_tags_at_every_level() {
        let (mut bindings, mut model) = bindings();
        let union = |name: &str, variants: [(&str, &str); 2]| -> Item {
            let variants =
                variants.map(|(variant, ty)| syn::parse_str::<Variant>(&format!("{variant}({ty})")).unwrap());
            let name = quote::format_ident!("{name}");
            parse_quote! {
                #[derive(::serde::Deserialize, Clone)]
                #[serde(untagged)]
                pub enum #name { #(#variants),* }
            }
        };
        bindings.types.get_mut("ThingKind").unwrap().item =
            union("ThingKind", [("Thing", "Box<Thing>"), ("Other", "::serde_json::Value")]);
        bindings.types.get_mut("UpdateThingBodyMode").unwrap().item =
            union("UpdateThingBodyMode", [("Inner", "Box<ThingKind>"), ("Text", "::std::string::String")]);
        let tag = |value: &str| Tag { values: vec![value.to_owned()], required: true };
        model.schemas.get_mut("ThingKind").unwrap().facts.tags =
            vec![BTreeMap::from([("kind".to_owned(), tag("thing"))]), BTreeMap::new()];
        assert_eq!(run(&mut bindings, &model).unwrap(), 2);
        let text = |name: &str| printed_type(&bindings, name).split_whitespace().collect::<String>();
        let inner = text("ThingKind");
        assert!(inner.contains("alternatives.when(\"kind\",&[\"thing\"],true).or_fields(&["), "{inner}");
        assert!(
            inner.contains(
                "Union::try_all(crate::runtime::alternatives::Alternatives::of(deserializer)?,).or(Self::Other)"
            ),
            "{inner}"
        );
        let outer = text("UpdateThingBodyMode");
        assert!(outer.contains(".or_union(|value|Self::Inner(Box::new(value))).or(Self::Text).decide("), "{outer}");
    }

    #[test]
    fn an_open_object_is_known_by_its_fields() {
        let (mut bindings, _) = bindings();
        let ty: Type = parse_quote!(Thing);
        assert!(known_fields(&bindings, &ty).is_some_and(|names| names.len() == 7));
        let kept = || parse_quote!(#[serde(flatten)] pub extra: ::serde_json::Map<String, ::serde_json::Value>);
        let Item::Struct(item) = &mut bindings.types.get_mut("Thing").unwrap().item else { panic!() };
        let Fields::Named(fields) = &mut item.fields else { panic!() };
        fields.named.push(kept());
        assert!(known_fields(&bindings, &ty).is_some_and(|names| names.len() == 7));
        let Item::Struct(item) = &mut bindings.types.get_mut("Thing").unwrap().item else { panic!() };
        let Fields::Named(fields) = &mut item.fields else { panic!() };
        fields.named = std::iter::once::<syn::Field>(kept()).collect();
        assert!(known_fields(&bindings, &ty).is_none());
    }
}
