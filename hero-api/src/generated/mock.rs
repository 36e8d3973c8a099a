//! Mock helpers, one an operation.

use crate::{builder, mock::{MockOperation, Then, When}};

/// A method for each operation, on [`MockServer`](::httpmock::MockServer).
///
/// Each starts a mock that matches the method and path of the operation; what else it expects and what it responds with
/// is said in the closure.
pub trait MockServerExt: MockOperation {
    #[cfg(feature = "practice-group")]
    /// Mocks `createAccessToken`: `POST /v1/access_token`.
    fn create_access_token<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::CreateAccessToken>, Then<builder::CreateAccessToken>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "practice-group")]
    /// Mocks `listAppointmentTypes`: `GET /v1/appointment_types`.
    fn list_appointment_types<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListAppointmentTypes>,
            Then<builder::ListAppointmentTypes>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "practice-group")]
    /// Mocks `listLocations`: `GET /v1/locations`.
    fn list_locations<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListLocations>, Then<builder::ListLocations>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "practice-group")]
    /// Mocks `listPracticeGroupElements`: `GET /v1/me/elements`.
    fn list_practice_group_elements<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListPracticeGroupElements>,
            Then<builder::ListPracticeGroupElements>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "practice-group")]
    /// Mocks `getPracticeGroupById`: `GET /v1/me`.
    fn get_practice_group_by_id<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetPracticeGroupById>,
            Then<builder::GetPracticeGroupById>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "practice-group")]
    /// Mocks `updatePracticeGroup`: `PATCH /v1/me`.
    fn update_practice_group<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::UpdatePracticeGroup>,
            Then<builder::UpdatePracticeGroup>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "practice-group")]
    /// Mocks `getCapabilities`: `GET /v1/me/capabilities`.
    fn get_capabilities<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetCapabilities>, Then<builder::GetCapabilities>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "practice-group")]
    /// Mocks `getConfiguration`: `GET /v1/me/configuration`.
    fn get_configuration<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetConfiguration>, Then<builder::GetConfiguration>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "practice-group")]
    /// Mocks `listPractitioners`: `GET /v1/practitioners`.
    fn list_practitioners<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListPractitioners>, Then<builder::ListPractitioners>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "practice-group")]
    /// Mocks `getPractitioner`: `GET /v1/practitioners/{id}`.
    fn get_practitioner<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetPractitioner>, Then<builder::GetPractitioner>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `listPatientEhrCandidates`: `GET /v1/patients/{id}/ehr/candidates`.
    fn list_patient_ehr_candidates<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListPatientEhrCandidates>,
            Then<builder::ListPatientEhrCandidates>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `connectPatientEhr`: `POST /v1/patients/{id}/ehr/connect`.
    fn connect_patient_ehr<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ConnectPatientEhr>, Then<builder::ConnectPatientEhr>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `previewPatientMerge`: `POST /v1/patients/{id}/merge/preview`.
    fn preview_patient_merge<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::PreviewPatientMerge>,
            Then<builder::PreviewPatientMerge>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `mergePatient`: `POST /v1/patients/{id}/merge`.
    fn merge_patient<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::MergePatient>, Then<builder::MergePatient>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `getPatientById`: `GET /v1/patients/{id}`.
    fn get_patient_by_id<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetPatientById>, Then<builder::GetPatientById>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `listPatientAttachments`: `GET /v1/patients/{id}/attachments`.
    fn list_patient_attachments<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListPatientAttachments>,
            Then<builder::ListPatientAttachments>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `listPatients`: `GET /v1/patients`.
    fn list_patients<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListPatients>, Then<builder::ListPatients>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `listPatientsV2`: `GET /v2/patients`.
    fn list_patients_v2<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListPatientsV2>, Then<builder::ListPatientsV2>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `listPatientsV3`: `GET /v3/patients`.
    fn list_patients_v3<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListPatientsV3>, Then<builder::ListPatientsV3>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `registerPatientPds`: `POST /v1/patients/register_pds`.
    fn register_patient_pds<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::RegisterPatientPds>, Then<builder::RegisterPatientPds>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `registerPatient`: `POST /v1/patients/register`.
    fn register_patient<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::RegisterPatient>, Then<builder::RegisterPatient>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "patients")]
    /// Mocks `getPatientByIdV2`: `GET /v2/patients/{id}`.
    fn get_patient_by_id_v2<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetPatientByIdV2>, Then<builder::GetPatientByIdV2>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `listBatchMessages`: `GET /v1/batch_message`.
    fn list_batch_messages<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListBatchMessages>, Then<builder::ListBatchMessages>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `createBatchMessage`: `POST /v1/batch_message`.
    fn create_batch_message<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::CreateBatchMessage>, Then<builder::CreateBatchMessage>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `sendBatchMessage`: `PATCH /v1/batch_message/{id}/send`.
    fn send_batch_message<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::SendBatchMessage>, Then<builder::SendBatchMessage>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `getBatchMessage`: `GET /v1/batch_message/{id}`.
    fn get_batch_message<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetBatchMessage>, Then<builder::GetBatchMessage>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `listBatchMessageRecipients`: `GET /v1/batch_message/{id}/recipients`.
    fn list_batch_message_recipients<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListBatchMessageRecipients>,
            Then<builder::ListBatchMessageRecipients>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `listBatchMessageSends`: `GET /v1/batch_message/{id}/messages`.
    fn list_batch_message_sends<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListBatchMessageSends>,
            Then<builder::ListBatchMessageSends>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `getMessage`: `GET /v1/messages/{id}`.
    fn get_message<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetMessage>, Then<builder::GetMessage>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `sendMessage`: `POST /v1/messages/send`.
    fn send_message<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::SendMessage>, Then<builder::SendMessage>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `validateSnomedCode`: `POST /v1/snomed/validate`.
    fn validate_snomed_code<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ValidateSnomedCode>, Then<builder::ValidateSnomedCode>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `listTemplates`: `GET /v1/templates`.
    fn list_templates<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListTemplates>, Then<builder::ListTemplates>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "messages")]
    /// Mocks `getAutomatedMessage`: `GET /v2/automated_messages/{id}`.
    fn get_automated_message<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetAutomatedMessage>,
            Then<builder::GetAutomatedMessage>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `getAppointment`: `GET /v1/appointments/{id}`.
    fn get_appointment<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetAppointment>, Then<builder::GetAppointment>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `editAppointment`: `PUT /v1/appointments/{id}`.
    fn edit_appointment<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::EditAppointment>, Then<builder::EditAppointment>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `getAppointmentStatus`: `GET /v1/appointments/{id}/status`.
    fn get_appointment_status<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetAppointmentStatus>,
            Then<builder::GetAppointmentStatus>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `listAppointments`: `GET /v1/appointments`.
    fn list_appointments<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListAppointments>, Then<builder::ListAppointments>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `createAppointment`: `POST /v1/appointments`.
    fn create_appointment<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::CreateAppointment>, Then<builder::CreateAppointment>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `bookAppointment`: `PATCH /v1/appointments/{id}/book`.
    fn book_appointment<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::BookAppointment>, Then<builder::BookAppointment>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `cancelAppointment`: `PATCH /v1/appointments/{id}/cancel`.
    fn cancel_appointment<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::CancelAppointment>, Then<builder::CancelAppointment>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `rescheduleAppointment`: `PATCH /v1/appointments/{id}/reschedule`.
    fn reschedule_appointment<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::RescheduleAppointment>,
            Then<builder::RescheduleAppointment>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `listSlots`: `GET /v1/slots`.
    fn list_slots<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListSlots>, Then<builder::ListSlots>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `getSlot`: `GET /v1/slots/{id}`.
    fn get_slot<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetSlot>, Then<builder::GetSlot>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `countSlots`: `GET /v1/slots/count`.
    fn count_slots<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::CountSlots>, Then<builder::CountSlots>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `checkSlotAvailability`: `POST /v1/slots/availability`.
    fn check_slot_availability<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::CheckSlotAvailability>,
            Then<builder::CheckSlotAvailability>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `listBookingLinks`: `GET /v2/bookinglinks`.
    fn list_booking_links<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListBookingLinks>, Then<builder::ListBookingLinks>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `getBookingLink`: `GET /v1/booking_links/{id}`.
    fn get_booking_link<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetBookingLink>, Then<builder::GetBookingLink>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "links")]
    /// Mocks `updateBookingLink`: `PATCH /v1/booking_links/{id}`.
    fn update_booking_link<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::UpdateBookingLink>, Then<builder::UpdateBookingLink>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking")]
    /// Mocks `listAutomatedMessages`: `GET /v2/automated_messages`.
    fn list_automated_messages<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::ListAutomatedMessages>,
            Then<builder::ListAutomatedMessages>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "episode")]
    /// Mocks `listEpisodes`: `GET /v1/episodes`.
    fn list_episodes<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListEpisodes>, Then<builder::ListEpisodes>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "episode")]
    /// Mocks `getEpisode`: `GET /v1/episodes/{id}`.
    fn get_episode<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetEpisode>, Then<builder::GetEpisode>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "episode")]
    /// Mocks `updateEpisode`: `PATCH /v1/episodes/{id}`.
    fn update_episode<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::UpdateEpisode>, Then<builder::UpdateEpisode>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "episode")]
    /// Mocks `createEpisodeNote`: `POST /v1/notes`.
    fn create_episode_note<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::CreateEpisodeNote>, Then<builder::CreateEpisodeNote>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "links")]
    /// Mocks `createAttachmentLink`: `POST /v1/attachment_links`.
    fn create_attachment_link<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::CreateAttachmentLink>,
            Then<builder::CreateAttachmentLink>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "links")]
    /// Mocks `createBookingLink`: `POST /v1/booking_links`.
    fn create_booking_link<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::CreateBookingLink>, Then<builder::CreateBookingLink>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "links")]
    /// Mocks `createFormLink`: `POST /v1/form_links`.
    fn create_form_link<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::CreateFormLink>, Then<builder::CreateFormLink>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "links")]
    /// Mocks `getLinkStatus`: `GET /v1/links/status`.
    fn get_link_status<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetLinkStatus>, Then<builder::GetLinkStatus>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "links")]
    /// Mocks `createVideoLink`: `POST /v1/video_links`.
    fn create_video_link<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::CreateVideoLink>, Then<builder::CreateVideoLink>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "short-links")]
    /// Mocks `listShortLinks`: `GET /v1/short_links`.
    fn list_short_links<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListShortLinks>, Then<builder::ListShortLinks>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "admin")]
    /// Mocks `listAdmins`: `GET /v1/admins`.
    fn list_admins<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListAdmins>, Then<builder::ListAdmins>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "admin")]
    /// Mocks `updateAdmin`: `PATCH /v1/admins/{id}`.
    fn update_admin<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::UpdateAdmin>, Then<builder::UpdateAdmin>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking-hca")]
    /// Mocks `searchHcaConsultants`: `GET /v1/booking-hca/consultants`.
    fn search_hca_consultants<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::SearchHcaConsultants>,
            Then<builder::SearchHcaConsultants>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "booking-hca")]
    /// Mocks `getHcaConsultant`: `GET /v1/booking-hca/consultants/{gmc_number}`.
    fn get_hca_consultant<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetHcaConsultant>, Then<builder::GetHcaConsultant>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "form")]
    /// Mocks `listForms`: `GET /v1/forms`.
    fn list_forms<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListForms>, Then<builder::ListForms>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "form")]
    /// Mocks `getForm`: `GET /v1/forms/{id}`.
    fn get_form<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetForm>, Then<builder::GetForm>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "form-response")]
    /// Mocks `getFormResponse`: `GET /v1/form_response/{id}`.
    fn get_form_response<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetFormResponse>, Then<builder::GetFormResponse>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "invoicing")]
    /// Mocks `listCoupons`: `GET /v1/invoicing/coupons`.
    fn list_coupons<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListCoupons>, Then<builder::ListCoupons>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "invoicing")]
    /// Mocks `listCustomers`: `GET /v1/invoicing/customers`.
    fn list_customers<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListCustomers>, Then<builder::ListCustomers>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "invoicing")]
    /// Mocks `createCustomer`: `POST /v1/invoicing/customers`.
    fn create_customer<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::CreateCustomer>, Then<builder::CreateCustomer>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "invoicing")]
    /// Mocks `getDefaultCustomer`: `GET /v1/invoicing/customers/default`.
    fn get_default_customer<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetDefaultCustomer>, Then<builder::GetDefaultCustomer>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "invoicing")]
    /// Mocks `createInvoice`: `POST /v1/invoicing/invoices`.
    fn create_invoice<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::CreateInvoice>, Then<builder::CreateInvoice>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "invoicing")]
    /// Mocks `updateInvoice`: `PATCH /v1/invoicing/invoices/{id}`.
    fn update_invoice<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::UpdateInvoice>, Then<builder::UpdateInvoice>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "invoicing")]
    /// Mocks `linkInvoice`: `POST /v1/invoicing/invoices/link`.
    fn link_invoice<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::LinkInvoice>, Then<builder::LinkInvoice>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "partners")]
    /// Mocks `getHeidiToken`: `GET /v1/partners/heidi/token`.
    fn get_heidi_token<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetHeidiToken>, Then<builder::GetHeidiToken>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "prescription")]
    /// Mocks `getPrescriberPharmacies`: `GET /v1/prescriber/{id}/pharmacies`.
    fn get_prescriber_pharmacies<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            When<builder::GetPrescriberPharmacies>,
            Then<builder::GetPrescriberPharmacies>,
        ),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "prescription")]
    /// Mocks `createPharmacy`: `POST /v1/pharmacies`.
    fn create_pharmacy<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::CreatePharmacy>, Then<builder::CreatePharmacy>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "subscriptions")]
    /// Mocks `listSubscriptions`: `GET /v1/subscriptions`.
    fn list_subscriptions<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListSubscriptions>, Then<builder::ListSubscriptions>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "task")]
    /// Mocks `updateTask`: `PATCH /v1/tasks/{id}`.
    fn update_task<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::UpdateTask>, Then<builder::UpdateTask>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "task")]
    /// Mocks `getTask`: `GET /v2/tasks/{id}`.
    fn get_task<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::GetTask>, Then<builder::GetTask>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "webhooks")]
    /// Mocks `listWebhooks`: `GET /v1/webhooks`.
    fn list_webhooks<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::ListWebhooks>, Then<builder::ListWebhooks>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "webhooks")]
    /// Mocks `createWebhook`: `POST /v1/webhooks`.
    fn create_webhook<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::CreateWebhook>, Then<builder::CreateWebhook>),
    {
        self.mock_operation(expect)
    }
    #[cfg(feature = "webhooks")]
    /// Mocks `deleteWebhook`: `DELETE /v1/webhooks/{id}`.
    fn delete_webhook<F>(&self, expect: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(When<builder::DeleteWebhook>, Then<builder::DeleteWebhook>),
    {
        self.mock_operation(expect)
    }
}

impl MockServerExt for ::httpmock::MockServer {}
