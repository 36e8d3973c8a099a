use std::collections::{BTreeMap, BTreeSet};

use document::error::{Error, Result};
use serde::Deserialize;

/// The form of the lines that is read: that of `hero_api_ext::observe::FORMAT`.
const FORMAT: u32 = 1;

/// A longer text in a line is none that an observer writes.
const LONGEST: usize = 512;

/// Observations, added up over all runs and files.
#[derive(Clone, Debug, Default)]
pub struct Traffic {
    /// The names of the files.
    pub files: Vec<String>,
    /// SHA-256 of the descriptions that messages were held against.
    pub descriptions: BTreeSet<String>,
    /// What differed.
    pub seen: BTreeMap<Key, Seen>,
    /// How many messages there were, by operation, whether the client sent them, and status.
    pub messages: BTreeMap<Channel, u64>,
    /// How often each optional field was there.
    pub optional: BTreeMap<(Channel, String), Seen>,
    runs: BTreeMap<(String, Channel), Run>,
}

/// Operation, whether the client sent the message, and status.
pub type Channel = (String, bool, u16);

/// What differed, and where.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Key {
    /// The `operationId`.
    pub operation: String,
    /// Whether the client sent the message.
    pub is_request: bool,
    /// The status of the response; 0 for a request.
    pub status: u16,
    /// Such as `$.data[].name`.
    pub path: String,
    /// Such as `unknown-field`.
    pub kind: String,
    /// The type that was found.
    pub found: String,
    /// The unknown value of a technical enum.
    pub value: Option<String>,
}

/// How often something was seen.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Seen {
    /// In how many messages.
    pub messages: u64,
    /// Of how many messages.
    pub of: u64,
    /// How often.
    pub times: u64,
    /// Of how many objects or values.
    pub of_times: u64,
    /// Whether every run saw it whose messages were compared.
    pub in_all_runs: bool,
    /// Index of the file, and the line, of the last observation.
    pub place: (usize, usize),
}

impl Seen {
    /// Whether it was never otherwise.
    #[must_use]
    pub fn is_always(&self) -> bool {
        self.in_all_runs && self.times == self.of_times && self.times > 0
    }

    /// Whether there is enough to say that a field is always there.
    #[must_use]
    pub fn is_enough_to_raise(&self) -> bool {
        self.is_always() && self.times >= super::ENOUGH_TO_RAISE && self.of >= super::ENOUGH_MESSAGES
    }
}

/// What one run said last of one channel.
#[derive(Clone, Debug, Default)]
struct Run {
    of: u64,
    seen: BTreeMap<Key, Seen>,
    optional: BTreeMap<String, Seen>,
}

#[derive(Deserialize)]
struct Line {
    format: u32,
    run: String,
    description: String,
    operation: String,
    direction: Direction,
    status: u16,
    of: u64,
    path: Option<String>,
    kind: Option<String>,
    found: Option<String>,
    value: Option<String>,
    #[serde(default)]
    messages: u64,
    #[serde(default)]
    times: u64,
    #[serde(default)]
    of_times: u64,
    #[serde(default)]
    optional: Vec<Field>,
}

#[derive(Clone, Copy, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Direction {
    Request,
    Response,
}

#[derive(Deserialize)]
struct Field {
    path: String,
    times: u64,
    of_times: u64,
}

impl Traffic {
    /// Reads files of observations, each with its name.
    ///
    /// # Errors
    ///
    /// Names the line that is no observation. A last line that broke off is left aside: its program was stopped.
    pub fn read(files: &[(String, Vec<u8>)]) -> Result<Self> {
        let mut traffic = Self { files: files.iter().map(|(name, _)| name.clone()).collect(), ..Self::default() };
        for (index, (name, bytes)) in files.iter().enumerate() {
            let text = String::from_utf8_lossy(bytes);
            let is_whole = text.is_empty() || text.ends_with('\n');
            let lines: Vec<&str> = text.lines().collect();
            for (number, line) in lines.iter().enumerate() {
                if line.trim().is_empty() {
                    continue;
                }
                match serde_json::from_str::<Line>(line).map_err(|error| error.to_string()).and_then(checked) {
                    Ok(line) => traffic.add(line, (index, number + 1)),
                    Err(_) if number + 1 == lines.len() && !is_whole => {}
                    Err(why) => {
                        return Err(Error::new(format!("not an observation: {why}")).file(name).line(number + 1).remedy(
                            "give files that `hero_api_ext::observe::FileObserver` wrote, of the same version as this xtask",
                        ));
                    }
                }
            }
        }
        traffic.add_up();
        Ok(traffic)
    }

    /// The operations whose messages were compared.
    #[must_use]
    pub fn operations(&self) -> BTreeSet<&str> {
        self.messages.keys().map(|(operation, ..)| operation.as_str()).collect()
    }

