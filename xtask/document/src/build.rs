//! YAML events to a value: no tree loader in between, so that equal keys, budgets and lines are ours to decide.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Tag};
use serde_json::Value;

use super::frame::{Built, Frame, Key, Kind, merge, text_weight};
use super::json::equal_keys;
use super::lines::{Inner, Lines, Node};
use super::{ALIAS_BUDGET, DEPTH, Document, scalar};
use crate::error::{Error, Result};
use crate::schema::escape;

/// Numbers at these places are names: `version: 1.10` is not version 1.1.
const TEXT_FIELDS: [&str; 4] = ["/openapi", "/swagger", "/overlay", "/info/version"];

/// Reads the one document of a YAML text.
pub(super) fn document(text: &str) -> Result<Document> {
    let mut parser = Parser::new_from_str(text);
    let mut builder = Builder::default();
    let mut documents = 0;
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| syntax(&error))?;
        if matches!(event, Event::DocumentStart(_)) {
            documents += 1;
            if documents > 1 {
                return Err(Error::new("the file holds several documents")
                    .line(span.start.line())
                    .remedy("keep one: a `---` line starts another document"));
            }
        }
        builder.event(event, span.start.line())?;
    }
    let root = builder.root.unwrap_or_else(|| Built::scalar(Value::Null, 1));
    Ok(Document { value: root.value, lines: Lines(Node { line: root.lines.line, inner: root.lines.inner }) })
}

fn syntax(error: &ScanError) -> Error {
    let line = error.marker().line();
    // The scanner reads ahead, so its own limit can come before ours.
    if error.info().contains("recursion limit") {
        return too_deep(line);
    }
    Error::new(format!("the text is not valid YAML: {}", error.info())).line(line).remedy(
        "mend the text at this line or shortly before it; indentation, quotes and brackets are the usual causes",
    )
}

fn too_deep(line: usize) -> Error {
    Error::new(format!("the document is nested deeper than {DEPTH} levels"))
        .line(line)
        .remedy("move inner parts to components and refer to them with `$ref`")
}

#[derive(Default)]
struct Builder {
    stack: Vec<Frame>,
    anchors: HashMap<usize, Built>,
    spent: usize,
    root: Option<Built>,
}

