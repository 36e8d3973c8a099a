//! The types that only operations of the tag Messages use.
mod r#batch_message_channel;
mod r#batch_message_status;
mod r#create_batch_message;
mod r#get_automated_message;
mod r#get_batch_message;
mod r#get_message;
mod r#list_batch_message_recipients;
mod r#list_batch_message_sends;
mod r#list_batch_messages;
mod r#list_templates;
mod r#send_batch_message;
mod r#send_message;
mod r#validate_snomed_code;
pub use self::r#batch_message_channel::BatchMessageChannel;

pub use self::r#batch_message_status::BatchMessageStatus;

pub use self::r#create_batch_message::{
    CreateBatchMessageBody, CreateBatchMessageBodyRecipientsItem,
    CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber, CreateBatchMessageResponse,
};

pub use self::r#get_automated_message::GetAutomatedMessageResponse;

pub use self::r#get_batch_message::GetBatchMessageResponse;

pub use self::r#get_message::{
    GetMessageResponse, GetMessageResponseCampaign, GetMessageResponsePatient,
    GetMessageResponseSentByAdmin, GetMessageResponseShortLink,
    GetMessageResponseWriteToRecord,
};

pub use self::r#list_batch_message_recipients::{
    ListBatchMessageRecipientsItem, ListBatchMessageRecipientsResponse,
};

pub use self::r#list_batch_message_sends::{
    ListBatchMessageSendsResponse, ListBatchMessageSendsStatus,
};

pub use self::r#list_batch_messages::{
    ListBatchMessagesResponse, ListBatchMessagesStatus,
};

pub use self::r#list_templates::ListTemplatesResponse;

pub use self::r#send_batch_message::SendBatchMessageResponse;

pub use self::r#send_message::{
    SendMessageBody, SendMessageBodyAttachmentUuid, SendMessageBodyEncrypted,
    SendMessageBodyFallbackMessageType, SendMessageBodyMessageString,
    SendMessageBodyMessageType, SendMessageBodyPatientId, SendMessageBodyShortLinkId,
    SendMessageResponse,
};

pub use self::r#validate_snomed_code::{
    ValidateSnomedCodeBody, ValidateSnomedCodeResponse,
};

/// Builders of the types.
pub mod builder {
    pub use super::r#create_batch_message::builder::{
        CreateBatchMessageBody, CreateBatchMessageBodyRecipientsItemRecipientByNhsNumber,
    };
    pub use super::r#send_message::builder::SendMessageBody;
    pub use super::r#validate_snomed_code::builder::ValidateSnomedCodeBody;
}
