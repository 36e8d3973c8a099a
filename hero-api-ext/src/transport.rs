mod attempt;
mod body;
mod connect;
mod progress;

use std::{
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use futures_util::future::{Either, select};
use hero_api::{BoxFuture, OperationInfo, Transport, TransportError};
use reqwest::{Request, Response, StatusCode};

pub(crate) use self::connect::ConnectLimit;
use self::progress::Progress;
use crate::{
    Error,
    clock::Clock,
    credentials::Keyring,
    error::{Fault, Journey, TimeoutKind},
    limit::Limiter,
    options::CallOptions,
    random::Random,
    retry::{Backoff, Decision, Failure, RetryAfter, RetryBudget, RetryPolicy, RetryState, Trouble},
    trace,
};

/// What all clones of a client share.
pub(crate) struct Core {
    pub(crate) http: reqwest::Client,
    pub(crate) keyring: Keyring,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
    pub(crate) limiter: Option<Limiter>,
    pub(crate) settings: Settings,
    pub(crate) kept_timer: KeptTimer,
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

/// What a call does unless it has an option of its own.
pub(crate) struct Settings {
    pub(crate) attempt_timeout: Duration,
    pub(crate) total_timeout: Duration,
    pub(crate) max_response_size: usize,
    pub(crate) retry: Arc<dyn RetryPolicy>,
    pub(crate) backoff: Arc<dyn Backoff>,
    pub(crate) budget: Arc<dyn RetryBudget>,
}

impl Core {
    /// Opens a connection and leaves it in the pool.
    pub(crate) async fn warm_up(&self, base_url: &str, options: &CallOptions) -> Result<(), Error> {
        let answer = connect::limited(options.connect_timeout, self.http.head(base_url).send());
        let limit = options.attempt_timeout.unwrap_or(self.settings.attempt_timeout);
        match select(std::pin::pin!(answer), self.clock.timer(limit)).await {
            Either::Left((answer, _)) => answer.map(drop).map_err(|error| Error::new(attempt::lost(error))),
            Either::Right(_) => Err(Error::new(Fault::Timeout(TimeoutKind::Attempt, None))),
        }
    }
}

/// The transport of a client: every call with the client's settings.
pub(crate) struct Route {
    pub(crate) core: Arc<Core>,
    pub(crate) options: CallOptions,
}

impl Transport for Route {
    fn send<'a>(
        &'a self,
        request: Request,
        operation: &'static OperationInfo,
    ) -> BoxFuture<'a, Result<Response, TransportError>> {
        let mut progress = Progress::of(request, operation);
        Box::pin(async move {
            let call = Call::new(&self.core, &self.options);
            Ok(call.run(&mut progress).await?)
        })
    }
}

/// One call with its retries, as the transport that carries it.
pub(crate) struct Call<'a> {
    core: &'a Core,
    options: &'a CallOptions,
    journey: Mutex<Journey>,
}

impl Transport for Call<'_> {
    fn send<'a>(
        &'a self,
        request: Request,
        operation: &'static OperationInfo,
    ) -> BoxFuture<'a, Result<Response, TransportError>> {
        let mut progress = Progress::of(request, operation);
        Box::pin(async move { Ok(self.run(&mut progress).await?) })
    }
}

impl<'a> Call<'a> {
    pub(crate) fn new(core: &'a Core, options: &'a CallOptions) -> Self {
        Self { core, options, journey: Mutex::default() }
    }

