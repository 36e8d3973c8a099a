//! 2.4: what compiles and behaves wrongly. Here are the types that decide the behaviour; `tests/fixtures/wire` shows most of
//! the rows on the wire.

use super::{
    Row,
    description::{api, body, generated, get, json, parameters, refused, request, response, responses},
};

/// The first column of the table.
pub(crate) const SECTION: [&str; 27] = [
    "`oneOf [{patient_id}, {message, login_url}]` without `required`",
    "`discriminator` on refs",
    "`anyOf [enum, string]` (open enum idiom)",
    "`anyOf` of objects with all-optional fields",
    "`anyOf`/`oneOf` of `required`-only lists",
    "`oneOf` + `type: object`, each variant one required property",
    "unknown enum value in a reply",
    "`pattern`, `minLength`, … in a reply",
    "optional array/map and `null` in the reply",
    "optional array in a PATCH body",
    "nullable optional field in PATCH",
    "field with `default`",
    "`default: today` on `format: date`",
    "date-time without offset (`2026-01-02T09:00:00`)",
    "date-time in **path or header**",
    "`explode: false`",
    "form body with an array",
    "optional `requestBody`",
    "`allOf` conflict",
    "`additionalProperties: false` in replies",
    "`minimum: 1` integer",
    "`minItems = maxItems = 2`",
    "descriptions with fenced/indented code",
    "typed response, empty body (401 from a gateway)",
    "`Display`/`Debug` of Error",
    "204 where only 200 declared",
    "redirects",
];

/// The shape of a response with the one field `f`, of this schema.
fn field(schema: &str) -> String {
    let code = generated(&response(&format!("{{type: object, properties: {{f: {schema}}}}}")));
    code.shape("DoItResponse").trim_start_matches("f: ").to_owned()
}

fn sent_field(schema: &str) -> String {
    let code = generated(&body(&format!("{{type: object, properties: {{f: {schema}}}}}"), ""));
    code.shape("DoItBody").trim_start_matches("f: ").to_owned()
}

/// An operation that responds with a component called `T`.
fn component(schemas: &str) -> String {
    responses(&format!("'200': {}", json("{$ref: '#/components/schemas/T'}")), schemas)
}

