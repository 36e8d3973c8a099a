//! A small description on which each pass has something to do.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use serde_json::{Value, json};

use super::Pass;
use crate::{bindings::Bindings, generator, model::Model, normalise};

/// Runs `pass` on the bindings of [`description`], after those before it, and hands out what became of them.
pub(super) fn after(pass: Pass) -> (Bindings, usize) {
    let (mut bindings, model) = bindings();
    for earlier in super::PASSES {
        let places = (earlier.run)(&mut bindings, &model).unwrap();
        if earlier.name == pass.name {
            return (bindings, places);
        }
    }
    panic!("`{}` is not among the passes", pass.name);
}

pub(super) fn bindings() -> (Bindings, Model) {
    bindings_of(&description())
}

fn bindings_of(description: &Value) -> (Bindings, Model) {
    let normalised = normalise::normalise(description.clone(), &normalise::Names::default()).unwrap();
    let model = Model::new(description, &normalised).unwrap();
    let bindings = Bindings::new(generator::generate(&normalised.document, false).unwrap()).unwrap();
    (bindings, model)
}

/// The bindings of a description after all passes.
pub(super) fn finished(description: &Value) -> Bindings {
    let (mut bindings, model) = bindings_of(description);
    super::run(&mut bindings, &model).unwrap();
    bindings
}

/// The block of a method of `impl Operation`.
pub(super) fn block_of(bindings: &Bindings, operation: &str, method: &str) -> syn::Block {
    let impls = bindings.operations[operation].added.iter().filter_map(|item| match item {
        syn::Item::Impl(item) => Some(&item.items),
        _ => None,
    });
    let method = impls.flatten().find_map(|item| match item {
        syn::ImplItem::Fn(function) if function.sig.ident == method => Some(function),
        _ => None,
    });
    method.unwrap_or_else(|| panic!("{operation} has no such method")).block.clone()
}

/// The printed type, without what belongs to its builder.
pub(super) fn printed_type(bindings: &Bindings, name: &str) -> String {
    let items = &bindings.types[name];
    let (item, impls, added) = (&items.item, &items.impls, &items.added);
    print(quote!(#item #(#impls)* #(#added)*))
}

pub(super) fn printed_builder(bindings: &Bindings, name: &str) -> String {
    let (item, impls) = bindings.types[name].builder.as_ref().unwrap();
    print(quote!(#item #(#impls)*))
}

pub(super) fn printed_operation(bindings: &Bindings, name: &str) -> String {
    let items = &bindings.operations[name];
    let (item, methods, added) = (items.item.to_token_stream(), &items.methods, &items.added);
    print(quote!(#item #methods #(#added)*))
}

fn print(tokens: TokenStream) -> String {
    prettyplease::unparse(&syn::parse2(tokens).unwrap())
}

fn description() -> Value {
    let json = |schema: Value| json!({"content": {"application/json": {"schema": schema}}});
    let thing = json!({"type": "object", "description": "A thing.", "required": ["id", "name", "seen_at"], "properties": {
        "id": {"type": "string", "pattern": "^\\d+$"},
        "name": {"type": "string", "description": "What people call it."},
        "kind": {"type": "string", "enum": ["", "big", "in_between"]},
        "seen_at": {"type": "string", "format": "date-time"},
        "created_at": {"type": "string", "format": "date-time", "nullable": true},
        "labels": {"type": "array", "items": {"type": "string"}},
        "active": {"type": "boolean", "default": false},
    }});
    json!({
        "openapi": "3.0.3",
        "info": {"title": "Things", "version": "2.1"},
        "tags": [{"name": "Things", "description": "All the things."}],
        "paths": {
            "/v1/things": {"get": {
                "operationId": "listThings", "tags": ["Things"], "summary": "List things",
                "parameters": [
                    {"name": "page_index", "in": "query", "schema": {"type": "string"}},
                    {"name": "page_size", "in": "query", "schema": {"type": "string"}},
                    {"name": "order_by", "in": "query", "description": "What to sort by.", "schema": {"type": "string", "enum": ["name"]}},
                ],
                "responses": {
                    "200": {"description": "ok", "content": {"application/json": {"schema": {"type": "object", "required": ["data", "count"], "properties": {
                        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
                        "count": {"type": "integer"},
                    }}}}},
                    "404": {"description": "none"},
                },
            }},
            "/v1/things/{id}": {"patch": {
                "operationId": "updateThing", "tags": ["Things"], "summary": "Update a thing",
                "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
                "requestBody": {"required": true, "content": {"application/json": {"schema": {
                    "type": "object", "required": ["name"], "properties": {
                        "name": {"type": "string", "minLength": 1, "description": "The new name."},
                        "note": {"type": "string", "nullable": true},
                        "mode": {"type": "string", "enum": ["now", "later"]},
                    },
                }}}},
                "responses": {"200": json(json!({"$ref": "#/components/schemas/Thing"})).as_object().map(|response| {
                    let mut response = response.clone();
                    response.insert("description".to_owned(), json!("ok"));
                    response
                })},
            }},
        },
        "components": {"schemas": {"Thing": thing}},
    })
}
