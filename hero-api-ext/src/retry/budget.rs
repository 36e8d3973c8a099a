use std::{fmt, sync::Mutex};

use super::Trouble;

/// Limits how many retries a client makes in all, so that it does not make an outage worse.
pub trait RetryBudget: fmt::Debug + Send + Sync {
    /// Takes what a retry costs; `false` when there is not enough, and the call gives up.
    fn withdraw(&self, trouble: Trouble) -> bool;

    /// A call succeeded, after a retry for `retried` or at once.
    fn refund(&self, retried: Option<Trouble>);
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
    /// A full bucket of `capacity` tokens, and what a retry costs for each kind of trouble.
    #[must_use]
    pub fn new(capacity: u32, transient: u32, throttled: u32) -> Self {
        Self { capacity, transient, throttled, tokens: Mutex::new(capacity) }
    }

    /// How many tokens there are.
    #[must_use]
    pub fn tokens(&self) -> u32 {
        *self.tokens.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn cost(&self, trouble: Trouble) -> u32 {
        match trouble {
            Trouble::Transient => self.transient,
            Trouble::Throttled => self.throttled,
        }
    }
}

impl Default for TokenBucket {
    fn default() -> Self {
        Self::new(500, 14, 5)
    }
}

impl RetryBudget for TokenBucket {
    fn withdraw(&self, trouble: Trouble) -> bool {
        let mut tokens = self.tokens.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let left = tokens.checked_sub(self.cost(trouble));
        *tokens = left.unwrap_or(*tokens);
        left.is_some()
    }

    fn refund(&self, retried: Option<Trouble>) {
        let refund = retried.map_or(1, |trouble| self.cost(trouble));
        let mut tokens = self.tokens.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *tokens = tokens.saturating_add(refund).min(self.capacity);
    }
}

/// No limit: for tests, and programs that limit their retries elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct Unlimited;

impl RetryBudget for Unlimited {
    fn withdraw(&self, _trouble: Trouble) -> bool {
        true
    }

    fn refund(&self, _retried: Option<Trouble>) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_bucket_pays_for_35_retries_or_100_throttled_ones() {
        for (trouble, retries) in [(Trouble::Transient, 35), (Trouble::Throttled, 100)] {
            let bucket = TokenBucket::default();
            assert_eq!(std::iter::repeat_with(|| bucket.withdraw(trouble)).take_while(|paid| *paid).count(), retries);
        }
    }

    #[test]
    fn a_success_gives_back_what_its_last_retry_cost_and_never_overfills() {
        let bucket = TokenBucket::default();
        bucket.refund(None);
        assert_eq!(bucket.tokens(), 500);
        assert!(bucket.withdraw(Trouble::Transient) && bucket.withdraw(Trouble::Throttled));
        assert_eq!(bucket.tokens(), 481);
        bucket.refund(None);
        assert_eq!(bucket.tokens(), 482);
        bucket.refund(Some(Trouble::Throttled));
        assert_eq!(bucket.tokens(), 487);
        bucket.refund(Some(Trouble::Transient));
        assert_eq!(bucket.tokens(), 500);
    }
}
