//! An event leads to the thing that it is about.

use hero_api_ext::{
    Credentials, Environment, Error, Hero,
    hero_api::{
        Operation,
        builder::{GetAppointment, GetFormResponse, GetMessage, GetPatientByIdV2},
        mock::{MockOperation, When},
    },
    sandbox::completed_response,
    webhook_receiver::{Event, Resource},
};
use httpmock::{Mock, MockServer};
use serde_json::{Value, json};

fn hero(server: &MockServer) -> Result<Hero, Error> {
    Hero::builder()
        .environment(Environment::Custom(server.base_url()))
        .credentials(Credentials::new("the-key", "12"))
        .build()
}

/// A thing of practice group 34, which Hero shows to those who ask for that group.
fn thing<O: Operation>(server: &MockServer, response: Value) -> Mock<'_> {
    server.mock_operation::<O>(|when: When<O>, then| {
        let path = O::INFO.path.replace("{id}", "7");
        when.into_inner().path(path).header("x-practice-group-id", "34").header("x-api-key", "the-key");
        then.ok_json(completed_response(O::INFO.id, response).unwrap());
    })
}

fn appointment() -> Value {
    json!({
        "id": "7", "appointment_type_id": "1", "location_id": "2", "practitioner_id": "3",
        "start_time": "2026-10-25T09:30:00Z",
    })
}

/// The name of the resource, and how often each thing was asked for.
async fn resolved(event: &Event) -> Result<(&'static str, [usize; 4]), Error> {
    let server = MockServer::start_async().await;
    let mocks = [
        thing::<GetAppointment>(&server, appointment()),
        thing::<GetFormResponse>(&server, json!({"id": 7})),
        thing::<GetMessage>(&server, json!({"id": "7", "write_to_record": {"status": "failed"}})),
        thing::<GetPatientByIdV2>(&server, json!({"id": "7", "identifiers": [], "restricted": false})),
    ];
    let resource = match event.resolve(&hero(&server)?).await? {
        Some(Resource::Appointment(appointment)) if appointment.id == "7" => "appointment",
        Some(Resource::FormResponse(response)) if response.id == Some(7.0) => "form response",
        Some(Resource::Message(message)) if message.id.as_deref() == Some("7") => "message",
        Some(Resource::Patient(_)) => "patient",
        Some(other) => panic!("{other:?}"),
        None => "nothing",
    };
    Ok((resource, mocks.map(|mock| mock.calls())))
}

#[tokio::test]
async fn event_resolves_in_its_own_practice_group() -> Result<(), Error> {
    let expected = [
        ("appointment.confirmed", "Appointment", "appointment", [1, 0, 0, 0]),
        ("appointment.rescheduled", "Appointment", "appointment", [1, 0, 0, 0]),
        ("appointment.cancelled", "Appointment", "appointment", [1, 0, 0, 0]),
        ("form-submission.created", "FormSubmission", "form response", [0, 1, 0, 0]),
        // Hero documents no operation that reads a prescription.
        ("prescription.issued", "Prescription", "nothing", [0, 0, 0, 0]),
        ("patient.medical-record-updated", "Patient", "patient", [0, 0, 0, 1]),
        ("patient.added-to-sequence", "Patient", "patient", [0, 0, 0, 1]),
        ("write-to-record.succeeded", "Message", "message", [0, 0, 1, 0]),
        ("write-to-record.failed", "Message", "message", [0, 0, 1, 0]),
    ];
    assert_eq!(expected.map(|(name, ..)| name), Event::NAMES);
    for (name, object, resource, calls) in expected {
        // With the object that Hero names, and without one, as for the events whose payload nobody has seen.
        for object in [Some(object), None] {
            let payload = json!({"object": object, "id": "7", "practice_group_id": 34, "event": name});
            let event = Event::parse(payload.to_string().as_bytes()).unwrap();
            assert!(!matches!(event, Event::Unknown { .. }));
            assert_eq!(resolved(&event).await?, (resource, calls), "{name} {object:?}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn payload_object_counts_more_than_event_name() -> Result<(), Error> {
    for (payload, expected) in [
        (
            json!({"object": "Patient", "id": "7", "practice_group_id": "34", "event": "write-to-record.failed"}),
            "patient",
        ),
        (
            json!({"object": "Sequence", "id": "7", "practice_group_id": "34", "event": "patient.added-to-sequence"}),
            "nothing",
        ),
        (
            json!({"object": "Appointment", "id": "7", "practice_group_id": "34", "event": "appointment.moved"}),
            "appointment",
        ),
        (json!({"id": "7", "practice_group_id": "34", "event": "appointment.moved"}), "nothing"),
        (json!({"object": "Appointment", "id": "7", "event": "appointment.confirmed"}), "nothing"),
    ] {
        let event = Event::parse(payload.to_string().as_bytes()).unwrap();
        assert_eq!(resolved(&event).await?.0, expected, "{payload}");
    }
    Ok(())
}

#[tokio::test]
async fn a_thing_that_is_gone_is_an_error() -> Result<(), Error> {
    let server = MockServer::start_async().await;
    let error = Event::new("appointment.cancelled", "7", "34").resolve(&hero(&server)?).await.err();
    assert!(error.is_some_and(|error| error.is_not_found()));
    Ok(())
}

#[tokio::test]
async fn an_id_leads_nowhere_else() -> Result<(), Error> {
    let server = MockServer::start_async().await;
    let any = server.mock(|when, then| {
        when.is_true(|request| !request.uri().path().starts_with("/v1/appointments/"));
        then.status(200).json_body(completed_response("getAppointment", appointment()).unwrap());
    });
    let hero = hero(&server)?;
    for id in ["..", "../patients/7", "7/cancel", "7?x=1", "7#x", "/", "%2e%2e", " "] {
        assert!(Event::new("appointment.confirmed", id, "34").resolve(&hero).await.is_err(), "{id}");
    }
    for practice_group_id in ["34\r\nx-api-key: other", " 34", "३४"] {
        let event = Event::new("appointment.confirmed", "7", practice_group_id);
        assert!(event.resolve(&hero).await.is_err(), "{practice_group_id}");
    }
    assert_eq!(any.calls(), 0);
    Ok(())
}

#[test]
fn resolving_can_be_spawned() {
    fn can_be_spawned<T: Send>(_: impl FnOnce(&'static Event, &'static Hero) -> T) {}
    can_be_spawned(Event::resolve);
}
