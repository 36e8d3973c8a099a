//! Fields that go by another name on the wire.

use serde_json::Value;
use syn::{Fields, Item, parse_quote};

use super::Pass;
use crate::{
    bindings::Bindings,
    model::Model,
    normalise::WIRE_NAME,
    syntax::{wire_name, without_serde_word},
};
use document::error::Result;

pub(super) const PASS: Pass = Pass {
    name: "wire-names",
    reason: "a property that was renamed to be told apart has to be sent and read under its own name",
    run,
};

#[expect(clippy::unnecessary_wraps, reason = "every pass may fail")]
fn run(bindings: &mut Bindings, model: &Model) -> Result<usize> {
    let mut places = 0;
    for (name, items) in &mut bindings.types {
        let Some(schema) = model.schemas.get(name) else { continue };
        let Item::Struct(item) = &mut items.item else { continue };
        let Fields::Named(fields) = &mut item.fields else { continue };
        for field in &mut fields.named {
            let Some(ident) = &field.ident else { continue };
            let property = wire_name(ident, &field.attrs);
            if let Some(wire) =
                schema.property(&property).and_then(|property| property.get(WIRE_NAME)).and_then(Value::as_str)
            {
                without_serde_word(&mut field.attrs, "rename");
                field.attrs.push(parse_quote!(#[serde(rename = #wire)]));
                places += 1;
            }
        }
    }
    Ok(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passes::fixture::*;

    #[test]
    fn a_renamed_property_goes_by_its_own_name_on_the_wire() {
        let (mut bindings, mut model) = bindings();
        model.schemas.get_mut("Thing").unwrap().value["properties"]["name"][WIRE_NAME] = serde_json::json!("na-me");
        assert_eq!(run(&mut bindings, &model).unwrap(), 1);
        let text = printed_type(&bindings, "Thing");
        assert!(text.contains("#[serde(rename = \"na-me\")]\n    pub name"), "{text}");
    }
}
