//! What generated implementations of [`Paged`](crate::Paged) call.

use serde_json::Value;

/// A page number as the description types it.
#[allow(dead_code, reason = "a build with few tags may have no paged operation")]
pub(crate) fn integer(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A count as a number of items; a negative one says nothing.
#[allow(dead_code, reason = "a build with few tags may have no paged operation")]
pub(crate) fn count(count: impl Into<Option<i64>>) -> Option<u64> {
    count.into().and_then(|count| u64::try_from(count).ok())
}

/// The member `count` of an answer whose shape the description leaves open.
#[allow(dead_code, reason = "a build with few tags may have no paged operation")]
pub(crate) fn open_count(answer: &Value) -> Option<u64> {
    answer.get("count")?.as_u64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_make_no_sense_do_not_wrap_around() {
        assert_eq!(integer(u64::MAX), i64::MAX);
        assert_eq!(count(-1), None);
        assert_eq!(count(Some(3)), Some(3));
        assert_eq!(open_count(&serde_json::json!({"count": 4})), Some(4));
        assert_eq!(open_count(&serde_json::json!([])), None);
    }
}
