//! What a setter refuses is kept as an error value.

use syn::{
    Expr, ExprMethodCall, Fields, FnArg, GenericArgument, ImplItem, ImplItemFn, Lit, PathArguments, Type,
    TypeParamBound, WherePredicate, parse_quote, visit_mut::VisitMut,
};

use super::Pass;
use crate::{
    bindings::Bindings,
    model::Model,
    syntax::{
        generic_argument,
        walk::{Rewrite, Rewriting},
    },
};
use document::error::{Error, Result};

pub(super) const PASS: Pass = Pass {
    name: "conversions",
    reason: "progenitor keeps why a value was refused as a text, and a text cannot say whether it quotes the value",
    run,
};

fn run(bindings: &mut Bindings, _: &Model) -> Result<usize> {
    let mut places = 0;
    for items in bindings.types.values_mut() {
        let Some((builder, impls)) = &mut items.builder else { continue };
        places += keep_errors(&mut builder.fields);
        for item in impls {
            Rewriting(&mut MissingValue).visit_item_impl_mut(item);
        }
    }
    for (name, items) in &mut bindings.operations {
        places += keep_errors(&mut items.item.fields);
        Rewriting(&mut MissingValue).visit_item_impl_mut(&mut items.methods);
        for item in &mut items.methods.items {
            let ImplItem::Fn(method) = item else { continue };
            if method.sig.ident == "body" {
                convert_body(method).ok_or_else(|| {
                    Error::new(format!("the setter `body` of {name} has another form than we know"))
                        .remedy("adapt xtask/codegen/src/passes/conversions.rs to this version of progenitor")
                })?;
            }
        }
    }
    Ok(places)
}

/// `Result<T, String>` becomes `Result<T, ConversionError>`.
fn keep_errors(fields: &mut Fields) -> usize {
    let results = fields.iter_mut().filter_map(|field| {
        let Type::Path(path) = &mut field.ty else { return None };
        let segment = path.path.segments.last_mut().filter(|segment| segment.ident == "Result")?;
        let PathArguments::AngleBracketed(arguments) = &mut segment.arguments else { return None };
        let GenericArgument::Type(error) = arguments.args.iter_mut().nth(1)? else { return None };
        *error = parse_quote!(crate::ConversionError);
        Some(())
    });
    results.count()
}

/// `Err("…".to_string())` becomes `Err("…".into())`.
struct MissingValue;

impl Rewrite for MissingValue {
    fn leave_expr(&mut self, expression: &mut Expr) {
        let Expr::Call(call) = expression else { return };
        let is_err = matches!(&*call.func, Expr::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Err"));
        let Some(Expr::MethodCall(text)) = call.args.first_mut().filter(|_| is_err) else { return };
        if text.method == "to_string"
            && matches!(&*text.receiver, Expr::Lit(literal) if matches!(literal.lit, Lit::Str(_)))
        {
            text.method = parse_quote!(into);
        }
    }
}

/// Takes `.map_err(…)` out of a chain of calls when its closure makes a text.
struct WithoutTexts;

impl Rewrite for WithoutTexts {
    fn leave_expr(&mut self, expression: &mut Expr) {
        if let Expr::MethodCall(ExprMethodCall { receiver, method, args, .. }) = expression
            && method == "map_err"
            && args.first().is_some_and(makes_a_text)
        {
            let inner = (**receiver).clone();
            *expression = inner;
        }
    }
}

/// `|e| e.to_string()`, `|_| "…".to_string()` or `|s| format!(…)`.
fn makes_a_text(closure: &Expr) -> bool {
    let Expr::Closure(closure) = closure else { return false };
    match &*closure.body {
        Expr::MethodCall(call) => call.method == "to_string",
        Expr::Macro(text) => text.mac.path.is_ident("format"),
        Expr::Block(block) => match block.block.stmts.as_slice() {
            [syn::Stmt::Macro(text)] => text.mac.path.is_ident("format"),
            [syn::Stmt::Expr(Expr::Macro(text), None)] => text.mac.path.is_ident("format"),
            _ => false,
        },
        _ => false,
    }
}

/// The setter of the request body, in the form of the other setters.
fn convert_body(method: &mut ImplItemFn) -> Option<()> {
    let target = target(method)?;
    Rewriting(&mut WithoutTexts).visit_block_mut(&mut method.block);
    let mut conversion = Conversion { target: &target, found: false };
    Rewriting(&mut conversion).visit_block_mut(&mut method.block);
    if !conversion.found {
        return None;
    }
    method.sig.generics = syn::Generics::default();
    let FnArg::Typed(value) = method.sig.inputs.last_mut()? else { return None };
    *value.ty = parse_quote!(impl TryInto<#target, Error: ::std::fmt::Display + 'static>);
    Some(())
}

/// `T` of `where V: TryInto<T>`.
fn target(method: &ImplItemFn) -> Option<Type> {
    let clause = method.sig.generics.where_clause.as_ref()?;
    clause.predicates.iter().find_map(|predicate| {
        let WherePredicate::Type(predicate) = predicate else { return None };
        predicate.bounds.iter().find_map(|bound| {
            let TypeParamBound::Trait(bound) = bound else { return None };
            let segment = bound.path.segments.last().filter(|segment| segment.ident == "TryInto")?;
            generic_argument(segment).cloned()
        })
    })
}

/// Converts `value` by the function that knows which errors are safe to keep.
struct Conversion<'a> {
    target: &'a Type,
    found: bool,
}

impl Rewrite for Conversion<'_> {
    fn leave_expr(&mut self, expression: &mut Expr) {
        let target = self.target;
        if matches!(expression, Expr::MethodCall(call) if call.method == "try_into") {
            *expression = parse_quote!(crate::runtime::conversion::required::<_, #target>("body", value));
            self.found = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use syn::Block;

    use super::*;
    use crate::passes::fixture::*;

    #[test]
    fn a_refused_value_is_kept_as_an_error() {
        let (bindings, places) = after(PASS);
        assert!(places > 0);
        let items = &bindings.operations["UpdateThing"];
        let body = items.item.fields.iter().find(|field| field.ident.as_ref().is_some_and(|ident| ident == "body"));
        let held: Type = parse_quote!(Result<types::builder::UpdateThingBody, crate::ConversionError>);
        assert_eq!(body.unwrap().ty, held);
        let setter = items.methods.items.iter().find_map(|item| match item {
            ImplItem::Fn(method) if method.sig.ident == "body" => Some(method),
            _ => None,
        });
        let block: Block = parse_quote!({
            self.body =
                crate::runtime::conversion::required::<_, types::UpdateThingBody>("body", value).map(From::from);
            self
        });
        assert_eq!(setter.unwrap().block, block);
    }

    #[test]
    fn another_form_of_the_setter_is_an_error() {
        let (mut bindings, model) = bindings();
        let items = bindings.operations.get_mut("UpdateThing").unwrap();
        for item in &mut items.methods.items {
            if let ImplItem::Fn(method) = item
                && method.sig.ident == "body"
            {
                method.block = parse_quote!({ self });
            }
        }
        let error = run(&mut bindings, &model).unwrap_err().to_string();
        assert!(error.contains("UpdateThing") && error.contains("conversions.rs"), "{error}");
    }
}
