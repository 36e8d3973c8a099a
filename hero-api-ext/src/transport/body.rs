use std::io;

use bytes::{Bytes, BytesMut};
use futures_util::stream;
use reqwest::{Body, Response, ResponseBuilderExt};

/// The response with the body that has arrived, so that reading it cannot fail any more; with `None`, it always does: the
/// bindings tell a response without a body from one whose body was lost.
pub(super) fn with_body(mut response: Response, body: Option<Bytes>) -> Response {
    let lost = || Body::wrap_stream(stream::iter([Err::<Bytes, _>(io::Error::from(io::ErrorKind::UnexpectedEof))]));
    // Without a URL, reqwest would parse one that it made up.
    let mut builder = http::Response::builder();
    if let Some(extensions) = builder.extensions_mut() {
        *extensions = std::mem::take(response.extensions_mut());
    }
    let (mut parts, ()) = builder.url(response.url().clone()).body(()).unwrap_or_default().into_parts();
    parts.status = response.status();
    parts.headers = std::mem::take(response.headers_mut());
    http::Response::from_parts(parts, body.map_or_else(lost, Body::from)).into()
}

/// What has arrived of a body. Mostly it comes in one piece, which is not copied.
#[derive(Default)]
pub(super) struct Pieces {
    first: Bytes,
    all: BytesMut,
}

impl Pieces {
    pub(super) fn len(&self) -> usize {
        self.first.len() + self.all.len()
    }

    pub(super) fn push(&mut self, piece: Bytes) {
        if self.len() == 0 {
            self.first = piece;
        } else {
            let first = std::mem::take(&mut self.first);
            self.all.extend_from_slice(&first);
            self.all.extend_from_slice(&piece);
        }
    }

    pub(super) fn join(self) -> Bytes {
        if self.all.is_empty() { self.first } else { self.all.freeze() }
    }
}

#[cfg(test)]
mod tests {
    use reqwest::{StatusCode, Url};

    use super::*;

    #[test]
    fn one_piece_is_not_copied_and_many_are_joined() {
        let piece = Bytes::from_static(b"ab");
        let mut pieces = Pieces::default();
        pieces.push(piece.clone());
        assert_eq!(pieces.len(), 2);
        pieces.push(Bytes::new());
        pieces.push(Bytes::from_static(b"c"));
        assert_eq!((pieces.len(), pieces.join().as_ref()), (3, &b"abc"[..]));

        let mut single = Pieces::default();
        single.push(piece.clone());
        assert_eq!(single.join().as_ptr(), piece.as_ptr());
    }

    #[tokio::test]
    async fn lost_body_keeps_status_and_headers() {
        for (body, arrives) in [(Some(Bytes::from_static(b"new")), true), (None, false)] {
            let url = Url::parse("https://example.test/v1/me").unwrap();
            let old =
                http::Response::builder().status(502).header("a", "b").extension(7_u8).url(url.clone()).body("old");
            let response = with_body(old.unwrap().into(), body);
            assert_eq!((response.status(), response.url()), (StatusCode::BAD_GATEWAY, &url));
            assert_eq!(
                (&response.headers()["a"], response.extensions().get::<u8>()),
                (&"b".parse().unwrap(), Some(&7))
            );
            assert_eq!(response.bytes().await.is_ok_and(|body| body == "new"), arrives);
        }
    }
}
