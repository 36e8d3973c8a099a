//! The types that only operations of the tag Booking - HCA use.
mod r#get_hca_consultant;
mod r#search_hca_consultants;
pub use self::r#get_hca_consultant::GetHcaConsultantResponse;

pub use self::r#search_hca_consultants::SearchHcaConsultantsResponse;
