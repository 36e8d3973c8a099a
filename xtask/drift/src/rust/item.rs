//! Public items of a generated crate: what code that uses it can name, and what decides at run time.

use std::collections::{BTreeMap, BTreeSet};

use quote::ToTokens;
use syn::{Attribute, Expr, Fields, ImplItem, ItemEnum, ItemImpl, ItemStruct, Signature, Stmt, Visibility};

use super::spelling::spelled;
use codegen::syntax::{unwrapped, wire_name};

/// Cargo features of which one is enough to compile an item.
pub(super) type Features = BTreeSet<String>;

/// Methods by name, with their arguments and what they return.
pub(super) type Methods = BTreeMap<String, String>;

/// A type of `hero_api::types`.
#[derive(Debug, Default)]
pub(super) struct TypeItem {
    pub(super) features: Features,
    pub(super) shape: Shape,
    /// `Clone`, `TryFrom<&str, Error = ConversionError>`.
    pub(super) traits: BTreeSet<String>,
    /// Its own methods.
    pub(super) methods: Methods,
    /// Its builder in `hero_api::types::builder`, where requests carry it.
    pub(super) builder: Option<Builder>,
    /// What refuses a value: the bodies of its conversions from text.
    pub(super) check: String,
}

/// What a type is made of.
#[derive(Debug, Default)]
pub(super) enum Shape {
    /// A struct with named fields.
    Struct(Vec<Field>),
    /// A struct around one value.
    Wrapper {
        /// Its type.
        inner: String,
        /// Whether everybody may reach it.
        is_public: bool,
    },
    /// An enum.
    Enum(Vec<Variant>),
    /// Nothing that we know.
    #[default]
    Unknown,
}

/// A field of a struct.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) ty: String,
    /// Its name in JSON.
    pub(super) wire: String,
    /// Whether an object without it decodes.
    pub(super) may_be_absent: bool,
    /// When it is left out of what is sent.
    pub(super) left_out: Option<String>,
    /// The function that reads it, where it is not that of its type.
    pub(super) reader: Option<String>,
}

/// A variant of an enum.
#[derive(Clone, Debug)]
pub(super) struct Variant {
    pub(super) name: String,
    /// What it holds, if it holds anything.
    pub(super) payload: Option<String>,
    /// The text that stands for it in JSON, if one does.
    pub(super) wire: Option<String>,
}

/// A builder of a type.
#[derive(Debug, Default)]
pub(super) struct Builder {
    pub(super) methods: Methods,
    /// Fields without which it builds nothing.
    pub(super) needed: BTreeSet<String>,
}

/// The request builder of an operation.
#[derive(Clone, Debug, Default)]
pub(super) struct RequestItem {
    pub(super) features: Features,
    pub(super) methods: Methods,
    /// Setter → the type that it takes in the end, `Option` where it need not be called.
    pub(super) inputs: BTreeMap<String, String>,
    /// Setters without which nothing is sent.
    pub(super) needed: BTreeSet<String>,
    /// `Operation::Output`.
    pub(super) output: String,
    /// `Paged::Item`.
    pub(super) page_item: Option<String>,
    /// How the request is built.
    pub(super) request: String,
    /// How the response is read, where its status decides.
    pub(super) decode: String,
    /// The methods of `mock::When` for it.
    pub(super) mock: Methods,
}

impl TypeItem {
    pub(super) fn of_struct(item: &ItemStruct) -> Self {
        let shape = match &item.fields {
            Fields::Named(fields) => Shape::Struct(fields.named.iter().filter_map(Field::new).collect()),
            Fields::Unnamed(fields) => fields.unnamed.first().map_or(Shape::Unknown, |field| Shape::Wrapper {
                inner: spelled(&field.ty),
                is_public: is_public(&field.vis),
            }),
            Fields::Unit => Shape::Unknown,
        };
        Self { shape, traits: derived(&item.attrs), ..Self::default() }
    }

