//! Links
//!
//! Links that a patient opens to book, fill in a form, fetch an attachment or join a video call.

mod update_booking_link;
mod create_attachment_link;
mod create_booking_link;
mod create_form_link;
mod get_link_status;
mod create_video_link;
pub mod types;

pub use self::update_booking_link::{UpdateBookingLink, UPDATE_BOOKING_LINK};
pub use self::create_attachment_link::{CreateAttachmentLink, CREATE_ATTACHMENT_LINK};
pub use self::create_booking_link::{CreateBookingLink, CREATE_BOOKING_LINK};
pub use self::create_form_link::{CreateFormLink, CREATE_FORM_LINK};
pub use self::get_link_status::{GetLinkStatus, GET_LINK_STATUS};
pub use self::create_video_link::{CreateVideoLink, CREATE_VIDEO_LINK};

/// # Links
impl crate::Client {
    /// Update a booking link.
    ///
    /// Changes a booking link. Its patient cannot be changed. No operation to delete a link is known;
    /// `active: false` appears to be the way to switch one off.
    ///
    /// `PATCH /v1/booking_links/{id}` (`updateBookingLink`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn update_booking_link(&self) -> UpdateBookingLink {
        UpdateBookingLink::new(self.clone())
    }
    /// Create a link to an attachment.
    ///
    /// Creates a link with which a patient fetches a file. The file is either one of the EHR (`ehr_file_id`)
    /// or sent along (`file_data`).
    ///
    /// `POST /v1/attachment_links` (`createAttachmentLink`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn create_attachment_link(&self) -> CreateAttachmentLink {
        CreateAttachmentLink::new(self.clone())
    }
    /// Create a booking link.
    ///
    /// Creates a link that lets a patient book an appointment. A link that names a patient opens with their
    /// date of birth; one without is generic and opens with NHS login.
    ///
    /// `POST /v1/booking_links` (`createBookingLink`)
    ///
    /// **Inferred**: no public page states this operation in full, so its method, path or shapes are a careful guess.
    pub fn create_booking_link(&self) -> CreateBookingLink {
        CreateBookingLink::new(self.clone())
    }
    /// Create a link to a form.
    ///
    /// Creates a link with which a patient fills in a form.
    ///
    /// `POST /v1/form_links` (`createFormLink`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn create_form_link(&self) -> CreateFormLink {
        CreateFormLink::new(self.clone())
    }
    /// Get the status of a link.
    ///
    /// Tells the status of a link, found by its URL or by its id.
    ///
    /// `GET /v1/links/status` (`getLinkStatus`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn get_link_status(&self) -> GetLinkStatus {
        GetLinkStatus::new(self.clone())
    }
    /// Create a video link.
    ///
    /// Creates a video link.
    ///
    /// `POST /v1/video_links` (`createVideoLink`)
    ///
    /// **Inferred**: no public page states this operation in full, so its method, path or shapes are a careful guess.
    pub fn create_video_link(&self) -> CreateVideoLink {
        CreateVideoLink::new(self.clone())
    }
}
