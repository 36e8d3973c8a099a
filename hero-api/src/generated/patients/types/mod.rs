//! The types that only operations of the tag Patients use.
mod r#connect_patient_ehr;
mod r#get_patient_by_id;
mod r#get_patient_by_id_v2;
mod r#list_patient_attachments;
mod r#list_patient_ehr_candidates;
mod r#list_patients;
mod r#list_patients_v2;
mod r#list_patients_v3;
mod r#merge_patient;
mod r#preview_patient_merge;
mod r#register_patient;
mod r#register_patient_pds;
pub use self::r#connect_patient_ehr::{ConnectPatientEhrBody, ConnectPatientEhrResponse};

pub use self::r#get_patient_by_id::{
    GetPatientByIdResponse, GetPatientByIdResponseStatus,
};

pub use self::r#get_patient_by_id_v2::GetPatientByIdV2DataSource;

pub use self::r#list_patient_attachments::{
    ListPatientAttachmentsItem, ListPatientAttachmentsResponse,
};

pub use self::r#list_patient_ehr_candidates::ListPatientEhrCandidatesResponse;

pub use self::r#list_patients::{ListPatientsItem, ListPatientsResponse};

pub use self::r#list_patients_v2::ListPatientsV2Response;

pub use self::r#list_patients_v3::ListPatientsV3Response;

pub use self::r#merge_patient::{
    MergePatientBody, MergePatientBodyPatientId, MergePatientResponse,
};

pub use self::r#preview_patient_merge::{
    PreviewPatientMergeBody, PreviewPatientMergeBodyPatientId,
    PreviewPatientMergeResponse,
};

pub use self::r#register_patient::{
    RegisterPatientBody, RegisterPatientBodyWithEmail, RegisterPatientBodyWithEmailDob,
    RegisterPatientBodyWithEmailEmail, RegisterPatientBodyWithEmailFirstName,
    RegisterPatientBodyWithEmailLastName, RegisterPatientBodyWithEmailNhsNumber,
    RegisterPatientBodyWithMobile, RegisterPatientBodyWithMobileDob,
    RegisterPatientBodyWithMobileFirstName, RegisterPatientBodyWithMobileLastName,
    RegisterPatientBodyWithMobileMobile, RegisterPatientBodyWithMobileNhsNumber,
    RegisterPatientResponse,
};

pub use self::r#register_patient_pds::{
    RegisterPatientPdsBody, RegisterPatientPdsBodyByDemographics,
    RegisterPatientPdsBodyByNhsNumber, RegisterPatientPdsBodyByNhsNumberEhrPartner,
    RegisterPatientPdsBodyByNhsNumberEhrPartnerId, RegisterPatientPdsResponse,
    RegisterPatientPdsResponseIdentityCheck, RegisterPatientPdsResponseRegistered,
};

/// Builders of the types.
pub mod builder {
    pub use super::r#connect_patient_ehr::builder::ConnectPatientEhrBody;
    pub use super::r#merge_patient::builder::MergePatientBody;
    pub use super::r#preview_patient_merge::builder::PreviewPatientMergeBody;
    pub use super::r#register_patient::builder::{
        RegisterPatientBodyWithEmail, RegisterPatientBodyWithMobile,
    };
    pub use super::r#register_patient_pds::builder::{
        RegisterPatientPdsBodyByDemographics, RegisterPatientPdsBodyByNhsNumber,
    };
}
