//! 2.3: what progenitor makes code of that does not compile.

use super::{
    Row,
    description::{api, body, generated, json, parameters, response, responses},
};

/// The first column of the table.
pub(crate) const SECTION: [&str; 12] = [
    "operationIds equal after snake_case (`getX`,`get_x`)",
    "operationId `new`",
    "two params equal after snake_case; a param named `body` next to a body",
    "array header or path param; nullable header/path param; union or open enum in header/path",
    "components equal after PascalCase (`foo_bar`,`FooBar`)",
    "component named `Default` (Builder)",
    "properties equal after snake_case; property named `` (empty)",
    "`OPTIONS`, `TRACE`",
    "component with `nullable: true` and a multi-variant `oneOf` (object, enum and single `allOf` are fine)",
    "component that is a `$ref` to itself (bundler artefact)",
    "tags equal after PascalCase with `Separate`",
    "operation with two tags, `Separate`, prelude imported",
];

const DONE: &str = "responses: {'204': {description: ok}}";

/// A path with one operation.
fn path(path: &str, method: &str, members: &str) -> String {
    format!("'{path}': {{{method}: {{{members}, {DONE}}}}}")
}

fn ids(paths: &[String]) -> Vec<String> {
    let output = generated(&api(&paths.join(", "), "")).output;
    output.model.operations.iter().map(|operation| operation.name.clone()).collect()
}

