//! Fields read leniently: null for an absent list, every form of a time, null for what is merely missing.

use quote::ToTokens;
use syn::{Attribute, Field, Fields, Item, Meta, parse_quote};

use super::{Pass, without_serde_word};
use crate::{
    bindings::{Bindings, unwrapped},
    model::Model,
};
use document::error::{Error, Result};

pub(super) const PASS: Pass =
    Pass { name: "leniency", reason: "null for a list, or a time without an offset, would fail the whole answer", run };

const DATE_TIME: &str = "::chrono::DateTime<::chrono::offset::Utc>";
const DATE: &str = "::chrono::naive::NaiveDate";

/// A server that computes may write `3.0` for any of them.
const INTEGERS: [&str; 8] = ["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"];

fn run(bindings: &mut Bindings, model: &Model) -> Result<usize> {
    let mut places = 0;
    let mut wanted = 0;
    let mut alone = 0;
    for (name, items) in &mut bindings.types {
        if !model.schemas.get(name).is_some_and(|schema| schema.response) {
            continue;
        }
        let Item::Struct(item) = &mut items.item else { continue };
        item.attrs.retain(|attribute| !is_serde_word(attribute, "deny_unknown_fields"));
        match &mut item.fields {
            Fields::Named(fields) => {
                for field in &mut fields.named {
                    // An `Option` takes null anyway.
                    let is_list = field.ty.to_token_stream().to_string().contains(":: Vec");
                    wanted += usize::from(is_list && unwrapped(&field.ty, "Option").is_none());
                    places += usize::from(rewrite(field));
                }
            }
            // A component that is a time, a number or a list.
            Fields::Unnamed(fields) => {
                let lenient = fields.unnamed.iter_mut().filter(|field| unwrapped(&field.ty, "Option").is_none());
                alone += lenient.map(rewrite).filter(|rewritten| *rewritten).count();
            }
            Fields::Unit => {}
        }
    }
    if places < wanted {
        return Err(
            Error::new("not every list of the answers takes null").remedy("adapt xtask/codegen/src/passes/leniency.rs")
        );
    }
    Ok(places + alone)
}

/// Whether a type is a list or map, of whatever depth, of what is read leniently alone.
fn is_nested(text: &str) -> bool {
    let inner = |text: &str, outer: &str| {
        text.strip_prefix(outer)
            .and_then(|rest| rest.strip_suffix('>'))
            .map(|inner| inner.trim_end_matches(',').to_owned())
    };
    let mut depth = 0;
    let mut text = text.to_owned();
    loop {
        let list = inner(&text, "::std::vec::Vec<")
            .or_else(|| inner(&text, "::std::collections::BTreeMap<::std::string::String,"));
        depth += u8::from(list.is_some());
        match list.or_else(|| inner(&text, "::std::option::Option<")) {
            Some(inside) => text = inside,
            None => break,
        }
    }
    depth > 0 && (INTEGERS.contains(&text.as_str()) || [DATE_TIME, DATE].contains(&text.as_str()))
}

fn is_serde_word(attribute: &Attribute, word: &str) -> bool {
    attribute.path().is_ident("serde") && attribute.to_token_stream().to_string().contains(word)
}

