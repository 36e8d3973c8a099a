//! Which operations have a state behind them. The others respond with what the description says.

use serde_json::Value;

use super::{
    appointments, batches, links, messages, patients, practice,
    refusal::Refusal,
    scene::{Request, Scene},
    slots, webhooks,
};

/// What an operation does, once the request fits the description.
pub(super) type Handler = fn(&mut Scene<'_>, &Request) -> Result<Value, Refusal>;

/// The handler of an operation that has a state behind it.
pub(super) fn handler(operation_id: &str) -> Option<Handler> {
    HANDLERS.iter().find(|(id, _)| *id == operation_id).map(|(_, handler)| *handler)
}

/// Operation ids with their handlers.
pub(super) const HANDLERS: &[(&str, Handler)] = &[
    ("createAccessToken", practice::access_token),
    ("getPracticeGroupById", practice::get),
    ("updatePracticeGroup", practice::update),
    ("getCapabilities", practice::capabilities),
    ("listAppointmentTypes", practice::appointment_types),
    ("listLocations", practice::locations),
    ("listPractitioners", practice::practitioners),
    ("getPractitioner", practice::practitioner),
    ("getPatientById", patients::get),
    ("getPatientByIdV2", patients::get_v2),
    ("listPatients", patients::search_one_field),
    ("listPatientsV2", patients::search_one_field),
    ("listPatientsV3", patients::search),
    ("registerPatientPds", patients::register_pds),
    ("registerPatient", patients::register),
    ("listPatientEhrCandidates", patients::ehr_candidates),
    ("connectPatientEhr", patients::connect_ehr),
    ("listPatientAttachments", patients::attachments),
    ("previewPatientMerge", patients::preview_merge),
    ("mergePatient", patients::merge),
    ("sendMessage", messages::send),
    ("getMessage", messages::get),
    ("createBatchMessage", batches::create),
    ("listBatchMessages", batches::list_all),
    ("getBatchMessage", batches::get),
    ("sendBatchMessage", batches::send),
    ("listBatchMessageRecipients", batches::recipients),
    ("listBatchMessageSends", batches::sends),
    ("listSlots", slots::list),
    ("countSlots", slots::count),
    ("getSlot", slots::get),
    ("checkSlotAvailability", slots::availability),
    ("createAppointment", appointments::create),
    ("getAppointment", appointments::get),
    ("getAppointmentStatus", appointments::status),
    ("listAppointments", appointments::list_all),
    ("bookAppointment", appointments::book),
    ("editAppointment", appointments::edit),
    ("rescheduleAppointment", appointments::reschedule),
    ("cancelAppointment", appointments::cancel),
    ("createBookingLink", links::create_booking),
    ("createFormLink", links::create_form),
    ("createVideoLink", links::create_video),
    ("createAttachmentLink", links::create_attachment),
    ("updateBookingLink", links::update),
    ("getBookingLink", links::get_booking),
    ("getLinkStatus", links::status),
    ("listShortLinks", links::list_short),
    ("listBookingLinks", links::list_booking),
    ("createWebhook", webhooks::create),
    ("listWebhooks", webhooks::list_all),
    ("deleteWebhook", webhooks::delete),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_handler_belongs_to_an_operation() {
        for (id, _) in HANDLERS {
            assert!(hero_api::operations::ALL.iter().any(|info| info.id == *id), "{id}");
        }
    }
}
