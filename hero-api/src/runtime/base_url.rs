use std::net::IpAddr;

use reqwest::Url;

use crate::runtime::Error;

/// The address of an API: an https origin, or http on loopback, with an optional path and no trailing slash.
///
/// [`Client`](crate::Client) takes the address as text and checks it with [`parse`](Self::parse). Call `parse` to check an
/// address before there is a client.
#[derive(Clone, Debug)]
pub struct BaseUrl {
    url: Url,
    text: String,
    is_loopback_http: bool,
}

impl BaseUrl {
    /// Checks `text`. No error repeats it, because a mistyped URL may hold a password.
    ///
    /// # Errors
    ///
    /// [`is_configuration`](crate::Error::is_configuration) when `text` is not an absolute https URL (http is allowed
    /// on loopback), or when it has a user name, password, query or fragment.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let url = Url::parse(text).map_err(|_| Error::configuration("the base URL is not an absolute URL"))?;
        let is_loopback_http = match url.scheme() {
            "https" => false,
            "http" if is_loopback(&url) => true,
            "http" => {
                return Err(Error::configuration(
                    "the base URL must use https: http would send the API key in the clear (it is allowed on loopback only)",
                ));
            }
            _ => return Err(Error::configuration("the base URL must use https")),
        };
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Error::configuration("the base URL must not hold a user name or password"));
        }
        if url.query().is_some() {
            return Err(Error::configuration("the base URL must not have a query"));
        }
        if url.fragment().is_some() {
            return Err(Error::configuration("the base URL must not have a fragment"));
        }
        let text = url.as_str().trim_end_matches('/').to_owned();
        Ok(Self { url, text, is_loopback_http })
    }

    /// The URL, without a trailing slash.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn is_loopback_http(&self) -> bool {
        self.is_loopback_http
    }

    /// The URL of `path` below this base. It reuses the parsed base: parsing the whole text again would take most of the time
    /// of building a request.
    pub(crate) fn join(&self, path: &str) -> Url {
        let mut url = self.url.clone();
        self.set_path(&mut url, path);
        let before_fragment = path.split('#').next().unwrap_or_default();
        if let Some((_, query)) = before_fragment.split_once('?') {
            url.set_query(Some(query));
        }
        url
    }

    /// Gives a URL below this base another path: that of `path` up to a `?` or `#`.
    pub(crate) fn set_path(&self, url: &mut Url, path: &str) {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        match self.url.path().trim_end_matches('/') {
            "" => url.set_path(path),
            base => url.set_path(&format!("{base}{path}")),
        }
    }

    /// The path of `url` below this base, with a leading slash. `None` when `url` is not below it.
    pub(crate) fn path_below<'u>(&self, url: &'u Url) -> Option<&'u str> {
        let rest = url.as_str().strip_prefix(&self.text)?;
        let path = rest.split(['?', '#']).next().unwrap_or_default();
        path.starts_with('/').then_some(path)
    }
}

fn is_loopback(url: &Url) -> bool {
    let Some(host) = url.host_str() else { return false };
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        BaseUrl::parse(text).map_or_else(|error| error.to_string(), |base| format!("accepted {base:?}"))
    }

    #[test]
    fn parsing_keeps_a_path_and_drops_slashes() -> Result<(), Error> {
        assert_eq!(BaseUrl::parse("https://api.example.test/api//")?.as_str(), "https://api.example.test/api");
        assert_eq!(BaseUrl::parse("https://api.example.test")?.as_str(), "https://api.example.test");
        Ok(())
    }

    #[test]
    fn http_is_for_loopback_only() {
        for loopback in ["http://127.0.0.1:8080", "http://[::1]:8080", "http://localhost"] {
            assert!(BaseUrl::parse(loopback).is_ok_and(|base| base.is_loopback_http()), "{loopback}");
        }
        for other in [
            "http://api.example.test",
            "http://127.0.0.1.example.test",
            "http://10.0.0.1",
            "http://localhost.example.test",
        ] {
            assert!(refusal(other).contains("must use https"), "{other}");
        }
    }

    #[test]
    fn a_refusal_does_not_repeat_the_url() {
        for (text, reason) in [
            ("api.example.test/secret", "not an absolute URL"),
            ("ftp://secret.example.test", "must use https"),
            ("https://secret@example.test", "user name or password"),
            ("https://:secret@example.test", "user name or password"),
            ("https://example.test/?secret", "query"),
            ("https://example.test/#secret", "fragment"),
        ] {
            let refusal = refusal(text);
            assert!(refusal.contains(reason), "{text}: {refusal}");
            assert!(!refusal.contains("secret"), "{refusal}");
        }
    }

    #[test]
    fn join_equals_parsing_the_whole_text() -> Result<(), Box<dyn std::error::Error>> {
        let paths = [
            "/v1/me",
            "/",
            "//v1",
            "/v1/a%2Fb%5C%20c",
            "/v1/é b",
            "/v1/x/../y",
            "/v1/me?a=b%20c&d",
            "/v1/me?",
            "/v1/x:y@z",
        ];
        for base in [
            "https://api.example.test",
            "https://api.example.test/api/",
            "http://[::1]:80/a%20b",
            "http://localhost:8080",
        ] {
            let base = BaseUrl::parse(base)?;
            for path in paths {
                assert_eq!(base.join(path), Url::parse(&format!("{}{path}", base.as_str()))?);
            }
            assert_eq!(base.join("/v1/me#here"), base.join("/v1/me"), "a fragment is never sent");
        }
        Ok(())
    }

    #[test]
    fn a_url_outside_the_base_has_no_path() -> Result<(), Box<dyn std::error::Error>> {
        let base = BaseUrl::parse("https://example.test/api")?;
        assert_eq!(base.path_below(&Url::parse("https://example.test/api/v1/me?a=/b")?), Some("/v1/me"));
        for outside in
            ["https://example.test/apis/v1/me", "https://example.test/v1/me", "https://example.test.evil/api/v1/me"]
        {
            assert_eq!(base.path_below(&Url::parse(outside)?), None, "{outside}");
        }
        Ok(())
    }
}
