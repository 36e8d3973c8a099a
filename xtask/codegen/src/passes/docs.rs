//! Documentation that reads as if a person had written it.

use heck::ToSnakeCase;
use serde_json::Value;
use syn::{Attribute, Fields, ImplItem, Item};

use super::Pass;
use crate::{
    bindings::{Bindings, TypeItems},
    model::{Model, Operation, Schema},
    syntax::{doc_attributes, wire_name},
};
use document::error::Result;

pub(super) const PASS: Pass = Pass {
    name: "docs",
    reason: "setters have no documentation of their own, and types without a description repeat their name",
    run,
};

#[allow(clippy::unnecessary_wraps, reason = "every pass may fail")]
fn run(bindings: &mut Bindings, model: &Model) -> Result<usize> {
    let mut places = 0;
    for (name, items) in &mut bindings.types {
        if let Some(schema) = model.schemas.get(name) {
            document_type(name, items, schema);
            places += 1;
        }
    }
    for operation in &model.operations {
        if let Some(items) = bindings.operations.get_mut(&operation.type_name) {
            document_request(&mut items.item, &mut items.methods, operation);
            places += 1;
        }
    }
    Ok(places)
}

fn replace_docs(attributes: &mut Vec<Attribute>, text: &str) {
    attributes.retain(|attribute| !attribute.path().is_ident("doc"));
    attributes.splice(0..0, doc_attributes(text));
}

fn description(schema: Option<&Value>) -> Option<&str> {
    schema?.get("description")?.as_str().filter(|text| !text.is_empty())
}

fn document_type(name: &str, items: &mut TypeItems, schema: &Schema) {
    let text = description(Some(&schema.value)).map_or_else(|| format!("The schema `{name}`."), str::to_owned);
    match &mut items.item {
        Item::Struct(item) => {
            replace_docs(&mut item.attrs, &text);
            if let Fields::Named(fields) = &mut item.fields {
                for field in &mut fields.named {
                    let property = field.ident.as_ref().map(|ident| wire_name(ident, &field.attrs)).unwrap_or_default();
                    if let Some(text) = description(schema.property(&property)) {
                        replace_docs(&mut field.attrs, text);
                    }
                }
            }
        }
        Item::Enum(item) => replace_docs(&mut item.attrs, &text),
        _ => {}
    }
    for item in &mut items.impls {
        for item in &mut item.items {
            if let ImplItem::Fn(method) = item
                && method.sig.ident == "builder"
            {
                replace_docs(&mut method.attrs, &format!("A builder of [`{name}`] in which nothing is set."));
            }
        }
    }
    let Some((builder, impls)) = &mut items.builder else { return };
    replace_docs(&mut builder.attrs, &format!("Builder of [`{name}`](crate::types::{name})."));
    let fields: Vec<String> =
        builder.fields.iter().filter_map(|field| field.ident.as_ref().map(ToString::to_string)).collect();
    let properties = schema.value.get("properties").and_then(Value::as_object);
    for method in impls.iter_mut().filter(|item| item.trait_.is_none()).flat_map(|item| &mut item.items) {
        let ImplItem::Fn(method) = method else { continue };
        let (setter, condition) = split_condition(&method.sig.ident.to_string(), &fields);
        let property = properties.into_iter().flatten().find(|(wire, _)| names_setter(wire, &setter));
        let wire = property.map_or(setter.as_str(), |(wire, _)| wire.as_str());
        let text = match (condition, description(property.map(|(_, schema)| schema))) {
            (Some(condition), _) => condition.replace("{}", wire),
            (None, Some(text)) => format!("Sets `{wire}`: {text}"),
            (None, None) => format!("Sets `{wire}`."),
        };
        replace_docs(&mut method.attrs, &text);
    }
}

/// The field that a setter is about, and what to say of a setter that is not the plain one.
fn split_condition(setter: &str, fields: &[String]) -> (String, Option<&'static str>) {
    let variants = [
        ("maybe_", "Sets `{}` if there is a value, and else leaves it out (or sends null where it is required)."),
        ("clear_", "Sends null for `{}`, which clears it."),
    ];
    for (prefix, text) in variants {
        if let Some(field) = setter.strip_prefix(prefix).filter(|_| !fields.iter().any(|field| field == setter)) {
            return (field.to_owned(), Some(text));
        }
    }
    (setter.to_owned(), None)
}

/// Whether the generator names the setter of `wire` so.
fn names_setter(wire: &str, setter: &str) -> bool {
    let setter = setter.strip_prefix("r#").unwrap_or(setter);
    let name = wire.to_snake_case();
    name == setter || format!("{name}_") == setter || format!("_{name}") == setter
}

fn document_request(request: &mut syn::ItemStruct, methods: &mut syn::ItemImpl, operation: &Operation) {
    let fields: Vec<String> =
        request.fields.iter().filter_map(|field| field.ident.as_ref().map(ToString::to_string)).collect();
    let (name, id) = (&operation.name, &operation.id);
    replace_docs(
        &mut request.attrs,
        &format!("The request of `{id}`, started by [`Client::{name}`](crate::Client::{name})."),
    );
    for method in &mut methods.items {
        let ImplItem::Fn(method) = method else { continue };
        let (setter, condition) = split_condition(&method.sig.ident.to_string(), &fields);
        let parameter = operation.parameters.iter().find(|parameter| names_setter(&parameter.rust_name, &setter));
        let text = match setter.as_str() {
            "new" | "send" => continue,
            "body" if parameter.is_none() && condition.is_some() => "Sets the request body if there is one.".to_owned(),
            "body" if parameter.is_none() => "Sets the request body.".to_owned(),
            "body_map" => "Changes the request body that was set so far, or starts one.".to_owned(),
            _ => match (condition, parameter) {
                (Some(_), Some(parameter)) => {
                    format!("Sets the {} parameter `{}` if there is a value.", parameter.location, parameter.name)
                }
                (None, Some(parameter)) if !parameter.description.is_empty() => {
                    format!("Sets the {} parameter `{}`: {}", parameter.location, parameter.name, parameter.description)
                }
                (None, Some(parameter)) => format!("Sets the {} parameter `{}`.", parameter.location, parameter.name),
                (_, None) => format!("Sets `{setter}`."),
            },
        };
        replace_docs(&mut method.attrs, &text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passes::fixture::*;

    #[test]
    fn docs_carry_what_the_description_says() {
        let (bindings, _) = after(PASS);
        let thing = printed_type(&bindings, "Thing");
        assert!(thing.contains("/// A thing.") && thing.contains("/// What people call it."), "{thing}");
        let builder = printed_builder(&bindings, "UpdateThingBody");
        assert!(builder.contains("/// Sets `name`: The new name."), "{builder}");
        assert!(builder.contains("/// Sends null for `note`, which clears it."), "{builder}");
        let request = printed_operation(&bindings, "ListThings");
        assert!(request.contains("/// Sets the query parameter `order_by`: What to sort by."), "{request}");
        assert!(request.contains("/// Sets the query parameter `order_by` if there is a value."), "{request}");
    }
}
