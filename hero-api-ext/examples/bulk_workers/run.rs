use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::mpsc::{self, Sender},
    thread,
    time::Duration,
};

use hero_api_ext::clock::{Clock, SystemClock};

use super::{Failure, journal::Store, server::Server, worker::Task};

/// What is done.
pub(crate) struct Plan {
    pub(crate) store: Option<Store>,
    pub(crate) task: Task,
    pub(crate) workers: usize,
    pub(crate) kills: usize,
    pub(crate) seed: u64,
}

impl Default for Plan {
    fn default() -> Self {
        let task = Task {
            url: String::new(),
            store: None,
            patients: 100_000,
            concurrency: 32,
            lease: 10.0,
            defect: String::new(),
        };
        Self { store: None, task, workers: 1, kills: 0, seed: 0 }
    }
}

/// What came of it.
pub(crate) struct Outcome {
    pub(crate) server: Server,
    /// What the processes told, in any order: input and letter.
    pub(crate) results: Vec<(usize, char)>,
    /// Of each process that came to its end: starts, and microseconds for starts and outcomes; the same for claims.
    pub(crate) times: Vec<[u64; 5]>,
    pub(crate) kills: usize,
    pub(crate) took: Duration,
}

enum Said {
    Line(String),
    Ended,
}

impl Plan {
    pub(crate) async fn run(&self) -> Result<Outcome, Failure> {
        let (server, url) = Server::start(self.seed, None).await?;
        let store = self.store.clone().ok_or("there is no journal")?;
        // The journal is begun before the processes, and closed.
        drop(store.open(Duration::from_secs(1)).await?);
        let arguments = Task { url, ..self.task.clone() }.arguments(&store);
        let clock = SystemClock::new();
        let begin = clock.now();
        let (workers, kills, seed) = (self.workers, self.kills, self.seed);
        let patients = usize::try_from(self.task.patients)?;
        let work = move || watch(&arguments, workers, kills, patients, seed);
        let (results, times, killed) = tokio::task::spawn_blocking(work).await??;
        let took = clock.now().saturating_sub(begin);
        Ok(Outcome { server, results, times, kills: killed, took })
    }
}

type Told = (Vec<(usize, char)>, Vec<[u64; 5]>, usize);

/// Runs the processes until each has come to its end. Kills one after random numbers of results, and starts another.
fn watch(arguments: &[String], workers: usize, kills: usize, patients: usize, seed: u64) -> Result<Told, Failure> {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut kill_at: Vec<usize> = (0..kills).map(|_| random.usize(1..patients * 4 / 5)).collect();
    kill_at.sort_unstable_by(|one, other| other.cmp(one));
    let (sender, said) = mpsc::channel();
    let mut children = Vec::new();
    for number in 0..workers {
        children.push(Some(start(arguments, number, &sender)?));
    }
    let (mut results, mut times, mut killed) = (Vec::new(), Vec::new(), 0);
    let mut is_killed = vec![false; workers];
    while children.iter().any(Option::is_some) {
        let (number, said) = said.recv()?;
        match said {
            Said::Line(line) => match line.split(' ').collect::<Vec<_>>().as_slice() {
                ["result", index, letter] => {
                    results.extend(index.parse().ok().zip(letter.chars().next()));
                }
                ["times", numbers @ ..] => {
                    let numbers: Vec<u64> = numbers.iter().map(|number| number.parse()).collect::<Result<_, _>>()?;
                    times.push(numbers.try_into().map_err(|_| "a process told other times")?);
                }
                _ => {}
            },
            Said::Ended => {
                let mut child = children.get_mut(number).and_then(Option::take).ok_or("an unknown process ended")?;
                let status = child.wait()?;
                if std::mem::take(is_killed.get_mut(number).ok_or("an unknown process ended")?) {
                    *children.get_mut(number).ok_or("an unknown process ended")? =
                        Some(start(arguments, number, &sender)?);
                } else if !status.success() {
                    return Err(format!("a process ended with {status}").into());
                }
            }
        }
        if kill_at.last().is_some_and(|at| results.len() >= *at) {
            let number = random.usize(..workers);
            if let (Some(Some(child)), Some(is_killed)) = (children.get_mut(number), is_killed.get_mut(number))
                && !*is_killed
            {
                child.kill()?;
                (*is_killed, killed) = (true, killed + 1);
                kill_at.pop();
            }
        }
    }
    Ok((results, times, killed))
}

/// Runs this program once more, as a process that sends.
fn start(arguments: &[String], number: usize, sender: &Sender<(usize, Said)>) -> Result<Child, Failure> {
    let mut child =
        Command::new(std::env::current_exe()?).arg("work").args(arguments).stdout(Stdio::piped()).spawn()?;
    let out = child.stdout.take().ok_or("the process has no output")?;
    let sender = sender.clone();
    thread::spawn(move || {
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            if sender.send((number, Said::Line(line))).is_err() {
                return;
            }
        }
        // The receiver is gone when the run has failed.
        let _ = sender.send((number, Said::Ended));
    });
    Ok(child)
}
