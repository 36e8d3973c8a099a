//! What a publisher may do to a description and mean the same: the transformations of the tests that no name changes by, and of
//! the rehearsal of the first update.

mod components;
mod inline;
mod nullability;
mod responses;

use document::schema::METHODS;
use serde_json::{Map, Value, json};

pub use self::{
    components::componentised,
    inline::inlined,
    nullability::as_openapi_30,
    responses::{with_more_fields, with_more_required},
};

/// Without what only a transcription has.
#[must_use]
pub fn published(mut description: Value) -> Value {
    remove_marks(&mut description);
    description
}

fn remove_marks(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|name, _| !name.starts_with("x-") || name.eq_ignore_ascii_case("x-api-key"));
            members.values_mut().for_each(remove_marks);
        }
        Value::Array(items) => items.iter_mut().for_each(remove_marks),
        _ => {}
    }
}

/// The members of every object in another order, and of every list whose order means nothing.
#[must_use]
pub fn shuffled(value: &Value, seed: u64) -> Value {
    const UNORDERED: [&str; 6] = ["oneOf", "anyOf", "enum", "required", "parameters", "tags"];
    match value {
        Value::Object(members) => {
            let mut members: Vec<(&String, &Value)> = members.iter().collect();
            members.sort_by_key(|(name, _)| mixed(seed, name));
            let shuffle = |(name, member): (&String, &Value)| {
                let mut member = shuffled(member, seed);
                if let Value::Array(items) = &mut member
                    && UNORDERED.contains(&name.as_str())
                {
                    items.sort_by_key(|item| mixed(seed, &item.to_string()));
                }
                (name.clone(), member)
            };
            Value::Object(members.into_iter().map(shuffle).collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(|item| shuffled(item, seed)).collect()),
        other => other.clone(),
    }
}

/// Any fixed order that mixes well will do.
fn mixed(seed: u64, text: &str) -> u64 {
    text.bytes().fold(seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Rewrites an operation, given its method and path.
type RewriteOperation<'a> = dyn FnMut(&str, &str, &mut Map<String, Value>) + 'a;

/// Every operation, with its method and path.
pub fn each_operation(description: &mut Value, rewrite: &mut RewriteOperation<'_>) {
    for (path, item) in description["paths"].as_object_mut().into_iter().flatten() {
        for (method, operation) in item.as_object_mut().into_iter().flatten() {
            if let Value::Object(operation) = operation
                && METHODS.contains(&method.as_str())
            {
                rewrite(method, path, operation);
            }
        }
    }
}

/// With 201 for every successful `POST` that was described as 200.
#[must_use]
pub fn with_created(mut description: Value) -> Value {
    each_operation(&mut description, &mut |method, _, operation| {
        if let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut)
            && method == "post"
            && responses.keys().filter(|status| status.starts_with('2')).count() == 1
            && let Some(response) = responses.shift_remove("200")
        {
            responses.insert("201".to_owned(), response);
        }
    });
    description
}

/// With every path parameter under another name.
#[must_use]
pub fn with_other_path_parameters(description: &Value) -> Value {
    let mut renamed = description.clone();
    let Some(paths) = renamed["paths"].as_object_mut() else { return renamed };
    for (path, mut item) in std::mem::take(paths) {
        rename_path_parameters(&mut item);
        paths.insert(path.replace('{', "{the_"), item);
    }
    if let Some(components) = renamed.pointer_mut("/components/parameters") {
        rename_path_parameters(components);
    }
    renamed
}

fn rename_path_parameters(value: &mut Value) {
    if value["in"] == "path"
        && let Some(name) = value["name"].as_str()
    {
        value["name"] = json!(format!("the_{name}"));
    }
    match value {
        Value::Object(members) => members.values_mut().for_each(rename_path_parameters),
        Value::Array(items) => items.iter_mut().for_each(rename_path_parameters),
        _ => {}
    }
}

/// With every path below another one, but for those with an operation that has no id.
#[must_use]
pub fn with_moved_paths(mut description: Value) -> Value {
    if let Some(paths) = description["paths"].as_object_mut() {
        let moved = |(path, item): (String, Value)| {
            let has_ids = METHODS
                .iter()
                .all(|method| item.get(method).is_none_or(|operation| operation["operationId"].is_string()));
            (if has_ids { format!("/moved{path}") } else { path }, item)
        };
        *paths = std::mem::take(paths).into_iter().map(moved).collect();
    }
    description
}

/// With every component schema under another name.
#[must_use]
pub fn with_other_component_names(description: &Value) -> Value {
    fn rename(value: &mut Value) {
        match value {
            Value::Object(members) => {
                for (name, member) in members.iter_mut() {
                    match member {
                        Value::String(reference) if name == "$ref" && reference.contains("/schemas/") => {
                            let (start, rest) = reference.split_once("/schemas/").unwrap_or_default();
                            let (name, way) =
                                rest.split_once('/').map_or((rest, None), |(name, way)| (name, Some(way)));
                            let way = way.map(|way| format!("/{way}")).unwrap_or_default();
                            *reference = format!("{start}/schemas/{name}Dto{way}");
                        }
                        Value::Object(mapping) if name == "mapping" => {
                            mapping.values_mut().for_each(|target| {
                                if let Value::String(reference) = target {
                                    reference.push_str("Dto");
                                }
                            });
                        }
                        member => rename(member),
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(rename),
            _ => {}
        }
    }
    let mut renamed = description.clone();
    // A discriminator without a mapping has the names of the components for values.
    each_schema(&mut renamed, &mut |schema| {
        let members = ["oneOf", "anyOf"].into_iter().find_map(|keyword| schema.get(keyword)?.as_array().cloned());
        let mapping: Map<String, Value> = members
            .into_iter()
            .flatten()
            .filter_map(|member| {
                Some((member["$ref"].as_str()?.rsplit('/').next()?.to_owned(), member["$ref"].clone()))
            })
            .collect();
        if schema["discriminator"].is_object() && schema["discriminator"]["mapping"].is_null() {
            schema["discriminator"]["mapping"] = Value::Object(mapping);
        }
    });
    rename(&mut renamed);
    if let Some(Value::Object(schemas)) = renamed.pointer_mut("/components/schemas") {
        *schemas = std::mem::take(schemas).into_iter().map(|(name, schema)| (format!("{name}Dto"), schema)).collect();
    }
    renamed
}

/// With one more value in every enum of texts that has more than one.
#[must_use]
pub fn with_more_values(mut description: Value) -> Value {
    each_schema(&mut description, &mut |schema| {
        if let Some(values) = schema.get_mut("enum").and_then(Value::as_array_mut)
            && values.iter().filter(|value| value.is_string()).count() > 1
        {
            values.insert(0, json!("a value of a later version"));
        }
    });
    description
}

/// With security schemes of other names.
#[must_use]
pub fn with_other_scheme_names(description: &Value) -> Value {
    let mut renamed = description.clone();
    if let Some(Value::Object(schemes)) = renamed.pointer_mut("/components/securitySchemes") {
        *schemes =
            std::mem::take(schemes).into_iter().map(|(name, scheme)| (format!("{name}Scheme"), scheme)).collect();
    }
    for requirement in renamed["security"].as_array_mut().into_iter().flatten() {
        if let Value::Object(names) = requirement {
            *names =
                std::mem::take(names).into_iter().map(|(name, scopes)| (format!("{name}Scheme"), scopes)).collect();
        }
    }
    renamed
}

/// With an operation beside each, whose tag, types and id are new, first in the file.
#[must_use]
pub fn with_more_operations(mut description: Value) -> Value {
    let mut paths = Map::new();
    let mut count = 0;
    each_operation(&mut description, &mut |_, _, operation| {
        count += 1;
        let mut more = operation.clone();
        more.insert("operationId".to_owned(), json!(format!("aLaterOperation{count}")));
        more.insert("tags".to_owned(), json!(["A Later Tag"]));
        more.insert("parameters".to_owned(), json!([]));
        paths.insert(format!("/a-later-version/{count}"), json!({ "post": more }));
    });
    if let Some(old) = description["paths"].as_object_mut() {
        paths.extend(std::mem::take(old));
        *old = paths;
    }
    description
}

/// With one more alternative, the first, in every union of objects.
#[must_use]
pub fn with_more_alternatives(mut description: Value) -> Value {
    each_schema(&mut description, &mut |schema| {
        for keyword in ["oneOf", "anyOf"] {
            let Some(Value::Array(members)) = schema.get_mut(keyword) else { continue };
            let tag = members.iter().find_map(|member| {
                let properties = member.get("properties")?.as_object()?;
                let is_tag = |property: &Value| property["enum"].as_array().is_some_and(|values| values.len() == 1);
                properties.iter().find(|(_, property)| is_tag(property)).map(|(name, _)| name.clone())
            });
            if members.iter().any(|member| member["type"] == "null")
                || members.iter().all(|member| member.get("properties").is_none())
            {
                continue;
            }
            let mut later = json!({ "type": "object", "required": ["of_a_later_version"], "properties": { "of_a_later_version": { "type": "string" } } });
            if let Some(tag) = tag {
                later["properties"][&tag] = json!({ "type": "string", "enum": ["a later tag"] });
                later["required"] = json!([tag]);
            }
            members.insert(0, later);
        }
    });
    description
}

/// Calls `rewrite` with everything that may be a schema: each object of the document with keywords of one.
pub(crate) fn each_schema(value: &mut Value, rewrite: &mut dyn FnMut(&mut Value)) {
    match value {
        Value::Object(members) => members.values_mut().for_each(|member| each_schema(member, rewrite)),
        Value::Array(items) => items.iter_mut().for_each(|item| each_schema(item, rewrite)),
        _ => return,
    }
    if value.is_object() {
        rewrite(value);
    }
}
