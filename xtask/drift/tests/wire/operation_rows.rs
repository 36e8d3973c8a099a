//! Single mutations of everything but schemas, on a description as it could be published.

use drift::Class::{self, Compatible as C, Docs as D, RequestBreak as Q, ResponseBreak as A};
use serde_json::{Value, json};

use crate::rust_verdicts::{N, P, S, T, Verdict};

/// The description that is mutated.
pub(crate) fn base() -> Value {
    let yaml = include_str!("../clinic.yaml");
    document::Document::parse(yaml).unwrap().value
}

/// A place, what stands there after the mutation (nothing: it is removed), what is said of it and of its reverse:
/// kind, class, and what it does to Rust code.
pub(crate) type Row = (&'static str, Option<Value>, (&'static str, Class, Verdict), (&'static str, Class, Verdict));

/// The rows.
pub(crate) fn rows() -> Vec<Row> {
    [operations(), parameters(), bodies(), responses(), security(), texts()].into_iter().flatten().collect()
}

fn operations() -> Vec<Row> {
    let operation = || json!({"operationId": "new", "responses": {"204": {"description": "done"}}});
    vec![
        ("/paths/~1v1~1new", Some(json!({"get": operation()})), ("operation-added", C, P), ("operation-removed", Q, S)),
        ("/paths/~1v1~1patients/delete", Some(operation()), ("operation-added", C, P), ("operation-removed", Q, S)),
        ("/paths/~1v1~1old/get", None, ("deprecated-operation-removed", Q, S), ("operation-added", C, P)),
        (
            "/paths/~1v1~1empty",
            Some(json!({"description": "nothing here"})),
            ("path-added", C, N),
            ("path-removed", C, N),
        ),
        (
            "/paths/~1v1~1patients/get/deprecated",
            Some(json!(true)),
            ("operation-deprecated", C, N),
            ("operation-undeprecated", C, N),
        ),
        (
            "/paths/~1v1~1patients/get/x-sunset",
            Some(json!("2030-01-01")),
            ("sunset-set", C, N),
            ("sunset-dropped", C, N),
        ),
        (
            "/paths/~1v1~1old/get/x-sunset",
            Some(json!("2031-01-01")),
            ("sunset-changed", C, N),
            ("sunset-changed", C, N),
        ),
        (
            "/paths/~1v1~1patients/get/operationId",
            Some(json!("findPatients")),
            ("operation-id-changed", D, S),
            ("operation-id-changed", D, S),
        ),
        ("/paths/~1v1~1patients/get/tags/1", Some(json!("Search")), ("tag-added", D, N), ("tag-removed", D, N)),
        (
            "/paths/~1v1~1patients/post/tags",
            Some(json!(["Write", "Patients"])),
            ("tag-order-changed", D, S),
            ("tag-order-changed", D, S),
        ),
        (
            "/paths/~1v1~1patients/post/callbacks/gone",
            Some(json!({"{$url}": {"post": operation()}})),
            ("callback-added", C, N),
            ("callback-removed", A, N),
        ),
        (
            "/paths/~1v1~1patients/post/callbacks/done/{$request.body#~1url}/post/requestBody/content/application~1json/schema/properties/ok/type",
            Some(json!("string")),
            ("type-changed", A, N),
            ("type-changed", A, N),
        ),
        (
            "/webhooks/merged",
            Some(json!({"post": operation()})),
            ("operation-added", C, N),
            ("operation-removed", A, N),
        ),
        (
            "/webhooks/registered/post/requestBody/content/application~1json/schema/properties/extra",
            Some(json!({"type": "string"})),
            ("property-added-optional", C, N),
            ("property-removed-optional", C, N),
        ),
        (
            "/webhooks/registered/post/requestBody/content/application~1json/schema/required",
            Some(json!([])),
            ("property-became-optional", A, N),
            ("property-became-required", C, N),
        ),
    ]
}

fn parameters() -> Vec<Row> {
    let query = |name: &str, required: bool| {
        Some(json!({"name": name, "in": "query", "required": required, "schema": {"type": "string"}}))
    };
    vec![
        (
            "/paths/~1v1~1patients/get/parameters/3",
            query("new", true),
            ("parameter-added-required", Q, T),
            ("parameter-removed", Q, S),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/3",
            query("new", false),
            ("parameter-added-optional", C, P),
            ("parameter-removed", Q, S),
        ),
        (
            "/paths/~1v1~1patients/parameters/1",
            query("shared", true),
            ("parameter-added-required", Q, T),
            ("parameter-removed", Q, S),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/required",
            Some(json!(true)),
            ("parameter-became-required", Q, S),
            ("parameter-became-optional", C, P),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/in",
            Some(json!("header")),
            ("parameter-moved", Q, T),
            ("parameter-moved", Q, T),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/schema/type",
            Some(json!("integer")),
            ("type-narrowed", Q, S),
            ("type-widened", C, S),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/schema/format",
            Some(json!("date")),
            ("format-set", Q, S),
            ("format-dropped", C, S),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/schema/default",
            Some(json!("x")),
            ("default-set", C, P),
            ("default-dropped", C, T),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/schema/enum",
            Some(json!(["x"])),
            ("enum-introduced", Q, S),
            ("enum-dropped", C, S),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/1/explode",
            Some(json!(false)),
            ("parameter-style-changed", Q, T),
            ("parameter-style-changed", Q, T),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/1/style",
            Some(json!("pipeDelimited")),
            ("parameter-style-changed", Q, T),
            ("parameter-style-changed", Q, T),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/allowReserved",
            Some(json!(true)),
            ("parameter-reserved-allowed", C, N),
            ("parameter-reserved-forbidden", Q, N),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/allowEmptyValue",
            Some(json!(true)),
            ("parameter-empty-allowed", C, N),
            ("parameter-empty-forbidden", Q, N),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/deprecated",
            Some(json!(true)),
            ("parameter-deprecated", C, N),
            ("parameter-undeprecated", C, N),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/description",
            Some(json!("other")),
            ("description-changed", D, N),
            ("description-changed", D, N),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/example",
            Some(json!("other")),
            ("example-changed", D, N),
            ("example-changed", D, N),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/x-hint",
            Some(json!(1)),
            ("extension-changed", D, N),
            ("extension-changed", D, N),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/requierd",
            Some(json!(true)),
            ("unknown-keyword", Q, N),
            ("unknown-keyword", Q, N),
        ),
        (
            "/components/parameters/Page/schema/maximum",
            Some(json!(10)),
            ("maximum-set", Q, T),
            ("maximum-dropped", C, P),
        ),
        (
            "/components/parameters/Page/required",
            Some(json!(true)),
            ("parameter-became-required", Q, S),
            ("parameter-became-optional", C, P),
        ),
        (
            "/paths/~1v1~1patients~1{id}/get/parameters/1",
            Some(json!({"name": "Accept", "in": "header", "required": true, "schema": {"type": "string"}})),
            ("parameter-added-required", D, N),
            ("parameter-removed", D, N),
        ),
        (
            "/components/parameters/Unused/schema/type",
            Some(json!("integer")),
            ("type-narrowed", D, N),
            ("type-widened", D, N),
        ),
    ]
}

fn bodies() -> Vec<Row> {
    let body = |required: bool| {
        Some(json!({"required": required, "content": {"application/json": {"schema": {"type": "object"}}}}))
    };
    vec![
        (
            "/paths/~1v1~1patients~1{id}~1merge/post/requestBody",
            body(true),
            ("body-added-required", Q, T),
            ("body-removed", Q, S),
        ),
        (
            "/paths/~1v1~1patients~1{id}~1merge/post/requestBody",
            body(false),
            ("body-added-optional", C, P),
            ("body-removed", Q, S),
        ),
        (
            "/paths/~1v1~1patients/post/requestBody/required",
            Some(json!(false)),
            ("body-became-optional", C, P),
            ("body-became-required", Q, S),
        ),
        (
            "/paths/~1v1~1patients/post/requestBody/content/text~1csv",
            Some(json!({"schema": {"type": "string"}})),
            ("media-type-added", C, N),
            ("media-type-removed", Q, N),
        ),
        (
            "/paths/~1v1~1patients/post/requestBody/description",
            Some(json!("d")),
            ("description-changed", D, N),
            ("description-changed", D, N),
        ),
        (
            "/paths/~1v1~1patients/post/requestBody/content/multipart~1form-data/encoding",
            Some(json!({"photo": {"contentType": "image/png"}})),
            ("encoding-changed", Q, N),
            ("encoding-changed", Q, N),
        ),
        (
            "/paths/~1v1~1patients/post/requestBody/content/application~1json/example",
            Some(json!({})),
            ("example-changed", D, N),
            ("example-changed", D, N),
        ),
        (
            "/components/schemas/NewPatient/properties/nhs_number/pattern",
            Some(json!("^[0-9]{10}$")),
            ("pattern-set", Q, S),
            ("pattern-dropped", C, S),
        ),
        (
            "/components/schemas/NewPatient/additionalProperties",
            Some(json!(false)),
            ("object-closed", Q, N),
            ("object-opened", C, N),
        ),
        (
            "/paths/~1v1~1patients/post/requestBody/x-codegen-body",
            Some(json!("b")),
            ("extension-changed", D, N),
            ("extension-changed", D, N),
        ),
    ]
}

fn responses() -> Vec<Row> {
    let response = || Some(json!({"description": "d"}));
    vec![
        (
            "/paths/~1v1~1patients/post/responses/202",
            response(),
            ("success-status-added", A, S),
            ("success-status-removed", A, S),
        ),
        (
            "/paths/~1v1~1patients/post/responses/409",
            response(),
            ("error-status-added", C, N),
            ("error-status-removed", C, N),
        ),
        (
            "/paths/~1v1~1patients/post/responses/default",
            response(),
            ("error-status-added", C, N),
            ("error-status-removed", C, N),
        ),
        (
            "/paths/~1v1~1patients/get/responses/200/content/text~1csv",
            Some(json!({})),
            ("media-type-added", C, N),
            ("media-type-removed", A, N),
        ),
        (
            "/paths/~1v1~1patients~1{id}~1merge/post/responses/204/content",
            Some(json!({"application/json": {"schema": {"type": "object"}}})),
            ("response-content-added", C, N),
            ("response-content-removed", A, N),
        ),
        (
            "/paths/~1v1~1patients/get/responses/200/description",
            Some(json!("other")),
            ("description-changed", D, N),
            ("description-changed", D, N),
        ),
        (
            "/paths/~1v1~1patients/get/responses/200/headers/X-New",
            Some(json!({"schema": {"type": "string"}})),
            ("header-added", C, N),
            ("header-removed-optional", C, N),
        ),
        (
            "/paths/~1v1~1patients/get/responses/200/headers/X-New",
            Some(json!({"required": true, "schema": {"type": "string"}})),
            ("header-added", C, N),
            ("header-removed-required", A, N),
        ),
        (
            "/paths/~1v1~1patients/get/responses/200/headers/X-Total/required",
            Some(json!(false)),
            ("header-became-optional", A, N),
            ("header-became-required", C, N),
        ),
        (
            "/paths/~1v1~1patients/get/responses/200/headers/X-Total/schema/type",
            Some(json!("string")),
            ("type-widened", A, N),
            ("type-narrowed", C, N),
        ),
        (
            "/paths/~1v1~1patients/get/responses/200/links/next",
            Some(json!({"operationId": "getPatient"})),
            ("link-added", C, N),
            ("link-removed", C, N),
        ),
        (
            "/paths/~1v1~1patients/get/responses/200/links/first/operationId",
            Some(json!("other")),
            ("link-changed", C, N),
            ("link-changed", C, N),
        ),
        (
            "/components/responses/NotFound/content/application~1json/schema/properties/code",
            Some(json!({"type": "string"})),
            ("property-added-optional", C, P),
            ("property-removed-optional", C, S),
        ),
        (
            "/components/schemas/Patient/properties/email/type",
            Some(json!("string")),
            ("no-longer-nullable", C, N),
            ("became-nullable", A, N),
        ),
        (
            "/components/schemas/Patient/properties/status/enum/2",
            Some(json!("merged")),
            ("enum-value-added", A, P),
            ("enum-value-removed", C, S),
        ),
        (
            "/components/schemas/Patient/required/1",
            Some(json!("email")),
            ("property-became-required", C, N),
            ("property-became-optional", A, N),
        ),
        (
            "/components/schemas/Patient/properties/relatives/items/properties/kind/enum",
            Some(json!(["parent"])),
            ("enum-value-removed", C, S),
            ("enum-value-added", A, P),
        ),
        (
            "/paths/~1v1~1patients/get/responses/200/content/application~1json/schema/properties/data/maxItems",
            Some(json!(100)),
            ("max-items-set", C, N),
            ("max-items-dropped", A, N),
        ),
        (
            "/paths/~1v1~1patients/get/responses/x-group",
            Some(json!("g")),
            ("extension-changed", D, N),
            ("extension-changed", D, N),
        ),
    ]
}

fn security() -> Vec<Row> {
    vec![
        ("/paths/~1v1~1health/get/security", None, ("security-introduced", Q, N), ("security-dropped", C, N)),
        (
            "/security/1",
            Some(json!({"token": []})),
            ("security-alternative-added", C, N),
            ("security-alternative-removed", Q, N),
        ),
        (
            "/paths/~1v1~1patients/post/security/0/oauth/1",
            Some(json!("patients.merge")),
            ("scope-added", Q, N),
            ("scope-removed", C, N),
        ),
        (
            "/components/securitySchemes/key/name",
            Some(json!("x-other-key")),
            ("security-scheme-changed", Q, N),
            ("security-scheme-changed", Q, N),
        ),
        (
            "/components/securitySchemes/token/scheme",
            Some(json!("basic")),
            ("security-scheme-changed", D, N),
            ("security-scheme-changed", D, N),
        ),
        (
            "/components/securitySchemes/token/bearerFormat",
            Some(json!("JWT")),
            ("bearer-format-changed", D, N),
            ("bearer-format-changed", D, N),
        ),
        (
            "/components/securitySchemes/oauth/flows/clientCredentials/tokenUrl",
            Some(json!("https://b.example/t")),
            ("security-flow-changed", Q, N),
            ("security-flow-changed", Q, N),
        ),
        (
            "/components/securitySchemes/new",
            Some(json!({"type": "http", "scheme": "digest"})),
            ("security-scheme-added", C, N),
            ("security-scheme-removed", C, N),
        ),
        (
            "/components/securitySchemes/key/description",
            Some(json!("other")),
            ("description-changed", D, N),
            ("description-changed", D, N),
        ),
        ("/servers/1", Some(json!({"url": "https://b.example"})), ("server-added", C, N), ("server-removed", Q, N)),
        ("/servers/0/description", Some(json!("other")), ("description-changed", D, N), ("description-changed", D, N)),
        (
            "/servers/0/variables/region/default",
            Some(json!("us")),
            ("server-default-changed", C, N),
            ("server-default-changed", C, N),
        ),
        (
            "/servers/0/variables/region/enum/2",
            Some(json!("au")),
            ("server-value-added", C, N),
            ("server-value-removed", Q, N),
        ),
        ("/servers/0/variables/region/enum", None, ("server-values-opened", C, N), ("server-values-limited", Q, N)),
        (
            "/paths/~1v1~1patients/get/parameters/0/schema",
            Some(json!({"type": "array", "items": {"type": "string"}})),
            ("parameter-became-list", C, S),
            ("parameter-no-longer-list", Q, S),
        ),
        (
            "/paths/~1v1~1health/get/servers",
            Some(
                json!([{"url": "https://{region}.clinic.example", "description": "Production", "variables": {"region": {"default": "eu", "enum": ["eu", "us"]}}}, {"url": "https://c.example"}]),
            ),
            ("server-added", C, N),
            ("server-removed", Q, N),
        ),
    ]
}

fn texts() -> Vec<Row> {
    vec![
        ("/info/version", Some(json!("2.0.0")), ("api-version-changed", D, N), ("api-version-changed", D, N)),
        ("/info/title", Some(json!("Other")), ("info-changed", D, N), ("info-changed", D, N)),
        ("/info/description", Some(json!("Other")), ("info-changed", D, N), ("info-changed", D, N)),
        ("/info/contact", Some(json!({"name": "n"})), ("info-changed", D, N), ("info-changed", D, N)),
        ("/info/x-logo", Some(json!("l")), ("extension-changed", D, N), ("extension-changed", D, N)),
        ("/tags/0/description", Some(json!("other")), ("tag-described", D, N), ("tag-described", D, N)),
        ("/tags/1", Some(json!({"name": "New"})), ("tag-described", D, N), ("tag-described", D, N)),
        (
            "/externalDocs",
            Some(json!({"url": "https://d.example"})),
            ("external-docs-changed", D, N),
            ("external-docs-changed", D, N),
        ),
        ("/x-root", Some(json!(1)), ("extension-changed", D, N), ("extension-changed", D, N)),
        ("/patsh", Some(json!({})), ("unknown-keyword", Q, N), ("unknown-keyword", Q, N)),
        (
            "/jsonSchemaDialect",
            Some(json!("https://json-schema.org/draft/2019-09/schema")),
            ("dialect-changed", Q, N),
            ("dialect-changed", Q, N),
        ),
        ("/paths/~1v1~1patients/summary", Some(json!("s")), ("summary-changed", D, N), ("summary-changed", D, N)),
        ("/paths/~1v1~1patients/x-group", Some(json!("s")), ("extension-changed", D, N), ("extension-changed", D, N)),
        ("/paths/x-note", Some(json!("s")), ("extension-changed", D, N), ("extension-changed", D, N)),
        (
            "/paths/~1v1~1patients/query",
            Some(json!({"responses": {}})),
            ("unknown-keyword", Q, N),
            ("unknown-keyword", Q, N),
        ),
        ("/paths/~1v1~1patients/get/summary", Some(json!("s")), ("summary-changed", D, N), ("summary-changed", D, N)),
        (
            "/paths/~1v1~1patients/get/description",
            Some(json!("s")),
            ("description-changed", D, N),
            ("description-changed", D, N),
        ),
        (
            "/paths/~1v1~1patients/get/externalDocs",
            Some(json!({"url": "u"})),
            ("external-docs-changed", D, N),
            ("external-docs-changed", D, N),
        ),
        (
            "/paths/~1v1~1patients/get/x-internal",
            Some(json!(true)),
            ("extension-changed", D, N),
            ("extension-changed", D, N),
        ),
        (
            "/paths/~1v1~1patients/get/depricated",
            Some(json!(true)),
            ("unknown-keyword", Q, N),
            ("unknown-keyword", Q, N),
        ),
        (
            "/components/schemas/Lonely/properties/a/type",
            Some(json!("integer")),
            ("type-changed", D, N),
            ("type-changed", D, N),
        ),
        (
            "/components/schemas/Fresh",
            Some(json!({"type": "string"})),
            ("unused-component-added", D, N),
            ("unused-component-removed", D, N),
        ),
        (
            "/components/responses/Fresh",
            Some(json!({"description": "d"})),
            ("unused-component-added", D, N),
            ("unused-component-removed", D, N),
        ),
        ("/components/x-notes", Some(json!(1)), ("extension-changed", D, N), ("extension-changed", D, N)),
    ]
}

/// The description with what the row says.
pub(crate) fn mutated(row: &Row) -> Value {
    let mut description = base();
    let (pointer, value, ..) = row;
    let (parent, token) = pointer.rsplit_once('/').unwrap();
    let token = token.replace("~1", "/").replace("~0", "~");
    // What holds it may be missing too.
    let mut built = String::new();
    for part in parent.split('/').skip(1) {
        let holder = description.pointer_mut(&built).unwrap();
        if let Value::Object(members) = holder {
            members.entry(part.replace("~1", "/").replace("~0", "~")).or_insert_with(|| json!({}));
        }
        built = format!("{built}/{part}");
    }
    match (description.pointer_mut(parent).unwrap_or_else(|| panic!("{parent}")), value) {
        (Value::Array(items), Some(value)) => {
            let index: usize = token.parse().unwrap();
            if index < items.len() { items[index] = value.clone() } else { items.push(value.clone()) }
        }
        (Value::Object(members), Some(value)) => drop(members.insert(token, value.clone())),
        (Value::Object(members), None) => drop(members.shift_remove(&token).unwrap_or_else(|| panic!("{pointer}"))),
        other => panic!("{pointer}: {other:?}"),
    }
    description
}
