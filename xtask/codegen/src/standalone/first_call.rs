//! The program in the README of a crate: its own server, credentials and operation.

use heck::ToShoutySnakeCase;
use serde_json::Value;
use syn::Type;

use super::credentials::Credentials;
use crate::{
    bindings::OperationItems,
    model::Operation,
    pipeline::Output,
    syntax::{type_name, unwrapped},
};

/// The base URL of a description that names none that a program could use.
const EXAMPLE_URL: &str = "https://api.example.com";

/// The program, and the feature of the tag that it needs.
pub(super) struct FirstCall {
    pub(super) program: String,
    pub(super) feature: String,
}

impl FirstCall {
    pub(super) fn new(identifier: &str, output: &Output, credentials: &Credentials) -> Self {
        let call =
            output.model.operations.iter().filter_map(|operation| Call::new(output, operation)).min_by_key(Call::cost);
        let feature = call.as_ref().and_then(|call| output.model.tags.get(call.operation.tag));
        let (method, setters) = match &call {
            Some(Call { operation, setters, .. }) => (operation.name.as_str(), setters.as_str()),
            None => ("", ""),
        };
        let sent = if call.is_some() {
            format!(
                "\n    let response = client.{method}(){setters}.send().await?;\n    println!(\"{{response:?}}\");\n"
            )
        } else {
            "    println!(\"{client:?}\");\n".to_owned()
        };
        let program = format!(
            "use {identifier}::{{Client, Credentials}};\n\n\
             #[tokio::main(flavor = \"current_thread\")]\n\
             async fn main() -> Result<(), Box<dyn std::error::Error>> {{\n\
             {}    let client = Client::new({:?}, credentials)?;\n{sent}    Ok(())\n}}\n",
            credentials.example(),
            base_url(&output.corrected),
        );
        Self { program, feature: feature.map_or("all-tags", |tag| tag.feature.as_str()).to_owned() }
    }
}

/// The first server of the description, with its variables filled in.
fn base_url(description: &Value) -> String {
    let server = description.pointer("/servers/0");
    let Some(url) = server.and_then(|server| server.get("url")?.as_str()) else { return EXAMPLE_URL.to_owned() };
    let mut url = url.to_owned();
    let variables = server.and_then(|server| server.get("variables")?.as_object());
    for (name, variable) in variables.into_iter().flatten() {
        let default = variable.get("default").and_then(Value::as_str).unwrap_or_default();
        url = url.replace(&format!("{{{name}}}"), default);
    }
    let url = url.trim_end_matches('/');
    let is_usable = url.starts_with("https://")
        && url.len() > "https://".len()
        && url.bytes().all(|byte| byte.is_ascii_graphic() && !b"{}\"\\?#@".contains(&byte));
    if is_usable { url.to_owned() } else { EXAMPLE_URL.to_owned() }
}

/// A call of an operation.
struct Call<'a> {
    operation: &'a Operation,
    setters: String,
    required: usize,
    has_body: bool,
}

impl<'a> Call<'a> {
    /// `None` when a value is required that cannot be written down here.
    fn new(output: &Output, operation: &'a Operation) -> Option<Self> {
        let items = output.bindings.operations.get(&operation.type_name)?;
        let mut call = Self { operation, setters: String::new(), required: 0, has_body: false };
        for (name, ty) in required(items) {
            let plain = name.trim_start_matches("r#");
            if plain == "body" {
                // A builder, so that its fields can be set in the closure.
                if !matches!(&ty, Type::Path(ty) if ty.path.segments.iter().any(|segment| segment.ident == "builder")) {
                    return None;
                }
                call.has_body = true;
                call.setters.push_str(".body_map(|body| body)");
            } else {
                let value = example(&ty, plain)?;
                call.setters.push_str(&format!(".{name}({value})"));
            }
            call.required += 1;
        }
        Some(call)
    }

    /// A reader learns most from a plain request for something.
    fn cost(&self) -> (bool, bool, usize) {
        (self.has_body, self.operation.method != "GET", self.required)
    }
}

/// The fields of a request builder that have to be set, with their types.
fn required(items: &OperationItems) -> impl Iterator<Item = (String, Type)> {
    items.item.fields.iter().filter_map(|field| {
        let value = unwrapped(&field.ty, "Result")?;
        let is_required = unwrapped(value, "Option").is_none();
        is_required.then(|| Some((field.ident.as_ref()?.to_string(), value.clone()))).flatten()
    })
}

/// A value of a plain type, as a caller writes it.
fn example(ty: &Type, parameter: &str) -> Option<String> {
    Some(match type_name(ty)?.as_str() {
        "String" => format!("std::env::var({:?})?", parameter.to_shouty_snake_case()),
        "bool" => "true".to_owned(),
        "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" => "1".to_owned(),
        "f32" | "f64" => "1.0".to_owned(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_base_url_is_the_first_server() {
        for (servers, url) in [
            (json!([{"url": "https://api.pets.test/v1/"}, {"url": "https://other.test"}]), "https://api.pets.test/v1"),
            (
                json!([{"url": "https://{region}.pets.test", "variables": {"region": {"default": "eu"}}}]),
                "https://eu.pets.test",
            ),
            (json!([{"url": "/v1"}]), EXAMPLE_URL),
            (json!([{"url": "https://{region}.pets.test"}]), EXAMPLE_URL),
            (json!(null), EXAMPLE_URL),
        ] {
            assert_eq!(base_url(&json!({ "servers": servers })), url);
        }
    }
}
