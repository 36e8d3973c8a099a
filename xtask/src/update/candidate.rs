//! Whether some bytes are a description at all.

use serde_json::Value;

use super::{changes, references};
use crate::{
    document::Document,
    error::{Error, Result},
    pipeline,
};

/// Reads the bytes that came from `name`, and refuses what is no OpenAPI 3 description.
pub(crate) fn read(name: &str, bytes: &[u8]) -> Result<Document> {
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
    let document = pipeline::read(name, bytes)?;
    let at = |error: Error, pointer: &str| error.at_pointer(pointer).line(document.lines.nearest(pointer));
    is_openapi(&document.value, &at)?;
    Ok(document)
}

/// Reads the bytes that came from `name`, and refuses what is no published description in one file.
pub(super) fn check(name: &str, bytes: &[u8]) -> Result<Document> {
    let document = read(name, bytes)?;
    let at = |error: Error, pointer: &str| error.at_pointer(pointer).line(document.lines.nearest(pointer));
    if document.value.get("x-transcription").is_some() {
        return Err(at(
            Error::new("the file says of itself that it was transcribed, not published"),
            "/x-transcription",
        )
        .remedy("give the published file; a transcription is generated from by `cargo xtask generate`"));
    }
    references::check(&document)?;
    if changes::operations(&document.value).is_empty() {
        return Err(at(Error::new("the description has no operation"), "/paths")
            .remedy("check the address: this cannot be the whole file"));
    }
    Ok(document)
}

fn is_openapi(value: &Value, at: &impl Fn(Error, &str) -> Error) -> Result<()> {
    if let Some(version) = value.get("swagger") {
        return Err(at(
            Error::new(format!("the file is OpenAPI {} (Swagger), not OpenAPI 3", shown(version))),
            "/swagger",
        )
        .remedy("ask for the OpenAPI 3 file; or convert this one, and give it with --from"));
    }
    match value.get("openapi") {
        Some(Value::String(version)) if version.starts_with("3.") => Ok(()),
        Some(version) => {
            Err(at(Error::new(format!("OpenAPI version {} is not supported", shown(version))), "/openapi")
                .remedy("ask for the OpenAPI 3.0 or 3.1 file; or convert this one, and give it with --from"))
        }
        None => Err(at(Error::new("the file is no OpenAPI description: it has no `openapi` at its root"), "")
            .remedy("check the address")),
    }
}

/// A short form of a value.
fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned).chars().take(20).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(bytes: &[u8]) -> String {
        check("https://a.example/x", bytes).expect_err("refused").to_string()
    }

    const GOOD: &str = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {/a: {get: {responses: {}}}}\n";

    #[test]
    fn yaml_and_json_with_an_operation_are_taken() {
        for text in [GOOD, &format!("\u{feff}{GOOD}"), "{\"openapi\": \"3.0.0\", \"paths\": {\"/a\": {\"get\": {}}}}"] {
            assert!(check("x", text.as_bytes()).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_is_no_description_is_refused_with_a_remedy() {
        for (bytes, why) in [
            (&b""[..], "empty"),
            (b" \n\t\n", "empty"),
            (b"\xef\xbb\xbf", "empty"),
            (b"<!DOCTYPE html><html></html>", "web page"),
            (b"\n<html>", "web page"),
            (b"\xef\xbb\xbf<?xml version='1.0'?>", "web page"),
            (b"openapi: 3.1.0\ninfo: {title: caf\xe9}", "UTF-8"),
            (b"\xff\xfeo\0p\0", "UTF-8"),
            (b"name: x\non: push\n", "no OpenAPI description"),
            (b"[1, 2]", "no OpenAPI description"),
            (b"{\"error\": \"not found\"}", "no OpenAPI description"),
            (b"swagger: '2.0'\npaths: {}", "OpenAPI 2.0 (Swagger)"),
            (b"openapi: 4.0.0\npaths: {}", "version 4.0.0"),
            (b"openapi: {}\npaths: {}", "version {}"),
            (b"openapi: 3.1.0\npaths: {}", "no operation"),
            (b"openapi: 3.1.0\nx-transcription: {}\n", "transcribed"),
        ] {
            let message = refusal(bytes);
            assert!(message.contains(why) && message.contains("to fix"), "{why}: {message}");
        }
    }

    #[test]
    fn a_refusal_names_the_line() {
        let message = refusal(b"info: {}\n\nswagger: '2.0'\n");
        assert!(message.contains("line 3, /swagger"), "{message}");
    }
}
