//! Setters take what a caller has at hand, and say why they refuse it.

use quote::format_ident;
use syn::{Fields, Ident, ImplItem, ImplItemFn, ItemImpl, ItemStruct, Type, parse_quote};

use super::Pass;
use crate::{bindings::Bindings, model::Model, syntax::unwrapped};
use document::error::{Error, Result};

pub(super) const PASS: Pass = Pass {
    name: "setters",
    reason: "progenitor's setters of optional fields take no `&str` and no builder, and those of parameters do not say which rule a value breaks",
    run,
};

fn run(bindings: &mut Bindings, _: &Model) -> Result<usize> {
    let mut places = 0;
    for items in bindings.types.values_mut() {
        if let Some((builder, impls)) = &mut items.builder {
            for methods in impls.iter_mut().filter(|item| item.trait_.is_none()) {
                places += rewrite(builder, methods)?;
            }
        }
    }
    for items in bindings.operations.values_mut() {
        places += rewrite(&items.item, &mut items.methods)?;
    }
    Ok(places)
}

/// Methods of a request builder that set no field.
const NO_SETTERS: [&str; 4] = ["new", "send", "body", "body_map"];

fn rewrite(holder: &ItemStruct, methods: &mut ItemImpl) -> Result<usize> {
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
        rewritten.extend(setters(&name, value, &is_free).into_iter().map(ImplItem::Fn));
        places += 1;
    }
    methods.items = rewritten;
    Ok(places)
}

/// The setter of a field, and for one that may be absent or null a second one that says so.
fn setters(name: &Ident, value: &Type, is_free: &dyn Fn(&Ident) -> bool) -> Vec<ImplItemFn> {
    let plain = name.to_string();
    let plain = plain.trim_start_matches("r#");
    if let Some(inner) = unwrapped(value, "Option") {
        let maybe = format_ident!("maybe_{plain}");
        let mut methods = vec![parse_quote! {
            pub fn #name(mut self, value: impl TryInto<#inner, Error: ::std::fmt::Display + 'static>) -> Self {
                self.#name = crate::runtime::conversion::optional(#plain, Some(value));
                self
            }
        }];
        if is_free(&maybe) {
            methods.push(parse_quote! {
                pub fn #maybe(mut self, value: Option<impl TryInto<#inner, Error: ::std::fmt::Display + 'static>>) -> Self {
                    self.#name = crate::runtime::conversion::optional(#plain, value);
                    self
                }
            });
        }
        return methods;
    }
    if let Some(inner) = unwrapped(value, "Patch") {
        let clear = format_ident!("clear_{plain}");
        let mut methods = vec![parse_quote! {
            pub fn #name(mut self, value: impl TryInto<#inner, Error: ::std::fmt::Display + 'static>) -> Self {
                self.#name = crate::runtime::conversion::patch(#plain, value);
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
    vec![parse_quote! {
        pub fn #name(mut self, value: impl TryInto<#value, Error: ::std::fmt::Display + 'static>) -> Self {
            self.#name = crate::runtime::conversion::required(#plain, value);
            self
        }
    }]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(ty: &Type, taken: &str) -> Vec<String> {
        let is_free = |ident: &Ident| ident != taken;
        setters(&format_ident!("note"), ty, &is_free).iter().map(|method| method.sig.ident.to_string()).collect()
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
