//! What the tests of the workspace share: the facts behind the transcription, the description as it is locked, samples of what
//! it describes, and every operation in a form that a test can call without knowing its name.

pub mod call;
pub mod description;
pub mod facts;
#[allow(clippy::pedantic, reason = "the description decides what there is to say")]
#[rustfmt::skip]
pub mod generated;
pub mod publisher;
pub mod sample;
pub mod workspace;
