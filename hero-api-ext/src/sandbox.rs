//! The practice in a box: a local Hero with invented patients, to try things on and to test against.
//!
//! Use it instead of the mock server of the developer portal, which repeats samples, remembers nothing and posts no webhooks.
//! The sandbox has a state: slots get taken, reservations run out, messages get into the record, webhooks are posted.
//!
//! It needs the feature `sandbox`, which nothing turns on by default.
//!
//! # In a test
//!
//! ```
//! use hero_api_ext::sandbox::Sandbox;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = Sandbox::builder().patients(200).slots(60).start().await?;
//! let hero = sandbox.hero()?;
//!
//! // Patients are numbered from 1.
//! let patient = 7;
//! let sent = hero.messages().sms(patient, "Your blood test is due.").send().await?;
//! assert_eq!(sandbox.messages()[0].id, sent.id().as_str());
//!
//! sandbox.fail_next("getPatientById", 404)?;
//! let error = hero.patients().get(patient).send().await.err();
//! assert!(error.is_some_and(|error| error.is_not_found()));
//! # Ok(())
//! # }
//! ```
//!
//! # Beside mocks of your own
//!
//! A mock that names every required field fails as soon as an update of the description requires one more.
//! [`completed_response`] adds to what your test is about whatever else the description requires.
//!
//! # As a program, for any language
//!
//! ```text
//! cargo run -p hero-api-ext --features sandbox --example sandbox -- --port 4010
//! ```
//!
//! Then `http://127.0.0.1:4010/` shows patients, slots, messages and deliveries, and these lines work in a shell:
//!
//! ```sh
//! hero() { curl -sS -H 'x-api-key: sandbox-key' -H 'x-practice-group-id: 12' -H 'content-type: application/json' "$@"; }
//! hero http://127.0.0.1:4010/v1/me
//! hero 'http://127.0.0.1:4010/v3/patients?last_name=Patel&page_size=2'
//! hero http://127.0.0.1:4010/v1/patients/register_pds -d '{"nhs_number":"999 900 0010","dob":"1985-07-14"}'
//! hero http://127.0.0.1:4010/v1/messages/send -d '{"patient_id":"7","message_type":"sms","message_string":"Hello"}'
//! hero 'http://127.0.0.1:4010/v1/slots?page_size=1'
//! hero http://127.0.0.1:4010/v1/webhooks -d '{"event_type":"appointment.confirmed","url":"http://127.0.0.1:8080/","signing_key":"secret"}'
//! ```
//!
//! A program that starts by [`Hero::from_env`](crate::Hero::from_env) runs against it with `HERO_BASE_URL=http://127.0.0.1:4010`,
//! `HERO_API_KEY=sandbox-key` and `HERO_PRACTICE_GROUP_ID=12`.
//!
//! # Who is there
//!
//! Patients have the ids from 1 on. All people are invented, and their numbers are from ranges that are kept for tests. Every
//! 25th patient has no mobile number, and every 20th has no record in the practice's own system, so that writing to the record
//! fails. The Personal Demographics Service (PDS) knows all patients, and these people besides
//! (see [`Sandbox::pds_people`]), all with the postcode `ZZ99 3VZ`:
//!
//! | name | born | NHS number | registering them |
//! | --- | --- | --- | --- |
//! | Ada Fernsby | 1985-07-14 | 999 900 0010 | succeeds |
//! | Bram Oakes | 1990-12-31 | 999 900 0029 | needs an identity check: a POST to the `login_url` passes it |
//! | Clara Whitlock | 1952-02-29 | 999 900 0037 | succeeds |
//! | Devika Pryce | 2001-05-05 | 999 900 0045 | succeeds |
//! | Eoin Marsh | 1978-11-23 | 999 900 0053 | needs an identity check |
//! | Freya Lindqvist | 1969-08-02 | 999 900 0061 | succeeds |
//!
//! Anybody else is unknown: 404.
//!
//! # What is documented, and what is invented
//!
//! The sandbox serves the description that the bindings are generated from, and everything that a request or response holds fits
//! it. Where the guide tells a flow there is a state; all other operations respond with a value made from the description.
//!
//! | part | documented | invented |
//! | --- | --- | --- |
//! | keys | both headers on every call; another group of the network may be named | 401 without a known key, 403 for a group outside the network |
//! | requests | what the description says of parameters and bodies; dates are taken where times are described | fields that it does not name are ignored |
//! | errors | 400 with `error`, `statusCode`, `message[]` of `code`, `expected`, `path`; 404 without a body | every code but Zod's; a conflict is a 400 |
//! | rate limit | 429 | when; there is no `Retry-After`, since none is documented |
//! | lists | `data` and `count`, pages from zero | `count` is the total; 20 items a page, 1000 at most |
//! | registration | both ways to trace, both success bodies, an existing patient comes back | who has to prove what; the page for it |
//! | search | v3 needs a filter | filters are exact, whatever the case |
//! | merging | preview, token, merge | the patient of the path survives |
//! | slots | filters, window | their fields (those of `getSlot`); days are those of UTC, both included |
//! | appointments | reserve, then confirm; edit before, reschedule after; runs out by itself | 15 minutes, as the product does it; 404 once it ran out; the body of `rescheduleAppointment`; status words |
//! | cancelling | `suppress_cancellation_policy` | the policy: 24 hours |
//! | messages | a contact on file or in the request; approval unless `auto_write_to_record` | delivered after 1 second, written after 2; status words |
//! | batches | the states of batch, recipient and message, in this order | tracing takes 2 seconds, sending 3; a second `send` is a conflict |
//! | `listBatchMessages` | one object | the newest batch, with `data` and `count` beside it |
//! | links | named links ask for the birth date; `active: false` closes one; status `unused` | the other status words; using a booking link books the first free slot |
//! | webhooks | one event each, the four members of the payload, both headers, HMAC-SHA256 over time, dot and body | hex, seconds; posted again after 1, 5, 30 and 120 seconds, signed anew; the list has no keys |
//! | `write-to-record` events | their names | their payload: the message, with the four members |
//! | other events | their names and payloads | they happen when [`Sandbox::emit`] says so; connecting a record emits `patient.medical-record-updated` |
//!
//! # Time
//!
//! All times come from [`SandboxBuilder::clock`]. With a [`TestClock`](crate::clock::TestClock) nothing happens by itself: what
//! is due in two seconds is done when the clock was moved by two seconds, by
//! [`advance`](crate::clock::TestClock::advance) or by a client that sleeps on the same clock.
//!
//! # What it does not do
//!
//! * It checks neither scopes of keys nor anything else that Hero grants out of band.
//! * It keeps nothing: all is gone when it stops. It listens on loopback only.
//! * It says nothing about how fast Hero is.

