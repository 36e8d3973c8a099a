use std::{
    error::Error,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use super::{
    checks::{Evidence, Finding, journal_problem},
    defect::Defect,
    report::Report,
    sender::{TEXT, Task},
    server::Server,
};

/// How a sending process ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// It drops the stream after a share of the patients, in percent.
    Cancelled(u64),
    /// It is killed after a share of the patients, in percent. With a short list it kills itself: another process would come
    /// too late to meet a message under way.
    Killed(u64),
    Complete,
}

/// One list of patients is messaged by several processes one after another, with one journal. The last finds nothing left
/// to do but what was not sent.
const ENDS: [End; 6] =
    [End::Cancelled(10), End::Cancelled(20), End::Killed(35), End::Killed(50), End::Complete, End::Complete];

/// The same for a short list, with which most of the time goes into starting processes.
const FEW_ENDS: [End; 4] = [End::Cancelled(20), End::Killed(50), End::Complete, End::Complete];
const SHORT_LIST: u64 = 1_000;

/// What the processes do.
pub(crate) struct Scenario {
    pub(crate) patients: u64,
    pub(crate) concurrency: usize,
    pub(crate) seed: u64,
    pub(crate) defect: Option<Defect>,
}

/// What came of a scenario.
pub(crate) struct Outcome {
    pub(crate) findings: Vec<Finding>,
    pub(crate) reports: Vec<Report>,
    pub(crate) server: Server,
}

type Failure = Box<dyn Error + Send + Sync>;

impl Scenario {
    /// Runs all processes, and checks each when it has ended.
    pub(crate) async fn run(&self) -> Result<Outcome, Failure> {
        let (server, url) = Server::start(self.seed, self.defect).await?;
        let folder = Folder::new(self.defect)?;
        let journal = folder.0.join("bulk.journal");
        let (mut reports, mut findings) = (Vec::new(), Vec::new());
        let mut kills = 0;
        let is_short = self.patients < SHORT_LIST;
        let ends = if is_short { &FEW_ENDS[..] } else { &ENDS };
        for end in ends.iter().copied() {
            let kill_after = match end {
                End::Killed(percent) => Some(usize::try_from(self.patients * percent / 100)?),
                _ => None,
            };
            let task = Task {
                url: url.clone(),
                journal: journal.clone(),
                patients: self.patients,
                concurrency: self.concurrency,
                cancel_after: match end {
                    End::Cancelled(percent) => Some(usize::try_from(self.patients * percent / 100)?),
                    _ => None,
                },
                abort_after: kill_after.filter(|_| is_short),
                defect: self.defect,
            };
            let kill_after = kill_after.filter(|_| !is_short);
            let mut report = tokio::task::spawn_blocking(move || run_process(&task, kill_after)).await??;
            report.is_complete = end == End::Complete;
            kills += usize::from(matches!(end, End::Killed(_)));
            findings.extend(self.check(&server, &report, kills, &journal)?);
            reports.push(report);
        }
        Ok(Outcome { findings, reports, server })
    }

    fn check(&self, server: &Server, report: &Report, kills: usize, journal: &Path) -> Result<Vec<Finding>, Failure> {
        let problem = journal_problem(&std::fs::read(journal)?, is_open_to_others(journal)?, TEXT);
        let state = server.ledger.state();
        // A connection that waits to be accepted when the server goes away is reset, and the server does not know of it.
        let unexplained = kills * self.concurrency + usize::try_from(state.absences)?;
        let patients = self.patients;
        Ok(Evidence { state: &state, report, patients, unexplained, journal: problem }.findings())
    }
}

/// Runs this program once more, as a process that sends.
fn run_process(task: &Task, kill_after: Option<usize>) -> Result<Report, Failure> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("send").arg(&task.url).arg(&task.journal);
    command.args([task.patients.to_string(), task.concurrency.to_string()]);
    command.args([task.cancel_after, task.abort_after].map(|results| results.unwrap_or(0).to_string()));
    command.arg(task.defect.map_or_else(|| "-".to_owned(), Defect::name));
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let out = child.stdout.take().ok_or("the process has no output")?;
    let mut report = Report::default();
    for line in BufReader::new(out).lines() {
        report.add(&line?);
        if kill_after == Some(report.results.len()) {
            child.kill()?;
            break;
        }
    }
    let status = child.wait()?;
    if kill_after.or(task.abort_after).is_none() && !status.success() {
        return Err(format!("the sending process ended with {status}").into());
    }
    Ok(report)
}

#[cfg(unix)]
fn is_open_to_others(path: &Path) -> std::io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    Ok(std::fs::metadata(path)?.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_open_to_others(_: &Path) -> std::io::Result<bool> {
    Ok(false)
}

/// A folder that is gone when the scenario is over.
struct Folder(PathBuf);

impl Folder {
    fn new(defect: Option<Defect>) -> std::io::Result<Self> {
        let name = defect.map_or_else(|| "clean".to_owned(), Defect::name);
        let folder = std::env::temp_dir().join(format!("hero-reliability-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays behind is a few kilobytes in a folder for temporary files.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
