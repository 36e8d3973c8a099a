//! What an update adds can be called: a program that uses it compiles, runs and gets a response.

use std::{fs, path::Path, process::Command};

use xtask_changes::update::Options;

use crate::{
    built,
    end_to_end::published,
    server::{Server, Turn},
    workspace::{copy, update_from, verified},
};

const MANIFEST: &str = r#"[package]
name = "caller"
version = "0.0.0"
edition = "2024"
publish = false

[dependencies]
hero-api = { workspace = true, features = ["lighthouses"] }
hero-api-ext = { path = "../hero-api-ext", default-features = false, features = ["rustls"] }
tokio = { workspace = true, features = ["net", "time"] }
"#;

const PROGRAM: &str = r#"
use hero_api_ext::{Credentials, Environment, Hero, hero_api};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = std::env::args().nth(1).ok_or("no address")?;
    let client = hero_api::Client::new(&url, hero_api::Credentials::new("key", "group")?)?;
    let lighthouse = client.get_lighthouse().id("7").send().await?;
    println!("{} {:?}", hero_api::operations::GET_LIGHTHOUSE, lighthouse.lit);

    let hero = Hero::builder().environment(Environment::Custom(url)).credentials(Credentials::new("key", "group")).build()?;
    // The first response is a 503: what hero-api-ext does for every operation, it does for this one.
    let lighthouse = hero.api().get_lighthouse().id("8").send().await?;
    println!("{:?}", lighthouse.lit);
    Ok(())
}
"#;

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else if !target.exists() {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn a_program_calls_an_added_operation() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let folder = copy();
    let root = folder.path();
    let publisher = Server::http([Turn::ok(published(root).as_bytes())]);
    update_from(root, &publisher, Options::default()).unwrap_or_else(|error| panic!("{error:#}"));
    assert!(verified(root));

    for package in ["hero-api", "hero-api-ext"] {
        copy_folder(&own.join(package), &root.join(package));
    }
    let manifest = fs::read_to_string(own.join("Cargo.toml")).unwrap();
    let (_, rest) = manifest.split_once('\n').unwrap();
    let (_, rest) = rest.split_once('\n').unwrap();
    fs::write(
        root.join("Cargo.toml"),
        format!("[workspace]\nmembers = [\"hero-api\", \"hero-api-ext\", \"caller\", \"aligned\"]\n{rest}"),
    )
    .unwrap();
    fs::copy(own.join("Cargo.lock"), root.join("Cargo.lock")).unwrap();
    fs::create_dir_all(root.join("aligned/src")).unwrap();
    fs::write(root.join("aligned/Cargo.toml"), built::aligned("hero-api-ext")).unwrap();
    fs::write(root.join("aligned/src/lib.rs"), "").unwrap();
    fs::create_dir_all(root.join("caller/src")).unwrap();
    fs::write(root.join("caller/Cargo.toml"), MANIFEST).unwrap();
    fs::write(root.join("caller/src/main.rs"), PROGRAM).unwrap();

    let json = ["content-type: application/json"];
    let api = Server::http([
        Turn::response(200, &json, br#"{"lit": true}"#),
        Turn::response(503, &json, b"{}"),
        Turn::response(200, &json, br#"{"lit": false}"#),
    ]);
    // What is built for this workspace is what is built for ours, but for hero-api and hero-api-ext.
    let built = built::cargo()
        .args(["build", "--offline", "--quiet", "--package", "caller", "--package", "aligned"])
        .current_dir(root)
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let program = built::target().join("debug/caller").with_extension(std::env::consts::EXE_EXTENSION);
    let output = Command::new(program).arg(&api.url).output().unwrap();
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{stderr}");
    assert_eq!(stdout, "getLighthouse (GET /v1/lighthouses/{id}) Some(true)\nSome(false)\n");
    let requests = api.requests();
    let lines: Vec<&str> = requests.iter().filter_map(|request| request.lines().next()).collect();
    assert_eq!(lines, ["/7", "/8", "/8"].map(|id| format!("GET /v1/lighthouses{id} HTTP/1.1")));
    assert!(requests.iter().all(|request| request.contains("x-api-key: key\r\n")), "{requests:?}");
}