    /// What the call has been through, once it is over.
    pub(crate) fn journey(&self) -> Journey {
        *self.journey.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn run(&self, progress: &mut Progress) -> Result<Response, Error> {
        progress.start = self.core.clock.now();
        progress.now = progress.start;
        let operation = progress.operation;
        let result = trace::call(operation, self.attempts(progress)).await;
        progress.journey.elapsed = self.core.clock.now().saturating_sub(progress.start);
        *self.journey.lock().unwrap_or_else(PoisonError::into_inner) = progress.journey;
        result.map_err(|fault| Error::new(fault).of(operation, progress.journey))
    }

    async fn attempts(&self, progress: &mut Progress) -> Result<Response, Fault> {
        self.options.check()?;
        loop {
            if let Some(limiter) = &self.core.limiter {
                self.wait_for_turn(limiter, self.left(progress)).await?;
                progress.now = self.core.clock.now();
            }
            if self.left(progress).is_zero() {
                return Err(Fault::Timeout(TimeoutKind::Total, None));
            }
            let result = self.attempt(progress).await;
            let Some(failure) = failure(&result) else {
                if result.is_ok() {
                    self.budget().refund(progress.last_trouble);
                }
                return result;
            };
            let asked = match &result {
                Ok(response) => RetryAfter::of(response.headers(), self.core.clock.utc_now()),
                Err(_) => None,
            };
            if progress.is_spent() || !self.prepare_retry(progress, failure, asked).await? {
                return result;
            }
        }
    }

    /// Does what has to come before another attempt, mostly waits; or finds that there is to be none.
    async fn prepare_retry(
        &self,
        progress: &mut Progress,
        failure: Failure,
        asked: Option<RetryAfter>,
    ) -> Result<bool, Fault> {
        let clock = &*self.core.clock;
        progress.now = clock.now();
        if failure == Failure::Status(StatusCode::UNAUTHORIZED) && std::mem::take(&mut progress.may_renew) {
            let renewing = self.core.keyring.renew(progress.credentials.as_ref());
            let renewed = self.within(self.left(progress), Box::pin(renewing)).await??;
            progress.now = clock.now();
            if renewed {
                return Ok(true);
            }
        }

        progress.journey.retry_after = asked;
        progress.journey.may_have_acted |= may_have_acted(failure);
        let operation = progress.operation;
        if !(is_refused(failure) || operation.idempotent || self.options.may_repeat) {
            return Ok(false);
        }
        let elapsed = progress.now.saturating_sub(progress.start);
        let state = RetryState { operation, attempts: progress.journey.attempts, elapsed, failure };
        let Decision::Retry(trouble) = self.policy().decide(&state) else { return Ok(false) };
        progress.retries += 1;
        let Some(wait) = self.wait(progress.retries, trouble, asked) else { return Ok(false) };
        if wait >= self.left(progress) || !self.budget().withdraw(trouble) {
            return Ok(false);
        }
        trace::retry(operation, failure, wait);
        clock.sleep(wait).await;
        progress.now = clock.now();
        progress.last_trouble = Some(trouble);
        Ok(true)
    }

    /// What was left of the call's time when the clock was last read.
    fn left(&self, progress: &Progress) -> Duration {
        let total = self.options.total_timeout.unwrap_or(self.core.settings.total_timeout);
        total.saturating_sub(progress.now.saturating_sub(progress.start))
    }

    async fn wait_for_turn(&self, limiter: &Limiter, left: Duration) -> Result<(), Fault> {
        let deadline = self.core.clock.now().saturating_add(left);
        let is_in_time = self.within(left, Box::pin(limiter.pass(deadline))).await?;
        if is_in_time { Ok(()) } else { Err(Fault::Timeout(TimeoutKind::Total, None)) }
    }

    /// Does what is not an attempt before the deadline of the call. The work is in a box because few calls do any: all futures
    /// of a call are one block of memory, as large as the largest, and what has more than 1,000 bytes is slow to allocate.
    async fn within<T>(&self, left: Duration, work: Pin<Box<impl Future<Output = T>>>) -> Result<T, Fault> {
        match select(work, self.core.clock.timer(left)).await {
            Either::Left((done, _)) => Ok(done),
            Either::Right(_) => Err(Fault::Timeout(TimeoutKind::Total, None)),
        }
    }

    /// How long to wait before the next attempt; `None` when the server asks for longer than is worth waiting.
    fn wait(&self, retry: u32, trouble: Trouble, asked: Option<RetryAfter>) -> Option<Duration> {
        let backoff = self.options.backoff.as_ref().unwrap_or(&self.core.settings.backoff);
        let ours = backoff.delay(retry, trouble, &*self.core.random);
        match asked {
            Some(RetryAfter(asked)) if asked > RetryAfter::LONGEST => None,
            Some(RetryAfter(asked)) => Some(asked.max(ours)),
            None => Some(ours),
        }
    }

    fn policy(&self) -> &dyn RetryPolicy {
        &**self.options.retry.as_ref().unwrap_or(&self.core.settings.retry)
    }

    fn budget(&self) -> &dyn RetryBudget {
        &**self.options.budget.as_ref().unwrap_or(&self.core.settings.budget)
    }
}

/// What a policy may be asked about; `None` for a success, and for what no other attempt can change.
fn failure(result: &Result<Response, Fault>) -> Option<Failure> {
    match result {
        Ok(response) if response.status().is_success() => None,
        Ok(response) => Some(Failure::Status(response.status())),
        Err(Fault::Connect(_) | Fault::Timeout(TimeoutKind::Connect, _)) => Some(Failure::Connect),
        Err(Fault::Interrupted(_)) => Some(Failure::Interrupted),
        Err(Fault::Timeout(TimeoutKind::Attempt, _)) => Some(Failure::Timeout),
        Err(_) => None,
    }
}

/// Whether it is certain that the server did not act: a request may then be sent again, whatever its method.
fn is_refused(failure: Failure) -> bool {
    matches!(failure, Failure::Connect | Failure::Status(StatusCode::TOO_MANY_REQUESTS))
}

fn may_have_acted(failure: Failure) -> bool {
    match failure {
        Failure::Connect => false,
        Failure::Status(status) => !status.is_client_error(),
        Failure::Interrupted | Failure::Timeout => true,
    }
}
