use crate::{Error, OperationInfo};

/// Percent-encodes `value` as exactly one segment of a path.
///
/// # Errors
///
/// `""`, `"."` and `".."` have no encoding that survives: URL parsers drop or resolve them, and the request would reach
/// another operation. The error names the parameter, not the value.
#[allow(dead_code, reason = "a build with few tags may have no path parameter")]
pub(crate) fn segment(operation: &'static OperationInfo, name: &str, value: &str) -> Result<String, Error> {
    if matches!(value, "" | "." | "..") {
        return Err(Error::invalid_request(
            operation,
            format!("path parameter `{name}` must not be empty, `.` or `..`"),
        ));
    }
    // URL parsers read a backslash in an https path as a slash, and `encode_path` leaves it alone.
    Ok(progenitor_client::encode_path(value).replace('\\', "%5C"))
}

/// The value of a header parameter.
///
/// # Errors
///
/// A line break or another control character: the error names the header, not the value.
#[allow(dead_code, reason = "a description may have no header parameter")]
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
    use crate::operation::fixture::GET_THING;

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
    fn what_would_reach_another_operation_is_refused_by_name() {
        for value in ["", ".", ".."] {
            let error = segment(&GET_THING, "id", value).err();
            assert!(
                error.is_some_and(|error| error.is_invalid_request() && error.to_string().contains("`id`")),
                "{value:?}"
            );
        }
    }
}
