//! What people call the place that a JSON pointer names.

use serde_json::Value;

use super::resolve::{Description, text};
use document::schema::{METHODS, escape, unescape};

/// A place in words.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Location {
    /// The place: "`email` of schema `Patient`".
    pub(super) name: String,
    /// The operation or shared part that it belongs to: "`GET /patients`".
    pub(super) owner: String,
}

/// The place in words.
pub(super) fn location(root: &Value, pointer: &str) -> Location {
    // Quotes around names are backticks.
    let tokens: Vec<String> = pointer.split('/').skip(1).map(|token| unescape(token).replace('`', "'")).collect();
    let mut tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    // A name in a list of required fields stands for the field.
    let field = root.pointer(pointer).and_then(Value::as_str).map(|name| name.replace('`', "'"));
    if let (Some(field), [holder @ .., "required", _] | [holder @ .., "dependentRequired", _, _]) =
        (&field, &tokens[..])
    {
        tokens = [holder, &["properties", field.as_str()]].concat();
    }
    let names = Names { description: Description::new(root), root };
    match tokens[..] {
        ["paths", path, ref rest @ ..] => names.path_item(&format!("/paths/{}", escape(path)), path, rest),
        ["webhooks", name, ref rest @ ..] => {
            names.path_item(&format!("/webhooks/{}", escape(name)), &format!("webhook {name}"), rest)
        }
        ["components", section, name, ref rest @ ..] => {
            names.component(section, name, rest, &format!("/components/{section}/{}", escape(name)))
        }
        [] => all("the description"),
        _ => all("the API"),
    }
}

fn all(name: &str) -> Location {
    Location { name: name.to_owned(), owner: name.to_owned() }
}

struct Names<'a> {
    description: Description<'a>,
    root: &'a Value,
}

impl Names<'_> {
    fn path_item(&self, pointer: &str, path: &str, rest: &[&str]) -> Location {
        match rest {
            [method, rest @ ..] if METHODS.contains(method) => {
                let owner = if path.starts_with("webhook ") {
                    format!("`{path}`")
                } else {
                    format!("`{} {path}`", method.to_uppercase())
                };
                self.operation(&format!("{pointer}/{method}"), owner, rest)
            }
            ["parameters", index, rest @ ..] => {
                let owner = format!("`{path}`");
                self.parameter(&format!("{pointer}/parameters/{index}"), &owner, rest)
            }
            _ => all(&format!("`{path}`")),
        }
    }

    fn operation(&self, pointer: &str, owner: String, rest: &[&str]) -> Location {
        let name = match rest {
            ["parameters", index, rest @ ..] => {
                return self.parameter(&format!("{pointer}/parameters/{index}"), &owner, rest);
            }
            ["requestBody", rest @ ..] => inside(&format!("the body of {owner}"), rest),
            ["responses", status, rest @ ..] => response(&format!("the {status} response of {owner}"), rest),
            ["callbacks", callback, rest @ ..] => {
                let name = format!("callback `{callback}` of {owner}");
                match rest {
                    [expression, method, rest @ ..] if METHODS.contains(method) => {
                        let below = format!("{pointer}/callbacks/{}/{}/{method}", escape(callback), escape(expression));
                        self.operation(&below, name, rest).name
                    }
                    _ => name,
                }
            }
            _ => owner.clone(),
        };
        Location { name, owner }
    }

    fn parameter(&self, pointer: &str, owner: &str, rest: &[&str]) -> Location {
        let parameter = self.root.pointer(pointer).map(|parameter| self.description.follow(parameter));
        let said = |key| parameter.and_then(|parameter| text(parameter, key)).unwrap_or("?");
        let name = inside(&format!("{} parameter `{}` of {owner}", said("in"), said("name")), rest);
        Location { name, owner: owner.to_owned() }
    }

    fn component(&self, section: &str, name: &str, rest: &[&str], pointer: &str) -> Location {
        let owner = match section {
            "schemas" => format!("schema `{name}`"),
            "parameters" => {
                let parameter = self.root.pointer(pointer);
                let said = |key| parameter.and_then(|parameter| text(parameter, key)).unwrap_or("?");
                format!("{} parameter `{}`", said("in"), said("name"))
            }
            "responses" => format!("the shared response `{name}`"),
            "requestBodies" => format!("the shared body `{name}`"),
            "headers" => format!("the shared header `{name}`"),
            "securitySchemes" => format!("`{name}`"),
            _ => format!("`{name}` of {section}"),
        };
        let name = match section {
            "schemas" => fields(&owner, rest),
            "responses" => response(&owner, rest),
            _ => inside(&owner, rest),
        };
        Location { name, owner }
    }
}

