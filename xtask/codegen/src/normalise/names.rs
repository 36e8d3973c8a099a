//! Names of types: each belongs to a schema, and goes with it wherever it moves.
//!
//! The passes before this one name each type after the place where it stands. The lock knows what the types were called, and
//! what identifies the schema of each: its component, the operation and role or the field that leads to it, the value of its
//! tag or its title, its shape. This pass finds each schema of the lock again, and gives it back its name. A name that is not
//! surely of a schema in the document goes; no other schema gets it.

mod graph;
mod matching;
mod members;
mod rename;
mod same;
mod shape;
mod variants;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use self::shape::Shape;
use self::{
    graph::{Graph, Use},
    matching::{Found, Matching},
    variants::alternatives,
};
use super::{
    Log, OPEN_ENUM, Pass, State, WIRE_VALUES, directions::DIRECTION, enums::typifys as variant_name,
    free_name::first_free, parameters::WIRE_NAME, unions::DERIVED_TITLE,
};
use document::{error::Result, schema};

pub(super) const PASS: Pass = Pass {
    name: "names",
    reason: "a type that is called after its place takes the name of another when schemas move",
    run,
    holds,
};

#[expect(clippy::unnecessary_wraps, reason = "every pass may fail")]
fn run(state: &mut State, log: &mut Log) -> Result<()> {
    let errors = state.errors.iter().flat_map(|(operation, errors)| {
        let with_body = errors.iter().filter_map(|error| Some((error.status.clone(), error.schema.clone()?)));
        with_body.map(|(status, schema)| [operation.clone(), status, schema])
    });
    let context = Context {
        vendor: std::mem::take(&mut state.vendor),
        former: std::mem::take(&mut state.former),
        errors: errors.collect(),
    };
    let Outcome { types, renamed, retired } = assign(&mut state.document, &state.known.types, &context);
    for error in state.errors.values_mut().flatten() {
        if let Some(schema) = &mut error.schema
            && let Some(name) = renamed.get(schema)
        {
            schema.clone_from(name);
        }
    }
    state.places = std::mem::take(&mut state.places)
        .into_iter()
        .map(|(name, place)| (renamed.get(&name).cloned().unwrap_or(name), place))
        .collect();
    for (name, new) in &renamed {
        if name != new {
            log.changed(
                format!("/components/schemas/{}", schema::escape(name)),
                format!("called {new}, as the lock says"),
            );
        }
    }
    state.names.types = types;
    state.retired = retired;
    Ok(())
}

#[expect(clippy::unnecessary_wraps, reason = "every pass may fail")]
fn holds(_: &serde_json::Value) -> Result<()> {
    Ok(())
}

/// What identifies the schema of a type.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TypeRecord {
    /// What the vendor calls its component, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
    /// Where it is used: `listThings response`, `Thing.owner[]`, `Format|Step`.
    #[serde(default)]
    pub uses: BTreeSet<String>,
    /// Its kind, and its fields, values or alternatives.
    #[serde(default)]
    pub shape: Shape,
    /// The names of a union's variants, and the type or kind of each.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub variants: BTreeMap<String, String>,
    /// Values and fields on the wire whose Rust names are not what one would make of them, and these names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub renamed: BTreeMap<String, String>,
}

/// What became of the names of the lock.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Outcome {
    /// The names that types have now.
    pub types: BTreeMap<String, TypeRecord>,
    /// What each component of the document was called before this pass, and what it is called now.
    pub renamed: BTreeMap<String, String>,
    /// Names that no schema has any more, and what the one in its place is called; for a person to read.
    pub retired: BTreeMap<String, Option<String>>,
}

/// What the passes before know of the types beside the document.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    /// Type → what the vendor calls its component.
    pub vendor: BTreeMap<String, String>,
    /// Operation → what the lock calls it, where that is another name.
    pub former: BTreeMap<String, String>,
    /// Operation, status and type of each error body.
    pub errors: Vec<[String; 3]>,
}

