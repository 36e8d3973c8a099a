//! Names of operations.

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToLowerCamelCase, ToPascalCase, ToSnakeCase};
use serde_json::Value;

use super::{Log, Pass, State, free_name::first_free};
use crate::{ascii::ascii, reserved};
use document::{
    error::{Error, Result},
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "operations",
    reason: "progenitor refuses an operation without an id, and two ids that become one Rust name do not compile",
    run,
    holds,
};

/// Methods that the HTTP client has no word for.
const UNSUPPORTED: [&str; 2] = ["options", "trace"];

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    leave_out_unsupported(&mut state.document, log);
    let mut described: Vec<(String, String, Option<String>)> = Vec::new();
    schema::for_each_operation(&mut state.document, &mut |pointer, operation| {
        let id = operation.get("operationId").and_then(Value::as_str).map(ascii).filter(|id| is_usable(id));
        // progenitor drops apostrophes, where others would begin a word.
        let id = id.map(|id| id.replace('\'', ""));
        described.push((pointer.to_owned(), key_of(pointer), id));
        Ok(())
    })?;
    let mut wanted: BTreeMap<String, usize> = BTreeMap::new();
    for id in described.iter().filter_map(|(_, _, given)| given.as_ref()) {
        *wanted.entry(id.to_snake_case()).or_default() += 1;
    }
    let lock = Locked::new(&state.known.operations, described.iter().map(|(_, key, _)| key.as_str()));
    // An id that changed in the description is a new name; one that several operations have is none.
    let known = |key: &str, given: Option<&String>| {
        let Some(known) = lock.at(key) else { return given.filter(|given| lock.has_moved(given)).cloned() };
        let stays = given.is_none_or(|given| known == given || wanted.get(&given.to_snake_case()) > Some(&1));
        stays.then(|| known.clone())
    };
    // Names depend on the set of operations and on what the lock knows, not on their order in the file.
    described.sort_by(|a, b| {
        let rank = |(_, key, given): &(String, String, Option<String>)| {
            let fits = given.as_ref().is_some_and(|given| *given == derived_id(key));
            (known(key, given.as_ref()).is_none(), given.is_none(), !fits, key.clone())
        };
        rank(a).cmp(&rank(b))
    });
    let mut taken: BTreeMap<String, String> = taken_names().map(|name| (name.to_owned(), String::new())).collect();
    let mut assigned: BTreeMap<String, String> = BTreeMap::new();
    let mut names = BTreeMap::new();
    for (pointer, key, given) in described {
        let known = known(&key, given.as_ref());
        let derived = || derived_id(&key);
        let plain = known.or_else(|| given.clone()).unwrap_or_else(derived);
        let id = unique_id(&plain, &key, &taken);
        taken.insert(id.to_snake_case(), key.clone());
        if let Some(former) = lock.at(&key).filter(|former| **former != id) {
            state.former.insert(id.clone(), former.clone());
        }
        names.insert(key, id.clone());
        assigned.insert(pointer, id);
    }
    state.former.retain(|_, former| !names.values().any(|id| id == former));
    state.names.operations = names;
    schema::for_each_operation(&mut state.document, &mut |pointer, operation| {
        if let (Some(id), Value::Object(members)) = (assigned.get(pointer), operation)
            && members.get("operationId").and_then(Value::as_str) != Some(id)
        {
            members.insert("operationId".to_owned(), Value::from(id.as_str()));
            log.changed(pointer, format!("called {id}"));
        }
        Ok(())
    })?;
    Ok(())
}

/// The names of operations that the lock has, by request line; what a path calls its parameters does not matter.
struct Locked<'a> {
    names: &'a BTreeMap<String, String>,
    /// Request line without the names of parameters → the one line of the lock that is like it.
    alike: BTreeMap<String, Option<&'a str>>,
    /// The lines of the lock that the description has no more.
    gone: Vec<&'a str>,
}

