//! A request body that may be left out is left out until it is set.

use quote::quote;
use syn::{
    Expr, FieldValue, FnArg, ImplItem, ImplItemFn, Item, Local, Pat, Stmt, Type, parse_quote, visit_mut::VisitMut,
};

use super::Pass;
use crate::{
    bindings::{Bindings, OperationItems},
    model::Model,
    request_facts::builder_name,
    syntax::{
        expression_ends_with, is_variable, unwrapped,
        walk::{Rewrite, Rewriting},
    },
};
use document::error::{Error, Result};

pub(super) const PASS: Pass = Pass {
    name: "optional-bodies",
    reason: "progenitor takes every body for required: without one the call fails or sends an empty object",
    run,
};

const MAYBE_BODY: &str = "maybe_body";

fn run(bindings: &mut Bindings, model: &Model) -> Result<usize> {
    let mut places = 0;
    for operation in model.operations.iter().filter(|operation| operation.body_is_optional) {
        let rewritten = bindings.operations.get_mut(&operation.type_name).and_then(rewrite);
        rewritten.ok_or_else(|| {
            Error::new("the request builder has an unknown form")
                .operation(&operation.id)
                .remedy("adapt xtask/codegen/src/passes/optional_bodies.rs to this version of progenitor")
        })?;
        places += 1;
    }
    Ok(places)
}

