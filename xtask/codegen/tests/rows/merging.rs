//! 2.1: shapes that get one name are merged silently.

use super::{
    Row,
    description::{api, body, generated, json, responses},
};

/// The first column of the table.
pub(crate) const SECTION: [&str; 7] = [
    "200 `{b}`, 201 `{c}`",
    "400 `{b}`, 404 `{c}`",
    "2XX `{e}`, default `{z}`",
    "200 `{e}`, 4XX `{z}`, 5XX `{y}`",
    "Hero-like `POST /v1/patients/register_pds` (200 oneOf, 400/404/409 inline)",
    "two inline objects with the same `title: Thing` in two operations",
    "inline object with title = a component name; inline `W.slot` vs component `WSlot`; inline body vs component `DoItBody`",
];

fn object(field: &str) -> String {
    format!("{{type: object, required: [{field}], properties: {{{field}: {{type: string}}}}}}")
}

fn response(status: &str, field: &str) -> String {
    format!("'{status}': {}", json(&object(field)))
}

pub(crate) const ROWS: [Row; 7] = [
    (SECTION[0], || {
        let code = generated(&responses(&[response("200", "b"), response("201", "c")].join(", "), ""));
        assert_eq!(code.shape("DoItResponse"), "Ok(DoItResponseOk) | Created(DoItResponseCreated) | Other(Value)");
        assert_eq!((code.shape("DoItResponseOk"), code.shape("DoItResponseCreated")), ("b: String", "c: String"));
    }),
    (SECTION[1], || {
        let list = [response("200", "a"), response("400", "b"), response("404", "c")].join(", ");
        let code = generated(&responses(&list, ""));
        assert_eq!(code.call("DoIt"), "-> DoItResponse");
        assert_eq!(code.shape("DoItResponse"), "a: String");
        assert_eq!((code.shape("DoItError400"), code.shape("DoItError404")), ("b: String", "c: String"));
        code.has("StatusPattern::Exact(400), Some(\"DoItError400\")");
        code.has("StatusPattern::Exact(404), Some(\"DoItError404\")");
    }),
    (SECTION[2], || {
        let code = generated(&responses(&[response("2XX", "e"), response("default", "z")].join(", "), ""));
        assert_eq!(code.call("DoIt"), "-> DoItResponse");
        assert_eq!((code.shape("DoItResponse"), code.shape("DoItErrorDefault")), ("e: String", "z: String"));
        code.has("success: &[crate::StatusPattern::Class(2)]");
        code.has("StatusPattern::Default, Some(\"DoItErrorDefault\")");
    }),
    (SECTION[3], || {
        let list = [response("200", "e"), response("4XX", "z"), response("5XX", "y")].join(", ");
        let code = generated(&responses(&list, ""));
        assert_eq!(code.shape("DoItResponse"), "e: String");
        assert_eq!((code.shape("DoItError4xx"), code.shape("DoItError5xx")), ("z: String", "y: String"));
        code.has("StatusPattern::Class(4), Some(\"DoItError4xx\")");
    }),
    (SECTION[4], || {
        let union = "{oneOf: [{title: Registered, type: object, properties: {patient_id: {type: integer}}}, {title: Login, type: object, properties: {login_url: {type: string}}}]}";
        let list =
            [format!("'200': {}", json(union)), response("400", "b"), response("404", "c"), response("409", "d")];
        let code = generated(&responses(&list.join(", "), ""));
        assert_eq!(code.call("DoIt"), "-> DoItResponse");
        assert_eq!(
            code.shape("DoItResponse"),
            "Registered(DoItResponseRegistered) | Login(DoItResponseLogin) | Other(Value)"
        );
        let errors = ["DoItError400", "DoItError404", "DoItError409"].map(|name| code.shape(name));
        assert_eq!(errors, ["b: String", "c: String", "d: String"]);
    }),
    (SECTION[5], || {
        let thing = |field: &str| {
            json(&format!(
                "{{title: Thing, type: object, required: [{field}], properties: {{{field}: {{type: string}}}}}}"
            ))
        };
        let code = generated(&api(
            &format!(
                "/x: {{get: {{operationId: getOne, responses: {{'200': {}}}}}, delete: {{operationId: endOne, responses: {{'200': {}}}}}}}",
                thing("a"),
                thing("b")
            ),
            "",
        ));
        let [one, other] = ["GetOne", "EndOne"].map(|call| code.call(call).trim_start_matches("-> ").to_owned());
        assert_eq!((code.shape(&one), code.shape(&other)), ("a: String", "b: String"));
    }),
    (SECTION[6], || {
        let titled = object("a").replace("type: object", "type: object, title: Site");
        let code = generated(&body(
            &titled,
            &format!(
                "Site: {}, User: {{type: object, properties: {{site: {{$ref: '#/components/schemas/Site'}}}}}}",
                object("b")
            ),
        ));
        assert_eq!((code.shape("DoItBody"), code.call("DoIt").as_str()), ("a: String", "body: DoItBody -> ()"));

        let schemas = format!(
            "W: {{type: object, required: [slot, other], properties: {{slot: {}, other: {{$ref: '#/components/schemas/WSlot'}}}}}}, WSlot: {}",
            object("a"),
            object("b")
        );
        let code = generated(&responses(
            "'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/W'}}}}",
            &schemas,
        ));
        assert_eq!(code.shape("WSlot"), "b: String");
        let fields = code.shape("W").to_owned();
        assert!(fields.starts_with("other: WSlot, slot: "), "{fields}");
        assert_eq!(code.shape(fields.rsplit(' ').next().unwrap()), "a: String");

        let schemas = format!(
            "DoItBody: {}, User: {{type: object, properties: {{body: {{$ref: '#/components/schemas/DoItBody'}}}}}}",
            object("b")
        );
        let own = body(&object("a"), &schemas);
        let code = generated(&own.replace(
            "'204': {description: ok}",
            "'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}",
        ));
        let taken = code.call("DoIt");
        let taken = taken.trim_start_matches("body: ").split(' ').next().unwrap();
        assert_eq!((code.shape(taken), code.shape("DoItBody")), ("a: String", "b: String"));
    }),
];
