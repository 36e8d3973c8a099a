//! No personal data in `Debug`: a canary in every free text of what is sent and what comes back.

use hero_tests::sample::Style;

use crate::stage::{Failures, Script, Stage, call_with};

/// In every free text.
pub(crate) const CANARY: &str = "canary";
/// In every free text of digits.
pub(crate) const NUMBER: &str = "9434765919";
/// In every time of a person's life.
pub(crate) const BIRTH: &str = "1948-07-05T01:02:03Z";

/// What of these must not be printed.
pub(crate) const TRACES: [&str; 5] = [CANARY, NUMBER, "1948", "07-05", "01:02"];

/// Fields that mean nothing to a person outside of Hero: identifiers, and times of the machinery.
fn is_free(name: &str) -> bool {
    let foreign = ["nhs", "emis", "ehr", "gha", "passport", "insurance"].iter().any(|word| name.contains(word));
    let id = ["id", "uid", "uuid"]
        .iter()
        .any(|word| name == *word || name.ends_with(&format!("_{word}")) || name.ends_with(&format!("_{word}s")));
    let technical = [
        "created_at",
        "updated_at",
        "deleted_at",
        "sent_at",
        "send_at",
        "scheduled_at",
        "expires_at",
        "expiry_date",
        "reserved_until",
        "last_sync_at",
        "write_to_record_at",
    ];
    foreign || !(id || technical.contains(&name))
}

/// The styles in which canaries are put in: letters, and digits for what takes nothing else.
pub(crate) fn styles() -> [Style<'static>; 2] {
    [CANARY, NUMBER].map(|text| Style { text, is_free, free_time: BIRTH, ..Style::FULL })
}

pub(crate) fn traces(text: &str) -> Vec<&'static str> {
    TRACES.into_iter().filter(|trace| text.contains(trace)).collect()
}

#[tokio::test]
async fn debug_shows_nothing_personal() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    for (operation, call) in &stage.operations {
        let id = call.info.id;
        for style in styles() {
            for alternative in 0..stage.rounds(operation) {
                let style = Style { alternative, ..style };
                let inputs = stage.inputs(operation, style);
                // A value of a later version may be anything, so it is not shown either.
                for enums in [None, Some(style.text)] {
                    let response = stage.response(operation, Style { enums, ..style });
                    match call_with(call, &inputs, response.status, &response.body).await {
                        Ok(response) => failures.same(
                            id,
                            format_args!("traces in {}", response.shown),
                            &traces(&response.shown),
                            &vec![],
                        ),
                        Err(error) => failures.check(id, false, || format!("{error} in {}", response.body)),
                    }
                }
                failures.same(id, format_args!("traces in {}", inputs.shown()), &traces(&inputs.shown()), &vec![]);
                let client = Script::responding(200, "").client();
                let request = (call.start)(&client, &inputs).map(|request| format!("{request:?} {request:#?}"));
                let request = request.unwrap_or_default();
                failures.same(id, format_args!("traces in {request}"), &traces(&request), &vec![]);
                failures.check(id, !request.is_empty(), || "it does not start".to_owned());
            }
        }
    }
}

#[test]
fn the_canaries_are_where_they_should_be() {
    let stage = Stage::new();
    let (mut sent, mut responded) = (Vec::new(), Vec::new());
    for (operation, _) in &stage.operations {
        for style in styles() {
            sent.push(format!("{:?}", stage.inputs(operation, style)));
            responded.push(stage.response(operation, style).body);
        }
    }
    for texts in [sent, responded] {
        assert_eq!(traces(&texts.concat()), TRACES, "without all of them, nothing is shown to be hidden");
    }
    assert!(!is_free("patient_id") && is_free("ehr_partner_id") && is_free("first_name"));
}
