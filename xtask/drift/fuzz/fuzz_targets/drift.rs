//! Two texts, YAML or JSON: whatever can be read is compared without a panic, and every difference has its place.
#![no_main]

use libfuzzer_sys::fuzz_target;
use document::{Document};
use drift::{Side, compare};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    // A form feed parts the two; without one, a text is compared with itself.
    let (old, new) = text.split_once('\u{c}').unwrap_or((text, text));
    let (Ok(old_document), Ok(new_document)) = (Document::parse(old), Document::parse(new)) else { return };
    let changes = compare(
        Side { value: &old_document.value, lines: &old_document.lines },
        Side { value: &new_document.value, lines: &new_document.lines },
    );
    assert!(old != new || changes.is_empty());
    for change in changes {
        assert!(old_document.value.pointer(&change.old.pointer).is_some(), "{change:?}");
        assert!(new_document.value.pointer(&change.new.pointer).is_some(), "{change:?}");
    }
});
