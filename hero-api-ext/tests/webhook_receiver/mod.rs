//! What a program that receives webhooks can rely on.

mod hostile;
mod once;
mod property;
mod resolve;
mod serve;
mod setup;
mod vectors;
