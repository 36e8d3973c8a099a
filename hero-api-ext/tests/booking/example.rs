use std::{
    env,
    path::PathBuf,
    process::{Command, Output},
};

/// The example's program; cargo builds examples beside the tests, unless it was told to build one test alone.
fn program() -> PathBuf {
    let mut path = env::current_exe().unwrap();
    path.pop();
    path.pop();
    path.push("examples");
    path.push(format!("book_appointment{}", env::consts::EXE_SUFFIX));
    if !path.exists() {
        let arguments = ["build", "--offline", "--quiet", "--package", "hero-api-ext", "--example", "book_appointment"];
        assert!(Command::new(env!("CARGO")).args(arguments).status().unwrap().success());
    }
    path
}

#[test]
fn booking_example_prints_each_step() {
    let Output { status, stdout, stderr } = Command::new(program()).env_clear().output().unwrap();
    let (stdout, stderr) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    assert!(status.success() && stderr.is_empty(), "{stderr}");
    for line in [
        "Riverside Medical Practice",
        "Blood test (15 minutes): free from 16 to 20 March",
        "  Monday 16 March, 09:30 with Nurse Bea Cole",
        "Monday 16 March, 09:00 is held for the patient until Friday 13 March, 09:15.",
        "The patient would rather come on Monday 16 March, 09:30.",
        "Booked as appointment 1010.",
    ] {
        assert!(stdout.lines().any(|printed| printed == line), "{line:?} in {stdout}");
    }
}