impl<'a> Locked<'a> {
    fn new<'k>(names: &'a BTreeMap<String, String>, described: impl Iterator<Item = &'k str>) -> Self {
        let mut alike: BTreeMap<String, Option<&str>> = BTreeMap::new();
        for key in names.keys() {
            alike.entry(without_names(key)).and_modify(|line| *line = None).or_insert(Some(key));
        }
        let described: BTreeSet<String> = described.map(without_names).collect();
        let gone = names.keys().map(String::as_str).filter(|key| !described.contains(&without_names(key))).collect();
        Self { names, alike, gone }
    }

    fn at(&self, key: &str) -> Option<&'a String> {
        self.names.get(key).or_else(|| self.names.get(self.alike.get(&without_names(key)).copied().flatten()?))
    }

    /// Whether an operation of this name was at a request line that is gone.
    fn has_moved(&self, name: &str) -> bool {
        self.gone.iter().any(|line| self.names.get(*line).is_some_and(|known| known == name))
    }
}

/// `GET /things/{id}` → `GET /things/{}`.
fn without_names(key: &str) -> String {
    let mut segments = key.split('{');
    let first = segments.next().unwrap_or_default().to_owned();
    segments.fold(first, |line, segment| line + "{}" + segment.split_once('}').map_or("", |(_, rest)| rest))
}

fn leave_out_unsupported(document: &mut Value, log: &mut Log) {
    for (path, item) in document.get_mut("paths").and_then(Value::as_object_mut).into_iter().flatten() {
        for method in UNSUPPORTED {
            if item.as_object_mut().is_some_and(|item| item.shift_remove(method).is_some()) {
                let pointer = format!("/paths/{}/{method}", schema::escape(path));
                log.noted(pointer, format!("{} is left out: the client has no such method", method.to_uppercase()));
            }
        }
    }
}

fn is_usable(id: &str) -> bool {
    let name = id.to_snake_case();
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && id.is_ascii() && !taken_names().any(|taken| taken == name)
}

fn taken_names() -> impl Iterator<Item = &'static str> {
    reserved::METHODS.into_iter().chain(reserved::MODULES)
}

/// `GET /v1/things/{id}` of `/paths/~1v1~1things~1{id}/get`.
fn key_of(pointer: &str) -> String {
    let rest = pointer.strip_prefix("/paths/").unwrap_or(pointer);
    let (path, method) = rest.rsplit_once('/').unwrap_or((rest, ""));
    format!("{} {}", method.to_uppercase(), schema::unescape(path))
}

/// The name that a person would give: `GET /v1/patients/{id}/notes` → `listPatientNotes`, `DELETE /v1/notes/{id}` → `deleteNote`,
/// `POST /v1/loans/{id}:return` → `returnLoan`.
fn derived_id(key: &str) -> String {
    let (method, path) = key.split_once(' ').unwrap_or(("GET", key));
    // A path may end in an action of its own: `/loans/{id}:return`.
    let (path, action) = match path.rsplit_once(':') {
        Some((path, action)) if !path.is_empty() && !action.contains(['/', '{', '}']) => (path, Some(action)),
        _ => (path, None),
    };
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty() && !is_version(segment)).collect();
    let mut noun = String::new();
    for (index, segment) in segments.iter().enumerate() {
        if is_parameter(segment) {
            continue;
        }
        let word = ascii(&segment.replace(['{', '}'], " ")).to_pascal_case();
        // What a parameter follows is one of many: `/patients/{id}` is a patient.
        let is_one = segments.get(index + 1).is_some_and(|next| is_parameter(next));
        noun.push_str(&if is_one || (method == "POST" && action.is_none() && index + 1 == segments.len()) {
            singular(&word)
        } else {
            word
        });
    }
    if let Some(action) = action.filter(|action| !action.is_empty()) {
        return format!("{} {noun}", action.to_snake_case()).to_lower_camel_case();
    }
    let last_is_parameter = segments.last().is_some_and(|segment| is_parameter(segment));
    let last_is_plural = segments
        .last()
        .is_some_and(|segment| segment.ends_with('s') && !segment.ends_with("ss") && !segment.ends_with("status"));
    let verb = match method {
        "GET" if !last_is_parameter && last_is_plural => "list",
        "GET" => "get",
        "POST" => "create",
        "PUT" => "replace",
        "PATCH" => "update",
        "DELETE" => "delete",
        "HEAD" => "head",
        other => return format!("{} {noun}", other.to_lowercase()).to_lower_camel_case(),
    };
    if noun.is_empty() { format!("{verb}Root") } else { format!("{verb}{noun}") }
}

