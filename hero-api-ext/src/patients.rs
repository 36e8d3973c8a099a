//! Patients: find them, register them through the NHS Personal Demographics Service (PDS), connect and merge their
//! records.
//!
//! Start with [`Hero::patients`]. To message a patient, take their [`PatientId`] to [`Hero::messages`].

mod details;
mod found;
mod found_patients;
mod identity;
mod merge;
mod registration;
mod search;

use hero_api::{Operation, ResponseValue, builder};

pub use details::PatientDetails;
pub use found::FoundPatient;
pub use found_patients::{FoundPatients, SearchVersion};
pub use identity::Identity;
pub use merge::{MergePreview, MergedPatient};
pub use registration::{IdentityCheck, Registration};
pub use search::PatientSearch;

use crate::{Call, Hero, Id, PatientId, id::id_text, input::non_empty, response_fields::ResponseList, view::ViewAs};

/// A patient as [`Patients::get`] returns them: the response of `getPatientById`.
pub type PatientRecord = <builder::GetPatientById as Operation>::Output;

/// A patient as [`Patients::get_from_ehr`] returns them: the response of `getPatientByIdV2`.
pub type EhrPatientRecord = <builder::GetPatientByIdV2 as Operation>::Output;

/// The response of `listPatientAttachments`.
pub type PatientAttachments = <builder::ListPatientAttachments as Operation>::Output;

/// The response of `connectPatientEhr`.
pub type EhrConnection = <builder::ConnectPatientEhr as Operation>::Output;

impl Hero {
    /// Patients: register, find, connect, merge.
    #[must_use]
    pub fn patients(&self) -> Patients {
        Patients { hero: self.clone() }
    }
}

/// What can be done with patients. Made by [`Hero::patients`].
#[derive(Clone, Debug)]
pub struct Patients {
    hero: Hero,
}

