//! Reads JSON from memory token by token, and neither builds nor copies anything.
//!
//! A body that is observed is read twice. What takes the time in the ordinary parser is to hand over each key and each value, of
//! which most are only stepped over here.

mod number;

use std::borrow::Cow;

/// How many lists and objects may be inside each other: as many as `serde_json` reads.
const DEEPEST: u8 = 127;

/// The bytes are not JSON.
#[derive(Debug)]
pub(super) struct NotJson;

/// What a value is, by its first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Object,
    List,
    Text,
    /// Null, a boolean or a number.
    Scalar,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scalar {
    Null,
    Boolean,
    Integer,
    /// A number with a fraction or an exponent. `is_whole` tells whether it is an integer all the same, such as 1.0.
    Number {
        is_whole: bool,
    },
}

/// A text in a body, with its quotes.
#[derive(Clone, Copy)]
pub(super) struct Text<'b> {
    quoted: &'b [u8],
    has_escapes: bool,
}

impl<'b> Text<'b> {
    /// The text without its quotes and escapes.
    ///
    /// # Errors
    ///
    /// An escape is half of a character.
    pub(super) fn read(self) -> Result<Cow<'b, str>, NotJson> {
        if self.has_escapes {
            return serde_json::from_slice(self.quoted).map(Cow::Owned).map_err(|_| NotJson);
        }
        let text = self.quoted.get(1..self.quoted.len() - 1).ok_or(NotJson)?;
        std::str::from_utf8(text).map(Cow::Borrowed).map_err(|_| NotJson)
    }
}

pub(super) struct Scanner<'b> {
    body: &'b [u8],
    at: usize,
    depth: u8,
}

impl<'b> Scanner<'b> {
    pub(super) fn new(body: &'b [u8]) -> Self {
        Self { body, at: 0, depth: 0 }
    }

    /// How many lists and objects are open.
    pub(super) fn depth(&self) -> u8 {
        self.depth
    }

    /// # Errors
    ///
    /// Something comes after the value.
    pub(super) fn end(&mut self) -> Result<(), NotJson> {
        if self.peek().is_err() && self.at == self.body.len() { Ok(()) } else { Err(NotJson) }
    }

    pub(super) fn token(&mut self) -> Result<Token, NotJson> {
        Ok(match self.peek()? {
            b'{' => Token::Object,
            b'[' => Token::List,
            b'"' => Token::Text,
            _ => Token::Scalar,
        })
    }

    /// Steps into the object or the list that comes next.
    pub(super) fn open(&mut self) -> Result<(), NotJson> {
        self.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST { Err(NotJson) } else { Ok(()) }
    }

    /// Steps to the next member or item of what is open, or out of it.
    pub(super) fn has_next(&mut self, close: u8, is_first: bool) -> Result<bool, NotJson> {
        let byte = self.peek()?;
        if byte == close {
            self.at += 1;
            self.depth -= 1;
            return Ok(false);
        }
        if !is_first {
            self.take(b',')?;
        }
        Ok(true)
    }

    /// Steps over the start of a member, from the comma before it to the colon, when it is written like this, without spaces.
    #[inline]
    pub(super) fn take_member(&mut self, start: &str, is_first: bool) -> bool {
        let start = start.as_bytes().get(usize::from(is_first)..).unwrap_or_default();
        let is_it = !start.is_empty() && self.rest().starts_with(start);
        if is_it {
            self.at += start.len();
        }
        is_it
    }

