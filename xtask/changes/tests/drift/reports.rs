//! The forms of a report.

use std::fs;

use ::drift::{Axis, FailOn, Format, Report};
use document::error::Error;
use serde_json::Value;
use xtask_changes::{
    drift::{self, Options},
    source::{Base, Revision},
};

const TODAY: &str = "2030-02-28";

/// Two descriptions and waivers, which a report is made of.
pub(crate) struct Case {
    pub(crate) old: String,
    pub(crate) new: String,
    pub(crate) waivers: String,
    pub(crate) fail_on: FailOn,
}

impl Case {
    /// The clinic, and what `edit` makes of its text.
    pub(crate) fn of(edit: impl Fn(String) -> String) -> Self {
        let old = include_str!("../../../drift/tests/clinic.yaml").to_owned();
        let new = edit(old.clone());
        assert_ne!(old, new);
        Self { old, new, waivers: String::new(), fail_on: FailOn::Any }
    }
}

pub(crate) fn report(case: &Case) -> Report {
    report_on(case, Axis::Wire)
}

fn report_on(case: &Case, axis: Axis) -> Report {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let options = Options {
        base: Base::File(file("old.yaml", &case.old)),
        revision: Revision::File(file("new.yaml", &case.new)),
        axis,
        waivers: Some(file("waivers.toml", &case.waivers)),
        fail_on: case.fail_on,
        ..Options::default()
    };
    drift::report(folder.path(), &options, TODAY, &mut |_| Err(Error::new("no network"))).unwrap()
}

pub(crate) fn breaking() -> Case {
    Case::of(|text| {
        text.replace("enum: [active, deceased]", "enum: [active, deceased, merged]")
            .replace("{name: name, in: query,", "{name: name, in: query, required: true,")
            .replace("summary: List patients", "summary: List <all> `patients` @team #1")
            .replace(
                "count: {type: integer, minimum: 0}",
                "count: {type: integer, minimum: 0}\n                  next: {type: string}",
            )
    })
}

/// A description with `count` fields, and one where each has another type.
pub(crate) fn large(count: usize) -> Case {
    let fields = |kind: &str| -> String {
        (0..count)
            .map(|n| format!("        field_{n}: {{type: {kind}, description: '<b>|`x` @a'}}\n"))
            .collect::<Vec<_>>()
            .concat()
    };
    let text = |kind: &str| {
        include_str!("../../../drift/tests/clinic.yaml").replace(
            "    NewPatient:\n      type: object\n      required: [name]\n      properties:\n",
            &format!(
                "    NewPatient:\n      type: object\n      required: [name]\n      properties:\n{}",
                fields(kind)
            ),
        )
    };
    Case { old: text("string"), new: text("integer"), waivers: String::new(), fail_on: FailOn::Any }
}

#[test]
fn text_has_the_worst_first_and_a_last_line() {
    let text = report(&breaking()).render(Format::Text, false);
    let place = |needle: &str| text.find(needle).unwrap_or_else(|| panic!("{needle}\n{text}"));
    assert!(place("breaks requests (1)") < place("breaks the reading of responses (1)"));
    assert!(place("breaks the reading of responses (1)") < place("compatible (1)"));
    assert!(place("compatible (1)") < place("text and names (1)"));
    assert!(text.contains("query parameter `name` of `GET /v1/patients` is required now"), "{text}");
    assert!(text.ends_with("(exit code 2)\n"), "{text}");
    assert!(!text.contains('\u{1b}'), "{text}");
    assert!(report(&breaking()).render(Format::Text, true).contains("\u{1b}[31;1m"));
}

#[test]
fn the_ten_worst_places_fit_on_a_screen() {
    let text = report(&large(40)).render(Format::Text, false);
    let head: Vec<&str> = text.lines().take(32).collect();
    // One sentence for all of them, then a place each.
    assert_eq!(head.iter().filter(|line| line.contains('✗')).count(), 1, "{text}");
    assert!(head.iter().filter(|line| line.trim().starts_with("`field_")).count() >= 10, "{text}");
}

#[test]
fn markdown_decides_at_once_and_fits_a_comment() {
    let markdown = report(&breaking()).render(Format::Markdown, false);
    assert!(markdown.starts_with("## 🔴 Breaks on the wire: read the breaks before you merge\n"), "{markdown}");
    assert!(markdown.contains("<details><summary><b>Text and names</b> (1)</summary>"), "{markdown}");
    assert!(!markdown.contains("@team") && !markdown.contains("<all>"), "{markdown}");
    let huge = report(&large(4_000)).render(Format::Markdown, false);
    assert!(huge.len() < 65_536 && huge.contains("do not fit here"), "{}", huge.len());
    assert_eq!(huge.matches("<details>").count(), huge.matches("</details>").count());
}

