use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use serde::Serialize;

use crate::runtime::{
    Error, OperationInfo,
    style::{self, Style},
};

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
    no_dot_segment(operation, name, value)?;
    Ok(utf8_percent_encode(value, RESERVED).to_string())
}

/// As [`segment`], for a value that is written in a style of OpenAPI.
///
/// # Errors
///
/// As [`segment`], of the text that the style makes of the value.
pub(crate) fn styled<T: Serialize + ?Sized>(
    operation: &'static OperationInfo,
    name: &str,
    value: &T,
    style: Style,
) -> Result<String, Error> {
    let text = style::encoded(name, value, style);
    no_dot_segment(operation, name, &text)?;
    Ok(text)
}

fn no_dot_segment(operation: &'static OperationInfo, name: &str, value: &str) -> Result<(), Error> {
    if matches!(value, "" | "." | "..") {
        return Err(Error::invalid_request(
            operation,
            format!("path parameter `{name}` must not be empty, `.` or `..`"),
        ));
    }
    Ok(())
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

/// What a cookie may hold (RFC 6265); anything else is percent-encoded.
const COOKIE: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'%').add(b',').add(b';').add(b'\\');

/// Adds a cookie to the others: a request has one header for all of them.
///
/// # Errors
///
/// None that a name which the generator accepts can lead to.
pub(crate) fn add_cookie(
    headers: &mut reqwest::header::HeaderMap,
    operation: &'static OperationInfo,
    name: &str,
    value: &str,
) -> Result<(), Error> {
    let pair = format!("{name}={}", utf8_percent_encode(value, COOKIE));
    let others = headers.get(reqwest::header::COOKIE).and_then(|others| others.to_str().ok());
    let all = others.map_or_else(|| pair.clone(), |others| format!("{others}; {pair}"));
    let mut all = header(operation, name, &all)?;
    all.set_sensitive(true);
    headers.insert(reqwest::header::COOKIE, all);
    Ok(())
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
    fn all_cookies_are_one_header() -> Result<(), Box<dyn std::error::Error>> {
        let mut headers = reqwest::header::HeaderMap::new();
        add_cookie(&mut headers, &GET_THING, "session", "a b;c")?;
        add_cookie(&mut headers, &GET_THING, "site", "7")?;
        let sent: Vec<_> = headers.get_all("cookie").iter().collect();
        assert_eq!(sent, ["session=a%20b%3Bc; site=7"]);
        Ok(())
    }

    #[test]
    fn a_style_makes_no_dot_segment() {
        assert!(styled(&GET_THING, "id", ".", Style::Label { explode: false }).is_err());
        let sent = styled(&GET_THING, "id", &["a", "b"], Style::Label { explode: true });
        assert_eq!(sent.ok().as_deref(), Some(".a.b"));
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