/// Names the types of `document` as the lock knows them, and what it does not know as the document has it.
pub(super) fn assign(document: &mut Value, known: &BTreeMap<String, TypeRecord>, context: &Context) -> Outcome {
    let none = Map::new();
    let components = schema::components(document).unwrap_or(&none);
    let graph = Graph::new(document, components, &context.errors);
    let Found { types, variants } = Matching::new(known, &graph, &context.vendor, &context.former).run();
    let renamed = unique_names(components, known, &types);
    let titles: BTreeMap<String, Vec<String>> = components
        .iter()
        .filter_map(|(name, union)| {
            let taken = types.get(name).and_then(|old| known.get(old)).map(|record| &record.variants);
            let found = variants.get(name)?;
            Some((name.clone(), unique_titles(&alternatives(components, union), found, taken?)))
        })
        .collect();
    let retired = retired(known, &types, &graph, &renamed);
    if let Some(components) = schema::components_mut(document) {
        for (name, old) in &types {
            if let (Some(component), Some(record)) = (components.get_mut(name), known.get(old)) {
                members::keep(component, record);
            }
        }
        for (name, titles) in titles {
            if let Some(union) = components.get_mut(&name) {
                rename::alternatives(union, &titles);
            }
        }
    }
    rename::components(document, &renamed);
    rename::without_marks(document);
    Outcome { types: records(document, context, &renamed), renamed, retired }
}

/// A name for each component: the lock's; or its own, unless the lock has it for another schema.
fn unique_names(
    components: &Map<String, Value>,
    known: &BTreeMap<String, TypeRecord>,
    found: &BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let mut taken: BTreeSet<String> = known.keys().map(|name| name.to_lowercase()).collect();
    let mut names = BTreeMap::new();
    let mut sorted: Vec<&String> = components.keys().collect();
    sorted.sort();
    for name in sorted {
        let new = match found.get(name) {
            Some(old) => old.clone(),
            None => first_free(name.clone(), |name| !taken.contains(&name.to_lowercase())),
        };
        taken.insert(new.to_lowercase());
        names.insert(name.clone(), new);
    }
    names
}

/// A title for each alternative: the lock's; or its own, unless the lock has it for another.
fn unique_titles(
    alternatives: &[variants::Alternative<'_>],
    found: &[Option<String>],
    known: &BTreeMap<String, String>,
) -> Vec<String> {
    let mut taken: BTreeSet<String> = known.keys().cloned().collect();
    let titles = alternatives.iter().zip(found).map(|(alternative, found)| {
        let title =
            found.clone().unwrap_or_else(|| first_free(alternative.title.to_owned(), |title| !taken.contains(title)));
        taken.insert(title.clone());
        title
    });
    titles.collect()
}

/// The names of the lock that are gone, each with the name of what is in its place.
fn retired(
    known: &BTreeMap<String, TypeRecord>,
    found: &BTreeMap<String, String>,
    graph: &Graph<'_>,
    renamed: &BTreeMap<String, String>,
) -> BTreeMap<String, Option<String>> {
    let kept: BTreeSet<&String> = found.values().collect();
    let line = |place: &Use| match place {
        Use::Inside(owner, way) => Use::Inside(renamed.get(owner).unwrap_or(owner).clone(), way.clone()).line(),
        Use::Variant(owner, variant, way) => {
            Use::Variant(renamed.get(owner).unwrap_or(owner).clone(), variant.clone(), way.clone()).line()
        }
        place @ Use::Operation(..) => place.line(),
    };
    let mut now: BTreeMap<String, &String> = BTreeMap::new();
    for (name, node) in &graph.nodes {
        for place in &node.uses {
            now.insert(line(place), renamed.get(name).unwrap_or(name));
        }
    }
    let gone = known.iter().filter(|(name, _)| !kept.contains(name));
    gone.map(|(name, record)| {
        (name.clone(), record.uses.iter().find_map(|line| now.get(line)).map(|name| (*name).clone()))
    })
    .collect()
}

/// What identifies each type now.
fn records(document: &Value, context: &Context, renamed: &BTreeMap<String, String>) -> BTreeMap<String, TypeRecord> {
    let none = Map::new();
    let components = schema::components(document).unwrap_or(&none);
    let name_of = |name: &String| renamed.get(name).unwrap_or(name).clone();
    let errors: Vec<[String; 3]> = context
        .errors
        .iter()
        .map(|[operation, status, name]| [operation.clone(), status.clone(), name_of(name)])
        .collect();
    let vendor: BTreeMap<String, &String> =
        context.vendor.iter().map(|(name, component)| (name_of(name), component)).collect();
    let graph = Graph::new(document, components, &errors);
    let record = |(name, node): (&String, &graph::Node<'_>)| {
        let variants = alternatives(components, node.schema).into_iter().map(|alternative| {
            let target = alternative.target.map_or_else(|| alternative.shape.line(), str::to_owned);
            (alternative.title.to_owned(), target)
        });
        let record = TypeRecord {
            component: vendor.get(name).map(|component| (*component).clone()),
            uses: node.uses.iter().map(Use::line).collect(),
            shape: node.shape.clone(),
            variants: variants.collect(),
            renamed: members::renamed(node.schema),
        };
        (name.clone(), record)
    };
    graph.nodes.iter().map(record).collect()
}
