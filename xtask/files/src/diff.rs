//! What `verify` shows: committed against wanted, as a unified diff.

use std::path::Path;

use similar::TextDiff;

use super::{Changes, Tree, normal, read};
use document::error::Result;

/// The unified diff from the disk to what is wanted, cut after `max_lines` lines with a note of how many are left.
pub fn diff(root: &Path, wanted: &Tree, changes: &Changes, max_lines: usize) -> Result<String> {
    let mut paths: Vec<&String> = changes.created.iter().chain(&changes.changed).chain(&changes.removed).collect();
    paths.sort_unstable();
    let mut text = String::new();
    for path in paths {
        let old = read(root, path)?;
        text += &file(path, old.as_deref(), wanted.get(path));
    }
    let total = text.lines().count();
    if total <= max_lines {
        return Ok(text);
    }
    let shown: String = text.split_inclusive('\n').take(max_lines).collect();
    let left = total - max_lines;
    Ok(format!("{shown}… and {left} more line{}\n", if left == 1 { "" } else { "s" }))
}

fn file(path: &str, old: Option<&[u8]>, new: Option<&[u8]>) -> String {
    let name = |side: char, bytes: Option<&[u8]>| match bytes {
        Some(_) => format!("{side}/{path}"),
        None => "/dev/null".to_owned(),
    };
    let text = |bytes: Option<&[u8]>| String::from_utf8_lossy(&normal(bytes.unwrap_or_default())).into_owned();
    let (before, after) = (text(old), text(new));
    let (from, to) = (name('a', old), name('b', new));
    let hunks = TextDiff::from_lines(&before, &after).unified_diff().header(&from, &to).to_string();
    // An empty file that comes or goes has no lines, but is a difference all the same.
    if hunks.is_empty() { format!("--- {from}\n+++ {to}\n") } else { hunks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare;

    fn shown(max_lines: usize) -> String {
        let disk = tempfile::tempdir().expect("folder");
        std::fs::write(disk.path().join("b.rs"), "one\r\ntwo\r\nthree\r\n").expect("file");
        std::fs::write(disk.path().join("c.rs"), "gone\n").expect("file");
        let mut wanted = Tree::new();
        wanted.insert("b.rs", "one\n2\nthree\n").expect("path");
        wanted.insert("a.rs", "new\n").expect("path");
        wanted.insert("d.rs", "").expect("path");
        let changes = compare(disk.path(), &wanted, &["c.rs".to_owned()]).expect("changes");
        diff(disk.path(), &wanted, &changes, max_lines).expect("diff")
    }

    #[test]
    fn the_diff_goes_from_the_disk_to_what_is_wanted() {
        assert_eq!(
            shown(40),
            "--- /dev/null\n+++ b/a.rs\n@@ -0,0 +1 @@\n+new\n\
             --- a/b.rs\n+++ b/b.rs\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n\
             --- a/c.rs\n+++ /dev/null\n@@ -1 +0,0 @@\n-gone\n\
             --- /dev/null\n+++ b/d.rs\n"
        );
    }

    #[test]
    fn a_long_diff_says_how_much_is_left_out() {
        assert_eq!(shown(3), "--- /dev/null\n+++ b/a.rs\n@@ -0,0 +1 @@\n… and 14 more lines\n");
        assert!(shown(16).ends_with("… and 1 more line\n"));
        assert_eq!(shown(17), shown(40));
    }
}
