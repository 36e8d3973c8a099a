//! The sandbox: what happens in it, what goes wrong on demand, and the day of the example.

mod appointments;
mod calls;
mod day;
mod faults;
mod messages;
mod webhooks;

use hero_api_ext::{Hero, clock::TestClock, sandbox::Sandbox};
use serde_json::Value;

/// A sandbox that begins on Monday 16 March 2026 at 08:00, with a client and the clock of both.
pub(crate) async fn opened() -> (Sandbox, Hero, TestClock) {
    let clock = TestClock::at("2026-03-16T08:00:00Z".parse().unwrap());
    let sandbox = Sandbox::builder().clock(clock.clone()).start().await.unwrap();
    let hero = sandbox.hero().unwrap();
    (sandbox, hero, clock)
}

/// A request as it is on the wire: the status and the JSON of its response, null for an empty body.
pub(crate) async fn raw(sandbox: &Sandbox, method: &str, path: &str, body: &str) -> (u16, Value) {
    raw_as(sandbox, ("sandbox-key", "12"), method, path, body).await
}

/// The same with another key and practice group.
pub(crate) async fn raw_as(
    sandbox: &Sandbox,
    (key, group): (&str, &str),
    method: &str,
    path: &str,
    body: &str,
) -> (u16, Value) {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let request = client.request(method.parse().unwrap(), format!("{}{path}", sandbox.base_url()));
    let request = request.header("x-api-key", key).header("x-practice-group-id", group).body(body.to_owned());
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    (status, serde_json::from_slice(&response.bytes().await.unwrap()).unwrap_or_default())
}

/// What a browser does: opens a page, or sends its form.
pub(crate) async fn browse(url: &str, form: Option<&str>) -> (u16, String) {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let request = match form {
        Some(form) => client.post(url).body(form.to_owned()),
        None => client.get(url),
    };
    let response = request.send().await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

/// The code of the only issue of a 400.
pub(crate) fn code((status, body): (u16, Value)) -> String {
    assert_eq!((status, &body["error"], &body["statusCode"]), (400, &Value::Bool(true), &Value::from(400)), "{body}");
    assert_eq!(body["message"].as_array().map(Vec::len), Some(1), "{body}");
    assert!(body["message"][0]["path"].is_array() && body["message"][0]["expected"].is_string(), "{body}");
    body["message"][0]["code"].as_str().unwrap().to_owned()
}
