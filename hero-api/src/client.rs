use crate::{Client, Credentials, Error};

impl Client {
    /// A client that sends each request once, with `credentials` and nothing else.
    ///
    /// Redirects are not followed: a 3xx is an error, [`is_status`](crate::Error::is_status). No `Referer` is sent. A
    /// connection may take 3.1 seconds, and a call 30 seconds. Proxies are taken from the environment as reqwest does it,
    /// except for a base URL on loopback.
    ///
    /// `base_url` is the address of the API, with the path before `/v1` if there is one. A trailing slash makes no difference.
    ///
    /// # Errors
    ///
    /// [`is_configuration`](crate::Error::is_configuration) when [`BaseUrl::parse`](crate::BaseUrl::parse) refuses
    /// `base_url`, or when TLS cannot be set up. No error repeats the URL.
    ///
    /// Without one of the features `rustls` and `native-tls`, every call to an https base URL fails with
    /// [`is_transport`](crate::Error::is_transport).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use hero_api::{Client, Credentials};
    ///
    /// let credentials = Credentials::new("key-from-the-portal", "practice-group-id")?;
    /// let client = Client::new("https://api.example.com", credentials)?;
    /// # Ok::<(), hero_api::Error>(())
    /// ```
    pub fn new(base_url: &str, credentials: Credentials) -> Result<Self, Error> {
        Self::with_plain_transport(base_url, move |request| credentials.apply_to(request))
    }
}
