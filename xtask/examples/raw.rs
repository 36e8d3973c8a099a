//! Prints what progenitor makes of `openapi.yaml`, before our passes; with any argument, the normalised description instead.
//!
//! For work on a pass: `cargo run -p xtask --example raw > raw.rs`.

use std::fs;

use xtask::{error::Result, generator, normalise, overlay, pipeline};

fn main() -> Result<()> {
    let read = |name: &str| {
        let bytes = fs::read(name)
            .map_err(|error| xtask::error::Error::new("cannot read the file").file(name).because(error))?;
        Ok::<_, xtask::error::Error>(pipeline::read(name, &bytes)?.value)
    };
    let mut document = read("openapi.yaml")?;
    overlay::apply(&mut document, &[("overlay.yaml".to_owned(), read("overlay.yaml")?)])?;
    let normalised = normalise::normalise(document)?;
    if std::env::args().nth(1).is_some() {
        println!("{:#}", normalised.document);
    } else {
        println!("{}", prettyplease::unparse(&generator::generate(&normalised.document)?));
    }
    Ok(())
}
