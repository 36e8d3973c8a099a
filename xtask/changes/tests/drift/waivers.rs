//! Waivers, as they change reports.

use drift::FindingKind;

use crate::reports::{Case, report};

fn case() -> Case {
    Case::of(|text| {
        text.replace("enum: [active, deceased]", "enum: [active, deceased, merged]")
            .replace("title: Clinic", "title: Clinics")
    })
}

fn waiver(what: &str, expires: &str) -> String {
    format!("[[waiver]]\n{what}\nreason = 'known to all'\nby = 'Ann'\nexpires = {expires}\n")
}

#[test]
fn a_waived_difference_is_shown_uncounted() {
    let mut case = case();
    let before = report(&case);
    assert_eq!((before.exit_code, before.summary.response_break), (2, 1));
    let fingerprint = before.wire.as_ref().unwrap()[0].fingerprint.clone();
    case.waivers = waiver(&format!("fingerprint = '{fingerprint}'"), "2030-02-28");
    let after = report(&case);
    assert_eq!((after.exit_code, after.summary.response_break, after.summary.waived), (1, 0, 1));
    let text = after.render(drift::Format::Text, false);
    assert!(text.contains("waived (1)") && text.contains("Ann, until 2030-02-28: known to all"), "{text}");
    case.waivers += &waiver("kind = 'info-changed'\npointer = '/info/title'", "'2031-01-01'");
    let all = report(&case);
    assert_eq!((all.exit_code, all.summary.waived), (0, 2));
    assert_eq!(all.last_line(), "drift: same but for 2 waived (exit code 0)");
}

#[test]
fn a_waiver_counts_through_its_last_day() {
    let mut case = case();
    let what = "kind = 'enum-value-added'\npointer = '/components/schemas/Patient/properties/status/enum/2'";
    // Today is 2030-02-28 there.
    case.waivers = waiver(what, "2030-02-28");
    assert_eq!(report(&case).exit_code, 1);
    case.waivers = waiver(what, "2030-02-27");
    let expired = report(&case);
    assert_eq!(
        (expired.exit_code, expired.findings.iter().filter(|f| f.kind == FindingKind::ExpiredWaiver).count()),
        (2, 1)
    );
}

#[test]
fn a_waiver_that_matches_nothing_is_reported() {
    let mut case = case();
    case.waivers = waiver("fingerprint = 'ffff'", "2031-01-01");
    let report = report(&case);
    let finding = report.findings.iter().find(|finding| finding.kind == FindingKind::UnmatchedWaiver).unwrap();
    assert!(finding.message.contains("ffff") && finding.message.contains("Ann"), "{}", finding.message);
}
