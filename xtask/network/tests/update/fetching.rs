//! What `fetch` takes, and what it refuses.

use std::{cell::Cell, time::Duration};

use crate::server::{Server, Turn, chunked, gzip};
use document::error::Result;
use xtask_changes::download::{FetchRequest, Fetched, Progress};
use xtask_network::fetch::fetch;

const BODY: &[u8] = b"openapi: 3.1.0\n";

fn request(server: &Server) -> FetchRequest {
    FetchRequest { roots: server.roots.clone(), ..FetchRequest::new(format!("{}/openapi.yaml", server.url)) }
}

fn get(request: &FetchRequest) -> Result<Fetched> {
    fetch(request, &|| Duration::ZERO, &mut |_| {})
}

fn bytes(fetched: Result<Fetched>) -> Vec<u8> {
    match fetched.unwrap_or_else(|error| panic!("{error:#}")) {
        Fetched::Body { bytes, .. } => bytes,
        Fetched::NotModified => panic!("not modified"),
    }
}

/// What, where and what to do.
fn refusal(server: &Server, fetched: Result<Fetched>) -> String {
    let message = format!("{:#}", fetched.unwrap_err());
    assert!(message.contains("to fix: ") && message.contains(&server.url), "{message}");
    message
}

fn chunked_turn(headers: &str, body: &[u8]) -> Turn {
    let head = format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n{headers}\r\n");
    Turn::raw([head.as_bytes(), &chunked(body, 7)].concat())
}

#[test]
fn a_file_is_taken_in_every_encoding() {
    let gzipped = ["content-encoding: gzip"];
    for start in [Server::http as fn(Vec<Turn>) -> Server, Server::https] {
        let server = start(vec![
            Turn::ok(BODY),
            Turn::response(200, &gzipped, &gzip(BODY)),
            chunked_turn("", BODY),
            chunked_turn("content-encoding: gzip\r\n", &gzip(BODY)),
        ]);
        for _ in 0..4 {
            assert_eq!(bytes(get(&request(&server))), BODY);
        }
    }
}

#[test]
fn the_next_request_is_conditional() {
    let server = Server::http([
        Turn::response(200, &["etag: W/\"a\"", "last-modified: Fri, 31 Jan 2025 00:00:00 GMT"], BODY),
        Turn::raw("HTTP/1.1 304 Not Modified\r\netag: W/\"a\"\r\n\r\n"),
    ]);
    let mut request = request(&server);
    let Fetched::Body { etag, last_modified, final_url, .. } = get(&request).unwrap() else { panic!("not modified") };
    assert_eq!(final_url, request.url);
    (request.etag, request.last_modified) = (etag, last_modified);
    assert_eq!(get(&request).unwrap(), Fetched::NotModified);
    let requests = server.requests();
    assert!(!requests[0].contains("if-"), "{}", requests[0]);
    for line in ["if-none-match: W/\"a\"", "if-modified-since: Fri, 31 Jan 2025 00:00:00 GMT", "accept-encoding: gzip"]
    {
        assert!(requests[1].contains(&format!("\r\n{line}\r\n")), "{}", requests[1]);
    }
}

#[test]
fn progress_counts_to_the_length_of_the_file() {
    let server = Server::http([Turn::ok(BODY)]);
    let mut seen = Vec::new();
    fetch(&request(&server), &|| Duration::ZERO, &mut |progress| seen.push(progress)).unwrap();
    let total = BODY.len() as u64;
    assert_eq!(seen.last(), Some(&Progress { received: total, total: Some(total) }));
}

#[test]
fn three_redirects_are_followed_and_a_fourth_is_not() {
    let hops = |count| (0..count).map(|hop| Turn::redirect([301, 302, 307, 308][hop % 4], "next"));
    let server = Server::http(hops(3).chain([Turn::ok(BODY)]));
    let Fetched::Body { final_url, .. } = get(&request(&server)).unwrap() else { panic!("not modified") };
    assert_eq!(final_url, format!("{}/next", server.url));
    let server = Server::http(hops(4).chain([Turn::ok(BODY)]));
    assert!(refusal(&server, get(&request(&server))).contains("more than 3 times"));
}

