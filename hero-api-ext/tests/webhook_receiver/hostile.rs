//! Everything a stranger can post. None of it reaches a handler, stops the program, or tells the sender anything.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex},
};

use data_encoding::{BASE64, HEXLOWER};
use hero_api_ext::webhook_receiver::{KeyError, Outcome, Receiver, Verifier};
use http::StatusCode;
use sha2::{Digest, Sha256};

use crate::webhook_receiver::setup::{
    BODY, Headers, KEY, NOW, SIGNATURE, Station, TIMESTAMP, headers, mac, sign, signed,
};

pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) headers: Headers,
    pub(crate) body: Vec<u8>,
    pub(crate) outcome: Outcome,
}

impl Case {
    pub(crate) fn status(&self) -> StatusCode {
        match self.outcome {
            Outcome::Unreadable => StatusCode::BAD_REQUEST,
            _ => StatusCode::UNAUTHORIZED,
        }
    }
}

pub(crate) fn cases() -> Vec<Case> {
    let tables = [headers_wrong(), signatures_malformed(), signatures_wrong(), times_wrong(), bodies_wrong()];
    tables.into_iter().flatten().collect()
}

fn case(name: &'static str, headers: Headers, outcome: Outcome) -> Case {
    Case { name, headers, body: BODY.into(), outcome }
}

fn now() -> String {
    NOW.to_string()
}

fn good() -> String {
    sign(KEY, now(), BODY)
}

fn headers_wrong() -> Vec<Case> {
    let timestamp = || (TIMESTAMP, now().into_bytes());
    let signature = || (SIGNATURE, good().into_bytes());
    let earlier = || (TIMESTAMP, (NOW - 1).to_string().into_bytes());
    vec![
        case("no header", vec![], Outcome::MissingTimestamp),
        case("no timestamp", vec![signature()], Outcome::MissingTimestamp),
        case("no signature", vec![timestamp()], Outcome::MissingSignature),
        case("empty timestamp", headers("", sign(KEY, "", BODY)), Outcome::MissingTimestamp),
        case("blank timestamp", headers(" \t", sign(KEY, " \t", BODY)), Outcome::MissingTimestamp),
        case("empty signature", headers(now(), ""), Outcome::MissingSignature),
        case("blank signature", headers(now(), "   "), Outcome::MissingSignature),
        case("the timestamp twice", vec![timestamp(), timestamp(), signature()], Outcome::RepeatedTimestamp),
        case("another timestamp after", vec![timestamp(), earlier(), signature()], Outcome::RepeatedTimestamp),
        case("another timestamp before", vec![earlier(), timestamp(), signature()], Outcome::RepeatedTimestamp),
        case("long timestamp", headers("1".repeat(65), sign(KEY, "1".repeat(65), BODY)), Outcome::LongTimestamp),
        case("huge timestamp", headers("1".repeat(100_000), good()), Outcome::LongTimestamp),
        case(
            "headers of another service",
            vec![("X-Signature", good().into()), timestamp()],
            Outcome::MissingSignature,
        ),
    ]
}

fn signatures_malformed() -> Vec<Case> {
    let hex = good();
    let base64 = BASE64.encode(&mac(KEY, format!("{NOW}.{BODY}").as_bytes()));
    let raw = mac(KEY, format!("{NOW}.{BODY}").as_bytes());
    [
        ("separators only", " , ;, ".into()),
        ("hex with a digit too few", hex[1..].into()),
        ("hex with a digit too many", format!("{hex}0")),
        ("half of the hex", hex[..32].into()),
        ("as long as SHA-1", hex[..40].into()),
        ("as long as SHA-512", format!("{hex}{hex}")),
        ("hex with 0x", format!("0x{hex}")),
        (
            "hex with colons",
            hex.as_bytes().chunks(2).map(|pair| str::from_utf8(pair).unwrap()).collect::<Vec<_>>().join(":"),
        ),
        ("digits that are not ASCII", hex.replacen(|_| true, "１", 1)),
        ("base64 with a digit too few", base64[1..].into()),
        ("base64 filled up too far", format!("{base64}=")),
        ("base64 filled up in front", format!("={}", base64.trim_end_matches('='))),
        ("base64 with a stray character", base64.replacen(|_| true, "!", 1)),
        ("base64 of the hex", BASE64.encode(hex.as_bytes())),
        ("percent-encoded", base64.replace('=', "%3D")),
        ("a prefix for another hash", format!("md5={hex}")),
        ("a prefix of another version", format!("v0={hex}")),
        ("two prefixes", format!("sha256=v1={hex}")),
        ("quoted", format!("\"{hex}\"")),
        ("JSON", format!("{{\"v1\":\"{hex}\"}}")),
        ("a thousand signatures, the right one among them", format!("{},{hex}", vec!["00".repeat(32); 1000].join(","))),
        ("100 kB", "a".repeat(100_000)),
    ]
    .into_iter()
    .map(|(name, signature): (_, String)| case(name, headers(now(), signature), Outcome::MalformedSignature))
    .chain([
        case("the bytes themselves", headers(now(), raw), Outcome::MalformedSignature),
        case("bytes that are not UTF-8", headers(now(), [0xff; 64]), Outcome::MalformedSignature),
        case("zero bytes", headers(now(), [0; 64]), Outcome::MalformedSignature),
    ])
    .collect()
}

