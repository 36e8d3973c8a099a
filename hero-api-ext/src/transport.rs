mod attempt;
mod body;
mod connect;

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use futures_util::future::{Either, select};
use hero_api::{BoxFuture, OperationInfo, Transport, TransportError};
use reqwest::{Request, Response, StatusCode};

pub(crate) use self::connect::ConnectLimit;
use self::{attempt::Attempt, body::Reply};
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
    pub(crate) async fn warm_up(&self, base_url: &str) -> Result<(), Error> {
        let answer = self.http.head(base_url).send();
        match select(std::pin::pin!(answer), self.clock.timer(self.settings.attempt_timeout)).await {
            Either::Left((answer, _)) => answer.map(drop).map_err(|error| Error::new(attempt::lost(error))),
            Either::Right(_) => Err(Error::new(Fault::Timeout(TimeoutKind::Attempt, None))),
        }
    }
}

/// The transport of a client: every call with the client's settings.
pub(crate) struct Route {
    pub(crate) core: Arc<Core>,
    pub(crate) practice_group: Option<Arc<str>>,
    pub(crate) options: CallOptions,
}

impl Transport for Route {
    fn send<'a>(
        &'a self,
        request: Request,
        operation: &'static OperationInfo,
    ) -> BoxFuture<'a, Result<Response, TransportError>> {
        Box::pin(async move {
            let call = Call::new(&self.core, self.practice_group.as_deref(), &self.options);
            Ok(call.run(request, operation).await?)
        })
    }
}

/// One call with its retries, as the transport that carries it.
pub(crate) struct Call<'a> {
    core: &'a Core,
    practice_group: Option<&'a str>,
    options: &'a CallOptions,
    journey: Mutex<Journey>,
}

impl Transport for Call<'_> {
    fn send<'a>(
        &'a self,
        request: Request,
        operation: &'static OperationInfo,
    ) -> BoxFuture<'a, Result<Response, TransportError>> {
        Box::pin(async move { Ok(self.run(request, operation).await?) })
    }
}

impl<'a> Call<'a> {
    pub(crate) fn new(core: &'a Core, practice_group: Option<&'a str>, options: &'a CallOptions) -> Self {
        let practice_group = options.practice_group.as_deref().or(practice_group);
        Self { core, practice_group, options, journey: Mutex::default() }
    }

    /// What the call has been through, once it is over.
    pub(crate) fn journey(&self) -> Journey {
        *self.journey.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn run(&self, request: Request, operation: &'static OperationInfo) -> Result<Response, Error> {
        let start = self.core.clock.now();
        let mut journey = Journey::default();
        let result = trace::call(operation, self.attempts(request, operation, start, &mut journey)).await;
        journey.elapsed = self.core.clock.now().saturating_sub(start);
        *self.journey.lock().unwrap_or_else(PoisonError::into_inner) = journey;
        match result {
            Ok(reply) => Ok(reply.into()),
            Err(fault) => Err(Error::new(fault).of(operation, journey)),
        }
    }

    async fn attempts(
        &self,
        mut request: Request,
        operation: &'static OperationInfo,
        start: Duration,
        journey: &mut Journey,
    ) -> Result<Reply, Fault> {
        let clock = &*self.core.clock;
        let total = self.options.total_timeout.unwrap_or(self.core.settings.total_timeout);
        let left = || total.saturating_sub(clock.now().saturating_sub(start));
        let mut retries = 0;
        let mut last_trouble = None;
        let mut may_renew = true;
        loop {
            if let Some(limiter) = &self.core.limiter {
                self.wait_for_turn(limiter, left()).await?;
            }
            let left_now = left();
            if left_now.is_zero() {
                return Err(Fault::Timeout(TimeoutKind::Total, None));
            }
            let spare = request.try_clone();
            let Attempt { result, credentials } = self.attempt(request, operation, left_now, journey).await;
            let Some(failure) = failure(&result) else {
                if result.is_ok() {
                    self.budget().refund(last_trouble);
                }
                return result;
            };
            let Some(spare) = spare else { return result };

            if failure == Failure::Status(StatusCode::UNAUTHORIZED) && std::mem::take(&mut may_renew) {
                let renewed = self.within(left(), self.core.keyring.renew(credentials.as_ref())).await??;
                if renewed {
                    request = spare;
                    continue;
                }
            }

            journey.retry_after = match &result {
                Ok(reply) => RetryAfter::of(&reply.headers, clock.utc_now()),
                Err(_) => None,
            };
            journey.may_have_acted |= may_have_acted(failure);
            let is_safe = is_refused(failure) || operation.idempotent || self.options.may_repeat;
            let elapsed = clock.now().saturating_sub(start);
            let state = RetryState { operation, attempts: journey.attempts, elapsed, failure };
            if !is_safe {
                return result;
            }
            let Decision::Retry(trouble) = self.policy().decide(&state) else { return result };
            retries += 1;
            let Some(wait) = self.wait(retries, trouble, journey.retry_after) else { return result };
            if wait >= left() || !self.budget().withdraw(trouble) {
                return result;
            }
            trace::retry(operation, failure, wait);
            clock.sleep(wait).await;
            last_trouble = Some(trouble);
            request = spare;
        }
    }

    async fn wait_for_turn(&self, limiter: &Limiter, left: Duration) -> Result<(), Fault> {
        let deadline = self.core.clock.now().saturating_add(left);
        let is_in_time = self.within(left, limiter.pass(deadline)).await?;
        if is_in_time { Ok(()) } else { Err(Fault::Timeout(TimeoutKind::Total, None)) }
    }

    /// Does what is not an attempt before the deadline of the call.
    async fn within<T>(&self, left: Duration, work: impl Future<Output = T>) -> Result<T, Fault> {
        match select(std::pin::pin!(work), self.core.clock.timer(left)).await {
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

    fn attempt_timeout(&self) -> Duration {
        self.options.attempt_timeout.unwrap_or(self.core.settings.attempt_timeout)
    }

    fn policy(&self) -> &dyn RetryPolicy {
        &**self.options.retry.as_ref().unwrap_or(&self.core.settings.retry)
    }

    fn budget(&self) -> &dyn RetryBudget {
        &**self.options.budget.as_ref().unwrap_or(&self.core.settings.budget)
    }
}

/// What a policy may be asked about; `None` for a success, and for what no other attempt can change.
fn failure(result: &Result<Reply, Fault>) -> Option<Failure> {
    match result {
        Ok(reply) if reply.status.is_success() => None,
        Ok(reply) => Some(Failure::Status(reply.status)),
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
