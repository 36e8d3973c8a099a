//! Pages, and the flows around appointments, links, the practice and its webhooks, from end to end over loopback.

mod appointments;
mod links;
mod pages;
mod practice;
mod webhooks;
