//! Request builders hand their request to the client, and say which operation they are.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{
    Block, Expr, FnArg, Ident, ImplItem, ImplItemFn, Item, Member, ReturnType, Type, TypeParamBound, parse_quote,
    visit::Visit, visit_mut::VisitMut,
};

use super::{Pass, owned_client::is_client, request_block};
use crate::{
    bindings::{Bindings, OperationItems, TypeItems},
    model::{Model, Operation, PageItems, Paging},
    request_facts::{inputs, row_name},
    syntax::{
        expression_ends_with, generic_argument, path_is, type_name, unwrapped,
        walk::{Node, Read, Rewrite, Rewriting},
    },
};
use document::error::{Error, Result};

pub(super) const PASS: Pass = Pass {
    name: "requests",
    reason: "progenitor's send knows no error of ours, sends an api-version header, lets an id of `..` reach another operation, and its errors print bodies and URLs",
    run,
};

fn run(bindings: &mut Bindings, model: &Model) -> Result<usize> {
    let types = &bindings.types;
    for operation in &model.operations {
        let items = bindings
            .operations
            .get_mut(&operation.type_name)
            .ok_or_else(|| Error::new("the operation was not generated").operation(&operation.id))?;
        rewrite(items, operation, types, model).ok_or_else(|| {
            Error::new("progenitor's `send` has an unknown form")
                .operation(&operation.id)
                .remedy("adapt xtask/codegen/src/passes/requests.rs to this version of progenitor")
        })?;
    }
    Ok(model.operations.len())
}

fn rewrite(
    items: &mut OperationItems,
    operation: &Operation,
    types: &BTreeMap<String, TypeItems>,
    model: &Model,
) -> Option<()> {
    let position = items
        .methods
        .items
        .iter()
        .position(|item| matches!(item, ImplItem::Fn(method) if method.sig.ident == "send"))?;
    let ImplItem::Fn(send) = items.methods.items.remove(position) else { return None };
    let output = output_of(&send)?;
    let accept = if is_raw_body(&output) {
        Some(operation.accept.as_str())
    } else {
        asks_for_json(&send.block).then_some("application/json")
    };
    let decode = decode_by_status(&output, types, model);
    let ident = items.item.ident.clone();
    let row = row_name(operation);
    // A parameter called `client` gives the client another name.
    let client = items.item.fields.iter().find(|field| is_client(&field.ty))?.ident.clone()?;
    let request = request_block::write(items, operation, &client, accept)?;
    for field in &mut items.item.fields {
        Rewriting(&mut ClientPath).visit_type_mut(&mut field.ty);
    }
    Rewriting(&mut ClientPath).visit_item_impl_mut(&mut items.methods);
    Rewriting(&mut Shorthand).visit_item_impl_mut(&mut items.methods);
    for item in &mut items.methods.items {
        if let ImplItem::Fn(method) = item
            && method.sig.ident == "new"
        {
            method.vis = parse_quote!(pub(crate));
        }
    }
    let summary = format!(" Sends `{} {}`.", operation.method, operation.path);
    items.methods.items.push(parse_quote! {
        #[doc = #summary]
        ///
        /// # Errors
        ///
        /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
        /// [`Error`](crate::Error).
        pub async fn send(self) -> Result<crate::ResponseValue<#output>, crate::Error> {
            crate::Operation::send(self).await
        }
    });
    items.added.push(Item::Impl(parse_quote! {
        impl crate::Operation for #ident {
            type Output = #output;
            const INFO: &'static crate::OperationInfo = &crate::operations::#row;
            fn client(&self) -> &crate::Client {
                &self.#client
            }
            fn into_request(self) -> Result<::reqwest::Request, crate::Error> #request
            #decode
        }
    }));
    let has_body = inputs(items, operation).iter().any(|input| input.parameter.is_none());
    if let Some(body) = body_of(items).filter(|_| has_body) {
        items.added.push(Item::Impl(parse_quote! {
            impl crate::WithBody for #ident {
                type Body = #body;
                fn with_body(self, body: Self::Body) -> Self {
                    self.body(body)
                }
            }
        }));
    }
    if let Some(paging) = &operation.paging {
        items.added.push(paged(&ident, &output, operation, paging, types)?);
    }
    Some(())
}

