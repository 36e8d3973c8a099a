//! Files of operations.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::{Item, Type, parse_quote};

use super::{SourceFile, feature_gate, ident, parse_items, print};
use crate::{
    bindings::{Bindings, OperationItems},
    model::{Model, Operation, Tag},
    normalise::{Encoding, MemberOf, StyleKind},
    request_facts::{Form, Input, form_fields, inputs, is_raw, row_name, style_tokens},
    syntax::{doc_attributes, type_name, uses_types},
};
use document::error::{Error, Result};

/// `<tag>/mod.rs`: the methods of the client.
pub(super) fn tag_module(tag: &Tag, operations: &[&Operation], has_types: bool) -> Result<SourceFile> {
    let modules = operations.iter().map(|operation| ident(&operation.name));
    let requests = operations.iter().map(|operation| {
        let (module, request, row) =
            (ident(&operation.name), format_ident!("{}", operation.type_name), row_name(operation));
        // `b` has a builder `B` and a row `B`, which one name imports.
        let row = (request != row).then(|| quote!(, #row));
        quote!(pub use self::#module::{#request #row};)
    });
    let types = has_types.then(|| {
        quote!(
            pub mod types;
        )
    });
    let methods = operations.iter().map(|operation| {
        let docs = doc_attributes(&method_documentation(operation));
        let (name, request) = (ident(&operation.name), format_ident!("{}", operation.type_name));
        quote! {
            #(#docs)*
            pub fn #name(&self) -> #request {
                #request::new(self.clone())
            }
        }
    });
    let heading = doc_attributes(&format!("# {}", tag.name));
    let items = parse_items(quote! {
        #(mod #modules;)*
        #types
        #(#requests)*
        #(#heading)*
        impl crate::Client {
            #(#methods)*
        }
    })?;
    let documentation = format!("{}\n\n{}", tag.name, tag.description);
    print(&documentation, items)
}

fn method_documentation(operation: &Operation) -> String {
    let mut paragraphs = Vec::new();
    let summary = operation.summary.trim_end_matches('.');
    paragraphs.push(if summary.is_empty() {
        format!("The operation `{}`.", operation.id)
    } else {
        format!("{summary}.")
    });
    if !operation.description.is_empty() && operation.description.trim_end_matches('.') != summary {
        paragraphs.push(operation.description.clone());
    }
    paragraphs.push(format!("`{} {}` (`{}`)", operation.method, operation.path, operation.id));
    match operation.provenance.as_deref() {
        Some("inferred") => paragraphs.push(
            "**Inferred**: no public page states this operation in full, so its method, path or shapes are a careful guess.".to_owned(),
        ),
        Some("sample") => paragraphs.push(
            "**Known from samples**: the reference shows examples of this operation, but not which fields are required.".to_owned(),
        ),
        Some("read") => paragraphs.push("Read from the public reference.".to_owned()),
        Some("observed") => {
            paragraphs.push("**Observed**: responses of the server were held against this description.".to_owned());
        }
        _ => {}
    }
    paragraphs.join("\n\n")
}

/// `<tag>/<operation>.rs`: request builder, row of the table, mock helper.
pub(super) fn file(bindings: &Bindings, model: &Model, operation: &Operation) -> Result<SourceFile> {
    let Some(items) = bindings.operations.get(&operation.type_name) else {
        return Err(Error::new("the operation was not generated").operation(&operation.id));
    };
    let mut all = parse_items(row(model, operation))?;
    all.push(Item::Struct(items.item.clone()));
    all.push(Item::Impl(items.methods.clone()));
    all.extend(items.added.iter().cloned());
    all.extend(parse_items(mock_expectations(items, operation))?);
    if uses_types(&all) {
        all.insert(
            0,
            parse_quote!(
                use crate::types;
            ),
        );
    }
    print(&format!("`{}`: `{} {}`.", operation.id, operation.method, operation.path), all)
}

fn status(text: &str) -> TokenStream {
    match (
        text.parse::<u16>(),
        text.chars().next().and_then(|first| first.to_digit(10)).and_then(|digit| u8::try_from(digit).ok()),
    ) {
        (Ok(code), _) => {
            let code = proc_macro2::Literal::u16_unsuffixed(code);
            quote!(crate::StatusPattern::Exact(#code))
        }
        (Err(_), Some(class)) => {
            let class = proc_macro2::Literal::u8_unsuffixed(class);
            quote!(crate::StatusPattern::Class(#class))
        }
        _ => quote!(crate::StatusPattern::Default),
    }
}

fn row(model: &Model, operation: &Operation) -> TokenStream {
    let name = row_name(operation);
    let method = format_ident!("{}", operation.method);
    let (id, path, summary) = (&operation.id, &operation.path, &operation.summary);
    let tag = model.tags.get(operation.tag).map_or("", |tag| tag.name.as_str());
    let idempotent = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"].contains(&operation.method.as_str());
    let paged = operation.paging.is_some();
    let success = operation.successes.iter().map(|text| status(text));
    let errors = operation.errors.iter().map(|response| {
        let status = status(&response.status);
        let schema = if let Some(name) = &response.schema {
            let name = heck::ToPascalCase::to_pascal_case(name.as_str());
            quote!(Some(#name))
        } else {
            quote!(None)
        };
        quote!(crate::ErrorSchema::new(#status, #schema))
    });
    let provenance = match operation.provenance.as_deref() {
        Some("read") => quote!(crate::Provenance::Read),
        Some("sample") => quote!(crate::Provenance::Sample),
        Some("inferred") => quote!(crate::Provenance::Inferred),
        Some("observed") => quote!(crate::Provenance::Observed),
        _ => quote!(crate::Provenance::Unstated),
    };
    let doc = format!(" `{id}`: `{} {path}`.", operation.method);
    quote! {
        #[doc = #doc]
        pub const #name: crate::OperationInfo = crate::OperationInfo {
            id: #id,
            method: ::reqwest::Method::#method,
            path: #path,
            tag: #tag,
            summary: #summary,
            idempotent: #idempotent,
            paged: #paged,
            success: &[#(#success),*],
            errors: &[#(#errors),*],
            provenance: #provenance,
        };
    }
}

fn is_string(ty: &Type) -> bool {
    type_name(ty).is_some_and(|name| name == "String")
}

fn mock_expectations(items: &OperationItems, operation: &Operation) -> TokenStream {
    let request = &items.item.ident;
    let methods = inputs(items, operation).into_iter().map(|Input { ident, ty, parameter, form }| {
        let given = if is_string(&ty) { quote!(str) } else { ty.to_token_stream() };
        match parameter {
            None if is_raw(&ty) => quote! {
                /// Expects these bytes as request body.
                pub fn body(self, body: &[u8]) -> Self {
                    self.bytes(body)
                }
            },
            None => {
                let doc = " Expects this request body.";
                let expected = match &operation.encoding {
                    Some(Encoding::Form { fields }) => {
                        let fields = form_fields(fields);
                        quote!(form(body, &[#fields]))
                    }
                    Some(Encoding::Multipart) => quote!(multipart(body)),
                    _ => quote!(json(body)),
                };
                quote! {
                    #[doc = #doc]
                    pub fn body(self, body: &#ty) -> Self {
                        self.#expected
                    }
                }
            }
            Some((location, name)) => {
                let doc = format!(" Expects this value of the {location} parameter `{name}`.");
                let expect = format_ident!("{}_parameter", location);
                let expected = match form {
                    Some(Form::Delimited(delimiter)) => {
                        quote!(self.query_parameter(#name, &crate::runtime::query::text(value, #delimiter)))
                    }
                    Some(Form::Member(MemberOf { name, property, delimiter })) => {
                        quote!(self.query_member(#name, #property, #delimiter, value))
                    }
                    Some(Form::Styled(style)) if style.kind == StyleKind::DeepObject => {
                        quote!(self.query_object(#name, value))
                    }
                    Some(Form::Styled(style)) => {
                        let style = style_tokens(style);
                        quote!(self.#expect(#name, &crate::runtime::style::text(#name, value, #style)))
                    }
                    None if location.as_str() == "query" => quote!(self.query_parameter(#name, value)),
                    None => quote!(self.#expect(#name, &value.to_string())),
                };
                quote! {
                    #[doc = #doc]
                    pub fn #ident(self, value: &#given) -> Self {
                        #expected
                    }
                }
            }
        }
    });
    let methods: Vec<_> = methods.collect();
    if methods.is_empty() {
        return TokenStream::new();
    }
    quote! {
        #[cfg(feature = "httpmock")]
        impl crate::mock::When<#request> {
            #(#methods)*
        }
    }
}

/// `mock.rs`: one method a mock.
pub(super) fn mock_trait(model: &Model) -> Result<SourceFile> {
    let methods = model.operations.iter().map(|operation| {
        let gate = feature_gate(model.tags.get(operation.tag).into_iter());
        let (name, request) = (ident(&operation.name), format_ident!("{}", operation.type_name));
        let doc = format!(" Mocks `{}`: `{} {}`.", operation.id, operation.method, operation.path);
        quote! {
            #gate
            #[doc = #doc]
            fn #name<F>(&self, expect: F) -> ::httpmock::Mock<'_>
            where
                F: FnOnce(When<builder::#request>, Then<builder::#request>),
            {
                self.mock_operation(expect)
            }
        }
    });
    let items = parse_items(quote! {
        use crate::{builder, mock::{MockOperation, Then, When}};
        /// A method for each operation, on [`MockServer`](::httpmock::MockServer).
        ///
        /// Each starts a mock that matches the method and path of the operation; what else it expects and what it responds with
        /// is said in the closure.
        pub trait MockServerExt: MockOperation {
            #(#methods)*
        }
        impl MockServerExt for ::httpmock::MockServer {}
    })?;
    print("Mock helpers, one an operation.", items)
}
