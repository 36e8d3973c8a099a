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
    layout::{ident, parse_items, print},
    model::{Model, Operation, Tag},
    pipeline::Output,
    request_facts::{Input, inputs, is_raw, row_name},
    syntax::uses_types,
};
use document::error::{Error, Result};

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
        .map(|file| file.text)
}

fn tag_file(bindings: &Bindings, tag: &Tag, operations: &[&Operation]) -> Result<String> {
    let calls = operations.iter().map(|operation| call(bindings, operation)).collect::<Result<Vec<_>>>()?;
    let calls = parse_items(quote!(#(#calls)*))?;
    let errors = operations.iter().any(|operation| operation.errors.iter().any(|response| response.schema.is_some()));
    let error_calls = errors.then(|| quote!(Response, ErrorCall,));
    let types = uses_types(&calls).then(|| quote!(types,));
    let items = parse_items(quote! {
        use hero_api::{Client, builder, mock::MockServerExt, operations, #types};
        use httpmock::{Mock, MockServer};
        use crate::call::{Call, #error_calls Inputs, Misfit, Plan};
        #(#calls)*
    })?;
    print(&format!("Calls of the tag {}.", tag.name), items).map(|file| file.text)
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
    let errors = operation.errors.iter().filter_map(|response| {
        let (status, name) = (&response.status, response.schema.as_ref()?.to_pascal_case());
        let ty = format_ident!("{name}");
        Some(quote!(ErrorCall { status: #status, decode: |error| Response::of(error.decode_body::<types::#ty>()) }))
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
        fn #start(client: &Client, inputs: &Inputs) -> Result<builder::#builder, Misfit> {
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
    if is_raw(ty) {
        quote!(inputs.bytes())
    } else if let Some((location, name)) = parameter {
        quote!(inputs.parameter::<#ty>(#location, #name)?)
    } else {
        quote!(inputs.body::<#ty>()?)
    }
}

#[cfg(test)]
mod tests {

    use serde_json::{Value, json};

    use super::*;
    use crate::pipeline::{self, Input as Source};

    fn description() -> Value {
        let body = |schema: Value| json!({"description": "d", "content": {"application/json": {"schema": schema}}});
        let text = json!({"type": "string"});
        json!({
            "openapi": "3.1.0",
            "info": {"title": "Pets", "version": "1"},
            "tags": [{"name": "Pets"}, {"name": "Type"}],
            "paths": {
                "/v1/pets": {"get": {
                    "operationId": "listPets", "tags": ["Pets"],
                    "parameters": [
                        {"name": "page_index", "in": "query", "schema": {"type": "integer"}},
                        {"name": "page_size", "in": "query", "schema": {"type": "integer"}},
                        {"name": "kind[]", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
                    ],
                    "responses": {"200": body(json!({"type": "object", "properties": {"data": {"type": "array", "items": {"type": "object"}}}}))},
                }},
                "/v1/pets/{id}": {"patch": {
                    "operationId": "updatePet", "tags": ["Pets"],
                    "parameters": [{"name": "id", "in": "path", "required": true, "schema": text}],
                    "requestBody": {"required": true, "content": {"application/json": {"schema": {"type": "object", "properties": {"name": text}}}}},
                    "responses": {
                        "200": {"description": "d"},
                        "4XX": body(json!({"$ref": "#/components/schemas/bad_request"})),
                        "500": {"description": "d"},
                    },
                }},
                "/v1/type": {"get": {"operationId": "getType", "tags": ["Type"], "responses": {"200": {"description": "d"}}}},
            },
            "components": {"schemas": {"bad_request": {"type": "object", "properties": {"error": text}}}},
        })
    }

    /// The files by name, with all white space one space wide.
    fn written() -> Vec<(String, String)> {
        let description = serde_json::to_vec(&description()).unwrap();
        let source = Source::new(&description, &[], "published");
        let output = pipeline::run(source).unwrap();
        let squeezed = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        files(&output).unwrap().into_iter().map(|(path, text)| (path, squeezed(text))).collect()
    }

    fn assert_holds(text: &str, expected: &[&str]) {
        for expected in expected {
            assert!(text.contains(expected), "{expected}\nin {text}");
        }
    }

    #[test]
    fn there_is_a_file_a_tag_and_a_list_of_all_calls() {
        let files = written();
        let paths: Vec<_> = files.iter().map(|(path, _)| path.as_str()).collect();
        let expected = ["mod.rs", "pets.rs", "type.rs"].map(|name| format!("tests/src/generated/{name}"));
        assert_eq!(paths, expected);
        assert_holds(
            &files[0].1,
            &[
                "mod pets;",
                "mod r#type;",
                "CALLS: &[Call] = &[ self::pets::LIST_PETS, self::pets::UPDATE_PET, self::r#type::GET_TYPE, ];",
            ],
        );
    }

    #[test]
    fn every_input_goes_through_its_setter() {
        let pets = &written()[1].1;
        assert_holds(
            pets,
            &[
                r#"if let Some(value) = inputs.parameter::<i64>("query", "page_index")? { request = request.page_index(value); }"#,
                r#"if let Some(value) = inputs.parameter::<Vec<String>>("query", "kind[]")? { request = request.kind(value); }"#,
                r#"if let Some(value) = inputs.parameter::<String>("path", "id")? { request = request.id(value); }"#,
                "if let Some(value) = inputs.body::<types::UpdatePetBody>()? { request = request.body(value); }",
                "if let Some(value) = &given_0 { when = when.id(value); } if let Some(value) = &given_1 { when = when.body(value); }",
            ],
        );
    }

    #[test]
    fn calls_know_pages_and_error_bodies() {
        let files = written();
        assert_holds(
            &files[1].1,
            &[
                "page: Some(|client, inputs| Ok(Box::new(start_list_pets(client, inputs)?)))",
                "page: None, mock: mock_update_pet",
                r#"errors: &[ ErrorCall { status: "4XX", decode: |error| Response::of(error.decode_body::<types::BadRequest>()), }, ]"#,
            ],
        );
        assert_holds(&files[2].1, &["errors: &[]", "let _ = inputs; let request = client.get_type();"]);
    }
}
