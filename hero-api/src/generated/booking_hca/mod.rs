//! Booking - HCA
//!
//! Consultants of HCA.

mod search_hca_consultants;
mod get_hca_consultant;
pub mod types;

pub use self::search_hca_consultants::{SearchHcaConsultants, SEARCH_HCA_CONSULTANTS};
pub use self::get_hca_consultant::{GetHcaConsultant, GET_HCA_CONSULTANT};

/// # Booking - HCA
impl crate::Client {
    /// Search HCA consultants.
    ///
    /// Searches the consultants of HCA.
    ///
    /// `GET /v1/booking-hca/consultants` (`searchHcaConsultants`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn search_hca_consultants(&self) -> SearchHcaConsultants {
        SearchHcaConsultants::new(self.clone())
    }
    /// Get an HCA consultant.
    ///
    /// Returns one consultant of HCA by GMC number.
    ///
    /// `GET /v1/booking-hca/consultants/{gmc_number}` (`getHcaConsultant`)
    ///
    /// **Inferred**: no public page states this operation in full, so its method, path or shapes are a careful guess.
    pub fn get_hca_consultant(&self) -> GetHcaConsultant {
        GetHcaConsultant::new(self.clone())
    }
}
