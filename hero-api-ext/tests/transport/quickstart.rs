//! What a newcomer runs first.

#[allow(dead_code, reason = "the example's own main")]
#[path = "../../examples/quickstart.rs"]
mod example;

use example::overview;
use hero_api_ext::{clock::TestClock, sandbox::Sandbox};

#[tokio::test]
async fn quickstart_prints_plain_words() {
    let clock = TestClock::at("2026-03-16T08:00:00Z".parse().unwrap());
    let sandbox = Sandbox::builder().slots(5).clock(clock).start().await.unwrap();
    let text = overview(&sandbox.hero().unwrap()).await.unwrap();
    let expected = "\
Riverside Medical Practice, Leeds
  Locations: Mill Lane, Canal Street
  Clinicians: Nurse Bea Cole, Dr Amir Shah, Dr Ida Hill
  Patients can book:
    Blood test, 15 minutes, in person: next free 2026-03-17 09:00:00 UTC
    Medication review, 15 minutes, in person: next free 2026-03-17 09:00:00 UTC
    Telephone consultation, 15 minutes, by telephone: next free 2026-03-17 09:00:00 UTC
";
    assert_eq!(text, expected);
}
