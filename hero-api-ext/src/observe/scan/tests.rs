use proptest::prelude::*;
use serde_json::Value;

use super::*;

fn is_json(body: &[u8]) -> bool {
    let mut scanner = Scanner::new(body);
    scanner.skip().and_then(|()| scanner.end()).is_ok()
}

#[track_caller]
fn check(body: &[u8]) {
    let parsed = serde_json::from_slice::<Value>(body);
    assert_eq!(is_json(body), parsed.is_ok(), "{:?}: {parsed:?}", String::from_utf8_lossy(body));
}

#[test]
fn json_is_what_serde_json_reads() {
    let deep = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
    let (deepest, too_deep, huge) = (deep(127), deep(128), format!("[1{}]", "0".repeat(400)));
    let texts = [
        "",
        " ",
        "null",
        " true ",
        "false",
        "nul",
        "nulls",
        "0",
        "-0",
        "01",
        "-",
        "1.",
        ".5",
        "1.5",
        "1e5",
        "1e",
        "1e+",
        "1E-7",
        "1e999",
        "-1e400",
        "18446744073709551616",
        "\"\"",
        "\"a\\nb\"",
        "\"\\x\"",
        "\"\\u00e9\"",
        "\"\\ud800\"",
        "\"\\ud83d\\ude00\"",
        "\"\\u00g0\"",
        "\"\\",
        "\"",
        "\"\u{1}\"",
        "\"a\tb\"",
        "\"\u{7f}é\"",
        "[]",
        "[ ]",
        "[1,2]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1",
        "{}",
        "{ }",
        "{\"a\":1}",
        "{\"a\" : [ {} ] , \"b\":null}",
        "{\"a\":1,}",
        "{\"a\"}",
        "{a:1}",
        "{1:1}",
        "{\"a\":1 \"b\":2}",
        "1 1",
        "[1}",
        "{\"a\":1]",
        "\u{feff}1",
        &deepest,
        &too_deep,
        &huge,
    ];
    for text in texts {
        check(text.as_bytes());
    }
    for place in 0..20 {
        let mut text = [b'~'; 20];
        (text[0], text[19]) = (b'"', b'"');
        if (1..19).contains(&place) {
            text[place] = 0xff;
        }
        check(&text);
    }
}

proptest! {
    #[test]
    fn random_text_is_judged_like_serde_json(
        text in "([\\[\\]{}:, \\\\-]|[019.eE+]|\"|\\\\[\"\\\\nux]|null|true|\"a\":|\"[aé\t]{0,9}\"){0,12}",
    ) {
        check(text.as_bytes());
    }
}

#[test]
fn texts_are_read_without_quotes_and_escapes() {
    for (json, text, is_copied) in [("\"12345678é\" ", "12345678é", false), (r#""a\"\u00e9""#, "a\"é", true)] {
        let read = Scanner::new(json.as_bytes()).text().unwrap().read().unwrap();
        assert_eq!((&*read, matches!(read, Cow::Owned(_))), (text, is_copied));
    }
}

#[test]
fn special_bytes_are_found_at_any_place() {
    for place in 0..20 {
        for special in [b'"', b'\\', 0, 0x1f] {
            let mut bytes = [b'~'; 20];
            bytes[place] = special;
            assert_eq!(Plain::before(&bytes).len, place);
            bytes[..place].fill(0xff);
            assert_eq!(Plain::before(&bytes).len, place);
        }
    }
    assert_eq!(Plain::before(&[b' '; 20]).len, 20);
}