fn signatures_wrong() -> Vec<Case> {
    let wrong = |name, signature: String| case(name, headers(now(), signature), Outcome::WrongSignature);
    let flipped = |bit: u8| {
        let mut bytes = mac(KEY, format!("{NOW}.{BODY}").as_bytes());
        bytes[usize::from(bit) / 8] ^= 1 << (bit % 8);
        HEXLOWER.encode(&bytes)
    };
    let with_body =
        |name, body: String| Case { body: body.into(), ..case(name, signed(BODY), Outcome::WrongSignature) };
    vec![
        wrong("another key", sign("another key", now(), BODY)),
        wrong("the key with a line break", sign(&format!("{KEY}\n"), now(), BODY)),
        wrong("an empty key", sign("", now(), BODY)),
        wrong("the first bit flipped", flipped(0)),
        wrong("the last bit flipped", flipped(255)),
        wrong("zeros", "00".repeat(32)),
        wrong("ones", "ff".repeat(32)),
        wrong("no signature but a hash", HEXLOWER.encode(&Sha256::digest(format!("{NOW}.{BODY}")))),
        wrong("of the body alone", HEXLOWER.encode(&mac(KEY, BODY.as_bytes()))),
        wrong("without the full stop", HEXLOWER.encode(&mac(KEY, format!("{NOW}{BODY}").as_bytes()))),
        wrong("of no body", sign(KEY, now(), "")),
        wrong("fifteen wrong ones", vec!["00".repeat(32); 15].join(",")),
        with_body("a byte of the body changed", BODY.replace("\"7\"", "\"8\"")),
        with_body("the body cut short", BODY[..BODY.len() - 1].to_owned()),
        with_body("a line break after the body", format!("{BODY}\n")),
        with_body("the body read and written again", BODY.replace(':', ": ")),
        with_body("no body", String::new()),
        case("made younger", headers(now(), sign(KEY, (NOW - 3600).to_string(), BODY)), Outcome::WrongSignature),
        case("a zero before the time", headers(format!("0{NOW}"), good()), Outcome::WrongSignature),
        case("a space before the time", headers(format!(" {NOW}"), good()), Outcome::WrongSignature),
        case("in milliseconds, signed in seconds", headers(format!("{NOW}000"), good()), Outcome::WrongSignature),
    ]
}

fn times_wrong() -> Vec<Case> {
    let at = |name, time: &str, outcome| case(name, headers(time, sign(KEY, time, BODY)), outcome);
    let too_old = |name, time: &str| at(name, time, Outcome::TooOld);
    let too_new = |name, time: &str| at(name, time, Outcome::TooNew);
    let unreadable = |name, time: &str| at(name, time, Outcome::UnreadableTimestamp);
    vec![
        too_old("a second too old", &(NOW - 301).to_string()),
        too_new("a second too new", &(NOW + 301).to_string()),
        too_old("a millisecond too old", &(NOW * 1000 - 300_001).to_string()),
        too_new("a millisecond too new", &(NOW * 1000 + 300_001).to_string()),
        too_old("too old in ISO 8601", "2026-10-25T11:54:59Z"),
        too_new("too new in ISO 8601", "2026-10-25T12:00:00-01:00"),
        too_old("1970", "0"),
        too_old("before 1970", "-1"),
        too_old("i64::MIN", &i64::MIN.to_string()),
        too_new("i64::MAX", &i64::MAX.to_string()),
        too_new("u64::MAX", &u64::MAX.to_string()),
        too_new("u64::MAX + 1", "18446744073709551616"),
        too_new("sixty nines", &"9".repeat(60)),
        too_old("minus sixty nines", &format!("-{}", "9".repeat(60))),
        too_new("microseconds", &(NOW * 1_000_000).to_string()),
        too_new("the year 9999", "9999-12-31T23:59:59Z"),
        too_old("the year 0", "0000-01-01T00:00:00Z"),
        unreadable("a word", "now"),
        unreadable("an exponent", "1.7929296e9"),
        unreadable("not a number", "NaN"),
        unreadable("hexadecimal", "0x6addf2c0"),
        unreadable("a plus", &format!("+{NOW}")),
        unreadable("two times", &format!("{NOW}, {NOW}")),
        unreadable("a day that is none", "2026-02-30T12:00:00Z"),
        unreadable("a day without a time", "2026-10-25"),
        unreadable("digits of another script", "１７９２９２９６００"),
        case("no UTF-8", headers([0xff, 0xfe], sign(KEY, [0xff, 0xfe], BODY)), Outcome::UnreadableTimestamp),
        case("a zero byte", headers("1792929600\0", sign(KEY, "1792929600\0", BODY)), Outcome::UnreadableTimestamp),
    ]
}

