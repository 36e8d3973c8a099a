//! Reads an OpenAPI description (or an overlay), YAML or JSON, into a value with the line of each node.
//!
//! The description is untrusted. What makes its meaning ambiguous (equal keys, several documents, odd tags) or its size
//! unbounded (aliases of aliases, deep nesting) is refused with the place. Scalars follow the core schema of YAML 1.2, with
//! one exception: a number with leading zeros stays text, because it is an identifier.
//!
//! [`schema`] walks schemas, operations and references. The generator and the comparison of descriptions both use it.

pub mod all_of;
mod build;
mod digest;
pub mod error;
pub mod external_references;
mod frame;
mod json;
pub mod keywords;
mod lines;
pub mod openapi;
pub mod panics;
pub mod printable;
pub mod reference;
mod scalar;
pub mod schema;

use serde_json::Value;

use crate::error::{Error, Result};

pub use digest::{canonical, sha256_hex};
pub use lines::Lines;

/// Deepest nesting that is read, and so the deepest recursion that any later step can need.
pub const DEPTH: usize = 128;

/// Nodes that all anchors and aliases of a document together may add; a long text counts as several.
pub const ALIAS_BUDGET: usize = 1_000_000;

/// A description as it was written: nothing merged, renamed or checked against OpenAPI yet.
#[derive(Debug, Clone)]
pub struct Document {
    /// The content, with the order of keys as written.
    pub value: Value,
    /// The line of each node.
    pub lines: Lines,
}

impl Document {
    /// Reads the bytes of the file `name`: UTF-8, YAML or JSON.
    ///
    /// # Errors
    ///
    /// Names the file, and the place where it is not UTF-8 or not YAML, or where a key is repeated.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            Error::new(format!("byte {} is not UTF-8", error.valid_up_to())).file(name).remedy("save the file as UTF-8")
        })?;
        Self::parse(text).map_err(|error| error.file(name))
    }

    /// Reads YAML or JSON.
    ///
    /// # Errors
    ///
    /// Names the line of what is not YAML, or is ambiguous or too large.
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // The YAML parser is a large state machine over untrusted text: its panic is an error of the text, not of ours.
        let document = panics::catch(|| parse(text)).unwrap_or_else(|_| {
            Err(Error::new("the YAML parser failed on this text").remedy("give the description as JSON"))
        })?;
        if document.value.is_object() || document.value.is_array() {
            return Ok(document);
        }
        let found = if document.value.is_null() { "empty" } else { "a single scalar" };
        Err(Error::new(format!("the document is {found}, not an object"))
            .remedy("check that the file is an OpenAPI description and not, for example, an error page"))
    }
}

