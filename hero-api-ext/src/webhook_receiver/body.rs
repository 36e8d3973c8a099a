use std::{future::poll_fn, pin::pin};

use bytes::{BufMut, Bytes};
use http_body::Body;

use super::{Rejection, VerifyError};

/// Reads a body up to `limit` bytes. Of a larger one, no more than one frame beyond them is read.
pub(crate) async fn read<B: Body>(body: B, limit: usize) -> Result<Bytes, Rejection> {
    // What the length says is a promise of the sender: it decides to refuse, and not how much memory to take.
    let promised = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    if promised > limit {
        return Err(VerifyError::BodyTooLarge.into());
    }
    let mut bytes = Vec::with_capacity(promised.min(FIRST));
    let mut body = pin!(body);
    while let Some(frame) = poll_fn(|context| body.as_mut().poll_frame(context)).await {
        let frame = frame.map_err(|_| Rejection::BrokenOff)?;
        // A frame that is no data is one of trailers, which nobody signed.
        let Ok(data) = frame.into_data() else { continue };
        if bytes::Buf::remaining(&data) > limit - bytes.len() {
            return Err(VerifyError::BodyTooLarge.into());
        }
        bytes.put(data);
    }
    Ok(bytes.into())
}

/// More than Hero sends.
const FIRST: usize = 4096;
