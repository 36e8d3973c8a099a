//! What a name does not pass to.

use std::collections::BTreeMap;

use codegen::normalise::{Names, Normalised};
use serde_json::{Value, json};

use super::{run, types};

/// A description with one operation whose body and response are these.
fn description(body: Value, response: Value, schemas: Value) -> Value {
    let content = |schema: Value| json!({ "description": "", "content": { "application/json": { "schema": schema } } });
    json!({
        "openapi": "3.1.0", "info": { "title": "Formats", "version": "1" },
        "paths": { "/convert": { "post": {
            "operationId": "convert", "tags": ["Files"],
            "requestBody": content(body), "responses": { "200": content(response) },
        } } },
        "components": { "schemas": schemas },
    })
}

fn object(fields: &[&str]) -> Value {
    let properties: serde_json::Map<String, Value> =
        fields.iter().map(|field| ((*field).to_owned(), json!({ "type": "string" }))).collect();
    json!({ "type": "object", "properties": properties })
}

fn tagged(tag: &str, fields: &[&str]) -> Value {
    let mut schema = object(fields);
    schema["properties"]["type"] = json!({ "type": "string", "enum": [tag] });
    schema["required"] = json!(["type"]);
    schema
}

/// The names that are gone, and the type in the place of each.
fn retired(before: &Value, after: &Value) -> BTreeMap<String, Option<String>> {
    let known = run(before, &Names::default()).names;
    run(after, &known).retired
}

fn variants(before: &Value, after: &Value, union: &str) -> BTreeMap<String, String> {
    let known = run(before, &Names::default()).names;
    run(after, &known).names.types[union].variants.clone()
}

