//! A description of any size, in which every operation is as large as the others, and about as large as one of ours.
#![allow(unreachable_pub, reason = "it is a module of test programs and of an example")]

use serde_json::{Value, json};

/// As many operations, each with parameters, a body, a response and errors; each component is shared by two. With what is
/// inline, that makes four and a half schemas an operation: more than most large public descriptions have.
pub fn description(operations: usize) -> Value {
    let paths: serde_json::Map<String, Value> =
        (0..operations).map(|index| (format!("/v1/things{index}/{{id}}"), path(index))).collect();
    let mut schemas: serde_json::Map<String, Value> =
        (0..operations.div_ceil(2)).map(|index| (format!("Shape{index}"), shape(index))).collect();
    schemas.insert("Problem".to_owned(), json!({
        "type": "object", "required": ["message"], "properties": {"message": {"type": "string"}, "code": {"type": "integer"}},
    }));
    schemas.insert("Order".to_owned(), json!({"type": "string", "enum": ["up", "down"]}));
    schemas.insert("Kind".to_owned(), json!({"type": "string", "enum": ["one", "two", "three"]}));
    json!({
        "openapi": "3.1.0",
        "info": {"title": "Synthetic", "version": "1.0.0"},
        "paths": paths,
        "components": {"schemas": schemas},
    })
}

fn path(index: usize) -> Value {
    let shape = json!({"$ref": format!("#/components/schemas/Shape{}", index / 2)});
    let content = |schema: Value| json!({"application/json": {"schema": schema}});
    json!({"post": {
        // A tag for every twenty operations, so that tags grow along as they would.
        "tags": [format!("Tag {}", index / 20)],
        "operationId": format!("changeThing{index}"),
        "summary": format!("Change thing {index}"),
        "description": "Changes a thing and returns what became of it.",
        "parameters": [
            {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}, "description": "Which one."},
            {"name": "dry_run", "in": "query", "schema": {"type": "boolean"}},
            {"name": "order", "in": "query", "schema": {"$ref": "#/components/schemas/Order"}},
        ],
        "requestBody": {"required": true, "content": content(json!({
            "type": "object",
            "required": ["name"],
            "properties": {
                "name": {"type": "string", "maxLength": 80, "description": "What people call it."},
                "size": {"type": "integer", "minimum": 0},
                "kind": {"$ref": "#/components/schemas/Kind"},
            },
        }))},
        "responses": {
            "200": {"description": "The thing.", "content": content(json!({
                "type": "object",
                "required": ["data"],
                "properties": {"data": shape, "count": {"type": "integer"}, "note": {"type": ["string", "null"]}},
            }))},
            "400": {"description": "Refused.", "content": content(json!({"$ref": "#/components/schemas/Problem"}))},
        },
    }})
}

fn shape(index: usize) -> Value {
    json!({
        "type": "object",
        "required": ["id", "status"],
        "description": format!("The shape {index}."),
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "status": {"type": "string", "enum": ["open", "closed"]},
            "created_at": {"type": "string", "format": "date-time"},
            "labels": {"type": "array", "items": {"type": "string"}},
            "place": {"type": "object", "properties": {"x": {"type": "number"}, "y": {"type": "number"}}},
        },
    })
}
