//! Paged operations through the trait that knows nothing of their names.

use std::sync::{Arc, Mutex};

use hero_tests::{
    call::{Call, Inputs, Page},
    description::{Content, Operation, Success},
    sample::Style,
};
use httpmock::MockServer;
use serde_json::{Value, json};

use crate::stage::{Failures, Script, Stage, client};

/// Whether the operation takes `page_index` and `page_size`, both texts or both whole numbers.
fn is_paged(stage: &Stage, operation: &Operation) -> bool {
    let kind = |name: &str| {
        let parameter =
            operation.parameters.iter().find(|parameter| parameter.name == name && parameter.location == "query")?;
        let schema = stage.description.keywords(&parameter.schema).unwrap();
        schema.types().first().map(|kind| (*kind).to_owned())
    };
    let (index, size) = (kind("page_index"), kind("page_size"));
    index == size && index.is_some_and(|kind| kind == "string" || kind == "integer") && response(operation).is_some()
}

/// The status and schema of the one response.
fn response(operation: &Operation) -> Option<(u16, &Value)> {
    match operation.successes.as_slice() {
        [Success { status, content: Content::Json(schema) }] => Some((*status, schema)),
        _ => None,
    }
}

fn paged(stage: &Stage) -> impl Iterator<Item = &(Operation, &'static Call)> {
    stage.operations.iter().filter(|(operation, _)| is_paged(stage, operation))
}

#[test]
fn only_page_parameters_make_pages() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    for (operation, call) in &stage.operations {
        failures.same(call.info.id, "paged", &call.page.is_some(), &is_paged(&stage, operation));
        failures.same(call.info.id, "paged in the table", &call.info.paged, &call.page.is_some());
    }
}

#[tokio::test]
async fn page_and_size_are_sent_as_described() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    let server = MockServer::start();
    let client = client(&server);
    let arrived: Arc<Mutex<Vec<(String, String)>>> = Arc::default();
    let seen = Arc::clone(&arrived);
    server.mock(|when, then| {
        when.is_true(move |request| {
            *seen.lock().unwrap() = request.query_params();
            true
        });
        then.status(418);
    });
    for (operation, call) in paged(&stage) {
        let mut inputs = stage.inputs(operation, Style::FULL);
        inputs.parameters.retain(|(location, ..)| location == "path");
        let Some(Ok(request)) = call.page.map(|start| start(&client, &inputs)) else {
            failures.check(call.info.id, false, || "it does not start".to_owned());
            continue;
        };
        let _ = request.page(3, 70).await;
        let mut query = arrived.lock().unwrap().clone();
        query.sort();
        let wanted = vec![("page_index".to_owned(), "3".to_owned()), ("page_size".to_owned(), "70".to_owned())];
        failures.same(call.info.id, "query", &query, &wanted);
    }
}

#[tokio::test]
async fn items_and_count_come_out() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    for (operation, call) in paged(&stage) {
        let inputs = stage.inputs(operation, Style::FULL);
        let (status, schema) = response(operation).unwrap();
        let written = stage.description.sample(schema, Style::FULL).unwrap();
        let schema = stage.description.keywords(schema).unwrap();
        let Some(page) = page(call, &inputs, status, &written).await else {
            failures.check(call.info.id, false, || format!("no page in {written}"));
            continue;
        };
        let (items, count) = if schema.properties().is_none_or(|properties| properties.contains_key("data")) {
            (
                written.get("data").cloned().unwrap_or_else(|| json!([written])),
                written.get("count").and_then(Value::as_u64),
            )
        } else {
            (json!([written]), None)
        };
        failures.same_json(call.info.id, "items", &page.items, &items);
        failures.same(call.info.id, "count", &page.count, &count);
    }
}

#[tokio::test]
async fn undescribed_pages_are_searched_for_items() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    for (operation, call) in paged(&stage) {
        let (status, schema) = response(operation).unwrap();
        let schema = stage.description.keywords(schema).unwrap();
        if schema.properties().is_some() {
            continue;
        }
        let inputs = stage.inputs(operation, Style::FULL);
        for (written, items, count) in [
            (json!({"data": [{"id": "1"}, 2], "count": 31}), json!([{"id": "1"}, 2]), Some(31)),
            (json!([{"id": "1"}]), json!([{"id": "1"}]), None),
            (json!(null), json!([]), None),
        ] {
            let page = page(call, &inputs, status, &written).await;
            let found = page.map(|page| (page.items, page.count));
            failures.same(call.info.id, "page", &found, &Some((items, count)));
        }
    }
    // A description that says everything leaves nothing to search.
    failures.check("all", true, String::new);
}

async fn page(call: &Call, inputs: &Inputs, status: u16, body: &Value) -> Option<Page> {
    let client = Script::responding(status, body.to_string()).client();
    call.page?(&client, inputs).ok()?.page(1, 2).await.ok()
}
