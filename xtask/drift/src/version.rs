//! Whether the version of the API says as much as its changes do.

use super::{
    change::WireChange,
    class::Class,
    report::{Described, Finding, FindingKind},
};

/// What the version hides, when it hides something.
pub(super) fn finding(base: &Described, revision: &Described, changes: &[WireChange]) -> Option<Finding> {
    let breaking = changes.iter().filter(|change| change.class.is_breaking()).count();
    let compatible = changes.iter().filter(|change| change.class == Class::Compatible).count();
    let (old, new) = (&base.api_version, &revision.api_version);
    if breaking > 0 && major(new) <= major(old) {
        return Some(Finding {
            kind: FindingKind::BreakWithoutMajorVersion,
            message: format!(
                "{breaking} breaking {} without a new major version: the API went from {old} to {new}",
                if breaking == 1 { "change" } else { "changes" }
            ),
        });
    }
    (compatible > 0 && old == new).then(|| Finding {
        kind: FindingKind::ChangeWithoutVersion,
        message: format!("the API changed, and its version is {old} as before"),
    })
}

/// The first number of a version; what starts with a date has its year.
fn major(version: &str) -> u64 {
    let digits: String = version.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_the_first_number() {
        for (version, expected) in [("1.2.3", 1), ("v2", 2), ("2024-05-01", 2024), ("", 0), ("beta", 0)] {
            assert_eq!(major(version), expected, "{version}");
        }
    }
}
