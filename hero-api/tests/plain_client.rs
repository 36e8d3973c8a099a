//! What the plain client puts on the wire, and what it keeps to itself, against a server on loopback.
#![cfg(feature = "practice-group")]

use std::{error::Error as StdError, net::SocketAddr, time::Duration};

use hero_api::{Client, Credentials, Error, Operation, operations};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
    task::JoinHandle,
};

type TestResult = Result<(), Box<dyn StdError>>;

/// Responds on each connection with one fixed text and hands back the heads of the requests that came.
struct Server {
    address: SocketAddr,
    heads: JoinHandle<std::io::Result<Vec<String>>>,
}

impl Server {
    async fn responding(responses: Vec<String>) -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let heads = tokio::spawn(async move {
            let mut heads = Vec::new();
            for response in responses {
                let (mut socket, _) = listener.accept().await?;
                let mut head = Vec::new();
                while !head.ends_with(b"\r\n\r\n") {
                    head.push(socket.read_u8().await?);
                }
                heads.push(String::from_utf8_lossy(&head).into_owned());
                socket.write_all(response.as_bytes()).await?;
            }
            Ok(heads)
        });
        Ok(Self { address, heads })
    }

    fn client(&self) -> Result<Client, Error> {
        client(&format!("http://{}/base/", self.address))
    }

    async fn heads(self) -> Result<Vec<String>, Box<dyn StdError>> {
        Ok(tokio::time::timeout(Duration::from_secs(5), self.heads).await???)
    }
}

fn client(base_url: &str) -> Result<Client, Error> {
    Client::new(base_url, Credentials::new("marker-key", "marker-group")?)
}

fn response(status: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}")
}

async fn failure(client: &Client) -> Result<Error, Box<dyn StdError>> {
    client.get_practice_group_by_id().send().await.err().ok_or_else(|| "the call succeeded".into())
}

fn assert_safe_to_log(error: &Error) {
    let mut texts = vec![error.to_string(), format!("{error:?}"), format!("{error:#?}")];
    let mut cause = StdError::source(error);
    while let Some(error) = cause {
        texts.push(format!("{error} {error:?}"));
        cause = error.source();
    }
    for text in texts {
        assert!(!text.contains("marker") && !text.contains("/base") && !text.contains("http://"), "{text}");
    }
}

