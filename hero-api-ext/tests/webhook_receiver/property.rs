//! A bounded run of the fuzz target, in every test run.

#[path = "../../fuzz/verify_and_parse.rs"]
mod verify_and_parse;

use proptest::{collection::vec, prelude::*};

use crate::webhook_receiver::setup::{BODY, NOW};

/// Bytes of any kind, and bytes that get further: a time, a signature, a body.
fn inputs() -> impl Strategy<Value = Vec<u8>> {
    let anything = vec(any::<u8>(), 0..512);
    let time = prop_oneof![Just(NOW.to_string()), any::<i64>().prop_map(|n| n.to_string()), "[0-9TZ:.+ -]{0,70}"];
    let signature = prop_oneof!["[0-9a-fA-F]{60,66}", "[A-Za-z0-9+/_=-]{40,46}", "(v1=|sha256=)?[0-9a-f]{64}"];
    let json = concat!(
        r#"\{("(event|event_type|id|object|practice_group_id)":"#,
        r#"("[a-z.-]{0,9}"|-?[0-9]{1,25}|null|\[\])(,|\})){0,5}"#,
    );
    let body = prop_oneof![Just(BODY.to_owned()), json];
    let likely = (time, signature, body).prop_map(|(time, signature, body)| {
        let lengths = [time.len(), signature.len()].map(|length| u8::try_from(length).unwrap_or(u8::MAX));
        [&lengths[..], time.as_bytes(), signature.as_bytes(), body.as_bytes()].concat()
    });
    prop_oneof![anything, likely]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn no_input_breaks_a_promise(input in inputs()) {
        verify_and_parse::check(&input);
    }
}

#[test]
fn the_inputs_that_found_something_stay_found() {
    for input in [
        &b""[..],
        b"\x00",
        b"\x00\x00{\"event\":\"x\",\"id\":1}",
        b"\xff\xff",
        b"\x0a\x00-999999999{}",
        // Both names: the second is kept, and must not become the first when it is written.
        b"\x00\x00{\"event\":[],\"event_type\":\"x\"}",
    ] {
        verify_and_parse::check(input);
    }
}
