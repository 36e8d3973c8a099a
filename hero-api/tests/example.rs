//! A program that uses hero-api alone calls a server: the example, run as a process.
#![cfg(feature = "practice-group")]

use std::{
    env,
    error::Error,
    io::{Read, Write},
    net::TcpListener,
    path::PathBuf,
    process::{Command, Output},
    thread,
};

type TestResult = Result<(), Box<dyn Error>>;

/// The example's program; cargo builds examples beside the tests, unless it was told to build one test alone.
fn program() -> Result<PathBuf, Box<dyn Error>> {
    let mut path = env::current_exe()?;
    path.pop();
    path.pop();
    path.push("examples");
    path.push(format!("practice_group{}", env::consts::EXE_SUFFIX));
    if !path.exists() {
        let built = Command::new(env!("CARGO"))
            .args(["build", "--offline", "--quiet", "--package", "hero-api", "--example", "practice_group"])
            .status()?;
        assert!(built.success());
    }
    Ok(path)
}

/// Runs the example against a server that gives one response; returns its output and the head of the request.
fn run_against(response: &'static str) -> Result<(Output, String), Box<dyn Error>> {
    let program = program()?;
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let base_url = format!("http://{}", listener.local_addr()?);
    let server = thread::spawn(move || -> std::io::Result<String> {
        let (mut socket, _) = listener.accept()?;
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            socket.read_exact(&mut byte)?;
            head.push(byte[0]);
        }
        socket.write_all(response.as_bytes())?;
        Ok(String::from_utf8_lossy(&head).into_owned())
    });
    let output = Command::new(program)
        .arg(base_url)
        .env("HERO_API_KEY", "marker-key")
        .env("HERO_PRACTICE_GROUP_ID", "marker-group")
        .output()?;
    let head = server.join().map_err(|_| "the server failed")??;
    Ok((output, head))
}

#[test]
fn the_example_prints_the_practice_group_id() -> TestResult {
    let (output, head) =
        run_against("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 17\r\n\r\n{\"id\": \"pg-1234\"}")?;
    assert!(head.starts_with("GET /v1/me HTTP/1.1\r\n"), "{head}");
    assert!(
        head.contains("x-api-key: marker-key\r\n") && head.contains("x-practice-group-id: marker-group\r\n"),
        "{head}"
    );
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), b"pg-1234\n".as_slice()), "{output:?}");
    Ok(())
}

#[test]
fn a_failing_example_prints_no_secret() -> TestResult {
    let (output, _) = run_against("HTTP/1.1 401 Unauthorized\r\nconnection: close\r\ncontent-length: 0\r\n\r\n")?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr.contains("401") && !stderr.contains("marker"), "{stderr}");
    Ok(())
}
