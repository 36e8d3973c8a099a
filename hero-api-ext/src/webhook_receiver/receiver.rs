use std::{fmt, sync::Arc, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use http::StatusCode;

use super::{
    Claim, Counts, Delivery, GuardError, MemoryGuard, Outcome, Receipt, Rejection, ReplayGuard, SignatureHeaders,
    Verifier, delivery::Ticket, outcome::Counters,
};
use crate::clock::{Clock, SystemClock};

/// Takes deliveries: verifies them, reads the event, sees that each is handled once, and counts.
///
/// With axum, pass it to `axum::webhook`; with another framework on tower, make a `tower::WebhookLayer` of it; with any
/// other, call [`handle`](Self::handle). Clones share all they hold.
///
/// # Examples
///
/// ```
/// use hero_api_ext::webhook_receiver::{Delivery, Event, Receiver, SignatureHeaders, Verifier};
/// use http::StatusCode;
///
/// /// For any framework: the status of the response to a POST with these headers and this body. It has no body.
/// async fn on_post(receiver: &Receiver, headers: &[(String, Vec<u8>)], body: &[u8]) -> StatusCode {
///     let headers = SignatureHeaders::from_pairs(headers.iter().map(|(name, value)| (name, value.as_slice())));
///     receiver.handle(&headers, body, on_delivery).await
/// }
///
/// async fn on_delivery(delivery: Delivery) -> StatusCode {
///     match delivery.event() {
///         Event::AppointmentCancelled { id, .. } => println!("appointment {id} was cancelled"),
///         other => println!("{other:?}"),
///     }
///     StatusCode::NO_CONTENT
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), hero_api_ext::webhook_receiver::KeyError> {
/// let receiver = Receiver::new(Verifier::new("the key that the webhook was created with")?);
/// assert_eq!(on_post(&receiver, &[], b"{}").await, StatusCode::UNAUTHORIZED);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Receiver {
    settings: Arc<Settings>,
    counters: Arc<Counters>,
}

#[derive(Clone)]
struct Settings {
    verifier: Verifier,
    guard: Arc<dyn ReplayGuard>,
    clock: Arc<dyn Clock>,
    observer: Arc<dyn Fn(&Rejection) + Send + Sync>,
    lease: Duration,
    memory: Duration,
}

impl Receiver {
    /// How long a handler has, unless [`with_lease`](Self::with_lease) says otherwise: one minute.
    pub const DEFAULT_LEASE: Duration = Duration::from_secs(60);
    /// How long a handled delivery is remembered if the verifier does not check the time, unless
    /// [`with_memory`](Self::with_memory) says otherwise: one day.
    pub const DEFAULT_MEMORY_WITHOUT_TIME_CHECK: Duration = Duration::from_secs(86_400);

    /// Takes what the verifier believes, with a [`MemoryGuard`].
    #[must_use]
    pub fn new(verifier: Verifier) -> Self {
        Self {
            settings: Arc::new(Settings {
                memory: verifier.tolerance().unwrap_or(Self::DEFAULT_MEMORY_WITHOUT_TIME_CHECK),
                verifier,
                guard: Arc::new(MemoryGuard::new()),
                clock: Arc::new(SystemClock::new()),
                observer: Arc::new(|_| ()),
                lease: Self::DEFAULT_LEASE,
            }),
            counters: Arc::default(),
        }
    }

    /// Remembers deliveries elsewhere: needed as soon as several processes serve one webhook.
    #[must_use]
    pub fn with_guard(self, guard: impl ReplayGuard + 'static) -> Self {
        self.with(|settings| settings.guard = Arc::new(guard))
    }

    /// Asks this clock for the time, in tests.
    #[cfg(any(test, feature = "test-util"))]
    #[must_use]
    pub fn with_clock(self, clock: Arc<dyn Clock>) -> Self {
        self.with(|settings| settings.clock = clock)
    }

    /// Calls this for each rejection, to log it. What it is given is safe to log.
    #[must_use]
    pub fn with_observer(self, observer: impl Fn(&Rejection) + Send + Sync + 'static) -> Self {
        self.with(|settings| settings.observer = Arc::new(observer))
    }

    /// Sets how long a handler has. As long as it runs, the same delivery gets 409; after that time, it is handled
    /// [again](Delivery::is_taken_over), since the handler may have been stopped.
    #[must_use]
    pub fn with_lease(self, lease: Duration) -> Self {
        self.with(|settings| settings.lease = lease)
    }

    /// Sets how long a handled delivery is remembered at least. However short, no delivery is forgotten while the
    /// verifier would still believe it.
    ///
    /// Set it to more than the tolerance only if the verifier does not check the time.
    #[must_use]
    pub fn with_memory(self, memory: Duration) -> Self {
        self.with(|settings| settings.memory = settings.verifier.tolerance().map_or(memory, |least| memory.max(least)))
    }

    fn with(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(Arc::make_mut(&mut self.settings));
        self
    }

