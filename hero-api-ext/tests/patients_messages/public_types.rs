//! Which public types there are, and which of them have a derived `Debug`: read from the source, so that none is forgotten.

use std::{collections::BTreeMap, fs, path::Path};

use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Fields, GenericArgument, Item, PathArguments, Type};

/// What is known of the `Debug` of a type.
pub(crate) enum DebugOf {
    /// It is derived, and these fields hold what a caller or a server may have written.
    Derived { raw: Vec<String>, is_safe: bool },
    /// It is written by hand, or by a macro.
    ByHand,
}

struct Found {
    key: String,
    is_public: bool,
    is_derived: bool,
    generics: Vec<String>,
    /// Each field with its type.
    fields: Vec<(String, Type)>,
}

/// Every public type, by its module and name.
pub(crate) fn public_types() -> BTreeMap<String, DebugOf> {
    let mut all = Vec::new();
    let mut aliases = Vec::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    read_folder(&source, &source, &mut all, &mut aliases);
    assert!(all.len() > 150 && aliases.len() > 10, "{} types and {} aliases", all.len(), aliases.len());
    let mut types = BTreeMap::new();
    for found in all.iter().filter(|found| found.is_public) {
        let debug = if found.is_derived {
            let mut raw = Vec::new();
            let is_safe = is_safe(found, &all, &aliases, &mut raw, 0);
            DebugOf::Derived { raw, is_safe }
        } else {
            DebugOf::ByHand
        };
        let before = types.insert(found.key.clone(), debug);
        assert!(before.is_none(), "two public types are called {}", found.key);
    }
    types
}

fn read_folder(root: &Path, folder: &Path, all: &mut Vec<Found>, aliases: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_folder(root, &path, all, aliases);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let first = path.strip_prefix(root).unwrap().iter().next().unwrap().to_string_lossy().into_owned();
            let module = first.strip_suffix(".rs").unwrap_or(&first).to_owned();
            let file = syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap();
            read_items(&module, &file.items, all, aliases);
        }
    }
}

fn read_items(module: &str, items: &[Item], all: &mut Vec<Found>, aliases: &mut Vec<String>) {
    // A macro that defines types whose names its callers give.
    let makers: Vec<_> = items
        .iter()
        .filter_map(|item| match item {
            Item::Macro(item) if item.mac.path.is_ident("macro_rules") => item.ident.as_ref().map(|name| (name, item)),
            _ => None,
        })
        .filter(|(_, item)| types_in(item.mac.tokens.clone()).iter().any(Option::is_none))
        .map(|(name, _)| name.clone())
        .collect();
    for item in items {
        match item {
            Item::Struct(item) => {
                let is_public = matches!(item.vis, syn::Visibility::Public(_));
                let fields = fields(&item.fields, "");
                all.push(found(module, &item.ident, is_public, &item.attrs, &item.generics, fields));
            }
            Item::Enum(item) => {
                let is_public = matches!(item.vis, syn::Visibility::Public(_));
                let named = |variant: &syn::Variant| fields(&variant.fields, &format!("{}.", variant.ident));
                let fields = item.variants.iter().flat_map(named).collect();
                all.push(found(module, &item.ident, is_public, &item.attrs, &item.generics, fields));
            }
            Item::Type(item) => aliases.push(item.ident.to_string()),
            Item::Mod(item) if !is_for_tests(&item.attrs) => {
                if let Some((_, items)) = &item.content {
                    read_items(module, items, all, aliases);
                }
            }
            Item::Macro(item) => {
                let defined = if item.mac.path.is_ident("macro_rules") {
                    types_in(item.mac.tokens.clone()).into_iter().flatten().collect()
                } else if makers.iter().any(|maker| item.mac.path.is_ident(maker)) {
                    vec![first_name(item.mac.tokens.clone()).unwrap()]
                } else {
                    Vec::new()
                };
                all.extend(defined.into_iter().map(|name| by_macro(module, &name)));
            }
            _ => {}
        }
    }
}

fn found(
    module: &str,
    name: &syn::Ident,
    is_public: bool,
    attributes: &[Attribute],
    generics: &syn::Generics,
    fields: Vec<(String, Type)>,
) -> Found {
    let generics = generics.type_params().map(|parameter| parameter.ident.to_string()).collect();
    Found { key: format!("{module}::{name}"), is_public, is_derived: derives_debug(attributes), generics, fields }
}

fn by_macro(module: &str, name: &str) -> Found {
    let key = format!("{module}::{name}");
    Found { key, is_public: true, is_derived: false, generics: Vec::new(), fields: Vec::new() }
}

fn fields(fields: &Fields, prefix: &str) -> Vec<(String, Type)> {
    let name = |(place, field): (usize, &syn::Field)| {
        let name = field.ident.as_ref().map_or_else(|| place.to_string(), ToString::to_string);
        (format!("{prefix}{name}"), field.ty.clone())
    };
    fields.iter().enumerate().map(name).collect()
}

fn derives_debug(attributes: &[Attribute]) -> bool {
    let mut derives = false;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        attribute
            .parse_nested_meta(|meta| {
                derives |= meta.path.segments.last().is_some_and(|last| last.ident == "Debug");
                Ok(())
            })
            .unwrap();
    }
    derives
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    let is_test = |attribute: &Attribute| attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"));
    attributes.iter().any(|attribute| attribute.path().is_ident("cfg") && is_test(attribute))
}

