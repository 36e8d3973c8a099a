//! What a program does not call is not compiled with the bindings.

use syn::{FnArg, ImplItem, ImplItemFn, Item, ItemImpl, Type, parse_quote};

use super::Pass;
use crate::{bindings::Bindings, model::Model, syntax::path_ends_with};
use document::error::Result;

pub(super) const PASS: Pass = Pass {
    name: "inlining",
    reason: "a function that is not generic is compiled with the crate, though a program calls few operations; one with #[inline] is compiled where it is called",
    run,
};

/// Traits whose methods are more than an access to a field.
const TRAITS: [&str; 9] =
    ["Debug", "Default", "Display", "From", "FromStr", "Operation", "Paged", "TryFrom", "WithBody"];

#[allow(clippy::unnecessary_wraps, reason = "every pass may fail")]
fn run(bindings: &mut Bindings, _: &Model) -> Result<usize> {
    let mut places = 0;
    for items in bindings.types.values_mut() {
        let builders = items.builder.iter_mut().flat_map(|(_, impls)| impls);
        places += items.impls.iter_mut().chain(builders).map(inline).sum::<usize>();
        places += items.added.iter_mut().filter_map(as_impl).map(inline).sum::<usize>();
    }
    for items in bindings.operations.values_mut() {
        places += items.added.iter_mut().filter_map(as_impl).map(inline).sum::<usize>();
    }
    Ok(places)
}

fn as_impl(item: &mut Item) -> Option<&mut ItemImpl> {
    match item {
        Item::Impl(item) => Some(item),
        _ => None,
    }
}

fn inline(item: &mut ItemImpl) -> usize {
    let is_one = |path: &syn::Path| TRAITS.iter().any(|name| path_ends_with(path, &[name]));
    if !item.trait_.as_ref().is_some_and(|(path, _)| is_one(path)) {
        return 0;
    }
    let mut places = 0;
    for item in &mut item.items {
        let ImplItem::Fn(method) = item else { continue };
        if !is_generic(method) && !is_access(method) {
            method.attrs.insert(0, parse_quote!(#[inline]));
            places += 1;
        }
    }
    places
}

/// What is generic is compiled where it is called anyway.
fn is_generic(method: &ImplItemFn) -> bool {
    let is_generic =
        |argument: &FnArg| matches!(argument, FnArg::Typed(argument) if matches!(&*argument.ty, Type::ImplTrait(_)));
    method.sig.generics.type_params().next().is_some() || method.sig.inputs.iter().any(is_generic)
}

/// `&self.field`
fn is_access(method: &ImplItemFn) -> bool {
    matches!(method.block.stmts.as_slice(), [syn::Stmt::Expr(syn::Expr::Reference(_), None)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passes::fixture::*;

    /// The methods with `#[inline]`, by trait.
    fn inlined(items: &[Item]) -> Vec<String> {
        let impls = items.iter().filter_map(|item| match item {
            Item::Impl(item) => Some((item.trait_.as_ref()?.0.segments.last()?.ident.to_string(), &item.items)),
            _ => None,
        });
        let methods = impls.flat_map(|(name, items)| items.iter().map(move |item| (name.clone(), item)));
        let inlined = methods.filter_map(|(name, item)| match item {
            ImplItem::Fn(method) if method.attrs.iter().any(|attribute| attribute.path().is_ident("inline")) => {
                Some(format!("{name}::{}", method.sig.ident))
            }
            _ => None,
        });
        inlined.collect()
    }

    #[test]
    fn an_operation_is_compiled_where_it_is_called() {
        let (bindings, places) = after(PASS);
        assert!(places > 0);
        let update = inlined(&bindings.operations["UpdateThing"].added);
        assert_eq!(update, ["Operation::into_request", "WithBody::with_body"], "not `client`, an access");
        let list = inlined(&bindings.operations["ListThings"].added);
        assert!(list.contains(&"Paged::page_index".to_owned()), "{list:?}");
    }

    #[test]
    fn a_builder_is_compiled_where_it_is_used() {
        let (bindings, _) = after(PASS);
        let (_, impls) = bindings.types["UpdateThingBody"].builder.as_ref().unwrap();
        let impls: Vec<Item> = impls.iter().cloned().map(Item::Impl).collect();
        assert_eq!(inlined(&impls), ["Default::default", "TryFrom::try_from", "From::from"]);
    }

    #[test]
    fn a_generic_method_stays_as_it_is() {
        let mut item: ItemImpl = parse_quote! {
            impl Paged for Things {
                fn a<T>(value: T) {}
                fn b(value: impl Copy) {}
            }
        };
        assert_eq!(inline(&mut item), 0);
    }
}
