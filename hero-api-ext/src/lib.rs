//! The layer over [`hero_api`] that programs will import first. So far it is a skeleton: it re-exports the bindings, and
//! nothing of what this page announces exists yet.
//!
//! Use [`hero_api`] until then: it has a method for every operation, and sends each call once.
//!
//! # What will come
//!
//! * environments and credentials, with the secrets kept out of `Debug` and memory dumps;
//! * retries that do not send a message twice, deadlines, a cap on the size of answers;
//! * one error type with predicates, and validation issues as a list;
//! * streams over pages;
//! * the common flows in one call: find or register a patient, message them, book for them;
//! * webhooks;
//! * spans and logs that hold no personal data.
//!
//! # Features
//!
//! `rustls` (default) and `native-tls` are those of [`hero_api`]. All operations are compiled in.

pub use hero_api;