    /// How many requests ended in which way, for this receiver and its clones.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.counters.counts()
    }

    /// How many bytes of a body to read at most. A larger body is to be rejected, best unread.
    #[must_use]
    pub fn body_limit(&self) -> usize {
        self.settings.verifier.body_limit()
    }

    /// Takes one request from any framework, and returns the status of the response, whose body is empty.
    ///
    /// The handler runs for a delivery that is signed, an event, and new. If it returns a 2xx, the delivery is never
    /// handled again; otherwise the next repetition is. Its status is that of the response.
    pub async fn handle<F, A>(&self, headers: &SignatureHeaders<'_>, body: &[u8], handler: F) -> StatusCode
    where
        F: FnOnce(Delivery) -> A,
        A: Future<Output = StatusCode>,
    {
        match self.receive(headers, body).await {
            Ok(Receipt::New(delivery)) => {
                let ticket = delivery.ticket();
                let status = handler(delivery).await;
                self.settle(ticket, status).await;
                status
            }
            Ok(Receipt::Repeated) => StatusCode::OK,
            Err(rejection) => rejection.status(),
        }
    }

    /// Looks at the headers alone, so that the body of a request that cannot be right need not be read.
    ///
    /// # Errors
    ///
    /// See [`Verifier::precheck`]. The rejection is counted.
    pub fn precheck(&self, headers: &SignatureHeaders<'_>) -> Result<(), Rejection> {
        self.settings.verifier.precheck(headers).map_err(|error| self.rejected(error.into()))
    }

    /// The first half of [`handle`](Self::handle), for a framework that it does not fit.
    ///
    /// The second half is compulsory: call [`confirm`](Self::confirm) or [`release`](Self::release) with the delivery.
    ///
    /// # Errors
    ///
    /// Why the delivery must not be handled, and the status to respond with. It is counted.
    pub async fn receive(&self, headers: &SignatureHeaders<'_>, body: &[u8]) -> Result<Receipt, Rejection> {
        self.admitted(headers, body).await.map_err(|rejection| self.rejected(rejection))
    }

    async fn admitted(&self, headers: &SignatureHeaders<'_>, body: &[u8]) -> Result<Receipt, Rejection> {
        let Settings { verifier, guard, clock, lease, .. } = &*self.settings;
        let now = clock.utc_now();
        let verified = verifier.verify(headers, body, now)?;
        // Before the claim: what cannot be read now may be readable to the next version of the program.
        let event = verified.event()?;
        let (id, claimed_until) = (verified.id(), later(now, *lease));
        let claim = guard.claim(id, now, claimed_until).await.map_err(Rejection::Guard)?;
        match claim {
            Claim::New | Claim::TakenOver => {
                let is_taken_over = claim == Claim::TakenOver;
                if is_taken_over {
                    self.counters.count(Outcome::TakenOver);
                }
                let ticket = Ticket { id, signed_at: verified.signed_at(), claimed_until, is_taken_over };
                Ok(Receipt::New(Delivery::new(event, ticket)))
            }
            Claim::InProgress => Err(Rejection::InProgress),
            Claim::Handled => {
                self.counters.count(Outcome::Repeated);
                Ok(Receipt::Repeated)
            }
        }
    }

    /// Counts and reports a rejection that did not come from here.
    pub(crate) fn rejected(&self, rejection: Rejection) -> Rejection {
        self.counters.count(rejection.outcome());
        (self.settings.observer)(&rejection);
        rejection
    }

    /// Says that a delivery was handled, so that it is not handled again.
    ///
    /// # Errors
    ///
    /// What the guard failed with; the delivery may then be handled again. It is counted.
    pub async fn confirm(&self, delivery: &Delivery) -> Result<(), GuardError> {
        self.confirm_ticket(delivery.ticket()).await
    }

    /// Says that a delivery was not handled, so that the next repetition is.
    ///
    /// # Errors
    ///
    /// What the guard failed with; repetitions are then refused until the lease has run out. It is counted.
    pub async fn release(&self, delivery: &Delivery) -> Result<(), GuardError> {
        self.release_ticket(delivery.ticket()).await
    }

    /// Confirms or releases, by the handler's response. A failure of the guard is counted and changes nothing in
    /// the response.
    pub(crate) async fn settle(&self, ticket: Ticket, status: StatusCode) {
        let settled =
            if status.is_success() { self.confirm_ticket(ticket).await } else { self.release_ticket(ticket).await };
        if let Err(error) = settled {
            (self.settings.observer)(&Rejection::Guard(error));
        }
    }

    async fn confirm_ticket(&self, ticket: Ticket) -> Result<(), GuardError> {
        let Settings { verifier, guard, clock, memory, .. } = &*self.settings;
        // One that was signed in the future stays believable for longer than one of now.
        let believed = verifier.tolerance().zip(ticket.signed_at).map(|(tolerance, time)| later(time, tolerance));
        let now = clock.utc_now();
        let until = later(now, *memory);
        let until = believed.map_or(until, |believed| believed.max(until));
        self.counters.count(Outcome::Handled);
        self.remembered(guard.confirm(ticket.id, now, until).await)
    }

    async fn release_ticket(&self, ticket: Ticket) -> Result<(), GuardError> {
        self.counters.count(Outcome::HandlerFailed);
        self.remembered(self.settings.guard.release(ticket.id, ticket.claimed_until).await)
    }

    fn remembered(&self, result: Result<(), GuardError>) -> Result<(), GuardError> {
        result.inspect_err(|_| self.counters.count(Outcome::NotRemembered))
    }
}

impl fmt::Debug for Receiver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Settings { verifier, lease, memory, .. } = &*self.settings;
        f.debug_struct("Receiver")
            .field("verifier", verifier)
            .field("lease", lease)
            .field("memory", memory)
            .field("counts", &self.counts())
            .finish_non_exhaustive()
    }
}

/// `time` and so much more, or the end of all times.
fn later(time: DateTime<Utc>, more: Duration) -> DateTime<Utc> {
    let more = TimeDelta::from_std(more).unwrap_or(TimeDelta::MAX);
    time.checked_add_signed(more).unwrap_or(DateTime::<Utc>::MAX_UTC)
}