    pub(super) fn of_enum(item: &ItemEnum) -> Self {
        let is_untagged = words(&item.attrs).contains_key("untagged");
        let variants = item.variants.iter().map(|variant| Variant {
            name: variant.ident.to_string(),
            payload: match &variant.fields {
                Fields::Unit => None,
                Fields::Unnamed(fields) => Some(spelled(&fields.unnamed)),
                Fields::Named(fields) => Some(spelled(&fields.named)),
            },
            wire: (!is_untagged && variant.fields == Fields::Unit).then(|| wire_name(&variant.ident, &variant.attrs)),
        });
        Self { shape: Shape::Enum(variants.collect()), traits: derived(&item.attrs), ..Self::default() }
    }

    /// Takes in an `impl` of the type, or one for a foreign type that is made of it.
    pub(super) fn add(&mut self, item: &ItemImpl, is_foreign: bool) {
        let Some((path, _)) = &item.trait_ else {
            self.methods.extend(methods(item));
            self.read_values(item);
            return;
        };
        let name = spelled(path).replace("<'de>", "");
        let name =
            name.rsplit_once("::").filter(|(_, last)| !last.contains('>')).map_or(name.as_str(), |(_, last)| last);
        if is_foreign {
            self.traits.insert(format!("Into<{}>", spelled(&item.self_ty)));
            return;
        }
        let associated: Vec<String> = item
            .items
            .iter()
            .filter_map(|item| match item {
                ImplItem::Type(ty) => Some(format!("{} = {}", ty.ident, spelled(&ty.ty))),
                _ => None,
            })
            .collect();
        let bodies = item.items.iter().filter_map(|item| match item {
            ImplItem::Fn(method) => Some(method.block.to_token_stream().to_string()),
            _ => None,
        });
        if name == "FromStr" || name == "Deserialize" || name.starts_with("TryFrom<") {
            self.check.extend(bodies);
        }
        self.traits.insert(if associated.is_empty() {
            name.to_owned()
        } else if let Some(generic) = name.strip_suffix('>') {
            format!("{generic}, {}>", associated.join(", "))
        } else {
            format!("{name}<{}>", associated.join(", "))
        });
    }

    /// The values of an open enum stand in its `as_str`.
    fn read_values(&mut self, item: &ItemImpl) {
        let Shape::Enum(variants) = &mut self.shape else { return };
        let method = item.items.iter().find_map(|item| match item {
            ImplItem::Fn(method) if method.sig.ident == "as_str" => Some(method),
            _ => None,
        });
        let Some(Stmt::Expr(Expr::Match(matched), _)) = method.and_then(|method| method.block.stmts.last()) else {
            return;
        };
        for arm in &matched.arms {
            let (syn::Pat::Path(path), Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(value), .. })) =
                (&arm.pat, &*arm.body)
            else {
                continue;
            };
            let name = path.path.segments.last().map(|segment| segment.ident.to_string());
            if let Some(variant) = variants.iter_mut().find(|variant| Some(&variant.name) == name.as_ref()) {
                variant.wire = Some(value.value());
            }
        }
    }

    /// What `open_enum!` adds.
    pub(super) fn make_open(&mut self) {
        let traits =
            ["AsRef<str>", "Debug", "Deserialize", "Display", "From<String>", "FromStr<Err = Infallible>", "Serialize"];
        self.traits.extend(traits.map(str::to_owned));
    }

    /// What it is, in one word.
    pub(super) fn kind(&self) -> &'static str {
        match self.shape {
            Shape::Struct(_) => "struct",
            Shape::Wrapper { .. } => "struct around one value",
            Shape::Enum(_) => "enum",
            Shape::Unknown => "type",
        }
    }
}

impl Field {
    fn new(field: &syn::Field) -> Option<Self> {
        let ident = field.ident.as_ref()?;
        let words = words(&field.attrs);
        let word = |name: &str| words.get(name).cloned();
        let ty = spelled(&field.ty);
        Some(Self {
            name: ident.to_string(),
            wire: wire_name(ident, &field.attrs),
            // serde takes an absent `Option` for `None`, unless a function of its own reads it.
            may_be_absent: words.contains_key("default")
                || words.contains_key("flatten")
                || (ty.starts_with("Option<") && !words.contains_key("deserialize_with")),
            left_out: word("skip_serializing_if"),
            reader: word("deserialize_with"),
            ty,
        })
    }
}

