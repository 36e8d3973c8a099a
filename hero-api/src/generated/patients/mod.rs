//! Patients
//!
//! Find, register, link and merge patients.

mod list_patient_ehr_candidates;
mod connect_patient_ehr;
mod preview_patient_merge;
mod merge_patient;
mod get_patient_by_id;
mod list_patient_attachments;
mod list_patients;
mod list_patients_v2;
mod list_patients_v3;
mod register_patient_pds;
mod register_patient;
mod get_patient_by_id_v2;
pub mod types;

pub use self::list_patient_ehr_candidates::{
    ListPatientEhrCandidates, LIST_PATIENT_EHR_CANDIDATES,
};
pub use self::connect_patient_ehr::{ConnectPatientEhr, CONNECT_PATIENT_EHR};
pub use self::preview_patient_merge::{PreviewPatientMerge, PREVIEW_PATIENT_MERGE};
pub use self::merge_patient::{MergePatient, MERGE_PATIENT};
pub use self::get_patient_by_id::{GetPatientById, GET_PATIENT_BY_ID};
pub use self::list_patient_attachments::{
    ListPatientAttachments, LIST_PATIENT_ATTACHMENTS,
};
pub use self::list_patients::{ListPatients, LIST_PATIENTS};
pub use self::list_patients_v2::{ListPatientsV2, LIST_PATIENTS_V2};
pub use self::list_patients_v3::{ListPatientsV3, LIST_PATIENTS_V3};
pub use self::register_patient_pds::{RegisterPatientPds, REGISTER_PATIENT_PDS};
pub use self::register_patient::{RegisterPatient, REGISTER_PATIENT};
pub use self::get_patient_by_id_v2::{GetPatientByIdV2, GET_PATIENT_BY_ID_V2};

/// # Patients
impl crate::Client {
    /// List EHR records that may match a patient.
    ///
    /// Lists the records of the EHR that this patient could be connected to.
    ///
    /// `GET /v1/patients/{id}/ehr/candidates` (`listPatientEhrCandidates`)
    ///
    /// Read from the public reference.
    pub fn list_patient_ehr_candidates(&self) -> ListPatientEhrCandidates {
        ListPatientEhrCandidates::new(self.clone())
    }
    /// Connect a patient to an EHR record.
    ///
    /// Connects the patient to a record of the EHR.
    ///
    /// `POST /v1/patients/{id}/ehr/connect` (`connectPatientEhr`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn connect_patient_ehr(&self) -> ConnectPatientEhr {
        ConnectPatientEhr::new(self.clone())
    }
    /// Preview a merge of two patients.
    ///
    /// Shows what a merge of two patients would lead to, and hands out the token that mergePatient asks for.
    ///
    /// `POST /v1/patients/{id}/merge/preview` (`previewPatientMerge`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn preview_patient_merge(&self) -> PreviewPatientMerge {
        PreviewPatientMerge::new(self.clone())
    }
    /// Merge two patients.
    ///
    /// Merges one patient into another, with the token that previewPatientMerge handed out.
    ///
    /// `POST /v1/patients/{id}/merge` (`mergePatient`)
    ///
    /// Read from the public reference.
    pub fn merge_patient(&self) -> MergePatient {
        MergePatient::new(self.clone())
    }
    /// Get a patient (v1).
    ///
    /// Returns one patient from the data in Hero.
    ///
    /// `GET /v1/patients/{id}` (`getPatientById`)
    ///
    /// Read from the public reference.
    pub fn get_patient_by_id(&self) -> GetPatientById {
        GetPatientById::new(self.clone())
    }
    /// List the EHR attachments of a patient.
    ///
    /// Lists the attachments that the EHR keeps for the patient. createAttachmentLink takes the id of such a
    /// file as `ehr_file_id`.
    ///
    /// `GET /v1/patients/{id}/attachments` (`listPatientAttachments`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn list_patient_attachments(&self) -> ListPatientAttachments {
        ListPatientAttachments::new(self.clone())
    }
    /// Search patients (v1).
    ///
    /// Searches the patients by a single field. It is still published beside the second and the third
    /// version.
    ///
    /// `GET /v1/patients` (`listPatients`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn list_patients(&self) -> ListPatients {
        ListPatients::new(self.clone())
    }
    /// Search patients (v2).
    ///
    /// Searches the patients by a single field.
    ///
    /// `GET /v2/patients` (`listPatientsV2`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn list_patients_v2(&self) -> ListPatientsV2 {
        ListPatientsV2::new(self.clone())
    }
    /// Search patients by several fields (v3).
    ///
    /// Searches the patients by one or more named filters. A call needs at least one of them. The operation
    /// is found in the newest pages only.
    ///
    /// `GET /v3/patients` (`listPatientsV3`)
    ///
    /// Read from the public reference.
    pub fn list_patients_v3(&self) -> ListPatientsV3 {
        ListPatientsV3::new(self.clone())
    }
    /// Register a patient through PDS.
    ///
    /// Looks a person up on the NHS Spine and returns their patient id in Hero; somebody new to the
    /// practice group becomes a patient. Give NHS number and birth date, or forename, surname, date of birth
    /// and postcode. An unknown patient of a practice in the network is registered as a temporary patient. If
    /// the response holds a `login_url`, send the person there to prove who they are, then call again.
    ///
    /// `POST /v1/patients/register_pds` (`registerPatientPds`)
    ///
    /// Read from the public reference.
    pub fn register_patient_pds(&self) -> RegisterPatientPds {
        RegisterPatientPds::new(self.clone())
    }
    /// Register a patient without PDS.
    ///
    /// Adds a patient to the practice group without asking the NHS Spine. A patient already there under this
    /// NHS number and birth date is updated instead.
    ///
    /// `POST /v1/patients/register` (`registerPatient`)
    ///
    /// Read from the public reference.
    pub fn register_patient(&self) -> RegisterPatient {
        RegisterPatient::new(self.clone())
    }
    /// Get a patient (v2).
    ///
    /// Returns one patient, either as Hero holds it or directly from the EHR.
    ///
    /// `GET /v2/patients/{id}` (`getPatientByIdV2`)
    ///
    /// Read from the public reference.
    pub fn get_patient_by_id_v2(&self) -> GetPatientByIdV2 {
        GetPatientByIdV2::new(self.clone())
    }
}
