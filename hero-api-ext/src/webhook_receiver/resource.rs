use hero_api::{
    Client, Operation, ResponseValue,
    builder::{GetAppointment, GetFormResponse, GetMessage, GetPatientByIdV2},
};

use super::Event;
use crate::{Call, Error, Hero};

/// The output of an operation, so that the names that the bindings give to outputs need not be known here.
type Output<O> = <O as Operation>::Output;

/// What an event is about, fetched from Hero.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Resource {
    /// The response of `getAppointment`.
    Appointment(Box<Output<GetAppointment>>),
    /// The response of `getFormResponse`.
    FormResponse(Box<Output<GetFormResponse>>),
    /// The response of `getMessage`, which tells how a write to the record went.
    Message(Box<Output<GetMessage>>),
    /// The response of `getPatientByIdV2`.
    Patient(Box<Output<GetPatientByIdV2>>),
}

enum Kind {
    Appointment,
    FormResponse,
    Message,
    Patient,
}

impl Kind {
    /// What Hero calls the thing counts more than what is known of the event.
    fn of(event: &Event) -> Option<Self> {
        match event.object() {
            Some("Appointment") => Some(Self::Appointment),
            Some("FormSubmission" | "FormResponse") => Some(Self::FormResponse),
            Some("Message") => Some(Self::Message),
            Some("Patient") => Some(Self::Patient),
            Some(_) => None,
            None => Self::by_name(event),
        }
    }

    fn by_name(event: &Event) -> Option<Self> {
        match event {
            Event::AppointmentConfirmed { .. }
            | Event::AppointmentRescheduled { .. }
            | Event::AppointmentCancelled { .. } => Some(Self::Appointment),
            Event::FormSubmissionCreated { .. } => Some(Self::FormResponse),
            Event::PatientMedicalRecordUpdated { .. } | Event::PatientAddedToSequence { .. } => Some(Self::Patient),
            Event::WriteToRecordSucceeded { .. } | Event::WriteToRecordFailed { .. } => Some(Self::Message),
            Event::PrescriptionIssued { .. } | Event::Unknown { .. } => None,
        }
    }
}

impl Event {
    /// Fetches what the event is about, acting for the practice group that it names.
    ///
    /// `None` when there is no way to fetch it: the event lacks an id, or Hero documents no operation that reads such a
    /// thing. It documents none for prescriptions. An unknown event about a known kind of thing is resolved.
    ///
    /// It may have changed since the event: Hero returns what is so now.
    ///
    /// # Errors
    ///
    /// See [`Error`]; [`is_not_found`](Error::is_not_found) if it is gone. In a webhook handler, respond with 503 then,
    /// so that Hero repeats the delivery.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use hero_api_ext::{Error, Hero, webhook_receiver::{Delivery, Resource}};
    ///
    /// async fn on_delivery(hero: &Hero, delivery: Delivery) -> Result<(), Error> {
    ///     match delivery.event().resolve(hero).send().await? {
    ///         Some(Resource::Appointment(appointment)) => println!("it starts at {:?}", appointment.start_time),
    ///         other => println!("{other:?}"),
    ///     }
    ///     Ok(())
    /// }
    /// ```
    pub fn resolve(&self, hero: &Hero) -> Call<Option<Resource>> {
        let (Some(kind), Some(id), Some(practice_group_id)) = (Kind::of(self), self.id(), self.practice_group_id())
        else {
            return Call::new(async { Ok(None) });
        };
        let (hero, id) = (hero.with_practice_group(practice_group_id), id.to_owned());
        Call::new(async move { fetch(hero.api(), kind, id).await.map(Some) })
    }
}

async fn fetch(api: &Client, kind: Kind, id: String) -> Result<Resource, Error> {
    Ok(match kind {
        Kind::Appointment => {
            Resource::Appointment(Box::new(ResponseValue::into_inner(api.get_appointment().id(id).send().await?)))
        }
        Kind::FormResponse => {
            Resource::FormResponse(Box::new(ResponseValue::into_inner(api.get_form_response().id(id).send().await?)))
        }
        Kind::Message => Resource::Message(Box::new(ResponseValue::into_inner(api.get_message().id(id).send().await?))),
        Kind::Patient => {
            Resource::Patient(Box::new(ResponseValue::into_inner(api.get_patient_by_id_v2().id(id).send().await?)))
        }
    })
}