pub(crate) const ROWS: [Row; 27] = [
    (SECTION[0], || {
        let code = generated(&response(
            "{oneOf: [{title: Known, type: object, properties: {patient_id: {type: integer}}}, {title: Login, type: object, properties: {message: {type: string}, login_url: {type: string}}}]}",
        ));
        assert_eq!(code.shape("DoItResponse"), "Known(DoItResponseKnown) | Login(DoItResponseLogin) | Other(Value)");
        code.has(".or_fields(&[\"patient_id\"], Self::Known) .or_fields(&[\"login_url\", \"message\"], Self::Login) .or(Self::Other)");
    }),
    (SECTION[1], || {
        let code = generated(&component(
            "T: {oneOf: [{$ref: '#/components/schemas/Basic'}, {$ref: '#/components/schemas/Hmac'}], discriminator: {propertyName: kind, mapping: {basic: '#/components/schemas/Basic'}}}, Basic: {type: object, properties: {kind: {type: string}, user: {type: string}}}, Hmac: {type: object, properties: {kind: {type: string}, user: {type: string}, key: {type: string}}}",
        ));
        assert_eq!(code.shape("T"), "Basic(Basic) | Hmac(Hmac) | Other(Value)");
        // The values choose the shape; where it is used alone, the field may hold any text.
        code.has(".when(\"kind\", &[\"basic\"], true)");
        code.has(".when(\"kind\", &[\"Hmac\"], true)");
        assert_eq!(
            (code.shape("BasicKind"), code.shape("HmacKind")),
            ("Basic | UnknownValue(String)", "Hmac | UnknownValue(String)")
        );
        assert!(code.shape("Basic").contains("kind: BasicKind"), "{}", code.shape("Basic"));

        // The same where the shapes stand in place, and where nothing but their tags tells them apart.
        for discriminator in [", discriminator: {propertyName: kind}", ""] {
            let shape = |title: &str, kind: &str| {
                format!(
                    "{{title: {title}, type: object, required: [kind], properties: {{kind: {{type: string, enum: [{kind}]}}, name: {{type: string}}}}}}"
                )
            };
            let code = generated(&response(&format!(
                "{{oneOf: [{}, {}]{discriminator}}}",
                shape("Cat", "cat"),
                shape("Dog", "dog")
            )));
            assert_eq!(code.shape("DoItResponse"), "Cat(DoItResponseCat) | Dog(DoItResponseDog) | Other(Value)");
            code.has(".when(\"kind\", &[\"cat\"], false)");
            code.has(".when(\"kind\", &[\"dog\"], false)");
        }
    }),
    (SECTION[2], || {
        let open = "{anyOf: [{type: string, enum: [asthma, flu]}, {type: string}]}";
        let code = generated(&component(&format!("T: {{type: object, required: [f], properties: {{f: {open}}}}}")));
        assert_eq!((code.shape("T"), code.shape("Tf")), ("f: Tf", "Asthma | Flu | UnknownValue(String)"));
        let code = generated(&body(&format!("{{type: object, required: [f], properties: {{f: {open}}}}}"), ""));
        assert_eq!(
            (code.shape("DoItBody"), code.shape("DoItBodyF")),
            ("f: DoItBodyF", "Asthma | Flu | UnknownValue(String)")
        );
    }),
    (SECTION[3], || {
        let code = generated(&response(
            "{anyOf: [{title: Card, type: object, properties: {last4: {type: string}}}, {title: Bank, type: object, properties: {iban: {type: string}}}]}",
        ));
        assert_eq!(code.shape("DoItResponse"), "Card(DoItResponseCard) | Bank(DoItResponseBank) | Other(Value)");
        code.lacks("subtype_0");
    }),
    (SECTION[4], || {
        for keyword in ["anyOf", "oneOf"] {
            let schema = format!(
                "{{type: object, properties: {{a: {{type: string}}, b: {{type: string}}, c: {{type: string}}}}, {keyword}: [{{required: [a]}}, {{required: [b]}}]}}"
            );
            let shape = "a: Option<String>, b: Option<String>, c: Option<String>";
            assert_eq!(generated(&response(&schema)).shape("DoItResponse"), shape);
            assert_eq!(generated(&body(&schema, "")).shape("DoItBody"), shape);
        }
    }),
    (SECTION[5], || {
        let code = generated(&response(
            "{type: object, oneOf: [{title: Redirect, required: [url], properties: {url: {type: string}}}, {title: Code, required: [length], properties: {length: {type: integer}}}]}",
        ));
        assert_eq!(
            code.shape("DoItResponse"),
            "Redirect(DoItResponseRedirect) | Code(DoItResponseCode) | Other(Value)"
        );
        assert_eq!(
            (code.shape("DoItResponseRedirect"), code.shape("DoItResponseCode")),
            ("url: String", "length: i64")
        );
    }),
    (SECTION[6], || {
        let code = generated(&response("{type: object, properties: {f: {type: string, enum: [a, b]}}}"));
        assert_eq!(code.shape("DoItResponseF"), "A | B | UnknownValue(String)");
    }),
    (SECTION[7], || {
        for rule in ["pattern: '^a$'", "minLength: 1", "maxLength: 3", "format: uuid", "format: ipv4"] {
            assert_eq!(field(&format!("{{type: string, {rule}}}")), "Option<String>", "{rule}");
        }
        assert_eq!(sent_field("{type: string, pattern: '^a$'}"), "Option<DoItBodyF>");
    }),
    (SECTION[8], || {
        let code = generated(&response(
            "{type: object, properties: {f: {type: array, items: {type: string}}, g: {type: object, additionalProperties: {type: string}}, h: {type: array, nullable: true, items: {type: string}}}}",
        ));
        assert_eq!(code.shape("DoItResponse"), "f: Vec<String>, g: BTreeMap<String, String>, h: Vec<String>");
        for name in ["f", "h"] {
            code.has(&format!(
                "deserialize_with = \"crate::runtime::lenient::null_as_default\")] pub {name}: Vec<String>"
            ));
        }
        code.has("crate::runtime::lenient::map");
    }),
    (SECTION[9], || {
        assert_eq!(sent_field("{type: array, items: {type: string}}"), "Option<Vec<String>>");
        assert_eq!(sent_field("{type: array, nullable: true, items: {type: string}}"), "Patch<Vec<String>>");
    }),
    (SECTION[10], || {
        assert_eq!(sent_field("{type: string, nullable: true}"), "Patch<String>");
        let code =
            generated(&body("{type: object, required: [f], properties: {f: {type: string, nullable: true}}}", ""));
        assert_eq!(code.shape("DoItBody"), "f: Option<String>");
        // In the parts of an allOf, and where a field leads back to its own type.
        let schemas = "T: {type: object, properties: {f: {type: string, nullable: true}, next: {nullable: true, allOf: [{$ref: '#/components/schemas/T'}]}, last: {$ref: '#/components/schemas/T'}}}";
        let parts = "{allOf: [{$ref: '#/components/schemas/T'}, {type: object, properties: {g: {type: string, nullable: true}}}]}";
        let code = generated(&body(parts, schemas));
        let shape = code.shape("DoItBody").to_owned();
        for field in ["f: Patch<String>", "g: Patch<String>"] {
            assert!(shape.contains(field), "{shape}");
        }
        let shape = code.shape("T").to_owned();
        assert!(shape.contains("last: Option<Box<T>>") && shape.contains("next: Patch<Box<T>>"), "{shape}");
        code.lacks("Box<Option<");
    }),
    (SECTION[11], || {
        assert_eq!(sent_field("{type: string, default: a}"), "Option<String>");
        assert_eq!(sent_field("{type: boolean, default: true}"), "Option<bool>");
        assert_eq!(
            generated(&parameters("{name: page, in: query, schema: {type: integer, default: 1}}")).call("DoIt"),
            "page: i64 -> ()"
        );
    }),
    (SECTION[12], || {
        assert_eq!(field("{type: string, format: date, default: today}"), "Option<NaiveDate>");
        assert_eq!(sent_field("{type: string, format: date, default: today}"), "Option<NaiveDate>");
        let code = generated(&response(
            "{type: object, required: [f], properties: {f: {type: string, format: date-time, default: now}}}",
        ));
        code.lacks("unwrap()");
    }),
    (SECTION[13], || {
        let code = generated(&response(
            "{type: object, required: [f], properties: {f: {type: string, format: date-time}, g: {type: string, format: date-time}, h: {type: array, items: {type: string, format: date-time}}}}",
        ));
        code.has(
            "deserialize_with = \"crate::runtime::lenient::date_time\")] pub f: ::chrono::DateTime<::chrono::Utc>",
        );
        code.has("deserialize_with = \"crate::runtime::lenient::optional_date_time\")] pub g: Option<");
        // Times in lists, maps and components of their own as well.
        let shape = code.shape("DoItResponse").to_owned();
        assert!(shape.contains("h: Vec<DateTime<Utc>>"), "{shape}");
        code.has("deserialize_with = \"crate::runtime::lenient::nested\")] pub h: Vec<");
    }),
    (SECTION[14], || {
        assert_eq!(
            generated(&parameters("{name: X-At, in: header, schema: {type: string, format: date-time}}")).call("DoIt"),
            "x_at: String -> ()"
        );
        let path = "'/x/{at}': {get: {operationId: doIt, parameters: [{name: at, in: path, required: true, schema: {type: string, format: date-time}}], responses: {'204': {description: ok}}}}";
        assert_eq!(generated(&api(path, "")).call("DoIt"), "at: String -> ()");
        assert_eq!(
            generated(&parameters("{name: at, in: query, schema: {type: string, format: date-time}}")).call("DoIt"),
            "at: DateTime<Utc> -> ()"
        );
    }),
    (SECTION[15], || {
        let code = generated(&parameters(
            "{name: ids, in: query, explode: false, schema: {type: array, items: {type: integer}}}",
        ));
        assert_eq!(code.call("DoIt"), "ids: Vec<i64> -> ()");
        code.has("request.query_joined(\"ids\", self.ids, \",\")");
    }),
    (SECTION[16], || {
        let code = generated(&request(
            "application/x-www-form-urlencoded: {schema: {type: object, properties: {f: {type: array, items: {type: string}}}}}",
            "",
        ));
        assert_eq!(code.shape("DoItBody"), "f: Option<Vec<String>>");
        code.has("request.form(self.body.and_then(types::DoItBody::try_from), &[])");
    }),
    (SECTION[17], || {
        let given = body("{type: object, required: [f], properties: {f: {type: string}}}", "")
            .replace("required: true, content", "content");
        assert_eq!(generated(&given).call("DoIt"), "body: DoItBody -> ()");
    }),
    (SECTION[18], || {
        let message =
            refused(&component("T: {type: object, properties: {f: {allOf: [{type: string}, {type: integer}]}}}"));
        assert!(
            message.contains("no value fits") && message.contains("/components/schemas/T/properties/f"),
            "{message}"
        );
        let message = refused(&component(
            "T: {allOf: [{type: object, properties: {f: {type: string, enum: [a]}}}, {type: object, properties: {f: {type: string, enum: [b]}}}]}",
        ));
        assert!(message.contains("/components/schemas/T"), "{message}");
    }),
    (SECTION[19], || {
        let strict = "{type: object, properties: {f: {type: string}}, additionalProperties: false}";
        generated(&response(strict)).lacks("deny_unknown_fields");
        generated(&component(&format!("T: {strict}"))).lacks("deny_unknown_fields");
    }),
    (SECTION[20], || {
        assert_eq!(sent_field("{type: integer, minimum: 1}"), "Option<u64>");
        assert_eq!(sent_field("{type: integer, minimum: 0, maximum: 9}"), "Option<u64>");
        let limited = "{type: object, properties: {f: {type: integer, minimum: 1, maximum: 9}}}";
        generated(&body(limited, "")).has("limits::at_least(value, 1)");
        generated(&body(limited, "")).has("limits::at_most(value, 9)");
        assert_eq!(field("{type: integer, minimum: 1, maximum: 9}"), "Option<i64>");
        assert_eq!(field("{type: number, format: decimal}"), "Option<f64>");
    }),
    (SECTION[21], || {
        let pair = "{type: array, minItems: 2, maxItems: 2, items: {type: integer}}";
        assert_eq!(field(pair), "Vec<i64>");
        assert_eq!(sent_field(pair), "Option<[i64;2usize]>");
    }),
    (SECTION[22], || {
        let code = generated(&response(
            "{type: object, description: \"Like so:\\n\\n    let a = b;\\n\\n```rust\\nlet c = d;\\n```\\n<script>x</script>\", properties: {f: {type: string}}}",
        ));
        // Neither a test of rustdoc nor HTML: each fence says that it is text, and nothing is indented as code.
        code.lacks("```rust");
        code.lacks("///     let a");
        code.lacks("<script>");
        code.has("let c = d;");
    }),
    (SECTION[23], || {
        let list = format!(
            "'200': {}, '401': {}",
            json("{type: object, required: [a], properties: {a: {type: string}}}"),
            json("{type: object, required: [b], properties: {b: {type: string}}}")
        );
        let code = generated(&responses(&list, ""));
        assert_eq!((code.call("DoIt").as_str(), code.shape("DoItError401")), ("-> DoItResponse", "b: String"));
        code.lacks("ErrorResponse(");
        code.has("Result<crate::ResponseValue<types::DoItResponse>, crate::Error>");
    }),
    (SECTION[24], || {
        let code = generated(&response("{type: object, properties: {name: {type: string}, id: {type: integer}}}"));
        code.has(".field(\"name\", &crate::runtime::redacted::of(&self.name))");
        code.has(".field(\"id\", &self.id)");
        code.lacks("derive(Debug");
    }),
    (SECTION[25], || {
        let typed = json("{type: object, required: [a], properties: {a: {type: string}}}");
        let code = generated(&responses(&format!("'200': {typed}, '204': {{description: nothing}}"), ""));
        assert!(code.call("DoIt").starts_with("-> Option<DoItResponse"), "{}", code.call("DoIt"));
        code.has("success: &[crate::StatusPattern::Exact(200), crate::StatusPattern::Exact(204)]");
    }),
    (SECTION[26], || {
        let code = generated(&get(
            "responses: {'302': {description: there, headers: {Location: {schema: {type: string}}}}, '200': {description: ok, content: {application/pdf: {schema: {type: string, format: binary}}}}}",
        ));
        assert_eq!(code.call("DoIt"), "-> RawBody");
        code.has("success: &[crate::StatusPattern::Exact(200)]");
    }),
];