impl Patients {
    /// Registers a person with the practice group, by what the PDS knows them by.
    ///
    /// Hero traces the person on the NHS Spine. Somebody whom the practice group knows already comes back with the id
    /// they have, so calling this again changes nothing. A patient of another practice in the network is registered as
    /// a temporary patient.
    ///
    /// # Errors
    ///
    /// Before anything is sent, when a name or the postcode is empty or nobody alive can be born on the birth date.
    /// Otherwise as every call; in particular [`is_not_found`](crate::Error::is_not_found) when the PDS knows no such person,
    /// and [`is_validation`](crate::Error::is_validation) when Hero finds fault with the details.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use chrono::NaiveDate;
    /// use hero_api_ext::{Hero, NhsNumber, patients::{Identity, Registration}};
    ///
    /// # async fn example(hero: Hero, born: NaiveDate) -> Result<(), hero_api_ext::Error> {
    /// let number: NhsNumber = "943 476 5919".parse()?;
    /// match hero.patients().register(Identity::nhs_number(number, born)).send().await? {
    ///     Registration::Registered(patient) => println!("patient {patient}"),
    ///     Registration::IdentityCheck(check) => {
    ///         // Show the person this page; afterwards call `register` again.
    ///         let page = check.sensitive_login_url();
    ///     }
    ///     _ => {}
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "registerPatientPds")]
    pub fn register(&self, identity: Identity) -> Call<Registration> {
        Call::new(registration::register(self.hero.clone(), identity))
    }

    /// Creates a patient from details that the caller vouches for, or updates the one of the practice group who has the
    /// same NHS number and birth date. The PDS is not asked.
    ///
    /// Prefer [`register`](Self::register) for NHS patients.
    ///
    /// # Errors
    ///
    /// Before anything is sent, when a required detail is empty or nobody alive can be born on the birth date.
    /// Otherwise as every call.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use hero_api_ext::{Hero, patients::PatientDetails};
    ///
    /// # async fn example(hero: Hero, born: chrono::NaiveDate) -> Result<(), hero_api_ext::Error> {
    /// let details = PatientDetails::with_mobile("Ann", "Smith", born, "07700 900123".parse()?);
    /// let patient = hero.patients().save(details.postcode("LS1 4AP")).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "registerPatient")]
    pub fn save(&self, details: PatientDetails) -> Call<PatientId> {
        Call::new(details.save(self.hero.clone()))
    }

    /// One patient, as Hero holds them.
    ///
    /// # Errors
    ///
    /// As every call; [`is_not_found`](crate::Error::is_not_found) when the practice group has no such patient.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// let patient = hero.patients().get(98_765).send().await?;
    /// if patient.mobile.is_none() {
    ///     println!("no mobile number on file");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "getPatientById")]
    pub fn get(&self, patient: impl Into<PatientId>) -> Call<PatientRecord> {
        Call::operation(self.hero.api().get_patient_by_id().id(patient.into().as_str()))
    }

    /// One patient, as the practice's own system (EMIS Web, TPP `SystmOne`) holds them.
    ///
    /// # Errors
    ///
    /// As [`get`](Self::get).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// let registered = hero.patients().get_from_ehr(98_765).send().await?.ehr_registered;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "getPatientByIdV2")]
    pub fn get_from_ehr(&self, patient: impl Into<PatientId>) -> Call<EhrPatientRecord> {
        let request = self.hero.api().get_patient_by_id_v2().id(patient.into().as_str());
        Call::operation(request.data_source("ehr"))
    }

    /// Starts a search. Give it at least one filter, then [`send`](PatientSearch::send) it.
    #[doc(alias("listPatients", "listPatientsV2", "listPatientsV3"))]
    pub fn search(&self) -> PatientSearch {
        PatientSearch::new(self.hero.clone())
    }

    /// The records of the practice's own system that this patient could be the same as.
    ///
    /// # Errors
    ///
    /// As every call.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use hero_api_ext::{Error, Hero, PatientId};
    /// # async fn example(hero: Hero, patient: PatientId) -> Result<(), Error> {
    /// let patients = hero.patients();
    /// if let [only] = &patients.ehr_candidates(&patient).send().await?[..]
    ///     && let Some(record) = only.ehr_partner_id()
    /// {
    ///     patients.connect_ehr(&patient, record).send().await?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "listPatientEhrCandidates")]
    pub fn ehr_candidates(&self, patient: impl Into<PatientId>) -> Call<Vec<FoundPatient>> {
        let request = self.hero.api().list_patient_ehr_candidates().id(patient.into().as_str());
        Call::new(async move {
            let ResponseList(candidates) = request.view().send().await?;
            Ok(candidates.into_iter().map(FoundPatient::new).collect())
        })
    }

    /// Links the patient to a record of the practice's own system, mostly one of
    /// [`ehr_candidates`](Self::ehr_candidates).
    ///
    /// # Errors
    ///
    /// Before anything is sent, when `ehr_partner_id` is empty. Otherwise as every call.
    #[doc(alias = "connectPatientEhr")]
    pub fn connect_ehr(&self, patient: impl Into<PatientId>, ehr_partner_id: impl Into<Id>) -> Call<EhrConnection> {
        let request = self.hero.api().connect_patient_ehr().id(patient.into().as_str());
        let record = id_text(ehr_partner_id);
        Call::new(async move {
            let record = non_empty("EHR partner id", record)?;
            Ok(ResponseValue::into_inner(request.body_map(|body| body.ehr_partner_id(record)).send().await?))
        })
    }

    /// Asks what merging two patients would give. A merge begins here: the preview holds the token that
    /// [`MergePreview::merge`] needs.
    ///
    /// The reference does not say which of the two survives. Look at both afterwards.
    ///
    /// # Errors
    ///
    /// Before anything is sent, when both ids are the same. Otherwise as every call.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # fn confirmed(_: &hero_api_ext::patients::MergePreview) -> bool { true }
    /// # use hero_api_ext::{Error, Hero, PatientId};
    /// # async fn example(hero: Hero, patient: PatientId, other: PatientId) -> Result<(), Error> {
    /// let preview = hero.patients().preview_merge(patient, other).send().await?;
    /// if confirmed(&preview) {
    ///     preview.merge().send().await?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "previewPatientMerge")]
    pub fn preview_merge(&self, patient: impl Into<PatientId>, other: impl Into<PatientId>) -> Call<MergePreview> {
        Call::new(MergePreview::ask(self.hero.clone(), patient.into(), other.into()))
    }

    /// The attachments that the practice's own system holds for the patient.
    ///
    /// # Errors
    ///
    /// As every call.
    #[doc(alias = "listPatientAttachments")]
    pub fn attachments(&self, patient: impl Into<PatientId>) -> Call<PatientAttachments> {
        Call::operation(self.hero.api().list_patient_attachments().id(patient.into().as_str()))
    }
}