fn response(name: &str, rest: &[&str]) -> String {
    match rest {
        ["headers", header, rest @ ..] => inside(&format!("header `{header}` of {name}"), rest),
        ["links", link, ..] => format!("`{link}` of {name}"),
        _ => inside(name, rest),
    }
}

/// A place inside something that has a schema, maybe below a media type.
fn inside(name: &str, rest: &[&str]) -> String {
    match rest {
        ["content", _, "schema", rest @ ..] | ["schema", rest @ ..] => fields(name, rest),
        _ => name.to_owned(),
    }
}

/// A place inside a schema.
fn fields(name: &str, rest: &[&str]) -> String {
    let mut path = String::new();
    let mut rest = rest;
    loop {
        rest = match rest {
            ["properties", field, rest @ ..] => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(field);
                rest
            }
            ["items", rest @ ..] => {
                path.push_str("[]");
                rest
            }
            ["prefixItems", index, rest @ ..] => {
                path.push_str(&format!("[{index}]"));
                rest
            }
            ["additionalProperties", rest @ ..] => {
                path.push_str(if path.is_empty() { "*" } else { ".*" });
                rest
            }
            ["patternProperties", pattern, rest @ ..] => {
                path.push_str(&format!("{}/{pattern}/", if path.is_empty() { "" } else { "." }));
                rest
            }
            ["oneOf" | "anyOf", index, rest @ ..] if !rest.is_empty() => {
                path.push_str(&format!("({})", index.parse::<usize>().map_or(0, |index| index + 1)));
                rest
            }
            ["allOf", _, rest @ ..] => rest,
            [
                keyword @ ("not" | "if" | "then" | "else" | "contains" | "propertyNames" | "contentSchema"),
                rest @ ..,
            ] => {
                path.push_str(&format!("{}({keyword})", if path.is_empty() { "" } else { "." }));
                rest
            }
            ["dependentSchemas", name, rest @ ..] => {
                path.push_str(&format!("{}(with {name})", if path.is_empty() { "" } else { "." }));
                rest
            }
            _ => break,
        };
    }
    if path.is_empty() { name.to_owned() } else { format!("`{path}` of {name}") }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn places_have_names_that_people_use() {
        let root = json!({
            "paths": {"/a/{id}": {
                "parameters": [{"in": "path", "name": "id"}],
                "get": {"parameters": [{"$ref": "#/components/parameters/P"}]},
            }},
            "components": {
                "parameters": {"P": {"in": "query", "name": "page"}},
                "schemas": {"R": {"required": ["id"]}},
            },
        });
        for (pointer, name) in [
            ("", "the description"),
            ("/servers/0", "the API"),
            ("/paths/~1a~1{id}/parameters/0/schema", "path parameter `id` of `/a/{id}`"),
            ("/paths/~1a~1{id}/get/parameters/0", "query parameter `page` of `GET /a/{id}`"),
            ("/paths/~1a~1{id}/get/security", "`GET /a/{id}`"),
            (
                "/paths/~1a~1{id}/get/responses/200/content/application~1json/schema/properties/data/items/properties/x/enum/3",
                "`data[].x` of the 200 response of `GET /a/{id}`",
            ),
            (
                "/paths/~1a~1{id}/get/responses/200/headers/X-Y/schema",
                "header `X-Y` of the 200 response of `GET /a/{id}`",
            ),
            ("/paths/~1a~1{id}/get/requestBody/content/a~1b/schema", "the body of `GET /a/{id}`"),
            ("/webhooks/w/post/requestBody", "the body of `webhook w`"),
            ("/components/parameters/P/schema/items", "`[]` of query parameter `page`"),
            (
                "/components/schemas/S/allOf/1/properties/a/additionalProperties/properties/b/maxLength",
                "`a.*.b` of schema `S`",
            ),
            ("/components/schemas/S/required/0", "schema `S`"),
            ("/components/schemas/R/required/0", "`id` of schema `R`"),
            ("/components/schemas/R/not/properties/a/maxLength", "`(not).a` of schema `R`"),
            ("/components/schemas/R/properties/b/if/properties/c", "`b.(if).c` of schema `R`"),
            (
                "/paths/~1a~1{id}/get/callbacks/done/{$url}/post/requestBody/content/a~1b/schema/properties/ok/type",
                "`ok` of the body of callback `done` of `GET /a/{id}`",
            ),
        ] {
            assert_eq!(location(&root, pointer).name, name, "{pointer}");
        }
    }
}
