mod http;

use std::{borrow::Cow, fmt, sync::Arc};

use crate::{
    Credentials, CredentialsProvider, Environment, Error, Hero,
    clock::{Clock, SystemClock},
    credentials::CredentialsCache,
    limit::Limiter,
    options::CallOptions,
    random::{Random, SystemRandom},
    transport::{Core, KeptTimer},
};

/// Makes a [`Hero`]. The environment and the credentials have no default.
///
/// Nothing is checked before [`build`](Self::build), which checks everything and tells all that is wrong.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use hero_api_ext::{Credentials, Environment, Hero, retry};
///
/// let hero = Hero::builder()
///     .environment(Environment::Staging)
///     .credentials(Credentials::new("key-from-the-portal", "practice-group-id"))
///     .timeout(Duration::from_secs(20))
///     .retry_policy(retry::Standard::attempts(5))
///     .build()?;
/// # Ok::<(), hero_api_ext::Error>(())
/// ```
#[must_use = "a builder does nothing until `build`"]
pub struct HeroBuilder {
    /// Or what is wrong with it. A later setter call overrides an error from a variable.
    environment: Result<Environment, &'static str>,
    credentials_cache: Option<CredentialsCache>,
    missing_credentials: Vec<&'static str>,
    pub(crate) options: CallOptions,
    #[cfg(feature = "rate-limit")]
    rate_limit: Option<crate::RateLimit>,
    limiter: Option<Arc<dyn Limiter>>,
    user_agent: Option<String>,
    proxy: Option<String>,
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    root_certificates: Vec<Vec<u8>>,
    http: Option<reqwest::Client>,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    #[cfg(feature = "observe")]
    observe: Option<crate::observe::Observe>,
}

impl HeroBuilder {
    pub(crate) fn new() -> Self {
        Self {
            environment: Err("there is no environment"),
            credentials_cache: None,
            missing_credentials: vec!["there are no credentials"],
            options: CallOptions::default(),
            #[cfg(feature = "rate-limit")]
            rate_limit: None,
            limiter: None,
            user_agent: None,
            proxy: None,
            #[cfg(any(feature = "rustls", feature = "native-tls"))]
            root_certificates: Vec::new(),
            http: None,
            clock: Arc::new(SystemClock::new()),
            random: Arc::new(SystemRandom),
            #[cfg(feature = "observe")]
            observe: None,
        }
    }

