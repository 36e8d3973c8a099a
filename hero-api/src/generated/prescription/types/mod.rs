//! The types that only operations of the tag Prescription use.
mod r#create_pharmacy;
mod r#get_prescriber_pharmacies;
mod r#pharmacy;
pub use self::r#create_pharmacy::{CreatePharmacyBody, CreatePharmacyBodyPrescriberId};

pub use self::r#get_prescriber_pharmacies::GetPrescriberPharmaciesResponse;

pub use self::r#pharmacy::Pharmacy;

/// Builders of the types.
pub mod builder {
    pub use super::r#create_pharmacy::builder::CreatePharmacyBody;
}
