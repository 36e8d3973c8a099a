use std::{
    fmt,
    sync::atomic::{AtomicU64, Ordering},
};

use super::VerifyError;

/// Writes the enum, its list and its names from one table.
macro_rules! outcomes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// How a request ended, for counting.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Outcome {
            $($(#[$doc])* $variant,)*
        }

        impl Outcome {
            /// Every outcome.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// A name for metrics.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

outcomes! {
    /// The handler succeeded.
    Handled = "handled",
    /// The handler failed; Hero may repeat the delivery, and it will be handled then.
    HandlerFailed = "handler_failed",
    /// A delivery whose earlier handler did not end was given to a handler: see
    /// [`Delivery::is_taken_over`](super::Delivery::is_taken_over). It is counted beside the outcome of that handler.
    TakenOver = "taken_over",
    /// It was handled before, and the sender was told that all is well.
    Repeated = "repeated",
    /// [`Rejection::InProgress`](super::Rejection::InProgress)
    InProgress = "in_progress",
    /// [`VerifyError::MissingTimestamp`]
    MissingTimestamp = "missing_timestamp",
    /// [`VerifyError::RepeatedTimestamp`]
    RepeatedTimestamp = "repeated_timestamp",
    /// [`VerifyError::LongTimestamp`]
    LongTimestamp = "long_timestamp",
    /// [`VerifyError::MissingSignature`]
    MissingSignature = "missing_signature",
    /// [`VerifyError::MalformedSignature`]
    MalformedSignature = "malformed_signature",
    /// [`VerifyError::WrongSignature`]
    WrongSignature = "wrong_signature",
    /// [`VerifyError::UnreadableTimestamp`]
    UnreadableTimestamp = "unreadable_timestamp",
    /// [`VerifyError::TooOld`]
    TooOld = "too_old",
    /// [`VerifyError::TooNew`]
    TooNew = "too_new",
    /// [`VerifyError::BodyTooLarge`]
    BodyTooLarge = "body_too_large",
    /// [`Rejection::Unreadable`](super::Rejection::Unreadable)
    Unreadable = "unreadable",
    /// [`Rejection::BrokenOff`](super::Rejection::BrokenOff)
    BrokenOff = "broken_off",
    /// [`Rejection::Guard`](super::Rejection::Guard)
    GuardFailed = "guard_failed",
    /// [`Rejection::Guard`](super::Rejection::Guard) with [`GuardFull`](super::GuardFull): the guard has no room for
    /// another delivery. Give it more capacity, or find out who sends so many.
    GuardFull = "guard_full",
    /// The guard failed after the handler ended, so that the delivery may be handled again, or be refused for the time
    /// of a lease. It is counted beside the outcome of the handler.
    NotRemembered = "not_remembered",
}

impl VerifyError {
    pub(crate) fn outcome(self) -> Outcome {
        match self {
            Self::MissingTimestamp => Outcome::MissingTimestamp,
            Self::RepeatedTimestamp => Outcome::RepeatedTimestamp,
            Self::LongTimestamp => Outcome::LongTimestamp,
            Self::MissingSignature => Outcome::MissingSignature,
            Self::MalformedSignature => Outcome::MalformedSignature,
            Self::WrongSignature => Outcome::WrongSignature,
            Self::UnreadableTimestamp => Outcome::UnreadableTimestamp,
            Self::TooOld { .. } => Outcome::TooOld,
            Self::TooNew { .. } => Outcome::TooNew,
            Self::BodyTooLarge => Outcome::BodyTooLarge,
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How many requests ended in which way, since the receiver was made.
///
/// # Examples
///
/// ```
/// use hero_api_ext::webhook_receiver::{Outcome, Receiver, Verifier};
///
/// let receiver = Receiver::new(Verifier::new("the key")?);
/// let counts = receiver.counts();
/// assert_eq!(counts.of(Outcome::WrongSignature), 0);
/// for (outcome, count) in counts.iter() {
///     println!("hero_webhooks_total{{outcome=\"{outcome}\"}} {count}");
/// }
/// # Ok::<(), hero_api_ext::webhook_receiver::KeyError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Counts([u64; Outcome::ALL.len()]);

impl Counts {
    /// How many ended in this way.
    #[must_use]
    pub fn of(&self, outcome: Outcome) -> u64 {
        self.0.get(outcome as usize).copied().unwrap_or_default()
    }

    /// Every outcome with its count.
    pub fn iter(&self) -> impl Iterator<Item = (Outcome, u64)> {
        Outcome::ALL.iter().copied().zip(self.0)
    }
}

impl fmt::Debug for Counts {
    /// Leaves out the zeros.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().filter(|(_, count)| *count > 0)).finish()
    }
}

#[derive(Default)]
pub(crate) struct Counters([AtomicU64; Outcome::ALL.len()]);

impl Counters {
    pub(crate) fn count(&self, outcome: Outcome) {
        if let Some(counter) = self.0.get(outcome as usize) {
            counter.fetch_add(1, Ordering::Relaxed);
        }
    }

    pub(crate) fn counts(&self) -> Counts {
        Counts(self.0.each_ref().map(|counter| counter.load(Ordering::Relaxed)))
    }
}
