use std::{
    env,
    io::{self, BufRead, BufReader, Read, Write},
    num::NonZeroUsize,
    process::{Child, Command, Stdio},
    sync::LazyLock,
    thread,
};

use super::{Failure, serve};

/// What the process that serves is started with.
const ROLE: &str = "serve";

/// A server in a process of its own. On Linux it and this thread have a core each, so that neither takes time from the other.
pub(crate) struct Server {
    process: Child,
    base_url: String,
}

impl Server {
    /// Starts one that gives every request this body, which is one line.
    pub(crate) fn start(body: &str) -> Result<Self, Failure> {
        let mut process =
            Command::new(env::current_exe()?).arg(ROLE).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        pin(process.id(), 0);
        pin(std::process::id(), 1);
        if let Some(input) = &mut process.stdin {
            writeln!(input, "{body}")?;
        }
        let mut base_url = String::new();
        if let Some(output) = &mut process.stdout {
            BufReader::new(output).read_line(&mut base_url)?;
        }
        Ok(Self { process, base_url: base_url.trim().to_owned() })
    }

    pub(crate) fn base_url(&self) -> &str {
        &self.base_url
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Serves until the process that started this one ends; `false` when this process was started by hand.
pub(crate) fn has_served() -> io::Result<bool> {
    if env::args().nth(1).as_deref() != Some(ROLE) {
        return Ok(false);
    }
    let mut input = io::stdin().lock();
    let mut body = String::new();
    input.read_line(&mut body)?;
    println!("{}", serve(body.trim_end())?);
    input.read_to_end(&mut Vec::new())?;
    Ok(true)
}

/// How many cores there are before this process keeps to one of them.
static CORES: LazyLock<usize> = LazyLock::new(|| thread::available_parallelism().map_or(1, NonZeroUsize::get));

/// Keeps a process to one core, where there are several.
fn pin(process: u32, core: usize) {
    if !cfg!(target_os = "linux") || *CORES < 2 {
        return;
    }
    let pinned = Command::new("taskset").args(["-cp", &core.to_string(), &process.to_string()]).output();
    if !pinned.is_ok_and(|output| output.status.success()) {
        eprintln!("the benchmark is not pinned to its cores: `taskset` is missing or failed");
    }
}
