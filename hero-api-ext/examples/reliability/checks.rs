//! What the results are held against, each check by its name.

use super::{
    ledger::{State, Truth},
    report::{Line, Report},
};

/// How much the memory may grow between the warm process and its end.
const MEMORY_GROWTH_KIB: u64 = 16 * 1_024;

/// A check that failed.
#[derive(Debug)]
pub(crate) struct Finding {
    pub(crate) check: &'static str,
    pub(crate) text: String,
}

/// What is known when a sending process has ended.
pub(crate) struct Evidence<'a> {
    pub(crate) state: &'a State,
    pub(crate) report: &'a Report,
    pub(crate) patients: u64,
    /// How many messages may be unknown although the server did nothing ambiguous.
    pub(crate) unexplained: usize,
    /// What is wrong with the file of the journal.
    pub(crate) journal: Option<String>,
}

impl Evidence<'_> {
    pub(crate) fn findings(&self) -> Vec<Finding> {
        let checks = [
            ("twice", self.twice()),
            ("sent", self.sent()),
            ("not-sent", self.not_sent()),
            ("unknown", self.unknown()),
            ("results", self.results()),
            ("memory", self.memory()),
            ("journal", self.journal.clone()),
        ];
        checks.into_iter().filter_map(|(check, text)| Some(Finding { check, text: text? })).collect()
    }

    /// No message was accepted twice.
    fn twice(&self) -> Option<String> {
        let twice = self.state.patients.values().filter(|truth| truth.accepted.len() > 1).count();
        (twice > 0).then(|| format!("{twice} patients got their message more than once"))
    }

    /// What is called sent was accepted, as the message that is named.
    fn sent(&self) -> Option<String> {
        self.first(|line, truth| matches!(line.outcome, 's' | 'e') && !truth.accepted.contains(&line.message))
            .map(|index| format!("result {index} is called sent, as a message that the server does not know"))
    }

    /// What is called not sent was not accepted.
    fn not_sent(&self) -> Option<String> {
        self.first(|line, truth| line.outcome == 'n' && !truth.accepted.is_empty())
            .map(|index| format!("result {index} is called not sent, and was"))
    }

    /// What is called unknown had an ambiguous response, or was under way when a process was killed.
    fn unknown(&self) -> Option<String> {
        let unexplained = self.lines().filter(|(line, truth)| line.outcome == 'u' && !truth.was_ambiguous).count();
        (unexplained > self.unexplained)
            .then(|| format!("{unexplained} results are unknown for no reason; {} have one", self.unexplained))
    }

    /// Every input has one result, in order.
    fn results(&self) -> Option<String> {
        let lines = &self.report.results;
        if let Some((place, line)) = lines.iter().enumerate().find(|(place, line)| *place != line.index) {
            return Some(format!("result {place} has the index {}", line.index));
        }
        let expected = usize::try_from(self.patients).unwrap_or(usize::MAX);
        (self.report.is_complete && lines.len() != expected).then(|| format!("{} results for {expected}", lines.len()))
    }

    fn memory(&self) -> Option<String> {
        let [warm, end] = self.report.memory.as_slice() else { return None };
        (*end > warm + MEMORY_GROWTH_KIB).then(|| format!("memory grew from {warm} to {end} KiB"))
    }

    fn first(&self, is_wrong: impl Fn(&Line, &Truth) -> bool) -> Option<usize> {
        self.lines().find(|(line, truth)| is_wrong(line, truth)).map(|(line, _)| line.index)
    }

    /// Each result with the truth about its patient, whose id is one more than its index.
    fn lines(&self) -> impl Iterator<Item = (&Line, Truth)> {
        self.report.results.iter().map(|line| {
            let truth = self.state.patients.get(&(line.index as u64 + 1));
            (line, truth.cloned().unwrap_or_default())
        })
    }
}

/// What is wrong with a journal as a file, given its content and whether others can read it.
pub(crate) fn journal_problem(content: &[u8], is_open_to_others: bool, secret: &str) -> Option<String> {
    if is_open_to_others {
        return Some("others than the owner can read the journal".to_owned());
    }
    let holds_secret = content.windows(secret.len()).any(|window| window == secret.as_bytes());
    holds_secret.then(|| "the journal holds the text of a message".to_owned())
}
