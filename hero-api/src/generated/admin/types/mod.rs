//! The types that only operations of the tag Admin use.
mod r#list_admins;
mod r#update_admin;
pub use self::r#list_admins::{
    ListAdminsItem, ListAdminsItemPrescriberDetails, ListAdminsOrderBy,
    ListAdminsResponse,
};

pub use self::r#update_admin::{
    UpdateAdminBody, UpdateAdminBodyExternalPrescriberId,
    UpdateAdminBodyPrescriberDetails, UpdateAdminResponse,
};

/// Builders of the types.
pub mod builder {
    pub use super::r#update_admin::builder::{
        UpdateAdminBody, UpdateAdminBodyPrescriberDetails,
    };
}
