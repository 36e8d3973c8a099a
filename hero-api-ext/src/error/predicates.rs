use std::time::Duration;

use super::{Effect, Error, ErrorKind};

/// The headers by which servers and the gateways before them name a request. Hero documents none.
const REQUEST_IDS: [&str; 6] =
    ["x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "x-amz-cf-id", "cf-ray"];

/// What went wrong, and what to do about it.
impl Error {
    /// Whether the client could not be made from what it was given, or a provider gave credentials that cannot be sent.
    ///
    /// **Troubleshooting**: the text lists everything that is wrong, without values. A key with a line break pasted along is
    /// the usual one; a base URL without https the next.
    #[must_use]
    pub fn is_configuration(&self) -> bool {
        self.kind() == ErrorKind::Configuration
    }

    /// Whether the [`CredentialsProvider`](crate::CredentialsProvider) failed. Nothing was sent, or the server said 401 and
    /// the provider had no other credentials.
    ///
    /// **Troubleshooting**: [`source`](std::error::Error::source) is the provider's own error.
    #[must_use]
    pub fn is_credentials(&self) -> bool {
        self.kind() == ErrorKind::Credentials
    }

    /// Whether the [`Limiter`](crate::limit::Limiter) could not say when to send. This attempt was not sent.
    ///
    /// **Troubleshooting**: [`source`](std::error::Error::source) is the limiter's own error. A `RedisLimiter` fails only if it is
    /// told to: by default it falls back to a limit of this process.
    #[must_use]
    pub fn is_limiter(&self) -> bool {
        self.kind() == ErrorKind::Limiter
    }

    /// Whether an input or a request was refused before anything was sent: a required field is missing, or a value breaks a
    /// rule of the description.
    ///
    /// **Troubleshooting**: the text names the field and the rule, never the value. To send it again unchanged is no use.
    #[must_use]
    pub fn is_invalid_input(&self) -> bool {
        self.kind() == ErrorKind::InvalidInput
    }

    /// Whether no connection came about: no such name, refused, TLS failed, or the time for connecting ran out. The server did
    /// not see the last attempt.
    ///
    /// **Troubleshooting**: check the base URL, the firewall and the proxy (`HTTPS_PROXY` counts). A certificate that is not
    /// trusted needs [`root_certificates`](crate::HeroBuilder::root_certificates), mostly behind a proxy that opens TLS.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.kind() == ErrorKind::Connect || self.timeout_kind() == Some(super::TimeoutKind::Connect)
    }

    /// Whether the server's certificate was refused: no known authority signed it, it is for another name, or it is out of date. It is
    /// [`is_connect`](Self::is_connect) too. Nothing was sent, and nothing is tried again: another attempt finds the same.
    ///
    /// With native-tls on Windows and on Apple's systems this is always false, and such a call is retried as one without a
    /// connection.
    ///
    /// **Troubleshooting**: a proxy that opens TLS needs [`root_certificates`](crate::HeroBuilder::root_certificates). A name that
    /// does not fit points to a wrong base URL, a date to the clock of this machine.
    #[must_use]
    pub fn is_certificate(&self) -> bool {
        matches!(self.0.repr, super::ErrorRepr::Certificate(_))
    }

    /// Whether a time limit ran out, whichever: [`timeout_kind`](Self::timeout_kind) tells.
    ///
    /// **Troubleshooting**: unless it was the limit for connecting, the server may have acted:
    /// [`effect`](Self::effect) tells. The limits are set with [`HeroBuilder`](crate::HeroBuilder) or, for some
    /// calls, with a [handle](crate::Hero::with_timeout).
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.timeout_kind().is_some()
    }

    /// Whether the call was cancelled by its deadline, or a flow gave up waiting.
    ///
    /// **Troubleshooting**: a slow server, a rate limit that is too low for the load, or retries that used the time up:
    /// [`attempts`](Self::attempts) tells. A longer deadline is
    /// [`Hero::with_timeout`](crate::Hero::with_timeout).
    #[must_use]
    pub fn is_deadline_exceeded(&self) -> bool {
        self.kind() == ErrorKind::DeadlineExceeded
    }

    /// Whether the connection broke, or the response did not arrive whole. The server may have acted.
    ///
    /// **Troubleshooting**: it passes by itself, mostly. Where it does not, something between limits idle connections or the
    /// size of responses.
    #[must_use]
    pub fn is_interrupted(&self) -> bool {
        self.kind() == ErrorKind::Interrupted
    }

    /// Whether the response is larger than the cap. The server did act.
    ///
    /// **Troubleshooting**: ask for smaller pages, or allow more with
    /// [`max_response_size`](crate::HeroBuilder::max_response_size).
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        self.kind() == ErrorKind::TooLarge
    }

    /// Whether the server sent a redirect. None is followed: it would take the API key along.
    ///
    /// **Troubleshooting**: the API does not redirect, so the base URL is not the API's, or a proxy wants a login.
    #[must_use]
    pub fn is_redirect(&self) -> bool {
        self.kind() == ErrorKind::Redirect
    }

    /// Whether the server responded with a status that is no success, whichever.
    #[must_use]
    pub fn is_status(&self) -> bool {
        matches!(self.0.repr, super::ErrorRepr::Status(_))
    }

    /// Whether the server found fault with the request: status 400 or 422.
    ///
    /// **Troubleshooting**: [`validation_issues`](Self::validation_issues) has the fields. To send it again unchanged is no use.
    #[must_use]
    pub fn is_validation(&self) -> bool {
        self.kind() == ErrorKind::Validation
    }

    /// Whether the API key was not accepted: status 401.
    ///
    /// **Troubleshooting**: keys for production and staging differ, and a rotated key stops at once. A
    /// [`CredentialsProvider`](crate::CredentialsProvider) was asked once more already.
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.kind() == ErrorKind::Unauthorized
    }

    /// Whether the key may not do this: status 403.
    ///
    /// **Troubleshooting**: Hero grants scopes (messaging, booking, booking links) by agreement, and another practice group only
    /// within one network. Ask Hero, with the operation and the time.
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        self.kind() == ErrorKind::Forbidden
    }

    /// Whether there is no such thing, or no longer: status 404 or 410.
    ///
    /// **Troubleshooting**: an id belongs to one practice group; the same id asked for another one is not found. So is every
    /// path below a wrong base URL.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.kind() == ErrorKind::NotFound
    }

    /// Whether the request clashes with what is there: status 409 or 412, such as a slot that is taken.
    ///
    /// **Troubleshooting**: read the current state and decide anew.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.kind() == ErrorKind::Conflict
    }

    /// Whether the server asked for fewer requests: status 429, after the retries.
    ///
    /// **Troubleshooting**: wait for [`retry_after`](Self::retry_after). The limits stand in the partner's agreement;
    /// [`rate_limit`](crate::HeroBuilder::rate_limit) keeps to them beforehand.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.kind() == ErrorKind::RateLimited
    }

    /// Whether the server failed: status 5xx, after the retries. It may have acted.
    ///
    /// **Troubleshooting**: try later; if it stays, tell Hero the operation, the time and
    /// [`request_id`](Self::request_id).
    #[must_use]
    pub fn is_server(&self) -> bool {
        self.kind() == ErrorKind::Server
    }

    /// Whether the response is a success whose body is not what the description says. The server did act.
    ///
    /// **Troubleshooting**: [`json_path`](Self::json_path) says where, the text what was expected. The description may have
    /// drifted from the server: `cargo xtask drift` tells, and a newer version of this crate may know.
    #[must_use]
    pub fn is_decode(&self) -> bool {
        self.kind() == ErrorKind::Decode
    }

    /// Whether responses make no sense together, such as the same page twice.
    ///
    /// **Troubleshooting**: the text says what. It is a fault of the server, or of the description.
    #[must_use]
    pub fn is_protocol(&self) -> bool {
        self.kind() == ErrorKind::Protocol
    }

    /// Whether the same call may succeed later, and sending it again does nothing twice: the trouble passes, and the operation
    /// is idempotent or had no [`effect`](Self::effect).
    ///
    /// **Troubleshooting**: the call was already retried as far as its policy, budget and deadline allow, so wait for minutes,
    /// not for seconds.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        let passes = matches!(
            self.kind(),
            ErrorKind::Connect
                | ErrorKind::Timeout
                | ErrorKind::DeadlineExceeded
                | ErrorKind::Interrupted
                | ErrorKind::RateLimited
                | ErrorKind::Server
        );
        let is_safe = self.effect() == Effect::None || self.operation().is_some_and(|operation| operation.idempotent);
        passes && is_safe && !self.is_certificate()
    }

    /// How long the server asked to wait, with its last response. A wait over 120 seconds, and one that ends after the deadline of
    /// the call, is not obeyed but told here.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.stats.retry_after.map(|after| after.0)
    }

    /// How the server, or a gateway before it, names the last request: for a question to Hero. It is what the server sent, so it
    /// is neither in `Display` nor in `Debug`.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        let headers = self.headers()?;
        REQUEST_IDS.iter().find_map(|name| headers.get(*name)?.to_str().ok())
    }
}
