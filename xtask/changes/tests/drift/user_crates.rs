//! `--crate`: what a revision does to the lines of one user.

use std::{collections::BTreeMap, fs, path::PathBuf};

use ::drift::{Effect, Format, Report};
use serde_json::Value;

use crate::support::{Run, committed, repository, xtask};

/// Three call sites, two of which name a field of the response.
const PROGRAM: &str = "//! Slots and appointments.

use hero_api::{Client, Error};

pub async fn free(client: &Client) -> Result<Option<i64>, Error> {
    let slots = client.count_slots().send().await?;
    Ok(slots.count)
}

pub async fn cancel(client: &Client) -> Result<(), Error> {
    client
        .cancel_appointment()
        .id(\"7\")
        .body_map(|body| body.suppress_mail(true))
        .send()
        .await?;
    Ok(())
}

pub async fn is_free(client: &Client) -> Result<bool, Error> {
    Ok(client.get_slot().id(\"7\").send().await?.id.is_some())
}
";

/// The same over the layer on top of the bindings.
const LAYERED: &str = "use hero_api_ext::{Error, Hero};

pub async fn form(hero: &Hero) -> Result<(), Error> {
    hero.forms().get(\"7\").await?;
    Ok(())
}

pub async fn forms(hero: &Hero) -> Result<(), Error> {
    hero.forms().response(\"7\").await?;
    Ok(())
}
";

/// A crate of a user, at the same place in each run, so that what is compiled for it is not compiled for each run.
struct App {
    folder: PathBuf,
}

impl App {
    fn new(name: &str, dependency: &str, program: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("src")).unwrap();
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependency}\n\n[workspace]\n"
        );
        fs::write(folder.join("Cargo.toml"), manifest).unwrap();
        fs::write(folder.join("src/lib.rs"), program).unwrap();
        Self { folder }
    }

    /// Bytes of each file.
    fn bytes(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut waiting = vec![self.folder.clone()];
        while let Some(folder) = waiting.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    waiting.push(path);
                } else {
                    found.insert(path.clone(), fs::read(path).unwrap());
                }
            }
        }
        found
    }

    /// Compares the locked description with this one, for the crate.
    fn against(&self, revision: &str) -> (Run, Report) {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), revision).unwrap();
        let (path, revision) = (self.folder.display().to_string(), file.path().display().to_string());
        let sources =
            || ["hero-api/src/generated/mod.rs", "hero-api/Cargo.toml", "hero-api-ext/src/forms.rs"].map(committed);
        let before = (self.bytes(), sources());
        let run = xtask(&repository(), &["drift", "--revision", &revision, "--crate", &path, "--format", "json"]);
        assert!((self.bytes(), sources()) == before, "files were touched");
        let report: Report = serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {run:#?}"));
        (run, report)
    }
}

fn direct(name: &str) -> App {
    // Relative, as people write it: in the copy, it has to lead to the copy.
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).strip_prefix(repository()).map(|path| {
        let ups = path.components().count() + 1;
        "../".repeat(ups) + "hero-api"
    });
    let path = path.unwrap_or_else(|_| repository().join("hero-api").display().to_string());
    let dependency =
        format!("hero-api = {{ path = {path:?}, default-features = false, features = [\"booking\", \"form\"] }}");
    App::new(name, &dependency, PROGRAM)
}

/// The locked description with one edit.
fn edited(from: &str, to: &str) -> String {
    let text = committed("openapi.yaml");
    assert_eq!(text.matches(from).count(), 1, "{from}");
    text.replace(from, to)
}

const COUNT: &str = "                  count:\n                    type: [number, 'null']\n                    description: The name of the field is inferred.\n";

