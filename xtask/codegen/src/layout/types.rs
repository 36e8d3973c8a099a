//! Files of types.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::{Item, ItemMod, parse_quote, token, visit::Visit};

use super::{ModulePath, SourceFile, feature_gate, ident, parse_items, print};
use crate::{
    bindings::Bindings,
    model::{Model, Tag},
};
use document::error::{Error, Result};

/// The types of each file.
pub(super) fn by_module(modules_of: &BTreeMap<String, ModulePath>) -> BTreeMap<ModulePath, Vec<String>> {
    let mut files: BTreeMap<ModulePath, Vec<String>> = BTreeMap::new();
    for (name, module) in modules_of {
        files.entry(module.clone()).or_default().push(name.clone());
    }
    files
}

/// The files of a tag with their types.
pub(super) fn of_tag(modules_of: &BTreeMap<String, ModulePath>, wanted: usize) -> BTreeMap<String, Vec<String>> {
    by_module(modules_of)
        .into_iter()
        .filter_map(|(module, names)| match module {
            ModulePath::Tag { tag, file } if tag == wanted => Some((file, names)),
            _ => None,
        })
        .collect()
}

/// A file with these types and their builders.
pub(super) fn file(bindings: &Bindings, model: &Model, names: &[String]) -> Result<SourceFile> {
    let mut items: Vec<Item> = Vec::new();
    let mut builders: Vec<Item> = Vec::new();
    for name in names {
        let Some(ty) = bindings.types.get(name) else { continue };
        items.push(ty.item.clone());
        items.extend(ty.impls.iter().cloned().map(Item::Impl));
        items.extend(ty.added.iter().cloned());
        if let Some((builder, impls)) = &ty.builder {
            builders.push(Item::Struct(builder.clone()));
            builders.extend(impls.iter().cloned().map(Item::Impl));
        }
    }
    let mut used = Identifiers::default();
    for item in items.iter().chain(&builders) {
        used.visit_item(item);
    }
    let imports = used
        .0
        .iter()
        .filter(|name| !names.contains(name) && names.iter().any(|user| may_use(model, user, name)))
        .map(|name| format_ident!("{name}"));
    let imports: Vec<_> = imports.collect();
    let mut all = Vec::new();
    if !imports.is_empty() {
        all.extend(parse_items(quote!(use crate::types::{#(#imports),*};))?);
    }
    // The builders of other types that `types` itself names in `fn builder() -> builder::T` stand in the same file.
    all.append(&mut items);
    if !builders.is_empty() {
        all.push(Item::Mod(builder_module(builders)));
    }
    let documentation = match names {
        [only] => format!("The type [`{only}`]."),
        several => {
            let operations: BTreeSet<&String> = several
                .iter()
                .filter_map(|name| model.schemas.get(name))
                .flat_map(|schema| &schema.operations)
                .collect();
            format!(
                "What `{}` sends and returns.",
                operations.into_iter().map(String::as_str).collect::<Vec<_>>().join("`, `")
            )
        }
    };
    print(&documentation, all)
}

/// Whether a type may be what an identifier in another one means: a variant or field can have its name by chance, and what
/// is used is compiled wherever its user is.
fn may_use(model: &Model, user: &str, other: &str) -> bool {
    let tags = |name: &str| model.schemas.get(name).map(|schema| &schema.tags);
    matches!((tags(user), tags(other)), (Some(own), Some(others)) if own.is_subset(others))
}

/// A module around items that need no second reading.
fn builder_module(items: Vec<Item>) -> ItemMod {
    let mut module: ItemMod = parse_quote! {
        /// Builders of the types in this file.
        pub mod builder {}
    };
    module.content = Some((token::Brace::default(), items));
    module
}

/// Every identifier of an item, those in macros and attributes included.
#[derive(Default)]
struct Identifiers(BTreeSet<String>);

impl Identifiers {
    fn read(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => self.visit_ident(&ident),
                TokenTree::Group(group) => self.read(group.stream()),
                _ => {}
            }
        }
    }
}

impl Visit<'_> for Identifiers {
    fn visit_ident(&mut self, ident: &syn::Ident) {
        self.0.insert(ident.to_string());
    }

    fn visit_macro(&mut self, invocation: &syn::Macro) {
        self.read(invocation.tokens.clone());
    }

    fn visit_meta_list(&mut self, list: &syn::MetaList) {
        self.read(list.tokens.clone());
    }
}

fn has_builder(bindings: &Bindings, name: &str) -> bool {
    bindings.types.get(name).is_some_and(|ty| ty.builder.is_some())
}

/// `pub use` of types, and a module `builder` with `pub use` of their builders.
fn reexports(bindings: &Bindings, files: &BTreeMap<String, (TokenStream, Vec<String>)>) -> TokenStream {
    let uses = files.iter().map(|(file, (gate, names))| {
        let (file, names) = (ident(file), names.iter().map(|name| format_ident!("{name}")));
        quote!(#gate pub use self::#file::{#(#names),*};)
    });
    let builders: Vec<_> = files
        .iter()
        .filter_map(|(file, (gate, names))| {
            let names: Vec<_> =
                names.iter().filter(|name| has_builder(bindings, name)).map(|name| format_ident!("{name}")).collect();
            let file = ident(file);
            (!names.is_empty()).then(|| quote!(#gate pub use super::#file::builder::{#(#names),*};))
        })
        .collect();
    let builder_module = (!builders.is_empty()).then(|| {
        quote!(/// Builders of the types.
        pub mod builder { #(#builders)* })
    });
    quote!(#(#uses)* #builder_module)
}

/// `types/mod.rs` of a tag, if it has types of its own.
pub(super) fn tag_module(
    bindings: &Bindings,
    modules_of: &BTreeMap<String, ModulePath>,
    index: usize,
    tag: &Tag,
) -> Result<Option<SourceFile>> {
    let files: BTreeMap<String, (TokenStream, Vec<String>)> =
        of_tag(modules_of, index).into_iter().map(|(file, names)| (file, (TokenStream::new(), names))).collect();
    if files.is_empty() {
        return Ok(None);
    }
    let modules = files.keys().map(|file| ident(file));
    let reexports = reexports(bindings, &files);
    let items = parse_items(quote!(#(mod #modules;)* #reexports))?;
    print(&format!("The types that only operations of the tag {} use.", tag.name), items).map(Some)
}

/// `shared/mod.rs`.
pub(super) fn shared_module(
    bindings: &Bindings,
    model: &Model,
    modules_of: &BTreeMap<String, ModulePath>,
) -> Result<SourceFile> {
    let mut files = BTreeMap::new();
    let mut modules = Vec::new();
    for (module, names) in by_module(modules_of) {
        let ModulePath::Shared { file } = module else { continue };
        let Some(schema) = names.first().and_then(|name| model.schemas.get(name)) else { continue };
        let gate = feature_gate(schema.tags.iter().filter_map(|tag| model.tags.get(*tag)));
        let ident = ident(&file);
        modules.push(quote!(#gate mod #ident;));
        if files.insert(file.clone(), (gate, names)).is_some() {
            return Err(Error::new(format!("two shared types want the file {file}.rs")));
        }
    }
    let reexports = reexports(bindings, &files);
    print("Types that operations of several tags use.", parse_items(quote!(#(#modules)* #reexports))?)
}
