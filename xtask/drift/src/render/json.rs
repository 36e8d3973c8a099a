//! The report for programs, and its schema.

use super::Report;

pub(super) fn render(report: &Report) -> String {
    // Plain structs with text keys: nothing that JSON cannot say.
    serde_json::to_string_pretty(report).unwrap_or_default() + "\n"
}

/// The JSON schema of the report.
#[must_use]
pub fn schema() -> String {
    let schema = schemars::schema_for!(Report);
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}
