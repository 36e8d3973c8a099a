use std::{
    error::Error,
    fmt,
    future::{Future, poll_fn},
    pin::pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use futures_util::future::{Either, select};
use hero_api::BoxFuture;
use tower_layer::Layer;
use tower_service::Service;

use crate::clock::Clock;

tokio::task_local! {
    /// How long the request of this task may take to connect, when it is not what the client says. reqwest knows one limit for
    /// all requests; a connection is begun in the task of the request that needs it.
    static LIMIT: Duration;
}

/// Runs `work`, whose connection may take `limit`.
pub(super) async fn limited<T>(limit: Option<Duration>, work: impl Future<Output = T>) -> T {
    match limit {
        Some(limit) => LIMIT.scope(limit, work).await,
        None => work.await,
    }
}

/// Limits how long a connection may take, TLS included, by the client's clock.
#[derive(Clone)]
pub(crate) struct ConnectLimit {
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) limit: Duration,
}

impl<S> Layer<S> for ConnectLimit {
    type Service = Limited<S>;

    fn layer(&self, inner: S) -> Limited<S> {
        Limited(Arc::new((inner, self.clone())))
    }
}

/// hyper clones its connector several times for each request, and connects with few of the clones.
pub(crate) struct Limited<S>(Arc<(S, ConnectLimit)>);

impl<S> Clone for Limited<S> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

type BoxError = Box<dyn Error + Send + Sync>;

impl<S, R> Service<R> for Limited<S>
where
    S: Service<R, Error = BoxError> + Clone + Send + Sync + 'static,
    S::Future: Send,
    S::Response: 'static,
    R: Send + 'static,
{
    type Response = S::Response;
    type Error = BoxError;
    type Future = BoxFuture<'static, Result<S::Response, BoxError>>;

    fn poll_ready(&mut self, _context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: R) -> Self::Future {
        let (inner, ConnectLimit { clock, limit }) = &*self.0;
        let timer = clock.timer(LIMIT.try_with(|limit| *limit).unwrap_or(*limit));
        let mut inner = inner.clone();
        Box::pin(async move {
            let connection = async {
                poll_fn(|context| inner.poll_ready(context)).await?;
                inner.call(request).await
            };
            match select(pin!(connection), timer).await {
                Either::Left((connection, _)) => connection,
                Either::Right(_) => Err(ConnectTimedOut.into()),
            }
        })
    }
}

/// Why a connection was given up.
#[derive(Debug)]
pub(super) struct ConnectTimedOut;

impl fmt::Display for ConnectTimedOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the time for connecting ran out")
    }
}

impl Error for ConnectTimedOut {}