#[tokio::test]
async fn a_call_carries_both_keys_and_nothing_unasked() -> TestResult {
    let server = Server::responding(vec![response("200 OK", "", r#"{"id":"7"}"#)]).await?;
    let value = server.client()?.get_practice_group_by_id().send().await?;
    assert_eq!(hero_api::ResponseValue::status(&value), 200);
    let heads = server.heads().await?;
    let mut lines: Vec<_> = heads[0].lines().filter(|line| !line.is_empty() && !line.starts_with("host:")).collect();
    lines[1..].sort_unstable();
    assert_eq!(
        lines,
        [
            "GET /base/v1/me HTTP/1.1",
            "accept: application/json",
            concat!("user-agent: hero-api/", env!("CARGO_PKG_VERSION")),
            "x-api-key: marker-key",
            "x-practice-group-id: marker-group",
        ]
    );
    Ok(())
}

#[tokio::test]
async fn a_body_can_be_read_as_a_stream() -> TestResult {
    let server = Server::responding(vec![response("200 OK", "content-type: text/csv\r\n", "marker,1")]).await?;
    let mut stream = server.client()?.get_practice_group_by_id().stream().await?;
    assert_eq!((stream.status().as_u16(), stream.headers()["content-type"].to_str()?), (200, "text/csv"));
    assert!(!format!("{stream:?}").contains("marker"));
    let mut body = Vec::new();
    while let Some(chunk) = stream.chunk().await? {
        body.extend(chunk);
    }
    assert_eq!(body, b"marker,1");
    Ok(())
}

#[tokio::test]
async fn a_stream_of_an_error_status_is_an_error() -> TestResult {
    let server = Server::responding(vec![response("503 Busy", "", "marker")]).await?;
    let error = server.client()?.get_practice_group_by_id().stream().await.err().ok_or("the call succeeded")?;
    assert!(error.is_status() && error.sensitive_body().is_some_and(|body| body == "marker"));
    assert_safe_to_log(&error);
    Ok(())
}

#[tokio::test]
async fn events_arrive_before_the_response_ends() -> TestResult {
    let broken = "HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\ndata: one\n\ndata: two".to_owned();
    let server = Server::responding(vec![broken]).await?;
    let mut events = server.client()?.get_practice_group_by_id().stream().await?.events();
    assert_eq!(events.next().await?.map(|event| event.data).as_deref(), Some("one"));
    let error = events.next().await.err().ok_or("the stream ended well")?;
    assert!(error.is_transport() && error.status().is_some_and(|status| status == 200));
    assert_safe_to_log(&error);
    Ok(())
}

#[tokio::test]
async fn a_redirect_is_an_error() -> TestResult {
    let other = TcpListener::bind("127.0.0.1:0").await?;
    let location = format!("location: http://{}/marker\r\n", other.local_addr()?);
    let server = Server::responding(vec![response("302 Found", &location, "")]).await?;
    let error = failure(&server.client()?).await?;
    assert!(error.is_status());
    assert_eq!(error.status().map(|status| status.as_u16()), Some(302));
    assert!(error.headers().is_some_and(|headers| headers.contains_key("location")));
    assert_safe_to_log(&error);
    let visit = tokio::time::timeout(Duration::from_millis(100), other.accept()).await;
    assert!(visit.is_err(), "the redirect was followed");
    Ok(())
}

#[tokio::test]
async fn an_error_hides_headers_and_body() -> TestResult {
    let headers = "set-cookie: marker\r\nretry-after: 7\r\nmarker: marker\r\n";
    let server = Server::responding(vec![response("429 marker", headers, r#"{"message":"marker"}"#)]).await?;
    let error = failure(&server.client()?).await?;
    assert_eq!(error.to_string(), "getPracticeGroupById (GET /v1/me): not a success, status 429");
    assert_safe_to_log(&error);
    assert!(error.headers().is_some_and(|headers| headers["retry-after"] == "7"));
    assert_eq!(error.decode_body::<hero_api::Json>()?["message"], "marker");
    assert!(error.decode_body::<Vec<u8>>().is_err_and(|error| error.is_decode() && error.sensitive_body().is_some()));
    Ok(())
}

#[tokio::test]
async fn a_body_of_another_shape_tells_where_and_not_what() -> TestResult {
    let server =
        Server::responding(vec![response("200 OK", "set-cookie: marker\r\n", r#"{"id":{"marker":"marker"}}"#)]).await?;
    let error = failure(&server.client()?).await?;
    assert!(error.is_decode());
    assert_eq!(error.json_path(), Some("$.id"));
    assert_safe_to_log(&error);
    assert!(StdError::source(&error).is_none());
    Ok(())
}

#[tokio::test]
async fn a_broken_off_body_keeps_its_status() -> TestResult {
    let truncated = "HTTP/1.1 200 OK\r\nset-cookie: marker\r\ncontent-length: 99\r\n\r\n{\"id\":\"marker".to_owned();
    let server = Server::responding(vec![truncated]).await?;
    let error = failure(&server.client()?).await?;
    assert!(error.is_transport() && error.status().is_some_and(|status| status == 200));
    assert_eq!(error.to_string(), "getPracticeGroupById (GET /v1/me): the response broke off, status 200");
    assert_safe_to_log(&error);
    Ok(())
}

#[tokio::test]
async fn an_error_status_survives_a_body_that_breaks_off() -> TestResult {
    let truncated = "HTTP/1.1 503 Busy\r\ncontent-length: 99\r\n\r\nmarker".to_owned();
    let server = Server::responding(vec![truncated]).await?;
    let error = failure(&server.client()?).await?;
    assert!(error.is_status() && error.status().is_some_and(|status| status == 503));
    assert!(error.sensitive_body().is_none());
    Ok(())
}

#[tokio::test]
async fn a_refused_connection_is_told_apart() -> TestResult {
    let free = TcpListener::bind("127.0.0.1:0").await?.local_addr()?;
    let error = failure(&client(&format!("http://{free}/base"))?).await?;
    assert!(error.is_transport() && error.is_connect() && !error.is_timeout());
    assert_eq!(error.to_string(), "getPracticeGroupById (GET /v1/me): could not connect");
    assert_safe_to_log(&error);
    assert!(error.into_transport_error().is_ok_and(|error| error.is::<reqwest::Error>()));
    Ok(())
}

#[tokio::test]
async fn a_silent_server_is_a_timeout() -> TestResult {
    let silent = TcpListener::bind("127.0.0.1:0").await?;
    let client = client(&format!("http://{}", silent.local_addr()?))?;
    let mut request = client.get_practice_group_by_id().into_request()?;
    *request.timeout_mut() = Some(Duration::from_millis(50));
    let error =
        client.execute(request, &operations::GET_PRACTICE_GROUP_BY_ID).await.err().ok_or("there was a response")?;
    assert!(error.is_transport() && error.is_timeout() && !error.is_connect());
    assert_eq!(error.to_string(), "getPracticeGroupById (GET /v1/me): timed out");
    assert_safe_to_log(&error);
    Ok(())
}

#[tokio::test]
#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
async fn https_without_tls_is_a_transport_error() -> TestResult {
    let error = failure(&client("https://127.0.0.1:1")?).await?;
    assert!(error.is_transport() && !error.is_timeout());
    Ok(())
}

#[tokio::test]
async fn a_request_for_another_url_is_not_sent() -> TestResult {
    let client = client("https://example.test/base")?;
    let other = [
        "https://other.test/base/v1/me",
        "https://example.test/v1/me",
        "https://example.test/base/v1/me/elements",
        "https://example.test/base/../v1/me",
        "http://example.test/base/v1/me",
    ];
    for url in other {
        let mut request = client.get_practice_group_by_id().into_request()?;
        *request.url_mut() = url.parse()?;
        let error = client.execute(request, &operations::GET_PRACTICE_GROUP_BY_ID).await.err();
        assert!(error.is_some_and(|error| error.is_invalid_request()), "{url}");
    }
    Ok(())
}

#[tokio::test]
async fn the_client_that_builds_requests_sends_none() -> TestResult {
    let server = Server::responding(vec![]).await?;
    let request = server.client()?.get_practice_group_by_id().into_request()?;
    assert!(server.client()?.http().execute(request).await.is_err_and(|error| error.is_builder()));
    Ok(())
}

#[tokio::test]
async fn a_call_can_be_made_on_another_thread() -> TestResult {
    let server = Server::responding(vec![response("200 OK", "", "{}")]).await?;
    let client = server.client()?;
    let call = tokio::spawn(async move {
        client.get_practice_group_by_id().send().await.map(|value| hero_api::ResponseValue::status(&value))
    });
    assert_eq!(call.await??, 200);
    Ok(())
}

#[test]
fn a_client_prints_no_key() -> TestResult {
    let text = format!("{:?}", client("https://example.test")?);
    assert_eq!(text, r#"Client { base_url: "https://example.test", .. }"#);
    Ok(())
}
