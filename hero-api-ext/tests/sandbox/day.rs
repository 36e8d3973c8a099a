//! The story of a newcomer, which is the example too.

#[allow(dead_code, reason = "the example's own main")]
#[path = "../../examples/day_at_the_practice.rs"]
mod example;

#[tokio::test]
async fn day_at_the_practice_ends_as_told() {
    let told = example::day().await.unwrap();
    let expected = [
        "Ada is registered.",
        "Bram has to prove who they are.",
        "Bram is registered.",
        "30 reviews of medication can be booked.",
        "Tuesday 17 March, 09:00 is held for Bram.",
        "Patient 7 cannot have it too.",
        "Hero says: appointment.confirmed, 2026-03-17 09:00:00 UTC",
        "Hero says: appointment.rescheduled, 2026-03-17 09:15:00 UTC",
        "It is less than 24 hours away, so the policy is against it.",
        "Hero says: appointment.cancelled, 2026-03-17 09:15:00 UTC",
        "Ada got a link.",
        "Hero says: appointment.confirmed, 2026-03-17 09:00:00 UTC",
        "Her link is used.",
        "Ten were invited: 8 sent, 0 sent earlier, 0 not sent, 2 unknown.",
        "Look in Hero for patients 101 and 102.",
        "Hero has 9 messages, and nobody has two.",
        "Patients called Patel, by page: 4, 4, 2.",
    ];
    assert_eq!(told, expected);
}