#[test]
#[ignore = "slow: compiles a crate and what it depends on"]
fn the_line_that_no_longer_compiles_is_named() {
    let renamed = edited(COUNT, &COUNT.replace("count:", "free:"));
    let (run, report) = direct("breaks").against(&renamed);
    assert_eq!(run.code, Some(2), "{run:#?}");
    let crates = report.crates.as_deref().unwrap();
    assert_eq!(crates[0].packages, ["breaks"]);
    let [site] = &crates[0].call_sites[..] else { panic!("one call site: {:#?}", crates[0]) };
    assert_eq!((site.effect, site.file.as_str(), site.line), (Effect::NoLongerCompiles, "src/lib.rs", 7));
    assert_eq!(site.code, "Ok(slots.count)");
    let causes: Vec<&str> =
        site.rust.iter().map(|index| report.rust.as_ref().unwrap().changes[*index].item.as_str()).collect();
    assert_eq!(causes, ["hero_api::types::CountSlotsResponse::count"]);
    for (format, parts) in [
        (
            Format::Text,
            ["breaks your code", "src/lib.rs:7  Ok(slots.count)", "since The description no longer has `count`"],
        ),
        (
            Format::Markdown,
            ["Breaks your code", "- `src/lib.rs:7` `Ok(slots.count)`", "The description no longer has `count`"],
        ),
        (Format::Github, ["file=src/lib.rs,line=7,title=no longer compiles", "::error ", "no longer has `count`"]),
        (
            Format::Html,
            ["Your code no longer compiles (1)", "<code>src/lib.rs:7</code>", "no longer has <code>count</code>"],
        ),
    ] {
        let text = report.render(format, false);
        for part in parts {
            assert!(text.contains(part), "{part}\n{text}");
        }
    }
}

#[test]
#[ignore = "slow: compiles a crate and what it depends on"]
fn what_breaks_others_does_not_break_you() {
    let app = direct("spared");
    let gone = edited("operationId: getForm\n", "operationId: readForm\n");
    let (run, report) = app.against(&gone);
    assert_eq!(run.code, Some(1), "{run:#?}");
    assert_eq!(report.headline(), "breaking, but not for you");
    assert!(report.crates.as_deref().unwrap()[0].call_sites.is_empty());
    assert!(run.stderr.contains("your code: nothing breaks in spared"), "{}", run.stderr);
}

#[test]
#[ignore = "slow: compiles a crate and what it depends on"]
fn a_run_time_break_reaches_lines_that_use_it() {
    let start = "        - name: start_date\n          in: query\n          schema:\n            type: string\n        - name: end_date\n          in: query\n          schema:\n            type: string\n      responses:\n        '200':\n          description: The number of slots.\n";
    let needed = edited(
        start,
        &format!("        - {{name: room, in: query, required: true, schema: {{type: string}}}}\n{start}"),
    );
    let (run, report) = direct("reached").against(&needed);
    assert_eq!(run.code, Some(2), "{run:#?}");
    let [site] = &report.crates.as_deref().unwrap()[0].call_sites[..] else { panic!("{run:#?}") };
    assert_eq!((site.effect, site.file.as_str(), site.line), (Effect::BreaksAtRunTime, "src/lib.rs", 6));
    assert_eq!(site.message, "uses the method `count_slots`");
    let json: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(json["crates"][0]["call_sites"][0]["effect"], "breaks-at-run-time");
}

#[test]
#[ignore = "slow: compiles a crate and what it depends on"]
fn calls_through_the_layer_are_found() {
    let ext = repository().join("hero-api-ext").display().to_string();
    let dependency = format!(
        "hero-api-ext = {{ path = {ext:?}, default-features = false, features = [\"form\", \"form-response\", \"observe\"] }}"
    );
    let id =
        "      operationId: getForm\n      summary: Get a form\n      description: Returns one form with its fields.\n";
    let parameters = "      parameters:\n        - name: id\n          in: path\n          required: true\n          schema:\n            type: string\n      responses:\n        '200':\n          description: The form.\n";
    let text = edited(id, id);
    assert_eq!(text.matches(parameters).count(), 1);
    let added = "      parameters:\n        - {name: language, in: query, required: true, schema: {type: string}}\n";
    let revision = text.replace(parameters, &parameters.replace("      parameters:\n", added));
    let (run, report) = App::new("layered", &dependency, LAYERED).against(&revision);
    assert_eq!(run.code, Some(2), "{run:#?}");
    let [site] = &report.crates.as_deref().unwrap()[0].call_sites[..] else { panic!("{run:#?}") };
    assert_eq!((site.file.as_str(), site.line, site.package.as_str()), ("src/lib.rs", 4, "layered"));
}

#[test]
#[ignore = "slow: compiles a crate and what it depends on"]
fn an_unchecked_crate_is_no_good_news() {
    let folder = tempfile::tempdir().unwrap();
    let renamed = edited(COUNT, &COUNT.replace("count:", "free:"));
    let file = folder.path().join("new.yaml");
    fs::write(&file, renamed).unwrap();
    let path = folder.path().display().to_string();
    let run = xtask(&repository(), &["drift", "--revision", &file.display().to_string(), "--crate", &path]);
    assert_eq!(run.code, Some(3), "{run:#?}");
    assert!(run.stdout.contains("there is no crate"), "{run:#?}");
}
