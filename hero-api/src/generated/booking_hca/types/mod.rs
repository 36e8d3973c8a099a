//! The types that only operations of the tag Booking - HCA use.

mod get_hca_consultant;
mod search_hca_consultants;

pub use self::get_hca_consultant::GetHcaConsultantResponse;
pub use self::search_hca_consultants::SearchHcaConsultantsResponse;