/// `T` of the setter `fn body(self, value: impl TryInto<T, …>)`; nothing when the body is bytes that the caller makes.
fn body_of(items: &OperationItems) -> Option<Type> {
    let setter = items.methods.items.iter().find_map(|item| match item {
        ImplItem::Fn(method) if method.sig.ident == "body" => Some(method),
        _ => None,
    })?;
    let FnArg::Typed(value) = setter.sig.inputs.last()? else { return None };
    let Type::ImplTrait(value) = &*value.ty else { return None };
    let target = value.bounds.iter().find_map(|bound| match bound {
        TypeParamBound::Trait(bound) => {
            let segment = bound.path.segments.last().filter(|segment| segment.ident == "TryInto")?;
            generic_argument(segment)
        }
        _ => None,
    })?;
    let is_bytes =
        matches!(target, Type::Path(path) if path.path.segments.iter().any(|segment| segment.ident == "reqwest"));
    (!is_bytes).then(|| target.clone())
}

/// `T` of `Result<ResponseValue<T>, Error<()>>`.
fn output_of(send: &ImplItemFn) -> Option<Type> {
    let ReturnType::Type(_, result) = &send.sig.output else { return None };
    let Type::Path(path) = &**result else { return None };
    let Type::Path(value) = generic_argument(path.path.segments.last()?)? else { return None };
    let output = generic_argument(value.path.segments.last()?)?;
    Some(if type_name(output).is_some_and(|name| name == "ByteStream") {
        parse_quote!(crate::RawBody)
    } else {
        output.clone()
    })
}

/// Whether progenitor's `send` names a media type. It names JSON only.
fn asks_for_json(send: &Block) -> bool {
    let mut found = false;
    Read(&mut |node| found |= matches!(node, Node::Expr(expression) if expression_ends_with(expression, &["ACCEPT"])))
        .visit_block(send);
    found
}

fn is_raw_body(output: &Type) -> bool {
    type_name(output).is_some_and(|name| name == "RawBody")
}

