//! Small descriptions in YAML, and what comes out of them.

use std::fmt::Write as _;

use codegen::pipeline::{self, Input, Output};
use syn::{FnArg, GenericParam, Item, ItemImpl, ReturnType, Type, WherePredicate, visit::Visit};

/// A description with these paths and components, both written as YAML in one line.
pub(crate) fn api(paths: &str, components: &str) -> String {
    format!(
        "openapi: 3.0.3\ninfo: {{title: Rows, version: '1'}}\npaths: {{{paths}}}\ncomponents: {{schemas: {{{components}}}}}\n"
    )
}

/// One operation, `GET /x`, with these members beside its id.
pub(crate) fn get(members: &str) -> String {
    api(&format!("/x: {{get: {{operationId: doIt, {members}}}}}"), "")
}

/// `GET /x` with these parameters and a response without a body.
pub(crate) fn parameters(list: &str) -> String {
    get(&format!("parameters: [{list}], responses: {{'204': {{description: ok}}}}"))
}

/// `GET /x` that responds with JSON of this schema.
pub(crate) fn response(schema: &str) -> String {
    responses(&format!("'200': {}", json(schema)), "")
}

/// `GET /x` with these responses, and components.
pub(crate) fn responses(list: &str, components: &str) -> String {
    api(&format!("/x: {{get: {{operationId: doIt, responses: {{{list}}}}}}}"), components)
}

/// `POST /x` with a required body of this schema, and components.
pub(crate) fn body(schema: &str, components: &str) -> String {
    request(&format!("application/json: {{schema: {schema}}}"), components)
}

/// `POST /x` with a required body of these media types, and components.
pub(crate) fn request(media_types: &str, components: &str) -> String {
    api(
        &format!(
            "/x: {{post: {{operationId: doIt, requestBody: {{required: true, content: {{{media_types}}}}}, responses: {{'204': {{description: ok}}}}}}}}"
        ),
        components,
    )
}

/// A response with JSON of this schema.
pub(crate) fn json(schema: &str) -> String {
    format!("{{description: ok, content: {{application/json: {{schema: {schema}}}}}}}")
}

fn run(description: &str) -> document::error::Result<Output> {
    pipeline::run(Input::new(description.as_bytes(), &[], "file"))
}

/// What the pipeline says of a description that it refuses: the place and the remedy are in it.
#[track_caller]
pub(crate) fn refused(description: &str) -> String {
    let message = run(description).err().unwrap_or_else(|| panic!("it was taken: {description}")).to_string();
    assert!(message.contains("\n  at openapi.yaml:") && message.contains(", /"), "no place: {message}");
    assert!(message.contains("\n  to fix: "), "no remedy: {message}");
    message
}

