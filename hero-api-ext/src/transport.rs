mod attempt;
mod body;
mod call_state;
mod certificate;
mod connect;
mod encoding;
mod resolver;

use std::{
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use futures_util::future::{Either, select};
use hero_api::{BoxFuture, BufferedResponse, OperationInfo, Transport, TransportError};
use http::StatusCode;
use reqwest::{Request, Response};

use self::call_state::CallState;
pub(crate) use self::{connect::ConnectLimit, resolver::Resolver};
use crate::{
    Error,
    clock::Clock,
    credentials::CredentialsCache,
    error::{ErrorRepr, TimeoutKind},
    limit::{Limiter, Turn},
    options::CallOptions,
    random::Random,
    retry::{AttemptError, Decision, RetryAfter, RetryReason, RetryState},
    trace,
};

/// What all clones of a client share.
pub(crate) struct Core {
    pub(crate) http: reqwest::Client,
    pub(crate) credentials_cache: CredentialsCache,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
    pub(crate) limiter: Option<Arc<dyn Limiter>>,
    pub(crate) kept_timer: KeptTimer,
    #[cfg(feature = "observe")]
    pub(crate) recorder: Option<crate::observe::Recorder>,
}

/// The timer of a call that is over, kept until it runs out, and when that is.
///
/// tokio wakes its driver by a system call for a timer that is due before all others. When each call drops its timer there is
/// mostly no other, and each call pays for it; with an old one in place only the first call in 30 seconds does.
#[derive(Default)]
pub(crate) struct KeptTimer(Mutex<Option<(Duration, BoxFuture<'static, ()>)>>);

impl KeptTimer {
    fn keep(&self, timer: BoxFuture<'static, ()>, now: Duration, end: Duration) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.as_ref().is_none_or(|(end, _)| *end <= now) {
            *kept = Some((end, timer));
        }
    }
}

/// The transport of a handle: the retries, limits and credentials of the client, with the handle's options.
pub(crate) struct HeroTransport {
    pub(crate) core: Arc<Core>,
    pub(crate) options: CallOptions,
}

impl Transport for HeroTransport {
    fn send<'a>(
        &'a self,
        request: Request,
        operation: &'static OperationInfo,
    ) -> BoxFuture<'a, Result<Response, TransportError>> {
        let mut state = CallState::new(request, operation);
        state.keeps_url = true;
        Box::pin(async move {
            let response = self.run(&mut state).await?;
            Ok(body::into_response(response, state.url))
        })
    }

    fn fetch<'a>(
        &'a self,
        request: Request,
        operation: &'static OperationInfo,
    ) -> BoxFuture<'a, Result<BufferedResponse, TransportError>> {
        let mut state = CallState::new(request, operation);
        Box::pin(async move { Ok(self.run(&mut state).await?) })
    }
}

impl HeroTransport {
    /// Opens a connection and leaves it in the pool.
    pub(crate) async fn warm_up(&self, base_url: &str) -> Result<(), Error> {
        let response = connect::limited(self.options.connect_timeout, self.core.http.head(base_url).send());
        match select(std::pin::pin!(response), self.core.clock.timer(self.options.attempt_timeout)).await {
            Either::Left((response, _)) => response.map(drop).map_err(|error| Error::new(attempt::lost(error))),
            Either::Right(_) => Err(Error::new(ErrorRepr::Timeout(TimeoutKind::Attempt, None))),
        }
    }

    async fn run(&self, state: &mut CallState) -> Result<BufferedResponse, Error> {
        state.start = self.core.clock.now();
        state.now = state.start;
        let operation = state.operation;
        let result = trace::call(operation, self.attempts(state)).await;
        state.stats.elapsed = self.core.clock.now().saturating_sub(state.start);
        match result {
            Ok(mut response) => {
                // The bindings judge the status and pass the extensions on to their response or error.
                response.extensions_mut().insert(state.stats);
                Ok(response)
            }
            Err(repr) => Err(Error::new(repr).with_context(operation, state.stats)),
        }
    }

    async fn attempts(&self, state: &mut CallState) -> Result<BufferedResponse, ErrorRepr> {
        self.options.check()?;
        loop {
            if let Some(limiter) = &self.core.limiter {
                self.wait_for_turn(&**limiter, self.left(state)).await?;
                state.now = self.core.clock.now();
            }
            if self.left(state).is_zero() {
                return Err(ErrorRepr::Timeout(TimeoutKind::Total, None));
            }
            let result = self.attempt(state).await;
            let Some(error) = attempt_error(&result) else {
                if result.is_ok() {
                    self.options.retry_budget.refund(state.last_reason);
                }
                return result;
            };
            let asked = match &result {
                Ok(response) => RetryAfter::from_headers(response.headers(), self.core.clock.utc_now()),
                Err(_) => None,
            };
            if state.is_spent() || !self.prepare_retry(state, error, asked).await? {
                return result;
            }
        }
    }

