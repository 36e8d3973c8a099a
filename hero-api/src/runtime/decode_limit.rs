use std::{fmt, sync::Arc};

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

    pub(crate) fn is_over(&self) -> bool {
        (self.0)()
    }
}

impl fmt::Debug for DecodeLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeLimit").finish_non_exhaustive()
    }
}
