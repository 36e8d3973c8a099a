//! What generated implementations of [`Paged`](crate::Paged) call.

use std::num::{NonZeroU8, NonZeroU16, NonZeroU32, NonZeroU64};

use serde_json::Value;

use crate::ConversionError;

/// A page number on its way into the type that the description gives it.
#[allow(dead_code, reason = "a build with few tags may have no paged operation")]
pub(crate) struct PageNumber(u64);

/// A page number for a setter.
#[allow(dead_code, reason = "a build with few tags may have no paged operation")]
pub(crate) fn integer(number: u64) -> PageNumber {
    PageNumber(number)
}

/// Every type that a described integer may have; `minimum: 1` makes it a `NonZero`, which a plain integer does not turn into.
macro_rules! from_page_number {
    ($($type:ty),*) => {$(
        impl TryFrom<PageNumber> for $type {
            type Error = ConversionError;

            fn try_from(PageNumber(number): PageNumber) -> Result<Self, ConversionError> {
                Self::try_from(number).map_err(|_| ConversionError::from("out of range"))
            }
        }
    )*};
}

from_page_number!(i8, i16, i32, i64, u8, u16, u32, NonZeroU64);

impl TryFrom<PageNumber> for u64 {
    type Error = ConversionError;

    fn try_from(PageNumber(number): PageNumber) -> Result<Self, ConversionError> {
        Ok(number)
    }
}

/// `NonZeroU64` is the only one of its kind that a `u64` turns into in one step.
macro_rules! from_page_number_by_two_steps {
    ($($type:ty),*) => {$(
        impl TryFrom<PageNumber> for $type {
            type Error = ConversionError;

            fn try_from(number: PageNumber) -> Result<Self, ConversionError> {
                Self::try_from(NonZeroU64::try_from(number)?).map_err(|_| ConversionError::from("out of range"))
            }
        }
    )*};
}

from_page_number_by_two_steps!(NonZeroU8, NonZeroU16, NonZeroU32);

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
    fn a_page_number_turns_into_every_described_integer_or_says_that_it_does_not_fit() {
        assert_eq!(i64::try_from(integer(7)).ok(), Some(7));
        assert_eq!(i32::try_from(integer(7)).ok(), Some(7));
        assert_eq!(u64::try_from(integer(u64::MAX)).ok(), Some(u64::MAX));
        assert_eq!(NonZeroU64::try_from(integer(7)).ok(), NonZeroU64::new(7));
        assert_eq!(NonZeroU32::try_from(integer(7)).ok(), NonZeroU32::new(7));
        assert!(i64::try_from(integer(u64::MAX)).is_err());
        assert!(NonZeroU64::try_from(integer(0)).is_err());
        assert!(NonZeroU8::try_from(integer(256)).is_err());
    }

    #[test]
    fn numbers_that_make_no_sense_do_not_wrap_around() {
        assert_eq!(count(-1), None);
        assert_eq!(count(Some(3)), Some(3));
        assert_eq!(open_count(&serde_json::json!({"count": 4})), Some(4));
        assert_eq!(open_count(&serde_json::json!([])), None);
    }
}
