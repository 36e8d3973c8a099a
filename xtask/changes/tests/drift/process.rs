//! The command as a process: its exit codes, and where it says what.

use std::{
    fs,
    io::{Read as _, Write as _},
    net::TcpListener,
    path::Path,
    thread,
};

use crate::support::{Run, Workspace, xtask};

const CLINIC: &str = include_str!("../../../drift/tests/clinic.yaml");

fn run(old: &str, new: &str, more: &[&str]) -> Run {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("old.yaml"), old).unwrap();
    fs::write(folder.path().join("new.yaml"), new).unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (base, revision) = (path("old.yaml"), path("new.yaml"));
    let mut arguments = vec!["drift", "--axis", "wire", "--base", &base, "--revision", &revision];
    arguments.extend(more);
    xtask(folder.path(), &arguments)
}

#[test]
fn exit_code_and_last_line_say_the_verdict() {
    let (docs, breaking) = (
        CLINIC.replace("title: Clinic", "title: Clinics"),
        CLINIC.replace(
            "operationId: getHealth",
            "operationId: getHealth\n      parameters: [{name: x, in: query, required: true}]",
        ),
    );
    for (new, code, line) in [
        (CLINIC.to_owned(), 0, "drift: same (exit code 0)"),
        (format!("# other bytes\n{CLINIC}"), 0, "drift: same (exit code 0)"),
        (docs, 1, "drift: breaks nobody: 1 in text or names (exit code 1)"),
        (breaking, 2, "drift: breaks on the wire: 1 breaking request (exit code 2)"),
    ] {
        let run = run(CLINIC, &new, &[]);
        assert_eq!(run.code, Some(code), "{run:#?}");
        assert_eq!(run.stdout.lines().last(), Some(line), "{run:#?}");
    }
    for new in ["", "<html></html>", "a: [", "name: x\n", "swagger: '2.0'\n"] {
        let run = run(CLINIC, new, &[]);
        assert_eq!(run.code, Some(3), "{new}: {run:#?}");
        let last = run.stderr.lines().last().unwrap();
        assert!(last.starts_with("drift: cannot tell: ") && last.ends_with("(exit code 3)"), "{run:#?}");
    }
}

#[test]
fn a_wrong_command_line_is_not_taken_for_a_break() {
    for arguments in [&["drift", "--axis", "both-of-them"][..], &["drift", "--no-such"], &["drift", "--base"]] {
        assert_eq!(xtask(Path::new("/"), arguments).code, Some(3), "{arguments:?}");
    }
    let before = std::process::Command::new(env!("CARGO_BIN_EXE_xtask-changes"))
        .args(["--root", "/", "drift", "--no-such"])
        .output()
        .unwrap();
    assert_eq!(before.status.code(), Some(3), "a global option stands before the command");
    assert_eq!(xtask(Path::new("/"), &["drift", "--help"]).code, Some(0));
}

#[test]
fn a_report_for_programs_is_alone_on_stdout() {
    let new = CLINIC.replace("title: Clinic", "title: Clinics");
    let run = run(CLINIC, &new, &["--format", "json"]);
    assert!(serde_json::from_str::<serde_json::Value>(&run.stdout).is_ok(), "{run:#?}");
    assert_eq!(run.stderr.lines().last(), Some("drift: breaks nobody: 1 in text or names (exit code 1)"));
}

#[test]
fn a_report_can_go_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.html");
    let new = CLINIC.replace("title: Clinic", "title: Clinics");
    let run = run(CLINIC, &new, &["--format", "html", "--output", &path.display().to_string()]);
    assert_eq!(run.stdout, "drift: breaks nobody: 1 in text or names (exit code 1)\n", "{run:#?}");
    assert!(fs::read_to_string(path).unwrap().contains("</html>"));
}

#[test]
fn schema_and_rules_are_printed_alone() {
    let schema = xtask(Path::new("/"), &["drift", "--print-schema"]);
    assert_eq!(schema.code, Some(0));
    let schema: serde_json::Value = serde_json::from_str(&schema.stdout).unwrap();
    assert_eq!(schema["title"], "Report");
    let rules = xtask(Path::new("/"), &["drift", "--print-rules"]);
    assert_eq!(rules.stdout, crate::support::committed("docs/drift-rules.md"));
}

/// Serves one request with these bytes; tells the address.
fn serve(status: &'static str, body: Vec<u8>) -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let url = format!("http://{}/openapi.yaml", listener.local_addr().unwrap());
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut head = Vec::new();
        let mut byte = [0];
        while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
            head.push(byte[0]);
        }
        let _ = write!(stream, "HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
        let _ = stream.write_all(&body);
    });
    url
}

#[test]
fn the_lock_is_compared_with_what_is_published() {
    let workspace = Workspace::copy_of_the_repository();
    let locked = workspace.read("openapi.yaml");
    let before = workspace.bytes();
    let against =
        |body: String| workspace.run(&["drift", "--axis", "wire", "--revision", &serve("200 OK", body.into_bytes())]);
    assert_eq!(against(locked.clone()).code, Some(0));
    let drifted = against(locked.replacen("operationId: createAccessToken", "operationId: makeAccessToken", 1));
    assert_eq!(drifted.code, Some(1), "{drifted:#?}");
    assert!(
        drifted.stdout.contains("the operationId `createAccessToken` is `makeAccessToken` now"),
        "{}",
        drifted.stdout
    );
    let gone = workspace.run(&["drift", "--axis", "wire", "--revision", &serve("404 Not Found", Vec::new())]);
    assert_eq!(gone.code, Some(3), "{gone:#?}");
    assert!(gone.stderr.contains("404"), "{}", gone.stderr);
    let nobody = workspace.run(&["drift", "--revision", "http://127.0.0.1:1/openapi.yaml"]);
    assert_eq!(nobody.code, Some(3), "{nobody:#?}");
    let plain = workspace.run(&["drift", "--revision", "http://example.com/openapi.yaml"]);
    assert_eq!(plain.code, Some(3));
    assert!(plain.stderr.contains("https"), "{}", plain.stderr);
    assert!(workspace.bytes() == before, "drift changed files");
}
