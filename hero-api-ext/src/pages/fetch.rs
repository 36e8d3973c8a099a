//! Asks for one page, at once or ahead of the caller.

use hero_api::{BoxFuture, Client, OperationInfo, Paged, TransportError};
use reqwest::Request;
use tokio::{runtime::Handle, task::JoinHandle};

use super::shape::{self, ParsedPage, Reply};
use crate::{
    Error,
    error::{CallStats, ErrorRepr},
};

/// What is needed to ask for a page, apart from the operation.
#[derive(Clone)]
pub(super) struct PageSource {
    pub(super) client: Client,
}

impl PageSource {
    /// The page that `operation` asks for, fetched while it is waited for.
    pub(super) fn now<P: Paged + 'static>(
        &self,
        operation: P,
    ) -> BoxFuture<'static, Result<ParsedPage<P::Item>, Error>> {
        let reply = self.clone().reply(operation.into_request(), P::INFO);
        Box::pin(async move { read::<P>(reply.await?).await })
    }

    /// The same, fetched from now on by a task of its own; `None` where no runtime could run one.
    ///
    /// Polling the request once instead would do without a task, and then stop half-way: its time limits would run out
    /// while the caller works.
    pub(super) fn ahead<P: Paged + 'static>(
        &self,
        operation: P,
    ) -> Option<BoxFuture<'static, Result<ParsedPage<P::Item>, Error>>> {
        let runtime = Handle::try_current().ok()?;
        let reply = self.clone().reply(operation.into_request(), P::INFO);
        #[cfg(feature = "tracing")]
        let reply = tracing::Instrument::in_current_span(reply);
        let mut task = PrefetchTask(runtime.spawn(reply));
        Some(Box::pin(async move {
            match (&mut task.0).await {
                Ok(reply) => read::<P>(reply?).await,
                Err(error) => match error.try_into_panic() {
                    Ok(panic) => std::panic::resume_unwind(panic),
                    Err(cancelled) => Err(interrupted(P::INFO, CallStats::default(), cancelled.into())),
                },
            }
        }))
    }

    /// The bytes of a response. Nothing in it borrows from the operation, so a task can run it.
    async fn reply(
        self,
        request: Result<Request, hero_api::Error>,
        operation: &'static OperationInfo,
    ) -> Result<(Reply, CallStats), Error> {
        let mut response = self.client.execute(request?, operation).await?;
        let call = response.extensions().get().copied().unwrap_or_default();
        let headers = std::mem::take(response.headers_mut());
        let status = response.status();
        let body = response.bytes().await;
        let body = body.map_err(|error| interrupted(operation, call, error.without_url().into()))?;
        Ok((Reply { status, headers, body }, call))
    }
}

async fn read<P: Paged>((reply, stats): (Reply, CallStats)) -> Result<ParsedPage<P::Item>, Error> {
    shape::read::<P>(reply).await.map_err(|error| Error::from_api(error, stats))
}

fn interrupted(operation: &'static OperationInfo, stats: CallStats, error: TransportError) -> Error {
    Error::new(ErrorRepr::Interrupted(error)).with_context(operation, stats)
}

/// A task that ends when nobody waits for it any more.
struct PrefetchTask(JoinHandle<Result<(Reply, CallStats), Error>>);

impl Drop for PrefetchTask {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// The page number that was set on an operation before it came here.
pub(super) fn page_set_on<P: Paged>(operation: &P) -> Option<u64> {
    set_on(operation, P::PAGE_INDEX_PARAMETER)
}

/// The page size that was set on an operation before it came here.
pub(super) fn size_set_on<P: Paged>(operation: &P) -> Option<u64> {
    set_on(operation, P::PAGE_SIZE_PARAMETER)
}

/// The value of a query parameter, if it is a number.
fn set_on<P: Paged>(operation: &P, parameter: &str) -> Option<u64> {
    let request = operation.clone().into_request().ok()?;
    let (_, value) = request.url().query_pairs().find(|(name, _)| name == parameter)?;
    value.parse().ok()
}