/// The bindings of a description.
#[track_caller]
pub(crate) fn generated(description: &str) -> Code {
    let output = run(description).unwrap_or_else(|error| panic!("{error:#}\n{description}"));
    let mut code = Code { text: String::new(), types: Vec::new(), calls: Vec::new(), output };
    let files: Vec<(String, String)> =
        code.output.files.iter().map(|(path, text)| (path.clone(), text.clone())).collect();
    for (path, text) in files {
        let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"));
        code.visit_file(&file);
        let _ = write!(code.text, "{} ", text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    code
}

/// Generated bindings, in forms that a test can compare.
pub(crate) struct Code {
    /// All files, with single spaces.
    text: String,
    /// Name and shape of each type: `a: Option<String>, b: i64`, `(String)` or `Known(Known) | Other(Value)`.
    types: Vec<(String, String)>,
    /// Name of the builder of each operation, and its setters or what it returns.
    calls: Vec<(String, String)>,
    pub(crate) output: Output,
}

impl Code {
    /// The shape of a type; there has to be exactly one of that name.
    #[track_caller]
    pub(crate) fn shape(&self, name: &str) -> &str {
        let found: Vec<&str> =
            self.types.iter().filter(|(known, _)| known == name).map(|(_, shape)| shape.as_str()).collect();
        assert_eq!(found.len(), 1, "{name} among {:#?}", self.types);
        found[0]
    }

    /// What the operation takes and returns: `limit: i64, body: T -> U`.
    #[track_caller]
    pub(crate) fn call(&self, operation: &str) -> String {
        let of = |arrow: bool| {
            let parts = self.calls.iter().filter(|(name, part)| name == operation && part.starts_with("-> ") == arrow);
            parts.map(|(_, part)| part.as_str()).collect::<Vec<_>>()
        };
        let result = of(true);
        assert_eq!(result.len(), 1, "{operation} among {:#?}", self.calls);
        format!("{} {}", of(false).join(", "), result[0]).trim_start().to_owned()
    }

    #[track_caller]
    pub(crate) fn has(&self, part: &str) {
        assert!(self.text.contains(part), "{part:?} is not in {}", self.text);
    }

    #[track_caller]
    pub(crate) fn lacks(&self, part: &str) {
        assert!(!self.text.contains(part), "{part:?} is in {}", self.text);
    }

    /// Everything that the normalisation says it did.
    pub(crate) fn changes(&self) -> String {
        let changes = self.output.normalisation.iter().flat_map(|pass| &pass.changes);
        changes.map(|change| format!("{} {}", change.pointer, change.what)).collect::<Vec<_>>().join("\n")
    }
}

/// A type without the paths to the standard library, serde and this crate.
fn short(tokens: impl quote::ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string().replace(' ', "");
    for prefix in ["::std::collections::", "::std::num::", "::serde_json::", "::chrono::", "crate::", "types::"] {
        text = text.replace(prefix, "");
    }
    text.replace("super::", "").replace(',', ", ")
}

impl Visit<'_> for Code {
    fn visit_item(&mut self, item: &Item) {
        match item {
            // Builders repeat the fields of what they build.
            Item::Mod(module) if module.ident == "builder" => return,
            Item::Struct(item) if !item.generics.params.iter().any(|p| matches!(p, GenericParam::Lifetime(_))) => {
                let fields = item.fields.iter().map(|field| match &field.ident {
                    Some(name) => format!("{name}: {}", short(&field.ty)),
                    None => short(&field.ty),
                });
                let fields = fields.collect::<Vec<_>>().join(", ");
                let is_tuple = matches!(item.fields, syn::Fields::Unnamed(_));
                self.types.push((item.ident.to_string(), if is_tuple { format!("({fields})") } else { fields }));
            }
            Item::Enum(item) => {
                let variants = item.variants.iter().map(|variant| {
                    let fields: Vec<String> = variant.fields.iter().map(|field| short(&field.ty)).collect();
                    let fields = if fields.is_empty() { String::new() } else { format!("({})", fields.join(", ")) };
                    format!("{}{fields}", variant.ident)
                });
                self.types.push((item.ident.to_string(), variants.collect::<Vec<_>>().join(" | ")));
            }
            Item::Impl(item) => self.read_call(item),
            _ => {}
        }
        syn::visit::visit_item(self, item);
    }
}

impl Code {
    fn read_call(&mut self, item: &ItemImpl) {
        let Type::Path(path) = &*item.self_ty else { return };
        let Some(name) = path.path.segments.last().map(|segment| segment.ident.to_string()) else { return };
        if let Some((of, _)) = &item.trait_ {
            if short(of) == "Operation" {
                for member in &item.items {
                    if let syn::ImplItem::Type(output) = member {
                        self.calls.push((name.clone(), format!("-> {}", short(&output.ty))));
                    }
                }
            }
            return;
        }
        for member in &item.items {
            let syn::ImplItem::Fn(function) = member else { continue };
            let setter = function.sig.ident.to_string();
            let value = function.sig.inputs.iter().nth(1);
            let (Some(FnArg::Typed(value)), ReturnType::Type(..)) = (value, &function.sig.output) else { continue };
            if setter.starts_with("maybe_") || setter == "body_map" || setter == "new" {
                continue;
            }
            // `impl TryInto<T, Error: Display>`, or a parameter `V` with `V: TryInto<T>`.
            let mut taken = short(&value.ty);
            if let Some(clause) = &function.sig.generics.where_clause {
                let bound = clause.predicates.iter().find_map(|predicate| match predicate {
                    WherePredicate::Type(bound) if short(&bound.bounded_ty) == taken => Some(short(&bound.bounds)),
                    _ => None,
                });
                taken = bound.unwrap_or(taken);
            }
            let taken = taken.trim_start_matches("impl").trim_start_matches("TryInto<");
            let taken = taken.split(", Error:").next().unwrap_or_default();
            let taken = if taken.matches('>').count() > taken.matches('<').count() {
                taken.strip_suffix('>').unwrap_or(taken)
            } else {
                taken
            };
            self.calls.push((name.clone(), format!("{setter}: {taken}")));
        }
    }
}
