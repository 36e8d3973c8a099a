use std::{
    collections::HashMap,
    error::Error,
    io,
    net::{SocketAddr, ToSocketAddrs},
    sync::{Arc, Mutex, PoisonError},
    thread,
};

use futures_util::{FutureExt, future::Shared};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use tokio::sync::oneshot;

/// What a lookup found. Calls that wait for the same name share it.
type Found = Result<Arc<[SocketAddr]>, Arc<io::Error>>;
type Lookup = Shared<oneshot::Receiver<Found>>;

/// Finds the addresses of a name, and may take as long as it likes.
type LookUp = dyn Fn(&str) -> io::Result<Vec<SocketAddr>> + Send + Sync;

/// How many lookups of one name run at a time, at most.
const LONGEST_QUEUE: usize = 4;

/// Asks the system for addresses, on threads of its own.
///
/// The system's lookup cannot be cancelled. reqwest runs it on the blocking threads of the runtime, whose end waits for them: a
/// program would take as long to end as a name server does not respond. A thread that nothing waits for ends with the process.
#[derive(Clone)]
pub(crate) struct Resolver {
    look_up: Arc<LookUp>,
    running: Arc<Mutex<HashMap<String, Vec<Lookup>>>>,
}

impl Resolver {
    pub(crate) fn system() -> Self {
        Self::new(|host| Ok((host, 0).to_socket_addrs()?.collect()))
    }

    fn new(look_up: impl Fn(&str) -> io::Result<Vec<SocketAddr>> + Send + Sync + 'static) -> Self {
        Self { look_up: Arc::new(look_up), running: Arc::default() }
    }

    /// A lookup that others wait for already, or a new one.
    ///
    /// A lookup that all have given up may be stuck with name servers that are gone, so it is joined only when there are too many.
    fn lookup(&self, host: &str) -> io::Result<Lookup> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        let lookups = running.entry(host.to_owned()).or_default();
        lookups.retain(|lookup| lookup.clone().now_or_never().is_none());
        let is_waited_for = |lookup: &&Lookup| lookup.strong_count().is_some_and(|count| count > 1);
        let last = lookups.last().filter(|lookup| is_waited_for(lookup) || lookups.len() >= LONGEST_QUEUE);
        if let Some(last) = last {
            return Ok(last.clone());
        }
        let lookup = self.start(host)?;
        lookups.push(lookup.clone());
        Ok(lookup)
    }

    fn start(&self, host: &str) -> io::Result<Lookup> {
        let (sender, receiver) = oneshot::channel();
        let (look_up, host) = (Arc::clone(&self.look_up), host.to_owned());
        thread::Builder::new().name("hero-dns".to_owned()).spawn(move || {
            let found = look_up(&host).map(Arc::from).map_err(Arc::new);
            // Fails when all have given up.
            let _ = sender.send(found);
        })?;
        Ok(receiver.shared())
    }
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let lookup = self.lookup(name.as_str());
        Box::pin(async move {
            match lookup?.await {
                Ok(Ok(addresses)) => {
                    let addresses: Vec<_> = addresses.iter().copied().collect();
                    Ok(Box::new(addresses.into_iter()) as Addrs)
                }
                Ok(Err(error)) => Err(Box::<dyn Error + Send + Sync>::from(error)),
                Err(_) => Err("the lookup of the name panicked".into()),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    };

    use super::*;

    fn name() -> Name {
        "hero.example.test".parse().unwrap_or_else(|_| panic!("it is a name"))
    }

    /// A resolver whose lookups end when the sender is dropped, and the number of its lookups.
    fn hanging() -> (Resolver, mpsc::Sender<()>, Arc<AtomicUsize>) {
        let (sender, receiver) = mpsc::channel();
        let receiver = Mutex::new(receiver);
        let started = Arc::new(AtomicUsize::new(0));
        let resolver = Resolver::new({
            let started = Arc::clone(&started);
            move |_| {
                started.fetch_add(1, Ordering::SeqCst);
                let _ = receiver.lock().unwrap().recv();
                Ok(vec![([127, 0, 0, 1], 0).into()])
            }
        });
        (resolver, sender, started)
    }

    #[test]
    fn hanging_lookup_does_not_hold_up_the_runtime() {
        let (resolver, end, _) = hanging();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap();
        let mut resolving = resolver.resolve(name());
        assert!(runtime.block_on(async { (&mut resolving).now_or_never() }).is_none());
        // It would not return before the lookup: the end of a runtime waits for its blocking threads.
        drop(runtime);
        drop(end);
        assert!(futures_util::FutureExt::now_or_never(resolving).is_none_or(|found| found.is_ok()));
    }

    #[tokio::test]
    async fn calls_share_one_lookup() {
        let (resolver, end, started) = hanging();
        let waiting: Vec<_> = (0..100).map(|_| resolver.resolve(name())).collect();
        drop(end);
        for found in futures_util::future::join_all(waiting).await {
            assert_eq!(found.unwrap().collect::<Vec<_>>(), [([127, 0, 0, 1], 0).into()]);
        }
        assert_eq!(started.load(Ordering::SeqCst), 1);
    }

    #[tokio::test]
    async fn lookup_that_was_given_up_is_not_joined() {
        let (resolver, end, _) = hanging();
        let running = || resolver.running.lock().unwrap()["hero.example.test"].len();
        for lookups in [1, 2, 3, 4, 4] {
            drop(resolver.resolve(name()));
            assert_eq!(running(), lookups);
        }
        drop(end);
        assert_eq!(resolver.resolve(name()).await.unwrap().count(), 1);
    }

    #[tokio::test]
    async fn failed_lookup_keeps_its_error() {
        let resolver = Resolver::new(|_| Err(io::Error::from(io::ErrorKind::NotFound)));
        let error = resolver.resolve(name()).await.map(drop).unwrap_err();
        assert_eq!(error.to_string(), io::Error::from(io::ErrorKind::NotFound).to_string());
    }
}
