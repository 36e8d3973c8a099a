//! Request builders hand their request to the client, and say which operation they are.

use std::collections::BTreeMap;

use heck::ToSnakeCase;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{
    Block, Expr, ExprField, ExprMethodCall, FnArg, Ident, ImplItem, ImplItemFn, Item, Member, ReturnType, Stmt, Type,
    TypeParamBound, parse_quote, punctuated::Punctuated, visit::Visit, visit_mut::VisitMut,
};

use super::{Pass, owned_client::is_client};
use crate::{
    bindings::{Bindings, OperationItems, TypeItems},
    model::{Model, Operation, PageItems, Paging, Parameter},
    normalise::{Encoding, MemberOf},
    request_facts::{form_fields, row_name, style_tokens},
    syntax::{
        expression_ends_with, generic_argument, is_variable, path_is, type_name, unwrapped,
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
    let accept = is_raw_body(&output).then_some(operation.accept.as_str());
    let request = request_block(send.block, operation, accept)?;
    let decode = decode_by_status(&output, types, model);
    let ident = items.item.ident.clone();
    let row = row_name(operation);
    // A parameter called `client` gives the client another name.
    let client = items.item.fields.iter().find(|field| is_client(&field.ty))?.ident.clone()?;
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
    if let Some(body) = body_of(items) {
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

/// progenitor names the media type of JSON only.
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

/// What `send` does up to the finished request, with the calls of the hand-written runtime.
fn request_block(block: Block, operation: &Operation, accept: Option<&str>) -> Option<Block> {
    let mut kept: Vec<Stmt> = Vec::new();
    let mut header_lines = Vec::new();
    let mut finished = false;
    for mut statement in block.stmts {
        if sets_api_version(&statement) {
            continue;
        }
        // A parameter may be called `url` too: what is bound decides, not its name.
        match &mut statement {
            Stmt::Local(local) if makes_header_map(local) => header_lines.push(kept.len()),
            Stmt::Local(local) if matches!(initial_value(local), Some(Expr::Macro(_))) => {
                kept.extend(rewrite_url(local, operation)?);
            }
            Stmt::Local(local) if builds_request(local) => {
                local.attrs.clear();
                finished = true;
            }
            _ => {}
        }
        Rewriting(&mut RewriteSend { operation, members: Vec::new() }).visit_stmt_mut(&mut statement);
        kept.push(statement);
        if finished {
            break;
        }
    }
    // Only the api-version header was in the map when nothing but its declaration is left.
    if let [declaration] = header_lines.as_slice()
        && !kept.iter().any(fills_header_map)
    {
        kept.remove(*declaration);
        Rewriting(&mut WithoutHeaders).visit_stmt_mut(kept.last_mut()?);
    }
    let request: Expr = match kept.pop()? {
        Stmt::Local(local) => *local.init?.expr,
        _ => return None,
    };
    // `… .build()?` is what is left: its error becomes ours, its value the result.
    let Expr::Try(build) = request else { return None };
    let mut build = build.expr;
    if let (Some(accept), Expr::MethodCall(call)) = (accept, &mut *build) {
        let request = &call.receiver;
        call.receiver = parse_quote!(#request.header(
            ::reqwest::header::ACCEPT,
            ::reqwest::header::HeaderValue::from_static(#accept),
        ));
    }
    kept.push(Stmt::Expr(
        parse_quote!(#build.map_err(|error| crate::Error::unbuildable_request(Self::INFO, error))),
        None,
    ));
    finished.then(|| Block { brace_token: block.brace_token, stmts: kept })
}

/// Whether a statement appends progenitor's own `api-version` header. A parameter may have that name too, but only
/// progenitor's is a constant.
fn sets_api_version(statement: &Stmt) -> bool {
    let is_api_version = |argument: &Expr| matches!(argument, Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(name), .. }) if name.value() == "api-version");
    contains(statement, &|expression| {
        matches!(expression, Expr::Call(call) if expression_ends_with(&call.func, &["HeaderName", "from_static"])
            && call.args.first().is_some_and(is_api_version))
    })
}

/// Whether an expression in a statement, at any depth, is one that is looked for.
fn contains(statement: &Stmt, is_wanted: &dyn Fn(&Expr) -> bool) -> bool {
    let mut found = false;
    Read(&mut |node| found |= matches!(node, Node::Expr(expression) if is_wanted(expression))).visit_stmt(statement);
    found
}

fn initial_value(local: &syn::Local) -> Option<&Expr> {
    local.init.as_ref().map(|init| &*init.expr)
}

/// `let mut header_map = ::reqwest::header::HeaderMap::with_capacity(…);`
fn makes_header_map(local: &syn::Local) -> bool {
    matches!(initial_value(local), Some(Expr::Call(call)) if expression_ends_with(&call.func, &["HeaderMap", "with_capacity"]))
}

/// `header_map.append(…)` or `add_cookie(&mut header_map, …)` anywhere in a statement.
fn fills_header_map(statement: &Stmt) -> bool {
    contains(statement, &|expression| match expression {
        Expr::Call(call) => expression_ends_with(&call.func, &["path", "add_cookie"]),
        Expr::MethodCall(call) => call.method == "append" && is_variable(&call.receiver, "header_map"),
        _ => false,
    })
}

/// `let request = ….build()?;`
fn builds_request(local: &syn::Local) -> bool {
    let Some(Expr::Try(question)) = initial_value(local) else { return false };
    matches!(&*question.expr, Expr::MethodCall(call) if call.method == "build" && call.args.is_empty())
}

/// `format!("{}/v1/x/{}", client.baseurl, encode_path(&id.to_string()))` with each segment checked before.
fn rewrite_url(local: &mut syn::Local, operation: &Operation) -> Option<Vec<Stmt>> {
    let init = local.init.as_mut()?;
    let Expr::Macro(format) = &*init.expr else { return None };
    let arguments = format.mac.parse_body_with(Punctuated::<Expr, syn::Token![,]>::parse_terminated).ok()?;
    let mut arguments = arguments.into_iter();
    let Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(template), .. }) = arguments.next()? else { return None };
    let path = template.value().strip_prefix("{}")?.to_owned();
    let Expr::Field(ExprField { base: client, member: Member::Named(member), .. }) = arguments.next()? else {
        return None;
    };
    if member != "baseurl" {
        return None;
    }
    let mut checks = Vec::new();
    let mut segments = Vec::new();
    for argument in arguments {
        let Expr::Call(call) = argument else { return None };
        let Expr::Reference(reference) = call.args.first()? else { return None };
        let Expr::MethodCall(to_string) = &*reference.expr else { return None };
        let Expr::Path(value) = &*to_string.receiver else { return None };
        let value = value.path.get_ident()?.clone();
        let name = value.to_string();
        let snake = name.trim_start_matches("r#").trim_end_matches('_');
        let parameter = operation.parameters.iter().find(|parameter| {
            parameter.location == "path" && parameter.rust_name.to_snake_case().trim_end_matches('_') == snake
        });
        checks.push(match parameter.and_then(|parameter| Some((&parameter.name, parameter.style?))) {
            Some((name, style)) => {
                let style = style_tokens(style);
                parse_quote!(let #value = crate::runtime::path::styled(Self::INFO, #name, &#value, #style)?;)
            }
            None => parse_quote!(let #value = crate::runtime::path::segment(Self::INFO, #name, &#value.to_string())?;),
        });
        segments.push(value);
    }
    *init.expr = if segments.is_empty() {
        parse_quote!(#client.url(#path))
    } else {
        parse_quote!(#client.url(&format!(#path #(, #segments)*)))
    };
    Some(checks)
}

/// Replaces progenitor's calls by those of the hand-written runtime.
struct RewriteSend<'a> {
    operation: &'a Operation,
    /// The properties of an object that is sent as one text, as far as their calls were met.
    members: Vec<(MemberOf, Expr)>,
}

/// What becomes of `.query(…)`.
enum QueryCall {
    Argument(Expr),
    /// The pairs of the whole object are sent by the call of another property.
    Gone,
}

impl RewriteSend<'_> {
    fn parameter(&self, name: &Expr) -> Option<&Parameter> {
        let Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(name), .. }) = name else { return None };
        self.operation.parameters.iter().find(|parameter| parameter.rust_name.eq_ignore_ascii_case(&name.value()))
    }

    /// `&progenitor_client::QueryParam::new("name", &value)` with the name on the wire, or in the style of the parameter.
    fn query(&mut self, argument: &Expr) -> Option<QueryCall> {
        let Expr::Reference(reference) = argument else { return None };
        let Expr::Call(call) = &*reference.expr else { return None };
        let (name, value) = (call.args.first()?, call.args.get(1)?);
        let parameter = self.parameter(name)?;
        let wire = &parameter.name;
        if let Some(member) = parameter.member_of.clone() {
            return Some(self.member(member, value.clone()));
        }
        Some(QueryCall::Argument(match (&parameter.delimiter, parameter.style) {
            (Some(delimiter), _) => parse_quote!(&crate::runtime::query::joined(#wire, #value, #delimiter)),
            (None, Some(_)) => parse_quote!(&crate::runtime::query::deep(#wire, #value)),
            (None, None) => parse_quote!(&progenitor_client::QueryParam::new(#wire, #value)),
        }))
    }

    /// The last call of a property of an object sends all of them.
    fn member(&mut self, member: MemberOf, value: Expr) -> QueryCall {
        let MemberOf { name, delimiter, .. } = member.clone();
        self.members.push((member, value));
        let of_object = |member: &MemberOf| member.name == name;
        let parameters = self.operation.parameters.iter().filter_map(|parameter| parameter.member_of.as_ref());
        let all = parameters.filter(|member| of_object(member)).count();
        let met: Vec<_> = self.members.iter().filter(|(member, _)| of_object(member)).collect();
        if met.len() < all {
            return QueryCall::Gone;
        }
        let pairs = met.into_iter().map(|(MemberOf { property, delimiter, .. }, value)| {
            quote!((#property, crate::runtime::query::member(#value, #delimiter)))
        });
        QueryCall::Argument(parse_quote!(&crate::runtime::query::object(#name, #delimiter, &[#(#pairs),*])))
    }

    /// `.json(&body)`, or the content type of raw bytes, as the description has it.
    fn body(&self, call: &ExprMethodCall) -> Option<Expr> {
        let request = &call.receiver;
        let is_content_type = expression_ends_with(call.args.first()?, &["CONTENT_TYPE"]);
        let name = quote!(::reqwest::header::CONTENT_TYPE);
        match self.operation.encoding.as_ref()? {
            Encoding::Json { content_type } if call.method == "json" => {
                let body = call.args.first()?;
                Some(
                    parse_quote!(#request.header(#name, ::reqwest::header::HeaderValue::from_static(#content_type)).json(#body)),
                )
            }
            Encoding::Form { fields } if call.method == "json" => {
                let body = call.args.first()?;
                let media_type = "application/x-www-form-urlencoded";
                let encoded: Expr = if fields.is_empty() {
                    parse_quote!(crate::runtime::form::encoded(Self::INFO, #body)?)
                } else {
                    let fields = form_fields(fields);
                    parse_quote!(crate::runtime::form::encoded_with(Self::INFO, #body, &[#fields])?)
                };
                Some(parse_quote!(#request
                    .header(#name, ::reqwest::header::HeaderValue::from_static(#media_type))
                    .body(#encoded)))
            }
            Encoding::Multipart if call.method == "json" => {
                let body = call.args.first()?;
                Some(parse_quote!(crate::runtime::multipart::attached(Self::INFO, #request, #body)?))
            }
            Encoding::Raw { content_type } if is_content_type => {
                Some(parse_quote!(#request.header(#name, ::reqwest::header::HeaderValue::from_static(#content_type))))
            }
            _ => None,
        }
    }

    /// `header_map.append("name", value.to_string().try_into()?)` with an error that names the parameter.
    fn header(&self, append: &ExprMethodCall) -> Option<Expr> {
        let map = &append.receiver;
        let parameter = self.parameter(append.args.first()?)?;
        let Expr::Try(converted) = append.args.get(1)? else { return None };
        let Expr::MethodCall(ExprMethodCall { receiver: text, .. }) = &*converted.expr else { return None };
        let text: Expr = match (parameter.style, &**text) {
            (Some(style), Expr::MethodCall(ExprMethodCall { receiver: value, .. })) => {
                let (name, style) = (&parameter.name, style_tokens(style));
                parse_quote!(crate::runtime::style::text(#name, &#value, #style))
            }
            _ => (**text).clone(),
        };
        if parameter.location == "cookie" {
            let name = &parameter.name;
            return Some(parse_quote!(crate::runtime::path::add_cookie(&mut #map, Self::INFO, #name, &#text)?));
        }
        let wire = parameter.name.to_lowercase();
        Some(parse_quote!(#map.append(#wire, crate::runtime::path::header(Self::INFO, #wire, &#text)?)))
    }
}

impl Rewrite for RewriteSend<'_> {
    fn leave_expr(&mut self, expression: &mut Expr) {
        match &*expression {
            Expr::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "InvalidRequest") => {
                *expression = parse_quote!(|reason| crate::Error::invalid_request(Self::INFO, reason));
            }
            Expr::Field(ExprField { base, member: Member::Named(member), .. }) if member == "client" => {
                let client = base.clone();
                *expression = parse_quote!(#client.http());
            }
            Expr::MethodCall(call) if call.method == "query" => {
                let query = call.args.first().and_then(|argument| self.query(argument));
                match (query, &mut *expression) {
                    (Some(QueryCall::Argument(argument)), Expr::MethodCall(call)) => {
                        call.args = std::iter::once(argument).collect();
                    }
                    (Some(QueryCall::Gone), Expr::MethodCall(call)) => *expression = (*call.receiver).clone(),
                    _ => {}
                }
            }
            Expr::MethodCall(call) if call.method == "json" || call.method == "header" => {
                if let Some(written) = self.body(call) {
                    *expression = written;
                }
            }
            Expr::MethodCall(call) if call.method == "append" => {
                if let Some(append) = self.header(call) {
                    *expression = append;
                }
            }
            _ => {}
        }
    }
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

/// Takes `.headers(header_map)` out of a chain of calls.
struct WithoutHeaders;

impl Rewrite for WithoutHeaders {
    fn leave_expr(&mut self, expression: &mut Expr) {
        if let Expr::MethodCall(ExprMethodCall { receiver, method, .. }) = expression
            && method == "headers"
        {
            let inner = (**receiver).clone();
            *expression = inner;
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
        assert!(
            text.contains("let id = crate::runtime::path::segment(Self::INFO, \"id\", &id.to_string())?;"),
            "{text}"
        );
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