#[expect(clippy::unnecessary_wraps, reason = "all handlers have one signature")]
mod appointments;
mod batches;
mod builder;
mod complete;
mod description;
mod fault;
mod handlers;
mod incoming;
mod links;
mod messages;
mod mocked;
mod page;
mod patients;
mod pds;
mod people;
#[expect(clippy::unnecessary_wraps, reason = "all handlers have one signature")]
mod practice;
mod record;
mod refusal;
mod sample;
mod scene;
mod schema;
mod server;
mod slots;
#[expect(clippy::unnecessary_wraps, reason = "all handlers have one signature")]
mod webhooks;

use std::{fmt, sync::Arc, sync::PoisonError, time::Duration};

use http::StatusCode;
use tokio::sync::oneshot;

pub use builder::{SandboxBuilder, SandboxError};
pub use fault::Fault;
pub use mocked::completed_response;
pub use people::Person;
pub use record::{DeliveryRecord, MessageRecord};
pub use webhooks::DeliveryState;

use crate::{Credentials, Environment, Error, Hero, HeroBuilder, RateLimit, limit::LocalLimiter};

/// The key of the practice group that there is unless others are set.
pub const API_KEY: &str = "sandbox-key";
/// The practice group that there is unless others are set.
pub const PRACTICE_GROUP: &str = "12";

/// A local Hero. It runs until it is dropped. [The module](self) says what it does.
pub struct Sandbox {
    shared: Arc<server::Shared>,
    /// Ids and keys of the practice groups.
    groups: Vec<(String, String)>,
    _stop: oneshot::Sender<()>,
}

