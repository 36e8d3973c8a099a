//! From 24 planted differences on five operations to a description that is true: observe, report, propose, generate, and report again.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    process::Command,
};

use document::Document;
use drift::{Class, Kind, Report, Verdict};
use files::Disk;
use hero_api_ext::{
    Hero,
    hero_api::{Client, Operation, builder::CreateAppointment},
    observe::{Difference, FileObserver, Observe},
};
use hero_tests::{description::Description, workspace};
use serde_json::{Value, json};
use xtask::generate;
use xtask_changes::{drift::Options, traffic};

use super::{Kept, hero, server::Server};

/// The differences that the server has.
const PLANTED: [(&str, &str, Kind); 24] = [
    ("listAppointmentTypes", "$.data[].colour", Kind::PropertyAddedOptional),
    ("listAppointmentTypes", "$.data[].group", Kind::PropertyAddedOptional),
    ("listAppointmentTypes", "$.data[].name", Kind::BecameNullable),
    ("listAppointmentTypes", "$.data[].partner_slot_name", Kind::PropertyBecameOptional),
    ("listAppointmentTypes", "$.data[].id", Kind::TypeWidened),
    ("listAppointmentTypes", "$.data[].duration", Kind::TypeWidened),
    ("listAppointmentTypes", "$.data[].sector", Kind::EnumValueAdded),
    ("listAppointmentTypes", "$.data[].video", Kind::PropertyBecameRequired),
    ("listAppointmentTypes", "$.data[].sector", Kind::PropertyBecameRequired),
    ("listAppointmentTypes", "x-request-id", Kind::HeaderAdded),
    ("listAppointmentTypes", "retry-after", Kind::HeaderAdded),
    ("listAppointmentTypes", "text/plain", Kind::MediaTypeWidened),
    ("listAdmins", "page_size", Kind::ParameterRemoved),
    ("listAdmins", "page_index", Kind::ParameterRemoved),
    ("listAdmins", "$.data[].nickname", Kind::PropertyAddedOptional),
    (
        "listAdmins",
        "nickname` of the 200 response of `GET /v1/admins` is not described; it is `null`",
        Kind::PropertyAddedOptional,
    ),
    ("listAdmins", "$.data[].prescriber_details", Kind::TypeWidened),
    ("listAdmins", "$.data[].prescriber_details", Kind::PropertyBecameRequired),
    ("getTask", "409", Kind::ErrorStatusAdded),
    ("getTask", "the 409 response", Kind::ResponseContentAdded),
    ("getTask", "$.patient.deceased_at", Kind::FormatChanged),
    ("getAppointment", "$.start_time", Kind::PropertyBecameOptional),
    ("createAppointment", "InferredForbidden", Kind::ResponseContentAdded),
    // What the client sends.
    ("createAppointment", "$.walk_in", Kind::PropertyAddedOptional),
];

fn appointment_types(round: usize) -> Value {
    let item = |number: usize| {
        let mut item = json!({
            "id": number, "name": "Review", "partner_slot_name": "GP", "next_available_at": null, "slot_count": 2,
            "price": 0, "assignee_id": null, "assignee_type": null, "sector": "nhs", "duration": 10, "video": true,
            "use_partner_bookable_slots": true, "form_id": null, "practitioner_type": "GP",
            "colour": "red", "group": {"id": 4},
        });
        if number == 2 && round.is_multiple_of(2) {
            item["name"] = Value::Null;
            item["duration"] = json!("10 min");
            item["sector"] = json!("private");
            item.as_object_mut().unwrap().remove("partner_slot_name");
            item.as_object_mut().unwrap().remove("group");
        }
        item
    };
    json!({"data": (0..5).map(item).collect::<Vec<_>>(), "count": 5})
}

fn admins() -> Value {
    let admin = |number: usize| {
        json!({
            "id": format!("{number}"), "first_name": "A", "last_name": "B", "email": "a@example.test",
            "external_prescriber_id": null, "prescriber_details": if number == 1 { json!([]) } else { Value::Null },
            "nickname": if number == 1 { Value::Null } else { json!("Bea") },
        })
    };
    json!({"data": (0..4).map(admin).collect::<Vec<_>>(), "count": 4})
}

