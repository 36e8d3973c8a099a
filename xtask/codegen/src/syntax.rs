//! Reads facts of generated Rust code from its syntax, and makes small changes to it.
//!
//! Use it instead of a search in printed tokens: printed tokens include doc comments, so a word of the vendor's text
//! would look like code.

pub(crate) mod walk;

use syn::{
    Attribute, Expr, Ident, Item, Meta, Path, PathSegment, Type, parse_quote, punctuated::Punctuated, visit::Visit,
};

use walk::{Node, Read};

/// The last segment of a path type: `super::Thing` → `Thing`.
#[must_use]
pub fn type_name(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()),
        _ => None,
    }
}

/// The first type argument of a path segment: `Option<T>` → `T`.
#[must_use]
pub fn generic_argument(segment: &PathSegment) -> Option<&Type> {
    generic_arguments(segment).next()
}

/// The type arguments of a path segment: `Map<K, V>` → `K`, `V`.
pub(crate) fn generic_arguments(segment: &PathSegment) -> impl Iterator<Item = &Type> {
    let arguments = match &segment.arguments {
        syn::PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
        _ => None,
    };
    arguments.into_iter().flatten().filter_map(|argument| match argument {
        syn::GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// `T` of `wrapper<T>`, whatever path leads to the wrapper.
#[must_use]
pub fn unwrapped<'a>(ty: &'a Type, wrapper: &str) -> Option<&'a Type> {
    match ty {
        Type::Path(path) => {
            let segment = path.path.segments.last()?;
            (segment.ident == wrapper).then(|| generic_argument(segment)).flatten()
        }
        _ => None,
    }
}

/// Whether the names of a path are exactly these, whatever its arguments are.
pub(crate) fn path_is(path: &Path, names: &[&str]) -> bool {
    path.segments.len() == names.len() && path_starts_with(path, names)
}

/// Whether a path begins with these names.
pub(crate) fn path_starts_with(path: &Path, names: &[&str]) -> bool {
    path.segments.len() >= names.len() && path.segments.iter().zip(names).all(|(segment, name)| segment.ident == name)
}

/// Whether a path ends with these names.
pub(crate) fn path_ends_with(path: &Path, names: &[&str]) -> bool {
    path.segments.len() >= names.len()
        && path.segments.iter().rev().zip(names.iter().rev()).all(|(segment, name)| segment.ident == name)
}

/// The path of a type, if the names of the path are exactly these.
pub(crate) fn type_path<'a>(ty: &'a Type, names: &[&str]) -> Option<&'a Path> {
    match ty {
        Type::Path(ty) => Some(&ty.path).filter(|path| path_is(path, names)),
        _ => None,
    }
}

/// Whether an expression is a path that ends with these names.
pub(crate) fn expression_ends_with(expression: &Expr, names: &[&str]) -> bool {
    matches!(expression, Expr::Path(path) if path_ends_with(&path.path, names))
}

/// How many types inside something have exactly this path, as `visit` walks it.
pub(crate) fn count_types(names: &[&str], visit: impl FnOnce(&mut Read<'_>)) -> usize {
    let mut found = 0;
    visit(&mut Read(&mut |node| found += usize::from(matches!(node, Node::TypePath(ty) if path_is(&ty.path, names)))));
    found
}

/// Whether items name something below `types`.
pub(crate) fn uses_types(items: &[Item]) -> bool {
    let mut found = false;
    let mut read = |node: Node<'_>| {
        found |= matches!(node, Node::Path(path)
            if path.leading_colon.is_none() && path.segments.len() > 1 && path_starts_with(path, &["types"]));
    };
    let mut read = Read(&mut read);
    for item in items {
        read.visit_item(item);
    }
    found
}

/// Whether an attribute is a `derive` that names this trait, by whichever path.
pub(crate) fn derives(attribute: &Attribute, wanted: &str) -> bool {
    let mut found = false;
    if attribute.path().is_ident("derive") {
        let read = attribute.parse_nested_meta(|meta| {
            found |= meta.path.segments.last().is_some_and(|segment| segment.ident == wanted);
            Ok(())
        });
        // rustc reports a derive that is not a list of traits.
        found &= read.is_ok();
    }
    found
}

