//! What may grow is `#[non_exhaustive]`.

use syn::{Fields, Item, parse_quote};

use super::Pass;
use crate::{bindings::Bindings, model::Model};
use document::error::Result;

pub(super) const PASS: Pass = Pass {
    name: "exhaustiveness",
    reason: "a field, value or shape that the description adds must be a minor version of the bindings",
    run,
};

#[allow(clippy::unnecessary_wraps, reason = "every pass may fail")]
fn run(bindings: &mut Bindings, _: &Model) -> Result<usize> {
    let mut places = 0;
    for items in bindings.types.values_mut() {
        let attributes = match &mut items.item {
            Item::Struct(item) if matches!(item.fields, Fields::Named(_)) => &mut item.attrs,
            Item::Enum(item) => &mut item.attrs,
            _ => continue,
        };
        attributes.push(parse_quote!(#[non_exhaustive]));
        places += 1;
    }
    Ok(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passes::fixture::*;

    #[test]
    fn structs_and_enums_may_grow() {
        let (bindings, _) = after(PASS);
        for name in ["Thing", "ThingKind", "UpdateThingBody", "UpdateThingBodyMode", "ListThingsResponse"] {
            assert!(printed_type(&bindings, name).contains("#[non_exhaustive]"), "{name}");
        }
    }
}
