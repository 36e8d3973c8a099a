//! What a run of the command needs.
#![allow(clippy::unwrap_used, reason = "a helper that fails has to fail its test")]

use std::{
    fs,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

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
