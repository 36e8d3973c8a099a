//! What observers are told, and what they are not.

use std::sync::{Arc, Mutex};

use hero_api_ext::{
    HeroBuilder,
    clock::TestClock,
    observe::{CountingObserver, Difference, Direction, Observation, Observe, Observer, Totals},
    retry,
};
use serde_json::{Value, json};

use crate::transport::{
    any,
    server::{Server, Step, response},
};

/// Keeps what it is told.
#[derive(Default)]
struct Kept(Mutex<(Vec<Observation>, Vec<Totals>)>);

impl Observer for Kept {
    fn observed(&self, observation: &Observation) {
        self.0.lock().unwrap().0.push(observation.clone());
    }

    fn compared(&self, totals: &Totals) {
        self.0.lock().unwrap().1.push(totals.clone());
    }
}

impl Kept {
    fn lines(&self) -> Vec<String> {
        let line = |seen: &Observation| {
            let value = seen.value.as_deref().map(|value| format!(" ={value}")).unwrap_or_default();
            let (kind, path) = (seen.kind.as_str(), &seen.path);
            format!("{kind} {path}: {} → {}{value}, {} of {}", seen.expected, seen.found, seen.messages, seen.of)
        };
        self.0.lock().unwrap().0.iter().map(line).collect()
    }
}

pub(crate) fn builder(server: &Server) -> HeroBuilder {
    any::builder(server, &TestClock::at(chrono::DateTime::UNIX_EPOCH))
}

pub(crate) const JSON: &str = "content-type: application/json\r\n";

/// Shapes of one operation, which the practice group has.
pub(crate) fn shapes() -> String {
    json!({
        "shapes": [
            {"t": 64, "p": {"data": [1, 1], "labels": [4], "more": [5], "kind": [6]}},
            {"t": 32, "i": 2},
            {"t": 64, "p": {"id": [3, 1], "at": [7]}},
            {"t": 16},
            {"t": 64, "m": 3},
            {"t": 64, "o": true},
            {"t": 16, "v": ["a", "b"], "k": true},
            {"t": 17, "f": "date-time"},
        ],
        "operations": {"getPracticeGroupById": {"responses": {"200": {"c": {"application/json": 0}, "h": ["etag"]}, "4XX": {}}}},
    })
    .to_string()
}

pub(crate) async fn send(server: &Server, observe: Observe, calls: usize) {
    let hero = builder(server).retry_policy(retry::Never).observe(observe).build().unwrap();
    for _ in 0..calls {
        let _ = hero.api().get_practice_group_by_id().send().await;
    }
}

async fn observed(responses: Vec<Step>, change: impl FnOnce(Observe) -> Observe) -> Vec<String> {
    let calls = responses.len();
    let scripts = responses.into_iter().map(|response| vec![Step::Read, response]).collect();
    let server = Server::start(scripts).await;
    let kept = Arc::new(Kept::default());
    send(&server, change(Observe::new(Arc::clone(&kept)).with_shapes(shapes())), calls).await;
    kept.lines()
}

#[tokio::test]
async fn each_difference_is_told_with_types_and_counts() {
    let body = json!({
        "data": [{"id": 1, "at": "2024-01-31"}, {"id": null}, {"at": 1.5, "new": [1], "Jane Doe": 1}, {"id": []}],
        "labels": {"Jane Doe": 1, "jane": "x"},
        "more": {"Jane Doe": 1},
        "kind": "c",
    });
    let first = response(200, &format!("{JSON}etag: x\r\nretry-after: 5\r\nx-jane-doe: 1\r\n"), &body.to_string());
    let mut lines = observed(vec![first], |observe| observe).await;
    lines.sort_unstable();
    assert_eq!(
        lines,
        [
            "header retry-after: nothing → integer, 1 of 1",
            "missing $.data[].id: string → nothing, 1 of 1",
            "null $.data[].id: string → null, 1 of 1",
            "other-format $.data[].at: date-time → date, 1 of 1",
            "other-type $.data[].at: string|null → number, 1 of 1",
            "other-type $.data[].id: string → array, 1 of 1",
            "other-type $.data[].id: string → integer, 1 of 1",
            "other-type $.labels.*: string → integer, 1 of 1",
            "unknown-field $.data[].*: nothing → integer, 1 of 1",
            "unknown-field $.data[].new: nothing → array, 1 of 1",
            "unknown-value $.kind: string → string, 1 of 1",
        ]
    );
}

