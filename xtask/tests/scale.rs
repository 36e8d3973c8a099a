//! Time and memory grow with the description, and no faster.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to fail its test")]
#![allow(clippy::disallowed_methods, reason = "this is where time is measured")]

mod support;

use std::{
    fs,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use support::synthetic;
use xtask::pipeline::{self, Input, Output};

fn run(description: &[u8]) -> Output {
    pipeline::run(Input::new(description, &[], "transcribed")).unwrap()
}

fn lines(output: &Output) -> usize {
    output.files.values().map(|text| text.lines().count()).sum()
}

/// How long this thread has run, where the kernel says so: others on the machine do not count. Else the time that passed.
fn thread_time(start: Instant) -> Duration {
    let nanoseconds = |text: String| text.split(' ').next()?.parse().ok();
    fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(nanoseconds)
        .map_or_else(|| start.elapsed(), Duration::from_nanos)
}

/// The shortest of some runs: what disturbs a run makes it longer, never shorter.
fn shortest(runs: usize, description: &[u8]) -> Duration {
    let start = Instant::now();
    let times = (0..runs).map(|_| {
        let before = thread_time(start);
        run(description);
        thread_time(start).saturating_sub(before)
    });
    times.min().unwrap()
}

#[test]
fn four_times_the_operations_take_about_four_times_as_long() {
    let [small, large] = [50, 200].map(|operations| synthetic::description(operations).to_string());
    let (small, large) = (shortest(2, small.as_bytes()), shortest(1, large.as_bytes()));
    let ratio = large.as_secs_f64() / small.as_secs_f64();
    // Quadratic growth would give 16.
    assert!(ratio < 8.0, "50 operations took {small:?}, 200 took {large:?}: {ratio:.1} times as long");
}

#[test]
fn each_operation_adds_the_same_amount_of_code() {
    let [small, large] =
        [20, 40].map(|operations| lines(&run(synthetic::description(operations).to_string().as_bytes())));
    assert!(large > small && large <= 2 * small, "{small} lines became {large}");
}

#[test]
fn our_description_is_generated_within_300_mb() {
    let null = || Stdio::null();
    let mut child =
        Command::new(env!("CARGO_BIN_EXE_xtask")).arg("verify").stdout(null()).stderr(null()).spawn().unwrap();
    let mut peak = None;
    // The peak is that of the process so far, so the last look before it ends is the one that counts.
    while child.try_wait().unwrap().is_none() {
        peak = peak_kilobytes(child.id()).max(peak);
        thread::sleep(Duration::from_millis(5));
    }
    // Only Linux tells.
    if let Some(peak) = peak {
        assert!(peak < 300_000, "{peak} kB");
    }
}

fn peak_kilobytes(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().trim_end_matches(" kB").parse().ok()
}
