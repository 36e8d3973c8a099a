use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::runtime::{Error, OperationInfo};

/// The path percent-encode set of the URL standard, `/`, `%`, and the backslash, which URL parsers read as a slash.
const RESERVED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'/')
    .add(b'%')
    .add(b'\\');

/// Percent-encodes `value` as exactly one segment of a path.
///
/// # Errors
///
/// URL parsers drop or resolve `""`, `"."` and `".."`, encoded or not, so the request would reach another operation. The error
/// names the parameter, not the value.
pub(crate) fn segment(operation: &'static OperationInfo, name: &str, value: &str) -> Result<String, Error> {
    if matches!(value, "" | "." | "..") {
        return Err(Error::invalid_request(
            operation,
            format!("path parameter `{name}` must not be empty, `.` or `..`"),
        ));
    }
    Ok(utf8_percent_encode(value, RESERVED).to_string())
}

/// The value of a header parameter.
///
/// # Errors
///
/// The value holds a line break or another control character. The error names the header, not the value.
pub(crate) fn header(
    operation: &'static OperationInfo,
    name: &str,
    value: &str,
) -> Result<reqwest::header::HeaderValue, Error> {
    reqwest::header::HeaderValue::from_str(value).map_err(|_| {
        Error::invalid_request(operation, format!("header parameter `{name}` must not hold control characters"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::operation::fixture::GET_THING;

    #[test]
    fn a_value_stays_one_segment() -> Result<(), Box<dyn std::error::Error>> {
        for value in ["a/b", r"a\b", "../x", r"..\..\admin", "%2e%2e", "a?b#c", "a\tb\n", "...", "é %"] {
            let segment = segment(&GET_THING, "id", value)?;
            let url = reqwest::Url::parse(&format!("https://example.test/v1/x/{segment}"))?;
            assert!(GET_THING.covers(url.path()), "{value:?} became {url}");
            assert_eq!(url.query(), None);
        }
        Ok(())
    }

    #[test]
    fn a_dot_segment_is_refused_by_parameter_name() {
        for value in ["", ".", ".."] {
            let error = segment(&GET_THING, "id", value).err();
            assert!(
                error.is_some_and(|error| error.is_invalid_request() && error.to_string().contains("`id`")),
                "{value:?}"
            );
        }
    }
}
