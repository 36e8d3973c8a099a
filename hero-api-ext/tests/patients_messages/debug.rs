//! No public type prints what a caller or a server wrote. The list of types comes from the source: one that is added without
//! an entry here fails the test.

use std::{
    collections::BTreeMap,
    fmt::{Debug, Display},
    sync::{Arc, Mutex},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use hero_api_ext::{
    Assignee, Call, Credentials, EmailAddress, Environment, Error, Hero, Id, NhsNumber, PatientId, PhoneNumber,
    RateLimit, SnomedCode,
    booking::Slot,
    bulk::{BulkOutcome, Claim, Entry, FileJournal, JournalKey, Journaled},
    clock::TestClock,
    hero_api::{BoxFuture, Json, StatusPattern, operations},
    invoicing::InvoiceItem,
    limit::{Limiter, LocalLimiter},
    links::{File, LinkStatus},
    messages::{BatchStatus, MessageId, RecipientStatus, RecordOutcome, SendStatus, WriteToRecord},
    observe::{CountingObserver, FileObserver, Observation, Observe, Observer, Totals},
    patients::{Identity, PatientDetails, Registration},
    practice::{
        AccessToken, Address, AppointmentType, Capabilities, Location, MemoryTokenCache, Practitioner, TokenCache,
        TokenCacheError, TokenKey,
    },
    redis::{Redis, RedisError, RedisLimiter, RedisReplayGuard, RedisTokenCache},
    sandbox::{Sandbox, completed_response},
    testing::{self, Sharing, journal_conformance},
    webhook_receiver::{
        Event, Fields, MemoryGuard, Receipt, Receiver, Rejection, Resource, SignatureHeaders, Verifier,
        testing::signed_body,
    },
    webhooks::{NewWebhook, Webhook},
};
use http::Method;
use httpmock::MockServer;
use secrecy::SecretString;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::{
    patients_messages::{
        batch::HeroBatch,
        born, nhs_number,
        public_types::{DebugOf, public_types},
    },
    support::{PERSONAL, TODAY, hero, time},
};

/// What must not be printed: texts, and the inputs that are checked.
const MARKERS: [&str; 9] = [
    "Winifred",
    "Marker",
    "943 476 5919",
    "9434765919",
    "1989-04-11",
    "7700900123",
    "marker@example.test",
    "271737000",
    "the-key",
];

/// What each type printed, by the name that the source gives it.
#[derive(Default)]
struct Printed(BTreeMap<&'static str, String>);

impl Printed {
    fn debug(&mut self, name: &'static str, value: &impl Debug) {
        self.0.entry(name).or_default().push_str(&format!("{value:?} {value:#?} "));
    }

    /// For errors, which are for logs.
    fn error(&mut self, name: &'static str, value: &(impl Debug + Display)) {
        self.debug(name, value);
        self.0.entry(name).or_default().push_str(&format!("{value} "));
    }
}

/// Anything that a response can be, with markers in every text.
fn response() -> Value {
    let item = json!({
        "id": PERSONAL, "first_name": PERSONAL, "last_name": PERSONAL, "email": PERSONAL, "external_prescriber_id": PERSONAL,
    });
    json!({
        "id": PERSONAL, "name": PERSONAL, "status": PERSONAL, "type": PERSONAL, "content": PERSONAL,
        "message_id": "Winifred", "merge_token": PERSONAL, "patient": { "last_name": PERSONAL },
        "booking_link": PERSONAL, "video_link": PERSONAL, "short_link_id": PERSONAL, "url": PERSONAL, "access_token": PERSONAL,
        "reserved_until": "2026-03-15T09:15:00Z",
        "reference": [{ "name": PERSONAL }], "data": [item], "count": 1,
    })
}

fn read<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

/// A server that responds to everything with this status, but lets an appointment be reserved. A success has what the
/// description requires.
fn server(status: u16, body: Value) -> MockServer {
    let server = MockServer::start();
    for operation in operations::ALL.iter().filter(|operation| status == 200 || operation.id == "createAppointment") {
        let path = operation.path.split('/').map(|part| if part.starts_with('{') { "[^/]+" } else { part });
        let path = format!("^{}$", path.collect::<Vec<_>>().join("/"));
        server.mock(|when, then| {
            when.method(operation.method.as_str()).path_matches(path);
            let success = match operation.success.first() {
                Some(StatusPattern::Exact(success)) => *success,
                _ => 200,
            };
            then.status(success).json_body(completed_response(operation.id, response()).unwrap());
        });
    }
    server.mock(|when, then| {
        let _ = when.is_true(|_| true);
        then.status(status).json_body(body);
    });
    server
}

#[tokio::test]
async fn no_public_type_prints_what_was_written() {
    let mut printed = Printed::default();
    let server = server(200, response());
    let hero = hero(&server);
    of_inputs(&mut printed, &hero);
    of_patients(&mut printed, &hero).await.unwrap();
    of_booking(&mut printed, &hero).await.unwrap();
    of_messages(&mut printed, &hero).await.unwrap();
    of_bulk(&mut printed, &hero).await;
    of_links_and_practice(&mut printed, &hero).await.unwrap();
    of_webhooks(&mut printed, &hero).await;
    of_errors(&mut printed).await;
    of_observers(&mut printed, &server).await;
    of_sandbox(&mut printed).await;
    of_engines(&mut printed, &hero).await;

    for (name, text) in &printed.0 {
        let shown: Vec<_> = MARKERS.iter().filter(|marker| text.contains(**marker)).collect();
        assert!(shown.is_empty(), "{name} shows {shown:?}: {text}");
    }
    let types = public_types();
    let unknown: Vec<_> = printed.0.keys().filter(|name| !types.contains_key(**name)).collect();
    assert!(unknown.is_empty(), "these types are not there: {unknown:?}");
    let (mut missing, mut derived) = (Vec::new(), Vec::new());
    // These need a feature or a server: `tests/journal` has their `Debug`.
    for name in ["bulk::PostgresJournal", "bulk::SqliteJournal"] {
        assert!(types.contains_key(name), "{name}");
        printed.debug(name, &());
    }
    for (name, debug) in &types {
        match debug {
            DebugOf::Derived { raw, .. } if !raw.is_empty() => derived.push((name, raw)),
            DebugOf::Derived { is_safe: true, .. } => {}
            DebugOf::Derived { .. } | DebugOf::ByHand if printed.0.contains_key(name.as_str()) => {}
            _ => missing.push(name),
        }
    }
    assert!(derived.is_empty(), "these types derive Debug, and hold what was written: {derived:?}");
    assert!(missing.is_empty(), "these types have no entry in this test: {missing:?}");
}

fn of_inputs(printed: &mut Printed, hero: &Hero) {
    let custom = || Environment::Custom(format!("https://{PERSONAL}"));
    let credentials = || Credentials::new(PERSONAL, PERSONAL);
    printed.debug("hero::Hero", hero);
    printed.debug("hero::Hero", &hero.with_header("x-a", PERSONAL).with_query(PERSONAL, PERSONAL));
    let builder = Hero::builder().environment(custom()).credentials(credentials()).user_agent(PERSONAL).proxy(PERSONAL);
    printed.debug("builder::HeroBuilder", &builder);
    printed.error("error::Error", &builder.build().unwrap_err());
    printed.debug("environment::Environment", &custom());
    printed.debug("credentials::Credentials", &credentials());
    printed.debug("clock::TestClock", &TestClock::default());
    printed.debug("id::Id", &Id::from(PERSONAL));
    printed.debug("patient_id::PatientId", &PatientId::from(7));
    printed.debug("nhs_number::NhsNumber", &nhs_number());
    printed.debug("phone_number::PhoneNumber", &phone());
    printed.debug("email_address::EmailAddress", &email());
    printed.debug("snomed_code::SnomedCode", &snomed());
    for error in [
        PERSONAL.parse::<NhsNumber>().map(drop),
        PERSONAL.parse::<PatientId>().map(drop),
        PERSONAL.parse::<PhoneNumber>().map(drop),
        PERSONAL.parse::<EmailAddress>().map(drop),
        PERSONAL.parse::<SnomedCode>().map(drop),
        PERSONAL.parse::<Environment>().map(drop),
    ] {
        printed.error("error::Error", &error.unwrap_err());
    }
    let request = hero.request(Method::POST, "/v1/things/{id}").path("id", PERSONAL).query(PERSONAL, PERSONAL);
    printed.debug("request::UnboundRequest", &request.json(&PERSONAL));
    let call: Call<_> = hero.forms().search(PERSONAL);
    printed.debug("call::Call", &call);
    let update = hero.tasks().update(PERSONAL).assign(Assignee::Admin(4));
    printed.debug("tasks::TaskUpdate", &update);
    let item = InvoiceItem::pence(PERSONAL, 1, 1);
    printed.debug("invoicing::InvoiceItem", &item);
    let draft = hero.invoicing().invoice_patient(PERSONAL, 7).item(item).coupon(PERSONAL).memo(PERSONAL);
    printed.debug("invoicing::InvoiceDraft", &draft.customer(PERSONAL).due(born()));
}

fn phone() -> PhoneNumber {
    "+447700900123".parse().unwrap()
}

fn email() -> EmailAddress {
    "marker@example.test".parse().unwrap()
}

fn snomed() -> SnomedCode {
    "271737000".parse().unwrap()
}

async fn of_patients(printed: &mut Printed, hero: &Hero) -> Result<(), Error> {
    let patients = hero.patients();
    for identity in [
        Identity::nhs_number(nhs_number(), born()).ehr(PERSONAL, PERSONAL),
        Identity::demographics(PERSONAL, PERSONAL, born(), PERSONAL),
    ] {
        printed.debug("patients::Identity", &identity);
    }
    let details = PatientDetails::with_mobile(PERSONAL, PERSONAL, born(), phone()).email(email()).postcode(PERSONAL);
    printed.debug("patients::PatientDetails", &details.address([PERSONAL]).nhs_number(nhs_number()));
    let search = patients.search().first_name(PERSONAL).last_name(PERSONAL).born(born()).nhs_number(nhs_number());
    printed.debug("patients::PatientSearch", &search);
    let mut found = search.send().await?;
    printed.debug("patients::FoundPatients", &found);
    printed.debug("patients::FoundPatient", &found.next().await.unwrap()?);
    let registration: Registration = read(json!({ "message": PERSONAL, "login_url": PERSONAL }));
    printed.debug("patients::Registration", &registration);
    let Registration::IdentityCheck(check) = registration else { panic!("{registration:?}") };
    printed.debug("patients::IdentityCheck", &check);
    printed.debug("patients::MergePreview", &patients.preview_merge(7, 8).await?);

    let list = hero.admins().list();
    printed.debug("pages::List", &list);
    printed.debug("pages::Items", &list.items());
    let mut pages = hero.admins().list().pages();
    printed.debug("pages::Pages", &pages);
    printed.debug("pages::Page", &pages.next().await.unwrap()?);
    Ok(())
}

async fn of_booking(printed: &mut Printed, hero: &Hero) -> Result<(), Error> {
    let booking = hero.booking();
    let search = booking.slots().appointment_type(PERSONAL).location(PERSONAL).practitioner(PERSONAL);
    printed.debug("booking::SlotSearch", &search);
    printed.debug("booking::Slots", &search.items());
    printed.debug("booking::SlotPages", &search.pages());
    let slot = Slot::new(PERSONAL, PERSONAL, PERSONAL, time("2026-03-16T09:30:00Z"), TimeDelta::minutes(15));
    printed.debug("booking::Slot", &slot);
    printed.debug("booking::Slot", &read::<Slot>(json!({ "id": PERSONAL, "location_id": PERSONAL })));
    printed.debug("booking::Reserve", &booking.reserve(&slot));
    let reserve = booking.reserve(&slot).for_patient(7).reason(PERSONAL).billpayer(PERSONAL);
    printed.debug("booking::ReserveFor", &reserve);
    let reservation = reserve.send().await?;
    printed.debug("booking::Reservation", &reservation);
    printed.debug("booking::Edit", &reservation.edit().practitioner(PERSONAL));
    printed.debug("booking::Booked", &reservation.confirm().send().await?);
    printed.debug("booking::Cancel", &booking.cancel(PERSONAL));
    printed.debug("booking::Reschedule", &booking.reschedule(PERSONAL).field("note", PERSONAL));
    printed.debug("booking::AppointmentStatus", &booking.status(PERSONAL).await?);
    Ok(())
}

async fn of_messages(printed: &mut Printed, hero: &Hero) -> Result<(), Error> {
    let messages = hero.messages();
    let write = WriteToRecord::after_approval().snomed(snomed()).snomed_term(PERSONAL);
    printed.debug("messages::WriteToRecord", &write);
    let message = messages.sms(7, PERSONAL).to(phone()).attachment(PERSONAL).short_link(PERSONAL).task(PERSONAL);
    let message = message.write_to_record(write);
    printed.debug("messages::Message", &message);
    printed.debug("messages::SentMessage", &read::<hero_api_ext::messages::SentMessage>(response()));
    printed.debug("messages::MessageId", &MessageId::from(PERSONAL));
    printed.debug("messages::RecordOutcome", &RecordOutcome::Failed(Some(PERSONAL.to_owned())));
    printed.debug("messages::RecordWait", &messages.wait_until_recorded(&PERSONAL.into()));
    printed.debug("messages::BatchStatus", &BatchStatus::from(PERSONAL));
    printed.debug("messages::RecipientStatus", &RecipientStatus::from(PERSONAL));
    printed.debug("messages::SendStatus", &SendStatus::from(PERSONAL));
    printed.debug("messages::BatchDraft", &messages.batch_email(PERSONAL, PERSONAL, PERSONAL));
    let invalid = messages.check_recipients([(PERSONAL, PERSONAL)]).unwrap_err();
    printed.error("messages::InvalidRecipients", &invalid);
    printed.debug("messages::InvalidRecipient", &invalid.rows()[0]);
    let recipients = messages.check_recipients([("943 476 5919", "1989-04-11")])?;
    printed.debug("messages::Recipients", &recipients);
    let recipient = hero_api_ext::messages::Recipient::new(nhs_number(), born());
    printed.debug("messages::Recipient", &recipient);
    printed.debug("messages::Batch", &messages.batch(PERSONAL));
    printed.debug("messages::TraceWait", &messages.batch(PERSONAL).wait_until_traced());
    let sending = messages.batch(PERSONAL).watch();
    printed.debug("messages::SendingBatch", &sending);
    printed.debug("messages::BatchProgressStream", &sending.progress());
    printed.debug("messages::BatchOutcomes", &sending.outcomes());

    let batch = HeroBatch::traced("CREATED", "COMPLETED");
    let traced = batch.ready().await?;
    printed.debug("messages::TracedBatch", &traced);
    printed.debug("messages::UntracedRecipient", &traced.untraced()[0]);
    let sent = json!({ "id": PERSONAL, "note": PERSONAL, "recipient": { "nhs_number": "943 476 5919" } });
    batch.messages("SUCCESS", &[sent]);
    for empty in ["CREATED", "QUEUED", "SENT", "ERROR"] {
        batch.messages(empty, &[]);
    }
    let sending = traced.send().await?;
    printed.debug("messages::BatchProgress", &sending.progress().next().await.unwrap()?);
    printed.debug("messages::BatchOutcome", &sending.outcomes().next().await.unwrap()?);
    Ok(())
}

async fn of_bulk(printed: &mut Printed, hero: &Hero) {
    let bulk = hero.messages().bulk([PERSONAL], |messages, text| Ok(messages.sms(7, *text)));
    printed.debug("bulk::Bulk", &bulk);
    let mut stream = bulk.send();
    printed.debug("bulk::BulkStream", &stream);
    let result = stream.next().await.unwrap();
    printed.debug("bulk::BulkResult", &result);
    printed.debug("bulk::BulkOutcome", result.outcome());
    let sent = MessageId::from(PERSONAL);
    printed.debug("bulk::BulkOutcome", &BulkOutcome::Sent { message: sent.clone(), earlier: true });
    printed.debug("bulk::Entry", &Entry::Sent(sent.clone()));
    let note = Journaled { fingerprint: 7, entry: Entry::Sent(sent) };
    printed.debug("bulk::Claim", &Claim::Settled(note.clone()));
    printed.debug("bulk::Claim", &Claim::Granted(Some(note)));
    printed.debug("bulk::JournalKey", &JournalKey::new(format!("{PERSONAL} {PERSONAL}").as_bytes()).unwrap());
    let closed = async |_: &str| Err::<FileJournal, _>(PERSONAL.into());
    let violations = journal_conformance(Sharing::OneWorker, closed).await.unwrap_err();
    printed.error("testing::Violations", &violations);
    let folder = std::env::temp_dir().join(format!("Winifred-Marker-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    printed.debug("bulk::FileJournal", &FileJournal::open(folder.join("journal")).await.unwrap());
    std::fs::remove_dir_all(folder).unwrap();
}

async fn of_links_and_practice(printed: &mut Printed, hero: &Hero) -> Result<(), Error> {
    let links = hero.links();
    printed.debug("links::NewBookingLink", &links.booking(PERSONAL, PERSONAL));
    let booking = links.booking(PERSONAL, PERSONAL).for_patient(7).name(PERSONAL).from(born());
    printed.debug("links::CreateBookingLink", &booking);
    printed.debug("links::CreateFormLink", &links.form(PERSONAL).for_patient(7));
    for file in [File::new(PERSONAL, PERSONAL), File::in_record(PERSONAL)] {
        printed.debug("links::File", &file);
        printed.debug("links::CreateAttachmentLink", &links.attachment(file));
    }
    printed.debug("links::UpdateBookingLink", &links.update(PERSONAL).name(PERSONAL));
    printed.debug("links::LinkSearch", &links.list().kind(PERSONAL).status(PERSONAL));
    printed.debug("links::LinkStatus", &read::<LinkStatus>(response()));
    printed.debug("links::Link", &links.video().await?);

    let practice = hero.practice();
    printed.debug("practice::Address", &Address::new().line_1(PERSONAL).postcode(PERSONAL));
    let update = practice.update().name(PERSONAL).prescription_partner(PERSONAL);
    let update = update.prescription_partner_credentials(PERSONAL, &SecretString::from(PERSONAL));
    printed.debug("practice::UpdatePractice", &update.address(Address::new().line_1(PERSONAL)));
    printed.debug("practice::AppointmentTypeSearch", &practice.appointment_types().at_location(PERSONAL));
    printed.debug("practice::LocationSearch", &practice.locations().for_appointment_type(PERSONAL));
    printed.debug("practice::PractitionerSearch", &practice.practitioners().at_location(PERSONAL));
    printed.debug("practice::AppointmentType", &AppointmentType::from(Json(response())));
    printed.debug("practice::Location", &Location::from(Json(response())));
    printed.debug("practice::Practitioner", &Practitioner::from(Json(response())));
    printed.debug("practice::Capabilities", &read::<Capabilities>(json!({ "capabilities": [PERSONAL] })));
    let tokens = practice.access_tokens();
    printed.debug("practice::AccessToken", &tokens.get().await?);
    printed.debug("practice::AccessTokens", &tokens);
    Ok(())
}

async fn of_webhooks(printed: &mut Printed, hero: &Hero) {
    let webhook = NewWebhook::new(PERSONAL, PERSONAL).description(PERSONAL).header(PERSONAL, PERSONAL);
    printed.debug("webhooks::NewWebhook", &webhook.signing_key(PERSONAL));
    let held = json!({
        "id": PERSONAL, "event_type": PERSONAL, "url": PERSONAL, "description": PERSONAL, "signing_key": PERSONAL,
        "headers": { PERSONAL: PERSONAL },
    });
    printed.debug("webhooks::Webhook", &read::<Webhook>(held));

    printed.debug("webhooks::Webhooks", &hero.webhooks());
    // An id of a type of the bindings is shown as it came.
    let message = completed_response("getMessage", json!({ "id": "7", "content": PERSONAL })).unwrap();
    printed.debug("webhook_receiver::Resource", &Resource::Message(Box::new(read(message))));
    let payload = json!({
        "event": PERSONAL, "object": PERSONAL, "id": PERSONAL, "practice_group_id": PERSONAL, PERSONAL: PERSONAL,
    });
    let event = Event::parse(payload.to_string().as_bytes()).unwrap();
    printed.debug("webhook_receiver::Event", &event);
    let Event::Unknown { other, .. } = &event else { panic!("{event:?}") };
    let other: &Fields = other;
    printed.debug("webhook_receiver::Fields", other);
    let request = signed_body(PERSONAL, payload.to_string(), time(TODAY)).unwrap();
    printed.debug("webhook_receiver::SignedRequest", &request);
    let headers = SignatureHeaders::from(&request.headers);
    printed.debug("webhook_receiver::SignatureHeaders", &headers);
    printed
        .debug("webhook_receiver::SignatureHeaders", &SignatureHeaders::new(PERSONAL.as_bytes(), PERSONAL.as_bytes()));
    let verifier = Verifier::new(PERSONAL).unwrap();
    printed.debug("webhook_receiver::Verifier", &verifier);
    printed.debug("webhook_receiver::Verified", &verifier.verify(&headers, &request.body, time(TODAY)).unwrap());
    printed.debug("webhook_receiver::MemoryGuard", &MemoryGuard::new());
    let receiver = Receiver::new(verifier).with_clock(Arc::new(TestClock::at(time(TODAY))));
    let receipt = receiver.receive(&headers, &request.body).await.unwrap();
    printed.debug("webhook_receiver::Receipt", &receipt);
    let Receipt::New(delivery) = receipt else { panic!("{receipt:?}") };
    printed.debug("webhook_receiver::Delivery", &delivery);
    printed.debug("webhook_receiver::DeliveryId", &delivery.id());
    printed.debug("webhook_receiver::Receiver", &receiver);
    printed.debug("webhook_receiver::Counts", &receiver.counts());
    printed.error("webhook_receiver::Rejection", &Rejection::Guard(PERSONAL.into()));
    printed.debug("webhook_receiver::Outcome", &Rejection::BrokenOff.outcome());
}

/// A cache that prints the key that it is asked for, and fails with the text of a caller.
#[derive(Default)]
struct PrintedKeys(Mutex<Printed>);

impl TokenCache for PrintedKeys {
    fn get(&self, key: TokenKey, _: DateTime<Utc>) -> BoxFuture<'_, Result<Option<AccessToken>, TokenCacheError>> {
        self.0.lock().unwrap().debug("practice::TokenKey", &key);
        Box::pin(async { Err(PERSONAL.into()) })
    }

    fn put(&self, _: TokenKey, _: AccessToken, _: DateTime<Utc>) -> BoxFuture<'_, Result<(), TokenCacheError>> {
        Box::pin(async { Err(PERSONAL.into()) })
    }
}

async fn of_engines(printed: &mut Printed, hero: &Hero) {
    let limit = RateLimit::new(1, Duration::from_secs(1));
    printed.debug("limit::LocalLimiter", &LocalLimiter::new(limit).unwrap());
    printed.debug("practice::MemoryTokenCache", &MemoryTokenCache::new());
    let keys = Arc::new(PrintedKeys::default());
    hero.practice().access_tokens().with_cache(Arc::clone(&keys)).get().await.unwrap();
    printed.0.append(&mut keys.0.lock().unwrap().0);
    let violations = testing::token_cache_conformance(&TestClock::default(), async || Ok(Arc::clone(&keys))).await;
    printed.error("testing::Violations", &violations.unwrap_err());

    let redis = Redis::connect("redis://Marker:the-key@127.0.0.1:1/").await.unwrap().with_prefix(PERSONAL);
    printed.debug("redis::Redis", &redis);
    let limiter = RedisLimiter::new(&redis, PERSONAL, limit).unwrap().without_fallback();
    printed.debug("redis::RedisLimiter", &limiter);
    let error = limiter.take(Duration::ZERO).await.unwrap_err();
    printed.error("redis::RedisError", error.downcast_ref::<RedisError>().unwrap());
    printed.debug("redis::RedisReplayGuard", &RedisReplayGuard::new(&redis).with_secret(PERSONAL));
    printed.debug("redis::RedisTokenCache", &RedisTokenCache::new(&redis));
}

async fn of_errors(printed: &mut Printed) {
    let issue = json!({ "path": [PERSONAL], "message": PERSONAL, "code": PERSONAL, "expected": PERSONAL });
    let server = server(400, json!({ "message": [issue] }));
    let hero = hero(&server);
    let error = hero.messages().sms(7, PERSONAL).send().await.unwrap_err();
    printed.error("error::Error", &error);
    printed.debug("error::ValidationIssue", &error.validation_issues()[0]);
    let slot = Slot::new("12", "5", "7", time("2026-03-16T09:30:00Z"), TimeDelta::minutes(15));
    let reservation = hero.booking().reserve(&slot).for_patient(7).reason(PERSONAL).send().await.unwrap();
    printed.error("booking::Unconfirmed", &reservation.confirm().send().await.unwrap_err());
    let url = format!("https://example.test/{PERSONAL}");
    let declared = NewWebhook::new("appointment.confirmed", url).signing_key(PERSONAL);
    printed.error("webhooks::Interrupted", &hero.webhooks().ensure([declared]).send().await.unwrap_err());
}

/// Keeps what observations print.
#[derive(Default)]
struct Kept(Mutex<BTreeMap<&'static str, String>>);

impl Kept {
    fn keep(&self, name: &'static str, value: &impl Debug) {
        self.0.lock().unwrap().entry(name).or_default().push_str(&format!("{value:?} {value:#?} "));
    }
}

impl Observer for Kept {
    fn observed(&self, observation: &Observation) {
        self.keep("observe::Observation", observation);
    }

    fn compared(&self, totals: &Totals) {
        self.keep("observe::Totals", totals);
        totals.optional.iter().for_each(|field| self.keep("observe::OptionalField", field));
    }
}

async fn of_observers(printed: &mut Printed, server: &MockServer) {
    let kept = Arc::new(Kept::default());
    let counted = Arc::new(CountingObserver::new());
    let observe = Observe::new(Arc::clone(&kept)).and(Arc::clone(&counted));
    printed.debug("observe::Observe", &observe);
    let hero = Hero::builder()
        .environment(Environment::Custom(server.base_url()))
        .credentials(Credentials::new("the-key", "12"))
        .observe(observe)
        .build()
        .unwrap();
    hero.messages().sms(7, PERSONAL).to(phone()).send().await.unwrap();
    // The client tells its totals when it is gone.
    drop(hero);
    assert!(!counted.counts().is_empty());
    printed.debug("observe::CountingObserver", &counted);
    printed.0.append(&mut kept.0.lock().unwrap());
    let closed = async |_: &str| Err::<FileJournal, _>(PERSONAL.into());
    let violations = journal_conformance(Sharing::OneWorker, closed).await.unwrap_err();
    printed.error("testing::Violations", &violations);
    let folder = std::env::temp_dir().join(format!("Winifred-Observer-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    printed.debug("observe::FileObserver", &FileObserver::open(folder.join("traffic.jsonl")).unwrap());
    std::fs::remove_dir_all(folder).unwrap();
}

async fn of_sandbox(printed: &mut Printed) {
    let builder = Sandbox::builder().patients(3).practice_group("12", PERSONAL);
    printed.debug("sandbox::SandboxBuilder", &builder);
    let sandbox = builder.start().await.unwrap();
    printed.debug("sandbox::Sandbox", &sandbox);
    let person = &sandbox.pds_people()[0];
    let text = format!("{person:?} {person:#?}");
    assert!(!text.contains(&person.surname) && !text.contains(&person.born.to_string()), "{text}");
    printed.debug("sandbox::Person", person);
    printed.error("sandbox::SandboxError", &sandbox.fail_next(PERSONAL, 500).unwrap_err());
    let sandbox = Sandbox::start().await.unwrap();
    let hero = sandbox.hero().unwrap();
    let webhook = NewWebhook::new("write-to-record.succeeded", "http://127.0.0.1:9/Winifred").signing_key(PERSONAL);
    hero.webhooks().create(webhook).await.unwrap();
    hero.messages().sms(7, PERSONAL).await.unwrap();
    sandbox.emit("12", "write-to-record.succeeded", "7").unwrap();
    let (messages, deliveries) = (sandbox.messages(), sandbox.deliveries());
    assert_eq!((messages.len(), deliveries.len()), (1, 1));
    printed.debug("sandbox::MessageRecord", &messages);
    printed.debug("sandbox::DeliveryRecord", &deliveries);
}
