//! Practice Group
//!
//! The practice group that the call is made for: its settings, locations, appointment types and
//! practitioners.

mod create_access_token;
mod list_appointment_types;
mod list_locations;
mod list_practice_group_elements;
mod get_practice_group_by_id;
mod update_practice_group;
mod get_capabilities;
mod get_configuration;
mod list_practitioners;
mod get_practitioner;
pub mod types;

pub use self::create_access_token::{CreateAccessToken, CREATE_ACCESS_TOKEN};
pub use self::list_appointment_types::{ListAppointmentTypes, LIST_APPOINTMENT_TYPES};
pub use self::list_locations::{ListLocations, LIST_LOCATIONS};
pub use self::list_practice_group_elements::{
    ListPracticeGroupElements, LIST_PRACTICE_GROUP_ELEMENTS,
};
pub use self::get_practice_group_by_id::{GetPracticeGroupById, GET_PRACTICE_GROUP_BY_ID};
pub use self::update_practice_group::{UpdatePracticeGroup, UPDATE_PRACTICE_GROUP};
pub use self::get_capabilities::{GetCapabilities, GET_CAPABILITIES};
pub use self::get_configuration::{GetConfiguration, GET_CONFIGURATION};
pub use self::list_practitioners::{ListPractitioners, LIST_PRACTITIONERS};
pub use self::get_practitioner::{GetPractitioner, GET_PRACTITIONER};

/// # Practice Group
impl crate::Client {
    /// Get a token for Hero Elements.
    ///
    /// Issues a JWT for the Hero Elements UI components, which take it as their `jwt-token` attribute. It is
    /// valid for 30 minutes and must be fetched by a server, never by a browser. It does not replace the key
    /// of this API. The request has no body.
    ///
    /// `POST /v1/access_token` (`createAccessToken`)
    ///
    /// Read from the public reference.
    pub fn create_access_token(&self) -> CreateAccessToken {
        CreateAccessToken::new(self.clone())
    }
    /// List appointment types.
    ///
    /// Lists the appointment types that the practice group has set up.
    ///
    /// `GET /v1/appointment_types` (`listAppointmentTypes`)
    ///
    /// Read from the public reference.
    pub fn list_appointment_types(&self) -> ListAppointmentTypes {
        ListAppointmentTypes::new(self.clone())
    }
    /// List locations.
    ///
    /// Lists the locations of the practice group where patients can book online.
    ///
    /// `GET /v1/locations` (`listLocations`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn list_locations(&self) -> ListLocations {
        ListLocations::new(self.clone())
    }
    /// List the Hero Elements of the practice group.
    ///
    /// Lists the Hero Elements that are assigned to the practice group of the call.
    ///
    /// `GET /v1/me/elements` (`listPracticeGroupElements`)
    ///
    /// Read from the public reference.
    pub fn list_practice_group_elements(&self) -> ListPracticeGroupElements {
        ListPracticeGroupElements::new(self.clone())
    }
    /// Get the practice group.
    ///
    /// Returns the practice group that the headers of the call name. In spite of its id the operation takes
    /// no id.
    ///
    /// `GET /v1/me` (`getPracticeGroupById`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn get_practice_group_by_id(&self) -> GetPracticeGroupById {
        GetPracticeGroupById::new(self.clone())
    }
    /// Update the practice group.
    ///
    /// Changes the given values of the practice group.
    ///
    /// `PATCH /v1/me` (`updatePracticeGroup`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn update_practice_group(&self) -> UpdatePracticeGroup {
        UpdatePracticeGroup::new(self.clone())
    }
    /// Get the capabilities of the practice group.
    ///
    /// Tells what the practice group can do.
    ///
    /// `GET /v1/me/capabilities` (`getCapabilities`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn get_capabilities(&self) -> GetCapabilities {
        GetCapabilities::new(self.clone())
    }
    /// Get the configuration of the practice group.
    ///
    /// Returns the configuration settings of the practice group.
    ///
    /// `GET /v1/me/configuration` (`getConfiguration`)
    ///
    /// Read from the public reference.
    pub fn get_configuration(&self) -> GetConfiguration {
        GetConfiguration::new(self.clone())
    }
    /// List practitioners.
    ///
    /// Lists the practitioners of the practice group. The operation is one of the newest.
    ///
    /// `GET /v1/practitioners` (`listPractitioners`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn list_practitioners(&self) -> ListPractitioners {
        ListPractitioners::new(self.clone())
    }
    /// Get a practitioner.
    ///
    /// Returns one practitioner. The operation is one of the newest.
    ///
    /// `GET /v1/practitioners/{id}` (`getPractitioner`)
    ///
    /// Read from the public reference.
    pub fn get_practitioner(&self) -> GetPractitioner {
        GetPractitioner::new(self.clone())
    }
}
