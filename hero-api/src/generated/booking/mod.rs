//! Booking
//!
//! Appointments, bookable slots and booking links.

mod get_appointment;
mod edit_appointment;
mod get_appointment_status;
mod list_appointments;
mod create_appointment;
mod book_appointment;
mod cancel_appointment;
mod reschedule_appointment;
mod list_slots;
mod get_slot;
mod count_slots;
mod check_slot_availability;
mod list_booking_links;
mod get_booking_link;
mod list_automated_messages;
pub mod types;

pub use self::get_appointment::{GetAppointment, GET_APPOINTMENT};
pub use self::edit_appointment::{EditAppointment, EDIT_APPOINTMENT};
pub use self::get_appointment_status::{GetAppointmentStatus, GET_APPOINTMENT_STATUS};
pub use self::list_appointments::{ListAppointments, LIST_APPOINTMENTS};
pub use self::create_appointment::{CreateAppointment, CREATE_APPOINTMENT};
pub use self::book_appointment::{BookAppointment, BOOK_APPOINTMENT};
pub use self::cancel_appointment::{CancelAppointment, CANCEL_APPOINTMENT};
pub use self::reschedule_appointment::{RescheduleAppointment, RESCHEDULE_APPOINTMENT};
pub use self::list_slots::{ListSlots, LIST_SLOTS};
pub use self::get_slot::{GetSlot, GET_SLOT};
pub use self::count_slots::{CountSlots, COUNT_SLOTS};
pub use self::check_slot_availability::{CheckSlotAvailability, CHECK_SLOT_AVAILABILITY};
pub use self::list_booking_links::{ListBookingLinks, LIST_BOOKING_LINKS};
pub use self::get_booking_link::{GetBookingLink, GET_BOOKING_LINK};
pub use self::list_automated_messages::{ListAutomatedMessages, LIST_AUTOMATED_MESSAGES};

/// # Booking
impl crate::Client {
    /// Get an appointment.
    ///
    /// Returns one appointment, whether it is booked or only reserved.
    ///
    /// `GET /v1/appointments/{id}` (`getAppointment`)
    ///
    /// Read from the public reference.
    pub fn get_appointment(&self) -> GetAppointment {
        GetAppointment::new(self.clone())
    }
    /// Change a reserved appointment.
    ///
    /// Changes an appointment that is not booked yet. Use rescheduleAppointment once it is.
    ///
    /// `PUT /v1/appointments/{id}` (`editAppointment`)
    ///
    /// Read from the public reference.
    pub fn edit_appointment(&self) -> EditAppointment {
        EditAppointment::new(self.clone())
    }
    /// Get the status of an appointment.
    ///
    /// Returns the status of one appointment. It is found in the newest pages only.
    ///
    /// `GET /v1/appointments/{id}/status` (`getAppointmentStatus`)
    ///
    /// **Inferred**: no public page states this operation in full, so its method, path or shapes are a careful guess.
    pub fn get_appointment_status(&self) -> GetAppointmentStatus {
        GetAppointmentStatus::new(self.clone())
    }
    /// List appointments.
    ///
    /// Lists appointments. Its path is a guess and none of its parameters is known by name.
    ///
    /// `GET /v1/appointments` (`listAppointments`)
    ///
    /// **Inferred**: no public page states this operation in full, so its method, path or shapes are a careful guess.
    pub fn list_appointments(&self) -> ListAppointments {
        ListAppointments::new(self.clone())
    }
    /// Reserve an appointment.
    ///
    /// Reserves a slot for a patient. The reservation ends by itself at `reserved_until`, unless
    /// bookAppointment confirms it before.
    ///
    /// `POST /v1/appointments` (`createAppointment`)
    ///
    /// Read from the public reference.
    pub fn create_appointment(&self) -> CreateAppointment {
        CreateAppointment::new(self.clone())
    }
    /// Book a reserved appointment.
    ///
    /// Confirms an appointment that createAppointment has reserved.
    ///
    /// `PATCH /v1/appointments/{id}/book` (`bookAppointment`)
    ///
    /// **Inferred**: no public page states this operation in full, so its method, path or shapes are a careful guess.
    pub fn book_appointment(&self) -> BookAppointment {
        BookAppointment::new(self.clone())
    }
    /// Cancel an appointment.
    ///
    /// Cancels an appointment.
    ///
    /// `PATCH /v1/appointments/{id}/cancel` (`cancelAppointment`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn cancel_appointment(&self) -> CancelAppointment {
        CancelAppointment::new(self.clone())
    }
    /// Move a booked appointment.
    ///
    /// Moves an appointment that is already booked. Use editAppointment before that.
    ///
    /// `PATCH /v1/appointments/{id}/reschedule` (`rescheduleAppointment`)
    ///
    /// **Inferred**: no public page states this operation in full, so its method, path or shapes are a careful guess.
    pub fn reschedule_appointment(&self) -> RescheduleAppointment {
        RescheduleAppointment::new(self.clone())
    }
    /// List free slots.
    ///
    /// Lists the slots that can be booked. Filters narrow them to a location, a practitioner, an appointment
    /// type or certain dates; the response comes in pages.
    ///
    /// `GET /v1/slots` (`listSlots`)
    ///
    /// **Inferred**: no public page states this operation in full, so its method, path or shapes are a careful guess.
    pub fn list_slots(&self) -> ListSlots {
        ListSlots::new(self.clone())
    }
    /// Get a slot.
    ///
    /// Returns one slot.
    ///
    /// `GET /v1/slots/{id}` (`getSlot`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn get_slot(&self) -> GetSlot {
        GetSlot::new(self.clone())
    }
    /// Count free slots.
    ///
    /// Counts the slots that can be booked with the given filters.
    ///
    /// `GET /v1/slots/count` (`countSlots`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn count_slots(&self) -> CountSlots {
        CountSlots::new(self.clone())
    }
    /// Check that a slot is free.
    ///
    /// Tells whether an appointment with these values can be booked.
    ///
    /// `POST /v1/slots/availability` (`checkSlotAvailability`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn check_slot_availability(&self) -> CheckSlotAvailability {
        CheckSlotAvailability::new(self.clone())
    }
    /// List booking links.
    ///
    /// Lists booking links. The path is one word, `bookinglinks`, unlike the other paths for booking links.
    ///
    /// `GET /v2/bookinglinks` (`listBookingLinks`)
    ///
    /// **Inferred**: no public page states this operation in full, so its method, path or shapes are a careful guess.
    pub fn list_booking_links(&self) -> ListBookingLinks {
        ListBookingLinks::new(self.clone())
    }
    /// Get a booking link.
    ///
    /// Returns one booking link with its limits and how much it has been used.
    ///
    /// `GET /v1/booking_links/{id}` (`getBookingLink`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn get_booking_link(&self) -> GetBookingLink {
        GetBookingLink::new(self.clone())
    }
    /// List automated messages.
    ///
    /// Lists automated messages. The parameter for sorting is written `orderBy` here, not `order_by`.
    ///
    /// `GET /v2/automated_messages` (`listAutomatedMessages`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn list_automated_messages(&self) -> ListAutomatedMessages {
        ListAutomatedMessages::new(self.clone())
    }
}
