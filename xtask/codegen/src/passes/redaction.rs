//! `Debug` that prints no personal data.

use quote::quote;
use serde_json::{Value, json};
use syn::{Fields, Item, Type, parse_quote};

use super::Pass;
use crate::{
    bindings::{Bindings, TypeItems},
    model::{Model, Schema},
    syntax::{remove_derives, type_name, unwrapped, wire_name},
};
use document::error::Result;

pub(super) const PASS: Pass =
    Pass { name: "redaction", reason: "a derived Debug would print names, NHS numbers and messages into logs", run };

/// The mark by which an overlay decides about one field: true hides it, false shows it.
const SENSITIVE: &str = "x-sensitive";

/// Times of the machinery, not of a person's life.
const TECHNICAL_TIMES: [&str; 11] = [
    "created_at",
    "updated_at",
    "deleted_at",
    "sent_at",
    "send_at",
    "scheduled_at",
    "expires_at",
    "expiry_date",
    "reserved_until",
    "last_sync_at",
    "write_to_record_at",
];

#[allow(clippy::unnecessary_wraps, reason = "every pass may fail")]
fn run(bindings: &mut Bindings, model: &Model) -> Result<usize> {
    let mut places = 0;
    for (name, items) in &mut bindings.types {
        if let Some(schema) = model.schemas.get(name) {
            places += usize::from(redact_type(name, items, schema, model));
        }
        if let Some((builder, _)) = &mut items.builder {
            remove_derives(&mut builder.attrs, &["Debug"]);
            let ident = &builder.ident;
            items.added.push(opaque_debug(&parse_quote!(builder::#ident)));
            places += 1;
        }
    }
    for operation in bindings.operations.values_mut() {
        remove_derives(&mut operation.item.attrs, &["Debug"]);
        operation.added.push(opaque_debug(&operation.item.ident.clone().into()));
        places += 1;
    }
    Ok(places)
}

/// A `Debug` that prints the name alone.
fn opaque_debug(builder: &syn::Path) -> Item {
    parse_quote!(crate::runtime::opaque_debug! { #builder })
}

fn redact_type(name: &str, items: &mut TypeItems, schema: &Schema, model: &Model) -> bool {
    let body = match &mut items.item {
        Item::Struct(item) => {
            remove_derives(&mut item.attrs, &["Debug"]);
            match &item.fields {
                Fields::Named(fields) => {
                    let printed = fields.named.iter().filter_map(|field| {
                        let ident = field.ident.as_ref()?;
                        let wire = wire_name(ident, &field.attrs);
                        let shown = is_shown(&wire, &field.ty, schema.property(&wire), model);
                        Some(if shown {
                            quote!(.field(#wire, &self.#ident))
                        } else {
                            quote!(.field(#wire, &crate::runtime::redacted::of(&self.#ident)))
                        })
                    });
                    quote!(f.debug_struct(#name) #(#printed)* .finish())
                }
                Fields::Unnamed(fields) => {
                    let shown = fields.unnamed.first().is_some_and(|field| match schema.value.get(SENSITIVE) {
                        Some(mark) => mark == &json!(false),
                        None => is_number(&field.ty) || is_id(name) && is_string(&field.ty) || is_own(&field.ty, model),
                    });
                    if shown {
                        quote!(f.debug_tuple(#name).field(&self.0).finish())
                    } else {
                        quote!(f.debug_tuple(#name).field(&crate::runtime::redacted::of(&self.0)).finish())
                    }
                }
                Fields::Unit => quote!(f.write_str(#name)),
            }
        }
        Item::Enum(item) if items.added.is_empty() => {
            remove_derives(&mut item.attrs, &["Debug"]);
            let arms = item.variants.iter().map(|variant| {
                let ident = &variant.ident;
                let label = format!("{name}::{ident}");
                match &variant.fields {
                    Fields::Unit => quote!(Self::#ident => f.write_str(#label)),
                    Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                        let shown = fields
                            .unnamed
                            .first()
                            .is_some_and(|field| is_number(&field.ty) || is_own(&field.ty, model));
                        let value = if shown { quote!(value) } else { quote!(&crate::runtime::redacted::of(value)) };
                        quote!(Self::#ident(value) => f.debug_tuple(#label).field(#value).finish())
                    }
                    _ => quote!(Self::#ident { .. } => f.write_str(#label)),
                }
            });
            quote!(match self { #(#arms),* })
        }
        // An open enum brings its own Debug.
        _ => return false,
    };
    let ident = syn::Ident::new(name, proc_macro2::Span::call_site());
    items.impls.insert(
        0,
        parse_quote! {
            impl ::std::fmt::Debug for #ident {
                fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                    #body
                }
            }
        },
    );
    true
}

fn is_shown(wire: &str, ty: &Type, property: Option<&Value>, model: &Model) -> bool {
    match property.and_then(|property| property.get(SENSITIVE)) {
        Some(mark) => return mark == &json!(false),
        None if is_number(ty) || is_own(ty, model) => return true,
        None => {}
    }
    (is_id(wire) && is_string(ty)) || (TECHNICAL_TIMES.contains(&wire) && is_time(ty))
}

/// What is inside `Option`, `Vec`, `Box` and `Patch`.
fn innermost(ty: &Type) -> &Type {
    ["Option", "Vec", "Box", "Patch"].into_iter().find_map(|wrapper| unwrapped(ty, wrapper)).map_or(ty, innermost)
}

fn is_named(ty: &Type, names: &[&str]) -> bool {
    type_name(innermost(ty)).is_some_and(|name| names.contains(&name.as_str()))
}

fn is_number(ty: &Type) -> bool {
    let name = type_name(innermost(ty)).unwrap_or_default();
    is_named(ty, &["bool", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "f32", "f64"])
        || name.starts_with("NonZero")
}

fn is_string(ty: &Type) -> bool {
    is_named(ty, &["String", "Uuid"])
}

fn is_time(ty: &Type) -> bool {
    is_named(ty, &["DateTime", "NaiveDate"]) || is_string(ty)
}

/// A type of ours, which redacts itself.
fn is_own(ty: &Type, model: &Model) -> bool {
    type_name(innermost(ty)).is_some_and(|name| model.schemas.contains_key(&name))
}

/// Whether a name says that it holds an identifier that means nothing outside of Hero.
fn is_id(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let foreign = ["nhs", "emis", "ehr", "gha", "passport", "insurance"].iter().any(|word| lower.contains(word));
    let identifies = lower == "id"
        || lower == "uid"
        || lower == "uuid"
        || ["_id", "_ids", "_uid", "_uuid"].iter().any(|suffix| lower.ends_with(suffix))
        || name.ends_with("Id");
    identifies && !foreign
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model() -> Model {
        Model {
            title: String::new(),
            version: String::new(),
            tags: Vec::new(),
            operations: Vec::new(),
            schemas: std::collections::BTreeMap::new(),
        }
    }

    fn shown(name: &str, ty: &Type, property: Option<&Value>) -> bool {
        is_shown(name, ty, property, &model())
    }

    #[test]
    fn free_text_and_foreign_identifiers_are_hidden() {
        let text: Type = parse_quote!(::std::option::Option<::std::string::String>);
        for name in [
            "first_name",
            "nhs_number",
            "email",
            "message_string",
            "ehr_partner_id",
            "emis_id",
            "dob",
            "token",
            "valid",
            "paid",
        ] {
            assert!(!shown(name, &text, None), "{name}");
        }
        let map: Type = parse_quote!(::serde_json::Map<String, Value>);
        assert!(!shown("id", &map, None));
        let time: Type = parse_quote!(::chrono::DateTime<Utc>);
        assert!(!shown("dob", &time, None) && !shown("deceased_at", &time, None) && !shown("start_time", &time, None));
    }

    #[test]
    fn ids_numbers_flags_and_technical_times_are_shown() {
        let text: Type = parse_quote!(::std::string::String);
        for name in ["id", "patient_id", "practitioner_ids", "attachment_uuid"] {
            assert!(shown(name, &text, None), "{name}");
        }
        assert!(shown("count", &parse_quote!(f64), None) && shown("active", &parse_quote!(Option<bool>), None));
        assert!(shown("created_at", &parse_quote!(::chrono::DateTime<Utc>), None));
    }

    #[test]
    fn an_overlay_decides_either_way() {
        let text: Type = parse_quote!(::std::string::String);
        assert!(!shown("id", &text, Some(&json!({"x-sensitive": true}))));
        assert!(shown("name", &text, Some(&json!({"x-sensitive": false}))));
    }
}