/// Removes names from all `derive`s of an item; returns how many it removed.
pub(crate) fn remove_derives(attributes: &mut Vec<Attribute>, unwanted: &[&str]) -> usize {
    let mut removed = 0;
    for attribute in attributes.iter_mut().filter(|attribute| attribute.path().is_ident("derive")) {
        let mut kept = Vec::new();
        let parsed = attribute.parse_nested_meta(|meta| {
            if meta.path.segments.last().is_some_and(|segment| unwanted.iter().any(|name| segment.ident == name)) {
                removed += 1;
            } else {
                kept.push(meta.path);
            }
            Ok(())
        });
        if parsed.is_ok() {
            *attribute = parse_quote!(#[derive(#(#kept),*)]);
        }
    }
    attributes.retain(|attribute| *attribute != parse_quote!(#[derive()]));
    removed
}

/// The words of a `#[serde(…)]`: `rename = "a"`, `default`.
fn serde_words(attribute: &Attribute) -> Option<Punctuated<Meta, syn::Token![,]>> {
    match &attribute.meta {
        Meta::List(list) if list.path.is_ident("serde") => list.parse_args_with(Punctuated::parse_terminated).ok(),
        _ => None,
    }
}

/// Whether one of the `#[serde(…)]` has this word, alone or with a value.
pub(crate) fn has_serde_word(attributes: &[Attribute], word: &str) -> bool {
    attributes.iter().filter_map(serde_words).flatten().any(|meta| meta.path().is_ident(word))
}

/// The value of a word in `#[serde(…)]`: `b` of `rename = "b"`.
pub(crate) fn serde_value(attributes: &[Attribute], word: &str) -> Option<String> {
    attributes.iter().filter_map(serde_words).flatten().find_map(|meta| match meta {
        Meta::NameValue(pair) if pair.path.is_ident(word) => match pair.value {
            Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    })
}

/// Takes one word out of every `#[serde(…)]`, and leaves the words beside it.
pub(crate) fn without_serde_word(attributes: &mut Vec<Attribute>, unwanted: &str) {
    attributes.retain_mut(|attribute| {
        let Some(words) = serde_words(attribute) else { return true };
        let kept: Vec<&Meta> = words.iter().filter(|word| !word.path().is_ident(unwanted)).collect();
        if kept.len() < words.len() {
            *attribute = parse_quote!(#[serde(#(#kept),*)]);
        }
        !kept.is_empty()
    });
}

/// The wire name of a field or variant: what `#[serde(rename = "…")]` says, or the identifier.
#[must_use]
pub fn wire_name(ident: &Ident, attributes: &[Attribute]) -> String {
    serde_value(attributes, "rename").unwrap_or_else(|| {
        let name = ident.to_string();
        name.strip_prefix("r#").map(str::to_owned).unwrap_or(name)
    })
}

/// The text of a `#[doc = "…"]`.
pub(crate) fn doc_text(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(syn::MetaNameValue {
            path,
            value: Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }),
            ..
        }) if path.is_ident("doc") => Some(text.value()),
        _ => None,
    }
}

/// `text` as `#[doc]` attributes, one per line.
#[must_use]
pub(crate) fn doc_attributes(text: &str) -> Vec<Attribute> {
    text.trim()
        .lines()
        .map(|line| {
            let line = if line.trim().is_empty() { String::new() } else { format!(" {}", line.trim_end()) };
            parse_quote!(#[doc = #line])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doc_comment_is_not_a_serde_word() {
        let field: syn::Field = parse_quote! {
            /// The server may `flatten` it: #[serde(flatten)].
            #[serde(rename = "a-b", default)]
            pub a_b: String
        };
        assert!(!has_serde_word(&field.attrs, "flatten"));
        assert!(has_serde_word(&field.attrs, "default"));
        assert_eq!(wire_name(field.ident.as_ref().unwrap(), &field.attrs), "a-b");
    }

    #[test]
    fn a_word_leaves_the_words_beside_it() {
        let mut field: syn::Field = parse_quote! {
            #[serde(rename = "type", deserialize_with = "::std::option::Option::deserialize")]
            pub type_: Option<String>
        };
        without_serde_word(&mut field.attrs, "deserialize_with");
        assert_eq!(field.attrs, [parse_quote!(#[serde(rename = "type")])]);
        without_serde_word(&mut field.attrs, "rename");
        assert!(field.attrs.is_empty());
    }

    #[test]
    fn types_are_counted_by_their_whole_path() {
        let item: syn::ItemStruct = parse_quote! {
            /// Holds a crate::Upload.
            pub struct Body {
                one: crate::Upload,
                many: ::std::option::Option<::std::vec::Vec<crate::Upload>>,
                other: types::Upload,
            }
        };
        assert_eq!(count_types(&["crate", "Upload"], |counter| counter.visit_item_struct(&item)), 2);
    }

    #[test]
    fn each_line_of_a_text_is_a_doc_line() {
        let expected: [Attribute; 3] =
            [parse_quote!(#[doc = " a"]), parse_quote!(#[doc = ""]), parse_quote!(#[doc = "  b"])];
        assert_eq!(doc_attributes("a\n\n b "), expected);
    }
}
