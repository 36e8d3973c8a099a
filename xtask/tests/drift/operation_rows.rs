//! Single mutations of everything but schemas, on a description as it could be published.

use serde_json::{Value, json};
use xtask::drift::Class::{self, Compatible as C, Docs as D, RequestBreak as Q, ResponseBreak as A};

/// The description that is mutated.
pub(crate) fn base() -> Value {
    let yaml = include_str!("clinic.yaml");
    xtask::document::Document::parse(yaml).unwrap().value
}

/// A place, what stands there after the mutation (nothing: it is removed), what is said of it and of its reverse.
pub(crate) type Row = (&'static str, Option<Value>, (&'static str, Class), (&'static str, Class));

/// The rows.
pub(crate) fn rows() -> Vec<Row> {
    [operations(), parameters(), bodies(), answers(), security(), texts()].into_iter().flatten().collect()
}

fn operations() -> Vec<Row> {
    let operation = || json!({"operationId": "new", "responses": {"204": {"description": "done"}}});
    vec![
        ("/paths/~1v1~1new", Some(json!({"get": operation()})), ("operation-added", C), ("operation-removed", Q)),
        ("/paths/~1v1~1patients/delete", Some(operation()), ("operation-added", C), ("operation-removed", Q)),
        ("/paths/~1v1~1old/get", None, ("deprecated-operation-removed", Q), ("operation-added", C)),
        ("/paths/~1v1~1empty", Some(json!({"description": "nothing here"})), ("path-added", C), ("path-removed", C)),
        (
            "/paths/~1v1~1patients/get/deprecated",
            Some(json!(true)),
            ("operation-deprecated", C),
            ("operation-undeprecated", C),
        ),
        ("/paths/~1v1~1patients/get/x-sunset", Some(json!("2030-01-01")), ("sunset-set", C), ("sunset-dropped", C)),
        ("/paths/~1v1~1old/get/x-sunset", Some(json!("2031-01-01")), ("sunset-changed", C), ("sunset-changed", C)),
        (
            "/paths/~1v1~1patients/get/operationId",
            Some(json!("findPatients")),
            ("operation-id-changed", D),
            ("operation-id-changed", D),
        ),
        ("/paths/~1v1~1patients/get/tags/1", Some(json!("Search")), ("tag-added", D), ("tag-removed", D)),
        (
            "/paths/~1v1~1patients/post/tags",
            Some(json!(["Write", "Patients"])),
            ("tag-order-changed", D),
            ("tag-order-changed", D),
        ),
        (
            "/paths/~1v1~1patients/post/callbacks/gone",
            Some(json!({"{$url}": {"post": operation()}})),
            ("callback-added", C),
            ("callback-removed", A),
        ),
        (
            "/paths/~1v1~1patients/post/callbacks/done/{$request.body#~1url}/post/requestBody/content/application~1json/schema/properties/ok/type",
            Some(json!("string")),
            ("type-changed", A),
            ("type-changed", A),
        ),
        ("/webhooks/merged", Some(json!({"post": operation()})), ("operation-added", C), ("operation-removed", A)),
        (
            "/webhooks/registered/post/requestBody/content/application~1json/schema/properties/extra",
            Some(json!({"type": "string"})),
            ("property-added-optional", C),
            ("property-removed-optional", C),
        ),
        (
            "/webhooks/registered/post/requestBody/content/application~1json/schema/required",
            Some(json!([])),
            ("property-became-optional", A),
            ("property-became-required", C),
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
            ("parameter-added-required", Q),
            ("parameter-removed", Q),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/3",
            query("new", false),
            ("parameter-added-optional", C),
            ("parameter-removed", Q),
        ),
        (
            "/paths/~1v1~1patients/parameters/1",
            query("shared", true),
            ("parameter-added-required", Q),
            ("parameter-removed", Q),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/required",
            Some(json!(true)),
            ("parameter-became-required", Q),
            ("parameter-became-optional", C),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/in",
            Some(json!("header")),
            ("parameter-moved", Q),
            ("parameter-moved", Q),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/schema/type",
            Some(json!("integer")),
            ("type-changed", Q),
            ("type-changed", Q),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/schema/format",
            Some(json!("date")),
            ("format-set", Q),
            ("format-dropped", C),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/schema/default",
            Some(json!("x")),
            ("default-set", C),
            ("default-dropped", C),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/schema/enum",
            Some(json!(["x"])),
            ("enum-introduced", Q),
            ("enum-dropped", C),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/1/explode",
            Some(json!(false)),
            ("parameter-style-changed", Q),
            ("parameter-style-changed", Q),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/1/style",
            Some(json!("pipeDelimited")),
            ("parameter-style-changed", Q),
            ("parameter-style-changed", Q),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/allowReserved",
            Some(json!(true)),
            ("parameter-reserved-allowed", C),
            ("parameter-reserved-forbidden", Q),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/allowEmptyValue",
            Some(json!(true)),
            ("parameter-empty-allowed", C),
            ("parameter-empty-forbidden", Q),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/deprecated",
            Some(json!(true)),
            ("parameter-deprecated", C),
            ("parameter-undeprecated", C),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/description",
            Some(json!("other")),
            ("description-changed", D),
            ("description-changed", D),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/example",
            Some(json!("other")),
            ("example-changed", D),
            ("example-changed", D),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/x-hint",
            Some(json!(1)),
            ("extension-changed", D),
            ("extension-changed", D),
        ),
        (
            "/paths/~1v1~1patients/get/parameters/0/requierd",
            Some(json!(true)),
            ("unknown-keyword", Q),
            ("unknown-keyword", Q),
        ),
        ("/components/parameters/Page/schema/maximum", Some(json!(10)), ("maximum-set", Q), ("maximum-dropped", C)),
        (
            "/components/parameters/Page/required",
            Some(json!(true)),
            ("parameter-became-required", Q),
            ("parameter-became-optional", C),
        ),
        (
            "/paths/~1v1~1patients~1{id}/get/parameters/1",
            Some(json!({"name": "Accept", "in": "header", "required": true, "schema": {"type": "string"}})),
            ("parameter-added-required", D),
            ("parameter-removed", D),
        ),
        ("/components/parameters/Unused/schema/type", Some(json!("integer")), ("type-changed", D), ("type-changed", D)),
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
            ("body-added-required", Q),
            ("body-removed", Q),
        ),
        (
            "/paths/~1v1~1patients~1{id}~1merge/post/requestBody",
            body(false),
            ("body-added-optional", C),
            ("body-removed", Q),
        ),
        (
            "/paths/~1v1~1patients/post/requestBody/required",
            Some(json!(false)),
            ("body-became-optional", C),
            ("body-became-required", Q),
        ),
        (
            "/paths/~1v1~1patients/post/requestBody/content/text~1csv",
            Some(json!({"schema": {"type": "string"}})),
            ("media-type-added", C),
            ("media-type-removed", Q),
        ),
        (
            "/paths/~1v1~1patients/post/requestBody/description",
            Some(json!("d")),
            ("description-changed", D),
            ("description-changed", D),
        ),
        (
            "/paths/~1v1~1patients/post/requestBody/content/multipart~1form-data/encoding",
            Some(json!({"photo": {"contentType": "image/png"}})),
            ("encoding-changed", Q),
            ("encoding-changed", Q),
        ),
        (
            "/paths/~1v1~1patients/post/requestBody/content/application~1json/example",
            Some(json!({})),
            ("example-changed", D),
            ("example-changed", D),
        ),
        (
            "/components/schemas/NewPatient/properties/nhs_number/pattern",
            Some(json!("^[0-9]{10}$")),
            ("pattern-set", Q),
            ("pattern-dropped", C),
        ),
        (
            "/components/schemas/NewPatient/additionalProperties",
            Some(json!(false)),
            ("object-closed", Q),
            ("object-opened", C),
        ),
        (
            "/paths/~1v1~1patients/post/requestBody/x-codegen-body",
            Some(json!("b")),
            ("extension-changed", D),
            ("extension-changed", D),
        ),
    ]
}

