use std::fmt;

use chrono::NaiveDate;
use hero_api::Operation;

use super::found_patients::{FoundPatients, PageOf, SearchVersion};
use crate::{Error, Hero, Id, NhsNumber, PagedExt, call::send_when_awaited, id::id_text, input::non_empty};

/// A search for patients, made by [`Patients::search`](super::Patients::search).
///
/// The API has three versions of it. The third takes all filters but the EMIS id, together; the first and second take
/// one named field. This asks the newest one that knows the filters, and falls back to an older one that knows them too
/// when the server does not have the newer: [`FoundPatients::version`] says which one responded.
///
/// # Examples
///
/// ```no_run
/// # async fn example(hero: hero_api_ext::Hero, born: chrono::NaiveDate) -> Result<(), hero_api_ext::Error> {
/// let mut found = hero.patients().search().last_name("Smith").born(born).send().await?;
/// while let Some(patient) = found.next().await {
///     println!("{:?}", patient?.id());
/// }
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
    page_size: Option<u64>,
    limit: Option<u64>,
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
            page_size: None,
            limit: None,
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
    pub fn ehr_partner_id(mut self, id: impl Into<Id>) -> Self {
        self.ehr_partner_id = Some(id_text(id));
        self
    }

    /// The patient with this id in EMIS Web. It goes alone: the version that knows it knows no other filter beside it.
    pub fn emis_id(mut self, id: impl Into<Id>) -> Self {
        self.emis_id = Some(id_text(id));
        self
    }

    /// How many patients to ask for at a time. The server may give fewer; neither its default nor its maximum is documented.
    pub fn page_size(mut self, size: u64) -> Self {
        self.page_size = Some(size);
        self
    }

    /// The most patients to find.
    pub fn limit(mut self, patients: u64) -> Self {
        self.limit = Some(patients);
        self
    }

    /// Searches, and returns what is found as a stream. The first page has arrived by then; each other one is asked for
    /// when its first patient is.
    ///
    /// # Errors
    ///
    /// Before anything is sent, when there is no filter, an empty one, or an EMIS id beside others. Otherwise as every
    /// call.
    pub async fn send(self) -> Result<FoundPatients, Error> {
        let Self { hero, first_name, last_name, born, nhs_number, ehr_partner_id, emis_id, page_size, limit } = self;
        let text = |filter: Option<String>| filter.map(|text| non_empty("search filter", text)).transpose();
        let (first_name, last_name) = (text(first_name)?, text(last_name)?);
        let (ehr_partner_id, emis_id) = (text(ehr_partner_id)?, text(emis_id)?);
        let others = first_name.is_some() || last_name.is_some() || born.is_some() || nhs_number.is_some();
        let window = Window { page_size, limit };

        match (others || ehr_partner_id.is_some(), emis_id) {
            (false, None) => return Err(Error::invalid_input("patient search", "has no filter")),
            (true, Some(_)) => return Err(Error::invalid_input("EMIS id", "cannot be combined with other filters")),
            (false, Some(emis_id)) => {
                let oldest = hero.api().list_patients().field("emis_id").search(emis_id);
                return window.begin(oldest, SearchVersion::V1).await;
            }
            (true, None) => {}
        }

        let newest = hero
            .api()
            .list_patients_v3()
            .maybe_first_name(first_name)
            .maybe_last_name(last_name)
            .maybe_nhs_number(nhs_number.map(|number| number.sensitive_text()))
            .maybe_ehr_partner_id(ehr_partner_id.clone());
        // Whether the description calls the parameter a date or a text, this is how it is written.
        let newest = PageOf::new(newest).with_query("dob", born.map(|born| born.to_string()));
        match (window.begin_with(newest, SearchVersion::V3).await, ehr_partner_id) {
            (Err(error), Some(id)) if !others && lacks_the_operation(&error) => {
                let older = hero.api().list_patients_v2().field("ehr_partner_id").search(id);
                window.begin(older, SearchVersion::V2).await
            }
            (found, _) => found,
        }
    }
}

/// How much of a list is wanted.
#[derive(Clone, Copy)]
struct Window {
    page_size: Option<u64>,
    limit: Option<u64>,
}

impl Window {
    async fn begin<O>(self, operation: O, version: SearchVersion) -> Result<FoundPatients, Error>
    where
        O: Operation + Clone + 'static,
    {
        self.begin_with(PageOf::new(operation), version).await
    }

    async fn begin_with<O>(self, operation: PageOf<O>, version: SearchVersion) -> Result<FoundPatients, Error>
    where
        O: Operation + Clone + 'static,
    {
        let mut pages = operation.pages().without_prefetch();
        if let Some(size) = self.page_size {
            pages = pages.page_size(size);
        }
        if let Some(limit) = self.limit {
            pages = pages.limit(limit);
        }
        FoundPatients::begin(pages, version).await
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

send_when_awaited!(PatientSearch => FoundPatients);
