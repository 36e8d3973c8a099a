//! A day at a practice, from the first patient to the last: registration, booking, messages, webhooks, and what goes wrong.
//!
//! It needs no key: Hero is the sandbox in this process. Its clock is a test clock, so the day takes no time.
//!
//! ```text
//! cargo run -p hero-api-ext --example day_at_the_practice
//! ```

use std::{
    error::Error,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use axum::{Router, extract::State};
use chrono::{DateTime, TimeDelta};
use hero_api_ext::{
    Hero, PatientId,
    booking::Slot,
    clock::TestClock,
    patients::{Identity, Registration},
    sandbox::{Person, Sandbox},
    webhook_receiver::{Delivery, Receiver, Resource, Verifier, axum::webhook},
    webhooks::NewWebhook,
};
use http::StatusCode;
use tokio::{net::TcpListener, sync::mpsc};

const SIGNING_KEY: &str = "the key that the webhooks are created with";

type Outcome<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    println!("{}", day().await?.join("\n"));
    Ok(())
}

/// The day, and what there is to tell of it.
pub(crate) async fn day() -> Outcome<Vec<String>> {
    // Monday 16 March 2026, 10:00.
    let clock = TestClock::at(DateTime::UNIX_EPOCH + TimeDelta::hours(492_682));
    let sandbox = Sandbox::builder().patients(200).slots(90).clock(clock.clone()).start().await?;
    let practice = Practice { hero: sandbox.hero()?, sandbox, clock, told: Vec::new() };
    practice.open().await
}

struct Practice {
    hero: Hero,
    sandbox: Sandbox,
    clock: TestClock,
    told: Vec<String>,
}

impl Practice {
    async fn open(mut self) -> Outcome<Vec<String>> {
        let mut events = self.subscribe().await?;
        let ada = self.register("Ada").await?;
        let bram = self.register("Bram").await?;
        self.book(&bram, &mut events).await?;
        self.text_a_link(&ada, &mut events).await?;
        self.invite().await?;
        self.look_up("Patel").await?;
        Ok(self.told)
    }

    fn tell(&mut self, text: impl Into<String>) {
        self.told.push(text.into());
    }

    /// Receives webhooks. The first delivery finds the handler unwell, so Hero has to post it again.
    async fn subscribe(&mut self) -> Outcome<mpsc::UnboundedReceiver<String>> {
        let (sender, events) = mpsc::unbounded_channel();
        let desk = Desk { hero: self.hero.clone(), events: sender, is_well: Arc::default() };
        let receiver = Receiver::new(Verifier::new(SIGNING_KEY)?).with_clock(Arc::new(self.clock.clone()));
        let app = Router::new().route("/webhooks/hero", webhook(receiver, on_delivery)).with_state(desk);
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/webhooks/hero", listener.local_addr()?);
        tokio::spawn(async move { axum::serve(listener, app).await });
        for event in ["appointment.confirmed", "appointment.rescheduled", "appointment.cancelled"] {
            self.hero.webhooks().create(NewWebhook::new(event, url.as_str()).signing_key(SIGNING_KEY)).await?;
        }
        Ok(events)
    }

    /// Somebody new at the desk, with their NHS number.
    async fn register(&mut self, forename: &str) -> Outcome<PatientId> {
        let Person { nhs_number, born, .. } = self.newcomer(forename)?;
        let who = Identity::nhs_number(nhs_number.parse()?, born);
        loop {
            match self.hero.patients().register(who.clone()).await? {
                Registration::Registered(patient) => {
                    self.tell(format!("{forename} is registered."));
                    return Ok(patient);
                }
                Registration::IdentityCheck(check) => {
                    self.tell(format!("{forename} has to prove who they are."));
                    // A person does that in a browser.
                    let browser = reqwest::Client::builder().no_proxy().build()?;
                    browser.post(check.sensitive_login_url()).send().await?.error_for_status()?;
                }
                other => return Err(format!("unexpected: {other:?}").into()),
            }
        }
    }

    fn newcomer(&self, forename: &str) -> Outcome<Person> {
        let people = self.sandbox.pds_people();
        people.into_iter().find(|person| person.forename == forename).ok_or_else(|| "the PDS does not know them".into())
    }