/// The public types that a macro defines: their names, or `None` where its caller gives the name.
fn types_in(tokens: TokenStream) -> Vec<Option<String>> {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let mut types = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            types.extend(types_in(group.stream()));
        }
        let is = |place: usize, words: &[&str]| match tokens.get(place) {
            Some(TokenTree::Ident(word)) => words.iter().any(|expected| word == expected),
            _ => false,
        };
        if is(place, &["pub"]) && is(place + 1, &["struct", "enum"]) {
            types.push(match tokens.get(place + 2) {
                Some(TokenTree::Ident(name)) => Some(name.to_string()),
                _ => None,
            });
        }
    }
    types
}

/// The first name in the call of a macro, after attributes.
fn first_name(tokens: TokenStream) -> Option<String> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Ident(name) => Some(name.to_string()),
        _ => None,
    })
}

/// What may hold anything that a caller or a server wrote.
const RAW: [&str; 14] = [
    "String",
    "str",
    "Value",
    "Map",
    "Bytes",
    "Cow",
    "HeaderMap",
    "HeaderValue",
    "PathBuf",
    "Path",
    "Url",
    "OsString",
    "char",
    "NaiveDate",
];

/// What holds nothing of that kind, or prints as redacted.
const SAFE: [&str; 41] = [
    "bool",
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "usize",
    "i8",
    "i16",
    "i32",
    "i64",
    "i128",
    "isize",
    "f32",
    "f64",
    "Option",
    "Vec",
    "Box",
    "Arc",
    "Mutex",
    "Result",
    "PhantomData",
    "AtomicU64",
    "AtomicUsize",
    "Duration",
    "Instant",
    "DateTime",
    "Utc",
    "TimeDelta",
    "StatusCode",
    "Method",
    "NonZeroU32",
    "BTreeMap",
    "VecDeque",
    "Infallible",
    // Redacted by themselves.
    "SecretString",
    "Json",
    "RawBody",
    "OperationInfo",
    "Output",
    "Error",
];

/// The type that a field of another names: of the same module, if there is one.
fn named<'a>(name: &str, by: &Found, all: &'a [Found]) -> Option<&'a Found> {
    let module = |found: &Found| found.key.split("::").next().map(str::to_owned);
    let called = || all.iter().filter(|found| found.key.rsplit("::").next() == Some(name));
    called().find(|found| module(found) == module(by)).or_else(|| called().next())
}

/// Whether a derived `Debug` is known to show nothing; what it shows that it must not goes into `raw`.
fn is_safe(found: &Found, all: &[Found], aliases: &[String], raw: &mut Vec<String>, depth: usize) -> bool {
    assert!(depth < 20, "{} holds itself", found.key);
    let mut is_safe_so_far = true;
    for (name, ty) in &found.fields {
        let mut names = Vec::new();
        is_safe_so_far &= names_in(ty, &mut names);
        for part in names {
            if RAW.contains(&part.as_str()) {
                raw.push(format!("{name}: {part}"));
            } else if let Some(own) = named(&part, found, all) {
                // What a public type shows is found out by its own entry.
                is_safe_so_far &= own.is_public || (own.is_derived && is_safe(own, all, aliases, raw, depth + 1));
            } else {
                let is_known =
                    SAFE.contains(&part.as_str()) || aliases.contains(&part) || found.generics.contains(&part);
                is_safe_so_far &= is_known;
            }
        }
    }
    is_safe_so_far && raw.is_empty()
}

/// The names of the types of which a type is made; `false` for a form that is not known, such as `dyn Trait`.
fn names_in(ty: &Type, names: &mut Vec<String>) -> bool {
    match ty {
        // A text of the program itself.
        Type::Reference(reference)
            if reference.lifetime.as_ref().is_some_and(|lifetime| lifetime.ident == "static") =>
        {
            true
        }
        Type::Reference(reference) => names_in(&reference.elem, names),
        Type::Array(array) => names_in(&array.elem, names),
        Type::Slice(slice) => names_in(&slice.elem, names),
        Type::Paren(paren) => names_in(&paren.elem, names),
        Type::Tuple(tuple) => tuple.elems.iter().all(|part| names_in(part, names)),
        Type::Path(path) => {
            let Some(last) = path.path.segments.last() else { return false };
            names.push(last.ident.to_string());
            match &last.arguments {
                PathArguments::None => true,
                PathArguments::AngleBracketed(arguments) => arguments.args.iter().all(|argument| match argument {
                    // The argument of `PhantomData` has no value.
                    GenericArgument::Type(_) if last.ident == "PhantomData" => true,
                    GenericArgument::Type(part) => names_in(part, names),
                    GenericArgument::Lifetime(_) => true,
                    _ => false,
                }),
                PathArguments::Parenthesized(_) => false,
            }
        }
        _ => false,
    }
}

#[test]
fn types_of_macros_and_modules_are_found() {
    let source = "
        pub struct Plain { number: u8 }
        macro_rules! fixed { () => { pub enum Fixed {} } }
        macro_rules! named { ($(#[$doc:meta])* $name:ident) => { pub struct $name; } }
        named! { #[doc = \"x\"] Named }
        mod inner { #[derive(Clone, Debug)] pub(crate) struct Hidden; #[derive(Debug)] pub struct Shown(String); }
        #[cfg(test)] mod tests { pub struct Test; }";
    let (mut all, mut aliases) = (Vec::new(), Vec::new());
    read_items("x", &syn::parse_file(source).unwrap().items, &mut all, &mut aliases);
    let public: Vec<_> = all.iter().filter(|found| found.is_public).map(|found| found.key.as_str()).collect();
    assert_eq!(public, ["x::Plain", "x::Fixed", "x::Named", "x::Shown"]);
    let mut raw = Vec::new();
    assert!(!is_safe(all.last().unwrap(), &all, &aliases, &mut raw, 0));
    assert_eq!(raw, ["0: String"]);
}
