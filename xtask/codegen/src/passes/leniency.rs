//! Fields read leniently: null for an absent list, every form of a time, null for what is merely missing.

use syn::{Field, Fields, Item, Type, parse_quote, visit::Visit};

use super::Pass;
use crate::{
    bindings::Bindings,
    model::Model,
    syntax::{
        count_types, generic_arguments, has_serde_word, path_is, serde_value, type_path, unwrapped, without_serde_word,
    },
};
use document::error::{Error, Result};

pub(super) const PASS: Pass =
    Pass { name: "leniency", reason: "a null list, or a time without an offset, would fail the whole response", run };

const LIST: [&str; 3] = ["std", "vec", "Vec"];
const MAP: [&str; 3] = ["std", "collections", "BTreeMap"];
const JSON_OBJECT: [&str; 2] = ["serde_json", "Map"];
const DATE: [&str; 3] = ["chrono", "naive", "NaiveDate"];
const DATE_TIME: [&str; 2] = ["chrono", "DateTime"];

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
        without_serde_word(&mut item.attrs, "deny_unknown_fields");
        match &mut item.fields {
            Fields::Named(fields) => {
                // What is left over is never null.
                for field in fields.named.iter_mut().filter(|field| !has_serde_word(&field.attrs, "flatten")) {
                    // An `Option` reads null anyway.
                    let has_list = count_types(&LIST, |counter| counter.visit_type(&field.ty)) > 0;
                    wanted += usize::from(has_list && unwrapped(&field.ty, "Option").is_none());
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
            Error::new("not every list in responses accepts null").remedy("adapt xtask/codegen/src/passes/leniency.rs")
        );
    }
    Ok(places + alone)
}

/// The kinds of type that are read leniently.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    Date,
    DateTime,
    Integer,
    /// A list or map, of any depth, of dates, times or integers.
    Nested,
    List,
    JsonObject,
    Map,
    Flag,
}

fn kind(ty: &Type) -> Option<Kind> {
    if let Some(scalar) = scalar(ty) {
        return Some(scalar);
    }
    if is_nested(ty) {
        return Some(Kind::Nested);
    }
    let Type::Path(path) = ty else { return None };
    let kinds: [(&[&str], Kind); 4] =
        [(&LIST, Kind::List), (&JSON_OBJECT, Kind::JsonObject), (&MAP, Kind::Map), (&["bool"], Kind::Flag)];
    kinds.into_iter().find(|(names, _)| path_is(&path.path, names)).map(|(_, kind)| kind)
}

fn scalar(ty: &Type) -> Option<Kind> {
    let Type::Path(path) = ty else { return None };
    if path_is(&path.path, &DATE) {
        return Some(Kind::Date);
    }
    if path_is(&path.path, &DATE_TIME) {
        return Some(Kind::DateTime);
    }
    INTEGERS.iter().any(|name| path.path.is_ident(name)).then_some(Kind::Integer)
}

/// Whether a type is a list or map, of any depth, of what is read leniently alone.
fn is_nested(ty: &Type) -> bool {
    let mut depth = 0;
    let mut ty = ty;
    loop {
        let (container, position) = if let Some(path) = type_path(ty, &LIST) {
            (path, 0)
        } else if let Some(path) = type_path(ty, &MAP) {
            (path, 1)
        } else if let Some(inner) = unwrapped(ty, "Option") {
            ty = inner;
            continue;
        } else {
            return depth > 0 && scalar(ty).is_some();
        };
        let Some(inner) = container.segments.last().and_then(|segment| generic_arguments(segment).nth(position)) else {
            return false;
        };
        depth += 1;
        ty = inner;
    }
}

fn rewrite(field: &mut Field) -> bool {
    // A field that is required and may be null is read as one that may be missing.
    let required_null =
        serde_value(&field.attrs, "deserialize_with").is_some_and(|reader| reader.ends_with("Option::deserialize"));
    if required_null {
        without_serde_word(&mut field.attrs, "deserialize_with");
    }
    let has_default = has_serde_word(&field.attrs, "default");
    let inner = unwrapped(&field.ty, "Option");
    let reader = match (kind(&field.ty), inner.and_then(kind)) {
        (Some(Kind::DateTime), _) => "crate::runtime::lenient::date_time",
        (Some(Kind::Date), _) => "crate::runtime::lenient::date",
        (_, Some(Kind::DateTime)) => "crate::runtime::lenient::optional_date_time",
        (_, Some(Kind::Date)) => "crate::runtime::lenient::optional_date",
        (Some(Kind::Nested), _) => "crate::runtime::lenient::nested",
        (Some(Kind::List | Kind::JsonObject), _) => "crate::runtime::lenient::null_as_default",
        (Some(Kind::Map), _) => "crate::runtime::lenient::map",
        (_, Some(Kind::Map)) => "crate::runtime::lenient::optional_map",
        (Some(Kind::Integer), _) => "crate::runtime::lenient::integer",
        (_, Some(Kind::Integer)) => "crate::runtime::lenient::optional_integer",
        (Some(Kind::Flag), _) if has_default => "crate::runtime::lenient::null_as_default",
        _ => return required_null,
    };
    field.attrs.push(if inner.is_some() && !has_default {
        parse_quote!(#[serde(default, deserialize_with = #reader)])
    } else {
        parse_quote!(#[serde(deserialize_with = #reader)])
    });
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passes::fixture::*;

    #[test]
    fn a_list_of_a_response_may_be_null() {
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
        let bindings = finished(&description);
        let Item::Struct(item) = &bindings.types["GetListsResponse"].item else { panic!() };
        for field in &item.fields {
            let reader = serde_value(&field.attrs, "deserialize_with");
            assert_eq!(reader.as_deref(), Some("crate::runtime::lenient::null_as_default"), "{:?}", field.ident);
        }
    }

    #[test]
    fn lists_flags_and_times_are_read_leniently() {
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
    fn items_of_lists_are_read_as_they_are_alone() {
        for (text, nested) in [
            ("::std::vec::Vec<i64>", true),
            ("::std::option::Option<::std::vec::Vec<::std::vec::Vec<::chrono::naive::NaiveDate>>>", true),
            ("::std::collections::BTreeMap<::std::string::String,::chrono::DateTime<::chrono::offset::Utc>>", true),
            ("::std::vec::Vec<::std::string::String>", false),
            ("::std::option::Option<i64>", false),
        ] {
            assert_eq!(is_nested(&syn::parse_str(text).unwrap()), nested, "{text}");
        }
    }

    #[test]
    fn what_requests_carry_is_left_alone() {
        let (bindings, _) = after(PASS);
        assert!(!printed_type(&bindings, "UpdateThingBody").contains("lenient"));
    }

    #[test]
    fn a_nullable_required_field_may_be_missing() {
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
