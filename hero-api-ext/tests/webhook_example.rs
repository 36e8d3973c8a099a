//! The example `webhook_server`, run as a process: what its reader sees.
#![cfg(feature = "axum")]

use std::{env, error::Error, path::PathBuf, process::Command};

/// The example's program; cargo builds examples beside the tests, unless it was told to build one test alone.
fn program() -> Result<PathBuf, Box<dyn Error>> {
    let mut path = env::current_exe()?;
    path.pop();
    path.pop();
    path.push("examples");
    path.push(format!("webhook_server{}", env::consts::EXE_SUFFIX));
    if !path.exists() {
        let built = Command::new(env!("CARGO"))
            .args(["build", "--offline", "--quiet", "--package", "hero-api-ext", "--example", "webhook_server"])
            .status()?;
        assert!(built.success());
    }
    Ok(path)
}

#[test]
fn example_shows_events_and_forgeries() -> Result<(), Box<dyn Error>> {
    let output = Command::new(program()?).output()?;
    let text = String::from_utf8(output.stdout)?;
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()), "{text}");
    let responses: Vec<(&str, &str)> = text
        .lines()
        .filter_map(|line| line.split_at_checked(34))
        .filter_map(|(title, rest)| Some((title.trim(), rest.get(..3)?)))
        .filter(|(_, status)| status.parse::<u16>().is_ok())
        .collect();
    let expected = hero_api_ext::webhook_receiver::Event::NAMES.iter().map(|name| (*name, "204")).chain([
        ("an event of next year", "204"),
        ("the first one, once more", "200"),
        ("a forged one", "401"),
        ("the first one with another body", "401"),
        ("one without a signature", "401"),
    ]);
    assert_eq!(responses, expected.collect::<Vec<_>>(), "{text}");
    assert!(text.contains("is confirmed for 2026-03-17 09:00:00 UTC"), "{text}");
    assert!(text.contains("is not in the record: the patient has no record in the practice's own system"), "{text}");
    Ok(())
}
