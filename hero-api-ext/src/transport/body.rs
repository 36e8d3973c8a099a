use std::io;

use bytes::{Bytes, BytesMut};
use futures_util::stream;
use hero_api::BufferedResponse;
use reqwest::{Body, Response, ResponseBuilderExt, Url};

/// The response for a caller who reads it himself. Reading the body cannot fail any more; that of a response whose body was
/// lost always does.
pub(super) fn into_response(response: BufferedResponse, url: Option<Url>) -> Response {
    let lost = || Body::wrap_stream(stream::iter([Err::<Bytes, _>(io::Error::from(io::ErrorKind::UnexpectedEof))]));
    let status = response.status();
    let (headers, extensions, body) = response.into_parts();
    // Without a URL, reqwest would parse one that it made up.
    let mut builder = http::Response::builder();
    if let Some(url) = url {
        builder = builder.url(url);
    }
    let (mut parts, ()) = builder.body(()).unwrap_or_default().into_parts();
    parts.status = status;
    parts.headers = headers;
    parts.extensions.extend(extensions);
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
    use http::{HeaderMap, HeaderValue, StatusCode, header::LOCATION};

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
            let headers = HeaderMap::from_iter([(LOCATION, HeaderValue::from_static("b"))]);
            let mut buffered = BufferedResponse::new(StatusCode::BAD_GATEWAY, headers, body);
            buffered.extensions_mut().insert(7_u8);
            let response = into_response(buffered, Some(url.clone()));
            assert_eq!((response.status(), response.url()), (StatusCode::BAD_GATEWAY, &url));
            assert_eq!(
                (&response.headers()[LOCATION], response.extensions().get::<u8>()),
                (&"b".parse().unwrap(), Some(&7))
            );
            assert_eq!(response.bytes().await.is_ok_and(|body| body == "new"), arrives);
        }
    }
}
