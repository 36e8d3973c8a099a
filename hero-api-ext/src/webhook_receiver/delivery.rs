use std::fmt;

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::Event;

/// What became of a request that was signed.
#[must_use = "a new delivery has to be confirmed or released"]
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant, reason = "it is made once a delivery and taken apart at once")]
pub enum Receipt {
    /// It is to be handled, then confirmed or released.
    New(Delivery),
    /// It was handled before. Respond with 200, so that Hero does not send it again.
    Repeated,
}

/// An event that Hero did send, to be handled.
#[derive(Clone, PartialEq)]
pub struct Delivery {
    event: Event,
    ticket: Ticket,
}

/// What is needed to confirm or release.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Ticket {
    pub(crate) id: DeliveryId,
    pub(crate) signed_at: Option<DateTime<Utc>>,
    /// When the lease of its claim ends.
    pub(crate) claimed_until: DateTime<Utc>,
    pub(crate) is_taken_over: bool,
}

impl Delivery {
    pub(crate) fn new(event: Event, ticket: Ticket) -> Self {
        Self { event, ticket }
    }

    /// What happened.
    #[must_use]
    pub fn event(&self) -> &Event {
        &self.event
    }

    /// What happened, to keep.
    #[must_use]
    pub fn into_event(self) -> Event {
        self.event
    }

    /// What the delivery is known by when it comes again.
    #[must_use]
    pub fn id(&self) -> DeliveryId {
        self.ticket.id
    }

    /// When Hero signed it; `None` when [the time is not checked](super::Verifier::without_time_check) and is in no
    /// known form.
    #[must_use]
    pub fn signed_at(&self) -> Option<DateTime<Utc>> {
        self.ticket.signed_at
    }

    /// Whether an earlier handler of this delivery did not end: its process was stopped, it outlasted its lease, or the guard
    /// could not be told that it had ended. It may have acted. A handler that must not act twice finds that out first.
    #[must_use]
    pub fn is_taken_over(&self) -> bool {
        self.ticket.is_taken_over
    }

    pub(crate) fn ticket(&self) -> Ticket {
        self.ticket
    }
}

impl fmt::Debug for Delivery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Delivery").field("event", &self.event).field("signed_at", &self.ticket.signed_at).finish()
    }
}

/// What a delivery is known by: the SHA-256 of what was signed, timestamp and body.
///
/// Hero sends no id. Two deliveries with the same signature have the same id, whatever way the signature is written in,
/// and so have one that was signed with two keys and is repeated with either signature alone. A delivery that Hero
/// signs anew has another id.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeliveryId([u8; 32]);

impl DeliveryId {
    pub(crate) fn of(timestamp: &[u8], body: &[u8]) -> Self {
        let hash = Sha256::new().chain_update(timestamp).chain_update(b".").chain_update(body);
        Self(hash.finalize().0)
    }

    /// The bytes, for a database.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for DeliveryId {
    /// 64 hexadecimal digits, for the key of a store.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for DeliveryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DeliveryId({self})")
    }
}
