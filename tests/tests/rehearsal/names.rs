//! The cheap part: what is generated from each file, in memory.

use std::thread;

use codegen::{
    model::Model,
    normalise::Names,
    pipeline::{self, Input},
};
use serde_json::Value;

use crate::{files, root};

fn generated(description: &[u8], known: Names) -> (Model, Names) {
    let overlays = xtask::workspace::overlays(&root()).unwrap();
    let input = Input { known, ..Input::new(description, &overlays, "published") };
    let output = pipeline::run(input).unwrap_or_else(|error| panic!("{error:#}"));
    (output.model, output.names)
}

/// What has another name, or none, when the bindings are generated from `description`.
fn lost(description: &Value, known: Names, (before, names): &(Model, Names)) -> Vec<String> {
    let (after, new_names) = generated(description.to_string().as_bytes(), known);
    let mut lost = Vec::new();
    for operation in &before.operations {
        let Some(now) = after.operation(&operation.id).filter(|now| now.name == operation.name) else {
            lost.push(format!("the method {} is gone", operation.name));
            continue;
        };
        let setters = |operation: &codegen::model::Operation| -> Vec<String> {
            operation.parameters.iter().map(|parameter| parameter.name.clone()).collect()
        };
        let now = setters(now);
        let gone = setters(operation).into_iter().filter(|setter| !now.contains(setter));
        lost.extend(gone.map(|setter| format!("the parameter {setter} of {} is gone", operation.name)));
    }
    let gone = names.types.keys().filter(|ty| !new_names.types.contains_key(*ty));
    lost.extend(gone.map(|ty| format!("the type {ty} is gone")));
    lost
}

#[test]
fn every_file_keeps_methods_parameters_and_types() {
    let known = xtask::workspace::lock(&root()).unwrap().unwrap().names();
    let locked = xtask::paths::description(&root()).unwrap().unwrap();
    let before = generated(&locked, known.clone());
    let files = files();
    thread::scope(|scope| {
        let started = files.iter().map(|(name, description)| {
            let known = known.clone();
            (name, scope.spawn(|| lost(description, known, &before)))
        });
        for (name, thread) in started.collect::<Vec<_>>() {
            assert_eq!(thread.join().unwrap(), [""; 0], "{name}");
        }
    });
}
