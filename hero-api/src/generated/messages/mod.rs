//! Messages
//!
//! Single and batch messages to patients, templates and automated messages.

mod list_batch_messages;
mod create_batch_message;
mod send_batch_message;
mod get_batch_message;
mod list_batch_message_recipients;
mod list_batch_message_sends;
mod get_message;
mod send_message;
mod validate_snomed_code;
mod list_templates;
mod get_automated_message;
pub mod types;

pub use self::list_batch_messages::{ListBatchMessages, LIST_BATCH_MESSAGES};
pub use self::create_batch_message::{CreateBatchMessage, CREATE_BATCH_MESSAGE};
pub use self::send_batch_message::{SendBatchMessage, SEND_BATCH_MESSAGE};
pub use self::get_batch_message::{GetBatchMessage, GET_BATCH_MESSAGE};
pub use self::list_batch_message_recipients::{
    ListBatchMessageRecipients, LIST_BATCH_MESSAGE_RECIPIENTS,
};
pub use self::list_batch_message_sends::{
    ListBatchMessageSends, LIST_BATCH_MESSAGE_SENDS,
};
pub use self::get_message::{GetMessage, GET_MESSAGE};
pub use self::send_message::{SendMessage, SEND_MESSAGE};
pub use self::validate_snomed_code::{ValidateSnomedCode, VALIDATE_SNOMED_CODE};
pub use self::list_templates::{ListTemplates, LIST_TEMPLATES};
pub use self::get_automated_message::{GetAutomatedMessage, GET_AUTOMATED_MESSAGE};

/// # Messages
impl crate::Client {
    /// List batch messages.
    ///
    /// Lists the batch messages. The page prints a single batch message as the response, which may be a slip:
    /// be ready for an array and for an object with `data` and `count` as well.
    ///
    /// `GET /v1/batch_message` (`listBatchMessages`)
    ///
    /// Read from the public reference.
    pub fn list_batch_messages(&self) -> ListBatchMessages {
        ListBatchMessages::new(self.clone())
    }
    /// Create a batch message.
    ///
    /// Creates a message to many recipients, without sending it. Hero then traces the recipients in PDS; send
    /// the batch with sendBatchMessage.
    ///
    /// `POST /v1/batch_message` (`createBatchMessage`)
    ///
    /// Read from the public reference.
    pub fn create_batch_message(&self) -> CreateBatchMessage {
        CreateBatchMessage::new(self.clone())
    }
    /// Send a batch message.
    ///
    /// Starts the sending of a batch message. The sample has no request body.
    ///
    /// `PATCH /v1/batch_message/{id}/send` (`sendBatchMessage`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn send_batch_message(&self) -> SendBatchMessage {
        SendBatchMessage::new(self.clone())
    }
    /// Get a batch message.
    ///
    /// Returns one batch message.
    ///
    /// `GET /v1/batch_message/{id}` (`getBatchMessage`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn get_batch_message(&self) -> GetBatchMessage {
        GetBatchMessage::new(self.clone())
    }
    /// List the recipients of a batch message.
    ///
    /// Lists the recipients of a batch message.
    ///
    /// `GET /v1/batch_message/{id}/recipients` (`listBatchMessageRecipients`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn list_batch_message_recipients(&self) -> ListBatchMessageRecipients {
        ListBatchMessageRecipients::new(self.clone())
    }
    /// List the messages of a batch message.
    ///
    /// Lists the single messages that a batch message consists of.
    ///
    /// `GET /v1/batch_message/{id}/messages` (`listBatchMessageSends`)
    ///
    /// Read from the public reference.
    pub fn list_batch_message_sends(&self) -> ListBatchMessageSends {
        ListBatchMessageSends::new(self.clone())
    }
    /// Get a message.
    ///
    /// Returns one message with its status and, under `write_to_record`, the outcome of writing it to the
    /// EHR.
    ///
    /// `GET /v1/messages/{id}` (`getMessage`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn get_message(&self) -> GetMessage {
        GetMessage::new(self.clone())
    }
    /// Send a message.
    ///
    /// Sends a message to one patient. With `hero` as `message_type` nothing goes out: the message is only
    /// recorded. For an NHS App message an SMS or email can step in. The outcome of a write to the EHR comes
    /// as an event and in getMessage.
    ///
    /// `POST /v1/messages/send` (`sendMessage`)
    ///
    /// Read from the public reference.
    pub fn send_message(&self) -> SendMessage {
        SendMessage::new(self.clone())
    }
    /// Check a SNOMED code.
    ///
    /// Checks a SNOMED code.
    ///
    /// `POST /v1/snomed/validate` (`validateSnomedCode`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn validate_snomed_code(&self) -> ValidateSnomedCode {
        ValidateSnomedCode::new(self.clone())
    }
    /// List message templates.
    ///
    /// Lists the message templates of the practice group. No parameters for paging are shown.
    ///
    /// `GET /v1/templates` (`listTemplates`)
    ///
    /// Read from the public reference.
    pub fn list_templates(&self) -> ListTemplates {
        ListTemplates::new(self.clone())
    }
    /// Get an automated message.
    ///
    /// Returns one automated message.
    ///
    /// `GET /v2/automated_messages/{id}` (`getAutomatedMessage`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn get_automated_message(&self) -> GetAutomatedMessage {
        GetAutomatedMessage::new(self.clone())
    }
}
