use std::net::IpAddr;

use reqwest::Url;

use crate::Error;

/// Where the API lives: an https origin, or http on loopback, with an optional path and no trailing slash.
#[derive(Clone, Debug)]
pub(crate) struct BaseUrl {
    url: Url,
    text: String,
    is_loopback_http: bool,
}

impl BaseUrl {
    /// Checks `text`. No error repeats it: a mistyped URL may hold a password.
    pub(crate) fn parse(text: &str) -> Result<Self, Error> {
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

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn is_loopback_http(&self) -> bool {
        self.is_loopback_http
    }

    /// The URL of `path` below this base. Parsing the whole text anew, host and all, would be most of the work of building a request.
    pub(crate) fn join(&self, path: &str) -> Url {
        let (path, rest) = path.split_at(path.find(['?', '#']).unwrap_or(path.len()));
        let mut url = self.url.clone();
        match url.path().trim_end_matches('/') {
            "" => url.set_path(path),
            base => url.set_path(&format!("{base}{path}")),
        }
        if let Some(query) = rest.strip_prefix('?') {
            url.set_query(Some(query.split('#').next().unwrap_or_default()));
        }
        url
    }

    /// What `url` adds to this base, starting with a slash; `None` when it lies outside.
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
    fn keeps_a_base_path_and_drops_trailing_slashes() -> Result<(), Error> {
        assert_eq!(BaseUrl::parse("https://api.example.test/hero//")?.as_str(), "https://api.example.test/hero");
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
    fn refuses_what_a_base_url_cannot_carry_without_repeating_it() {
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
    fn a_path_below_the_base_is_what_parsing_the_whole_text_gives() -> Result<(), Box<dyn std::error::Error>> {
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
            "https://api.example.test/hero/",
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
    fn a_url_outside_the_base_is_noticed() -> Result<(), Box<dyn std::error::Error>> {
        let base = BaseUrl::parse("https://example.test/hero")?;
        assert_eq!(base.path_below(&Url::parse("https://example.test/hero/v1/me?a=/b")?), Some("/v1/me"));
        for outside in
            ["https://example.test/heroic/v1/me", "https://example.test/v1/me", "https://example.test.evil/hero/v1/me"]
        {
            assert_eq!(base.path_below(&Url::parse(outside)?), None, "{outside}");
        }
        Ok(())
    }
}
