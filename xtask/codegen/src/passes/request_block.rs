//! How `into_request` is written: one call for each parameter, and one for the body.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Block, Ident, Type, parse_quote};

use crate::{
    bindings::OperationItems,
    model::Operation,
    normalise::{Encoding, MemberOf},
    request_facts::{Form, Input, builder_name, form_fields, inputs, is_raw, style_tokens},
    syntax::unwrapped,
};

/// The block of `into_request`; nothing when the request builder and the description do not fit together.
pub(super) fn write(
    items: &OperationItems,
    operation: &Operation,
    client: &Ident,
    accept: Option<&str>,
) -> Option<Block> {
    let inputs = inputs(items, operation);
    let parameters = inputs.iter().filter(|input| input.parameter.is_some()).count();
    // The client is a field too.
    if inputs.len() + 1 != items.item.fields.len() || parameters != operation.parameters.len() {
        return None;
    }
    let mut calls = Vec::new();
    let mut members = Vec::new();
    for input in &inputs {
        let held = held(items, &input.ident)?;
        calls.push(match (&input.parameter, &input.form) {
            (None, _) => body(operation, input, held),
            (Some(_), Some(Form::Member(member))) => {
                members.push((member, &input.ident));
                query_object(operation, member, &members)
            }
            (Some((location, name)), form) => parameter(operation, location, name, form.as_ref(), input, held)?,
        });
    }
    let accept = accept.map(|media_types| quote!(request.accept(#media_types);));
    Some(parse_quote!({
        let mut request = crate::runtime::request::Builder::new(&self.#client, Self::INFO);
        #accept
        #(#calls)*
        request.finish()
    }))
}

/// What a field of the request builder holds, when all went well.
fn held<'a>(items: &'a OperationItems, ident: &Ident) -> Option<&'a Type> {
    let field = items.item.fields.iter().find(|field| field.ident.as_ref() == Some(ident))?;
    unwrapped(&field.ty, "Result")
}

/// A call with a value that may be left out.
fn if_set(ident: &Ident, held: &Type, call: impl Fn(TokenStream) -> TokenStream) -> TokenStream {
    if unwrapped(held, "Option").is_some() {
        let call = call(quote!(#ident));
        quote!(if let Some(#ident) = self.#ident.transpose() { #call; })
    } else {
        let call = call(quote!(self.#ident));
        quote!(#call;)
    }
}

fn parameter(
    operation: &Operation,
    location: &str,
    name: &str,
    form: Option<&Form>,
    input: &Input,
    held: &Type,
) -> Option<TokenStream> {
    let ident = &input.ident;
    let style = match form {
        Some(Form::Styled(style)) => Some(style_tokens(*style)),
        _ => None,
    };
    Some(match (location, form, style) {
        ("path", ..) if !operation.path.contains(&format!("{{{name}}}")) => return None,
        ("path", _, Some(style)) => quote!(request.styled_path(#name, self.#ident, #style);),
        ("path", ..) => quote!(request.path(#name, self.#ident);),
        ("query", Some(Form::Delimited(delimiter)), _) => quote!(request.query_joined(#name, self.#ident, #delimiter);),
        ("query", _, Some(_)) => quote!(request.query_deep(#name, self.#ident);),
        ("query", ..) => quote!(request.query(#name, self.#ident);),
        ("header", _, style) => {
            let name = name.to_lowercase();
            if_set(ident, held, |value| match &style {
                Some(style) => quote!(request.styled_header(#name, #value, #style)),
                None => quote!(request.header(#name, #value)),
            })
        }
        ("cookie", _, style) => if_set(ident, held, |value| match &style {
            Some(style) => quote!(request.styled_cookie(#name, #value, #style)),
            None => quote!(request.cookie(#name, #value)),
        }),
        _ => return None,
    })
}

/// The call that sends all properties of an object, where the last of them is met.
fn query_object(operation: &Operation, last: &MemberOf, met: &[(&MemberOf, &Ident)]) -> TokenStream {
    let of_object = |member: &MemberOf| member.name == last.name;
    let all = operation.parameters.iter().filter_map(|parameter| parameter.member_of.as_ref());
    let met: Vec<_> = met.iter().filter(|(member, _)| of_object(member)).collect();
    if met.len() < all.filter(|member| of_object(member)).count() {
        return TokenStream::new();
    }
    let members = met.iter().map(|(MemberOf { property, delimiter, .. }, ident)| {
        quote!((#property, request.query_member(self.#ident, #delimiter)))
    });
    let (name, delimiter) = (&last.name, &last.delimiter);
    quote! {
        let members = [#(#members),*];
        request.query_object(#name, #delimiter, &members);
    }
}

fn body(operation: &Operation, input: &Input, held: &Type) -> TokenStream {
    let inner = unwrapped(held, "Option").unwrap_or(held);
    if_set(&input.ident, held, |value| {
        let value = match builder_name(inner) {
            Some(name) => quote!(#value.and_then(types::#name::try_from)),
            None => value,
        };
        match &operation.encoding {
            Some(Encoding::Form { fields }) => {
                let fields = form_fields(fields);
                quote!(request.form(#value, &[#fields]))
            }
            Some(Encoding::Multipart) => quote!(request.multipart(#value)),
            Some(Encoding::Raw { content_type }) => quote!(request.raw(#content_type, #value)),
            Some(Encoding::Json { content_type }) => quote!(request.json(#content_type, #value)),
            None if is_raw(&input.ty) => quote!(request.raw("application/octet-stream", #value)),
            None => quote!(request.json("application/json", #value)),
        }
    })
}