impl Builder {
    fn event(&mut self, event: Event<'_>, line: usize) -> Result<()> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                if !self.expects_key() {
                    let built = Built::scalar(self.scalar(&text, style, tag.as_deref(), line)?, line);
                    self.remember(anchor, &built, line)?;
                    return self.attach(built, line);
                }
                self.core_tag(tag.as_deref(), line)?;
                let plain = style == ScalarStyle::Plain && tag.is_none();
                let null = plain && scalar::plain(&text).is_ok_and(|value| value.is_null());
                let text = if null { "null".to_owned() } else { text.into_owned() };
                self.remember(anchor, &Built::scalar(Value::from(text.as_str()), line), line)?;
                self.key(Key { merge: plain && text == "<<", text, line })
            }
            Event::SequenceStart(anchor, tag) => self.open("seq", anchor, tag.as_deref(), line, Kind::array()),
            Event::MappingStart(anchor, tag) => self.open("map", anchor, tag.as_deref(), line, Kind::object()),
            Event::SequenceEnd | Event::MappingEnd => self.close(line),
            Event::Alias(anchor) => self.alias(anchor, line),
            _ => Ok(()),
        }
    }

    fn alias(&mut self, anchor: usize, line: usize) -> Result<()> {
        let Some(mut built) = self.anchors.get(&anchor).cloned() else {
            return Err(self.refuse("an alias stands for a node that contains itself", line));
        };
        self.spend(built.weight, line)?;
        built.lines.line = line;
        if !self.expects_key() {
            return self.attach(built, line);
        }
        match built.value {
            Value::String(text) => self.key(Key { text, line, merge: false }),
            _ => Err(self.refuse("a key is an alias of something that is not text", line)),
        }
    }

    fn open(&mut self, kind_tag: &str, anchor: usize, tag: Option<&Tag>, line: usize, kind: Kind) -> Result<()> {
        if self.expects_key() {
            return Err(self.refuse("a key is a list or an object", line).remedy("use text as key"));
        }
        if self.core_tag(tag, line)?.is_some_and(|tag| tag != kind_tag) {
            return Err(self.refuse("a tag does not fit its node", line).remedy("remove the tag"));
        }
        if self.stack.len() >= DEPTH {
            return Err(too_deep(line));
        }
        self.stack.push(Frame { line, anchor, weight: 1, height: 1, kind });
        Ok(())
    }

    fn close(&mut self, line: usize) -> Result<()> {
        let Some(frame) = self.stack.pop() else { return Ok(()) };
        let (value, inner) = match frame.kind {
            Kind::Array(values, lines) => (Value::Array(values), Inner::Array(lines)),
            Kind::Object { mut members, mut lines, merged, .. } => {
                if let Some(merged) = merged
                    && !merge(*merged, &mut members, &mut lines)
                {
                    return Err(self
                        .refuse("a merge key `<<` holds something else than objects", frame.line)
                        .remedy("write the members out, or quote the key if it is one"));
                }
                (Value::Object(members), Inner::Object(lines))
            }
        };
        let lines = Node::new(frame.line, inner);
        let built = Built { value, lines, weight: frame.weight, height: frame.height };
        self.remember(frame.anchor, &built, line)?;
        self.attach(built, line)
    }

    /// Puts a finished node where it belongs.
    fn attach(&mut self, built: Built, line: usize) -> Result<()> {
        if self.stack.len() + built.height > DEPTH {
            return Err(too_deep(line));
        }
        let Some(frame) = self.stack.last_mut() else {
            self.root = Some(built);
            return Ok(());
        };
        frame.weight += built.weight;
        frame.height = frame.height.max(built.height + 1);
        match &mut frame.kind {
            Kind::Array(values, lines) => {
                values.push(built.value);
                lines.push(built.lines);
            }
            Kind::Object { members, lines, key, merged } => match key.take() {
                Some(key) if key.merge => *merged = Some(Box::new(built)),
                Some(key) => {
                    frame.weight += text_weight(&key.text);
                    lines.insert(key.text.clone(), Node { line: key.line, inner: built.lines.inner });
                    members.insert(key.text, built.value);
                }
                None => {}
            },
        }
        Ok(())
    }

    fn key(&mut self, new: Key) -> Result<()> {
        let Some(Frame { kind: Kind::Object { lines, key, merged, .. }, .. }) = self.stack.last_mut() else {
            return Ok(());
        };
        let first = match merged {
            Some(merged) if new.merge => Some(merged.lines.line),
            _ => lines.get(&new.text).map(|node| node.line),
        };
        if let Some(first) = first {
            let pointer = self.pointer() + "/" + &escape(&new.text);
            return Err(equal_keys(&new.text, first, new.line, pointer));
        }
        *key = Some(new);
        Ok(())
    }

    fn scalar(&self, text: &str, style: ScalarStyle, tag: Option<&Tag>, line: usize) -> Result<Value> {
        if let Some(tag) = self.core_tag(tag, line)? {
            return scalar::tagged(text, tag)
                .ok_or_else(|| self.refuse("a tag does not fit its text, or is not of the core schema", line));
        }
        if style != ScalarStyle::Plain {
            return Ok(Value::from(text));
        }
        let value = scalar::plain(text)
            .map_err(|why| self.refuse(&why, line).remedy("quote it if it is text; JSON has no such number"))?;
        let name = value.is_number() && self.stack.len() <= 2 && TEXT_FIELDS.contains(&self.pointer().as_str());
        Ok(if name { Value::from(text) } else { value })
    }

    /// The name of a tag of the core schema; a lone `!` means text, and any other tag is refused.
    fn core_tag<'tag>(&self, tag: Option<&'tag Tag>, line: usize) -> Result<Option<&'tag str>> {
        const CORE: &str = "tag:yaml.org,2002:";
        let Some(tag) = tag else { return Ok(None) };
        match (tag.handle.as_str(), tag.suffix.as_str()) {
            (CORE, name) => Ok(Some(name)),
            ("", name) if name.starts_with(CORE) => Ok(name.strip_prefix(CORE)),
            ("", "!") | ("!", "") => Ok(Some("str")),
            (handle, suffix) => Err(self
                .refuse(&format!("the tag `{handle}{suffix}` is unknown"), line)
                .remedy("remove it: a description needs no tags")),
        }
    }

    fn remember(&mut self, anchor: usize, built: &Built, line: usize) -> Result<()> {
        if anchor > 0 {
            self.spend(built.weight, line)?;
            self.anchors.insert(anchor, built.clone());
        }
        Ok(())
    }

    fn spend(&mut self, weight: usize, line: usize) -> Result<()> {
        self.spent = self.spent.saturating_add(weight);
        if self.spent <= ALIAS_BUDGET {
            return Ok(());
        }
        Err(self
            .refuse(&format!("aliases expand to more than their budget of {ALIAS_BUDGET} nodes"), line)
            .remedy("use `$ref` for shared parts"))
    }

    fn expects_key(&self) -> bool {
        matches!(self.stack.last(), Some(Frame { kind: Kind::Object { key: None, .. }, .. }))
    }

    fn pointer(&self) -> String {
        self.stack.iter().fold(String::new(), |pointer, frame| match &frame.kind {
            Kind::Array(values, _) => format!("{pointer}/{}", values.len()),
            Kind::Object { key: Some(key), .. } => format!("{pointer}/{}", escape(&key.text)),
            Kind::Object { key: None, .. } => pointer,
        })
    }

    fn refuse(&self, why: &str, line: usize) -> Error {
        Error::new(why).line(line).at_pointer(self.pointer())
    }
}