fn answers() -> Vec<Row> {
    let answer = || Some(json!({"description": "d"}));
    vec![
        (
            "/paths/~1v1~1patients/post/responses/202",
            answer(),
            ("success-status-added", A),
            ("success-status-removed", A),
        ),
        ("/paths/~1v1~1patients/post/responses/409", answer(), ("error-status-added", C), ("error-status-removed", C)),
        (
            "/paths/~1v1~1patients/post/responses/default",
            answer(),
            ("error-status-added", C),
            ("error-status-removed", C),
        ),
        (
            "/paths/~1v1~1patients/get/responses/200/content/text~1csv",
            Some(json!({})),
            ("media-type-added", C),
            ("media-type-removed", A),
        ),
        (
            "/paths/~1v1~1patients~1{id}~1merge/post/responses/204/content",
            Some(json!({"application/json": {"schema": {"type": "object"}}})),
            ("answer-content-added", C),
            ("answer-content-removed", A),
        ),
        (
            "/paths/~1v1~1patients/get/responses/200/description",
            Some(json!("other")),
            ("description-changed", D),
            ("description-changed", D),
        ),
        (
            "/paths/~1v1~1patients/get/responses/200/headers/X-New",
            Some(json!({"schema": {"type": "string"}})),
            ("header-added", C),
            ("header-removed-optional", C),
        ),
        (
            "/paths/~1v1~1patients/get/responses/200/headers/X-New",
            Some(json!({"required": true, "schema": {"type": "string"}})),
            ("header-added", C),
            ("header-removed-required", A),
        ),
        (
            "/paths/~1v1~1patients/get/responses/200/headers/X-Total/required",
            Some(json!(false)),
            ("header-became-optional", A),
            ("header-became-required", C),
        ),
        (
            "/paths/~1v1~1patients/get/responses/200/headers/X-Total/schema/type",
            Some(json!("string")),
            ("type-changed", A),
            ("type-changed", A),
        ),
        (
            "/paths/~1v1~1patients/get/responses/200/links/next",
            Some(json!({"operationId": "getPatient"})),
            ("link-added", C),
            ("link-removed", C),
        ),
        (
            "/paths/~1v1~1patients/get/responses/200/links/first/operationId",
            Some(json!("other")),
            ("link-changed", C),
            ("link-changed", C),
        ),
        (
            "/components/responses/NotFound/content/application~1json/schema/properties/code",
            Some(json!({"type": "string"})),
            ("property-added-optional", C),
            ("property-removed-optional", C),
        ),
        (
            "/components/schemas/Patient/properties/email/type",
            Some(json!("string")),
            ("no-longer-nullable", C),
            ("became-nullable", A),
        ),
        (
            "/components/schemas/Patient/properties/status/enum/2",
            Some(json!("merged")),
            ("enum-value-added", A),
            ("enum-value-removed", C),
        ),
        (
            "/components/schemas/Patient/required/1",
            Some(json!("email")),
            ("property-became-required", C),
            ("property-became-optional", A),
        ),
        (
            "/components/schemas/Patient/properties/relatives/items/properties/kind/enum",
            Some(json!(["parent"])),
            ("enum-value-removed", C),
            ("enum-value-added", A),
        ),
        (
            "/paths/~1v1~1patients/get/responses/200/content/application~1json/schema/properties/data/maxItems",
            Some(json!(100)),
            ("max-items-set", C),
            ("max-items-dropped", A),
        ),
        (
            "/paths/~1v1~1patients/get/responses/x-group",
            Some(json!("g")),
            ("extension-changed", D),
            ("extension-changed", D),
        ),
    ]
}

