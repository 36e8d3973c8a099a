//! What a sending process prints, one line per result: what the checks read.

use std::{fs, io};

/// What one sending process said.
#[derive(Clone, Default)]
pub(crate) struct Report {
    pub(crate) results: Vec<Line>,
    /// Resident memory in KiB, when it was warm and at its end.
    pub(crate) memory: Vec<u64>,
    /// Whether it ended by itself after all patients.
    pub(crate) is_complete: bool,
}

/// One result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) index: usize,
    /// `s`ent, sent `e`arlier, `n`ot sent or `u`nknown.
    pub(crate) outcome: char,
    pub(crate) message: String,
}

pub(crate) fn result_line(index: usize, outcome: char, message: &str) -> String {
    format!("result {index} {outcome} {message}")
}

/// The resident memory of this process, as a line.
pub(crate) fn memory() -> io::Result<String> {
    let status = match fs::read_to_string("/proc/self/status") {
        Ok(status) => status,
        // Another system: nothing is said, and nothing is checked.
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error),
    };
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.split_whitespace().next());
    Ok(format!("memory {}", resident.unwrap_or("0")))
}

impl Report {
    /// Takes in a line. A line that was cut short says nothing.
    pub(crate) fn add(&mut self, line: &str) {
        let words: Vec<&str> = line.split(' ').collect();
        match words.as_slice() {
            ["result", index, outcome, message] => {
                if let (Ok(index), Some(outcome)) = (index.parse(), outcome.chars().next()) {
                    self.results.push(Line { index, outcome, message: (*message).to_owned() });
                }
            }
            ["memory", kibibytes] => self.memory.extend(kibibytes.parse::<u64>()),
            _ => {}
        }
    }

    pub(crate) fn count(&self, outcome: char) -> usize {
        self.results.iter().filter(|line| line.outcome == outcome).count()
    }
}
