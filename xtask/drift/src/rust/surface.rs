//! What a generated crate has to offer, read from its items.

use std::collections::{BTreeMap, BTreeSet};

use syn::{Attribute, Item, ItemImpl, UseTree, parse::Parser as _};

use super::{
    item::{Builder, Features, Methods, RequestItem, Shape, TypeItem, methods, signature},
    spelling::words,
};
use codegen::{
    pipeline::Output,
    syntax::{generic_argument, type_name},
};

/// The public items of a generated crate.
#[derive(Debug, Default)]
pub(super) struct Surface {
    /// `hero_api::types`, by name.
    pub(super) types: BTreeMap<String, TypeItem>,
    /// `hero_api::builder`, by name.
    pub(super) requests: BTreeMap<String, RequestItem>,
    /// The methods of `hero_api::Client`.
    pub(super) client: Methods,
    /// The methods of `hero_api::mock::MockServerExt`.
    pub(super) mocks: Methods,
    /// One for each tag.
    pub(super) features: BTreeSet<String>,
}

/// What the root of the generated modules exports: module → name → features.
type Exports = BTreeMap<&'static str, BTreeMap<String, Features>>;

impl Surface {
    /// Reads the files.
    pub(super) fn read(output: &Output) -> Self {
        let mut surface =
            Self { features: output.model.tags.iter().map(|tag| tag.feature.clone()).collect(), ..Self::default() };
        let mut exports = Exports::new();
        // An impl may stand in a file before that of its type.
        let mut waiting = Vec::new();
        for (path, items) in &output.items {
            match path.split('/').collect::<Vec<_>>().as_slice() {
                ["mod.rs"] => exports = read_exports(items),
                ["mock.rs"] => surface.read_mocks(items),
                [_, "types", "mod.rs"] | ["shared", "mod.rs"] => {}
                [_, "types", _] | ["shared", _] => surface.read_types(items, &mut waiting),
                [_, "mod.rs"] => surface.read_client(items),
                _ => surface.read_request(items),
            }
        }
        for item in waiting {
            surface.give(item);
        }
        surface.keep(&exports);
        surface
    }

    /// The items that hold or take a type, and the types among them that they belong to.
    pub(super) fn uses(&self, name: &str) -> Vec<(Option<&str>, String)> {
        let is_named = |text: &str| words(text).any(|word| word == name);
        let mut uses = Vec::new();
        for (owner, ty) in &self.types {
            let members: Vec<&str> = match &ty.shape {
                Shape::Struct(fields) => {
                    fields.iter().filter(|field| is_named(&field.ty)).map(|field| field.name.as_str()).collect()
                }
                Shape::Enum(variants) => variants
                    .iter()
                    .filter(|variant| variant.payload.as_deref().is_some_and(is_named))
                    .map(|variant| variant.name.as_str())
                    .collect(),
                Shape::Wrapper { inner, .. } if is_named(inner) => vec!["0"],
                _ => Vec::new(),
            };
            uses.extend(members.into_iter().map(|member| (Some(owner.as_str()), format!("types::{owner}::{member}"))));
        }
        for (owner, request) in &self.requests {
            let setters = request.inputs.iter().filter(|(_, ty)| is_named(ty));
            uses.extend(setters.map(|(setter, _)| (None, format!("builder::{owner}::{setter}"))));
            if is_named(&request.output) {
                uses.push((None, format!("builder::{owner}::send")));
            }
        }
        uses
    }

