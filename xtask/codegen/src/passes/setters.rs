//! Setters take what a caller has at hand, and say why they refuse it.

use std::collections::BTreeMap;

use heck::ToSnakeCase;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Fields, Ident, ImplItem, ImplItemFn, Item, ItemImpl, ItemStruct, Type, parse_quote};

use super::{Pass, limits::check};
use crate::{
    bindings::Bindings,
    model::Model,
    normalise::Limits,
    syntax::{unwrapped, wire_name},
};
use document::error::{Error, Result};

pub(super) const PASS: Pass = Pass {
    name: "setters",
    reason: "progenitor's setters of optional fields take no `&str` and no builder, and those of parameters do not say which rule a value breaks",
    run,
};

fn run(bindings: &mut Bindings, model: &Model) -> Result<usize> {
    let mut places = 0;
    for (name, items) in &mut bindings.types {
        let limits = of_fields(&items.item, model, name);
        if let Some((builder, impls)) = &mut items.builder {
            for methods in impls.iter_mut().filter(|item| item.trait_.is_none()) {
                places += rewrite(builder, methods, &|field| limits.get(field).copied())?;
            }
        }
    }
    for operation in &model.operations {
        let Some(items) = bindings.operations.get_mut(&operation.type_name) else { continue };
        let limits = |field: &str| {
            let named = |name: &str| name.to_snake_case() == field || format!("{}_", name.to_snake_case()) == field;
            let parameter = operation.parameters.iter().find(|parameter| named(&parameter.rust_name))?;
            parameter.limits.as_ref()
        };
        places += rewrite(&items.item, &mut items.methods, &limits)?;
    }
    Ok(places)
}

/// Field → what the description holds its value to.
fn of_fields<'m>(item: &Item, model: &'m Model, name: &str) -> BTreeMap<String, &'m Limits> {
    let (Item::Struct(item), Some(schema)) = (item, model.schemas.get(name)) else { return BTreeMap::new() };
    let parts = model.parts(schema);
    let limits = item.fields.iter().filter_map(|field| {
        let ident = field.ident.as_ref()?;
        let property = wire_name(ident, &field.attrs);
        let limits =
            parts.iter().filter_map(|part| part.property_facts(&property)).find_map(|facts| facts.limits.as_ref())?;
        Some((ident.to_string(), limits))
    });
    limits.collect()
}

/// Methods of a request builder that set no field.
const NO_SETTERS: [&str; 4] = ["new", "send", "body", "body_map"];

fn rewrite<'m>(
    holder: &ItemStruct,
    methods: &mut ItemImpl,
    limits: &dyn Fn(&str) -> Option<&'m Limits>,
) -> Result<usize> {
    let Fields::Named(fields) = &holder.fields else { return Ok(0) };
    let is_request = fields.named.iter().any(|field| field.ident.as_ref().is_some_and(|ident| ident == "client"));
    let mut rewritten = Vec::with_capacity(methods.items.len());
    let mut places = 0;
    for item in std::mem::take(&mut methods.items) {
        let ImplItem::Fn(method) = item else {
            rewritten.push(item);
            continue;
        };
        let name = method.sig.ident.clone();
        if is_request && NO_SETTERS.iter().any(|other| name == other) {
            rewritten.push(ImplItem::Fn(method));
            continue;
        }
        let field = fields.named.iter().find(|field| field.ident.as_ref() == Some(&name));
        let Some(value) = field.and_then(|field| unwrapped(&field.ty, "Result")) else {
            return Err(Error::new(format!("`{}::{name}` sets no field", holder.ident))
                .remedy("adapt xtask/codegen/src/passes/setters.rs"));
        };
        let is_free = |other: &Ident| !fields.named.iter().any(|field| field.ident.as_ref() == Some(other));
        let limits = limits(&name.to_string());
        rewritten.extend(setters(&name, value, limits, &is_free).into_iter().map(ImplItem::Fn));
        places += 1;
    }
    methods.items = rewritten;
    Ok(places)
}

/// The setter of a field, and for one that may be absent or null a second one that says so.
fn setters(name: &Ident, value: &Type, limits: Option<&Limits>, is_free: &dyn Fn(&Ident) -> bool) -> Vec<ImplItemFn> {
    let plain = name.to_string();
    let plain = plain.trim_start_matches("r#");
    let held = |inner: &Type, function: &str, stored: TokenStream| match limits.and_then(|limits| check(limits, inner))
    {
        Some(check) => {
            let function = format_ident!("{function}");
            quote!(crate::runtime::limits::#function(#plain, #stored, #check))
        }
        None => stored,
    };
    if let Some(inner) = unwrapped(value, "Option") {
        let maybe = format_ident!("maybe_{plain}");
        let set = held(inner, "optional", quote!(crate::runtime::conversion::optional(#plain, Some(value))));
        let set_if = held(inner, "optional", quote!(crate::runtime::conversion::optional(#plain, value)));
        let mut methods = vec![parse_quote! {
            pub fn #name(mut self, value: impl TryInto<#inner, Error: ::std::fmt::Display + 'static>) -> Self {
                self.#name = #set;
                self
            }
        }];
        if is_free(&maybe) {
            methods.push(parse_quote! {
                pub fn #maybe(mut self, value: Option<impl TryInto<#inner, Error: ::std::fmt::Display + 'static>>) -> Self {
                    self.#name = #set_if;
                    self
                }
            });
        }
        return methods;
    }
    if let Some(inner) = unwrapped(value, "Patch") {
        let clear = format_ident!("clear_{plain}");
        let set = held(inner, "patch", quote!(crate::runtime::conversion::patch(#plain, value)));
        let mut methods = vec![parse_quote! {
            pub fn #name(mut self, value: impl TryInto<#inner, Error: ::std::fmt::Display + 'static>) -> Self {
                self.#name = #set;
                self
            }
        }];
        if is_free(&clear) {
            methods.push(parse_quote! {
                #[must_use]
                pub fn #clear(mut self) -> Self {
                    self.#name = Ok(crate::Patch::Null);
                    self
                }
            });
        }
        return methods;
    }
    let set = held(value, "required", quote!(crate::runtime::conversion::required(#plain, value)));
    vec![parse_quote! {
        pub fn #name(mut self, value: impl TryInto<#value, Error: ::std::fmt::Display + 'static>) -> Self {
            self.#name = #set;
            self
        }
    }]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(ty: &Type, taken: &str) -> Vec<String> {
        let is_free = |ident: &Ident| ident != taken;
        setters(&format_ident!("note"), ty, None, &is_free).iter().map(|method| method.sig.ident.to_string()).collect()
    }

    #[test]
    fn each_kind_of_field_has_the_setters_it_needs() {
        assert_eq!(names(&parse_quote!(String), ""), ["note"]);
        assert_eq!(names(&parse_quote!(Option<String>), ""), ["note", "maybe_note"]);
        assert_eq!(names(&parse_quote!(crate::Patch<String>), ""), ["note", "clear_note"]);
    }

    #[test]
    fn a_field_of_that_name_keeps_its_own_setter() {
        assert_eq!(names(&parse_quote!(Option<String>), "maybe_note"), ["note"]);
        assert_eq!(names(&parse_quote!(crate::Patch<String>), "clear_note"), ["note"]);
    }
}
