//! Runs the pipeline on descriptions of others, and says in a line each what became of it.
//!
//! `find descriptions -name '*.json' | xargs -n 50 cargo run --release -q -p xtask-codegen --example survey --`
//!
//! A line has the file, the operations taken, those left out, the seconds, and the reason if nothing came out at all.

use std::{env, error::Error, fs, time::Instant};

use codegen::pipeline::{self, Input};

/// That of the binary.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<(), Box<dyn Error>> {
    for file in env::args().skip(1) {
        let description = fs::read(&file)?;
        #[expect(clippy::disallowed_methods, reason = "this is where time is measured")]
        let start = Instant::now();
        let outcome = pipeline::run(Input { skip_unsupported: true, ..Input::new(&description, &[], "published") });
        let seconds = start.elapsed().as_secs_f64();
        match outcome {
            Ok(output) => {
                println!(
                    "{file}\ttaken {}\tleft out {}\t{seconds:.2}",
                    output.model.operations.len(),
                    output.left_out.len()
                );
                for (pointer, reason) in &output.left_out {
                    println!("{file}\tleft out\t{pointer}\t{}", reason.replace('\n', " "));
                }
            }
            Err(error) => println!("{file}\trefused\t{seconds:.2}\t{}", error.to_string().replace('\n', " ")),
        }
    }
    Ok(())
}
