//! How much memory a stranger can make the receiver take. A program of its own, since it counts every allocation.
#![cfg(feature = "tower")]
#![allow(clippy::unwrap_used, reason = "a helper that fails has to fail its test")]

use std::{
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use hero_api_ext::webhook_receiver::{Receiver, SignatureHeaders, Verifier, tower::WebhookLayer};
use http::{Request, Response, StatusCode};
use http_body::{Body, Frame};
use http_body_util::Full;
use tower::{Layer, ServiceExt, service_fn};

const LIMIT: u64 = Verifier::DEFAULT_BODY_LIMIT as u64;
const FRAME: &[u8] = &[b' '; 16 * 1024];

/// A body of so many frames, which take no memory of their own.
struct Endless(usize);

impl Body for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0 = self.0.saturating_sub(1);
        Poll::Ready((self.0 > 0).then(|| Ok(Frame::data(Bytes::from_static(FRAME)))))
    }
}

fn receiver() -> Receiver {
    Receiver::new(Verifier::new("a key that was made up for a test").unwrap())
}

/// The most memory that was taken at a time while a body of so many frames was refused.
fn peak_of(frames: usize) -> u64 {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let inner = service_fn(async |_: Request<Full<Bytes>>| Ok::<_, Infallible>(Response::<String>::default()));
    let service = WebhookLayer::new(receiver()).layer(inner);
    let request = Request::post("/")
        .header("x-herohealth-timestamp", "1792929600")
        .header("x-herohealth-signature", "00".repeat(32))
        .body(Endless(frames))
        .unwrap();
    let mut status = None;
    let measured = allocation_counter::measure(|| {
        status = Some(runtime.block_on(service.oneshot(request)).unwrap().status());
    });
    assert_eq!(status, Some(StatusCode::UNAUTHORIZED));
    measured.bytes_max
}

#[test]
fn unverified_body_stays_within_the_limit() {
    let at_the_limit = peak_of(4);
    assert!(at_the_limit < 3 * LIMIT, "{at_the_limit}");
    for frames in [6, 100, 100_000, 10_000_000] {
        let peak = peak_of(frames);
        assert!(peak < 3 * LIMIT, "{frames} frames of 16 KiB: {peak}");
    }
}

#[test]
fn large_body_in_memory_is_not_copied() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let receiver = receiver();
    let (body, header) = (vec![b' '; 100 << 20], vec![b'0'; 10 << 20]);
    let zeros = "00".repeat(32);
    for (timestamp, signature, body) in [
        (b"1792929600".as_slice(), zeros.as_bytes(), body.as_slice()),
        (b"1792929600", header.as_slice(), b"{}"),
        (header.as_slice(), zeros.as_bytes(), b"{}"),
        (b"1792929600", zeros.as_bytes(), &body[..Verifier::DEFAULT_BODY_LIMIT]),
    ] {
        let measured = allocation_counter::measure(|| {
            let headers = SignatureHeaders::new(timestamp, signature);
            let status = runtime.block_on(receiver.handle(&headers, body, async |_| StatusCode::OK));
            assert_eq!(status, StatusCode::UNAUTHORIZED);
        });
        assert!(measured.bytes_total < 4096, "{}", measured.bytes_total);
    }
}