    /// A slot is found, held, confirmed, moved and given back.
    async fn book(&mut self, patient: &PatientId, events: &mut mpsc::UnboundedReceiver<String>) -> Outcome {
        let booking = self.hero.booking();
        let mut slots = booking.slots().appointment_type(32).page_size(5).items();
        let mut free: Vec<Slot> = Vec::new();
        while let Some(slot) = slots.next().await {
            free.push(slot?);
        }
        let [first, second, ..] = &free[..] else { return Err("there is nothing to book".into()) };
        self.tell(format!("{} reviews of medication can be booked.", free.len()));

        let reservation = booking.reserve(first).for_patient(patient.clone()).reason("Review").await?;
        self.tell(format!("{} is held for Bram.", shown(first)));
        // Another patient of the sandbox.
        let somebody = PatientId::from(7);
        let late = booking.reserve(first).for_patient(somebody).await;
        self.tell(match late {
            Err(error) if error.is_validation() => "Patient 7 cannot have it too.".to_owned(),
            other => format!("unexpected: {other:?}"),
        });

        let booked = reservation.confirm().await?;
        // The handler failed, so it is posted again after a second.
        self.sandbox.wait_for_posts(1).await;
        self.clock.advance(Duration::from_secs(1));
        self.hear(events).await?;

        booked.reschedule().to_slot(second).await?;
        self.hear(events).await?;
        match booked.cancel().await {
            Err(error) if error.is_validation() => {
                self.tell("It is less than 24 hours away, so the policy is against it.");
            }
            other => return Err(format!("unexpected: {other:?}").into()),
        }
        booked.cancel().suppress_cancellation_policy(true).await?;
        self.hear(events).await?;
        Ok(())
    }

    async fn hear(&mut self, events: &mut mpsc::UnboundedReceiver<String>) -> Outcome {
        let text = events.recv().await.ok_or("nothing is posted any more")?;
        self.tell(text);
        Ok(())
    }

    /// A patient books for herself.
    async fn text_a_link(&mut self, patient: &PatientId, events: &mut mpsc::UnboundedReceiver<String>) -> Outcome {
        let link = self.hero.links().booking(31, 5).for_patient(patient.clone()).maximum_uses(1).await?;
        let (url, id) = (link.url().ok_or("no URL")?.to_owned(), link.id().ok_or("no id")?.to_owned());
        let text = format!("Your blood test is due. Please book it: {url}");
        self.hero.messages().sms(patient, text).short_link(&id).await?;
        self.tell("Ada got a link.");

        // What Ada's browser sends when she has given her date of birth.
        let born = self.newcomer("Ada")?.born;
        let browser = reqwest::Client::builder().no_proxy().build()?;
        browser.post(&url).body(format!("dob={born}")).send().await?.error_for_status()?;
        self.hear(events).await?;
        let status = self.hero.links().status_of_id(id).await?;
        self.tell(format!("Her link is {}.", status.as_str().unwrap_or("in an unknown state")));
        Ok(())
    }

    /// Ten invitations, of which three meet a bad day of the server.
    async fn invite(&mut self) -> Outcome {
        let before = self.sandbox.messages().len();
        self.sandbox.fail_next("sendMessage", 500)?;
        self.sandbox.lose_next_response("sendMessage")?;
        self.sandbox.fail_next("sendMessage", 429)?;
        let invite = "The flu clinic is open on Saturday. Please ring us to book.";
        let messages = self.hero.messages();
        let bulk = messages.bulk(101..=110_u64, move |messages, patient| Ok(messages.sms(*patient, invite)));
        let mut bulk = bulk.concurrency(1).send();
        let mut to_check = Vec::new();
        while let Some(result) = bulk.next().await {
            if result.outcome().is_unknown() {
                to_check.push(result.input().to_string());
            }
        }
        self.tell(format!("Ten were invited: {}.", bulk.summary()));
        self.tell(format!("Look in Hero for patients {}.", to_check.join(" and ")));
        let arrived = self.sandbox.messages().len() - before;
        self.tell(format!("Hero has {arrived} messages, and nobody has two."));
        Ok(())
    }

    /// All patients of a name, a page at a time.
    async fn look_up(&mut self, last_name: &str) -> Outcome {
        let mut found = self.hero.patients().search().last_name(last_name).page_size(4).send().await?;
        let mut pages = Vec::new();
        while let Some(page) = found.next_page().await {
            pages.push(page?.items().len().to_string());
        }
        self.tell(format!("Patients called {last_name}, by page: {}.", pages.join(", ")));
        Ok(())
    }
}

fn shown(slot: &Slot) -> String {
    slot.start().map_or_else(|| "A slot".to_owned(), |start| start.format("%A %-d %B, %H:%M").to_string())
}

/// What the handler of webhooks works with.
#[derive(Clone)]
struct Desk {
    hero: Hero,
    events: mpsc::UnboundedSender<String>,
    is_well: Arc<AtomicBool>,
}

async fn on_delivery(State(desk): State<Desk>, delivery: Delivery) -> StatusCode {
    if !desk.is_well.swap(true, Ordering::SeqCst) {
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    let event = delivery.event();
    let text = match event.resolve(&desk.hero).await {
        Ok(Some(Resource::Appointment(appointment))) => {
            let start = appointment.start_time.map(|start| start.to_string());
            format!("Hero says: {}, {}", event.name(), start.as_deref().unwrap_or("at an unknown time"))
        }
        Ok(_) => format!("Hero says: {}", event.name()),
        Err(error) => format!("Hero says: {}, but: {error}", event.name()),
    };
    match desk.events.send(text) {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}
