use std::{
    collections::BTreeMap,
    error, fmt, io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::Router;
use tokio::{
    net::TcpListener,
    sync::{oneshot, watch},
    task::JoinSet,
};

use super::{
    Sandbox,
    description::Description,
    fault::Faults,
    pds::Pds,
    people::Person,
    practice::Practice,
    server::{Shared, World, router},
};
use crate::{
    RateLimit,
    clock::{Clock, SystemClock},
    limit::LocalLimiter,
    random::{Random, SystemRandom},
};

/// How long a receiver of webhooks has to respond.
const DELIVERY_TIMEOUT: Duration = Duration::from_secs(10);

/// Starts a [`Sandbox`]. Every setting has a default.
///
/// # Examples
///
/// ```
/// use chrono::DateTime;
/// use hero_api_ext::{clock::TestClock, random::FixedRandom, sandbox::Sandbox};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// // Monday 16 March 2026, 08:00.
/// let monday = TestClock::at(DateTime::from_timestamp(1_773_648_000, 0).unwrap_or_default());
/// let sandbox = Sandbox::builder().patients(50).slots(30).clock(monday).random(FixedRandom(0.5)).start().await?;
/// assert_eq!(sandbox.hero()?.booking().slots().count().await?, 30);
/// # Ok(())
/// # }
/// ```
#[must_use = "a builder does nothing until `start`"]
pub struct SandboxBuilder {
    port: u16,
    patients: u64,
    slots: usize,
    practice_groups: Vec<(String, String)>,
    network: Vec<String>,
    rate_limit: Option<RateLimit>,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
}

impl SandboxBuilder {
    pub(super) fn new() -> Self {
        Self {
            port: 0,
            patients: 200,
            slots: 120,
            practice_groups: Vec::new(),
            network: Vec::new(),
            rate_limit: None,
            clock: Arc::new(SystemClock::new()),
            random: Arc::new(SystemRandom),
        }
    }

    /// The port on `127.0.0.1`: one that is free unless set.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// How many patients each practice group has: 200 unless set, 50,000 at most.
    pub fn patients(mut self, patients: u64) -> Self {
        self.patients = patients;
        self
    }

    /// How many slots each practice group offers, on the working days after the start: 120 unless set, 50,000 at most.
    pub fn slots(mut self, slots: usize) -> Self {
        self.slots = slots;
        self
    }

    /// Adds a practice group with its key. Without any there is one: [`PRACTICE_GROUP`](super::PRACTICE_GROUP) with
    /// [`API_KEY`](super::API_KEY).
    pub fn practice_group(mut self, id: impl Into<String>, api_key: impl Into<String>) -> Self {
        self.practice_groups.push((id.into(), api_key.into()));
        self
    }

    /// Lets these practice groups act for each other. Unless set, each key works for its own group only.
    pub fn network<I: Into<String>>(mut self, ids: impl IntoIterator<Item = I>) -> Self {
        self.network = ids.into_iter().map(Into::into).collect();
        self
    }

    /// Responds with 429 to requests over this limit. Unless set there is no limit.
    pub fn rate_limit(mut self, limit: RateLimit) -> Self {
        self.rate_limit = Some(limit);
        self
    }

    /// Where the sandbox gets its time from. Give the client the same clock, as [`Sandbox::hero`] does.
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Where tokens and the tails of links come from.
    pub fn random(mut self, random: impl Random + 'static) -> Self {
        self.random = Arc::new(random);
        self
    }

    /// Starts the server. It stops when the [`Sandbox`] is dropped.
    ///
    /// # Errors
    ///
    /// The port is taken, or a setting is out of its range.
    pub async fn start(self) -> Result<Sandbox, SandboxError> {
        if self.patients > 50_000 || self.slots > 50_000 {
            return Err(SandboxError::Setting("there may be at most 50,000 patients and 50,000 slots"));
        }
        let groups = if self.practice_groups.is_empty() {
            vec![(super::PRACTICE_GROUP.to_owned(), super::API_KEY.to_owned())]
        } else {
            self.practice_groups
        };
        if groups.len() > 9 {
            return Err(SandboxError::Setting("there may be at most 9 practice groups"));
        }
        let world = world(groups.clone(), self.network, self.patients, self.slots, &*self.clock)?;
        let limiter = self.rate_limit.map(|limit| LocalLimiter::build(limit, Arc::clone(&self.clock)));
        let limiter = limiter.transpose().map_err(SandboxError::Setting)?;
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, self.port))).await?;
        let base_url = format!("http://{}", listener.local_addr()?);
        let http = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(DELIVERY_TIMEOUT)
            .build()
            .map_err(|_| SandboxError::Setting("the client for deliveries cannot be made"))?;
        let shared = Arc::new(Shared {
            description: Description::embedded()?,
            base_url,
            clock: self.clock,
            random: self.random,
            http,
            world: Mutex::new(world),
            limiter: Mutex::new(limiter),
            tasks: Mutex::new(JoinSet::new()),
            posts: watch::Sender::new(0),
        });
        let router = router(&shared)?;
        let (stop, stopped) = oneshot::channel::<()>();
        serve(listener, router, stopped);
        Ok(Sandbox { shared, groups, _stop: stop })
    }
}

