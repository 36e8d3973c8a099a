//! How `into_request` is written: one call for each parameter, and one for the body.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Block, Ident, Type, parse_quote};

use crate::{
    bindings::OperationItems,
    model::Operation,
    normalise::{Encoding, MemberOf},
    request_facts::{Form, Input, builder_name, form_fields, inputs, is_raw, style_tokens},
    syntax::{path_starts_with, unwrapped},
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
    let builder = quote!(crate::runtime::request::Builder::new(&self.#client, Self::INFO));
    if calls.is_empty() && accept.is_none() {
        return Some(parse_quote!({ #builder.finish() }));
    }
    let accept = accept.map(|media_types| quote!(request.accept(#media_types);));
    Some(parse_quote!({
        let mut request = #builder;
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

/// A value that prints itself. A generated type may print itself only as the text that it dereferences to.
fn as_text(ty: &Type, value: TokenStream) -> TokenStream {
    match ty {
        Type::Path(path) if path_starts_with(&path.path, &["types"]) => quote!(#value.map(|value| value.to_string())),
        _ => value,
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
    Some(match (location, form, &style) {
        ("path", ..) if !operation.path.contains(&format!("{{{name}}}")) => return None,
        ("path", _, Some(style)) => quote!(request.styled_path(#name, self.#ident, #style);),
        ("path", ..) => {
            let value = as_text(&input.ty, quote!(self.#ident));
            quote!(request.path(#name, #value);)
        }
        ("query", Some(Form::Delimited(delimiter)), _) => quote!(request.query_joined(#name, self.#ident, #delimiter);),
        ("query", _, Some(_)) => quote!(request.query_deep(#name, self.#ident);),
        ("query", ..) => quote!(request.query(#name, self.#ident);),
        ("header", ..) => {
            let name = name.to_lowercase();
            if_set(ident, held, |value| text_call("header", &name, &input.ty, value, style.as_ref()))
        }
        ("cookie", ..) => if_set(ident, held, |value| text_call("cookie", name, &input.ty, value, style.as_ref())),
        _ => return None,
    })
}

/// `request.header(…)` or `request.styled_header(…)`, and the same for a cookie.
fn text_call(method: &str, name: &str, ty: &Type, value: TokenStream, style: Option<&TokenStream>) -> TokenStream {
    if let Some(style) = style {
        let method = format_ident!("styled_{method}");
        return quote!(request.#method(#name, #value, #style));
    }
    let (method, value) = (format_ident!("{method}"), as_text(ty, value));
    quote!(request.#method(#name, #value))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{bindings::Bindings, model::Model, passes::fixture::bindings};

    fn written(bindings: &Bindings, model: &Model, id: &str) -> Option<Block> {
        let operation = model.operations.iter().find(|operation| operation.id == id)?;
        write(&bindings.operations[&operation.type_name], operation, &parse_quote!(client), Some("application/json"))
    }

    #[test]
    fn each_value_has_a_call() {
        let (bindings, model) = bindings();
        let block: Block = parse_quote!({
            let mut request = crate::runtime::request::Builder::new(&self.client, Self::INFO);
            request.accept("application/json");
            request.query("order_by", self.order_by);
            request.query("page_index", self.page_index);
            request.query("page_size", self.page_size);
            request.finish()
        });
        assert_eq!(written(&bindings, &model, "listThings"), Some(block));
    }

    #[test]
    fn a_request_without_values_changes_nothing() {
        let (mut bindings, mut model) = bindings();
        let operation = model.operations.iter_mut().find(|operation| operation.id == "listThings").unwrap();
        operation.parameters.clear();
        let items = bindings.operations.get_mut(&operation.type_name).unwrap();
        if let syn::Fields::Named(fields) = &mut items.item.fields {
            fields.named = fields.named.iter().take(1).cloned().collect();
        }
        let block: Block = parse_quote!({ crate::runtime::request::Builder::new(&self.client, Self::INFO).finish() });
        assert_eq!(write(items, operation, &parse_quote!(client), None), Some(block));
    }

    #[test]
    fn a_generated_type_is_sent_as_its_text() {
        let text = |ty: Type| as_text(&ty, quote!(self.code)).to_string().replace(' ', "");
        assert_eq!(text(parse_quote!(types::Code)), "self.code.map(|value|value.to_string())");
        assert_eq!(text(parse_quote!(String)), "self.code");
    }

    #[test]
    fn a_field_without_a_parameter_is_refused() {
        let (bindings, mut model) = bindings();
        assert!(written(&bindings, &model, "updateThing").is_some());
        for operation in &mut model.operations {
            operation.parameters.retain(|parameter| parameter.name != "page_size" && parameter.name != "id");
        }
        assert!(["listThings", "updateThing"].iter().all(|id| written(&bindings, &model, id).is_none()));
    }

    #[test]
    fn a_path_without_the_parameter_is_refused() {
        let (bindings, mut model) = bindings();
        for operation in &mut model.operations {
            operation.path = "/v1/things/{other}".to_owned();
        }
        assert!(written(&bindings, &model, "updateThing").is_none());
    }
}
