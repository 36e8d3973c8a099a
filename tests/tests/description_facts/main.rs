//! A transcribed `openapi.yaml` says what the facts in `tests/facts` say, and nothing else. Once `openapi.lock` says that the
//! description is the published one, the facts no longer bind it and these tests stand aside.

mod departures;
mod pets;

use std::{error::Error, fs, path::Path};

use document::Document;
use hero_tests::facts::{Difference, Exception, Facts, differences, without_exceptions};

use self::{
    departures::DEPARTURES,
    pets::{DESCRIPTION, FACTS, NOT_BOUND, SHAPES},
};

/// Where the description departs from the facts on purpose.
const EXCEPTIONS: &[Exception] = &[];

const MANIFEST_DIR: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn the_description_holds_the_facts_only() -> Result<(), Box<dyn Error>> {
    let root = Path::new(MANIFEST_DIR).join("..");
    if is_published(&read(&root.join("openapi.lock"))?)? {
        println!("openapi.yaml is the published description: nothing to compare with the facts");
        return Ok(());
    }
    let facts = Facts::load(&Path::new(MANIFEST_DIR).join("facts"))?;
    let description = Document::parse(&read(&root.join("openapi.yaml"))?)?;
    let found = without_exceptions(differences(&facts, &description.value), EXCEPTIONS);
    assert!(
        found.is_empty(),
        "openapi.yaml and tests/facts differ in {} places:\n{}",
        found.len(),
        lines(&found).join("\n")
    );
    Ok(())
}

#[test]
fn facts_hold_for_a_transcription_only() -> Result<(), Box<dyn Error>> {
    assert!(!is_published("origin = \"transcribed\"\n[document]\nsha256 = \"00\"\n")?);
    assert!(is_published("origin = \"published\"\n")?);
    assert!(is_published("origin = \"guessed\"\n").is_err());
    assert!(is_published("[document]\norigin = \"published\"\n").is_err());
    Ok(())
}

#[test]
fn a_faithful_description_has_no_differences() -> Result<(), Box<dyn Error>> {
    assert_eq!(found_in(DESCRIPTION)?, [""; 0]);
    Ok(())
}

#[test]
fn every_departure_from_the_facts_is_reported() -> Result<(), Box<dyn Error>> {
    for (change, from, to, expected) in DEPARTURES {
        assert_eq!(DESCRIPTION.matches(from).count(), 1, "{change}: the text to change is in the description once");
        let found = found_in(&DESCRIPTION.replace(from, to)).map_err(|error| format!("{change}: {error}"))?;
        assert_eq!(found, *expected, "{change}");
    }
    Ok(())
}

#[test]
fn all_departures_are_reported_together() -> Result<(), Box<dyn Error>> {
    let renamed = DESCRIPTION
        .replace("        - name: search\n", "        - name: find\n")
        .replace("minLength: 1, ", "")
        .replace("nick: {", "nickname: {");
    assert_eq!(
        found_in(&renamed)?,
        [
            "listPets: query search: facts say a parameter, description says nothing",
            "listPets: query find: facts say nothing, description says a parameter",
            "createPet: body.name minLength: facts say 1, description says nothing",
            "createPet: body.nick: facts say a field, description says nothing",
            "createPet: body.nickname: facts say nothing, description says a field",
        ]
    );
    Ok(())
}

#[test]
fn an_exception_must_be_needed() -> Result<(), Box<dyn Error>> {
    const EXCEPTION: Exception =
        Exception { operation: "createPet", place: "body.name minLength", description: "nothing", reason: "a test" };
    let departed = compared(&DESCRIPTION.replace("minLength: 1, ", ""))?;
    assert_eq!(lines(&without_exceptions(departed, &[EXCEPTION])), [""; 0]);
    assert_eq!(
        lines(&without_exceptions(compared(DESCRIPTION)?, &[EXCEPTION])),
        ["createPet: body.name minLength: facts say the same as the description, \
          description says the same, so the exception for nothing (a test) is to be removed"]
    );
    Ok(())
}

#[test]
fn a_fact_that_the_check_does_not_know_is_refused() {
    let facts = FACTS.replace("min_length: 1", "max_length: 1");
    let error = Facts::parse(&[&facts], SHAPES, NOT_BOUND).err().unwrap_or_default();
    assert!(error.contains("max_length"), "{error}");
}

fn is_published(lock: &str) -> Result<bool, Box<dyn Error>> {
    let lock: toml::Table = lock.parse()?;
    match lock.get("origin").and_then(toml::Value::as_str) {
        Some("transcribed") => Ok(false),
        Some("published" | "local") => Ok(true),
        other => Err(format!("openapi.lock: origin is {other:?}: not transcribed, published or local").into()),
    }
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn compared(description: &str) -> Result<Vec<Difference>, Box<dyn Error>> {
    let facts = Facts::parse(&[FACTS], SHAPES, NOT_BOUND)?;
    Ok(differences(&facts, &Document::parse(description)?.value))
}

fn found_in(description: &str) -> Result<Vec<String>, Box<dyn Error>> {
    Ok(lines(&compared(description)?))
}

fn lines(differences: &[Difference]) -> Vec<String> {
    differences.iter().map(ToString::to_string).collect()
}
