//! Measures the pipeline on made-up descriptions of growing size, and on ours: CPU seconds, and peak memory of the process.
//!
//! `cargo run --release -p xtask-codegen --example scale`; with a number behind it, it prints the description of so many operations
//! instead, for `cargo xtask generate --spec`.

#[path = "../tests/support/synthetic.rs"]
mod synthetic;

/// That of the binary.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use std::{error::Error, fs};

use codegen::pipeline::{self, Input};

fn main() -> Result<(), Box<dyn Error>> {
    if let Some(operations) = std::env::args().nth(1) {
        println!("{}", synthetic::description(operations.parse()?));
        return Ok(());
    }
    // Ours first: the peak is that of the process, so a later and larger run would hide it.
    let ours = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../openapi.yaml"))?;
    let overlay = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../overlay.yaml"))?;
    measure("openapi.yaml", &ours, &[("overlay.yaml".to_owned(), overlay)])?;
    for operations in [100, 200, 400, 600] {
        measure(&format!("{operations} made up"), synthetic::description(operations).to_string().as_bytes(), &[])?;
    }
    Ok(())
}

fn measure(name: &str, description: &[u8], overlays: &[(String, Vec<u8>)]) -> Result<(), Box<dyn Error>> {
    let before = cpu_seconds();
    let output = pipeline::run(Input::new(description, overlays, "transcribed"))?;
    let taken = cpu_seconds()
        .zip(before)
        .map_or_else(|| "unknown".to_owned(), |(after, before)| format!("{:.2} s", after - before));
    let lines: usize = output.files.values().map(|text| text.lines().count()).sum();
    println!(
        "{name:>14}: {} operations, {} types, {lines} lines, CPU {taken}, peak {}",
        output.model.operations.len(),
        output.model.schemas.len(),
        peak().unwrap_or_default()
    );
    Ok(())
}

/// What the kernel says this thread has run for; only Linux does.
fn cpu_seconds() -> Option<f64> {
    let milliseconds: u32 = fs::read_to_string("/proc/thread-self/schedstat")
        .ok()?
        .split(' ')
        .next()?
        .parse::<u64>()
        .ok()?
        .div_ceil(1_000_000)
        .try_into()
        .ok()?;
    Some(f64::from(milliseconds) / 1_000.0)
}

fn peak() -> Option<String> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    Some(status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().to_owned())
}
