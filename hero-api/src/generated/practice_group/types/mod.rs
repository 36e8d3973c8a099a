//! The types that only operations of the tag Practice Group use.

mod create_access_token;
mod get_capabilities;
mod get_configuration;
mod get_practice_group_by_id;
mod get_practitioner;
mod list_appointment_types;
mod list_locations;
mod list_practice_group_elements;
mod list_practitioners;
mod update_practice_group;

pub use self::create_access_token::CreateAccessTokenResponse;
pub use self::get_capabilities::{
    GetCapabilitiesResponse, GetCapabilitiesResponseCapabilitiesItem,
};
pub use self::get_configuration::GetConfigurationResponse;
pub use self::get_practice_group_by_id::{
    GetPracticeGroupByIdResponse, GetPracticeGroupByIdResponseAddress,
    GetPracticeGroupByIdResponseAuthenticatedAs,
};
pub use self::get_practitioner::GetPractitionerResponse;
pub use self::list_appointment_types::{
    ListAppointmentTypesItem, ListAppointmentTypesItemAssigneeType,
    ListAppointmentTypesItemPractitionerType, ListAppointmentTypesItemSector,
    ListAppointmentTypesResponse,
};
pub use self::list_locations::{ListLocationsItem, ListLocationsResponse};
pub use self::list_practice_group_elements::{
    ListPracticeGroupElementsItem, ListPracticeGroupElementsResponse,
};
pub use self::list_practitioners::{ListPractitionersItem, ListPractitionersResponse};
pub use self::update_practice_group::{
    UpdatePracticeGroupBody, UpdatePracticeGroupBodyAddress,
    UpdatePracticeGroupBodyPrescriptionPartner,
    UpdatePracticeGroupBodyPrescriptionPartnerCredentials, UpdatePracticeGroupResponse,
};

/// Builders of the types.
pub mod builder {
    pub use super::update_practice_group::builder::{
        UpdatePracticeGroupBody, UpdatePracticeGroupBodyAddress,
        UpdatePracticeGroupBodyPrescriptionPartnerCredentials,
    };
}
