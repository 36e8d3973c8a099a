use std::{fmt, future::IntoFuture};

use hero_api::{BoxFuture, Json};

use super::{AppointmentType, Location, Practitioner};
use crate::{Error, Hero, SendWith, view::ViewAs};

/// What is looked for. A filter that is not set is not sent.
#[derive(Clone, Debug)]
struct Search<'a> {
    hero: &'a Hero,
    location_ids: Option<Vec<String>>,
    appointment_type_ids: Option<Vec<String>>,
    has_availability: Option<bool>,
}

impl<'a> Search<'a> {
    fn new(hero: &'a Hero) -> Self {
        Self { hero, location_ids: None, appointment_type_ids: None, has_availability: None }
    }
}

/// The parts that every search here has.
macro_rules! search {
    ($name:ident, $item:ident) => {
        impl<'a> $name<'a> {
            pub(super) fn new(hero: &'a Hero) -> Self {
                Self(Search::new(hero))
            }

            /// Only those with free slots, or only those without.
            pub fn with_availability(mut self, yes: bool) -> Self {
                self.0.has_availability = Some(yes);
                self
            }

            async fn found(self) -> Result<Vec<$item>, Error> {
                Ok(self.response().await?.items().into_iter().map($item::from).collect())
            }
        }

        impl<'a> IntoFuture for $name<'a> {
            type Output = Result<Vec<$item>, Error>;
            type IntoFuture = BoxFuture<'a, Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                Box::pin(self.found())
            }
        }

        impl fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.0).finish()
            }
        }
    };
}

/// A search for appointment types. `await` it.
///
/// # Errors
///
/// As `listAppointmentTypes`.
#[derive(Clone)]
#[must_use = "a search does nothing until it is awaited"]
pub struct AppointmentTypeSearch<'a>(Search<'a>);

search!(AppointmentTypeSearch, AppointmentType);

impl AppointmentTypeSearch<'_> {
    /// Only those offered at this location. Called again, at any of them.
    pub fn at_location(mut self, id: impl Into<String>) -> Self {
        self.0.location_ids.get_or_insert_default().push(id.into());
        self
    }

    async fn response(self) -> Result<Json, Error> {
        let Search { hero, location_ids, has_availability, .. } = self.0;
        let operation = hero.api().list_appointment_types();
        let operation = operation.maybe_location_ids(location_ids).maybe_has_availability(has_availability);
        operation.view().send_with(hero).await
    }
}

/// A search for locations. `await` it.
///
/// # Errors
///
/// As `listLocations`.
#[derive(Clone)]
#[must_use = "a search does nothing until it is awaited"]
pub struct LocationSearch<'a>(Search<'a>);

search!(LocationSearch, Location);

impl LocationSearch<'_> {
    /// Only those that offer this appointment type. Called again, any of them.
    pub fn for_appointment_type(mut self, id: impl Into<String>) -> Self {
        self.0.appointment_type_ids.get_or_insert_default().push(id.into());
        self
    }

    async fn response(self) -> Result<Json, Error> {
        let Search { hero, appointment_type_ids, has_availability, .. } = self.0;
        let operation = hero.api().list_locations();
        let operation =
            operation.maybe_appointment_type_ids(appointment_type_ids).maybe_has_availability(has_availability);
        operation.view().send_with(hero).await
    }
}

/// A search for those who see patients. `await` it.
///
/// # Errors
///
/// As `listPractitioners`.
#[derive(Clone)]
#[must_use = "a search does nothing until it is awaited"]
pub struct PractitionerSearch<'a>(Search<'a>);

search!(PractitionerSearch, Practitioner);

impl PractitionerSearch<'_> {
    /// Only those at this location. Called again, at any of them.
    pub fn at_location(mut self, id: impl Into<String>) -> Self {
        self.0.location_ids.get_or_insert_default().push(id.into());
        self
    }

    /// Only those who offer this appointment type. Called again, any of them.
    pub fn for_appointment_type(mut self, id: impl Into<String>) -> Self {
        self.0.appointment_type_ids.get_or_insert_default().push(id.into());
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
        operation.view().send_with(hero).await
    }
}
