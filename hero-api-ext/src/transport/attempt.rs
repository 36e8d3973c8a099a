use std::{pin::pin, sync::Arc, time::Duration};

use bytes::Bytes;
use futures_util::future::{Either, select};
use hero_api::{BufferedResponse, DecodeLimit};
use reqwest::Response;

use super::{
    HeroTransport,
    call_state::CallState,
    certificate::is_certificate_refused,
    connect::{self, ConnectTimedOut},
    encoding::{self, BodyError, BodyReader},
};
use crate::{
    Error,
    error::{ErrorRepr, TimeoutKind},
    trace,
};

/// Decoding a smaller body takes no time worth limiting.
const LARGE_BODY: usize = 64 << 10;

impl HeroTransport {
    /// Sends the request once.
    pub(super) async fn attempt(&self, state: &mut CallState) -> Result<BufferedResponse, ErrorRepr> {
        let span = trace::Attempt::new(state.operation, state.request(), state.stats.attempts);
        let (limit, kind) = self.limit(state);
        state.attempt_end = (state.now.saturating_add(limit), kind);
        (state.stats.last_status, state.stats.retry_after) = (None, None);
        state.credentials = None;
        let mut timer = self.core.clock.timer(limit);
        let done = match select(pin!(span.around(self.exchange(state))), &mut timer).await {
            Either::Left((result, _)) => Some(result),
            Either::Right(_) => None,
        };
        if done.is_some() {
            self.core.kept_timer.keep(timer, state.now, state.now.saturating_add(limit));
        }
        let result = done.unwrap_or_else(|| {
            // Whether the connection was there yet, nobody can tell any more.
            state.stats.may_have_acted |= state.credentials.is_some();
            Err(ErrorRepr::Timeout(kind, None))
        });
        span.record(result.as_ref().map(BufferedResponse::status));
        result
    }

    /// How long an attempt may take that begins now, and which limit that is.
    fn limit(&self, state: &CallState) -> (Duration, TimeoutKind) {
        let limit = self.options.attempt_timeout;
        let left = self.left(state);
        if left < limit { (left, TimeoutKind::Total) } else { (limit, TimeoutKind::Attempt) }
    }

    async fn exchange(&self, state: &mut CallState) -> Result<BufferedResponse, ErrorRepr> {
        let credentials = self.core.credentials_cache.current().await?;
        let headers = credentials.headers(self.options.practice_group.as_deref())?;
        state.credentials = Some(credentials);
        let sent = connect::limited(self.options.connect_timeout, self.send_once(state, headers)).await;
        let mut response = sent.map_err(lost)?;
        state.stats.last_status = Some(response.status());
        let body = match self.body(&mut response, state.attempt_end).await {
            Ok(body) => Some(body),
            Err(repr) if response.status().is_success() => return Err(repr),
            // The status tells more than a body that broke off or was too large.
            Err(_) => None,
        };
        let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
        let mut extensions = std::mem::take(response.extensions_mut());
        if body.as_ref().is_some_and(|body| body.len() > LARGE_BODY) {
            extensions.insert(self.decode_limit(state));
        }
        let response = BufferedResponse::new(status, headers, body).with_extensions(extensions);
        #[cfg(feature = "observe")]
        if let Some(recorder) = &self.core.recorder {
            let sent = (state.stats.attempts == 1).then(|| (state.request().body(), state.content_type()));
            recorder.exchanged(state.operation, state.request().url(), sent, &response);
        }
        Ok(response)
    }

    /// Counts the time for decoding the body into the time of the call.
    fn decode_limit(&self, state: &mut CallState) -> DecodeLimit {
        let (clock, end) = (Arc::clone(&self.core.clock), state.start.saturating_add(self.options.timeout));
        state.stats.limit = self.options.timeout;
        DecodeLimit::new(move || clock.now() >= end)
    }

    fn send_once(
        &self,
        state: &mut CallState,
        credentials: hero_api::Credentials,
    ) -> impl Future<Output = reqwest::Result<Response>> + use<> {
        let mut request = state.next_request();
        credentials.move_to(&mut request);
        encoding::accept(request.headers_mut());
        for (name, value) in &self.options.headers {
            request.headers_mut().insert(name, value.clone());
        }
        if !self.options.query.is_empty() {
            let query = self.options.query.iter().map(|(name, value)| (&**name, &**value));
            request.url_mut().query_pairs_mut().extend_pairs(query);
        }
        state.stats.attempts += 1;
        state.url = state.keeps_url.then(|| request.url().clone());
        self.core.http.execute(request)
    }

    async fn body(&self, response: &mut Response, (end, limit): (Duration, TimeoutKind)) -> Result<Bytes, ErrorRepr> {
        let status = response.status();
        let cap = self.options.max_response_size;
        let repr = |error| match error {
            BodyError::TooLarge => ErrorRepr::TooLarge { cap, status },
            BodyError::Late => ErrorRepr::Timeout(limit, None),
            BodyError::Broken(error) => ErrorRepr::Interrupted(error.into()),
        };
        if response.content_length().is_some_and(|announced| announced > cap as u64) {
            return Err(repr(BodyError::TooLarge));
        }
        let mut reader = BodyReader::new(response.headers_mut(), cap);
        while let Some(piece) = response.chunk().await.map_err(lost)? {
            reader.push(piece, || self.core.clock.now() >= end).map_err(repr)?;
        }
        reader.finish().map_err(repr)
    }
}

/// Tells a failure before the request was sent from one after. When in doubt it is after.
pub(super) fn lost(error: reqwest::Error) -> ErrorRepr {
    let error = error.without_url();
    if !error.is_connect() {
        return ErrorRepr::Interrupted(error.into());
    }
    let causes = std::iter::successors(std::error::Error::source(&error), |&cause| cause.source());
    if error.is_timeout() || causes.into_iter().any(<dyn std::error::Error>::is::<ConnectTimedOut>) {
        return ErrorRepr::Timeout(TimeoutKind::Connect, Some(error.into()));
    }
    if is_certificate_refused(&error) {
        return ErrorRepr::Certificate(error.into());
    }
    ErrorRepr::Connect(error.into())
}

impl From<Error> for ErrorRepr {
    fn from(error: Error) -> Self {
        error.into_repr()
    }
}
