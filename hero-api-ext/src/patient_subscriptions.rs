//! Patients' subscriptions to membership schemes. Start with [`Hero::patient_subscriptions`].

use hero_api::builder;

use crate::{Hero, List, PatientId};

impl Hero {
    /// Patients' subscriptions.
    #[must_use]
    pub fn patient_subscriptions(&self) -> PatientSubscriptions {
        PatientSubscriptions { hero: self.clone() }
    }
}

/// What can be done about subscriptions. Made by [`Hero::patient_subscriptions`].
#[derive(Clone, Debug)]
pub struct PatientSubscriptions {
    hero: Hero,
}

impl PatientSubscriptions {
    /// All subscriptions, page by page.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use hero_api_ext::{Error, Hero, PatientId};
    /// # async fn example(hero: Hero, patient: PatientId) -> Result<(), Error> {
    /// let subscriptions = hero.patient_subscriptions().of_patient(patient).items().into_vec().await?;
    /// println!("{}", subscriptions.len());
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "listSubscriptions")]
    pub fn list(&self) -> List<builder::ListSubscriptions> {
        List::new(self.hero.api().list_subscriptions())
    }

    /// Those of one patient.
    #[doc(alias = "listSubscriptions")]
    pub fn of_patient(&self, patient: impl Into<PatientId>) -> List<builder::ListSubscriptions> {
        List::new(self.hero.api().list_subscriptions().patient_id(patient.into().as_str()))
    }
}
