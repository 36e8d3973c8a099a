//! Every operation against the sandbox of `hero-api-ext`: each has a response, and each response is valid by the description, as
//! an independent JSON Schema validator sees it.
//!
//! The steps are those of the transcription: a published description may need others.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    sync::{Arc, Mutex},
    time::Duration,
};

use bytes::Bytes;
use codegen::pipeline;
use hero_api::{BoxFuture, Client, OperationInfo, Transport, TransportError};
use hero_api_ext::{clock::TestClock, sandbox::Sandbox};
use hero_tests::{call::Inputs, sample::Style};
use jsonschema::Draft;
use serde_json::{Value, json};

use crate::stage::Stage;

/// What the sandbox responded: operation, status and body.
type Responses = Arc<Mutex<Vec<(&'static str, u16, Value)>>>;

/// Sends requests with the credentials of the sandbox, and keeps the responses as they came.
#[derive(Clone)]
struct Recorder {
    http: reqwest::Client,
    responses: Responses,
}

impl Transport for Recorder {
    fn send<'a>(
        &'a self,
        mut request: reqwest::Request,
        operation: &'static OperationInfo,
    ) -> BoxFuture<'a, Result<reqwest::Response, TransportError>> {
        Box::pin(async move {
            let headers = request.headers_mut();
            headers.insert("x-api-key", "sandbox-key".parse().unwrap());
            headers.insert("x-practice-group-id", "12".parse().unwrap());
            let response = self.http.execute(request).await.unwrap();
            let status = response.status();
            let body = response.bytes().await.unwrap();
            let value = serde_json::from_slice(&body).unwrap_or_default();
            self.responses.lock().unwrap().push((operation.id, status.as_u16(), value));
            let mut again = http::Response::<Bytes>::new(body);
            *again.status_mut() = status;
            Ok(reqwest::Response::from(again))
        })
    }
}

struct Caller {
    stage: Stage,
    client: Client,
    responses: Responses,
}

impl Caller {
    fn new(base_url: &str) -> Self {
        let responses = Responses::default();
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let recorder = Recorder { http, responses: Arc::clone(&responses) };
        Self { stage: Stage::new(), client: Client::with_transport(base_url, recorder).unwrap(), responses }
    }

    /// Calls an operation through the bindings, and returns what its response holds.
    async fn call(&self, id: &str, at: &str, query: Value, body: Option<Value>) -> Value {
        let (operation, call) = self.stage.operations.iter().find(|(_, call)| call.info.id == id).unwrap();
        let mut inputs = Inputs::default();
        inputs.body = body;
        for parameter in &operation.parameters {
            let value = if parameter.location == "path" {
                Some(&json!(at)).cloned()
            } else {
                query.get(&parameter.name).cloned()
            };
            if let Some(value) = value {
                inputs.parameters.push((parameter.location.clone(), parameter.name.clone(), value));
            }
        }
        let request = (call.start)(&self.client, &inputs).unwrap_or_else(|error| panic!("{id}: {error}"));
        request.send().await.unwrap_or_else(|error| panic!("{id}: {error}"));
        self.responses.lock().unwrap().last().unwrap().2.clone()
    }

    /// Calls an operation that has no state behind it, with a whole body.
    async fn call_with_sample(&self, id: &str) {
        let (operation, _) = self.stage.operations.iter().find(|(_, call)| call.info.id == id).unwrap();
        let body = self.stage.inputs(operation, Style::FULL).body;
        self.call(id, "1", json!({ "query": "Ann", "has_follow_up": true }), body).await;
    }
}

fn id_of(response: &Value, field: &str) -> String {
    response[field].as_str().unwrap_or_else(|| panic!("{field} of {response}")).to_owned()
}

