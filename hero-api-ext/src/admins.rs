//! The practice's staff, as Hero knows them. Start with [`Hero::admins`].

use hero_api::{Operation, builder};

use crate::{Error, Hero, Items, PagedExt, SendWith, input::non_empty};

/// The response of `updateAdmin`.
pub type UpdatedAdmin = <builder::UpdateAdmin<'static> as Operation>::Output;

impl Hero {
    /// The practice's staff.
    #[must_use]
    pub fn admins(&self) -> Admins<'_> {
        Admins { hero: self }
    }
}

/// What can be done about the practice's staff. Made by [`Hero::admins`].
#[derive(Clone, Copy, Debug)]
pub struct Admins<'a> {
    hero: &'a Hero,
}

impl<'a> Admins<'a> {
    /// Everybody, page by page.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// let mut admins = hero.admins().list();
    /// while let Some(admin) = admins.next().await {
    ///     println!("{}", admin?.id.as_str());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn list(&self) -> Items<'a, builder::ListAdmins<'a>> {
        self.hero.api().list_admins().items(self.hero)
    }

    /// Sets the id that a member of staff has as a prescriber elsewhere.
    ///
    /// # Errors
    ///
    /// Before anything is sent, when the id is empty. Otherwise as every call.
    pub async fn set_external_prescriber(&self, admin: &str, id: impl Into<String>) -> Result<UpdatedAdmin, Error> {
        let id = non_empty("external prescriber id", id.into())?;
        let request = self.hero.api().update_admin().id(admin);
        request.body_map(|body| body.external_prescriber_id(id)).send_with(self.hero).await
    }
}
