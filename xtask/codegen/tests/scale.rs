//! Time and memory grow with the description, and no faster.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to fail its test")]
#![allow(clippy::disallowed_methods, reason = "this is where time is measured")]

mod support;

use std::{
    fs,
    time::{Duration, Instant},
};

use codegen::pipeline::{self, Input, Output};
use support::synthetic;

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
fn time_grows_with_the_operations() {
    let [small, large] = [25, 100].map(|operations| synthetic::description(operations).to_string());
    let (small, large) = (shortest(2, small.as_bytes()), shortest(1, large.as_bytes()));
    let ratio = large.as_secs_f64() / small.as_secs_f64();
    // Quadratic growth would give 16.
    assert!(ratio < 8.0, "25 operations took {small:?}, 100 took {large:?}: {ratio:.1} times as long");
}

#[test]
fn each_operation_adds_the_same_amount_of_code() {
    let [small, large] =
        [20, 40].map(|operations| lines(&run(synthetic::description(operations).to_string().as_bytes())));
    assert!(large > small && large <= 2 * small, "{small} lines became {large}");
}
