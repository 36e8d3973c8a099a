//! Pharmacies that a prescriber sends prescriptions to. Start with [`Hero::prescriptions`].

use hero_api::{Operation, ResponseValue, builder};

use crate::{Call, EmailAddress, Hero, Id, PhoneNumber, id::id_text, input::non_empty};

/// The pharmacies of a prescriber: the response of `getPrescriberPharmacies`.
pub type PharmacyList = <builder::GetPrescriberPharmacies as Operation>::Output;

/// A pharmacy: the response of `createPharmacy`.
pub type Pharmacy = <builder::CreatePharmacy as Operation>::Output;

impl Hero {
    /// Prescribing: pharmacies.
    #[must_use]
    pub fn prescriptions(&self) -> Prescriptions {
        Prescriptions { hero: self.clone() }
    }
}

/// What can be done about prescriptions. Made by [`Hero::prescriptions`].
#[derive(Clone, Debug)]
pub struct Prescriptions {
    hero: Hero,
}

impl Prescriptions {
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
    /// for pharmacy in hero.prescriptions().pharmacies("31").send().await?.data {
    ///     println!("{}", pharmacy.name);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "getPrescriberPharmacies")]
    pub fn pharmacies(&self, prescriber: impl Into<Id>) -> Call<PharmacyList> {
        Call::operation(self.hero.api().get_prescriber_pharmacies().id(id_text(prescriber)))
    }

    /// Adds a pharmacy to a prescriber.
    ///
    /// # Errors
    ///
    /// Before anything is sent, when the name is empty. Otherwise as every call.
    #[doc(alias = "createPharmacy")]
    pub fn add_pharmacy(
        &self,
        prescriber: impl Into<Id>,
        name: impl Into<String>,
        email: EmailAddress,
        mobile: PhoneNumber,
    ) -> Call<Pharmacy> {
        let (request, prescriber, name) = (self.hero.api().create_pharmacy(), id_text(prescriber), name.into());
        Call::new(async move {
            let name = non_empty("name of the pharmacy", name)?;
            let request = request.body_map(|body| {
                let body = body.prescriber_id(prescriber).name(name);
                body.email(email.sensitive_text()).mobile(mobile.sensitive_text())
            });
            Ok(ResponseValue::into_inner(request.send().await?))
        })
    }
}
