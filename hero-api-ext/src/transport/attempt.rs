use std::{pin::pin, time::Duration};

use futures_util::future::{Either, select};
use reqwest::Response;

use super::{
    Call,
    body::{Pieces, with_body},
    connect::{self, ConnectTimedOut},
    progress::Progress,
};
use crate::{
    Error,
    error::{Fault, TimeoutKind},
    trace,
};

impl Call<'_> {
    /// Sends the request once.
    pub(super) async fn attempt(&self, progress: &mut Progress) -> Result<Response, Fault> {
        let span = trace::Attempt::new(progress.operation, progress.request(), progress.journey.attempts);
        let (limit, kind) = self.limit(progress);
        (progress.journey.answered, progress.journey.retry_after) = (None, None);
        progress.credentials = None;
        let mut timer = self.core.clock.timer(limit);
        let done = match select(pin!(span.around(self.exchange(progress))), &mut timer).await {
            Either::Left((result, _)) => Some(result),
            Either::Right(_) => None,
        };
        if done.is_some() {
            self.core.kept_timer.keep(timer, progress.now, progress.now.saturating_add(limit));
        }
        let result = done.unwrap_or_else(|| {
            // Whether the connection was there yet, nobody can tell any more.
            progress.journey.may_have_acted |= progress.credentials.is_some();
            Err(Fault::Timeout(kind, None))
        });
        span.record(result.as_ref().map(Response::status));
        result
    }

    /// How long an attempt may take that begins now, and which limit that is.
    fn limit(&self, progress: &Progress) -> (Duration, TimeoutKind) {
        let limit = self.options.attempt_timeout.unwrap_or(self.core.settings.attempt_timeout);
        let left = self.left(progress);
        if left < limit { (left, TimeoutKind::Total) } else { (limit, TimeoutKind::Attempt) }
    }

    async fn exchange(&self, progress: &mut Progress) -> Result<Response, Fault> {
        let credentials = self.core.keyring.current().await?;
        let headers = credentials.headers(self.options.practice_group.as_deref())?;
        progress.credentials = Some(credentials);
        let sent = connect::limited(self.options.connect_timeout, self.send_once(progress, headers)).await;
        let mut response = sent.map_err(lost)?;
        progress.journey.answered = Some(response.status());
        let body = match self.body(&mut response).await {
            Ok(pieces) => Some(pieces.join()),
            Err(fault) if response.status().is_success() => return Err(fault),
            // The status tells more than a body that broke off or was too large.
            Err(_) => None,
        };
        Ok(with_body(response, body))
    }

    fn send_once(
        &self,
        progress: &mut Progress,
        credentials: hero_api::Credentials,
    ) -> impl Future<Output = reqwest::Result<Response>> + use<> {
        let mut request = progress.next_request();
        credentials.move_to(&mut request);
        for (name, value) in &self.options.headers {
            request.headers_mut().insert(name, value.clone());
        }
        progress.journey.attempts += 1;
        self.core.http.execute(request)
    }

    async fn body(&self, response: &mut Response) -> Result<Pieces, Fault> {
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
