//! The practice's staff, as Hero knows them. Start with [`Hero::admins`].

use hero_api::builder;

use crate::{Hero, Items, PagedExt};

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
    ///     println!("{}", *admin?.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn list(&self) -> Items<'a, builder::ListAdmins<'a>> {
        self.hero.api().list_admins().items(self.hero)
    }
}
