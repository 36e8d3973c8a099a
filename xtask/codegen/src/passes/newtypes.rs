//! Conversions between structs around one value.

use syn::{Attribute, Field, Fields, Ident, Item, ItemImpl, PathSegment, Type, Visibility, parse_quote};

use super::{Pass, limits::check};
use crate::{
    bindings::{Bindings, TypeItems},
    model::Model,
    syntax::{generic_argument, type_name},
};
use document::error::Result;

pub(super) const PASS: Pass = Pass {
    name: "newtypes",
    reason: "a text has to be copied by hand into a struct around a text, and a value that was read into the struct that requests take",
    run,
};

/// What the copy of a type for requests is called: see the normalisation pass `directions`.
const REQUEST_SUFFIX: &str = "Input";

#[expect(clippy::unnecessary_wraps, reason = "every pass may fail")]
fn run(bindings: &mut Bindings, model: &Model) -> Result<usize> {
    let mut places = with_limits(bindings, model);
    let mut added: Vec<(String, ItemImpl)> = Vec::new();
    for (name, items) in &bindings.types {
        let Some(inner) = inner(items) else { continue };
        let ident = quote::format_ident!("{name}");
        if type_name(&inner.ty).is_some_and(|inner| inner == "String")
            && converts_from(items, "From", "String")
            && !converts_from(items, "From", "str")
            && !converts_from(items, "TryFrom", "str")
        {
            added.push((
                name.clone(),
                parse_quote! {
                    impl ::std::convert::From<&str> for #ident {
                        fn from(value: &str) -> Self {
                            Self(value.to_owned())
                        }
                    }
                },
            ));
        }
        let copy_name = format!("{name}{REQUEST_SUFFIX}");
        let is_pair = model.schemas.get(name).is_some_and(|schema| !schema.request)
            && model.schemas.get(&copy_name).is_some_and(|schema| !schema.response);
        let Some(copy) = bindings.types.get(&copy_name).filter(|_| is_pair) else { continue };
        if !matches!(inner.vis, Visibility::Public(_)) || self::inner(copy).is_none_or(|copy| copy.ty != inner.ty) {
            continue;
        }
        let copy_ident = quote::format_ident!("{copy_name}");
        let Some(inner_name) = type_name(&inner.ty) else { continue };
        let (holder, gate) = place(model, name, &copy_name);
        // The file does not import a type that one of its features lacks.
        let own: syn::Path = if gate.is_some() { parse_quote!(crate::types::#ident) } else { parse_quote!(#ident) };
        if converts_from(copy, "From", &inner_name) {
            added.push((
                holder,
                parse_quote! {
                    #gate
                    impl ::std::convert::From<#own> for #copy_ident {
                        fn from(value: #own) -> Self {
                            Self::from(value.0)
                        }
                    }
                },
            ));
        } else if converts_from(copy, "TryFrom", &inner_name) {
            added.push((
                holder,
                parse_quote! {
                    #gate
                    impl ::std::convert::TryFrom<#own> for #copy_ident {
                        type Error = crate::ConversionError;
                        fn try_from(value: #own) -> ::std::result::Result<Self, crate::ConversionError> {
                            Self::try_from(value.0)
                        }
                    }
                },
            ));
        }
    }
    places += added.len();
    for (name, item) in added {
        if let Some(items) = bindings.types.get_mut(&name) {
            items.impls.push(item);
        }
    }
    Ok(places)
}

