use std::{pin::pin, sync::Arc, time::Duration};

use futures_util::future::{Either, select};
use hero_api::OperationInfo;
use reqwest::{Request, Response};

use super::{
    Call,
    body::{Pieces, Reply},
    connect::{self, ConnectTimedOut},
};
use crate::{
    Credentials, Error,
    error::{Fault, Journey, TimeoutKind},
    trace,
};

/// What an attempt came to, and what it was made with.
pub(super) struct Attempt {
    pub(super) result: Result<Reply, Fault>,
    /// Absent when the attempt ended before it had credentials.
    pub(super) credentials: Option<Arc<Credentials>>,
}

impl Call<'_> {
    /// Sends the request once, `left` before the deadline of the call.
    pub(super) async fn attempt(
        &self,
        request: Request,
        operation: &'static OperationInfo,
        left: Duration,
        journey: &mut Journey,
    ) -> Attempt {
        let span = trace::Attempt::new(operation, &request, journey.attempts);
        let limit = self.attempt_timeout();
        let (limit, kind) = if left < limit { (left, TimeoutKind::Total) } else { (limit, TimeoutKind::Attempt) };
        let mut credentials = None;
        (journey.answered, journey.retry_after) = (None, None);
        let work = span.around(self.exchange(request, journey, &mut credentials));
        let now = self.core.clock.now();
        let mut timer = self.core.clock.timer(limit);
        let done = match select(pin!(work), &mut timer).await {
            Either::Left((result, _)) => Some(result),
            Either::Right(_) => None,
        };
        if done.is_some() {
            self.core.kept_timer.keep(timer, now, now.saturating_add(limit));
        }
        let result = done.unwrap_or_else(|| {
            // Whether the connection was there yet, nobody can tell any more.
            journey.may_have_acted |= credentials.is_some();
            Err(Fault::Timeout(kind, None))
        });
        span.record(result.as_ref().map(|reply| reply.status));
        Attempt { result, credentials }
    }

    async fn exchange(
        &self,
        mut request: Request,
        journey: &mut Journey,
        used: &mut Option<Arc<Credentials>>,
    ) -> Result<Reply, Fault> {
        let credentials = self.core.keyring.current().await?;
        credentials.headers(self.practice_group)?.move_to(&mut request);
        *used = Some(credentials);
        for (name, value) in &self.options.headers {
            request.headers_mut().insert(name, value.clone());
        }
        journey.attempts += 1;
        let response = connect::limited(self.options.connect_timeout, self.core.http.execute(request)).await;
        let response = response.map_err(lost)?;
        journey.answered = Some(response.status());
        self.read(response).await
    }

    async fn read(&self, mut response: Response) -> Result<Reply, Fault> {
        let status = response.status();
        let headers = std::mem::take(response.headers_mut());
        match self.body(response).await {
            Ok(pieces) => Ok(Reply { status, headers, body: Some(pieces.join()) }),
            Err(fault) if status.is_success() => Err(fault),
            Err(_) => Ok(Reply { status, headers, body: None }),
        }
    }

    async fn body(&self, mut response: Response) -> Result<Pieces, Fault> {
        let status = response.status();
        let cap = self.options.max_response_size.unwrap_or(self.core.settings.max_response_size);
        if response.content_length().is_some_and(|announced| announced > cap as u64) {
            return Err(Fault::TooLarge { cap, status });
        }
        let mut pieces = Pieces::default();
        while let Some(piece) = response.chunk().await.map_err(lost)? {
            if piece.len() > cap - pieces.len() {
                return Err(Fault::TooLarge { cap, status });
            }
            pieces.push(piece);
        }
        Ok(pieces)
    }
}

/// Tells a failure before the request was sent from one after. When in doubt it is after.
pub(super) fn lost(error: reqwest::Error) -> Fault {
    let error = error.without_url();
    if !error.is_connect() {
        return Fault::Interrupted(error.into());
    }
    let causes = std::iter::successors(std::error::Error::source(&error), |&cause| cause.source());
    if error.is_timeout() || causes.into_iter().any(<dyn std::error::Error>::is::<ConnectTimedOut>) {
        return Fault::Timeout(TimeoutKind::Connect, Some(error.into()));
    }
    Fault::Connect(error.into())
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        error.into_fault()
    }
}
