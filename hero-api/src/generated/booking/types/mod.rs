//! The types that only operations of the tag Booking use.

mod book_appointment;
mod cancel_appointment;
mod check_slot_availability;
mod count_slots;
mod create_appointment;
mod edit_appointment;
mod get_appointment;
mod get_appointment_status;
mod get_booking_link;
mod get_slot;
mod list_appointments;
mod list_automated_messages;
mod list_booking_links;
mod list_slots;
mod reschedule_appointment;

pub use self::book_appointment::BookAppointmentResponse;
pub use self::cancel_appointment::{CancelAppointmentBody, CancelAppointmentResponse};
pub use self::check_slot_availability::{
    CheckSlotAvailabilityBody, CheckSlotAvailabilityResponse,
};
pub use self::count_slots::CountSlotsResponse;
pub use self::create_appointment::{CreateAppointmentBody, CreateAppointmentResponse};
pub use self::edit_appointment::{
    EditAppointmentBody, EditAppointmentBodyPractitionerId, EditAppointmentResponse,
};
pub use self::get_appointment::GetAppointmentResponse;
pub use self::get_appointment_status::GetAppointmentStatusResponse;
pub use self::get_booking_link::{
    GetBookingLinkResponse, GetBookingLinkResponseMeta,
    GetBookingLinkResponseMetaAppointmentTypeIdItem,
    GetBookingLinkResponseMetaLocationIdItem,
    GetBookingLinkResponseMetaPractitionerIdItem,
};
pub use self::get_slot::GetSlotResponse;
pub use self::list_appointments::ListAppointmentsResponse;
pub use self::list_automated_messages::{
    ListAutomatedMessagesOrderBy, ListAutomatedMessagesResponse,
    ListAutomatedMessagesStatus,
};
pub use self::list_booking_links::ListBookingLinksResponse;
pub use self::list_slots::{ListSlotsItem, ListSlotsResponse};
pub use self::reschedule_appointment::RescheduleAppointmentResponse;

/// Builders of the types.
pub mod builder {
    pub use super::cancel_appointment::builder::CancelAppointmentBody;
    pub use super::check_slot_availability::builder::CheckSlotAvailabilityBody;
    pub use super::create_appointment::builder::CreateAppointmentBody;
    pub use super::edit_appointment::builder::EditAppointmentBody;
}
