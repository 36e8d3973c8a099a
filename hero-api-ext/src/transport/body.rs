use std::io;

use bytes::{Bytes, BytesMut};
use futures_util::stream;
use http::Extensions;
use reqwest::{Body, Response, ResponseBuilderExt, StatusCode, Url, header::HeaderMap};

/// An answer that has arrived.
pub(super) struct Reply {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) url: Url,
    pub(super) extensions: Extensions,
    /// `None` when the body of an answer that is not a success broke off or was too large: the status tells more.
    pub(super) body: Option<Bytes>,
}

impl From<Reply> for Response {
    fn from(Reply { status, headers, url, extensions, body }: Reply) -> Self {
        // The bindings tell an answer without a body from one whose body was lost.
        let lost = || Body::wrap_stream(stream::iter([Err::<Bytes, _>(io::Error::from(io::ErrorKind::UnexpectedEof))]));
        // Without a URL, reqwest would parse one that it made up.
        let mut builder = http::Response::builder();
        if let Some(kept) = builder.extensions_mut() {
            *kept = extensions;
        }
        let (mut parts, ()) = builder.url(url).body(()).unwrap_or_default().into_parts();
        (parts.status, parts.headers) = (status, headers);
        http::Response::from_parts(parts, body.map_or_else(lost, Body::from)).into()
    }
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
    async fn a_lost_body_is_not_an_empty_one() {
        for (body, arrives) in [(Some(Bytes::new()), true), (None, false)] {
            let (status, headers, extensions) = (StatusCode::BAD_GATEWAY, HeaderMap::new(), Extensions::new());
            let url = Url::parse("https://example.test/v1/me").unwrap();
            let response = Response::from(Reply { status, headers, url: url.clone(), extensions, body });
            assert_eq!((response.status(), response.url()), (status, &url));
            assert_eq!(response.bytes().await.is_ok(), arrives);
        }
    }
}
