//! A request body that may be left out is left out until it is set.

use syn::{Expr, FieldValue, FnArg, ImplItem, ImplItemFn, Stmt, parse_quote, visit_mut::VisitMut};

use super::Pass;
use crate::{
    bindings::{Bindings, OperationItems},
    model::Model,
    syntax::{
        unwrapped,
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
    Some(())
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

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use syn::Block;

    use super::*;
    use crate::passes::fixture::*;

    /// What is sent of a body that may be left out.
    fn sent_as(media_type: &str) -> Stmt {
        let schema = json!({"schema": {"type": "object", "properties": {"a": {"type": "string"}}}});
        let bindings = finished(&json!({
            "openapi": "3.0.3", "info": {"title": "t", "version": "1"},
            "paths": {"/things": {"post": {
                "operationId": "addThing",
                "requestBody": {"content": Value::from_iter([(media_type, schema)])},
                "responses": {"204": {"description": ""}},
            }}},
        }));
        let Block { mut stmts, .. } = block_of(&bindings, "AddThing", "into_request");
        assert_eq!(stmts.len(), 3, "new, the body, finish");
        stmts.remove(1)
    }

    fn if_set(call: &Expr) -> Stmt {
        parse_quote!(if let Some(body) = self.body.transpose() { #call; })
    }

    #[test]
    fn a_json_body_is_sent_only_when_it_is_set() {
        let call = parse_quote!(request.json("application/json", body.and_then(types::AddThingBody::try_from)));
        assert_eq!(sent_as("application/json"), if_set(&call));
    }

    #[test]
    fn a_form_is_sent_only_when_it_is_set() {
        let call = parse_quote!(request.form(body.and_then(types::AddThingBody::try_from), &[]));
        assert_eq!(sent_as("application/x-www-form-urlencoded"), if_set(&call));
    }

    #[test]
    fn parts_are_sent_only_when_they_are_set() {
        let call = parse_quote!(request.multipart(body.and_then(types::AddThingBody::try_from)));
        assert_eq!(sent_as("multipart/form-data"), if_set(&call));
    }

    #[test]
    fn raw_bytes_are_sent_only_when_they_are_set() {
        assert_eq!(sent_as("text/csv"), if_set(&parse_quote!(request.raw("text/csv", body))));
    }
}
