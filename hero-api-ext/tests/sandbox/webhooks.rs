use std::{sync::Arc, time::Duration};

use axum::{Router, extract::State, routing::post};
use bytes::Bytes;
use hero_api_ext::{
    messages::WriteToRecord,
    sandbox::DeliveryState,
    webhook_receiver::{SignatureHeaders, Verifier},
    webhooks::NewWebhook,
};
use http::{HeaderMap, StatusCode};
use tokio::{net::TcpListener, sync::mpsc};

use crate::sandbox::opened;

type Post = (HeaderMap, Bytes);

/// A receiver that responds with this status and hands on what was posted.
async fn receiver(status: StatusCode) -> (String, mpsc::UnboundedReceiver<Post>) {
    let (sender, posts) = mpsc::unbounded_channel::<Post>();
    let on_post = async move |State(sender): State<Arc<mpsc::UnboundedSender<Post>>>, headers, body| {
        sender.send((headers, body)).unwrap();
        status
    };
    let app = Router::new().route("/", post(on_post)).with_state(Arc::new(sender));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    (url, posts)
}

#[tokio::test]
async fn delivery_is_signed_and_has_the_four_members() -> Result<(), Box<dyn std::error::Error>> {
    let (sandbox, hero, clock) = opened().await;
    let (url, mut posts) = receiver(StatusCode::OK).await;
    let webhook = NewWebhook::new("write-to-record.succeeded", url).signing_key("the key").header("x-mine", "1");
    let created = hero.webhooks().create(webhook).await?;
    let listed = hero.webhooks().list().await?;
    assert_eq!((listed.len(), listed[0].id()), (1, created.webhook().id()));

    let sent = hero.messages().sms(7, "Hello").write_to_record(WriteToRecord::without_approval()).await?;
    assert!(sandbox.deliveries().is_empty());
    clock.advance(Duration::from_secs(2));
    let (headers, body) = posts.recv().await.unwrap();
    let expected = serde_json::json!({
        "object": "Message",
        "id": sent.id().as_str(),
        "practice_group_id": "12",
        "event": "write-to-record.succeeded",
    });
    assert_eq!(serde_json::from_slice::<serde_json::Value>(&body)?, expected);
    assert_eq!(headers["x-mine"], "1");
    let now = "2026-03-16T08:00:02Z".parse().unwrap();
    Verifier::new("the key")?.verify(&SignatureHeaders::from(&headers), &body, now)?;
    sandbox.wait_for_posts(1).await;
    assert_eq!(sandbox.deliveries()[0].state, DeliveryState::Delivered);

    hero.webhooks().delete(created.webhook().id()).await?;
    sandbox.emit("12", "write-to-record.succeeded", "1")?;
    assert_eq!(sandbox.deliveries().len(), 1);
    Ok(())
}

#[tokio::test]
async fn failed_delivery_is_posted_five_times() -> Result<(), Box<dyn std::error::Error>> {
    let (sandbox, hero, clock) = opened().await;
    let (url, mut posts) = receiver(StatusCode::BAD_GATEWAY).await;
    hero.webhooks().create(NewWebhook::new("prescription.issued", url)).await?;
    sandbox.emit("12", "prescription.issued", "3")?;
    let mut signatures = Vec::new();
    for (posted, pause) in (1..).zip([1, 5, 30, 120, 0]) {
        let (headers, _) = posts.recv().await.unwrap();
        signatures.push(headers["x-herohealth-signature"].clone());
        sandbox.wait_for_posts(posted).await;
        clock.advance(Duration::from_secs(pause));
    }
    signatures.dedup();
    assert_eq!(signatures.len(), 5, "each time it is signed anew");
    let delivery = &sandbox.deliveries()[0];
    assert_eq!((delivery.attempts, delivery.last_status, delivery.state), (5, Some(502), DeliveryState::GivenUp));
    Ok(())
}
