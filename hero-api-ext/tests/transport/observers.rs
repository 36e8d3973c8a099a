//! The observers that come with the crate, and the probe.

use std::sync::Arc;

use hero_api_ext::{
    HeroBuilder,
    observe::{CountingObserver, FileObserver, Observe},
};
use serde_json::{Value, json};

use crate::transport::{
    observe::{JSON, builder, send, shapes},
    server::{Server, Step, body, response},
};

#[path = "../../examples/probe.rs"]
#[allow(dead_code, unreachable_pub, reason = "the example has a main of its own")]
mod probe;

#[tokio::test]
#[cfg(unix)]
async fn a_file_is_private_and_grows_at_its_end() {
    use std::os::unix::fs::PermissionsExt;

    let path = std::env::temp_dir().join(format!("hero-observations-{}.jsonl", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let body = json!({"data": [{"id": 1}]}).to_string();
    let server = Server::start(vec![vec![Step::Read, response(200, JSON, &body)]]).await;
    let mut runs = std::collections::BTreeSet::new();
    for calls in [1, 2] {
        let observe = Observe::new(FileObserver::open(&path).unwrap()).with_shapes(shapes());
        send(&server, observe, calls).await;
    }
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    for line in text.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        assert_eq!((&line["format"], &line["operation"]), (&json!(1), &json!("getPracticeGroupById")));
        assert_eq!(line["description"], json!(hero_api_ext::hero_api::SPEC_SHA256));
        runs.insert(line["run"].as_str().unwrap().to_owned());
    }
    // A difference and a total for each count that doubled.
    assert_eq!((text.lines().count(), runs.len()), (6, 2));
}

#[tokio::test]
#[cfg(feature = "tracing")]
async fn events_tell_differences_and_no_value() {
    use hero_api_ext::observe::TracingObserver;

    use crate::transport::{
        alone::{alone, run},
        spans::Notebook,
    };

    if let Some(itself) = alone(concat!(module_path!(), "::events_tell_differences_and_no_value")) {
        return run(itself);
    }
    let notebook = Notebook::default();
    let guard = tracing::subscriber::set_default(notebook.clone());
    let body = json!({"data": [{"id": 9_434_765_919_u64}], "Jane Marker": "marker", "kind": "marker"}).to_string();
    let server = Server::start(vec![vec![Step::Read, response(200, JSON, &body)]]).await;
    send(&server, Observe::new(TracingObserver::new()).with_shapes(shapes()), 3).await;
    drop(guard);

    let lines = notebook.take();
    // Three differences: told when seen first, when seen twice, and at the end.
    let events = lines.iter().filter(|line| *line == "0: WARN hero_api_ext::observe").count();
    assert_eq!(events, 9, "{lines:#?}");
    for expected in [
        r#"0: hero.operation = "getPracticeGroupById""#,
        r#"0: hero.direction = "response""#,
        "0: http.response.status_code = 200",
        r#"0: hero.path = "$.data[].id""#,
        r#"0: hero.difference = "other-type""#,
        r#"0: hero.expected = "string""#,
        r#"0: hero.found = "integer""#,
        r#"0: hero.path = "$.*""#,
        r#"0: hero.difference = "unknown-field""#,
        r#"0: hero.difference = "unknown-value""#,
        "0: hero.messages = 3",
        "0: hero.of = 3",
    ] {
        assert!(lines.iter().any(|line| line == expected), "{expected}: {lines:#?}");
    }
    let text = lines.concat();
    assert!(!text.contains("arker") && !text.contains("9434765919"), "{lines:#?}");
}

#[tokio::test]
async fn probe_finds_what_is_planted() {
    let path = std::env::temp_dir().join(format!("hero-probe-{}.jsonl", std::process::id()));
    let arguments = ["--yes", "--per-second", "1000", "--id", "getTask.id=12/3", "--out", path.to_str().unwrap()];
    let options = probe::Options::parse(arguments.map(str::to_owned)).unwrap();
    let (steps, left_out) = probe::plan(&options);
    assert!(steps.iter().all(|step| step.operation.method == http::Method::GET));
    let ids: Vec<&str> = steps.iter().map(|step| step.operation.id).collect();
    assert!(ids.contains(&"getTask") && ids.contains(&"listLocations") && !ids.contains(&"listPatientsV3"), "{ids:?}");
    assert!(left_out.iter().any(|operation| operation.id == "getPatientById"));
    let paged = steps.iter().filter(|step| step.operation.id == "listAdmins").count();
    assert_eq!(paged, 2);
    let mut shown = Vec::new();
    probe::show(&steps, &left_out, &mut shown).unwrap();
    let shown = String::from_utf8(shown).unwrap();
    assert!(shown.contains("getTask /v2/tasks/{id}") && !shown.contains("12/3"), "{shown}");

    let admin = json!({"id": "1", "first_name": "A", "last_name": "B", "email": null, "external_prescriber_id": null});
    let body = json!({"data": [admin, admin, admin], "count": 3}).to_string();
    let server = Server::start(vec![vec![Step::Read, response(200, JSON, &body)]]).await;
    let hero = probe::client(builder(&server), &options).unwrap();
    let mut out = Vec::new();
    let responses = probe::run(&hero, &steps, &mut out).await.unwrap();
    assert_eq!(responses, steps.len());
    drop(hero);
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    let admins: Vec<&str> = text.lines().filter(|line| line.contains("listAdmins")).collect();
    for kind in ["page-size-ignored", "page-index-ignored", "\"null\""] {
        assert!(admins.iter().any(|line| line.contains(kind)), "{kind}: {admins:#?}");
    }
    assert!(server.requests().iter().any(|request| request.starts_with("GET /v2/tasks/12%2F3 ")));
    let wrong = ["--id", "getTask=1"].map(str::to_owned);
    assert!(probe::Options::parse(wrong).is_err() && probe::Options::parse(["--all".to_owned()]).is_err());
}

#[tokio::test]
async fn the_builder_takes_an_observer_alone() {
    let body = body("getPracticeGroupById", json!({"id": "12", "later": 1}));
    let server = Server::start(vec![vec![Step::Read, response(200, JSON, &body)]]).await;
    let counts = Arc::new(CountingObserver::new());
    let hero = HeroBuilder::observe(builder(&server), Arc::clone(&counts)).build().unwrap();
    hero.api().get_practice_group_by_id().send().await.unwrap();
    assert_eq!(counts.counts()[&("getPracticeGroupById", "unknown-field")], 1);
    let other = hero.with_practice_group("13");
    drop(hero);
    other.api().get_practice_group_by_id().send().await.unwrap();
    other.flush_observations();
    assert_eq!(counts.counts()[&("getPracticeGroupById", "unknown-field")], 2);
}