/// `Operation::decode` for a response whose shape its status decides.
fn decode_by_status(output: &Type, types: &BTreeMap<String, TypeItems>, model: &Model) -> Option<TokenStream> {
    let (inner, is_optional) = match unwrapped(output, "Option") {
        Some(inner) => (inner, true),
        None => (output, false),
    };
    let name = type_name(inner)?;
    let statuses = model.schemas.get(&name)?.facts.statuses.as_ref()?;
    let Item::Enum(item) = &types.get(&name)?.item else { return None };
    let arms = statuses.iter().zip(&item.variants).filter_map(|(statuses, variant)| {
        let codes: Vec<_> = statuses
            .iter()
            .filter_map(|status| status.parse::<u16>().ok())
            .map(proc_macro2::Literal::u16_unsuffixed)
            .collect();
        let ident = &variant.ident;
        let ty = &variant.fields.iter().next()?.ty;
        let ty = qualified(ty, types);
        let value = if is_optional { quote!(Some(#inner::#ident(value))) } else { quote!(#inner::#ident(value)) };
        (!codes.is_empty()).then(|| {
            quote!(#(#codes)|* if !response.is_empty() => response.decode::<#ty>(Self::INFO).map(|response| crate::ResponseValue::map(response, |value| #value)),)
        })
    });
    Some(quote! {
        fn decode(response: crate::BufferedResponse) -> Result<crate::ResponseValue<Self::Output>, crate::Error> {
            let response = response.checked(Self::INFO)?;
            match response.status.as_u16() {
                #(#arms)*
                _ => response.decode(Self::INFO),
            }
        }
    })
}

/// A type as the module of the request builders names it.
fn qualified(ty: &Type, types: &BTreeMap<String, TypeItems>) -> Type {
    struct Qualifier<'a>(&'a BTreeMap<String, TypeItems>);
    impl Rewrite for Qualifier<'_> {
        fn leave_path(&mut self, path: &mut syn::Path) {
            if path.leading_colon.is_none()
                && path.get_ident().is_some_and(|name| self.0.contains_key(&name.to_string()))
            {
                *path = parse_quote!(types::#path);
            }
        }
    }
    let mut ty = ty.clone();
    Rewriting(&mut Qualifier(types)).visit_type_mut(&mut ty);
    ty
}

/// `Self { client: client }` as people write it.
struct Shorthand;

impl Rewrite for Shorthand {
    fn leave_field(&mut self, field: &mut syn::FieldValue) {
        if let (Member::Named(name), Expr::Path(path)) = (&field.member, &field.expr)
            && path.path.is_ident(name)
        {
            field.colon_token = None;
        }
    }
}

/// `super::Client` is `crate::Client` wherever the file stands.
struct ClientPath;

impl Rewrite for ClientPath {
    fn leave_path(&mut self, path: &mut syn::Path) {
        if path_is(path, &["super", "Client"]) {
            *path = parse_quote!(crate::Client);
        }
    }
}

fn paged(
    ident: &Ident,
    output: &Type,
    operation: &Operation,
    paging: &Paging,
    types: &BTreeMap<String, TypeItems>,
) -> Option<Item> {
    let wire_name = |name: &str| {
        let parameter = operation.parameters.iter().find(|parameter| parameter.rust_name == name)?;
        Some(parameter.name.clone())
    };
    let (index_name, size_name) = (wire_name("page_index")?, wire_name("page_size")?);
    let shape = match &paging.items {
        PageItems::Data { .. } => quote!(Envelope),
        PageItems::Single => quote!(Single),
        PageItems::Open => quote!(Open),
    };
    let value = |name: &str| {
        let name = format_ident!("{name}");
        if paging.parameter_type == "string" {
            quote!(#name.to_string())
        } else {
            quote!(crate::runtime::paging::integer(#name))
        }
    };
    let (index, size) = (value("index"), value("size"));
    let (item, items, count) = match &paging.items {
        PageItems::Data { counted } => {
            let item = item_type(&types.get(&type_name(output)?)?.item, types)?;
            (quote!(#item), quote!(output.data), counted.then(|| quote!(crate::runtime::paging::count(output.count))))
        }
        PageItems::Single => (quote!(#output), quote!(vec![output]), None),
        PageItems::Open => (
            quote!(crate::Json),
            quote!(crate::Json::items(crate::Json(output.0))),
            Some(quote!(crate::runtime::paging::open_count(&output.0))),
        ),
    };
    let (given, count) = match count {
        Some(count) => (quote!(output), count),
        None => (quote!(_), quote!(None)),
    };
    Some(Item::Impl(parse_quote! {
        impl crate::Paged for #ident {
            type Item = #item;
            const PAGE_SHAPE: crate::PageShape = crate::PageShape::#shape;
            const PAGE_INDEX_PARAMETER: &'static str = #index_name;
            const PAGE_SIZE_PARAMETER: &'static str = #size_name;
            fn page_index(self, index: u64) -> Self {
                self.page_index(#index)
            }
            fn page_size(self, size: u64) -> Self {
                self.page_size(#size)
            }
            fn into_items(output: Self::Output) -> Vec<Self::Item> {
                #items
            }
            fn count(#given: &Self::Output) -> Option<u64> {
                #count
            }
        }
    }))
}

/// `T` of the field `data: Vec<T>`, as the module of the request builders names it.
fn item_type(item: &Item, types: &BTreeMap<String, TypeItems>) -> Option<Type> {
    let Item::Struct(item) = item else { return None };
    let data = item.fields.iter().find(|field| field.ident.as_ref().is_some_and(|ident| ident == "data"))?;
    let inner = unwrapped(&data.ty, "Vec")?;
    Some(qualified(inner, types))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passes::fixture::*;

    #[test]
    fn a_request_is_built_and_sent_by_the_client() {
        let (bindings, places) = after(PASS);
        assert_eq!(places, 2);
        let text = printed_operation(&bindings, "UpdateThing");
        assert!(text.contains("impl crate::Operation for UpdateThing"), "{text}");
        assert!(text.contains("request.path(\"id\", self.id);"), "{text}");
        assert!(text.contains("crate::Operation::send(self).await"), "{text}");
        for forbidden in
            ["api-version", "api_version", "header_map", "UnexpectedResponse", "client.client", "ResponseValue::from"]
        {
            assert!(!text.contains(forbidden), "{forbidden} in {text}");
        }
    }

    #[test]
    fn a_paged_request_takes_numbers_and_gives_items() {
        let (bindings, _) = after(PASS);
        let text = printed_operation(&bindings, "ListThings");
        assert!(
            text.contains("type Item = types::Thing;") && text.contains("self.page_index(index.to_string())"),
            "{text}"
        );
        assert!(text.contains("crate::runtime::paging::count(output.count)"), "{text}");
        assert!(!printed_operation(&bindings, "UpdateThing").contains("Paged"));
    }

    #[test]
    fn another_form_of_send_is_an_error() {
        let (mut bindings, model) = bindings();
        let items = bindings.operations.get_mut("ListThings").unwrap();
        items.methods.items.retain(|item| !matches!(item, ImplItem::Fn(method) if method.sig.ident == "send"));
        let error = run(&mut bindings, &model).unwrap_err().to_string();
        assert!(error.contains("listThings") && error.contains("requests.rs"), "{error}");
    }
}
