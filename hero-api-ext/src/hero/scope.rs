use std::{sync::Arc, time::Duration};

use super::Hero;
use crate::retry::{Backoff, RetryBudget, RetryPolicy};

/// # Options for some of the calls
///
/// Each `with_…` gives the same client, on the same connections and limits, whose calls have another setting: all of them, those
/// that a flow makes by itself included. What a call says for itself by [`SendWith`](crate::SendWith) comes first.
///
/// ```no_run
/// use std::time::Duration;
///
/// # async fn remind(hero: &hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
/// let impatient = hero.with_timeout(Duration::from_secs(5));
/// impatient.messages().sms(156, "Your appointment is tomorrow.").send().await?;
/// # Ok(())
/// # }
/// ```
///
/// Whether a request may reach the server twice is no such option: that is said for one call only.
impl Hero {
    /// Limits each whole call, with its retries and waits.
    #[must_use]
    pub fn with_timeout(&self, timeout: Duration) -> Self {
        self.with(|options| options.total_timeout = Some(timeout))
    }

    /// Limits each attempt, response included.
    #[must_use]
    pub fn with_attempt_timeout(&self, timeout: Duration) -> Self {
        self.with(|options| options.attempt_timeout = Some(timeout))
    }

    /// Limits opening a connection, TLS included.
    #[must_use]
    pub fn with_connect_timeout(&self, timeout: Duration) -> Self {
        self.with(|options| options.connect_timeout = Some(timeout))
    }

    /// Decides by another policy when a call is sent again.
    #[must_use]
    pub fn with_retry(&self, policy: impl RetryPolicy + 'static) -> Self {
        self.with(|options| options.retry = Some(Arc::new(policy)))
    }

    /// Waits between attempts as this says.
    #[must_use]
    pub fn with_backoff(&self, backoff: impl Backoff + 'static) -> Self {
        self.with(|options| options.backoff = Some(Arc::new(backoff)))
    }

    /// Takes retries from another budget.
    #[must_use]
    pub fn with_retry_budget(&self, budget: Arc<dyn RetryBudget>) -> Self {
        self.with(|options| options.budget = Some(budget))
    }

    /// Sends a header along. Every call fails with [`is_invalid_input`](crate::Error::is_invalid_input) when it is one of the
    /// credentials or frames the message, or when HTTP cannot carry it.
    #[must_use]
    pub fn with_header(&self, name: &str, value: &str) -> Self {
        self.with(|options| options.header(name, value))
    }

    /// Takes responses up to this many bytes, after decompression.
    #[must_use]
    pub fn with_max_response_size(&self, bytes: usize) -> Self {
        self.with(|options| options.max_response_size = Some(bytes))
    }
}