fn security() -> Vec<Row> {
    vec![
        ("/paths/~1v1~1health/get/security", None, ("security-introduced", Q), ("security-dropped", C)),
        (
            "/security/1",
            Some(json!({"token": []})),
            ("security-alternative-added", C),
            ("security-alternative-removed", Q),
        ),
        (
            "/paths/~1v1~1patients/post/security/0/oauth/1",
            Some(json!("patients.merge")),
            ("scope-added", Q),
            ("scope-removed", C),
        ),
        (
            "/components/securitySchemes/key/name",
            Some(json!("x-other-key")),
            ("security-scheme-changed", Q),
            ("security-scheme-changed", Q),
        ),
        (
            "/components/securitySchemes/token/scheme",
            Some(json!("basic")),
            ("security-scheme-changed", D),
            ("security-scheme-changed", D),
        ),
        (
            "/components/securitySchemes/token/bearerFormat",
            Some(json!("JWT")),
            ("bearer-format-changed", D),
            ("bearer-format-changed", D),
        ),
        (
            "/components/securitySchemes/oauth/flows/clientCredentials/tokenUrl",
            Some(json!("https://b.example/t")),
            ("security-flow-changed", Q),
            ("security-flow-changed", Q),
        ),
        (
            "/components/securitySchemes/new",
            Some(json!({"type": "http", "scheme": "digest"})),
            ("security-scheme-added", C),
            ("security-scheme-removed", C),
        ),
        (
            "/components/securitySchemes/key/description",
            Some(json!("other")),
            ("description-changed", D),
            ("description-changed", D),
        ),
        ("/servers/1", Some(json!({"url": "https://b.example"})), ("server-added", C), ("server-removed", Q)),
        ("/servers/0/description", Some(json!("other")), ("description-changed", D), ("description-changed", D)),
        (
            "/servers/0/variables/region/default",
            Some(json!("us")),
            ("server-variable-changed", Q),
            ("server-variable-changed", Q),
        ),
        (
            "/paths/~1v1~1health/get/servers",
            Some(
                json!([{"url": "https://{region}.clinic.example", "description": "Production", "variables": {"region": {"default": "eu", "enum": ["eu", "us"]}}}, {"url": "https://c.example"}]),
            ),
            ("server-added", C),
            ("server-removed", Q),
        ),
    ]
}

