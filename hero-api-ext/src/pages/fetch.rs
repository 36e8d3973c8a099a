//! Asks for one page, at once or ahead of the caller.

use hero_api::{BoxFuture, OperationInfo, Paged};
use reqwest::Request;
use tokio::{runtime::Handle, task::JoinHandle};

use super::shape::{self, Reply, Sheet};
use crate::{
    Error, Hero,
    error::{Fault, Journey},
};

/// The page that `operation` asks for, fetched while it is waited for.
pub(super) fn now<'a, P: Paged + 'a>(hero: &Hero, operation: P) -> BoxFuture<'a, Result<Sheet<P::Item>, Error>> {
    let reply = reply(hero.clone(), operation.into_request(), P::INFO);
    Box::pin(async move { Ok(shape::read::<P>(reply.await?).await?) })
}

/// The same, fetched from now on by a task of its own; `None` where no runtime could run one.
///
/// Polling the request once instead would do without a task, and then stop half-way: its time limits would run out while the
/// caller works.
pub(super) fn ahead<'a, P: Paged + 'a>(
    hero: &Hero,
    operation: P,
) -> Option<BoxFuture<'a, Result<Sheet<P::Item>, Error>>> {
    let runtime = Handle::try_current().ok()?;
    let mut task = Task(runtime.spawn(reply(hero.clone(), operation.into_request(), P::INFO)));
    Some(Box::pin(async move {
        let reply = match (&mut task.0).await {
            Ok(reply) => reply?,
            Err(error) => match error.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(cancelled) => {
                    return Err(Error::new(Fault::Interrupted(cancelled.into())).of(P::INFO, Journey::default()));
                }
            },
        };
        Ok(shape::read::<P>(reply).await?)
    }))
}

/// A task that ends when nobody waits for it any more.
struct Task(JoinHandle<Result<Reply, Error>>);

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// The bytes of an answer. Nothing in it borrows from the operation, so a task can run it.
async fn reply(
    hero: Hero,
    request: Result<Request, hero_api::Error>,
    operation: &'static OperationInfo,
) -> Result<Reply, Error> {
    let mut response = hero.api().execute(request?, operation).await?;
    let headers = std::mem::take(response.headers_mut());
    let status = response.status();
    let body = response.bytes().await;
    let body = body.map_err(|error| Error::new(Fault::Interrupted(error.without_url().into())).of(operation, Journey::default()))?;
    Ok(Reply { status, headers, body })
}

/// The page number that was set on an operation before it came here.
pub(super) fn page_set_on<P: Paged>(operation: &P) -> Option<u64> {
    set_on(operation, P::page_index)
}

/// The page size that was set on an operation before it came here.
pub(super) fn size_set_on<P: Paged>(operation: &P) -> Option<u64> {
    set_on(operation, P::page_size)
}

/// The value of the query parameter that `set` sets. Its name is the description's choice, so it is found by setting it twice.
fn set_on<P: Paged>(operation: &P, set: impl Fn(P, u64) -> P) -> Option<u64> {
    let one = parameters(set(operation.clone(), 1))?;
    let two = parameters(set(operation.clone(), 2))?;
    let (name, _) = one.iter().find(|parameter| !two.contains(parameter))?;
    let (_, value) = parameters(operation.clone())?.into_iter().find(|(given, _)| given == name)?;
    value.parse().ok()
}

fn parameters<P: Paged>(operation: P) -> Option<Vec<(String, String)>> {
    let request = operation.into_request().ok()?;
    Some(request.url().query_pairs().into_owned().collect())
}
