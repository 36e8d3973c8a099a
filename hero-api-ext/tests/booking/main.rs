//! Pages, and the flows around appointments, links, the practice and its webhooks, from end to end over loopback.
#![allow(clippy::panic, clippy::unwrap_used, reason = "helpers of tests: there is nobody to hand an error to")]

mod booking;
mod example;
mod links;
mod pages;
mod practice;
#[path = "../support/mod.rs"]
mod support;
mod webhooks;
