//! `docs/drift-rules.md`, written from the table.

use super::{Class, Kind};

const HEAD: &str = "\
<!-- Written by `cargo xtask drift --print-rules`; a test keeps it true. -->

# What a difference means

`cargo xtask drift` gives each difference between two descriptions one of the kinds below, and each kind has a class for each
direction. The reading:

- `request-break`: a request that was valid is not valid any more.
- `response-break`: a client that followed the old contract fails on an answer that is valid now.
- `compatible`: neither, but something on the wire can differ.
- `docs`: nothing on the wire can differ; in Rust a name can.

For most kinds one question decides: do fewer or more values become valid? Fewer breaks those who send, more breaks those who
receive. *Sent* is what a client sends: parameters and bodies of requests, answers to webhooks and callbacks. *Received* is
the other way round. A part that goes both ways has both classes, and the change as a whole the worse one. What no operation
reaches is `docs` whatever its kind. Below `not`, `if`, `then`, `else`, `contains`, `propertyNames` and `dependentSchemas`,
fewer can mean more, so every kind but text breaks there.

Two descriptions that mean the same have no difference: OpenAPI 3.0 and 3.1, `$ref` and what it stands for, `allOf` and its
parts written out, `nullable` and `type: [.., null]` and `anyOf` with `type: null`, `const` and an `enum` of one,
`exclusiveMinimum` as a flag or as a number, `format: byte` and `contentEncoding: base64`, a limit of 0 and none, any order of
keys, `required`, `enum`, parameters, alternatives or tags beyond the first. A schema without `type` that has `properties`
is an object, one with `items` a list. Header parameters that OpenAPI says are ignored (`Accept`, `Content-Type`,
`Authorization`) are `docs`. The marks of a transcription (`x-provenance`, `x-unknown`, `x-not-bound`, `x-transcription`,
`x-enum-open`) say nothing of the API, and are left aside.
";

/// The page.
#[must_use]
pub fn render() -> String {
    let mut page = HEAD.to_owned();
    page += &format!("\n{} kinds.\n", Kind::ALL.len());
    for (group, kinds) in Kind::GROUPS {
        page +=
            &format!("\n## {group}\n\n| kind | sent | received | sentence | why |\n| --- | --- | --- | --- | --- |\n");
        for kind in *kinds {
            let rule = kind.rule();
            page += &format!(
                "| `{}` | {} | {} | {} | {} |\n",
                kind.id(),
                class(rule.sent),
                class(rule.received),
                rule.sentence.replace(['{', '}'], "*").replace("`*detail*`", "*detail*"),
                rule.why
            );
        }
    }
    page
}

fn class(class: Class) -> String {
    if class.is_breaking() { format!("**{}**", class.as_str()) } else { class.as_str().to_owned() }
}
