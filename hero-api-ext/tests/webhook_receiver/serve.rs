//! Webhooks in axum, and behind tower.

use std::{
    convert::Infallible,
    pin::Pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll},
};

use axum::{Router, body::Body, extract::State, routing::post};
use bytes::Bytes;
use hero_api_ext::webhook_receiver::{
    Delivery, Event, Outcome, Receiver, Verifier,
    axum::{NoReceiver, webhook},
    testing::{SignedRequest, signed_request},
    tower::WebhookLayer,
};
use http::{HeaderName, HeaderValue, Method, Request, Response, StatusCode};
use http_body::{Frame, SizeHint};
use http_body_util::{BodyExt, Full};
use tower::{Layer, ServiceExt, service_fn};

use crate::webhook_receiver::{
    hostile,
    setup::{BODY, HandClock, Headers, KEY, now, signed},
};

fn receiver() -> Receiver {
    Receiver::new(Verifier::new(KEY).unwrap()).with_clock(HandClock::new())
}

type Seen = Arc<Mutex<Vec<(Event, Bytes)>>>;

/// An application that keeps what it was given, and fails when it is told of a cancellation.
fn app(receiver: Receiver) -> (Router, Seen) {
    let seen = Seen::default();
    let on_delivery = async |State(seen): State<Seen>, delivery: Delivery, body: Bytes| {
        let is_cancellation = matches!(delivery.event(), Event::AppointmentCancelled { .. });
        seen.lock().unwrap().push((delivery.into_event(), body));
        if is_cancellation { StatusCode::INTERNAL_SERVER_ERROR } else { StatusCode::NO_CONTENT }
    };
    let app = Router::new().route("/hero", webhook(receiver, on_delivery)).with_state(Arc::clone(&seen));
    (app, seen)
}

fn request(headers: &Headers, body: Body) -> Option<Request<Body>> {
    let mut request = Request::post("/hero").body(body).unwrap();
    for (name, value) in headers {
        let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
        request.headers_mut().append(name, HeaderValue::from_bytes(value).ok()?);
    }
    Some(request)
}

async fn response(app: &Router, request: Request<Body>) -> (StatusCode, Bytes) {
    let response = app.clone().oneshot(request).await.unwrap();
    (response.status(), response.into_body().collect().await.unwrap().to_bytes())
}

async fn post_signed(app: &Router, name: &str) -> (StatusCode, Bytes) {
    let SignedRequest { headers, body, .. } = signed_request(KEY, &Event::new(name, "7", "12"), now()).unwrap();
    let mut request = Request::post("/hero").body(Body::from(body)).unwrap();
    *request.headers_mut() = headers;
    response(app, request).await
}

#[tokio::test]
async fn handler_gets_each_event_with_its_body() {
    let (app, seen) = app(receiver());
    for name in Event::NAMES {
        let (status, _) = post_signed(&app, name).await;
        let expected = if *name == "appointment.cancelled" { 500 } else { 204 };
        assert_eq!(status, expected, "{name}");
    }
    let seen = seen.lock().unwrap();
    assert_eq!(seen.iter().map(|(event, _)| event.name()).collect::<Vec<_>>(), Event::NAMES);
    assert!(seen.iter().all(|(event, body)| Event::parse(body).as_ref() == Ok(event)));
}

#[tokio::test]
async fn hostile_sender_learns_a_status_only() {
    let receiver = receiver();
    let (app, seen) = app(receiver.clone());
    let (mut sent, mut expected) = (0, 0);
    for case in hostile::cases() {
        let streamed = Body::new(Frames::of(&case.body, 7000));
        for body in [Body::from(case.body.clone()), streamed] {
            // Some bytes cannot stand in a header; servers refuse them before anybody asks.
            let Some(request) = request(&case.headers, body) else { continue };
            let (status, text) = response(&app, request).await;
            assert_eq!((status, text.len()), (case.status(), 0), "{}", case.name);
            sent += 1;
        }
        expected += 2;
    }
    assert!(sent >= expected - 6, "{sent} of {expected}");
    assert!(seen.lock().unwrap().is_empty());
    assert_eq!(receiver.counts().iter().map(|(_, count)| count).sum::<u64>(), sent);
}

#[tokio::test]
async fn repetition_skips_the_handler_unless_it_failed() {
    let receiver = receiver();
    let (app, seen) = app(receiver.clone());
    let mut statuses = Vec::new();
    for name in ["appointment.confirmed", "appointment.confirmed", "appointment.cancelled", "appointment.cancelled"] {
        statuses.push(post_signed(&app, name).await.0.as_u16());
    }
    assert_eq!(statuses, [204, 200, 500, 500]);
    assert_eq!(seen.lock().unwrap().len(), 3);
    let counts = receiver.counts();
    let counted = [Outcome::Handled, Outcome::Repeated, Outcome::HandlerFailed].map(|outcome| counts.of(outcome));
    assert_eq!(counted, [1, 1, 2]);
}

