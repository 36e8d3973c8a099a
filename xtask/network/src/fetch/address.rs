//! Addresses that may be asked: https anywhere, http on this machine only.

use std::{fmt, net::IpAddr};

use ureq::http::Uri;

use document::error::{Error, Result};

/// An address that may be asked.
#[derive(Clone, Debug)]
pub(super) struct Address {
    uri: Uri,
    loopback: bool,
}

impl Address {
    /// Reads an address, and refuses one that must not be asked.
    pub(super) fn parse(text: &str) -> Result<Self> {
        let refused = |message: String| {
            // Not the text as it is: what stands before an @ may be a password.
            let shown = text.rsplit_once('@').map_or(text, |(_, rest)| rest);
            Error::new(message)
                .file(shown)
                .remedy("give an address like https://host/openapi.yaml with --url (drift: --revision)")
        };
        let uri: Uri =
            text.parse().map_err(|error| refused("this is no address of a file".to_owned()).because(error))?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(refused("the address is not complete".to_owned()));
        };
        if authority.as_str().contains('@') {
            return Err(refused("the address carries a user name, which would end up in openapi.lock".to_owned()));
        }
        let loopback = is_loopback(authority.host());
        match scheme {
            "https" => {}
            "http" if loopback => {}
            "http" => return Err(refused("http is taken from this machine only: others have to use https".to_owned())),
            other => return Err(refused(format!("`{other}` addresses are not taken"))),
        }
        Ok(Self { uri, loopback })
    }

    /// Where a redirect leads, when it may be followed: to the same scheme only.
    pub(super) fn redirect(&self, location: &str) -> Result<Self> {
        let scheme = self.uri.scheme_str().unwrap_or_default();
        let authority = self.uri.authority().map_or("", |authority| authority.as_str());
        let target = match scheme_of(location) {
            Some(other) if other.eq_ignore_ascii_case(scheme) => location.to_owned(),
            Some(other) => {
                return Err(self.refused(&format!("the server redirects from {scheme} to {}", other.to_lowercase())));
            }
            None if location.starts_with("//") => format!("{scheme}:{location}"),
            None => {
                let (path, query) = location.split_once('?').map_or((location, None), |(path, q)| (path, Some(q)));
                let path = self.join(path.split('#').next().unwrap_or_default());
                let query = query.map(|query| format!("?{query}")).unwrap_or_default();
                format!("{scheme}://{authority}{path}{query}")
            }
        };
        Self::parse(&target).map_err(|error| self.refused("the server redirects to where we do not go").because(error))
    }

    /// A path relative to this address, without dot segments (RFC 3986, 5.2).
    fn join(&self, path: &str) -> String {
        let own = self.uri.path();
        let folder = own.rsplit_once('/').map_or("", |(folder, _)| folder);
        let whole = match path {
            "" => own.to_owned(),
            path if path.starts_with('/') => path.to_owned(),
            path => format!("{folder}/{path}"),
        };
        let mut segments: Vec<&str> = Vec::new();
        let mut parts = whole.split('/').skip(1).peekable();
        while let Some(part) = parts.next() {
            match part {
                "." | ".." => {
                    if part == ".." {
                        segments.pop();
                    }
                    if parts.peek().is_none() {
                        segments.push("");
                    }
                }
                part => segments.push(part),
            }
        }
        format!("/{}", segments.join("/"))
    }

    fn refused(&self, message: &str) -> Error {
        Error::new(message)
            .file(self.to_string())
            .remedy("check that the address is right; to go there all the same, give that address with --url (drift: --revision)")
    }

    /// Whether the address is on this machine.
    pub(super) fn is_loopback(&self) -> bool {
        self.loopback
    }

    pub(super) fn uri(&self) -> &Uri {
        &self.uri
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.uri.fmt(f)
    }
}

fn scheme_of(location: &str) -> Option<&str> {
    let (scheme, _) = location.split_once(':')?;
    let starts_well = scheme.starts_with(|first: char| first.is_ascii_alphabetic());
    let odd = |c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c));
    (starts_well && !scheme.contains(odd)).then_some(scheme)
}

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare.eq_ignore_ascii_case("localhost") || bare.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn http_is_for_this_machine_only() {
        for good in ["https://a.example/x?y", "http://localhost:8/x", "http://127.0.0.2/x", "http://[::1]:80/x"] {
            assert!(Address::parse(good).is_ok(), "{good}");
        }
        for (bad, why) in [
            ("http://a.example/x", "https"),
            ("http://localhost.a.example/x", "https"),
            ("http://127.0.0.1.a.example/x", "https"),
            ("ftp://a.example/x", "`ftp`"),
            ("file:///etc/passwd", "address"),
            ("openapi.yaml", "not complete"),
            ("/x", "not complete"),
            ("", "no address"),
            ("https://a b/x", "no address"),
        ] {
            let message = Address::parse(bad).expect_err(bad).to_string();
            assert!(message.contains(why) && message.contains("--url"), "{bad}: {message}");
        }
    }

    #[test]
    fn a_password_in_an_address_is_not_shown() {
        let message = format!("{:#}", Address::parse("https://me:secret@a.example/x").expect_err("user"));
        assert!(!message.contains("secret") && message.contains("user name"), "{message}");
    }

    #[test]
    fn a_redirect_is_resolved_as_browsers_do() {
        let from = Address::parse("https://a.example/b/c?d=1").expect("address");
        for (location, expected) in [
            ("https://other.example/x", "https://other.example/x"),
            ("HTTPS://other.example/x", "https://other.example/x"),
            ("//other.example/x", "https://other.example/x"),
            ("/x?y=1#z", "https://a.example/x?y=1"),
            ("x", "https://a.example/b/x"),
            ("../../x", "https://a.example/x"),
            ("./", "https://a.example/b/"),
            ("..", "https://a.example/"),
            ("?y=2", "https://a.example/b/c?y=2"),
            ("", "https://a.example/b/c"),
            ("/x:y", "https://a.example/x:y"),
        ] {
            assert_eq!(from.redirect(location).expect(location).to_string(), expected, "{location}");
        }
    }

    #[test]
    fn a_redirect_never_leads_to_another_scheme() {
        let from = Address::parse("https://a.example/b").expect("address");
        for location in
            ["http://a.example/b", "http://localhost/b", "file:///etc/passwd", "data:text/plain,x", "ftp://a/b"]
        {
            let message = from.redirect(location).expect_err(location).to_string();
            assert!(message.contains("redirects from https to") && message.contains("a.example/b"), "{message}");
        }
        let local = Address::parse("http://localhost:1/b").expect("address");
        assert!(local.redirect("http://127.0.0.1:2/c").is_ok());
        let message = format!("{:#}", local.redirect("http://a.example/b").expect_err("other host"));
        assert!(message.contains("https"), "{message}");
        assert!(local.redirect("https://a.example/b").is_err());
    }
}
