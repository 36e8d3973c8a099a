//! 2.5: what OpenAPI 3.1 writes otherwise than 3.0.

use super::{
    Row,
    description::{body, generated, json, parameters, response, responses},
};

/// The rewrites that the section lists, in its order.
pub(crate) const SECTION: [&str; 15] = [
    "`type: [T, null]` → `T` + nullable",
    "several types → `oneOf`",
    "`type: null` member of oneOf/anyOf → nullable",
    "`const` → one-value `enum`",
    "numeric `exclusiveMinimum/Maximum` → bound + `true`",
    "`examples` → `example`",
    "`$ref` with siblings → `allOf: [$ref]` + siblings",
    "`contentEncoding: base64` → `format: byte`",
    "`prefixItems` → `items: {}`",
    "drop `webhooks` (paths absent → error)",
    "drop `jsonSchemaDialect`",
    "drop `unevaluated*`",
    "drop `if/then/else`",
    "`patternProperties` → a map",
    "drop `$defs` (refs into it panic: hoist)",
];

fn new(description: &str) -> String {
    description.replace("3.0.3", "3.1.0")
}

/// The shape of a response with the one field `f`, of this schema.
fn field(schema: &str) -> String {
    let code = generated(&new(&response(&format!("{{type: object, properties: {{f: {schema}}}}}"))));
    code.shape("DoItResponse").trim_start_matches("f: ").to_owned()
}

fn sent_field(schema: &str) -> String {
    let code = generated(&new(&body(&format!("{{type: object, properties: {{f: {schema}}}}}"), "")));
    code.shape("DoItBody").trim_start_matches("f: ").to_owned()
}

