//! Names that nothing else has.

/// `plain`, or `plain` with the first number behind it that makes it free.
pub(super) fn first_free(plain: String, is_free: impl Fn(&str) -> bool) -> String {
    if is_free(&plain) {
        return plain;
    }
    let mut number = 2_u32;
    loop {
        let name = format!("{plain}{number}");
        if is_free(&name) {
            return name;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_name_gets_the_first_free_number() {
        let is_free = |name: &str| !["Box", "Box2"].contains(&name);
        assert_eq!(first_free("Box3".to_owned(), is_free), "Box3");
        assert_eq!(first_free("Box".to_owned(), is_free), "Box3");
    }
}
