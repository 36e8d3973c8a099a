//! The types that only operations of the tag Links use.
mod r#create_attachment_link;
mod r#create_booking_link;
mod r#create_form_link;
mod r#create_video_link;
mod r#get_link_status;
mod r#update_booking_link;
pub use self::r#create_attachment_link::{
    CreateAttachmentLinkBody, CreateAttachmentLinkResponse,
};

pub use self::r#create_booking_link::{CreateBookingLinkBody, CreateBookingLinkResponse};

pub use self::r#create_form_link::{CreateFormLinkBody, CreateFormLinkResponse};

pub use self::r#create_video_link::CreateVideoLinkResponse;

pub use self::r#get_link_status::{
    GetLinkStatusResponse, GetLinkStatusResponseReferenceItem,
    GetLinkStatusResponseStatus, GetLinkStatusResponseType,
};

pub use self::r#update_booking_link::{UpdateBookingLinkBody, UpdateBookingLinkResponse};

/// Builders of the types.
pub mod builder {
    pub use super::r#create_attachment_link::builder::CreateAttachmentLinkBody;
    pub use super::r#create_booking_link::builder::CreateBookingLinkBody;
    pub use super::r#create_form_link::builder::CreateFormLinkBody;
    pub use super::r#update_booking_link::builder::UpdateBookingLinkBody;
}
