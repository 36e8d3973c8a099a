//! Compares descriptions on the wire in pairs: each with itself, with damaged copies, and with the next one of its vendor.
//!   cargo run --release -p xtask-drift --example pairs -- FOLDER [EVERY]
//! The folder has descriptions in JSON below it. Files whose names begin alike, up to `-` or `:`, are of one vendor. Every
//! so-many-th vendor is taken.

#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::expect_used, reason = "a tool for those who develop")]
#![allow(clippy::disallowed_methods, clippy::cast_precision_loss, reason = "it measures, and roughly")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use document::Document;
use drift::{Side, WireChange, compare};
use serde_json::Value;

/// A comparison that takes longer, for each megabyte, is named.
const SLOW: Duration = Duration::from_millis(150);

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().expect("a folder");
    let every: usize = arguments.next().map_or(1, |text| text.parse().expect("a number"));
    let mut vendors = BTreeMap::new();
    collect(Path::new(&folder), &mut vendors);
    let (mut pairs, mut changes, mut slowest) = (0, 0, Duration::ZERO);
    for files in vendors.values().step_by(every) {
        let read = |path: &PathBuf| Document::parse(&fs::read_to_string(path).ok()?).ok();
        let documents: Vec<_> = files.iter().filter_map(|path| Some((path, read(path)?))).collect();
        for (index, (path, document)) in documents.iter().enumerate() {
            let size = fs::metadata(path).map_or(0, |file| file.len());
            let mut run = |other: &Document, what: &str| {
                let start = Instant::now();
                let found = differences(document, other);
                let took = start.elapsed();
                (pairs, changes, slowest) = (pairs + 1, changes + found.len(), slowest.max(took));
                if took > SLOW.mul_f64(1.0 + size as f64 / f64::from(1 << 20)) {
                    println!("slow: {took:?} for {size} bytes, {} changes, {what}: {}", found.len(), path.display());
                }
                for change in &found {
                    let is_there = document.value.pointer(&change.old.pointer).is_some()
                        && other.value.pointer(&change.new.pointer).is_some();
                    assert!(is_there, "{} has no place: {change:?}", path.display());
                }
                found.len()
            };
            assert_eq!(run(&document.clone(), "itself"), 0, "{} differs from itself", path.display());
            for seed in 0..3 {
                run(&damaged(document, size + seed), "damaged");
            }
            if let Some((_, next)) = documents.get(index + 1) {
                run(next, "next");
            }
        }
    }
    println!("{pairs} pairs, {changes} changes, the slowest pair took {slowest:?}");
}

fn differences(old: &Document, new: &Document) -> Vec<WireChange> {
    compare(Side { value: &old.value, lines: &old.lines }, Side { value: &new.value, lines: &new.lines })
}

fn collect(folder: &Path, vendors: &mut BTreeMap<PathBuf, Vec<PathBuf>>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, vendors);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let vendor = name.split(['-', ':']).next().unwrap_or_default();
            vendors.entry(folder.join(vendor)).or_default().push(path);
        }
    }
}

/// A copy in which some nodes are gone, or are what other nodes are.
fn damaged(document: &Document, seed: u64) -> Document {
    let mut chance = Chance(seed);
    let mut copy = document.clone();
    let pool = copy.value.clone();
    for _ in 0..=chance.below(8) {
        let other = descend(&pool, &mut chance).clone();
        let node = descend_mut(&mut copy.value, &mut chance);
        if chance.below(3) == 0 {
            *node = other;
        } else if let Value::Object(members) = node
            && let Some(key) = members.keys().nth(chance.below(members.len())).cloned()
        {
            members.shift_remove(&key);
        } else if let Value::Array(items) = node
            && !items.is_empty()
        {
            items.remove(chance.below(items.len()));
        }
    }
    copy
}

fn descend<'a>(mut node: &'a Value, chance: &mut Chance) -> &'a Value {
    for _ in 0..chance.below(12) {
        let child = match node {
            Value::Object(members) => members.values().nth(chance.below(members.len())),
            Value::Array(items) => items.get(chance.below(items.len())),
            _ => None,
        };
        let Some(child) = child else { break };
        node = child;
    }
    node
}

fn descend_mut<'a>(mut node: &'a mut Value, chance: &mut Chance) -> &'a mut Value {
    for _ in 0..2 + chance.below(12) {
        if node.as_object().is_none_or(serde_json::Map::is_empty) && node.as_array().is_none_or(Vec::is_empty) {
            break;
        }
        node = match node {
            Value::Object(members) => {
                let at = chance.below(members.len());
                members.values_mut().nth(at).unwrap()
            }
            Value::Array(items) => {
                let at = chance.below(items.len());
                &mut items[at]
            }
            other => return other,
        };
    }
    node
}

/// Numbers that are the same in each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }
}