fn bodies_wrong() -> Vec<Case> {
    let with = |name, body: Vec<u8>, outcome| Case { headers: signed(&body), body, ..case(name, vec![], outcome) };
    let unreadable = |name, body: &[u8]| with(name, body.to_vec(), Outcome::Unreadable);
    let moved = |name, time: &str, from_time: &str| Case {
        body: format!("{from_time}.{BODY}").into(),
        ..case(name, headers(time, sign(KEY, format!("{time}.{from_time}"), BODY)), Outcome::Unreadable)
    };
    let padded = |size: usize| format!("{BODY}{}", " ".repeat(size - BODY.len())).into_bytes();
    vec![
        with("a byte over the limit", padded(Verifier::DEFAULT_BODY_LIMIT + 1), Outcome::BodyTooLarge),
        with("10 MB", padded(10_000_000), Outcome::BodyTooLarge),
        moved("the full stop moved into the time", "1792929600", "123"),
        moved("the full stop moved into the date", "2026-10-25T12:00:00", "000Z"),
        unreadable("empty", b""),
        unreadable("a form", b"event=appointment.confirmed&id=7"),
        unreadable("cut short", &BODY.as_bytes()[..40]),
        unreadable("two objects", format!("{BODY}{BODY}").as_bytes()),
        unreadable("a list", format!("[{BODY}]").as_bytes()),
        unreadable("null", b"null"),
        unreadable("no event", br#"{"id":"7"}"#),
        unreadable("an event that is no text", br#"{"event":["appointment.confirmed"],"id":"7"}"#),
        unreadable("no UTF-8", b"{\"event\":\"\xff\"}"),
        unreadable("a byte order mark", format!("\u{feff}{BODY}").as_bytes()),
        unreadable("UTF-16", &BODY.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()),
        unreadable("as deep as the limit allows", format!("{{\"event\":{}", "[".repeat(60_000)).as_bytes()),
        unreadable("half a surrogate pair", br#"{"event":"\ud800"}"#),
    ]
}

#[test]
fn hostile_table_is_complete_and_unambiguous() {
    let cases = cases();
    assert!(cases.len() >= 100, "{}", cases.len());
    let named: HashSet<_> = cases.iter().map(|case| (case.name, case.outcome)).collect();
    assert_eq!(named.len(), cases.len());
    let outcomes: HashSet<_> = cases.iter().map(|case| case.outcome).collect();
    assert_eq!(outcomes.len(), 11, "every way to be refused for what was sent, and no other: {outcomes:?}");
}

#[tokio::test]
async fn only_the_operator_learns_of_hostile_requests() {
    for case in cases() {
        let told = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&told);
        let observed = |receiver: Receiver| {
            receiver.with_observer(move |rejection| {
                log.lock().unwrap().push((rejection.outcome(), format!("{rejection} {rejection:?}")));
            })
        };
        let station = Station::with(Verifier::new(KEY).unwrap(), observed);

        assert_eq!(station.post(&case.headers, &case.body).await, case.status(), "{}", case.name);
        assert_eq!(station.handled(), 0, "{}", case.name);
        let counted: Vec<_> = station.receiver.counts().iter().filter(|(_, count)| *count > 0).collect();
        assert_eq!(counted, [(case.outcome, 1)], "{}", case.name);
        let told = told.lock().unwrap();
        assert_eq!(told.len(), 1, "{}", case.name);
        assert_eq!(told[0].0, case.outcome, "{}", case.name);
        assert!(
            !told[0].1.contains("appointment") && !told[0].1.contains(&good()[..8]),
            "{}: {}",
            case.name,
            told[0].1
        );
    }
}

#[tokio::test]
async fn good_delivery_is_handled_after_hostile_ones() {
    let station = Station::new();
    for case in cases() {
        station.post(&case.headers, &case.body).await;
    }
    assert_eq!(station.post(&signed(BODY), BODY).await, StatusCode::NO_CONTENT);
    assert_eq!(station.handled(), 1);
}

#[test]
fn a_key_that_anybody_has_is_refused() {
    assert_eq!(Verifier::new("").err(), Some(KeyError::Empty));
    assert_eq!(Verifier::new(KEY).and_then(|verifier| verifier.with_key("")).err(), Some(KeyError::Empty));
    assert_eq!(Verifier::new(format!("{KEY}\n")).err(), Some(KeyError::Padded));
}

#[test]
fn debug_shows_neither_keys_nor_signatures() {
    let station = Station::new();
    let headers = signed(BODY);
    let text = format!(
        "{:?} {:?} {:?} {:?}",
        Verifier::new(KEY),
        station.receiver,
        crate::webhook_receiver::setup::borrowed(&headers),
        Verifier::new("marker\n"),
    );
    assert!(!text.contains("marker") && !text.contains(&good()), "{text}");
}
