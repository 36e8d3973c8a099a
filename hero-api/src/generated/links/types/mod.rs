//! The types that only operations of the tag Links use.

mod create_attachment_link;
mod create_booking_link;
mod create_form_link;
mod create_video_link;
mod get_link_status;
mod update_booking_link;

pub use self::create_attachment_link::{
    CreateAttachmentLinkBody, CreateAttachmentLinkResponse,
};
pub use self::create_booking_link::{CreateBookingLinkBody, CreateBookingLinkResponse};
pub use self::create_form_link::{CreateFormLinkBody, CreateFormLinkResponse};
pub use self::create_video_link::CreateVideoLinkResponse;
pub use self::get_link_status::{
    GetLinkStatusResponse, GetLinkStatusResponseReferenceItem,
    GetLinkStatusResponseStatus, GetLinkStatusResponseType,
};
pub use self::update_booking_link::{UpdateBookingLinkBody, UpdateBookingLinkResponse};

/// Builders of the types.
pub mod builder {
    pub use super::create_attachment_link::builder::CreateAttachmentLinkBody;
    pub use super::create_booking_link::builder::CreateBookingLinkBody;
    pub use super::create_form_link::builder::CreateFormLinkBody;
    pub use super::update_booking_link::builder::UpdateBookingLinkBody;
}
