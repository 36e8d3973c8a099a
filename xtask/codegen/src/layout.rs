//! Where each piece of the bindings stands: a folder a tag, a file an operation, and features that leave out the rest.
//!
//! ```text
//! generated/mod.rs                    what is public, and the operation table
//! generated/<tag>/mod.rs              the methods of the client
//! generated/<tag>/<operation>.rs      its request builder and its row in the table
//! generated/<tag>/types/<operation>.rs   the types that only it reaches
//! generated/<tag>/types/<type>.rs     a type that several operations of the tag reach
//! generated/shared/<type>.rs          a type that several tags reach
//! generated/mock.rs                   mock helpers
//! ```

mod operation;
mod paths;
mod root;
mod types;

use std::collections::BTreeMap;

use heck::ToSnakeCase;
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::{Item, visit_mut::VisitMut};

use crate::{
    bindings::Bindings,
    model::{Model, Tag},
    reserved,
    syntax::{doc_attributes, doc_text},
};
use document::error::{Error, Result};

/// A file of types with more lines of code is divided. Doc lines do not count: text must not move code.
const LONGEST_FILE: usize = 1_500;

/// What the root file says of the description.
#[derive(Debug)]
pub struct Source {
    /// SHA-256 of the locked bytes.
    pub sha256: String,
    /// `transcribed` or `published`.
    pub origin: String,
    /// `info.version`.
    pub version: String,
}

/// The module of a type.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum ModulePath {
    /// In a file of its tag.
    Tag {
        /// Index of the tag.
        tag: usize,
        /// File without `.rs`.
        file: String,
    },
    /// In a file of its own beside the tags.
    Shared {
        /// File without `.rs`.
        file: String,
    },
}

/// A file of the bindings.
#[derive(Debug)]
pub struct SourceFile {
    /// Its items, as they were printed: `drift` reads these, so that nothing is parsed that was just printed.
    pub items: Vec<Item>,
    /// Its text.
    pub text: String,
}

/// Prints the bindings as files, by path below `src/generated`.
///
/// # Errors
///
/// When two items would get the same file, or printed tokens do not parse.
pub fn files(bindings: &Bindings, model: &Model, source: &Source) -> Result<BTreeMap<String, SourceFile>> {
    let (modules_of, mut printed) = with_room(module_paths(bindings, model), bindings, model)?;
    let mut types_file = |names: &[String]| match printed.remove(names) {
        Some(file) => Ok(file),
        None => types::file(bindings, model, names),
    };
    let mut files = BTreeMap::new();
    let mut put = |path: String, file: SourceFile| match files.insert(path.clone(), file) {
        None => Ok(()),
        Some(_) => Err(Error::new(format!("two parts of the bindings want the file {path}"))),
    };
    for (index, tag) in model.tags.iter().enumerate() {
        let operations: Vec<_> = model.operations.iter().filter(|operation| operation.tag == index).collect();
        put(
            format!("{}/mod.rs", tag.module),
            operation::tag_module(tag, &operations, !types::of_tag(&modules_of, index).is_empty())?,
        )?;
        for operation in operations {
            put(format!("{}/{}.rs", tag.module, operation.name), operation::file(bindings, model, operation)?)?;
        }
        for (file, names) in types::of_tag(&modules_of, index) {
            put(format!("{}/types/{file}.rs", tag.module), types_file(&names)?)?;
        }
        if let Some(file) = types::tag_module(bindings, &modules_of, index, tag)? {
            put(format!("{}/types/mod.rs", tag.module), file)?;
        }
    }
    for (module, names) in types::by_module(&modules_of) {
        if let ModulePath::Shared { file } = module {
            put(format!("shared/{file}.rs"), types_file(&names)?)?;
        }
    }
    put("shared/mod.rs".to_owned(), types::shared_module(bindings, model, &modules_of)?)?;
    put("mock.rs".to_owned(), operation::mock_trait(model)?)?;
    put("mod.rs".to_owned(), root::file(bindings, model, &modules_of, source)?)?;
    Ok(files)
}

/// What was printed on the way: types → their file.
type Printed = BTreeMap<Vec<String>, SourceFile>;

