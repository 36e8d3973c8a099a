//! 2.2: what progenitor refuses, mostly by a panic that names no place.

use super::{
    Row,
    description::{api, body, generated, get, json, parameters, refused, request, response, responses},
};

/// The first column of the table, and what the text below it says is accepted.
pub(crate) const SECTION: [&str; 29] = [
    "`openapi: 3.1.0`, or `3.0`",
    "`info.version: 1.0` read through a JSON value",
    "no `paths`; response without `description`; parameter without schema; oauth2 without `scopes`; `mutualTLS` scheme",
    "missing operationId",
    "duplicate operationId",
    ">1 success type or >1 error type (incl. typed + empty, json + text, `default` typed + 200 of another type)",
    "JSON response without schema (example only)",
    "request with 2 media types",
    "request `multipart/form-data`, `text/csv`, `*/*`, `application/fhir+json`, `…+json`, `merge-patch+json`",
    "request json without schema",
    "octet-stream whose schema is not exactly `string/binary`; text with constraints",
    "form with `encoding`",
    "query `deepObject`/`pipeDelimited`/`spaceDelimited`; path `label`",
    "query parameter that is an object (form) with Builder",
    "query `content:`",
    "cookie",
    "path param `required` absent/false",
    "path param not declared; same name in path and query",
    "path item `$ref`; param `$ref` to other operation",
    "`$ref` external / missing / into a property",
    "`type: [string, null]`, `exclusiveMinimum: 0`, `required: true` on a property",
    "`type: file/date/date-time/any/null`",
    "`format` on object/boolean/no type (`minimum` on string etc. is ignored)",
    "`not` with a type",
    "enum whose identifiers collide: `GP – Derm`/`GP - Derm`, `+1`/`-1`, `<`/`>`, `ASC`/`asc`, duplicates",
    "enum of ints/bools under `type: string`",
    "default not of the type/enum",
    "pattern with PCRE syntax `(?i)`, unbalanced",
    "accepted without trouble",
];

/// The shape of the one field `f` of a response, of this schema.
fn field(schema: &str) -> String {
    generated(&response(&format!("{{type: object, properties: {{f: {schema}}}}}")))
        .shape("DoItResponse")
        .trim_start_matches("f: ")
        .to_owned()
}

/// The same of a request.
fn sent_field(schema: &str) -> String {
    generated(&body(&format!("{{type: object, properties: {{f: {schema}}}}}"), ""))
        .shape("DoItBody")
        .trim_start_matches("f: ")
        .to_owned()
}

