use std::{fmt, time::Duration};

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::MessageId;
use crate::{
    Error, Hero, SnomedCode,
    call::send_when_awaited,
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
#[derive(Clone)]
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

/// Shows whether it needs approval. Code and term are about a patient.
impl fmt::Debug for WriteToRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WriteToRecord").field("way", &self.way).finish_non_exhaustive()
    }
}

/// What became of writing a message to the record.
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
    /// Hero had said neither, in words that this crate knows, when the wait ended.
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
    /// Reads `write_to_record` of `getMessage`.
    ///
    /// The reference does not list the values of its `status`. The events are called `write-to-record.succeeded` and
    /// `write-to-record.failed`, so these words and their synonyms count, as whole words. Without a status, a reason for
    /// a failure or the time of the write counts. Everything else is pending, so that nothing is taken for recorded
    /// that might not be.
    fn read(message: &ResponseFields) -> Self {
        let Some(write) = message.object("write_to_record") else { return Self::Pending };
        let (at, reason) = (write.time("write_to_record_at"), write.text("failure_reason"));
        let status = match write.fields().get("status") {
            None | Some(Value::Null) => None,
            Some(Value::String(status)) => Some(status.to_ascii_lowercase()),
            Some(_) => return Self::Pending,
        };
        match (status.as_deref(), reason) {
            (None, Some(reason)) => Self::Failed(Some(reason)),
            (None, None) if at.is_some() => Self::Recorded { at },
            (Some("failed" | "failure" | "error" | "rejected"), reason) => Self::Failed(reason),
            (Some("succeeded" | "success" | "recorded" | "written" | "completed"), None) => Self::Recorded { at },
            _ => Self::Pending,
        }
    }
}

/// A wait for a message to be in the record. Made by
/// [`Messages::wait_until_recorded`](super::Messages::wait_until_recorded).
///
/// It asks after one second, then less and less often, at least every 30 seconds.
///
/// # Errors
///
/// As every call. An error that [may pass](Error::is_retryable) is waited out as long as there is time.
#[derive(Debug)]
#[must_use = "a wait does nothing until it is sent"]
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

    /// Waits.
    pub async fn send(self) -> Result<RecordOutcome, Error> {
        let Self { hero, message, schedule } = self;
        let mut wait = Poller::new(&hero, schedule);
        loop {
            let response = hero.api().get_message().id(message.as_str()).view().send().await;
            match response.map(|response| RecordOutcome::read(&response)) {
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

send_when_awaited!(RecordWait => RecordOutcome);

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(write: serde_json::Value) -> RecordOutcome {
        RecordOutcome::read(&ResponseFields::from_output(&json!({ "id": "7", "write_to_record": write })))
    }

    #[test]
    fn only_whole_words_count_as_recorded() {
        let time = "2026-03-15T09:30:00Z";
        for pending in [
            json!(null),
            json!({}),
            json!({ "status": "pending" }),
            json!({ "status": "pending", "write_to_record_at": time }),
            json!({ "status": "awaiting_approval" }),
            json!({ "status": "unsuccessful" }),
            json!({ "status": "not_recorded", "write_to_record_at": time }),
            json!({ "status": "recording", "write_to_record_at": time }),
            json!({ "status": "record_failed" }),
            json!({ "status": "completed_with_errors" }),
            json!({ "status": "successful_so_far" }),
            json!({ "status": "written_in_part" }),
            json!({ "status": " recorded" }),
            json!({ "status": "" }),
            json!({ "status": false, "write_to_record_at": time }),
            json!({ "status": ["succeeded"], "write_to_record_at": time }),
            json!({ "status": "succeeded", "failure_reason": "no record" }),
            json!({ "status": "failing" }),
        ] {
            assert_eq!(read(pending.clone()), RecordOutcome::Pending, "{pending}");
        }
    }

    #[test]
    fn outcome_is_read_from_word_time_or_reason() {
        let at = "2026-03-15T09:30:00Z".parse().ok();
        for word in ["succeeded", "SUCCESS", "recorded", "Written", "completed"] {
            assert_eq!(read(json!({ "status": word })), RecordOutcome::Recorded { at: None }, "{word}");
        }
        for word in ["failed", "failure", "ERROR", "rejected"] {
            assert_eq!(read(json!({ "status": word })), RecordOutcome::Failed(None), "{word}");
        }
        assert_eq!(read(json!({ "write_to_record_at": "2026-03-15T09:30:00Z" })), RecordOutcome::Recorded { at });
        for failed in [
            json!({ "status": "failed", "failure_reason": "no record" }),
            json!({ "failure_reason": "no record", "write_to_record_at": "2026-03-15T09:30:00Z" }),
        ] {
            assert_eq!(read(failed.clone()), RecordOutcome::Failed(Some("no record".to_owned())), "{failed}");
        }
    }

    #[test]
    fn debug_shows_no_clinical_term() {
        let filed = WriteToRecord::after_approval().snomed("401271004".parse().unwrap()).snomed_term("marker");
        assert_eq!(format!("{filed:?}"), "WriteToRecord { way: AfterApproval, .. }");
    }
}