    fn read_types<'a>(&mut self, items: &'a [Item], waiting: &mut Vec<&'a ItemImpl>) {
        let mut open = Vec::new();
        for item in items {
            match item {
                Item::Struct(item) => {
                    self.types.insert(item.ident.to_string(), TypeItem::of_struct(item));
                }
                Item::Enum(item) => {
                    self.types.insert(item.ident.to_string(), TypeItem::of_enum(item));
                }
                Item::Impl(item) => waiting.push(item),
                Item::Macro(item) if item.mac.path.segments.last().is_some_and(|last| last.ident == "open_enum") => {
                    let name = |input: syn::parse::ParseStream<'_>| {
                        let name: syn::Ident = input.parse()?;
                        input.parse::<proc_macro2::TokenStream>()?;
                        Ok(name.to_string())
                    };
                    open.extend(name.parse2(item.mac.tokens.clone()));
                }
                Item::Mod(module) if module.ident == "builder" => {
                    let items = module.content.as_ref().map_or(&[][..], |(_, items)| items);
                    self.read_builders(items);
                }
                _ => {}
            }
        }
        for name in open {
            if let Some(ty) = self.types.get_mut(&name) {
                ty.make_open();
            }
        }
    }

    fn read_builders(&mut self, items: &[Item]) {
        for item in items {
            if let Item::Struct(item) = item
                && let Some(ty) = self.types.get_mut(&item.ident.to_string())
            {
                ty.builder = Some(Builder::default());
            }
        }
        for item in items {
            let Item::Impl(item) = item else { continue };
            // `super::Thing` is the type itself: what it does with its builder follows from that it has one.
            let is_own = matches!(&*item.self_ty, syn::Type::Path(path) if path.path.segments.len() == 1);
            let owner = type_name(&item.self_ty).filter(|_| is_own).and_then(|name| self.types.get_mut(&name));
            if let Some(builder) = owner.and_then(|owner| owner.builder.as_mut()) {
                builder.add(item);
            }
        }
    }

    /// Gives an impl to the type that it belongs to.
    fn give(&mut self, item: &ItemImpl) {
        let own = type_name(&item.self_ty).filter(|name| self.types.contains_key(name));
        let is_foreign = own.is_none();
        let argument = || {
            let (path, _) = item.trait_.as_ref()?;
            type_name(generic_argument(path.segments.last()?)?)
        };
        if let Some(ty) = own.or_else(argument).and_then(|name| self.types.get_mut(&name)) {
            ty.add(item, is_foreign);
        }
    }

    fn read_request(&mut self, items: &[Item]) {
        for item in items {
            if let Item::Struct(item) = item {
                self.requests.insert(item.ident.to_string(), RequestItem::new(item));
            }
        }
        for item in items {
            let Item::Impl(item) = item else { continue };
            // `impl mock::When<GetThing>`
            let mocked = match &*item.self_ty {
                syn::Type::Path(path) => path.path.segments.last().filter(|segment| segment.ident == "When"),
                _ => None,
            };
            let name = match mocked {
                Some(segment) => generic_argument(segment).and_then(type_name),
                None => type_name(&item.self_ty),
            };
            let Some(request) = name.and_then(|name| self.requests.get_mut(&name)) else { continue };
            if mocked.is_some() {
                request.mock.extend(methods(item));
            } else {
                request.add(item);
            }
        }
    }

    fn read_client(&mut self, items: &[Item]) {
        for item in items {
            if let Item::Impl(item) = item {
                self.client.extend(methods(item));
            }
        }
    }

    fn read_mocks(&mut self, items: &[Item]) {
        for item in items {
            let Item::Trait(item) = item else { continue };
            self.mocks.extend(item.items.iter().filter_map(|item| match item {
                syn::TraitItem::Fn(method) => Some((method.sig.ident.to_string(), signature(&method.sig))),
                _ => None,
            }));
        }
    }

    /// Keeps what the root exports, and notes with which features.
    fn keep(&mut self, exports: &Exports) {
        let features = |module: &str, name: &str| exports.get(module)?.get(name).cloned();
        self.types.retain(|name, ty| match features("types", name) {
            Some(features) => {
                ty.features = features;
                true
            }
            None => false,
        });
        for (name, ty) in &mut self.types {
            if features("types::builder", name).is_none() {
                ty.builder = None;
            }
        }
        self.requests.retain(|name, request| match features("builder", name) {
            Some(features) => {
                request.features = features;
                true
            }
            None => false,
        });
    }
}

fn read_exports(items: &[Item]) -> Exports {
    let mut exports = Exports::new();
    for item in items {
        let Item::Mod(module) = item else { continue };
        let items = module.content.as_ref().map(|(_, items)| items.as_slice()).unwrap_or_default();
        match module.ident.to_string().as_str() {
            "builder" => read_uses(items, exports.entry("builder").or_default()),
            "types" => {
                read_uses(items, exports.entry("types").or_default());
                for item in items {
                    if let Item::Mod(module) = item {
                        let items = module.content.as_ref().map(|(_, items)| items.as_slice()).unwrap_or_default();
                        read_uses(items, exports.entry("types::builder").or_default());
                    }
                }
            }
            _ => {}
        }
    }
    exports
}

fn read_uses(items: &[Item], names: &mut BTreeMap<String, Features>) {
    for item in items {
        if let Item::Use(item) = item {
            let features = features(&item.attrs);
            let mut found = Vec::new();
            exported(&item.tree, &mut found);
            names.extend(found.into_iter().map(|name| (name, features.clone())));
        }
    }
}

fn exported(tree: &UseTree, names: &mut Vec<String>) {
    match tree {
        UseTree::Path(path) => exported(&path.tree, names),
        UseTree::Group(group) => group.items.iter().for_each(|tree| exported(tree, names)),
        UseTree::Name(name) => names.push(name.ident.to_string()),
        UseTree::Rename(rename) => names.push(rename.rename.to_string()),
        UseTree::Glob(_) => {}
    }
}

/// The features in `#[cfg(feature = "a")]` and `#[cfg(any(feature = "a", feature = "b"))]`.
fn features(attributes: &[Attribute]) -> Features {
    fn read(meta: &syn::meta::ParseNestedMeta<'_>, features: &mut Features) -> syn::Result<()> {
        if meta.path.is_ident("any") {
            return meta.parse_nested_meta(|meta| read(&meta, features));
        }
        features.insert(meta.value()?.parse::<syn::LitStr>()?.value());
        Ok(())
    }
    let mut found = Features::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")) {
        // The generator writes no other form.
        let _ = attribute.parse_nested_meta(|meta| read(&meta, &mut found));
    }
    found
}