/// Responds until `stopped`. No part of [`SandboxBuilder::start`]: each program that calls it would compile the server again,
/// as it does with all of an `async fn`.
fn serve(listener: TcpListener, router: Router, stopped: oneshot::Receiver<()>) {
    let server = axum::serve(listener, router).with_graceful_shutdown(async move {
        // Sent or dropped: both mean that the sandbox is gone.
        let _ = stopped.await;
    });
    tokio::spawn(async move { server.await });
}

fn world(
    groups: Vec<(String, String)>,
    network: Vec<String>,
    patients: u64,
    slots: usize,
    clock: &dyn Clock,
) -> Result<World, SandboxError> {
    let (mut practices, mut keys) = (BTreeMap::new(), BTreeMap::new());
    let mut people = Person::others();
    for (position, (id, key)) in (0..).zip(groups) {
        let practice = Practice::new(position, id.clone(), patients, slots, clock.utc_now());
        people.extend(practice.patients.values().map(|patient| patient.person.clone()));
        if practices.insert(id.clone(), practice).is_some() || keys.insert(key, id).is_some() {
            return Err(SandboxError::Setting("each practice group has an id and a key of its own"));
        }
    }
    if !network.iter().all(|id| practices.contains_key(id)) {
        return Err(SandboxError::Setting("the network names a practice group that there is not"));
    }
    Ok(World { practices, keys, network, pds: Pds::new(people), faults: Faults::default() })
}

/// Shows no key.
impl fmt::Debug for SandboxBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SandboxBuilder")
            .field("port", &self.port)
            .field("patients", &self.patients)
            .field("slots", &self.slots)
            .finish_non_exhaustive()
    }
}

/// Why a sandbox does not start, or does not do what it was told.
#[non_exhaustive]
pub enum SandboxError {
    /// The port is taken, or there is no loopback.
    Bind(io::Error),
    /// A setting is out of its range.
    Setting(&'static str),
    /// The description that is compiled in cannot be used.
    Description(String),
    /// There is no operation with that id.
    UnknownOperation,
    /// No status of HTTP has that number.
    UnknownStatus(u16),
    /// There is no practice group with that id.
    UnknownPracticeGroup,
}

impl fmt::Debug for SandboxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bind(error) => f.debug_tuple("Bind").field(&error.kind()).finish(),
            other => write!(f, "SandboxError({other})"),
        }
    }
}

impl From<io::Error> for SandboxError {
    fn from(error: io::Error) -> Self {
        Self::Bind(error)
    }
}

impl fmt::Display for SandboxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bind(_) => f.write_str("the sandbox cannot listen"),
            Self::Setting(what) => f.write_str(what),
            Self::Description(what) => write!(f, "the description cannot be used: {what}"),
            Self::UnknownOperation => f.write_str("the description has no operation with that id"),
            Self::UnknownStatus(status) => write!(f, "{status} is not a status of HTTP"),
            Self::UnknownPracticeGroup => f.write_str("there is no practice group with that id"),
        }
    }
}

impl error::Error for SandboxError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Bind(error) => Some(error),
            _ => None,
        }
    }
}
