//! The parts of the bindings that are the same for every API: errors, responses, lenient decoding, redaction, request
//! bodies, pages, the transport.
//!
//! Nothing here depends on the API, on its credentials or on generated code. The generator copies this folder, unchanged, into
//! every crate of bindings that it makes.
#![allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "a description, or a build with few tags, may not need every part"
)]

mod base_url;
mod buffered_response;
mod client;
mod conversion_error;
mod decode_limit;
mod decode_path;
mod decode_state;
mod decoder;
mod described;
mod error;
mod error_repr;
mod event_stream;
mod json;
mod mismatch;
mod opaque_debug;
mod open_enum;
mod operation;
mod patch;
mod raw_body;
mod response_stream;
mod transport;
mod upload;

// For generated code.
pub(crate) mod alternatives;
pub(crate) mod conversion;
pub(crate) mod form;
pub(crate) mod limits;
pub(crate) mod multipart;
pub(crate) mod open_enum_visitor;
pub(crate) mod paging;
pub(crate) mod path;
pub(crate) mod query;
pub(crate) mod query_pairs;
pub(crate) mod request;
pub(crate) mod response;
pub(crate) mod style;

pub(crate) use opaque_debug::opaque_debug;
pub(crate) use open_enum::open_enum;

// For generated code, and for a layer on top of the bindings.
#[doc(hidden)]
pub mod lenient;
#[doc(hidden)]
pub mod redacted;

#[cfg(feature = "httpmock")]
pub(crate) mod mock;

// The crate re-exports all of these.
pub use base_url::BaseUrl;
pub use buffered_response::BufferedResponse;
pub use client::Client;
pub use conversion_error::ConversionError;
pub use decode_limit::DecodeLimit;
pub use error::Error;
pub use event_stream::{EventStream, ServerSentEvent};
pub use json::Json;
pub use operation::{ErrorSchema, Operation, OperationInfo, PageShape, Paged, Provenance, StatusPattern, WithBody};
pub use patch::Patch;
pub use raw_body::RawBody;
pub use response::ResponseValue;
pub use response_stream::ResponseStream;
pub use transport::{BoxFuture, Transport, TransportError};
pub use upload::Upload;