pub(crate) const ROWS: [Row; 29] = [
    (SECTION[0], || {
        for version in ["3.1.0", "'3.0'", "3.0", "3.0.4"] {
            let description = response("{type: string}").replace("3.0.3", version);
            assert_eq!(generated(&description).shape("DoItResponse"), "(String)", "{version}");
        }
        let message = refused(&response("{type: string}").replace("3.0.3", "2.0"));
        assert!(message.contains("`2.0` is not supported"), "{message}");
    }),
    (SECTION[1], || {
        let code = generated(&response("{type: string}").replace("'1'", "1.0"));
        code.has("SPEC_VERSION: &str = \"1.0\"");
    }),
    (SECTION[2], || {
        let message = refused("openapi: 3.0.3\ninfo: {title: Rows, version: '1'}\n");
        assert!(message.contains("no operations") && message.contains("/paths"), "{message}");
        assert_eq!(generated(&get("responses: {'204': {}}")).call("DoIt"), "-> ()");
        assert_eq!(generated(&parameters("{name: page, in: query}")).call("DoIt"), "page: String -> ()");
        let schemes = "components: {securitySchemes: {far: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://t'}}}, card: {type: mutualTLS}}, schemas: {";
        let code = generated(&response("{type: string}").replace("components: {schemas: {", schemes));
        assert_eq!(code.output.security_schemes.keys().collect::<Vec<_>>(), ["far", "card"]);
    }),
    (SECTION[3], || {
        let paths = "'/v1/things/{id}': {get: {responses: {'200': {description: ok}}}, delete: {responses: {'204': {description: ok}}}}";
        let code = generated(&api(paths, ""));
        let ids: Vec<&str> = code.output.model.operations.iter().map(|operation| operation.id.as_str()).collect();
        assert_eq!(ids, ["getThing", "deleteThing"]);
        assert_eq!(code.call("GetThing"), "id: String -> ()");
    }),
    (SECTION[4], || {
        let paths = "/a: {get: {operationId: a, responses: {'204': {description: ok}}}}, /b: {get: {operationId: a, responses: {'204': {description: ok}}}}";
        let code = generated(&api(paths, ""));
        let ids: Vec<&str> = code.output.model.operations.iter().map(|operation| operation.id.as_str()).collect();
        assert!(ids[0] == "a" && ids[1] != "a" && ids.len() == 2, "{ids:?}");
        code.has("path: \"/a\"");
        code.has("path: \"/b\"");
    }),
    (SECTION[5], || {
        let typed = |field: &str| {
            json(&format!("{{type: object, required: [{field}], properties: {{{field}: {{type: string}}}}}}"))
        };
        let text = "{description: ok, content: {text/plain: {schema: {type: string}}}}";
        let empty = "{description: ok}";
        let call = |list: String| generated(&responses(&list, "")).call("DoIt");
        assert_eq!(call(format!("'200': {}, '202': {}", typed("a"), typed("b"))), "-> DoItResponse");
        assert_eq!(call(format!("'200': {}, '202': {empty}", typed("a"))).split('<').next(), Some("-> Option"));
        assert_eq!(call(format!("'200': {}, '202': {text}", typed("a"))), "-> RawBody");
        assert_eq!(
            call(format!("'200': {}, '400': {}, '401': {empty}, '404': {text}", typed("a"), typed("b"))),
            "-> DoItResponse"
        );
        let code = generated(&responses(&format!("'200': {}, default: {}", typed("a"), typed("b")), ""));
        assert_eq!((code.shape("DoItResponse"), code.shape("DoItErrorDefault")), ("a: String", "b: String"));
    }),
    (SECTION[6], || {
        let code =
            generated(&responses("'200': {description: ok, content: {application/json: {example: {a: 1}}}}", ""));
        let response = code.call("DoIt").trim_start_matches("-> ").to_owned();
        assert_eq!(code.shape(&response), "(Value)");
    }),
    (SECTION[7], || {
        let schema = "{schema: {type: object, properties: {a: {type: string}}}}";
        let code = generated(&request(&format!("application/xml: {schema}, application/json: {schema}"), ""));
        assert_eq!((code.call("DoIt").as_str(), code.shape("DoItBody")), ("body: DoItBody -> ()", "a: Option<String>"));
        code.has("request.json(");
    }),
    (SECTION[8], || {
        let schema = "{schema: {type: object, properties: {a: {type: string}}}}";
        for media_type in ["application/fhir+json", "application/vnd.x+json", "application/merge-patch+json"] {
            let code = generated(&request(&format!("{media_type}: {schema}"), ""));
            assert_eq!(code.call("DoIt"), "body: DoItBody -> ()", "{media_type}");
            code.has(&format!("\"{media_type}\""));
        }
        let code = generated(&request(&format!("'*/*': {schema}"), ""));
        assert_eq!(code.call("DoIt"), "body: DoItBody -> ()");
        let code = generated(&request("text/csv: {schema: {type: string}}", ""));
        assert_eq!(code.call("DoIt"), "body: reqwest::Body -> ()");
        code.has("\"text/csv\"");
        let code = generated(&request(&format!("multipart/form-data: {schema}"), ""));
        assert_eq!(code.call("DoIt"), "body: DoItBody -> ()");
        code.lacks("request.json(");
    }),
    (SECTION[9], || {
        let code = generated(&request("application/json: {}", ""));
        assert_eq!((code.call("DoIt").as_str(), code.shape("DoItBody")), ("body: DoItBody -> ()", "(Value)"));
    }),
    (SECTION[10], || {
        for schema in [
            "{type: string, format: binary, maxLength: 9}",
            "{type: object}",
            "{contentMediaType: application/octet-stream}",
        ] {
            let code = generated(&request(&format!("application/octet-stream: {{schema: {schema}}}"), ""));
            assert_eq!(code.call("DoIt"), "body: reqwest::Body -> ()", "{schema}");
        }
        let code = generated(&request("text/plain: {schema: {type: string, maxLength: 9, pattern: '^a'}}", ""));
        assert_eq!(code.call("DoIt"), "body: reqwest::Body -> ()");
        code.has("\"text/plain\"");
        let response = "'200': {description: ok, content: {text/plain: {schema: {type: string, maxLength: 9}}}}";
        assert_eq!(generated(&responses(response, "")).call("DoIt"), "-> RawBody");
    }),
    (SECTION[11], || {
        let code = generated(&request(
            "application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: array, items: {type: string}}}}, encoding: {a: {style: form, explode: true}}}",
            "",
        ));
        assert_eq!(code.shape("DoItBody"), "a: Option<Vec<String>>");
        code.has("request.form(self.body.and_then(types::DoItBody::try_from), &[])");
    }),
    (SECTION[12], || {
        let list = "{type: array, items: {type: string}}";
        let code = generated(&parameters(
            "{name: filter, in: query, style: deepObject, schema: {type: object, properties: {site: {type: string}, year: {type: integer}}}}",
        ));
        assert_eq!(code.call("DoIt"), "filter_site: String, filter_year: i64 -> ()");
        code.has("\"filter[site]\"");
        for (style, delimiter) in [("pipeDelimited", "|"), ("spaceDelimited", " ")] {
            let code = generated(&parameters(&format!("{{name: ids, in: query, style: {style}, schema: {list}}}")));
            assert_eq!(code.call("DoIt"), "ids: Vec<String> -> ()");
            code.has(&format!("request.query_joined(\"ids\", self.ids, \"{delimiter}\")"));
        }
        let path = "'/x/{id}': {get: {operationId: doIt, parameters: [{name: id, in: path, required: true, style: label, schema: {type: integer}}], responses: {'204': {description: ok}}}}";
        assert_eq!(generated(&api(path, "")).call("DoIt"), "id: i64 -> ()");
    }),
    (SECTION[13], || {
        let code = generated(&parameters(
            "{name: period, in: query, schema: {type: object, properties: {from: {type: string, format: date}, to: {type: string}}}}",
        ));
        assert_eq!(code.call("DoIt"), "from: NaiveDate, to: String -> ()");
        let code = generated(&parameters(
            "{name: labels, in: query, schema: {type: object, additionalProperties: {type: string}}}",
        ));
        assert_eq!(code.call("DoIt"), "labels: BTreeMap<String, String> -> ()");
    }),
    (SECTION[14], || {
        let code = generated(&parameters(
            "{name: where, in: query, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}",
        ));
        assert_eq!(code.call("DoIt"), "where_: String -> ()");
    }),
    (SECTION[15], || {
        let code = generated(&parameters("{name: session, in: cookie, schema: {type: string}}"));
        assert_eq!(code.call("DoIt"), "-> ()");
        assert!(code.changes().contains("/parameters/0 the cookie `session` is left out"), "{}", code.changes());
        let code = generated(&parameters("{name: session, in: cookie, required: true, schema: {type: string}}"));
        assert_eq!(code.call("DoIt"), "session: String -> ()");
        let message = refused(&parameters("{name: 'X Id', in: header, schema: {type: string}}"));
        assert!(
            message.contains("`X Id` cannot be the name of a header") && message.contains("/parameters/0"),
            "{message}"
        );
    }),
    (SECTION[16], || {
        for required in ["", "required: false, "] {
            let path = format!(
                "'/x/{{id}}': {{get: {{operationId: doIt, parameters: [{{name: id, in: path, {required}schema: {{type: string}}}}], responses: {{'204': {{description: ok}}}}}}}}"
            );
            let code = generated(&api(&path, ""));
            assert_eq!(code.call("DoIt"), "id: String -> ()");
            code.lacks("maybe_id");
        }
    }),
    (SECTION[17], || {
        let path = |parameters: &str| {
            api(
                &format!(
                    "'/x/{{id}}': {{get: {{operationId: doIt, parameters: [{parameters}], responses: {{'204': {{description: ok}}}}}}}}"
                ),
                "",
            )
        };
        assert_eq!(generated(&path("")).call("DoIt"), "id: String -> ()");
        let code = generated(&path(
            "{name: id, in: query, schema: {type: integer}}, {name: id, in: path, required: true, schema: {type: string}}",
        ));
        assert_eq!(code.call("DoIt"), "id: String, id_query: i64 -> ()");
        code.has("request.query(\"id\", self.id_query)");
    }),
    (SECTION[18], || {
        let paths = "/a: {get: {operationId: doIt, parameters: [{name: page, in: query, schema: {type: integer}}], responses: {'204': {description: ok}}}}, /b: {$ref: '#/paths/~1a'}, /c: {get: {operationId: third, parameters: [{$ref: '#/paths/~1a/get/parameters/0'}], responses: {'204': {description: ok}}}}";
        let code = generated(&api(paths, ""));
        assert_eq!(code.output.model.operations.len(), 3);
        assert_eq!(code.call("Third"), "page: i64 -> ()");
        code.has("path: \"/b\"");
    }),
    (SECTION[19], || {
        let message = refused(&response("{$ref: 'other.yaml#/Thing'}"));
        assert!(message.contains("leaves the file") && message.contains("bundle"), "{message}");
        let message = refused(&response("{$ref: '#/components/schemas/Nothing'}"));
        assert!(message.contains("points to nothing") && message.contains("/paths/~1x/get/responses/200"), "{message}");
        let schemas = "Tag: {allOf: [{type: object, properties: {key: {type: string}}}, {type: object, properties: {value: {type: integer}}}]}, Other: {type: object, properties: {kind: {type: string, enum: [a, b]}}}";
        let code = generated(&responses(
            &format!(
                "'200': {}",
                json(
                    "{type: object, properties: {part: {$ref: '#/components/schemas/Tag/allOf/0'}, kind: {$ref: '#/components/schemas/Other/properties/kind'}}}"
                )
            ),
            schemas,
        ));
        let shape = code.shape("DoItResponse").to_owned();
        let types: Vec<&str> = shape.split(", ").map(|field| field.split(['<', '>']).nth(1).unwrap()).collect();
        assert_eq!(code.shape(types[0]), "A | B | UnknownValue(String)");
        assert_eq!(code.shape(types[1]), "key: Option<String>");
    }),
    (SECTION[20], || {
        assert_eq!(field("{type: [string, 'null']}"), "Option<String>");
        assert_eq!(sent_field("{type: integer, exclusiveMinimum: 0}"), "Option<u64>");
        let code = generated(&response("{type: object, properties: {f: {type: string, required: true}}}"));
        assert_eq!(code.shape("DoItResponse"), "f: String");
    }),
    (SECTION[21], || {
        assert_eq!(field("{type: date}"), "Option<NaiveDate>");
        assert_eq!(field("{type: date-time}"), "Option<DateTime<Utc>>");
        assert_eq!(field("{type: any}"), "Option<Value>");
        assert_eq!(field("{type: 'null'}"), "Option<Value>");
        let file = "'200': {description: ok, content: {application/pdf: {schema: {type: file}}}}";
        assert_eq!(generated(&responses(file, "")).call("DoIt"), "-> RawBody");
    }),
    (SECTION[22], || {
        let code = generated(&response("{type: object, format: meta, properties: {f: {type: string}}}"));
        assert_eq!(code.shape("DoItResponse"), "f: Option<String>");
        assert_eq!(field("{type: boolean, format: boolean}"), "Option<bool>");
        assert_eq!(field("{format: int32}"), "Option<Value>");
        assert_eq!(sent_field("{type: boolean, minimum: 1, pattern: a}"), "Option<bool>");
        assert_eq!(sent_field("{type: string, minimum: 1}"), "Option<String>");
    }),
    (SECTION[23], || {
        assert_eq!(sent_field("{type: string, not: {type: integer}}"), "Option<String>");
        assert_eq!(field("{not: {type: number}}"), "Option<Value>");
    }),
    (SECTION[24], || {
        for (values, names) in [
            ("'GP – Derm', 'GP - Derm'", "GpDashDerm | GpDerm"),
            ("'+1', '-1'", "Plus1 | Minus1"),
            ("'<', '>'", "Less | Greater"),
            ("ASC, asc", "Asc | Asc2"),
            ("a, b, a", "A | B"),
        ] {
            let code = generated(&response(&format!("{{type: string, enum: [{values}]}}")));
            let name = code.call("DoIt").trim_start_matches("-> ").to_owned();
            assert_eq!(code.shape(&name), format!("{names} | UnknownValue(String)"), "{values}");
        }
        let code = generated(&response("{type: string, enum: ['+1', '-1']}"));
        code.has("\"+1\"");
        code.has("\"-1\"");
    }),
    (SECTION[25], || {
        let code = generated(&body("{type: object, properties: {f: {type: string, enum: [1, true, a]}}}", ""));
        for value in ["\"1\"", "\"true\"", "\"a\""] {
            code.has(value);
        }
    }),
    (SECTION[26], || {
        for schema in [
            "{type: integer, default: many}",
            "{type: string, enum: [a, b], default: c}",
            "{type: boolean, default: 'yes'}",
        ] {
            let code = generated(&body(&format!("{{type: object, properties: {{f: {schema}}}}}"), ""));
            assert!(code.shape("DoItBody").starts_with("f: Option<"), "{schema}: {}", code.shape("DoItBody"));
            assert!(code.changes().contains("default"), "{}", code.changes());
        }
    }),
    (SECTION[27], || {
        for pattern in ["(?i)^[a-z]+$", "\\S*(", "^(?<n>a)(?P=n)$"] {
            let code = generated(&body(
                &format!("{{type: object, properties: {{f: {{type: string, pattern: '{pattern}'}}}}}}"),
                "",
            ));
            assert_eq!(code.shape("DoItBody"), "f: Option<String>", "{pattern}");
            assert!(code.changes().contains("pattern"), "{}", code.changes());
        }
        let code = generated(&body("{type: object, properties: {f: {type: string, pattern: '^\\d+$'}}}", ""));
        assert_eq!(code.shape("DoItBody"), "f: Option<DoItBodyF>");
    }),
    (SECTION[28], || {
        let paths = "'/Form.Link/{booking-id}:cancel': {x-internal: true, parameters: [{name: booking-id, in: path, required: true, schema: {type: string}}], post: {operationId: doIt, parameters: [{name: X-Flag, in: header, schema: {type: boolean}}, {name: X-Kind, in: header, schema: {type: string, enum: [a, b c]}}, {name: ids, in: query, schema: {type: array, items: {type: integer}}}, {name: on, in: query, schema: {type: boolean}}], responses: {'200': {description: ok, content: {'application/json; charset=utf-8': {schema: {$ref: '#/components/schemas/Node'}}}}}}}";
        let schemas = "Base: {type: object, required: [id], properties: {id: {type: string, format: uuid}}}, Node: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {type: {type: string}, children: {type: array, items: {$ref: '#/components/schemas/Node'}}, more: {type: object, additionalProperties: {type: integer}}}}]}";
        let code = generated(&api(paths, schemas));
        assert_eq!(
            code.call("DoIt"),
            "booking_id: String, ids: Vec<i64>, on: bool, x_flag: bool, x_kind: DoItXKind -> Node"
        );
        assert_eq!(
            code.shape("Node"),
            "children: Vec<Node>, id: String, more: BTreeMap<String, i64>, type_: Option<String>"
        );
        code.has("path: \"/Form.Link/{booking-id}:cancel\"");
        code.has("request.path(\"booking-id\", self.booking_id)");
    }),
];
