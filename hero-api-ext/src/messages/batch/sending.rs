use std::fmt;

use super::{BatchOutcomes, BatchProgressStream, BatchStatus};
use crate::{Call, Hero, shown};

/// A batch that was sent. Made by [`TracedBatch::send`](super::TracedBatch::send) and
/// [`Batch::watch`](super::Batch::watch).
#[derive(Clone)]
pub struct SendingBatch {
    hero: Hero,
    id: String,
}

impl SendingBatch {
    pub(super) fn new(hero: &Hero, id: &str) -> Self {
        Self { hero: hero.clone(), id: id.to_owned() }
    }

    /// The id of the batch.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// How far Hero has come with it.
    ///
    /// # Errors
    ///
    /// As every call; [`is_decode`](crate::Error::is_decode) when the response has no status.
    pub fn status(&self) -> Call<BatchStatus> {
        super::status(&self.hero, &self.id)
    }

    /// How far it has come, again and again until it is complete.
    pub fn progress(&self) -> BatchProgressStream {
        BatchProgressStream::new(&self.hero, &self.id)
    }

    /// What became of each recipient's message. Ask when the batch is complete: a message that changes its state
    /// meanwhile can be missed or be there twice.
    pub fn outcomes(&self) -> BatchOutcomes {
        BatchOutcomes::new(self.hero.clone(), self.id.clone())
    }
}

impl fmt::Debug for SendingBatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SendingBatch").field("id", &shown::id(self.id.as_str())).finish_non_exhaustive()
    }
}
