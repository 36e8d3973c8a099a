//! Pharmacies that a prescriber sends prescriptions to. Start with [`Hero::prescriptions`].

use hero_api::{Operation, builder};

use crate::{EmailAddress, Error, Hero, PhoneNumber, SendWith, input::non_empty};

/// The pharmacies of a prescriber: the response of `getPrescriberPharmacies`.
pub type PharmacyList = <builder::GetPrescriberPharmacies<'static> as Operation>::Output;

/// A pharmacy: the response of `createPharmacy`.
pub type Pharmacy = <builder::CreatePharmacy<'static> as Operation>::Output;

impl Hero {
    /// Prescribing: pharmacies.
    #[must_use]
    pub fn prescriptions(&self) -> Prescriptions<'_> {
        Prescriptions { hero: self }
    }
}

/// What can be done about prescriptions. Made by [`Hero::prescriptions`].
#[derive(Clone, Copy, Debug)]
pub struct Prescriptions<'a> {
    hero: &'a Hero,
}

impl Prescriptions<'_> {
    /// The pharmacies of a prescriber.
    ///
    /// # Errors
    ///
    /// As every call.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// for pharmacy in hero.prescriptions().pharmacies("31").await?.data {
    ///     println!("{}", pharmacy.name);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn pharmacies(&self, prescriber: &str) -> Result<PharmacyList, Error> {
        self.hero.api().get_prescriber_pharmacies().id(prescriber).send_with(self.hero).await
    }

    /// Adds a pharmacy to a prescriber.
    ///
    /// # Errors
    ///
    /// Before anything is sent, when the name is empty. Otherwise as every call.
    pub async fn add_pharmacy(
        &self,
        prescriber: &str,
        name: impl Into<String>,
        email: EmailAddress,
        mobile: PhoneNumber,
    ) -> Result<Pharmacy, Error> {
        let name = non_empty("name of the pharmacy", name.into())?;
        let request = self.hero.api().create_pharmacy().body_map(|body| {
            let body = body.prescriber_id(prescriber).name(name);
            body.email(email.sensitive_text()).mobile(mobile.sensitive_text())
        });
        request.send_with(self.hero).await
    }
}
