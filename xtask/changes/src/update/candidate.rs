//! Whether some bytes are a published description in one file.

use super::changes;
use document::{
    Document,
    error::{Error, Result},
};

/// Reads the bytes that came from `name`, and refuses what is no published description in one file.
pub(super) fn check(name: &str, bytes: &[u8]) -> Result<Document> {
    let document = document::openapi::read(name, bytes)?;
    let at = |error: Error, pointer: &str| error.at_pointer(pointer).line(document.lines.nearest(pointer));
    document::external_references::check(&document)?;
    if changes::operations(&document.value).is_empty() {
        return Err(at(Error::new("the description has no operation"), "/paths")
            .remedy("check the address: this cannot be the whole file"));
    }
    Ok(document)
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
