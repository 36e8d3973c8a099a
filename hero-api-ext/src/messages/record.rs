use std::{fmt, future::IntoFuture, time::Duration};

use chrono::{DateTime, Utc};
use hero_api::BoxFuture;

use super::MessageId;
use crate::{
    Error, Hero, SendWith, SnomedCode,
    poller::{Poller, Schedule},
    response_fields::ResponseFields,
    view::ViewAs,
};

/// How a message gets into the patient's record in the practice's own system.
///
/// # Examples
///
/// ```
/// use hero_api_ext::messages::WriteToRecord;
///
/// # fn example() -> Result<(), hero_api_ext::Error> {
/// let filed = WriteToRecord::after_approval().snomed("401271004".parse()?).snomed_term("Email sent to patient");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct WriteToRecord {
    way: Way,
    code: Option<SnomedCode>,
    term: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    AfterApproval,
    WithoutApproval,
}

impl WriteToRecord {
    /// Once a member of staff has approved it in Hero.
    #[must_use]
    pub fn after_approval() -> Self {
        Self { way: Way::AfterApproval, code: None, term: None }
    }

    /// At once, where the API key may do that; otherwise once a member of staff has approved it.
    #[must_use]
    pub fn without_approval() -> Self {
        Self { way: Way::WithoutApproval, code: None, term: None }
    }

    /// What it is filed under. Hero has a code for each channel that it takes otherwise.
    #[must_use]
    pub fn snomed(mut self, code: SnomedCode) -> Self {
        self.code = Some(code);
        self
    }

    /// The words for the code. Hero has a term for each channel that it takes otherwise.
    #[must_use]
    pub fn snomed_term(mut self, term: impl Into<String>) -> Self {
        self.term = Some(term.into());
        self
    }

    pub(super) fn skips_approval(&self) -> bool {
        self.way == Way::WithoutApproval
    }

    pub(super) fn code(&self) -> Option<&SnomedCode> {
        self.code.as_ref()
    }

    pub(super) fn term(&self) -> Option<&str> {
        self.term.as_deref()
    }
}

/// What came of writing a message to the record.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum RecordOutcome {
    /// It is in the record.
    Recorded {
        /// Since when, if Hero said.
        at: Option<DateTime<Utc>>,
    },
    /// It is not, and will not be by itself. What Hero says is the reason, which may name the patient.
    Failed(Option<String>),
    /// Neither was known when the wait ended.
    Pending,
}

impl fmt::Debug for RecordOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Recorded { at } => f.debug_struct("Recorded").field("at", at).finish(),
            Self::Failed(_) => f.write_str("Failed([redacted])"),
            Self::Pending => f.write_str("Pending"),
        }
    }
}

impl RecordOutcome {
    /// What `write_to_record` of `getMessage` says.
    ///
    /// The reference does not list the values of its `status`. The events are called `write-to-record.succeeded` and
    /// `write-to-record.failed`, so words with these stems count; without a status, a reason for a failure or the time
    /// of the write does. Everything else is pending, so that nothing is taken for recorded that might not be.
    fn read(message: &ResponseFields) -> Self {
        let Some(write) = message.object("write_to_record") else { return Self::Pending };
        let (at, reason) = (write.time("write_to_record_at"), write.text("failure_reason"));
        let Some(status) = write.text("status") else {
            return match (reason, at) {
                (Some(reason), _) => Self::Failed(Some(reason)),
                (None, Some(_)) => Self::Recorded { at },
                (None, None) => Self::Pending,
            };
        };
        let status = status.to_ascii_lowercase();
        if ["fail", "error", "reject"].iter().any(|stem| status.starts_with(stem)) {
            Self::Failed(reason)
        } else if ["succe", "record", "written", "complete"].iter().any(|stem| status.starts_with(stem)) {
            Self::Recorded { at }
        } else {
            Self::Pending
        }
    }
}

/// A wait for a message to be in the record: await it. Made by
/// [`Messages::wait_until_recorded`](super::Messages::wait_until_recorded).
///
/// It asks after one second, then less and less often, at least every 30 seconds.
///
/// # Errors
///
/// As every call. An error that [may pass](Error::is_retryable) is waited out as long as there is time.
#[derive(Debug)]
#[must_use = "a wait does nothing until it is awaited"]
pub struct RecordWait {
    hero: Hero,
    message: MessageId,
    schedule: Schedule,
}

impl RecordWait {
    pub(super) fn new(hero: &Hero, message: &MessageId) -> Self {
        let schedule = Schedule::within(Duration::from_secs(600));
        Self { hero: hero.clone(), message: message.clone(), schedule }
    }

    /// Waits no longer than this: ten minutes unless set.
    pub fn within(mut self, limit: Duration) -> Self {
        self.schedule.within = limit;
        self
    }

    async fn outcome(self) -> Result<RecordOutcome, Error> {
        let Self { hero, message, schedule } = self;
        let mut wait = Poller::new(&hero, schedule);
        loop {
            let answer = hero.api().get_message().id(message.as_str()).view().send_with(&hero).await;
            match answer.map(|answer| RecordOutcome::read(&answer)) {
                Ok(RecordOutcome::Pending) => {
                    if !wait.pause().await {
                        return Ok(RecordOutcome::Pending);
                    }
                }
                Err(error) if error.is_retryable() => {
                    if !wait.pause().await {
                        return Err(error);
                    }
                }
                settled => return settled,
            }
        }
    }
}

impl IntoFuture for RecordWait {
    type Output = Result<RecordOutcome, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.outcome())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(write: serde_json::Value) -> RecordOutcome {
        RecordOutcome::read(&ResponseFields::from_output(&json!({ "id": "7", "write_to_record": write })))
    }

    #[test]
    fn nothing_is_taken_for_recorded_that_might_not_be() {
        let time = "2026-03-15T09:30:00Z";
        for pending in [
            json!(null),
            json!({}),
            json!({ "status": "pending" }),
            json!({ "status": "pending", "write_to_record_at": time }),
            json!({ "status": "awaiting_approval" }),
            json!({ "status": "unsuccessful" }),
            json!({ "status": "not_recorded", "write_to_record_at": time }),
        ] {
            assert_eq!(read(pending.clone()), RecordOutcome::Pending, "{pending}");
        }
    }

    #[test]
    fn success_and_failure_are_told_by_their_words_or_by_what_comes_with_them() {
        let at = "2026-03-15T09:30:00Z".parse().ok();
        for recorded in
            [json!({ "status": "succeeded" }), json!({ "status": "SUCCESS" }), json!({ "status": "recorded" })]
        {
            assert_eq!(read(recorded.clone()), RecordOutcome::Recorded { at: None }, "{recorded}");
        }
        assert_eq!(read(json!({ "write_to_record_at": "2026-03-15T09:30:00Z" })), RecordOutcome::Recorded { at });
        for failed in [
            json!({ "status": "failed", "failure_reason": "no record" }),
            json!({ "failure_reason": "no record", "write_to_record_at": "2026-03-15T09:30:00Z" }),
        ] {
            assert_eq!(read(failed.clone()), RecordOutcome::Failed(Some("no record".to_owned())), "{failed}");
        }
        assert_eq!(read(json!({ "status": "ERROR" })), RecordOutcome::Failed(None));
    }
}
