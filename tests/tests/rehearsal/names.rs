//! The cheap part: what is generated from each file, in memory.

use codegen::{
    normalise::Names,
    pipeline::{self, Input, Output},
};

use crate::{files, root};

fn generated(description: &[u8], known: Names) -> Output {
    let overlays = xtask::workspace::overlays(&root()).unwrap();
    let input = Input { known, ..Input::new(description, &overlays, "published") };
    pipeline::run(input).unwrap_or_else(|error| panic!("{error:#}"))
}

#[test]
fn every_file_keeps_methods_parameters_and_types() {
    let known = xtask::workspace::lock(&root()).unwrap().unwrap().names();
    let locked = xtask::paths::description(&root()).unwrap().unwrap();
    let before = generated(&locked, known.clone());
    let mut lost = Vec::new();
    for (name, description) in files() {
        let after = generated(description.to_string().as_bytes(), known.clone());
        for operation in &before.model.operations {
            let Some(now) = after.model.operation(&operation.id).filter(|now| now.name == operation.name) else {
                lost.push(format!("{name}: the method {} is gone", operation.name));
                continue;
            };
            let setters = |operation: &codegen::model::Operation| -> Vec<String> {
                operation.parameters.iter().map(|parameter| parameter.name.clone()).collect()
            };
            let now = setters(now);
            lost.extend(
                setters(operation)
                    .into_iter()
                    .filter(|setter| !now.contains(setter))
                    .map(|setter| format!("{name}: the parameter {setter} of {} is gone", operation.name)),
            );
        }
        let gone = before.names.types.keys().filter(|ty| !after.names.types.contains_key(*ty));
        lost.extend(gone.map(|ty| format!("{name}: the type {ty} is gone")));
    }
    assert!(lost.is_empty(), "{} differences:\n{}", lost.len(), lost.join("\n"));
}
