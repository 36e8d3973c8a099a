//! Calls what is safe to call, and writes down what differs from the description.
//!
//! ```text
//! HERO_API_KEY=… HERO_PRACTICE_GROUP_ID=… HERO_ENVIRONMENT=staging \
//!     cargo run -p hero-api-ext --features observe --example probe -- --id getPatientById.id=7 --out observations.jsonl
//! cargo xtask drift --traffic observations.jsonl --propose overlay.yaml
//! ```
//!
//! It sends GET requests only, and only to operations that need no patient, or whose path parameters are given by
//! `--id OPERATION.PARAMETER=VALUE`. It shows what it is going to call and asks; `--yes` is for CI. It sends `--per-second`
//! requests at most (2 unless set). `--open-objects` and `--technical-values` are the switches of `Observe`. Production needs
//! `--production`.

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    io::{self, BufRead, Write},
    time::Duration,
};

use hero_api_ext::{
    Hero, HeroBuilder, RateLimit,
    hero_api::{OperationInfo, operations},
    observe::{FileObserver, Observe},
};
use http::Method;
use reqwest::{Request, Url};

/// What the command line says.
#[derive(Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(crate) struct Options {
    pub(crate) yes: bool,
    pub(crate) production: bool,
    pub(crate) open_objects: bool,
    pub(crate) technical_values: bool,
    pub(crate) per_second: u32,
    pub(crate) out: String,
    /// Operation and parameter → value.
    pub(crate) ids: BTreeMap<(String, String), String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            yes: false,
            production: false,
            open_objects: false,
            technical_values: false,
            per_second: 2,
            out: "observations.jsonl".to_owned(),
            ids: BTreeMap::new(),
        }
    }
}

impl Options {
    pub(crate) fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let mut options = Self::default();
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value"));
            match argument.as_str() {
                "--yes" => options.yes = true,
                "--production" => options.production = true,
                "--open-objects" => options.open_objects = true,
                "--technical-values" => options.technical_values = true,
                "--out" => options.out = value()?,
                "--per-second" => {
                    let number = value()?.parse().ok().filter(|number| *number > 0);
                    options.per_second = number.ok_or("--per-second takes a number from 1")?;
                }
                "--id" => {
                    let text = value()?;
                    let parts = text.split_once('=').and_then(|(name, value)| Some((name.split_once('.')?, value)));
                    let ((operation, parameter), value) = parts.ok_or("--id takes OPERATION.PARAMETER=VALUE")?;
                    options.ids.insert((operation.to_owned(), parameter.to_owned()), value.to_owned());
                }
                _ => return Err(format!("{argument} is not an option: see the head of examples/probe.rs")),
            }
        }
        Ok(options)
    }
}

/// One request that is safe to send.
#[derive(Debug, PartialEq)]
pub(crate) struct Step {
    pub(crate) operation: &'static OperationInfo,
    /// The segments of the path, with their values.
    pub(crate) path: Vec<String>,
    pub(crate) query: Vec<(&'static str, &'static str)>,
}

/// Everything that may be called, and the operations that are left out for want of an id.
pub(crate) fn plan(options: &Options) -> (Vec<Step>, Vec<&'static OperationInfo>) {
    let (mut steps, mut left_out) = (Vec::new(), Vec::new());
    for operation in operations::ALL.iter().copied().filter(|operation| operation.method == Method::GET) {
        let segments: Option<Vec<String>> = operation
            .path
            .split('/')
            .skip(1)
            .map(|segment| match segment.strip_prefix('{').and_then(|segment| segment.strip_suffix('}')) {
                Some(parameter) => options.ids.get(&(operation.id.to_owned(), parameter.to_owned())).cloned(),
                None => Some(segment.to_owned()),
            })
            .collect();
        let Some(path) = segments else {
            left_out.push(operation);
            continue;
        };
        let has_ids = operation.path.contains('{');
        // A list of patients needs a patient to look for, and a token is a secret that nothing here needs.
        let text = format!("{} {}", operation.id, operation.path).to_ascii_lowercase();
        if !has_ids && text.contains("patient") || text.contains("token") {
            left_out.push(operation);
            continue;
        }
        let queries = if operation.paged {
            // Two small pages, so that a server that takes no notice of them shows.
            vec![vec![("page_index", "0"), ("page_size", "2")], vec![("page_index", "1"), ("page_size", "2")]]
        } else {
            vec![Vec::new()]
        };
        steps.extend(queries.into_iter().map(|query| Step { operation, path: path.clone(), query }));
    }
    (steps, left_out)
}

/// Shows what is going to be called. Values of ids are not shown: logs of CI keep them.
pub(crate) fn show(steps: &[Step], left_out: &[&OperationInfo], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "This sends {} GET requests:", steps.len())?;
    for step in steps {
        let query: Vec<String> = step.query.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mark = if query.is_empty() { "" } else { "?" };
        writeln!(out, "  {} {}{mark}{}", step.operation.id, step.operation.path, query.join("&"))?;
    }
    writeln!(out, "{} GET operations are left out, since they need an id, a patient or make a token.", left_out.len())
}

/// Sends the requests, one after the other, and tells how many got a response.
pub(crate) async fn run(hero: &Hero, steps: &[Step], out: &mut dyn Write) -> Result<usize, Box<dyn Error>> {
    let mut responses = 0;
    for step in steps {
        let mut url = Url::parse(hero.api().base_url())?;
        url.path_segments_mut().map_err(|()| "the base URL takes no path")?.pop_if_empty().extend(&step.path);
        if !step.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&step.query);
        }
        let request = Request::new(Method::GET, url);
        match hero.api().execute(request, step.operation).await {
            Ok(response) => {
                responses += 1;
                writeln!(out, "{}: {}", step.operation.id, response.status().as_u16())?;
            }
            Err(error) => writeln!(out, "{}: {}", step.operation.id, hero_api_ext::Error::from(error))?,
        }
    }
    hero.flush_observations();
    Ok(responses)
}

/// A client that observes, at the pace of the options.
pub(crate) fn client(builder: HeroBuilder, options: &Options) -> Result<Hero, Box<dyn Error>> {
    let observe = Observe::new(FileObserver::open(&options.out)?)
        .with_fields_of_open_objects(options.open_objects)
        .with_technical_values(options.technical_values);
    Ok(builder.rate_limit(RateLimit::new(options.per_second, Duration::from_secs(1))).observe(observe).build()?)
}

#[tokio::main(flavor = "current_thread")]
#[allow(dead_code, reason = "a test compiles this file as a module")]
async fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::parse(env::args().skip(1))?;
    if env::var("HERO_ENVIRONMENT").is_ok_and(|name| name == "production") && !options.production {
        return Err("this is production: say --production if that is meant".into());
    }
    let hero = client(HeroBuilder::from_env(), &options)?;
    let (steps, left_out) = plan(&options);
    let mut out = io::stdout();
    show(&steps, &left_out, &mut out)?;
    if !options.yes {
        write!(out, "Send them? [y/N] ")?;
        out.flush()?;
        let mut line = String::new();
        io::stdin().lock().read_line(&mut line)?;
        if !line.trim().eq_ignore_ascii_case("y") {
            return Ok(());
        }
    }
    let responses = run(&hero, &steps, &mut out).await?;
    println!("{responses} responses were held against the description; what differs is in {}", options.out);
    Ok(())
}
