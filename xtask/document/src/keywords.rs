//! What the keywords of a description hold: schemas, names that people chose, data, or text for people.

use serde_json::Value;

/// The schemas below a keyword of a schema.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Subschemas {
    /// One schema.
    One,
    /// A list of schemas.
    List,
    /// A schema for each name.
    Named,
}

/// The schemas below a keyword of a schema, if it holds some.
#[must_use]
pub fn subschemas(keyword: &str) -> Option<Subschemas> {
    Some(match keyword {
        "properties" | "patternProperties" | "$defs" | "definitions" | "dependentSchemas" => Subschemas::Named,
        "allOf" | "oneOf" | "anyOf" | "prefixItems" => Subschemas::List,
        "items"
        | "additionalProperties"
        | "not"
        | "if"
        | "then"
        | "else"
        | "contains"
        | "propertyNames"
        | "unevaluatedItems"
        | "unevaluatedProperties" => Subschemas::One,
        _ => return None,
    })
}

/// What the value of a keyword is, in any object of a description.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Content {
    /// An object of the description, or a list of them.
    Parts,
    /// Names that people chose, and an object of the description for each.
    Named,
    /// Data of the API, in which `$ref` is a key like any other.
    Data,
}

/// What the value of a keyword is.
#[must_use]
pub fn content(keyword: &str, value: &Value) -> Content {
    match keyword {
        _ if subschemas(keyword) == Some(Subschemas::Named) => Content::Named,
        "schemas" | "responses" | "requestBodies" | "headers" | "securitySchemes" | "links" | "callbacks"
        | "pathItems" | "paths" | "webhooks" | "content" | "encoding" => Content::Named,
        // As lists, the parameters of an operation and the examples of a schema.
        "parameters" | "examples" if value.is_object() => Content::Named,
        "examples" | "example" | "default" | "enum" | "const" | "value" | "mapping" | "scopes" | "variables" => {
            Content::Data
        }
        _ if keyword.starts_with("x-") => Content::Data,
        _ => Content::Parts,
    }
}

/// Keywords of a schema that show a value or point elsewhere.
pub const ILLUSTRATIONS: [&str; 3] = ["example", "examples", "externalDocs"];

/// Keywords of a schema that only tell people something. More keywords leave the values as they are, such as `deprecated` and
/// `default`, but programs read those.
pub const FOR_PEOPLE: [&str; 6] = ["title", "description", "$comment", "example", "examples", "externalDocs"];

/// Whether a keyword of a schema only tells people something.
#[must_use]
pub fn is_for_people(keyword: &str) -> bool {
    FOR_PEOPLE.contains(&keyword)
}
