//! Paths as a person writes them.

use syn::{
    File, Path, PathArguments,
    visit_mut::{self, VisitMut},
};

/// Full paths of generated code → what is in scope anyway. Types that a description might define too stay whole when it does.
const IN_PRELUDE: [(&str, &str); 12] = [
    ("std::string::String", "String"),
    ("std::option::Option", "Option"),
    ("std::vec::Vec", "Vec"),
    ("std::result::Result", "Result"),
    ("std::default::Default", "Default"),
    ("std::convert::From", "From"),
    ("std::convert::TryFrom", "TryFrom"),
    ("std::convert::TryInto", "TryInto"),
    ("std::ops::FnOnce", "FnOnce"),
    ("std::boxed::Box", "Box"),
    ("chrono::offset::Utc", "chrono::Utc"),
    ("chrono::naive::NaiveDate", "chrono::NaiveDate"),
];

/// Paths with fewer segments are as short as they get.
const SHORTEST: usize = 3;

/// Shortens the paths of a file, and points `ConversionError` to the hand-written one.
pub(super) fn shorten(file: &mut File) {
    Shortener.visit_file_mut(file);
}

struct Shortener;

impl VisitMut for Shortener {
    fn visit_type_path_mut(&mut self, ty: &mut syn::TypePath) {
        match &mut ty.qself {
            // The position of `as Trait` counts segments: `<V as std::convert::TryInto<T>>::Error` stays whole.
            Some(qself) => {
                self.visit_type_mut(&mut qself.ty);
                for segment in &mut ty.path.segments {
                    self.visit_path_segment_mut(segment);
                }
            }
            None => visit_mut::visit_type_path_mut(self, ty),
        }
    }

    fn visit_expr_path_mut(&mut self, expression: &mut syn::ExprPath) {
        if expression.qself.is_none() {
            visit_mut::visit_expr_path_mut(self, expression);
        }
    }

    fn visit_path_mut(&mut self, path: &mut Path) {
        visit_mut::visit_path_mut(self, path);
        if path.segments.len() < SHORTEST {
            return;
        }
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let text = names.join("::");
        if text.ends_with("error::ConversionError") {
            if let Ok(short) = syn::parse_str("crate::ConversionError") {
                *path = short;
            }
            return;
        }
        let Some((long, short)) = IN_PRELUDE
            .iter()
            .find(|(long, _)| text.strip_prefix(long).is_some_and(|rest| rest.is_empty() || rest.starts_with("::")))
        else {
            return;
        };
        let drop = long.matches("::").count() - short.matches("::").count();
        let kept_prefix = short.matches("::").count();
        // `Option::<T>::method` keeps its arguments: only bare segments before it go.
        if path.segments.iter().take(drop).any(|segment| !matches!(segment.arguments, PathArguments::None)) {
            return;
        }
        let segments: Vec<_> = path
            .segments
            .iter()
            .enumerate()
            .filter(|(index, _)| if kept_prefix == 0 { *index >= drop } else { *index == 0 || *index > drop })
            .map(|(_, segment)| segment.clone())
            .collect();
        path.leading_colon = if kept_prefix == 0 { None } else { path.leading_colon };
        path.segments = segments.into_iter().collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lose_what_is_in_scope_and_keep_the_rest() {
        let mut file: File = syn::parse_quote! {
            struct A {
                a: ::std::option::Option<::std::string::String>,
                b: ::chrono::DateTime<::chrono::offset::Utc>,
                c: ::std::collections::BTreeMap<::std::string::String, i64>,
                d: Result<(), self::error::ConversionError>,
            }
            fn f() { let _ = ::std::default::Default::default(); }
        };
        shorten(&mut file);
        let expected: File = syn::parse_quote! {
            struct A {
                a: Option<String>,
                b: ::chrono::DateTime<::chrono::Utc>,
                c: ::std::collections::BTreeMap<String, i64>,
                d: Result<(), crate::ConversionError>,
            }
            fn f() { let _ = Default::default(); }
        };
        assert_eq!(prettyplease::unparse(&file), prettyplease::unparse(&expected));
    }
}
