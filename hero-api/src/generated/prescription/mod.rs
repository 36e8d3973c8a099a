//! Prescription
//!
//! Prescribers and their pharmacies.

mod get_prescriber_pharmacies;
mod create_pharmacy;
pub mod types;

pub use self::get_prescriber_pharmacies::{
    GetPrescriberPharmacies, GET_PRESCRIBER_PHARMACIES,
};
pub use self::create_pharmacy::{CreatePharmacy, CREATE_PHARMACY};

/// # Prescription
impl crate::Client {
    /// List the pharmacies of a prescriber.
    ///
    /// Lists the pharmacies of one prescriber.
    ///
    /// `GET /v1/prescriber/{id}/pharmacies` (`getPrescriberPharmacies`)
    ///
    /// Read from the public reference.
    pub fn get_prescriber_pharmacies(&self) -> GetPrescriberPharmacies {
        GetPrescriberPharmacies::new(self.clone())
    }
    /// Create a pharmacy.
    ///
    /// Creates a pharmacy for a prescriber.
    ///
    /// `POST /v1/pharmacies` (`createPharmacy`)
    ///
    /// Read from the public reference.
    pub fn create_pharmacy(&self) -> CreatePharmacy {
        CreatePharmacy::new(self.clone())
    }
}
