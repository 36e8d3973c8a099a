use super::{NotJson, Scalar};

/// More digits may be more than the largest number.
const MOST_DIGITS: usize = 300;

/// The length of the number that the bytes begin with, and what it is.
pub(super) fn read(bytes: &[u8]) -> Result<(usize, Scalar), NotJson> {
    let digits = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    // A dot and an exponent have at least one digit.
    let some_digits = |from| Some(digits(from)).filter(|count| *count > 0).ok_or(NotJson);

    let sign = usize::from(bytes.first() == Some(&b'-'));
    let whole = some_digits(sign)?;
    if whole > 1 && bytes.get(sign) == Some(&b'0') {
        return Err(NotJson);
    }
    let mut len = sign + whole;
    if bytes.get(len) == Some(&b'.') {
        len += 1 + some_digits(len + 1)?;
    }
    if matches!(bytes.get(len), Some(b'e' | b'E')) {
        len += 1 + usize::from(matches!(bytes.get(len + 1), Some(b'+' | b'-')));
        len += some_digits(len)?;
    }
    let is_integer = len == sign + whole;
    if is_integer && whole < MOST_DIGITS {
        return Ok((len, Scalar::Integer));
    }
    let number = bytes.get(..len).and_then(|number| std::str::from_utf8(number).ok());
    let value: f64 = number.and_then(|number| number.parse().ok()).ok_or(NotJson)?;
    if !value.is_finite() {
        return Err(NotJson);
    }
    Ok((len, if is_integer { Scalar::Integer } else { Scalar::Number { is_whole: value.fract() == 0.0 } }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_by_their_form() {
        let (whole, fraction) = (Scalar::Number { is_whole: true }, Scalar::Number { is_whole: false });
        for (text, len, scalar) in [
            ("0,", 1, Scalar::Integer),
            ("-12]", 3, Scalar::Integer),
            ("18446744073709551616", 20, Scalar::Integer),
            ("1.0", 3, whole),
            ("1.5}", 3, fraction),
            ("1e3", 3, whole),
            ("15e-1", 5, fraction),
        ] {
            assert_eq!(read(text.as_bytes()).unwrap(), (len, scalar), "{text}");
        }
        assert!(read(b"1e999").is_err() && read(&[b'9'; 400]).is_err());
    }
}