#[test]
fn a_redirect_stays_on_https() {
    let target = Server::https([Turn::ok(BODY), Turn::ok(BODY)]);
    let server = Server::https([Turn::redirect(302, &format!("{}/moved", target.url))]);
    let roots = [server.roots.clone(), target.roots.clone()].concat();
    let Fetched::Body { final_url, .. } = get(&FetchRequest { roots, ..request(&server) }).unwrap() else {
        panic!("not modified")
    };
    assert_eq!(final_url, format!("{}/moved", target.url));

    let plain = Server::http([Turn::ok(BODY)]);
    for (location, why) in [
        (format!("{}/x", plain.url), "redirects from https to http"),
        ("http://a.example/x".to_owned(), "redirects from https to http"),
        ("file:///etc/passwd".to_owned(), "redirects from https to file"),
    ] {
        let server = Server::https([Turn::redirect(302, &location)]);
        assert!(refusal(&server, get(&request(&server))).contains(why), "{location}");
    }
    for location in [format!("{}/x", target.url), "http://a.example/x".to_owned()] {
        let server = Server::http([Turn::redirect(302, &location)]);
        assert!(refusal(&server, get(&request(&server))).contains("redirects"), "{location}");
    }
    assert_eq!((plain.requests().len(), target.requests().len()), (0, 1));
}

#[test]
fn an_unknown_certificate_is_not_trusted() {
    let server = Server::https([Turn::ok(BODY), Turn::ok(BODY)]);
    let other = Server::https([]);
    for roots in [Vec::new(), other.roots] {
        let message = refusal(&server, get(&FetchRequest { roots, ..request(&server) }));
        assert!(message.contains("no trusted connection"), "{message}");
    }
}

