//! Operations and parameters that the description lacks.

use hero_api_ext::{
    ErrorKind, ResponseExt,
    clock::TestClock,
    hero_api::{Json, ResponseValue},
};
use http::Method;
use serde::Deserialize;
use serde_json::json;

use crate::transport::{
    any::hero,
    server::{Server, Step, body, response},
};

async fn server(responses: &[(u16, &str)]) -> Server {
    Server::start(responses.iter().map(|(status, body)| vec![Step::Read, response(*status, "", body)]).collect()).await
}

#[tokio::test]
async fn unbound_request_is_retried_like_any_other() {
    let server = server(&[(503, ""), (200, r#"{"data": [{"id": "1"}]}"#)]).await;
    let hero = hero(&server, &TestClock::default());
    let request = hero.request(Method::GET, "/v1/patients/{id}/allergies").path("id", "7/8 é").query("active", "a b");
    let found = request.send().await.unwrap();
    assert_eq!((found.attempts(), Json::items(ResponseValue::into_inner(found)).len()), (2, 1));
    let requests = server.requests();
    assert!(
        requests[1].starts_with("GET /v1/patients/7%2F8%20%C3%A9/allergies?active=a+b HTTP/1.1\r\n"),
        "{requests:?}"
    );
    assert!(requests[1].contains("x-api-key: the-key"));
}

#[tokio::test]
async fn unbound_post_is_sent_once_and_read_as_a_type() {
    #[derive(Deserialize)]
    struct Made {
        id: u32,
    }
    let server = server(&[(200, r#"{"id": 7}"#), (503, r#"{"message": "marker"}"#)]).await;
    let hero = hero(&server, &TestClock::default());
    let request = || hero.request(Method::POST, "/v1/things").json(&json!({ "name": "x" })).returning::<Made>();
    assert_eq!(request().await.unwrap().id, 7);
    let error = request().send().await.map(|made| made.id).unwrap_err();
    assert_eq!((error.kind(), error.attempts(), server.requests().len()), (ErrorKind::Server, 1, 2));
    assert_eq!(error.to_string(), "unbound (POST /v1/things): not a success, status 503");
    assert!(server.requests()[0].ends_with(r#"{"name":"x"}"#));
}

#[tokio::test]
async fn unbound_request_checks_its_path_when_sent() {
    let server = server(&[(200, "{}")]).await;
    let hero = hero(&server, &TestClock::default());
    for request in [
        hero.request(Method::GET, "v1/things"),
        hero.request(Method::GET, "/v1/things/{id}"),
        hero.request(Method::GET, "/v1/things/{id}").path("id", ".."),
        hero.request(Method::GET, "/v1/things/{id}").path("id", ""),
        hero.request(Method::GET, "/v1/../x"),
    ] {
        let error = request.send().await.map(drop).unwrap_err();
        assert!(error.is_invalid_input(), "{error}");
    }
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn query_of_a_handle_goes_into_each_request() {
    let server = server(&[(200, &body("listForms", json!({})))]).await;
    let hero = hero(&server, &TestClock::default()).with_query("archived", "yes & no");
    hero.api().list_forms().search("flu").send().await.unwrap();
    hero.forms().list().send().await.unwrap();
    let requests = server.requests();
    assert!(requests[0].starts_with("GET /v1/forms?search=flu&archived=yes+%26+no HTTP"), "{requests:?}");
    assert!(requests[1].starts_with("GET /v1/forms?archived=yes+%26+no HTTP"), "{requests:?}");
}
