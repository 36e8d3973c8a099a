//! The one module that asks what time it is; all others are told.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Today in UTC, as `YYYY-MM-DD`.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is where the date comes in from outside")]
pub fn today() -> String {
    date(SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default())
}

/// Tells how long ago it was made.
#[expect(clippy::disallowed_methods, reason = "this is where the time comes in from outside")]
pub fn stopwatch() -> impl Fn() -> Duration {
    let start = Instant::now();
    move || start.elapsed()
}

/// The day, in the Gregorian calendar, on which so much time has passed since 1970.
fn date(since_1970: Duration) -> String {
    // Days from 1 March of year 0, so that the leap day is the last day of a year; then eras of 400 years.
    let days = since_1970.as_secs() / 86_400 + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_right_around_leap_days_and_ends_of_years() {
        for (seconds, expected) in [
            (0, "1970-01-01"),
            (68_255_999, "1972-02-29"),
            (68_256_000, "1972-03-01"),
            (951_782_400, "2000-02-29"),
            (1_735_689_599, "2024-12-31"),
            (1_735_689_600, "2025-01-01"),
            (4_107_542_400, "2100-03-01"),
        ] {
            assert_eq!(date(Duration::from_secs(seconds)), expected);
        }
        assert!(today().as_str() > "2025-01-01");
    }

    #[test]
    fn a_stopwatch_does_not_run_backwards() {
        let elapsed = stopwatch();
        let first = elapsed();
        assert!(elapsed() >= first);
    }
}