    /// Does what has to come before another attempt, mostly waits; or finds that there is to be none.
    async fn prepare_retry(
        &self,
        state: &mut CallState,
        error: AttemptError,
        asked: Option<RetryAfter>,
    ) -> Result<bool, ErrorRepr> {
        let clock = &*self.core.clock;
        state.now = clock.now();
        if error == AttemptError::Status(StatusCode::UNAUTHORIZED) && std::mem::take(&mut state.may_renew) {
            let renewing = self.core.credentials_cache.renew(state.credentials.as_ref());
            let renewed = self.within(self.left(state), Box::pin(renewing)).await??;
            state.now = clock.now();
            if renewed {
                return Ok(true);
            }
        }

        state.stats.retry_after = asked;
        state.stats.may_have_acted |= may_have_acted(error);
        let operation = state.operation;
        if !(is_refused(error) || operation.idempotent || self.options.is_idempotent) {
            return Ok(false);
        }
        let elapsed = state.now.saturating_sub(state.start);
        let retry = RetryState { operation, attempts: state.stats.attempts, elapsed, error };
        let Decision::Retry(reason) = self.options.retry_policy.decide(&retry) else { return Ok(false) };
        state.retries += 1;
        let Some(wait) = self.wait(state.retries, reason, asked) else { return Ok(false) };
        if wait >= self.left(state) || !self.options.retry_budget.withdraw(reason) {
            return Ok(false);
        }
        trace::retry(operation, error, wait);
        clock.sleep(wait).await;
        state.now = clock.now();
        state.last_reason = Some(reason);
        Ok(true)
    }

    /// What was left of the call's time when the clock was last read.
    fn left(&self, state: &CallState) -> Duration {
        self.options.timeout.saturating_sub(state.now.saturating_sub(state.start))
    }

    async fn wait_for_turn(&self, limiter: &dyn Limiter, left: Duration) -> Result<(), ErrorRepr> {
        let clock = &*self.core.clock;
        let asked_at = clock.now();
        let turn = self.within(left, limiter.take(left)).await?;
        let Turn::After(wait) = turn.map_err(ErrorRepr::Limiter)? else {
            return Err(ErrorRepr::Timeout(TimeoutKind::Total, None));
        };
        if !wait.is_zero() {
            if clock.now().saturating_add(wait) >= asked_at.saturating_add(left) {
                return Err(ErrorRepr::Timeout(TimeoutKind::Total, None));
            }
            clock.sleep(wait).await;
        }
        Ok(())
    }

    /// Does what is not an attempt before the deadline of the call. The work is in a box because few calls do any: all futures
    /// of a call are one block of memory, as large as the largest, and what has more than 1,000 bytes is slow to allocate.
    async fn within<T>(
        &self,
        left: Duration,
        work: Pin<Box<impl Future<Output = T> + ?Sized>>,
    ) -> Result<T, ErrorRepr> {
        match select(work, self.core.clock.timer(left)).await {
            Either::Left((done, _)) => Ok(done),
            Either::Right(_) => Err(ErrorRepr::Timeout(TimeoutKind::Total, None)),
        }
    }

    /// How long to wait before the next attempt; `None` when the server asks for longer than is worth waiting.
    fn wait(&self, retry: u32, reason: RetryReason, asked: Option<RetryAfter>) -> Option<Duration> {
        let ours = self.options.backoff.delay(retry, reason, &*self.core.random);
        match asked {
            Some(RetryAfter(asked)) if asked > RetryAfter::LONGEST => None,
            Some(RetryAfter(asked)) => Some(asked.max(ours)),
            None => Some(ours),
        }
    }
}

/// What a policy may be asked about; `None` for a success, and for what no other attempt can change.
fn attempt_error(result: &Result<BufferedResponse, ErrorRepr>) -> Option<AttemptError> {
    match result {
        Ok(response) if response.status().is_success() => None,
        Ok(response) => Some(AttemptError::Status(response.status())),
        Err(ErrorRepr::Connect(_) | ErrorRepr::Timeout(TimeoutKind::Connect, _)) => Some(AttemptError::Connect),
        Err(ErrorRepr::Interrupted(_)) => Some(AttemptError::Interrupted),
        Err(ErrorRepr::Timeout(TimeoutKind::Attempt, _)) => Some(AttemptError::Timeout),
        Err(_) => None,
    }
}

/// Whether it is certain that the server did not act: a request may then be sent again, whatever its method.
fn is_refused(error: AttemptError) -> bool {
    matches!(error, AttemptError::Connect | AttemptError::Status(StatusCode::TOO_MANY_REQUESTS))
}

fn may_have_acted(error: AttemptError) -> bool {
    match error {
        // Only the attempt knows whether the request had left when its time was up, and has said so.
        AttemptError::Connect | AttemptError::Timeout => false,
        AttemptError::Status(status) => !status.is_client_error(),
        AttemptError::Interrupted => true,
    }
}
