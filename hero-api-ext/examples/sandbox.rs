//! A local Hero with invented patients, for programs in any language.
//!
//! ```text
//! cargo run -p hero-api-ext --features sandbox --example sandbox -- --port 4010
//! ```
//!
//! It runs until it is stopped with Ctrl-C. The documentation of `hero_api_ext::sandbox` says who is there, with lines for curl.

use std::{env, error::Error, future};

use hero_api_ext::sandbox::{API_KEY, PRACTICE_GROUP, Sandbox, SandboxBuilder};

const USAGE: &str = "usage: sandbox [--port PORT] [--patients COUNT] [--slots COUNT]";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = configured(env::args().skip(1))?.start().await?;
    let url = sandbox.base_url();
    println!("Hero sandbox on {url}");
    println!("  look at it:   {url}/");
    println!("  from a shell: curl -H 'x-api-key: {API_KEY}' -H 'x-practice-group-id: {PRACTICE_GROUP}' {url}/v1/me");
    println!("  from Rust:    HERO_BASE_URL={url} HERO_API_KEY={API_KEY} HERO_PRACTICE_GROUP_ID={PRACTICE_GROUP}");
    future::pending().await
}

fn configured(arguments: impl Iterator<Item = String>) -> Result<SandboxBuilder, Box<dyn Error>> {
    let mut builder = Sandbox::builder().port(4010);
    let mut arguments = arguments;
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or(USAGE)?;
        builder = match name.as_str() {
            "--port" => builder.port(value.parse()?),
            "--patients" => builder.patients(value.parse()?),
            "--slots" => builder.slots(value.parse()?),
            _ => return Err(USAGE.into()),
        };
    }
    Ok(builder)
}