    /// Starts with the environment variables of the process: see [`from_variables`](Self::from_variables).
    pub fn from_env() -> Self {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    /// Starts with variables that `lookup` finds by name. An empty one counts as missing.
    ///
    /// | variable | meaning |
    /// | --- | --- |
    /// | `HERO_API_KEY` | the API key |
    /// | `HERO_PRACTICE_GROUP_ID` | the practice group that it acts for |
    /// | `HERO_ENVIRONMENT` | `production`, `staging` or `mock` |
    /// | `HERO_BASE_URL` | another base URL, instead of `HERO_ENVIRONMENT` |
    ///
    /// There is no default environment: a program whose variable is missing must not message real patients.
    pub fn from_variables(lookup: impl Fn(&str) -> Option<String>) -> Self {
        let lookup = |name| lookup(name).filter(|value| !value.is_empty());
        let mut builder = Self::new();
        builder.environment = match (lookup("HERO_ENVIRONMENT"), lookup("HERO_BASE_URL")) {
            (Some(_), Some(_)) => Err("HERO_ENVIRONMENT and HERO_BASE_URL are both set"),
            (Some(name), None) => name.parse().map_err(|_| "HERO_ENVIRONMENT is none of production, staging and mock"),
            (None, Some(url)) => Ok(Environment::Custom(url)),
            (None, None) => Err("HERO_ENVIRONMENT is not set: it is production, staging or mock"),
        };
        let (key, practice_group) = (lookup("HERO_API_KEY"), lookup("HERO_PRACTICE_GROUP_ID"));
        let missing = [
            (key.is_none(), "HERO_API_KEY is not set"),
            (practice_group.is_none(), "HERO_PRACTICE_GROUP_ID is not set"),
        ];
        builder.missing_credentials =
            missing.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, problem)| problem).collect();
        if let Some((key, practice_group)) = key.zip(practice_group) {
            builder = builder.credentials(Credentials::new(key, practice_group));
        }
        builder
    }

    /// Which Hero to talk to. It has to be set: no default can be right for a test and for real patients.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = Ok(environment);
        self
    }

    /// The credentials of every call.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials_cache = Some(CredentialsCache::Fixed(Arc::new(credentials)));
        self
    }

    /// Asks `provider` for the credentials, on the first call and after a 401.
    pub fn credentials_provider(mut self, provider: impl CredentialsProvider + 'static) -> Self {
        self.credentials_cache = Some(CredentialsCache::provided(Arc::new(provider)));
        self
    }

    /// How many requests the client sends: no limit unless set.
    #[cfg(feature = "rate-limit")]
    pub fn rate_limit(mut self, limit: crate::RateLimit) -> Self {
        self.rate_limit = Some(limit);
        self
    }

    /// Asks this limiter before each attempt, in place of [`rate_limit`](Self::rate_limit): for a limit that several clients or
    /// processes share. See [`limit`](crate::limit).
    pub fn limiter(mut self, limiter: impl Limiter + 'static) -> Self {
        self.limiter = Some(Arc::new(limiter));
        self
    }

    /// Names the program in the header `user-agent`, before the name of this crate: `surgery-app/2.1`.
    pub fn user_agent(mut self, program: impl Into<String>) -> Self {
        self.user_agent = Some(program.into());
        self
    }

    /// Sends every request through this proxy, instead of what the variables of the process say (`HTTPS_PROXY`, `NO_PROXY`).
    /// TLS goes through it to the server, so it does not see the key.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy = Some(url.into());
        self
    }

    /// Trusts these root certificates (PEM, one or many) besides those of the system.
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.root_certificates.push(pem.into());
        self
    }

    /// Sends through an HTTP client that the caller made, **and gives up what this crate guarantees of its own**:
    ///
    /// * redirects are not followed; one that leads to another host gets the API key, and a `Referer` with patient ids;
    /// * plain http is not spoken, and no proxy gets a request for loopback;
    /// * the time for connecting is limited, by default and for each call;
    /// * HTTP repeats nothing by itself;
    /// * a name server that does not respond does not hold up the end of the program.
    ///
    /// What stays: credentials, retries, the limits for attempts and calls, the size cap, errors without personal data.
    /// Timeouts of that client fail a call as a broken connection. `user_agent`, `proxy`, `root_certificates` and
    /// `connect_timeout` of this builder have no effect and are refused with it.
    pub fn http_client_without_guarantees(mut self, http: reqwest::Client) -> Self {
        self.http = Some(http);
        self
    }

    /// Tells an observer what responses, and request bodies, have beside what the description says: see
    /// [`observe`](crate::observe). Off unless set.
    #[cfg(feature = "observe")]
    pub fn observe(mut self, observe: impl Into<crate::observe::Observe>) -> Self {
        self.observe = Some(observe.into());
        self
    }

    /// Takes the time from this clock: for tests.
    #[cfg(feature = "test-util")]
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Takes random numbers from this source: for tests.
    #[cfg(feature = "test-util")]
    pub fn random(mut self, random: impl Random + 'static) -> Self {
        self.random = Arc::new(random);
        self
    }

    /// Makes the client. Nothing is sent: [`Hero::warm_up`] does that.
    ///
    /// # Errors
    ///
    /// [`is_configuration`](Error::is_configuration), naming everything that is wrong.
    pub fn build(mut self) -> Result<Hero, Error> {
        let mut problems: Vec<Cow<'static, str>> =
            self.environment.as_ref().err().map(|why| (*why).into()).into_iter().collect();
        match &self.credentials_cache {
            Some(CredentialsCache::Fixed(credentials)) => problems.extend(credentials.problems()),
            Some(CredentialsCache::Provided(_)) => {}
            None => problems.extend(self.missing_credentials.drain(..).map(Cow::from)),
        }
        #[cfg(not(feature = "rate-limit"))]
        let limiter = self.limiter.take();
        #[cfg(feature = "rate-limit")]
        let limiter = self.limiter_or_rate_limit().unwrap_or_else(|problem| {
            problems.push(problem.into());
            None
        });
        let http = self.http(&mut problems);
        let base_url = self.base_url().map(ToOwned::to_owned);
        if let (Some(credentials_cache), Some(http), Some(base_url), true) =
            (self.credentials_cache, http, &base_url, problems.is_empty())
        {
            let Self { options, clock, random, .. } = self;
            let kept_timer = KeptTimer::default();
            #[cfg(feature = "observe")]
            let recorder = self.observe.map(crate::observe::Recorder::new);
            let core = Core {
                http,
                credentials_cache,
                clock,
                random,
                limiter,
                kept_timer,
                #[cfg(feature = "observe")]
                recorder,
            };
            return Hero::assemble(base_url, core, options);
        }
        let wrong_url = base_url.and_then(|base_url| hero_api::BaseUrl::parse(&base_url).err());
        problems.extend(wrong_url.map(|error| error.to_string().into()));
        problems.dedup();
        Err(Error::configurations(problems))
    }

    /// The limiter that was set, or that of the rate limit.
    #[cfg(feature = "rate-limit")]
    fn limiter_or_rate_limit(&mut self) -> Result<Option<Arc<dyn Limiter>>, &'static str> {
        match (self.rate_limit, self.limiter.take()) {
            (Some(_), Some(_)) => Err("there is a rate limit and a limiter: set one of them"),
            (Some(limit), None) => {
                let limiter = crate::limit::LocalLimiter::build(limit, Arc::clone(&self.clock))?;
                Ok(Some(Arc::new(limiter)))
            }
            (None, limiter) => Ok(limiter),
        }
    }

    fn base_url(&self) -> Option<&str> {
        self.environment.as_ref().ok().map(Environment::base_url)
    }
}

