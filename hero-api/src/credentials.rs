use std::fmt;

use reqwest::{
    Request,
    header::{HeaderName, HeaderValue},
};

use crate::runtime::Error;

const API_KEY: HeaderName = HeaderName::from_static("x-api-key");
const PRACTICE_GROUP_ID: HeaderName = HeaderName::from_static("x-practice-group-id");

/// The two values that every call needs: the partner's API key and the practice group it acts for.
///
/// A key belongs to one practice group and one partner. The practice group id names the group that a call acts for: the group of
/// the key, or another group of the same network. Both headers are marked sensitive, so HTTP logs that honour the mark skip
/// them. `Debug` shows neither.
///
/// # Examples
///
/// ```
/// use hero_api::Credentials;
///
/// let credentials = Credentials::new("key-from-the-portal", "practice-group-id")?;
/// assert!(!format!("{credentials:?}").contains("portal"));
/// # Ok::<(), hero_api::Error>(())
/// ```
#[derive(Clone)]
pub struct Credentials {
    api_key: HeaderValue,
    practice_group_id: HeaderValue,
}

impl Credentials {
    /// Takes an API key and a practice group id.
    ///
    /// # Errors
    ///
    /// As [`check_api_key`](Self::check_api_key) and [`check_practice_group_id`](Self::check_practice_group_id).
    pub fn new(api_key: &str, practice_group_id: &str) -> Result<Self, Error> {
        Ok(Self { api_key: api_key_header(api_key)?, practice_group_id: practice_group_id_header(practice_group_id)? })
    }

    /// Credentials whose header values were made and checked before: a value that shares its memory costs a request no copy.
    #[doc(hidden)]
    #[must_use]
    pub fn from_headers(mut api_key: HeaderValue, mut practice_group_id: HeaderValue) -> Self {
        api_key.set_sensitive(true);
        practice_group_id.set_sensitive(true);
        Self { api_key, practice_group_id }
    }

    /// Checks an API key alone, for a program that reports every wrong setting at once.
    ///
    /// # Errors
    ///
    /// [`is_configuration`](crate::Error::is_configuration) when the key is empty, has white space around it (such as
    /// a line break that was pasted with it), or holds a character that an HTTP header cannot carry. The error does not repeat
    /// the key.
    pub fn check_api_key(api_key: &str) -> Result<(), Error> {
        api_key_header(api_key).map(drop)
    }

    /// Checks a practice group id alone, for a program that reports every wrong setting at once.
    ///
    /// # Errors
    ///
    /// As [`check_api_key`](Self::check_api_key).
    pub fn check_practice_group_id(practice_group_id: &str) -> Result<(), Error> {
        practice_group_id_header(practice_group_id).map(drop)
    }

    /// Sets both headers of a request. For [`Transport`](crate::Transport) implementations.
    pub fn apply_to(&self, request: &mut Request) {
        self.clone().move_to(request);
    }

    /// As [`apply_to`](Self::apply_to), for credentials that were made for this one request.
    pub fn move_to(self, request: &mut Request) {
        let headers = request.headers_mut();
        headers.insert(API_KEY, self.api_key);
        headers.insert(PRACTICE_GROUP_ID, self.practice_group_id);
    }
}

fn api_key_header(value: &str) -> Result<HeaderValue, Error> {
    sensitive(
        value,
        "the API key is empty or has white space around it",
        "the API key holds a character that an HTTP header cannot carry",
    )
}

fn practice_group_id_header(value: &str) -> Result<HeaderValue, Error> {
    sensitive(
        value,
        "the practice group id is empty or has white space around it",
        "the practice group id holds a character that an HTTP header cannot carry",
    )
}

fn sensitive(value: &str, blank: &'static str, unfit: &'static str) -> Result<HeaderValue, Error> {
    if value.is_empty() || value.trim() != value {
        return Err(Error::configuration(blank));
    }
    // `HeaderValue` takes other characters as opaque bytes, which servers read in different ways.
    if !value.is_ascii() {
        return Err(Error::configuration(unfit));
    }
    let mut header = HeaderValue::from_str(value).map_err(|_| Error::configuration(unfit))?;
    header.set_sensitive(true);
    Ok(header)
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_headers_are_set_and_marked_sensitive() -> Result<(), Error> {
        let url = reqwest::Url::parse("https://example.test").map_err(|_| Error::configuration("no URL"))?;
        let mut request = Request::new(reqwest::Method::GET, url);
        Credentials::new("the-key", "the-group")?.apply_to(&mut request);
        let headers = request.headers();
        assert_eq!(headers.get("x-api-key").map(HeaderValue::as_bytes), Some(b"the-key".as_slice()));
        assert_eq!(headers.get("x-practice-group-id").map(HeaderValue::as_bytes), Some(b"the-group".as_slice()));
        assert!(headers.values().all(HeaderValue::is_sensitive));
        assert!(!format!("{headers:?}").contains("the-"));
        Ok(())
    }

    #[test]
    fn unusable_values_are_not_repeated() {
        for (key, group) in
            [("", "g"), ("marker\n", "g"), ("mar\u{1}ker", "g"), ("k", " marker"), ("k", "märker"), ("k", "")]
        {
            let error = Credentials::new(key, group).err();
            let text = format!("{error:?} {}", error.as_ref().map(ToString::to_string).unwrap_or_default());
            assert!(error.is_some_and(|error| error.is_configuration()), "{key:?} {group:?}");
            assert!(!text.contains("marker") && !text.contains("märker"), "{text}");
        }
    }

    #[test]
    fn each_value_can_be_checked_alone() {
        assert!(Credentials::check_api_key("key").is_ok() && Credentials::check_practice_group_id("12").is_ok());
        let text =
            |result: Result<(), Error>| result.map_or_else(|error| error.to_string(), |()| "accepted".to_owned());
        assert_eq!(text(Credentials::check_api_key("")), "the API key is empty or has white space around it");
        assert_eq!(
            text(Credentials::check_practice_group_id("marker\n")),
            "the practice group id is empty or has white space around it"
        );
    }

    #[test]
    fn debug_shows_neither_value() -> Result<(), Error> {
        assert_eq!(format!("{:?}", Credentials::new("the-key", "the-group")?), "Credentials { .. }");
        Ok(())
    }
}
