//! Times that a busy machine spoils as little as possible.

use std::{
    fs,
    hint::black_box,
    time::{Duration, Instant},
};

/// What some runs of the same work took.
pub(crate) struct Times {
    /// The least time on a processor, which says what the work costs; nothing where the system does not tell.
    pub(crate) least_cpu: Option<Duration>,
    /// The median on the clock, which says what somebody waited.
    pub(crate) median: Duration,
}

/// Does the work `runs` times, after once for caches and allocator.
pub(crate) fn measure<T>(runs: usize, mut work: impl FnMut() -> T) -> Times {
    drop(black_box(work()));
    let mut cpu = Vec::new();
    let mut clock = Vec::new();
    for _ in 0..runs {
        let (before, start) = (on_cpu(), Instant::now());
        let made = black_box(work());
        clock.push(start.elapsed());
        cpu.extend(before.zip(on_cpu()).map(|(before, after)| after - before));
        drop(made);
    }
    clock.sort_unstable();
    Times { least_cpu: cpu.into_iter().min(), median: clock[runs / 2] }
}

/// The time that this thread was on a processor, as Linux tells it.
fn on_cpu() -> Option<Duration> {
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}