fn parse(text: &str) -> Result<Document> {
    if !text.trim_start().starts_with(['{', '[']) {
        return build::document(text);
    }
    // JSON is nearly a subset of YAML; "nearly" is surrogate pairs, tabs and long keys, so JSON goes first.
    match serde_json::from_str(text) {
        Ok(value) => Ok(Document { value, lines: json::lines(text)? }),
        Err(json) => build::document(text).map_err(|yaml| yaml.because(Error::new("as JSON").because(json))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::escape;
    use serde_json::json;

    fn value(text: &str) -> Value {
        Document::parse(text).unwrap_or_else(|error| panic!("{text:?}: {error:#}")).value
    }

    fn refusal(text: &str) -> String {
        match Document::parse(text) {
            Ok(document) => panic!("{text:?} was read as {}", document.value),
            Err(error) => format!("{error:#}"),
        }
    }

    #[test]
    fn yaml_traps_are_read_as_meant() {
        let text = "codes: {200: a}\ndate: 2024-01-31\nno: NO\nyes: yes\non: on\nzeros: 012345\nquoted: '1'\nempty:\ntilde: ~\n\
                    t: true\nT: Y\nhex: 0x1F\nbig: 18446744073709551616\nmax: 18446744073709551615\nminus: -7\nfloat: 1e3\n\
                    block: |\n  1\ntime: 12:30:45\nunder: 1_000\n";
        assert_eq!(
            value(text),
            json!({
                "codes": {"200": "a"}, "date": "2024-01-31", "no": "NO", "yes": "yes", "on": "on", "zeros": "012345",
                "quoted": "1", "empty": null, "tilde": null, "t": true, "T": "Y", "hex": 31,
                "big": 18_446_744_073_709_551_616.0_f64, "max": u64::MAX, "minus": -7, "float": 1000.0, "block": "1\n",
                "time": "12:30:45", "under": "1_000",
            })
        );
    }

    #[test]
    fn json_and_yaml_give_the_same_value() {
        let json = value("\u{feff}{\"b\": [1, \"\\ud83d\\ude00\"],\n\t\"a\": {\"z\": null, \"y\": 1.5}}");
        let yaml = value("b: [1, \u{1f600}]\na:\n  z:\n  y: 1.5\n");
        assert_eq!(json, yaml);
        assert_eq!(json.to_string(), yaml.to_string());
    }

    #[test]
    fn line_ends_and_layout_do_not_change_the_value() {
        let text = "a: |\n  one\n  two\nb: >-\n  one\n  two\n&k c: plain\n  text # note\n'd': [*k,\n  {e: f,}]\n";
        let expected = json!({"a": "one\ntwo\n", "b": "one two", "c": "plain text", "d": ["c", {"e": "f"}]});
        assert_eq!(value(text), expected);
        assert_eq!(value(&text.replace('\n', "\r\n")), expected);
    }

    #[test]
    fn a_version_is_no_number() {
        assert_eq!(
            value("openapi: 3.1\ninfo: {version: 1.10}"),
            json!({"openapi": "3.1", "info": {"version": "1.10"}})
        );
        assert_eq!(value("info: {x: {version: 1.10}}"), json!({"info": {"x": {"version": 1.1}}}));
    }

    #[test]
    fn equal_keys_are_refused_with_both_lines() {
        for text in ["paths:\n  /a: 1\n  /b: 2\n  /a: 3\n", "{\"paths\": {\n\"/a\": 1,\n\"/b\": 2,\n\"\\u002fa\": 3}}"]
        {
            let message = refusal(text);
            assert!(message.contains("/paths/~1a"), "{message}");
            assert!(message.contains("line 4") && message.contains("line 2"), "{message}");
        }
        assert!(refusal("responses:\n  200: a\n  '200': b\n").contains("\"200\""));
    }

    #[test]
    fn aliases_are_copied_within_a_budget() {
        assert_eq!(value("a: &x {k: [1]}\nb: *x\n"), json!({"a": {"k": [1]}, "b": {"k": [1]}}));
        let laugh = |level| format!("a{level}: &a{level} [{}]", vec![format!("*a{}", level - 1); 10].join(", "));
        let laughs: Vec<String> = (1..12).map(laugh).collect();
        assert!(refusal(&format!("a0: &a0 [{}]\n{}", ["x"; 10].join(", "), laughs.join("\n"))).contains("budget"));
        let long = format!("a: &x {}\nb: [{}]\n", "y".repeat(100_000), vec!["*x"; 2000].join(", "));
        assert!(refusal(&long).contains("budget"));
        assert!(refusal("a: &x [*x]").contains("contains itself"));
        assert!(refusal("a: *x").contains("line 1"));
    }

    #[test]
    fn merge_keys_give_way_to_written_keys() {
        let text = "base: &b {x: 1, y: 2}\nmore: &m {y: 3, z: 4}\none: {y: 0, <<: *b}\nboth: {<<: [*b, *m]}\ntext: {'<<': 1}\n";
        let read = value(text);
        assert_eq!(read["one"], json!({"y": 0, "x": 1}));
        assert_eq!(read["both"], json!({"x": 1, "y": 2, "z": 4}));
        assert_eq!(read["text"], json!({"<<": 1}));
        assert!(refusal("a: {<<: 1}").contains("merge key"));
    }

    #[test]
    fn tags_beyond_the_core_schema_are_refused() {
        assert_eq!(
            value("a: !!str 1\nb: !!int '2'\nc: ! 3\nd: !!map {}\ne: !!float 1\n"),
            json!({"a": "1", "b": 2, "c": "3", "d": {}, "e": 1.0})
        );
        for text in ["a: !!binary aGk=", "a: !thing {}", "a: !!int x", "a: !!seq {}", "a: !!python/object:os.system []"]
        {
            assert!(refusal(text).contains("tag"), "{text}");
        }
    }

    #[test]
    fn what_json_cannot_say_is_refused() {
        for (text, why) in [
            ("", "empty"),
            ("# nothing\n", "empty"),
            ("just text", "scalar"),
            ("a: 1\n---\nb: 2\n", "several documents"),
            ("a: .inf", "finite"),
            ("a: -.INF", "finite"),
            ("a: .nan", "finite"),
            ("? [1]\n: 2\n", "key"),
            ("a: [", "not valid YAML"),
            ("{\"a\" 1}", "as JSON"),
        ] {
            let message = refusal(text);
            assert!(message.contains(why), "{text:?}: {message}");
        }
    }

    #[test]
    fn deep_nesting_is_refused() {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let message = refusal(&(open.repeat(100_000) + "1" + &close.repeat(100_000)));
            assert!(message.contains("nested"), "{message}");
        }
        let block: Vec<String> = (0..300).map(|depth| " ".repeat(depth) + "a:").collect();
        assert!(refusal(&block.join("\n")).contains("nested"));
        let stairs: Vec<String> = (1..200).map(|step| format!("a{step}: &a{step} [*a{}]", step - 1)).collect();
        assert!(refusal(&format!("a0: &a0 [1]\n{}", stairs.join("\n"))).contains("nested"));
        assert!(Document::parse(&("[".repeat(100) + &"]".repeat(100))).is_ok());
    }

    /// Numbers that are the same in each run.
    struct Chance(u64);

    impl Chance {
        fn below(&mut self, end: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(self.0 >> 33).expect("31 bits") % end
        }
    }

    fn assert_lines(document: &Document, value: &Value, pointer: &str, text: &str) {
        assert!(document.lines.line(pointer).is_some(), "{pointer} of {text:?}");
        for (key, member) in value.as_object().into_iter().flatten() {
            assert_lines(document, member, &format!("{pointer}/{}", escape(key)), text);
        }
        for (index, item) in value.as_array().into_iter().flatten().enumerate() {
            assert_lines(document, item, &format!("{pointer}/{index}"), text);
        }
    }

    #[test]
    fn arbitrary_text_is_never_fatal() {
        let alphabet: Vec<char> = "abc019:-?&*!|>%@`'\"#{}[],.~<= \t\n\r\\\u{feff}\u{85}é\u{0}".chars().collect();
        let seeds = [
            "",
            "{\"a\": [1, {\"b~/\": null}],\n \"c\": {\"d\": \"\\u00e9\", \"e\": [[], {}]}}",
            "a: &x\n  - 1\n  - b/c: ~\n    <<: &m {d: e}\n# note\nf: >-\n  text\n  more\n? g\n: *x\n'h': \"i\"\n",
        ];
        let mut chance = Chance(42);
        let mut read = 0;
        for round in 0..30_000 {
            let mut chars: Vec<char> = seeds[round % seeds.len()].chars().collect();
            for _ in 0..=chance.below(if chars.is_empty() { 40 } else { 3 }) {
                let place = chance.below(chars.len() + 1);
                let new = alphabet[chance.below(alphabet.len())];
                match chance.below(3) {
                    0 if place < chars.len() => drop(chars.remove(place)),
                    1 if place < chars.len() => chars[place] = new,
                    _ => chars.insert(place, new),
                }
            }
            let text: String = chars.into_iter().collect();
            if let Ok(document) = Document::parse(&text) {
                assert_lines(&document, &document.value, "", &text);
                read += 1;
            }
        }
        assert!(read > 1_000, "only {read} texts could be read");
    }
}