pub(crate) const ROWS: [Row; 12] = [
    (SECTION[0], || {
        let names = ids(&[path("/a", "get", "operationId: getX"), path("/b", "get", "operationId: get_x")]);
        assert!(names[0] != names[1] && names[0] == "get_x", "{names:?}");
    }),
    (SECTION[1], || {
        assert_ne!(ids(&[path("/boxes", "post", "operationId: new")]), ["new"]);
    }),
    (SECTION[2], || {
        let code = generated(&parameters(
            "{name: pageSize, in: query, schema: {type: integer}}, {name: page_size, in: query, schema: {type: string}}, {name: page-size, in: header, schema: {type: string}}",
        ));
        assert_eq!(code.call("DoIt").matches("page_size").count(), 3);
        for wire in ["request.query(\"pageSize\"", "request.query(\"page_size\"", "request.header(\"page-size\""] {
            code.has(wire);
        }
        let own = body("{type: object, properties: {a: {type: string}}}", "");
        let code = generated(&own.replace(
            "operationId: doIt,",
            "operationId: doIt, parameters: [{name: body, in: query, schema: {type: string}}],",
        ));
        assert_eq!(code.call("DoIt"), "body_query: String, body: DoItBody -> ()");
        code.has("request.query(\"body\", self.body_query)");
        // Without a body too, the parameter is none.
        let code = generated(&parameters("{name: body, in: query, schema: {type: string}}"));
        assert_eq!(code.call("DoIt"), "body_query: String -> ()");
        let operation =
            "operationId: doIt, parameters: [{name: body, in: path, required: true, schema: {type: string}}]";
        let code = generated(&api(&path("/x/{body}", "get", operation), ""));
        assert_eq!(code.call("DoIt"), "body: String -> ()");
        code.has("Sets the path parameter `body`.");
        code.has("request.path(\"body\", self.body)");
    }),
    (SECTION[3], || {
        for (schema, ty) in [
            ("{type: array, items: {type: string}}", "Vec<String>"),
            ("{type: string, nullable: true}", "String"),
            ("{oneOf: [{type: integer}, {type: string}]}", "String"),
            ("{anyOf: [{type: string, enum: [a, b]}, {type: string}]}", "String"),
        ] {
            let code = generated(&parameters(&format!("{{name: X-A, in: header, schema: {schema}}}")));
            assert_eq!(code.call("DoIt"), format!("x_a: {ty} -> ()"), "{schema}");
            let code = generated(&api(
                &path(
                    "/x/{a}",
                    "get",
                    &format!(
                        "operationId: doIt, parameters: [{{name: a, in: path, required: true, schema: {schema}}}]"
                    ),
                ),
                "",
            ));
            assert_eq!(code.call("DoIt"), format!("a: {ty} -> ()"), "{schema}");
        }
        let schemas = "Level: {anyOf: [{type: string, enum: [low, high]}, {type: string}]}, Kind: {oneOf: [{type: string, enum: [a]}, {type: integer}]}";
        let members = "operationId: doIt, parameters: [{name: kind, in: path, required: true, schema: {$ref: '#/components/schemas/Kind'}}, {name: X-Level, in: header, schema: {$ref: '#/components/schemas/Level'}}]";
        assert_eq!(
            generated(&api(&path("/x/{kind}", "get", members), schemas)).call("DoIt"),
            "kind: String, x_level: String -> ()"
        );
    }),
    (SECTION[4], || {
        let schemas = "foo_bar: {type: object, properties: {a: {type: string}}}, FooBar: {type: object, properties: {b: {type: string}}}";
        let both = "{type: object, properties: {lower: {$ref: '#/components/schemas/foo_bar'}, upper: {$ref: '#/components/schemas/FooBar'}}}";
        let code = generated(&responses(&format!("'200': {}", json(both)), schemas));
        let shape = code.shape("DoItResponse").to_owned();
        let types: Vec<&str> = shape.split(", ").map(|field| field.split(['<', '>']).nth(1).unwrap()).collect();
        assert_eq!((code.shape(types[0]), code.shape(types[1])), ("a: Option<String>", "b: Option<String>"));
    }),
    (SECTION[5], || {
        for name in ["Default", "Option", "String", "Vec", "Box", "Result", "Some", "None", "Ok", "Err", "Self"] {
            let schemas = format!("{name}: {{type: object, properties: {{a: {{type: string}}}}}}");
            let code = generated(&responses(
                &format!("'200': {}", json(&format!("{{$ref: '#/components/schemas/{name}'}}"))),
                &schemas,
            ));
            let response = code.call("DoIt").trim_start_matches("-> ").to_owned();
            assert_ne!(response, name);
            assert_eq!(code.shape(&response), "a: Option<String>", "{name}");
        }
    }),
    (SECTION[6], || {
        let code = generated(&response(
            "{type: object, properties: {sampleId: {type: string}, sample_id: {type: string}, '': {type: string}}}",
        ));
        assert_eq!(code.shape("DoItResponse").matches("sample_id").count(), 2);
        assert_eq!(code.shape("DoItResponse").matches(": Option<String>").count(), 3);
        code.has("rename = \"sampleId\"");
        code.has("rename = \"\"");
    }),
    (SECTION[7], || {
        let paths = format!(
            "/x: {{get: {{operationId: doIt, {DONE}}}, options: {{operationId: ask, {DONE}}}, trace: {{operationId: echo, {DONE}}}}}"
        );
        let code = generated(&api(&paths, ""));
        assert_eq!(code.output.model.operations.len(), 1);
        for method in ["options", "trace"] {
            assert!(code.changes().contains(&format!("/paths/~1x/{method}")), "{}", code.changes());
        }
    }),
    (SECTION[8], || {
        let schemas = "U: {nullable: true, oneOf: [{title: A, type: object, properties: {a: {type: string}}}, {title: B, type: object, properties: {b: {type: string}}}]}";
        let code = generated(&responses(
            &format!(
                "'200': {}",
                json(
                    "{type: object, required: [u], properties: {u: {$ref: '#/components/schemas/U'}, v: {$ref: '#/components/schemas/U'}}}"
                )
            ),
            schemas,
        ));
        assert_eq!(code.shape("DoItResponse"), "u: Option<U>, v: Option<U>");
        assert_eq!(code.shape("U"), "A(Ua) | B(Ub) | Other(Value)");
        let code = generated(&responses(&format!("'200': {}", json("{$ref: '#/components/schemas/U'}")), schemas));
        assert_eq!(code.call("DoIt"), "-> Option<U>");
    }),
    (SECTION[9], || {
        let schemas = "X: {$ref: '#/components/schemas/X'}";
        let code = generated(&responses(&format!("'200': {}", json("{$ref: '#/components/schemas/X'}")), schemas));
        assert_eq!(code.shape("X"), "(Value)");
        let schemas = "X: {$ref: '#/components/schemas/Y'}, Y: {type: object, properties: {a: {type: string}}}";
        let code = generated(&responses(&format!("'200': {}", json("{$ref: '#/components/schemas/X'}")), schemas));
        assert_eq!(code.call("DoIt"), "-> Y");
    }),
    (SECTION[10], || {
        let code = generated(&api(
            &[
                path("/a", "get", "operationId: one, tags: [Client Slots]"),
                path("/b", "get", "operationId: two, tags: [client-slots]"),
                path("/c", "get", "operationId: three, tags: [clientSlots]"),
            ]
            .join(", "),
            "",
        ));
        let mut features: Vec<&str> = code.output.model.tags.iter().map(|tag| tag.feature.as_str()).collect();
        features.sort_unstable();
        features.dedup();
        assert_eq!(features.len(), code.output.model.tags.len());
        for call in ["One", "Two", "Three"] {
            assert_eq!(code.call(call), "-> ()");
        }
    }),
    (SECTION[11], || {
        let code = generated(&api(&path("/a", "get", "operationId: one, tags: [First, Second]"), ""));
        assert_eq!(code.call("One"), "-> ()");
        code.has("tag: \"First\"");
    }),
];