fn task() -> Value {
    json!({
        "id": "1", "category": "c", "type_label": "t", "status": "open",
        "patient": {"id": "2", "dob": null, "deceased_at": "2024-01-31"},
    })
}

async fn send<O: Operation>(hero: &Hero, start: impl FnOnce(&Client) -> O) {
    // The bindings take some of it and refuse some: what is observed does not depend on it.
    let _ = start(hero.api()).send().await;
}

/// Calls the server as a program would, which has each planted difference.
async fn traffic_of(server: &Server, hero: &Hero) {
    const JSON: &str = "content-type: application/json\r\n";
    for round in 0..25 {
        let headers = format!("{JSON}x-request-id: abc\r\n");
        server.responds(200, &headers, &appointment_types(round).to_string());
        send(hero, hero_api::Client::list_appointment_types).await;
        server.responds(200, JSON, &admins().to_string());
        send(hero, |api| api.list_admins().page_index(round.to_string()).page_size("3")).await;
        server.responds(200, JSON, &task().to_string());
        send(hero, |api| api.get_task().id("1")).await;
    }
    server.responds(429, "retry-after: 5\r\n", "");
    send(hero, hero_api::Client::list_appointment_types).await;
    server.responds(400, "content-type: text/plain\r\n", "Bad request");
    send(hero, hero_api::Client::list_appointment_types).await;
    server.responds(409, JSON, r#"{"error": true}"#);
    send(hero, |api| api.get_task().id("1")).await;
    let appointment = json!({"id": "1", "appointment_type_id": "2", "location_id": "3", "practitioner_id": "4"});
    for _ in 0..3 {
        server.responds(200, JSON, &appointment.to_string());
        send(hero, |api| api.get_appointment().id("1")).await;
    }
    server.responds(403, JSON, r#"{"error": true}"#);
    let create = |body: hero_api_ext::hero_api::types::builder::CreateAppointmentBody| {
        let body = body.appointment_type_id("1").location_id("2").practitioner_id("3");
        body.duration(10.0).start_time("2026-01-02T09:30:00Z".to_owned())
    };
    send(hero, |api| api.create_appointment().body_map(create)).await;
    let mut request = hero.api().create_appointment().body_map(create).into_request().unwrap();
    let mut body: Value = serde_json::from_slice(request.body().and_then(|body| body.as_bytes()).unwrap()).unwrap();
    body["walk_in"] = json!(true);
    *request.body_mut() = Some(body.to_string().into());
    hero.api().execute(request, CreateAppointment::INFO).await.unwrap();
}

fn copy_of_the_workspace(to: &Path) {
    let root = workspace::root();
    for path in ["openapi.yaml", "openapi.lock", "overlay.yaml", "hero-api/Cargo.toml"] {
        let target = to.join(path);
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::copy(root.join(path), target).unwrap();
    }
}

/// Observes a server that has each planted difference; returns the file of observations.
async fn observe(root: &Path, server: &Server) -> PathBuf {
    let file = root.join("observations.jsonl");
    let observer = FileObserver::open(&file).unwrap();
    traffic_of(server, &hero(server, Observe::new(observer).with_technical_values(true))).await;
    let written = std::fs::read_to_string(&file).unwrap();
    for difference in Difference::ALL.map(Difference::as_str) {
        assert!(written.contains(&format!("\"kind\":\"{difference}\"")), "{difference}");
    }
    file
}

/// Writes the corrections into the overlay, and generates from it.
fn propose_and_generate(root: &Path, file: &PathBuf) {
    let (mut out, mut note) = (Vec::new(), Vec::new());
    let overlay = root.join("overlay.yaml");
    let what = (std::slice::from_ref(file), Some(overlay.as_path()));
    let code = traffic::traffic(root, &Options::default(), what, "2026-01-01", &mut out, &mut note);
    let text = String::from_utf8(out).unwrap();
    assert_eq!(code, 2, "{text} {}", String::from_utf8_lossy(&note));
    assert!(text.contains("corrections are proposed"), "{text}");
    let mut said = Vec::new();
    generate::regenerate(&mut Disk::new(root), &mut said).unwrap_or_else(|error| panic!("{error:#}"));
}

fn report(root: &Path, files: &[std::path::PathBuf]) -> Report {
    traffic::report(root, &Options::default(), files, "2026-01-01").unwrap().0
}

#[tokio::test]
async fn planted_differences_are_found_and_repaired() {
    if Description::locked().unwrap().is_published() {
        // What is planted differs from the transcription. The published file may have it already.
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    copy_of_the_workspace(root);
    let server = Server::start();
    let file = observe(root, &server).await;

    // Reported: each with its place, and the exit code of a break.
    let found = report(root, std::slice::from_ref(&file));
    let changes = found.wire.clone().unwrap();
    let listed: Vec<String> = changes.iter().map(|change| format!("{:?} {}", change.kind, change.sentence)).collect();
    for (operation, what, kind) in PLANTED {
        // A path ends in the name of a field.
        let name = if what.starts_with('$') { what.rsplit('.').next().unwrap() } else { what };
        let is_it = |change: &&drift::WireChange| {
            change.kind == kind && change.operation_ids == [operation] && change.sentence.contains(name)
        };
        let change = changes.iter().find(is_it).unwrap_or_else(|| panic!("{operation} {what}: {listed:#?}"));
        assert!(change.old.line > 1 && change.new.line >= 1, "{change:?}");
        assert!(
            change.sentence.contains("seen in ") || change.sentence.contains("there in all"),
            "{}",
            change.sentence
        );
    }
    assert_eq!((changes.len(), found.verdict, found.exit_code), (PLANTED.len(), Verdict::Breaking, 2), "{listed:#?}");
    assert!(changes.iter().any(|change| change.class == Class::Compatible));
    let kinds: BTreeSet<Kind> = changes.iter().map(|change| change.kind).collect();
    assert!(kinds.len() >= 12, "{kinds:?}");

    // Proposed, and generated from.
    propose_and_generate(root, &file);
    let written = std::fs::read_to_string(root.join("overlay.yaml")).unwrap();
    assert!(written.contains("seen in 25 of 25 responses, 125 times"), "{written}");

    // The same observations report nothing, and the same traffic is as described.
    let after = report(root, std::slice::from_ref(&file));
    assert_eq!((after.verdict, after.exit_code), (Verdict::Same, 0), "{:#?}", after.wire);
    let shapes = std::fs::read_to_string(root.join("hero-api/src/generated/shapes.json")).unwrap();
    let kept = std::sync::Arc::new(Kept::default());
    let client = hero(&server, Observe::new(std::sync::Arc::clone(&kept)).with_shapes(shapes));
    traffic_of(&server, &client).await;
    assert_eq!(kept.take(), []);

    let coverage = std::fs::read_to_string(root.join("docs/coverage.md")).unwrap();
    assert!(coverage.contains("| observed | 3 |"), "{coverage}");
    let lock = Document::read("overlay.yaml", written.as_bytes()).unwrap();
    assert!(lock.value["actions"].as_array().unwrap().len() > PLANTED.len());
}

#[tokio::test]
#[ignore = "slow: compiles the bindings"]
async fn bindings_with_all_corrections_compile() {
    if Description::locked().unwrap().is_published() {
        return;
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("repair");
    let root = folder.join("workspace");
    if root.exists() {
        std::fs::remove_dir_all(&root).unwrap();
    }
    workspace::copy(&root);
    let file = observe(&root, &Server::start()).await;
    propose_and_generate(&root, &file);
    let types = root.join("hero-api/src/generated/practice_group/types/list_appointment_types.rs");
    assert!(std::fs::read_to_string(types).unwrap().contains("pub colour"));
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let checked = Command::new(cargo)
        // TLS takes longest to compile, and is not generated.
        .args([
            "check",
            "--package",
            "hero-api",
            "--no-default-features",
            "--features",
            "all-tags,httpmock,schemars",
            "--offline",
        ])
        .current_dir(&root)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .status()
        .unwrap();
    assert!(checked.success());
}
