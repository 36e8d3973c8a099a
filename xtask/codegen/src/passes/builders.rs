//! Removes the builders of types that only responses carry.

use syn::ImplItem;

use super::Pass;
use crate::{bindings::Bindings, model::Model};
use document::error::Result;

pub(super) const PASS: Pass =
    Pass { name: "builders", reason: "callers never build a response, so its builder would be dead code", run };

#[allow(clippy::unnecessary_wraps, reason = "every pass may fail")]
fn run(bindings: &mut Bindings, model: &Model) -> Result<usize> {
    let mut places = 0;
    for (name, items) in &mut bindings.types {
        if model.schemas.get(name).is_some_and(|schema| schema.request) || items.builder.take().is_none() {
            continue;
        }
        places += 1;
        for item in &mut items.impls {
            item.items.retain(|item| !matches!(item, ImplItem::Fn(method) if method.sig.ident == "builder"));
        }
        items.impls.retain(|item| item.trait_.is_some() || !item.items.is_empty());
    }
    Ok(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passes::fixture::*;

    #[test]
    fn only_what_requests_carry_has_a_builder() {
        let (bindings, places) = after(PASS);
        assert!(bindings.types["UpdateThingBody"].builder.is_some());
        assert!(bindings.types["Thing"].builder.is_none());
        assert!(!printed_type(&bindings, "Thing").contains("builder"));
        assert_eq!(places, 2);
    }
}
