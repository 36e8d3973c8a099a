use std::{
    pin::pin,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use bytes::{Bytes, BytesMut};
use futures_util::future::{Either, select};
use hero_api::{BoxFuture, OperationInfo, Transport, TransportError};
use reqwest::{Request, Response, StatusCode, header::HeaderMap};

use crate::{
    Error,
    clock::Clock,
    credentials::Keyring,
    error::{Fault, Journey, Limit},
    options::CallOptions,
    random::Random,
    retry::{Backoff, Decision, Failure, RetryAfter, RetryBudget, RetryPolicy, RetryState, Trouble},
};

/// What all clones of a client share.
pub(crate) struct Core {
    pub(crate) http: reqwest::Client,
    pub(crate) keyring: Keyring,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
    pub(crate) attempt_timeout: Duration,
    pub(crate) total_timeout: Duration,
    pub(crate) max_response_size: usize,
    pub(crate) retry: Arc<dyn RetryPolicy>,
    pub(crate) backoff: Arc<dyn Backoff>,
    pub(crate) budget: Arc<dyn RetryBudget>,
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
        Box::pin(async move {
            let call = Call::new(&self.core, &self.options);
            call.run(request, operation).await.map_err(TransportError::from)
        })
    }
}

/// One call, with its retries.
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
        Box::pin(async move { self.run(request, operation).await.map_err(TransportError::from) })
    }
}

/// An answer that has arrived.
struct Reply {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl<'a> Call<'a> {
    pub(crate) fn new(core: &'a Core, options: &'a CallOptions) -> Self {
        Self { core, options, journey: Mutex::default() }
    }

    pub(crate) fn journey(&self) -> Journey {
        *self.journey.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn run(&self, request: Request, operation: &'static OperationInfo) -> Result<Response, Error> {
        let mut journey = Journey::default();
        let result = self.attempts(request, operation, &mut journey).await;
        *self.journey.lock().unwrap_or_else(PoisonError::into_inner) = journey;
        match result {
            Ok(reply) => Ok(reply.into()),
            Err(fault) => Err(Error::new(fault).of(operation, journey)),
        }
    }

    async fn attempts(
        &self,
        request: Request,
        operation: &'static OperationInfo,
        journey: &mut Journey,
    ) -> Result<Reply, Fault> {
        let core = self.core;
        let start = core.clock.now();
        let total = self.options.total_timeout.unwrap_or(core.total_timeout);
        let mut request = request;
        let mut retried = None;
        loop {
            let spare = request.try_clone();
            journey.attempts += 1;
            let result = self.attempt(request, total.saturating_sub(journey.elapsed)).await;
            journey.elapsed = core.clock.now().saturating_sub(start);

            let failure = match &result {
                Ok(reply) if reply.status.is_success() => {
                    core.budget.refund(retried);
                    return result;
                }
                Ok(reply) => {
                    journey.retry_after = RetryAfter::of(&reply.headers, core.clock.utc_now());
                    Failure::Status(reply.status)
                }
                Err(Fault::Connect(_) | Fault::Timeout(Limit::Connect, _)) => Failure::Connect,
                Err(Fault::Interrupted(_)) => Failure::Interrupted,
                Err(Fault::Timeout(Limit::Attempt, _)) => Failure::Timeout,
                Err(_) => return result,
            };
            let is_refused = matches!(failure, Failure::Connect | Failure::Status(StatusCode::TOO_MANY_REQUESTS));
            journey.may_have_acted |=
                !is_refused && !matches!(failure, Failure::Status(status) if status.is_client_error());
            let is_safe = is_refused || operation.idempotent || self.options.may_repeat;
            let state = RetryState { operation, attempts: journey.attempts, elapsed: journey.elapsed, failure };
            let (Some(spare), true) = (spare, is_safe) else { return result };
            let Decision::Retry(trouble) = self.options.retry.as_ref().unwrap_or(&core.retry).decide(&state) else {
                return result;
            };
            let Some(delay) = self.delay(journey, trouble) else { return result };
            if journey.elapsed + delay >= total
                || !self.options.budget.as_ref().unwrap_or(&core.budget).withdraw(trouble)
            {
                return result;
            }
            core.clock.sleep(delay).await;
            journey.elapsed = core.clock.now().saturating_sub(start);
            retried = Some(trouble);
            request = spare;
        }
    }

    /// How long to wait; `None` when the server asks for longer than is worth waiting.
    fn delay(&self, journey: &Journey, trouble: Trouble) -> Option<Duration> {
        let backoff = self.options.backoff.as_ref().unwrap_or(&self.core.backoff);
        let ours = backoff.delay(journey.attempts, trouble, &*self.core.random);
        match journey.retry_after {
            Some(RetryAfter(asked)) if asked > RetryAfter::LONGEST => None,
            Some(RetryAfter(asked)) => Some(asked.max(ours)),
            None => Some(ours),
        }
    }

    async fn attempt(&self, mut request: Request, left: Duration) -> Result<Reply, Fault> {
        let attempt_timeout = self.options.attempt_timeout.unwrap_or(self.core.attempt_timeout);
        let limit = if left < attempt_timeout { Limit::Total } else { Limit::Attempt };
        let work = async {
            let practice_group = self.options.practice_group.as_deref();
            let credentials = self.core.keyring.headers(practice_group).await.map_err(Error::into_fault)?;
            credentials.apply_to(&mut request);
            for (name, value) in &self.options.headers {
                request.headers_mut().insert(name, value.clone());
            }
            let response = self.core.http.execute(request).await.map_err(lost)?;
            self.read(response).await
        };
        match select(pin!(work), self.core.clock.timer(left.min(attempt_timeout))).await {
            Either::Left((result, _)) => result,
            Either::Right(_) => Err(Fault::Timeout(limit, None)),
        }
    }

    async fn read(&self, mut response: Response) -> Result<Reply, Fault> {
        let cap = self.options.max_response_size.unwrap_or(self.core.max_response_size);
        let status = response.status();
        let headers = std::mem::take(response.headers_mut());
        let mut body = Collected::default();
        while let Some(chunk) = response.chunk().await.map_err(lost)? {
            if body.len() + chunk.len() > cap {
                return Err(Fault::TooLarge { cap, status });
            }
            body.push(chunk);
        }
        Ok(Reply { status, headers, body: body.into() })
    }
}

/// A body that mostly arrives in one piece, which is then not copied.
#[derive(Default)]
struct Collected {
    first: Bytes,
    rest: BytesMut,
}

impl Collected {
    fn len(&self) -> usize {
        self.first.len().max(self.rest.len())
    }

    fn push(&mut self, chunk: Bytes) {
        if self.first.is_empty() && self.rest.is_empty() {
            self.first = chunk;
            return;
        }
        if self.rest.is_empty() {
            self.rest.extend_from_slice(&std::mem::take(&mut self.first));
        }
        self.rest.extend_from_slice(&chunk);
    }
}

impl From<Collected> for Bytes {
    fn from(Collected { first, rest }: Collected) -> Self {
        if rest.is_empty() { first } else { rest.freeze() }
    }
}

impl From<Reply> for Response {
    fn from(Reply { status, headers, body }: Reply) -> Self {
        let mut response = http::Response::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        response.into()
    }
}

fn lost(error: reqwest::Error) -> Fault {
    let error = error.without_url();
    match (error.is_connect(), error.is_timeout()) {
        (true, true) => Fault::Timeout(Limit::Connect, Some(error.into())),
        (true, false) => Fault::Connect(error.into()),
        _ => Fault::Interrupted(error.into()),
    }
}
