//! Credentials that change.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use futures_util::{
    FutureExt,
    future::{join, join_all},
};
use hero_api_ext::{
    Credentials, CredentialsProvider,
    clock::TestClock,
    hero_api::{BoxFuture, TransportError},
};

use tokio::sync::Notify;

use crate::transport::{
    any::{Get, Post, builder},
    server::{Server, Step, response},
};

/// Gives these keys in turn, the last one from then on; fails when there are none.
struct Vault(Vec<&'static str>, Arc<AtomicUsize>);

impl CredentialsProvider for Vault {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, TransportError>> {
        let asked = self.1.fetch_add(1, Ordering::SeqCst);
        let key = self.0.get(asked).or(self.0.last());
        let key = key.copied().ok_or_else(|| TransportError::from("the vault is sealed"));
        Box::pin(async move { Ok(Credentials::new(key?, "12")) })
    }
}

/// A server that refuses the key `old`, with as many connections as it takes.
async fn server(responses: &[u16]) -> Server {
    Server::start(responses.iter().map(|status| vec![Step::Read, response(*status, "", "{}")]).collect()).await
}

fn vault(keys: &[&'static str]) -> (Vault, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    (Vault(keys.to_vec(), Arc::clone(&asked)), asked)
}

#[tokio::test]
async fn provider_is_asked_again_after_a_401() {
    let (vault, asked) = vault(&["old", "new"]);
    let server = server(&[200, 401, 200]).await;
    let hero = builder(&server, &TestClock::default()).credentials_provider(vault).build().unwrap();
    Get(&hero).sent().await.unwrap();
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    // A POST too: the server refused the first.
    Post(&hero).sent().await.unwrap();
    assert_eq!(asked.load(Ordering::SeqCst), 2);
    let requests = server.requests();
    let keys = ["old", "old", "new"];
    assert!(requests.len() == 3 && requests.iter().zip(keys).all(|(request, key)| request.contains(key)));
}

#[tokio::test]
async fn provider_without_new_key_keeps_the_401() {
    let (vault, asked) = vault(&["old"]);
    let server = server(&[401]).await;
    let hero = builder(&server, &TestClock::default()).credentials_provider(vault).build().unwrap();
    let error = Get(&hero).sent().await.unwrap_err();
    assert!(error.is_unauthorized() && !error.is_retryable());
    assert_eq!((asked.load(Ordering::SeqCst), server.requests().len()), (2, 1));
}

#[tokio::test]
async fn refused_new_key_is_not_renewed_again() {
    let (vault, asked) = vault(&["a", "b", "c", "d"]);
    let server = server(&[401]).await;
    let hero = builder(&server, &TestClock::default()).credentials_provider(vault).build().unwrap();
    let error = Get(&hero).sent().await.unwrap_err();
    assert!(error.is_unauthorized());
    assert_eq!((asked.load(Ordering::SeqCst), server.requests().len(), error.attempts()), (2, 2, 2));
}

#[tokio::test]
async fn calls_that_are_refused_together_ask_together() {
    let (vault, asked) = vault(&["old", "new"]);
    let server = server(&[401, 401, 401, 200]).await;
    let hero = builder(&server, &TestClock::default()).credentials_provider(vault).build().unwrap();
    let calls = (0..3).map(|_| async { Get(&hero).sent().await });
    for result in join_all(calls).await {
        result.unwrap();
    }
    assert_eq!((asked.load(Ordering::SeqCst), server.requests().len()), (2, 6));
}

#[tokio::test]
async fn failing_provider_sends_nothing() {
    let server = server(&[200]).await;
    let hero = builder(&server, &TestClock::default()).credentials_provider(vault(&[]).0).build().unwrap();
    let error = Get(&hero).sent().await.unwrap_err();
    assert!(error.is_credentials(), "{error:?}");
    assert_eq!(std::error::Error::source(&error).map(ToString::to_string).as_deref(), Some("the vault is sealed"));
    assert_eq!((error.attempts(), server.connections()), (0, 0));

    let hero = builder(&server, &TestClock::default()).credentials_provider(vault(&["marker\n"]).0).build().unwrap();
    let error = Get(&hero).sent().await.unwrap_err();
    assert!(error.is_configuration() && !format!("{error} {error:?}").contains("marker"), "{error:?}");
}

/// Responds when it is told to, and counts how often it was asked.
#[derive(Default)]
struct SlowVault {
    asked: AtomicUsize,
    go_on: Notify,
}

impl CredentialsProvider for SlowVault {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, TransportError>> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        Box::pin(async {
            self.go_on.notified().await;
            Err("the vault is sealed".into())
        })
    }
}

#[tokio::test]
async fn calls_share_the_failure_of_a_provider() {
    let server = server(&[200]).await;
    let vault = Arc::new(SlowVault::default());
    let hero = builder(&server, &TestClock::default()).credentials_provider(Arc::clone(&vault)).build().unwrap();
    let calls = join_all((0..100).map(|_| async { Get(&hero).sent().await }));
    let (results, ()) = join(calls, async {
        tokio::task::yield_now().await;
        vault.go_on.notify_one();
    })
    .await;
    assert_eq!((results.len(), vault.asked.load(Ordering::SeqCst), server.connections()), (100, 1, 0));
    for result in results {
        let error = result.unwrap_err();
        let cause = std::error::Error::source(&error).map(ToString::to_string);
        assert!(error.is_credentials() && cause.as_deref() == Some("the vault is sealed"), "{error:?}");
    }
    // A failure is not kept.
    vault.go_on.notify_one();
    assert!(Get(&hero).sent().await.is_err_and(|error| error.is_credentials()));
    assert_eq!(vault.asked.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn provider_is_asked_anew_after_all_gave_up() {
    let server = server(&[200]).await;
    let vault = Arc::new(SlowVault::default());
    let hero = builder(&server, &TestClock::default()).credentials_provider(Arc::clone(&vault)).build().unwrap();
    let mut first = Box::pin(Get(&hero).sent());
    let second = Box::pin(Get(&hero).sent());
    assert!((&mut first).now_or_never().is_none() && second.now_or_never().is_none());
    assert_eq!(vault.asked.load(Ordering::SeqCst), 1);
    drop(first);
    assert!(Get(&hero).sent().now_or_never().is_none());
    assert_eq!(vault.asked.load(Ordering::SeqCst), 2);
}