    pub(super) fn key(&mut self) -> Result<Text<'b>, NotJson> {
        if self.peek()? != b'"' {
            return Err(NotJson);
        }
        let key = self.text()?;
        self.take(b':')?;
        Ok(key)
    }

    /// The text that comes next.
    pub(super) fn text(&mut self) -> Result<Text<'b>, NotJson> {
        let rest = self.rest();
        let (mut len, mut has_escapes, mut needs_check) = (1, false, false);
        loop {
            let plain = Plain::before(rest.get(len..).unwrap_or_default());
            len += plain.len;
            needs_check |= plain.may_be_unicode;
            match (rest.get(len), rest.get(len + 1)) {
                (Some(b'"'), _) => break,
                (Some(b'\\'), Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't')) => has_escapes = true,
                (Some(b'\\'), Some(b'u')) => (has_escapes, needs_check) = (true, true),
                _ => return Err(NotJson),
            }
            len += 2;
        }
        let text = Text { quoted: rest.get(..=len).ok_or(NotJson)?, has_escapes };
        self.at += len + 1;
        if needs_check {
            text.read()?;
        }
        Ok(text)
    }

    /// The null, boolean or number that comes next.
    pub(super) fn scalar(&mut self) -> Result<Scalar, NotJson> {
        let rest = self.rest();
        let (word, scalar) = match rest.first() {
            Some(b'n') => (&b"null"[..], Scalar::Null),
            Some(b't') => (&b"true"[..], Scalar::Boolean),
            Some(b'f') => (&b"false"[..], Scalar::Boolean),
            _ => {
                let (len, scalar) = number::read(rest)?;
                self.at += len;
                return Ok(scalar);
            }
        };
        if !rest.starts_with(word) {
            return Err(NotJson);
        }
        self.at += word.len();
        Ok(scalar)
    }

    /// Steps over the value that comes next.
    pub(super) fn skip(&mut self) -> Result<(), NotJson> {
        let token = self.token()?;
        match token {
            Token::Text => drop(self.text()?),
            Token::Scalar => drop(self.scalar()?),
            Token::Object | Token::List => {
                let close = if token == Token::Object { b'}' } else { b']' };
                self.open()?;
                let mut is_first = true;
                while self.has_next(close, is_first)? {
                    is_first = false;
                    if token == Token::Object {
                        self.key()?;
                    }
                    self.skip()?;
                }
            }
        }
        Ok(())
    }

    /// The first byte of what comes next, which is not taken.
    #[inline]
    fn peek(&mut self) -> Result<u8, NotJson> {
        loop {
            match self.body.get(self.at) {
                Some(byte) if *byte > b' ' => return Ok(*byte),
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.at += 1,
                _ => return Err(NotJson),
            }
        }
    }

    fn take(&mut self, wanted: u8) -> Result<(), NotJson> {
        if self.peek()? != wanted {
            return Err(NotJson);
        }
        self.at += 1;
        Ok(())
    }

    #[inline]
    fn rest(&self) -> &'b [u8] {
        self.body.get(self.at..).unwrap_or_default()
    }
}

/// The bytes before the next quote, backslash or control character.
struct Plain {
    len: usize,
    /// Whether some of them, or of the next seven, are not ASCII.
    may_be_unicode: bool,
}

impl Plain {
    #[inline]
    fn before(bytes: &[u8]) -> Self {
        const ONES: u64 = u64::from_le_bytes([1; 8]);
        const HIGH: u64 = ONES << 7;
        // Of eight bytes at a time: the highest bit of each that is below a limit. A borrow only reaches later bytes.
        let below = |word: u64, limit: u8| word.wrapping_sub(ONES * u64::from(limit)) & !word;
        let (mut len, mut high) = (0, 0);
        while let Some(eight) = bytes.get(len..).and_then(<[u8]>::first_chunk) {
            let word = u64::from_le_bytes(*eight);
            high |= word;
            let quote = below(word ^ (ONES * u64::from(b'"')), 1);
            let backslash = below(word ^ (ONES * u64::from(b'\\')), 1);
            let found = (below(word, b' ') | quote | backslash) & HIGH;
            if found != 0 {
                len += found.trailing_zeros() as usize / 8;
                return Self { len, may_be_unicode: high & HIGH != 0 };
            }
            len += 8;
        }
        let rest = bytes.get(len..).unwrap_or_default();
        len += rest.iter().position(|byte| matches!(byte, ..b' ' | b'"' | b'\\')).unwrap_or(rest.len());
        Self { len, may_be_unicode: high & HIGH != 0 || !rest.is_ascii() }
    }
}

#[cfg(test)]
mod tests;
