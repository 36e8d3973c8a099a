//! What this crate costs over plain reqwest and serde, on calls from loopback that take no retry.
//!
//! ```text
//! cargo bench -p hero-api-ext --bench overhead
//! ```
//!
//! Both sides are measured in turn in one run, with warm connections and the same headers, and decode into types of the same
//! shape. The server is another process, on another core. It fails when a call takes more than its limit.
//! `tests/allocations.rs` counts allocations: with an allocator that counts, each would take longer here.

mod support;

use support::{
    Failure,
    calls::{Call, Clients, GetPatients, GetSmall, PostMessage},
    row::{Limit, Row, report},
    server::{Server, has_served},
};

/// The system's gives memory back and takes it again with each call of one client, and not of another, by how its heap lies.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<(), Failure> {
    if has_served()? {
        return Ok(());
    }
    report([row::<GetSmall>(1.1), row::<GetPatients>(1.05), row::<PostMessage>(1.1)])
}

fn row<C: Call>(most: f64) -> Result<Row, Failure> {
    let runtime = support::runtime()?;
    let server = Server::start(&C::response())?;
    let clients = Clients::<C>::of(server.base_url().to_owned())?;
    let [plain, ours] = support::compare(&runtime, || clients.plain(), || clients.ours())?;
    Ok(Row {
        what: C::NAME.to_owned(),
        ours: format!("{ours:.1?}"),
        peer: format!("{plain:.1?}, reqwest and serde"),
        ratio: ours.as_secs_f64() / plain.as_secs_f64(),
        limit: Limit::AtMost(most),
    })
}
