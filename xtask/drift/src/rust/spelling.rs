//! Rust as people write it: tokens without the spaces and the paths of a generator.

use quote::ToTokens;

/// Spaces that tokens have and people do not write.
const TIGHT: [(&str, &str); 12] = [
    (" :: ", "::"),
    (":: ", "::"),
    (" ::", "::"),
    (" <", "<"),
    ("< ", "<"),
    (" >", ">"),
    (" ,", ","),
    (" :", ":"),
    ("& ", "&"),
    ("( ", "("),
    (" )", ")"),
    (" (", "("),
];

/// Paths that say nothing to a reader.
const PATHS: [&str; 9] = [
    "std::fmt::",
    "std::str::",
    "std::convert::",
    "std::string::",
    "std::option::",
    "std::ops::",
    "std::collections::",
    "crate::",
    "types::",
];

/// Tokens as a person would write them: `Option<String>`.
pub(super) fn spelled(tokens: &impl ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string();
    // A path that begins at the root does not belong to the colon before it.
    text = text.replace(": :: ", ": ").replace(", :: ", ", ");
    for (loose, tight) in TIGHT {
        text = text.replace(loose, tight);
    }
    for start in ["<", " ", "(", "&"] {
        text = text.replace(&format!("{start}::"), start);
    }
    let mut text = text.trim_start_matches("::").to_owned();
    for path in PATHS {
        text = text.replace(path, "");
    }
    text
}

/// The identifiers of a spelled piece of Rust, in order.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty())
}

/// The text with each identifier replaced by what `name` says of it.
pub(super) fn replaced<'a>(text: &'a str, name: impl Fn(&'a str) -> &'a str) -> String {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_part) {
        let (before, from) = rest.split_at(start);
        let (word, after) = from.split_at(from.find(|c| !is_part(c)).unwrap_or(from.len()));
        result.push_str(before);
        result.push_str(name(word));
        rest = after;
    }
    result.push_str(rest);
    result
}

/// `T` of `wrapper<T>`.
pub(super) fn inside<'a>(text: &'a str, wrapper: &str) -> Option<&'a str> {
    text.strip_prefix(wrapper)?.strip_prefix('<')?.strip_suffix('>')
}

/// Names in back quotes, with commas and a word before the last: `a`, `b` and `c`.
pub(super) fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_written_as_people_write_them() {
        for (written, expected) in [
            ("Option<::chrono::DateTime<::chrono::Utc>>", "Option<chrono::DateTime<chrono::Utc>>"),
            ("impl TryInto<types::Thing, Error: ::std::fmt::Display>", "impl TryInto<Thing, Error: Display>"),
            ("::serde_json::Map<String, ::serde_json::Value>", "serde_json::Map<String, serde_json::Value>"),
            ("crate::Patch<Vec<String>>", "Patch<Vec<String>>"),
            ("& [ u8 ]", "&[u8 ]"),
        ] {
            let ty: syn::Type = syn::parse_str(written).unwrap();
            assert_eq!(spelled(&ty), expected.replace("u8 ]", "u8]"), "{written}");
        }
    }

    #[test]
    fn whole_names_are_replaced() {
        let name = |word| if word == "Pet" { "Animal" } else { word };
        assert_eq!(replaced("Option<Vec<Pet>>, PetName", name), "Option<Vec<Animal>>, PetName");
        assert_eq!(words("Option<a::Pet>").collect::<Vec<_>>(), ["Option", "a", "Pet"]);
    }

    #[test]
    fn names_are_listed() {
        assert_eq!(listed(["a", "b", "c"]), "`a`, `b` and `c`");
        assert_eq!(listed(["a"]), "`a`");
    }
}
