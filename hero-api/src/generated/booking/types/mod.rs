//! The types that only operations of the tag Booking use.
mod r#book_appointment;
mod r#cancel_appointment;
mod r#check_slot_availability;
mod r#count_slots;
mod r#create_appointment;
mod r#edit_appointment;
mod r#get_appointment;
mod r#get_appointment_status;
mod r#get_booking_link;
mod r#get_slot;
mod r#list_appointments;
mod r#list_automated_messages;
mod r#list_booking_links;
mod r#list_slots;
mod r#reschedule_appointment;
pub use self::r#book_appointment::BookAppointmentResponse;

pub use self::r#cancel_appointment::{CancelAppointmentBody, CancelAppointmentResponse};

pub use self::r#check_slot_availability::{
    CheckSlotAvailabilityBody, CheckSlotAvailabilityResponse,
};

pub use self::r#count_slots::CountSlotsResponse;

pub use self::r#create_appointment::{CreateAppointmentBody, CreateAppointmentResponse};

pub use self::r#edit_appointment::{
    EditAppointmentBody, EditAppointmentBodyPractitionerId, EditAppointmentResponse,
};

pub use self::r#get_appointment::GetAppointmentResponse;

pub use self::r#get_appointment_status::GetAppointmentStatusResponse;

pub use self::r#get_booking_link::{
    GetBookingLinkResponse, GetBookingLinkResponseMeta,
    GetBookingLinkResponseMetaAppointmentTypeIdItem,
    GetBookingLinkResponseMetaLocationIdItem,
    GetBookingLinkResponseMetaPractitionerIdItem,
};

pub use self::r#get_slot::GetSlotResponse;

pub use self::r#list_appointments::ListAppointmentsResponse;

pub use self::r#list_automated_messages::{
    ListAutomatedMessagesOrderBy, ListAutomatedMessagesResponse,
    ListAutomatedMessagesStatus,
};

pub use self::r#list_booking_links::ListBookingLinksResponse;

pub use self::r#list_slots::{ListSlotsItem, ListSlotsResponse};

pub use self::r#reschedule_appointment::RescheduleAppointmentResponse;

/// Builders of the types.
pub mod builder {
    pub use super::r#cancel_appointment::builder::CancelAppointmentBody;
    pub use super::r#check_slot_availability::builder::CheckSlotAvailabilityBody;
    pub use super::r#create_appointment::builder::CreateAppointmentBody;
    pub use super::r#edit_appointment::builder::EditAppointmentBody;
}