#[tokio::test]
async fn statuses_and_media_types_are_told() {
    let responses = vec![
        response(418, JSON, "{}"),
        response(200, "content-type: text/html\r\n", "<p>"),
        response(200, JSON, "{\"data\": [}"),
        response(404, "content-type: jane/doe\r\n", "x"),
        response(503, "", ""),
    ];
    assert_eq!(
        observed(responses, |observe| observe).await[..5],
        [
            "content-type $: nothing → application/json (object), 1 of 1",
            "content-type $: application/json → text/html, 1 of 1",
            "content-type $: application/json → application/json (no JSON), 1 of 2",
            "content-type $: nothing → other, 1 of 1",
            "status $: nothing → 503, 1 of 1",
        ]
    );
}

#[tokio::test]
async fn two_switches_tell_more() {
    let body = json!({"data": [], "more": {"size": 1, "Jane Doe": 1}, "kind": "c"}).to_string();
    let responses = || vec![response(200, JSON, &body)];
    let told = observed(responses(), |observe| observe.with_technical_values(true)).await;
    assert_eq!(told, ["unknown-value $.kind: string → string =c, 1 of 1"]);
    let mut told = observed(responses(), |observe| observe.with_fields_of_open_objects(true)).await;
    told.sort_unstable();
    assert_eq!(
        told,
        [
            "unknown-field $.more.*: nothing → integer, 1 of 1",
            "unknown-field $.more.size: nothing → integer, 1 of 1",
            "unknown-value $.kind: string → string, 1 of 1",
        ]
    );
    let odd = json!({"data": [], "kind": "9434765919"}).to_string();
    let told = observed(vec![response(200, JSON, &odd)], |observe| observe.with_technical_values(true)).await;
    assert_eq!(told, ["unknown-value $.kind: string → string, 1 of 1"]);
}

#[tokio::test]
async fn counts_are_told_when_they_double_and_at_the_end() {
    let body = json!({"data": [{"id": 1}, {"id": 2}]}).to_string();
    let server = Server::start(vec![vec![Step::Read, response(200, JSON, &body)]]).await;
    let (kept, counts) = (Arc::new(Kept::default()), Arc::new(CountingObserver::new()));
    let observe = Observe::new(Arc::clone(&kept)).and(Arc::clone(&counts)).with_shapes(shapes());
    send(&server, observe, 7).await;
    let told: Vec<(u64, u64, u64)> =
        kept.0.lock().unwrap().0.iter().map(|seen| (seen.messages, seen.times, seen.of_times)).collect();
    assert_eq!(told, [(1, 2, 2), (2, 4, 4), (4, 8, 8), (7, 14, 14)]);
    assert_eq!(counts.counts()[&("getPracticeGroupById", Difference::OtherType.as_str())], 7);
    let totals: Vec<u64> = kept.0.lock().unwrap().1.iter().map(|totals| totals.of).collect();
    assert_eq!(totals, [1, 2, 4, 7]);
}

#[tokio::test]
async fn optional_fields_are_counted_by_object() {
    let body = json!({"data": [{"id": "1", "at": null}, {"id": "2"}]}).to_string();
    let server = Server::start(vec![vec![Step::Read, response(200, JSON, &body)]]).await;
    let kept = Arc::new(Kept::default());
    send(&server, Observe::new(Arc::clone(&kept)).with_shapes(shapes()), 3).await;
    let kept = kept.0.lock().unwrap();
    let last = kept.1.last().unwrap();
    let fields: Vec<_> = last.optional.iter().map(|field| (field.path.as_str(), field.times, field.of_times)).collect();
    assert_eq!((last.of, &fields[..]), (3, &[("$.data[].at", 3, 6)][..]));
}

