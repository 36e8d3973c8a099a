use std::fmt;

use chrono::NaiveDate;

use super::found::FoundPatient;
use crate::{Error, Hero, NhsNumber, SendWith, input::non_empty, response_fields::ResponseList, view::ViewAs};

/// A search for patients, made by [`Patients::search`](super::Patients::search).
///
/// The API has three versions of it. The third takes all filters but the EMIS id, together; the first and second take
/// one named field. This asks the newest one that knows the filters, and falls back to an older one that knows them too
/// when the server does not have the newer: [`SearchResult::version`] says which one responded.
///
/// # Examples
///
/// ```no_run
/// # async fn example(hero: hero_api_ext::Hero, born: chrono::NaiveDate) -> Result<(), hero_api_ext::Error> {
/// let found = hero.patients().search().last_name("Smith").born(born).send().await?;
/// println!("{} patients, by {:?}", found.patients().len(), found.version());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "a search does nothing until it is sent"]
pub struct PatientSearch {
    hero: Hero,
    first_name: Option<String>,
    last_name: Option<String>,
    born: Option<NaiveDate>,
    nhs_number: Option<NhsNumber>,
    ehr_partner_id: Option<String>,
    emis_id: Option<String>,
}

impl PatientSearch {
    pub(super) fn new(hero: Hero) -> Self {
        Self {
            hero,
            first_name: None,
            last_name: None,
            born: None,
            nhs_number: None,
            ehr_partner_id: None,
            emis_id: None,
        }
    }

    /// Patients with this first name.
    pub fn first_name(mut self, name: impl Into<String>) -> Self {
        self.first_name = Some(name.into());
        self
    }

    /// Patients with this last name.
    pub fn last_name(mut self, name: impl Into<String>) -> Self {
        self.last_name = Some(name.into());
        self
    }

    /// Patients born on this day.
    pub fn born(mut self, born: NaiveDate) -> Self {
        self.born = Some(born);
        self
    }

    /// The patient with this NHS number.
    pub fn nhs_number(mut self, number: NhsNumber) -> Self {
        self.nhs_number = Some(number);
        self
    }

    /// The patient with this id in the practice's own system.
    pub fn ehr_partner_id(mut self, id: impl Into<String>) -> Self {
        self.ehr_partner_id = Some(id.into());
        self
    }

    /// The patient with this id in EMIS Web. It goes alone: the version that knows it knows no other filter beside it.
    pub fn emis_id(mut self, id: impl Into<String>) -> Self {
        self.emis_id = Some(id.into());
        self
    }

    /// Searches.
    ///
    /// # Errors
    ///
    /// Before anything is sent, when there is no filter, an empty one, or an EMIS id beside others. Otherwise as every
    /// call.
    pub async fn send(self) -> Result<SearchResult, Error> {
        let Self { hero, first_name, last_name, born, nhs_number, ehr_partner_id, emis_id } = self;
        let text = |filter: Option<String>| filter.map(|text| non_empty("search filter", text)).transpose();
        let (first_name, last_name) = (text(first_name)?, text(last_name)?);
        let (ehr_partner_id, emis_id) = (text(ehr_partner_id)?, text(emis_id)?);
        let others = first_name.is_some() || last_name.is_some() || born.is_some() || nhs_number.is_some();

        match (others || ehr_partner_id.is_some(), emis_id) {
            (false, None) => return Err(Error::invalid_input("patient search", "has no filter")),
            (true, Some(_)) => return Err(Error::invalid_input("EMIS id", "cannot be combined with other filters")),
            (false, Some(emis_id)) => {
                let oldest = hero.api().list_patients().field("emis_id").search(emis_id);
                return Ok(SearchResult::new(SearchVersion::V1, oldest.view().send_with(&hero).await?));
            }
            (true, None) => {}
        }

        let newest = hero
            .api()
            .list_patients_v3()
            .maybe_first_name(first_name)
            .maybe_last_name(last_name)
            .maybe_dob(born.map(|born| born.to_string()))
            .maybe_nhs_number(nhs_number.map(|number| number.sensitive_text()))
            .maybe_ehr_partner_id(ehr_partner_id.clone());
        match (newest.view().send_with(&hero).await, ehr_partner_id) {
            (Ok(response), _) => Ok(SearchResult::new(SearchVersion::V3, response)),
            (Err(error), Some(id)) if !others && lacks_the_operation(&error) => {
                let older = hero.api().list_patients_v2().field("ehr_partner_id").search(id);
                Ok(SearchResult::new(SearchVersion::V2, older.view().send_with(&hero).await?))
            }
            (Err(error), _) => Err(error),
        }
    }
}

/// Shows which filters are set, and not to what.
impl fmt::Debug for PatientSearch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut filters = f.debug_set();
        for (name, is_set) in [
            ("first_name", self.first_name.is_some()),
            ("last_name", self.last_name.is_some()),
            ("dob", self.born.is_some()),
            ("nhs_number", self.nhs_number.is_some()),
            ("ehr_partner_id", self.ehr_partner_id.is_some()),
            ("emis_id", self.emis_id.is_some()),
        ] {
            if is_set {
                filters.entry(&format_args!("{name}"));
            }
        }
        filters.finish()
    }
}

/// A search that finds nobody is a success without patients, so these say that there is no such search.
fn lacks_the_operation(error: &Error) -> bool {
    error.status().is_some_and(|status| matches!(status.as_u16(), 404 | 405 | 410 | 501))
}

/// What a search found.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchResult {
    patients: Vec<FoundPatient>,
    version: SearchVersion,
}

impl SearchResult {
    fn new(version: SearchVersion, ResponseList(found): ResponseList) -> Self {
        Self { patients: found.into_iter().map(FoundPatient::new).collect(), version }
    }

    /// The patients, in the order of the response.
    #[must_use]
    pub fn patients(&self) -> &[FoundPatient] {
        &self.patients
    }

    /// The patients, in the order of the response, to keep.
    #[must_use]
    pub fn into_patients(self) -> Vec<FoundPatient> {
        self.patients
    }

    /// Which version of the search responded.
    #[must_use]
    pub fn version(&self) -> SearchVersion {
        self.version
    }
}

/// The versions of the search for patients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SearchVersion {
    /// `GET /v1/patients`: one named field.
    V1,
    /// `GET /v2/patients`: one named field.
    V2,
    /// `GET /v3/patients`: several filters at once.
    V3,
}