impl Sandbox {
    /// Starts a sandbox; [`SandboxBuilder::start`] makes it.
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder::new()
    }

    /// A sandbox as it is unless anything is set, with one practice group of 200 patients.
    ///
    /// # Errors
    ///
    /// As [`SandboxBuilder::start`].
    pub async fn start() -> Result<Self, SandboxError> {
        Self::builder().start().await
    }

    /// Where it listens, for example `http://127.0.0.1:4010`.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.shared.base_url
    }

    /// It as an environment of a client.
    #[must_use]
    pub fn environment(&self) -> Environment {
        Environment::Custom(self.base_url().to_owned())
    }

    /// The credentials of the first practice group.
    #[must_use]
    pub fn credentials(&self) -> Credentials {
        let (id, key) = self.groups.first().map_or((PRACTICE_GROUP, API_KEY), |(id, key)| (id, key));
        Credentials::new(key, id)
    }

    /// A client of the first practice group, with the clock of the sandbox.
    ///
    /// # Errors
    ///
    /// As [`HeroBuilder::build`].
    pub fn hero(&self) -> Result<Hero, Error> {
        self.hero_builder().build()
    }

    /// As [`hero`](Self::hero), with settings to add.
    pub fn hero_builder(&self) -> HeroBuilder {
        let builder = Hero::builder().environment(self.environment()).credentials(self.credentials());
        builder.clock(Arc::clone(&self.shared.clock))
    }

    /// Whom the PDS knows without being a patient of any practice group.
    #[must_use]
    pub fn pds_people(&self) -> Vec<Person> {
        Person::others()
    }

    /// Who the patient with this id is, in whichever practice group.
    #[must_use]
    pub fn patient(&self, id: &str) -> Option<Person> {
        let world = self.shared.world();
        world.practices.values().find_map(|practice| practice.patient(id)).map(|patient| patient.person.clone())
    }

    /// Lets something go wrong with the next call of an operation that has no such order yet.
    ///
    /// # Errors
    ///
    /// The description has no operation with this id.
    pub fn fault(&self, operation_id: &str, fault: Fault) -> Result<(), SandboxError> {
        if self.shared.description.operation(operation_id).is_none() {
            return Err(SandboxError::UnknownOperation);
        }
        self.shared.world().faults.order(operation_id, fault);
        Ok(())
    }

    /// Responds to the next call of an operation with this status, without doing anything: [`Fault::Status`].
    ///
    /// # Errors
    ///
    /// The description has no operation with this id, or HTTP no such status.
    pub fn fail_next(&self, operation_id: &str, status: u16) -> Result<(), SandboxError> {
        let status = StatusCode::from_u16(status).map_err(|_| SandboxError::UnknownStatus(status))?;
        self.fault(operation_id, Fault::Status(status))
    }

    /// Does what the next call of an operation says, and loses the response: [`Fault::LostResponse`].
    ///
    /// # Errors
    ///
    /// As [`fault`](Self::fault).
    pub fn lose_next_response(&self, operation_id: &str) -> Result<(), SandboxError> {
        self.fault(operation_id, Fault::LostResponse)
    }

    /// Lets the next call of an operation take this much longer: [`Fault::Delay`].
    ///
    /// # Errors
    ///
    /// As [`fault`](Self::fault).
    pub fn delay_next(&self, operation_id: &str, delay: Duration) -> Result<(), SandboxError> {
        self.fault(operation_id, Fault::Delay(delay))
    }

    /// Sets another rate limit, or none.
    ///
    /// # Errors
    ///
    /// The limit lets no request pass.
    pub fn set_rate_limit(&self, limit: Option<RateLimit>) -> Result<(), SandboxError> {
        let limiter = limit.map(|limit| LocalLimiter::build(limit, Arc::clone(&self.shared.clock))).transpose();
        let limiter = limiter.map_err(SandboxError::Setting)?;
        *self.shared.limiter.lock().unwrap_or_else(PoisonError::into_inner) = limiter;
        Ok(())
    }

    /// Posts an event to the webhooks that a practice group has for it, as if it had happened.
    ///
    /// # Errors
    ///
    /// There is no such practice group.
    pub fn emit(&self, practice_group_id: &str, event: &str, id: &str) -> Result<(), SandboxError> {
        let object = match event.split_once('.').map_or(event, |(object, _)| object) {
            "appointment" => "Appointment",
            "form-submission" => "FormSubmission",
            "prescription" => "Prescription",
            "write-to-record" => "Message",
            _ => "Patient",
        };
        let emitted = self.shared.change(practice_group_id, |practice| practice.happened(event, object, id));
        emitted.ok_or(SandboxError::UnknownPracticeGroup)
    }

    /// Waits until something was posted to webhooks this often since the start, repetitions included.
    ///
    /// For tests: a failed delivery waits for the clock from then on, so moving the clock makes it due.
    pub async fn wait_for_posts(&self, posts: u64) {
        let mut made = self.shared.posts.subscribe();
        // The sender lives as long as the sandbox.
        let _ = made.wait_for(|made| *made >= posts).await;
    }

    /// The messages that were sent, the oldest first.
    #[must_use]
    pub fn messages(&self) -> Vec<MessageRecord> {
        let now = self.shared.clock.utc_now();
        let world = self.shared.world();
        let messages = world.practices.values().flat_map(|practice| {
            practice.messages.values().map(|message| MessageRecord::new(&practice.id, message, now))
        });
        messages.collect()
    }

    /// What was posted to webhooks, the oldest first.
    #[must_use]
    pub fn deliveries(&self) -> Vec<DeliveryRecord> {
        let world = self.shared.world();
        let deliveries = world.practices.values().flat_map(|practice| {
            practice.deliveries.iter().map(|delivery| DeliveryRecord::new(&practice.id, delivery))
        });
        deliveries.collect()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // What is on its way holds the state, so it would go on.
        self.shared.tasks.lock().unwrap_or_else(PoisonError::into_inner).abort_all();
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox").field("base_url", &self.base_url()).finish_non_exhaustive()
    }
}
