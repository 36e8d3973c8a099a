use std::{fmt, sync::Arc, time::Duration};

use hero_api::{Operation, ResponseValue};

use crate::{
    Error, Hero,
    options::CallOptions,
    retry::{Backoff, RetryBudget, RetryPolicy},
};

/// Sends any request of the bindings through a [`Hero`]. Every builder has it, also those that a later description adds.
///
/// `with_…` sets options for this one call; the setters of a request that belong to the API never begin like that.
///
/// # Examples
///
/// ```no_run
/// use std::time::Duration;
///
/// use hero_api_ext::{Error, Hero, SendWith};
///
/// # async fn call(hero: &Hero) -> Result<(), Error> {
/// let patient = hero.api().get_patient_by_id().id("7").send_with(hero).await?;
///
/// let patient = hero
///     .api()
///     .get_patient_by_id()
///     .id("7")
///     .with_timeout(Duration::from_secs(5))
///     .with_practice_group("practice-group-id")
///     .send_with(hero)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub trait SendWith: Operation {
    /// Sends the request and returns what the response holds.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    fn send_with(self, hero: &Hero) -> impl Future<Output = Result<Self::Output, Error>> + Send {
        async move { Ok(hero.call(self, None).await?.into_inner()) }
    }

    /// As [`send_with`](Self::send_with), with the status and the headers of the response.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    fn send_with_response(
        self,
        hero: &Hero,
    ) -> impl Future<Output = Result<ResponseValue<Self::Output>, Error>> + Send {
        async move { hero.call(self, None).await }
    }

    /// Limits the whole call, with its retries and waits: 90 seconds unless set. An attempt still has its own limit.
    fn with_timeout(self, timeout: Duration) -> WithOptions<Self> {
        WithOptions::new(self).with_timeout(timeout)
    }

    /// Limits one attempt, response included: 30 seconds unless set.
    fn with_attempt_timeout(self, timeout: Duration) -> WithOptions<Self> {
        WithOptions::new(self).with_attempt_timeout(timeout)
    }

    /// Limits opening a connection, if this call needs one, TLS included: 3.1 seconds unless set.
    fn with_connect_timeout(self, timeout: Duration) -> WithOptions<Self> {
        WithOptions::new(self).with_connect_timeout(timeout)
    }

    /// Decides by another policy when this call is sent again.
    fn with_retry(self, policy: impl RetryPolicy + 'static) -> WithOptions<Self> {
        WithOptions::new(self).with_retry(policy)
    }

    /// Waits between attempts as this says.
    fn with_backoff(self, backoff: impl Backoff + 'static) -> WithOptions<Self> {
        WithOptions::new(self).with_backoff(backoff)
    }

    /// Takes retries of this call from another budget.
    fn with_retry_budget(self, budget: Arc<dyn RetryBudget>) -> WithOptions<Self> {
        WithOptions::new(self).with_retry_budget(budget)
    }

    /// Acts for another practice group, for this call.
    fn with_practice_group(self, practice_group_id: impl Into<Arc<str>>) -> WithOptions<Self> {
        WithOptions::new(self).with_practice_group(practice_group_id)
    }

    /// Sends a header along. Credentials and headers that frame the message are refused.
    fn with_header(self, name: &str, value: &str) -> WithOptions<Self> {
        WithOptions::new(self).with_header(name, value)
    }

    /// Takes a response up to this many bytes, after decompression: 16 MiB unless set.
    fn with_max_response_size(self, bytes: usize) -> WithOptions<Self> {
        WithOptions::new(self).with_max_response_size(bytes)
    }

    /// Allows that the request reaches the server more than once.
    ///
    /// A POST whose response was lost is not sent again, since the server may have acted: a message would arrive twice. Say this
    /// where twice is as good as once.
    fn with_idempotency(self) -> WithOptions<Self> {
        WithOptions::new(self).with_idempotency()
    }
}

impl<O: Operation> SendWith for O {}

/// A request with options for its one call: what the `with_…` of [`SendWith`] return.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct WithOptions<O> {
    pub(crate) operation: O,
    pub(crate) options: CallOptions,
}

impl<O: Operation> WithOptions<O> {
    pub(crate) fn new(operation: O) -> Self {
        Self { operation, options: CallOptions::default() }
    }

    /// As [`SendWith::send_with`].
    ///
    /// # Errors
    ///
    /// See [`Error`]; also when an option is not usable.
    pub async fn send_with(self, hero: &Hero) -> Result<O::Output, Error> {
        Ok(self.send_with_response(hero).await?.into_inner())
    }

    /// As [`SendWith::send_with_response`].
    ///
    /// # Errors
    ///
    /// See [`Error`]; also when an option is not usable.
    pub async fn send_with_response(self, hero: &Hero) -> Result<ResponseValue<O::Output>, Error> {
        hero.call(self.operation, Some(&self.options)).await
    }

    /// As [`SendWith::with_timeout`].
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.options.total_timeout = Some(timeout);
        self
    }

    /// As [`SendWith::with_attempt_timeout`].
    pub fn with_attempt_timeout(mut self, timeout: Duration) -> Self {
        self.options.attempt_timeout = Some(timeout);
        self
    }

    /// As [`SendWith::with_connect_timeout`].
    pub fn with_connect_timeout(mut self, timeout: Duration) -> Self {
        self.options.connect_timeout = Some(timeout);
        self
    }

    /// As [`SendWith::with_retry`].
    pub fn with_retry(mut self, policy: impl RetryPolicy + 'static) -> Self {
        self.options.retry = Some(Arc::new(policy));
        self
    }

    /// As [`SendWith::with_backoff`].
    pub fn with_backoff(mut self, backoff: impl Backoff + 'static) -> Self {
        self.options.backoff = Some(Arc::new(backoff));
        self
    }

    /// As [`SendWith::with_retry_budget`].
    pub fn with_retry_budget(mut self, budget: Arc<dyn RetryBudget>) -> Self {
        self.options.budget = Some(budget);
        self
    }

    /// As [`SendWith::with_practice_group`].
    pub fn with_practice_group(mut self, practice_group_id: impl Into<Arc<str>>) -> Self {
        self.options.practice_group(practice_group_id.into());
        self
    }

    /// As [`SendWith::with_header`].
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.options.header(name, value);
        self
    }

    /// As [`SendWith::with_max_response_size`].
    pub fn with_max_response_size(mut self, bytes: usize) -> Self {
        self.options.max_response_size = Some(bytes);
        self
    }

    /// As [`SendWith::with_idempotency`].
    pub fn with_idempotency(mut self) -> Self {
        self.options.may_repeat = true;
        self
    }
}

impl<O: Operation> fmt::Debug for WithOptions<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WithOptions").field("operation", &O::INFO.id).finish_non_exhaustive()
    }
}
