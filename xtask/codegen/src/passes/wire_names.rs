//! Fields that go by another name on the wire.

use syn::{Fields, Item, parse_quote};

use super::Pass;
use crate::{
    bindings::Bindings,
    model::Model,
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
            let parts = model.parts(schema);
            let mut facts = parts.iter().filter_map(|part| part.property_facts(&property));
            if let Some(wire) = facts.find_map(|facts| facts.wire_name.as_ref()) {
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
    use crate::{normalise::PropertyFacts, passes::fixture::*};

    #[test]
    fn a_renamed_property_keeps_its_wire_name() {
        let (mut bindings, mut model) = bindings();
        let facts = PropertyFacts { wire_name: Some("na-me".to_owned()), ..PropertyFacts::default() };
        model.schemas.get_mut("Thing").unwrap().facts.properties.insert("name".to_owned(), facts);
        assert_eq!(run(&mut bindings, &model).unwrap(), 1);
        let text = printed_type(&bindings, "Thing");
        assert!(text.contains("#[serde(rename = \"na-me\")]\n    pub name"), "{text}");
    }
}
