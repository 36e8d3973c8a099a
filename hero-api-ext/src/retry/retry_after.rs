use std::time::Duration;

use chrono::{DateTime, Utc};
use http::{HeaderMap, header::RETRY_AFTER};

/// How long a server asks to wait.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct RetryAfter(pub(crate) Duration);

impl RetryAfter {
    /// The longest wait that is obeyed, if the deadline of the call allows it. A call with a longer one fails at once.
    pub(crate) const LONGEST: Duration = Duration::from_secs(120);

    /// Reads the header: seconds, or an HTTP date. A date in the past asks for no wait.
    pub(crate) fn from_headers(headers: &HeaderMap, now: DateTime<Utc>) -> Option<Self> {
        let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
        if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
            // So many digits that they do not fit ask for longer than is ever obeyed.
            return Some(Self(Duration::from_secs(value.parse().unwrap_or(u64::MAX))));
        }
        let date = DateTime::<Utc>::from_timestamp(seconds_since_1970(value)?, 0)?;
        Some(Self((date - now).to_std().unwrap_or_default()))
    }
}

fn seconds_since_1970(date: &str) -> Option<i64> {
    let date = httpdate::parse_http_date(date).ok()?;
    i64::try_from(date.duration_since(std::time::UNIX_EPOCH).ok()?.as_secs()).ok()
}