/// The operations that depend on each other, as a practice would call them.
async fn day(caller: &Caller, clock: &TestClock) {
    let none = || json!({});
    for id in ["listAppointmentTypes", "listLocations", "listPractitioners", "getPracticeGroupById", "getCapabilities"]
    {
        caller.call(id, "", none(), None).await;
    }
    caller.call("updatePracticeGroup", "", none(), Some(json!({ "name": "Mill Lane Surgery" }))).await;
    caller.call("createAccessToken", "", none(), None).await;
    caller.call("getPractitioner", "7", none(), None).await;

    let ada = json!({ "nhs_number": "999 900 0010", "dob": "1985-07-14" });
    caller.call("registerPatientPds", "", none(), Some(ada)).await;
    let new = json!({ "dob": "1989-04-11", "first_name": "Ann", "last_name": "Smith", "mobile": "07700 900123" });
    caller.call("registerPatient", "", none(), Some(new)).await;
    for id in ["getPatientById", "getPatientByIdV2", "listPatientEhrCandidates", "listPatientAttachments"] {
        caller.call(id, "20", none(), None).await;
    }
    for (id, query) in [
        ("listPatients", json!({ "field": "emis_id", "search": "ehr-7" })),
        ("listPatientsV2", json!({ "field": "ehr_partner_id", "search": "ehr-7" })),
        ("listPatientsV3", json!({ "last_name": "Patel", "page_index": "1", "page_size": "3" })),
    ] {
        let found = caller.call(id, "", query, None).await;
        assert!(found["data"].as_array().is_some_and(|found| !found.is_empty()), "{id}");
    }
    caller.call("connectPatientEhr", "20", none(), Some(json!({ "ehr_partner_id": "ehr-20" }))).await;
    let preview = caller.call("previewPatientMerge", "7", none(), Some(json!({ "patient_id": "8" }))).await;
    let merge = json!({ "patient_id": "8", "merge_token": preview["merge_token"] });
    caller.call("mergePatient", "7", none(), Some(merge)).await;

    let slots = caller.call("listSlots", "", json!({ "appointment_type_ids": "32", "page_size": "4" }), None).await;
    caller.call("countSlots", "", json!({ "location_id": "5" }), None).await;
    caller.call("getSlot", &id_of(&slots["data"][0], "id"), none(), None).await;
    let mut appointments = Vec::new();
    for slot in slots["data"].as_array().unwrap() {
        let mut body = json!({ "duration": 15 });
        for field in ["appointment_type_id", "location_id", "practitioner_id", "start_time"] {
            body[field] = slot[field].clone();
        }
        if appointments.is_empty() {
            caller.call("checkSlotAvailability", "", none(), Some(body.clone())).await;
        }
        if appointments.len() < 3 {
            body["patient_id"] = json!("7");
            let made = caller.call("createAppointment", "", none(), Some(body)).await;
            appointments.push(id_of(&made, "id"));
        }
    }
    let edit = json!({ "start_time": slots["data"][3]["start_time"], "duration": 15, "practitioner_id": "8" });
    caller.call("editAppointment", &appointments[0], none(), Some(edit)).await;
    caller.call("bookAppointment", &appointments[1], none(), None).await;
    // The bindings know no body for it, and the sandbox leaves as it is what the request does not say.
    caller.call("rescheduleAppointment", &appointments[1], none(), None).await;
    caller.call("cancelAppointment", &appointments[2], none(), Some(json!({ "suppress_mail": true }))).await;
    for id in ["getAppointment", "getAppointmentStatus", "listAppointments"] {
        caller.call(id, &appointments[1], none(), None).await;
    }

    let link =
        json!({ "appointment_type_id": "31", "location_id": "5", "patient_id": "7", "expiry_date": "2026-05-29" });
    let link = id_of(&caller.call("createBookingLink", "", none(), Some(link)).await, "short_link_id");
    caller.call("createFormLink", "", none(), Some(json!({ "form_id": "1", "patient_id": "7" }))).await;
    caller.call("createVideoLink", "", none(), None).await;
    let file = json!({ "file_data": "aGVsbG8=", "file_name": "letter.pdf", "patient_id": "7" });
    caller.call("createAttachmentLink", "", none(), Some(file)).await;
    caller.call("updateBookingLink", &link, none(), Some(json!({ "link_name": "Recall", "active": true }))).await;
    caller.call("getBookingLink", &link, none(), None).await;
    caller.call("getLinkStatus", "", json!({ "id": link }), None).await;
    caller.call("listShortLinks", "", json!({ "type": "booking", "order_by": "expiry_date" }), None).await;
    caller.call("listBookingLinks", "", none(), None).await;

    let message = json!({
        "patient_id": "7", "message_type": "sms", "message_string": "Hello", "auto_write_to_record": true, "short_link_id": link,
    });
    let message = id_of(&caller.call("sendMessage", "", none(), Some(message)).await, "message_id");
    let recipient = json!({ "nhs_number": "999 900 0010", "dob": "1985-07-14" });
    let batch = json!({ "name": "Flu", "channel": "SMS", "content": "Please come.", "recipients": [recipient] });
    let batch = id_of(&caller.call("createBatchMessage", "", none(), Some(batch)).await, "id");
    clock.advance(Duration::from_secs(3));
    caller.call("getMessage", &message, none(), None).await;
    caller.call("sendBatchMessage", &batch, none(), None).await;
    for id in ["getBatchMessage", "listBatchMessages", "listBatchMessageRecipients", "listBatchMessageSends"] {
        caller.call(id, &batch, json!({ "page_size": 5, "page_index": 0 }), None).await;
    }

    let webhook = json!({ "event_type": "prescription.issued", "url": "http://127.0.0.1:9/", "signing_key": "key" });
    let webhook = id_of(&caller.call("createWebhook", "", none(), Some(webhook)).await, "id");
    caller.call("listWebhooks", "", none(), None).await;
    caller.call("deleteWebhook", &webhook, none(), None).await;
}