#[test]
fn a_connection_cut_at_any_stage_is_an_error() {
    let gzipped = Turn::response(200, &["content-encoding: gzip"], &gzip(BODY));
    // The head says how long the compressed file is; without that the decoder has to see the cut.
    let unbounded = Turn::raw([b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n", &gzip(BODY)[..]].concat());
    let stages = [
        ("connection", Turn::hang_up()),
        ("before the head", Turn::raw("")),
        ("status", Turn::raw("HTTP/1.1 2")),
        ("headers", Turn::raw("HTTP/1.1 200 OK\r\ncontent-le")),
        ("end of the headers", Turn::raw("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n")),
        ("before the body", Turn::ok(BODY).cut(BODY.len())),
        ("body", Turn::ok(BODY).cut(1)),
        ("chunk", chunked_turn("", BODY).cut(9)),
        ("last chunk", chunked_turn("", BODY).cut(5)),
        ("gzip", gzipped.clone().cut(12)),
        ("checksum of gzip", gzipped.cut(1)),
        ("gzip without length", unbounded.clone().cut(12)),
        ("checksum of gzip without length", unbounded.cut(1)),
        ("gzip in chunks", chunked_turn("content-encoding: gzip\r\n", &gzip(BODY)[..20])),
    ];
    for start in [Server::http as fn(Vec<Turn>) -> Server, Server::https] {
        for (stage, turn) in &stages {
            let server = start(vec![turn.clone()]);
            let message = refusal(&server, get(&request(&server)));
            let known = ["cut", "does not speak HTTP", "trusted connection"].iter().any(|word| message.contains(word));
            assert!(known, "{stage}: {message}");
        }
    }
}

#[test]
fn a_body_that_could_be_cut_unseen_is_refused() {
    let server = Server::http([Turn::raw([b"HTTP/1.1 200 OK\r\n\r\n", BODY].concat())]);
    assert!(refusal(&server, get(&request(&server))).contains("how long"));
}

#[test]
fn damaged_and_unknown_encodings_are_refused() {
    let mut damaged = gzip(BODY);
    // The checksum: the last four bytes are the length.
    let checksum = damaged.len() - 5;
    damaged[checksum] ^= 0xff;
    for (encoding, body, why) in [
        ("gzip", &damaged[..], "damaged"),
        ("gzip", BODY, "damaged"),
        ("br", BODY, "`br`"),
        ("gzip, gzip", BODY, "`gzip, gzip`"),
    ] {
        let server = Server::http([Turn::response(200, &[&format!("content-encoding: {encoding}")], body)]);
        let message = refusal(&server, get(&request(&server)));
        assert!(message.contains(why), "{encoding}: {message}");
    }
}

#[test]
fn a_file_too_large_is_refused_early() {
    let max_bytes = 10_000;
    let large = vec![b'x'; 200_000];
    let says_so = "HTTP/1.1 200 OK\r\ncontent-length: 10001\r\n\r\n";
    // None of these servers ever closes: the client has to stop by itself.
    let turns = [
        Turn::raw(says_so),
        chunked_turn("", &large).cut(5),
        chunked_turn("content-encoding: gzip\r\n", &gzip(&vec![0; 4_000_000])).cut(20),
        // Bytes on the wire that decode to nothing.
        chunked_turn("content-encoding: gzip\r\n", &gzip(b"").repeat(2000)).cut(5),
    ];
    for (index, turn) in turns.into_iter().enumerate() {
        let server = Server::http([turn.hang()]);
        let message = refusal(&server, get(&FetchRequest { max_bytes, ..request(&server) }));
        assert!(message.contains("larger than 10000 bytes"), "{index}: {message}");
    }
    let fits = vec![b'x'; 10_000];
    let server = Server::http([Turn::ok(&fits), Turn::response(200, &["content-encoding: gzip"], &gzip(&fits))]);
    for _ in 0..2 {
        assert_eq!(bytes(get(&FetchRequest { max_bytes, ..request(&server) })), fits);
    }
}

#[test]
fn the_default_limits_are_as_documented() {
    let request = FetchRequest::new("https://a.example/x");
    assert_eq!((request.max_bytes, request.deadline), (32 * 1024 * 1024, Duration::from_secs(60)));
}

#[test]
fn a_silent_server_ends_at_the_deadline() {
    let deadline = Duration::from_millis(150);
    let half = BODY.len() / 2;
    for turn in [Turn::raw(""), Turn::raw("HTTP/1.1 200 OK\r\n"), Turn::ok(BODY).cut(half)] {
        let server = Server::http([turn.hang()]);
        let message = refusal(&server, get(&FetchRequest { deadline, ..request(&server) }));
        assert!(message.contains("not done within 0.15 seconds"), "{message}");
    }
}

#[test]
fn redirects_share_one_deadline() {
    let server = Server::http([Turn::redirect(302, "/next"), Turn::ok(BODY)]);
    let asked = Cell::new(0);
    let elapsed = || {
        asked.set(asked.get() + 1);
        Duration::from_secs(if asked.get() == 1 { 59 } else { 60 })
    };
    let message = refusal(&server, fetch(&request(&server), &elapsed, &mut |_| {}));
    assert!(message.contains("not done within 60 seconds"), "{message}");
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn a_response_without_the_file_is_an_error() {
    for (status, remedy) in
        [(204, "--from"), (206, "--from"), (304, "again"), (403, "login"), (404, "--url"), (503, "later")]
    {
        let server = Server::http([Turn::raw(format!("HTTP/1.1 {status} X\r\ncontent-length: 0\r\n\r\n"))]);
        let message = refusal(&server, get(&request(&server)));
        assert!(message.contains(&format!("status {status}")) && message.contains(remedy), "{message}");
    }
    let server = Server::http([Turn::response(302, &[], b"")]);
    assert!(refusal(&server, get(&request(&server))).contains("without saying where to"));
}
