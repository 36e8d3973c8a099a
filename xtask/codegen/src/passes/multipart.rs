//! Bodies that are sent in parts know their parts.

use quote::quote;
use serde_json::Value;
use syn::{Fields, Item, parse_quote, visit::Visit};

use super::Pass;
use crate::{
    bindings::{Bindings, TypeItems},
    model::{Model, Schema},
    normalise::{Encoding, UPLOAD},
    request_facts::inputs,
    syntax::{count_types, has_serde_word, type_name, wire_name},
};
use document::{
    error::{Error, Result},
    schema,
};

pub(super) const PASS: Pass =
    Pass { name: "multipart", reason: "progenitor cannot send multipart/form-data, and a file cannot be JSON", run };

/// The type of a file.
const FILE: [&str; 2] = ["crate", "Upload"];

fn run(bindings: &mut Bindings, model: &Model) -> Result<usize> {
    let mut places = 0;
    for operation in model.operations.iter().filter(|operation| operation.encoding == Some(Encoding::Multipart)) {
        let failed = |what: &str| Error::new(what).operation(&operation.id);
        let items = bindings.operations.get(&operation.type_name).ok_or_else(|| failed("it was not generated"))?;
        let body = inputs(items, operation).into_iter().find(|input| input.parameter.is_none());
        let name = body.and_then(|body| type_name(&body.ty)).ok_or_else(|| failed("its body has no generated type"))?;
        let (Some(items), Some(schema)) = (bindings.types.get_mut(&name), model.schemas.get(&name)) else {
            return Err(
                failed("its body is not a generated type").remedy("describe the body as an object, by an overlay")
            );
        };
        let parts_of_it = model.parts(schema);
        let described: usize = parts_of_it.iter().map(|part| files(&part.value)).sum();
        let found = count_types(&FILE, |counter| counter.visit_item(&items.item));
        if described != found {
            return Err(failed("the body has a file that was not generated as an upload"));
        }
        items.added.push(parts(&name, items, &parts_of_it));
        places += 1;
    }
    Ok(places)
}

/// How many files a schema has, without its parts.
fn files(schema: &Value) -> usize {
    let own = usize::from(schema.get("format").is_some_and(|format| format == UPLOAD));
    let inside = schema::children(schema).filter(|(token, _)| !token.starts_with("allOf/"));
    own + inside.map(|(_, child)| files(child)).sum::<usize>()
}

fn parts(name: &str, items: &TypeItems, described: &[&Schema]) -> Item {
    let ident = quote::format_ident!("{name}");
    let fields = match &items.item {
        Item::Struct(item) => Some(&item.fields),
        _ => None,
    };
    let written = if let Some(Fields::Named(fields)) = fields {
        let fields = fields.named.iter().filter_map(|field| {
            let ident = field.ident.as_ref()?;
            let wire = wire_name(ident, &field.attrs);
            let flattened = has_serde_word(&field.attrs, "flatten");
            let is_file = count_types(&FILE, |counter| counter.visit_type(&field.ty)) > 0;
            let content_type = described.iter().find_map(|schema| schema.facts.part_types.get(&wire));
            let content_type = content_type.map_or_else(|| quote!(None), |text| quote!(Some(#text)));
            Some(if flattened {
                quote!(form.members(&self.#ident);)
            } else if is_file {
                quote!(form.files(#wire, &self.#ident, #content_type);)
            } else {
                quote!(form.value(#wire, &self.#ident, #content_type);)
            })
        });
        quote!(#(#fields)*)
    } else {
        quote!(form.members(self);)
    };
    parse_quote! {
        impl crate::runtime::multipart::Parts for #ident {
            fn write(&self, form: &mut crate::runtime::multipart::Form) {
                #written
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::passes::fixture::*;

    #[test]
    fn each_field_is_written_as_a_file_or_a_value() {
        let body = json!({"type": "object", "required": ["scan"], "properties": {
            "scan": {"type": "string", "format": "binary", "description": "The server may flatten it."},
            "pages": {"type": "array", "items": {"type": "string", "format": "binary"}},
            "title": {"type": "string", "description": "Not a crate::Upload."},
        }});
        let bindings = finished(&json!({
            "openapi": "3.0.3", "info": {"title": "t", "version": "1"},
            "paths": {"/scans": {"post": {
                "operationId": "uploadScan",
                "requestBody": {"required": true, "content": {"multipart/form-data": {
                    "schema": body, "encoding": {"scan": {"contentType": "application/pdf"}},
                }}},
                "responses": {"204": {"description": ""}},
            }}},
        }));
        let expected: Item = parse_quote! {
            impl crate::runtime::multipart::Parts for UploadScanBody {
                fn write(&self, form: &mut crate::runtime::multipart::Form) {
                    form.files("pages", &self.pages, None);
                    form.files("scan", &self.scan, Some("application/pdf"));
                    form.value("title", &self.title, None);
                }
            }
        };
        assert!(bindings.types["UploadScanBody"].added.contains(&expected));
        let block: syn::Block = parse_quote!({
            let mut request = crate::runtime::request::Builder::new(&self.client, Self::INFO);
            request.multipart(self.body.and_then(types::UploadScanBody::try_from));
            request.finish()
        });
        assert_eq!(block_of(&bindings, "UploadScan", "into_request"), block);
    }
}
