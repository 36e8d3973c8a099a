//! The example `webhook_server`: what its reader sees.

use super::{example, run};

#[test]
fn example_shows_events_and_forgeries() {
    let text = run(&mut example("webhook_server"));
    let responses: Vec<(&str, &str)> = text
        .lines()
        .filter_map(|line| line.split_at_checked(34))
        .filter_map(|(title, rest)| Some((title.trim(), rest.get(..3)?)))
        .filter(|(_, status)| status.parse::<u16>().is_ok())
        .collect();
    let expected = hero_api_ext::webhook_receiver::Event::NAMES.iter().map(|name| (*name, "204")).chain([
        ("an event of next year", "204"),
        ("the first one, once more", "200"),
        ("a forged one", "401"),
        ("the first one with another body", "401"),
        ("one without a signature", "401"),
    ]);
    assert_eq!(responses, expected.collect::<Vec<_>>(), "{text}");
    assert!(text.contains("is confirmed for 2026-03-17 09:00:00 UTC"), "{text}");
    assert!(text.contains("is not in the record: the patient has no record in the practice's own system"), "{text}");
}
