//! What several processes share: each engine keeps to the suites, and each clause of a suite finds an engine that breaks it.

mod limiter;
mod redis;
mod replay_guard;
mod token_cache;
mod tokens;
