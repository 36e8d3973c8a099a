//! JSON Schemas of the types, behind a feature.

use syn::{Item, parse_quote};

use super::Pass;
use crate::{bindings::Bindings, model::Model, syntax::derives};
use document::error::Result;

pub(super) const PASS: Pass = Pass {
    name: "schemas",
    reason: "users who document or validate want schemas, all others should not compile them",
    run,
};

#[allow(clippy::unnecessary_wraps, reason = "every pass may fail")]
fn run(bindings: &mut Bindings, _: &Model) -> Result<usize> {
    let mut places = 0;
    for items in bindings.types.values_mut() {
        let derive = parse_quote!(#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]);
        match &mut items.item {
            Item::Struct(item) => item.attrs.push(derive),
            // Open enums write their own: to them any string is valid.
            Item::Enum(item)
                if item
                    .attrs
                    .iter()
                    .any(|attribute| attribute.path().is_ident("serde") || derives(attribute, "Deserialize")) =>
            {
                item.attrs.push(derive);
            }
            _ => continue,
        }
        places += 1;
    }
    Ok(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passes::fixture::*;

    #[test]
    fn each_type_has_a_schema_behind_the_feature() {
        let (bindings, _) = after(PASS);
        let derive = "#[cfg_attr(feature = \"schemars\", derive(::schemars::JsonSchema))]";
        for name in ["Thing", "UpdateThingBody", "UpdateThingBodyName", "UpdateThingBodyMode"] {
            assert!(printed_type(&bindings, name).contains(derive), "{name}");
        }
        assert!(!printed_type(&bindings, "ThingKind").contains(derive), "an open enum writes its own");
    }
}
