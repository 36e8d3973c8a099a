use std::{
    collections::{BTreeMap, BTreeSet},
    env, fmt, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Mutex, PoisonError, RwLock,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use futures_util::{StreamExt, future::join, stream};
use hero_api_ext::{
    clock::{Clock, SystemClock},
    webhook_receiver::{
        Event,
        testing::{SignedRequest, signed_request},
    },
};
use reqwest::{Client, StatusCode};

use crate::{
    Failure,
    defect::Defect,
    redis_server::{Durability, RedisServer},
    worker::SIGNING_KEY,
};

/// How many times each delivery is posted.
const COPIES: usize = 3;
/// How many deliveries are under way at a time.
const CONCURRENCY: usize = 48;
/// How long Hero waits before it repeats a post.
const PAUSE: Duration = Duration::from_millis(150);

/// A run: deliveries, posted to processes of which some are killed.
pub(crate) struct Delivering {
    pub(crate) deliveries: usize,
    pub(crate) processes: usize,
    pub(crate) kills: usize,
    pub(crate) seed: u64,
    pub(crate) defect: Option<Defect>,
}

/// What came of it.
#[derive(Default)]
pub(crate) struct Delivered {
    deliveries: usize,
    statuses: BTreeMap<u16, usize>,
    broken: usize,
    /// The deliveries of which a post broke off: a process was killed that may have been at work on it.
    in_doubt: BTreeSet<usize>,
    kills: usize,
    elapsed: Duration,
    /// Each delivery that was handled, with how it came to each handler.
    handled: BTreeMap<usize, Vec<bool>>,
}

/// A receiving process.
struct Process {
    child: Child,
    url: String,
}

struct Run<'a> {
    settings: &'a Delivering,
    folder: PathBuf,
    client: Client,
    clock: SystemClock,
    processes: RwLock<Vec<Process>>,
    /// How many deliveries are done with.
    done: AtomicUsize,
    outcome: Mutex<Delivered>,
}

impl Delivering {
    pub(crate) async fn run(&self) -> Result<Delivered, Failure> {
        let folder = env::temp_dir().join(format!("hero-replicas-{}-{:x}", std::process::id(), fastrand::u64(..)));
        fs::create_dir_all(&folder)?;
        let outcome = self.run_in(&folder).await;
        fs::remove_dir_all(&folder)?;
        outcome
    }

    async fn run_in(&self, folder: &Path) -> Result<Delivered, Failure> {
        let is_kept = self.defect != Some(Defect::RedisInMemory);
        let durability = if is_kept { Durability::Always } else { Durability::Memory };
        let mut redis = RedisServer::start(folder, durability).await?;
        let run = Run {
            settings: self,
            folder: folder.to_owned(),
            client: Client::builder().no_proxy().timeout(Duration::from_secs(15)).build()?,
            clock: SystemClock::new(),
            processes: RwLock::default(),
            done: AtomicUsize::new(0),
            outcome: Mutex::default(),
        };
        for number in 0..self.processes {
            let process = run.start(number, &redis.url())?;
            run.processes.write().unwrap_or_else(PoisonError::into_inner).push(process);
        }
        let url = redis.url();
        let posting = stream::iter(0..self.deliveries).for_each_concurrent(CONCURRENCY, |id| run.deliver(id));
        let (killed, ()) = join(run.kill_and_restart(&mut redis, &url), posting).await;
        let kills = killed?;
        for process in run.processes.write().unwrap_or_else(PoisonError::into_inner).iter_mut() {
            process.end()?;
        }
        let mut outcome = std::mem::take(&mut *run.outcome.lock().unwrap_or_else(PoisonError::into_inner));
        outcome.handled = notes(folder)?;
        (outcome.deliveries, outcome.kills, outcome.elapsed) = (self.deliveries, kills, run.clock.now());
        Ok(outcome)
    }
}

