use std::{borrow::Cow, sync::Arc, time::Duration};

use reqwest::{Proxy, Url, header::HeaderValue, redirect};

use super::HeroBuilder;
use crate::transport::{ConnectLimit, Resolver};

impl HeroBuilder {
    /// The HTTP client, unless it cannot be made.
    pub(super) fn http(&mut self, problems: &mut Vec<Cow<'static, str>>) -> Option<reqwest::Client> {
        let before = problems.len();
        if let Some(http) = self.http.take() {
            self.refuse_what_a_ready_client_ignores(problems);
            return Some(http);
        }
        let limit = self.options.connect_timeout.unwrap_or(Duration::from_millis(3_100));
        let mut http = reqwest::Client::builder()
            .redirect(redirect::Policy::none())
            .referer(false)
            .retry(reqwest::retry::never())
            // Bodies are decompressed here. Another crate of the program may turn on these features of reqwest.
            .no_gzip()
            .no_brotli()
            .no_deflate()
            .no_zstd()
            .dns_resolver(Arc::new(Resolver::system()))
            // Gateways close after a minute. A POST on a connection that closes at that moment is in doubt, so be the first.
            .pool_idle_timeout(Duration::from_secs(50))
            .connector_layer(ConnectLimit { clock: Arc::clone(&self.clock), limit });
        match user_agent(self.user_agent.as_deref()) {
            Some(value) => http = http.user_agent(value),
            None => problems.push("the user agent holds a character that an HTTP header cannot carry".into()),
        }
        // Whether plain http is for loopback only, the bindings check.
        let base_url = self.base_url().and_then(|url| Url::parse(url).ok());
        let is_plain = base_url.is_some_and(|url| url.scheme() == "http");
        match (&self.proxy, is_plain) {
            // A proxy would get the API key in the clear, for a server that it cannot reach anyway.
            (None, true) => http = http.no_proxy(),
            (Some(_), true) => problems.push("there is a proxy, for a base URL on loopback".into()),
            (None, false) => http = http.https_only(true),
            (Some(url), false) => match Proxy::all(url) {
                Ok(proxy) => http = http.https_only(true).proxy(proxy),
                Err(_) => problems.push("the proxy is not a URL".into()),
            },
        }
        #[cfg(any(feature = "rustls", feature = "native-tls"))]
        {
            http = http.tls_version_min(reqwest::tls::Version::TLS_1_2);
        }
        #[cfg(any(feature = "rustls", feature = "native-tls"))]
        for pem in &self.root_certificates {
            match reqwest::Certificate::from_pem_bundle(pem) {
                Ok(certificates) if !certificates.is_empty() => http = http.tls_certs_merge(certificates),
                _ => problems.push("a root certificate is not PEM".into()),
            }
        }
        if problems.len() > before {
            return None;
        }
        let http = http.build();
        if http.is_err() {
            problems.push("the HTTP client could not be set up (TLS, mostly)".into());
        }
        http.ok()
    }

    fn refuse_what_a_ready_client_ignores(&self, problems: &mut Vec<Cow<'static, str>>) {
        let ignored = [
            (self.user_agent.is_some(), "user_agent"),
            (self.proxy.is_some(), "proxy"),
            (self.options.connect_timeout.is_some(), "connect_timeout"),
            #[cfg(any(feature = "rustls", feature = "native-tls"))]
            (!self.root_certificates.is_empty(), "root_certificates"),
        ];
        for (_, setter) in ignored.into_iter().filter(|(is_set, _)| *is_set) {
            problems.push(format!("`{setter}` has no effect on an HTTP client that the caller made").into());
        }
    }
}

fn user_agent(program: Option<&str>) -> Option<HeaderValue> {
    let ours = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
    let text = program.map_or_else(|| ours.to_owned(), |program| format!("{program} {ours}"));
    HeaderValue::from_str(&text).ok().filter(|_| text.is_ascii())
}
