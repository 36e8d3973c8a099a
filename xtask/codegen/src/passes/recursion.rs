//! Fields that lead back to their own type.

use syn::{Fields, Item, Type, parse_quote, visit_mut::VisitMut};

use super::Pass;
use crate::{
    bindings::Bindings,
    model::Model,
    syntax::{
        unwrapped,
        walk::{Rewrite, Rewriting},
        without_serde_word,
    },
};
use document::error::Result;

pub(super) const PASS: Pass = Pass {
    name: "recursion",
    reason: "typify boxes some of them around the Option, and such a field is sent as null when nobody has set it",
    run,
};

#[allow(clippy::unnecessary_wraps, reason = "every pass may fail")]
fn run(bindings: &mut Bindings, _: &Model) -> Result<usize> {
    let mut places = 0;
    for items in bindings.types.values_mut() {
        let Item::Struct(item) = &mut items.item else { continue };
        let Fields::Named(fields) = &mut item.fields else { continue };
        for field in &mut fields.named {
            if unwrapped(&field.ty, "Box").and_then(|boxed| unwrapped(boxed, "Option")).is_none() {
                continue;
            }
            Rewriting(&mut BoxInside).visit_type_mut(&mut field.ty);
            without_serde_word(&mut field.attrs, "default");
            field.attrs.push(parse_quote!(#[serde(default, skip_serializing_if = "::std::option::Option::is_none")]));
            places += 1;
        }
        if let Some((builder, impls)) = &mut items.builder {
            Rewriting(&mut BoxInside).visit_item_struct_mut(builder);
            for item in impls.iter_mut() {
                Rewriting(&mut BoxInside).visit_item_impl_mut(item);
            }
        }
    }
    Ok(places)
}

/// Turns `Box<Option<T>>` into `Option<Box<T>>`.
struct BoxInside;

impl Rewrite for BoxInside {
    fn enter_type(&mut self, ty: &mut Type) -> bool {
        let Some(inner) = unwrapped(ty, "Box").and_then(|boxed| unwrapped(boxed, "Option")) else { return true };
        *ty = parse_quote!(::std::option::Option<::std::boxed::Box<#inner>>);
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passes::fixture::*;

    #[test]
    fn a_boxed_option_becomes_an_optional_box() {
        let (mut bindings, model) = bindings();
        let thing = bindings.types.get_mut("UpdateThingBody").unwrap();
        let Item::Struct(item) = &mut thing.item else { panic!("no struct") };
        let Fields::Named(fields) = &mut item.fields else { panic!("no fields") };
        fields.named.push(
            parse_quote!(#[serde(rename = "in", default)] pub inside: ::std::boxed::Box<::std::option::Option<Self>>),
        );
        assert_eq!(run(&mut bindings, &model).unwrap(), 1);
        let text = printed_type(&bindings, "UpdateThingBody").split_whitespace().collect::<Vec<_>>().join(" ");
        let expected = "#[serde(rename = \"in\")] #[serde(default, skip_serializing_if = \"::std::option::Option::is_none\")] pub inside: ::std::option::Option<::std::boxed::Box<Self>>";
        assert!(text.contains(expected), "{text}");
    }
}