    fn add(&mut self, line: Line, place: (usize, usize)) {
        self.descriptions.insert(line.description);
        let is_request = line.direction == Direction::Request;
        let channel = (line.operation.clone(), is_request, line.status);
        let run = self.runs.entry((line.run, channel)).or_default();
        run.of = run.of.max(line.of);
        let (Some(path), Some(kind), Some(found)) = (line.path, line.kind, line.found) else {
            for Field { path, times, of_times } in line.optional {
                let seen = Seen { messages: line.of, of: line.of, times, of_times, in_all_runs: true, place };
                run.optional.insert(path, seen);
            }
            return;
        };
        let (operation, status, value) = (line.operation, line.status, line.value);
        let key = Key { operation, is_request, status, path, kind, found, value };
        let (messages, of, times, of_times) = (line.messages, line.of, line.times, line.of_times);
        run.seen.insert(key, Seen { messages, of, times, of_times, in_all_runs: true, place });
    }

    fn add_up(&mut self) {
        for ((_, channel), run) in &self.runs {
            *self.messages.entry(channel.clone()).or_default() += run.of;
            for (key, seen) in &run.seen {
                add(self.seen.entry(key.clone()).or_default(), seen);
            }
            for (path, seen) in &run.optional {
                add(self.optional.entry((channel.clone(), path.clone())).or_default(), seen);
            }
        }
        // The messages of a run that did not see it count too.
        for ((_, channel), run) in self.runs.iter().filter(|(_, run)| run.of > 0) {
            for (key, seen) in &mut self.seen {
                let is_of_channel = (&key.operation, key.is_request, key.status) == (&channel.0, channel.1, channel.2);
                if is_of_channel && !run.seen.contains_key(key) {
                    seen.of += run.of;
                    seen.in_all_runs = false;
                }
            }
            for ((of, path), seen) in &mut self.optional {
                if of == channel && !run.optional.contains_key(path) {
                    seen.of += run.of;
                    seen.in_all_runs = false;
                }
            }
        }
    }
}

fn add(sum: &mut Seen, seen: &Seen) {
    let is_first = sum.of == 0;
    sum.messages += seen.messages;
    sum.of += seen.of;
    sum.times += seen.times;
    sum.of_times += seen.of_times;
    sum.in_all_runs = is_first || sum.in_all_runs;
    sum.place = seen.place;
}

/// A line whose texts an observer may have written.
fn checked(line: Line) -> std::result::Result<Line, String> {
    if line.format != FORMAT {
        return Err(format!("it has the form {}, and this xtask reads form {FORMAT}", line.format));
    }
    let optional = [&line.path, &line.kind, &line.found, &line.value].into_iter().flatten();
    let is_odd = [&line.operation, &line.run, &line.description]
        .into_iter()
        .chain(optional)
        .any(|text| text.len() > LONGEST || text.chars().any(char::is_control));
    if is_odd {
        return Err("a text in it is too long, or holds control characters".to_owned());
    }
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(run: &str, messages: u64, of: u64) -> String {
        format!(
            r#"{{"format":1,"run":"{run}","description":"ab","operation":"getA","direction":"response","status":200,"path":"$.x","kind":"missing","expected":"string","found":"nothing","messages":{messages},"of":{of},"times":{messages},"of_times":{of}}}"#
        ) + "\n"
    }

    fn totals(run: &str, of: u64) -> String {
        format!(
            r#"{{"format":1,"run":"{run}","description":"ab","operation":"getA","direction":"response","status":200,"of":{of},"optional":[{{"path":"$.y","times":{of},"of_times":{of}}}]}}"#
        ) + "\n"
    }

    fn read(text: &str) -> Result<Traffic> {
        Traffic::read(&[("a.jsonl".to_owned(), text.as_bytes().to_vec())])
    }

    #[test]
    fn the_last_line_of_a_run_counts_and_runs_add_up() {
        let text = [line("r", 1, 2), line("r", 4, 5), line("s", 2, 2), totals("t", 10)].concat();
        let traffic = read(&text).unwrap();
        let (_, seen) = traffic.seen.first_key_value().unwrap();
        assert_eq!((seen.messages, seen.of, seen.times, seen.of_times), (6, 17, 6, 7));
        assert!(!seen.in_all_runs && seen.place == (0, 3), "{seen:?}");
        assert_eq!(traffic.messages.values().sum::<u64>(), 17);
    }

    #[test]
    fn a_field_is_present_unless_a_run_differs() {
        let always = |text: &str| read(text).unwrap().optional.values().next().unwrap().is_enough_to_raise();
        assert!(always(&[totals("r", 60), totals("s", 40)].concat()));
        assert!(!always(&totals("r", 99)));
        assert!(!always(&[totals("r", 200), line("s", 1, 1)].concat()));
        assert!(!always(&totals("r", 200).replace(r#""of_times":200"#, r#""of_times":201"#)));
    }

    #[test]
    fn what_is_no_observation_is_refused_with_its_line() {
        let whole = line("r", 1, 1);
        for (text, number) in [
            (format!("{whole}nonsense\n"), 2),
            (whole.replace("\"format\":1", "\"format\":2"), 1),
            (whole.replace("$.x", &"x".repeat(600)), 1),
            (whole.replace("$.x", "\\u001b[31m"), 1),
        ] {
            let error = read(&text).unwrap_err().to_string();
            assert!(error.contains("a.jsonl") && error.contains(&format!("{number}")), "{error}");
        }
        assert_eq!(read(&format!("{whole}{{\"form")).unwrap().seen.len(), 1);
    }
}