/// The effective description, in which enums whose further values are not known are open.
fn description() -> Value {
    fn open(value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(open),
            Value::Object(object) => {
                if object.get("x-enum-open") == Some(&json!(true)) {
                    object.remove("enum");
                }
                object.values_mut().for_each(open);
            }
            _ => {}
        }
    }
    let read = |name: &str| fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name)).unwrap();
    let overlays = [("overlay.yaml".to_owned(), read("overlay.yaml"))];
    let mut description = pipeline::effective("openapi.yaml", &read("openapi.yaml"), &overlays).unwrap();
    open(&mut description);
    description
}

/// What is wrong with a response; nothing when it is valid.
fn problems(description: &Value, operation: &OperationInfo, status: u16, body: &Value) -> Vec<String> {
    let method = operation.method.as_str().to_lowercase();
    let responses = &description["paths"][operation.path][method]["responses"];
    let mut response =
        [status.to_string(), format!("{}XX", status / 100)].iter().find_map(|key| responses.get(key)).cloned();
    while let Some(reference) = response.as_ref().and_then(|response| response["$ref"].as_str()) {
        response = description.pointer(reference.trim_start_matches('#')).cloned();
    }
    let Some(response) = response else { return vec![format!("the status {status} is not described")] };
    let schema = &response["content"]["application/json"]["schema"];
    if schema.is_null() {
        return if body.is_null() { Vec::new() } else { vec!["it has a body, and none is described".to_owned()] };
    }
    let whole = json!({ "allOf": [schema], "components": description["components"] });
    let validator =
        jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true).build(&whole).unwrap();
    validator.iter_errors(body).map(|error| format!("{} at {}", error.masked(), error.instance_path())).collect()
}

#[tokio::test]
async fn sandbox_responds_to_all_as_described() {
    let clock = TestClock::at("2026-03-16T08:00:00Z".parse().unwrap());
    let sandbox = Sandbox::builder().clock(clock.clone()).start().await.unwrap();
    let caller = Caller::new(sandbox.base_url());
    day(&caller, &clock).await;
    let is_done = |id: &str| caller.responses.lock().unwrap().iter().any(|(called, ..)| *called == id);
    let rest: Vec<&OperationInfo> =
        caller.stage.operations.iter().map(|(_, call)| call.info).filter(|info| !is_done(info.id)).collect();
    for info in rest {
        caller.call_with_sample(info.id).await;
    }

    let description = description();
    let responses = caller.responses.lock().unwrap().clone();
    let mut successes: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (id, status, body) in &responses {
        let (_, call) = caller.stage.operations.iter().find(|(_, call)| call.info.id == *id).unwrap();
        for problem in problems(&description, call.info, *status, body) {
            wrong.push(format!("{id}: {problem}"));
        }
        *successes.entry(id).or_default() += usize::from((200..300).contains(status));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(successes.len(), caller.stage.operations.len());
    assert!(successes.values().all(|count| *count > 0), "{successes:?}");
}

#[tokio::test]
async fn sandbox_errors_are_as_described() {
    let sandbox = Sandbox::start().await.unwrap();
    let (stage, description) = (Stage::new(), description());
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let mut wrong = Vec::new();
    for (operation, call) in &stage.operations {
        for (key, fault) in [("sandbox-key", Some(400)), ("sandbox-key", Some(500)), ("another", None)] {
            let documented =
                operation.errors.iter().any(|(status, _)| fault.is_some_and(|it| *status == it.to_string()));
            if fault.is_some() && !documented {
                continue;
            }
            if let Some(status) = fault {
                sandbox.fail_next(call.info.id, status).unwrap();
            }
            let path = call.info.path.replace("{id}", "1").replace("{gmc_number}", "1");
            let request = http.request(call.info.method.clone(), format!("{}{path}", sandbox.base_url()));
            let request = request.header("x-api-key", key).header("x-practice-group-id", "12");
            let response = request.send().await.unwrap();
            let status = response.status().as_u16();
            assert_eq!(status, fault.unwrap_or(401), "{}", call.info);
            let body = serde_json::from_slice(&response.bytes().await.unwrap()).unwrap_or_default();
            for problem in problems(&description, call.info, status, &body) {
                wrong.push(format!("{}: {problem}", call.info));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
