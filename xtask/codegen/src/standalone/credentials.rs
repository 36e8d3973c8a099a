//! Credentials for the security schemes that a description declares.

use heck::ToSnakeCase;
use serde_json::{Map, Value};

use document::error::Result;

use super::template;

/// The schemes of a description.
pub(super) struct Credentials {
    schemes: Vec<Scheme>,
    unsupported: Vec<(String, String)>,
}

struct Scheme {
    name: String,
    method: String,
    kind: Kind,
}

enum Kind {
    Header(String),
    Query(String),
    Bearer,
    Basic,
}

impl Credentials {
    pub(super) fn new(declared: &Map<String, Value>) -> Self {
        let mut credentials = Self { schemes: Vec::new(), unsupported: Vec::new() };
        for (name, scheme) in declared {
            let text = |key: &str| scheme.get(key).and_then(Value::as_str).unwrap_or_default();
            let kind = match (text("type"), text("in"), text("scheme").to_ascii_lowercase().as_str()) {
                ("apiKey", "header", _) if is_header_name(text("name")) => {
                    Kind::Header(text("name").to_ascii_lowercase())
                }
                ("apiKey", "query", _) => Kind::Query(text("name").to_owned()),
                ("http", _, "bearer") => Kind::Bearer,
                ("http", _, "basic") => Kind::Basic,
                // The token comes from elsewhere, and is sent as any other.
                ("oauth2" | "openIdConnect", _, _) => {
                    let what = format!("{} (get the token elsewhere, and set it by `with_bearer_token`)", text("type"));
                    credentials.unsupported.push((name.clone(), what));
                    continue;
                }
                (kind, place, scheme) => {
                    credentials.unsupported.push((name.clone(), [kind, place, scheme].join(" ").trim().to_owned()));
                    continue;
                }
            };
            let mut method = format!("with_{}", name.to_snake_case());
            while OF_THE_MODULE.contains(&method.as_str())
                || credentials.schemes.iter().any(|scheme| scheme.method == method)
            {
                method.push('_');
            }
            credentials.schemes.push(Scheme { name: name.clone(), method, kind });
        }
        credentials
    }

    /// What a person has to know.
    pub(super) fn readme(&self) -> String {
        let mut text = String::new();
        if self.schemes.is_empty() {
            text.push_str("`Credentials::none()` sends none: the description declares no scheme that could be used.\n");
        } else {
            text.push_str("Start with `Credentials::none()` and add what the operations need:\n\n");
        }
        for Scheme { name, method, kind } in &self.schemes {
            let what = match kind {
                Kind::Header(header) => format!("sent in the header `{header}`"),
                Kind::Query(parameter) => format!("sent in the query parameter `{parameter}`"),
                Kind::Bearer => "a bearer token".to_owned(),
                Kind::Basic => "a user and a password".to_owned(),
            };
            text.push_str(&format!("- `{method}`: the scheme `{}`, {what}.\n", crate::normalise::escape(name)));
        }
        for (name, what) in &self.unsupported {
            text.push_str(&format!("\nThe scheme `{}` is not supported: {what}.\n", crate::normalise::escape(name)));
        }
        text
    }

    /// The lines of a program that make credentials for the first scheme.
    pub(super) fn example(&self) -> String {
        let Some(Scheme { method, kind, .. }) = self.schemes.first() else {
            return "    let credentials = Credentials::none();\n".to_owned();
        };
        match kind {
            Kind::Header(_) => format!(
                "    let key = std::env::var(\"API_KEY\")?;\n    let credentials = Credentials::none().{method}(&key)?;\n"
            ),
            Kind::Query(_) => format!(
                "    let key = std::env::var(\"API_KEY\")?;\n    let credentials = Credentials::none().{method}(&key);\n"
            ),
            Kind::Bearer => format!(
                "    let token = std::env::var(\"API_TOKEN\")?;\n    let credentials = Credentials::none().{method}(&token)?;\n"
            ),
            Kind::Basic => format!(
                "    let (user, password) = (std::env::var(\"API_USER\")?, std::env::var(\"API_PASSWORD\")?);\n    let credentials = Credentials::none().{method}(&user, &password)?;\n"
            ),
        }
    }

    /// `src/credentials.rs`.
    ///
    /// # Errors
    ///
    /// When the template and the values do not fit.
    pub(super) fn module(&self) -> Result<String> {
        let mut methods = String::new();
        for Scheme { name, method, kind } in &self.schemes {
            let name = crate::normalise::escape(name).replace('\n', " ");
            methods.push_str(&match kind {
                Kind::Header(header) => format!(
                    "\n    /// Adds the credential of the scheme `{name}`.\n    ///\n    /// # Errors\n    ///\n    /// The value is empty, or holds what a header cannot carry.\n    pub fn {method}(self, value: &str) -> Result<Self, Error> {{\n        self.with_header({header:?}, value)\n    }}\n"
                ),
                Kind::Query(parameter) => format!(
                    "\n    /// Adds the credential of the scheme `{name}`.\n    #[must_use]\n    pub fn {method}(mut self, value: &str) -> Self {{\n        self.query.push(({parameter:?}, value.to_owned()));\n        self\n    }}\n"
                ),
                Kind::Bearer => format!(
                    "\n    /// Adds the token of the scheme `{name}`.\n    ///\n    /// # Errors\n    ///\n    /// The token is empty, or holds what a header cannot carry.\n    pub fn {method}(self, token: &str) -> Result<Self, Error> {{\n        self.with_bearer_token(token)\n    }}\n"
                ),
                Kind::Basic => format!(
                    "\n    /// Adds the user and password of the scheme `{name}`.\n    ///\n    /// # Errors\n    ///\n    /// The request could not be written with them.\n    pub fn {method}(self, user: &str, password: &str) -> Result<Self, Error> {{\n        self.with_user(user, password)\n    }}\n"
                ),
            });
        }
        template::fill(TEMPLATE, &[("schemes", methods.trim_matches('\n'))])
    }
}

fn is_header_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// The methods that the module has whatever the schemes are called.
const OF_THE_MODULE: [&str; 3] = ["with_bearer_token", "with_header", "with_user"];

/// The module without the methods of the schemes.
const TEMPLATE: &str = include_str!("templates/credentials.rs.template");

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_scheme_named_like_a_method_is_renamed() {
        let bearer = json!({"type": "http", "scheme": "bearer"});
        let declared = json!({"bearerToken": bearer, "header": bearer, "user": bearer, "a-b": bearer, "a_b": bearer});
        let module = Credentials::new(declared.as_object().unwrap_or(&Map::new())).module().unwrap();
        let file = syn::parse_file(&module).unwrap_or_else(|error| panic!("{error}: {module}"));
        let mut names: Vec<String> = Vec::new();
        for item in file.items {
            if let syn::Item::Impl(item) = item {
                names.extend(item.items.iter().filter_map(|member| match member {
                    syn::ImplItem::Fn(function) => Some(function.sig.ident.to_string()),
                    _ => None,
                }));
            }
        }
        let distinct: std::collections::BTreeSet<&String> = names.iter().collect();
        assert_eq!(distinct.len(), names.len(), "{names:?}");
        assert!(names.contains(&"with_bearer_token_".to_owned()), "{names:?}");
    }
}
