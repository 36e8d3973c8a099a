//! Whether a file is an OpenAPI 3 description at all.

use serde_json::Value;

use crate::{
    Document,
    error::{Error, Result},
};

/// Reads the bytes that came from `name`, and refuses everything but an OpenAPI 3 description.
///
/// # Errors
///
/// Says what the file is instead, and how to get the description.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document> {
    let start = bytes.trim_ascii_start();
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    if start.is_empty() {
        return Err(Error::new("the file is empty").remedy("check the address, or try again"));
    }
    // `<<` is a merge key of YAML.
    if start.starts_with(b"<") && !start.starts_with(b"<<") {
        return Err(Error::new("the file is a web page (HTML or XML), not a description")
            .line(1)
            .remedy("check the address: behind a login or a proxy, servers send a page in place of the file"));
    }
    let document = Document::read(name, bytes)?;
    let at = |error: Error, pointer: &str| error.at_pointer(pointer).line(document.lines.nearest(pointer));
    is_openapi(&document.value, &at)?;
    Ok(document)
}

fn is_openapi(value: &Value, at: &impl Fn(Error, &str) -> Error) -> Result<()> {
    if let Some(version) = value.get("swagger") {
        return Err(at(
            Error::new(format!("the file is OpenAPI {} (Swagger), not OpenAPI 3", shown(version))),
            "/swagger",
        )
        .remedy(
            "ask for the OpenAPI 3 file; or convert this one, and give it with --from (drift: --base or --revision)",
        ));
    }
    match value.get("openapi") {
        Some(Value::String(version)) if version.starts_with("3.") => Ok(()),
        Some(version) => {
            Err(at(Error::new(format!("OpenAPI version {} is not supported", shown(version))), "/openapi")
                .remedy("ask for the OpenAPI 3.0 or 3.1 file; or convert this one, and give it with --from (drift: --base or --revision)"))
        }
        None => Err(at(Error::new("the file is no OpenAPI description: it has no `openapi` at its root"), "")
            .remedy("check the address")),
    }
}

/// A short form of a value.
fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned).chars().take(20).collect()
}
