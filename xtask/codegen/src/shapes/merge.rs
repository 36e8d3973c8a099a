//! One shape for several alternatives: it allows what any of them allows.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Compiler, Key, Property, Shape,
    facts::{self, Additional, Facts},
    types,
};

pub(super) fn merge(compiler: &mut Compiler<'_>, key: &Key) -> Shape {
    let facts: Option<Vec<Vec<Facts>>> = key.iter().map(|parts| facts::of_all(compiler.document, parts)).collect();
    let Some(facts) = facts.map(|facts| facts.concat()) else {
        return Shape { types: types::ANY, open: true, places: key.clone(), ..Shape::default() };
    };
    let mut shape = Shape {
        types: facts.iter().fold(0, |all, one| all | one.types),
        places: facts.iter().map(|one| one.places.clone()).collect(),
        ..Shape::default()
    };
    let having = |bits: u8| facts.iter().filter(move |one| one.types & bits != 0);
    object(compiler, &having(types::OBJECT).collect::<Vec<_>>(), &mut shape);

    let lists: Vec<&Facts> = having(types::ARRAY).collect();
    if !lists.is_empty() && lists.iter().all(|one| !one.items.is_empty()) {
        shape.items = Some(compiler.shape(lists.iter().map(|one| one.items.clone()).collect()));
    }

    let texts: Vec<&Facts> = having(types::STRING).collect();
    let values: Option<Vec<&BTreeSet<String>>> = texts.iter().map(|one| one.values.as_ref()).collect();
    shape.values =
        values.filter(|values| !values.is_empty()).map(|values| values.into_iter().flatten().cloned().collect());
    shape.technical = shape.values.is_some() && texts.iter().all(|one| one.technical);
    if let Some((first, rest)) = texts.split_first()
        && rest.iter().all(|one| one.format == first.format)
    {
        shape.format.clone_from(&first.format);
    }
    shape
}

fn object(compiler: &mut Compiler<'_>, objects: &[&Facts], shape: &mut Shape) {
    let is_free = |one: &&Facts| one.properties.is_empty() && !matches!(one.additional, Additional::Map(_));
    if objects.is_empty() || objects.iter().any(is_free) {
        // What one alternative leaves open cannot be held against the fields of another.
        shape.open = !objects.is_empty();
        return;
    }
    shape.open = objects.iter().any(|one| one.additional == Additional::Open);
    let mut fields: BTreeMap<&str, Key> = BTreeMap::new();
    for one in objects {
        for (name, parts) in &one.properties {
            fields.entry(name).or_default().push(parts.clone());
        }
    }
    for (name, key) in fields {
        let required = objects.iter().all(|one| one.required.contains(name));
        shape.properties.insert(name.to_owned(), Property { shape: compiler.shape(key), required });
    }
    let maps: Key = objects
        .iter()
        .filter_map(|one| if let Additional::Map(parts) = &one.additional { Some(parts.clone()) } else { None })
        .collect();
    if !maps.is_empty() {
        shape.map = Some(compiler.shape(maps));
    }
}