impl RequestItem {
    pub(super) fn new(item: &ItemStruct) -> Self {
        let inputs = item.fields.iter().filter_map(|field| {
            let name = field.ident.as_ref()?.to_string();
            Some((name, spelled(unwrapped(&field.ty, "Result")?)))
        });
        Self { inputs: inputs.collect(), ..Self::default() }
    }

    /// Takes in an `impl` of the builder.
    pub(super) fn add(&mut self, item: &ItemImpl) {
        let Some((path, _)) = &item.trait_ else {
            self.methods.extend(methods(item));
            self.needed.extend(needed(item, "new"));
            return;
        };
        let is = |name: &str| path.segments.last().is_some_and(|segment| segment.ident == name);
        for item in &item.items {
            match item {
                ImplItem::Type(ty) if is("Operation") && ty.ident == "Output" => self.output = spelled(&ty.ty),
                ImplItem::Type(ty) if is("Paged") && ty.ident == "Item" => self.page_item = Some(spelled(&ty.ty)),
                ImplItem::Fn(method) if method.sig.ident == "into_request" => self.request = spelled(&method.block),
                ImplItem::Fn(method) if method.sig.ident == "decode" => self.decode = spelled(&method.block),
                _ => {}
            }
        }
    }
}

impl Builder {
    /// Takes in an `impl` of the builder.
    pub(super) fn add(&mut self, item: &ItemImpl) {
        match &item.trait_ {
            None => self.methods.extend(methods(item)),
            Some((path, _)) if path.is_ident("Default") => self.needed.extend(needed(item, "default")),
            Some(_) => {}
        }
    }
}

/// The public methods of an `impl`.
pub(super) fn methods(item: &ItemImpl) -> impl Iterator<Item = (String, String)> {
    item.items.iter().filter_map(|item| match item {
        ImplItem::Fn(method) if is_public(&method.vis) => Some((method.sig.ident.to_string(), signature(&method.sig))),
        _ => None,
    })
}

/// The arguments, the result and the bounds of a method.
pub(super) fn signature(signature: &Signature) -> String {
    let arguments: Vec<String> = signature
        .inputs
        .iter()
        .filter_map(|argument| match argument {
            syn::FnArg::Receiver(_) => None,
            syn::FnArg::Typed(argument) => Some(spelled(&argument.ty)),
        })
        .collect();
    let result = spelled(&signature.output);
    let bounds = signature.generics.where_clause.as_ref().map(|clause| format!(" {}", spelled(clause)));
    format!("({}) {result}{}", arguments.join(", "), bounds.unwrap_or_default())
}

/// The fields that a constructor leaves without a value: `id: Err(…)`.
fn needed(item: &ItemImpl, constructor: &str) -> Vec<String> {
    let method = item.items.iter().find_map(|item| match item {
        ImplItem::Fn(method) if method.sig.ident == constructor => Some(method),
        _ => None,
    });
    let Some(Stmt::Expr(Expr::Struct(made), _)) = method.and_then(|method| method.block.stmts.last()) else {
        return Vec::new();
    };
    let is_missing = |value: &Expr| match value {
        Expr::Call(call) => matches!(&*call.func, Expr::Path(path) if path.path.is_ident("Err")),
        _ => false,
    };
    let missing = made.fields.iter().filter(|field| is_missing(&field.expr));
    missing.map(|field| field.member.to_token_stream().to_string()).collect()
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// What is derived, apart from what a feature turns on.
fn derived(attributes: &[Attribute]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        // Only paths stand there: it was read before.
        let _ = attribute.parse_nested_meta(|meta| {
            names.extend(meta.path.segments.last().map(|segment| segment.ident.to_string()));
            Ok(())
        });
    }
    names
}

/// The words of all `#[serde(…)]`, with their values.
fn words(attributes: &[Attribute]) -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        // The generator wrote it: what does not parse is nothing that serde would take.
        let _ = attribute.parse_nested_meta(|meta| {
            let value = match meta.value() {
                Ok(value) => match value.parse()? {
                    syn::Lit::Str(text) => text.value(),
                    other => other.to_token_stream().to_string(),
                },
                Err(_) => String::new(),
            };
            words.insert(spelled(&meta.path), value);
            Ok(())
        });
    }
    words
}
