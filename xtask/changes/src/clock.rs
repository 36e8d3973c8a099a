//! The one module that asks what time it is; all others are told.

use std::time::{Duration, Instant, SystemTime};

/// Today in UTC, as `YYYY-MM-DD`.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is where the date comes in from outside")]
pub fn today() -> String {
    chrono::DateTime::<chrono::Utc>::from(SystemTime::now()).date_naive().to_string()
}

/// Tells how long ago it was made.
#[expect(clippy::disallowed_methods, reason = "this is where the time comes in from outside")]
pub fn stopwatch() -> impl Fn() -> Duration {
    let start = Instant::now();
    move || start.elapsed()
}