/// Gives each type of a file that nobody would read to the end a file of its own.
fn with_room(
    mut modules_of: BTreeMap<String, ModulePath>,
    bindings: &Bindings,
    model: &Model,
) -> Result<(BTreeMap<String, ModulePath>, Printed)> {
    let mut printed = BTreeMap::new();
    for (module, names) in types::by_module(&modules_of) {
        let ModulePath::Tag { tag, .. } = module else { continue };
        if names.len() < 2 {
            continue;
        }
        let file = types::file(bindings, model, &names)?;
        if lines_of_code(&file.text) <= LONGEST_FILE {
            printed.insert(names, file);
            continue;
        }
        for name in names {
            let file = own_file(model, &name.to_snake_case());
            modules_of.insert(name, ModulePath::Tag { tag, file });
        }
    }
    Ok((modules_of, printed))
}

fn lines_of_code(text: &str) -> usize {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).count()
}

/// The file of a type that stands alone below a tag: an operation of this name would have the file already.
fn own_file(model: &Model, name: &str) -> String {
    if model.operations.iter().any(|operation| operation.name == name) {
        format!("{name}_type")
    } else {
        shared_file(name)
    }
}

fn shared_file(name: &str) -> String {
    if reserved::MODULES.contains(&name) { format!("{name}_type") } else { name.to_owned() }
}

fn module_paths(bindings: &Bindings, model: &Model) -> BTreeMap<String, ModulePath> {
    bindings
        .types
        .keys()
        .filter_map(|name| {
            let schema = model.schemas.get(name)?;
            let snake = name.to_snake_case();
            let mut tags = schema.tags.iter();
            let module = match (tags.next(), tags.next()) {
                (Some(&tag), None) => {
                    let mut operations =
                        model.operations.iter().filter(|operation| schema.operations.contains(&operation.id));
                    let file = match (operations.next(), operations.next()) {
                        (Some(only), None) => only.name.clone(),
                        _ => own_file(model, &snake),
                    };
                    ModulePath::Tag { tag, file }
                }
                _ => ModulePath::Shared { file: shared_file(&snake) },
            };
            Some((name.clone(), module))
        })
        .collect()
}

