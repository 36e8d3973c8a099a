/// What `Debug` shows of an id: a number or a UUID. Any other text may be something else that a server sent, or a caller gave,
/// in place of an id.
pub(super) fn shown_id(id: &str) -> &str {
    let is_safe = id.len() <= 64 && id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    if is_safe { id } else { "[redacted]" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_and_uuids_are_shown() {
        for id in ["40017", "8f14e45f-ceea-467f-9575-6f2c1d5b0e11"] {
            assert_eq!(shown_id(id), id);
        }
        for id in ["Winifred", "w 7", &"1".repeat(65)] {
            assert_eq!(shown_id(id), "[redacted]");
        }
    }
}
