//! The schemas in the description that a path of an observation leads to.

use codegen::shapes::{OperationShapes, Shape, Shapes, Step, steps};
use document::schema::escape;
use serde_json::Value;

use super::Key;

/// The schemas that a path leads to.
#[derive(Clone, Debug)]
pub(super) struct Reached<'a> {
    pub(super) shape: &'a Shape,
    /// Where the schema is used: below `properties`, `items`, `additionalProperties`, or a media type.
    pub(super) sites: Vec<String>,
}

/// The shape and the sites at a path below the body of a message.
pub(super) fn reach<'a>(
    document: &Value,
    shapes: &'a Shapes,
    operation: &OperationShapes,
    key: &Key,
    path: &str,
) -> Option<Reached<'a>> {
    let (root, site) = root(operation, key)?;
    let mut reached = Reached { shape: shapes.shapes.get(root)?, sites: vec![site] };
    for step in steps(path) {
        let (below, next) = match step {
            Step::Items => ("items".to_owned(), reached.shape.items?),
            Step::Field("*") => ("additionalProperties".to_owned(), reached.shape.map?),
            Step::Field(name) => (format!("properties/{}", escape(name)), reached.shape.properties.get(name)?.shape),
        };
        let places = reached.shape.places.iter().flatten().map(|place| format!("{place}/{below}"));
        let mut sites: Vec<String> = places.filter(|site| document.pointer(site).is_some()).collect();
        sites.sort_unstable();
        sites.dedup();
        reached = Reached { shape: shapes.shapes.get(next)?, sites };
    }
    Some(reached)
}

fn root(operation: &OperationShapes, key: &Key) -> Option<(usize, String)> {
    let (holder, content) = if key.is_request {
        (format!("{}/requestBody", operation.pointer), &operation.request)
    } else {
        let (_, response) = operation.response(key.status)?;
        (response.pointer.clone(), &response.content)
    };
    let is_json = |name: &str| name == "application/json" || name.ends_with("+json");
    let (media, shape) = content.iter().find(|(name, _)| is_json(name)).or_else(|| content.iter().next())?;
    Some((*shape, format!("{holder}/content/{}/schema", escape(media))))
}

/// The schemas that hold the fields of an object: one for each alternative.
pub(super) fn holders(document: &Value, shape: &Shape) -> Vec<String> {
    let has = |place: &&String, keyword: &str| document.pointer(place).is_some_and(|node| node.get(keyword).is_some());
    let mut holders: Vec<String> = shape
        .places
        .iter()
        .filter_map(|parts| {
            let with_fields = parts.iter().rev().find(|place| has(place, "properties"));
            with_fields.or_else(|| parts.iter().rev().find(|place| !has(place, "$ref") && !has(place, "allOf")))
        })
        .cloned()
        .collect();
    holders.sort_unstable();
    holders.dedup();
    holders
}

/// The schemas of a shape with this keyword.
pub(super) fn with_keyword(document: &Value, shape: &Shape, keyword: &str) -> Vec<String> {
    let has = |place: &String| document.pointer(place).is_some_and(|node| node.get(keyword).is_some());
    let mut places: Vec<String> = shape.places.iter().flatten().filter(|place| has(place)).cloned().collect();
    places.sort_unstable();
    places.dedup();
    places
}
