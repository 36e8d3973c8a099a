//! Pages, and the flows around appointments, links, the practice and its webhooks, from end to end over loopback.

mod booking;
mod links;
mod pages;
mod practice;
mod subscriptions;
mod support;
