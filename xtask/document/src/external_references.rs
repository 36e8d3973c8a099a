//! Whether all references stay inside the file.

use serde_json::Value;

use crate::{
    Document,
    error::{Error, Result},
    keywords::{Content, content},
    schema::escape,
};

/// Refuses a description with a reference to another file, at the first one.
///
/// # Errors
///
/// One that names the first such reference, its line, and how many more there are.
pub fn check(document: &Document) -> Result<()> {
    let mut leaving = Vec::new();
    walk(&document.value, "", &mut leaving);
    let Some((pointer, reference)) = leaving.first() else { return Ok(()) };
    let others = match leaving.len() - 1 {
        0 => String::new(),
        1 => ", and so does one other".to_owned(),
        more => format!(", and so do {more} others"),
    };
    let line = document.lines.nearest(pointer);
    Err(Error::new(format!("`$ref: {reference}` leaves the file{others}"))
        .at_pointer(pointer)
        .line(line)
        .remedy("bundle the description into one file, and give it with --from"))
}

fn walk(part: &Value, pointer: &str, leaving: &mut Vec<(String, String)>) {
    match part {
        Value::Object(members) => {
            for (keyword, value) in members {
                let pointer = format!("{pointer}/{}", escape(keyword));
                if matches!(keyword.as_str(), "$ref" | "$dynamicRef")
                    && let Value::String(reference) = value
                {
                    if !reference.starts_with('#') {
                        leaving.push((pointer, reference.clone()));
                    }
                    continue;
                }
                match (content(keyword, value), value) {
                    (Content::Data, _) => {}
                    (Content::Named, Value::Object(named)) => {
                        for (name, value) in named {
                            let pointer = format!("{pointer}/{}", escape(name));
                            match value {
                                // No part is a string, so this is a reference in place of the names.
                                Value::String(reference) if name == "$ref" => {
                                    if !reference.starts_with('#') {
                                        leaving.push((pointer, reference.clone()));
                                    }
                                }
                                value => walk(value, &pointer, leaving),
                            }
                        }
                    }
                    (Content::Parts | Content::Named, value) => walk(value, &pointer, leaving),
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, &format!("{pointer}/{index}"), leaving);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(text: &str) -> Result<()> {
        check(&Document::parse(text).expect("YAML"))
    }

    #[test]
    fn a_reference_out_of_the_file_is_refused() {
        for reference in ["other.yaml", "./a.yaml#/x", "https://a.example/x#/y", "/etc/passwd", "openapi.yaml#/x"] {
            let text = format!(
                "paths:\n  /a:\n    get:\n      responses:\n        '200':\n          $ref: '{reference}'\n          x: 1\n"
            );
            let message = checked(&text).expect_err(reference).to_string();
            assert!(message.contains(&format!("`$ref: {reference}` leaves the file\n")), "{message}");
            assert!(message.contains("line 6, /paths/~1a/get/responses/200/$ref"), "{message}");
        }
    }

    #[test]
    fn references_are_found_wherever_a_part_may_stand() {
        for text in [
            "paths: {/a: {$ref: a.yaml}}",
            "paths: {$ref: a.yaml}",
            "paths: {/a: {parameters: [{$ref: a.yaml}]}}",
            "paths: {/a: {get: {callbacks: {x: {'{$url}': {$ref: a.yaml}}}}}}",
            "paths: {/a: {get: {requestBody: {content: {a/b: {examples: {x: {$ref: a.yaml}}}}}}}}",
            "components: {schemas: {default: {allOf: [{}, {$ref: a.yaml}]}}}",
            "components: {schemas: {A: {properties: {example: {$ref: a.yaml}}}}}",
            "components: {schemas: {A: {properties: {enum: {items: {$dynamicRef: a.yaml}}}}}}",
            "components: {parameters: {value: {schema: {$ref: a.yaml}}}}",
        ] {
            assert!(checked(text).is_err(), "{text}");
        }
    }

    #[test]
    fn references_inside_the_file_are_taken() {
        for text in [
            "components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#'}, C: {$dynamicRef: '#x'}}}",
            "components: {schemas: {A: {properties: {$ref: {type: string}}, example: {$ref: a.yaml}}}}",
            "components: {schemas: {A: {default: {$ref: a.yaml}, enum: [{$ref: a}], examples: [{$ref: a}], const: {$ref: a}}}}",
            "components: {examples: {A: {value: {$ref: a.yaml}}}}",
            "x-tool: {$ref: a.yaml}",
        ] {
            assert!(checked(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn the_message_counts_the_others() {
        let text = |count: usize| {
            format!("components: {{schemas: {{A: {{allOf: [{}]}}}}}}", vec!["{$ref: a}"; count].join(","))
        };
        assert!(checked(&text(2)).unwrap_err().to_string().contains("so does one other"));
        assert!(checked(&text(4)).unwrap_err().to_string().contains("so do 3 others"));
    }
}
