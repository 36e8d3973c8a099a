use std::{fmt, sync::Arc, time::Duration};

use crate::{
    Credentials, CredentialsProvider, Environment, Error, Hero,
    clock::{Clock, SystemClock},
    credentials::Keyring,
    random::{Random, SystemRandom},
    retry::{Backoff, FullJitter, RetryBudget, RetryPolicy, Standard, TokenBucket},
    transport::Core,
};

/// Makes a [`Hero`]. Nothing is checked before [`build`](Self::build), which checks everything.
#[must_use = "a builder does nothing until `build`"]
pub struct HeroBuilder {
    environment: Environment,
    keyring: Option<Keyring>,
    problems: Vec<String>,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    connect_timeout: Duration,
    attempt_timeout: Duration,
    total_timeout: Duration,
    max_response_size: usize,
    retry: Arc<dyn RetryPolicy>,
    backoff: Arc<dyn Backoff>,
    budget: Arc<dyn RetryBudget>,
}

impl HeroBuilder {
    pub(crate) fn new() -> Self {
        Self {
            environment: Environment::Production,
            keyring: None,
            problems: Vec::new(),
            clock: Arc::new(SystemClock::new()),
            random: Arc::new(SystemRandom),
            connect_timeout: Duration::from_millis(3_100),
            attempt_timeout: Duration::from_secs(30),
            total_timeout: Duration::from_secs(90),
            max_response_size: 16 << 20,
            retry: Arc::new(Standard::default()),
            backoff: Arc::new(FullJitter::default()),
            budget: Arc::new(TokenBucket::default()),
        }
    }

    /// Starts with the variables of the process: see [`from_variables`](Self::from_variables).
    pub fn from_env() -> Self {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    /// Starts with variables that `lookup` finds by name.
    ///
    /// * `HERO_API_KEY` and `HERO_PRACTICE_GROUP_ID`: the credentials;
    /// * `HERO_ENVIRONMENT`: `production` (the default), `staging` or `mock`; or
    /// * `HERO_BASE_URL`: another base URL.
    pub fn from_variables(lookup: impl Fn(&str) -> Option<String>) -> Self {
        let _ = lookup;
        Self::new()
    }

    /// Which Hero to talk to: [`Environment::Production`] unless set.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = environment;
        self
    }

    /// The credentials of every call.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.keyring = Some(Keyring::Fixed(credentials));
        self
    }

    /// Asks `provider` for the credentials, on the first call and after a 401.
    pub fn credentials_provider(mut self, provider: impl CredentialsProvider + 'static) -> Self {
        self.keyring = Some(Keyring::provided(Arc::new(provider)));
        self
    }

    /// Takes the time from this clock, for tests.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Takes random numbers from this source, for tests.
    pub fn random(mut self, random: Arc<dyn Random>) -> Self {
        self.random = random;
        self
    }

    /// Makes the client.
    ///
    /// # Errors
    ///
    /// [`is_configuration`](Error::is_configuration), with everything that is wrong.
    pub fn build(self) -> Result<Hero, Error> {
        let mut problems = self.problems;
        if let Some(Keyring::Fixed(credentials)) = &self.keyring {
            problems.extend(credentials.problems());
        }
        let Some(keyring) = self.keyring else {
            problems.push("there are no credentials".to_owned());
            return Err(Error::configurations(problems.into_iter().map(Into::into).collect()));
        };
        let base_url = self.environment.base_url();
        let mut http = reqwest::Client::builder()
            .user_agent(concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")))
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .retry(reqwest::retry::never())
            .connect_timeout(self.connect_timeout);
        http = if base_url.starts_with("http:") { http.no_proxy() } else { http.https_only(true) };
        let http =
            http.build().map_err(|_| Error::configuration("the HTTP client could not be set up (TLS, mostly)"))?;
        if !problems.is_empty() {
            return Err(Error::configurations(problems.into_iter().map(Into::into).collect()));
        }
        let core = Core {
            http,
            keyring,
            clock: self.clock,
            random: self.random,
            attempt_timeout: self.attempt_timeout,
            total_timeout: self.total_timeout,
            max_response_size: self.max_response_size,
            retry: self.retry,
            backoff: self.backoff,
            budget: self.budget,
        };
        Hero::assemble(base_url, Arc::new(core))
    }
}

impl fmt::Debug for HeroBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HeroBuilder").field("environment", &self.environment).finish_non_exhaustive()
    }
}
