//! The practice's staff, as Hero knows them. Start with [`Hero::admins`].

use hero_api::{Operation, ResponseValue, builder};

use crate::{Call, Hero, Id, List, id::id_text, input::non_empty};

/// The response of `updateAdmin`.
pub type UpdatedAdmin = <builder::UpdateAdmin as Operation>::Output;

impl Hero {
    /// The practice's staff.
    #[must_use]
    pub fn admins(&self) -> Admins {
        Admins { hero: self.clone() }
    }
}

/// What can be done about the practice's staff. Made by [`Hero::admins`].
#[derive(Clone, Debug)]
pub struct Admins {
    hero: Hero,
}

impl Admins {
    /// Everybody, page by page.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// let mut admins = hero.admins().list().items();
    /// while let Some(admin) = admins.next().await {
    ///     println!("{}", admin?.id.as_str());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "listAdmins")]
    pub fn list(&self) -> List<builder::ListAdmins> {
        List::new(self.hero.api().list_admins())
    }

    /// Sets the id that a member of staff has as a prescriber elsewhere.
    ///
    /// # Errors
    ///
    /// Before anything is sent, when the id is empty. Otherwise as every call.
    #[doc(alias = "updateAdmin")]
    pub fn set_external_prescriber(&self, admin: impl Into<Id>, id: impl Into<Id>) -> Call<UpdatedAdmin> {
        let (request, id) = (self.hero.api().update_admin().id(id_text(admin)), id_text(id));
        Call::new(async move {
            let id = non_empty("external prescriber id", id)?;
            Ok(ResponseValue::into_inner(request.body_map(|body| body.external_prescriber_id(id)).send().await?))
        })
    }
}