fn rewrite(items: &mut OperationItems) -> Option<()> {
    let field = items.item.fields.iter_mut().find(|field| field.ident.as_ref().is_some_and(|name| name == "body"))?;
    let held = unwrapped(&field.ty, "Result")?.clone();
    field.ty = parse_quote!(Result<Option<#held>, crate::ConversionError>);
    let mut conditional = None;
    for item in &mut items.methods.items {
        let ImplItem::Fn(method) = item else { continue };
        match method.sig.ident.to_string().as_str() {
            "new" => Rewriting(&mut StartsWithNone).visit_block_mut(&mut method.block),
            "body" => {
                wrap_assigned(method)?;
                conditional = Some(if_there_is_one(method)?);
            }
            "body_map" => {
                method.block = parse_quote!({
                    self.body = self.body.map(|body| Some(f(body.unwrap_or_default())));
                    self
                });
            }
            _ => {}
        }
    }
    let is_free = |item: &ImplItem| !matches!(item, ImplItem::Fn(method) if method.sig.ident == MAYBE_BODY);
    let body = |item: &ImplItem| matches!(item, ImplItem::Fn(method) if method.sig.ident == "body");
    if let (true, Some(at)) = (items.methods.items.iter().all(is_free), items.methods.items.iter().position(body)) {
        items.methods.items.insert(at + 1, ImplItem::Fn(conditional?));
    }
    let methods = items.added.iter_mut().filter_map(|item| match item {
        Item::Impl(item) => Some(&mut item.items),
        _ => None,
    });
    let into_request = methods.flatten().find_map(|item| match item {
        ImplItem::Fn(method) if method.sig.ident == "into_request" => Some(method),
        _ => None,
    })?;
    for statement in &mut into_request.block.stmts {
        if let Stmt::Local(local) = statement
            && matches!(&local.pat, Pat::Ident(pattern) if pattern.ident == "body")
        {
            convert_if_set(local, &held)?;
        }
    }
    let mut sent = SentIfSet(0);
    Rewriting(&mut sent).visit_block_mut(&mut into_request.block);
    (sent.0 == 1).then_some(())
}

/// `body: Ok(None)` where a new builder starts.
struct StartsWithNone;

impl Rewrite for StartsWithNone {
    fn enter_field(&mut self, field: &mut FieldValue) -> bool {
        if matches!(&field.member, syn::Member::Named(name) if name == "body") {
            field.expr = parse_quote!(Ok(None));
        }
        false
    }
}

/// `self.body = value.map(Some)`.
fn wrap_assigned(method: &mut ImplItemFn) -> Option<()> {
    method.block.stmts.iter_mut().find_map(|statement| match statement {
        Stmt::Expr(Expr::Assign(assign), _) => {
            let value = &assign.right;
            assign.right = parse_quote!(#value.map(Some));
            Some(())
        }
        _ => None,
    })
}

/// The setter beside `body`, as other optional inputs have one.
fn if_there_is_one(setter: &ImplItemFn) -> Option<ImplItemFn> {
    let mut method = setter.clone();
    method.sig.ident = quote::format_ident!("{MAYBE_BODY}");
    let FnArg::Typed(value) = method.sig.inputs.last_mut()? else { return None };
    let given = value.ty.clone();
    value.ty = parse_quote!(Option<#given>);
    method.block = parse_quote!({
        if let Some(value) = value {
            return self.body(value);
        }
        self.body = Ok(None);
        self
    });
    Some(method)
}

/// A body that is held as a builder becomes the type it builds, if there is one.
fn convert_if_set(local: &mut Local, held: &Type) -> Option<()> {
    if builder_name(held).is_none() {
        return Some(());
    }
    let init = local.init.as_mut()?;
    // `body.and_then(|v| T::try_from(v).map_err(…)).map_err(…)?`
    let Expr::Try(question) = &mut *init.expr else { return None };
    let Expr::MethodCall(outer) = &mut *question.expr else { return None };
    let Expr::MethodCall(inner) = &mut *outer.receiver else { return None };
    if inner.method != "and_then" {
        return None;
    }
    let closure = inner.args.first()?.clone();
    inner.args = std::iter::once::<Expr>(parse_quote!(|body| body.map(#closure).transpose())).collect();
    Some(())
}

/// Where the body is put into the request, both ways are written down.
struct SentIfSet(usize);

impl Rewrite for SentIfSet {
    fn enter_expr(&mut self, expression: &mut Expr) -> bool {
        let (without, with, by_value) = match &*expression {
            Expr::MethodCall(call) if ["json", "body"].iter().any(|name| call.method == name) => {
                // The content type belongs to the body.
                let without = match &*call.receiver {
                    Expr::MethodCall(header) if is_content_type(header) => (*header.receiver).clone(),
                    other => other.clone(),
                };
                let by_value = call.args.len() == 1 && call.args.first().is_some_and(|body| is_variable(body, "body"));
                (without, expression.clone(), by_value)
            }
            Expr::Try(question) => match &*question.expr {
                Expr::Call(call) if expression_ends_with(&call.func, &["multipart", "attached"]) => {
                    let Some(request) = call.args.iter().nth(1) else { return false };
                    (request.clone(), expression.clone(), false)
                }
                _ => return true,
            },
            _ => return true,
        };
        self.0 += 1;
        let body = if by_value { quote!(body) } else { quote!(&body) };
        let mut with = with;
        Rewriting(&mut ByReference).visit_expr_mut(&mut with);
        *expression = parse_quote!(match #body { Some(body) => #with, None => #without });
        false
    }
}

fn is_content_type(call: &syn::ExprMethodCall) -> bool {
    call.method == "header" && call.args.first().is_some_and(|name| expression_ends_with(name, &["CONTENT_TYPE"]))
}

/// `&body` is `body` where `body` is a reference already.
struct ByReference;

impl Rewrite for ByReference {
    fn leave_expr(&mut self, expression: &mut Expr) {
        if let Expr::Reference(reference) = expression
            && is_variable(&reference.expr, "body")
        {
            *expression = (*reference.expr).clone();
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::passes::fixture::*;

    fn request_with(media_type: &str) -> Expr {
        let schema = json!({"schema": {"type": "object", "properties": {"a": {"type": "string"}}}});
        let bindings = finished(&json!({
            "openapi": "3.0.3", "info": {"title": "t", "version": "1"},
            "paths": {"/things": {"post": {
                "operationId": "addThing",
                "requestBody": {"content": Value::from_iter([(media_type, schema)])},
                "responses": {"204": {"description": ""}},
            }}},
        }));
        tail_of(&bindings, "AddThing", "into_request")
    }

    fn built(request: &Expr) -> Expr {
        parse_quote!(#request.build().map_err(|error| crate::Error::unbuildable_request(Self::INFO, error)))
    }

    #[test]
    fn a_json_body_is_sent_only_when_it_is_set() {
        let request = parse_quote! {
            match &body {
                Some(body) => client.http().post(url).json(body),
                None => client.http().post(url)
            }
        };
        assert_eq!(request_with("application/json"), built(&request));
    }

    #[test]
    fn a_form_is_sent_only_when_it_is_set() {
        let request = parse_quote! {
            match &body {
                Some(body) => client.http().post(url)
                    .header(
                        ::reqwest::header::CONTENT_TYPE,
                        ::reqwest::header::HeaderValue::from_static("application/x-www-form-urlencoded")
                    )
                    .body(crate::runtime::form::encoded(Self::INFO, body)?),
                None => client.http().post(url)
            }
        };
        assert_eq!(request_with("application/x-www-form-urlencoded"), built(&request));
    }

    #[test]
    fn parts_are_sent_only_when_they_are_set() {
        let request = parse_quote! {
            match &body {
                Some(body) => crate::runtime::multipart::attached(Self::INFO, client.http().post(url), body)?,
                None => client.http().post(url)
            }
        };
        assert_eq!(request_with("multipart/form-data"), built(&request));
    }

    #[test]
    fn raw_bytes_are_sent_only_when_they_are_set() {
        let request = parse_quote! {
            match body {
                Some(body) => client.http().post(url)
                    .header(
                        ::reqwest::header::CONTENT_TYPE,
                        ::reqwest::header::HeaderValue::from_static("text/csv")
                    )
                    .body(body),
                None => client.http().post(url)
            }
        };
        assert_eq!(request_with("text/csv"), built(&request));
    }
}
