//! The kinds of changes in `kinds.yaml`, each made to a copy of `base.yaml`.

use std::{collections::BTreeMap, sync::LazyLock};

use codegen::pipeline::{self, Input, Output};
use document::Document;
use drift::rust::RustVerdict;
use serde_json::{Map, Value};

/// The description that every kind changes.
pub fn base() -> Value {
    Document::parse(include_str!("base.yaml")).unwrap().value
}

/// What the pipeline makes of a description.
pub fn generated(description: &Value) -> Output {
    let bytes = serde_json::to_vec(description).unwrap();
    pipeline::run(Input::new(&bytes, &[], "transcribed")).unwrap_or_else(|error| panic!("{error:#}"))
}

/// One kind of change, with what it does to code.
pub struct Kind {
    pub name: String,
    pub verdict: RustVerdict,
    /// Below the crate.
    pub item: String,
    /// The feature that programs are compiled with.
    pub tag: String,
    pub program: Option<String>,
    /// The code of the compiler's error.
    pub error: String,
    change: Map<String, Value>,
}

/// All kinds.
pub fn kinds() -> &'static [Kind] {
    static KINDS: LazyLock<Vec<Kind>> = LazyLock::new(|| {
        let document = Document::parse(include_str!("kinds.yaml")).unwrap().value;
        document.as_array().unwrap().iter().map(Kind::read).collect()
    });
    &KINDS
}

/// The files of the crate of the base.
pub fn old() -> &'static Files {
    static OLD: LazyLock<Files> = LazyLock::new(|| generated(&base()).files);
    &OLD
}

/// The generated files of a crate, by path.
pub type Files = BTreeMap<String, String>;

impl Kind {
    fn read(value: &Value) -> Self {
        let text = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        Self {
            name: text("kind").unwrap(),
            verdict: match text("verdict").unwrap().as_str() {
                "additive" => RustVerdict::Additive,
                "run-time-break" => RustVerdict::RunTimeBreak,
                "source-break" => RustVerdict::SourceBreak,
                other => panic!("{other} is no verdict"),
            },
            item: text("item").unwrap(),
            tag: text("tag").unwrap(),
            program: text("program"),
            error: text("error").unwrap_or_default(),
            change: value.as_object().unwrap().clone(),
        }
    }

    /// The name as an identifier.
    pub fn identifier(&self) -> String {
        self.name.replace([' ', '-'], "_").to_lowercase()
    }

    /// Makes the change.
    pub fn apply(&self, document: &mut Value) {
        apply(&self.change, &self.name, document);
    }

    /// The crate of the base with the change.
    pub fn changed(&self) -> Output {
        let mut document = base();
        self.apply(&mut document);
        generated(&document)
    }
}

/// Makes a change that `name` is for.
pub fn apply(change: &Map<String, Value>, name: &str, document: &mut Value) {
    let entries = |key: &str| change.get(key).and_then(Value::as_object).into_iter().flatten();
    for (pointer, new) in entries("rename") {
        let (holder, key) = split(document, pointer);
        let renamed = |old: &String| if *old == key { new.as_str().unwrap().to_owned() } else { old.clone() };
        let members = holder.as_object().unwrap();
        assert!(members.contains_key(&key), "{name}: {pointer} is not there");
        *holder = members.iter().map(|(old, value)| (renamed(old), value.clone())).collect();
    }
    for (pointer, value) in entries("set") {
        let (holder, key) = split(document, pointer);
        match holder {
            Value::Array(list) if key == "-" => list.push(value.clone()),
            Value::Array(list) => list[key.parse::<usize>().unwrap()] = value.clone(),
            holder => holder[key] = value.clone(),
        }
    }
    for pointer in change.get("remove").and_then(Value::as_array).into_iter().flatten() {
        let (holder, key) = split(document, pointer.as_str().unwrap());
        match holder {
            Value::Array(list) => drop(list.remove(key.parse().unwrap())),
            holder => {
                let removed = holder.as_object_mut().unwrap().shift_remove(&key);
                assert!(removed.is_some(), "{name}: {pointer} is not there");
            }
        }
    }
    for (old, new) in entries("replace") {
        replace(document, old, new);
    }
}

/// What holds the place at a pointer, and its key there.
fn split<'a>(document: &'a mut Value, pointer: &str) -> (&'a mut Value, String) {
    let (holder, key) = pointer.rsplit_once('/').unwrap();
    let holder = document.pointer_mut(holder).unwrap_or_else(|| panic!("{pointer} leads nowhere"));
    (holder, document::schema::unescape(key))
}

fn replace(value: &mut Value, old: &str, new: &Value) {
    match value {
        Value::String(text) if text == old => *value = new.clone(),
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, old, new)),
        Value::Object(members) => members.values_mut().for_each(|member| replace(member, old, new)),
        _ => {}
    }
}