fn is_parameter(segment: &str) -> bool {
    segment.starts_with('{') && segment.ends_with('}')
}

fn is_version(segment: &str) -> bool {
    segment
        .strip_prefix('v')
        .is_some_and(|digits| !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.'))
}

fn singular(word: &str) -> String {
    match word {
        _ if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") => word.to_owned(),
        _ if word.ends_with("ies") && word.len() > 4 => format!("{}y", &word[..word.len() - 3]),
        _ if ["sses", "xes", "ches", "shes"].iter().any(|end| word.ends_with(end)) => word[..word.len() - 2].to_owned(),
        _ if word.ends_with('s') => word[..word.len() - 1].to_owned(),
        _ => word.to_owned(),
    }
}

/// `plain`, or with the path's parameters, version or a number behind it.
fn unique_id(plain: &str, key: &str, taken: &BTreeMap<String, String>) -> String {
    let is_free = |id: &str| !taken.contains_key(&id.to_snake_case());
    if is_free(plain) {
        return plain.to_owned();
    }
    let path = key.split_once(' ').map_or("", |(_, path)| path);
    let parameters: Vec<String> = path
        .split('/')
        .filter(|segment| is_parameter(segment))
        .map(|segment| segment.trim_matches(['{', '}']).to_pascal_case())
        .collect();
    let version =
        path.split('/').find(|segment| is_version(segment)).map(heck::ToPascalCase::to_pascal_case).unwrap_or_default();
    let method = |key: &str| key.split_once(' ').map(|(method, _)| method.to_owned());
    let owner = taken.get(&plain.to_snake_case());
    let other_method = owner.is_some_and(|owner| !owner.is_empty() && method(owner) != method(key));
    let candidates = [
        // `getBox` on a DELETE is a slip of the pen: its own verb tells the two apart best.
        if other_method { given_or_derived(plain, key) } else { None },
        (!version.is_empty()).then(|| format!("{plain}{version}")),
        (!parameters.is_empty()).then(|| format!("{plain}By{}", parameters.join("And"))),
        given_or_derived(plain, key),
    ];
    if let Some(id) = candidates.into_iter().flatten().find(|id| is_free(id)) {
        return id;
    }
    first_free(plain.to_owned(), is_free)
}

fn given_or_derived(plain: &str, key: &str) -> Option<String> {
    let derived = derived_id(key);
    (derived != plain).then_some(derived)
}

fn holds(document: &Value) -> Result<()> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    schema::operations(document).try_for_each(|(pointer, operation)| {
        let Some(id) = operation.get("operationId").and_then(Value::as_str).filter(|id| is_usable(id)) else {
            return Err(Error::new("an operation has no usable operationId").at_pointer(pointer));
        };
        match names.insert(id.to_snake_case(), pointer.clone()) {
            None => Ok(()),
            Some(first) => {
                Err(Error::new(format!("operationId `{id}` gives the same Rust name as the operation at {first}"))
                    .at_pointer(pointer))
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn named(paths: Value, known: &[(&str, &str)]) -> BTreeMap<String, String> {
        let mut state = State::new(json!({ "paths": paths }));
        state.known.operations = known.iter().map(|(key, id)| ((*key).to_owned(), (*id).to_owned())).collect();
        run(&mut state, &mut Log::default()).unwrap();
        holds(&state.document).unwrap();
        let mut names = BTreeMap::new();
        schema::for_each_operation(&mut state.document, &mut |pointer, operation| {
            names.insert(key_of(pointer), operation["operationId"].as_str().unwrap().to_owned());
            Ok(())
        })
        .unwrap();
        names
    }

    #[test]
    fn an_operation_without_an_id_gets_a_fair_name() {
        for (key, name) in [
            ("GET /v1/patients", "listPatients"),
            ("GET /v1/patients/{id}", "getPatient"),
            ("GET /v1/patients/{id}/notes", "listPatientNotes"),
            ("POST /v1/patients", "createPatient"),
            ("PUT /addresses/{id}", "replaceAddress"),
            ("PATCH /v2/categories/{id}", "updateCategory"),
            ("DELETE /v1/boxes/{id}", "deleteBox"),
            ("GET /v1/appointments/{id}/status", "getAppointmentStatus"),
            ("GET /", "getRoot"),
            ("POST /v1/loans/{loanId}:return", "returnLoan"),
            ("POST /documents:batch-get", "batchGetDocuments"),
        ] {
            assert_eq!(derived_id(key), name, "{key}");
        }
    }

    #[test]
    fn ids_of_one_rust_name_stay_apart() {
        let one =
            named(json!({"/a": {"get": {"operationId": "getX"}}, "/v2/b": {"get": {"operationId": "get_x"}}}), &[]);
        let other =
            named(json!({"/v2/b": {"get": {"operationId": "get_x"}}, "/a": {"get": {"operationId": "getX"}}}), &[]);
        assert_eq!(one, other);
        assert_eq!(one["GET /a"], "getX");
        assert_eq!(one["GET /v2/b"], "get_xV2");
    }

    #[test]
    fn a_repeated_id_stays_where_it_fits() {
        let boxes = json!({"get": {"operationId": "getBox"}, "delete": {"operationId": "getBox"}});
        let names = named(json!({ "/boxes/{boxId}": boxes }), &[]);
        assert_eq!(names["GET /boxes/{boxId}"], "getBox");
        assert_eq!(names["DELETE /boxes/{boxId}"], "deleteBox");
    }

    #[test]
    fn a_locked_name_is_not_taken_over() {
        let paths = json!({"/v1/things": {"get": {}}, "/v2/things": {"get": {}}});
        assert_eq!(named(paths.clone(), &[])["GET /v1/things"], "listThings");
        let kept = named(paths, &[("GET /v2/things", "listThings")]);
        assert_eq!((kept["GET /v1/things"].as_str(), kept["GET /v2/things"].as_str()), ("listThingsV1", "listThings"));
    }

    #[test]
    fn a_moved_path_renames_nothing() {
        let lock = [("GET /things/{id}", "fetchThing"), ("GET /v1/boxes", "listThings")];
        let renamed = named(json!({"/things/{thingId}": {"get": {}}}), &lock);
        assert_eq!(renamed["GET /things/{thingId}"], "fetchThing");
        let paths = json!({"/a/things": {"get": {}}, "/v2/boxes": {"get": {"operationId": "listThings"}}});
        let moved = named(paths, &lock);
        assert_eq!((moved["GET /v2/boxes"].as_str(), moved["GET /a/things"].as_str()), ("listThings", "listAThings"));
    }

    #[test]
    fn an_apostrophe_ends_no_word() {
        let names = named(json!({"/a": {"get": {"operationId": "Get a user's lists"}}}), &[]);
        assert_eq!(names["GET /a"], "Get a users lists");
    }

    #[test]
    fn names_of_the_client_are_avoided() {
        let names = named(
            json!({"/a": {"get": {"operationId": "new"}, "options": {}}, "/b": {"get": {"operationId": "1"}}}),
            &[],
        );
        assert_eq!(
            names,
            BTreeMap::from([("GET /a".to_owned(), "getA".to_owned()), ("GET /b".to_owned(), "getB".to_owned())])
        );
    }
}