#[tokio::test]
async fn only_post_is_a_delivery() {
    let (app, seen) = app(receiver());
    for method in [Method::GET, Method::PUT, Method::DELETE, Method::OPTIONS] {
        let mut request = request(&signed(BODY), BODY.into()).unwrap();
        *request.method_mut() = method.clone();
        assert_eq!(response(&app, request).await.0, StatusCode::METHOD_NOT_ALLOWED, "{method}");
    }
    assert!(seen.lock().unwrap().is_empty());
    assert_eq!(post_signed(&app, "appointment.confirmed").await.0, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn handler_without_a_receiver_never_runs() {
    let ran = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&ran);
    let handler = move |_: Delivery| {
        counted.fetch_add(1, Ordering::Relaxed);
        async {}
    };
    let app = Router::new().route("/hero", post(handler));
    let (status, text) = response(&app, request(&signed(BODY), BODY.into()).unwrap()).await;
    assert_eq!((status, text.len(), ran.load(Ordering::Relaxed)), (StatusCode::INTERNAL_SERVER_ERROR, 0, 0));
    assert_eq!(NoReceiver.to_string(), "the route has no webhook receiver");
}

/// A body in frames that counts how many of them were taken.
struct Frames {
    data: Bytes,
    size: usize,
    promised: u64,
    breaks_off: bool,
    taken: Arc<AtomicUsize>,
}

impl Frames {
    fn of(data: &[u8], size: usize) -> Self {
        let data = Bytes::copy_from_slice(data);
        Self { data, size, promised: 0, breaks_off: false, taken: Arc::default() }
    }
}

impl http_body::Body for Frames {
    type Data = Bytes;
    type Error = &'static str;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, &'static str>>> {
        if self.data.is_empty() {
            let breaks_off = std::mem::take(&mut self.breaks_off);
            return Poll::Ready(breaks_off.then_some(Err("the connection was closed")));
        }
        self.taken.fetch_add(1, Ordering::Relaxed);
        let size = self.size.min(self.data.len());
        Poll::Ready(Some(Ok(Frame::data(self.data.split_to(size)))))
    }

    fn size_hint(&self) -> SizeHint {
        let mut hint = SizeHint::new();
        hint.set_lower(self.promised);
        hint
    }
}

/// What a service behind tower responds to such a body with, and how many frames were taken of it.
async fn posted(receiver: &Receiver, headers: &Headers, frames: Frames) -> (StatusCode, usize) {
    let taken = Arc::clone(&frames.taken);
    let inner = service_fn(async |request: Request<Full<Bytes>>| {
        assert!(request.extensions().get::<Delivery>().is_some());
        Ok::<_, Infallible>(Response::new(String::from("handled")))
    });
    let request = request(headers, Body::empty()).unwrap().map(|_| frames);
    let response = WebhookLayer::new(receiver.clone()).layer(inner).oneshot(request).await.unwrap();
    assert_eq!(response.body(), if response.status() == StatusCode::OK { "handled" } else { "" });
    (response.status(), taken.load(Ordering::Relaxed))
}

#[tokio::test]
async fn a_body_in_many_frames_is_one_body() {
    for size in [1, 2, 50, 4096] {
        assert_eq!(posted(&receiver(), &signed(BODY), Frames::of(BODY.as_bytes(), size)).await.0, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_body_over_the_limit_is_not_read_further() {
    let receiver = receiver();
    let huge = vec![b' '; 10 << 20];
    let refused = posted(&receiver, &signed(&huge), Frames::of(&huge, 1024)).await;
    assert_eq!(refused, (StatusCode::UNAUTHORIZED, 65), "64 frames fill the limit, and one is too many");
    let announced = Frames { promised: 64 * 1024 + 1, ..Frames::of(BODY.as_bytes(), 1024) };
    assert_eq!(posted(&receiver, &signed(BODY), announced).await, (StatusCode::UNAUTHORIZED, 0));
    assert_eq!(receiver.counts().of(Outcome::BodyTooLarge), 2);
}

#[tokio::test]
async fn body_is_not_read_after_wrong_headers() {
    let receiver = receiver();
    for headers in [vec![], crate::webhook_receiver::setup::headers("1", "no signature")] {
        assert_eq!(posted(&receiver, &headers, Frames::of(BODY.as_bytes(), 10)).await, (StatusCode::UNAUTHORIZED, 0));
    }
}

#[tokio::test]
async fn broken_off_body_is_counted_and_not_handled() {
    let receiver = receiver();
    let frames = Frames { breaks_off: true, ..Frames::of(BODY.as_bytes(), 10) };
    assert_eq!(posted(&receiver, &signed(BODY), frames).await.0, StatusCode::BAD_REQUEST);
    assert_eq!(receiver.counts().of(Outcome::BrokenOff), 1);
}

#[tokio::test]
async fn a_service_that_fails_gets_the_delivery_again() {
    let receiver = receiver();
    let failing = WebhookLayer::new(receiver.clone())
        .layer(service_fn(async |_: Request<Full<Bytes>>| Err::<Response<String>, _>("no database")));
    let request = || request(&signed(BODY), BODY.into()).unwrap();
    assert_eq!(failing.oneshot(request()).await.err(), Some("no database"));
    assert_eq!(posted(&receiver, &signed(BODY), Frames::of(BODY.as_bytes(), 100)).await.0, StatusCode::OK);
}
