//! What can be told of a regular expression without comparing languages.

use regress::Regex;

/// Patterns that people write for "any text"; `^.*$` leaves line breaks out, which nobody means.
const ANY: [&str; 12] = [
    "^.*$",
    "^.*",
    ".*$",
    "^(.*)$",
    "^(.*?)$",
    "^[\\s\\S]*$",
    "^[\\S\\s]*$",
    "^[^]*$",
    "^[\\w\\W]*$",
    "^[\\d\\D]*$",
    "^.{0,}$",
    "^(.|\\n)*$",
];

/// Whether a pattern accepts every text: it matches the empty text without anchors, or it is written as any text.
pub(super) fn is_universal(pattern: &str) -> bool {
    if ANY.contains(&pattern) || ["^", "$"].contains(&pattern) {
        return true;
    }
    // An unanchored pattern that matches nothing at all is found in every text.
    let bare = !pattern.contains(['^', '$']) && !pattern.contains("(?") && !pattern.contains("\\b");
    bare && matches(pattern, "") == Some(true)
}

/// Whether a pattern matches somewhere in a text; nothing when the pattern cannot be read.
pub(super) fn matches(pattern: &str, text: &str) -> Option<bool> {
    Regex::with_flags(pattern, "u").or_else(|_| Regex::new(pattern)).ok().map(|regex| regex.find(text).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_universal_pattern_is_known() {
        for pattern in ["", ".*", "^.*$", "a*", "(ab)?", "^", "[\\s\\S]*", "^[\\s\\S]*$", "\\d*", "x{0,3}"] {
            assert!(is_universal(pattern), "{pattern}");
        }
        for pattern in [".+", "^a*$", "^$", "a", "\\bword\\b", "(?=a)"] {
            assert!(!is_universal(pattern), "{pattern}");
        }
    }
}
