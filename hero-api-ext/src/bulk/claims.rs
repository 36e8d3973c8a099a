use std::{
    collections::BTreeMap,
    ops::Range,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::{runtime::Handle, sync::OnceCell};

use super::{Claim, Journal, JournalError};

/// The claims of a run: a block of inputs is claimed at once, when the turn of its first input comes.
pub(super) struct Claims {
    pub(super) journal: Arc<dyn Journal>,
    block: usize,
    /// The number of inputs, if it is known. What lies behind it is not claimed.
    end: usize,
    unknown: bool,
    blocks: Mutex<BTreeMap<usize, Arc<Block>>>,
}

/// The claims of a block that no input has taken yet.
type Block = OnceCell<Mutex<BTreeMap<usize, Claim>>>;

impl Claims {
    pub(super) fn new(journal: Arc<dyn Journal>, block: usize, end: Option<usize>, unknown: bool) -> Self {
        Self { journal, block, end: end.unwrap_or(usize::MAX), unknown, blocks: Mutex::default() }
    }

    /// The claim of an input. Each input asks once.
    pub(super) async fn take(&self, input: usize) -> Result<Claim, JournalError> {
        let start = input - input % self.block;
        let block = {
            let mut blocks = self.blocks.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(blocks.entry(start).or_default())
        };
        // After an error, the next input of the block tries again.
        let claims =
            block.get_or_try_init(|| self.claim(start..start.saturating_add(self.block).min(self.end))).await?;
        let (claim, is_last) = {
            let mut claims = claims.lock().unwrap_or_else(PoisonError::into_inner);
            (claims.remove(&input), claims.is_empty())
        };
        if is_last {
            self.blocks.lock().unwrap_or_else(PoisonError::into_inner).remove(&start);
        }
        claim.ok_or_else(|| "the journal did not say what this input is".into())
    }

    async fn claim(&self, inputs: Range<usize>) -> Result<Mutex<BTreeMap<usize, Claim>>, JournalError> {
        let claims = self.journal.claim(inputs.clone(), self.unknown).await?;
        if claims.len() != inputs.len() {
            return Err("the journal has another number of claims than of inputs".into());
        }
        Ok(Mutex::new(inputs.zip(claims).collect()))
    }

    /// Gives back the claim of an input that is not going to be started.
    pub(super) async fn release(&self, input: usize) {
        // Without it, other workers wait for the end of the lease, and nothing worse.
        drop(self.journal.release(input..input + 1).await);
    }
}

/// Gives back what was claimed and never taken: behind the end of the list, or since the run was stopped.
impl Drop for Claims {
    fn drop(&mut self) {
        let blocks = std::mem::take(self.blocks.get_mut().unwrap_or_else(PoisonError::into_inner));
        let rest: Vec<Range<usize>> = blocks
            .values()
            .filter_map(|block| {
                let claims = block.get()?.lock().unwrap_or_else(PoisonError::into_inner);
                let granted = || claims.iter().filter(|(_, claim)| matches!(claim, Claim::Granted(_)));
                Some(*granted().next()?.0..granted().next_back()?.0 + 1)
            })
            .collect();
        if let Ok(runtime) = Handle::try_current()
            && !rest.is_empty()
        {
            let journal = Arc::clone(&self.journal);
            runtime.spawn(async move {
                for inputs in rest {
                    drop(journal.release(inputs).await);
                }
            });
        }
    }
}
