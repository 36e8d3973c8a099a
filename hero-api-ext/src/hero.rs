use std::{fmt, sync::Arc};

use hero_api::Client;

use crate::{
    Error, HeroBuilder,
    clock::Clock,
    options::CallOptions,
    transport::{Core, HeroTransport},
};

/// The client: create one and keep it. A clone is one more handle on the same connections, limits and credentials.
///
/// # Examples
///
/// ```no_run
/// use hero_api_ext::{Credentials, Environment, Hero};
///
/// # async fn first_call() -> Result<(), hero_api_ext::Error> {
/// let hero = Hero::builder()
///     .environment(Environment::Staging)
///     .credentials(Credentials::new("key-from-the-portal", "practice-group-id"))
///     .build()?;
///
/// let practice = hero.api().get_practice_group_by_id().send().await?;
/// println!("{practice:?}");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Hero {
    shared: Arc<Shared>,
}

struct Shared {
    api: Client,
    transport: Arc<HeroTransport>,
}

impl Hero {
    /// Starts a client; [`HeroBuilder::build`] makes it.
    pub fn builder() -> HeroBuilder {
        HeroBuilder::new()
    }

    /// A client from the variables of the process: see [`HeroBuilder::from_env`].
    ///
    /// # Errors
    ///
    /// [`is_configuration`](Error::is_configuration), naming every variable that is missing or wrong.
    pub fn from_env() -> Result<Self, Error> {
        HeroBuilder::from_env().build()
    }

    pub(crate) fn assemble(base_url: &str, core: Core, options: CallOptions) -> Result<Self, Error> {
        let transport = Arc::new(HeroTransport { core: Arc::new(core), options });
        let api = Client::with_transport(base_url, Arc::clone(&transport))?;
        Ok(Self { shared: Arc::new(Shared { api, transport }) })
    }

    /// The generated client over the transport of this one: it has a method for every operation.
    ///
    /// Each call ends in `send()`, with the retries, limits and options of this handle. Its error turns into [`Error`] by `?`,
    /// with attempts, elapsed time and effect.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// let patient = hero.api().get_patient_by_id().id("7").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn api(&self) -> &Client {
        &self.shared.api
    }

    /// A handle on the same client with other options.
    pub(crate) fn with(&self, change: impl FnOnce(&mut CallOptions)) -> Self {
        let HeroTransport { core, options } = &*self.shared.transport;
        let (core, mut options) = (Arc::clone(core), options.clone());
        change(&mut options);
        let transport = Arc::new(HeroTransport { core, options });
        let api = self.shared.api.over(Arc::clone(&transport));
        Self { shared: Arc::new(Shared { api, transport }) }
    }

    /// Opens a connection, TLS included, so that the first call finds one.
    ///
    /// It sends no credentials, and the response makes no difference.
    ///
    /// # Errors
    ///
    /// [`is_connect`](Error::is_connect), [`is_timeout`](Error::is_timeout) or [`is_interrupted`](Error::is_interrupted).
    pub async fn warm_up(&self) -> Result<(), Error> {
        self.shared.transport.warm_up(self.shared.api.base_url()).await
    }

    /// Tells observers all counts up to now: before the program ends, or from time to time. When the last handle of a client is
    /// dropped, this happens by itself.
    #[cfg(feature = "observe")]
    pub fn flush_observations(&self) {
        if let Some(recorder) = &self.shared.transport.core.recorder {
            recorder.flush();
        }
    }

    /// The clock that flows wait and poll by.
    pub(crate) fn clock(&self) -> &dyn Clock {
        &*self.shared.transport.core.clock
    }

    /// A secret for each purpose: of this API, these credentials and this practice group alone.
    #[allow(dead_code, reason = "only some tags have a flow that keeps something")]
    pub(crate) async fn derived_keys<const N: usize>(&self, purposes: [&str; N]) -> Result<[[u8; 32]; N], Error> {
        let HeroTransport { core, options } = &*self.shared.transport;
        let credentials = core.credentials_cache.current().await?;
        let mut keys = [[0; 32]; N];
        for (key, purpose) in keys.iter_mut().zip(purposes) {
            *key = credentials.derived(options.practice_group.as_deref(), self.shared.api.base_url(), purpose)?;
        }
        Ok(keys)
    }

    /// The practice group that calls act for; `None` when only the provider of credentials knows.
    #[allow(dead_code, reason = "only some tags have flows that ask")]
    pub(crate) fn practice_group(&self) -> Option<&str> {
        let HeroTransport { core, options } = &*self.shared.transport;
        options.practice_group.as_deref().or_else(|| core.credentials_cache.practice_group())
    }
}

impl fmt::Debug for Hero {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hero").field("base_url", &self.shared.api.base_url()).finish_non_exhaustive()
    }
}
