//! The lines of a JSON text, which the JSON reader does not tell, and the equal keys, which it lets pass.

use std::collections::HashMap;

use super::lines::{Inner, Lines, Node};
use crate::error::{Error, Result};
use crate::schema::escape;

struct Frame {
    line: usize,
    /// The member being read: an object between its key and the end of its value.
    key: Option<(String, usize)>,
    inner: Inner,
}

/// The line of each node. The text must be valid JSON: what is not valid gives wrong lines, not an error.
pub(super) fn lines(text: &str) -> Result<Lines> {
    let mut stack: Vec<Frame> = Vec::new();
    let mut root = Node::new(1, Inner::Scalar);
    let mut line = 1;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let mut length = first.len_utf8();
        let mut done = None;
        match first {
            '\n' => line += 1,
            '{' => stack.push(Frame { line, key: None, inner: Inner::Object(HashMap::new()) }),
            '[' => stack.push(Frame { line, key: None, inner: Inner::Array(Vec::new()) }),
            '}' | ']' => done = stack.pop().map(|frame| Node::new(frame.line, frame.inner)),
            '"' => {
                length = string_length(rest);
                match stack.last_mut() {
                    Some(Frame { key: key @ None, inner: Inner::Object(_), .. }) => {
                        let name = serde_json::from_str(&rest[..length])
                            .map_err(|error| Error::new("a key is not a JSON string").line(line).because(error))?;
                        *key = Some((name, line));
                    }
                    _ => done = Some(Node::new(line, Inner::Scalar)),
                }
            }
            '-' | '0'..='9' | 'a'..='z' => {
                let end = |other: char| matches!(other, ',' | '}' | ']') || other.is_whitespace();
                length = rest.find(end).unwrap_or(rest.len());
                done = Some(Node::new(line, Inner::Scalar));
            }
            _ => {}
        }
        if let Some(node) = done {
            attach(&mut stack, &mut root, node)?;
        }
        rest = &rest[length..];
    }
    Ok(Lines(root))
}

fn attach(stack: &mut [Frame], root: &mut Node, mut node: Node) -> Result<()> {
    let Some(frame) = stack.last_mut() else {
        *root = node;
        return Ok(());
    };
    match &mut frame.inner {
        Inner::Scalar => {}
        Inner::Array(items) => items.push(node),
        Inner::Object(members) => {
            let Some((key, line)) = frame.key.take() else { return Ok(()) };
            if let Some(first) = members.get(&key).map(|first| first.line) {
                let pointer = pointer(stack) + "/" + &escape(&key);
                return Err(equal_keys(&key, first, line, pointer));
            }
            node.line = line;
            members.insert(key, node);
        }
    }
    Ok(())
}

fn pointer(stack: &[Frame]) -> String {
    stack.iter().fold(String::new(), |pointer, frame| match (&frame.inner, &frame.key) {
        (Inner::Array(items), _) => format!("{pointer}/{}", items.len()),
        (_, Some((key, _))) => format!("{pointer}/{}", escape(key)),
        _ => pointer,
    })
}

/// The refusal of a key that an object has already.
pub(super) fn equal_keys(key: &str, first: usize, second: usize, pointer: String) -> Error {
    Error::new(format!("the key {key:?} is written twice, first on line {first}"))
        .line(second)
        .at_pointer(pointer)
        .remedy("keep one of the two: readers disagree about which one counts")
}

/// The length in bytes of the string literal that the text starts with, quotes included.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (index, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return index + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_ends_at_its_own_quote() {
        assert_eq!(string_length(r#""a\"b\\" : 1"#), 8);
        assert_eq!(string_length("\"é\"x"), 4);
        assert_eq!(string_length("\"open"), 5);
    }

    #[test]
    fn brackets_and_colons_in_strings_do_not_count() {
        let read = lines("{\"a\":\"}\\\"]\",\n\"b\":[{\"c\":\"{\"},\n2]}").expect("lines");
        assert_eq!(read.line("/b/0/c"), Some(2));
        assert_eq!(read.line("/b/1"), Some(3));
    }

    #[test]
    fn an_equal_key_deep_down_is_found_with_its_place() {
        let error = lines("{\"a\":[0,{\"b/c\":1,\n\"b/c\":2}]}").expect_err("equal keys");
        assert_eq!(error.pointer(), Some("/a/1/b~1c"));
    }
}