/// `#[cfg(any(feature = …))]` for these tags.
fn feature_gate<'a>(tags: impl Iterator<Item = &'a Tag>) -> TokenStream {
    let features: Vec<&str> = tags.map(|tag| tag.feature.as_str()).collect();
    match features.as_slice() {
        [only] => quote!(#[cfg(feature = #only)]),
        several => quote!(#[cfg(any(#(feature = #several),*))]),
    }
}

/// Prints a file: module documentation, then items.
pub(crate) fn print(documentation: &str, items: Vec<Item>) -> Result<SourceFile> {
    let attributes = doc_attributes(documentation)
        .into_iter()
        .map(|mut attribute| {
            attribute.style = syn::AttrStyle::Inner(syn::token::Not::default());
            attribute
        })
        .collect();
    let mut file = syn::File { shebang: None, attrs: attributes, items, frontmatter: None };
    OneDocPerLine.visit_file_mut(&mut file);
    RawWords.visit_file_mut(&mut file);
    paths::shorten(&mut file);
    let text = document::panics::catch(|| prettyplease::unparse(&file))
        .map_err(|reason| Error::new(format!("prettyplease cannot print a part of the bindings: {reason}")))?;
    // prettyplease sets no empty lines between items; people do.
    Ok(SourceFile { items: file.items, text: with_gaps(&text) })
}

/// Divides the doc attributes of several lines: prettyplease would print a block comment.
struct OneDocPerLine;

impl VisitMut for OneDocPerLine {
    fn visit_attributes_mut(&mut self, attributes: &mut Vec<syn::Attribute>) {
        let is_divided = |attribute: &syn::Attribute| doc_text(attribute).is_some_and(|text| text.contains('\n'));
        if attributes.iter().any(is_divided) {
            let divide = |attribute: syn::Attribute| match doc_text(&attribute) {
                Some(text) if text.contains('\n') => doc_attributes(&text)
                    .into_iter()
                    .map(|line| syn::Attribute { style: attribute.style, ..line })
                    .collect(),
                _ => vec![attribute],
            };
            *attributes = std::mem::take(attributes).into_iter().flat_map(divide).collect();
        }
    }
}

/// Writes `gen` as an identifier: a word of Rust since the edition of 2024, which progenitor and typify do not know.
struct RawWords;

impl VisitMut for RawWords {
    fn visit_ident_mut(&mut self, ident: &mut syn::Ident) {
        if ident == "gen" {
            *ident = syn::Ident::new_raw("gen", ident.span());
        }
    }

    fn visit_macro_mut(&mut self, item: &mut syn::Macro) {
        item.tokens = raw_words(std::mem::take(&mut item.tokens));
        syn::visit_mut::visit_macro_mut(self, item);
    }
}

fn raw_words(tokens: TokenStream) -> TokenStream {
    let raw = |token| match token {
        TokenTree::Ident(word) if word == "gen" => TokenTree::Ident(proc_macro2::Ident::new_raw("gen", word.span())),
        TokenTree::Group(group) => {
            TokenTree::Group(proc_macro2::Group::new(group.delimiter(), raw_words(group.stream())))
        }
        token => token,
    };
    tokens.into_iter().map(raw).collect()
}

/// Empty lines between items at the outermost level, as people set them.
fn with_gaps(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 40);
    let mut previous = Line::Start;
    let mut inside_attribute = false;
    for line in text.lines() {
        let kind = match line {
            _ if inside_attribute => Line::Attribute,
            _ if line.starts_with("//!") => Line::Heading,
            _ if line.starts_with("use ") || line.starts_with("pub use ") => Line::Use,
            _ if line.starts_with("mod ") || line.starts_with("pub mod ") && line.ends_with(';') => Line::Module,
            _ if line.starts_with([' ', '{', '}', ')', ']']) || line.starts_with("where") => Line::Inside,
            // Documentation and attributes belong to what follows them.
            _ if line.starts_with("///") || line.starts_with("#[") => Line::Attribute,
            _ => Line::Item,
        };
        let apart = match (previous, kind) {
            (Line::Start | Line::Attribute, _) | (_, Line::Inside | Line::Start) => false,
            (before, after) => before != after || after == Line::Item,
        };
        if apart && !out.ends_with("\n\n") {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
        inside_attribute = (inside_attribute || line.starts_with("#[")) && !line.ends_with(']');
        // What follows an item stands in relation to its first line: a `use` over several lines is a `use` still.
        if kind != Line::Inside {
            previous = kind;
        }
    }
    out
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Line {
    Start,
    Heading,
    Use,
    Module,
    Attribute,
    Item,
    Inside,
}

/// The identifier of a module: raw when the name is a word of Rust.
pub(crate) fn ident(name: &str) -> syn::Ident {
    syn::parse_str(name).unwrap_or_else(|_| quote::format_ident!("r#{name}"))
}

pub(crate) fn parse_items(tokens: TokenStream) -> Result<Vec<Item>> {
    syn::parse2::<syn::File>(tokens)
        .map(|file| file.items)
        .map_err(|error| Error::new("a part of the bindings is not valid Rust").because(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_apart_for_any_attribute() {
        let items = parse_items(quote! {
            #[derive(Clone)] #[non_exhaustive] pub enum A { B }
            impl A {}
            #[cfg(any(feature = "a_long_name_of_a_feature", feature = "another_long_name_of_a_feature", feature = "c"))]
            mod c;
            use d::{AVeryLongNameOfAType, AnotherVeryLongNameOfAType, AThirdVeryLongNameOfAType, Short};
            use d::E;
            /// Text.
            fn f<T>() where T: Clone {}
        });
        let text = print("Heading.", items.unwrap()).unwrap().text;
        let gaps: Vec<&str> = text.split("\n\n").filter_map(|block| block.lines().next()).collect();
        assert_eq!(gaps, ["//! Heading.", "#[derive(Clone)]", "impl A {}", "#[cfg(", "use d::{", "/// Text."]);
    }
}
