//! Every operation as the tests call it: from JSON through the typed mock and the typed builder, and back to JSON.
//!
//! A test that is to hold for each operation of whatever description is locked cannot name them. So this module writes
//! `tests/src/generated/**`, one constant an operation, in the terms of the hand-written `tests/src/call.rs`.

use heck::ToPascalCase;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Type;

use crate::{
    bindings::Bindings,
    error::{Error, Result},
    layout::{Input, ident, inputs, parse_items, print},
    model::{Model, Operation, Tag},
    passes::row_name,
    pipeline::Output,
};

/// Where the calls stand, seen from the root of the workspace.
const FOLDER: &str = "tests/src/generated";

/// The files of the calls, each with its path from the root of the workspace.
///
/// # Errors
///
/// When an operation was not generated, or printed tokens do not parse.
pub fn files(output: &Output) -> Result<Vec<(String, String)>> {
    of(&output.bindings, &output.model)
}

fn of(bindings: &Bindings, model: &Model) -> Result<Vec<(String, String)>> {
    let mut files = vec![(format!("{FOLDER}/mod.rs"), root(model)?)];
    for (index, tag) in model.tags.iter().enumerate() {
        let operations: Vec<_> = model.operations.iter().filter(|operation| operation.tag == index).collect();
        files.push((format!("{FOLDER}/{}.rs", tag.module), tag_file(bindings, tag, &operations)?));
    }
    Ok(files)
}

fn root(model: &Model) -> Result<String> {
    let modules = model.tags.iter().map(|tag| ident(&tag.module));
    let calls = model.operations.iter().map(|operation| {
        let module = ident(model.tags.get(operation.tag).map_or("", |tag| tag.module.as_str()));
        let row = row_name(operation);
        quote!(self::#module::#row)
    });
    let items = parse_items(quote! {
        #(mod #modules;)*
        use crate::call::Call;
        /// Every operation, in the order of the description.
        pub const CALLS: &[Call] = &[#(#calls),*];
    })?;
    print("Written by `cargo xtask generate`: every operation of the bindings, as the tests call it.", items)
}

fn tag_file(bindings: &Bindings, tag: &Tag, operations: &[&Operation]) -> Result<String> {
    let calls = operations.iter().map(|operation| call(bindings, operation)).collect::<Result<Vec<_>>>()?;
    let body = quote!(#(#calls)*);
    let errors = operations.iter().any(|operation| operation.errors.iter().any(|answer| answer.schema.is_some()));
    let error_calls = errors.then(|| quote!(Answer, ErrorCall,));
    let shows = body.to_string().contains("types ::").then(|| quote!(types,));
    let items = parse_items(quote! {
        use hero_api::{Client, builder, mock::MockServerExt, operations, #shows};
        use httpmock::{Mock, MockServer};
        use crate::call::{Call, #error_calls Inputs, Misfit, Plan};
        #body
    })?;
    print(&format!("Calls of the tag {}.", tag.name), items)
}

fn call(bindings: &Bindings, operation: &Operation) -> Result<TokenStream> {
    let items = bindings
        .operations
        .get(&operation.type_name)
        .ok_or_else(|| Error::new("the operation was not generated").operation(&operation.id))?;
    let given = inputs(items, operation);
    let (row, builder) = (row_name(operation), format_ident!("{}", operation.type_name));
    let (start, method) = (format_ident!("start_{}", operation.name), format_ident!("{}", operation.name));
    let mock = format_ident!("mock_{}", operation.name);
    let setters = given.iter().map(|Input { ident, ty, parameter, .. }| {
        let taken = taken(ty, parameter.as_ref());
        quote!(if let Some(value) = #taken { request = request.#ident(value); })
    });
    let mutable = |given: &[Input]| (!given.is_empty()).then(|| quote!(mut));
    let (request_mut, when_mut) = (mutable(&given), mutable(&given));
    let values = given.iter().enumerate().map(|(index, Input { ty, parameter, .. })| {
        let (name, taken) = (format_ident!("given_{index}"), taken(ty, parameter.as_ref()));
        quote!(let #name = #taken;)
    });
    let expectations = given.iter().enumerate().map(|(index, Input { ident, .. })| {
        let name = format_ident!("given_{index}");
        quote!(if let Some(value) = &#name { when = when.#ident(value); })
    });
    let unused = given.is_empty().then(|| quote!(let _ = inputs;));
    let page = if operation.paging.is_some() {
        quote!(Some(|client, inputs| Ok(Box::new(#start(client, inputs)?))))
    } else {
        quote!(None)
    };
    let errors = operation.errors.iter().filter_map(|answer| {
        let (status, name) = (&answer.status, answer.schema.as_ref()?.to_pascal_case());
        let ty = format_ident!("{name}");
        Some(quote!(ErrorCall { status: #status, decode: |error| Answer::of(error.decode_body::<types::#ty>()) }))
    });
    let doc = format!(" `{}`: `{} {}`.", operation.id, operation.method, operation.path);
    Ok(quote! {
        #[doc = #doc]
        pub(super) const #row: Call = Call {
            info: &operations::#row,
            start: |client, inputs| Ok(Box::new(#start(client, inputs)?)),
            page: #page,
            mock: #mock,
            errors: &[#(#errors),*],
        };
        fn #start<'a>(client: &'a Client, inputs: &Inputs) -> Result<builder::#builder<'a>, Misfit> {
            #unused
            let #request_mut request = client.#method();
            #(#setters)*
            Ok(request)
        }
        fn #mock<'s>(server: &'s MockServer, inputs: &Inputs, plan: Plan) -> Result<Mock<'s>, Misfit> {
            #unused
            #(#values)*
            Ok(server.#method(|#when_mut when, then| {
                #(#expectations)*
                plan.finish(when, then);
            }))
        }
    })
}

/// Reads an input as the type that its setter takes.
fn taken(ty: &Type, parameter: Option<&(String, String)>) -> TokenStream {
    if let Some((location, name)) = parameter {
        quote!(inputs.parameter::<#ty>(#location, #name)?)
    } else {
        quote!(inputs.body::<#ty>()?)
    }
}
