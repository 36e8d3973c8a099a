//! The types that only operations of the tag Patients use.

mod connect_patient_ehr;
mod get_patient_by_id;
mod get_patient_by_id_v2;
mod inferred_patient_identifier;
mod inferred_patient_identifier_label;
mod inferred_patient_identifier_name;
mod inferred_patient_identifier_role;
mod inferred_patient_identifier_source;
mod list_patient_attachments;
mod list_patient_ehr_candidates;
mod list_patients;
mod list_patients_v2;
mod list_patients_v3;
mod merge_patient;
mod preview_patient_merge;
mod register_patient_body;
mod register_patient_body_with_email;
mod register_patient_body_with_email_dob;
mod register_patient_body_with_email_email;
mod register_patient_body_with_email_first_name;
mod register_patient_body_with_email_last_name;
mod register_patient_body_with_email_nhs_number;
mod register_patient_body_with_mobile;
mod register_patient_body_with_mobile_dob;
mod register_patient_body_with_mobile_first_name;
mod register_patient_body_with_mobile_last_name;
mod register_patient_body_with_mobile_mobile;
mod register_patient_body_with_mobile_nhs_number;
mod register_patient_pds;
mod register_patient_response;

pub use self::connect_patient_ehr::{ConnectPatientEhrBody, ConnectPatientEhrResponse};
pub use self::get_patient_by_id::{GetPatientByIdResponse, GetPatientByIdResponseStatus};
pub use self::get_patient_by_id_v2::GetPatientByIdV2DataSource;
pub use self::inferred_patient_identifier::InferredPatientIdentifier;
pub use self::inferred_patient_identifier_label::InferredPatientIdentifierLabel;
pub use self::inferred_patient_identifier_name::InferredPatientIdentifierName;
pub use self::inferred_patient_identifier_role::InferredPatientIdentifierRole;
pub use self::inferred_patient_identifier_source::InferredPatientIdentifierSource;
pub use self::list_patient_attachments::{
    ListPatientAttachmentsItem, ListPatientAttachmentsResponse,
};
pub use self::list_patient_ehr_candidates::{
    ListPatientEhrCandidatesResponse, PatientCandidate,
};
pub use self::list_patients::{ListPatientsItem, ListPatientsResponse};
pub use self::list_patients_v2::{ListPatientsV2Item, ListPatientsV2Response};
pub use self::list_patients_v3::{ListPatientsV3Response, ListedPatient};
pub use self::merge_patient::{
    MergePatientBody, MergePatientBodyPatientId, MergePatientResponse,
};
pub use self::preview_patient_merge::{
    PreviewPatientMergeBody, PreviewPatientMergeBodyPatientId,
    PreviewPatientMergeResponse,
};
pub use self::register_patient_body::RegisterPatientBody;
pub use self::register_patient_body_with_email::RegisterPatientBodyWithEmail;
pub use self::register_patient_body_with_email_dob::RegisterPatientBodyWithEmailDob;
pub use self::register_patient_body_with_email_email::RegisterPatientBodyWithEmailEmail;
pub use self::register_patient_body_with_email_first_name::RegisterPatientBodyWithEmailFirstName;
pub use self::register_patient_body_with_email_last_name::RegisterPatientBodyWithEmailLastName;
pub use self::register_patient_body_with_email_nhs_number::RegisterPatientBodyWithEmailNhsNumber;
pub use self::register_patient_body_with_mobile::RegisterPatientBodyWithMobile;
pub use self::register_patient_body_with_mobile_dob::RegisterPatientBodyWithMobileDob;
pub use self::register_patient_body_with_mobile_first_name::RegisterPatientBodyWithMobileFirstName;
pub use self::register_patient_body_with_mobile_last_name::RegisterPatientBodyWithMobileLastName;
pub use self::register_patient_body_with_mobile_mobile::RegisterPatientBodyWithMobileMobile;
pub use self::register_patient_body_with_mobile_nhs_number::RegisterPatientBodyWithMobileNhsNumber;
pub use self::register_patient_pds::{
    RegisterPatientPdsBody, RegisterPatientPdsBodyByDemographics,
    RegisterPatientPdsBodyByNhsNumber, RegisterPatientPdsBodyByNhsNumberEhrPartner,
    RegisterPatientPdsBodyByNhsNumberEhrPartnerId, RegisterPatientPdsResponse,
    RegisterPatientPdsResponseIdentityCheck, RegisterPatientPdsResponseRegistered,
};
pub use self::register_patient_response::RegisterPatientResponse;

/// Builders of the types.
pub mod builder {
    pub use super::connect_patient_ehr::builder::ConnectPatientEhrBody;
    pub use super::merge_patient::builder::MergePatientBody;
    pub use super::preview_patient_merge::builder::PreviewPatientMergeBody;
    pub use super::register_patient_body_with_email::builder::RegisterPatientBodyWithEmail;
    pub use super::register_patient_body_with_mobile::builder::RegisterPatientBodyWithMobile;
    pub use super::register_patient_pds::builder::{
        RegisterPatientPdsBodyByDemographics, RegisterPatientPdsBodyByNhsNumber,
    };
}
