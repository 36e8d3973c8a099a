//! The types that only operations of the tag Admin use.

mod list_admins;
mod update_admin;

pub use self::list_admins::{
    ListAdminsItem, ListAdminsItemPrescriberDetails, ListAdminsOrderBy,
    ListAdminsResponse,
};
pub use self::update_admin::{
    UpdateAdminBody, UpdateAdminBodyExternalPrescriberId,
    UpdateAdminBodyPrescriberDetails, UpdateAdminResponse,
};

/// Builders of the types.
pub mod builder {
    pub use super::update_admin::builder::{
        UpdateAdminBody, UpdateAdminBodyPrescriberDetails,
    };
}
