//! How generated code checks the limits of a value.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Number;
use syn::Type;

use crate::{
    normalise::Limits,
    syntax::{generic_arguments, type_path, unwrapped},
};

const INTEGERS: [&str; 8] = ["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"];
const LIST: [&str; 3] = ["std", "vec", "Vec"];
const MAPS: [&[&str]; 2] = [&["std", "collections", "BTreeMap"], &["serde_json", "Map"]];

/// A closure that checks a value of a type; nothing when the type leaves nothing to check.
pub(super) fn check(limits: &Limits, ty: &Type) -> Option<TokenStream> {
    let all = in_turn(checks(limits, ty, 0))?;
    Some(quote!(|value: &#ty| #all))
}

/// All of several checks, until the first that fails.
fn in_turn(checks: Vec<TokenStream>) -> Option<TokenStream> {
    checks.into_iter().reduce(|first, next| quote!(#first.and_then(|()| #next)))
}

fn checks(limits: &Limits, ty: &Type, depth: usize) -> Vec<TokenStream> {
    if let Some(inner) = unwrapped(ty, "Option") {
        let inside = in_turn(checks(limits, inner, depth));
        return inside.map(|inside| quote!(value.as_ref().map_or(Ok(()), |value| #inside))).into_iter().collect();
    }
    let list = type_path(ty, &LIST);
    let map = MAPS.iter().find_map(|names| type_path(ty, names));
    let Some(container) = list.or(map) else { return of_number(limits, ty) };
    let mut checks = Vec::new();
    let count = |limit: Option<u64>| limit.and_then(|limit| usize::try_from(limit).ok()).map(Literal::usize_unsuffixed);
    if let Some(least) = count(limits.min_len) {
        checks.push(quote!(crate::runtime::limits::min_len(value.len(), #least)));
    }
    if let Some(most) = count(limits.max_len) {
        checks.push(quote!(crate::runtime::limits::max_len(value.len(), #most)));
    }
    if limits.unique && list.is_some() {
        checks.push(quote!(crate::runtime::limits::unique(value)));
    }
    let inner = container.segments.last().and_then(|segment| generic_arguments(segment).last());
    if let (Some(limits), Some(inner)) = (&limits.inside, inner)
        && depth < 8
    {
        let items = if list.is_some() { quote!(value.iter()) } else { quote!(value.values()) };
        if let Some(inside) = in_turn(self::checks(limits, inner, depth + 1)) {
            checks.push(quote!(#items.try_for_each(|value| #inside)));
        }
    }
    checks
}

fn of_number(limits: &Limits, ty: &Type) -> Vec<TokenStream> {
    let Type::Path(path) = ty else { return Vec::new() };
    let integer = INTEGERS.into_iter().find(|name| path.path.is_ident(name));
    if integer.is_none() && !["f32", "f64"].iter().any(|name| path.path.is_ident(name)) {
        return Vec::new();
    }
    let mut checks = Vec::new();
    for (limit, function) in [
        (&limits.at_least, quote!(at_least)),
        (&limits.more_than, quote!(more_than)),
        (&limits.at_most, quote!(at_most)),
        (&limits.less_than, quote!(less_than)),
    ] {
        if let Some(literal) = limit.as_ref().and_then(|limit| literal(limit, integer)) {
            checks.push(quote!(crate::runtime::limits::#function(value, #literal)));
        }
    }
    if let Some(of) = limits.multiple_of.as_ref().and_then(Number::as_f64).filter(|of| *of > 0.0) {
        let of = Literal::f64_unsuffixed(of);
        checks.push(quote!(crate::runtime::limits::multiple_of(*value as f64, #of)));
    }
    checks
}

/// The limit as a number of a type; nothing when the type has no such number, so that every value keeps to it.
fn literal(limit: &Number, integer: Option<&str>) -> Option<TokenStream> {
    let Some(integer) = integer else {
        let limit = Literal::f64_unsuffixed(limit.as_f64().filter(|limit| limit.is_finite())?);
        return Some(quote!(#limit));
    };
    let (least, most): (i128, i128) = match integer {
        "i8" => (i8::MIN.into(), i8::MAX.into()),
        "i16" => (i16::MIN.into(), i16::MAX.into()),
        "i32" => (i32::MIN.into(), i32::MAX.into()),
        "i64" => (i64::MIN.into(), i64::MAX.into()),
        "u8" => (0, u8::MAX.into()),
        "u16" => (0, u16::MAX.into()),
        "u32" => (0, u32::MAX.into()),
        _ => (0, u64::MAX.into()),
    };
    let whole = limit.as_i64().map(i128::from).or_else(|| limit.as_u64().map(i128::from));
    // `1.0` is a whole number too; of others, the comparison with a whole number needs no fraction.
    let whole = whole.or_else(|| format!("{:.0}", limit.as_f64()?).parse().ok())?;
    // Unsigned numbers are at least 0 anyway, which rustc would warn of.
    if whole < least || whole > most || (whole == 0 && least == 0) {
        return None;
    }
    let limit = Literal::i128_unsuffixed(whole);
    Some(quote!(#limit))
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    fn text(limits: &Limits, ty: &Type) -> String {
        check(limits, ty).map(|check| check.to_string().replace(' ', "")).unwrap_or_default()
    }

    fn at_least(limit: i64) -> Limits {
        Limits { at_least: Some(limit.into()), ..Limits::default() }
    }

    #[test]
    fn a_limit_is_compared_in_the_type_of_the_value() {
        assert!(text(&at_least(1), &parse_quote!(u64)).contains("at_least(value,1)"));
        assert!(text(&at_least(-5), &parse_quote!(i32)).contains("at_least(value,-5)"));
        assert!(text(&at_least(1), &parse_quote!(f64)).contains("at_least(value,1.0)"));
        for (limit, ty) in [(-5, parse_quote!(u64)), (0, parse_quote!(u32)), (1, parse_quote!(types::Name))] {
            assert_eq!(text(&at_least(limit), &ty), "");
        }
    }

    #[test]
    fn each_item_of_a_list_is_checked() {
        let limits = Limits { max_len: Some(3), inside: Some(Box::new(at_least(1))), ..Limits::default() };
        let text = text(&limits, &parse_quote!(::std::vec::Vec<i64>));
        assert!(text.contains("max_len(value.len(),3).and_then(|()|"), "{text}");
        assert!(text.contains("value.iter().try_for_each(|value|crate::runtime::limits::at_least(value,1))"), "{text}");
    }
}
