//! Consultants of HCA, for partners who book with them. Start with [`Hero::consultants`].
//!
//! The reference names both operations and shows no response, so consultants are open values.

use hero_api::Json;

use crate::{Call, Hero, input::non_empty, view::ViewAs};

impl Hero {
    /// Consultants of HCA.
    #[must_use]
    pub fn consultants(&self) -> Consultants {
        Consultants { hero: self.clone() }
    }
}

/// What can be asked about the consultants of HCA. Made by [`Hero::consultants`].
#[derive(Clone, Debug)]
pub struct Consultants {
    hero: Hero,
}

impl Consultants {
    /// The consultants for whom this text is found.
    ///
    /// # Errors
    ///
    /// As `searchHcaConsultants`; [`is_forbidden`](crate::Error::is_forbidden) most likely when the key is no HCA partner's.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// for consultant in hero.consultants().search("cardiology").send().await? {
    ///     println!("{}", consultant["last_name"]);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "searchHcaConsultants")]
    pub fn search(&self, text: &str) -> Call<Vec<Json>> {
        let request = self.hero.api().search_hca_consultants().search(text);
        Call::new(async move { Ok(Json::items(request.view::<Json>().send().await?)) })
    }

    /// One consultant, by the number under which the General Medical Council has registered them.
    ///
    /// # Errors
    ///
    /// Before anything is sent, when the number is empty. Otherwise as `getHcaConsultant`;
    /// [`is_not_found`](crate::Error::is_not_found) when there is no such consultant.
    #[doc(alias = "getHcaConsultant")]
    pub fn get(&self, gmc_number: impl Into<String>) -> Call<Json> {
        let (request, gmc_number) = (self.hero.api().get_hca_consultant(), gmc_number.into());
        Call::new(async move {
            let gmc_number = non_empty("GMC number", gmc_number)?;
            request.gmc_number(gmc_number).view().send().await
        })
    }
}
