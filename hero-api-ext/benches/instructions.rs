//! How many instructions a call takes more than one by plain reqwest: `cargo bench -p hero-api-ext --bench instructions`.
//!
//! Instructions are the same on a busy machine, so this can guard where a time would flake. valgrind counts them (`apt-get
//! install valgrind`). Without it this fails, unless `HERO_BENCH_WITHOUT_VALGRIND` is set.

mod support;

use std::{
    env,
    process::{Command, ExitCode},
};

use support::{
    Failure,
    calls::{Call, Clients, GetPatients, GetSmall, PostMessage},
    row::{Limit, Row, report},
};
use tokio::runtime::Runtime;

/// As in the benchmark of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const CALLS: u32 = 200;
/// The first calls open a connection and fill caches.
const WARM_UP: u32 = 20;

fn main() -> Result<ExitCode, Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [role, call, side, base_url] = arguments.as_slice()
        && role == "calls"
    {
        let make = match call.as_str() {
            GetSmall::NAME => make_calls::<GetSmall>,
            GetPatients::NAME => make_calls::<GetPatients>,
            _ => make_calls::<PostMessage>,
        };
        make(side == "ours", base_url)?;
        return Ok(ExitCode::SUCCESS);
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("no instructions were counted: valgrind is missing");
        let is_fine = env::var_os("HERO_BENCH_WITHOUT_VALGRIND").is_some();
        return Ok(if is_fine { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    report([row::<GetSmall>(1.05), row::<GetPatients>(1.0), row::<PostMessage>(1.15)])?;
    Ok(ExitCode::SUCCESS)
}

fn row<C: Call>(most: f64) -> Result<Row, Failure> {
    let server = Clients::<C>::new()?;
    let (ours, plain) = (count::<C>("ours", server.base_url())?, count::<C>("plain", server.base_url())?);
    Ok(Row {
        what: format!("instructions of {}", C::NAME),
        ours: format!("{ours:.0}"),
        peer: format!("{plain:.0}, reqwest and serde"),
        ratio: ours / plain,
        limit: Limit::AtMost(most),
    })
}

/// The instructions of one call, by this program under valgrind.
fn count<C: Call>(side: &str, base_url: &str) -> Result<f64, Failure> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--toggle-collect=*measured_calls*"])
        .arg(env::current_exe()?)
        .args(["calls", C::NAME, side, base_url])
        .output()?;
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let counted = told.lines().find_map(|line| line.split("Collected :").nth(1)?.trim().parse::<f64>().ok());
    match counted.filter(|counted| output.status.success() && *counted > 0.0) {
        Some(counted) => Ok(counted / f64::from(CALLS)),
        None => Err(format!("valgrind counted nothing: {told}").into()),
    }
}

fn make_calls<C: Call>(ours: bool, base_url: &str) -> Result<(), Failure> {
    let runtime = support::runtime()?;
    let clients = Clients::<C>::of(base_url.to_owned())?;
    if ours {
        (0..WARM_UP).try_for_each(|_| runtime.block_on(clients.ours()))?;
        measured_calls(&runtime, || clients.ours())
    } else {
        (0..WARM_UP).try_for_each(|_| runtime.block_on(clients.plain()))?;
        measured_calls(&runtime, || clients.plain())
    }
}

/// What is counted: valgrind knows it by its name.
#[inline(never)]
fn measured_calls<F: Future<Output = Result<(), Failure>>>(
    runtime: &Runtime,
    call: impl Fn() -> F,
) -> Result<(), Failure> {
    (0..CALLS).try_for_each(|_| runtime.block_on(call()))
}