fn pairs(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn an_alternative_put_first_gets_a_name_of_its_own() {
    let union = |members: Value| {
        let schemas = json!({ "Format": { "oneOf": members } });
        description(json!({ "$ref": "#/components/schemas/Format" }), json!({ "type": "string" }), schemas)
    };
    let before = union(json!([tagged("step", &["unit"]), tagged("stl", &["unit"])]));
    let after = union(json!([tagged("acis", &["unit"]), tagged("step", &["unit"]), tagged("stl", &["unit"])]));
    let expected = pairs(&[("Acis", "FormatAcis"), ("Step", "FormatStep"), ("Stl", "FormatStl")]);
    assert_eq!(variants(&before, &after, "Format"), expected);
    assert_eq!(retired(&before, &after), BTreeMap::new());
}

#[test]
fn an_untagged_alternative_is_known_by_shape() {
    let union = |members: Value| description(json!({ "oneOf": members }), json!({ "type": "string" }), json!({}));
    let before = union(json!([object(&["iban", "owner"]), object(&["card", "owner"])]));
    let known = run(&before, &Names::default()).names.types["ConvertBody"].variants.clone();
    // What used to tell the first from the other is in both now.
    let after = union(json!([object(&["iban", "phone"]), object(&["card", "owner"]), object(&["iban", "owner"])]));
    let now = variants(&before, &after, "ConvertBody");
    for (variant, target) in &known {
        assert_eq!(now.get(variant), Some(target));
    }
    assert_eq!(now.len(), 3);
    let kept = run(&after, &run(&before, &Names::default()).names);
    assert!(types(&kept)[&known["Iban"]].contains("owner"));
}

#[test]
fn titles_that_change_places_keep_their_variants() {
    let titled = |title: &str, fields: &[&str]| {
        let mut schema = object(fields);
        schema["title"] = json!(title);
        schema
    };
    let union = |members: Value| description(json!({ "oneOf": members }), json!({ "type": "string" }), json!({}));
    let before = union(json!([titled("Card", &["number"]), titled("Account", &["number"])]));
    let after =
        union(json!([titled("Account", &["number"]), titled("Voucher", &["number"]), titled("Card", &["number"])]));
    let now = variants(&before, &after, "ConvertBody");
    let expected =
        pairs(&[("Account", "ConvertBodyAccount"), ("Card", "ConvertBodyCard"), ("Voucher", "ConvertBodyVoucher")]);
    assert_eq!(now, expected);
}

#[test]
fn a_replaced_alternative_retires_its_name() {
    let union = |members: Value| {
        let schemas = json!({ "Format": { "oneOf": members } });
        description(json!({ "$ref": "#/components/schemas/Format" }), json!({ "type": "string" }), schemas)
    };
    let before = union(json!([tagged("step", &["unit"]), tagged("stl", &["unit"])]));
    let after = union(json!([tagged("obj", &["unit"]), tagged("stl", &["unit"])]));
    assert_eq!(variants(&before, &after, "Format"), pairs(&[("Obj", "FormatObj"), ("Stl", "FormatStl")]));
    let gone: Vec<String> = retired(&before, &after).into_keys().collect();
    assert_eq!(gone, ["FormatStep", "FormatStepType"]);
}

#[test]
fn a_schema_that_moved_takes_its_name_along() {
    let before = description(json!({ "type": "string" }), object(&["id", "name"]), json!({}));
    let wrapper =
        json!({ "type": "object", "properties": { "data": object(&["id", "name"]), "took": { "type": "number" } } });
    let after = description(json!({ "type": "string" }), wrapper, json!({}));
    let known = run(&before, &Names::default()).names;
    let now = types(&run(&after, &known));
    assert!(now["ConvertResponse"].contains("name"), "{now:?}");
    assert!(now["ConvertResponse2"].contains("took"), "{now:?}");
}

#[test]
fn a_name_that_is_gone_is_not_given_again() {
    let named = |id: &str, schema: Value| {
        let mut description = description(json!({ "type": "string" }), schema, json!({}));
        description["paths"]["/convert"]["post"]["operationId"] = json!(id);
        description
    };
    let before = named("convert", object(&["id"]));
    let mut after = named("other", json!({ "$ref": "#/components/schemas/ConvertResponse" }));
    after["paths"] = json!({ "/other": after["paths"]["/convert"] });
    after["components"]["schemas"] = json!({ "ConvertResponse": object(&["id"]) });
    let known = run(&before, &Names::default()).names;
    let now = run(&after, &known);
    assert!(!now.names.types.contains_key("ConvertResponse"), "{:?}", now.names.types);
    assert!(now.retired.contains_key("ConvertResponse"));
}

#[test]
fn a_changed_copy_gets_a_name_of_its_own() {
    let person = json!({ "$ref": "#/components/schemas/Person" });
    let both = |one: Value, other: Value, schemas: Value| {
        let response = json!({ "type": "object", "properties": { "author": one, "reader": other } });
        description(json!({ "type": "string" }), response, schemas)
    };
    let before = both(person.clone(), person, json!({ "Person": object(&["first", "last"]) }));
    let after = both(object(&["first", "last"]), object(&["first", "last", "card"]), json!({}));
    let known = run(&before, &Names::default()).names;
    let now = types(&run(&after, &known));
    assert!(now["ConvertResponse"].contains(".author: Person"), "{now:?}");
    assert!(now["ConvertResponse"].contains(".reader: ConvertResponseReader"), "{now:?}");
    assert!(!now["Person"].contains("card"));
}

#[test]
fn names_stay_when_others_collide() {
    let with = |values: Value, fields: &[&str]| {
        let mut response = object(fields);
        response["properties"]["order"] = json!({ "type": "string", "enum": values });
        description(json!({ "type": "string" }), response, json!({}))
    };
    let before = with(json!(["asc", "desc"]), &["birthDate", "name"]);
    let known = run(&before, &Names::default()).names;
    let after = with(json!(["ASC", "asc", "desc"]), &["birth_date", "birthDate", "name"]);
    let now = run(&after, &known);
    assert_eq!(values_of(&now), pairs(&[("ASC", "Asc2"), ("asc", "Asc"), ("desc", "Desc")]));
    let fields = now.document["components"]["schemas"]["ConvertResponse"]["properties"].as_object().unwrap();
    assert!(fields.contains_key("birthDate"), "{fields:?}");
    // And without the new ones again, the old are as they were.
    let then = run(&with(json!(["ASC"]), &["birth_date"]), &now.names);
    assert_eq!(values_of(&then), pairs(&[("ASC", "Asc2")]));
    let fields = &then.facts.schemas["ConvertResponse"].properties;
    assert!(fields.values().any(|facts| facts.wire_name.as_deref() == Some("birth_date")), "{fields:?}");
}

/// The values of `order` on the wire, and what they are called.
fn values_of(normalised: &Normalised) -> BTreeMap<String, String> {
    let names = normalised.document["components"]["schemas"]["ConvertResponseOrder"]["enum"].as_array().unwrap();
    let values = normalised.facts.schemas["ConvertResponseOrder"].wire_values.as_ref().unwrap();
    values.iter().zip(names).map(|(value, name)| (value.clone(), name.as_str().unwrap().to_owned())).collect()
}
