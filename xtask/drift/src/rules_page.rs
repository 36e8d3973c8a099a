//! `docs/drift-rules.md`, written from the tables.

use crate::{class::Class, judges, rules::Kind, rust::RustRule};

const HEAD: &str = "\
<!-- Written by `cargo xtask drift --print-rules`; a test keeps it true. -->

# What a difference means

`cargo xtask drift` gives each difference between two descriptions one of the kinds below, and each kind has a class for each
direction. The reading:

- `request-break`: a request that was valid is not valid any more.
- `response-break`: a client that followed the old contract fails on a response that is valid now.
- `unknown`: nobody can tell, because the part was not compared to the end (exit code 3).
- `compatible`: neither, but something on the wire can differ.
- `docs`: nothing on the wire can differ; in Rust a name can.

For most kinds one question decides: do fewer or more values become valid? Fewer breaks those who send, more breaks those who
receive. *Sent* is what a client sends: parameters and bodies of requests, responses to webhooks and callbacks. *Received* is
the other way round. A part that goes both ways has both classes, and the change as a whole the worse one. What no operation
reaches is `docs` whatever its kind. Below `not`, `if`, `then`, `else` and `dependentSchemas`, fewer can
mean more, so every kind but text breaks there.

What is compared are the values that a schema allows, as far as that can be proved. Alternatives are paired by their tag (the
discriminator, or a field with one value each), then by name, then by shape. A client sends the fields that the description
names: a field that is new in an open object is no break, unless other fields had a type and this one has another. A reference
to nothing, or into another file, cannot be followed: the report names it and ends with exit code 3.

Two descriptions that mean the same have no difference: OpenAPI 3.0 and 3.1, `$ref` and what it stands for, `allOf` and its
parts written out, `nullable` and `type: [.., null]` and `anyOf` with `type: null`, `const` and an `enum` of one,
`anyOf` with and without alternatives that another one contains, `exclusiveMinimum` as a flag or as a number, `format: byte` and `contentEncoding: base64`, a limit of 0 and none, any order of
keys, `required`, `enum`, parameters, alternatives or tags beyond the first. A schema without `type` that has `properties`
is an object, one with `items` a list. Header parameters that OpenAPI says are ignored (`Accept`, `Content-Type`,
`Authorization`) are `docs`. The marks of a transcription (`x-provenance`, `x-unknown`, `x-not-bound`, `x-transcription`,
`x-enum-open`) say nothing of the API, and are left aside.
";

const RUST: &str = "
# What a difference does to Rust code

Both descriptions go through the pipeline, and the public items of the two crates are compared. Each difference of them has one
of the kinds below, with one verdict:

- `source break`: some code that compiled no longer does.
- `run-time break`: everything compiles, but a request fails, a response no longer decodes, or a value means something else.
- `additive`: everything compiles, and does what it did.
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
    page += &format!("{RUST}\n{} kinds.\n", RustRule::ALL.len());
    for (group, rules) in RustRule::GROUPS {
        page += &format!("\n## {group} in Rust\n\n| kind | verdict | why | example |\n| --- | --- | --- | --- |\n");
        for rule in *rules {
            let verdict = rule.verdict();
            let shown =
                if verdict.is_breaking() { format!("**{}**", verdict.as_str()) } else { verdict.as_str().to_owned() };
            page += &format!("| `{}` | {shown} | {} | {} |\n", rule.id(), rule.why(), rule.example());
        }
    }
    page += &judges::render();
    page
}

fn class(class: Class) -> String {
    if class.is_breaking() { format!("**{}**", class.as_str()) } else { class.as_str().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_in_the_repository_is_the_table() {
        let page = include_str!("../../../docs/drift-rules.md").replace("\r\n", "\n");
        assert!(
            page == render(),
            "docs/drift-rules.md is not what `cargo xtask drift --print-rules` prints: write it there"
        );
    }
}
