//! String enums of responses, and those that the description lists only in part, take any string.

use heck::ToPascalCase;
use quote::format_ident;
use syn::{Fields, Item, parse_quote};

use super::Pass;
use crate::{
    bindings::{Bindings, TypeItems},
    model::{Model, Schema},
    syntax::wire_name,
};
use document::error::{Error, Result};

pub(super) const PASS: Pass =
    Pass { name: "open-enums", reason: "one value that the server adds would fail the whole response", run };

/// The variant that keeps a value which the description does not list.
const CATCH_ALL: &str = "UnknownValue";

fn run(bindings: &mut Bindings, model: &Model) -> Result<usize> {
    let mut places = 0;
    for (name, items) in &mut bindings.types {
        let Some(schema) = model.schemas.get(name) else { continue };
        if schema.value.get("enum").is_none() || schema.value.get("type").is_some_and(|kind| kind != "string") {
            continue;
        }
        if schema.response || schema.facts.open_enum {
            rewrite(name, items, schema)?;
            places += 1;
        }
    }
    Ok(places)
}

fn rewrite(name: &str, items: &mut TypeItems, schema: &Schema) -> Result<()> {
    let not_understood = |what: &str| {
        Error::new(format!("the enum `{name}` {what}")).remedy("adapt xtask/codegen/src/passes/open_enums.rs")
    };
    let Item::Enum(item) = &mut items.item else {
        return Err(not_understood("was not generated as an enum"));
    };
    let listed = schema.value.get("enum").and_then(serde_json::Value::as_array).map_or(0, Vec::len);
    if item.variants.len() != listed || item.variants.iter().any(|variant| variant.fields != Fields::Unit) {
        return Err(not_understood("does not have one plain variant per value"));
    }
    let catch_all = if item.variants.iter().any(|variant| variant.ident == CATCH_ALL) {
        format_ident!("{CATCH_ALL}String")
    } else {
        format_ident!("{CATCH_ALL}")
    };
    let values = match &schema.facts.wire_values {
        Some(values) => values.clone(),
        None => item.variants.iter().map(|variant| wire_name(&variant.ident, &variant.attrs)).collect(),
    };
    for (variant, value) in item.variants.iter_mut().zip(&values) {
        variant.attrs.clear();
        // The empty string gets a generated name that says nothing.
        if value.is_empty() {
            variant.ident = format_ident!("Empty");
        }
        let text = if variant.ident == value.to_pascal_case() {
            format!(" `{value}`")
        } else {
            format!(" `{value:?}` on the wire")
        };
        variant.attrs.push(parse_quote!(#[doc = #text]));
    }
    let variants: Vec<_> = item.variants.iter().map(|variant| variant.ident.clone()).collect();
    item.attrs.retain(|attribute| !attribute.path().is_ident("derive") && !attribute.path().is_ident("serde"));
    item.attrs.push(parse_quote!(#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]));
    item.variants.push(parse_quote! {
        /// A value that the description does not list, as the server wrote it.
        #catch_all(::std::string::String)
    });
    let ident = &item.ident;
    items.impls = vec![
        parse_quote! {
            impl #ident {
                /// The value as it stands on the wire.
                #[must_use]
                pub fn as_str(&self) -> &str {
                    match self {
                        #(Self::#variants => #values,)*
                        Self::#catch_all(value) => value,
                    }
                }
            }
        },
        parse_quote! {
            impl ::std::convert::From<&str> for #ident {
                fn from(value: &str) -> Self {
                    match value {
                        #(#values => Self::#variants,)*
                        other => Self::#catch_all(other.to_owned()),
                    }
                }
            }
        },
    ];
    items.added.push(parse_quote!(crate::runtime::open_enum! { #ident, #catch_all }));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passes::fixture::*;

    #[test]
    fn enums_of_responses_keep_unlisted_values() {
        let (bindings, places) = after(PASS);
        let text = printed_type(&bindings, "ThingKind");
        assert!(text.contains("UnknownValue(::std::string::String)"), "{text}");
        assert!(text.contains("other => Self::UnknownValue(other.to_owned())"), "{text}");
        assert!(text.contains("\"in_between\" => Self::InBetween") && text.contains("\"\" => Self::Empty"), "{text}");
        assert!(!text.contains("derive(::serde::Deserialize") && text.contains("open_enum!"), "{text}");
        assert_eq!(places, 1);
    }

    #[test]
    fn an_enum_of_a_request_stays_closed() {
        let (bindings, _) = after(PASS);
        assert!(!printed_type(&bindings, "UpdateThingBodyMode").contains("UnknownValue"));
    }

    #[test]
    fn an_incomplete_enum_is_open_in_requests() {
        let (mut bindings, mut model) = bindings();
        let schema = model.schemas.get_mut("UpdateThingBodyMode").unwrap();
        schema.facts.open_enum = true;
        run(&mut bindings, &model).unwrap();
        assert!(printed_type(&bindings, "UpdateThingBodyMode").contains("UnknownValue"));
    }
}
