//! `drift-waivers.toml`: differences that people have accepted, each with a reason, a name and an end.

use serde::Deserialize;

use super::{
    change::{Waived, WireChange},
    difference::RustDifference,
    report::{Finding, FindingKind},
    rules::Kind,
};
use document::error::{Error, Result};

/// The file of the workspace.
pub const FILE: &str = "drift-waivers.toml";

/// Accepted differences.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waivers {
    /// In the order of the file.
    #[serde(default, rename = "waiver")]
    list: Vec<Waiver>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Waiver {
    fingerprint: Option<String>,
    kind: Option<Kind>,
    pointer: Option<String>,
    reason: String,
    by: String,
    expires: Date,
}

/// A day, written as text or as a date of TOML.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Date {
    Text(String),
    Toml(toml::value::Datetime),
}

impl Date {
    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Toml(date) => date.to_string(),
        }
    }
}

impl Waivers {
    /// Reads the text of the file.
    ///
    /// # Errors
    ///
    /// Names the waiver that is not complete, or the place where the text is not TOML.
    pub fn read(name: &str, text: &str) -> Result<Self> {
        let waivers: Self = toml::from_str(text).map_err(|error| {
            let line = error.span().map(|span| 1 + text.bytes().take(span.start).filter(|byte| *byte == b'\n').count());
            let message = error.message().lines().collect::<Vec<_>>().join(" ");
            let error = Error::new(format!("the waivers cannot be read: {message}")).file(name);
            let error =
                error.remedy("write each as [[waiver]] with fingerprint (or kind and pointer), reason, by, expires");
            if let Some(line) = line { error.line(line) } else { error }
        })?;
        for (index, waiver) in waivers.list.iter().enumerate() {
            waiver.check().map_err(|message| {
                Error::new(format!("waiver {} {message}", index + 1))
                    .file(name)
                    .remedy("give fingerprint, or kind and pointer; and reason, by, and expires as YYYY-MM-DD")
            })?;
        }
        Ok(waivers)
    }

    /// Marks what is accepted on this day, and tells of waivers that do not count any more.
    pub(super) fn apply(&self, changes: &mut [WireChange], rust: &mut [RustDifference], today: &str) -> Vec<Finding> {
        let mut findings = Vec::new();
        for waiver in &self.list {
            let expires = waiver.expires.text();
            let is_over = expires.as_str() < today;
            let mut matched = 0;
            let waived = Waived { reason: waiver.reason.clone(), by: waiver.by.clone(), expires: expires.clone() };
            for change in changes.iter_mut().filter(|change| waiver.covers(change)) {
                matched += 1;
                if !is_over {
                    change.waived = Some(waived.clone());
                }
            }
            for difference in rust.iter_mut() {
                if waiver.fingerprint.as_ref() == Some(&difference.fingerprint) {
                    matched += 1;
                    if !is_over {
                        difference.waived = Some(waived.clone());
                    }
                }
            }
            if is_over {
                findings.push(Finding {
                    kind: FindingKind::ExpiredWaiver,
                    message: format!(
                        "the waiver of {} for {waiver} expired on {expires}: renew or remove it",
                        waiver.by
                    ),
                });
            } else if matched == 0 {
                findings.push(Finding {
                    kind: FindingKind::UnmatchedWaiver,
                    message: format!("the waiver of {} for {waiver} matches no difference: remove it", waiver.by),
                });
            }
        }
        // What follows from accepted differences only is accepted with them.
        for difference in rust.iter_mut().filter(|difference| difference.waived.is_none()) {
            let causes: Vec<Option<&Waived>> = difference
                .wire
                .iter()
                .filter_map(|index| changes.get(*index))
                .map(|change| change.waived.as_ref())
                .collect();
            if let Some(Some(first)) = causes.first().filter(|_| causes.iter().all(Option::is_some)) {
                difference.waived = Some((*first).clone());
            }
        }
        findings
    }
}

impl Waiver {
    fn check(&self) -> std::result::Result<(), &'static str> {
        match (&self.fingerprint, &self.kind, &self.pointer) {
            (Some(_), None, None) | (None, Some(_), Some(_)) => {}
            _ => return Err("says neither fingerprint alone nor kind and pointer"),
        }
        if self.reason.trim().is_empty() || self.by.trim().is_empty() {
            return Err("says not why, or not who");
        }
        if !is_date(&self.expires.text()) {
            return Err("says no day on which it expires");
        }
        Ok(())
    }

    fn covers(&self, change: &WireChange) -> bool {
        match (&self.fingerprint, &self.kind, &self.pointer) {
            (Some(fingerprint), _, _) => *fingerprint == change.fingerprint,
            (None, Some(kind), Some(pointer)) => {
                *kind == change.kind && [&change.old.pointer, &change.new.pointer].contains(&pointer)
            }
            _ => false,
        }
    }
}

impl std::fmt::Display for Waiver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (&self.fingerprint, &self.kind, &self.pointer) {
            (Some(fingerprint), _, _) => f.write_str(fingerprint),
            (None, Some(kind), Some(pointer)) => write!(f, "{} at {pointer}", kind.id()),
            _ => Ok(()),
        }
    }
}

/// Whether a text is a day of the calendar, as `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    text.len() == "YYYY-MM-DD".len() && chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "[[waiver]]\nfingerprint = 'ab'\nreason = 'known'\nby = 'Ann'\nexpires = 2030-01-31\n\
                        [[waiver]]\nkind = 'parameter-removed'\npointer = '/paths/~1a/get/parameters/0'\nreason = 'r'\nby = 'b'\nexpires = '2030-02-01'\n";

    #[test]
    fn waivers_are_read_and_gaps_are_refused() {
        assert_eq!(Waivers::read("w.toml", GOOD).unwrap().list.len(), 2);
        assert!(Waivers::read("w.toml", "").unwrap().list.is_empty());
        for (from, to, why) in [
            ("fingerprint = 'ab'\n", "", "waiver 1 says neither"),
            ("reason = 'known'", "reason = ' '", "not why"),
            ("2030-01-31", "'soon'", "no day"),
            ("parameter-removed", "parameter-remove", "no kind of difference"),
            ("by = 'b'\n", "", "missing field `by`"),
            ("by = 'b'", "bye = 'b'", "unknown field"),
        ] {
            let message = format!("{:#}", Waivers::read("w.toml", &GOOD.replace(from, to)).unwrap_err());
            assert!(message.contains(why) && message.contains("w.toml"), "{why}: {message}");
        }
    }
}