fn texts() -> Vec<Row> {
    vec![
        ("/info/version", Some(json!("2.0.0")), ("api-version-changed", D), ("api-version-changed", D)),
        ("/info/title", Some(json!("Other")), ("info-changed", D), ("info-changed", D)),
        ("/info/description", Some(json!("Other")), ("info-changed", D), ("info-changed", D)),
        ("/info/contact", Some(json!({"name": "n"})), ("info-changed", D), ("info-changed", D)),
        ("/info/x-logo", Some(json!("l")), ("extension-changed", D), ("extension-changed", D)),
        ("/tags/0/description", Some(json!("other")), ("tag-described", D), ("tag-described", D)),
        ("/tags/1", Some(json!({"name": "New"})), ("tag-described", D), ("tag-described", D)),
        (
            "/externalDocs",
            Some(json!({"url": "https://d.example"})),
            ("external-docs-changed", D),
            ("external-docs-changed", D),
        ),
        ("/x-root", Some(json!(1)), ("extension-changed", D), ("extension-changed", D)),
        ("/patsh", Some(json!({})), ("unknown-keyword", Q), ("unknown-keyword", Q)),
        (
            "/jsonSchemaDialect",
            Some(json!("https://json-schema.org/draft/2019-09/schema")),
            ("dialect-changed", Q),
            ("dialect-changed", Q),
        ),
        ("/paths/~1v1~1patients/summary", Some(json!("s")), ("summary-changed", D), ("summary-changed", D)),
        ("/paths/~1v1~1patients/x-group", Some(json!("s")), ("extension-changed", D), ("extension-changed", D)),
        ("/paths/x-note", Some(json!("s")), ("extension-changed", D), ("extension-changed", D)),
        ("/paths/~1v1~1patients/query", Some(json!({"responses": {}})), ("unknown-keyword", Q), ("unknown-keyword", Q)),
        ("/paths/~1v1~1patients/get/summary", Some(json!("s")), ("summary-changed", D), ("summary-changed", D)),
        (
            "/paths/~1v1~1patients/get/description",
            Some(json!("s")),
            ("description-changed", D),
            ("description-changed", D),
        ),
        (
            "/paths/~1v1~1patients/get/externalDocs",
            Some(json!({"url": "u"})),
            ("external-docs-changed", D),
            ("external-docs-changed", D),
        ),
        ("/paths/~1v1~1patients/get/x-internal", Some(json!(true)), ("extension-changed", D), ("extension-changed", D)),
        ("/paths/~1v1~1patients/get/depricated", Some(json!(true)), ("unknown-keyword", Q), ("unknown-keyword", Q)),
        (
            "/components/schemas/Lonely/properties/a/type",
            Some(json!("integer")),
            ("type-changed", D),
            ("type-changed", D),
        ),
        (
            "/components/schemas/Fresh",
            Some(json!({"type": "string"})),
            ("unused-component-added", D),
            ("unused-component-removed", D),
        ),
        (
            "/components/responses/Fresh",
            Some(json!({"description": "d"})),
            ("unused-component-added", D),
            ("unused-component-removed", D),
        ),
        ("/components/x-notes", Some(json!(1)), ("extension-changed", D), ("extension-changed", D)),
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
