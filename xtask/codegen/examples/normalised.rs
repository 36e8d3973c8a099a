//! Prints a description as the passes of `normalise` leave it, which is what progenitor generates from.
//!
//! `cargo run -q -p xtask-codegen --example normalised -- openapi.json`

use std::{env, error::Error, fs};

use codegen::normalise::{self, Names};
use document::Document;

fn main() -> Result<(), Box<dyn Error>> {
    let file = env::args().nth(1).ok_or("which description?")?;
    let description = Document::read(&file, &fs::read(&file)?)?;
    println!("{:#}", normalise::normalise(description.value, &Names::default())?.document);
    Ok(())
}
