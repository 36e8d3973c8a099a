use std::{fmt, time::Duration};

use hero_api::{BoxFuture, Operation, builder};
use tokio::sync::Mutex;

use super::{Batch, BatchStatus, Origin, PAGE, RecipientStatus, SendingBatch};
use crate::{
    Error, Hero, NhsNumber, PagedExt,
    call::send_when_awaited,
    poller::{Poller, Schedule},
    response_fields::ResponseFields,
    shown,
};

/// A wait for the recipients of a batch to be traced. Made by [`Batch::wait_until_traced`].
///
/// # Errors
///
/// [`is_deadline_exceeded`](Error::is_deadline_exceeded) when some are still untraced as the time is up; the wait can
/// be begun again. Otherwise as every call; an error that [may pass](Error::is_retryable) is waited out as long as
/// there is time.
#[derive(Debug)]
#[must_use = "a wait does nothing until it is sent"]
pub struct TraceWait {
    batch: Batch,
    schedule: Schedule,
}

impl TraceWait {
    pub(super) fn new(batch: &Batch) -> Self {
        Self { batch: batch.clone(), schedule: Schedule::within(Duration::from_secs(900)) }
    }

    /// Waits no longer than this: 15 minutes unless set.
    pub fn within(mut self, limit: Duration) -> Self {
        self.schedule.within = limit;
        self
    }

    /// Waits.
    pub async fn send(self) -> Result<TracedBatch, Error> {
        let Self { batch, schedule } = self;
        let mut wait = Poller::new(&batch.hero, schedule);
        loop {
            let error = match is_traced(&batch.hero, &batch.id).await {
                Ok(true) => return TracedBatch::read(batch).await,
                Ok(false) => None,
                Err(error) if error.is_retryable() => Some(error),
                Err(error) => return Err(error),
            };
            if !wait.pause().await {
                let operation = builder::ListBatchMessageRecipients::INFO;
                return Err(error.unwrap_or_else(|| Error::gave_up(operation, wait.elapsed())));
            }
        }
    }
}

send_when_awaited!(TraceWait => TracedBatch);

/// Whether there are recipients, and none of them is still to be traced.
async fn is_traced(hero: &Hero, id: &str) -> Result<bool, Error> {
    let waiting = recipients(hero, id, &RecipientStatus::Created, Some(1)).await?;
    if !waiting.is_empty() {
        return Ok(false);
    }
    // Right after the creation the list may be empty, and then nobody was traced either.
    let all = hero.api().list_batch_message_recipients().id(id);
    Ok(all.items().page_size(1).limit(1).next().await.transpose()?.is_some())
}

/// The recipients in this state, or as many of them as are asked for.
async fn recipients(
    hero: &Hero,
    id: &str,
    status: &RecipientStatus,
    most: Option<usize>,
) -> Result<Vec<ResponseFields>, Error> {
    let list = hero.api().list_batch_message_recipients().id(id).status(status.as_str());
    let mut items = list.items().page_size(PAGE);
    if most.is_some() {
        items = items.without_prefetch();
    }
    let mut found = Vec::new();
    while found.len() < most.unwrap_or(usize::MAX)
        && let Some(item) = items.next().await
    {
        let item = ResponseFields::from_output(&item?);
        // The filter is known from a sample only. What the recipient says of itself counts, if it says something.
        if item.text("status").is_none_or(|own| own == status.as_str()) {
            found.push(item);
        }
    }
    Ok(found)
}

/// A batch whose recipients were traced, ready to be sent. Made by [`Batch::wait_until_traced`].
#[must_use = "nothing was sent yet"]
pub struct TracedBatch {
    batch: Batch,
    traced: usize,
    untraced: Vec<UntracedRecipient>,
    /// Locked while it is told, so that two calls at the same time do not both find it unsent.
    told: Mutex<Told>,
}

/// Whether Hero was told to send a batch, through one handle.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Told {
    NotYet,
    /// And the call failed.
    InVain,
    Yes,
}

