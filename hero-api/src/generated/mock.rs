//! Mock helpers, one an operation.

use crate::{builder, mock::{MockOperation, Then, When}};

/// A method for each operation, on [`MockServer`](::httpmock::MockServer).
///
/// Each starts a mock that matches the method and path of the operation; what else it expects and what it answers
/// is said in the closure.
pub trait MockServerExt: MockOperation {
    #[cfg(feature = "practice-group")]
    /// Mocks `createAccessToken`: `POST /v1/access_token`.
    fn create_access_token<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::CreateAccessToken<'static>>,
            Then<builder::CreateAccessToken<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "practice-group")]
    /// Mocks `listAppointmentTypes`: `GET /v1/appointment_types`.
    fn list_appointment_types<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListAppointmentTypes<'static>>,
            Then<builder::ListAppointmentTypes<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "practice-group")]
    /// Mocks `listLocations`: `GET /v1/locations`.
    fn list_locations<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListLocations<'static>>,
            Then<builder::ListLocations<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "practice-group")]
    /// Mocks `listPracticeGroupElements`: `GET /v1/me/elements`.
    fn list_practice_group_elements<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListPracticeGroupElements<'static>>,
            Then<builder::ListPracticeGroupElements<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "practice-group")]
    /// Mocks `getPracticeGroupById`: `GET /v1/me`.
    fn get_practice_group_by_id<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetPracticeGroupById<'static>>,
            Then<builder::GetPracticeGroupById<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "practice-group")]
    /// Mocks `updatePracticeGroup`: `PATCH /v1/me`.
    fn update_practice_group<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::UpdatePracticeGroup<'static>>,
            Then<builder::UpdatePracticeGroup<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "practice-group")]
    /// Mocks `getCapabilities`: `GET /v1/me/capabilities`.
    fn get_capabilities<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetCapabilities<'static>>,
            Then<builder::GetCapabilities<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "practice-group")]
    /// Mocks `getConfiguration`: `GET /v1/me/configuration`.
    fn get_configuration<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetConfiguration<'static>>,
            Then<builder::GetConfiguration<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "practice-group")]
    /// Mocks `listPractitioners`: `GET /v1/practitioners`.
    fn list_practitioners<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListPractitioners<'static>>,
            Then<builder::ListPractitioners<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "practice-group")]
    /// Mocks `getPractitioner`: `GET /v1/practitioners/{id}`.
    fn get_practitioner<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetPractitioner<'static>>,
            Then<builder::GetPractitioner<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `listPatientEhrCandidates`: `GET /v1/patients/{id}/ehr/candidates`.
    fn list_patient_ehr_candidates<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListPatientEhrCandidates<'static>>,
            Then<builder::ListPatientEhrCandidates<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `connectPatientEhr`: `POST /v1/patients/{id}/ehr/connect`.
    fn connect_patient_ehr<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ConnectPatientEhr<'static>>,
            Then<builder::ConnectPatientEhr<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `previewPatientMerge`: `POST /v1/patients/{id}/merge/preview`.
    fn preview_patient_merge<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::PreviewPatientMerge<'static>>,
            Then<builder::PreviewPatientMerge<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `mergePatient`: `POST /v1/patients/{id}/merge`.
    fn merge_patient<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::MergePatient<'static>>,
            Then<builder::MergePatient<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `getPatientById`: `GET /v1/patients/{id}`.
    fn get_patient_by_id<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetPatientById<'static>>,
            Then<builder::GetPatientById<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `listPatientAttachments`: `GET /v1/patients/{id}/attachments`.
    fn list_patient_attachments<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListPatientAttachments<'static>>,
            Then<builder::ListPatientAttachments<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `listPatients`: `GET /v1/patients`.
    fn list_patients<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListPatients<'static>>,
            Then<builder::ListPatients<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `listPatientsV2`: `GET /v2/patients`.
    fn list_patients_v2<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListPatientsV2<'static>>,
            Then<builder::ListPatientsV2<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `listPatientsV3`: `GET /v3/patients`.
    fn list_patients_v3<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListPatientsV3<'static>>,
            Then<builder::ListPatientsV3<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `registerPatientPds`: `POST /v1/patients/register_pds`.
    fn register_patient_pds<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::RegisterPatientPds<'static>>,
            Then<builder::RegisterPatientPds<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `registerPatient`: `POST /v1/patients/register`.
    fn register_patient<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::RegisterPatient<'static>>,
            Then<builder::RegisterPatient<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `getPatientByIdV2`: `GET /v2/patients/{id}`.
    fn get_patient_by_id_v2<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetPatientByIdV2<'static>>,
            Then<builder::GetPatientByIdV2<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `listBatchMessages`: `GET /v1/batch_message`.
    fn list_batch_messages<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListBatchMessages<'static>>,
            Then<builder::ListBatchMessages<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `createBatchMessage`: `POST /v1/batch_message`.
    fn create_batch_message<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::CreateBatchMessage<'static>>,
            Then<builder::CreateBatchMessage<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `sendBatchMessage`: `PATCH /v1/batch_message/{id}/send`.
    fn send_batch_message<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::SendBatchMessage<'static>>,
            Then<builder::SendBatchMessage<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `getBatchMessage`: `GET /v1/batch_message/{id}`.
    fn get_batch_message<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetBatchMessage<'static>>,
            Then<builder::GetBatchMessage<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `listBatchMessageRecipients`: `GET /v1/batch_message/{id}/recipients`.
    fn list_batch_message_recipients<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListBatchMessageRecipients<'static>>,
            Then<builder::ListBatchMessageRecipients<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `listBatchMessageSends`: `GET /v1/batch_message/{id}/messages`.
    fn list_batch_message_sends<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListBatchMessageSends<'static>>,
            Then<builder::ListBatchMessageSends<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `getMessage`: `GET /v1/messages/{id}`.
    fn get_message<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetMessage<'static>>,
            Then<builder::GetMessage<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `sendMessage`: `POST /v1/messages/send`.
    fn send_message<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::SendMessage<'static>>,
            Then<builder::SendMessage<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `validateSnomedCode`: `POST /v1/snomed/validate`.
    fn validate_snomed_code<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ValidateSnomedCode<'static>>,
            Then<builder::ValidateSnomedCode<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `listTemplates`: `GET /v1/templates`.
    fn list_templates<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListTemplates<'static>>,
            Then<builder::ListTemplates<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `getAutomatedMessage`: `GET /v2/automated_messages/{id}`.
    fn get_automated_message<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetAutomatedMessage<'static>>,
            Then<builder::GetAutomatedMessage<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `getAppointment`: `GET /v1/appointments/{id}`.
    fn get_appointment<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetAppointment<'static>>,
            Then<builder::GetAppointment<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `editAppointment`: `PUT /v1/appointments/{id}`.
    fn edit_appointment<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::EditAppointment<'static>>,
            Then<builder::EditAppointment<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `getAppointmentStatus`: `GET /v1/appointments/{id}/status`.
    fn get_appointment_status<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetAppointmentStatus<'static>>,
            Then<builder::GetAppointmentStatus<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `listAppointments`: `GET /v1/appointments`.
    fn list_appointments<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListAppointments<'static>>,
            Then<builder::ListAppointments<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `createAppointment`: `POST /v1/appointments`.
    fn create_appointment<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::CreateAppointment<'static>>,
            Then<builder::CreateAppointment<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `bookAppointment`: `PATCH /v1/appointments/{id}/book`.
    fn book_appointment<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::BookAppointment<'static>>,
            Then<builder::BookAppointment<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `cancelAppointment`: `PATCH /v1/appointments/{id}/cancel`.
    fn cancel_appointment<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::CancelAppointment<'static>>,
            Then<builder::CancelAppointment<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `rescheduleAppointment`: `PATCH /v1/appointments/{id}/reschedule`.
    fn reschedule_appointment<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::RescheduleAppointment<'static>>,
            Then<builder::RescheduleAppointment<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `listSlots`: `GET /v1/slots`.
    fn list_slots<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListSlots<'static>>, Then<builder::ListSlots<'static>>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `getSlot`: `GET /v1/slots/{id}`.
    fn get_slot<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetSlot<'static>>, Then<builder::GetSlot<'static>>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `countSlots`: `GET /v1/slots/count`.
    fn count_slots<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::CountSlots<'static>>,
            Then<builder::CountSlots<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `checkSlotAvailability`: `POST /v1/slots/availability`.
    fn check_slot_availability<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::CheckSlotAvailability<'static>>,
            Then<builder::CheckSlotAvailability<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `listBookingLinks`: `GET /v2/bookinglinks`.
    fn list_booking_links<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListBookingLinks<'static>>,
            Then<builder::ListBookingLinks<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `getBookingLink`: `GET /v1/booking_links/{id}`.
    fn get_booking_link<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetBookingLink<'static>>,
            Then<builder::GetBookingLink<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "links")]
    /// Mocks `updateBookingLink`: `PATCH /v1/booking_links/{id}`.
    fn update_booking_link<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::UpdateBookingLink<'static>>,
            Then<builder::UpdateBookingLink<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `listAutomatedMessages`: `GET /v2/automated_messages`.
    fn list_automated_messages<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListAutomatedMessages<'static>>,
            Then<builder::ListAutomatedMessages<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "episode")]
    /// Mocks `listEpisodes`: `GET /v1/episodes`.
    fn list_episodes<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListEpisodes<'static>>,
            Then<builder::ListEpisodes<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "episode")]
    /// Mocks `getEpisode`: `GET /v1/episodes/{id}`.
    fn get_episode<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetEpisode<'static>>,
            Then<builder::GetEpisode<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "episode")]
    /// Mocks `updateEpisode`: `PATCH /v1/episodes/{id}`.
    fn update_episode<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::UpdateEpisode<'static>>,
            Then<builder::UpdateEpisode<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "episode")]
    /// Mocks `createEpisodeNote`: `POST /v1/notes`.
    fn create_episode_note<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::CreateEpisodeNote<'static>>,
            Then<builder::CreateEpisodeNote<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "links")]
    /// Mocks `createAttachmentLink`: `POST /v1/attachment_links`.
    fn create_attachment_link<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::CreateAttachmentLink<'static>>,
            Then<builder::CreateAttachmentLink<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "links")]
    /// Mocks `createBookingLink`: `POST /v1/booking_links`.
    fn create_booking_link<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::CreateBookingLink<'static>>,
            Then<builder::CreateBookingLink<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "links")]
    /// Mocks `createFormLink`: `POST /v1/form_links`.
    fn create_form_link<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::CreateFormLink<'static>>,
            Then<builder::CreateFormLink<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "links")]
    /// Mocks `getLinkStatus`: `GET /v1/links/status`.
    fn get_link_status<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetLinkStatus<'static>>,
            Then<builder::GetLinkStatus<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "links")]
    /// Mocks `createVideoLink`: `POST /v1/video_links`.
    fn create_video_link<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::CreateVideoLink<'static>>,
            Then<builder::CreateVideoLink<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "short-links")]
    /// Mocks `listShortLinks`: `GET /v1/short_links`.
    fn list_short_links<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListShortLinks<'static>>,
            Then<builder::ListShortLinks<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "admin")]
    /// Mocks `listAdmins`: `GET /v1/admins`.
    fn list_admins<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListAdmins<'static>>,
            Then<builder::ListAdmins<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "admin")]
    /// Mocks `updateAdmin`: `PATCH /v1/admins/{id}`.
    fn update_admin<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::UpdateAdmin<'static>>,
            Then<builder::UpdateAdmin<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking-hca")]
    /// Mocks `searchHcaConsultants`: `GET /v1/booking-hca/consultants`.
    fn search_hca_consultants<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::SearchHcaConsultants<'static>>,
            Then<builder::SearchHcaConsultants<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking-hca")]
    /// Mocks `getHcaConsultant`: `GET /v1/booking-hca/consultants/{gmc_number}`.
    fn get_hca_consultant<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetHcaConsultant<'static>>,
            Then<builder::GetHcaConsultant<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "form")]
    /// Mocks `listForms`: `GET /v1/forms`.
    fn list_forms<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListForms<'static>>, Then<builder::ListForms<'static>>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "form")]
    /// Mocks `getForm`: `GET /v1/forms/{id}`.
    fn get_form<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetForm<'static>>, Then<builder::GetForm<'static>>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "form-response")]
    /// Mocks `getFormResponse`: `GET /v1/form_response/{id}`.
    fn get_form_response<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetFormResponse<'static>>,
            Then<builder::GetFormResponse<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "invoicing")]
    /// Mocks `listCoupons`: `GET /v1/invoicing/coupons`.
    fn list_coupons<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListCoupons<'static>>,
            Then<builder::ListCoupons<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "invoicing")]
    /// Mocks `listCustomers`: `GET /v1/invoicing/customers`.
    fn list_customers<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListCustomers<'static>>,
            Then<builder::ListCustomers<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "invoicing")]
    /// Mocks `createCustomer`: `POST /v1/invoicing/customers`.
    fn create_customer<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::CreateCustomer<'static>>,
            Then<builder::CreateCustomer<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "invoicing")]
    /// Mocks `getDefaultCustomer`: `GET /v1/invoicing/customers/default`.
    fn get_default_customer<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetDefaultCustomer<'static>>,
            Then<builder::GetDefaultCustomer<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "invoicing")]
    /// Mocks `createInvoice`: `POST /v1/invoicing/invoices`.
    fn create_invoice<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::CreateInvoice<'static>>,
            Then<builder::CreateInvoice<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "invoicing")]
    /// Mocks `updateInvoice`: `PATCH /v1/invoicing/invoices/{id}`.
    fn update_invoice<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::UpdateInvoice<'static>>,
            Then<builder::UpdateInvoice<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "invoicing")]
    /// Mocks `linkInvoice`: `POST /v1/invoicing/invoices/link`.
    fn link_invoice<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::LinkInvoice<'static>>,
            Then<builder::LinkInvoice<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "partners")]
    /// Mocks `getHeidiToken`: `GET /v1/partners/heidi/token`.
    fn get_heidi_token<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetHeidiToken<'static>>,
            Then<builder::GetHeidiToken<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "prescription")]
    /// Mocks `getPrescriberPharmacies`: `GET /v1/prescriber/{id}/pharmacies`.
    fn get_prescriber_pharmacies<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetPrescriberPharmacies<'static>>,
            Then<builder::GetPrescriberPharmacies<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "prescription")]
    /// Mocks `createPharmacy`: `POST /v1/pharmacies`.
    fn create_pharmacy<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::CreatePharmacy<'static>>,
            Then<builder::CreatePharmacy<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "subscriptions")]
    /// Mocks `listSubscriptions`: `GET /v1/subscriptions`.
    fn list_subscriptions<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListSubscriptions<'static>>,
            Then<builder::ListSubscriptions<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "task")]
    /// Mocks `updateTask`: `PATCH /v1/tasks/{id}`.
    fn update_task<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::UpdateTask<'static>>,
            Then<builder::UpdateTask<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "task")]
    /// Mocks `getTask`: `GET /v2/tasks/{id}`.
    fn get_task<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetTask<'static>>, Then<builder::GetTask<'static>>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "webhooks")]
    /// Mocks `listWebhooks`: `GET /v1/webhooks`.
    fn list_webhooks<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListWebhooks<'static>>,
            Then<builder::ListWebhooks<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "webhooks")]
    /// Mocks `createWebhook`: `POST /v1/webhooks`.
    fn create_webhook<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::CreateWebhook<'static>>,
            Then<builder::CreateWebhook<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "webhooks")]
    /// Mocks `deleteWebhook`: `DELETE /v1/webhooks/{id}`.
    fn delete_webhook<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::DeleteWebhook<'static>>,
            Then<builder::DeleteWebhook<'static>>,
        ),
    {
        self.mock_operation(expect)
    }
}

impl MockServerExt for ::httpmock::MockServer {}
