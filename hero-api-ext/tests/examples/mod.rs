//! Examples that are run as their readers run them: as programs.

mod book_appointment;
mod reliability;
mod replicas;
mod webhook_server;

use std::{
    env, fs,
    path::Path,
    process::{Command, Output},
    sync::Mutex,
    time::SystemTime,
};

/// A run of the program of an example. cargo builds examples beside the tests, but not when it is told to run one test alone: then the
/// program may be missing, or older than its source.
fn example(name: &str) -> Command {
    static BUILDING: Mutex<()> = Mutex::new(());
    let _building = BUILDING.lock().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = env::current_exe().unwrap().ancestors().nth(2).unwrap().join("examples");
    let program = folder.join(name).with_extension(env::consts::EXE_EXTENSION);
    let in_a_folder = root.join("examples").join(name);
    let source = if in_a_folder.is_dir() { in_a_folder } else { in_a_folder.with_extension("rs") };
    if !program.exists() || changed(&program) < changed(&root.join("src")).max(changed(&source)) {
        let arguments = ["build", "--offline", "--quiet", "--package", "hero-api-ext", "--example", name];
        assert!(Command::new(env!("CARGO")).args(arguments).status().unwrap().success());
    }
    Command::new(program)
}

/// When a file, or a file in a folder, was changed last.
fn changed(path: &Path) -> SystemTime {
    if !path.is_dir() {
        return fs::metadata(path).and_then(|metadata| metadata.modified()).unwrap();
    }
    fs::read_dir(path).unwrap().map(|entry| changed(&entry.unwrap().path())).max().unwrap()
}

/// What an example that succeeds prints.
fn run(example: &mut Command) -> String {
    let Output { status, stdout, stderr } = example.output().unwrap();
    let (stdout, stderr) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    assert!(status.success() && stderr.is_empty(), "{stdout}{stderr}");
    stdout
}