/// The type that a conversion between two stands beside: the one that no feature has without the other. Where each has a feature
/// that the other lacks, the conversion has the features of `name`.
fn place(model: &Model, name: &str, copy: &str) -> (String, Option<Attribute>) {
    let tags = |name: &str| model.schemas.get(name).map(|schema| schema.tags.clone()).unwrap_or_default();
    let (own, copies) = (tags(name), tags(copy));
    if copies.is_subset(&own) {
        (copy.to_owned(), None)
    } else if own.is_subset(&copies) {
        (name.to_owned(), None)
    } else {
        let features = own.iter().filter_map(|tag| model.tags.get(*tag)).map(|tag| tag.feature.as_str());
        (copy.to_owned(), Some(parse_quote!(#[cfg(any(#(feature = #features),*))])))
    }
}

/// A component that is one number or list of requests is made by a conversion that may fail, as one that is a text is.
fn with_limits(bindings: &mut Bindings, model: &Model) -> usize {
    let mut places = 0;
    for (name, items) in &mut bindings.types {
        let Some(limits) = model.schemas.get(name).and_then(|schema| schema.facts.limits.as_ref()) else { continue };
        let Some((ty, ident)) = inner(items).map(|field| (field.ty.clone(), quote::format_ident!("{name}"))) else {
            continue;
        };
        let Some(check) = check(limits, &ty) else { continue };
        let reads_text = items.impls.iter().any(|item| trait_of(item, name).is_some_and(|of| of.ident == "FromStr"));
        // All that make one of a value or a text, and check nothing.
        items.impls.retain(|item| {
            !trait_of(item, name).is_some_and(|of| ["From", "TryFrom", "FromStr"].iter().any(|makes| of.ident == makes))
        });
        items.impls.push(parse_quote! {
            impl ::std::convert::TryFrom<#ty> for #ident {
                type Error = crate::ConversionError;
                fn try_from(value: #ty) -> ::std::result::Result<Self, crate::ConversionError> {
                    crate::runtime::limits::required(#name, Ok(value), #check).map(Self)
                }
            }
        });
        if reads_text {
            // A struct around this one reads texts by it.
            items.impls.extend(from_text(name, &ident, &ty));
        }
        places += 1;
    }
    places
}

/// The trait that an `impl` gives to the type `name`.
fn trait_of<'a>(item: &'a ItemImpl, name: &str) -> Option<&'a PathSegment> {
    type_name(&item.self_ty).filter(|own| own == name)?;
    item.trait_.as_ref()?.0.segments.last()
}

/// What reads a text as the value of a type, and checks it.
fn from_text(name: &str, ident: &Ident, ty: &Type) -> [ItemImpl; 3] {
    let error = quote::quote!(crate::ConversionError);
    [
        parse_quote! {
            impl ::std::str::FromStr for #ident {
                type Err = #error;
                fn from_str(text: &str) -> ::std::result::Result<Self, #error> {
                    crate::runtime::conversion::parsed::<#ty>(#name, text).and_then(Self::try_from)
                }
            }
        },
        parse_quote! {
            impl ::std::convert::TryFrom<&str> for #ident {
                type Error = #error;
                fn try_from(text: &str) -> ::std::result::Result<Self, #error> {
                    text.parse()
                }
            }
        },
        parse_quote! {
            impl ::std::convert::TryFrom<::std::string::String> for #ident {
                type Error = #error;
                fn try_from(text: ::std::string::String) -> ::std::result::Result<Self, #error> {
                    text.parse()
                }
            }
        },
    ]
}

/// The one value of a struct that is around it.
fn inner(items: &TypeItems) -> Option<&Field> {
    let Item::Struct(item) = &items.item else { return None };
    match &item.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => fields.unnamed.first(),
        _ => None,
    }
}

/// Whether a type has the trait `From` or `TryFrom` for a value, or for a reference to one.
fn converts_from(items: &TypeItems, wanted: &str, value: &str) -> bool {
    let Item::Struct(own) = &items.item else { return false };
    let own = own.ident.to_string();
    items.impls.iter().filter_map(|item| trait_of(item, &own)).filter(|of| of.ident == wanted).any(|of| {
        let argument = generic_argument(of).map(|ty| match ty {
            Type::Reference(reference) => &*reference.elem,
            other => other,
        });
        argument.and_then(type_name).is_some_and(|name| name == value)
    })
}