impl Run<'_> {
    fn start(&self, number: usize, redis_url: &str) -> Result<Process, Failure> {
        let defect = self.settings.defect.map_or_else(|| "none".to_owned(), Defect::name);
        let mut child = Command::new(env::current_exe()?)
            .args(["receive", redis_url])
            .arg(self.folder.join(format!("notes-{number}")))
            .arg(defect)
            .stdout(Stdio::piped())
            .spawn()?;
        let mut url = String::new();
        BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut url)?;
        Ok(Process { child, url: url.trim().to_owned() })
    }

    /// Kills processes and, once, Redis, whenever another part of the deliveries is done.
    async fn kill_and_restart(&self, redis: &mut RedisServer, redis_url: &str) -> Result<usize, Failure> {
        let mut random = fastrand::Rng::with_seed(self.settings.seed);
        let (steps, mut kills) = (self.settings.kills + 2, 0);
        for step in 1..steps {
            let due = self.settings.deliveries * step / steps;
            while self.done.load(Ordering::Relaxed) < due {
                self.clock.sleep(Duration::from_millis(2)).await;
            }
            if step == steps / 2 {
                redis.restart().await?;
                continue;
            }
            let number = random.usize(..self.settings.processes);
            let mut processes = self.processes.write().unwrap_or_else(PoisonError::into_inner);
            processes[number].end()?;
            processes[number] = self.start(number, redis_url)?;
            kills += 1;
        }
        Ok(kills)
    }

    /// Posts all copies of a delivery at once.
    async fn deliver(&self, id: usize) {
        let event = Event::new("appointment.confirmed", id.to_string(), "12");
        // The key is not empty, so it is taken.
        if let Ok(request) = signed_request(SIGNING_KEY, &event, self.clock.utc_now()) {
            let copies = (0..COPIES).map(|copy| self.post_until_taken(&request, id, id + copy));
            futures_util::future::join_all(copies).await;
        }
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    fn note(&self, id: usize, status: Option<StatusCode>) {
        let mut outcome = self.outcome.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(status) = status {
            *outcome.statuses.entry(status.as_u16()).or_default() += 1;
        } else {
            outcome.broken += 1;
            outcome.in_doubt.insert(id);
        }
    }

    /// Posts one copy, to one process after another, until it gets a 2xx.
    async fn post_until_taken(&self, request: &SignedRequest, id: usize, first: usize) {
        for number in first.. {
            let url = {
                let processes = self.processes.read().unwrap_or_else(PoisonError::into_inner);
                processes[number % processes.len()].url.clone()
            };
            let sent = self.client.post(url).headers(request.headers.clone()).body(request.body.clone()).send().await;
            let status = sent.ok().map(|response| response.status());
            self.note(id, status);
            // 401 is for good.
            if status.is_some_and(|status| status.is_success() || status == StatusCode::UNAUTHORIZED) {
                return;
            }
            self.clock.sleep(PAUSE).await;
        }
    }
}

impl Process {
    fn end(&mut self) -> Result<(), Failure> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It was ended, unless the run failed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What all handlers noted.
fn notes(folder: &Path) -> Result<BTreeMap<usize, Vec<bool>>, Failure> {
    let mut handled: BTreeMap<usize, Vec<bool>> = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            for line in fs::read_to_string(path)?.lines() {
                let (id, how) = line.split_once(' ').ok_or("a note is torn")?;
                handled.entry(id.parse()?).or_default().push(how == "taken-over");
            }
        }
    }
    Ok(handled)
}

impl Delivered {
    fn lost(&self) -> usize {
        (0..self.deliveries).filter(|id| !self.handled.contains_key(id)).count()
    }

    /// Handled again, and the handler was not told that another may have acted.
    fn silently_twice(&self) -> usize {
        let silent = |handlers: &&Vec<bool>| handlers.iter().filter(|is_taken_over| !**is_taken_over).count() > 1;
        self.handled.values().filter(silent).count()
    }

    /// Handled again, and the handler was told.
    fn reported_twice(&self) -> usize {
        self.handled.values().filter(|handlers| handlers.len() > 1).count() - self.silently_twice()
    }

    /// Handled again, though no process was killed that may have been at work on it.
    fn twice_without_cause(&self) -> usize {
        self.handled.iter().filter(|(id, handlers)| handlers.len() > 1 && !self.in_doubt.contains(id)).count()
    }

    pub(crate) fn findings(&self) -> Vec<String> {
        let refused = self.statuses.get(&401).copied().unwrap_or_default();
        [
            (self.lost(), "deliveries were lost"),
            (self.silently_twice(), "deliveries were handled twice without a report"),
            (self.twice_without_cause(), "deliveries were handled twice without a process that was killed"),
            (refused, "posts were refused for good"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect()
    }
}

impl fmt::Display for Delivered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let posts = self.statuses.values().sum::<usize>() + self.broken;
        let taken_over = self.handled.values().flatten().filter(|is_taken_over| **is_taken_over).count();
        let seconds = self.elapsed.as_secs_f64();
        writeln!(
            f,
            "{} deliveries, {posts} posts in {seconds:.1} s, {} kills, Redis killed once",
            self.deliveries, self.kills
        )?;
        writeln!(f, "statuses {:?}, {} broken connections", self.statuses, self.broken)?;
        write!(
            f,
            "{} handled, {} lost, {} twice in silence; {taken_over} taken over, of which {} handled twice and reported",
            self.handled.len(),
            self.lost(),
            self.silently_twice(),
            self.reported_twice(),
        )
    }
}
