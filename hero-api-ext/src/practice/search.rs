use std::fmt;

use hero_api::Json;

use super::{AppointmentType, Location, Practitioner};
use crate::{Error, Hero, Id, call::send_when_awaited, id::id_text, view::ViewAs};

/// What is looked for. A filter that is not set is not sent.
#[derive(Clone)]
struct Search {
    hero: Hero,
    location_ids: Option<Vec<String>>,
    appointment_type_ids: Option<Vec<String>>,
    has_availability: Option<bool>,
}

impl Search {
    fn new(hero: Hero) -> Self {
        Self { hero, location_ids: None, appointment_type_ids: None, has_availability: None }
    }
}

/// The parts that every search here has.
macro_rules! search {
    ($name:ident, $item:ident) => {
        impl $name {
            pub(super) fn new(hero: Hero) -> Self {
                Self(Search::new(hero))
            }

            /// Only those with free slots, or only those without.
            pub fn with_availability(mut self, yes: bool) -> Self {
                self.0.has_availability = Some(yes);
                self
            }

            /// Sends the search.
            pub async fn send(self) -> Result<Vec<$item>, Error> {
                Ok(Json::items(self.response().await?).into_iter().map($item::from).collect())
            }
        }

        send_when_awaited!($name => Vec<$item>);

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))
                    .field("has_availability", &self.0.has_availability)
                    .finish_non_exhaustive()
            }
        }
    };
}

/// A search for appointment types.
///
/// # Errors
///
/// As `listAppointmentTypes`.
#[derive(Clone)]
#[must_use = "a search does nothing until it is sent"]
pub struct AppointmentTypeSearch(Search);

search!(AppointmentTypeSearch, AppointmentType);

impl AppointmentTypeSearch {
    /// Only those offered at this location. Called again, at any of them.
    pub fn at_location(mut self, id: impl Into<Id>) -> Self {
        self.0.location_ids.get_or_insert_default().push(id_text(id));
        self
    }

    async fn response(self) -> Result<Json, Error> {
        let Search { hero, location_ids, has_availability, .. } = self.0;
        let operation = hero.api().list_appointment_types();
        let operation = operation.maybe_location_ids(location_ids).maybe_has_availability(has_availability);
        operation.view().send().await
    }
}

/// A search for locations.
///
/// # Errors
///
/// As `listLocations`.
#[derive(Clone)]
#[must_use = "a search does nothing until it is sent"]
pub struct LocationSearch(Search);

search!(LocationSearch, Location);

impl LocationSearch {
    /// Only those that offer this appointment type. Called again, any of them.
    pub fn for_appointment_type(mut self, id: impl Into<Id>) -> Self {
        self.0.appointment_type_ids.get_or_insert_default().push(id_text(id));
        self
    }

    async fn response(self) -> Result<Json, Error> {
        let Search { hero, appointment_type_ids, has_availability, .. } = self.0;
        let operation = hero.api().list_locations();
        let operation =
            operation.maybe_appointment_type_ids(appointment_type_ids).maybe_has_availability(has_availability);
        operation.view().send().await
    }
}

/// A search for those who see patients.
///
/// # Errors
///
/// As `listPractitioners`.
#[derive(Clone)]
#[must_use = "a search does nothing until it is sent"]
pub struct PractitionerSearch(Search);

search!(PractitionerSearch, Practitioner);

impl PractitionerSearch {
    /// Only those at this location. Called again, at any of them.
    pub fn at_location(mut self, id: impl Into<Id>) -> Self {
        self.0.location_ids.get_or_insert_default().push(id_text(id));
        self
    }

    /// Only those who offer this appointment type. Called again, any of them.
    pub fn for_appointment_type(mut self, id: impl Into<Id>) -> Self {
        self.0.appointment_type_ids.get_or_insert_default().push(id_text(id));
        self
    }

    async fn response(self) -> Result<Json, Error> {
        let Search { hero, location_ids, appointment_type_ids, has_availability } = self.0;
        let operation = hero
            .api()
            .list_practitioners()
            .maybe_location_ids(location_ids)
            .maybe_appointment_type_ids(appointment_type_ids)
            .maybe_has_availability(has_availability);
        operation.view().send().await
    }
}
