//! Single mutations of schemas.

use drift::Class;
use serde_json::{Value, json};

use crate::rust_verdicts::{N, P, S, T, Verdict};

/// What a mutation does to the set of valid values.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Effect {
    /// Fewer are valid.
    Narrows,
    /// More are valid.
    Widens,
    /// Others are valid.
    Changes,
    /// The same are valid.
    Compatible,
    /// Only text differs.
    Docs,
    /// Where it is sent, where it is received.
    Both(Class, Class),
}

impl Effect {
    pub(crate) fn class(self, sent: bool) -> Class {
        match (self, sent) {
            (Self::Narrows | Self::Changes, true) => Class::RequestBreak,
            (Self::Widens | Self::Changes, false) => Class::ResponseBreak,
            (Self::Narrows | Self::Widens | Self::Compatible, _) => Class::Compatible,
            (Self::Docs, _) => Class::Docs,
            (Self::Both(sent_class, received_class), sent) => {
                if sent {
                    sent_class
                } else {
                    received_class
                }
            }
        }
    }
}

/// A mutation from `old` to `new`, and what is said of it; then of its reverse.
pub(crate) struct Row {
    pub(crate) old: Value,
    pub(crate) new: Value,
    pub(crate) forward: (&'static str, Effect),
    pub(crate) backward: (&'static str, Effect),
    /// What it does to Rust code, and what its reverse does, where the schema is that of a field of a request.
    pub(crate) sent: Sent,
    /// The same where it is that of a field of a response.
    pub(crate) received: Received,
}

/// Forward and backward, in a request: limits are checked there, by the crate (where a type has to come for it, `S`) or by
/// the server alone (`T`), and their loss is more that may be sent (`P`).
pub(crate) struct Sent(pub(crate) Verdict, pub(crate) Verdict);

/// Forward and backward, in a response, which is read leniently: no limit is checked.
pub(crate) struct Received(pub(crate) Verdict, pub(crate) Verdict);

fn sent(forward: Verdict, backward: Verdict) -> Sent {
    Sent(forward, backward)
}

fn received(forward: Verdict, backward: Verdict) -> Received {
    Received(forward, backward)
}

fn row(
    old: Value,
    new: Value,
    forward: (&'static str, Effect),
    backward: (&'static str, Effect),
    sent: Sent,
    received: Received,
) -> Row {
    Row { old, new, forward, backward, sent, received }
}

/// An object with one field.
fn field(schema: Value) -> Value {
    json!({"type": "object", "properties": {"id": {"type": "string"}, "f": schema}})
}

pub(crate) fn rows() -> Vec<Row> {
    use Effect::{Changes, Compatible, Docs, Narrows, Widens};
    [types(), values(), limits(), objects(), marks(), unions(), others()]
        .into_iter()
        .flatten()
        .chain([
            row(
                json!({"type": "string"}),
                json!({"type": "string", "title": "T"}),
                ("title-changed", Docs),
                ("title-changed", Docs),
                sent(N, N),
                received(N, N),
            ),
            row(
                json!({"type": "string", "description": "a"}),
                json!({"type": "string", "description": "b"}),
                ("description-changed", Docs),
                ("description-changed", Docs),
                sent(N, N),
                received(N, N),
            ),
            row(
                json!({"type": "string"}),
                json!({"type": "string", "example": "a"}),
                ("example-changed", Docs),
                ("example-changed", Docs),
                sent(N, N),
                received(N, N),
            ),
            row(
                json!({"type": "string"}),
                json!({"type": "string", "examples": ["a", "b"]}),
                ("example-changed", Docs),
                ("example-changed", Docs),
                sent(N, N),
                received(N, N),
            ),
            row(
                json!({"type": "string"}),
                json!({"type": "string", "externalDocs": {"url": "https://a.example"}}),
                ("external-docs-changed", Docs),
                ("external-docs-changed", Docs),
                sent(N, N),
                received(N, N),
            ),
            row(
                json!({"type": "string"}),
                json!({"type": "string", "$comment": "c"}),
                ("comment-changed", Docs),
                ("comment-changed", Docs),
                sent(N, N),
                received(N, N),
            ),
            row(
                json!({"type": "string"}),
                json!({"type": "string", "x-note": 1}),
                ("extension-changed", Docs),
                ("extension-changed", Docs),
                sent(N, N),
                received(N, N),
            ),
            row(
                json!({"type": "string"}),
                json!({"type": "string", "default": "a"}),
                ("default-set", Compatible),
                ("default-dropped", Compatible),
                sent(P, T),
                received(N, N),
            ),
            row(
                json!({"type": "string", "default": "a"}),
                json!({"type": "string", "default": "b"}),
                ("default-changed", Compatible),
                ("default-changed", Compatible),
                sent(T, T),
                received(N, N),
            ),
            row(
                json!({"type": "object"}),
                json!({"type": "object", "xml": {"name": "n"}}),
                ("xml-changed", Changes),
                ("xml-changed", Changes),
                sent(N, N),
                received(N, N),
            ),
            row(
                json!({"type": "string"}),
                json!({"type": "string", "lenght": 3}),
                ("unknown-keyword", Changes),
                ("unknown-keyword", Changes),
                sent(N, N),
                received(N, N),
            ),
            row(
                json!({"type": "string"}),
                json!({"type": "string", "pattern": "^a"}),
                ("pattern-set", Narrows),
                ("pattern-dropped", Widens),
                sent(S, S),
                received(N, N),
            ),
        ])
        .collect()
}

fn types() -> Vec<Row> {
    use Effect::{Changes, Docs, Narrows, Widens};
    let kind = |name: &str| json!({"type": name});
    let mut rows = vec![
        row(
            kind("integer"),
            kind("number"),
            ("type-widened", Widens),
            ("type-narrowed", Narrows),
            sent(S, S),
            received(S, S),
        ),
        row(
            kind("string"),
            json!({"type": ["string", "integer"]}),
            ("type-widened", Widens),
            ("type-narrowed", Narrows),
            sent(S, S),
            received(S, S),
        ),
        row(
            kind("string"),
            json!({}),
            ("type-widened", Widens),
            ("type-narrowed", Narrows),
            sent(S, S),
            received(S, S),
        ),
        row(
            json!({"type": ["string", "integer"]}),
            json!({"type": ["string", "boolean"]}),
            ("type-changed", Changes),
            ("type-changed", Changes),
            sent(S, S),
            received(S, S),
        ),
        row(
            kind("string"),
            json!({"type": ["string", "null"]}),
            ("became-nullable", Widens),
            ("no-longer-nullable", Narrows),
            sent(S, S),
            received(N, N),
        ),
        row(
            kind("object"),
            json!({"type": "object", "nullable": true}),
            ("became-nullable", Widens),
            ("no-longer-nullable", Narrows),
            sent(S, S),
            received(S, S),
        ),
        row(
            kind("array"),
            json!({"anyOf": [{"type": "array"}, {"type": "null"}]}),
            ("became-nullable", Widens),
            ("no-longer-nullable", Narrows),
            sent(S, S),
            received(N, N),
        ),
        row(
            json!({"enum": ["a", "b"]}),
            json!({"enum": ["a", "b", null]}),
            ("became-nullable", Widens),
            ("no-longer-nullable", Narrows),
            sent(S, S),
            received(N, N),
        ),
        row(
            json!({"type": "string", "format": "date"}),
            json!({"type": "integer", "format": "int64"}),
            ("type-changed", Changes),
            ("type-changed", Changes),
            sent(S, S),
            received(S, S),
        ),
        row(
            json!({"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]}),
            kind("string"),
            ("type-changed", Changes),
            ("type-changed", Changes),
            sent(S, S),
            received(S, S),
        ),
        row(
            kind("string"),
            json!({"type": "array", "items": {"type": "string"}}),
            ("type-changed", Changes),
            ("type-changed", Changes),
            sent(S, S),
            received(S, S),
        ),
        row(
            json!({"type": "array", "items": {"type": "string"}}),
            json!({"type": "array", "items": {"type": "integer"}}),
            ("type-changed", Changes),
            ("type-changed", Changes),
            sent(S, S),
            received(S, S),
        ),
        row(
            json!({"type": "array"}),
            json!({"type": "array", "items": {"type": "integer"}}),
            ("type-narrowed", Narrows),
            ("type-widened", Widens),
            sent(S, S),
            received(S, S),
        ),
    ];
    for (old, new) in
        [("string", "integer"), ("string", "boolean"), ("string", "object"), ("object", "array"), ("boolean", "number")]
    {
        rows.push(row(
            kind(old),
            kind(new),
            ("type-changed", Changes),
            ("type-changed", Changes),
            sent(S, S),
            received(S, S),
        ));
    }
    let format = |name: &str| json!({"type": "string", "format": name});
    for (name, sent, received) in [
        ("date", sent(S, S), received(S, S)),
        ("date-time", sent(S, S), received(S, S)),
        // A type of its own would be a dependency for everyone, or there is none: the server alone checks these.
        ("uuid", sent(T, P), received(N, N)),
        ("byte", sent(T, P), received(N, N)),
    ] {
        rows.push(row(
            kind("string"),
            format(name),
            ("format-set", Narrows),
            ("format-dropped", Widens),
            sent,
            received,
        ));
    }
    // What nobody checks says nothing of which values are valid.
    for name in ["made-up", "password"] {
        rows.push(row(
            kind("string"),
            format(name),
            ("format-hint-changed", Docs),
            ("format-hint-changed", Docs),
            sent(N, N),
            received(N, N),
        ));
    }
    rows.push(row(
        format("date"),
        format("date-time"),
        ("format-changed", Changes),
        ("format-changed", Changes),
        sent(S, S),
        received(S, S),
    ));
    for (small, large, kind) in [("int32", "int64", "integer"), ("float", "double", "number")] {
        let format = |name: &str| json!({"type": kind, "format": name});
        rows.push(row(
            format(small),
            format(large),
            ("format-widened", Widens),
            ("format-narrowed", Narrows),
            sent(S, S),
            // Numbers are read at full width, whatever their format.
            received(N, N),
        ));
    }
    rows.push(row(
        kind("string"),
        json!({"type": "string", "contentEncoding": "base64"}),
        ("format-set", Narrows),
        ("format-dropped", Widens),
        sent(T, P),
        received(N, N),
    ));
    rows.push(row(
        kind("string"),
        json!({"type": "string", "contentMediaType": "image/png"}),
        ("media-changed", Changes),
        ("media-changed", Changes),
        sent(T, T),
        received(N, N),
    ));
    rows
}

fn values() -> Vec<Row> {
    use Effect::{Changes, Narrows, Widens};
    let list = |values: Value| json!({"type": "string", "enum": values});
    vec![
        row(
            list(json!(["a", "b"])),
            list(json!(["a", "b", "c"])),
            ("enum-value-added", Widens),
            ("enum-value-removed", Narrows),
            sent(P, S),
            received(P, S),
        ),
        row(
            json!({"type": "integer", "enum": [1, 2]}),
            json!({"type": "integer", "enum": [1, 2, 3]}),
            ("enum-value-added", Widens),
            ("enum-value-removed", Narrows),
            sent(P, T),
            received(N, N),
        ),
        row(
            json!({"type": "string"}),
            list(json!(["a", "b"])),
            ("enum-introduced", Narrows),
            ("enum-dropped", Widens),
            sent(S, S),
            received(S, S),
        ),
        row(
            json!({"type": "string"}),
            json!({"type": "string", "const": "a"}),
            ("enum-introduced", Narrows),
            ("enum-dropped", Widens),
            sent(S, S),
            received(S, S),
        ),
        row(
            json!({"const": "a"}),
            json!({"const": "b"}),
            ("const-changed", Changes),
            ("const-changed", Changes),
            sent(S, S),
            received(S, S),
        ),
        row(
            json!({"type": "string", "const": "a"}),
            list(json!(["a", "b"])),
            ("enum-value-added", Widens),
            ("enum-value-removed", Narrows),
            sent(P, S),
            received(P, S),
        ),
        row(
            json!({"oneOf": [{"const": "a"}, {"const": "b"}]}),
            json!({"oneOf": [{"const": "a"}, {"const": "b"}, {"const": "c"}]}),
            ("enum-value-added", Widens),
            ("enum-value-removed", Narrows),
            sent(P, S),
            received(P, S),
        ),
    ]
}

/// A limit that comes: a string becomes a type that checks it, all else is left to the server.
fn set_where_sent(kind: &str) -> Sent {
    if kind == "string" { sent(S, S) } else { sent(T, P) }
}

/// What setting, dropping, tightening and loosening a limit is called.
type Ids = [&'static str; 4];

fn limits() -> Vec<Row> {
    use Effect::{Changes, Narrows, Widens};
    let mut rows = Vec::new();
    let with = |kind: &str, keyword: &str, value: Value| json!({"type": kind, keyword: value});
    let lower: [(&str, &str, Ids); 4] = [
        ("integer", "minimum", ["minimum-set", "minimum-dropped", "minimum-raised", "minimum-lowered"]),
        ("string", "minLength", ["min-length-set", "min-length-dropped", "min-length-raised", "min-length-lowered"]),
        ("array", "minItems", ["min-items-set", "min-items-dropped", "min-items-raised", "min-items-lowered"]),
        (
            "object",
            "minProperties",
            ["min-properties-set", "min-properties-dropped", "min-properties-raised", "min-properties-lowered"],
        ),
    ];
    let upper: [(&str, &str, Ids); 4] = [
        ("integer", "maximum", ["maximum-set", "maximum-dropped", "maximum-lowered", "maximum-raised"]),
        ("string", "maxLength", ["max-length-set", "max-length-dropped", "max-length-lowered", "max-length-raised"]),
        ("array", "maxItems", ["max-items-set", "max-items-dropped", "max-items-lowered", "max-items-raised"]),
        (
            "object",
            "maxProperties",
            ["max-properties-set", "max-properties-dropped", "max-properties-lowered", "max-properties-raised"],
        ),
    ];
    for (kind, keyword, [set, dropped, tightened, loosened]) in lower {
        rows.push(row(
            json!({"type": kind}),
            with(kind, keyword, json!(2)),
            (set, Narrows),
            (dropped, Widens),
            // A number that may not be negative has an unsigned type.
            if kind == "integer" { sent(S, S) } else { set_where_sent(kind) },
            received(N, N),
        ));
        rows.push(row(
            with(kind, keyword, json!(2)),
            with(kind, keyword, json!(5)),
            (tightened, Narrows),
            (loosened, Widens),
            sent(T, P),
            received(N, N),
        ));
    }
    for (kind, keyword, [set, dropped, tightened, loosened]) in upper {
        rows.push(row(
            json!({"type": kind}),
            with(kind, keyword, json!(9)),
            (set, Narrows),
            (dropped, Widens),
            set_where_sent(kind),
            received(N, N),
        ));
        rows.push(row(
            with(kind, keyword, json!(9)),
            with(kind, keyword, json!(5)),
            (tightened, Narrows),
            (loosened, Widens),
            sent(T, P),
            received(N, N),
        ));
    }
    let number = |members: Value| {
        let mut schema = json!({"type": "number"});
        schema.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        schema
    };
    rows.extend([
        row(
            number(json!({"minimum": 1})),
            number(json!({"minimum": 1, "exclusiveMinimum": true})),
            ("minimum-raised", Narrows),
            ("minimum-lowered", Widens),
            sent(T, P),
            received(N, N),
        ),
        row(
            number(json!({"maximum": 1})),
            number(json!({"exclusiveMaximum": 1})),
            ("maximum-lowered", Narrows),
            ("maximum-raised", Widens),
            sent(T, P),
            received(N, N),
        ),
        row(
            number(json!({})),
            number(json!({"exclusiveMinimum": 0})),
            ("minimum-set", Narrows),
            ("minimum-dropped", Widens),
            sent(T, P),
            received(N, N),
        ),
        row(
            number(json!({"minimum": 0.5})),
            number(json!({"minimum": 0.25})),
            ("minimum-lowered", Widens),
            ("minimum-raised", Narrows),
            sent(P, T),
            received(N, N),
        ),
        row(
            number(json!({})),
            number(json!({"multipleOf": 5})),
            ("multiple-of-set", Narrows),
            ("multiple-of-dropped", Widens),
            sent(T, P),
            received(N, N),
        ),
        row(
            number(json!({"multipleOf": 5})),
            number(json!({"multipleOf": 10})),
            ("multiple-of-narrowed", Narrows),
            ("multiple-of-widened", Widens),
            sent(T, P),
            received(N, N),
        ),
        row(
            number(json!({"multipleOf": 5})),
            number(json!({"multipleOf": 7})),
            ("multiple-of-changed", Changes),
            ("multiple-of-changed", Changes),
            sent(T, T),
            received(N, N),
        ),
        row(
            json!({"type": "string", "pattern": "^a"}),
            json!({"type": "string", "pattern": "^b"}),
            ("pattern-changed", Changes),
            ("pattern-changed", Changes),
            sent(T, T),
            received(N, N),
        ),
        row(
            json!({"type": "array"}),
            json!({"type": "array", "uniqueItems": true}),
            ("unique-items-set", Narrows),
            ("unique-items-dropped", Widens),
            sent(T, P),
            received(N, N),
        ),
        row(
            json!({"type": "array", "contains": {"const": 1}}),
            json!({"type": "array", "contains": {"const": 1}, "minContains": 2}),
            ("min-contains-raised", Narrows),
            ("min-contains-lowered", Widens),
            sent(T, P),
            received(N, N),
        ),
        row(
            json!({"type": "array", "contains": {"const": 1}}),
            json!({"type": "array", "contains": {"const": 1}, "maxContains": 2}),
            ("max-contains-set", Narrows),
            ("max-contains-dropped", Widens),
            sent(T, P),
            received(N, N),
        ),
        row(
            json!({"type": "array", "contains": {"const": 1}, "maxContains": 3}),
            json!({"type": "array", "contains": {"const": 1}, "maxContains": 2}),
            ("max-contains-lowered", Narrows),
            ("max-contains-raised", Widens),
            sent(T, P),
            received(N, N),
        ),
        row(
            json!({"type": "integer", "maximum": 9_007_199_254_740_993_u64}),
            json!({"type": "integer", "maximum": 9_007_199_254_740_992_u64}),
            ("maximum-lowered", Narrows),
            ("maximum-raised", Widens),
            sent(T, P),
            received(N, N),
        ),
        row(
            json!({"type": "array"}),
            json!({"type": "array", "items": false}),
            ("max-items-set", Narrows),
            ("max-items-dropped", Widens),
            sent(T, P),
            received(N, N),
        ),
    ]);
    rows
}

fn objects() -> Vec<Row> {
    use Class::{Compatible as C, RequestBreak as Q, ResponseBreak as A};
    use Effect::{Both, Changes, Compatible, Docs, Narrows, Widens};
    let object = |required: &[&str], names: &[&str]| {
        let properties: Value = names
            .iter()
            .map(|name| ((*name).to_owned(), json!({"type": "string"})))
            .collect::<serde_json::Map<_, _>>()
            .into();
        json!({"type": "object", "required": required, "properties": properties})
    };
    let closed = |mut schema: Value| {
        schema["additionalProperties"] = json!(false);
        schema
    };
    vec![
        row(
            object(&[], &["a"]),
            object(&[], &["a", "b"]),
            ("property-added-optional", Compatible),
            ("property-removed-optional", Both(Q, C)),
            sent(P, S),
            received(P, S),
        ),
        row(
            object(&[], &["a"]),
            object(&["b"], &["a", "b"]),
            ("property-added-required", Both(Q, C)),
            ("property-removed-required", Changes),
            // `b` has no value of its own, so `Default` goes.
            sent(S, S),
            received(S, S),
        ),
        row(
            closed(object(&[], &["a"])),
            closed(object(&[], &["a", "b"])),
            ("property-added-optional-to-closed", Widens),
            ("property-removed-optional", Both(Q, C)),
            sent(P, S),
            received(P, S),
        ),
        row(
            closed(object(&[], &["a"])),
            closed(object(&["b"], &["a", "b"])),
            ("property-added-required-to-closed", Changes),
            ("property-removed-required", Changes),
            // `b` has no value of its own, so `Default` goes.
            sent(S, S),
            received(S, S),
        ),
        row(
            object(&[], &["a", "b"]),
            object(&["b"], &["a", "b"]),
            ("property-became-required", Narrows),
            ("property-became-optional", Widens),
            sent(S, S),
            received(S, S),
        ),
        row(
            object(&["a"], &["a", "b"]),
            object(&["b", "a"], &["a", "b"]),
            ("property-became-required", Narrows),
            ("property-became-optional", Widens),
            sent(S, S),
            received(S, S),
        ),
        row(
            object(&[], &["a"]),
            closed(object(&[], &["a"])),
            ("object-closed", Narrows),
            ("object-opened", Widens),
            sent(N, N),
            received(N, N),
        ),
        row(
            json!({"type": "object", "additionalProperties": {"type": "string"}}),
            json!({"type": "object", "additionalProperties": {"type": "integer"}}),
            ("type-changed", Changes),
            ("type-changed", Changes),
            sent(S, S),
            received(S, S),
        ),
        row(
            json!({"type": "object"}),
            json!({"type": "object", "additionalProperties": {"type": "string"}}),
            ("type-narrowed", Narrows),
            ("type-widened", Widens),
            sent(S, S),
            received(S, S),
        ),
        row(
            json!({"type": "object"}),
            json!({"type": "object", "patternProperties": {"^x": {"type": "string"}}}),
            ("pattern-properties-added", Narrows),
            ("pattern-properties-removed", Widens),
            sent(T, P),
            received(N, N),
        ),
        row(
            json!({"type": "object", "patternProperties": {"^x": {"type": "string"}}}),
            json!({"type": "object", "patternProperties": {"^x": {"type": "string", "maxLength": 3}}}),
            ("max-length-set", Narrows),
            ("max-length-dropped", Widens),
            sent(T, P),
            received(N, N),
        ),
        row(
            json!({"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": {"type": "string"}}),
            json!({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "additionalProperties": {"type": "string"}}),
            ("property-added-optional", Compatible),
            ("property-unlisted", Compatible),
            sent(P, S),
            received(P, S),
        ),
        row(
            json!({"type": "object"}),
            json!({"type": "object", "dependentRequired": {"a": ["b"]}}),
            ("dependent-required-added", Narrows),
            ("dependent-required-removed", Widens),
            sent(T, P),
            received(N, N),
        ),
        row(
            field(json!({"type": "string"})),
            field(json!({"type": "string", "maxLength": 4})),
            ("max-length-set", Narrows),
            ("max-length-dropped", Widens),
            sent(S, S),
            received(N, N),
        ),
        row(
            field(json!({"type": "string"})),
            field(json!({"type": "string", "description": "d"})),
            ("description-changed", Docs),
            ("description-changed", Docs),
            sent(N, N),
            received(N, N),
        ),
        row(
            field(json!({"type": "string"})),
            field(json!({"type": "integer"})),
            ("type-changed", Changes),
            ("type-changed", Changes),
            sent(S, S),
            received(S, S),
        ),
        row(
            field(json!({"type": "array", "items": {"enum": ["a"]}})),
            field(json!({"type": "array", "items": {"enum": ["a", "b"]}})),
            ("enum-value-added", Widens),
            ("enum-value-removed", Narrows),
            sent(P, S),
            received(P, S),
        ),
        row(
            json!({"type": "array", "prefixItems": [{"type": "string"}]}),
            json!({"type": "array", "prefixItems": [{"type": "integer"}]}),
            ("type-changed", Changes),
            ("type-changed", Changes),
            sent(T, T),
            received(N, N),
        ),
        row(
            json!({"allOf": [{"type": "object", "properties": {"a": {}}}]}),
            json!({"allOf": [{"type": "object", "properties": {"a": {}}}, {"type": "object", "properties": {"b": {}}}]}),
            ("property-added-optional", Compatible),
            ("property-removed-optional", Both(Q, C)),
            sent(S, S),
            received(S, S),
        ),
        row(
            json!({"allOf": [{"type": "object", "properties": {"a": {}}}]}),
            json!({"allOf": [{"type": "object", "properties": {"a": {}}}, {"required": ["a"]}]}),
            ("property-became-required", Narrows),
            ("property-became-optional", Both(C, A)),
            sent(S, S),
            received(S, S),
        ),
    ]
}

fn marks() -> Vec<Row> {
    use Class::{Compatible as C, RequestBreak as Q};
    use Effect::{Both, Compatible, Widens};
    let marked = |mark: &str| field(json!({"type": "string", mark: true}));
    let required = |mut schema: Value| {
        schema["required"] = json!(["f"]);
        schema
    };
    let plain = || field(json!({"type": "string"}));
    vec![
        row(
            plain(),
            marked("readOnly"),
            ("property-became-read-only", Both(Q, C)),
            ("property-no-longer-read-only", Compatible),
            sent(T, P),
            received(N, N),
        ),
        row(
            required(plain()),
            required(marked("readOnly")),
            ("property-became-read-only", Both(Q, C)),
            ("required-property-no-longer-read-only", Both(Q, C)),
            sent(S, S),
            received(N, N),
        ),
        row(
            plain(),
            marked("writeOnly"),
            ("property-became-write-only", Widens),
            ("property-no-longer-write-only", Compatible),
            sent(N, N),
            received(N, N),
        ),
        row(
            plain(),
            marked("deprecated"),
            ("property-deprecated", Compatible),
            ("property-undeprecated", Compatible),
            sent(N, N),
            received(N, N),
        ),
    ]
}

fn unions() -> Vec<Row> {
    use Effect::{Changes, Narrows, Widens};
    let shape = |name: &str| json!({"type": "object", "required": [name], "properties": {name: {"type": "string"}}});
    let one_of = |list: Value| json!({"oneOf": list});
    let (a, b, c) = (shape("a"), shape("b"), shape("c"));
    let told = |by: Value| {
        let mut schema = one_of(json!([a, b]));
        schema["discriminator"] = by;
        schema
    };
    let mapped = |names: Value| told(json!({"propertyName": "t", "mapping": names}));
    let pointer = |index: usize| format!("#/paths/~1x/get/oneOf/{index}");
    vec![
        row(
            one_of(json!([a, b])),
            one_of(json!([a, b, c])),
            ("alternative-added", Widens),
            ("alternative-removed", Narrows),
            sent(P, S),
            received(P, S),
        ),
        row(
            one_of(json!([b, a])),
            one_of(json!([c, a, b])),
            ("alternative-added", Widens),
            ("alternative-removed", Narrows),
            // Types of requests are read too, from files and by mocks, and the first of two shapes that fit is taken.
            sent(T, S),
            received(T, S),
        ),
        row(
            one_of(json!([a, b])),
            one_of(json!([a, b, {"type": "object", "properties": {"a": {"type": "string"}, "d": {"type": "string"}}}])),
            ("overlapping-alternative-added", Changes),
            ("overlapping-alternative-removed", Changes),
            // The first shape that fits stays the first, and keeps its name by the field that only it requires.
            sent(P, S),
            received(P, S),
        ),
        row(
            json!({"anyOf": [a, b]}),
            json!({"anyOf": [a, b, c]}),
            ("alternative-added", Widens),
            ("alternative-removed", Narrows),
            sent(P, S),
            received(P, S),
        ),
        row(
            a.clone(),
            one_of(json!([a, b])),
            ("alternative-added", Widens),
            ("alternative-removed", Narrows),
            sent(S, S),
            received(S, S),
        ),
        row(
            one_of(json!([a, b])),
            json!({"anyOf": [a, b]}),
            ("one-of-became-any-of", Widens),
            ("any-of-became-one-of", Narrows),
            // A value of `anyOf` may have the fields of both, which the types of one keep in `extra`.
            sent(P, S),
            received(P, S),
        ),
        row(
            one_of(json!([a, b])),
            one_of(
                json!([a, {"type": "object", "required": ["b"], "properties": {"b": {"type": "string", "maxLength": 3}}}]),
            ),
            ("max-length-set", Narrows),
            ("max-length-dropped", Widens),
            sent(S, S),
            received(N, N),
        ),
        row(
            one_of(json!([a, b])),
            one_of(json!([a, b, {"type": "null"}])),
            ("became-nullable", Widens),
            ("no-longer-nullable", Narrows),
            sent(S, S),
            received(N, N),
        ),
        row(
            json!({"oneOf": [{"type": "string"}, {"type": "integer"}]}),
            json!({"type": "string"}),
            ("type-narrowed", Narrows),
            ("type-widened", Widens),
            sent(S, S),
            received(S, S),
        ),
        row(
            one_of(json!([a, b])),
            told(json!({"propertyName": "t"})),
            ("discriminator-set", Narrows),
            ("discriminator-dropped", Widens),
            sent(T, P),
            received(N, N),
        ),
        row(
            told(json!({"propertyName": "t"})),
            told(json!({"propertyName": "u"})),
            ("discriminator-changed", Changes),
            ("discriminator-changed", Changes),
            sent(T, T),
            received(N, N),
        ),
        row(
            mapped(json!({"x": pointer(0), "y": pointer(1)})),
            mapped(json!({"x": pointer(0), "y": pointer(1), "z": pointer(1)})),
            ("discriminator-value-added", Widens),
            ("discriminator-value-removed", Narrows),
            sent(P, S),
            received(P, S),
        ),
    ]
}

fn others() -> Vec<Row> {
    use Effect::{Changes, Narrows, Widens};
    let text = json!({"type": "string"});
    let with = |keyword: &str, schema: Value| json!({"type": "object", keyword: schema});
    let mut rows = Vec::new();
    for keyword in ["not", "contains", "propertyNames", "if"] {
        rows.push(row(
            json!({"type": "object"}),
            with(keyword, text.clone()),
            ("condition-added", Narrows),
            ("condition-removed", Widens),
            sent(T, P),
            received(N, N),
        ));
        // Where every item or name has to follow the schema, a narrower one is a narrower whole.
        let (forward, backward) =
            if ["contains", "propertyNames"].contains(&keyword) { (Narrows, Widens) } else { (Changes, Changes) };
        rows.push(row(
            with(keyword, text.clone()),
            with(keyword, json!({"type": "string", "maxLength": 4})),
            ("max-length-set", forward),
            ("max-length-dropped", backward),
            sent(T, T),
            received(N, N),
        ));
    }
    rows.push(row(
        json!({"type": "object"}),
        with("dependentSchemas", json!({"a": text})),
        ("condition-added", Narrows),
        ("condition-removed", Widens),
        sent(T, P),
        received(N, N),
    ));
    rows
}
