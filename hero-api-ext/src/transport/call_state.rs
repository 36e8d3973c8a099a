use std::{sync::Arc, time::Duration};

use hero_api::OperationInfo;
use http::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Request, Url};

use crate::{
    Credentials,
    error::{CallStats, TimeoutKind},
    retry::RetryReason,
};

/// Credentials, what the response may be compressed with, and who asks.
const MORE_HEADERS: usize = 4;

/// How far a call has come. Futures pass it by reference: each that took a request by value would hold it twice.
pub(super) struct CallState {
    /// What another attempt sends; of its headers, those that were sent already are in `headers`.
    request: Request,
    headers: Vec<(HeaderName, HeaderValue)>,
    is_spent: bool,
    pub(super) operation: &'static OperationInfo,
    /// When the call began.
    pub(super) start: Duration,
    /// When the clock was last read.
    pub(super) now: Duration,
    pub(super) stats: CallStats,
    /// When the time of this attempt is up, and which limit that is.
    pub(super) attempt_end: (Duration, TimeoutKind),
    /// What the last attempt was made with; absent when it ended before it had credentials.
    pub(super) credentials: Option<Arc<Credentials>>,
    /// Whether the credentials may be asked for anew.
    pub(super) may_renew: bool,
    /// Where the last request went, when `keeps_url` says that somebody wants to know.
    pub(super) url: Option<Url>,
    pub(super) keeps_url: bool,
    pub(super) retries: u32,
    /// Why the last retry was made.
    pub(super) last_reason: Option<RetryReason>,
}

impl CallState {
    pub(super) fn new(request: Request, operation: &'static OperationInfo) -> Self {
        Self {
            request,
            headers: Vec::new(),
            is_spent: false,
            operation,
            start: Duration::ZERO,
            now: Duration::ZERO,
            stats: CallStats::default(),
            attempt_end: (Duration::ZERO, TimeoutKind::Attempt),
            credentials: None,
            may_renew: true,
            url: None,
            keeps_url: false,
            retries: 0,
            last_reason: None,
        }
    }

    pub(super) fn request(&self) -> &Request {
        &self.request
    }

    /// The request to send now. What another attempt needs is kept, at the least cost: few calls have another.
    pub(super) fn next_request(&mut self) -> Request {
        let headers = self.next_headers();
        let mut request = self.request.try_clone().unwrap_or_else(|| {
            self.is_spent = true;
            let without_body = Request::new(self.request.method().clone(), self.request.url().clone());
            std::mem::replace(&mut self.request, without_body)
        });
        *request.headers_mut() = headers;
        request
    }

    /// The headers for the request to send now. The first request takes those that there are: a map costs more to make than a
    /// list.
    fn next_headers(&mut self) -> HeaderMap {
        let mut headers = std::mem::take(self.request.headers_mut());
        if headers.is_empty() {
            headers.reserve(self.headers.len() + MORE_HEADERS);
            for (name, value) in &self.headers {
                headers.append(name, value.clone());
            }
        } else {
            self.headers = headers.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        }
        headers
    }

    /// The media type of the body that was sent.
    #[cfg(feature = "observe")]
    pub(super) fn content_type(&self) -> Option<&HeaderValue> {
        self.headers.iter().find(|(name, _)| *name == http::header::CONTENT_TYPE).map(|(_, value)| value)
    }

    /// Whether the request cannot be sent again, since its body was a stream.
    pub(super) fn is_spent(&self) -> bool {
        self.is_spent
    }
}

#[cfg(test)]
mod tests {
    use futures_util::stream;
    use reqwest::{Body, Method, Url};

    use super::*;

    fn state(body: impl Into<Body>) -> CallState {
        let mut request = Request::new(Method::POST, Url::parse("https://example.test/v1/me").unwrap());
        *request.body_mut() = Some(body.into());
        CallState::new(request, &hero_api::operations::SEND_MESSAGE)
    }

    #[test]
    fn a_body_in_memory_is_there_for_each_attempt() {
        let mut state = state("text");
        state.request.headers_mut().append("accept", "a".parse().unwrap());
        state.request.headers_mut().append("accept", "b".parse().unwrap());
        state.request.headers_mut().append("content-type", "c".parse().unwrap());
        let headers = state.request.headers().clone();
        for _ in 0..3 {
            let request = state.next_request();
            assert_eq!(request.headers(), &headers);
            assert_eq!(request.body().and_then(Body::as_bytes), Some(&b"text"[..]));
            assert!(!state.is_spent());
        }
    }

    #[test]
    fn a_stream_is_sent_once() {
        let mut state = state(Body::wrap_stream(stream::iter([Ok::<_, std::io::Error>("text")])));
        assert!(!state.is_spent());
        assert!(state.next_request().body().is_some());
        assert!(state.is_spent() && state.request().body().is_none());
    }
}