fn rewrite(field: &mut Field) -> bool {
    let text = field.ty.to_token_stream().to_string().replace(' ', "");
    let bare = unwrapped(&field.ty, "Option").map(|inner| inner.to_token_stream().to_string().replace(' ', ""));
    // A field that is required and may be null is read as one that may be missing.
    let required_null = field.attrs.iter().any(|attribute| is_serde_word(attribute, "Option::deserialize"));
    if required_null {
        without_serde_word(&mut field.attrs, "deserialize_with");
    }
    let has_default = field.attrs.iter().any(has_default);
    let reader = match (text.as_str(), bare.as_deref()) {
        (DATE_TIME, _) => "crate::runtime::lenient::date_time",
        (DATE, _) => "crate::runtime::lenient::date",
        (_, Some(DATE_TIME)) => "crate::runtime::lenient::optional_date_time",
        (_, Some(DATE)) => "crate::runtime::lenient::optional_date",
        (text, _) if is_nested(text) => "crate::runtime::lenient::nested",
        (text, _) if text.starts_with("::std::vec::Vec<") || text.starts_with("::serde_json::Map<") => {
            "crate::runtime::lenient::null_as_default"
        }
        (text, _) if text.starts_with("::std::collections::BTreeMap<") => "crate::runtime::lenient::map",
        (_, Some(text)) if text.starts_with("::std::collections::BTreeMap<") => "crate::runtime::lenient::optional_map",
        (text, _) if INTEGERS.contains(&text) => "crate::runtime::lenient::integer",
        (_, Some(text)) if INTEGERS.contains(&text) => "crate::runtime::lenient::optional_integer",
        ("bool", _) if has_default => "crate::runtime::lenient::null_as_default",
        _ => return required_null,
    };
    field.attrs.push(if bare.is_some() && !has_default {
        parse_quote!(#[serde(default, deserialize_with = #reader)])
    } else {
        parse_quote!(#[serde(deserialize_with = #reader)])
    });
    true
}

/// Whether `#[serde(default)]` stands on the field, alone or beside other words.
fn has_default(attribute: &Attribute) -> bool {
    match &attribute.meta {
        Meta::List(list) if list.path.is_ident("serde") => list
            .tokens
            .clone()
            .into_iter()
            .any(|token| matches!(token, proc_macro2::TokenTree::Ident(ident) if ident == "default")),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passes::fixture::*;

    #[test]
    fn a_list_of_an_answer_may_be_null_however_that_is_said() {
        let list = serde_json::json!({"type": "array", "items": {"type": "string"}});
        let description = serde_json::json!({
            "openapi": "3.1.0",
            "info": {"title": "Lists", "version": "1"},
            "paths": {"/lists": {"get": {"operationId": "getLists", "responses": {"200": {"description": "", "content": {
                "application/json": {"schema": {"type": "object", "properties": {
                    "alternative": {"anyOf": [list, {"type": "null"}]},
                    "part": {"allOf": [list], "type": ["array", "null"]},
                    "plain": list,
                }}},
            }}}}}},
        });
        let description = description.to_string();
        crate::pipeline::run(crate::pipeline::Input::new(description.as_bytes(), &[], "published")).unwrap();
    }

    #[test]
    fn lists_flags_and_times_of_answers_are_read_leniently() {
        let (bindings, _) = after(PASS);
        let text = printed_type(&bindings, "Thing").replace("\n    ", " ");
        for expected in [
            "#[serde(deserialize_with = \"crate::runtime::lenient::null_as_default\")] pub labels",
            "#[serde(deserialize_with = \"crate::runtime::lenient::null_as_default\")] pub active",
            "#[serde(deserialize_with = \"crate::runtime::lenient::date_time\")] pub seen_at",
            "#[serde(default, deserialize_with = \"crate::runtime::lenient::optional_date_time\")] pub created_at",
        ] {
            assert!(text.contains(expected), "{expected} in {text}");
        }
        let text = printed_type(&bindings, "ListThingsResponse").replace("\n    ", " ");
        assert!(text.contains("#[serde(deserialize_with = \"crate::runtime::lenient::integer\")] pub count"), "{text}");
    }

    #[test]
    fn maps_are_read_without_their_keys_in_errors() {
        let mut field: Field = parse_quote!(pub a: ::std::option::Option<::std::collections::BTreeMap<String, String>>);
        assert!(rewrite(&mut field));
        assert_eq!(
            field.attrs,
            [parse_quote!(#[serde(default, deserialize_with = "crate::runtime::lenient::optional_map")])]
        );
    }

    #[test]
    fn times_and_numbers_in_lists_are_read_as_they_are_alone() {
        for (text, nested) in [
            ("::std::vec::Vec<i64>", true),
            ("::std::option::Option<::std::vec::Vec<::std::vec::Vec<::chrono::naive::NaiveDate>>>", true),
            ("::std::collections::BTreeMap<::std::string::String,::chrono::DateTime<::chrono::offset::Utc>>", true),
            ("::std::vec::Vec<::std::string::String>", false),
            ("::std::option::Option<i64>", false),
        ] {
            assert_eq!(is_nested(text), nested, "{text}");
        }
    }

    #[test]
    fn what_requests_carry_is_left_alone() {
        let (bindings, _) = after(PASS);
        assert!(!printed_type(&bindings, "UpdateThingBody").contains("lenient"));
    }

    #[test]
    fn a_field_that_must_be_there_but_may_be_null_may_be_missing_too() {
        let mut field: Field = parse_quote!(#[serde(deserialize_with = "::std::option::Option::deserialize")] pub a: ::std::option::Option<String>);
        assert!(rewrite(&mut field));
        assert!(field.attrs.is_empty());
    }

    #[test]
    fn such_a_field_keeps_its_name_on_the_wire() {
        let mut field: Field = parse_quote! {
            #[serde(rename = "type", deserialize_with = "::std::option::Option::deserialize")]
            pub type_: ::std::option::Option<String>
        };
        assert!(rewrite(&mut field));
        assert_eq!(field.attrs, [parse_quote!(#[serde(rename = "type")])]);
    }
}
