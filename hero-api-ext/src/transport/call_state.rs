use std::{sync::Arc, time::Duration};

use hero_api::OperationInfo;
use http::HeaderMap;
use reqwest::Request;

use crate::{
    Credentials,
    error::{CallStats, TimeoutKind},
    retry::RetryReason,
};

/// Credentials, what the response may be compressed with, and who asks.
const MORE_HEADERS: usize = 4;

/// How far a call has come. Futures pass it by reference: each that took a request by value would hold it twice.
pub(super) struct CallState {
    request: Request,
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
    pub(super) retries: u32,
    /// Why the last retry was made.
    pub(super) last_reason: Option<RetryReason>,
}

impl CallState {
    pub(super) fn new(request: Request, operation: &'static OperationInfo) -> Self {
        Self {
            request,
            is_spent: false,
            operation,
            start: Duration::ZERO,
            now: Duration::ZERO,
            stats: CallStats::default(),
            attempt_end: (Duration::ZERO, TimeoutKind::Attempt),
            credentials: None,
            may_renew: true,
            retries: 0,
            last_reason: None,
        }
    }

    pub(super) fn request(&self) -> &Request {
        &self.request
    }

    /// The request to send now.
    pub(super) fn next_request(&mut self) -> Request {
        // A copy of the headers has room for no other, and would grow twice with those that come.
        let headers = std::mem::take(self.request.headers_mut());
        let copy = self.request.try_clone();
        if let Some(mut copy) = copy {
            let mut room = HeaderMap::with_capacity(headers.len() + MORE_HEADERS);
            room.extend(headers.iter().map(|(name, value)| (name.clone(), value.clone())));
            (*copy.headers_mut(), *self.request.headers_mut()) = (room, headers);
            return copy;
        }
        *self.request.headers_mut() = headers;
        self.is_spent = true;
        let without_body = Request::new(self.request.method().clone(), self.request.url().clone());
        std::mem::replace(&mut self.request, without_body)
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
        for _ in 0..3 {
            assert_eq!(state.next_request().headers(), state.request.headers());
            assert_eq!(state.next_request().body().and_then(Body::as_bytes), Some(&b"text"[..]));
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
