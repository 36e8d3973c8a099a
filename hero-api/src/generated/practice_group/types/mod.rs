//! The types that only operations of the tag Practice Group use.
mod r#create_access_token;
mod r#get_capabilities;
mod r#get_configuration;
mod r#get_practice_group_by_id;
mod r#get_practitioner;
mod r#list_appointment_types;
mod r#list_locations;
mod r#list_practice_group_elements;
mod r#list_practitioners;
mod r#update_practice_group;
pub use self::r#create_access_token::CreateAccessTokenResponse;

pub use self::r#get_capabilities::{
    GetCapabilitiesResponse, GetCapabilitiesResponseCapabilitiesItem,
};

pub use self::r#get_configuration::GetConfigurationResponse;

pub use self::r#get_practice_group_by_id::{
    GetPracticeGroupByIdResponse, GetPracticeGroupByIdResponseAddress,
    GetPracticeGroupByIdResponseAuthenticatedAs,
};

pub use self::r#get_practitioner::GetPractitionerResponse;

pub use self::r#list_appointment_types::{
    ListAppointmentTypesItem, ListAppointmentTypesItemAssigneeType,
    ListAppointmentTypesItemPractitionerType, ListAppointmentTypesItemSector,
    ListAppointmentTypesResponse,
};

pub use self::r#list_locations::{ListLocationsItem, ListLocationsResponse};

pub use self::r#list_practice_group_elements::{
    ListPracticeGroupElementsItem, ListPracticeGroupElementsResponse,
};

pub use self::r#list_practitioners::{ListPractitionersItem, ListPractitionersResponse};

pub use self::r#update_practice_group::{
    UpdatePracticeGroupBody, UpdatePracticeGroupBodyAddress,
    UpdatePracticeGroupBodyPrescriptionPartner,
    UpdatePracticeGroupBodyPrescriptionPartnerCredentials, UpdatePracticeGroupResponse,
};

/// Builders of the types.
pub mod builder {
    pub use super::r#update_practice_group::builder::{
        UpdatePracticeGroupBody, UpdatePracticeGroupBodyAddress,
        UpdatePracticeGroupBodyPrescriptionPartnerCredentials,
    };
}