impl fmt::Debug for HeroBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HeroBuilder").field("environment", &self.environment.as_ref().ok()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::{RateLimit, limit::LocalLimiter};

    fn problems(builder: HeroBuilder) -> String {
        builder.build().map_or_else(|error| error.to_string(), |hero| format!("built {hero:?}"))
    }

    fn valid() -> HeroBuilder {
        Hero::builder().environment(Environment::Staging).credentials(Credentials::new("key", "12"))
    }

    #[test]
    fn build_lists_all_problems_without_values() {
        let builder = Hero::builder()
            .environment(Environment::Custom("http://marker.example.test".to_owned()))
            .credentials(Credentials::new("marker\n", ""))
            .user_agent("marker\n")
            .proxy("http://[marker")
            .rate_limit(RateLimit::new(0, Duration::from_secs(1)));
        let text = problems(builder);
        for problem in ["API key", "practice group id", "user agent", "rate limit", "must use https"] {
            assert!(text.contains(problem), "{problem}: {text}");
        }
        assert!(!text.contains("marker"), "{text}");
    }

    #[test]
    fn client_needs_environment_and_credentials() {
        assert_eq!(problems(Hero::builder()), "there is no environment; there are no credentials");
        assert!(problems(valid()).contains("https://api.staging.htech.app"), "{}", problems(valid()));
    }

    #[test]
    fn a_proxy_is_a_url_and_not_for_loopback() {
        assert_eq!(problems(valid().proxy("http://[marker")), "the proxy is not a URL");
        let loopback = valid().environment(Environment::Custom("http://127.0.0.1:1".to_owned()));
        assert!(problems(loopback.proxy("http://proxy.example.test")).contains("loopback"));
        assert!(problems(valid().proxy("http://proxy.example.test:8080")).starts_with("built"));
    }

    #[test]
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    fn a_root_certificate_that_is_none_is_refused() {
        assert_eq!(problems(valid().root_certificates("marker")), "a root certificate is not PEM");
    }

    #[test]
    fn a_limiter_takes_the_place_of_a_rate_limit() {
        let limit = RateLimit::new(1, Duration::from_secs(1));
        let with_limiter = || valid().limiter(LocalLimiter::new(limit).unwrap());
        assert!(problems(with_limiter()).starts_with("built"));
        assert!(problems(with_limiter().rate_limit(limit)).contains("set one of them"));
    }

    #[test]
    fn what_a_ready_client_would_ignore_is_refused() {
        let ready = || valid().http_client_without_guarantees(reqwest::Client::new());
        assert!(problems(ready()).starts_with("built"));
        let text = problems(ready().user_agent("x").proxy("http://x.test").connect_timeout(Duration::ZERO));
        for setter in ["user_agent", "proxy", "connect_timeout"] {
            assert!(text.contains(setter), "{text}");
        }
    }

    #[test]
    fn missing_variables_are_named() {
        let text = problems(HeroBuilder::from_variables(|_| None));
        assert_eq!(
            text,
            "HERO_ENVIRONMENT is not set: it is production, staging or mock; HERO_API_KEY is not set; \
             HERO_PRACTICE_GROUP_ID is not set"
        );

        let with = |more: &'static [(&str, &str)]| {
            problems(HeroBuilder::from_variables(|name| {
                let all = [("HERO_API_KEY", "key"), ("HERO_PRACTICE_GROUP_ID", "12")];
                all.iter().chain(more).find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            }))
        };
        assert_eq!(with(&[]), "HERO_ENVIRONMENT is not set: it is production, staging or mock");
        assert!(with(&[("HERO_ENVIRONMENT", "production")]).contains("https://api.herohealth.net"));
        assert!(with(&[("HERO_ENVIRONMENT", "staging")]).contains("https://api.staging.htech.app"));
        assert!(with(&[("HERO_BASE_URL", "http://127.0.0.1:1/x")]).contains("http://127.0.0.1:1/x"));
        assert!(with(&[("HERO_ENVIRONMENT", "marker")]).contains("none of production"));
        assert!(with(&[("HERO_ENVIRONMENT", "mock"), ("HERO_BASE_URL", "https://x")]).contains("both set"));
        assert!(with(&[("HERO_BASE_URL", "ftp://marker")]).contains("must use https"));
        assert!(with(&[("HERO_BASE_URL", "")]).contains("HERO_ENVIRONMENT is not set"));
    }

    #[test]
    fn setter_overrides_a_wrong_variable() {
        let variables = HeroBuilder::from_variables(|name| (name == "HERO_ENVIRONMENT").then(|| "marker".to_owned()));
        let builder = variables.environment(Environment::Staging).credentials(Credentials::new("key", "12"));
        assert!(problems(builder).contains("https://api.staging.htech.app"));
    }

    #[test]
    fn debug_shows_no_secret() {
        let builder = valid().environment(Environment::Custom("https://a:marker@x".to_owned())).proxy("http://marker");
        assert_eq!(format!("{builder:?}"), "HeroBuilder { environment: Some(Custom(..)), .. }");
    }
}
