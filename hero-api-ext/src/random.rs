//! Where the client gets its random numbers from.

use std::{fmt, sync::Arc};

/// Where the client gets its random numbers from: only jitter needs them, so they need not be unpredictable.
///
/// A program has no need for it: [`SystemRandom`] is the default. A test that must know how long a wait is sets its own with
/// `HeroBuilder::random`.
pub trait Random: fmt::Debug + Send + Sync {
    /// A number from 0 (included) to 1 (excluded).
    fn fraction(&self) -> f64;
}

impl<R: Random + ?Sized> Random for Arc<R> {
    fn fraction(&self) -> f64 {
        R::fraction(self)
    }
}

/// A fast generator, seeded by the system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fraction(&self) -> f64 {
        fastrand::f64()
    }
}

/// Always the same number, for tests.
#[cfg(any(test, feature = "test-util"))]
#[derive(Clone, Copy, Debug)]
pub struct FixedRandom(pub f64);

#[cfg(any(test, feature = "test-util"))]
impl Random for FixedRandom {
    fn fraction(&self) -> f64 {
        self.0
    }
}
