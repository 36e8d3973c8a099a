//! What the request builder of an operation takes, read from its struct and its description.
//!
//! Use it where code is written for each parameter or body: mock helpers, multipart bodies, the calls of the tests.

use std::collections::BTreeMap;

use heck::{ToShoutySnakeCase, ToSnakeCase};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, Type, parse_quote};

use crate::{
    bindings::OperationItems,
    model::{Operation, Parameter},
    normalise::{FormField, MemberOf, ParameterStyle, StyleKind},
    syntax::{path_starts_with, type_path, unwrapped},
};

/// A parameter or body of a request builder, as its struct declares it.
pub(crate) struct Input {
    /// Field and setter.
    pub(crate) ident: Ident,
    /// The type that the setter converts to.
    pub(crate) ty: Type,
    /// Location and name on the wire; `None` for the body.
    pub(crate) parameter: Option<(String, String)>,
    /// How it is written, where that is not as plain values are.
    pub(crate) form: Option<Form>,
}

/// How a parameter is written that is not written as plain values are.
#[derive(Clone, Debug)]
pub(crate) enum Form {
    /// A list as one text, with this separator.
    Delimited(String),
    /// A style of OpenAPI.
    Styled(ParameterStyle),
    /// A property of an object that is sent as one text.
    Member(MemberOf),
}

/// The inputs of a request builder.
pub(crate) fn inputs(items: &OperationItems, operation: &Operation) -> Vec<Input> {
    items
        .item
        .fields
        .iter()
        .filter_map(|field| {
            let ident = field.ident.clone()?;
            let value = unwrapped(&field.ty, "Result")?;
            let ty = unwrapped(value, "Option").unwrap_or(value);
            let name = ident.to_string();
            let name = name.trim_start_matches("r#");
            let parameter = operation.parameters.iter().find(|parameter| {
                let snake = parameter.rust_name.to_snake_case();
                snake == name || format!("{snake}_") == name
            });
            // Without a body, a parameter in the path may have its name.
            let Some(parameter) = parameter else {
                return (name == "body").then(|| Input { ident, ty: built_type(ty), parameter: None, form: None });
            };
            Some(Input {
                ident,
                ty: ty.clone(),
                parameter: Some((parameter.location.clone(), parameter.name.clone())),
                form: form(parameter),
            })
        })
        .collect()
}

fn form(parameter: &Parameter) -> Option<Form> {
    let member = parameter.member_of.clone().map(Form::Member);
    member.or_else(|| parameter.style.map(Form::Styled)).or_else(|| parameter.delimiter.clone().map(Form::Delimited))
}

/// The style as the runtime knows it.
pub(crate) fn style_tokens(style: ParameterStyle) -> TokenStream {
    let kind = match style.kind {
        StyleKind::Label => quote!(Label),
        StyleKind::Matrix => quote!(Matrix),
        StyleKind::Simple | StyleKind::DeepObject => quote!(Simple),
    };
    let explode = style.explode;
    quote!(crate::runtime::style::Style::#kind { explode: #explode })
}

/// The fields of a form that are not written as others are.
pub(crate) fn form_fields(fields: &BTreeMap<String, FormField>) -> TokenStream {
    let fields = fields.iter().map(|(name, field)| {
        let field = match field {
            FormField::Delimited(delimiter) => quote!(Delimited(#delimiter)),
            FormField::Exploded => quote!(Exploded),
            FormField::Json => quote!(Json),
        };
        quote!((#name, crate::runtime::form::Field::#field))
    });
    quote!(#(#fields),*)
}

/// `types::builder::T` → `types::T`: a body may be held as its builder.
fn built_type(ty: &Type) -> Type {
    match builder_name(ty) {
        Some(name) => parse_quote!(types::#name),
        None => ty.clone(),
    }
}

/// `T` of `types::builder::T`.
pub(crate) fn builder_name(ty: &Type) -> Option<&Ident> {
    match ty {
        Type::Path(ty) if path_starts_with(&ty.path, &["types", "builder"]) => {
            ty.path.segments.iter().nth(2).map(|segment| &segment.ident)
        }
        _ => None,
    }
}

/// Whether a body is bytes that the caller makes.
pub(crate) fn is_raw(ty: &Type) -> bool {
    type_path(ty, &["reqwest", "Body"]).is_some()
}

/// The constant that holds the operation's row in the table.
#[must_use]
pub(crate) fn row_name(operation: &Operation) -> Ident {
    format_ident!("{}", operation.name.to_shouty_snake_case())
}
