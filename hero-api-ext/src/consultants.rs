//! Consultants of HCA, for partners who book with them. Start with [`Hero::consultants`].
//!
//! The reference names both operations and shows no response, so consultants are open values.

use hero_api::Json;

use crate::{Error, Hero, SendWith, input::non_empty, view::ViewAs};

impl Hero {
    /// Consultants of HCA.
    #[must_use]
    pub fn consultants(&self) -> Consultants<'_> {
        Consultants { hero: self }
    }
}

/// What can be asked about the consultants of HCA. Made by [`Hero::consultants`].
#[derive(Clone, Copy, Debug)]
pub struct Consultants<'a> {
    hero: &'a Hero,
}

impl Consultants<'_> {
    /// The consultants for whom this text is found.
    ///
    /// # Errors
    ///
    /// As `searchHcaConsultants`; [`is_forbidden`](Error::is_forbidden) most likely when the key is no HCA partner's.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// for consultant in hero.consultants().search("cardiology").await? {
    ///     println!("{}", consultant["last_name"]);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn search(&self, text: &str) -> Result<Vec<Json>, Error> {
        let response: Json = self.hero.api().search_hca_consultants().search(text).view().send_with(self.hero).await?;
        Ok(response.items())
    }

    /// One consultant, by the number under which the General Medical Council has registered them.
    ///
    /// # Errors
    ///
    /// Before anything is sent, when the number is empty. Otherwise as `getHcaConsultant`;
    /// [`is_not_found`](Error::is_not_found) when there is no such consultant.
    pub async fn get(&self, gmc_number: impl Into<String>) -> Result<Json, Error> {
        let gmc_number = non_empty("GMC number", gmc_number.into())?;
        self.hero.api().get_hca_consultant().gmc_number(gmc_number).view().send_with(self.hero).await
    }
}