pub(crate) const ROWS: [Row; 15] = [
    (SECTION[0], || {
        assert_eq!(field("{type: [integer, 'null']}"), "Option<i64>");
        assert_eq!(sent_field("{type: ['null', string]}"), "Patch<String>");
        let code =
            generated(&new(&response("{type: object, required: [f], properties: {f: {type: [string, 'null']}}}")));
        assert_eq!(code.shape("DoItResponse"), "f: Option<String>");
        let code = generated(&new(&parameters("{name: q, in: query, schema: {type: [string, 'null']}}")));
        assert_eq!(code.call("DoIt"), "q: String -> ()");
    }),
    (SECTION[1], || {
        let code =
            generated(&new(&response("{type: object, required: [f], properties: {f: {type: [string, integer]}}}")));
        assert_eq!(code.shape("DoItResponse"), "f: DoItResponseF");
        assert_eq!(code.shape("DoItResponseF"), "String(String) | Integer(i64) | Other(Value)");
        assert_eq!(field("{type: [string, integer, 'null']}"), "Option<DoItResponseF>");
    }),
    (SECTION[2], || {
        for keyword in ["oneOf", "anyOf"] {
            assert_eq!(field(&format!("{{{keyword}: [{{type: integer}}, {{type: 'null'}}]}}")), "Option<i64>");
            assert_eq!(sent_field(&format!("{{{keyword}: [{{type: integer}}, {{type: 'null'}}]}}")), "Patch<i64>");
        }
    }),
    (SECTION[3], || {
        let code = generated(&new(&body("{type: object, required: [f], properties: {f: {const: wind}}}", "")));
        assert_eq!(code.shape("DoItBody"), "f: DoItBodyF");
        assert_eq!(code.shape("DoItBodyF"), "Wind");
        assert_eq!(field("{const: wind}"), "Option<DoItResponseF>");
        assert_eq!(field("{type: integer, const: -1}"), "Option<i64>");
    }),
    (SECTION[4], || {
        assert_eq!(sent_field("{type: integer, exclusiveMinimum: 0}"), "Option<u64>");
        assert_eq!(sent_field("{type: number, exclusiveMinimum: -180, exclusiveMaximum: 180.5}"), "Option<f64>");
        assert_eq!(field("{type: integer, exclusiveMinimum: 0}"), "Option<i64>");
    }),
    (SECTION[5], || {
        assert_eq!(field("{type: string, examples: [a, b]}"), "Option<String>");
    }),
    (SECTION[6], || {
        let schemas = "State: {type: string, enum: [a, b]}";
        let fields = "{type: object, required: [f, g], properties: {f: {$ref: '#/components/schemas/State', description: 'Where it is.'}, g: {$ref: '#/components/schemas/State', default: a}}}";
        let code = generated(&new(&responses(&format!("'200': {}", json(fields)), schemas)));
        assert_eq!(code.shape("DoItResponse"), "f: State, g: State");
        code.has("Where it is.");
    }),
    (SECTION[7], || {
        assert_eq!(field("{type: string, contentEncoding: base64, contentMediaType: image/png}"), "Option<String>");
        assert_eq!(sent_field("{type: string, contentEncoding: base64}"), "Option<String>");
    }),
    (SECTION[8], || {
        let pair = "{type: array, prefixItems: [{type: number}, {type: string}], items: false}";
        let code = generated(&new(&response(&format!("{{type: object, properties: {{f: {pair}}}}}"))));
        let shape = code.shape("DoItResponse").to_owned();
        let item = shape.split(['<', '>']).nth(1).unwrap();
        assert!(shape.starts_with("f: Vec<") && (item == "Value" || code.shape(item) == "(Value)"), "{shape}");
    }),
    (SECTION[9], || {
        let hooks = format!(
            "{}webhooks: {{lost: {{post: {{operationId: lost, responses: {{'200': {{description: ok}}}}}}}}}}\n",
            new(&response("{type: string}"))
        );
        assert_eq!(generated(&hooks).output.model.operations.len(), 1);
        let alone = "openapi: 3.1.0\ninfo: {title: Rows, version: '1'}\nwebhooks: {lost: {post: {responses: {'200': {description: ok}}}}}\n";
        assert!(super::description::refused(alone).contains("no operations"));
    }),
    (SECTION[10], || {
        let dialect = format!(
            "{}jsonSchemaDialect: https://spec.openapis.org/oas/3.1/dialect/base\n",
            new(&response("{type: string}"))
        );
        assert_eq!(generated(&dialect).shape("DoItResponse"), "(String)");
    }),
    (SECTION[11], || {
        for keyword in
            ["unevaluatedProperties: false", "unevaluatedProperties: {type: string}", "unevaluatedItems: false"]
        {
            let code = generated(&new(&response(&format!(
                "{{type: object, properties: {{f: {{type: string}}}}, {keyword}}}"
            ))));
            assert_eq!(code.shape("DoItResponse"), "f: Option<String>", "{keyword}");
            code.lacks("deny_unknown_fields");
        }
    }),
    (SECTION[12], || {
        let schema = "{type: object, properties: {f: {type: string}, g: {type: string}}, if: {properties: {f: {const: a}}}, then: {properties: {g: false}}, else: {required: [g]}}";
        assert_eq!(generated(&new(&body(schema, ""))).shape("DoItBody"), "f: Option<String>, g: Option<String>");
    }),
    (SECTION[13], || {
        let labels = "{type: object, patternProperties: {'^x-': {type: string}}, additionalProperties: false}";
        // A response may gain fields of other names.
        assert_eq!(field(labels), "Map<String, Value>");
        assert_eq!(sent_field(labels), "Option<BTreeMap<String, String>>");
    }),
    (SECTION[14], || {
        let schemas = "Buoy: {type: object, properties: {sensor: {$ref: '#/components/schemas/Buoy/$defs/Sensor'}}, $defs: {Sensor: {type: object, properties: {unit: {$ref: '#/components/schemas/Buoy/$defs/Unit'}}}, Unit: {type: string, enum: [m, s]}}}";
        let code =
            generated(&new(&responses(&format!("'200': {}", json("{$ref: '#/components/schemas/Buoy'}")), schemas)));
        assert_eq!(code.shape("Buoy"), "sensor: Option<BuoySensor>");
        assert_eq!(code.shape("BuoySensor"), "unit: Option<BuoyUnit>");
        assert_eq!(code.shape("BuoyUnit"), "M | S | UnknownValue(String)");
    }),
];
