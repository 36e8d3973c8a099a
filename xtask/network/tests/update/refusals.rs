//! What `update` refuses, with every file untouched.

use std::{fmt::Write as _, fs, path::Path};

use files::{Disk, STAGING};
use xtask_changes::update::{Options, REJECTED, Source, update};

use crate::{
    server::{Server, Turn},
    workspace::{OLD, TODAY, new, small, snapshot, transcribed, update_from, verified},
};

/// The message, after a check that nothing was changed.
fn refusal(root: &Path, turn: Turn, options: Options) -> String {
    let others = || {
        let mut files = snapshot(root);
        files.remove(Path::new(REJECTED));
        files
    };
    let before = others();
    let server = Server::http([turn]);
    let message = format!("{:#}", update_from(root, &server, options).unwrap_err());
    assert!(message.contains("to fix: ") && message.contains(&server.url), "{message}");
    assert!(others() == before, "{message}");
    assert!(!root.join(STAGING).exists());
    message
}

fn alias_bomb() -> String {
    let mut bomb = "openapi: 3.1.0\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        writeln!(bomb, "a{level}: &a{level} [{}]", vec![format!("*a{}", level - 1); 10].join(", ")).unwrap();
    }
    bomb
}

/// A description that is OpenAPI, and that no bindings can be generated from.
fn ungeneratable() -> String {
    new().replace("#/components/schemas/User", "#/components/schemas/Nobody")
}

#[test]
fn what_is_no_description_touches_nothing() {
    let folder = small(&transcribed());
    let abroad =
        new().replace("'#/components/schemas/Thing'", "x").replace("#/components/schemas/Thing", "types.yaml#/Thing");
    for (body, why) in [
        (b"<!DOCTYPE html><title>Sign in</title>".to_vec(), "web page"),
        (Vec::new(), "empty"),
        (b"\n\n".to_vec(), "empty"),
        ([new().as_bytes(), b"# \xff"].concat(), "UTF-8"),
        (alias_bomb().into_bytes(), "budget"),
        (b"name: build\non: push\n".to_vec(), "no OpenAPI description"),
        (b"{\"message\": \"not found\"}".to_vec(), "no OpenAPI description"),
        (b"a: [".to_vec(), "not valid YAML"),
        (b"openapi: 3.1.0\nopenapi: 3.1.0\n".to_vec(), "openapi.yaml:2, /openapi"),
        (b"swagger: '2.0'\npaths: {/a: {get: {}}}\n".to_vec(), "Swagger"),
        (abroad.into_bytes(), "`$ref: types.yaml#/Thing` leaves the file"),
        (ungeneratable().into_bytes(), "Nobody"),
    ] {
        let message = refusal(folder.path(), Turn::ok(&body), Options::default());
        assert!(message.contains(why), "{why}: {message}");
        assert!(message.contains("--keep"), "{message}");
        assert!(!folder.path().join(REJECTED).exists());
    }
    assert!(verified(folder.path()));
}

#[test]
fn a_reference_out_of_the_file_names_its_place() {
    let folder = small(&transcribed());
    let body = new().replace("#/components/schemas/Thing", "types.yaml#/Thing");
    let message = refusal(folder.path(), Turn::ok(body.as_bytes()), Options::default());
    assert!(message.contains(":10, /paths/~1things~1{id}/get/responses/200/"), "{message}");
}

#[test]
fn a_download_that_fails_changes_nothing() {
    let folder = small(&transcribed());
    for turn in [Turn::hang_up(), Turn::ok(new().as_bytes()).cut(1), Turn::response(404, &[], b"")] {
        refusal(folder.path(), turn, Options { keep: true, ..Options::default() });
        assert!(!folder.path().join(REJECTED).exists());
    }
}

#[test]
fn losing_most_operations_is_refused() {
    let third = "  /more:\n    get: {tags: [Things], operationId: listMore, responses: {'204': {description: ok}}}\ncomponents:\n";
    let folder = small(&transcribed().replace("components:\n", third));
    let start = OLD.find("  /orders").unwrap();
    let end = OLD.find("components:").unwrap();
    let shrunk = format!("{}{}", &OLD[..start], &OLD[end..]);
    let message = refusal(folder.path(), Turn::ok(shrunk.as_bytes()), Options::default());
    assert!(message.contains("2 of 3 operations are gone") && message.contains("--allow-shrink"), "{message}");
    let server = Server::http([Turn::ok(shrunk.as_bytes())]);
    let options = Options { allow_shrink: true, ..Options::default() };
    update_from(folder.path(), &server, options).unwrap_or_else(|error| panic!("{error:#}"));
    assert!(verified(folder.path()));
}

#[test]
fn what_is_refused_is_kept_on_request() {
    let folder = small(&transcribed());
    for body in [ungeneratable(), "<html>".to_owned()] {
        let options = Options { keep: true, ..Options::default() };
        let message = refusal(folder.path(), Turn::ok(body.as_bytes()), options);
        assert!(message.contains(REJECTED) && !message.contains("--keep"), "{message}");
        assert_eq!(fs::read_to_string(folder.path().join(REJECTED)).unwrap(), body);
    }
    assert!(verified(folder.path()));
}

#[test]
fn a_local_copy_is_refused_like_a_download() {
    let folder = small(&transcribed());
    let before = snapshot(folder.path());
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("copy.yaml");
    let run = |source: Source| {
        let options = Options { source, ..Options::default() };
        let mut no_network = |_: &_| panic!("nothing is to be downloaded");
        update(&mut Disk::new(folder.path()), &options, TODAY, &mut no_network, &mut Vec::new()).unwrap_err()
    };
    let missing = format!("{:#}", run(Source::File(file.clone())));
    assert!(missing.contains("cannot read the file") && missing.contains("copy.yaml"), "{missing}");
    fs::write(&file, "swagger: '2.0'").unwrap();
    let refused = format!("{:#}", run(Source::File(file.clone())));
    assert!(refused.contains("Swagger") && refused.contains("copy.yaml:1"), "{refused}");
    fs::File::create(&file).unwrap().set_len((32 << 20) + 1).unwrap();
    assert!(run(Source::File(file)).to_string().contains("larger than"));
    assert!(snapshot(folder.path()) == before);
}

#[test]
fn an_address_that_must_not_be_asked_is_refused() {
    let folder = small(&transcribed());
    for url in ["http://a.example/openapi.yaml", "file:///etc/passwd", "openapi.yaml"] {
        let mut server = Server::http([]);
        url.clone_into(&mut server.url);
        assert!(update_from(folder.path(), &server, Options::default()).is_err(), "{url}");
    }
}
