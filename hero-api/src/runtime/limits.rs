//! What the description holds numbers, lists and maps of requests to. For generated code.

use std::fmt::Display;

use crate::runtime::{ConversionError, Patch};

/// Why a value is refused; never the value itself.
type Checked = Result<(), String>;

/// A value that was set, unless it breaks a rule.
pub(crate) fn required<T>(
    name: &str,
    value: Result<T, ConversionError>,
    check: impl FnOnce(&T) -> Checked,
) -> Result<T, ConversionError> {
    let value = value?;
    match check(&value) {
        Ok(()) => Ok(value),
        Err(reason) => Err(ConversionError::new(format!("{name}: {reason}"))),
    }
}

/// As [`required`], for a field that may be absent.
pub(crate) fn optional<T>(
    name: &str,
    value: Result<Option<T>, ConversionError>,
    check: impl FnOnce(&T) -> Checked,
) -> Result<Option<T>, ConversionError> {
    value?.map(|value| required(name, Ok(value), check)).transpose()
}

/// As [`required`], for a field that can be cleared.
pub(crate) fn patch<T>(
    name: &str,
    value: Result<Patch<T>, ConversionError>,
    check: impl FnOnce(&T) -> Checked,
) -> Result<Patch<T>, ConversionError> {
    match value? {
        Patch::Value(value) => required(name, Ok(value), check).map(Patch::Value),
        other => Ok(other),
    }
}

fn demand(holds: bool, what: impl FnOnce() -> String) -> Checked {
    if holds { Ok(()) } else { Err(what()) }
}

pub(crate) fn at_least<T: PartialOrd + Display>(value: &T, least: T) -> Checked {
    demand(*value >= least, || format!("must be at least {least}"))
}

pub(crate) fn more_than<T: PartialOrd + Display>(value: &T, bound: T) -> Checked {
    demand(*value > bound, || format!("must be more than {bound}"))
}

pub(crate) fn at_most<T: PartialOrd + Display>(value: &T, most: T) -> Checked {
    demand(*value <= most, || format!("must be at most {most}"))
}

pub(crate) fn less_than<T: PartialOrd + Display>(value: &T, bound: T) -> Checked {
    demand(*value < bound, || format!("must be less than {bound}"))
}

/// A number that is a whole multiple of another one, as far as numbers with fractions can tell.
pub(crate) fn multiple_of(value: f64, of: f64) -> Checked {
    let times = value / of;
    demand((times - times.round()).abs() < 1e-9, || format!("must be a multiple of {of}"))
}

pub(crate) fn min_len(len: usize, least: usize) -> Checked {
    demand(len >= least, || format!("must have at least {least} entries"))
}

pub(crate) fn max_len(len: usize, most: usize) -> Checked {
    demand(len <= most, || format!("must have at most {most} entries"))
}

pub(crate) fn unique<T: PartialEq>(items: &[T]) -> Checked {
    let is_new = |(index, item): (usize, &T)| !items.iter().take(index).any(|other| other == item);
    demand(items.iter().enumerate().all(is_new), || "must not have an entry twice".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text<T>(result: Result<T, ConversionError>) -> String {
        result.err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_limit_names_the_field_and_no_value() {
        let count =
            |value: i64| required("count", Ok(value), |value| at_least(value, 1).and_then(|()| at_most(value, 9)));
        assert_eq!(count(9).ok(), Some(9));
        assert_eq!(text(count(0)), "count: must be at least 1");
        assert_eq!(text(count(77)), "count: must be at most 9");
        assert!(more_than(&1.0, 1.0).is_err() && less_than(&0.5, 1.0).is_ok() && at_least(&f64::NAN, 0.0).is_err());
        assert!(multiple_of(0.3, 0.1).is_ok() && multiple_of(0.35, 0.1).is_err());
    }

    #[test]
    fn absent_and_cleared_fields_break_no_limit() {
        let never = |_: &i64| Err("refused".to_owned());
        assert_eq!(optional("a", Ok(None), never).ok(), Some(None));
        assert_eq!(patch("a", Ok(Patch::Null), never).ok(), Some(Patch::Null));
        assert_eq!(text(optional("a", Ok(Some(1)), never)), "a: refused");
        assert_eq!(text(patch("a", Ok(Patch::Value(1)), never)), "a: refused");
    }

    #[test]
    fn lists_have_limits_of_their_own() {
        assert!(min_len(0, 1).is_err() && max_len(2, 1).is_err() && min_len(1, 1).is_ok());
        assert!(unique(&["a", "b"]).is_ok() && unique(&["a", "b", "a"]).is_err());
    }
}
