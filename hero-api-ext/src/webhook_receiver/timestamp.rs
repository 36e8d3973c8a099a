//! Reads what a timestamp header can hold. Its format is not documented, so every usual one is read.

use chrono::{DateTime, NaiveDateTime};

/// From here on a number counts milliseconds: as seconds it would be a day in the year 5138, as milliseconds one in
/// 1973.
const MILLISECONDS: u64 = 100_000_000_000;

const WITH_OFFSET: [&str; 3] = ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%d %H:%M:%S%.f%#z", "%Y%m%dT%H%M%S%.f%#z"];
const WITHOUT_OFFSET: [&str; 3] = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y%m%dT%H%M%S%.f"];

/// The milliseconds since 1970 that `text` stands for; a number too large for any time is the furthest one there is.
pub(crate) fn milliseconds(text: &[u8]) -> Option<i64> {
    let text = str::from_utf8(text).ok()?.trim_ascii();
    number(text).or_else(|| calendar(text))
}

fn number(text: &str) -> Option<i64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    // The fraction of a second that some languages write is of no weight against the tolerance.
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    if ![whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let value: u64 = whole.parse().unwrap_or(u64::MAX);
    let milliseconds = if value < MILLISECONDS { value * 1000 } else { value };
    Some(sign * i64::try_from(milliseconds).unwrap_or(i64::MAX))
}

fn calendar(text: &str) -> Option<i64> {
    let with_offset = || WITH_OFFSET.iter().find_map(|format| DateTime::parse_from_str(text, format).ok());
    let without = || WITHOUT_OFFSET.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
    // The second form is that of HTTP dates.
    let time = DateTime::parse_from_rfc3339(text).or_else(|_| DateTime::parse_from_rfc2822(text)).ok();
    let time = time.or_else(with_offset).map(|time| time.timestamp_millis());
    time.or_else(|| without().map(|time| time.and_utc().timestamp_millis()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_form_is_the_same_time() {
        for text in [
            "1792929600",
            "1792929600000",
            "1792929600.0",
            "1792929600.123456",
            " 1792929600 ",
            "2026-10-25T12:00:00Z",
            "2026-10-25T12:00:00.000Z",
            "2026-10-25T12:00:00.000000000Z",
            "2026-10-25t12:00:00z",
            "2026-10-25 12:00:00Z",
            "2026-10-25T13:00:00+01:00",
            "2026-10-25T13:00:00+0100",
            "2026-10-25T13:00:00+01",
            "2026-10-25T12:00:00",
            "2026-10-25 12:00:00",
            "20261025T120000Z",
            "20261025T120000",
            "Sun, 25 Oct 2026 12:00:00 GMT",
        ] {
            assert_eq!(milliseconds(text.as_bytes()), Some(1_792_929_600_000), "{text}");
        }
    }

    #[test]
    fn a_number_out_of_all_bounds_saturates() {
        for (text, expected) in [
            ("0", 0),
            ("-1", -1000),
            ("99999999999", 99_999_999_999_000),
            ("100000000000", 100_000_000_000),
            ("9223372036854775807", i64::MAX),
            ("-9223372036854775808", -i64::MAX),
            ("18446744073709551616", i64::MAX),
            ("-99999999999999999999999999999999", -i64::MAX),
        ] {
            assert_eq!(milliseconds(text.as_bytes()), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            " ",
            "-",
            "--1",
            "+1",
            "1.",
            ".5",
            "1.5.1",
            "1e9",
            "0x10",
            "1_000",
            "12 34",
            "now",
            "NaN",
            "inf",
            "2026-10-25",
            "2026-13-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "25:00",
            "1792929600\0",
            "１７９２９２９６００",
        ] {
            assert_eq!(milliseconds(text.as_bytes()), None, "{text}");
        }
        assert_eq!(milliseconds(b"17929\xff29600"), None);
    }
}
