use std::{
    fmt,
    sync::{Arc, Mutex},
};

use super::RetryReason;

/// Limits how many retries a client makes in all, so that it does not make an outage worse.
pub trait RetryBudget: fmt::Debug + Send + Sync {
    /// Takes what a retry costs; `false` when there is not enough, and the call gives up.
    fn withdraw(&self, reason: RetryReason) -> bool;

    /// A call succeeded, after a retry for `retried` or at once.
    fn refund(&self, retried: Option<RetryReason>);
}

impl<B: RetryBudget + ?Sized> RetryBudget for Arc<B> {
    fn withdraw(&self, reason: RetryReason) -> bool {
        B::withdraw(self, reason)
    }

    fn refund(&self, retried: Option<RetryReason>) {
        B::refund(self, retried);
    }
}

/// The default: 500 tokens; a retry costs 14, or 5 when the server asked for fewer requests. A success gives back what its
/// last retry cost, one that needed no retry gives 1.
#[derive(Debug)]
pub struct TokenBucket {
    capacity: u32,
    transient: u32,
    throttled: u32,
    tokens: Mutex<u32>,
}

impl TokenBucket {
    /// A full bucket of `capacity` tokens, and what a retry costs for each reason.
    #[must_use]
    pub fn new(capacity: u32, transient: u32, throttled: u32) -> Self {
        Self { capacity, transient, throttled, tokens: Mutex::new(capacity) }
    }

    /// How many tokens there are.
    #[must_use]
    pub fn tokens(&self) -> u32 {
        *self.tokens.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn cost(&self, reason: RetryReason) -> u32 {
        match reason {
            RetryReason::Transient => self.transient,
            RetryReason::Throttling => self.throttled,
        }
    }
}

impl Default for TokenBucket {
    fn default() -> Self {
        Self::new(500, 14, 5)
    }
}

impl RetryBudget for TokenBucket {
    fn withdraw(&self, reason: RetryReason) -> bool {
        let mut tokens = self.tokens.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let left = tokens.checked_sub(self.cost(reason));
        *tokens = left.unwrap_or(*tokens);
        left.is_some()
    }

    fn refund(&self, retried: Option<RetryReason>) {
        let refund = retried.map_or(1, |reason| self.cost(reason));
        let mut tokens = self.tokens.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *tokens = tokens.saturating_add(refund).min(self.capacity);
    }
}

/// No limit: for tests, and programs that limit their retries elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct Unlimited;

impl RetryBudget for Unlimited {
    fn withdraw(&self, _reason: RetryReason) -> bool {
        true
    }

    fn refund(&self, _retried: Option<RetryReason>) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_bucket_pays_35_transient_or_100_throttled() {
        for (reason, retries) in [(RetryReason::Transient, 35), (RetryReason::Throttling, 100)] {
            let bucket = TokenBucket::default();
            assert_eq!(std::iter::repeat_with(|| bucket.withdraw(reason)).take_while(|paid| *paid).count(), retries);
        }
    }

    #[test]
    fn success_refunds_without_overfilling() {
        let bucket = TokenBucket::default();
        bucket.refund(None);
        assert_eq!(bucket.tokens(), 500);
        assert!(bucket.withdraw(RetryReason::Transient) && bucket.withdraw(RetryReason::Throttling));
        assert_eq!(bucket.tokens(), 481);
        bucket.refund(None);
        assert_eq!(bucket.tokens(), 482);
        bucket.refund(Some(RetryReason::Throttling));
        assert_eq!(bucket.tokens(), 487);
        bucket.refund(Some(RetryReason::Transient));
        assert_eq!(bucket.tokens(), 500);
    }
}
