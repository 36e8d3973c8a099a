//! The version that a release of the new crate should have.

use super::{RustChange, RustVerdict};

/// The version after `current` that Cargo's rules ask for when a release has these changes.
///
/// Cargo takes the leftmost digit that is not zero for the major one. So a break raises the first digit from 1.0.0 on, the
/// second of 0.2.0 and the third of 0.0.3; what is additive raises the digit after it. A change at run time counts as a
/// break: it compiles, and that is why the version has to say it. Nothing is stable in a pre-release, so it goes on to the
/// next one. Without a change, and when Cargo would not take it for a version, `current` comes back as it is.
#[must_use]
pub fn recommended_version(current: &str, changes: &[RustChange]) -> String {
    let Some(worst) = changes.iter().map(|change| change.verdict).max() else { return current.to_owned() };
    let without_build = current.split('+').next().unwrap_or_default();
    let (numbers, pre_release) = match without_build.split_once('-') {
        Some((numbers, pre_release)) => (numbers, Some(pre_release)),
        None => (without_build, None),
    };
    let parsed: Option<Vec<u64>> = numbers.split('.').map(number).collect();
    let Some(&[major, minor, patch]) = parsed.as_deref() else { return current.to_owned() };
    if let Some(pre_release) = pre_release {
        return format!("{numbers}-{}", next_pre_release(pre_release));
    }
    let breaks = worst > RustVerdict::Additive;
    match (major, minor, patch) {
        (0, 0, patch) => format!("0.0.{}", patch.saturating_add(1)),
        (0, minor, _) if breaks => format!("0.{}.0", minor.saturating_add(1)),
        (0, minor, patch) => format!("0.{minor}.{}", patch.saturating_add(1)),
        (major, ..) if breaks => format!("{}.0.0", major.saturating_add(1)),
        (major, minor, _) => format!("{major}.{}.0", minor.saturating_add(1)),
    }
}

fn number(digits: &str) -> Option<u64> {
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
    if is_plain { digits.parse().ok() } else { None }
}

/// `beta.2` → `beta.3`, `beta` → `beta.1`.
fn next_pre_release(current: &str) -> String {
    let (before, last) = current.rsplit_once('.').map_or(("", current), |(before, last)| (before, last));
    match number(last) {
        Some(number) if before.is_empty() => number.saturating_add(1).to_string(),
        Some(number) => format!("{before}.{}", number.saturating_add(1)),
        None => format!("{current}.1"),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::RustRule, *};

    fn recommended(current: &str, verdicts: &[RustVerdict]) -> String {
        let change = |verdict: &RustVerdict| RustChange {
            rule: RustRule::OperationAdded,
            verdict: *verdict,
            item: String::new(),
            before: None,
            after: None,
            sentence: String::new(),
            operations: Vec::new(),
            pointers: Vec::new(),
            value: None,
        };
        recommended_version(current, &verdicts.iter().map(change).collect::<Vec<_>>())
    }

    #[test]
    fn the_worst_change_decides_by_cargos_rules() {
        use RustVerdict::{Additive, RunTimeBreak, SourceBreak};
        for (current, verdicts, expected) in [
            ("1.2.3", &[Additive, SourceBreak][..], "2.0.0"),
            ("1.2.3", &[RunTimeBreak], "2.0.0"),
            ("1.2.3", &[Additive], "1.3.0"),
            ("1.2.3", &[], "1.2.3"),
            ("0.2.3", &[SourceBreak], "0.3.0"),
            ("0.2.3", &[Additive], "0.2.4"),
            ("0.0.3", &[SourceBreak], "0.0.4"),
            ("0.0.3", &[Additive], "0.0.4"),
            ("1.0.0+7", &[Additive], "1.1.0"),
        ] {
            assert_eq!(recommended(current, verdicts), expected, "{current} {verdicts:?}");
        }
    }

    #[test]
    fn a_pre_release_goes_on_to_the_next() {
        for (current, expected) in
            [("1.0.0-beta.2", "1.0.0-beta.3"), ("1.0.0-rc", "1.0.0-rc.1"), ("1.0.0-4", "1.0.0-5")]
        {
            assert_eq!(recommended(current, &[RustVerdict::SourceBreak]), expected);
        }
    }

    #[test]
    fn what_is_no_version_comes_back_as_it_is() {
        for current in ["", "1", "1.0", "1.0.x", "01.2.3", "1.2.3.4", "99999999999999999999999.0.0"] {
            assert_eq!(recommended(current, &[RustVerdict::SourceBreak]), current);
        }
    }
}