#[test]
fn what_breaks_code_is_not_among_text_and_names() {
    let case = Case::of(|text| text.replace("operationId: getHealth", "operationId: readHealth"));
    let report = report_on(&case, Axis::Both);
    let text = report.render(Format::Text, false);
    assert!(text.contains("\nbreaks code that uses these bindings (1)\n  ✗ the operationId `getHealth` is"), "{text}");
    assert!(!text.contains("\ntext and names"), "{text}");
    let markdown = report.render(Format::Markdown, false);
    assert!(markdown.contains("### Breaks code that uses these bindings (1)\n"), "{markdown}");
    let github = report.render(Format::Github, false);
    assert!(
        github.lines().any(|line| line.starts_with("::error ") && line.contains("operation-id-changed")),
        "{github}"
    );
    assert!(report.render(Format::Html, false).contains("value=\"code-break\""));
}

#[test]
fn annotations_point_into_the_base() {
    let case = breaking();
    let text = report(&case).render(Format::Github, false);
    let line = 1 + case.old.lines().position(|line| line.contains("{name: name, in: query")).unwrap();
    let first = text.lines().next().unwrap();
    assert!(
        first.starts_with("::error file=") && first.contains(&format!(",line={line},title=request-break%3A ")),
        "{text}"
    );
    assert!(text.lines().all(|line| line.starts_with("::")), "{text}");
}

#[test]
fn json_is_what_its_schema_says_and_reads_back() {
    let report = report(&breaking());
    let json = report.render(Format::Json, false);
    assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
    let value: Value = serde_json::from_str(&json).unwrap();
    let schema: Value = serde_json::from_str(&::drift::schema()).unwrap();
    fits(&schema, &schema, &value, "");
}

/// Checks the parts of JSON Schema that our schema uses; refuses a field that the schema does not know.
fn fits(root: &Value, schema: &Value, value: &Value, place: &str) {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return fits(root, root.pointer(&reference[1..]).unwrap(), value, place);
    }
    for key in ["anyOf", "oneOf"] {
        if let Some(list) = schema.get(key).and_then(Value::as_array) {
            let names: Vec<&Value> = list.iter().filter_map(|one| one.get("const")).collect();
            assert!(names.is_empty() || names.contains(&value), "{place}: {value}");
            return;
        }
    }
    if let Some(values) = schema.get("enum").and_then(Value::as_array) {
        assert!(values.contains(value), "{place}: {value}");
    }
    for (name, member) in value.as_object().into_iter().flatten() {
        let Some(properties) = schema.get("properties") else { continue };
        let part = properties.get(name).unwrap_or_else(|| panic!("{place}/{name} is not in the schema"));
        fits(root, part, member, &format!("{place}/{name}"));
    }
    for name in schema.get("required").and_then(Value::as_array).into_iter().flatten() {
        assert!(value.get(name.as_str().unwrap()).is_some(), "{place} lacks {name}");
    }
    for item in value.as_array().into_iter().flatten() {
        if let Some(part) = schema.get("items") {
            fits(root, part, item, &format!("{place}[]"));
        }
    }
}

#[test]
fn html_is_whole_and_holds_no_foreign_markup() {
    let html = report(&breaking()).render(Format::Html, false);
    assert!(html.starts_with("<!doctype html>") && html.ends_with("</html>\n"));
    for outside in ["http://", "https://", "<link", "src=", "@import", "url("] {
        assert!(
            !html.contains(outside) || outside.starts_with("http") && html.matches(outside).count() == 0,
            "{outside}"
        );
    }
    assert!(!html.contains("<all>") && html.contains("&lt;all&gt;"));
    assert!(html.contains("Content-Security-Policy") && html.contains("name=\"viewport\""));
    assert_eq!(html.matches("<article").count(), 4);
}

#[test]
fn fail_on_lets_lesser_differences_pass() {
    let docs = |fail_on| Case { fail_on, ..Case::of(|text| text.replace("title: Clinic", "title: Clinics")) };
    let additive = |fail_on| Case {
        fail_on,
        ..Case::of(|text| text.replace("count: {type", "next: {type: string}\n                  count: {type"))
    };
    for (fail_on, codes) in [
        (FailOn::Any, [1, 1, 2]),
        (FailOn::Additive, [0, 1, 2]),
        (FailOn::Breaking, [0, 0, 2]),
        (FailOn::Wire, [0, 0, 2]),
        (FailOn::Never, [0, 0, 0]),
    ] {
        let cases = [docs(fail_on), additive(fail_on), Case { fail_on, ..breaking() }];
        assert_eq!(cases.map(|case| report(&case).exit_code), codes, "{fail_on:?}");
    }
}