#[tokio::test]
async fn a_long_list_is_read_to_its_end() {
    let items: Vec<Value> =
        (0..200).map(|number| if number == 199 { json!({"id": 1}) } else { json!({"id": "1"}) }).collect();
    let told = observed(vec![response(200, JSON, &json!({"data": items}).to_string())], |observe| observe).await;
    assert_eq!(told, ["other-type $.data[].id: string → integer, 1 of 1"]);
}

#[tokio::test]
async fn many_unknown_names_are_data() {
    let names: serde_json::Map<String, Value> = (0..500).map(|number| (name(number), json!(1))).collect();
    let mut body = json!({"data": []});
    body.as_object_mut().unwrap().extend(names);
    let told = observed(vec![response(200, JSON, &body.to_string())], |observe| observe).await;
    assert_eq!(told.len(), 65);
    assert!(told.contains(&"unknown-field $.*: nothing → integer, 1 of 1".to_owned()));
}

/// A name of letters.
fn name(number: usize) -> String {
    number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect()
}

#[tokio::test]
async fn a_request_body_is_compared_once_for_a_call() {
    let server =
        Server::start(vec![vec![Step::Read, response(429, "", "")], vec![Step::Read, response(200, "", "")]]).await;
    let kept = Arc::new(Kept::default());
    let shapes = json!({
        "shapes": [{"t": 64, "p": {"name": [1, 1]}}, {"t": 2}],
        "operations": {"sendMessage": {"request": {"application/json": 0}, "responses": {"200": {}, "429": {}}}},
    });
    let observe = Observe::new(Arc::clone(&kept)).with_shapes(shapes.to_string());
    let hero = builder(&server).observe(observe).build().unwrap();
    let mut request = any::request(&hero, any::POST);
    request.headers_mut().insert("content-type", "application/json".parse().unwrap());
    *request.body_mut() = Some(json!({"message": "Jane Doe"}).to_string().into());
    hero.api().execute(request, any::POST).await.unwrap();
    let kept = kept.0.lock().unwrap();
    assert!(kept.0.iter().all(|seen| seen.direction == Direction::Request && seen.of == 1), "{:?}", kept.0);
    let told: Vec<(&str, &str)> = kept.0.iter().map(|seen| (seen.kind.as_str(), seen.path.as_str())).collect();
    assert_eq!(told, [("unknown-field", "$.message"), ("missing", "$.name")]);
}

#[tokio::test]
async fn an_undescribed_success_is_told() {
    let responses =
        vec![response(202, JSON, r#"{"data": []}"#), response(204, "", ""), response(200, JSON, r#"{"data": []}"#)];
    assert_eq!(
        observed(responses, |observe| observe).await,
        [
            "status $: nothing → 202, 1 of 1",
            "content-type $: nothing → application/json (object), 1 of 1",
            "status $: nothing → 204, 1 of 1",
        ]
    );
}

#[tokio::test]
async fn of_later_long_lists_one_in_four_is_read() {
    for (items, compared) in [(2_000, 66), (2, 72)] {
        let items: Vec<Value> = (0..items).map(|_| json!({"id": 1})).collect();
        let body = json!({"data": items}).to_string();
        let server = Server::start(vec![vec![Step::Read, response(200, JSON, &body)]]).await;
        let kept = Arc::new(Kept::default());
        send(&server, Observe::new(Arc::clone(&kept)).with_shapes(shapes()), 72).await;
        let kept = kept.0.lock().unwrap();
        let (last, total) = (kept.0.last().unwrap(), kept.1.last().unwrap());
        assert_eq!((last.messages, last.of, total.of), (compared, compared, compared));
    }
}
