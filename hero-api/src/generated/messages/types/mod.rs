//! The types that only operations of the tag Messages use.

mod batch_message_channel;
mod batch_message_status;
mod create_batch_message;
mod get_automated_message;
mod get_batch_message;
mod get_message;
mod list_batch_message_recipients;
mod list_batch_message_sends;
mod list_batch_messages;
mod list_templates;
mod send_batch_message;
mod send_message;
mod validate_snomed_code;

pub use self::batch_message_channel::BatchMessageChannel;
pub use self::batch_message_status::BatchMessageStatus;
pub use self::create_batch_message::{
    CreateBatchMessageBody, CreateBatchMessageBodyRecipientsItem,
    CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber, CreateBatchMessageResponse,
};
pub use self::get_automated_message::GetAutomatedMessageResponse;
pub use self::get_batch_message::GetBatchMessageResponse;
pub use self::get_message::{
    GetMessageResponse, GetMessageResponseCampaign, GetMessageResponsePatient,
    GetMessageResponseSentByAdmin, GetMessageResponseShortLink,
    GetMessageResponseWriteToRecord,
};
pub use self::list_batch_message_recipients::{
    ListBatchMessageRecipientsItem, ListBatchMessageRecipientsResponse,
};
pub use self::list_batch_message_sends::{
    ListBatchMessageSendsResponse, ListBatchMessageSendsStatus,
};
pub use self::list_batch_messages::{ListBatchMessagesResponse, ListBatchMessagesStatus};
pub use self::list_templates::ListTemplatesResponse;
pub use self::send_batch_message::SendBatchMessageResponse;
pub use self::send_message::{
    SendMessageBody, SendMessageBodyAttachmentUuid, SendMessageBodyEncrypted,
    SendMessageBodyFallbackMessageType, SendMessageBodyMessageString,
    SendMessageBodyMessageType, SendMessageBodyPatientId, SendMessageBodyShortLinkId,
    SendMessageResponse,
};
pub use self::validate_snomed_code::{ValidateSnomedCodeBody, ValidateSnomedCodeResponse};

/// Builders of the types.
pub mod builder {
    pub use super::create_batch_message::builder::{
        CreateBatchMessageBody, CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber,
    };
    pub use super::send_message::builder::SendMessageBody;
    pub use super::validate_snomed_code::builder::ValidateSnomedCodeBody;
}