#[test]
fn a_break_without_a_major_version_is_a_finding() {
    let kinds = |case: &Case| report(case).findings.iter().map(|finding| finding.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&breaking()), [::drift::FindingKind::BreakWithoutMajorVersion]);
    let mut honest = breaking();
    honest.new = honest.new.replace("version: 1.0.0", "version: 2.0.0");
    assert!(kinds(&honest).is_empty());
}

/// What both axes say.
fn on_both_axes(case: Case, fail_on: FailOn) -> Report {
    let base = ::drift::ParsedDescription::read("old.yaml", case.old.into_bytes()).unwrap();
    let settings = ::drift::Settings { axis: Axis::Both, fail_on, waivers: &::drift::Waivers::default(), today: TODAY };
    let revision = Some(("new.yaml".to_owned(), case.new.into_bytes()));
    ::drift::report(&base, revision, Vec::new(), &::drift::RustContext::default(), &settings).unwrap()
}

/// A clinic whose responses have new values.
fn new_response_values(fail_on: FailOn) -> Report {
    let values: Vec<String> = (0..19).map(|index| format!("value_{index}")).collect();
    let case = Case::of(|text| {
        text.replace("enum: [active, deceased]", &format!("enum: [active, deceased, {}]", values.join(", ")))
    });
    on_both_axes(case, fail_on)
}

#[test]
fn a_wire_break_alone_is_no_break_for_users() {
    let report = new_response_values(FailOn::Any);
    assert_eq!(report.headline(), "breaks on the wire, nothing for users of these bindings");
    assert_eq!((report.exit_code, report.breaks.wire, report.breaks.users), (1, true, false));
    assert_eq!(
        report.last_line(),
        "drift: breaks on the wire, nothing for users of these bindings: 19 breaking responses; Rust: 19 additive \
         (exit code 1)"
    );
    assert_eq!(new_response_values(FailOn::Wire).exit_code, 2);
    assert_eq!(new_response_values(FailOn::Rust).exit_code, 0);
}

#[test]
fn a_rust_difference_of_a_value_hangs_on_it() {
    let report = new_response_values(FailOn::Any);
    let wire = report.wire.as_ref().unwrap();
    for difference in &report.rust.as_ref().unwrap().changes {
        let [cause] = difference.wire[..] else { panic!("{difference:#?}") };
        assert_eq!(wire[cause].after.as_ref().map(Value::to_string), difference.after, "{difference:#?}");
    }
    assert!(wire.iter().all(|change| change.rust.len() == 1));
}

#[test]
fn markdown_names_every_break_that_fits_in_short() {
    let markdown = report(&large(400)).render(Format::Markdown, false);
    assert!(markdown.len() < 65_536, "{}", markdown.len());
    assert_eq!(markdown.matches("has another type").count(), 400);
    assert!(markdown.contains("<sub>line") && !markdown.contains("do not fit here"));
}

#[test]
fn annotations_are_as_many_as_github_shows() {
    let text = report(&large(400)).render(Format::Github, false);
    assert_eq!(text.lines().filter(|line| line.starts_with("::error ")).count(), 10);
    assert!(text.lines().last().unwrap().contains("390 more differences are not shown here"), "{text}");
}

#[test]
fn text_and_markdown_name_waiver_pointers() {
    let report = report(&breaking());
    for format in [Format::Text, Format::Markdown] {
        assert!(report.render(format, false).contains("/paths/~1v1~1patients/get/parameters/0"), "{format:?}");
    }
}

#[test]
fn both_axes_call_an_operation_moved() {
    let case = Case::of(|text| {
        text.replace("/v1/patients/{id}/merge", "/v2/patients/{id}/merge")
            .replace("operationId: mergePatient\n", "operationId: mergeTwo\n")
    });
    let report = on_both_axes(case, FailOn::Any);
    let wire: Vec<&str> = report.wire.iter().flatten().map(|change| change.kind.id()).collect();
    let rust: Vec<&str> = report.rust.iter().flat_map(|rust| &rust.changes).map(|change| change.rule.id()).collect();
    assert!(wire.contains(&"operation-moved"), "{wire:?}");
    assert!(rust.contains(&"operation-moved") && !rust.contains(&"operation-removed"), "{rust:?}");
}
