//! The types that only operations of the tag Prescription use.

mod create_pharmacy;
mod get_prescriber_pharmacies;
mod pharmacy;

pub use self::create_pharmacy::{CreatePharmacyBody, CreatePharmacyBodyPrescriberId};
pub use self::get_prescriber_pharmacies::GetPrescriberPharmaciesResponse;
pub use self::pharmacy::Pharmacy;

/// Builders of the types.
pub mod builder {
    pub use super::create_pharmacy::builder::CreatePharmacyBody;
}
