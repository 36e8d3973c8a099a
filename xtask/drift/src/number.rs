//! Compares numbers exactly: a 64-bit float cannot tell 2^53 from 2^53 + 1.

use std::cmp::Ordering;

use serde_json::{Number, Value};

/// Floats at least this large are no 128-bit integers.
const LARGEST: f64 = 1e38;

/// Which of two numbers is larger; `1` and `1.0` are equal.
pub(super) fn compare_numbers(one: &Number, other: &Number) -> Option<Ordering> {
    match (integer(one), integer(other)) {
        (Some(one), Some(other)) => Some(one.cmp(&other)),
        // A float with a fraction is below 2^53, so that the other side loses nothing that counts.
        _ => one.as_f64()?.partial_cmp(&other.as_f64()?),
    }
}

/// The integer that a number is.
pub(super) fn integer(number: &Number) -> Option<i128> {
    if let Some(integer) = number.as_i64() {
        return Some(integer.into());
    }
    if let Some(integer) = number.as_u64() {
        return Some(integer.into());
    }
    let float = number.as_f64()?;
    // Rust prints a float without a fraction as its exact integer.
    (float.fract() == 0.0 && float.abs() < LARGEST).then(|| format!("{float:.0}").parse().ok())?
}

/// Whether one step is a multiple of another.
pub(crate) fn is_multiple(value: &Value, of: &Value) -> bool {
    let (Some(value), Some(of)) = (value.as_number(), of.as_number()) else { return false };
    if let (Some(value), Some(of)) = (integer(value), integer(of)) {
        return of != 0 && value % of == 0;
    }
    let (Some(value), Some(of)) = (value.as_f64(), of.as_f64()) else { return false };
    let ratio = value / of;
    ratio.is_finite() && ratio.abs() >= 1.0 && (ratio - ratio.round()).abs() < 1e-9
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn numbers_compare_exactly_beyond_2_to_the_53() {
        for (one, other, expected) in [
            ("9007199254740993", "9007199254740992", Ordering::Greater),
            ("9007199254740993", "9007199254740992.0", Ordering::Greater),
            ("18446744073709551615", "18446744073709551614", Ordering::Greater),
            ("-9223372036854775808", "-9223372036854775807", Ordering::Less),
            ("1e20", "18446744073709551615", Ordering::Greater),
            ("1.0", "1", Ordering::Equal),
            ("0.5", "1", Ordering::Less),
            ("1e300", "1", Ordering::Greater),
        ] {
            assert_eq!(compare_numbers(&number(one), &number(other)), Some(expected), "{one} {other}");
        }
    }
}
