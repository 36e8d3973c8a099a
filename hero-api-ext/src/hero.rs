mod scope;

use std::{fmt, sync::Arc};

use hero_api::{Client, Operation, OperationInfo, ResponseValue};
use reqwest::{Request, Response};

use crate::{
    Error, HeroBuilder,
    clock::Clock,
    error::CallStats,
    options::{CallOptions, check_practice_group},
    random::Random,
    transport::{Call, Core, Route},
};

/// The client: create one and keep it. A clone is one more handle on the same connections, limits and credentials.
///
/// # Examples
///
/// ```no_run
/// use hero_api_ext::{Credentials, Environment, Hero, SendWith};
///
/// # async fn first_call() -> Result<(), hero_api_ext::Error> {
/// let hero = Hero::builder()
///     .environment(Environment::Staging)
///     .credentials(Credentials::new("key-from-the-portal", "practice-group-id"))
///     .build()?;
///
/// let practice = hero.api().get_practice_group_by_id().send_with(&hero).await?;
/// println!("{practice:?}");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Hero {
    inner: Arc<Inner>,
}

struct Inner {
    api: Client,
    route: Arc<Route>,
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

    pub(crate) fn assemble(base_url: &str, core: Core) -> Result<Self, Error> {
        let route = Arc::new(Route { core: Arc::new(core), options: CallOptions::default() });
        let api = Client::with_transport(base_url, Arc::clone(&route))?;
        Ok(Self { inner: Arc::new(Inner { api, route }) })
    }

    /// The generated client, with the transport of this one under it: a method for every operation.
    ///
    /// Finish a request with [`SendWith::send_with`](crate::SendWith::send_with). The plain `send` of a request works too, with
    /// the same retries and limits, and fails with the error of the bindings, which turns into [`Error`] by `?`.
    #[must_use]
    pub fn api(&self) -> &Client {
        &self.inner.api
    }

    /// The same client, acting for another practice group: for a partner whose practices share a network.
    ///
    /// Connections, limits and budget stay shared.
    ///
    /// # Errors
    ///
    /// [`is_invalid_input`](Error::is_invalid_input) when an HTTP header cannot carry the id.
    pub fn for_practice(&self, practice_group_id: impl Into<Arc<str>>) -> Result<Self, Error> {
        let practice_group = practice_group_id.into();
        check_practice_group(&practice_group).map_err(|(what, why)| Error::invalid_input(what, why))?;
        Ok(self.with(|options| options.practice_group = Some(practice_group)))
    }

    /// The same client with other options.
    fn with(&self, change: impl FnOnce(&mut CallOptions)) -> Self {
        let Route { core, options } = &*self.inner.route;
        let (core, mut options) = (Arc::clone(core), options.clone());
        change(&mut options);
        let route = Arc::new(Route { core, options });
        let api = self.inner.api.over(Arc::clone(&route));
        Self { inner: Arc::new(Inner { api, route }) }
    }

    /// Opens a connection, TLS included, so that the first call finds one.
    ///
    /// Nothing is said over it that needs credentials, and the response makes no difference.
    ///
    /// # Errors
    ///
    /// [`is_connect`](Error::is_connect), [`is_timeout`](Error::is_timeout) or [`is_interrupted`](Error::is_interrupted).
    pub async fn warm_up(&self) -> Result<(), Error> {
        let Route { core, options } = &*self.inner.route;
        core.warm_up(self.inner.api.base_url(), options).await
    }

    /// The clock that flows wait and poll by.
    #[allow(dead_code, reason = "for flows that poll")]
    pub(crate) fn clock(&self) -> &dyn Clock {
        &*self.inner.route.core.clock
    }

    /// Random numbers for the waits of flows.
    #[allow(dead_code, reason = "for flows that poll")]
    pub(crate) fn random(&self) -> &dyn Random {
        &*self.inner.route.core.random
    }

    /// The practice group that calls act for; `None` when only the provider of credentials knows.
    pub(crate) fn practice_group(&self) -> Option<&str> {
        let Route { core, options } = &*self.inner.route;
        options.practice_group.as_deref().or_else(|| core.credentials_cache.practice_group())
    }

    /// Sends an operation, with options of its own if it has any: the one way of all calls of this crate.
    pub(crate) async fn call<O: Operation>(
        &self,
        operation: O,
        options: Option<&CallOptions>,
    ) -> Result<ResponseValue<O::Output>, Error> {
        let request = operation.into_request()?;
        let (response, stats) = self.fetch(request, O::INFO, options).await?;
        O::read(response).await.map_err(|error| Error::from_api(error, stats))
    }

    /// Sends a request, and leaves judging the response to the operation. Not generic, so that a task can run it.
    pub(crate) async fn fetch(
        &self,
        request: Request,
        operation: &'static OperationInfo,
        options: Option<&CallOptions>,
    ) -> Result<(Response, CallStats), Error> {
        let Route { core, options: ours } = &*self.inner.route;
        let merged = options.map(|options| Box::new(options.over(ours)));
        let call = Call::new(core, merged.as_deref().unwrap_or(ours));
        let response = self.inner.api.execute_through(&call, request, operation).await?;
        Ok((response, call.stats()))
    }
}

impl fmt::Debug for Hero {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hero").field("base_url", &self.inner.api.base_url()).finish_non_exhaustive()
    }
}
