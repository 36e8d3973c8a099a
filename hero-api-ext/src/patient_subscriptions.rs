//! Patients' subscriptions to membership schemes. Start with [`Hero::patient_subscriptions`].

use hero_api::builder;

use crate::{Hero, Items, PagedExt, PatientId};

impl Hero {
    /// Patients' subscriptions.
    #[must_use]
    pub fn patient_subscriptions(&self) -> PatientSubscriptions<'_> {
        PatientSubscriptions { hero: self }
    }
}

/// What can be done about subscriptions. Made by [`Hero::patient_subscriptions`].
#[derive(Clone, Copy, Debug)]
pub struct PatientSubscriptions<'a> {
    hero: &'a Hero,
}

impl<'a> PatientSubscriptions<'a> {
    /// All subscriptions, page by page.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// let subscriptions = hero.patient_subscriptions().of_patient(98_765).into_vec().await?;
    /// println!("{}", subscriptions.len());
    /// # Ok(())
    /// # }
    /// ```
    pub fn list(&self) -> Items<'a, builder::ListSubscriptions<'a>> {
        self.hero.api().list_subscriptions().items(self.hero)
    }

    /// Those of one patient.
    pub fn of_patient(&self, patient: impl Into<PatientId>) -> Items<'a, builder::ListSubscriptions<'a>> {
        self.hero.api().list_subscriptions().patient_id(patient.into().as_str()).items(self.hero)
    }
}
