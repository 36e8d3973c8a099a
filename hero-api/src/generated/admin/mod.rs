//! Admin
//!
//! Staff accounts, which Hero calls admins.

mod list_admins;
mod update_admin;
pub mod types;

pub use self::list_admins::{ListAdmins, LIST_ADMINS};
pub use self::update_admin::{UpdateAdmin, UPDATE_ADMIN};

/// # Admin
impl crate::Client {
    /// List admins.
    ///
    /// Lists the admins, which are the accounts of the practice staff.
    ///
    /// `GET /v1/admins` (`listAdmins`)
    ///
    /// Read from the public reference.
    pub fn list_admins(&self) -> ListAdmins {
        ListAdmins::new(self.clone())
    }
    /// Update an admin.
    ///
    /// Changes the given values of an admin.
    ///
    /// `PATCH /v1/admins/{id}` (`updateAdmin`)
    ///
    /// Read from the public reference.
    pub fn update_admin(&self) -> UpdateAdmin {
        UpdateAdmin::new(self.clone())
    }
}
