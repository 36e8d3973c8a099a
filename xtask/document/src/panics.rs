//! Panics of dependencies, turned into messages.

use std::{
    cell::Cell,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Once,
};

/// Runs code of a dependency. A panic comes back as its message and prints nothing.
///
/// # Errors
///
/// The message of the panic, on one line.
pub fn catch<T>(run: impl FnOnce() -> T) -> std::result::Result<T, String> {
    let silent = SilentPanics::new();
    let outcome = catch_unwind(AssertUnwindSafe(run));
    drop(silent);
    outcome.map_err(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
        text.map_or_else(|| "it panicked without a message".to_owned(), in_one_line)
    })
}

/// The longest message of progenitor that is shown whole.
const LONGEST_MESSAGE: usize = 240;

/// A message fit for one line: many panics of progenitor print whole structures over dozens of them.
fn in_one_line(message: &str) -> String {
    let words = message.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(LONGEST_MESSAGE) {
        Some((end, _)) => format!("{} …", words[..end].trim_end()),
        None => words,
    }
}

thread_local! {
    /// Whether panics of this thread are caught and reported as errors.
    static SILENT: Cell<bool> = const { Cell::new(false) };
}

/// Keeps the panics of this thread from printing, as long as it lives.
struct SilentPanics {
    before: bool,
}

impl SilentPanics {
    fn new() -> Self {
        // One hook for all threads: hooks that come and go would, in another order, leave the wrong one behind.
        static HOOK: Once = Once::new();
        HOOK.call_once(|| {
            let previous = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |info| {
                if !SILENT.get() {
                    previous(info);
                }
            }));
        });
        Self { before: SILENT.replace(true) }
    }
}

impl Drop for SilentPanics {
    fn drop(&mut self) {
        SILENT.set(self.before);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_messages_become_one_bounded_line() {
        assert_eq!(in_one_line("no such\n    thing: {\n}"), "no such thing: { }");
        let long = in_one_line(&"wörd ".repeat(100));
        assert!(long.chars().count() <= LONGEST_MESSAGE + 2 && long.ends_with(" …"), "{long}");
    }
}
