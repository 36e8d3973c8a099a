use std::{cell::Cell, fmt, sync::Arc};

/// Ends the decoding of a body when the call that it belongs to is out of time.
///
/// A [`Transport`](crate::Transport) that limits calls in time attaches one to the
/// [extensions](http::Response::extensions) of a large response. Then the call fails with
/// [`is_timeout`](crate::Error::is_timeout) instead of decoding past its deadline. The body is lost with it.
#[derive(Clone)]
pub struct DecodeLimit(Arc<dyn Fn() -> bool + Send + Sync>);

impl DecodeLimit {
    /// A limit that has run out when `is_over` says so. It is asked once for every 64 members and elements.
    #[must_use]
    pub fn new(is_over: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self(Arc::new(is_over))
    }
}

impl fmt::Debug for DecodeLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeLimit").finish_non_exhaustive()
    }
}

/// How many parts are decoded before the limit is asked again: asking may read a clock.
const STRIDE: u32 = 64;

/// A limit at work, which counts the parts of one body.
#[derive(Default)]
pub(crate) struct DecodeBudget<'a> {
    limit: Option<&'a DecodeLimit>,
    left: Cell<u32>,
    is_over: Cell<bool>,
}

impl<'a> DecodeBudget<'a> {
    pub(crate) fn new(limit: Option<&'a DecodeLimit>) -> Self {
        Self { limit, left: Cell::new(STRIDE), is_over: Cell::new(false) }
    }

    /// Counts one part of the body.
    pub(crate) fn spend<E: serde::de::Error>(&self) -> Result<(), E> {
        let Some(limit) = self.limit else { return Ok(()) };
        if let Some(left) = self.left.get().checked_sub(1) {
            self.left.set(left);
        } else {
            self.left.set(STRIDE);
            self.is_over.set(limit.0());
        }
        if self.is_over.get() { Err(E::custom("out of time")) } else { Ok(()) }
    }

    pub(crate) fn is_over(&self) -> bool {
        self.is_over.get()
    }
}
