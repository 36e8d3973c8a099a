//! Spans and events under the names of OpenTelemetry's HTTP conventions. They hold a path template, never a URL, header or body.

use std::time::Duration;

use hero_api::OperationInfo;
use http::StatusCode;
use reqwest::Request;

use crate::{error::ErrorRepr, retry::AttemptError};

/// The span of a call, around those of its attempts.
#[cfg(feature = "tracing")]
pub(crate) async fn call<T>(operation: &'static OperationInfo, work: impl Future<Output = T>) -> T {
    use tracing::Instrument;

    let span = tracing::info_span!(
        "hero.call",
        otel.kind = "internal",
        otel.name = operation.id,
        hero.operation = operation.id,
        url.template = operation.path,
    );
    work.instrument(span).await
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn call<F: Future>(_operation: &'static OperationInfo, work: F) -> F {
    work
}

/// The span of one attempt.
#[derive(Clone)]
pub(crate) struct Attempt {
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

#[cfg(feature = "tracing")]
impl Attempt {
    pub(crate) fn new(operation: &'static OperationInfo, request: &Request, resent: u32) -> Self {
        let span = tracing::info_span!(
            "HTTP",
            otel.kind = "client",
            otel.name = tracing::field::Empty,
            otel.status_code = tracing::field::Empty,
            http.request.method = operation.method.as_str(),
            http.request.resend_count = tracing::field::Empty,
            http.response.status_code = tracing::field::Empty,
            url.template = operation.path,
            server.address = request.url().host_str().unwrap_or_default(),
            server.port = request.url().port_or_known_default().unwrap_or_default(),
            error.r#type = tracing::field::Empty,
        );
        if !span.is_disabled() {
            span.record("otel.name", format_args!("{} {}", operation.method, operation.path));
            if resent > 0 {
                span.record("http.request.resend_count", resent);
            }
        }
        Self { span }
    }

    pub(crate) async fn around<T>(&self, work: impl Future<Output = T>) -> T {
        tracing::Instrument::instrument(work, self.span.clone()).await
    }

    /// What the attempt came to.
    pub(crate) fn record(&self, result: Result<StatusCode, &ErrorRepr>) {
        let error = match result {
            Ok(status) => {
                self.span.record("http.response.status_code", status.as_u16());
                if status.is_success() {
                    return;
                }
                status.as_u16().to_string()
            }
            Err(repr) => format!("{:?}", repr.kind()),
        };
        self.span.record("error.type", error);
        self.span.record("otel.status_code", "ERROR");
    }
}

#[cfg(not(feature = "tracing"))]
#[allow(clippy::unused_self, reason = "callers are the same with and without the feature")]
impl Attempt {
    pub(crate) fn new(_operation: &'static OperationInfo, _request: &Request, _resent: u32) -> Self {
        Self {}
    }

    pub(crate) fn around<F: Future>(&self, work: F) -> F {
        work
    }

    pub(crate) fn record(&self, _result: Result<StatusCode, &ErrorRepr>) {}
}

/// A call is about to be sent again.
#[cfg(feature = "tracing")]
pub(crate) fn retry(operation: &'static OperationInfo, error: AttemptError, wait: Duration) {
    tracing::debug!(hero.operation = operation.id, error = ?error, wait = ?wait, "sending again after a wait");
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn retry(_operation: &'static OperationInfo, _error: AttemptError, _wait: Duration) {}

/// An engine that processes share was passed over. Its error may hold an address with a password, so it is not told.
#[cfg(feature = "tracing")]
#[allow(dead_code, reason = "only some features have an engine")]
pub(crate) fn engine_failed(engine: &'static str) {
    tracing::warn!(hero.engine = engine, "a shared engine failed and was passed over");
}

#[cfg(not(feature = "tracing"))]
#[allow(dead_code, reason = "only some features have an engine")]
pub(crate) fn engine_failed(_engine: &'static str) {}
