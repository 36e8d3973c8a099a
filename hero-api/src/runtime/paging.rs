//! Helpers of the generated implementations of [`Paged`](crate::Paged).

use serde_json::Value;

use crate::runtime::ConversionError;

/// A page number that converts to the type of its parameter.
pub(crate) struct PageNumber(u64);

/// A page number to pass to a setter.
pub(crate) fn integer(number: u64) -> PageNumber {
    PageNumber(number)
}

/// A page number converts into every type of integer that a parameter may have.
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

from_page_number!(i8, i16, i32, i64, u8, u16, u32);

impl TryFrom<PageNumber> for u64 {
    type Error = ConversionError;

    fn try_from(PageNumber(number): PageNumber) -> Result<Self, ConversionError> {
        Ok(number)
    }
}

/// The value of `count`. A negative one is ignored.
pub(crate) fn count(count: impl Into<Option<i64>>) -> Option<u64> {
    count.into().and_then(|count| u64::try_from(count).ok())
}

/// The member `count` of a response whose shape the description leaves open.
pub(crate) fn open_count(output: &Value) -> Option<u64> {
    output.get("count")?.as_u64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_number_converts_or_is_out_of_range() {
        assert_eq!(i64::try_from(integer(7)).ok(), Some(7));
        assert_eq!(i32::try_from(integer(7)).ok(), Some(7));
        assert_eq!(u64::try_from(integer(u64::MAX)).ok(), Some(u64::MAX));
        assert!(i64::try_from(integer(u64::MAX)).is_err());
        assert!(u8::try_from(integer(256)).is_err());
    }

    #[test]
    fn a_negative_count_is_no_count() {
        assert_eq!(count(-1), None);
        assert_eq!(count(Some(3)), Some(3));
        assert_eq!(open_count(&serde_json::json!({"count": 4})), Some(4));
        assert_eq!(open_count(&serde_json::json!([])), None);
    }
}
