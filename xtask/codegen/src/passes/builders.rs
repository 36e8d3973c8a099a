//! Removes the builders of types that only responses carry, and lets those of others start without further fields.

use syn::{
    Field, FieldValue, ImplItem, Item, ItemStruct, Member, Path, Token, parse_quote, punctuated::Punctuated,
    visit_mut::VisitMut,
};

use super::Pass;
use crate::{
    bindings::{Bindings, TypeItems},
    model::Model,
    syntax::{
        derives as derives_trait, has_serde_word, unwrapped,
        walk::{Rewrite, Rewriting},
    },
};
use document::error::Result;

pub(super) const PASS: Pass = Pass {
    name: "builders",
    reason: "callers never build a response, so its builder would be dead code; and a builder would ask for further fields, of which there need not be any",
    run,
};

#[allow(clippy::unnecessary_wraps, reason = "every pass may fail")]
fn run(bindings: &mut Bindings, model: &Model) -> Result<usize> {
    let mut places = 0;
    for (name, items) in &mut bindings.types {
        if let Item::Struct(item) = &mut items.item {
            keep_default(item);
        }
        if model.schemas.get(name).is_some_and(|schema| schema.request) {
            places += usize::from(start_without_extras(items));
            continue;
        }
        if items.builder.take().is_none() {
            continue;
        }
        places += 1;
        for item in &mut items.impls {
            item.items.retain(|item| !matches!(item, ImplItem::Fn(method) if method.sig.ident == "builder"));
        }
        items.impls.retain(|item| item.trait_.is_some() || !item.items.is_empty());
    }
    Ok(places)
}

/// A struct whose described fields may all be absent has a default, whatever further fields it may have.
fn keep_default(item: &mut ItemStruct) {
    let is_kept = |field: &&Field| has_serde_word(&field.attrs, "flatten");
    let may_be_absent =
        |field: &Field| unwrapped(&field.ty, "Option").is_some() || has_serde_word(&field.attrs, "default");
    let has_extras = item.fields.iter().any(|field| is_kept(&field));
    if !has_extras || !item.fields.iter().filter(|field| !is_kept(field)).all(may_be_absent) {
        return;
    }
    let derives = item.attrs.iter_mut().find(|attribute| attribute.path().is_ident("derive"));
    let Some(attribute) = derives.filter(|attribute| !derives_trait(attribute, "Default")) else { return };
    let read = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated);
    if let Ok(mut names) = read {
        let position = names.iter().position(|name| name.is_ident("PartialEq")).unwrap_or(names.len());
        names.insert(position, parse_quote!(Default));
        *attribute = parse_quote!(#[derive(#names)]);
    }
}

/// A builder starts with an empty map of the fields that are not described.
fn start_without_extras(items: &mut TypeItems) -> bool {
    let (Item::Struct(item), Some((_, impls))) = (&items.item, &mut items.builder) else { return false };
    let flattened = item.fields.iter().find(|field| has_serde_word(&field.attrs, "flatten"));
    let Some(name) = flattened.and_then(|field| field.ident.clone()) else { return false };
    let starts = impls.iter_mut().filter(|item| {
        item.trait_.as_ref().and_then(|(path, _)| path.segments.last()).is_some_and(|last| last.ident == "Default")
    });
    let mut empty = StartsEmpty(name, false);
    for item in starts {
        Rewriting(&mut empty).visit_item_impl_mut(item);
    }
    empty.1
}

/// Sets one field of a new value to what a map is by default.
struct StartsEmpty(syn::Ident, bool);

impl Rewrite for StartsEmpty {
    fn enter_field(&mut self, field: &mut FieldValue) -> bool {
        if matches!(&field.member, Member::Named(name) if *name == self.0) {
            field.expr = parse_quote!(Ok(::std::default::Default::default()));
            self.1 = true;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::passes::fixture::*;

    #[test]
    fn a_builder_needs_no_further_fields() {
        let body = json!({"type": "object", "additionalProperties": true, "properties": {"a": {"type": "string"}}});
        let bindings = finished(&json!({
            "openapi": "3.0.3", "info": {"title": "t", "version": "1"},
            "paths": {"/things": {"post": {
                "operationId": "addThing",
                "requestBody": {"required": true, "content": {"application/json": {"schema": body}}},
                "responses": {"204": {"description": ""}},
            }}},
        }));
        let items = &bindings.types["AddThingBody"];
        let Item::Struct(item) = &items.item else { panic!() };
        assert!(item.attrs.iter().any(|attribute| derives_trait(attribute, "Default")));
        let (_, impls) = items.builder.as_ref().unwrap();
        let start = impls.iter().find(|item| {
            item.trait_.as_ref().is_some_and(|(path, _)| path.segments.last().unwrap().ident == "Default")
        });
        let Some(ImplItem::Fn(default)) = start.and_then(|start| start.items.first()) else { panic!() };
        let Some(syn::Stmt::Expr(syn::Expr::Struct(value), _)) = default.block.stmts.first() else { panic!() };
        let extra = value.fields.iter().find(|field| matches!(&field.member, Member::Named(name) if name == "extra"));
        let expected: syn::Expr = parse_quote!(Ok(::std::default::Default::default()));
        assert_eq!(extra.map(|field| &field.expr), Some(&expected));
    }

    #[test]
    fn only_what_requests_carry_has_a_builder() {
        let (bindings, places) = after(PASS);
        assert!(bindings.types["UpdateThingBody"].builder.is_some());
        assert!(bindings.types["Thing"].builder.is_none());
        assert!(!printed_type(&bindings, "Thing").contains("builder"));
        assert_eq!(places, 2);
    }
}
