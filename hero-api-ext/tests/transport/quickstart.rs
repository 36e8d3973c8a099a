//! What a newcomer runs first.

#[allow(dead_code, reason = "the example's own main")]
#[path = "../../examples/quickstart.rs"]
mod example;

use example::{client_for, invented_practice, overview};

#[tokio::test]
async fn quickstart_prints_plain_words() {
    let practice = invented_practice();
    let text = overview(&client_for(&practice).unwrap()).await.unwrap();
    let expected = "\
Riverside Medical Practice, Leeds
  Locations: Mill Lane, Canal Street
  Clinicians: Dr A. Shah, Nurse B. Cole
  Patients can book:
    Blood test, 10 minutes, in person: next free 2026-03-03 09:30:00 UTC
    Telephone consultation, 15 minutes, by telephone: nothing free
";
    assert_eq!(text, expected);
}
