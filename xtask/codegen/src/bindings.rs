//! progenitor's output, taken apart: one entry a type, one entry an operation.

use std::collections::BTreeMap;

use syn::{Fields, Item, ItemImpl, ItemMod, ItemStruct};

use crate::syntax::{generic_argument, type_name};
use document::error::{Error, Result};

/// progenitor's output by type and by operation. What belongs to neither (its client, its error module) is left out:
/// the hand-written part of the crate takes its place.
#[derive(Debug, Default)]
pub struct Bindings {
    /// Rust name → type.
    pub types: BTreeMap<String, TypeItems>,
    /// Rust name of the request builder → operation.
    pub operations: BTreeMap<String, OperationItems>,
}

/// A type with everything that belongs to it.
#[derive(Debug)]
pub struct TypeItems {
    /// The struct or enum.
    pub item: Item,
    /// Its `impl`s, conversions into other types included.
    pub impls: Vec<ItemImpl>,
    /// Its builder: struct and `impl`s.
    pub builder: Option<(ItemStruct, Vec<ItemImpl>)>,
    /// What our passes add.
    pub added: Vec<Item>,
}

/// The request builder of an operation.
#[derive(Debug)]
pub struct OperationItems {
    /// The struct.
    pub item: ItemStruct,
    /// The `impl` with `new`, the setters and `send`.
    pub methods: ItemImpl,
    /// What our passes add.
    pub added: Vec<Item>,
}

impl Bindings {
    /// Takes progenitor's output apart.
    ///
    /// # Errors
    ///
    /// When it does not have the shape that we know: another progenitor needs another version of this code.
    pub fn new(file: syn::File) -> Result<Self> {
        let mut bindings = Self::default();
        for item in file.items {
            if let Item::Mod(module) = item {
                match module.ident.to_string().as_str() {
                    "types" => bindings.read_types(module)?,
                    "builder" => bindings.read_operations(module)?,
                    _ => {}
                }
            }
        }
        if bindings.operations.is_empty() {
            return Err(unknown("it has no operation"));
        }
        Ok(bindings)
    }

    /// The name of a type that has no value, as typify makes of schemas that contradict themselves.
    #[must_use]
    pub fn impossible_type(&self) -> Option<&str> {
        let empty = |items: &TypeItems| matches!(&items.item, Item::Enum(item) if item.variants.is_empty());
        self.types.iter().find(|(_, items)| empty(items)).map(|(name, _)| name.as_str())
    }

    fn read_types(&mut self, module: ItemMod) -> Result<()> {
        let mut impls = Vec::new();
        let mut builders = Vec::new();
        for item in contents(module) {
            match item {
                Item::Struct(_) | Item::Enum(_) => {
                    let name = match &item {
                        Item::Struct(item) => item.ident.to_string(),
                        Item::Enum(item) => item.ident.to_string(),
                        _ => continue,
                    };
                    let items = TypeItems { item, impls: Vec::new(), builder: None, added: Vec::new() };
                    if self.types.insert(name.clone(), items).is_some() {
                        return Err(unknown(&format!("it has two types called {name}")));
                    }
                }
                Item::Impl(item) => impls.push(item),
                Item::Mod(module) if module.ident == "builder" => builders = contents(module),
                Item::Mod(module) if module.ident == "error" => {}
                other => {
                    return Err(unknown(&format!("`types` has an item that we do not know: {}", described(&other))));
                }
            }
        }
        for item in impls {
            // `impl From<T> for Value` belongs to `T`: only `T` is ours.
            let own = type_name(&item.self_ty).filter(|name| self.types.contains_key(name));
            let argument = trait_argument(&item).filter(|name| self.types.contains_key(name));
            // `impl From<Wrapper> for T` too: whoever has the wrapper has `T`, and not the other way round.
            let wrapper = argument.clone().filter(|name| own.as_ref().is_some_and(|own| self.wraps(name, own)));
            let Some(name) = wrapper.or(own).or(argument) else {
                return Err(unknown(&format!(
                    "`types` has an impl for no type of ours: {}",
                    described(&Item::Impl(item))
                )));
            };
            if let Some(items) = self.types.get_mut(&name) {
                items.impls.push(item);
            }
        }
        self.read_builders(builders)
    }

    /// Whether a type is a struct around another one and nothing else.
    fn wraps(&self, name: &str, inner: &str) -> bool {
        let Some(Item::Struct(item)) = self.types.get(name).map(|items| &items.item) else { return false };
        match &item.fields {
            Fields::Unnamed(fields) => {
                fields.unnamed.len() == 1
                    && fields.unnamed.iter().all(|field| type_name(&field.ty).as_deref() == Some(inner))
            }
            _ => false,
        }
    }

    fn read_builders(&mut self, items: Vec<Item>) -> Result<()> {
        for item in items {
            match item {
                Item::Struct(item) => match self.types.get_mut(&item.ident.to_string()) {
                    Some(owner) => owner.builder = Some((item, Vec::new())),
                    None => return Err(unknown(&format!("builder {} builds no type", item.ident))),
                },
                Item::Impl(item) => {
                    // `impl TryFrom<Builder> for super::T` and `impl From<super::T> for Builder` carry the same name twice.
                    let owner = type_name(&item.self_ty).and_then(|name| self.types.get_mut(&name));
                    match owner.and_then(|owner| owner.builder.as_mut()) {
                        Some((_, impls)) => impls.push(item),
                        None => return Err(unknown("an impl in `builder` belongs to no builder")),
                    }
                }
                other => return Err(unknown(&format!("`types::builder` has {}", described(&other)))),
            }
        }
        Ok(())
    }

    fn read_operations(&mut self, module: ItemMod) -> Result<()> {
        let mut structs: BTreeMap<String, ItemStruct> = BTreeMap::new();
        for item in contents(module) {
            match item {
                Item::Use(_) => {}
                Item::Struct(item) => {
                    structs.insert(item.ident.to_string(), item);
                }
                Item::Impl(methods) => {
                    let name = type_name(&methods.self_ty).unwrap_or_default();
                    let Some(item) = structs.remove(&name) else {
                        return Err(unknown(&format!("`builder` has a second impl for {name}")));
                    };
                    self.operations.insert(name, OperationItems { item, methods, added: Vec::new() });
                }
                other => return Err(unknown(&format!("`builder` has {}", described(&other)))),
            }
        }
        Ok(())
    }
}

fn contents(module: ItemMod) -> Vec<Item> {
    module.content.map(|(_, items)| items).unwrap_or_default()
}

fn unknown(what: &str) -> Error {
    Error::new(format!("progenitor's output has another shape than we know: {what}"))
        .remedy("adapt xtask/codegen/src/bindings.rs to this version of progenitor")
}

fn described(item: &Item) -> String {
    let text = quote::ToTokens::to_token_stream(item).to_string();
    text.chars().take(120).collect()
}

/// The type inside the trait of an impl: `impl From<Thing> for Value` → `Thing`.
fn trait_argument(item: &ItemImpl) -> Option<String> {
    let (path, _) = item.trait_.as_ref()?;
    generic_argument(path.segments.last()?).and_then(type_name)
}