impl TracedBatch {
    async fn read(batch: Batch) -> Result<Self, Error> {
        let (mut traced, mut untraced) = (0, Vec::new());
        for status in [RecipientStatus::Enriched, RecipientStatus::Queued] {
            traced += recipients(&batch.hero, &batch.id, &status, None).await?.len();
        }
        for status in [RecipientStatus::EnrichmentError, RecipientStatus::InvalidPayload] {
            let found = recipients(&batch.hero, &batch.id, &status, None).await?;
            untraced.extend(found.into_iter().map(|fields| UntracedRecipient { status: status.clone(), fields }));
        }
        Ok(Self { batch, traced, untraced, told: Mutex::new(Told::NotYet) })
    }

    /// The id of the batch.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.batch.id
    }

    /// How many recipients can be messaged.
    #[must_use]
    pub fn traced(&self) -> usize {
        self.traced
    }

    /// Those who cannot.
    #[must_use]
    pub fn untraced(&self) -> &[UntracedRecipient] {
        &self.untraced
    }

    /// How many recipients there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.traced + self.untraced.len()
    }

    /// Sends the batch to all who were traced, if it was not sent before.
    ///
    /// It asks for the state of the batch first. One that is being sent or was sent is not sent again, and can be
    /// followed like one that was sent just now: after an error it is safe to call this again.
    ///
    /// # Errors
    ///
    /// [`is_invalid_input`](Error::is_invalid_input), with nothing sent, when nobody was traced, and when nobody can
    /// tell whether the batch was sent: a state that the reference does not name, or `PENDING` where an earlier process
    /// or an earlier call may have sent it. [`Batch::watch`] shows what becomes of such a batch. Otherwise as every
    /// call.
    #[doc(alias = "sendBatchMessage")]
    pub async fn send(&self) -> Result<SendingBatch, Error> {
        let Batch { hero, id, origin } = &self.batch;
        if self.traced == 0 {
            return Err(Error::invalid_input("batch", "has nobody to send to"));
        }
        let mut told = self.told.lock().await;
        if *told == Told::Yes {
            return Ok(self.batch.watch());
        }
        let is_first = *origin == Origin::Created && *told == Told::NotYet;
        match self.batch.status().await? {
            BatchStatus::Created => {}
            BatchStatus::Pending if is_first => {}
            BatchStatus::Sending | BatchStatus::Completed => return Ok(self.batch.watch()),
            _ => return Err(Error::invalid_input("batch", "may have been sent already: its state does not tell")),
        }
        // Before the call, which its caller may drop half-way.
        *told = Told::InVain;
        hero.api().send_batch_message().id(id.as_str()).send().await?;
        *told = Told::Yes;
        Ok(self.batch.watch())
    }
}

impl<'a> IntoFuture for &'a TracedBatch {
    type Output = Result<SendingBatch, Error>;
    type IntoFuture = BoxFuture<'a, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl fmt::Debug for TracedBatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TracedBatch")
            .field("id", &shown::id(self.batch.id.as_str()))
            .field("traced", &self.traced)
            .field("untraced", &self.untraced.len())
            .finish_non_exhaustive()
    }
}

/// A recipient whom Hero could not find in the PDS.
#[derive(Clone, PartialEq)]
pub struct UntracedRecipient {
    status: RecipientStatus,
    fields: ResponseFields,
}

impl UntracedRecipient {
    /// Why they cannot be messaged.
    #[must_use]
    pub fn status(&self) -> &RecipientStatus {
        &self.status
    }

    /// The NHS number that the batch was created with, if the response repeats it. The reference does not show what it
    /// holds.
    #[must_use]
    pub fn nhs_number(&self) -> Option<NhsNumber> {
        self.fields.text("nhs_number")?.parse().ok()
    }

    /// Any field of the response, by the name it has there. **It can be personal data.**
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&serde_json::Value> {
        self.fields.fields().get(name)
    }
}

impl fmt::Debug for UntracedRecipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UntracedRecipient").field("status", &self.status).finish_non_exhaustive()
    }
}
