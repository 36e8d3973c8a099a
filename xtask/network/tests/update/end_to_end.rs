//! An update from the first byte to the last, and the one after it.

use std::{fs, path::Path};

use document::sha256_hex;
use files::Disk;
use xtask::{lock::Origin, paths::DESCRIPTION};
use xtask_changes::update::{Options, Source, update};

use crate::{
    server::{Server, Turn, gzip},
    workspace::{OLD, TODAY, copy, lock, new, small, snapshot, transcribed, update_from, verified},
};

const ETAG: &str = "etag: \"v1\"";
const MODIFIED: &str = "last-modified: Fri, 31 Jan 2025 00:00:00 GMT";

/// The committed description as the vendor might publish it, with one operation more.
pub(crate) fn published(root: &Path) -> String {
    let text = fs::read_to_string(root.join(DESCRIPTION)).unwrap();
    let start = text.find("x-transcription:").unwrap();
    let end = start + text[start..].find("\n\n").unwrap();
    let operation = "paths:\n  /v1/lighthouses/{id}:\n    get:\n      tags: [Lighthouses]\n      operationId: getLighthouse\n      \
                     parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n      \
                     responses: {'200': {description: One., content: {application/json: {schema: {$ref: '#/components/schemas/Lighthouse'}}}}}\n";
    let schema = "\n  schemas:\n    Lighthouse: {type: object, properties: {lit: {type: boolean}}}\n";
    let text = format!("{}{}", &text[..start], &text[end..]).replacen("\npaths:\n", &format!("\n{operation}"), 1);
    text.replacen("\n  schemas:\n", schema, 1)
}

#[test]
fn a_second_update_has_nothing_to_do() {
    let folder = copy();
    let root = folder.path();
    assert!(verified(root));
    let body = published(root);
    let server = Server::https([
        Turn::response(200, &[ETAG, MODIFIED, "content-encoding: gzip"], &gzip(body.as_bytes())),
        Turn::raw(format!("HTTP/1.1 304 Not Modified\r\n{ETAG}\r\n\r\n")),
        Turn::response(200, &["etag: \"v2\""], body.as_bytes()),
    ]);
    let shown = update_from(root, &server, Options::default()).unwrap_or_else(|error| panic!("{error:#}"));
    for line in [
        "operations: 1 added, 0 removed, 0 changed\n  added    getLighthouse  GET /v1/lighthouses/{id}\n",
        "schemas: 1 added, 0 removed, 0 changed\n  added    Lighthouse\n",
    ] {
        assert!(shown.contains(line), "{shown}");
    }

    assert_eq!(fs::read_to_string(root.join(DESCRIPTION)).unwrap(), body);
    let lock = lock(root);
    assert_eq!((lock.origin, lock.fetched.as_deref(), lock.transcribed), (Origin::Published, Some(TODAY), None));
    assert_eq!(lock.url, format!("{}/openapi.yaml", server.url));
    assert_eq!(lock.etag.as_deref(), Some("\"v1\""));
    assert_eq!(lock.last_modified.as_deref(), Some("Fri, 31 Jan 2025 00:00:00 GMT"));
    assert_eq!(lock.sha256, sha256_hex(body.as_bytes()));
    let after = snapshot(root);
    let generated = |text: &str| {
        let bindings = after.iter().filter(|(path, _)| path.starts_with("hero-api/src/generated"));
        bindings.filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(text)).count()
    };
    assert!(generated("fn get_lighthouse") > 0 && generated("struct Lighthouse") > 0);
    let manifest = String::from_utf8(after[Path::new("hero-api/Cargo.toml")].clone()).unwrap();
    assert!(manifest.contains("lighthouses = []"));
    assert!(verified(root));

    let unmodified = update_from(root, &server, Options::default()).unwrap();
    assert!(unmodified.contains("was not modified") && unmodified.contains("nothing to do"), "{unmodified}");
    let same = update_from(root, &server, Options::default()).unwrap();
    assert!(same.contains("byte for byte") && same.contains("nothing to do"), "{same}");
    assert!(snapshot(root) == after);
    assert!(server.requests()[1].contains("if-none-match: \"v1\"\r\n"));
}

#[test]
fn a_local_copy_keeps_the_locked_address() {
    let folder = small(&transcribed());
    let root = folder.path();
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("copy.yaml");
    fs::write(&file, new()).unwrap();
    let mut shown = Vec::new();
    let options = Options { source: Source::File(file), ..Options::default() };
    for expected in ["operations: 1 added, 1 removed, 0 changed", "nothing to do"] {
        shown.clear();
        let mut no_network = |_: &_| panic!("nothing is to be downloaded");
        update(&mut Disk::new(root), &options, TODAY, &mut no_network, &mut shown).unwrap();
        let shown = String::from_utf8_lossy(&shown);
        assert!(shown.contains(expected), "{shown}");
    }
    let lock = lock(root);
    assert_eq!((lock.origin, lock.url.as_str()), (Origin::Published, "https://a.example/openapi.yaml"));
    assert_eq!((lock.etag, lock.last_modified), (None, None));
    assert!(verified(root));
}

#[test]
fn json_and_odd_line_ends_are_locked_byte_for_byte() {
    let json = document::Document::parse(&new()).unwrap().value.to_string();
    let folder = small(&transcribed());
    for body in [json, new().replace('\n', "\r\n"), format!("\u{feff}{}", new())] {
        let server = Server::http([Turn::ok(body.as_bytes())]);
        update_from(folder.path(), &server, Options::default()).unwrap_or_else(|error| panic!("{error:#}"));
        assert_eq!(fs::read_to_string(folder.path().join(DESCRIPTION)).unwrap(), body);
        assert!(verified(folder.path()));
    }
}

#[test]
fn only_locked_bytes_make_requests_conditional() {
    let folder = small(&transcribed());
    let root = folder.path();
    let response = || Turn::response(200, &[ETAG], new().as_bytes());
    let mut server = Server::http([response(), response(), response()]);
    update_from(root, &server, Options::default()).unwrap();
    let locked = snapshot(root);
    fs::write(root.join(DESCRIPTION), OLD).unwrap();
    update_from(root, &server, Options::default()).unwrap();
    assert!(snapshot(root) == locked);
    server.url += "/elsewhere";
    update_from(root, &server, Options::default()).unwrap();
    assert!(!server.requests().concat().contains("if-none-match"));
}

#[test]
fn an_update_needs_a_lock_or_an_address() {
    let folder = small(&transcribed());
    fs::remove_file(folder.path().join("openapi.lock")).unwrap();
    let mut no_network = |_: &_| panic!("nothing is to be downloaded");
    let options = Options::default();
    let error = update(&mut Disk::new(folder.path()), &options, TODAY, &mut no_network, &mut Vec::new()).unwrap_err();
    assert!(error.to_string().contains("openapi.lock") && error.to_string().contains("--url"), "{error}");
    let server = Server::http([Turn::ok(new().as_bytes())]);
    update_from(folder.path(), &server, Options::default()).unwrap();
    assert!(verified(folder.path()));
}
