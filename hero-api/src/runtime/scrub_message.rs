/// Removes from the message of a builder the part that may quote a value.
///
/// Setters wrap the message of a conversion error: ``conversion to `X` for y failed: <message>``. The messages of generated types
/// are fixed (a pattern, a length), but a caller may pass any type that converts, with any message.
pub(crate) fn scrub_message(reason: &str) -> String {
    let mut rest = reason;
    let mut kept = 0;
    while let Some(inner) = wrapped(rest) {
        kept += rest.len() - inner.len();
        rest = inner;
    }
    if kept == 0 || is_fixed(rest) {
        return reason.to_owned();
    }
    format!("{}(reason withheld, it may quote the value)", &reason[..kept])
}

/// The text inside of one layer of wrapping.
fn wrapped(text: &str) -> Option<&str> {
    let after = if text.starts_with("conversion to `") {
        text.split_once(" failed: ")
    } else if text.starts_with("error converting supplied value for ") {
        text.split_once(": ")
    } else {
        None
    };
    after.map(|(_, inner)| inner)
}

/// Whether `text` is one that typify, the standard library or chrono writes without quoting its input.
fn is_fixed(text: &str) -> bool {
    if text.starts_with("conversion to `") {
        // A layer that gives no reason at all.
        return text.ends_with(" failed");
    }
    ["doesn't match pattern \"", "longer than ", "shorter than ", "no value supplied for "]
        .iter()
        .any(|prefix| text.starts_with(prefix))
        || text.ends_with(" was not initialized")
        || FIXED.contains(&text)
}

const FIXED: [&str; 10] = [
    "invalid value",
    "invalid digit found in string",
    "cannot parse integer from empty string",
    "number too large to fit in target type",
    "number too small to fit in target type",
    "out of range integral type conversion attempted",
    "provided string was not `true` or `false`",
    "input contains invalid characters",
    "input is out of range",
    "premature end of input",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixed_reasons_are_kept_whole() {
        for reason in [
            "start_date was not initialized",
            "conversion to `Uuid` for id failed",
            r#"conversion to `Body` for body failed: error converting supplied value for nhs_number: doesn't match pattern "^\d+: x$""#,
            "conversion to `Body` for body failed: no value supplied for name",
            "error converting supplied value for count: number too large to fit in target type",
            "path parameter `id` must not be empty, `.` or `..`",
        ] {
            assert_eq!(scrub_message(reason), reason);
        }
    }

    #[test]
    fn a_reason_of_unknown_origin_is_withheld() {
        for reason in [
            "conversion to `Body` for body failed: bad name marker",
            "error converting supplied value for note: marker",
            "conversion to `Body` for body failed: error converting supplied value for x: found `marker` at 1",
        ] {
            let kept = scrub_message(reason);
            assert!(!kept.contains("marker"), "{kept}");
            assert!(kept.ends_with("(reason withheld, it may quote the value)"), "{kept}");
            assert!(kept.contains(" for "), "{kept}");
        }
    }
}
