//! Text from a description or a server, made fit for a terminal.

use std::fmt::Write as _;

/// The text with everything escaped that could move the cursor, change colours or reverse the reading direction.
///
/// Line feeds stay: the messages have lines.
#[must_use]
pub fn printable(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        let reverses = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if (c.is_control() && c != '\n') || reverses {
            // Writing to a string cannot fail.
            let _ = write!(out, "{}", c.escape_default());
        } else {
            out.push(c);
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_outside_commands_the_terminal() {
        assert_eq!(printable("a\x1b[2Jb\r\u{202e}c\u{9b}d\né"), "a\\u{1b}[2Jb\\r\\u{202e}c\\u{9b}d\né");
    }
}
