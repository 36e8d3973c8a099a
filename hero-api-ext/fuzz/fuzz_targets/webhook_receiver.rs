//! Feeds bytes to the verifier and the reader of events.
#![no_main]

#[path = "../verify_and_parse.rs"]
mod verify_and_parse;

libfuzzer_sys::fuzz_target!(|input: &[u8]| verify_and_parse::check(input));
